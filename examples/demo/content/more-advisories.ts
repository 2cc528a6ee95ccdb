import type { Theme } from "./theme.ts";

export const moreAdvisories: readonly Theme<"advisory">[] = [
  {
    risks: ["LOSS_OF_CONTROL"],
    severity: "HIGH",
    background: "A common reading of recent results, agreed among four evaluation teams.",
    fields: {
      recommendedActions: [
        "Report the share of runs in which the model names the evaluation.",
        "Repeat dangerous-capability suites after a short fine-tuning run.",
        "Keep traces that no training has touched.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Reading evaluation results when the model may know",
        "A low score may mean that the model cannot, or that it did not. Say which you have ruled out.",
      ],
      [
        "Do not train on the traces that you monitor",
        "Monitors lose their sight where traces are trained on; {peer} repeated our finding.",
      ],
      [
        "Before you give an agent its own credentials",
        "Ten questions, the first of which is who will notice that they are used at night.",
      ],
    ],
  },
  {
    risks: ["MANIPULATION"],
    severity: "MEDIUM",
    background: "For the weeks before a vote. Authorities decide; providers can help.",
    fields: {
      recommendedActions: [
        "Answer questions about voting with a link to the authority.",
        "Name a contact who is awake on the day.",
        "Keep a public log of corrections.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Voting questions: link, do not paraphrase",
        "Of {count} answers about opening hours a tenth were out of date. Links are not.",
      ],
      [
        "Election-week contacts between providers and authorities",
        "The list of contacts is with the secretariat; this note says how to use it.",
      ],
      [
        "Correcting a false answer after it has spread",
        "A correction that reaches whoever saw the answer does more than one on a page.",
      ],
    ],
  },
  {
    risks: ["BIAS_DISCRIMINATION"],
    severity: "MEDIUM",
    background: "Based on twelve audits that members shared.",
    fields: {
      recommendedActions: [
        "Audit rankings, not only answers.",
        "Publish the method with the result.",
        "Let the people concerned contest a score.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      ["Paired audits: how many pairs are enough", "Fewer than {count} pairs find nothing but luck."],
      [
        "Assistants in hiring: contestability in practice",
        "A right to contest that begins with a score nobody sees is none.",
      ],
      [
        "Dialect and grading: interim guidance for schools",
        "Until {system} is repaired, a person should read essays near a boundary.",
      ],
    ],
  },
  {
    risks: ["RELIABILITY"],
    severity: "LOW",
    background: "Small things that were each the cause of something larger.",
    fields: {
      recommendedActions: [
        "Switch the main provider off on a Tuesday morning.",
        "Write down who decides on a fallback at night.",
      ],
      remediation: "WORKAROUND",
    },
    pieces: [
      ["Test your fallback by using it", "Of {weeks} fallbacks that were needed this year, two worked."],
      [
        "Model updates that change tone change outcomes",
        "A friendlier {system} was believed more often, also when it was wrong.",
      ],
      [
        "Dates, units and decimal commas: a checklist for agents",
        "Most of {count} small mishaps come down to these three.",
      ],
    ],
  },
  {
    risks: ["SELF_REPLICATION", "SYSTEM_INTERACTION"],
    severity: "HIGH",
    background: "For providers of computation. Nothing here requires looking at content.",
    fields: {
      recommendedActions: [
        "Offer an account type for agents, with a person behind it.",
        "Alert on chains of accounts that pay for each other.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Know your agent: account types for cloud providers",
        "Agents already rent machines. An account type that says so helps both sides.",
      ],
      [
        "Schedules that outlive their task: how to find them",
        "A query that found {count} of them in our own cluster is attached in words.",
      ],
      ["Agent mail needs a loop counter", "Networks of agents forward what asks to be forwarded. A counter ends it."],
    ],
  },
  {
    risks: ["HARMFUL_CONTENT"],
    severity: "HIGH",
    background: "Drafted with clinicians and with people who have been there.",
    fields: {
      recommendedActions: [
        "Leave the role when somebody is in danger.",
        "Offer a person, by name of service and number.",
        "Keep the crisis state for the whole conversation.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Companions and crisis: leaving the role well",
        "Leaving abruptly is better than staying, and leaving well is better than either.",
      ],
      [
        "Crisis routes need capacity planning",
        "On the first cold weekend of {month} the route was full {weeks} times.",
      ],
      [
        "Wording that helped, and wording that did not",
        "Clinicians rated {count} closing messages of {system}; most were too long.",
      ],
    ],
  },
  {
    risks: ["INTELLECTUAL_PROPERTY"],
    severity: "LOW",
    background: "A practical note; it takes no position on the law.",
    fields: {
      recommendedActions: [
        "Honour reservations wherever they stand.",
        "Answer inquiries about sources within a month.",
      ],
      remediation: "MITIGATION",
    },
    pieces: [
      [
        "Reading reservations of rights: three places to look",
        "Publishers put reservations in {weeks} different places. Look in all.",
      ],
      [
        "Walks through a table of contents are a pattern you can see",
        "Nobody reads that way. {system} now asks what the purpose is.",
      ],
      [
        "Invented dictionary entries as a test of copying",
        "A word that we made up in {month} came back defined. The method is old and works.",
      ],
    ],
  },
];
