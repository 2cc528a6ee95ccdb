/** The life of a practice in a group: what each stage allows, and what each move demands. db/commands asks here, and decides nothing. */
import { badInput, ForumError } from "./errors.ts";
import type { Key, Keys } from "./policy.ts";
import { groupKey, maySee } from "./policy.ts";
import type { MoveRule } from "./stage-moves.ts";
import { stageMoves } from "./stage-moves.ts";
import type { CommentType, Disposition, Stage } from "./vocabulary.ts";

/** Where a practice stands. */
export type PracticeState = {
  readonly itemId: string;
  /** The group that looks after it. */
  readonly groupId: string;
  readonly stage: Stage;
  /** The newest version: each move freezes one. */
  readonly version: number;
  /** The version that is adopted, also while a newer one is under way. */
  readonly adoptedVersion: number | null;
  readonly since: string;
  /** When the time for comments ends or ended, in the stages that have one. */
  readonly closesAt: string | null;
  /** The practice that took its place. */
  readonly successorId: string | null;
};

const day = 24 * 60 * 60 * 1_000;

type StageRule = {
  /** Who may comment: the group alone, everybody who sees the practice, or nobody, since it is frozen. */
  readonly comments: "GROUP" | "EVERYBODY" | "NOBODY";
  /** Whether its text may be changed: never, at any time, or once the time for comments is over, to answer them. */
  readonly text: "FREE" | "AFTER_COMMENTS" | "FROZEN";
  /** How many days a time for comments lasts at least; null for none. */
  readonly daysForComments: number | null;
};

const frozen: StageRule = { comments: "NOBODY", text: "FROZEN", daysForComments: null };

/** What each stage allows. */
export const stageRules: Readonly<Record<Stage, StageRule>> = {
  PROPOSAL: { comments: "GROUP", text: "FREE", daysForComments: null },
  WORKING_DRAFT: { comments: "GROUP", text: "FREE", daysForComments: null },
  GROUP_LAST_CALL: { comments: "GROUP", text: "AFTER_COMMENTS", daysForComments: 7 },
  PUBLIC_COMMENT: { comments: "EVERYBODY", text: "AFTER_COMMENTS", daysForComments: 14 },
  CANDIDATE: frozen,
  ADOPTED: frozen,
  SUPERSEDED: frozen,
  OBSOLETE: frozen,
  RESCINDED: frozen,
  DISCONTINUED: frozen,
};

/** Where a practice is still being made, on its way to be adopted. */
export const draftStages = [
  "PROPOSAL",
  "WORKING_DRAFT",
  "GROUP_LAST_CALL",
  "PUBLIC_COMMENT",
  "CANDIDATE",
] as const satisfies readonly Stage[];

type Demand =
  | "clauses"
  | "comments over"
  | "comments answered"
  | "reach"
  | "waited"
  | "ballot"
  | "reason"
  | "successor";

type MoveDemands = { readonly words: string; readonly demands: readonly Demand[] };

/** What each move demands, besides a date to come where its stage has a time for comments. `words` stand in the decision record. */
export const moveDemands: Readonly<Record<MoveRule, MoveDemands>> = {
  ACCEPT: { words: "The group takes the proposal on.", demands: [] },
  CALL: { words: "The group is asked for its last comments; there is something to comment on.", demands: ["clauses"] },
  OPEN: {
    words: "The last call is over and every comment answered; everybody is asked.",
    demands: ["comments over", "comments answered", "reach"],
  },
  NOMINATE: {
    words: "The time for comments is over and every comment answered.",
    demands: ["comments over", "comments answered", "clauses"],
  },
  ADOPT: {
    words: "It was a candidate for at least 7 days, and the group has passed it in a ballot.",
    demands: ["waited", "ballot"],
  },
  REWORK: { words: "It goes back to be worked on, for the reason given.", demands: ["reason"] },
  SUPERSEDE: { words: "Another adopted practice takes its place.", demands: ["successor"] },
  RETIRE: { words: "It is no longer of use, for the reason given.", demands: ["reason"] },
  RESCIND: { words: "It is taken back and should not be followed, for the reason given.", demands: ["reason"] },
  DROP: { words: "Work on it ends, for the reason given.", demands: ["reason"] },
};

/** How long a candidate waits until it can be adopted. */
export const candidateDays = 7;

/** What is known of a practice when a move is asked for. */
export type MoveFacts = {
  readonly now: string;
  readonly closesAt: string | null;
  readonly reason: string | null;
  readonly clauses: number;
  /** Comments that nothing was said to, of those that the mover sees; none that waits to be let in is among them. */
  readonly openComments: number;
  readonly itemKeys: readonly Key[];
  /** Whether the group has passed its newest version in a ballot. */
  readonly ballotPassed: boolean;
  /** Where the practice that is to take its place stands; null where none was named, or none that the mover sees. */
  readonly successorStage: Stage | null;
};

/** The rule by which a practice may move, or a refusal that says what is missing. */
export function checkMove(
  state: Pick<PracticeState, "stage" | "since" | "closesAt">,
  to: Stage,
  facts: MoveFacts,
): MoveRule {
  const rule = stageMoves[state.stage][to];
  if (rule === null) throw refused(`A practice in stage ${state.stage} cannot move to ${to}.`);
  for (const demand of moveDemands[rule].demands) checkDemand(demand, state, facts);
  checkClosing(to, facts);
  return rule;
}

