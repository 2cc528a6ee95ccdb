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

/** How strictly a clause binds whoever follows the practice, as in RFC 2119. */
export const clauseLevelValues = ["MUST", "SHOULD", "MAY"] as const;
export type ClauseLevel = (typeof clauseLevelValues)[number];

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

/** Where a practice stands on its way. Each move freezes a version. */
export const practiceStageValues = ["PROPOSAL", "WORKING_DRAFT", "GROUP_LAST_CALL", "PUBLIC_COMMENT", "CANDIDATE", "ADOPTED", "SUPERSEDED", "OBSOLETE", "RESCINDED", "DISCONTINUED"] as const;
export type PracticeStage = (typeof practiceStageValues)[number];

/** What sort of comment it is. */
export const commentTypeValues = ["GENERAL", "TECHNICAL", "EDITORIAL", "OBJECTION"] as const;
export type CommentType = (typeof commentTypeValues)[number];

/** What became of a comment. */
export const commentDispositionValues = ["OPEN", "ACCEPTED", "ACCEPTED_WITH_CHANGE", "REJECTED", "DEFERRED", "WITHDRAWN", "DUPLICATE"] as const;
export type CommentDisposition = (typeof commentDispositionValues)[number];

/** The rule by which a practice moved. */
export const practiceRuleValues = ["PROPOSE", "ACCEPT", "CALL", "OPEN", "NOMINATE", "ADOPT", "REWORK", "SUPERSEDE", "RETIRE", "RESCIND", "DROP"] as const;
export type PracticeRule = (typeof practiceRuleValues)[number];

/** What happened to a stretch of text, or to a clause. */
export const differenceTypeValues = ["KEPT", "ADDED", "REMOVED", "CHANGED"] as const;
export type DifferenceType = (typeof differenceTypeValues)[number];

/** What happened, as far as it concerns you. */
export const feedChangeValues = ["PUBLISHED", "REVISED", "WITHDRAWN", "HIDDEN", "RIGHTS_CHANGED", "STAGE_CHANGED", "DECIDED", "COMMENTED", "COMMENT_DISPOSED", "COMMENTS_CLOSED", "BALLOT_ANNOUNCED", "BALLOT_OPENED", "BALLOT_CLOSED", "ADOPTION_DECLARED", "ADOPTION_EXPIRED", "MEETING_CHANGED", "POSTED", "MENTIONED", "GROUP_CHANGED", "REMINDED", "ENVELOPE", "SUBJECT_HIDDEN"] as const;
export type FeedChange = (typeof feedChangeValues)[number];

/** What a feed of somebody else's speaks. */
export const sourceKindValues = ["TAXII", "MISP"] as const;
export type SourceKind = (typeof sourceKindValues)[number];

/** How a ballot is decided. Abstentions count for the quorum alone. */
export const ballotRuleValues = ["CONSENSUS", "SIMPLE_MAJORITY", "TWO_THIRDS_MAJORITY"] as const;
export type BallotRule = (typeof ballotRuleValues)[number];

/** Where a working group stands in its life. */
export const groupStateValues = ["PROPOSED", "CHARTERED", "ACTIVE", "DORMANT", "RECHARTERING", "CONCLUDED", "CLOSED"] as const;
export type GroupState = (typeof groupStateValues)[number];

/** How a group comes from one state into another. */
export const groupMoveValues = ["CHARTER", "START", "PAUSE", "RESUME", "RECHARTER", "CONCLUDE", "CLOSE"] as const;
export type GroupMove = (typeof groupMoveValues)[number];

/** What somebody is in a working group. */
export const groupRoleValues = ["CHAIR", "CO_CHAIR", "SECRETARY", "EDITOR", "MEMBER", "OBSERVER", "LIAISON"] as const;
export type GroupRole = (typeof groupRoleValues)[number];

/** As what somebody comes into a group. */
export const groupStandingValues = ["MEMBER", "OBSERVER", "LIAISON"] as const;
export type GroupStanding = (typeof groupStandingValues)[number];

/** How members come into a group. */
export const groupJoiningValues = ["INVITATION", "REQUEST", "OPEN"] as const;
export type GroupJoining = (typeof groupJoiningValues)[number];

/** What may be said of who said what. */
export const meetingRuleValues = ["ATTRIBUTED", "CHATHAM_HOUSE"] as const;
export type MeetingRule = (typeof meetingRuleValues)[number];

/** Who asked whom. */
export const admissionTypeValues = ["INVITATION", "REQUEST"] as const;
export type AdmissionType = (typeof admissionTypeValues)[number];

/** Where a meeting stands. */
export const meetingStateValues = ["CALLED", "HELD", "CANCELLED"] as const;
export type MeetingState = (typeof meetingStateValues)[number];

/** Where a ballot stands. */
export const ballotStateValues = ["SCHEDULED", "OPEN", "CLOSED"] as const;
export type BallotState = (typeof ballotStateValues)[number];

/** What a ballot came to. Of several that hold, the first. */
export const ballotOutcomeValues = ["NO_QUORUM", "UNBALANCED", "NO_MAJORITY", "OBJECTIONS_UNHEARD", "DECIDED"] as const;
export type BallotOutcome = (typeof ballotOutcomeValues)[number];

/** How far an organisation takes over a version of a practice. */
export const adoptionLevelValues = ["INTENDS", "PARTIAL", "FULL", "EQUIVALENT_ALTERNATIVE", "NOT_ADOPTING", "WITHDRAWN"] as const;
export type AdoptionLevel = (typeof adoptionLevelValues)[number];

/** Where an organisation stands with a practice by now. */
export const adoptionStandingValues = ["INTENDS", "PARTIAL", "FULL", "EQUIVALENT_ALTERNATIVE", "NOT_ADOPTING", "WITHDRAWN", "EARLIER_VERSION", "OVERDUE", "EXPIRED"] as const;
export type AdoptionStanding = (typeof adoptionStandingValues)[number];

/** What a declaration rests on, weakest first. */
export const adoptionEvidenceKindValues = ["SELF_ATTESTED", "PUBLISHED_DOCUMENTATION", "IMPLEMENTATION_REPORT", "THIRD_PARTY_ASSESSED", "CERTIFIED"] as const;
export type AdoptionEvidenceKind = (typeof adoptionEvidenceKindValues)[number];

/** What has become of an item at another forum. */
export const deliveryStateValues = ["CONFIRMED", "OFFERED", "REFUSED", "WAITING", "NOT_SENT"] as const;
export type DeliveryState = (typeof deliveryStateValues)[number];

/** Which way items go, seen from here. */
export const peerDirectionValues = ["SEND", "RECEIVE", "BOTH", "NONE"] as const;
export type PeerDirection = (typeof peerDirectionValues)[number];

/** Whether items are exchanged with a peer now. */
export const peerStateValues = ["AGREED", "PAUSED"] as const;
export type PeerState = (typeof peerStateValues)[number];

/** What is wrong with what another forum tells. */
export const peerAlarmKindValues = ["HOLE", "ROLLED_BACK", "FROZEN", "SPLIT_VIEW", "ALTERED", "CONFLICT", "UNKNOWN_FORUM", "UNKNOWN_KEY", "REVOKED_KEY", "EXPIRED", "TOO_WIDE", "NOT_UNDERSTOOD", "OVERSIZED", "OVER_QUOTA"] as const;
export type PeerAlarmKind = (typeof peerAlarmKindValues)[number];

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

/** One demand of a practice, which comments and adoptions can point at. At least one field is needed; each takes at most 2,000 characters. */
export type ClauseInput = {
  /** Its number, such as R-1: given by the forum, the same in every version, and never used again. */
  readonly id?: string | null | undefined;
  /** How strictly it binds. */
  readonly level: ClauseLevel;
  /** What it demands, as CommonMark. */
  readonly text: string;
};

/** A new text of a practice. What is not given stays as it is; its label and the rest of it always do. */
export type PracticeAmendmentInput = {
  /** What it is about, in one line of at most 300 characters. */
  readonly title?: string | null | undefined;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary?: string | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters; null takes it away. */
  readonly body?: string | null | undefined;
  /** How bad what it is against is. */
  readonly severity?: Severity | null | undefined;
  /** All its clauses in their order, with the numbers that they have; new ones without. */
  readonly clauses?: readonly ClauseInput[] | null | undefined;
};

