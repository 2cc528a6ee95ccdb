import type { Theme } from "./theme.ts";

export const moreThreats: readonly Theme<"threatActivity">[] = [
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