function checkDemand(demand: Demand, state: Pick<PracticeState, "since" | "closesAt">, facts: MoveFacts): void {
  switch (demand) {
    case "clauses":
      if (facts.clauses === 0) throw refused("It has no clauses yet.");
      return;
    case "comments over":
      if (isOpen(state.closesAt, facts.now)) throw refused(`Comments are taken until ${state.closesAt}.`);
      return;
    case "comments answered":
      if (facts.openComments > 0) throw refused(`Comments without an answer: ${facts.openComments}.`);
      return;
    case "reach":
      if (!maySee(facts.itemKeys, everybody))
        throw refused("Its label keeps it from most: give it one for all members or for everybody first.");
      return;
    case "waited":
      if (Date.parse(facts.now) < Date.parse(state.since) + candidateDays * day)
        throw refused(`It has to be a candidate for ${candidateDays} days.`);
      return;
    case "ballot":
      if (!facts.ballotPassed) throw refused("No ballot of its group has passed this version.");
      return;
    case "reason":
      if (facts.reason === null) throw badInput("reason", "Say why.");
      return;
    case "successor":
      if (facts.successorStage !== "ADOPTED") throw badInput("successor", "Name an adopted practice that you see.");
  }
}

function checkClosing(to: Stage, { now, closesAt }: MoveFacts): void {
  const { daysForComments } = stageRules[to];
  if (daysForComments === null) {
    if (closesAt !== null) throw badInput("closesAt", "This stage has no time for comments: leave it out.");
    return;
  }
  if (closesAt === null) throw badInput("closesAt", "Say until when comments are taken.");
  if (Date.parse(closesAt) < Date.parse(now) + daysForComments * day)
    throw badInput("closesAt", `Give at least ${daysForComments} days for comments.`);
}

const everybody: Keys = new Set<Key>(["public", "community"]);

/** Whether a time for comments has ended. */
export function isOver(closesAt: string | null, now: string): boolean {
  return closesAt !== null && !isOpen(closesAt, now);
}

function isOpen(closesAt: string | null, now: string): boolean {
  return closesAt !== null && now < closesAt;
}

function refused(message: string): ForumError {
  return new ForumError("CONFLICT", message, { field: "to" });
}

/** Whether the members of a group see a practice that is proposed to it: nobody can work on what it does not see. */
export function reachesGroup(itemKeys: readonly Key[], groupId: string): boolean {
  return maySee(itemKeys, new Set<Key>([...everybody, groupKey(groupId)]));
}

/** Refuses a change of the text while it is frozen. */
export function checkText({ stage, closesAt }: PracticeState, now: string): void {
  const { text } = stageRules[stage];
  if (text === "FREE" || (text === "AFTER_COMMENTS" && !isOpen(closesAt, now))) return;
  throw new ForumError(
    "CONFLICT",
    `The text of a practice in stage ${stage} is frozen; its label may still be changed.`,
    {
      field: "input",
    },
  );
}

/** Who comments: somebody of the group, another member of the forum, or a visitor. */
export type Commenter = "GROUP" | "MEMBER" | "VISITOR";

/** Refuses a comment that the stage does not take, from whom it does not take it, or too late. */
export function checkComment({ stage, closesAt }: PracticeState, who: Commenter, now: string): void {
  const { comments, daysForComments } = stageRules[stage];
  if (comments === "NOBODY" || (daysForComments !== null && !isOpen(closesAt, now)))
    throw new ForumError("CONFLICT", `A practice in stage ${stage} takes no comments now.`, { field: "id" });
  if (comments === "GROUP" && who !== "GROUP")
    throw new ForumError("FORBIDDEN", "In this stage the group alone comments on the practice.");
}

/** What is known of a comment when something is to be said to it. */
export type CommentState = {
  readonly type: CommentType;
  readonly disposition: Disposition;
  readonly objected: boolean;
};

/** Refuses an answer of the group to a comment that has one, or one that says nothing. */
export function checkDisposition(comment: CommentState, disposition: Disposition, reason: string | null): void {
  if (disposition === "OPEN" || disposition === "WITHDRAWN")
    throw badInput("disposition", "Say what became of the comment; its author alone withdraws it.");
  if (comment.disposition !== "OPEN") throw new ForumError("CONFLICT", "This comment has its answer.", { field: "id" });
  if (disposition !== "ACCEPTED" && reason === null) throw badInput("reason", "Say why.");
}

/** Refuses an objection to what became of a comment: there is one, and only against an answer. */
export function checkObjection(comment: CommentState, { stage }: PracticeState): void {
  const answered = comment.disposition !== "OPEN" && comment.disposition !== "WITHDRAWN";
  if (!answered) throw new ForumError("CONFLICT", "There is no answer yet to object to.", { field: "id" });
  if (comment.objected)
    throw new ForumError("CONFLICT", "The answer to an objection is the last word.", { field: "id" });
  if (stageRules[stage].text === "FROZEN")
    throw new ForumError("CONFLICT", `A practice in stage ${stage} is frozen; its comments are closed.`, {
      field: "id",
    });
}

/** Comments of which a decision makes a note: an objection, or an answer that was objected to, that was not met. */
export function isStandingObjection({ type, disposition, objected }: CommentState): boolean {
  return (type === "OBJECTION" || objected) && (disposition === "REJECTED" || disposition === "DEFERRED");
}
