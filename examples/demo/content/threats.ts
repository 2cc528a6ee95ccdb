import type { Theme } from "./theme.ts";

export const threats: readonly Theme<"threatActivity">[] = [
  {
    risks: ["MANIPULATION"],
    severity: "HIGH",
    background: "Attribution is to the operation, not to a state. Infrastructure and working hours are in the annex.",
    fields: {
      actors: ["PAPER LANTERN"],
      objective: "To give the impression of local opposition to port and rail projects.",
      observations: "Short comments in nine languages, posted by accounts that sleep at the same hours.",
      detection: "Shared scaffolds in prompts; a fixed order of languages.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "PAPER LANTERN writes local opposition to ports it has never seen",
        "An operation of about {count} accounts used {system} to write letters to regional newspapers.",
      ],
      [
        "PAPER LANTERN moves from text to voice messages",
        "After we closed its accounts the operation returned with audio made elsewhere and scripts made on {system}.",
      ],
      [
        "PAPER LANTERN tests three providers for the most obliging",
        "Identical prompts reached {system} and {other} within minutes of each other, for {weeks} weeks.",
      ],
    ],
  },
  {
    risks: ["FRAUD_CRIME"],
    severity: "HIGH",
    background: "Victims are mostly over sixty. Losses are those that banks have reported to us.",
    fields: {
      actors: ["TIN ORCHARD"],
      objective: "Investment fraud by way of long acquaintance.",
      observations: "One operator keeps forty conversations; the model keeps their histories apart.",
      detection: "Requests to remember many people who never answer anything unexpected.",
      dateGranularity: "DAY",
    },
    pieces: [
      [
        "TIN ORCHARD keeps forty courtships per operator",
        "Histories of {count} victims were kept in the memory feature of {system}.",
      ],
      [
        "TIN ORCHARD scripts adjust to the victim's bank",
        "Messages change their excuse with the bank's warnings; {peer} saw the same excuses.",
      ],
      [
        "TIN ORCHARD recruits translators, then stops needing them",
        "Job advertisements for translators ended in {month}, the week in which traffic on {system} tripled.",
      ],
    ],
  },
  {
    risks: ["CYBER"],
    severity: "HIGH",
    background:
      "The group writes its own tools and uses models for what it finds tedious: documentation, translation, error messages.",
    fields: {
      actors: ["GLASS HERON"],
      objective: "Access to managed-service providers.",
      observations: "Debugging sessions that paste logs of victims.",
      detection: "Host names of third parties in debugging requests.",
      dateGranularity: "DAY",
    },
    pieces: [
      [
        "GLASS HERON debugs its loaders with three assistants at once",
        "Fragments of one loader arrived on {system} and {other} within the same hour.",
      ],
      [
        "GLASS HERON pastes victims' logs into coding assistants",
        "Logs pasted into {system} named {count} organisations, which national teams have told.",
      ],
      [
        "GLASS HERON's reports now read as if a consultant had written them",
        "Reports to affiliates, drafted on {system}, have executive summaries.",
      ],
    ],
  },
  {
    risks: ["MODEL_SECURITY", "INTELLECTUAL_PROPERTY"],
    severity: "CRITICAL",
    background: "Attempts against build systems and against people, in turns. Nothing was taken as far as we know.",
    fields: {
      actors: ["COLD HARBOUR"],
      objective: "Weights and training code of frontier models.",
      observations: "Recruiters who ask for code samples; a build dependency with a patient maintainer.",
      detection: "Outbound transfers from evaluation clusters outside of runs.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "COLD HARBOUR approaches evaluation contractors rather than laboratories",
        "Contractors with access to {system} were offered well-paid reviews by a firm that does not exist.",
      ],
      [
        "COLD HARBOUR plants a patient maintainer in a build dependency",
        "A maintainer who had been helpful for {weeks} months proposed a change to a checksum.",
      ],
      [
        "COLD HARBOUR's recruiters ask for checkpoints as work samples",
        "Candidates were asked to bring a small model that they had trained at work.",
      ],
    ],
  },
  {
    risks: ["CHILD_SAFETY"],
    severity: "CRITICAL",
    background: "Reported to the national centres concerned. Nothing in this item describes material or methods.",
    fields: {
      objective: "Trading of prompts and tuned models in closed groups.",
      observations: "Groups move between platforms within hours.",
      detection: "Hashes of tuned models, exchanged among hosts.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "Closed groups trade tuned image models by hash",
        "Two hosts removed {count} tuned models after an exchange of hashes; they were back elsewhere in {weeks} days.",
      ],
      [
        "Extortion of minors with generated pictures: a pattern across four countries",
        "Cases in four countries share wording that was drafted on {system}.",
      ],
      [
        "Companion applications used to rehearse approaches",
        "Conversations on a companion product built on {other} rehearse what is later said to children.",
      ],
    ],
  },
  {
    risks: ["BIOLOGICAL"],
    severity: "HIGH",
    background: "No sign of capability or material. We share it because the same person may ask elsewhere.",
    fields: {
      objective: "Unknown; stated as curiosity.",
      observations: "One person, several accounts, one way of asking.",
      detection: "A characteristic order of questions.",
      dateGranularity: "DAY",
    },
    pieces: [
      [
        "One questioner, five accounts, one line of inquiry",
        "After closure on {system} the same order of questions appeared within a day; {peer} may be next.",
      ],
      [
        "Synthesis-provider questions with a forged institutional address",
        "Questions about order screening came from an address that a university disowns.",
      ],
      [
        "Return of an account closed in spring, better informed",
        "What was asked naively in {month} is now asked by somebody who has read for {weeks} months.",
      ],
    ],
  },
];
