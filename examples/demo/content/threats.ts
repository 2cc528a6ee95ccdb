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
        "Messages change their excuse with the bank's warnings; {other} saw the same excuses.",
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
        "After closure on {system} the same order of questions appeared within a day; {other} may be next.",
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
  {
    risks: ["MANIPULATION", "SYSTEMIC_OTHER"],
    severity: "MEDIUM",
    background: "Shared with election authorities under their own arrangements.",
    fields: {
      actors: ["BRASS FINCH"],
      objective: "To lower turnout in selected districts.",
      observations: "False but dull notices about opening hours.",
      detection: "Requests for many slight variations of an official notice.",
      dateGranularity: "DAY",
    },
    pieces: [
      [
        "BRASS FINCH writes dull false notices about polling hours",
        "The notices are boring on purpose. {count} variants were made on {system} in an afternoon.",
      ],
      [
        "BRASS FINCH imitates the typography of county websites",
        "Layouts are copied with {other}, texts with {system}; the mistakes are the county's own.",
      ],
      [
        "BRASS FINCH falls silent after a shared warning",
        "A day after our warning to {weeks} members the accounts stopped. We do not think that they are gone.",
      ],
    ],
  },
  {
    risks: ["FRAUD_CRIME", "CYBER"],
    severity: "HIGH",
    background: "Workers are placed with real companies and do real work, with help.",
    fields: {
      actors: ["SILVER RELAY"],
      objective: "Salaries, and access that comes with them.",
      observations: "Interviews with a delay; code of even quality at all hours.",
      detection: "Interview answers that match model output word for word.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "SILVER RELAY places remote workers who answer with a delay",
        "{count} placements could be traced through shared prompts for interview preparation on {system}.",
      ],
      [
        "SILVER RELAY hands one persona from shift to shift",
        "A persona's notes on {system} are read out by whoever is awake.",
      ],
      [
        "SILVER RELAY applies to safety teams",
        "Two members of this forum interviewed the same person under {weeks} names in {month}.",
      ],
    ],
  },
  {
    risks: ["HARMFUL_CONTENT", "MANIPULATION"],
    severity: "MEDIUM",
    background: "We describe distribution and leave out the content.",
    fields: {
      objective: "Recruitment of young people into violent subcultures.",
      observations: "Music, memes and mock tutorials in large numbers.",
      detection: "Audio fingerprints; recurring visual motifs.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "Generated anthems as an entrance to violent groups",
        "Songs in eleven languages share a chorus; {share} % of the channels that play them lead to the same invitation.",
      ],
      [
        "Extremist archives rebuilt as chat companions",
        "Writings removed from platforms return as a persona on open weights; {system} refuses the role.",
      ],
      [
        "Mock tutorials that are jokes until the last frame",
        "Moderators see the first seconds. The last ones were added on {other}.",
      ],
    ],
  },
  {
    risks: ["CYBER", "SYSTEM_INTERACTION"],
    severity: "HIGH",
    background: "First seen in honeypots that offer an agent something to do.",
    fields: {
      actors: ["IDLE WASP"],
      objective: "Computation at other people's expense.",
      observations: "Agents looking for other agents with broader permissions.",
      detection: "Requests to exposed agent endpoints with a greeting in three languages.",
      dateGranularity: "INSTANT",
    },
    pieces: [
      [
        "IDLE WASP looks for exposed agent endpoints",
        "Our honeypots counted {count} greetings in a week, most followed by a polite request for work.",
      ],
      [
        "IDLE WASP borrows agents and returns them",
        "Agents on {system} were given a task and restored afterwards; owners noticed the bill.",
      ],
      [
        "IDLE WASP shares a list of obliging agents",
        "A list traded in {month} names agents by the permissions that they hold.",
      ],
    ],
  },
  {
    risks: ["PRIVACY", "FRAUD_CRIME"],
    severity: "MEDIUM",
    background: "Brokers sell access to profiles and say that they are compiled by hand.",
    fields: {
      actors: ["QUIET LEDGER"],
      objective: "Sale of dossiers on private persons.",
      observations: "Uniform dossiers with uniform mistakes.",
      detection: "Systematic queries about unrelated private persons.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "QUIET LEDGER sells dossiers that no person compiled",
        "Dossiers bought by a journalist share mistakes that {system} makes about the same people.",
      ],
      [
        "QUIET LEDGER targets the staff of moderation contractors",
        "Of {count} dossiers on offer, a third concern people who moderate for a living.",
      ],
      [
        "QUIET LEDGER offers correction for a fee",
        "People are told of errors in their dossier, by a message drafted on {other}, and may pay.",
      ],
    ],
  },
  {
    risks: ["INTELLECTUAL_PROPERTY"],
    severity: "LOW",
    background: "A commercial nuisance so far. The method would serve for worse.",
    fields: {
      objective: "Unlicensed replicas of books and courses.",
      observations: "Chapter by chapter retelling with light variation.",
      detection: "Requests that walk through a table of contents.",
      dateGranularity: "MONTH",
    },
    pieces: [
      [
        "Course replicas appear within days of publication",
        "Walking through the contents, {count} accounts had {system} retell courses that cost a year to write.",
      ],
      [
        "Retold novels under new names flood two bookshops",
        "{share} % of new titles in one category follow known books, scene by scene.",
      ],
      [
        "Training-data markers found in a competitor's product",
        "Invented entries that we had placed in a dictionary are defined by {other}.",
      ],
    ],
  },
];
