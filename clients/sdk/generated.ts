// Written by clients/sdk/generate.ts from schema/schema.graphql and documents.ts; do not edit.

/** What somebody needs to reach in order to use a technique. */
export const accessValues = ["API", "CONSUMER_INTERFACE", "FINE_TUNING_API", "PHYSICAL", "RETRIEVED_CONTENT", "SYSTEM_PROMPT_CONTROL", "TOOL_OR_AGENT_ENVIRONMENT", "TRAINING_PIPELINE", "WEIGHTS"] as const;
export type Access = (typeof accessValues)[number];

/** Somebody who takes part on behalf of a member organisation. */
export type Account = {
  readonly __typename: "Account";
  /** Its mail address. For the account itself and for stewards; null for everybody else. */
  readonly email: string | null;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** Whether other members find it in the directory. For the account itself and for stewards; null for everybody else. */
  readonly listed: boolean | null;
  /** What the person or service is called. */
  readonly name: string;
  /** The organisation that it acts for. */
  readonly organization: Organization;
  /** What it may do. For the account itself and for stewards; null for everybody else. */
  readonly role: Role | null;
  /** Whether it is shut out for now. For the account itself and for stewards; null for everybody else. */
  readonly suspended: boolean | null;
  /** Its tokens, newest first. For the account itself and for stewards; null for everybody else. */
  readonly tokens: readonly Token[] | null;
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


/** One place in a list of accounts. */
export type AccountEdge = {
  readonly __typename: "AccountEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Account;
};

/** Prose guidance on one or more other items. */
export type Advisory = {
  readonly __typename: "Advisory";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** What a reader should do, one action an entry, most urgent first. */
  readonly recommendedActions: readonly string[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** What there is against the problem. */
  readonly remediation: Remediation | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** Prose guidance on one or more other items. A whole revision, with its label. */
export type AdvisoryInput = {
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** What a reader should do, one action an entry, most urgent first. At most 50 entries of at most 2,000 characters. */
  readonly recommendedActions?: readonly string[] | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** What there is against the problem. */
  readonly remediation?: Remediation | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
};

/** A system that something was seen with. */
export type AffectedSystem = {
  readonly __typename: "AffectedSystem";
  /** The model or product. */
  readonly model: string | null;
  /** Who offers the system, such as the name of a company. */
  readonly provider: string;
  /** The version, or a range of versions in words. */
  readonly version: string | null;
};

/** A system that something was seen with. At least one field is needed; each takes at most 2,000 characters. */
export type AffectedSystemInput = {
  /** The model or product. */
  readonly model?: string | null | undefined;
  /** Who offers the system, such as the name of a company. */
  readonly provider: string;
  /** The version, or a range of versions in words. */
  readonly version?: string | null | undefined;
};

/** Where one recipient organisation stands with an item. */
export type Answer = {
  readonly __typename: "Answer";
  /** When it first said that it has the item; null where it has not. */
  readonly acknowledgedAt: string | null;
  /** When it last answered; null where it has not. */
  readonly at: string | null;
  /** What else it says to the origin. */
  readonly note: string | null;
  /** The recipient. */
  readonly organization: Organization;
  /** Where it stands. */
  readonly state: AnswerState;
};

/** Where a recipient organisation stands with an item. */
export const answerStateValues = ["AFFECTED", "MITIGATED", "NOT_AFFECTED", "NO_ANSWER", "UNDER_STUDY"] as const;
export type AnswerState = (typeof answerStateValues)[number];

/** How the recipients of an item stand with it. Everyone who has the item sees the numbers; only the origin sees who. */
export type AnswerTally = {
  readonly __typename: "AnswerTally";
  /** How many organisations have said that they have it. */
  readonly acknowledged: number;
  /** How many are affected. */
  readonly affected: number;
  /** Every recipient organisation, with where it stands. For the origin; null for everybody else. */
  readonly entries: readonly Answer[] | null;
  /** How many have done something about it. */
  readonly mitigated: number;
  /** How many have it and have not said where they stand. For the origin; null for everybody else. */
  readonly noAnswer: number | null;
  /** How many are not affected. */
  readonly notAffected: number;
  /** How many are looking into it. */
  readonly underStudy: number;
};

/** What others than the origin are shown of where an item comes from. Members of the origin see through it. */
export const attributionValues = ["ANONYMOUS", "ORGANIZATION", "SECTOR"] as const;
export type Attribution = (typeof attributionValues)[number];

/** To whom an item is addressed by its origin. Its own organisation is always among them, except with TLP:RED. */
export type Audience = {
  readonly __typename: "Audience";
  /** Persons, with TLP:RED only. */
  readonly accounts: readonly Account[];
  /** Groups: all of their members, whoever these are at the moment. */
  readonly groups: readonly Group[];
  /** Organisations: all of their accounts. */
  readonly organizations: readonly Organization[];
  /** Sectors: all of their organisations. */
  readonly sectors: readonly Sector[];
};

/** To whom an item is addressed. TLP:RED takes accounts only, at least one; TLP:AMBER and TLP:AMBER+STRICT at least one organisation, group or sector; TLP:GREEN these or none, which is the whole community; TLP:CLEAR none. Your own organisation is always added, except with TLP:RED. */
export type AudienceInput = {
  /** Accounts of the directory, at most 1,000. With TLP:RED only. */
  readonly accounts?: readonly string[] | null | undefined;
  /** Groups of the directory, at most 1,000. */
  readonly groups?: readonly string[] | null | undefined;
  /** Organisations of the directory, at most 1,000. */
  readonly organizations?: readonly string[] | null | undefined;
  /** Whole sectors. */
  readonly sectors?: readonly Sector[] | null | undefined;
};

/** A dangerous or emergent capability, with the evidence for it. */
export type CapabilityAlert = {
  readonly __typename: "CapabilityAlert";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** The capability, in one line. */
  readonly capability: string;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** The evaluations that it rests on. */
  readonly evaluations: readonly Evaluation[];
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
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
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** A dangerous or emergent capability, with the evidence for it. A whole revision, with its label. */
export type CapabilityAlertInput = {
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** The capability, in one line. At most 300 characters. */
  readonly capability: string;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** The evaluations that it rests on. At most 100 entries. */
  readonly evaluations?: readonly EvaluationInput[] | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** The threshold that is meant, and whose it is. At most 2,000 characters. */
  readonly threshold?: string | null | undefined;
  /** Where it stands against the origin's own threshold. */
  readonly thresholdState: ThresholdState;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
};

/** A way around a safeguard. */
export type CircumventionTechnique = {
  readonly __typename: "CircumventionTechnique";
  /** What somebody needs to reach in order to use it. */
  readonly accessRequired: readonly Access[];
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** How to see it being used. */
  readonly detection: string | null;
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** Whether it is thought possible, was shown, or was seen in the wild. */
  readonly maturity: TechniqueMaturity | null;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it gets around. */
  readonly safeguardsBypassed: readonly Safeguard[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** The share of `trials` that succeeded, from 0 to 1. */
  readonly successRate: number | null;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** How many trials `successRate` rests on. */
  readonly trials: number | null;
  /** How far it carries over to other requests. */
  readonly universality: Universality | null;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};


/** A way around a safeguard. A whole revision, with its label. */
export type CircumventionTechniqueInput = {
  /** What somebody needs to reach in order to use it. */
  readonly accessRequired?: readonly Access[] | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** How to see it being used. At most 20,000 characters. */
  readonly detection?: string | null | undefined;
  /** Whether it is thought possible, was shown, or was seen in the wild. */
  readonly maturity?: TechniqueMaturity | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
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
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
  /** How many trials `successRate` rests on. */
  readonly trials?: number | null | undefined;
  /** How far it carries over to other requests. */
  readonly universality?: Universality | null | undefined;
};

/** How exact the dates beside it are: what is finer than this in them means nothing. */
export const dateGranularityValues = ["DAY", "INSTANT", "MONTH", "YEAR"] as const;
export type DateGranularity = (typeof dateGranularityValues)[number];


/** What sort of document a practice is. */
export const documentKindValues = ["BEST_PRACTICE", "CHARTER", "EVALUATION_PROTOCOL", "GUIDANCE", "REPORT", "STANDARD", "TAXONOMY"] as const;
export type DocumentKind = (typeof documentKindValues)[number];

/** A measurement that a capability alert rests on. */
export type Evaluation = {
  readonly __typename: "Evaluation";
  /** How it was measured. */
  readonly method: string | null;
  /** The evaluation or benchmark. */
  readonly name: string;
  /** The result, with its unit. */
  readonly result: string;
  /** An http or https address of the full result. */
  readonly url: string | null;
};

/** A measurement that a capability alert rests on. At least one field is needed; each takes at most 2,000 characters. */
export type EvaluationInput = {
  /** How it was measured. */
  readonly method?: string | null | undefined;
  /** The evaluation or benchmark. */
  readonly name: string;
  /** The result, with its unit. */
  readonly result: string;
  /** An http or https address of the full result. */
  readonly url?: string | null | undefined;
};

/** What happened, as far as it concerns you. */
export const feedChangeValues = ["HIDDEN", "PUBLISHED", "REVISED", "RIGHTS_CHANGED", "WITHDRAWN"] as const;
export type FeedChange = (typeof feedChangeValues)[number];

/** One change that you are entitled to hear of. */
export type FeedEvent = {
  readonly __typename: "FeedEvent";
  /** When it happened. */
  readonly at: string;
  /** What happened. */
  readonly change: FeedChange;
  /** The place right behind this event: keep it, and pass it as `after` to go on from here. */
  readonly cursor: string;
  /** The item as it is now, which may be newer than this event; null with HIDDEN and RIGHTS_CHANGED. */
  readonly item: Item | null;
  /** The item; null with RIGHTS_CHANGED only. */
  readonly itemId: string | null;
  /** The revision that this change made, where it made one. */
  readonly revision: number | null;
};

/** A stretch of your feed. */
export type FeedPage = {
  readonly __typename: "FeedPage";
  /** Where to go on: pass it as `after`. On an empty page, where you stand. */
  readonly endCursor: string;
  /** The events, oldest first. */
  readonly events: readonly FeedEvent[];
  /** Whether there is more already. Never with an empty page. */
  readonly hasMore: boolean;
};

/** A technical working group, or any other named circle of members. Items can be addressed to it. */
export type Group = {
  readonly __typename: "Group";
  /** The accounts that are in it by themselves, as far as the directory shows them to you. */
  readonly accounts: readonly Account[];
  /** What it is for. */
  readonly description: string | null;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The organisations in it: all of their accounts belong to it. */
  readonly organizations: readonly Organization[];
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

/** One place in a list of groups. */
export type GroupEdge = {
  readonly __typename: "GroupEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Group;
};

/** What the label lets you do with an item. */
export type Handling = {
  readonly __typename: "Handling";
  /** Whether you may revise or withdraw it. */
  readonly mayChange: boolean;
  /** To whom you may pass it on with `relay`. */
  readonly relay: RelayScope;
  /** It in one or two sentences, for people. */
  readonly sentence: string;
};

/** The kinds of harm that an incident did or could do. */
export const harmTypeValues = ["ECONOMIC_PROPERTY", "ENVIRONMENTAL", "FUNDAMENTAL_RIGHTS", "OTHER", "PHYSICAL", "PSYCHOLOGICAL", "PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE", "REPUTATIONAL"] as const;
export type HarmType = (typeof harmTypeValues)[number];

/** Harm, near miss or hazard that happened. */
export type Incident = {
  readonly __typename: "Incident";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
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
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** The kinds of harm. */
  readonly harmTypes: readonly HarmType[];
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** Who was harmed, and how much. */
  readonly impact: string | null;
  /** Whether harm came of it. */
  readonly incidentClass: IncidentClass | null;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** When it happened, or began. */
  readonly occurredAt: string | null;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** What was done about it. */
  readonly response: string | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** Whether harm came of an incident. */
export const incidentClassValues = ["HAZARD", "INCIDENT", "NEAR_MISS", "SERIOUS_INCIDENT"] as const;
export type IncidentClass = (typeof incidentClassValues)[number];

/** Harm, near miss or hazard that happened. A whole revision, with its label. */
export type IncidentInput = {
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
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
  /** Who was harmed, and how much. At most 20,000 characters. */
  readonly impact?: string | null | undefined;
  /** Whether harm came of it. */
  readonly incidentClass?: IncidentClass | null | undefined;
  /** When it happened, or began. */
  readonly occurredAt?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** What was done about it. At most 20,000 characters. */
  readonly response?: string | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
};

/** A question to the community. */
export type InformationRequest = {
  readonly __typename: "InformationRequest";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** The answer, once there is one. */
  readonly answerSummary: string | null;
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** When an answer is needed. */
  readonly neededBy: string | null;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** The question. */
  readonly question: string;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** Whether it is still open; taken as OPEN where it is not given. */
  readonly requestState: RequestState | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** A question to the community. A whole revision, with its label. */
export type InformationRequestInput = {
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** The answer, once there is one. At most 20,000 characters. */
  readonly answerSummary?: string | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** When an answer is needed. */
  readonly neededBy?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** The question. At most 20,000 characters. */
  readonly question: string;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** Whether it is still open; taken as OPEN where it is not given. */
  readonly requestState?: RequestState | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
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

/** One place in a list of items. */
export type ItemEdge = {
  readonly __typename: "ItemEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Item;
};

/** Which items are meant. Every field that is given must match; within a list, any of its values does, and an empty list matches nothing. Lists take at most 100 entries, texts at most 1,000 characters. */
export type ItemFilter = {
  /** Any part of the provider or the model of a system that they were seen with, in any case. */
  readonly affects?: string | null | undefined;
  /** Groups that they are addressed to, and that you are in or that your organisation addressed. */
  readonly groups?: readonly string[] | null | undefined;
  /** What sort of things they are. */
  readonly kinds?: readonly ItemKind[] | null | undefined;
  /** At least this severe. */
  readonly minSeverity?: Severity | null | undefined;
  /** The organisations that they come from. Never matches where the attribution withholds it from you. */
  readonly origins?: readonly string[] | null | undefined;
  /** First published at this instant or later. */
  readonly publishedAfter?: string | null | undefined;
  /** First published before this instant. */
  readonly publishedBefore?: string | null | undefined;
  /** Areas of risk that they touch. */
  readonly riskCategories?: readonly RiskCategory[] | null | undefined;
  /** The sector of their origin. Never matches where the attribution withholds it from you. */
  readonly sectors?: readonly Sector[] | null | undefined;
  /** Where they stand; PUBLISHED where it is not given, and DRAFT gives your own drafts. Means nothing in feeds. */
  readonly statuses?: readonly ItemStatus[] | null | undefined;
  /** MITRE ATLAS or ATT&CK ids that they name, such as AML.T0054. */
  readonly techniques?: readonly string[] | null | undefined;
  /** Words that title, summary and body hold between them: all of them, in any English inflection. "a phrase" in quotes stands together, begin* stands for whatever begins so. Not in feeds. */
  readonly text?: string | null | undefined;
  /** Their label. */
  readonly tlp?: readonly Tlp[] | null | undefined;
};

/** An item of one kind: give exactly one of these fields. */
export type ItemInput = { readonly advisory: AdvisoryInput }
  | { readonly capabilityAlert: CapabilityAlertInput }
  | { readonly circumventionTechnique: CircumventionTechniqueInput }
  | { readonly incident: IncidentInput }
  | { readonly informationRequest: InformationRequestInput }
  | { readonly mitigation: MitigationInput }
  | { readonly practice: PracticeInput }
  | { readonly threatActivity: ThreatActivityInput };

/** What sort of thing an item is. Each kind is a type of its own, with fields of its own. */
export const itemKindValues = ["ADVISORY", "CAPABILITY_ALERT", "CIRCUMVENTION_TECHNIQUE", "INCIDENT", "INFORMATION_REQUEST", "MITIGATION", "PRACTICE", "THREAT_ACTIVITY"] as const;
export type ItemKind = (typeof itemKindValues)[number];

/** The order of a list of items. Ties go by id. */
export const itemOrderValues = ["BEST_MATCH", "MOST_SEVERE", "NEWEST", "OLDEST"] as const;
export type ItemOrder = (typeof itemOrderValues)[number];

/** Counts over the items that you may see. What is not there is left out, not counted as 0. */
export type ItemStatistics = {
  readonly __typename: "ItemStatistics";
  /** By kind. */
  readonly byKind: readonly KindCount[];
  /** By the month of first publication, in UTC, oldest first. */
  readonly byMonth: readonly MonthCount[];
  /** By area of risk; an item counts in each that it touches. */
  readonly byRiskCategory: readonly RiskCategoryCount[];
  /** By severity. */
  readonly bySeverity: readonly SeverityCount[];
  /** How many items. */
  readonly total: number;
};

/** Where an item stands in its life. */
export const itemStatusValues = ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const;
export type ItemStatus = (typeof itemStatusValues)[number];

/** How many items there are of one kind. */
export type KindCount = {
  readonly __typename: "KindCount";
  /** How many items. */
  readonly count: number;
  /** The kind. */
  readonly kind: ItemKind;
};

/** A counter-measure that works. */
export type Mitigation = {
  readonly __typename: "Mitigation";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
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
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it is part of. */
  readonly safeguards: readonly Safeguard[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** A counter-measure that works. A whole revision, with its label. */
export type MitigationInput = {
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** What it costs: latency, refusals of harmless requests, effort. At most 20,000 characters. */
  readonly costs?: string | null | undefined;
  /** What it counters, in words or as ATLAS ids; relate items to name them. At most 200 entries of at most 300 characters. */
  readonly counters?: readonly string[] | null | undefined;
  /** How to put it in place. At most 20,000 characters. */
  readonly deployment?: string | null | undefined;
  /** How well it works, and how that was measured. At most 20,000 characters. */
  readonly effectiveness?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** The safeguards that it is part of. */
  readonly safeguards?: readonly Safeguard[] | null | undefined;
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
};

/** How many items were first published in one month. */
export type MonthCount = {
  readonly __typename: "MonthCount";
  /** How many items. */
  readonly count: number;
  /** The month in UTC, such as 2026-11. */
  readonly month: string;
};


/** A member of the forum. */
export type Organization = {
  readonly __typename: "Organization";
  /** Its country as two letters of ISO 3166-1. */
  readonly country: string | null;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The kind of organisation that it is. */
  readonly sector: Sector;
  /** Whether its accounts are shut out for now. For stewards; null for everybody else. */
  readonly suspended: boolean | null;
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

/** One place in a list of organisations. */
export type OrganizationEdge = {
  readonly __typename: "OrganizationEdge";
  /** This place in the list, for `after` and `before`. */
  readonly cursor: string;
  /** What stands there. */
  readonly node: Organization;
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename: "PageInfo";
  /** The cursor of the last entry: pass it as `after` to go on. Null on an empty page. */
  readonly endCursor: string | null;
  /** Whether there is more behind this page. */
  readonly hasNextPage: boolean;
  /** Whether there is more before this page. */
  readonly hasPreviousPage: boolean;
  /** The cursor of the first entry: pass it as `before` to go backwards. Null on an empty page. */
  readonly startCursor: string | null;
};

/** What a recipient may do with what an item tells (Permissible Actions Protocol). It says nothing of who may have it; that is the TLP label. */
export const papValues = ["AMBER", "CLEAR", "GREEN", "RED"] as const;
export type Pap = (typeof papValues)[number];

/** A shared standard or best practice. */
export type Practice = {
  readonly __typename: "Practice";
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
  readonly audience: Audience | null;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence: number | null;
  /** What sort of document it is. */
  readonly documentKind: DocumentKind | null;
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** A shared standard or best practice. A whole revision, with its label. */
export type PracticeInput = {
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** What sort of document it is. */
  readonly documentKind?: DocumentKind | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
};

/** What a change to an item gives back. */
export type PublishPayload = {
  readonly __typename: "PublishPayload";
  /** The place right behind this change in your own feed. */
  readonly cursor: string;
  /** The item as it is now. */
  readonly item: Item;
};

/** How an item reached you. It never says whom else it reached. */
export type Reach = {
  readonly __typename: "Reach";
  /** Which group, where the way is GROUP. */
  readonly group: Group | null;
  /** The way. */
  readonly type: ReachType;
};

/** A way by which an item reached you. */
export const reachTypeValues = ["COMMUNITY", "GROUP", "ORGANIZATION", "ORIGIN", "PERSON", "PUBLIC", "RELAY", "SECTOR"] as const;
export type ReachType = (typeof reachTypeValues)[number];

/** A place where there is more to read. */
export type Reference = {
  readonly __typename: "Reference";
  /** The id in the source, such as CVE-2026-1234 or AML.T0054. */
  readonly externalId: string | null;
  /** The source, such as mitre-atlas, avid or cve. */
  readonly source: string | null;
  /** What the reference is called. */
  readonly title: string | null;
  /** An http or https address. */
  readonly url: string | null;
};

/** A place where there is more to read. At least one field is needed; each takes at most 2,000 characters. */
export type ReferenceInput = {
  /** The id in the source, such as CVE-2026-1234 or AML.T0054. */
  readonly externalId?: string | null | undefined;
  /** The source, such as mitre-atlas, avid or cve. */
  readonly source?: string | null | undefined;
  /** What the reference is called. */
  readonly title?: string | null | undefined;
  /** An http or https address. */
  readonly url?: string | null | undefined;
};

/** What one item says of another. It is there only for those who may see both. */
export type Relation = {
  readonly __typename: "Relation";
  /** The item at the other end. */
  readonly item: Item;
  /** What is said. */
  readonly type: RelationType;
};

/** What the item says of another. */
export type RelationInput = {
  /** The other item; one that you may see. */
  readonly item: string;
  /** What is said. */
  readonly type: RelationType;
};

/** What one item says of another. */
export const relationTypeValues = ["COUNTERS", "DUPLICATE_OF", "EVIDENCE_FOR", "EXPLOITS", "RELATED_TO", "SUPERSEDES"] as const;
export type RelationType = (typeof relationTypeValues)[number];

/** That a recipient passed an item on. */
export type Relay = {
  readonly __typename: "Relay";
  /** Whether it still holds: a relay ends when the item's label or audience changes. */
  readonly active: boolean;
  /** When. */
  readonly at: string;
  /** By whom. */
  readonly by: Organization;
  /** To whom. */
  readonly organization: Organization;
};

/** To whom a recipient may pass an item on. */
export const relayScopeValues = ["ANYONE", "CLIENTS", "COMMUNITY", "NOBODY", "OWN_ORGANIZATION"] as const;
export type RelayScope = (typeof relayScopeValues)[number];

/** What there is against a problem. */
export const remediationValues = ["FIX_PLANNED", "MITIGATION", "NONE_AVAILABLE", "NO_FIX_PLANNED", "OPTIONAL_PATCH", "VENDOR_FIX", "WORKAROUND"] as const;
export type Remediation = (typeof remediationValues)[number];

/** Whether a question to the community is still open. */
export const requestStateValues = ["ANSWERED", "CLOSED", "OPEN"] as const;
export type RequestState = (typeof requestStateValues)[number];

/** What an item said at one time. Revisions are never changed, only added to. */
export type Revision = {
  readonly __typename: "Revision";
  /** When it was made. */
  readonly at: string;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body: string | null;
  /** What differs from the newest earlier revision that you may read; empty for the first of these. */
  readonly changes: readonly RevisionChange[];
  /** Its number: 1, 2, 3 … */
  readonly revision: number;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** The label that it had. Show this before the text, in capitals. */
  readonly tlp: Tlp;
};

/** One field that differs from the revision before. Lists and records are given as JSON text. */
export type RevisionChange = {
  readonly __typename: "RevisionChange";
  /** Its value after; null where it has none. */
  readonly after: string | null;
  /** Its value before; null where it had none. */
  readonly before: string | null;
  /** The field's name, as in the item's type. */
  readonly field: string;
};

/** The areas of risk that items are sorted by. The first eight are those of the voluntary commitments on safety of 2023; all of them map to NIST AI 600-1, MLCommons AILuminate, the MIT AI Risk Repository and the EU code of practice for general-purpose AI. */
export const riskCategoryValues = ["BIAS_DISCRIMINATION", "BIOLOGICAL", "CHEMICAL", "CHILD_SAFETY", "CYBER", "FRAUD_CRIME", "HARMFUL_CONTENT", "INTELLECTUAL_PROPERTY", "LOSS_OF_CONTROL", "MANIPULATION", "MODEL_SECURITY", "PRIVACY", "RADIOLOGICAL_NUCLEAR", "RELIABILITY", "SELF_REPLICATION", "SYSTEMIC_OTHER", "SYSTEM_INTERACTION"] as const;
export type RiskCategory = (typeof riskCategoryValues)[number];

/** How many items touch one area of risk. */
export type RiskCategoryCount = {
  readonly __typename: "RiskCategoryCount";
  /** How many items. */
  readonly count: number;
  /** The area of risk. */
  readonly riskCategory: RiskCategory;
};

/** What an account may do. */
export const roleValues = ["CONTRIBUTOR", "READER", "STEWARD"] as const;
export type Role = (typeof roleValues)[number];

/** The means by which a system is kept from doing harm. */
export const safeguardValues = ["ACCOUNT_ENFORCEMENT", "HUMAN_OVERSIGHT", "IDENTITY_VERIFICATION", "INPUT_FILTER", "MONITORING", "OUTPUT_FILTER", "RATE_LIMIT", "REFUSAL_TRAINING", "SANDBOX_PERMISSION", "SYSTEM_PROMPT", "UNLEARNING", "WATERMARK_PROVENANCE", "WEIGHT_SECURITY"] as const;
export type Safeguard = (typeof safeguardValues)[number];

/** The kind of organisation that a member is. */
export const sectorValues = ["ACADEMIA", "CIVIL_SOCIETY", "COMPANY", "GOVERNMENT"] as const;
export type Sector = (typeof sectorValues)[number];

/** How bad an item is, in the judgement of its origin; least severe first. */
export const severityValues = ["CRITICAL", "HIGH", "LOW", "MEDIUM"] as const;
export type Severity = (typeof severityValues)[number];

/** How many items there are of one severity. */
export type SeverityCount = {
  readonly __typename: "SeverityCount";
  /** How many items. */
  readonly count: number;
  /** The severity. */
  readonly severity: Severity;
};

/** That somebody who has an item met with it too. */
export type Sighting = {
  readonly __typename: "Sighting";
  /** When it was reported. */
  readonly at: string;
  /** How many times it was seen. */
  readonly count: number;
  /** When it was first seen. */
  readonly firstSeen: string;
  /** When it was last seen. */
  readonly lastSeen: string;
  /** What else there is to say. */
  readonly note: string | null;
  /** Who reported it; null where they chose not to be named to you. */
  readonly organization: Organization | null;
};

/** Where and how often an item was met with, taken together. */
export type SightingSummary = {
  readonly __typename: "SightingSummary";
  /** How many times it was seen, over all reports; 2,147,483,647 stands for that or more. */
  readonly count: number;
  /** The newest reports, oldest of them first. */
  readonly entries: readonly Sighting[];
  /** When it was first seen by anybody. */
  readonly firstSeen: string | null;
  /** When it was last seen by anybody. */
  readonly lastSeen: string | null;
  /** How many reports there are. */
  readonly reports: number;
};

/** How far a technique has got from an idea to use. */
export const techniqueMaturityValues = ["DEMONSTRATED", "FEASIBLE", "REALIZED"] as const;
export type TechniqueMaturity = (typeof techniqueMaturityValues)[number];

/** Actors seen misusing systems. */
export type ThreatActivity = {
  readonly __typename: "ThreatActivity";
  /** Names by which the actors are known. */
  readonly actors: readonly string[];
  /** The systems that it was seen with. */
  readonly affectedSystems: readonly AffectedSystem[];
  /** How its recipients stand with it. */
  readonly answers: AnswerTally;
  /** What others than the origin are shown of where it comes from. */
  readonly attribution: Attribution;
  /** To whom it is addressed. For members of the origin; null for everybody else, and with TLP:CLEAR. */
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
  /** What its label lets you do with it. */
  readonly handling: Handling;
  /** Stays the same for ever. Treat it as text without a meaning. */
  readonly id: string;
  /** What sort of thing it is. */
  readonly kind: ItemKind;
  /** When they were last seen. */
  readonly lastSeen: string | null;
  /** What they are after. */
  readonly objective: string | null;
  /** What was seen of them. */
  readonly observations: string | null;
  /** The organisation that shares it; null where the attribution withholds it from you. */
  readonly origin: Organization | null;
  /** The sector of the organisation that shares it; null where the attribution withholds it from you. */
  readonly originSector: Sector | null;
  /** What your own organisation has answered; null where it has not. */
  readonly ownAnswer: Answer | null;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap: Pap | null;
  /** When it was first published; null for a draft. */
  readonly publishedAt: string | null;
  /** Every way by which it reached you. */
  readonly reachedThrough: readonly Reach[];
  /** Where to read more. */
  readonly references: readonly Reference[];
  /** What others that you may see say of this one, newest first; `item` is the one that says it. */
  readonly relatedFrom: readonly Relation[];
  /** What this item says of others that you may see, those with the newest items first. */
  readonly relations: readonly Relation[];
  /** How recipients passed it on. For its origin; null for everybody else. */
  readonly relays: readonly Relay[] | null;
  /** When its newest revision was made; null for one that was never revised. */
  readonly revisedAt: string | null;
  /** Which revision this is: 1, 2, 3 … */
  readonly revision: number;
  /** Its newest revisions, oldest of them first: those whose own label let you see them. */
  readonly revisions: readonly Revision[];
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** Where and how often it was met with. */
  readonly sightings: SightingSummary;
  /** Where it stands in its life. */
  readonly status: ItemStatus;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. */
  readonly techniques: readonly string[];
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. Show this before the text, in capitals. */
  readonly tlp: Tlp;
  /** Whether you count as its origin: you see the audience, see through the attribution, and hear who answered. */
  readonly viewerIsOrigin: boolean;
  /** Why and when its origin took it back; null where it did not. */
  readonly withdrawal: Withdrawal | null;
};

/** Actors seen misusing systems. A whole revision, with its label. */
export type ThreatActivityInput = {
  /** Names by which the actors are known. At most 50 entries of at most 300 characters. */
  readonly actors?: readonly string[] | null | undefined;
  /** The systems that it was seen with. At most 100 entries. */
  readonly affectedSystems?: readonly AffectedSystemInput[] | null | undefined;
  /** What others are shown of where it comes from; ORGANIZATION where it is not given. */
  readonly attribution?: Attribution | null | undefined;
  /** To whom it is addressed, as its label asks for. */
  readonly audience?: AudienceInput | null | undefined;
  /** The whole text as CommonMark, at most 100,000 characters. */
  readonly body?: string | null | undefined;
  /** How sure its origin is, on the STIX 2.1 confidence scale of 0 to 100. */
  readonly confidence?: number | null | undefined;
  /** How exact `firstSeen` and `lastSeen` are. */
  readonly dateGranularity?: DateGranularity | null | undefined;
  /** How to see them at work. At most 20,000 characters. */
  readonly detection?: string | null | undefined;
  /** When they were first seen. */
  readonly firstSeen?: string | null | undefined;
  /** When they were last seen. */
  readonly lastSeen?: string | null | undefined;
  /** What they are after. At most 20,000 characters. */
  readonly objective?: string | null | undefined;
  /** What was seen of them. At most 20,000 characters. */
  readonly observations?: string | null | undefined;
  /** What a recipient may do with it (Permissible Actions Protocol). */
  readonly pap?: Pap | null | undefined;
  /** Where to read more. At most 200 entries. */
  readonly references?: readonly ReferenceInput[] | null | undefined;
  /** What it says of other items, at most 100. */
  readonly relations?: readonly RelationInput[] | null | undefined;
  /** The areas of risk that it touches; at least one. */
  readonly riskCategories: readonly RiskCategory[];
  /** How bad it is, in the judgement of its origin. */
  readonly severity: Severity;
  /** What a reader must know, in at most 2,000 characters. */
  readonly summary: string;
  /** MITRE ATLAS or ATT&CK ids, such as AML.T0054. At most 100 entries of at most 64 characters. */
  readonly techniques?: readonly string[] | null | undefined;
  /** What it is about, in one line of at most 300 characters. */
  readonly title: string;
  /** Who may have it. There is no default. */
  readonly tlp: Tlp;
};

/** Where a capability stands against the threshold that its origin has set. */
export const thresholdStateValues = ["APPROACHING", "BELOW", "CANNOT_EXCLUDE", "EXCEEDED", "REACHED"] as const;
export type ThresholdState = (typeof thresholdStateValues)[number];

/** Who may have an item, after the Traffic Light Protocol 2.0 of FIRST. It is enforced: the forum shows an item to nobody else. Show it to people in capitals before the text, such as TLP:AMBER+STRICT. */
export const tlpValues = ["AMBER", "AMBER_STRICT", "CLEAR", "GREEN", "RED"] as const;
export type Tlp = (typeof tlpValues)[number];

/** A bearer token, but for the token itself: the forum keeps a hash of it alone. */
export type Token = {
  readonly __typename: "Token";
  /** When it was made. */
  readonly createdAt: string;
  /** When it ends by itself; null for one that does not. */
  readonly expiresAt: string | null;
  /** Its id, by which it can be ended. */
  readonly id: string;
  /** When it was last used, to about a minute; null for one that never was. */
  readonly lastUsedAt: string | null;
  /** What it is for, in the words of its maker. */
  readonly name: string | null;
  /** When it was ended; null while it is good. */
  readonly revokedAt: string | null;
};

/** A new bearer token. */
export type TokenPayload = {
  readonly __typename: "TokenPayload";
  /** What to revoke it by. */
  readonly id: string;
  /** The token itself. It is shown this once: the forum keeps no more than a hash. */
  readonly token: string;
};

/** How far a technique carries over from one request to others. */
export const universalityValues = ["DOMAIN", "NARROW", "UNIVERSAL"] as const;
export type Universality = (typeof universalityValues)[number];

/** Whoever is asking. */
export type Viewer = {
  readonly __typename: "Viewer";
  /** Your account; null where nobody is signed in, and then only TLP:CLEAR is visible. */
  readonly account: Account | null;
  /** The groups that your account or your organisation is in. */
  readonly groups: readonly Group[];
  /** The organisation that your account acts for. */
  readonly organization: Organization | null;
};

/** That an item was taken back by its origin. */
export type Withdrawal = {
  readonly __typename: "Withdrawal";
  /** When. */
  readonly at: string;
  /** Why, in the words of the origin. */
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
};
