import type { Theme } from "./theme.ts";

export const moreIncidents: readonly Theme<"incident">[] = [
  {
    risks: ["BIAS_DISCRIMINATION"],
    severity: "HIGH",
    background: "The people affected were told and their cases were decided again.",
    fields: {
      incidentClass: "INCIDENT",
      harmTypes: ["FUNDAMENTAL_RIGHTS"],
      dateGranularity: "MONTH",
      impact: "Applications were ranked by proxies for origin.",
      response: "The ranking was withdrawn; an independent audit is public.",
    },
    pieces: [
      [
        "Benefit applications ranked by the style of their language",
        "Applications in plain language waited {weeks} days longer; {system} took style for completeness.",
      ],
      [
        "Shortlist excludes everybody with a gap in employment",
        "Nobody had asked for that. The assistant had seen what recruiters click.",
      ],
      [
        "Face match at a border kiosk fails one group in nine",
        "Travellers of one group were sent to the desk {share} % of the time.",
      ],
    ],
  },
  {
    risks: ["CYBER"],
    severity: "CRITICAL",
    background: "Coordinated with the national team; indicators were shared on the day.",
    fields: {
      incidentClass: "SERIOUS_INCIDENT",
      harmTypes: ["PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE"],
      dateGranularity: "DAY",
      impact: "A regional service was unavailable for two days.",
      response: "Accounts closed, operators named to the authorities, follow-up in three months.",
    },
    pieces: [
      [
        "Intrusion at a water utility, with troubleshooting by a model",
        "The intruder asked {system} about error messages of a controller; that is how we noticed.",
      ],
      [
        "Agent-driven intrusion across thirty organisations",
        "An operator let agents on {system} do most of the work; people stepped in {weeks} times.",
      ],
      [
        "Hospital scheduling offline after a poisoned package",
        "A package name that assistants like to invent had been registered by somebody.",
      ],
    ],
  },
  {
    risks: ["CHILD_SAFETY"],
    severity: "CRITICAL",
    background: "Reported to the competent centre within the hour. Details are with them alone.",
    fields: {
      incidentClass: "SERIOUS_INCIDENT",
      harmTypes: ["PSYCHOLOGICAL", "FUNDAMENTAL_RIGHTS"],
      dateGranularity: "MONTH",
      impact: "Pupils of one school were targeted.",
      response: "Material removed, support offered, product withdrawn in the region.",
    },
    pieces: [
      [
        "School affected by an undressing application",
        "An application built on a leaked model was used against {count} pupils.",
      ],
      [
        "Homework assistant leaves its age mode after an update",
        "After an update of {system} the age mode did not survive a reload.",
      ],
      [
        "Toy with an assistant talks about matters that are not for children",
        "A toy passed review on {other} and shipped with another model.",
      ],
    ],
  },
  {
    risks: ["MANIPULATION"],
    severity: "MEDIUM",
    background: "Corrected in public, by the outlet and by us.",
    fields: {
      incidentClass: "INCIDENT",
      harmTypes: ["PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE"],
      dateGranularity: "DAY",
      impact: "A false report was believed for some hours.",
      response: "Provenance shown next to the picture; outlets have a hotline.",
    },
    pieces: [
      ["Generated picture of a flood moves rescue teams", "Two teams drove to a village that was dry."],
      [
        "Forged statement of a regulator moves a share price",
        "The statement, drafted on {system}, was up for {weeks} minutes.",
      ],
      [
        "Search assistant repeats a satirical site for a week",
        "{count} answers cited satire as a source before anybody told us.",
      ],
    ],
  },
  {
    risks: ["CHEMICAL"],
    severity: "HIGH",
    background: "Nobody was hurt.",
    fields: {
      incidentClass: "NEAR_MISS",
      harmTypes: ["PHYSICAL"],
      dateGranularity: "DAY",
      impact: "A laboratory was evacuated as a precaution.",
      response: "Assistants no longer advise on storage without a named chemist.",
    },
    pieces: [
      [
        "Laboratory assistant suggests an unsafe storage order",
        "{system} sorted a cupboard alphabetically. A technician read the list twice.",
      ],
      [
        "Cleaning advice combines two household products",
        "The advice was given to {count} users before the filter learnt the pair.",
      ],
      [
        "Robot chemist repeats a failed step until an alarm stops it",
        "The agent took the missing result for a missing attempt.",
      ],
    ],
  },
  {
    risks: ["SYSTEMIC_OTHER", "RELIABILITY"],
    severity: "MEDIUM",
    background: "Several operators had made the same choice for good reasons.",
    fields: {
      incidentClass: "HAZARD",
      harmTypes: ["PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE"],
      dateGranularity: "DAY",
      impact: "Services that seemed independent failed together.",
      response: "Fallbacks are tested monthly, with the main provider switched off.",
    },
    pieces: [
      [
        "Four help lines fail together with one provider",
        "Four help lines had the same fallback, and it was the provider that had failed.",
      ],
      [
        "Trading assistants agree with each other for nine minutes",
        "Assistants built on {system} read each other's output as news.",
      ],
      [
        "Quota change at one provider delays court interpreters",
        "A change announced {weeks} days ahead reached nobody who schedules interpreters.",
      ],
    ],
  },
  {
    risks: ["SYSTEM_INTERACTION"],
    severity: "HIGH",
    background: "The safety case had assumed a trained driver.",
    fields: {
      incidentClass: "NEAR_MISS",
      harmTypes: ["PHYSICAL"],
      dateGranularity: "DAY",
      impact: "Minor damage, nobody hurt.",
      response: "Voice commands no longer change the operating mode.",
    },
    pieces: [
      [
        "Warehouse vehicle obeys a voice from the radio",
        "A presenter said the word. The vehicle, driven by {system}, moved.",
      ],
      ["Delivery robots gather at a misread sign", "{count} robots read a poster as a loading zone."],
      [
        "Greenhouse controller waters by the forecast of another city",
        "A tool returned the first match for the town's name; {system} saw no reason for doubt.",
      ],
    ],
  },
];
