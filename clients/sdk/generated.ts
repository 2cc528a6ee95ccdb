// Written by clients/sdk/generate.ts from schema/schema.graphql and documents.ts; do not edit.


/** Who may have an item, after the Traffic Light Protocol 2.0 of FIRST. It is enforced: the forum shows an item to nobody else. Show it to people in capitals before the text, such as TLP:AMBER+STRICT. */
export const tlpValues = ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"] as const;
export type Tlp = (typeof tlpValues)[number];

/** What others than the origin are shown of where an item comes from. Members of the origin see through it. */
export const attributionValues = ["ORGANIZATION", "SECTOR", "ANONYMOUS"] as const;
export type Attribution = (typeof attributionValues)[number];

/** Where an item stands in its life. */
export const itemStatusValues = ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const;
export type ItemStatus = (typeof itemStatusValues)[number];

/** The kind of organisation that a member is. */
export const sectorValues = ["COMPANY", "GOVERNMENT", "ACADEMIA", "CIVIL_SOCIETY"] as const;
export type Sector = (typeof sectorValues)[number];

/** What an account may do. */
export const roleValues = ["READER", "CONTRIBUTOR", "STEWARD"] as const;
export type Role = (typeof roleValues)[number];

/** How bad an item is, in the judgement of its origin; least severe first. */
export const severityValues = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;
export type Severity = (typeof severityValues)[number];

/** What a recipient may do with what an item tells (Permissible Actions Protocol). It says nothing of who may have it; that is the TLP label. */
export const papValues = ["RED", "AMBER", "GREEN", "CLEAR"] as const;
export type Pap = (typeof papValues)[number];

/** The areas of risk that items are sorted by. The first eight are those of the voluntary commitments on safety of 2023; all of them map to NIST AI 600-1, MLCommons AILuminate, the MIT AI Risk Repository and the EU code of practice for general-purpose AI. */
export const riskCategoryValues = ["BIOLOGICAL", "CHEMICAL", "RADIOLOGICAL_NUCLEAR", "CYBER", "SYSTEM_INTERACTION", "SELF_REPLICATION", "BIAS_DISCRIMINATION", "PRIVACY", "LOSS_OF_CONTROL", "MANIPULATION", "FRAUD_CRIME", "CHILD_SAFETY", "HARMFUL_CONTENT", "INTELLECTUAL_PROPERTY", "MODEL_SECURITY", "RELIABILITY", "SYSTEMIC_OTHER"] as const;
export type RiskCategory = (typeof riskCategoryValues)[number];

/** The means by which a system is kept from doing harm. */
export const safeguardValues = ["REFUSAL_TRAINING", "INPUT_FILTER", "OUTPUT_FILTER", "SYSTEM_PROMPT", "ACCOUNT_ENFORCEMENT", "IDENTITY_VERIFICATION", "RATE_LIMIT", "SANDBOX_PERMISSION", "HUMAN_OVERSIGHT", "MONITORING", "WATERMARK_PROVENANCE", "UNLEARNING", "WEIGHT_SECURITY"] as const;
export type Safeguard = (typeof safeguardValues)[number];

/** Where a capability stands against the threshold that its origin has set. */
export const thresholdStateValues = ["BELOW", "APPROACHING", "REACHED", "EXCEEDED", "CANNOT_EXCLUDE"] as const;
export type ThresholdState = (typeof thresholdStateValues)[number];

/** How far a technique has got from an idea to use. */
export const techniqueMaturityValues = ["FEASIBLE", "DEMONSTRATED", "REALIZED"] as const;
export type TechniqueMaturity = (typeof techniqueMaturityValues)[number];

/** How far a technique carries over from one request to others. */
export const universalityValues = ["NARROW", "DOMAIN", "UNIVERSAL"] as const;
export type Universality = (typeof universalityValues)[number];

/** What somebody needs to reach in order to use a technique. */
export const accessValues = ["CONSUMER_INTERFACE", "API", "FINE_TUNING_API", "SYSTEM_PROMPT_CONTROL", "RETRIEVED_CONTENT", "TOOL_OR_AGENT_ENVIRONMENT", "WEIGHTS", "TRAINING_PIPELINE", "PHYSICAL"] as const;
export type Access = (typeof accessValues)[number];

/** Whether harm came of an incident. */
export const incidentClassValues = ["INCIDENT", "SERIOUS_INCIDENT", "NEAR_MISS", "HAZARD"] as const;
export type IncidentClass = (typeof incidentClassValues)[number];

/** The kinds of harm that an incident did or could do. */
export const harmTypeValues = ["PHYSICAL", "PSYCHOLOGICAL", "REPUTATIONAL", "ECONOMIC_PROPERTY", "ENVIRONMENTAL", "PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE", "FUNDAMENTAL_RIGHTS", "OTHER"] as const;
export type HarmType = (typeof harmTypeValues)[number];

/** How exact the dates beside it are: what is finer than this in them means nothing. */
export const dateGranularityValues = ["YEAR", "MONTH", "DAY", "INSTANT"] as const;
export type DateGranularity = (typeof dateGranularityValues)[number];

/** What there is against a problem. */
export const remediationValues = ["VENDOR_FIX", "FIX_PLANNED", "MITIGATION", "WORKAROUND", "OPTIONAL_PATCH", "NONE_AVAILABLE", "NO_FIX_PLANNED"] as const;
export type Remediation = (typeof remediationValues)[number];

/** Whether a question to the community is still open. */
export const requestStateValues = ["OPEN", "ANSWERED", "CLOSED"] as const;
export type RequestState = (typeof requestStateValues)[number];

/** What sort of document a practice is. */
export const documentKindValues = ["BEST_PRACTICE", "STANDARD", "EVALUATION_PROTOCOL", "TAXONOMY", "GUIDANCE", "CHARTER", "REPORT"] as const;
export type DocumentKind = (typeof documentKindValues)[number];

