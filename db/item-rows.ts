import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { affectsText, severityRank } from "../domain/filter.ts";
import { idRangeOf, uuidOf } from "../domain/ids.ts";
import type { ItemState, Revision } from "../domain/items.ts";
import type { Keys } from "../domain/policy.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";
import { anyCategory, isVisible } from "./visible.ts";

type ItemRow = Tables["items"]["$inferSelect"];
type RevisionRow = Tables["revisions"]["$inferSelect"];

export function itemOfRow(row: ItemRow): ItemState {
  return {
    id: row.id,
    home: row.homeForumId === null || row.homeId === null ? null : { id: row.homeId, forumId: row.homeForumId },
    status: row.status,
    originId: row.originId,
    originSector: row.originSector,
    authorIds: row.authorIds,
    revision: row.revision,
    content: row.content,
    label: { tlp: row.tlp, audience: row.audience, attribution: row.attribution },
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    withdrawal:
      row.withdrawnAt === null || row.withdrawalReason === null
        ? null
        : { reason: row.withdrawalReason, at: row.withdrawnAt },
    keys: row.keys,
  };
}

/** The row of an item, with what filters and orders ask for in columns of its own. */
export function rowOfItem(item: ItemState, createdAt: string): ItemRow {
  const { content, label } = item;
  return {
    id: item.id,
    homeForumId: item.home?.forumId ?? null,
    homeId: item.home?.id ?? null,
    kind: content.kind,
    status: item.status,
    tlp: label.tlp,
    attribution: label.attribution,
    originId: item.originId,
    originSector: item.originSector,
    severity: severityRank(content.envelope.severity),
    revision: item.revision,
    createdAt,
    publishedAt: item.publishedAt,
    revisedAt: item.revisedAt,
    withdrawnAt: item.withdrawal?.at ?? null,
    withdrawalReason: item.withdrawal?.reason ?? null,
    techniques: searchableIds(content.envelope.techniques),
    affects: affectsText(content),
    groups: searchableIds(label.audience.groups),
    authorIds: item.authorIds,
    audience: label.audience,
    content,
    keys: item.keys,
  };
}

function searchableIds(ids: readonly string[]): string {
  return ids.length === 0 ? "" : `|${ids.join("|")}|`;
}

/** The narrow rows by which an item is found: one a key and category, and one a key for any category. */
export function keyRowsOf(item: ItemState, createdAt: string): Tables["itemKeys"]["$inferSelect"][] {
  const { riskCategories, severity } = item.content.envelope;
  const row = {
    status: item.status,
    at: item.publishedAt ?? createdAt,
    itemId: item.id,
    severity: severityRank(severity),
  };
  return item.keys.flatMap((key) => [anyCategory, ...riskCategories].map((category) => ({ key, category, ...row })));
}

export function revisionOfRow(row: RevisionRow): Revision {
  const { itemId, revision, at, authorId, content, relations, tlp, audience, attribution } = row;
  return { itemId, revision, at, authorId, content, relations, label: { tlp, audience, attribution } };
}

/** Items by id, as far as the ring opens them. */
export async function loadVisible(
  on: Connection,
  tables: Tables,
  ring: Keys,
  ids: readonly string[],
): Promise<Map<string, ItemState>> {
  if (ids.length === 0) return new Map();
  const { items } = tables;
  const rows = await on.db
    .select()
    .from(items)
    .where(and(inArray(items.id, [...new Set(ids)]), isVisible(tables, ring, items.id)));
  return new Map(rows.map((row) => [row.id, itemOfRow(row)]));
}

/** The id of the item that a UUID stands for, as far as the ring opens it. */
export async function findByUuid(on: Connection, tables: Tables, ring: Keys, uuid: string): Promise<string | null> {
  const range = idRangeOf("item", uuid);
  if (range === null) return null;
  const { items } = tables;
  const rows = await on.db
    .select({ id: items.id })
    .from(items)
    .where(and(gte(items.id, range.from), lt(items.id, range.until), isVisible(tables, ring, items.id)));
  return rows.find(({ id }) => uuidOf(id) === uuid)?.id ?? null;
}

/** Which of the items the ring opens. */
export async function visibleAmong(
  on: Connection,
  tables: Tables,
  ring: Keys,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { items } = tables;
  const rows = await on.db
    .select({ id: items.id })
    .from(items)
    .where(and(inArray(items.id, [...new Set(ids)]), isVisible(tables, ring, items.id)));
  return new Set(rows.map(({ id }) => id));
}

/** Items by id, for the log's readers, which decide by key themselves. */
export async function loadStates(
  on: Connection,
  { items }: Tables,
  ids: readonly string[],
): Promise<Map<string, ItemState>> {
  if (ids.length === 0) return new Map();
  const rows = await on.db
    .select()
    .from(items)
    .where(inArray(items.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, itemOfRow(row)]));
}

export async function loadState(
  on: Connection,
  { items }: Tables,
  id: string,
): Promise<{ item: ItemState; createdAt: string } | null> {
  const [row] = await on.db.select().from(items).where(eq(items.id, id));
  return row === undefined ? null : { item: itemOfRow(row), createdAt: row.createdAt };
}
