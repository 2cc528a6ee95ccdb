import { and, eq } from "drizzle-orm";
import { badInput, ForumError } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import type { ItemState } from "../../domain/items.ts";
import { mayChange } from "../../domain/policy.ts";
import { checkPracticeText, numbered } from "./clauses.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { appendChange, storeRevised } from "./revise-item.ts";
import { checkDraft, conflict, keysOf, newItem, storeItem, storeRevision, visibleItem } from "./write-item.ts";

export const publish: Handler<"publish"> = async (context, { item: given, feed }) => {
  const { tx } = context;
  await checkDraft(context, given);
  const id = newId("item");
  const draft = await numbered(context, id, given, null);
  const item = newItem(id, memberOf(context).member, draft, tx.at);
  await storeItem(context, item, tx.at);
  await storeRevision(context, item, draft, memberOf(context).member.accountId);
  await keepFeed(context, id, feed);
  return { itemId: item.id, position: await appendChange(context, "publish", item, []) };
};

export const revise: Handler<"revise"> = async (context, { itemId, expectedRevision, item: given }) => {
  const { item, createdAt } = await changeableItem(context, itemId);
  if (item.status === "DRAFT") throw conflict("This is a draft: save it anew instead.");
  if (item.status === "WITHDRAWN") throw conflict("This item is withdrawn and can no longer be revised.");
  if (item.revision !== expectedRevision) {
    throw conflict(`The newest revision is ${item.revision}, not ${expectedRevision}: read it, then revise it.`);
  }
  if (given.content.kind !== item.content.kind)
    throw badInput("input", `An item keeps its kind, which is ${item.content.kind}.`);
  await checkDraft(context, given, item);
  const draft = await numbered(context, itemId, given, item);
  await checkPracticeText(context, item, draft.content);
  const authorIds = authors(item, memberOf(context).member.accountId);
  return { itemId, position: await storeRevised(context, { ...item, authorIds }, draft, createdAt) };
};

export const withdraw: Handler<"withdraw"> = async (context, { itemId, reason }) => {
  const { item, createdAt } = await changeableItem(context, itemId);
  if (item.status === "DRAFT") throw conflict("This is a draft: discard it instead.");
  if (item.status === "WITHDRAWN") throw conflict("This item is withdrawn already.");
  const withdrawn: ItemState = { ...item, status: "WITHDRAWN", withdrawal: { reason, at: context.tx.at } };
  await storeItem(context, withdrawn, createdAt);
  return { itemId, position: await appendChange(context, "withdraw", withdrawn, item.keys) };
};

export const saveDraft: Handler<"saveDraft"> = async (context, { itemId, item: given, feed }) => {
  const { tx } = context;
  const { member } = memberOf(context);
  const earlier = itemId === null ? null : await draftItem(context, itemId);
  await checkDraft(context, given, earlier?.item ?? null);
  const id = earlier?.item.id ?? newId("item");
  const draft = await numbered(context, id, given, earlier?.item ?? null);
  const fresh = newItem(id, member, draft, null);
  const authored = earlier === null ? fresh : { ...fresh, authorIds: authors(earlier.item, member.accountId) };
  const item: ItemState = { ...authored, keys: keysOf(authored) };
  await storeItem(context, item, earlier?.createdAt ?? tx.at);
  await storeRevision(context, item, draft, memberOf(context).member.accountId);
  if (earlier === null) await keepFeed(context, id, feed);
  return { itemId: item.id, position: await tx.append({ type: "quiet", what: "saveDraft" }) };
};

export const publishDraft: Handler<"publishDraft"> = async (context, { itemId }) => {
  const { tx, dialect } = context;
  const { item, createdAt } = await draftItem(context, itemId);
  const { revisions } = dialect.tables;
  const published = { ...item, status: "PUBLISHED" as const, publishedAt: tx.at };
  const stored: ItemState = { ...published, keys: keysOf(published) };
  await storeItem(context, stored, createdAt);
  await tx.db
    .update(revisions)
    .set({ at: tx.at, keys: stored.keys })
    .where(and(eq(revisions.itemId, itemId), eq(revisions.revision, item.revision)));
  return { itemId, position: await appendChange(context, "publish", stored, []) };
};

export const discardDraft: Handler<"discardDraft"> = async (context, { itemId }) => {
  const { tx, dialect } = context;
  await draftItem(context, itemId);
  const { items, itemKeys, revisions, relations, clauseNumbers, feedItems } = dialect.tables;
  await tx.db.delete(feedItems).where(eq(feedItems.itemId, itemId));
  await tx.db.delete(clauseNumbers).where(eq(clauseNumbers.itemId, itemId));
  await tx.db.delete(itemKeys).where(eq(itemKeys.itemId, itemId));
  await tx.db.delete(relations).where(eq(relations.sourceId, itemId));
  await tx.db.delete(relations).where(eq(relations.targetId, itemId));
  await tx.db.delete(revisions).where(eq(revisions.itemId, itemId));
  await tx.db.delete(items).where(eq(items.id, itemId));
  await dialect.search.remove(tx, itemId);
  await tx.append({ type: "quiet", what: "discardDraft" });
  return { itemId };
};

async function changeableItem(context: CommandContext, itemId: string) {
  const found = await visibleItem(context, itemId);
  if (!mayChange(found.item, memberOf(context).member)) {
    throw new ForumError("FORBIDDEN", "Only the organisation that an item comes from may change it.");
  }
  return found;
}

async function draftItem(context: CommandContext, itemId: string) {
  const found = await changeableItem(context, itemId);
  if (found.item.status !== "DRAFT") throw conflict("This item is published: revise it instead.");
  return found;
}

async function keepFeed({ tx, dialect }: CommandContext, itemId: string, feed: string | undefined): Promise<void> {
  if (feed !== undefined) await tx.db.insert(dialect.tables.feedItems).values({ itemId, feed });
}

/** Whoever first wrote the item, and whoever writes it now. */
function authors(item: ItemState, accountId: string): string[] {
  return [...new Set([...item.authorIds.slice(0, 1), accountId])];
}
