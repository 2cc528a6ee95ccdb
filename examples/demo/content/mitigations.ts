import type { Theme } from "./theme.ts";

export const mitigations: readonly Theme<"mitigation">[] = [
  {
    risks: ["HARMFUL_CONTENT", "MODEL_SECURITY"],
    severity: "HIGH",
    background:
      "The classifier reads the whole conversation after every turn and keeps a running state, so that cost grows with the turn and not with the length.",
    fields: {
      counters: ["Escalation over many turns", "AML.T0054 LLM Jailbreak"],
      safeguards: ["INPUT_FILTER", "MONITORING"],
      effectiveness: "Catches three in four escalations that single-turn screening misses.",
      costs: "Eleven milliseconds a turn; 0.2 % more refusals of harmless conversations.",
      deployment: "Beside the existing classifier, in shadow for two weeks.",
    },
    pieces: [
      [
        "Conversation-level scoring catches what turn-level scoring misses",
        "In shadow on {system} the running score raised {count} alarms in a week, most of them right.",
      ],
      [
        "Slope alarms: acting on direction rather than on level",
        "A conversation that rises steadily is worth a look before it is high.",
      ],
      [
        "Ending a thread kindly once it has turned",
        "Closing with an explanation led {share} % to rephrase harmlessly; closing without led them elsewhere.",
      ],
    ],
  },
  {
    risks: ["SYSTEM_INTERACTION"],
    severity: "HIGH",
    background:
      "Two models: one reads and has no tools, one acts and never sees the raw text. Between them passes a typed summary.",
    fields: {
      counters: ["Indirect prompt injection", "AML.T0051.001 LLM Prompt Injection: Indirect"],
      safeguards: ["SANDBOX_PERMISSION"],
      effectiveness: "No injected errand completed in 4,000 attempts by two red teams.",
      costs: "A third more latency; some tasks need raw text and are refused.",
      deployment: "Begin with mail and calendar.",
    },
    pieces: [
      [
        "Reader and actor apart: an architecture that held",
        "Two red teams had {weeks} weeks with {system} and did not get an errand through.",
      ],
      [
        "Provenance of arguments as a gate before tool calls",
        "A call whose arguments stem from retrieved text alone is held for a person.",
      ],
      [
        "Quarantine for what an agent has downloaded",
        "Files rest for an hour, and are read by something without permissions.",
      ],
    ],
  },
  {
    risks: ["MODEL_SECURITY", "INTELLECTUAL_PROPERTY"],
    severity: "MEDIUM",
    background: "Distillers need breadth. People do not.",
    fields: {
      counters: ["Distillation over many accounts"],
      safeguards: ["RATE_LIMIT", "MONITORING"],
      effectiveness: "Nine in ten known distillation clusters found, within two days.",
      costs: "Two research groups were flagged and cleared.",
      deployment: "Daily, over a sketch of topics; no content is kept.",
    },
    pieces: [
      [
        "Coverage sketches reveal distillation without reading content",
        "A sketch of topics per account, compared pairwise, shows who divides a syllabus with whom.",
      ],
      [
        "Answer variation raises the price of copying",
        "Small variation in {system}, unseen by users, costs a copier {share} % more samples.",
      ],
      [
        "Reseller contracts with a duty to name the customer",
        "Since the clause, {count} accounts have a name and fewer have a reason to exist.",
      ],
    ],
  },
  {
    risks: ["CYBER"],
    severity: "HIGH",
    background: "Defenders first, for a fixed time, with a list of who they are.",
    fields: {
      counters: ["Automated discovery of flaws"],
      safeguards: ["IDENTITY_VERIFICATION", "ACCOUNT_ENFORCEMENT"],
      effectiveness: "Maintainers of forty libraries fixed what was found before release.",
      costs: "Release eight weeks later for everybody else.",
      deployment: "Through the coordination centre.",
    },
    pieces: [
      [
        "Staged access for defenders before general release",
        "Maintainers had {system} for {weeks} weeks before anybody else, and used them.",
      ],
      [
        "Trusted tester tiers with revocable keys",
        "A tier that can be withdrawn in a minute may be given more generously.",
      ],
      [
        "Target allow-lists for offensive-security assistance",
        "Assistance against a host needs proof of control over it; {share} % of requesters could give it.",
      ],
    ],
  },
  {
    risks: ["LOSS_OF_CONTROL", "SYSTEM_INTERACTION"],
    severity: "HIGH",
    background: "A person can only approve what a person can read.",
    fields: {
      counters: ["Approval fatigue", "Split steps"],
      safeguards: ["HUMAN_OVERSIGHT"],
      effectiveness: "Mistaken approvals in an exercise fell from 38 % to 6 %.",
      costs: "Sessions take a fifth longer.",
      deployment: "Replace step approval by plan approval and effect budgets.",
    },
    pieces: [
      [
        "Approve plans and budgets, not steps",
        "Operators of {system} now sign a plan and a budget of effects; what exceeds it stops.",
      ],
      ["Planted mistakes keep approvers awake", "One approval in {count} is a test. People read again."],
      [
        "A second agent that only writes down effects",
        "An observer without tools keeps a ledger of effects that the first cannot edit.",
      ],
    ],
  },
  {
    risks: ["BIOLOGICAL", "CHEMICAL"],
    severity: "CRITICAL",
    background: "Screening where intent becomes concrete: purchase, equipment, scale.",
    fields: {
      counters: ["Restricted laboratory subjects"],
      safeguards: ["OUTPUT_FILTER", "UNLEARNING"],
      effectiveness: "Expert-rated usefulness of answers fell to that of a search engine.",
      costs: "Teachers of chemistry notice; an appeal route exists.",
      deployment: "At output, with an appeal answered by people.",
    },
    pieces: [
      [
        "Output screening at the point where plans become concrete",
        "We let {system} explain and stop it where it would procure; teachers hardly notice.",
      ],
      [
        "Appeals by chemists answered within a day",
        "Of {count} appeals two thirds were right. The filter learnt from them.",
      ],
      ["Unlearning with a repair test afterwards", "Forgetting is tested by asking for a repair, not for a fact."],
    ],
  },
  {
    risks: ["FRAUD_CRIME"],
    severity: "MEDIUM",
    background: "Linking accounts by how they write to models is harder to evade than linking by card.",
    fields: {
      counters: ["Return of closed operators", "Pooled keys"],
      safeguards: ["ACCOUNT_ENFORCEMENT", "IDENTITY_VERIFICATION"],
      effectiveness: "Median time to closure of returning operators: from nine days to five hours.",
      costs: "One in two thousand closures is appealed with success.",
      deployment: "Scaffold fingerprints, exchanged among members as hashes.",
    },
    pieces: [
      [
        "Scaffold fingerprints find returning operators within hours",
        "Operators change cards and addresses, not the way in which they write prompts for {system}.",
      ],
      [
        "Exchange of fingerprints among members, as hashes only",
        "{weeks} members exchange hashes; {count} operators were recognised on arrival.",
      ],
      [
        "Cooling-off for raised limits",
        "A day's pause between verification and raised limits ends most business identity abuse.",
      ],
    ],
  },
  {
    risks: ["PRIVACY"],
    severity: "MEDIUM",
    background: "A budget for questions about a person, spent across conversations.",
    fields: {
      counters: ["Assembly of profiles"],
      safeguards: ["OUTPUT_FILTER", "MONITORING"],
      effectiveness: "Consented profiles take eleven times as long.",
      costs: "Journalists and genealogists need an exception, and have one.",
      deployment: "Per account and per person named.",
    },
    pieces: [
      [
        "A budget for what one account may learn about one person",
        "After {count} answers about a private person {system} asks for the purpose.",
      ],
      ["Coarse locations by default for pictures", "A region instead of a street serves travellers and not stalkers."],
      [
        "Sampling audits for memorised contact details",
        "Weekly sampling of {system} finds what slipped through; {share} % less since {month}.",
      ],
    ],
  },
  {
    risks: ["CHILD_SAFETY"],
    severity: "CRITICAL",
    background: "Works on output and needs no knowledge of the prompt.",
    fields: {
      counters: ["Style transfer around age checks"],
      safeguards: ["OUTPUT_FILTER"],
      effectiveness: "Recall on drawn characters from 41 % to 93 %.",
      costs: "Some adult-looking fantasy characters are refused.",
      deployment: "As a second classifier behind the first.",
    },
    pieces: [
      [
        "Age inference that also works on drawings",
        "A classifier trained with two hotlines closes most of the gap in drawn styles.",
      ],
      ["Editing sessions judged as a whole", "{system} now judges the sequence of edits, not the last one."],
      [
        "Server-side age modes that follow the account",
        "The mode follows the account across devices, and needs a guardian to end.",
      ],
    ],
  },
  {
    risks: ["MANIPULATION", "RELIABILITY"],
    severity: "MEDIUM",
    background: "Labels are lost in files and kept in ledgers.",
    fields: {
      counters: ["Loss of provenance", "Invented sources"],
      safeguards: ["WATERMARK_PROVENANCE", "MONITORING"],
      effectiveness: "Four in five pictures found again after re-encoding.",
      costs: "A lookup at upload.",
      deployment: "Perceptual hashes in a ledger that distributors can ask.",
    },
    pieces: [
      [
        "A ledger of perceptual hashes outlives metadata",
        "Distributors ask the ledger at upload; {share} % of marked pictures were found again.",
      ],
      [
        "Citations checked against registers before they are shown",
        "{system} shows a source only after it was found where it is said to be.",
      ],
      [
        "Friction before sharing what looks like breaking news",
        "A pause and a question reduced sharing of false bulletins by {share} %.",
      ],
    ],
  },
  {
    risks: ["BIAS_DISCRIMINATION"],
    severity: "LOW",
    background: "Cheap enough to run on every release.",
    fields: {
      counters: ["Rankings by proxy"],
      safeguards: ["MONITORING"],
      effectiveness: "Gap in paired audits from 4.1 to 1.2 points.",
      costs: "An hour of computation a release.",
      deployment: "As a gate in the release process.",
    },
    pieces: [
      ["Paired audits as a release gate", "No release of {system} passes with a gap above two points."],
      [
        "Explanations that the person concerned can contest",
        "An explanation names what would have changed the outcome; {count} people used it.",
      ],
      [
        "Dialect-robust grading through double reading",
        "A second reading in normalised spelling settles most boundary cases.",
      ],
    ],
  },
];