/** A comment in the form of the standards bodies. */
export type PracticeCommentInput = {
  /** The clause that it is on, such as R-1; on the whole where it is not given. */
  readonly clause?: string | null | undefined;
  /** What sort of comment it is. */
  readonly type: CommentType;
  /** What it says, 1 to 10,000 characters. */
  readonly text: string;
  /** The change that it proposes, at most 10,000 characters. */
  readonly proposedChange?: string | null | undefined;
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
  /** Groups that they are addressed to, and that you are in or that your organisation addressed. In feeds, for members, the group that an activity happened in as well. */
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
  /** What you want to hear of; where it is not given, the five changes of items and rights. HIDDEN and RIGHTS_CHANGED always come, and SUBJECT_HIDDEN with any activity. Means nothing outside of feeds. */
  readonly changes?: readonly FeedChange[] | null | undefined;
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
  /** What it demands, clause by clause, in their order. At most 200 entries. */
  readonly clauses?: readonly ClauseInput[] | null | undefined;
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

/** Something that a group is to bring forth. */
export type DeliverableInput = {
  /** What it is: 1 to 500 characters. */
  readonly title: string;
  /** By when. */
  readonly due?: string | null | undefined;
};

/** A version of a group's charter. Lists take at most 50 entries. */
export type CharterInput = {
  /** What the group looks after, and what not: 1 to 10,000 characters. */
  readonly scope: string;
  /** By what it will be seen that it has done its work: at least one, each 1 to 2,000 characters. */
  readonly successCriteria: readonly string[];
  /** The areas of risk that it looks after: at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** What it is to bring forth. */
  readonly deliverables?: readonly DeliverableInput[] | null | undefined;
  /** How many months it is in force: 1 to 60. */
  readonly durationMonths: number;
  /** The accounts that chair the group: 1 to 10. Their organisations have to sign on, or they have to be in the group. */
  readonly chairs: readonly string[];
  /** How members come in; REQUEST where it is not given. */
  readonly joining?: GroupJoining | null | undefined;
  /** How it decides; CONSENSUS where it is not given. */
  readonly rule?: BallotRule | null | undefined;
  /** The quorum in percent, 0 to 100; 50 where it is not given. */
  readonly quorumPercent?: number | null | undefined;
  /** Whether no sector may have more than half of those who vote; no where it is not given. */
  readonly balanced?: boolean | null | undefined;
  /** Whether ballots are secret; no where it is not given. */
  readonly secret?: boolean | null | undefined;
  /** ATTRIBUTED where it is not given. */
  readonly meetingRule?: MeetingRule | null | undefined;
  /** The weakest label that what is said may have: AMBER_STRICT, AMBER, which is the default, or GREEN. */
  readonly proceedings?: Tlp | null | undefined;
  /** Under which terms members contribute: 1 to 10,000 characters. */
  readonly intellectualProperty: string;
};


/** The label of a thread, where it is not to have that of what it hangs on. */
export type ThreadLabelInput = {
  /** The label: the same as there, or a stricter one. */
  readonly tlp: Tlp;
  /** To whom, as the label asks for; of these, whoever sees what it hangs on sees the thread. */
  readonly audience?: AudienceInput | null | undefined;
};

/** Something that was agreed to be done. */
export type MeetingActionInput = {
  /** What: 1 to 2,000 characters. */
  readonly text: string;
  /** Who takes it on; not under the Chatham House rule. */
  readonly organization?: string | null | undefined;
  /** By when. */
  readonly due?: string | null | undefined;
};

/** A clause that is not followed to the letter. */
export type AdoptionDeviationInput = {
  /** The clause, such as R-1. */
  readonly clause: string;
  /** What is done otherwise, and why: 1 to 2,000 characters. */
  readonly reason: string;
};

/** What a declaration rests on. */
export type AdoptionEvidenceInput = {
  /** What sort of evidence it is. */
  readonly kind: AdoptionEvidenceKind;
  /** Where it is: an http or https address. */
  readonly url: string;
  /** What it is called, at most 300 characters. */
  readonly title?: string | null | undefined;
};

/** What to send a peer and to take from it. With a new peer, what is not given is as said; else it stays. */
export type PeerAgreementInput = {
  /** Which way items go: BOTH. */
  readonly direction?: PeerDirection | null | undefined;
  /** Which labels are sent and taken: all. */
  readonly labels?: readonly Tlp[] | null | undefined;
  /** Whether its community counts as part of ours, so that it gets TLP:GREEN: no. */
  readonly community?: boolean | null | undefined;
  /** Groups of ours through which its organisations may be reached: none. */
  readonly groups?: readonly string[] | null | undefined;
  /** How many forums TLP:GREEN that comes from it may have been through, 1 to 8: 1, its own alone. */
  readonly hops?: number | null | undefined;
  /** How many envelopes are taken from it in an hour: 100,000. */
  readonly envelopesPerHour?: number | null | undefined;
};

/** An envelope that was not taken. */
export type RefusedEnvelopeInput = {
  /** Its number. */
  readonly sequence: number;
  /** Why, in words for its origin: 1 to 500 characters. */
  readonly reason: string;
  /** Whether its time was over, so that a fresh one would be taken. */
  readonly isExpired: boolean;
};

/** Up to where you have a stream of this forum. */
export type ReceiptInput = {
  /** The stream. */
  readonly stream: string;
  /** The number of the envelope up to which you have said before what you have taken; 0 for none. */
  readonly after: number;
  /** The number of the newest envelope that you have looked at. */
  readonly sequence: number;
  /** Those that you have not taken since your last receipt, at most 1000. */
  readonly refused: readonly RefusedEnvelopeInput[];
};



/** A member of the forum, or of another with which it exchanges items. */
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
  /** Whether other forums are told of it and its accounts, so that they can be addressed from there. Null for visitors, and with organisations of other forums. */
  readonly reachable: boolean | null;
  /** The forum where it is at home; null with this one. */
  readonly forum: Forum | null;
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
  /** The forum where it is at home; null with this one. */
  readonly forum: Forum | null;
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
  /** Where it stands in its life. */
  readonly state: GroupState;
  /** The charter that is in force; null where there is none. */
  readonly charter: Charter | null;
  /** When the charter runs out, and with it the work; null where there is none. */
  readonly charterEndsAt: string | null;
  /** Every version of its charter, newest first. The first may be ahead of the one in force. */
  readonly charters: readonly Charter[];
  /** How it came to where it stands, oldest first. */
  readonly history: readonly GroupMoveRecord[];
  /** Who is what in it, as far as the directory shows the accounts to you. */
  readonly seats: readonly GroupSeat[];
  /** How many organisations of each sector have a vote in it. */
  readonly sectorBalance: readonly SectorCount[];
  /** What you are in it; empty where you are not in it. */
  readonly viewerRoles: readonly GroupRole[];
  /** Invitations and requests that are open: all of them for its officers, for others those that concern them. */
  readonly admissions: readonly Admission[];
  /** The newest threads that you see, newest first. They are in this group. */
  readonly threads: readonly Thread[];
  /** Its meetings: those to come, the next first; or those that were, the last first. */
  readonly meetings: readonly Meeting[];
  /** Counts over the items that are addressed to it, by risk category, severity and month; as in `itemStatistics`. */
  readonly statistics: ItemStatistics;
  /** What happened in it, oldest first: your feed with this group as its filter, from where you have last looked (see `lookAtGroup`), or from the beginning. */
  readonly activity: FeedPage;
  /** The practices that it is making, from proposal to candidate, as far as you see them, those that moved last first. A practice that is adopted is among them while its next version is made. */
  readonly drafts: PracticeConnection;
  /** The comments without an answer on its drafts, as far as you see them, newest first. */
  readonly openComments: PracticeCommentConnection;
  /** Its ballots, as far as you may see them, those that open last first. */
  readonly ballots: BallotConnection;
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

/** One demand of a practice, which comments and adoptions can point at. */
export type Clause = {
  readonly __typename: "Clause";
  /** Its number, such as R-1: given by the forum, the same in every version, and never used again. */
  readonly id: string;
  /** How strictly it binds. */
  readonly level: ClauseLevel;
  /** What it demands, as CommonMark. */
  readonly text: string;
  /** Its text as HTML that is safe to put into a page. */
  readonly html: string;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
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
  /** The newest threads that you see, newest first. They hang on this item. */
  readonly threads: readonly Thread[];
  /** The forum that it comes from, which has signed it; null with what was published here. */
  readonly forum: Forum | null;
  /** What has become of it at each other forum, by the names of those. For its origin; null for everybody else, and with what comes from another forum. */
  readonly deliveries: readonly Delivery[] | null;
  /** What sort of document it is. */
  readonly documentKind: DocumentKind | null;
  /** What it demands, clause by clause, in their order. */
  readonly clauses: readonly Clause[];
  /** Its comments, oldest first. */
  readonly comments: readonly PracticeComment[];
  /** How many comments it has. */
  readonly commentCounts: CommentCounts;
  /** Comments of visitors that wait to be let in, oldest first: for the chairs and editors of its group, null for everybody else. */
  readonly waitingComments: readonly PracticeComment[] | null;
  /** Its body as HTML that is safe to put into a page. */
  readonly bodyHtml: string | null;
  /** Where it stands; null while no group looks after it. */
  readonly process: PracticeProcess | null;
  /** Its versions, oldest first: those whose own label let you see them. */
  readonly versions: readonly PracticeVersion[];
  /** What differs between two of its versions. */
  readonly difference: PracticeDifference;
  /** The records of its moves, oldest first, as far as you see them. */
  readonly decisions: readonly PracticeDecision[];
  /** The ballots about it, as far as you may see them, those that open last first. */
  readonly ballots: BallotConnection;
  /** What organisations declare of its versions, as far as you may see it, newest first. */
  readonly adoptions: AdoptionConnection;
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

/** What the group said to a comment, or to an objection to its first answer. */
export type CommentAnswer = {
  readonly __typename: "CommentAnswer";
  /** What became of the comment. */
  readonly disposition: CommentDisposition;
  /** Why. */
  readonly reason: string | null;
  /** The version that answers it. */
  readonly answeredIn: number | null;
  /** When it was said. */
  readonly at: string;
};

/** A comment on a practice. It is seen by those who saw the practice when it was made, as long as they see the practice. */
export type PracticeComment = {
  readonly __typename: "PracticeComment";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** The practice. */
  readonly practiceId: string;
  /** The same, with the label under which this is shown; null where it was hidden in the same moment. */
  readonly practice: Practice | null;
  /** The version that it was made on. */
  readonly version: number;
  /** The clause, such as R-1; null for the whole. */
  readonly clause: string | null;
  /** What sort of comment it is. */
  readonly type: CommentType;
  /** What it says. */
  readonly text: string;
  /** The change that it proposes. */
  readonly proposedChange: string | null;
  /** When it was made. */
  readonly at: string;
  /** The organisation that it comes from; null for a visitor's. */
  readonly organization: Organization | null;
  /** Who wrote it, as far as the directory shows it to you; null for a visitor's. */
  readonly author: Account | null;
  /** The name that a visitor gave, which nobody has checked. */
  readonly visitorName: string | null;
  /** What became of it by now. */
  readonly disposition: CommentDisposition;
  /** What the group said to it; twice where its author objected. */
  readonly answers: readonly CommentAnswer[];
  /** What its author had against the first answer. */
  readonly objection: string | null;
  /** When it objected. */
  readonly objectedAt: string | null;
};

/** How many comments there are, as far as you see them. */
export type CommentCounts = {
  readonly __typename: "CommentCounts";
  /** All of them. */
  readonly total: number;
  /** Those without an answer. */
  readonly open: number;
  /** Those of the type OBJECTION. */
  readonly objections: number;
  /** Those of visitors that wait to be let in, which hold no move up and are in no other count, also when the time for comments is over. For the chairs and editors of its group, null for everybody else. */
  readonly waiting: number | null;
};

/** A stretch of text. Those KEPT and REMOVED make the older text, those KEPT and ADDED the newer. */
export type DifferencePiece = {
  readonly __typename: "DifferencePiece";
  /** What happened to it. */
  readonly change: DifferenceType;
  /** The text. */
  readonly text: string;
};

/** What happened to one clause between two versions. */
export type ClauseDifference = {
  readonly __typename: "ClauseDifference";
  /** The clause, such as R-1. */
  readonly id: string;
  /** What happened to it. */
  readonly change: DifferenceType;
  /** How it bound; null where it was not there. */
  readonly levelBefore: ClauseLevel | null;
  /** How it binds; null where it is gone. */
  readonly levelAfter: ClauseLevel | null;
  /** Its text, piece by piece. */
  readonly text: readonly DifferencePiece[];
};

/** What differs between two versions of a practice. */
export type PracticeDifference = {
  readonly __typename: "PracticeDifference";
  /** The older version. */
  readonly from: number;
  /** The newer version. */
  readonly to: number;
  /** Its title, piece by piece. */
  readonly title: readonly DifferencePiece[];
  /** Its summary, piece by piece. */
  readonly summary: readonly DifferencePiece[];
  /** Its body, piece by piece. */
  readonly body: readonly DifferencePiece[];
  /** Its clauses, in the order of the newer version; behind them those that are gone. */
  readonly clauses: readonly ClauseDifference[];
};

/** A text that a move of a practice froze: it is never changed. */
export type PracticeVersion = {
  readonly __typename: "PracticeVersion";
  /** Its number: 1, 2, 3 … */
  readonly version: number;
  /** The stage that the practice came into with it. */
  readonly stage: PracticeStage;
  /** When it was frozen. */
  readonly at: string;
  /** The revision of the item that it is. */
  readonly revision: number;
  /** The label that it had. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Its title. */
  readonly title: string;
  /** Its summary. */
  readonly summary: string;
  /** Its whole text as CommonMark. */
  readonly body: string | null;
  /** What it demands, clause by clause. */
  readonly clauses: readonly Clause[];
};

/** The record of a move: who made it, when, by which rule, and which objections stood. */
export type PracticeDecision = {
  readonly __typename: "PracticeDecision";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** The practice. */
  readonly practiceId: string;
  /** The version that was frozen with it. */
  readonly version: number;
  /** Where it stood; null for a proposal. */
  readonly from: PracticeStage | null;
  /** Where it stands from then on. */
  readonly to: PracticeStage;
  /** The rule by which it moved. */
  readonly rule: PracticeRule;
  /** The rule in words. */
  readonly ruleText: string;
  /** When it was made. */
  readonly at: string;
  /** Who made it, as far as the directory shows it to you. */
  readonly by: Account | null;
  /** The organisation of whoever made it; null where that would say where the practice comes from. */
  readonly organization: Organization | null;
  /** Why. */
  readonly reason: string | null;
  /** Until when comments were to be taken. */
  readonly closesAt: string | null;
  /** The ballot that it rests on, where you see it. */
  readonly ballotId: string | null;
  /** The practice that took its place, where you see it. */
  readonly successor: Practice | null;
  /** Objections that were not met, as far as you see them. */
  readonly objections: readonly PracticeComment[];
};

/** Where a practice stands that a group looks after. */
export type PracticeProcess = {
  readonly __typename: "PracticeProcess";
  /** Where it stands. */
  readonly stage: PracticeStage;
  /** The group that looks after it; null for visitors. */
  readonly group: Group | null;
  /** Its newest version. */
  readonly version: number;
  /** The version that is adopted, also while a newer one is under way. */
  readonly adoptedVersion: number | null;
  /** Since when it stands there. */
  readonly since: string;
  /** Until when comments are taken, or were. */
  readonly closesAt: string | null;
  /** The practice that took its place, where you see it. */
  readonly successor: Practice | null;
};

/** One place in a list of practices. */
export type PracticeEdge = {
  readonly __typename: "PracticeEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Practice;
};

/** A page of a list of practices. */
export type PracticeConnection = {
  readonly __typename: "PracticeConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly PracticeEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Practice[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many practices there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** What a change to a practice gives back. */
export type PracticePayload = {
  readonly __typename: "PracticePayload";
  /** The practice as it is now. */
  readonly practice: Practice;
  /** The place right behind this change in your own feed. */
  readonly cursor: string;
};

/** What a change to a comment gives back. */
export type CommentPayload = {
  readonly __typename: "CommentPayload";
  /** The comment as it is now; null where it was refused. */
  readonly comment: PracticeComment | null;
  /** The place right behind this change in your own feed. */
  readonly cursor: string;
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
  /** Those of the month by area of risk; an item counts in each that it touches. */
  readonly byRiskCategory: readonly RiskCategoryCount[];
  /** Those of the month by severity. */
  readonly bySeverity: readonly SeverityCount[];
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
  /** The item; null with RIGHTS_CHANGED, and with what happens in a group and concerns no item. */
  readonly itemId: string | null;
  /** The revision that this change made, where it made one. */
  readonly revision: number | null;
  /** The item as it is now, which may be newer than this event; null with HIDDEN and RIGHTS_CHANGED. */
  readonly item: Item | null;
  /** What an activity happened to, such as a comment; null with what happens to items and rights. */
  readonly subjectId: string | null;
  /** What an activity happened to, as it is now; null where you may see it no longer. */
  readonly subject: Node | null;
  /** The envelope, with ENVELOPE; null with everything else, with what is your own, and for everybody but the peers that it is for. */
  readonly envelope: Envelope | null;
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
  /** What became of them, such as `published` or `revised`. */
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
  /** What it has brought since it was set up, but for what was unchanged. */
  readonly counts: readonly SourceCount[];
  /** The objects that need a word, the newest 100: those that were refused or left out, and those that became drafts, to be published or discarded by you. */
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

/** Something that a group is to bring forth. */
export type Deliverable = {
  readonly __typename: "Deliverable";
  /** What it is. */
  readonly title: string;
  /** By when, where that is said. */
  readonly due: string | null;
};

/** How a group decides. */
export type DecisionRule = {
  readonly __typename: "DecisionRule";
  /** What an option needs to win. */
  readonly rule: BallotRule;
  /** The share of the organisations with a vote that has to take part, in percent. */
  readonly quorumPercent: number;
  /** Whether no sector may have more than half of those who take part. */
  readonly balanced: boolean;
  /** Whether what somebody voted is shown to nobody. */
  readonly secret: boolean;
};

/** One version of what a working group is for and how it works. Versions are never changed, only added to. */
export type Charter = {
  readonly __typename: "Charter";
  /** 1 for the first. */
  readonly version: number;
  /** What it looks after, and what not. */
  readonly scope: string;
  /** By what it will be seen that it has done its work. */
  readonly successCriteria: readonly string[];
  /** The areas of risk that it looks after. */
  readonly riskCategories: readonly RiskCategory[];
  /** What it is to bring forth. */
  readonly deliverables: readonly Deliverable[];
  /** How many months it is in force from its approval on. */
  readonly durationMonths: number;
  /** Who chairs the group, with their organisations, as far as the directory shows them to you. */
  readonly chairs: readonly Account[];
  /** How members come in. */
  readonly joining: GroupJoining;
  /** How it decides. */
  readonly decision: DecisionRule;
  /** What may be said of who said what in its meetings. */
  readonly meetingRule: MeetingRule;
  /** The weakest label that what is said in it may have. */
  readonly proceedings: Tlp;
  /** Under which terms members contribute. */
  readonly intellectualProperty: string;
  /** Who handed it in, where the directory shows the account to you. */
  readonly author: Account | null;
  /** When it was handed in. */
  readonly at: string;
  /** When a steward put it in force; null for one that never was. */
  readonly approvedAt: string | null;
  /** The organisations that signed on to this version of a proposal, in that order. */
  readonly signers: readonly Organization[];
};

/** How a group came from one state into another. */
export type GroupMoveRecord = {
  readonly __typename: "GroupMoveRecord";
  /** The move. */
  readonly move: GroupMove;
  /** Where it stood before. */
  readonly from: GroupState;
  /** Where it stood behind it. */
  readonly to: GroupState;
  /** Who made it, where the directory shows the account to you; null where it came by itself. */
  readonly account: Account | null;
  /** Why. */
  readonly reason: string | null;
  /** The version of the charter that was in force behind it. */
  readonly charterVersion: number | null;
  /** When. */
  readonly at: string;
};

/** How many organisations of one sector there are. */
export type SectorCount = {
  readonly __typename: "SectorCount";
  /** The sector. */
  readonly sector: Sector;
  /** How many organisations; 0 where there is none. */
  readonly organizations: number;
};

/** Somebody in a group, an account or a whole organisation, with everything that it is there. */
export type GroupSeat = {
  readonly __typename: "GroupSeat";
  /** The account; null for an organisation. */
  readonly account: Account | null;
  /** The organisation; null for an account, which names its own. */
  readonly organization: Organization | null;
  /** What it is. */
  readonly roles: readonly GroupRole[];
};

/** An invitation or a request that nobody has answered yet. */
export type Admission = {
  readonly __typename: "Admission";
  /** What to answer it by. */
  readonly id: string;
  /** Who asked whom. */
  readonly type: AdmissionType;
  /** The account that is to come in; null where it is an organisation, or has opted out of the directory. */
  readonly account: Account | null;
  /** The organisation that is to come in as a whole; null where it is an account. */
  readonly organization: Organization | null;
  /** As what. */
  readonly standing: GroupStanding;
  /** What was said to it. */
  readonly note: string | null;
  /** When it was asked. */
  readonly at: string;
};

/** What a post said before it was changed. */
export type PostVersion = {
  readonly __typename: "PostVersion";
  /** What it said, in Markdown. */
  readonly text: string;
  /** When that was written. */
  readonly at: string;
};

/** That a post was taken out. */
export type PostRemoval = {
  readonly __typename: "PostRemoval";
  /** When. */
  readonly at: string;
  /** Why. */
  readonly reason: string;
  /** Whether its author did it, and not a moderator. */
  readonly byAuthor: boolean;
};

/** Something that was said in a thread. */
export type Post = {
  readonly __typename: "Post";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** Where it was said. */
  readonly thread: Thread;
  /** Its place in the thread: 1 for the first. */
  readonly number: number;
  /** The post that it answers, where it answers one. */
  readonly replyTo: string | null;
  /** Who wrote it, where the directory shows the account to you and it does not tell where an item comes from. */
  readonly author: Account | null;
  /** The author's organisation, likewise. */
  readonly organization: Organization | null;
  /** What it says, in Markdown. Null once it was removed; its author and the moderators still read it. */
  readonly text: string | null;
  /** Whom it mentions, as far as the directory shows the accounts to you. */
  readonly mentions: readonly Account[];
  /** When it was said. */
  readonly at: string;
  /** When it was last changed. */
  readonly editedAt: string | null;
  /** That it was taken out; null for what stands. */
  readonly removal: PostRemoval | null;
  /** What it said before, oldest first; of a removed post for its author and the moderators alone. */
  readonly versions: readonly PostVersion[];
};

/** A talk about an item or in a group. Its label is never weaker than that of what it hangs on, and nobody sees it who does not see that. */
export type Thread = {
  readonly __typename: "Thread";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What it is about. */
  readonly title: string;
  /** Its label. */
  readonly tlp: Tlp;
  /** The item that it hangs on; null in a group. */
  readonly item: Item | null;
  /** The group that it is in; null on an item. */
  readonly group: Group | null;
  /** When it began. */
  readonly at: string;
  /** How many posts it has, removed ones included. */
  readonly postCount: number;
  /** Its posts, oldest first. */
  readonly posts: readonly Post[];
};

/** Something that was agreed to be done. */
export type MeetingAction = {
  readonly __typename: "MeetingAction";
  /** What. */
  readonly text: string;
  /** Who takes it on; always null under the Chatham House rule. */
  readonly organization: Organization | null;
  /** By when, where that was said. */
  readonly due: string | null;
};

/** A meeting of a working group. Its members see it. */
export type Meeting = {
  readonly __typename: "Meeting";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** The group. */
  readonly group: Group;
  /** What it is called. */
  readonly title: string;
  /** Where it stands. */
  readonly state: MeetingState;
  /** When it begins. */
  readonly startsAt: string;
  /** When it ends. */
  readonly endsAt: string;
  /** Where, such as the address of a call. */
  readonly place: string | null;
  /** What may be said of who said what. It never changes. */
  readonly rule: MeetingRule;
  /** What is to be talked about. */
  readonly agenda: readonly string[];
  /** What was said, in Markdown; null where it is not written down yet. */
  readonly minutes: string | null;
  /** What was decided. */
  readonly decisions: readonly string[];
  /** What is to be done. */
  readonly actions: readonly MeetingAction[];
  /** Who was there, as far as the directory shows the accounts to you. Under the Chatham House rule null for everybody but the chairs. */
  readonly attendees: readonly Account[] | null;
};

/** One place in a list of comments. */
export type PracticeCommentEdge = {
  readonly __typename: "PracticeCommentEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: PracticeComment;
};

/** A page of a list of comments. */
export type PracticeCommentConnection = {
  readonly __typename: "PracticeCommentConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly PracticeCommentEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly PracticeComment[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many comments there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** An organisation that may vote. Who they are is written down when the ballot opens, and stays so whatever becomes of them in the group. */
export type Voter = {
  readonly __typename: "Voter";
  /** The organisation. */
  readonly organization: Organization;
  /** Its sector. */
  readonly sector: Sector;
  /** Whether it has voted. */
  readonly voted: boolean;
};

/** A vote of an open ballot. */
export type Vote = {
  readonly __typename: "Vote";
  /** Whose it is. */
  readonly organization: Organization;
  /** The place of the option; null for an abstention. */
  readonly option: number | null;
  /** Why. */
  readonly reason: string | null;
  /** When it was cast. */
  readonly at: string;
  /** What the chair answered to it. */
  readonly heardAs: string | null;
  /** When the chair answered. */
  readonly heardAt: string | null;
};

/** A paper of a secret ballot. Nothing says whose it is. */
export type BallotPaper = {
  readonly __typename: "BallotPaper";
  /** The place of the option; null for an abstention. */
  readonly option: number | null;
  /** Why. */
  readonly reason: string | null;
};

/** How many of a sector might vote, and how many did. */
export type SectorTurnout = {
  readonly __typename: "SectorTurnout";
  /** The sector. */
  readonly sector: Sector;
  /** How many of its organisations might vote. */
  readonly eligible: number;
  /** How many did. */
  readonly voted: number;
};

/** What a ballot came to, for good. */
export type BallotResult = {
  readonly __typename: "BallotResult";
  /** Whether it was decided, or why not. */
  readonly outcome: BallotOutcome;
  /** The place of the option that won. */
  readonly winner: number | null;
  /** The votes for each option, in their order. */
  readonly votes: readonly number[];
  /** How many abstained. */
  readonly abstained: number;
  /** How many might vote when it opened, which the quorum is a share of. */
  readonly eligible: number;
  /** How many did, abstentions included. */
  readonly voted: number;
  /** The same by sector. */
  readonly bySector: readonly SectorTurnout[];
};

/** A question that a group decides with one vote an organisation. Seen by the group, and of it by those who see the practice that it is about. */
export type Ballot = {
  readonly __typename: "Ballot";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** The group. */
  readonly group: Group;
  /** The practice that it is about, if it is about one. */
  readonly practice: Item | null;
  /** The version of the practice. */
  readonly version: number | null;
  /** What is asked. */
  readonly question: string;
  /** What can be voted for. A ballot about a practice says yes to it if the first wins. */
  readonly options: readonly string[];
  /** How it is decided. */
  readonly rule: BallotRule;
  /** How many percent of those who may vote have to. */
  readonly quorumPercent: number;
  /** Whether no sector may have more than half of the votes. */
  readonly balanced: boolean;
  /** Whether nobody comes to know who voted what: no member, no chair, and not the operator. */
  readonly secret: boolean;
  /** Where it stands. */
  readonly state: BallotState;
  /** From when on votes are taken. */
  readonly opensAt: string;
  /** Until when, this instant not included. */
  readonly closesAt: string;
  /** The time zone in which people are shown the two. */
  readonly zone: string;
  /** When it was counted. */
  readonly closedAt: string | null;
  /** What it came to; null until it has been counted, within a second of its end. */
  readonly result: BallotResult | null;
  /** Who may vote, and who has. Empty before it opens. */
  readonly voters: readonly Voter[];
  /** The votes, as they were cast; null in a secret ballot. */
  readonly votes: readonly Vote[] | null;
  /** The papers of a secret ballot once it has been counted, in no order of casting; null before, and in an open one. */
  readonly papers: readonly BallotPaper[] | null;
  /** Your own organisation among those who may vote; null where it is not one of them. */
  readonly ownVoter: Voter | null;
};

/** One place in a list of ballots. */
export type BallotEdge = {
  readonly __typename: "BallotEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Ballot;
};

/** A page of a list of ballots. */
export type BallotConnection = {
  readonly __typename: "BallotConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly BallotEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Ballot[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many ballots there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** What a change to a ballot gives back. */
export type BallotPayload = {
  readonly __typename: "BallotPayload";
  /** The ballot as it is now. */
  readonly ballot: Ballot;
  /** The place right behind this change in your own feed. */
  readonly cursor: string;
};

/** A clause that is not followed to the letter. */
export type AdoptionDeviation = {
  readonly __typename: "AdoptionDeviation";
  /** The clause, such as R-1. */
  readonly clause: string;
  /** What is done otherwise, and why. */
  readonly reason: string;
};

/** What a declaration rests on. */
export type AdoptionEvidence = {
  readonly __typename: "AdoptionEvidence";
  /** What sort of evidence it is. */
  readonly kind: AdoptionEvidenceKind;
  /** Where it is: an http or https address. */
  readonly url: string;
  /** What it is called. */
  readonly title: string | null;
};

/** What an organisation declares of one version of a practice, under a label of its own. Seen by those whom that label names, of those who see the practice. */
export type Adoption = {
  readonly __typename: "Adoption";
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** The practice. */
  readonly practice: Item;
  /** The version that it is about. A later one does not inherit it. */
  readonly version: number;
  /** Who declares it. */
  readonly organization: Organization;
  /** How far it goes. */
  readonly level: AdoptionLevel;
  /** What it comes to by now; null where it is of an earlier version and says nothing of the one in force. */
  readonly standing: AdoptionStanding | null;
  /** The clauses that it is about; null for all of them. */
  readonly clauses: readonly string[] | null;
  /** Clauses that are not followed to the letter, with reasons. */
  readonly deviations: readonly AdoptionDeviation[];
  /** What it rests on. */
  readonly evidence: readonly AdoptionEvidence[];
  /** Until when it holds; with INTENDS, by when it is meant. */
  readonly validUntil: string | null;
  /** What else there is to say. */
  readonly note: string | null;
  /** Who may have the declaration. Show this before it, in capitals. */
  readonly tlp: Tlp;
  /** To whom it is addressed. For the organisation that made it; null for others, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** When it was first declared. */
  readonly declaredAt: string;
  /** When it was last changed. */
  readonly at: string;
};

/** One place in a list of declarations. */
export type AdoptionEdge = {
  readonly __typename: "AdoptionEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Adoption;
};

/** A page of a list of declarations. */
export type AdoptionConnection = {
  readonly __typename: "AdoptionConnection";
  /** The entries of the page with their cursors. */
  readonly edges: readonly AdoptionEdge[];
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Adoption[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many declarations there are in the whole list, as far as you may see them. */
  readonly totalCount: number;
};

/** What a declaration gives back. */
export type AdoptionPayload = {
  readonly __typename: "AdoptionPayload";
  /** The declaration as it is now. */
  readonly adoption: Adoption;
  /** The place right behind this change in your own feed. */
  readonly cursor: string;
};

/** How many organisations stand in one way, of those that you see. */
export type AdoptionCount = {
  readonly __typename: "AdoptionCount";
  /** Where they stand. */
  readonly standing: AdoptionStanding;
  /** How many. */
  readonly count: number;
};

/** Where one organisation stands with one clause. */
export type AdoptionClauseEntry = {
  readonly __typename: "AdoptionClauseEntry";
  /** The organisation. */
  readonly organization: Organization;
  /** Where it stands. */
  readonly standing: AdoptionStanding;
  /** What it does otherwise, and why; null where it follows the clause to the letter. */
  readonly deviation: string | null;
};

/** Who stands where with one clause of a practice in the version that is in force. */
export type AdoptionClauseRow = {
  readonly __typename: "AdoptionClauseRow";
  /** The clause, such as R-1. */
  readonly clause: string;
  /** How many stand where. */
  readonly counts: readonly AdoptionCount[];
  /** How many do not follow it to the letter. */
  readonly deviations: number;
  /** The organisations whose declarations are about this clause. */
  readonly entries: readonly AdoptionClauseEntry[];
};

/** Where each organisation of the matrix stands with one practice. */
export type AdoptionRow = {
  readonly __typename: "AdoptionRow";
  /** The practice. */
  readonly practice: Item;
  /** Its version in force, which the standings are measured by: the one that was last adopted, or the newest where none was. */
  readonly version: number;
  /** One for each of `organizations` of the matrix, in their order; null where you see no declaration. */
  readonly standings: readonly (AdoptionStanding | null)[];
  /** How many stand where. */
  readonly counts: readonly AdoptionCount[];
  /** The same of each clause of that version. */
  readonly clauses: readonly AdoptionClauseRow[];
};

/** Practices against organisations, made from the declarations that you may see and from nothing else: so are its counts, and which organisations are in it. */
export type AdoptionMatrix = {
  readonly __typename: "AdoptionMatrix";
  /** The organisations of which you see a declaration in these rows, by name. */
  readonly organizations: readonly Organization[];
  /** The practices, newest first. */
  readonly rows: readonly AdoptionRow[];
  /** Where these rows lie in the list of practices. */
  readonly pageInfo: PageInfo;
  /** How many rows there are on all pages, as far as you may see them. */
  readonly totalCount: number;
  /** How many cells of these rows stand where. */
  readonly counts: readonly AdoptionCount[];
};

/** A forum that this one exchanges items with, or did. */
export type Forum = {
  readonly __typename: "Forum";
  /** Its id, the same everywhere. */
  readonly id: string;
  /** What it calls itself; null where there is no agreement with it any longer. */
  readonly name: string | null;
};

/** What has become of an item at one other forum. */
export type Delivery = {
  readonly __typename: "Delivery";
  /** The forum, as a peer of this one. */
  readonly peerId: string;
  /** What the forum calls itself. */
  readonly name: string;
  /** What has become of it. */
  readonly state: DeliveryState;
  /** Why it was not sent or not taken, or what is to come, in words. */
  readonly reason: string | null;
  /** When it was offered, or the forum last said what it has. */
  readonly at: string | null;
};

/** What this forum sends a peer and takes from it. The peer has its own; what happens is what both allow. */
export type PeerAgreement = {
  readonly __typename: "PeerAgreement";
  /** Which way items go. */
  readonly direction: PeerDirection;
  /** Which labels go there, and are taken from there. */
  readonly labels: readonly Tlp[];
  /** Whether its community counts as part of ours for TLP:GREEN. */
  readonly community: boolean;
  /** Our groups through which its organisations may be reached. */
  readonly groups: readonly Group[];
  /** How many forums TLP:GREEN that comes from it may have been through before it is kept here: 1 is its own alone. */
  readonly hops: number;
  /** How many envelopes are taken from it in an hour. A long one counts for as many as it has pieces of 16 KiB. */
  readonly envelopesPerHour: number;
};

/** A key of another forum that is or was believed. */
export type PeerKey = {
  readonly __typename: "PeerKey";
  /** Its id: its thumbprint after RFC 7638. */
  readonly kid: string;
  /** The same as people read it to each other. */
  readonly fingerprint: string;
  /** Since when it is believed. */
  readonly addedAt: string;
  /** From when on nothing that it has signed is taken; null where it is good. */
  readonly revokedAt: string | null;
};

/** How far one stream of envelopes has come, and how far the forum that follows it. */
export type PeerStream = {
  readonly __typename: "PeerStream";
  /** `public`, `community`, or `to:` and the id of the forum that it is for. */
  readonly name: string;
  /** Whether it is ours, which the peer follows, or its, followed here. */
  readonly ours: boolean;
  /** The number of its newest envelope, as far as is known here. */
  readonly newest: number;
  /** Up to which number its follower has it: by its own word, or here. 0 for nothing. */
  readonly reached: number;
  /** How many envelopes the follower has not got. */
  readonly behind: number;
  /** Since when there is something that it has not got; null where it has all. */
  readonly behindSince: string | null;
  /** When it got the last that it has; null where it has nothing. */
  readonly reachedAt: string | null;
};

/** How many items have a label. */
export type LabelCount = {
  readonly __typename: "LabelCount";
  /** The label. */
  readonly tlp: Tlp;
  /** How many. */
  readonly count: number;
};

/** Another forum with which this one has an agreement. */
export type Peer = {
  readonly __typename: "Peer";
  /** Its id here. */
  readonly id: string;
  /** Its id everywhere. */
  readonly forumId: string;
  /** What it calls itself. The names of its members end in it here, as in `Example Institute @ forum`. */
  readonly name: string;
  /** Its address. */
  readonly url: string;
  /** How its stewards are reached, in its own words. For stewards; null for everybody else. */
  readonly contact: string | null;
  /** Whether items are exchanged now. For stewards; null for everybody else. */
  readonly state: PeerState | null;
  /** What was agreed. For stewards; null for everybody else. */
  readonly agreement: PeerAgreement | null;
  /** Its keys, oldest first. For stewards; null for everybody else. */
  readonly keys: readonly PeerKey[] | null;
  /** When it was agreed with. For stewards; null for everybody else. */
  readonly addedAt: string | null;
  /** When it was last reached; null where it never was. For stewards; null for everybody else. */
  readonly contactedAt: string | null;
  /** From when on it is asked again. For stewards; null for everybody else. */
  readonly nextAt: string | null;
  /** Why it could not be followed the last time, in words; null where it could. For stewards; null for everybody else. */
  readonly lastError: string | null;
  /** How often in a row it could not be followed. For stewards; null for everybody else. */
  readonly failures: number | null;
  /** The streams between it and this forum, ours first. For stewards; null for everybody else. */
  readonly streams: readonly PeerStream[] | null;
  /** How many of our items the streams that it follows show, by label. For stewards; null for everybody else. */
  readonly sent: readonly LabelCount[] | null;
  /** How many of its items are shown here, by label. For stewards; null for everybody else. */
  readonly received: readonly LabelCount[] | null;
  /** How many alarms about it nobody has acknowledged; see `peerAlarms`. For stewards; null for everybody else. */
  readonly openAlarms: number | null;
};

/** Who another forum says that it is, before anything is agreed. */
export type PeerPreview = {
  readonly __typename: "PeerPreview";
  /** Its id, the same everywhere. */
  readonly forumId: string;
  /** What it calls itself. */
  readonly name: string;
  /** Its address. */
  readonly url: string;
  /** How its stewards are reached, in its own words. */
  readonly contact: string | null;
  /** The fingerprint of its key. Have its stewards read theirs to you, by another way than this. */
  readonly fingerprint: string;
  /** What it takes for an organisation, in its own words. */
  readonly organizationPolicy: string | null;
  /** Whom it counts to its community, in its own words. */
  readonly communityPolicy: string | null;
};

/** Something about another forum's streams that a steward has to look at. It never holds content. */
export type PeerAlarm = {
  readonly __typename: "PeerAlarm";
  /** Its id. */
  readonly id: string;
  /** What is wrong. */
  readonly kind: PeerAlarmKind;
  /** The peer that it came by; null where there is no agreement with it any longer. */
  readonly peer: Peer | null;
  /** The forum whose stream it is about, where it is about one. */
  readonly forum: Forum | null;
  /** The stream, where it is about one. */
  readonly stream: string | null;
  /** The number on that stream. */
  readonly sequence: number | null;
  /** What happened and what to do, in words. */
  readonly message: string;
  /** When it happened first. */
  readonly raisedAt: string;
  /** How often it has happened, until it was acknowledged. */
  readonly count: number;
  /** When a steward said that it was looked at; null while it is open. */
  readonly acknowledgedAt: string | null;
};

/** A statement of a forum about one of its items. */
export type Envelope = {
  readonly __typename: "Envelope";
  /** The statement as it was signed: a JWS in compact form. Nothing beside it is believed but the route. */
  readonly bytes: string;
  /** The forums that it has been through, its own first, this one last. */
  readonly route: readonly string[];
};

/** An account of this forum that can be addressed from another. */
export type PeeringAccount = {
  readonly __typename: "PeeringAccount";
  /** Its id here. */
  readonly id: string;
  /** What the person or service is called. */
  readonly name: string;
};

/** A member of this forum that can be addressed from another. */
export type PeeringOrganization = {
  readonly __typename: "PeeringOrganization";
  /** Its id here. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The kind of organisation that it is. */
  readonly sector: Sector;
  /** Its country as two letters of ISO 3166-1. */
  readonly country: string | null;
  /** Its accounts that are in the directory. */
  readonly accounts: readonly PeeringAccount[];
};

/** What this forum tells a peer beside its feed. */
export type Peering = {
  readonly __typename: "Peering";
  /** Where the streams stand that the peer follows, each as a JWS, signed now. */
  readonly checkpoints: readonly string[];
  /** What others have signed of where their streams stand, for the peer to compare with what it was shown. */
  readonly witnessed: readonly string[];
  /** Envelopes of a stream one after the other, for whoever has missed some: they end where there is none for you. */
  readonly envelopes: readonly Envelope[];
  /** Our members that have agreed to be named elsewhere. Empty where nothing is taken from the peer. */
  readonly organizations: readonly PeeringOrganization[];
};

export type Node = Organization | Account | Group | CircumventionTechnique | CapabilityAlert | ThreatActivity | Incident | Advisory | Mitigation | InformationRequest | Practice | PracticeComment | PracticeDecision | Post | Thread | Meeting | Ballot | Adoption;

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
  readonly forum: {
    readonly id: string;
    readonly name: string | null;
  } | null;
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
  readonly forum: {
    readonly id: string;
    readonly name: string | null;
  } | null;
  readonly deliveries: readonly DeliveryFields[] | null;
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

export type DeliveryFields = {
  readonly peerId: string;
  readonly name: string;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly at: string | null;
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
  readonly clauses: readonly ({
    readonly id: string;
    readonly level: ClauseLevel;
    readonly text: string;
  })[];
});

export type FeedEventFields = {
  readonly cursor: string;
  readonly change: FeedChange;
  readonly at: string;
  readonly itemId: string | null;
  readonly revision: number | null;
  readonly subjectId: string | null;
  readonly item: ItemFields | null;
};

export type WrittenFields = {
  readonly cursor: string;
  readonly item: ItemFields;
};

export type BallotDetail = BallotFields & {
  readonly voters: readonly ({
    readonly organization: {
      readonly id: string;
      readonly name: string;
    };
    readonly sector: Sector;
    readonly voted: boolean;
  })[];
  readonly votes: readonly ({
    readonly organization: {
      readonly id: string;
      readonly name: string;
    };
    readonly option: number | null;
    readonly reason: string | null;
    readonly at: string;
    readonly heardAs: string | null;
    readonly heardAt: string | null;
  })[] | null;
  readonly papers: readonly ({
    readonly option: number | null;
    readonly reason: string | null;
  })[] | null;
};

export type BallotFields = {
  readonly id: string;
  readonly group: {
    readonly id: string;
    readonly name: string;
  };
  readonly practice: {
    readonly id: string;
    readonly title: string;
    readonly tlp: Tlp;
  } | null;
  readonly version: number | null;
  readonly question: string;
  readonly options: readonly string[];
  readonly rule: BallotRule;
  readonly quorumPercent: number;
  readonly balanced: boolean;
  readonly secret: boolean;
  readonly state: BallotState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly zone: string;
  readonly closedAt: string | null;
  readonly result: {
    readonly outcome: BallotOutcome;
    readonly winner: number | null;
    readonly votes: readonly number[];
    readonly abstained: number;
    readonly eligible: number;
    readonly voted: number;
    readonly bySector: readonly ({
      readonly sector: Sector;
      readonly eligible: number;
      readonly voted: number;
    })[];
  } | null;
  readonly ownVoter: {
    readonly voted: boolean;
  } | null;
};

export type BallotWritten = {
  readonly cursor: string;
  readonly ballot: BallotDetail;
};

export type AdoptionFields = {
  readonly id: string;
  readonly practice: {
    readonly id: string;
    readonly title: string;
  };
  readonly version: number;
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly sector: Sector;
  };
  readonly level: AdoptionLevel;
  readonly standing: AdoptionStanding | null;
  readonly clauses: readonly string[] | null;
  readonly deviations: readonly ({
    readonly clause: string;
    readonly reason: string;
  })[];
  readonly evidence: readonly ({
    readonly kind: AdoptionEvidenceKind;
    readonly url: string;
    readonly title: string | null;
  })[];
  readonly validUntil: string | null;
  readonly note: string | null;
  readonly tlp: Tlp;
  readonly declaredAt: string;
  readonly at: string;
};

export type GroupPage = GroupSummary & {
  readonly organizations: readonly ({
    readonly id: string;
    readonly name: string;
    readonly sector: Sector;
  })[];
  readonly charter: CharterFields | null;
  readonly charters: readonly CharterFields[];
  readonly history: readonly ({
    readonly move: GroupMove;
    readonly from: GroupState;
    readonly to: GroupState;
    readonly reason: string | null;
    readonly at: string;
    readonly account: {
      readonly id: string;
      readonly name: string;
    } | null;
  })[];
  readonly seats: readonly ({
    readonly account: {
      readonly id: string;
      readonly name: string;
      readonly organization: {
        readonly id: string;
        readonly name: string;
      };
    } | null;
    readonly organization: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly roles: readonly GroupRole[];
  })[];
  readonly sectorBalance: readonly ({
    readonly sector: Sector;
    readonly organizations: number;
  })[];
  readonly statistics: {
    readonly total: number;
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
      readonly byRiskCategory: readonly ({
        readonly riskCategory: RiskCategory;
        readonly count: number;
      })[];
      readonly bySeverity: readonly ({
        readonly severity: Severity;
        readonly count: number;
      })[];
    })[];
  };
  readonly drafts: {
    readonly totalCount: number;
    readonly nodes: readonly PracticeFields[];
  };
  readonly openComments: {
    readonly totalCount: number;
    readonly nodes: readonly (CommentFields & {
      readonly practice: {
        readonly id: string;
        readonly title: string;
        readonly tlp: Tlp;
      } | null;
    })[];
  };
  readonly ballots: {
    readonly totalCount: number;
    readonly nodes: readonly BallotFields[];
  };
  readonly meetings: readonly MeetingFields[];
  readonly threads: readonly ThreadFields[];
  readonly activity: {
    readonly endCursor: string;
    readonly hasMore: boolean;
    readonly events: readonly ({
      readonly change: FeedChange;
      readonly at: string;
      readonly itemId: string | null;
      readonly subjectId: string | null;
      readonly item: {
        readonly id: string;
        readonly title: string;
        readonly tlp: Tlp;
      } | null;
    })[];
  };
};

export type GroupSummary = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly state: GroupState;
  readonly charterEndsAt: string | null;
  readonly viewerRoles: readonly GroupRole[];
  readonly admissions: readonly ({
    readonly id: string;
    readonly type: AdmissionType;
    readonly standing: GroupStanding;
    readonly note: string | null;
    readonly at: string;
    readonly account: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly organization: {
      readonly id: string;
      readonly name: string;
    } | null;
  })[];
};

export type CharterFields = {
  readonly version: number;
  readonly scope: string;
  readonly successCriteria: readonly string[];
  readonly riskCategories: readonly RiskCategory[];
  readonly deliverables: readonly ({
    readonly title: string;
    readonly due: string | null;
  })[];
  readonly durationMonths: number;
  readonly chairs: readonly ({
    readonly id: string;
    readonly name: string;
    readonly organization: {
      readonly id: string;
      readonly name: string;
    };
  })[];
  readonly joining: GroupJoining;
  readonly decision: {
    readonly rule: BallotRule;
    readonly quorumPercent: number;
    readonly balanced: boolean;
    readonly secret: boolean;
  };
  readonly meetingRule: MeetingRule;
  readonly proceedings: Tlp;
  readonly intellectualProperty: string;
  readonly at: string;
  readonly approvedAt: string | null;
  readonly signers: readonly ({
    readonly id: string;
    readonly name: string;
  })[];
};

export type PracticeFields = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly tlp: Tlp;
  readonly status: ItemStatus;
  readonly revision: number;
  readonly process: {
    readonly stage: PracticeStage;
    readonly group: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly version: number;
    readonly adoptedVersion: number | null;
    readonly since: string;
    readonly closesAt: string | null;
    readonly successor: {
      readonly id: string;
      readonly title: string;
      readonly tlp: Tlp;
    } | null;
  } | null;
  readonly commentCounts: {
    readonly total: number;
    readonly open: number;
    readonly objections: number;
    readonly waiting: number | null;
  };
};

export type CommentFields = {
  readonly id: string;
  readonly practiceId: string;
  readonly version: number;
  readonly clause: string | null;
  readonly type: CommentType;
  readonly text: string;
  readonly proposedChange: string | null;
  readonly at: string;
  readonly organization: {
    readonly id: string;
    readonly name: string;
  } | null;
  readonly author: {
    readonly id: string;
    readonly name: string;
  } | null;
  readonly visitorName: string | null;
  readonly disposition: CommentDisposition;
  readonly answers: readonly ({
    readonly disposition: CommentDisposition;
    readonly reason: string | null;
    readonly answeredIn: number | null;
    readonly at: string;
  })[];
  readonly objection: string | null;
  readonly objectedAt: string | null;
};

export type MeetingFields = {
  readonly id: string;
  readonly title: string;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly rule: MeetingRule;
  readonly agenda: readonly string[];
  readonly minutes: string | null;
  readonly decisions: readonly string[];
  readonly actions: readonly ({
    readonly text: string;
    readonly organization: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly due: string | null;
  })[];
  readonly attendees: readonly ({
    readonly id: string;
    readonly name: string;
  })[] | null;
};

export type ThreadFields = {
  readonly id: string;
  readonly title: string;
  readonly tlp: Tlp;
  readonly at: string;
  readonly postCount: number;
  readonly item: {
    readonly id: string;
    readonly title: string;
  } | null;
  readonly group: {
    readonly id: string;
    readonly name: string;
  } | null;
};

export type PostFields = {
  readonly id: string;
  readonly number: number;
  readonly replyTo: string | null;
  readonly author: {
    readonly id: string;
    readonly name: string;
  } | null;
  readonly organization: {
    readonly id: string;
    readonly name: string;
  } | null;
  readonly text: string | null;
  readonly mentions: readonly ({
    readonly id: string;
    readonly name: string;
  })[];
  readonly at: string;
  readonly editedAt: string | null;
  readonly removal: {
    readonly at: string;
    readonly reason: string;
    readonly byAuthor: boolean;
  } | null;
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

export type PeerFields = {
  readonly id: string;
  readonly forumId: string;
  readonly name: string;
  readonly url: string;
};

export type PeerCare = PeerFields & {
  readonly contact: string | null;
  readonly state: PeerState | null;
  readonly agreement: {
    readonly direction: PeerDirection;
    readonly labels: readonly Tlp[];
    readonly community: boolean;
    readonly groups: readonly ({
      readonly id: string;
      readonly name: string;
    })[];
    readonly hops: number;
    readonly envelopesPerHour: number;
  } | null;
  readonly keys: readonly ({
    readonly kid: string;
    readonly fingerprint: string;
    readonly addedAt: string;
    readonly revokedAt: string | null;
  })[] | null;
  readonly addedAt: string | null;
  readonly contactedAt: string | null;
  readonly nextAt: string | null;
  readonly lastError: string | null;
  readonly failures: number | null;
  readonly streams: readonly ({
    readonly name: string;
    readonly ours: boolean;
    readonly newest: number;
    readonly reached: number;
    readonly behind: number;
    readonly behindSince: string | null;
    readonly reachedAt: string | null;
  })[] | null;
  readonly sent: readonly ({
    readonly tlp: Tlp;
    readonly count: number;
  })[] | null;
  readonly received: readonly ({
    readonly tlp: Tlp;
    readonly count: number;
  })[] | null;
  readonly openAlarms: number | null;
};

export type PeerAlarmFields = {
  readonly id: string;
  readonly kind: PeerAlarmKind;
  readonly peer: PeerFields | null;
  readonly forum: {
    readonly id: string;
    readonly name: string | null;
  } | null;
  readonly stream: string | null;
  readonly sequence: number | null;
  readonly message: string;
  readonly raisedAt: string;
  readonly count: number;
  readonly acknowledgedAt: string | null;
};

export type EnvelopeEvent = {
  readonly cursor: string;
  readonly change: FeedChange;
  readonly envelope: {
    readonly bytes: string;
    readonly route: readonly string[];
  } | null;
};

export type PracticeDetail = PracticeFields & {
  readonly summary: string;
  readonly body: string | null;
  readonly clauses: readonly ({
    readonly id: string;
    readonly level: ClauseLevel;
    readonly text: string;
  })[];
  readonly versions: readonly ({
    readonly version: number;
    readonly stage: PracticeStage;
    readonly at: string;
    readonly revision: number;
    readonly tlp: Tlp;
  })[];
  readonly decisions: readonly ({
    readonly id: string;
    readonly version: number;
    readonly from: PracticeStage | null;
    readonly to: PracticeStage;
    readonly rule: PracticeRule;
    readonly ruleText: string;
    readonly at: string;
    readonly by: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly organization: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly reason: string | null;
    readonly closesAt: string | null;
    readonly ballotId: string | null;
    readonly objections: readonly ({
      readonly id: string;
      readonly text: string;
    })[];
  })[];
};

export type PracticeWritten = {
  readonly cursor: string;
  readonly practice: PracticeFields;
};

export type CommentWritten = {
  readonly cursor: string;
  readonly comment: CommentFields | null;
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
  ballot: {
    variables: { readonly id: string };
    result: {
      readonly ballot: BallotDetail | null;
    };
  };
  ballots: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly group?: string | null | undefined; readonly practice?: string | null | undefined; readonly states?: readonly BallotState[] | null | undefined };
    result: {
      readonly ballots: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly BallotFields[];
      };
    };
  };
  holdBallot: {
    variables: { readonly group: string; readonly practice?: string | null | undefined; readonly version?: number | null | undefined; readonly question: string; readonly options?: readonly string[] | null | undefined; readonly rule?: BallotRule | null | undefined; readonly quorumPercent?: number | null | undefined; readonly balanced?: boolean | null | undefined; readonly secret?: boolean | null | undefined; readonly opensAt?: string | null | undefined; readonly closesAt: string; readonly zone: string; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly holdBallot: BallotWritten;
    };
  };
  vote: {
    variables: { readonly id: string; readonly option?: number | null | undefined; readonly abstain?: boolean | null | undefined; readonly reason?: string | null | undefined };
    result: {
      readonly vote: BallotWritten;
    };
  };
  hearObjection: {
    variables: { readonly id: string; readonly organization: string; readonly answer: string };
    result: {
      readonly hearObjection: BallotWritten;
    };
  };
  closeBallot: {
    variables: { readonly id: string };
    result: {
      readonly closeBallot: BallotWritten;
    };
  };
  adoption: {
    variables: { readonly id: string };
    result: {
      readonly adoption: AdoptionFields | null;
    };
  };
  adoptions: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly practices?: readonly string[] | null | undefined; readonly organizations?: readonly string[] | null | undefined; readonly levels?: readonly AdoptionLevel[] | null | undefined; readonly endsBy?: string | null | undefined };
    result: {
      readonly adoptions: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly AdoptionFields[];
      };
    };
  };
  adoptionMatrix: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly practices?: readonly string[] | null | undefined; readonly filter?: ItemFilter | null | undefined; readonly organizations?: readonly string[] | null | undefined; readonly sectors?: readonly Sector[] | null | undefined };
    result: {
      readonly adoptionMatrix: {
        readonly totalCount: number;
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
        readonly organizations: readonly ({
          readonly id: string;
          readonly name: string;
          readonly sector: Sector;
        })[];
        readonly counts: readonly ({
          readonly standing: AdoptionStanding;
          readonly count: number;
        })[];
        readonly rows: readonly ({
          readonly practice: {
            readonly id: string;
            readonly title: string;
            readonly tlp: Tlp;
          };
          readonly version: number;
          readonly standings: readonly (AdoptionStanding | null)[];
          readonly counts: readonly ({
            readonly standing: AdoptionStanding;
            readonly count: number;
          })[];
        })[];
      };
    };
  };
  clauseMatrix: {
    variables: { readonly practice: string; readonly organizations?: readonly string[] | null | undefined; readonly sectors?: readonly Sector[] | null | undefined };
    result: {
      readonly adoptionMatrix: {
        readonly rows: readonly ({
          readonly practice: {
            readonly id: string;
            readonly title: string;
            readonly tlp: Tlp;
          };
          readonly version: number;
          readonly clauses: readonly ({
            readonly clause: string;
            readonly deviations: number;
            readonly counts: readonly ({
              readonly standing: AdoptionStanding;
              readonly count: number;
            })[];
            readonly entries: readonly ({
              readonly organization: {
                readonly id: string;
                readonly name: string;
              };
              readonly standing: AdoptionStanding;
              readonly deviation: string | null;
            })[];
          })[];
        })[];
      };
    };
  };
  declareAdoption: {
    variables: { readonly practice: string; readonly version: number; readonly level: AdoptionLevel; readonly clauses?: readonly string[] | null | undefined; readonly deviations?: readonly AdoptionDeviationInput[] | null | undefined; readonly evidence?: readonly AdoptionEvidenceInput[] | null | undefined; readonly validUntil?: string | null | undefined; readonly note?: string | null | undefined; readonly tlp: Tlp; readonly audience?: AudienceInput | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly declareAdoption: {
        readonly cursor: string;
        readonly adoption: AdoptionFields;
      };
    };
  };
  group: {
    variables: { readonly id: string };
    result: {
      readonly group: GroupPage | null;
    };
  };
  proposeGroup: {
    variables: { readonly name: string; readonly description?: string | null | undefined; readonly charter: CharterInput; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly proposeGroup: GroupSummary;
    };
  };
  signOn: {
    variables: { readonly group: string; readonly signed?: boolean | null | undefined };
    result: {
      readonly signOn: GroupSummary;
    };
  };
  draftCharter: {
    variables: { readonly group: string; readonly charter: CharterInput; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly draftCharter: GroupSummary;
    };
  };
  moveGroup: {
    variables: { readonly group: string; readonly move: GroupMove; readonly reason?: string | null | undefined };
    result: {
      readonly moveGroup: GroupSummary;
    };
  };
  setGroupRole: {
    variables: { readonly group: string; readonly account?: string | null | undefined; readonly organization?: string | null | undefined; readonly role: GroupRole; readonly held?: boolean | null | undefined };
    result: {
      readonly setGroupRole: GroupSummary;
    };
  };
  enterGroup: {
    variables: { readonly group: string; readonly wholeOrganization?: boolean | null | undefined; readonly note?: string | null | undefined };
    result: {
      readonly enterGroup: GroupSummary;
    };
  };
  inviteToGroup: {
    variables: { readonly group: string; readonly account?: string | null | undefined; readonly organization?: string | null | undefined; readonly standing?: GroupStanding | null | undefined; readonly note?: string | null | undefined };
    result: {
      readonly inviteToGroup: GroupSummary;
    };
  };
  quitGroup: {
    variables: { readonly group: string; readonly wholeOrganization?: boolean | null | undefined };
    result: {
      readonly quitGroup: GroupSummary;
    };
  };
  removeFromGroup: {
    variables: { readonly group: string; readonly account?: string | null | undefined; readonly organization?: string | null | undefined; readonly reason: string };
    result: {
      readonly removeFromGroup: GroupSummary;
    };
  };
  lookAtGroup: {
    variables: { readonly group: string };
    result: {
      readonly lookAtGroup: GroupSummary;
    };
  };
  answerAdmission: {
    variables: { readonly id: string; readonly accepted: boolean; readonly reason?: string | null | undefined };
    result: {
      readonly answerAdmission: string;
    };
  };
  thread: {
    variables: { readonly id: string; readonly first?: number | null | undefined; readonly after?: number | null | undefined };
    result: {
      readonly thread: ThreadFields & {
        readonly posts: readonly PostFields[];
      } | null;
    };
  };
  threadsOn: {
    variables: { readonly item: string; readonly last?: number | null | undefined };
    result: {
      readonly item: {
        readonly threads: readonly ThreadFields[];
      } | null;
    };
  };
  meeting: {
    variables: { readonly id: string };
    result: {
      readonly meeting: MeetingFields | null;
    };
  };
  openThread: {
    variables: { readonly item?: string | null | undefined; readonly group?: string | null | undefined; readonly title: string; readonly text: string; readonly mentions?: readonly string[] | null | undefined; readonly label?: ThreadLabelInput | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly openThread: ThreadFields;
    };
  };
  post: {
    variables: { readonly thread: string; readonly text: string; readonly replyTo?: string | null | undefined; readonly mentions?: readonly string[] | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly post: PostFields;
    };
  };
  editPost: {
    variables: { readonly id: string; readonly text: string; readonly mentions?: readonly string[] | null | undefined };
    result: {
      readonly editPost: PostFields;
    };
  };
  removePost: {
    variables: { readonly id: string; readonly reason: string };
    result: {
      readonly removePost: PostFields;
    };
  };
  callMeeting: {
    variables: { readonly group: string; readonly title: string; readonly startsAt: string; readonly endsAt: string; readonly place?: string | null | undefined; readonly agenda?: readonly string[] | null | undefined; readonly rule?: MeetingRule | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly callMeeting: MeetingFields;
    };
  };
  changeMeeting: {
    variables: { readonly id: string; readonly title?: string | null | undefined; readonly startsAt?: string | null | undefined; readonly endsAt?: string | null | undefined; readonly place?: string | null | undefined; readonly agenda?: readonly string[] | null | undefined };
    result: {
      readonly changeMeeting: MeetingFields;
    };
  };
  cancelMeeting: {
    variables: { readonly id: string };
    result: {
      readonly cancelMeeting: MeetingFields;
    };
  };
  recordMeeting: {
    variables: { readonly id: string; readonly minutes: string; readonly decisions?: readonly string[] | null | undefined; readonly actions?: readonly MeetingActionInput[] | null | undefined };
    result: {
      readonly recordMeeting: MeetingFields;
    };
  };
  recordAttendance: {
    variables: { readonly id: string; readonly present: readonly string[] };
    result: {
      readonly recordAttendance: MeetingFields;
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
  peers: {
    variables: {  };
    result: {
      readonly peers: readonly PeerFields[];
    };
  };
  peersInCare: {
    variables: {  };
    result: {
      readonly peers: readonly PeerCare[];
    };
  };
  previewPeer: {
    variables: { readonly url: string };
    result: {
      readonly previewPeer: {
        readonly forumId: string;
        readonly name: string;
        readonly url: string;
        readonly contact: string | null;
        readonly fingerprint: string;
        readonly organizationPolicy: string | null;
        readonly communityPolicy: string | null;
      };
    };
  };
  addPeer: {
    variables: { readonly url: string; readonly fingerprint: string; readonly agreement?: PeerAgreementInput | null | undefined };
    result: {
      readonly addPeer: PeerCare;
    };
  };
  updatePeer: {
    variables: { readonly id: string; readonly agreement?: PeerAgreementInput | null | undefined; readonly state?: PeerState | null | undefined };
    result: {
      readonly updatePeer: PeerCare;
    };
  };
  removePeer: {
    variables: { readonly id: string };
    result: {
      readonly removePeer: string;
    };
  };
  rereadPeer: {
    variables: { readonly id: string };
    result: {
      readonly rereadPeer: PeerCare;
    };
  };
  revokePeerKey: {
    variables: { readonly id: string; readonly kid: string };
    result: {
      readonly revokePeerKey: PeerCare;
    };
  };
  peerAlarms: {
    variables: { readonly open?: boolean | null | undefined };
    result: {
      readonly peerAlarms: readonly PeerAlarmFields[];
    };
  };
  acknowledgePeerAlarm: {
    variables: { readonly id: string };
    result: {
      readonly acknowledgePeerAlarm: PeerAlarmFields;
    };
  };
  setReachable: {
    variables: { readonly reachable: boolean };
    result: {
      readonly setReachable: {
        readonly id: string;
        readonly name: string;
        readonly reachable: boolean | null;
      };
    };
  };
  deliveries: {
    variables: { readonly id: string };
    result: {
      readonly item: {
        readonly id: string;
        readonly title: string;
        readonly tlp: Tlp;
        readonly deliveries: readonly DeliveryFields[] | null;
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
      }) | null;
    };
  };
  peering: {
    variables: {  };
    result: {
      readonly peering: {
        readonly checkpoints: readonly string[];
        readonly witnessed: readonly string[];
      } | null;
    };
  };
  peeringDirectory: {
    variables: {  };
    result: {
      readonly peering: {
        readonly organizations: readonly ({
          readonly id: string;
          readonly name: string;
          readonly sector: Sector;
          readonly country: string | null;
          readonly accounts: readonly ({
            readonly id: string;
            readonly name: string;
          })[];
        })[];
      } | null;
    };
  };
  envelopePage: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined };
    result: {
      readonly feed: {
        readonly endCursor: string;
        readonly hasMore: boolean;
        readonly events: readonly EnvelopeEvent[];
      };
    };
  };
  envelopes: {
    variables: { readonly after?: string | null | undefined };
    result: {
      readonly feed: EnvelopeEvent;
    };
  };
  missingEnvelopes: {
    variables: { readonly forumId: string; readonly stream: string; readonly after: number; readonly first?: number | null | undefined };
    result: {
      readonly peering: {
        readonly envelopes: readonly ({
          readonly bytes: string;
          readonly route: readonly string[];
        })[];
      } | null;
    };
  };
  confirmEnvelopes: {
    variables: { readonly receipts: readonly ReceiptInput[] };
    result: {
      readonly confirmEnvelopes: number;
    };
  };
  practice: {
    variables: { readonly id: string };
    result: {
      readonly practice: PracticeDetail | null;
    };
  };
  practices: {
    variables: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly group?: string | null | undefined; readonly stages?: readonly PracticeStage[] | null | undefined };
    result: {
      readonly practices: {
        readonly totalCount: number;
        readonly nodes: readonly PracticeFields[];
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly startCursor: string | null;
          readonly endCursor: string | null;
        };
      };
    };
  };
  practiceComments: {
    variables: { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly clause?: string | null | undefined; readonly dispositions?: readonly CommentDisposition[] | null | undefined };
    result: {
      readonly practice: {
        readonly id: string;
        readonly tlp: Tlp;
        readonly comments: readonly CommentFields[];
      } | null;
    };
  };
  waitingComments: {
    variables: { readonly id: string; readonly first?: number | null | undefined; readonly after?: string | null | undefined };
    result: {
      readonly practice: {
        readonly id: string;
        readonly tlp: Tlp;
        readonly waitingComments: readonly CommentFields[] | null;
      } | null;
    };
  };
  practiceDifference: {
    variables: { readonly id: string; readonly from: number; readonly to: number };
    result: {
      readonly practice: {
        readonly id: string;
        readonly title: string;
        readonly tlp: Tlp;
        readonly difference: {
          readonly from: number;
          readonly to: number;
          readonly title: readonly ({
            readonly change: DifferenceType;
            readonly text: string;
          })[];
          readonly summary: readonly ({
            readonly change: DifferenceType;
            readonly text: string;
          })[];
          readonly body: readonly ({
            readonly change: DifferenceType;
            readonly text: string;
          })[];
          readonly clauses: readonly ({
            readonly id: string;
            readonly change: DifferenceType;
            readonly levelBefore: ClauseLevel | null;
            readonly levelAfter: ClauseLevel | null;
            readonly text: readonly ({
              readonly change: DifferenceType;
              readonly text: string;
            })[];
          })[];
        };
      } | null;
    };
  };
  practiceHtml: {
    variables: { readonly id: string };
    result: {
      readonly practice: {
        readonly id: string;
        readonly title: string;
        readonly tlp: Tlp;
        readonly bodyHtml: string | null;
        readonly clauses: readonly ({
          readonly id: string;
          readonly level: ClauseLevel;
          readonly html: string;
        })[];
      } | null;
    };
  };
  proposePractice: {
    variables: { readonly id: string; readonly group: string; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly proposePractice: PracticeWritten;
    };
  };
  amendPractice: {
    variables: { readonly id: string; readonly expectedRevision: number; readonly input: PracticeAmendmentInput; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly amendPractice: PracticeWritten;
    };
  };
  movePractice: {
    variables: { readonly id: string; readonly to: PracticeStage; readonly closesAt?: string | null | undefined; readonly reason?: string | null | undefined; readonly successor?: string | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly movePractice: PracticeWritten;
    };
  };
  commentOnPractice: {
    variables: { readonly id: string; readonly input: PracticeCommentInput; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly commentOnPractice: CommentWritten;
    };
  };
  commentAsVisitor: {
    variables: { readonly id: string; readonly input: PracticeCommentInput; readonly name?: string | null | undefined };
    result: {
      readonly commentAsVisitor: string;
    };
  };
  moderateComment: {
    variables: { readonly id: string; readonly letIn: boolean };
    result: {
      readonly moderateComment: CommentWritten;
    };
  };
  disposeComment: {
    variables: { readonly id: string; readonly disposition: CommentDisposition; readonly reason?: string | null | undefined; readonly answeredIn?: number | null | undefined; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly disposeComment: CommentWritten;
    };
  };
  objectToDisposition: {
    variables: { readonly id: string; readonly text: string; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly objectToDisposition: CommentWritten;
    };
  };
  withdrawComment: {
    variables: { readonly id: string; readonly idempotencyKey?: string | null | undefined };
    result: {
      readonly withdrawComment: CommentWritten;
    };
  };
};
