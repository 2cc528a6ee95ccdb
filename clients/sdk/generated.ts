// Written by clients/sdk/generate.ts from schema/schema.graphql and documents.ts; do not edit.

export const accessValues = ["API", "CONSUMER_INTERFACE", "FINE_TUNING_API", "PHYSICAL", "RETRIEVED_CONTENT", "SYSTEM_PROMPT_CONTROL", "TOOL_OR_AGENT_ENVIRONMENT", "TRAINING_PIPELINE", "WEIGHTS"] as const;
export type Access = (typeof accessValues)[number];

export type Account = {
  readonly __typename: "Account";
  readonly email: string | null;
  readonly id: string;
  readonly listed: boolean | null;
  readonly name: string;
  readonly organization: Organization;
  readonly role: Role | null;
};




export type AccountConnection = {
  readonly __typename: "AccountConnection";
  readonly edges: readonly AccountEdge[];
  readonly nodes: readonly Account[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
};


export type AccountEdge = {
  readonly __typename: "AccountEdge";
  readonly cursor: string;
  readonly node: Account;
};

/** Prose guidance on one or more other items. */
export type Advisory = {
  readonly __typename: "Advisory";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** What a reader should do, one action an entry, most urgent first. */
  readonly recommendedActions: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  /** What there is against the problem. */
  readonly remediation: Remediation | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

/** Prose guidance on one or more other items. */
export type AdvisoryInput = {
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** What a reader should do, one action an entry, most urgent first. */
  readonly recommendedActions?: readonly string[] | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** What there is against the problem. */
  readonly remediation?: Remediation | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};

export type AffectedSystem = {
  readonly __typename: "AffectedSystem";
  readonly model: string | null;
  readonly provider: string;
  readonly version: string | null;
};

export type AffectedSystemInput = {
  readonly model?: string | null | undefined;
  readonly provider: string;
  readonly version?: string | null | undefined;
};

export type Answer = {
  readonly __typename: "Answer";
  readonly acknowledgedAt: string | null;
  readonly at: string | null;
  readonly note: string | null;
  readonly organization: Organization;
  readonly state: AnswerState;
};

export const answerStateValues = ["AFFECTED", "MITIGATED", "NOT_AFFECTED", "NO_ANSWER", "UNDER_STUDY"] as const;
export type AnswerState = (typeof answerStateValues)[number];

export type AnswerTally = {
  readonly __typename: "AnswerTally";
  readonly acknowledged: number;
  readonly affected: number;
  readonly entries: readonly Answer[] | null;
  readonly mitigated: number;
  readonly noAnswer: number | null;
  readonly notAffected: number;
  readonly underStudy: number;
};

export const attributionValues = ["ANONYMOUS", "ORGANIZATION", "SECTOR"] as const;
export type Attribution = (typeof attributionValues)[number];

export type Audience = {
  readonly __typename: "Audience";
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly organizations: readonly Organization[];
  readonly sectors: readonly Sector[];
};

export type AudienceInput = {
  readonly accounts?: readonly string[] | null | undefined;
  readonly groups?: readonly string[] | null | undefined;
  readonly organizations?: readonly string[] | null | undefined;
  readonly sectors?: readonly Sector[] | null | undefined;
};

/** A dangerous or emergent capability, with the evidence for it. */
export type CapabilityAlert = {
  readonly __typename: "CapabilityAlert";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** The capability, in one line. */
  readonly capability: string;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** The evaluations that it rests on. */
  readonly evaluations: readonly Evaluation[];
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** The threshold that is meant, and whose it is. */
  readonly threshold: string | null;
  /** Where it stands against the origin's own threshold. */
  readonly thresholdState: ThresholdState;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

/** A dangerous or emergent capability, with the evidence for it. */
export type CapabilityAlertInput = {
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** The capability, in one line. */
  readonly capability: string;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The evaluations that it rests on. */
  readonly evaluations?: readonly EvaluationInput[] | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** The threshold that is meant, and whose it is. */
  readonly threshold?: string | null | undefined;
  /** Where it stands against the origin's own threshold. */
  readonly thresholdState: ThresholdState;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};

/** A way around a safeguard. */
export type CircumventionTechnique = {
  readonly __typename: "CircumventionTechnique";
  /** What somebody needs to reach in order to use it. */
  readonly accessRequired: readonly Access[];
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** How to see it being used. */
  readonly detection: string | null;
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  /** Whether it is thought possible, was shown, or was seen in the wild. */
  readonly maturity: TechniqueMaturity | null;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it gets around. */
  readonly safeguardsBypassed: readonly Safeguard[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** The share of `trials` that succeeded, from 0 to 1. */
  readonly successRate: number | null;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  /** How many trials `successRate` rests on. */
  readonly trials: number | null;
  /** How far it carries over to other requests. */
  readonly universality: Universality | null;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};


/** A way around a safeguard. */
export type CircumventionTechniqueInput = {
  /** What somebody needs to reach in order to use it. */
  readonly accessRequired?: readonly Access[] | null | undefined;
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** How to see it being used. */
  readonly detection?: string | null | undefined;
  /** Whether it is thought possible, was shown, or was seen in the wild. */
  readonly maturity?: TechniqueMaturity | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it gets around. */
  readonly safeguardsBypassed?: readonly Safeguard[] | null | undefined;
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** The share of `trials` that succeeded, from 0 to 1. */
  readonly successRate?: number | null | undefined;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  /** How many trials `successRate` rests on. */
  readonly trials?: number | null | undefined;
  /** How far it carries over to other requests. */
  readonly universality?: Universality | null | undefined;
};

export const dateGranularityValues = ["DAY", "INSTANT", "MONTH", "YEAR"] as const;
export type DateGranularity = (typeof dateGranularityValues)[number];


export const documentKindValues = ["BEST_PRACTICE", "CHARTER", "EVALUATION_PROTOCOL", "GUIDANCE", "REPORT", "STANDARD", "TAXONOMY"] as const;
export type DocumentKind = (typeof documentKindValues)[number];

export type Evaluation = {
  readonly __typename: "Evaluation";
  readonly method: string | null;
  readonly name: string;
  readonly result: string;
  readonly url: string | null;
};

export type EvaluationInput = {
  readonly method?: string | null | undefined;
  readonly name: string;
  readonly result: string;
  readonly url?: string | null | undefined;
};

export const feedChangeValues = ["HIDDEN", "PUBLISHED", "REVISED", "RIGHTS_CHANGED", "WITHDRAWN"] as const;
export type FeedChange = (typeof feedChangeValues)[number];

export type FeedEvent = {
  readonly __typename: "FeedEvent";
  readonly at: string;
  readonly change: FeedChange;
  readonly cursor: string;
  readonly item: Item | null;
  readonly itemId: string | null;
  readonly revision: number | null;
};

export type FeedPage = {
  readonly __typename: "FeedPage";
  readonly endCursor: string;
  readonly events: readonly FeedEvent[];
  readonly hasMore: boolean;
};

export type Group = {
  readonly __typename: "Group";
  readonly accounts: readonly Account[];
  readonly description: string | null;
  readonly id: string;
  readonly name: string;
  readonly organizations: readonly Organization[];
};

export type GroupConnection = {
  readonly __typename: "GroupConnection";
  readonly edges: readonly GroupEdge[];
  readonly nodes: readonly Group[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
};

export type GroupEdge = {
  readonly __typename: "GroupEdge";
  readonly cursor: string;
  readonly node: Group;
};

export type Handling = {
  readonly __typename: "Handling";
  readonly mayChange: boolean;
  readonly relay: RelayScope;
  readonly sentence: string;
};

export const harmTypeValues = ["ECONOMIC_PROPERTY", "ENVIRONMENTAL", "FUNDAMENTAL_RIGHTS", "OTHER", "PHYSICAL", "PSYCHOLOGICAL", "PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE", "REPUTATIONAL"] as const;
export type HarmType = (typeof harmTypeValues)[number];

/** Harm, near miss or hazard that happened. */
export type Incident = {
  readonly __typename: "Incident";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** How exact the dates are. */
  readonly dateGranularity: DateGranularity | null;
  /** When it was found out. */
  readonly discoveredAt: string | null;
  /** When it ended. */
  readonly endedAt: string | null;
  readonly handling: Handling;
  /** The kinds of harm. */
  readonly harmTypes: readonly HarmType[];
  readonly id: string;
  /** Who was harmed, and how much. */
  readonly impact: string | null;
  /** Whether harm came of it. */
  readonly incidentClass: IncidentClass | null;
  readonly kind: ItemKind;
  /** When it happened, or began. */
  readonly occurredAt: string | null;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  /** What was done about it. */
  readonly response: string | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

export const incidentClassValues = ["HAZARD", "INCIDENT", "NEAR_MISS", "SERIOUS_INCIDENT"] as const;
export type IncidentClass = (typeof incidentClassValues)[number];

/** Harm, near miss or hazard that happened. */
export type IncidentInput = {
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** How exact the dates are. */
  readonly dateGranularity?: DateGranularity | null | undefined;
  /** When it was found out. */
  readonly discoveredAt?: string | null | undefined;
  /** When it ended. */
  readonly endedAt?: string | null | undefined;
  /** The kinds of harm. */
  readonly harmTypes?: readonly HarmType[] | null | undefined;
  /** Who was harmed, and how much. */
  readonly impact?: string | null | undefined;
  /** Whether harm came of it. */
  readonly incidentClass?: IncidentClass | null | undefined;
  /** When it happened, or began. */
  readonly occurredAt?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** What was done about it. */
  readonly response?: string | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};

/** A question to the community. */
export type InformationRequest = {
  readonly __typename: "InformationRequest";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** The answer, once there is one. */
  readonly answerSummary: string | null;
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  /** When an answer is needed. */
  readonly neededBy: string | null;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  /** The question. */
  readonly question: string;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  /** Whether it is still open; taken as OPEN where it is not given. */
  readonly requestState: RequestState | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

/** A question to the community. */
export type InformationRequestInput = {
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** The answer, once there is one. */
  readonly answerSummary?: string | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** When an answer is needed. */
  readonly neededBy?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The question. */
  readonly question: string;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** Whether it is still open; taken as OPEN where it is not given. */
  readonly requestState?: RequestState | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};


export type ItemConnection = {
  readonly __typename: "ItemConnection";
  readonly edges: readonly ItemEdge[];
  readonly nodes: readonly Item[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
};

export type ItemEdge = {
  readonly __typename: "ItemEdge";
  readonly cursor: string;
  readonly node: Item;
};

export type ItemFilter = {
  readonly affects?: string | null | undefined;
  readonly groups?: readonly string[] | null | undefined;
  readonly kinds?: readonly ItemKind[] | null | undefined;
  readonly minSeverity?: Severity | null | undefined;
  readonly origins?: readonly string[] | null | undefined;
  readonly publishedAfter?: string | null | undefined;
  readonly publishedBefore?: string | null | undefined;
  readonly riskCategories?: readonly RiskCategory[] | null | undefined;
  readonly sectors?: readonly Sector[] | null | undefined;
  readonly statuses?: readonly ItemStatus[] | null | undefined;
  readonly techniques?: readonly string[] | null | undefined;
  readonly text?: string | null | undefined;
  readonly tlp?: readonly Tlp[] | null | undefined;
};

export type ItemInput = { readonly advisory: AdvisoryInput }
  | { readonly capabilityAlert: CapabilityAlertInput }
  | { readonly circumventionTechnique: CircumventionTechniqueInput }
  | { readonly incident: IncidentInput }
  | { readonly informationRequest: InformationRequestInput }
  | { readonly mitigation: MitigationInput }
  | { readonly practice: PracticeInput }
  | { readonly threatActivity: ThreatActivityInput };

export const itemKindValues = ["ADVISORY", "CAPABILITY_ALERT", "CIRCUMVENTION_TECHNIQUE", "INCIDENT", "INFORMATION_REQUEST", "MITIGATION", "PRACTICE", "THREAT_ACTIVITY"] as const;
export type ItemKind = (typeof itemKindValues)[number];

export const itemOrderValues = ["BEST_MATCH", "MOST_SEVERE", "NEWEST", "OLDEST"] as const;
export type ItemOrder = (typeof itemOrderValues)[number];

export type ItemStatistics = {
  readonly __typename: "ItemStatistics";
  readonly byKind: readonly KindCount[];
  readonly byMonth: readonly MonthCount[];
  readonly byRiskCategory: readonly RiskCategoryCount[];
  readonly bySeverity: readonly SeverityCount[];
  readonly total: number;
};

export const itemStatusValues = ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const;
export type ItemStatus = (typeof itemStatusValues)[number];

export type KindCount = {
  readonly __typename: "KindCount";
  readonly count: number;
  readonly kind: ItemKind;
};

/** A counter-measure that works. */
export type Mitigation = {
  readonly __typename: "Mitigation";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** What it costs: latency, refusals of harmless requests, effort. */
  readonly costs: string | null;
  /** What it counters, in words or as ATLAS ids; relate items to name them. */
  readonly counters: readonly string[];
  /** How to put it in place. */
  readonly deployment: string | null;
  /** How well it works, and how that was measured. */
  readonly effectiveness: string | null;
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it is part of. */
  readonly safeguards: readonly Safeguard[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

/** A counter-measure that works. */
export type MitigationInput = {
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** What it costs: latency, refusals of harmless requests, effort. */
  readonly costs?: string | null | undefined;
  /** What it counters, in words or as ATLAS ids; relate items to name them. */
  readonly counters?: readonly string[] | null | undefined;
  /** How to put it in place. */
  readonly deployment?: string | null | undefined;
  /** How well it works, and how that was measured. */
  readonly effectiveness?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it is part of. */
  readonly safeguards?: readonly Safeguard[] | null | undefined;
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};

export type MonthCount = {
  readonly __typename: "MonthCount";
  readonly count: number;
  readonly month: string;
};


export type Organization = {
  readonly __typename: "Organization";
  readonly country: string | null;
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly suspended: boolean | null;
};

export type OrganizationConnection = {
  readonly __typename: "OrganizationConnection";
  readonly edges: readonly OrganizationEdge[];
  readonly nodes: readonly Organization[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
};

export type OrganizationEdge = {
  readonly __typename: "OrganizationEdge";
  readonly cursor: string;
  readonly node: Organization;
};

export type PageInfo = {
  readonly __typename: "PageInfo";
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
};

export const papValues = ["AMBER", "CLEAR", "GREEN", "RED"] as const;
export type Pap = (typeof papValues)[number];

/** A shared standard or best practice. */
export type Practice = {
  readonly __typename: "Practice";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** What sort of document it is. */
  readonly documentKind: DocumentKind | null;
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

/** A shared standard or best practice. */
export type PracticeInput = {
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** What sort of document it is. */
  readonly documentKind?: DocumentKind | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};

export type PublishPayload = {
  readonly __typename: "PublishPayload";
  readonly cursor: string;
  readonly item: Item;
};

export type Reach = {
  readonly __typename: "Reach";
  readonly group: Group | null;
  readonly type: ReachType;
};

export const reachTypeValues = ["COMMUNITY", "GROUP", "ORGANIZATION", "ORIGIN", "PERSON", "PUBLIC", "RELAY", "SECTOR"] as const;
export type ReachType = (typeof reachTypeValues)[number];

export type Reference = {
  readonly __typename: "Reference";
  readonly externalId: string | null;
  readonly source: string | null;
  readonly title: string | null;
  readonly url: string | null;
};

export type ReferenceInput = {
  readonly externalId?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
};

export type Relation = {
  readonly __typename: "Relation";
  readonly item: Item;
  readonly type: RelationType;
};

export type RelationInput = {
  readonly item: string;
  readonly type: RelationType;
};

export const relationTypeValues = ["COUNTERS", "DUPLICATE_OF", "EVIDENCE_FOR", "EXPLOITS", "RELATED_TO", "SUPERSEDES"] as const;
export type RelationType = (typeof relationTypeValues)[number];

export type Relay = {
  readonly __typename: "Relay";
  readonly active: boolean;
  readonly at: string;
  readonly by: Organization;
  readonly organization: Organization;
};

export const relayScopeValues = ["ANYONE", "CLIENTS", "COMMUNITY", "NOBODY", "OWN_ORGANIZATION"] as const;
export type RelayScope = (typeof relayScopeValues)[number];

export const remediationValues = ["FIX_PLANNED", "MITIGATION", "NONE_AVAILABLE", "NO_FIX_PLANNED", "OPTIONAL_PATCH", "VENDOR_FIX", "WORKAROUND"] as const;
export type Remediation = (typeof remediationValues)[number];

export const requestStateValues = ["ANSWERED", "CLOSED", "OPEN"] as const;
export type RequestState = (typeof requestStateValues)[number];

export type Revision = {
  readonly __typename: "Revision";
  readonly at: string;
  readonly body: string | null;
  readonly changes: readonly RevisionChange[];
  readonly revision: number;
  readonly riskCategories: readonly RiskCategory[];
  readonly severity: Severity;
  readonly summary: string;
  readonly title: string;
  readonly tlp: Tlp;
};

export type RevisionChange = {
  readonly __typename: "RevisionChange";
  readonly after: string | null;
  readonly before: string | null;
  readonly field: string;
};

export const riskCategoryValues = ["BIAS_DISCRIMINATION", "BIOLOGICAL", "CHEMICAL", "CHILD_SAFETY", "CYBER", "FRAUD_CRIME", "HARMFUL_CONTENT", "INTELLECTUAL_PROPERTY", "LOSS_OF_CONTROL", "MANIPULATION", "MODEL_SECURITY", "PRIVACY", "RADIOLOGICAL_NUCLEAR", "RELIABILITY", "SELF_REPLICATION", "SYSTEMIC_OTHER", "SYSTEM_INTERACTION"] as const;
export type RiskCategory = (typeof riskCategoryValues)[number];

export type RiskCategoryCount = {
  readonly __typename: "RiskCategoryCount";
  readonly count: number;
  readonly riskCategory: RiskCategory;
};

export const roleValues = ["CONTRIBUTOR", "READER", "STEWARD"] as const;
export type Role = (typeof roleValues)[number];

export const safeguardValues = ["ACCOUNT_ENFORCEMENT", "HUMAN_OVERSIGHT", "IDENTITY_VERIFICATION", "INPUT_FILTER", "MONITORING", "OUTPUT_FILTER", "RATE_LIMIT", "REFUSAL_TRAINING", "SANDBOX_PERMISSION", "SYSTEM_PROMPT", "UNLEARNING", "WATERMARK_PROVENANCE", "WEIGHT_SECURITY"] as const;
export type Safeguard = (typeof safeguardValues)[number];

export const sectorValues = ["ACADEMIA", "CIVIL_SOCIETY", "COMPANY", "GOVERNMENT"] as const;
export type Sector = (typeof sectorValues)[number];

export const severityValues = ["CRITICAL", "HIGH", "LOW", "MEDIUM"] as const;
export type Severity = (typeof severityValues)[number];

export type SeverityCount = {
  readonly __typename: "SeverityCount";
  readonly count: number;
  readonly severity: Severity;
};

export type Sighting = {
  readonly __typename: "Sighting";
  readonly at: string;
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly note: string | null;
  readonly organization: Organization | null;
};

export type SightingSummary = {
  readonly __typename: "SightingSummary";
  readonly count: number;
  readonly entries: readonly Sighting[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly reports: number;
};

export const techniqueMaturityValues = ["DEMONSTRATED", "FEASIBLE", "REALIZED"] as const;
export type TechniqueMaturity = (typeof techniqueMaturityValues)[number];

/** Actors seen misusing systems. */
export type ThreatActivity = {
  readonly __typename: "ThreatActivity";
  /** Names by which the actors are known. */
  readonly actors: readonly string[];
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  readonly answers: AnswerTally;
  readonly attribution: Attribution;
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** How exact `firstSeen` and `lastSeen` are. */
  readonly dateGranularity: DateGranularity | null;
  /** How to see them at work. */
  readonly detection: string | null;
  /** When they were first seen. */
  readonly firstSeen: string | null;
  readonly handling: Handling;
  readonly id: string;
  readonly kind: ItemKind;
  /** When they were last seen. */
  readonly lastSeen: string | null;
  /** What they are after. */
  readonly objective: string | null;
  /** What was seen of them. */
  readonly observations: string | null;
  readonly origin: Organization | null;
  readonly originSector: Sector | null;
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  readonly publishedAt: string | null;
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  readonly relatedFrom: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly relays: readonly Relay[] | null;
  readonly revisedAt: string | null;
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  readonly sightings: SightingSummary;
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
  readonly viewerIsOrigin: boolean;
  readonly withdrawal: Withdrawal | null;
};

/** Actors seen misusing systems. */
export type ThreatActivityInput = {
  /** Names by which the actors are known. */
  readonly actors?: readonly string[] | null | undefined;
  /** The systems that it was seen with. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  readonly attribution?: Attribution | null | undefined;
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** How exact `firstSeen` and `lastSeen` are. */
  readonly dateGranularity?: DateGranularity | null | undefined;
  /** How to see them at work. */
  readonly detection?: string | null | undefined;
  /** When they were first seen. */
  readonly firstSeen?: string | null | undefined;
  /** When they were last seen. */
  readonly lastSeen?: string | null | undefined;
  /** What they are after. */
  readonly objective?: string | null | undefined;
  /** What was seen of them. */
  readonly observations?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  readonly tlp: Tlp;
};

export const thresholdStateValues = ["APPROACHING", "BELOW", "CANNOT_EXCLUDE", "EXCEEDED", "REACHED"] as const;
export type ThresholdState = (typeof thresholdStateValues)[number];

export const tlpValues = ["AMBER", "AMBER_STRICT", "CLEAR", "GREEN", "RED"] as const;
export type Tlp = (typeof tlpValues)[number];

export type TokenPayload = {
  readonly __typename: "TokenPayload";
  readonly id: string;
  readonly token: string;
};

export const universalityValues = ["DOMAIN", "NARROW", "UNIVERSAL"] as const;
export type Universality = (typeof universalityValues)[number];

export type Viewer = {
  readonly __typename: "Viewer";
  readonly account: Account | null;
  readonly groups: readonly Group[];
  readonly organization: Organization | null;
};

export type Withdrawal = {
  readonly __typename: "Withdrawal";
  readonly at: string;
  readonly reason: string;
};

export type Item = Advisory | CapabilityAlert | CircumventionTechnique | Incident | InformationRequest | Mitigation | Practice | ThreatActivity;

export type Node = Account | Advisory | CapabilityAlert | CircumventionTechnique | Group | Incident | InformationRequest | Mitigation | Organization | Practice | ThreatActivity;

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
  readonly __typename: "Advisory";
} | {
  readonly __typename: "CapabilityAlert";
} | {
  readonly __typename: "CircumventionTechnique";
} | {
  readonly __typename: "Incident";
} | {
  readonly __typename: "InformationRequest";
} | {
  readonly __typename: "Mitigation";
} | {
  readonly __typename: "Practice";
} | {
  readonly __typename: "ThreatActivity";
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
  readonly __typename: "Advisory";
  readonly recommendedActions: readonly string[];
  readonly remediation: Remediation | null;
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
  readonly __typename: "CircumventionTechnique";
  readonly safeguardsBypassed: readonly Safeguard[];
  readonly successRate: number | null;
  readonly trials: number | null;
  readonly detection: string | null;
  readonly maturity: TechniqueMaturity | null;
  readonly universality: Universality | null;
  readonly accessRequired: readonly Access[];
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
  readonly __typename: "InformationRequest";
  readonly question: string;
  readonly neededBy: string | null;
  readonly requestState: RequestState | null;
  readonly answerSummary: string | null;
} | {
  readonly __typename: "Mitigation";
  readonly counters: readonly string[];
  readonly safeguards: readonly Safeguard[];
  readonly effectiveness: string | null;
  readonly costs: string | null;
  readonly deployment: string | null;
} | {
  readonly __typename: "Practice";
  readonly documentKind: DocumentKind | null;
} | {
  readonly __typename: "ThreatActivity";
  readonly actors: readonly string[];
  readonly objective: string | null;
  readonly observations: string | null;
  readonly detection: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly dateGranularity: DateGranularity | null;
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

/** The variables and the result of each document. */
export type Operations = {
  viewer: {
    variables: {  };
    result: {
      readonly viewer: {
        readonly account: AccountFields | null;
        readonly organization: OrganizationFields | null;
        readonly groups: readonly GroupFields[];
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
};
