import { eq, sql } from "drizzle-orm";
import { clauseIdsOf } from "../../domain/clauses.ts";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { may } from "../../domain/groups.ts";
import { newId } from "../../domain/ids.ts";
import type { ItemState } from "../../domain/items.ts";
import { keyring, maySee, maySeeSubject } from "../../domain/policy.ts";
import type { CommentDraft } from "../../domain/practice-commands.ts";
import type { PracticeState } from "../../domain/practices.ts";
import { checkComment, checkDisposition, checkObjection } from "../../domain/practices.ts";
import type { ActivityChange } from "../../domain/vocabulary.ts";
import { groupRolesOf } from "../groups.ts";
import { loadState } from "../item-rows.ts";
import { practiceOf } from "../practices.ts";
import { loadSubjects } from "../subjects.ts";
import type { Tables } from "../tables.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { practiceOfGroup, requireAct } from "./practices.ts";
import { conflict } from "./write-item.ts";

type CommentRow = Tables["practiceComments"]["$inferSelect"];

/** So many comments of visitors wait at a practice at most: the door cannot be used to bury its moderators. */
export const maxWaiting = 500;

export const commentOnPractice: Handler<"commentOnPractice"> = async (context, { itemId, comment }) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const { item, state } = await practiceOfGroup(context, itemId);
  const roles = await groupRolesOf(tx, dialect.tables, state.groupId, member);
  checkComment(state, may(roles, "comment") ? "GROUP" : "MEMBER", tx.at);
  const row = newComment(item, state, comment, tx.at);
  const { accountId, organizationId } = member;
  await tx.db.insert(dialect.tables.practiceComments).values({ ...row, accountId, organizationId });
  return { id: row.id, itemId, position: await tell(context, "COMMENTED", row, state, item.keys) };
};

/** Kept out of everybody's sight until somebody of the group lets it in: nothing is told of it, and nothing shows it. */
export const commentAsVisitor: Handler<"commentAsVisitor"> = async ({ tx, dialect }, { itemId, comment, name }) => {
  const { practiceComments: c } = dialect.tables;
  const found = await loadState(tx, dialect.tables, itemId);
  const state = await practiceOf(tx, dialect.tables, itemId);
  if (found === null || !maySee(found.item.keys, keyring(null))) throw notFound();
  if (state === null || found.item.status !== "PUBLISHED") throw conflict("This item takes no comments.");
  checkComment(state, "VISITOR", tx.at);
  const [waiting] = await tx.rows<{ count: number }>(
    sql`SELECT count(*) AS count FROM ${c} WHERE ${c.itemId} = ${itemId} AND ${c.moderation} = ${"WAITING"}`,
  );
  if ((waiting?.count ?? 0) >= maxWaiting)
    throw new ForumError("RATE_LIMITED", "Many comments wait to be looked at; come back later.", {
      retryAfterMs: 3_600_000,
    });
  const row = { ...newComment(found.item, state, comment, tx.at), visitorName: name, moderation: "WAITING" as const };
  await tx.db.insert(c).values(row);
  await tx.append({ type: "quiet", what: "commentAsVisitor" });
  return { id: row.id };
};

export const moderateComment: Handler<"moderateComment"> = async (context, { commentId, letIn }) => {
  const { tx, dialect } = context;
  const { practiceComments: c } = dialect.tables;
  const { member } = memberOf(context);
  const [row] = await tx.db.select().from(c).where(eq(c.id, commentId));
  if (row === undefined || row.moderation === null) throw notFound();
  const looked = await practiceOf(tx, dialect.tables, row.itemId);
  const roles = looked === null ? [] : await groupRolesOf(tx, dialect.tables, looked.groupId, member);
  if (!may(roles, "disposeComment")) throw notFound();
  const { item, state } = await practiceOfGroup(context, row.itemId); // NOT_FOUND where the practice is not seen
  if (row.moderation === "REFUSED" && !letIn) throw conflict("This comment was refused already.");
  const moderation = letIn ? null : ("REFUSED" as const);
  await tx.db.update(c).set({ moderation, moderatedBy: member.accountId }).where(eq(c.id, commentId));
  const position = letIn
    ? await tell(context, "COMMENTED", row, state, item.keys)
    : await tx.append({ type: "quiet", what: "moderateComment" });
  return { id: commentId, itemId: row.itemId, position };
};

