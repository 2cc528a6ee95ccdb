import { and, count, eq, inArray, isNull, max } from "drizzle-orm";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import type { Subject } from "../../domain/subjects.ts";
import { parseText } from "../../domain/parse.ts";
import { accountKey, groupKey, mayChange, maySeeSubject, orgKey } from "../../domain/policy.ts";
import type { Ground, ThreadLabel } from "../../domain/threads.ts";
import { threadAddress } from "../../domain/threads.ts";
import type { PostDraft } from "../../domain/thread-commands.ts";
import { may } from "../../domain/groups.ts";
import { charterOf, loadSeats } from "../groups.ts";
import { loadState } from "../item-rows.ts";
import { loadSubjects, storeSubject } from "../subjects.ts";
import type { Tables } from "../tables.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { openGroup, requireAct } from "./group-seats.ts";
import { checkDraft, conflict, visibleItem } from "./write-item.ts";

const maxTextLength = 20_000;
/** What a post said before is read with it. */
const maxVersions = 20;

export const openThread: Handler<"openThread"> = async (context, { itemId, groupId, title, label, post: draft }) => {
  const { tx, dialect } = context;
  const { member, rights } = memberOf(context);
  if ((itemId === null) === (groupId === null)) throw badInput("item", "Give either `item` or `group`.");
  const ground = itemId === null ? await groupGround(context, groupId ?? "") : await itemGround(context, itemId);
  parseText(title, "title", 300, true);
  if (label !== null) await checkLabel(context, label);
  const { tlp, keys } = threadAddress(ground, label, member);
  const id = newId("thread");
  const within = groupId === null ? null : groupKey(groupId);
  const subject: Subject = { id, itemId, within, keys };
  if (!maySeeSubject(subject, null, rights.ring)) throw badInput("label.audience", "You would not see it yourself.");
  await tx.db.insert(dialect.tables.threads).values({ id, itemId, groupId, title, tlp, at: tx.at });
  await storeSubject(tx, dialect.tables, subject);
  await writePost(context, { subject, groupId, replyToId: null }, draft);
  return { id };
};

export const post: Handler<"post"> = async (context, { threadId, replyToId, post: draft }) => {
  const { tx, dialect } = context;
  const { posts: p } = dialect.tables;
  const { thread, subject } = await visibleThread(context, threadId);
  if (thread.groupId !== null) requireAct(await openGroup(context, thread.groupId), "discuss", "DISCUSS");
  if (replyToId !== null) {
    const [replied] = await tx.db
      .select({ id: p.id })
      .from(p)
      .where(and(eq(p.id, replyToId), eq(p.threadId, threadId)));
    if (replied === undefined) throw badInput("replyTo", "There is no such post in this thread.");
  }
  return { id: await writePost(context, { subject, groupId: thread.groupId, replyToId }, draft) };
};

export const editPost: Handler<"editPost"> = async (context, { postId: id, post: draft }) => {
  const { tx, dialect } = context;
  const { posts: p, postVersions: v } = dialect.tables;
  const { member } = memberOf(context);
  const { row, thread, subject } = await visiblePost(context, id);
  if (row.accountId !== member.accountId) throw new ForumError("FORBIDDEN", "Whoever wrote a post changes it.");
  if (row.removedAt !== null) throw conflict("This post was removed.");
  if (thread.groupId !== null) requireAct(await openGroup(context, thread.groupId), "discuss", "DISCUSS");
  const { text, mentionIds } = await checkPost(context, thread.groupId, draft);
  const [newest] = await tx.db
    .select({ version: max(v.version) })
    .from(v)
    .where(eq(v.postId, id));
  const version = (newest?.version ?? 0) + 1;
  if (version > maxVersions) throw conflict(`A post is changed at most ${maxVersions} times: write another.`);
  await tx.db.insert(v).values({ postId: id, version, text: row.text, at: row.editedAt ?? row.at });
  await tx.db.update(p).set({ text, mentionIds, editedAt: tx.at }).where(eq(p.id, id));
  await tellPost(
    context,
    { ...subject, id },
    thread.groupId,
    mentionIds.filter((one) => !row.mentionIds.includes(one)),
  );
  return { id };
};

export const removePost: Handler<"removePost"> = async (context, { postId: id, reason }) => {
  const { tx, dialect } = context;
  const { posts: p } = dialect.tables;
  const { member } = memberOf(context);
  const { row, thread, subject } = await visiblePost(context, id);
  if (row.accountId !== member.accountId && !(await moderates(context, thread)))
    throw new ForumError("FORBIDDEN", "Its author removes a post, or an officer of the group, or the item's origin.");
  if (row.removedAt !== null) throw conflict("This post was removed already.");
  parseText(reason, "reason", 2_000, true);
  await tx.db
    .update(p)
    .set({ removedAt: tx.at, removedById: member.accountId, removalReason: reason })
    .where(eq(p.id, id));
  await tellPost(context, { ...subject, id }, thread.groupId, []);
  return { id };
};

export const lookAtGroup: Handler<"lookAtGroup"> = async (context, { groupId, cursor }) => {
  const { tx, dialect } = context;
  const { groupLooks: l } = dialect.tables;
  const { member, rights } = memberOf(context);
  await openGroup(context, groupId);
  if (!rights.ring.has(groupKey(groupId))) throw new ForumError("FORBIDDEN", "You are not in this group.");
  const row = { accountId: member.accountId, groupId, cursor };
  await tx.db
    .insert(l)
    .values(row)
    .onConflictDoUpdate({ target: [l.accountId, l.groupId], set: row });
  return { id: groupId };
};