/** What sort of thing an item is. Each kind is a type of its own, with fields of its own. */
export const itemKindValues = ["CIRCUMVENTION_TECHNIQUE", "CAPABILITY_ALERT", "THREAT_ACTIVITY", "INCIDENT", "ADVISORY", "MITIGATION", "INFORMATION_REQUEST", "PRACTICE"] as const;
export type ItemKind = (typeof itemKindValues)[number];

/** The order of a list of items. Ties go by id. */
export const itemOrderValues = ["NEWEST", "OLDEST", "MOST_SEVERE", "BEST_MATCH"] as const;
export type ItemOrder = (typeof itemOrderValues)[number];

/** What one item says of another. */
export const relationTypeValues = ["COUNTERS", "EXPLOITS", "EVIDENCE_FOR", "SUPERSEDES", "DUPLICATE_OF", "RELATED_TO"] as const;
export type RelationType = (typeof relationTypeValues)[number];

/** A way by which an item reached you. */
export const reachTypeValues = ["ORIGIN", "ORGANIZATION", "GROUP", "SECTOR", "PERSON", "RELAY", "COMMUNITY", "PUBLIC"] as const;
export type ReachType = (typeof reachTypeValues)[number];

/** To whom a recipient may pass an item on. */
export const relayScopeValues = ["NOBODY", "OWN_ORGANIZATION", "CLIENTS", "COMMUNITY", "ANYONE"] as const;
export type RelayScope = (typeof relayScopeValues)[number];

/** Where a recipient organisation stands with an item. */
export const answerStateValues = ["NO_ANSWER", "UNDER_STUDY", "AFFECTED", "NOT_AFFECTED", "MITIGATED"] as const;
export type AnswerState = (typeof answerStateValues)[number];

/** What happened, as far as it concerns you. */
export const feedChangeValues = ["PUBLISHED", "REVISED", "WITHDRAWN", "HIDDEN", "RIGHTS_CHANGED"] as const;
export type FeedChange = (typeof feedChangeValues)[number];

/** What a feed of somebody else's speaks. */
export const sourceKindValues = ["TAXII", "MISP"] as const;
export type SourceKind = (typeof sourceKindValues)[number];

/** To whom an item is addressed. TLP:RED takes accounts only, at least one; TLP:AMBER and TLP:AMBER+STRICT at least one organisation, group or sector; TLP:GREEN these or none, which is the whole community; TLP:CLEAR none. Your own organisation is always added, except with TLP:RED. */
export type AudienceInput = {
  /** Organisations of the directory, at most 1,000. */
  readonly organizations?: readonly string[] | null | undefined;
  /** Groups of the directory, at most 1,000. */
  readonly groups?: readonly string[] | null | undefined;
  /** Whole sectors. */
  readonly sectors?: readonly Sector[] | null | undefined;
  /** Accounts of the directory, at most 1,000. With TLP:RED only. */
  readonly accounts?: readonly string[] | null | undefined;
};


/** A system that something was seen with. At least one field is needed; each takes at most 2,000 characters. */
export type AffectedSystemInput = {
  /** Who offers the system, such as the name of a company. */
  readonly provider: string;
  /** The model or product. */
  readonly model?: string | null | undefined;
  /** The version, or a range of versions in words. */
  readonly version?: string | null | undefined;
};


/** A place where there is more to read. At least one field is needed; each takes at most 2,000 characters. */
export type ReferenceInput = {
  /** What the reference is called. */
  readonly title?: string | null | undefined;
  /** An http or https address. */
  readonly url?: string | null | undefined;
  /** The id in the source, such as CVE-2026-1234 or AML.T0054. */
  readonly externalId?: string | null | undefined;
  /** The source, such as mitre-atlas, avid or cve. */
  readonly source?: string | null | undefined;
};

/** A measurement that a capability alert rests on. At least one field is needed; each takes at most 2,000 characters. */
export type EvaluationInput = {
  /** The evaluation or benchmark. */
  readonly name: string;
  /** The result, with its unit. */
  readonly result: string;
  /** How it was measured. */
  readonly method?: string | null | undefined;
  /** An http or https address of the full result. */
  readonly url?: string | null | undefined;
};

