import type { Theme } from "./theme.ts";

export const practices: readonly Theme<"practice">[] = [
  {
    risks: ["SYSTEM_INTERACTION", "LOSS_OF_CONTROL"],
    severity: "HIGH",
    background:
      "Scope, terms, requirements and reasons are kept apart. A requirement that cannot be checked is marked as advice.",
    fields: { documentKind: "BEST_PRACTICE" },
    pieces: [
      [
        "Permissions for agents: least privilege in four levels",
        "Four levels, from reading to irreversible effects, each with what a person must see before it is granted.",
      ],
      [
        "Effect ledgers for unattended sessions",
        "What a ledger of effects holds, who may write to it, and how long it is kept.",
      ],
      [
        "Handover between agents and people",
        "How an agent says that it is stuck, and what it leaves behind for the person who takes over.",
      ],
    ],
  },
  {
    risks: ["BIOLOGICAL", "CHEMICAL"],
    severity: "CRITICAL",
    background: "The annex with thresholds is held by the working group. This text can be read without it.",
    fields: { documentKind: "STANDARD" },
    pieces: [
      [
        "Screening of laboratory assistance: minimum requirements",
        "What a provider screens, where in the answer, and how a wrong refusal is appealed.",
      ],
      [
        "Red-team staffing for restricted subjects",
        "Who may take part, how they are cleared, paid and looked after, and who reads what they find.",
      ],
      [
        "Reporting of worrying orders between providers",
        "A form of nine fields, a telephone number, and what happens within {weeks} hours.",
      ],
    ],
  },
  {
    risks: ["MODEL_SECURITY"],
    severity: "HIGH",
    background: "Five levels of protection, each against a named sort of adversary.",
    fields: { documentKind: "STANDARD" },
    pieces: [
      [
        "Protection of weights: five levels and how to show them",
        "For each level an adversary, a set of controls and the evidence that they are in place.",
      ],
      [
        "Third-party access to checkpoints",
        "Conditions under which an evaluator may hold a checkpoint of {system}, and for how long.",
      ],
      ["Signed provenance for models and data sets", "What is signed, by whom, and what a user checks before loading."],
    ],
  },
  {
    risks: ["LOSS_OF_CONTROL", "CYBER"],
    severity: "MEDIUM",
    background: "Written so that two laboratories following it get the same number.",
    fields: { documentKind: "EVALUATION_PROTOCOL" },
    pieces: [
      [
        "Elicitation effort: how hard to try before saying that a model cannot",
        "Hours, tools and fine-tuning that count as a serious attempt; reports say what was done.",
      ],
      [
        "Reporting evaluation awareness alongside scores",
        "The share of runs in which the evaluation was named, how it was counted, and what follows.",
      ],
      [
        "Held-out ranges for cyber evaluations",
        "Who keeps the ranges, how they are refreshed, and how leaks are noticed.",
      ],
    ],
  },
  {
    risks: ["HARMFUL_CONTENT", "MANIPULATION", "PRIVACY"],
    severity: "MEDIUM",
    background: "One list of words, with a table to the lists that others use.",
    fields: { documentKind: "TAXONOMY" },
    pieces: [
      [
        "Names for ways around safeguards: a shared list",
        "Forty names with a definition and a harmless example each, mapped to public lists.",
      ],
      [
        "Severity in four steps, with examples",
        "When is it high? Worked examples in which {weeks} members agreed after discussion.",
      ],
      ["Harm types for incident reports", "Eight types, how to choose among them, and why other is a good answer."],
    ],
  },
  {
    risks: ["RELIABILITY", "SYSTEMIC_OTHER"],
    severity: "LOW",
    background: "Comments are welcome until the last call.",
    fields: { documentKind: "GUIDANCE" },
    pieces: [
      [
        "Writing an incident report that others can use",
        "What happened, in order, without blame; what was thought at the time; what is known now.",
      ],
      [
        "Corrections and withdrawals: how to take something back",
        "Say so early, say why, and leave what was said where it can be found.",
      ],
      [
        "Fallback arrangements for public services",
        "For services that people rely on at night: two providers, one switch, a monthly test.",
      ],
    ],
  },
  {
    risks: ["CHILD_SAFETY"],
    severity: "HIGH",
    background: "Agreed with hotlines. Legal duties come first wherever they go further.",
    fields: { documentKind: "BEST_PRACTICE" },
    pieces: [
      [
        "Products used by children: design review questions",
        "Thirty questions for the people who decide, with reasons in one sentence each.",
      ],
      ["Reporting to hotlines: roles, times, evidence", "Who reports, how soon, what is kept and what nobody opens."],
      [
        "Guardianship settings that follow the account",
        "Settings that a child cannot lose by accident, and a guardian can find.",
      ],
    ],
  },
  {
    risks: ["SYSTEMIC_OTHER", "CYBER"],
    severity: "LOW",
    background: "How the group works, so that the rest can be about the matter itself.",
    fields: { documentKind: "CHARTER" },
    pieces: [
      [
        "Charter of the Agentic Systems Working Group",
        "Purpose, membership, chairs, how drafts become practices, and how the group ends.",
      ],
      [
        "Report on the first year of shared sightings",
        "{count} sightings, {weeks} of which led to a fix within a month; what we would do differently.",
      ],
      [
        "Handling rules for meetings: labels at the table",
        "What is said under which label, who minutes it, and where the minutes live.",
      ],
    ],
  },
];
