/** What is there in a world: what was made, what was said, and what happened, in order. */
import type { MeetingRule } from "../../../domain/groups.ts";
import type { CommentType, Disposition, FeedChange, Stage } from "../../../domain/vocabulary.ts";
import type { Address, Person } from "../sight.ts";
import type { Result, Voter } from "./count.ts";
import type { Label, Terms } from "./world.ts";

export type Rule =
  | "PROPOSE"
  | "ACCEPT"
  | "CALL"
  | "OPEN"
  | "NOMINATE"
  | "ADOPT"
  | "REWORK"
  | "SUPERSEDE"
  | "RETIRE"
  | "RESCIND"
  | "DROP";

export type Version = {
  readonly version: number;
  readonly stage: Stage;
  readonly at: string;
  readonly revision: number;
  readonly tlp: Label["tlp"];
  readonly address: Address;
};
export type Process = {
  readonly group: number;
  stage: Stage;
  version: number;
  adoptedVersion: number | null;
  since: string;
  closesAt: string | null;
  /** Whether it has been told that the time for comments is over. */
  closed: boolean;
};
export type Practice = {
  readonly index: number;
  readonly id: string;
  readonly origin: number;
  readonly writer: number;
  label: Label;
  address: Address;
  revision: number;
  withdrawn: boolean;
  process: Process | null;
  versions: Version[];
};
export type Answer = {
  readonly disposition: Disposition;
  readonly reason: string | null;
  readonly at: string;
};
export type Comment = {
  readonly index: number;
  readonly id: string;
  readonly practice: Practice;
  readonly version: number;
  readonly clause: string | null;
  readonly sort: CommentType;
  readonly text: string;
  readonly at: string;
  /** null for a visitor's. */
  readonly account: number | null;
  readonly visitorName: string | null;
  door: "WAITING" | "REFUSED" | "IN";
  /** To whom the practice went when the comment was shown; null before it is. */
  address: Address | null;
  disposition: Disposition;
  objection: string | null;
  objectedAt: string | null;
  answers: Answer[];
};
export type Decision = {
  readonly index: number;
  readonly id: string;
  readonly practice: Practice;
  readonly address: Address;
  readonly version: number;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly rule: Rule;
  readonly at: string;
  readonly account: number;
  readonly reason: string | null;
  readonly closesAt: string | null;
  readonly ballot: Ballot | null;
  readonly objections: readonly Comment[];
};
export type Paper = {
  readonly organization: number;
  readonly option: number | null;
  readonly reason: string | null;
  readonly at: string;
  heardAs: string | null;
  heardAt: string | null;
};
export type Ballot = {
  readonly index: number;
  readonly id: string;
  readonly group: number;
  readonly practice: Practice | null;
  readonly version: number | null;
  readonly question: string;
  readonly options: readonly string[];
  readonly terms: Terms;
  readonly opensAt: string;
  readonly closesAt: string;
  /** null until it opens. */
  voters: Voter[] | null;
  papers: Paper[];
  closedAt: string | null;
  result: Result | null;
};
export type Meeting = {
  readonly index: number;
  readonly id: string;
  readonly group: number;
  title: string;
  readonly place: string;
  readonly agenda: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rule: MeetingRule;
  state: "CALLED" | "HELD" | "CANCELLED";
  record: {
    readonly minutes: string;
    readonly decision: string;
    readonly action: string;
    readonly owner: number | null;
  } | null;
  present: readonly number[];
};
export type Subject =
  | { readonly kind: "comment"; readonly one: Comment }
  | { readonly kind: "decision"; readonly one: Decision }
  | { readonly kind: "ballot"; readonly one: Ballot }
  | { readonly kind: "meeting"; readonly one: Meeting }
  | { readonly kind: "group"; readonly one: { readonly index: number; readonly id: string } };

/** One line of the story that feeds are told from. `people` is everybody as they were right before it. */
export type Happening = { readonly at: string; readonly people: readonly Person[] } & (
  | {
      readonly type: "item";
      readonly act: "publish" | "revise" | "withdraw";
      readonly practice: Practice;
      readonly before: Address | null;
      readonly after: Address;
    }
  | { readonly type: "activity"; readonly change: FeedChange; readonly subject: Subject; readonly group: number }
  | { readonly type: "rights"; readonly accounts: readonly number[] }
);