/** Which items are meant. Every field that is given must match; within a list, any of its values does, and an empty list matches nothing. Lists take at most 100 entries, texts at most 1,000 characters. */
export type ItemFilter = {
  /** Where they stand; PUBLISHED where it is not given, and DRAFT gives your own drafts. Means nothing in feeds. */
  readonly statuses?: readonly ItemStatus[] | null | undefined;
  /** What sort of things they are. */
  readonly kinds?: readonly ItemKind[] | null | undefined;
  /** Areas of risk that they touch. */
  readonly riskCategories?: readonly RiskCategory[] | null | undefined;
  /** At least this severe. */
  readonly minSeverity?: Severity | null | undefined;
  /** Their label. */
  readonly tlp?: readonly Tlp[] | null | undefined;
  /** The sector of their origin. Never matches where the attribution withholds it from you. */
  readonly sectors?: readonly Sector[] | null | undefined;
  /** The organisations that they come from. Never matches where the attribution withholds it from you. */
  readonly origins?: readonly string[] | null | undefined;
  /** Groups that they are addressed to, and that you are in or that your organisation addressed. */
  readonly groups?: readonly string[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids that they name, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Any part of the provider or the model of a system that they were seen with, in any case. */
  readonly affects?: string | null | undefined;
  /** First published at this instant or later. */
  readonly publishedAfter?: string | null | undefined;
  /** First published before this instant. */
  readonly publishedBefore?: string | null | undefined;
  /** Words that title, summary and body hold between them: all of them, in any English inflection. "a phrase" in quotes stands together, begin* stands for whatever begins so, at most eight of these. Not in feeds. */
  readonly text?: string | null | undefined;
};

/** What the item says of another. */
export type RelationInput = {
  /** What is said. */
  readonly type: RelationType;
  /** The other item; one that you may see. */
  readonly item: string;
};

/** A way around a safeguard. A whole revision, with its label. */
export type CircumventionTechniqueInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** The safeguards that it gets around. */
  readonly safeguardsBypassed?: readonly Safeguard[] | null | undefined;
  /** The share of `trials` that succeeded, from 0 to 1. */
  readonly successRate?: number | null | undefined;
  /** How many trials `successRate` rests on. */
  readonly trials?: number | null | undefined;
  /** How to see it being used. At most 20,000 characters. */
  readonly detection?: string | null | undefined;
  /** Whether it is thought possible, was shown, or was seen in the wild. */
  readonly maturity?: TechniqueMaturity | null | undefined;
  /** How far it carries over to other requests. */
  readonly universality?: Universality | null | undefined;
  /** What somebody needs to reach in order to use it. */
  readonly accessRequired?: readonly Access[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};



/** A dangerous or emergent capability, with the evidence for it. A whole revision, with its label. */
export type CapabilityAlertInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** The capability, in one line. At most 300 characters. */
  readonly capability: string;
  /** Where it stands against the origin's own threshold. */
  readonly thresholdState: ThresholdState;
  /** The threshold that is meant, and whose it is. At most 2,000 characters. */
  readonly threshold?: string | null | undefined;
  /** The evaluations that it rests on. At most 100 entries. */
  readonly evaluations?: readonly EvaluationInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** Actors seen misusing systems. A whole revision, with its label. */
export type ThreatActivityInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** Names by which the actors are known. At most 50 entries of at most 300 characters. */
  readonly actors?: readonly string[] | null | undefined;
  /** What they are after. At most 20,000 characters. */
  readonly objective?: string | null | undefined;
  /** What was seen of them. At most 20,000 characters. */
  readonly observations?: string | null | undefined;
  /** How to see them at work. At most 20,000 characters. */
  readonly detection?: string | null | undefined;
  /** When they were first seen. */
  readonly firstSeen?: string | null | undefined;
  /** When they were last seen. */
  readonly lastSeen?: string | null | undefined;
  /** How exact `firstSeen` and `lastSeen` are. */
  readonly dateGranularity?: DateGranularity | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** Harm, near miss or hazard that happened. A whole revision, with its label. */
export type IncidentInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** Whether harm came of it. */
  readonly incidentClass?: IncidentClass | null | undefined;
  /** The kinds of harm. */
  readonly harmTypes?: readonly HarmType[] | null | undefined;
  /** When it happened, or began. */
  readonly occurredAt?: string | null | undefined;
  /** When it ended. */
  readonly endedAt?: string | null | undefined;
  /** When it was found out. */
  readonly discoveredAt?: string | null | undefined;
  /** How exact the dates are. */
  readonly dateGranularity?: DateGranularity | null | undefined;
  /** Who was harmed, and how much. At most 20,000 characters. */
  readonly impact?: string | null | undefined;
  /** What was done about it. At most 20,000 characters. */
  readonly response?: string | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** Prose guidance on one or more other items. A whole revision, with its label. */
export type AdvisoryInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** What a reader should do, one action an entry, most urgent first. At most 50 entries of at most 2,000 characters. */
  readonly recommendedActions?: readonly string[] | null | undefined;
  /** What there is against the problem. */
  readonly remediation?: Remediation | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** A counter-measure that works. A whole revision, with its label. */
export type MitigationInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** What it counters, in words or as ATLAS ids; relate items to name them. At most 200 entries of at most 300 characters. */
  readonly counters?: readonly string[] | null | undefined;
  /** The safeguards that it is part of. */
  readonly safeguards?: readonly Safeguard[] | null | undefined;
  /** How well it works, and how that was measured. At most 20,000 characters. */
  readonly effectiveness?: string | null | undefined;
  /** What it costs: latency, refusals of harmless requests, effort. At most 20,000 characters. */
  readonly costs?: string | null | undefined;
  /** How to put it in place. At most 20,000 characters. */
  readonly deployment?: string | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** A question to the community. A whole revision, with its label. */
export type InformationRequestInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** The question. At most 20,000 characters. */
  readonly question: string;
  /** When an answer is needed. */
  readonly neededBy?: string | null | undefined;
  /** Whether it is still open; taken as OPEN where it is not given. */
  readonly requestState?: RequestState | null | undefined;
  /** The answer, once there is one. At most 20,000 characters. */
  readonly answerSummary?: string | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** A shared standard or best practice. A whole revision, with its label. */
export type PracticeInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** What sort of document it is. */
  readonly documentKind?: DocumentKind | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
};

/** An item of one kind: give exactly one of these fields. */
export type ItemInput = { readonly circumventionTechnique: CircumventionTechniqueInput }
  | { readonly capabilityAlert: CapabilityAlertInput }
  | { readonly threatActivity: ThreatActivityInput }
  | { readonly incident: IncidentInput }
  | { readonly advisory: AdvisoryInput }
  | { readonly mitigation: MitigationInput }
  | { readonly informationRequest: InformationRequestInput }
  | { readonly practice: PracticeInput };

/** A feed to be read. */
export type SourceInput = {
  /** What it speaks. */
  readonly kind: SourceKind;
  /** What to call it: 1 to 200 characters. */
  readonly name: string;
  /** Its address: https, without a name or password in it. */
  readonly url: string;
  /** The label of what comes without one. What bears a label never becomes wider than that. */
  readonly tlp: Tlp;
  /** Organisations for whom items are that their label gives to some only; your own, where neither these nor groups nor sectors are given. */
  readonly organizations?: readonly string[] | null | undefined;
  /** Groups, likewise. */
  readonly groups?: readonly string[] | null | undefined;
  /** Sectors, likewise. */
  readonly sectors?: readonly Sector[] | null | undefined;
  /** The name to ask with. */
  readonly username?: string | null | undefined;
  /** The password; or, without a name, a token. It is shown to nobody. */
  readonly password?: string | null | undefined;
};




/** A member of the forum. */
export type Organization = {
  readonly __typename: "Organization";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The kind of organisation that it is. */
  readonly sector: Sector;
  /** Its country as two letters of ISO 3166-1. */
  readonly country: string | null;
  /** Whether its accounts are shut out for now. For stewards; null for everybody else. */
  readonly suspended: boolean | null;
};

