import { and, eq } from "drizzle-orm";
import { clausesOf } from "../../domain/clauses.ts";
import { badInput, ForumError } from "../../domain/errors.ts";
import { does, may } from "../../domain/groups.ts";
import type { GroupAct, GroupWork } from "../../domain/groups.ts";
import type { ItemState } from "../../domain/items.ts";
import { isOfKind } from "../../domain/kinds.ts";
import { mayChange } from "../../domain/policy.ts";
import type { PracticeState } from "../../domain/practices.ts";
import { checkMove, reachesGroup } from "../../domain/practices.ts";
import { passedBallot } from "../ballots.ts";
import { groupRolesOf, loadGroupStatuses } from "../groups.ts";
import { loadVisible } from "../item-rows.ts";
import { openCommentCount, practiceOf } from "../practices.ts";
import { checkPracticeText, numbered } from "./clauses.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { decide } from "./decide.ts";
import { storeRevised } from "./revise-item.ts";
import { conflict, visibleItem } from "./write-item.ts";

export const proposePractice: Handler<"proposePractice"> = async (context, { itemId, groupId }) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const { item } = await visibleItem(context, itemId);
  if (!mayChange(item, member))
    throw new ForumError("FORBIDDEN", "Only the organisation that a practice comes from proposes it to a group.");
  if (item.content.kind !== "PRACTICE") throw badInput("id", `A ${item.content.kind} is no practice.`);
  if (item.status !== "PUBLISHED") throw conflict("It is not published.");
  if ((await practiceOf(tx, dialect.tables, itemId)) !== null) throw conflict("A group looks after it already.");
  const group = (await loadGroupStatuses(tx, dialect.tables, [groupId])).get(groupId);
  if (group === undefined) throw badInput("group", "There is no such group.");
  await requireAct(context, groupId, "comment", "DECIDE");
  if (!reachesGroup(item.keys, groupId))
    throw badInput("group", "Its members do not see this practice: address it to the group first.");
  const position = await decide(context, {
    item,
    state: null,
    groupId,
    to: "PROPOSAL",
    rule: "PROPOSE",
    closesAt: null,
    reason: null,
    ballotId: null,
    successorId: null,
  });
  return { itemId, position };
};

export const amendPractice: Handler<"amendPractice"> = async (context, input) => {
  const { itemId, expectedRevision } = input;
  const { item, createdAt, state } = await practiceOfGroup(context, itemId);
  await requireAct(context, state.groupId, "editPractice", "DISCUSS");
  if (item.revision !== expectedRevision)
    throw conflict(`The newest revision is ${item.revision}, not ${expectedRevision}: read it, then amend it.`);
  const { content } = await numbered(context, itemId, input, item);
  await checkPracticeText(context, item, content);
  const { relations } = await newestRelations(context, item);
  return { itemId, position: await storeRevised(context, item, { content, label: item.label, relations }, createdAt) };
};

export const movePractice: Handler<"movePractice"> = async (context, input) => {
  const { itemId, to, closesAt, reason, successorId } = input;
  const { tx, dialect } = context;
  const { item, state } = await practiceOfGroup(context, itemId);
  await requireAct(context, state.groupId, "movePractice", "DECIDE");
  const successor = successorId === null || successorId === itemId ? null : await seenPractice(context, successorId);
  const ballotId = to === "ADOPTED" ? await passedBallot(tx, dialect.tables, itemId, state.version) : null;
  const rule = checkMove(state, to, {
    now: tx.at,
    closesAt,
    reason,
    clauses: clausesOf(item.content).length,
    openComments: await openCommentCount(tx, dialect.tables, memberOf(context).rights.ring, itemId),
    itemKeys: item.keys,
    ballotPassed: ballotId !== null,
    successorStage: successor?.stage ?? null,
  });
  const position = await decide(context, {
    item,
    state,
    groupId: state.groupId,
    to,
    rule,
    closesAt,
    reason,
    ballotId: rule === "ADOPT" ? ballotId : null,
    successorId: rule === "SUPERSEDE" ? successorId : null,
  });
  return { itemId, position };
};

/** A practice that the actor sees and that a group looks after. */
export async function practiceOfGroup(
  context: CommandContext,
  itemId: string,
): Promise<{ item: ItemState; createdAt: string; state: PracticeState }> {
  const found = await visibleItem(context, itemId);
  if (!isOfKind(found.item.content, "PRACTICE")) throw badInput("id", `A ${found.item.content.kind} is no practice.`);
  if (found.item.status === "WITHDRAWN") throw conflict("This practice is withdrawn.");
  const state = await practiceOf(context.tx, context.dialect.tables, itemId);
  if (state === null) throw conflict("No group looks after this practice: propose it to one first.");
  return { ...found, state };
}

/** Refuses what the actor's roles in a group do not allow, and what the group does not do as it stands. */
export async function requireAct(
  context: CommandContext,
  groupId: string,
  act: GroupAct,
  work: GroupWork,
): Promise<void> {
  const { tx, dialect } = context;
  const roles = await groupRolesOf(tx, dialect.tables, groupId, memberOf(context).member);
  if (!may(roles, act))
    throw new ForumError("FORBIDDEN", "Your role in the group of this practice does not allow this.");
  const status = (await loadGroupStatuses(tx, dialect.tables, [groupId])).get(groupId);
  if (status === undefined || !does(status.state, work)) throw conflict("The group is not at work.");
}

async function seenPractice(context: CommandContext, itemId: string): Promise<PracticeState | null> {
  const { tx, dialect } = context;
  const { rights } = memberOf(context);
  const seen = await loadVisible(tx, dialect.tables, rights.ring, [itemId]);
  return seen.has(itemId) ? practiceOf(tx, dialect.tables, itemId) : null;
}

async function newestRelations({ tx, dialect }: CommandContext, item: ItemState) {
  const { revisions: r } = dialect.tables;
  const [row] = await tx.db
    .select({ relations: r.relations })
    .from(r)
    .where(and(eq(r.itemId, item.id), eq(r.revision, item.revision)));
  return { relations: row?.relations ?? [] };
}
