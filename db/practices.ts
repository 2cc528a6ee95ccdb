/** Where practices stand, and their versions: for commands, inside their transaction, and for readers that decide who sees what. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { clauseIdsOf } from "../domain/clauses.ts";
import type { Keys } from "../domain/policy.ts";
import type { PracticeState } from "../domain/practices.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";
import { isSubjectVisible } from "./visible.ts";

/** Where practices stand, by the id of the item; what was never proposed to a group is not there. */
export async function practicesOf(
  on: Connection,
  { practices: p }: Tables,
  itemIds: readonly string[],
): Promise<Map<string, PracticeState>> {
  if (itemIds.length === 0) return new Map();
  const rows = await on.db
    .select()
    .from(p)
    .where(inArray(p.itemId, [...new Set(itemIds)]));
  return new Map(rows.map((row) => [row.itemId, row]));
}

export async function practiceOf(on: Connection, tables: Tables, itemId: string): Promise<PracticeState | null> {
  return (await practicesOf(on, tables, [itemId])).get(itemId) ?? null;
}

/** A version of a practice with the numbers of its clauses; null where there is none of that number. */
export async function readVersion(
  on: Connection,
  { practiceVersions: v, revisions: r }: Tables,
  itemId: string,
  version: number,
): Promise<{ readonly version: number; readonly revision: number; readonly clauseIds: readonly string[] } | null> {
  const [found] = await on.db
    .select({ revision: v.revision, content: r.content })
    .from(v)
    .innerJoin(r, and(eq(r.itemId, v.itemId), eq(r.revision, v.revision)))
    .where(and(eq(v.itemId, itemId), eq(v.version, version)));
  return found === undefined ? null : { version, revision: found.revision, clauseIds: clauseIdsOf(found.content) };
}

/** The newest version of each practice that has one. */
export async function newestVersions(
  on: Connection,
  tables: Tables,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  const found = await practicesOf(on, tables, itemIds);
  return new Map([...found].map(([id, { version }]) => [id, version]));
}

/** How many comments of a practice nothing was said to, of those that the ring opens. One that waits to be let in is opened to nobody. */
export async function openCommentCount(on: Connection, tables: Tables, ring: Keys, itemId: string): Promise<number> {
  const { practiceComments: c } = tables;
  const [row] = await on.rows<{ count: number }>(
    sql`SELECT count(*) AS count FROM ${c}
        WHERE ${c.itemId} = ${itemId} AND ${c.disposition} = ${"OPEN"} AND ${isSubjectVisible(tables, ring, c.id)}`,
  );
  return row?.count ?? 0;
}

/** The version of each practice that is in force: the one that was last adopted, or the newest where none was. */
export async function currentVersions(
  on: Connection,
  tables: Tables,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  const found = await practicesOf(on, tables, itemIds);
  return new Map([...found].map(([id, { adoptedVersion, version }]) => [id, adoptedVersion ?? version]));
}