/** Somebody who takes part on behalf of a member organisation. */
export type Account = {
  readonly __typename: "Account";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What the person or service is called. */
  readonly name: string;
  /** The organisation that it acts for. */
  readonly organization: Organization;
  /** What it may do. For the account itself and for stewards; null for everybody else. */
  readonly role: Role | null;
  /** Its mail address. For the account itself and for stewards; null for everybody else. */
  readonly email: string | null;
  /** Whether other members find it in the directory. For the account itself and for stewards; null for everybody else. */
  readonly listed: boolean | null;
  /** Whether it is shut out for now. For the account itself and for stewards; null for everybody else. */
  readonly suspended: boolean | null;
  /** Its tokens, newest first. For the account itself and for stewards; null for everybody else. */
  readonly tokens: readonly Token[] | null;
};

/** A bearer token, but for the token itself: the forum keeps a hash of it alone. */
export type Token = {
  readonly __typename: "Token";
  /** Its id, by which it can be ended. */
  readonly id: string;
  /** What it is for, in the words of its maker. */
  readonly name: string | null;
  /** When it was made. */
  readonly createdAt: string;
  /** When it ends by itself; null for one that does not. */
  readonly expiresAt: string | null;
  /** When it was ended; null while it is good. */
  readonly revokedAt: string | null;
  /** When it was last used, to about a minute; null for one that never was. */
  readonly lastUsedAt: string | null;
};

/** A technical working group, or any other named circle of members. Items can be addressed to it. */
export type Group = {
  readonly __typename: "Group";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** What it is for. */
  readonly description: string | null;
  /** The organisations in it: all of their accounts belong to it. */
  readonly organizations: readonly Organization[];
  /** The accounts that are in it by themselves, as far as the directory shows them to you. */
  readonly accounts: readonly Account[];
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename: "PageInfo";
  /** Whether there is more behind this page. */
  readonly hasNextPage: boolean;
  /** Whether there is more before this page. */
  readonly hasPreviousPage: boolean;
  /** The cursor of the first entry: pass it as `before` to go backwards. Null on an empty page. */
  readonly startCursor: string | null;
  /** The cursor of the last entry: pass it as `after` to go on. Null on an empty page. */
  readonly endCursor: string | null;
};

/** One place in a list of organisations. */
export type OrganizationEdge = {
  readonly __typename: "OrganizationEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Organization;
};