type ThreadRow = Tables["threads"]["$inferSelect"];

async function itemGround(context: CommandContext, itemId: string): Promise<Ground> {
  const { item } = await visibleItem(context, itemId);
  if (item.status === "DRAFT") throw conflict("This is a draft: publish it first.");
  return { tlp: item.label.tlp, keys: item.keys };
}

async function groupGround(context: CommandContext, groupId: string): Promise<Ground> {
  const group = await openGroup(context, groupId);
  requireAct(group, "discuss", "DISCUSS");
  const charter = await charterOf(context.tx, context.dialect.tables, groupId);
  return { tlp: charter?.proceedings ?? "AMBER", keys: [groupKey(groupId)] };
}

async function checkLabel(context: CommandContext, { tlp, audience }: ThreadLabel): Promise<void> {
  if (audience === null) return;
  const label = { tlp, audience, attribution: "ORGANIZATION" } as const;
  await checkDraft(context, { label, relations: [], path: "label" });
}

/** A thread that the actor sees; NOT_FOUND otherwise. */
async function visibleThread(
  context: CommandContext,
  threadId: string,
): Promise<{ thread: ThreadRow; subject: Subject }> {
  const { tx, dialect } = context;
  const { threads: t } = dialect.tables;
  const { rights } = memberOf(context);
  const [thread] = await tx.db.select().from(t).where(eq(t.id, threadId));
  const subject = (await loadSubjects(tx, dialect.tables, [threadId])).get(threadId);
  if (thread === undefined || subject === undefined) throw notFound();
  const item = thread.itemId === null ? null : await loadState(tx, dialect.tables, thread.itemId);
  if (!maySeeSubject(subject, item === null ? null : item.item.keys, rights.ring)) throw notFound();
  return { thread, subject };
}

async function visiblePost(context: CommandContext, postId: string) {
  const { posts: p } = context.dialect.tables;
  const [row] = await context.tx.db.select().from(p).where(eq(p.id, postId));
  if (row === undefined) throw notFound();
  return { row, ...(await visibleThread(context, row.threadId)) };
}

/** Whether the actor may take out what others wrote: in a group its officers, on an item those who may change it. */
async function moderates(context: CommandContext, { groupId, itemId }: ThreadRow): Promise<boolean> {
  const { member } = memberOf(context);
  if (groupId !== null) return may((await openGroup(context, groupId)).roles, "moderate");
  const found = itemId === null ? null : await loadState(context.tx, context.dialect.tables, itemId);
  return found !== null && mayChange(found.item, member);
}

type Place = { readonly subject: Subject; readonly groupId: string | null; readonly replyToId: string | null };

async function writePost(
  context: CommandContext,
  { subject, groupId, replyToId }: Place,
  draft: PostDraft,
): Promise<string> {
  const { tx, dialect } = context;
  const { posts: p } = dialect.tables;
  const { accountId, organizationId } = memberOf(context).member;
  const { text, mentionIds } = await checkPost(context, groupId, draft);
  const threadId = subject.id;
  const [earlier] = await tx.db.select({ posts: count() }).from(p).where(eq(p.threadId, threadId));
  const id = newId("post");
  const number = (earlier?.posts ?? 0) + 1;
  await tx.db
    .insert(p)
    .values({ id, threadId, number, replyToId, accountId, organizationId, text, mentionIds, at: tx.at });
  await tellPost(context, { ...subject, id }, groupId, mentionIds);
  return id;
}

/**
 * A mention in a group is of somebody in it. On an item anybody in the directory can be named, and whether they see it is not told to
 * the author, who would find out by it who has the item: a mention reaches those alone who see what it stands in.
 */
async function checkPost(
  context: CommandContext,
  groupId: string | null,
  { text, mentionIds }: PostDraft,
): Promise<PostDraft> {
  const { tx, dialect } = context;
  const { accounts: a } = dialect.tables;
  parseText(text, "text", maxTextLength, true);
  if (mentionIds.length > 50) throw badInput("mentions", "Name at most 50.");
  const named = [...new Set(mentionIds)];
  if (named.length === 0) return { text, mentionIds: [] };
  const { member } = memberOf(context);
  const found = await tx.db
    .select({ id: a.id, organizationId: a.organizationId, listed: a.listed })
    .from(a)
    .where(and(inArray(a.id, named), isNull(a.homeForumId)));
  const seats = groupId === null ? null : await loadSeats(tx, dialect.tables, groupId);
  const known = found.filter(
    ({ id, organizationId, listed }) =>
      (listed || id === member.accountId) &&
      (seats === null ||
        seats.some((seat) => seat.member === accountKey(id) || seat.member === orgKey(organizationId))),
  );
  if (known.length < named.length) {
    const where = groupId === null ? "in the directory of this forum" : "in this group";
    throw badInput("mentions", `It mentions somebody who is not ${where}.`);
  }
  return { text, mentionIds: named };
}

/** Tells of a post, and those whom it mentions that it does, as far as they see it. */
async function tellPost(
  context: CommandContext,
  subject: Subject,
  groupId: string | null,
  mentionIds: readonly string[],
): Promise<void> {
  await tellActivity(context, { change: "POSTED", subject, groupId });
  if (mentionIds.length > 0)
    await tellActivity(context, { change: "MENTIONED", subject, groupId, to: mentionIds.map(accountKey) });
}
