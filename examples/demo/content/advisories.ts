import type { Theme } from "./theme.ts";

export const advisories: readonly Theme<"advisory">[] = [
  {
    risks: ["SYSTEM_INTERACTION", "MODEL_SECURITY"],
    severity: "HIGH",
    background:
      "Written with three operators of agent platforms. It assumes that some injected instructions will get through.",
    fields: {
      recommendedActions: [
        "Separate reading from acting: the part that reads untrusted text holds no permissions.",
        "Ask a person before an effect that cannot be undone.",
        "Log where each argument of a tool call came from.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Treat everything an agent reads as written by a stranger",
        "Most incidents of this quarter share one cause: text that was read became text that was obeyed.",
      ],
      [
        "Mail-handling agents: what to switch off this week",
        "Members who let {system} handle mail should look at three settings today.",
      ],
      [
        "Connector permissions: a short list for administrators",
        "We reviewed {count} connectors. Few need what they ask for.",
      ],
    ],
  },
  {
    risks: ["CYBER"],
    severity: "HIGH",
    background: "The patch is out; the window between patch and attack is now hours.",
    fields: {
      recommendedActions: [
        "Apply vendor patches to internet-facing systems within a day.",
        "Subscribe build systems to advisories of their dependencies.",
      ],
      remediation: "VENDOR_FIX",
    },
    pieces: [
      [
        "Patch windows measured in hours, not weeks",
        "With models at work on both sides, a published patch is a published flaw; plan for {weeks} hours.",
      ],
      [
        "Inference servers exposed to the internet: count yours",
        "A search finds {count} inference servers that answer anybody, among them some of our members'.",
      ],
      [
        "Deserialising model files is running programs",
        "Formats that run code on loading are still the default in places where nobody expects it.",
      ],
    ],
  },
  {
    risks: ["BIOLOGICAL", "CHEMICAL"],
    severity: "CRITICAL",
    background: "Agreed with two providers of synthesis and with the national points of contact.",
    fields: {
      recommendedActions: [
        "Name a person whom synthesis providers can call.",
        "Keep refused requests for ninety days, encrypted, for investigators with a warrant.",
        "Screen attachments as well as text.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Points of contact between model providers and synthesis providers",
        "A provider who sees a worrying order should not have to search for a telephone number.",
      ],
      [
        "Attachments carry what the prompt does not say",
        "{share} % of the refusals that we should have given concern an attachment.",
      ],
      [
        "Common wording for refusals in the life sciences",
        "Different words for the same refusal teach the persistent; we propose one text.",
      ],
    ],
  },
  {
    risks: ["PRIVACY"],
    severity: "MEDIUM",
    background: "The supervisory authority has seen a draft and had no objection.",
    fields: {
      recommendedActions: [
        "Exclude shared links from indexing, by header and by robots file.",
        "Expire links after thirty days unless the owner says otherwise.",
      ],
      remediation: "WORKAROUND",
    },
    pieces: [
      [
        "Shared conversation links: defaults that protect",
        "Users take a link that is hard to guess for a link that is private.",
      ],
      [
        "Keeping transcripts of minors: the shortest lawful time",
        "Members keep between {weeks} days and for ever. The law is shorter than the longer of these.",
      ],
      [
        "Contact details in training data: how to answer a request for erasure",
        "An answer that says what was done, and what cannot be, is worth more than a form.",
      ],
    ],
  },
  {
    risks: ["FRAUD_CRIME"],
    severity: "HIGH",
    background: "For banks, help desks and whoever else recognises people by their voice.",
    fields: {
      recommendedActions: [
        "Retire voice as a sole factor.",
        "Call back on a number known before the request.",
        "Tell staff that haste is a sign.",
      ],
      remediation: "NONE_AVAILABLE",
    },
    pieces: [
      [
        "Voice is no longer proof of a person",
        "Tests by three members agree: nobody, and no product, tells the difference reliably.",
      ],
      [
        "Help desks: a script against borrowed voices",
        "A question whose answer is not on the internet stops {share} % of attempts.",
      ],
      ["Video identification needs a second look", "What passed for liveness in {month} passes no longer."],
    ],
  },
  {
    risks: ["CHILD_SAFETY"],
    severity: "CRITICAL",
    background: "Prepared with hotlines in five countries.",
    fields: {
      recommendedActions: [
        "Exchange hashes of tuned models through the hotline, not directly.",
        "Keep age modes on the server.",
        "Report first, investigate second.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Hosting of tuned image models: duties and how to meet them",
        "Hosts ask what they must do. This is the short answer for {weeks} jurisdictions.",
      ],
      [
        "Age modes must survive a reload",
        "In {count} products a reload, a share or a change of device ends the age mode.",
      ],
      [
        "What to keep and what never to open when reporting",
        "Well-meant copies have been a problem in court. This note says what to keep.",
      ],
    ],
  },
  {
    risks: ["MODEL_SECURITY"],
    severity: "HIGH",
    background: "Follows from two near misses that were reported here.",
    fields: {
      recommendedActions: [
        "Bind weights to hardware where the hardware allows it.",
        "Limit outbound bandwidth of inference clusters to what answers need.",
        "Two people for every export.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Weight security: egress limits that do not hurt serving",
        "An inference cluster needs little upload. {system} runs with a hundredth of what its network allowed.",
      ],
      [
        "Contractors with evaluation access are part of your perimeter",
        "Recent approaches went to contractors. Include them in exercises.",
      ],
      [
        "Checksums in build pipelines: who may change them",
        "Count the people who can change a checksum alone. We counted {weeks}.",
      ],
    ],
  },
];