/** A page of a list of organisations. */
export type OrganizationConnection = {
  readonly __typename: "OrganizationConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly OrganizationEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Organization[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many organisations there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** One place in a list of accounts. */
export type AccountEdge = {
  readonly __typename: "AccountEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Account;
};

/** A page of a list of accounts. */
export type AccountConnection = {
  readonly __typename: "AccountConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly AccountEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Account[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many accounts there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** One place in a list of groups. */
export type GroupEdge = {
  readonly __typename: "GroupEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Group;
};

/** A page of a list of groups. */
export type GroupConnection = {
  readonly __typename: "GroupConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly GroupEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Group[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many groups there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** Whoever is asking. */
export type Viewer = {
  readonly __typename: "Viewer";
  /** Your account; null where nobody is signed in, and then only TLP:CLEAR is visible. */
  readonly account: Account | null;
  /** The organisation that your account acts for. */
  readonly organization: Organization | null;
  /** The groups that your account or your organisation is in. */
  readonly groups: readonly Group[];
};

/** To whom an item is addressed by its origin. Its own organisation is always among them, except with TLP:RED. */
export type Audience = {
  readonly __typename: "Audience";
  /** Organisations: all of their accounts. */
  readonly organizations: readonly Organization[];
  /** Groups: all of their members, whoever these are at the moment. */
  readonly groups: readonly Group[];
  /** Sectors: all of their organisations. */
  readonly sectors: readonly Sector[];
  /** Persons, with TLP:RED only. */
  readonly accounts: readonly Account[];
};

/** A system that something was seen with. */
export type AffectedSystem = {
  readonly __typename: "AffectedSystem";
  /** Who offers the system, such as the name of a company. */
  readonly provider: string;
  /** The model or product. */
  readonly model: string | null;
  /** The version, or a range of versions in words. */
  readonly version: string | null;
};

/** A place where there is more to read. */
export type Reference = {
  readonly __typename: "Reference";
  /** What the reference is called. */
  readonly title: string | null;
  /** An http or https address. */
  readonly url: string | null;
  /** The id in the source, such as CVE-2026-1234 or AML.T0054. */
  readonly externalId: string | null;
  /** The source, such as mitre-atlas, avid or cve. */
  readonly source: string | null;
};

/** A measurement that a capability alert rests on. */
export type Evaluation = {
  readonly __typename: "Evaluation";
  /** The evaluation or benchmark. */
  readonly name: string;
  /** The result, with its unit. */
  readonly result: string;
  /** How it was measured. */
  readonly method: string | null;
  /** An http or https address of the full result. */
  readonly url: string | null;
};

/** That an item was taken back by its origin. */
export type Withdrawal = {
  readonly __typename: "Withdrawal";
  /** Why, in the words of the origin. */
  readonly reason: string;
  /** When. */
  readonly at: string;
};

/** A way around a safeguard. */
export type CircumventionTechnique = {
  readonly __typename: "CircumventionTechnique";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** The safeguards that it gets around. */
  readonly safeguardsBypassed: readonly Safeguard[];
  /** The share of `trials` that succeeded, from 0 to 1. */
  readonly successRate: number | null;
  /** How many trials `successRate` rests on. */
  readonly trials: number | null;
  /** How to see it being used. */
  readonly detection: string | null;
  /** Whether it is thought possible, was shown, or was seen in the wild. */
  readonly maturity: TechniqueMaturity | null;
  /** How far it carries over to other requests. */
  readonly universality: Universality | null;
  /** What somebody needs to reach in order to use it. */
  readonly accessRequired: readonly Access[];
};

/** A dangerous or emergent capability, with the evidence for it. */
export type CapabilityAlert = {
  readonly __typename: "CapabilityAlert";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** The capability, in one line. */
  readonly capability: string;
  /** Where it stands against the origin's own threshold. */
  readonly thresholdState: ThresholdState;
  /** The threshold that is meant, and whose it is. */
  readonly threshold: string | null;
  /** The evaluations that it rests on. */
  readonly evaluations: readonly Evaluation[];
};

/** Actors seen misusing systems. */
export type ThreatActivity = {
  readonly __typename: "ThreatActivity";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** Names by which the actors are known. */
  readonly actors: readonly string[];
  /** What they are after. */
  readonly objective: string | null;
  /** What was seen of them. */
  readonly observations: string | null;
  /** How to see them at work. */
  readonly detection: string | null;
  /** When they were first seen. */
  readonly firstSeen: string | null;
  /** When they were last seen. */
  readonly lastSeen: string | null;
  /** How exact `firstSeen` and `lastSeen` are. */
  readonly dateGranularity: DateGranularity | null;
};

/** Harm, near miss or hazard that happened. */
export type Incident = {
  readonly __typename: "Incident";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** Whether harm came of it. */
  readonly incidentClass: IncidentClass | null;
  /** The kinds of harm. */
  readonly harmTypes: readonly HarmType[];
  /** When it happened, or began. */
  readonly occurredAt: string | null;
  /** When it ended. */
  readonly endedAt: string | null;
  /** When it was found out. */
  readonly discoveredAt: string | null;
  /** How exact the dates are. */
  readonly dateGranularity: DateGranularity | null;
  /** Who was harmed, and how much. */
  readonly impact: string | null;
  /** What was done about it. */
  readonly response: string | null;
};

/** Prose guidance on one or more other items. */
export type Advisory = {
  readonly __typename: "Advisory";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a reader should do, one action an entry, most urgent first. */
  readonly recommendedActions: readonly string[];
  /** What there is against the problem. */
  readonly remediation: Remediation | null;
};

/** A counter-measure that works. */
export type Mitigation = {
  readonly __typename: "Mitigation";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What it counters, in words or as ATLAS ids; relate items to name them. */
  readonly counters: readonly string[];
  /** The safeguards that it is part of. */
  readonly safeguards: readonly Safeguard[];
  /** How well it works, and how that was measured. */
  readonly effectiveness: string | null;
  /** What it costs: latency, refusals of harmless requests, effort. */
  readonly costs: string | null;
  /** How to put it in place. */
  readonly deployment: string | null;
};

/** A question to the community. */
export type InformationRequest = {
  readonly __typename: "InformationRequest";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** The question. */
  readonly question: string;
  /** When an answer is needed. */
  readonly neededBy: string | null;
  /** Whether it is still open; taken as OPEN where it is not given. */
  readonly requestState: RequestState | null;
  /** The answer, once there is one. */
  readonly answerSummary: string | null;
};

/** A shared standard or best practice. */
export type Practice = {
  readonly __typename: "Practice";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What sort of document it is. */
  readonly documentKind: DocumentKind | null;
};

/** How an item reached you. It never says whom else it reached. */
export type Reach = {
  readonly __typename: "Reach";
  /** The way. */
  readonly type: ReachType;
  /** Which group, where the way is GROUP. */
  readonly group: Group | null;
};

/** What the label lets you do with an item. */
export type Handling = {
  readonly __typename: "Handling";
  /** It in one or two sentences, for people. */
  readonly sentence: string;
  /** To whom you may pass it on with `relay`. */
  readonly relay: RelayScope;
  /** Whether you may revise or withdraw it. */
  readonly mayChange: boolean;
};

/** What one item says of another. It is there only for those who may see both. */
export type Relation = {
  readonly __typename: "Relation";
  /** What is said. */
  readonly type: RelationType;
  /** The item at the other end. */
  readonly item: Item;
};

/** One field that differs from the revision before. Lists and records are given as JSON text, and of `relations` those alone whose other end you see. */
export type RevisionChange = {
  readonly __typename: "RevisionChange";
  /** The field's name, as in the item's type. */
  readonly field: string;
  /** Its value before; null where it had none. */
  readonly before: string | null;
  /** Its value after; null where it has none. */
  readonly after: string | null;
};

/** What an item said at one time. Revisions are never changed, only added to. */
export type Revision = {
  readonly __typename: "Revision";
  /** Its number: 1, 2, 3 … */
  readonly revision: number;
  /** When it was made. */
  readonly at: string;
  /** The label that it had. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** What differs from the newest earlier revision that you may read; empty for the first of these. */
  readonly changes: readonly RevisionChange[];
};

/** That a recipient passed an item on. */
export type Relay = {
  readonly __typename: "Relay";
  /** To whom. */
  readonly organization: Organization;
  /** By whom. */
  readonly by: Organization;
  /** When. */
  readonly at: string;
  /** Whether it still holds: a relay ends when the item's label or audience changes. */
  readonly active: boolean;
};

/** That somebody who has an item met with it too. */
export type Sighting = {
  readonly __typename: "Sighting";
  /** Who reported it; null where they chose not to be named to you. */
  readonly organization: Organization | null;
  /** How many times it was seen. */
  readonly count: number;
  /** When it was first seen. */
  readonly firstSeen: string;
  /** When it was last seen. */
  readonly lastSeen: string;
  /** What else there is to say. */
  readonly note: string | null;
  /** When it was reported. */
  readonly at: string;
};

/** Where and how often an item was met with, taken together. */
export type SightingSummary = {
  readonly __typename: "SightingSummary";
  /** How many reports there are. */
  readonly reports: number;
  /** How many times it was seen, over all reports; 2,147,483,647 stands for that or more. */
  readonly count: number;
  /** When it was first seen by anybody. */
  readonly firstSeen: string | null;
  /** When it was last seen by anybody. */
  readonly lastSeen: string | null;
  /** The newest reports, oldest of them first. */
  readonly entries: readonly Sighting[];
};

/** Where one recipient organisation stands with an item. */
export type Answer = {
  readonly __typename: "Answer";
  /** The recipient. */
  readonly organization: Organization;
  /** Where it stands. */
  readonly state: AnswerState;
  /** What else it says to the origin. */
  readonly note: string | null;
  /** When it first said that it has the item; null where it has not. */
  readonly acknowledgedAt: string | null;
  /** When it last answered; null where it has not. */
  readonly at: string | null;
};

/** How the recipients of an item stand with it. Everyone who has the item sees the numbers; only the origin sees who. */
export type AnswerTally = {
  readonly __typename: "AnswerTally";
  /** How many organisations have said that they have it. */
  readonly acknowledged: number;
  /** How many are looking into it. */
  readonly underStudy: number;
  /** How many are affected. */
  readonly affected: number;
  /** How many are not affected. */
  readonly notAffected: number;
  /** How many have done something about it. */
  readonly mitigated: number;
  /** How many have it and have not said where they stand. For the origin; null for everybody else. */
  readonly noAnswer: number | null;
  /** Every recipient organisation, with where it stands. For the origin; null for everybody else. */
  readonly entries: readonly Answer[] | null;
};

/** One place in a list of items. */
export type ItemEdge = {
  readonly __typename: "ItemEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Item;
};

/** A page of a list of items. */
export type ItemConnection = {
  readonly __typename: "ItemConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly ItemEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Item[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many items there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** How many items there are of one kind. */
export type KindCount = {
  readonly __typename: "KindCount";
  /** The kind. */
  readonly kind: ItemKind;
  /** How many items. */
  readonly count: number;
};

/** How many items touch one area of risk. */
export type RiskCategoryCount = {
  readonly __typename: "RiskCategoryCount";
  /** The area of risk. */
  readonly riskCategory: RiskCategory;
  /** How many items. */
  readonly count: number;
};

/** How many items there are of one severity. */
export type SeverityCount = {
  readonly __typename: "SeverityCount";
  /** The severity. */
  readonly severity: Severity;
  /** How many items. */
  readonly count: number;
};

/** How many items were first published in one month. */
export type MonthCount = {
  readonly __typename: "MonthCount";
  /** The month in UTC, such as 2026-11. */
  readonly month: string;
  /** How many items. */
  readonly count: number;
};

/** Counts over the items that you may see. What is not there is left out, not counted as 0. */
export type ItemStatistics = {
  readonly __typename: "ItemStatistics";
  /** How many items. */
  readonly total: number;
  /** By kind. */
  readonly byKind: readonly KindCount[];
  /** By area of risk; an item counts in each that it touches. */
  readonly byRiskCategory: readonly RiskCategoryCount[];
  /** By severity. */
  readonly bySeverity: readonly SeverityCount[];
  /** By the month of first publication, in UTC, oldest first. */
  readonly byMonth: readonly MonthCount[];
};

/** One change that you are entitled to hear of. */
export type FeedEvent = {
  readonly __typename: "FeedEvent";
  /** The place right behind this event: keep it, and pass it as `after` to go on from here. */
  readonly cursor: string;
  /** What happened. */
  readonly change: FeedChange;
  /** When it happened. */
  readonly at: string;
  /** The item; null with RIGHTS_CHANGED only. */
  readonly itemId: string | null;
  /** The revision that this change made, where it made one. */
  readonly revision: number | null;
  /** The item as it is now, which may be newer than this event; null with HIDDEN and RIGHTS_CHANGED. */
  readonly item: Item | null;
};

/** A stretch of your feed. */
export type FeedPage = {
  readonly __typename: "FeedPage";
  /** The events, oldest first. */
  readonly events: readonly FeedEvent[];
  /** Where to go on: pass it as `after`. On an empty page, where you stand. */
  readonly endCursor: string;
  /** Whether there is more already. Never with an empty page. */
  readonly hasMore: boolean;
};

/** What a change to an item gives back. */
export type PublishPayload = {
  readonly __typename: "PublishPayload";
  /** The item as it is now. */
  readonly item: Item;
  /** The place right behind this change in your own feed. */
  readonly cursor: string;
};

/** What became of one object of a source, where that needs a word. */
export type SourceOutcome = {
  readonly __typename: "SourceOutcome";
  /** The id of the object in the source. */
  readonly objectId: string;
  /** What became of it: `refused`, `skipped`, `saved as a draft` or `withdrawn`. */
  readonly outcome: string;
  /** Why, in words. */
  readonly reason: string | null;
};

/** How many objects of a source had one outcome. */
export type SourceCount = {
  readonly __typename: "SourceCount";
  /** What became of them, such as `published` or `unchanged`. */
  readonly outcome: string;
  /** How many. */
  readonly count: number;
};

/** A feed of somebody else's that the forum reads for an organisation and brings in as its items. For the contributors of that organisation alone. */
export type Source = {
  readonly __typename: "Source";
  /** Its id. */
  readonly id: string;
  /** What it speaks. */
  readonly kind: SourceKind;
  /** What it is called. */
  readonly name: string;
  /** Its address. */
  readonly url: string;
  /** The label of what comes without one. */
  readonly tlp: Tlp;
  /** The organisations that are declared for what its label gives to some only. */
  readonly organizations: readonly Organization[];
  /** The groups, likewise. */
  readonly groups: readonly Group[];
  /** The sectors, likewise. */
  readonly sectors: readonly Sector[];
  /** The name that it is asked with. The password is shown to nobody. */
  readonly username: string | null;
  /** The account that set it up: what it brings is written as by that account. */
  readonly account: Account;
  /** Whether it is left alone for now. */
  readonly paused: boolean;
  /** When it was set up. */
  readonly createdAt: string;
  /** When it was last asked; null where it never was. */
  readonly polledAt: string | null;
  /** When it is asked next, unless it is paused. */
  readonly nextAt: string;
  /** Why it could not be read the last time, in words; null where it could. */
  readonly error: string | null;
  /** What the last poll that got through brought. */
  readonly counts: readonly SourceCount[];
  /** Of that, the objects that need a word, the first 100: those that were refused or left out, and those that became drafts, to be published or discarded by you. */
  readonly told: readonly SourceOutcome[];
};

/** A new bearer token. */
export type TokenPayload = {
  readonly __typename: "TokenPayload";
  /** What to revoke it by. */
  readonly id: string;
  /** The token itself. It is shown this once: the forum keeps no more than a hash. */
  readonly token: string;
};

export type Node = Organization | Account | Group | CircumventionTechnique | CapabilityAlert | ThreatActivity | Incident | Advisory | Mitigation | InformationRequest | Practice;

export type Item = CircumventionTechnique | CapabilityAlert | ThreatActivity | Incident | Advisory | Mitigation | InformationRequest | Practice;

export type AccountFields = {
  readonly id: string;
  readonly name: string;
  readonly organization: OrganizationFields;
};

export type OrganizationFields = {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string | null;
};

export type GroupFields = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
};

export type ItemDetail = ItemFields & {
  readonly reachedThrough: readonly ({
    readonly type: ReachType;
    readonly group: {
      readonly id: string;
      readonly name: string;
    } | null;
  })[];
  readonly relations: readonly ({
    readonly type: RelationType;
    readonly item: RelatedItem;
  })[];
  readonly relatedFrom: readonly ({
    readonly type: RelationType;
    readonly item: RelatedItem;
  })[];
  readonly revisions: readonly ({
    readonly revision: number;
    readonly at: string;
    readonly tlp: Tlp;
    readonly changes: readonly ({
      readonly field: string;
      readonly before: string | null;
      readonly after: string | null;
    })[];
  })[];
  readonly relays: readonly ({
    readonly organization: {
      readonly id: string;
      readonly name: string;
    };
    readonly by: {
      readonly id: string;
      readonly name: string;
    };
    readonly at: string;
    readonly active: boolean;
  })[] | null;
  readonly sightings: {
    readonly reports: number;
    readonly count: number;
    readonly firstSeen: string | null;
    readonly lastSeen: string | null;
    readonly entries: readonly ({
      readonly organization: {
        readonly id: string;
        readonly name: string;
      } | null;
      readonly count: number;
      readonly firstSeen: string;
      readonly lastSeen: string;
      readonly note: string | null;
      readonly at: string;
    })[];
  };
  readonly answers: {
    readonly acknowledged: number;
    readonly underStudy: number;
    readonly affected: number;
    readonly notAffected: number;
    readonly mitigated: number;
    readonly noAnswer: number | null;
    readonly entries: readonly AnswerFields[] | null;
  };
  readonly ownAnswer: AnswerFields | null;
};

export type AnswerFields = {
  readonly organization: {
    readonly id: string;
    readonly name: string;
  };
  readonly state: AnswerState;
  readonly note: string | null;
  readonly acknowledgedAt: string | null;
  readonly at: string | null;
};

export type RelatedItem = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly tlp: Tlp;
  readonly status: ItemStatus;
} & ({
  readonly __typename: "CircumventionTechnique";
} | {
  readonly __typename: "CapabilityAlert";
} | {
  readonly __typename: "ThreatActivity";
} | {
  readonly __typename: "Incident";
} | {
  readonly __typename: "Advisory";
} | {
  readonly __typename: "Mitigation";
} | {
  readonly __typename: "InformationRequest";
} | {
  readonly __typename: "Practice";
});

export type ItemFields = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly summary: string;
  readonly body: string | null;
  readonly tlp: Tlp;
  readonly pap: Pap | null;
  readonly riskCategories: readonly RiskCategory[];
  readonly severity: Severity;
  readonly confidence: number | null;
  readonly status: ItemStatus;
  readonly attribution: Attribution;
  readonly origin: {
    readonly id: string;
    readonly name: string;
    readonly sector: Sector;
    readonly country: string | null;
  } | null;
  readonly originSector: Sector | null;
  readonly audience: {
    readonly organizations: readonly ({
      readonly id: string;
      readonly name: string;
    })[];
    readonly groups: readonly ({
      readonly id: string;
      readonly name: string;
    })[];
    readonly sectors: readonly Sector[];
    readonly accounts: readonly ({
      readonly id: string;
      readonly name: string;
    })[];
  } | null;
  readonly affectedSystems: readonly ({
    readonly provider: string;
    readonly model: string | null;
    readonly version: string | null;
  })[];
  readonly techniques: readonly string[];
  readonly references: readonly ({
    readonly title: string | null;
    readonly url: string | null;
    readonly externalId: string | null;
    readonly source: string | null;
  })[];
  readonly revision: number;
  readonly publishedAt: string | null;
  readonly revisedAt: string | null;
  readonly withdrawal: {
    readonly reason: string;
    readonly at: string;
  } | null;
  readonly viewerIsOrigin: boolean;
  readonly handling: {
    readonly sentence: string;
    readonly relay: RelayScope;
    readonly mayChange: boolean;
  };
} & ({
  readonly __typename: "CircumventionTechnique";
  readonly safeguardsBypassed: readonly Safeguard[];
  readonly successRate: number | null;
  readonly trials: number | null;
  readonly detection: string | null;
  readonly maturity: TechniqueMaturity | null;
  readonly universality: Universality | null;
  readonly accessRequired: readonly Access[];
} | {
  readonly __typename: "CapabilityAlert";
  readonly capability: string;
  readonly thresholdState: ThresholdState;
  readonly threshold: string | null;
  readonly evaluations: readonly ({
    readonly name: string;
    readonly result: string;
    readonly method: string | null;
    readonly url: string | null;
  })[];
} | {
  readonly __typename: "ThreatActivity";
  readonly actors: readonly string[];
  readonly objective: string | null;
  readonly observations: string | null;
  readonly detection: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly dateGranularity: DateGranularity | null;
} | {
  readonly __typename: "Incident";
  readonly incidentClass: IncidentClass | null;
  readonly harmTypes: readonly HarmType[];
  readonly occurredAt: string | null;
  readonly endedAt: string | null;
  readonly discoveredAt: string | null;
  readonly dateGranularity: DateGranularity | null;
  readonly impact: string | null;
  readonly response: string | null;
} | {
  readonly __typename: "Advisory";
  readonly recommendedActions: readonly string[];
  readonly remediation: Remediation | null;
} | {
  readonly __typename: "Mitigation";
  readonly counters: readonly string[];
  readonly safeguards: readonly Safeguard[];
  readonly effectiveness: string | null;
  readonly costs: string | null;
  readonly deployment: string | null;
} | {
  readonly __typename: "InformationRequest";
  readonly question: string;
  readonly neededBy: string | null;
  readonly requestState: RequestState | null;
  readonly answerSummary: string | null;
} | {
  readonly __typename: "Practice";
  readonly documentKind: DocumentKind | null;
});

export type FeedEventFields = {
  readonly cursor: string;
  readonly change: FeedChange;
  readonly at: string;
  readonly itemId: string | null;
  readonly revision: number | null;
  readonly item: ItemFields | null;
};

export type WrittenFields = {
  readonly cursor: string;
  readonly item: ItemFields;
};

export type SourceFields = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly url: string;
  readonly tlp: Tlp;
  readonly organizations: readonly ({
    readonly id: string;
    readonly name: string;
  })[];
  readonly groups: readonly ({
    readonly id: string;
    readonly name: string;
  })[];
  readonly sectors: readonly Sector[];
  readonly username: string | null;
  readonly account: {
    readonly id: string;
    readonly name: string;
  };
  readonly paused: boolean;
  readonly createdAt: string;
  readonly polledAt: string | null;
  readonly nextAt: string;
  readonly error: string | null;
  readonly counts: readonly ({
    readonly outcome: string;
    readonly count: number;
  })[];
  readonly told: readonly ({
    readonly objectId: string;
    readonly outcome: string;
    readonly reason: string | null;
  })[];
};

