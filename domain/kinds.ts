import type { FieldSpecs, ValuesOf } from "./fields.ts";
import { choice, choices, fraction, instant, integer, records, text, texts } from "./fields.ts";

/** The fields that every item has, besides its label (label.ts) and its relations. */
export const envelopeFields = {
  title: text("What it is about, in one line of at most 300 characters.", 300, true),
  summary: text("What a reader must know, in at most 2,000 characters.", 2_000, true),
  body: text("The whole text as CommonMark, at most 100,000 characters.", 100_000),
  pap: choice("What a recipient may do with it (Permissible Actions Protocol).", "Pap"),
  riskCategories: choices("The areas of risk that it touches; at least one.", "RiskCategory", true),
  severity: choice("How bad it is, in the judgement of its origin.", "Severity", true),
  confidence: integer("How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100.", 0, 100),
  affectedSystems: records("The systems that it was seen with.", "AffectedSystem", 100),
  techniques: texts("MITRE ATLAS or ATT&CK ids, such as AML.T0054.", 64, 100, /^[\w.:-]+$/),
  references: records("Where to read more.", "Reference", 200),
} as const satisfies FieldSpecs;

const prose = 20_000;

/** Each kind of item: its names, what it is for, and the fields that it adds to the envelope. */
export const kinds = {
  CIRCUMVENTION_TECHNIQUE: {
    typeName: "CircumventionTechnique",
    inputName: "circumventionTechnique",
    description: "A way around a safeguard.",
    fields: {
      safeguardsBypassed: choices("The safeguards that it gets around.", "Safeguard"),
      successRate: fraction("The share of `trials` that succeeded, from 0 to 1."),
      trials: integer("How many trials `successRate` rests on.", 0, 2_147_483_647),
      detection: text("How to see it being used.", prose),
      maturity: choice("Whether it is thought possible, was shown, or was seen in the wild.", "TechniqueMaturity"),
      universality: choice("How far it carries over to other requests.", "Universality"),
      accessRequired: choices("What somebody needs to reach in order to use it.", "Access"),
    },
  },
  CAPABILITY_ALERT: {
    typeName: "CapabilityAlert",
    inputName: "capabilityAlert",
    description: "A dangerous or emergent capability, with the evidence for it.",
    fields: {
      capability: text("The capability, in one line.", 300, true),
      thresholdState: choice("Where it stands against the origin's own threshold.", "ThresholdState", true),
      threshold: text("The threshold that is meant, and whose it is.", 2_000),
      evaluations: records("The evaluations that it rests on.", "Evaluation", 100),
    },
  },
  THREAT_ACTIVITY: {
    typeName: "ThreatActivity",
    inputName: "threatActivity",
    description: "Actors seen misusing systems.",
    fields: {
      actors: texts("Names by which the actors are known.", 300, 50),
      objective: text("What they are after.", prose),
      observations: text("What was seen of them.", prose),
      detection: text("How to see them at work.", prose),
      firstSeen: instant("When they were first seen."),
      lastSeen: instant("When they were last seen."),
      dateGranularity: choice("How exact `firstSeen` and `lastSeen` are.", "DateGranularity"),
    },
  },
  INCIDENT: {
    typeName: "Incident",
    inputName: "incident",
    description: "Harm, near miss or hazard that happened.",
    fields: {
      incidentClass: choice("Whether harm came of it.", "IncidentClass"),
      harmTypes: choices("The kinds of harm.", "HarmType"),
      occurredAt: instant("When it happened, or began."),
      endedAt: instant("When it ended."),
      discoveredAt: instant("When it was found out."),
      dateGranularity: choice("How exact the dates are.", "DateGranularity"),
      impact: text("Who was harmed, and how much.", prose),
      response: text("What was done about it.", prose),
    },
  },
  ADVISORY: {
    typeName: "Advisory",
    inputName: "advisory",
    description: "Prose guidance on one or more other items.",
    fields: {
      recommendedActions: texts("What a reader should do, one action an entry, most urgent first.", 2_000, 50),
      remediation: choice("What there is against the problem.", "Remediation"),
    },
  },
  MITIGATION: {
    typeName: "Mitigation",
    inputName: "mitigation",
    description: "A counter-measure that works.",
    fields: {
      counters: texts("What it counters, in words or as ATLAS ids; relate items to name them.", 300, 200),
      safeguards: choices("The safeguards that it is part of.", "Safeguard"),
      effectiveness: text("How well it works, and how that was measured.", prose),
      costs: text("What it costs: latency, refusals of harmless requests, effort.", prose),
      deployment: text("How to put it in place.", prose),
    },
  },
  INFORMATION_REQUEST: {
    typeName: "InformationRequest",
    inputName: "informationRequest",
    description: "A question to the community.",
    fields: {
      question: text("The question.", prose, true),
      neededBy: instant("When an answer is needed."),
      requestState: choice("Whether it is still open; taken as OPEN where it is not given.", "RequestState"),
      answerSummary: text("The answer, once there is one.", prose),
    },
  },
  PRACTICE: {
    typeName: "Practice",
    inputName: "practice",
    description: "A shared standard or best practice.",
    fields: {
      documentKind: choice("What sort of document it is.", "DocumentKind"),
      clauses: records("What it demands, clause by clause, in their order.", "Clause", 200),
    },
  },
} as const satisfies Record<string, { typeName: string; inputName: string; description: string; fields: FieldSpecs }>;

export type ItemKind = keyof typeof kinds;
export const itemKinds = Object.keys(kinds) as ItemKind[]; // the keys of the table above

export type Envelope = ValuesOf<typeof envelopeFields>;
export type Details<K extends ItemKind = ItemKind> = ValuesOf<(typeof kinds)[K]["fields"]>;

/** What an item says: the parsed envelope and the parsed fields of its kind. */
export type Content<K extends ItemKind = ItemKind> = {
  readonly kind: K;
  readonly envelope: Envelope;
  readonly details: Details<K>;
};

/** The same content with the fields of its kind in reach. */
export function isOfKind<K extends ItemKind>(content: Content, kind: K): content is Content<K> {
  return content.kind === kind;
}
