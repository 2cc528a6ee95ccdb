/** What a generated world is made of. Everything in it is named by its place in a list. */
export type Sector = "COMPANY" | "GOVERNMENT" | "ACADEMIA" | "CIVIL_SOCIETY";
export type Role = "READER" | "CONTRIBUTOR" | "STEWARD";
export type Tlp = "RED" | "AMBER_STRICT" | "AMBER" | "GREEN" | "CLEAR";
export type Attribution = "ORGANIZATION" | "SECTOR" | "ANONYMOUS";
export type Severity = "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
export type Kind = "ADVISORY" | "INCIDENT" | "CIRCUMVENTION_TECHNIQUE";
export type AnswerState = "NO_ANSWER" | "UNDER_STUDY" | "AFFECTED" | "NOT_AFFECTED" | "MITIGATED";
export type RelationType = "COUNTERS" | "EXPLOITS" | "SUPERSEDES";

export type Audience = {
  readonly organizations: readonly number[];
  readonly groups: readonly number[];
  readonly sectors: readonly Sector[];
  readonly accounts: readonly number[];
};

/** What an author hands in. `word` is in the title, `words` in the summary: what a search may look for. */
export type Input = {
  readonly kind: Kind;
  readonly word: string;
  readonly words: readonly string[];
  readonly severity: Severity;
  readonly riskCategories: readonly string[];
  readonly techniques: readonly string[];
  readonly provider: string | null;
  readonly tlp: Tlp;
  readonly attribution: Attribution;
  readonly audience: Audience;
  /** Items are named by the order in which they were made; one that is not there yet is unknown. */
  readonly relations: readonly { readonly type: RelationType; readonly item: number }[];
};

export type GroupMember = { readonly account: number } | { readonly organization: number };
export type Suspended = { readonly account: number } | { readonly organization: number };

export type Act =
  | { readonly type: "publish"; readonly input: Input }
  | { readonly type: "revise"; readonly item: number; readonly stale: boolean; readonly input: Input }
  | { readonly type: "withdraw"; readonly item: number }
  | { readonly type: "relay"; readonly item: number; readonly to: readonly number[] }
  | { readonly type: "saveDraft"; readonly item: number | null; readonly input: Input }
  | { readonly type: "publishDraft"; readonly item: number }
  | { readonly type: "discardDraft"; readonly item: number }
  | { readonly type: "sight"; readonly item: number; readonly count: number; readonly attributed: boolean }
  | { readonly type: "answer"; readonly item: number; readonly state: AnswerState }
  | { readonly type: "discuss"; readonly item: number }
  | { readonly type: "join" | "leave"; readonly group: number; readonly member: GroupMember }
  | { readonly type: "addClient" | "removeClient"; readonly provider: number; readonly client: number }
  | { readonly type: "setRole"; readonly account: number; readonly role: Role }
  | { readonly type: "suspend" | "resume"; readonly who: Suspended }
  | { readonly type: "revoke"; readonly account: number }
  /** The write before this one once more, by the same account with the same key. */
  | { readonly type: "repeat"; readonly changed: boolean };

export type Step = {
  /** null: an anonymous visitor. */
  readonly by: number | null;
  readonly laterMs: number;
  readonly act: Act;
};

/** A step as it is generated: "writer" is whoever made the item that it is about. */
export type PlannedStep = Omit<Step, "by"> & { readonly by: number | null | "writer" };

export type World = {
  readonly organizations: readonly Sector[];
  readonly accounts: readonly { readonly organization: number; readonly role: Role; readonly listed: boolean }[];
  readonly groups: number;
  readonly memberships: readonly { readonly group: number; readonly member: GroupMember }[];
  readonly clients: readonly { readonly provider: number; readonly client: number }[];
  readonly history: readonly PlannedStep[];
};

/** When a world begins: close before midnight, so that its items fall into two months. */
export const worldBegin = Date.parse("2026-11-30T23:00:00.000Z");

/** What the answer of a write is: it was done, or the code of its refusal. */
export type Outcome = "done" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_USER_INPUT" | "CONFLICT";