/** The variables and the result of each document. */
export type Operations = {
  viewer: {
    variables: {  };
    result: {
      readonly viewer: {
        readonly account: AccountFields & {
          readonly role: Role | null;
        } | null;
        readonly organization: OrganizationFields | null;
        readonly groups: readonly GroupFields[];
      };
    };
  };
  organizations: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly sector?: Sector | null | undefined };
    result: {
      readonly organizations: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly OrganizationFields[];
      };
    };
  };
  accounts: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly organization?: string | null | undefined };
    result: {
      readonly accounts: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly AccountFields[];
      };
    };
  };
  groups: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined };
    result: {
      readonly groups: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly GroupFields[];
      };
    };
  };
  item: {
    variables: { readonly id: string };
    result: {
      readonly item: ItemDetail | null;
    };
  };
  items: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly last?: number | null | undefined; readonly before?: string | null | undefined; readonly filter?: ItemFilter | null | undefined; readonly orderBy?: ItemOrder | null | undefined };
    result: {
      readonly items: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ItemFields[];
      };
    };
  };
  itemsWithRelations: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly filter?: ItemFilter | null | undefined; readonly orderBy?: ItemOrder | null | undefined };
    result: {
      readonly items: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly (ItemFields & {
          readonly relations: readonly ({
            readonly type: RelationType;
            readonly item: {
              readonly id: string;
            };
          })[];
        })[];
      };
    };
  };
  statistics: {
    variables: { readonly filter?: ItemFilter | null | undefined };
    result: {
      readonly itemStatistics: {
        readonly total: number;
        readonly byKind: readonly ({
          readonly kind: ItemKind;
          readonly count: number;
        })[];
        readonly byRiskCategory: readonly ({
          readonly riskCategory: RiskCategory;
          readonly count: number;
        })[];
        readonly bySeverity: readonly ({
          readonly severity: Severity;
          readonly count: number;
        })[];
        readonly byMonth: readonly ({
          readonly month: string;
          readonly count: number;
        })[];
      };
    };
  };
  feedCursor: {
    variables: {  };
    result: {
      readonly feedCursor: string;
    };
  };
  feedPage: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly filter?: ItemFilter | null | undefined };
    result: {
      readonly feed: {
        readonly endCursor: string;
        readonly hasMore: boolean;
        readonly events: readonly FeedEventFields[];
      };
    };
  };
  feed: {
    variables: { readonly after?: string | null | undefined; readonly filter?: ItemFilter | null | undefined };
    result: {
      readonly feed: FeedEventFields;
    };
  };
  publish: {
    variables: { readonly input: ItemInput; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly publish: WrittenFields;
    };
  };
  revise: {
    variables: { readonly id: string; readonly expectedRevision: number; readonly input: ItemInput; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly revise: WrittenFields;
    };
  };
  withdraw: {
    variables: { readonly id: string; readonly reason: string; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly withdraw: WrittenFields;
    };
  };
  relay: {
    variables: { readonly id: string; readonly organizations: readonly string[]; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly relay: WrittenFields;
    };
  };
  saveDraft: {
    variables: { readonly input: ItemInput; readonly id?: string | null | undefined };
    result: {
      readonly saveDraft: ItemFields;
    };
  };
  publishDraft: {
    variables: { readonly id: string; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly publishDraft: WrittenFields;
    };
  };
  discardDraft: {
    variables: { readonly id: string };
    result: {
      readonly discardDraft: string;
    };
  };
  answer: {
    variables: { readonly id: string; readonly state: AnswerState; readonly note?: string | null | undefined };
    result: {
      readonly answer: ItemDetail;
    };
  };
  reportSighting: {
    variables: { readonly id: string; readonly count: number; readonly firstSeen: string; readonly lastSeen?: string | null | undefined; readonly attributed?: boolean | null | undefined; readonly note?: string | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly reportSighting: ItemDetail;
    };
  };
  sources: {
    variables: {  };
    result: {
      readonly sources: readonly SourceFields[];
    };
  };
  addSource: {
    variables: { readonly input: SourceInput };
    result: {
      readonly addSource: SourceFields;
    };
  };
  pauseSource: {
    variables: { readonly id: string; readonly paused: boolean };
    result: {
      readonly pauseSource: SourceFields;
    };
  };
  removeSource: {
    variables: { readonly id: string };
    result: {
      readonly removeSource: string;
    };
  };
};
