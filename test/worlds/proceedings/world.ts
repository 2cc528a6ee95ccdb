/** What a generated world of working groups is made of. Everything in it is named by its place in a list. */
import type { BallotRule } from "../../../domain/ballots.ts";
import type { GroupRole, MeetingRule, Standing } from "../../../domain/groups.ts";
import type { CommentType, Disposition, FeedChange, Stage } from "../../../domain/vocabulary.ts";
import type { Attribution, Audience, Role, Sector, Tlp } from "../world.ts";

export type Label = { readonly tlp: Tlp; readonly audience: Audience; readonly attribution: Attribution };
export type Member = { readonly account: number } | { readonly organization: number };
export type Office = Exclude<GroupRole, Standing>;
export type Terms = {
  readonly rule: BallotRule;
  readonly quorumPercent: number;
  readonly balanced: boolean;
  readonly secret: boolean;
};
export type Charter = { readonly decision: Terms; readonly meetingRule: MeetingRule };
export type Seat = { readonly group: number; readonly member: Member; readonly standing: Standing };
export type Officer = { readonly group: number; readonly account: number; readonly role: Office };

/** Those who are in every world: a steward outside of all groups, who chairs them, whose the practices are, and who does nothing but attend. */
export const cast = { steward: 0, chair: 1, author: 2, guest: 3 } as const;
/** The organisations of the author, the chair and the steward; others may be of the first two as well. */
export const homes = { author: 0, chair: 1, steward: 5 } as const;
export const organizationCount = 6;
export const groupCount = 2;

export type World = {
  readonly organizations: readonly Sector[];
  readonly accounts: readonly { readonly organization: number; readonly role: Role; readonly listed: boolean }[];
  /** What the charter of each group lays down; null for a group without one. */
  readonly groups: readonly (Charter | null)[];
  /** Besides the chair and the author, who are in every group. */
  readonly seats: readonly Seat[];
  readonly officers: readonly Officer[];
  readonly history: readonly PlannedStep[];
};

export type Act =
  | { readonly type: "publish"; readonly label: Label }
  | { readonly type: "propose"; readonly practice: number; readonly group: number }
  | { readonly type: "relabel"; readonly practice: number; readonly label: Label }
  | { readonly type: "withdraw"; readonly practice: number }
  /** `days` is for how long comments are taken from then on. */
  | {
      readonly type: "move";
      readonly practice: number;
      readonly to: Stage;
      readonly days: number | null;
      readonly reason: boolean;
    }
  | {
      readonly type: "comment";
      readonly practice: number;
      readonly sort: CommentType;
      readonly clause: "R-1" | "R-2" | null;
    }
  | { readonly type: "visit"; readonly practice: number; readonly named: boolean }
  | { readonly type: "moderate"; readonly comment: number; readonly letIn: boolean }
  | {
      readonly type: "dispose";
      readonly comment: number;
      readonly disposition: Disposition;
      readonly reason: boolean;
    }
  | { readonly type: "object" | "withdrawComment"; readonly comment: number }
  | {
      readonly type: "hold";
      readonly group: number;
      readonly practice: number | null;
      readonly options: number;
      readonly wish: Partial<Terms>;
      /** Whether it wishes so though there is a charter. */
      readonly insists: boolean;
      /** null for at once. */
      readonly opensIn: number | null;
      readonly lasts: number;
    }
  /** `words` is the step whose words stand on the paper, where that is another. */
  | {
      readonly type: "vote";
      readonly ballot: number;
      readonly option: number | null;
      readonly reason: boolean;
      readonly words?: number;
    }
  | { readonly type: "hear"; readonly ballot: number; readonly organization: number }
  | { readonly type: "close"; readonly ballot: number }
  | {
      readonly type: "call";
      readonly group: number;
      readonly rule: MeetingRule | null;
      readonly startsIn: number;
      readonly lasts: number;
    }
  | { readonly type: "change" | "cancel"; readonly meeting: number }
  | { readonly type: "record"; readonly meeting: number; readonly owner: number | null }
  | { readonly type: "attend"; readonly meeting: number; readonly present: readonly number[] }
  | { readonly type: "join" | "leave"; readonly group: number; readonly member: Member }
  | {
      readonly type: "role";
      readonly group: number;
      readonly account: number;
      readonly role: GroupRole;
      readonly held: boolean;
    };

/** What takes several acts, which depend on what is there by then. */
export type Plan =
  | Act
  /** The practice goes the next step of its way. */
  | { readonly type: "advance"; readonly practice: number }
  /** Every comment on the practice gets its answer, and every visitor's that waits is let in. */
  | { readonly type: "settle"; readonly practice: number }
  /** The group votes on the practice with one voice, and adopts it. */
  | { readonly type: "adopt"; readonly practice: number }
  /** The organisations that may vote do so, each in its way. */
  | { readonly type: "poll"; readonly ballot: number; readonly options: readonly (number | null)[] };

/** null: a visitor. `able`: the first who may do it, from an account on. */
export type Actor = number | null | { readonly able: number };
export type PlannedStep = { readonly by: Actor; readonly laterMs: number; readonly plan: Plan };
/** `place` numbers the steps: what is said in one is found again by it. */
export type Step = { readonly by: number | null; readonly act: Act; readonly place: number };

export type Outcome = "done" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_USER_INPUT" | "CONFLICT";

/** What a follower asks for. */
export type FeedWish = {
  readonly changes: readonly FeedChange[];
  readonly groups?: readonly number[];
  readonly kinds?: readonly string[];
};

export const worldBegin = Date.parse("2026-11-30T23:00:00.000Z");
export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** What is said in a step, found nowhere else: `part` tells what is said in one step apart. */
export function said(place: number, part: string): string {
  return `said-${place}-${part}-`;
}

/** Everything that was said which stands in a text. */
export function saidIn(text: string): Set<string> {
  return new Set(text.match(/said-\d+-[a-z]+-/g) ?? []);
}