export const disposeComment: Handler<"disposeComment"> = async (
  context,
  { commentId, disposition, reason, answeredIn },
) => {
  const { tx, dialect } = context;
  const { practiceComments: c, commentAnswers } = dialect.tables;
  const { row, state } = await seenComment(context, commentId);
  await requireAct(context, state.groupId, "disposeComment", "DISCUSS");
  checkDisposition(row, disposition, reason);
  if (answeredIn !== null && (answeredIn < 1 || answeredIn > state.version + 1))
    throw badInput("answeredIn", `Give a version from 1 to ${state.version + 1}, the one that comes next.`);
  const { accountId } = memberOf(context).member;
  const round = row.objected ? 2 : 1;
  await tx.db.update(c).set({ disposition }).where(eq(c.id, commentId));
  await tx.db
    .insert(commentAnswers)
    .values({ commentId, round, disposition, reason, answeredIn, accountId, at: tx.at });
  return { id: commentId, itemId: row.itemId, position: await tell(context, "COMMENT_DISPOSED", row, state) };
};

export const objectToDisposition: Handler<"objectToDisposition"> = async (context, { commentId, text }) => {
  const { tx, dialect } = context;
  const { practiceComments: c } = dialect.tables;
  const { row, state } = await ownComment(context, commentId);
  checkObjection(row, state);
  const change = { disposition: "OPEN" as const, objected: true, objection: text, objectedAt: tx.at };
  await tx.db.update(c).set(change).where(eq(c.id, commentId));
  return { id: commentId, itemId: row.itemId, position: await tell(context, "COMMENTED", row, state) };
};

export const withdrawComment: Handler<"withdrawComment"> = async (context, { commentId }) => {
  const { tx, dialect } = context;
  const { practiceComments: c } = dialect.tables;
  const { row, state } = await ownComment(context, commentId);
  if (row.disposition !== "OPEN") throw conflict("What is answered or withdrawn cannot be withdrawn.");
  await tx.db.update(c).set({ disposition: "WITHDRAWN" }).where(eq(c.id, commentId));
  return { id: commentId, itemId: row.itemId, position: await tell(context, "COMMENT_DISPOSED", row, state) };
};

function newComment(item: ItemState, state: PracticeState, comment: CommentDraft, at: string): CommentRow {
  if (comment.clause !== null && !clauseIdsOf(item.content).includes(comment.clause))
    throw badInput("clause", "The practice has no clause of this number.");
  return {
    id: newId("comment"),
    itemId: item.id,
    version: state.version,
    ...comment,
    accountId: null,
    organizationId: null,
    visitorName: null,
    at,
    moderation: null,
    moderatedBy: null,
    disposition: "OPEN",
    objected: false,
    objection: null,
    objectedAt: null,
  };
}

/** A comment that the actor sees: shown, and on a practice that it sees now. */
async function seenComment(context: CommandContext, commentId: string) {
  const { tx, dialect } = context;
  const { rights } = memberOf(context);
  const { practiceComments: c } = dialect.tables;
  const [row] = await tx.db.select().from(c).where(eq(c.id, commentId));
  const subject = (await loadSubjects(tx, dialect.tables, [commentId])).get(commentId);
  const found = row === undefined ? null : await loadState(tx, dialect.tables, row.itemId);
  if (row === undefined || subject === undefined || found === null) throw notFound();
  if (!maySeeSubject(subject, found.item.keys, rights.ring)) throw notFound();
  return { row, state: (await practiceOfGroup(context, row.itemId)).state };
}

async function ownComment(context: CommandContext, commentId: string) {
  const found = await seenComment(context, commentId);
  if (found.row.organizationId !== memberOf(context).member.organizationId)
    throw new ForumError("FORBIDDEN", "Only the organisation that a comment comes from may do this.");
  return found;
}

/** The keys of a comment are those of its practice when it was shown, and stay so. */
async function tell(
  context: CommandContext,
  change: ActivityChange,
  { id, itemId }: CommentRow,
  { groupId }: PracticeState,
  keys?: ItemState["keys"],
): Promise<number> {
  const known = (await loadSubjects(context.tx, context.dialect.tables, [id])).get(id);
  const subject = { id, itemId, within: null, keys: keys ?? known?.keys ?? [] };
  return tellActivity(context, { change, subject, groupId });
}
