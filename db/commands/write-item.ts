import { eq, inArray } from "drizzle-orm";
import type { ItemDraft, RelationInput } from "../../domain/commands.ts";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { isAddressable } from "../../domain/groups.ts";
import type { ItemState } from "../../domain/items.ts";
import type { Label } from "../../domain/label.ts";
import { checkAudience } from "../../domain/label.ts";
import type { Member } from "../../domain/people.ts";
import { audienceKeys, maySee } from "../../domain/policy.ts";
import { loadGroupStatuses } from "../groups.ts";
import { isReached } from "../in-directory.ts";
import { insertRows } from "../insert-rows.ts";
import { keyRowsOf, loadState, loadVisible, rowOfItem } from "../item-rows.ts";
import type { CommandContext } from "./command.ts";
import { memberOf } from "./command.ts";

/** What items are written with, by whoever they are changed. */
export type Writing = Pick<CommandContext, "tx" | "dialect">;

/** The item that a command names, if the actor sees it; NOT_FOUND otherwise. */
export async function visibleItem(
  context: CommandContext,
  itemId: string,
): Promise<{ item: ItemState; createdAt: string }> {
  const { rights } = memberOf(context);
  const found = await loadState(context.tx, context.dialect.tables, itemId);
  if (found === null || !maySee(found.item.keys, rights.ring)) throw notFound();
  return found;
}

/**
 * Refuses a label or relation that cannot be, or that names what the author does not see. Whoever the item named before may be named
 * again, though it has left the directory or is closed since.
 */
export async function checkDraft(
  context: CommandContext,
  { label, relations, path }: Pick<ItemDraft, "label" | "relations" | "path">,
  earlier: ItemState | null = null,
): Promise<void> {
  const { tx, dialect } = context;
  const { rights } = memberOf(context);
  await checkAddressees(context, label, path, earlier);
  const targets = await loadVisible(
    tx,
    dialect.tables,
    rights.ring,
    relations.map(({ itemId }) => itemId),
  );
  const missing = relations.findIndex(({ itemId }) => !targets.has(itemId));
  if (missing >= 0)
    throw badInput(`${path}.relations.${missing}.item`, "There is no such item, or you may not see it.");
}

/** The part of it that is about the label: whom it names, and whether that label can name them. */
export async function checkAddressees(
  context: CommandContext,
  label: Label,
  path: string,
  earlier: ItemState | null = null,
): Promise<void> {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const { organizations: o, accounts: a } = dialect.tables;
  const { audience } = label;
  checkAudience(label.tlp, audience, path);
  const [organizations, groups, accounts] = await Promise.all([
    audience.organizations.length === 0
      ? []
      : tx.db
          .select({ id: o.id, homeForumId: o.homeForumId, reachable: o.reachable })
          .from(o)
          .where(inArray(o.id, [...audience.organizations])),
    loadGroupStatuses(tx, dialect.tables, audience.groups),
    audience.accounts.length === 0
      ? []
      : tx.db
          .select({ id: a.id, listed: a.listed })
          .from(a)
          .where(inArray(a.id, [...audience.accounts])),
  ]);
  const named = new Set([
    ...organizations
      .filter((row) => isReached(row) || earlier?.label.audience.organizations.includes(row.id))
      .map(({ id }) => id),
    ...[...groups]
      .filter(([id, { state }]) => isAddressable(state) || earlier?.label.audience.groups.includes(id))
      .map(([id]) => id),
    ...accounts
      .filter(({ id, listed }) => listed || id === member.accountId || earlier?.label.audience.accounts.includes(id))
      .map(({ id }) => id),
  ]);
  const wanted = [...audience.organizations, ...audience.groups, ...audience.accounts];
  if (!wanted.every((id) => named.has(id))) {
    throw badInput(`${path}.audience`, "The audience names somebody who is not in the directory of this forum.");
  }
}

/** A new item of the actor's organisation. */
export function newItem(id: string, member: Member, draft: ItemDraft, published: string | null): ItemState {
  const item = {
    id,
    home: null,
    status: published === null ? ("DRAFT" as const) : ("PUBLISHED" as const),
    originId: member.organizationId,
    originSector: member.sector,
    authorIds: [member.accountId],
    revision: 1,
    content: draft.content,
    label: draft.label,
    publishedAt: published,
    revisedAt: null,
    withdrawal: null,
  };
  return { ...item, keys: keysOf(item) };
}

/** The keys of an item's label as it is, without relays. */
export function keysOf(item: Omit<ItemState, "keys">): ItemState["keys"] {
  return audienceKeys({ ...item, tlp: item.label.tlp, audience: item.label.audience });
}

/** Writes an item as it is now, with everything by which it is found. */
export async function storeItem({ tx, dialect }: Writing, item: ItemState, createdAt: string): Promise<void> {
  const { items, itemKeys } = dialect.tables;
  const row = rowOfItem(item, createdAt);
  await tx.db.insert(items).values(row).onConflictDoUpdate({ target: items.id, set: row });
  await tx.db.delete(itemKeys).where(eq(itemKeys.itemId, item.id));
  await insertRows(tx.db, itemKeys, keyRowsOf(item, createdAt));
}

/** Writes a revision, the relations that it makes and the text that it is found by. A draft's only revision is written over. `keys`: who may read it by its label. */
export async function storeRevision(
  { tx, dialect }: Writing,
  item: ItemState,
  { relations: ends }: Pick<ItemDraft, "relations">,
  authorId: string,
  keys: ItemState["keys"] = keysOf(item),
): Promise<void> {
  const { revisions } = dialect.tables;
  const { content, label, revision, id: itemId } = item;
  const row = {
    itemId,
    revision,
    at: tx.at,
    authorId,
    ...label,
    content,
    relations: ends,
    keys,
  };
  await tx.db
    .insert(revisions)
    .values(row)
    .onConflictDoUpdate({ target: [revisions.itemId, revisions.revision], set: row });
  await storeRelations({ tx, dialect }, itemId, ends);
  const { title, summary, body } = content.envelope;
  await dialect.search.index(tx, itemId, { title, summary, body: body ?? "" });
}

export async function storeRelations(
  { tx, dialect }: Writing,
  itemId: string,
  ends: readonly RelationInput[],
): Promise<void> {
  const { relations } = dialect.tables;
  await tx.db.delete(relations).where(eq(relations.sourceId, itemId));
  const unique = new Map(
    ends.map((end) => [`${end.type} ${end.itemId}`, { sourceId: itemId, type: end.type, targetId: end.itemId }]),
  );
  await insertRows(tx.db, relations, [...unique.values()]);
}

export function conflict(message: string): ForumError {
  return new ForumError("CONFLICT", message);
}
