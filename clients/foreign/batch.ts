import type {
  Access,
  Attribution,
  ClauseLevel,
  DateGranularity,
  DocumentKind,
  HarmType,
  IncidentClass,
  Pap,
  RelationType,
  Remediation,
  RiskCategory,
  Safeguard,
  Severity,
  TechniqueMaturity,
  ThresholdState,
  Tlp,
} from "../sdk/index.ts";

/**
 * What a reader of foreign data hands to the importer.
 *
 * 1. `externalKey` is what an entry is found again by. It stands as the first of the entry's references, with the same
 *    `source` and `externalId`, so that an earlier import can be recognised among the origin's own items.
 * 2. No two entries of a batch have the same key.
 * 3. A relation names an entry that stands before the one that carries it: publishing in order always finds its other end.
 * 4. The same data gives the same batch, down to the order, so that a second import finds nothing to change.
 */
export type ImportBatch = {
  readonly entries: readonly ImportEntry[];
  /** What was left out, one line for each thing. */
  readonly skipped: readonly Skipped[];
  /** What a person should know of the whole: what was shortened, mended, counted or not to be had from this file. */
  readonly notes: readonly string[];
};

export type ImportEntry = {
  readonly externalKey: ExternalKey;
  readonly input: ImportInput;
  readonly relations: readonly ImportRelation[];
  /** To whom it goes under a label that wants to be told. Whoever imports passes on what it was given, no further than to its own. */
  readonly audience?: "own organisation" | "myself";
};

/** What a reader tells of while it reads. */
export type Notes = {
  /** One thing was left out. */
  skip(what: string, why: string): void;
  /** The same small thing happened to one more entry. */
  tally(what: string, externalId: string): void;
};

export type Skipped = { readonly what: string; readonly why: string };

export type ExternalKey = { readonly source: string; readonly externalId: string };

export type ImportRelation = { readonly type: RelationType; readonly externalKey: ExternalKey };

/** An `ItemInput` of the API, without its relations: one of the kinds, and nothing but what its input type takes. */
export type ImportInput =
  | { readonly circumventionTechnique: Envelope & TechniqueFields }
  | { readonly capabilityAlert: Envelope & CapabilityFields }
  | { readonly incident: Envelope & IncidentFields }
  | { readonly advisory: Envelope & AdvisoryFields }
  | { readonly mitigation: Envelope & MitigationFields }
  | { readonly threatActivity: Envelope & ThreatFields }
  | { readonly practice: Envelope & PracticeFields };

/** Public data is for everybody and is labelled CLEAR; what comes with a label of its own keeps it. */
export type Envelope = {
  readonly title: string;
  readonly summary: string;
  readonly body?: string;
  readonly tlp: Tlp;
  readonly attribution?: Attribution;
  readonly pap?: Pap;
  readonly confidence?: number;
  readonly riskCategories: readonly RiskCategory[];
  readonly severity: Severity;
  readonly affectedSystems?: readonly AffectedSystem[];
  readonly techniques?: readonly string[];
  readonly references: readonly Reference[];
};

export type AffectedSystem = { readonly provider: string; readonly model?: string; readonly version?: string };
export type Reference = {
  readonly title?: string;
  readonly url?: string;
  readonly externalId?: string;
  readonly source?: string;
};
export type Evaluation = {
  readonly name: string;
  readonly result: string;
  readonly method?: string;
  readonly url?: string;
};

export type TechniqueFields = {
  readonly safeguardsBypassed?: readonly Safeguard[];
  readonly maturity?: TechniqueMaturity;
  readonly accessRequired?: readonly Access[];
};
export type CapabilityFields = {
  readonly capability: string;
  readonly thresholdState: ThresholdState;
  readonly threshold?: string;
  readonly evaluations?: readonly Evaluation[];
};
export type IncidentFields = {
  readonly incidentClass?: IncidentClass;
  readonly harmTypes?: readonly HarmType[];
  readonly occurredAt?: string;
  readonly dateGranularity?: DateGranularity;
  readonly impact?: string;
};
export type AdvisoryFields = { readonly recommendedActions?: readonly string[]; readonly remediation?: Remediation };
export type MitigationFields = {
  readonly counters?: readonly string[];
  readonly safeguards?: readonly Safeguard[];
  readonly deployment?: string;
};

export type PracticeFields = {
  readonly documentKind?: DocumentKind;
  /** Without numbers: the forum gives them, and finds again what says the same word for word. */
  readonly clauses?: readonly { readonly level: ClauseLevel; readonly text: string }[];
};
export type ThreatFields = { readonly actors?: readonly string[] };

/** There is nothing to read at all: no such file or folder, not the format that was asked for. Its message is for people. */
export class UnreadableSource extends Error {
  override readonly name = "UnreadableSource";
}
