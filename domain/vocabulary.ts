/** The closed lists of words that items are described with. Each is printed as a GraphQL enum of the same name. */

export const sectors = ["COMPANY", "GOVERNMENT", "ACADEMIA", "CIVIL_SOCIETY"] as const;
export type Sector = (typeof sectors)[number];

export const roles = ["READER", "CONTRIBUTOR", "STEWARD"] as const;
export type Role = (typeof roles)[number];

/** Least severe first: the place in the list is the rank that filters and orders use. */
export const severities = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;
export type Severity = (typeof severities)[number];

/** What shows most of the origin first. */
export const attributions = ["ORGANIZATION", "SECTOR", "ANONYMOUS"] as const;
export type Attribution = (typeof attributions)[number];

export const paps = ["RED", "AMBER", "GREEN", "CLEAR"] as const;
export type Pap = (typeof paps)[number];

export const itemStatuses = ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const;
export type ItemStatus = (typeof itemStatuses)[number];

export const riskCategories = [
  "BIOLOGICAL",
  "CHEMICAL",
  "RADIOLOGICAL_NUCLEAR",
  "CYBER",
  "SYSTEM_INTERACTION",
  "SELF_REPLICATION",
  "BIAS_DISCRIMINATION",
  "PRIVACY",
  "LOSS_OF_CONTROL",
  "MANIPULATION",
  "FRAUD_CRIME",
  "CHILD_SAFETY",
  "HARMFUL_CONTENT",
  "INTELLECTUAL_PROPERTY",
  "MODEL_SECURITY",
  "RELIABILITY",
  "SYSTEMIC_OTHER",
] as const;
export type RiskCategory = (typeof riskCategories)[number];

export const safeguards = [
  "REFUSAL_TRAINING",
  "INPUT_FILTER",
  "OUTPUT_FILTER",
  "SYSTEM_PROMPT",
  "ACCOUNT_ENFORCEMENT",
  "IDENTITY_VERIFICATION",
  "RATE_LIMIT",
  "SANDBOX_PERMISSION",
  "HUMAN_OVERSIGHT",
  "MONITORING",
  "WATERMARK_PROVENANCE",
  "UNLEARNING",
  "WEIGHT_SECURITY",
] as const;
export type Safeguard = (typeof safeguards)[number];

export const thresholdStates = ["BELOW", "APPROACHING", "REACHED", "EXCEEDED", "CANNOT_EXCLUDE"] as const;
export type ThresholdState = (typeof thresholdStates)[number];

export const techniqueMaturities = ["FEASIBLE", "DEMONSTRATED", "REALIZED"] as const;
export const universalities = ["NARROW", "DOMAIN", "UNIVERSAL"] as const;
export const accesses = [
  "CONSUMER_INTERFACE",
  "API",
  "FINE_TUNING_API",
  "SYSTEM_PROMPT_CONTROL",
  "RETRIEVED_CONTENT",
  "TOOL_OR_AGENT_ENVIRONMENT",
  "WEIGHTS",
  "TRAINING_PIPELINE",
  "PHYSICAL",
] as const;
export const incidentClasses = ["INCIDENT", "SERIOUS_INCIDENT", "NEAR_MISS", "HAZARD"] as const;
export const harmTypes = [
  "PHYSICAL",
  "PSYCHOLOGICAL",
  "REPUTATIONAL",
  "ECONOMIC_PROPERTY",
  "ENVIRONMENTAL",
  "PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE",
  "FUNDAMENTAL_RIGHTS",
  "OTHER",
] as const;
export const dateGranularities = ["YEAR", "MONTH", "DAY", "INSTANT"] as const;
export const remediations = [
  "VENDOR_FIX",
  "FIX_PLANNED",
  "MITIGATION",
  "WORKAROUND",
  "OPTIONAL_PATCH",
  "NONE_AVAILABLE",
  "NO_FIX_PLANNED",
] as const;
export const requestStates = ["OPEN", "ANSWERED", "CLOSED"] as const;
export const documentKinds = [
  "BEST_PRACTICE",
  "STANDARD",
  "EVALUATION_PROTOCOL",
  "TAXONOMY",
  "GUIDANCE",
  "CHARTER",
  "REPORT",
] as const;

/** How strictly a clause of a practice binds those who follow it. */
export const clauseLevels = ["MUST", "SHOULD", "MAY"] as const;
export type ClauseLevel = (typeof clauseLevels)[number];

/** Where a practice stands on its way, in the order of that way; the last four are ends. */
export const stages = [
  "PROPOSAL",
  "WORKING_DRAFT",
  "GROUP_LAST_CALL",
  "PUBLIC_COMMENT",
  "CANDIDATE",
  "ADOPTED",
  "SUPERSEDED",
  "OBSOLETE",
  "RESCINDED",
  "DISCONTINUED",
] as const;
export type Stage = (typeof stages)[number];

export const commentTypes = ["GENERAL", "TECHNICAL", "EDITORIAL", "OBJECTION"] as const;
export type CommentType = (typeof commentTypes)[number];

/** What became of a comment. OPEN: nothing yet. WITHDRAWN is for its author to say, the others for the group. */
export const dispositions = [
  "OPEN",
  "ACCEPTED",
  "ACCEPTED_WITH_CHANGE",
  "REJECTED",
  "DEFERRED",
  "WITHDRAWN",
  "DUPLICATE",
] as const;
export type Disposition = (typeof dispositions)[number];

/** What one item says of another. The source of the relation is the item that carries it. */
export const relationTypes = [
  "COUNTERS",
  "EXPLOITS",
  "EVIDENCE_FOR",
  "SUPERSEDES",
  "DUPLICATE_OF",
  "RELATED_TO",
] as const;
export type RelationType = (typeof relationTypes)[number];

/** Where a recipient organisation stands with an item. */
export const answerStates = ["NO_ANSWER", "UNDER_STUDY", "AFFECTED", "NOT_AFFECTED", "MITIGATED"] as const;
export type AnswerState = (typeof answerStates)[number];

export const itemOrders = ["NEWEST", "OLDEST", "MOST_SEVERE", "BEST_MATCH"] as const;
export type ItemOrder = (typeof itemOrders)[number];

/** What a feed tells of items and of rights: what a reader gets that asks for nothing else. */
export const itemChanges = ["PUBLISHED", "REVISED", "WITHDRAWN", "HIDDEN", "RIGHTS_CHANGED"] as const;
export type ItemChange = (typeof itemChanges)[number];

/** What happens around items and groups: told to readers that ask for it. */
export const activityChanges = [
  "STAGE_CHANGED",
  "DECIDED",
  "COMMENTED",
  "COMMENT_DISPOSED",
  "COMMENTS_CLOSED",
  "BALLOT_ANNOUNCED",
  "BALLOT_OPENED",
  "BALLOT_CLOSED",
  "ADOPTION_DECLARED",
  "ADOPTION_EXPIRED",
  "MEETING_CHANGED",
  "POSTED",
  "MENTIONED",
  "GROUP_CHANGED",
  "REMINDED",
] as const;
export type ActivityChange = (typeof activityChanges)[number];

/** SUBJECT_HIDDEN is what becomes of an activity for those from whom it was taken; ENVELOPE is for other forums. */
export const feedChanges = [...itemChanges, ...activityChanges, "SUBJECT_HIDDEN", "ENVELOPE"] as const;
export type FeedChange = (typeof feedChanges)[number];
