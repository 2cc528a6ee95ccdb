/** Which items a stream has to be compared with when it is gone through from end to end. */
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { StreamName } from "../../domain/federation/streams.ts";
import { accountKey, groupKey, orgKey } from "../../domain/policy.ts";
import type { Dialect } from "../dialect.ts";
import { anyCategory, visibleRanges } from "../visible.ts";
import type { Step } from "./progress.ts";

type Wanted = Extract<Step, { part: "wanted" }>;

/** The next items that are addressed to whoever follows a stream, with where to go on; null where there are no more. */
export function nextWanted(dialect: Dialect, stream: StreamName, after: Wanted["after"], limit: number) {
  return stream === "public" || stream === "community"
    ? nextOfKey(dialect, stream, after, limit)
    : nextNamed(dialect, stream.slice("to:".length), after, limit);
}

/** The items under one key, in the order of publication. */
async function nextOfKey(
  { reader, tables }: Dialect,
  key: "public" | "community",
  after: Wanted["after"],
  limit: number,
): Promise<NonNullable<Wanted["after"]>[]> {
  const { itemKeys: k } = tables;
  const { at, itemId } = after ?? { at: "", itemId: "" };
  const range = visibleRanges(
    tables,
    new Set([key]),
    { categories: [anyCategory], statuses: ["PUBLISHED", "WITHDRAWN"] },
    {
      where: null,
      bounds: sql`(${k.at}, ${k.itemId}) > (${at}, ${itemId})`,
      orderBy: sql`${k.at}, ${k.itemId}`,
      limit,
    },
  );
  const rows = await reader.rows<{ at: string; item_id: string }>(
    sql`SELECT at, item_id FROM (${range}) AS of_key ORDER BY at, item_id LIMIT ${limit}`,
  );
  return rows.map((row) => ({ at: row.at, itemId: row.item_id }));
}

/** The items under the keys of a forum's members and of the groups that are shared with it, by id. */
async function nextNamed(
  dialect: Dialect,
  forumId: string,
  after: Wanted["after"],
  limit: number,
): Promise<NonNullable<Wanted["after"]>[]> {
  const { reader } = dialect;
  const { itemKeys: k, organizations: o, accounts: a, peers: p } = dialect.tables;
  const [peer] = await reader.db.select({ agreement: p.agreement }).from(p).where(eq(p.forumId, forumId));
  const groups = (peer?.agreement.groups ?? []).map(groupKey);
  const rows = await reader.rows<{ item_id: string }>(
    sql`SELECT DISTINCT ${k.itemId} AS item_id FROM ${k}
        WHERE ${k.category} = ${anyCategory} AND ${k.itemId} > ${after?.itemId ?? ""} AND (
          ${k.key} IN (SELECT ${orgKey("")} || ${o.id} FROM ${o} WHERE ${o.homeForumId} = ${forumId})
          OR ${k.key} IN (SELECT ${accountKey("")} || ${a.id} FROM ${a} WHERE ${a.homeForumId} = ${forumId})
          OR ${k.key} IN ${dialect.listOf(groups)})
        ORDER BY item_id LIMIT ${limit}`,
  );
  return rows.map((row) => ({ at: "", itemId: row.item_id }));
}

/** The next items that a stream shows, by id. */
export async function nextTold(
  { reader, tables }: Dialect,
  here: string,
  stream: StreamName,
  after: string,
  limit: number,
): Promise<string[]> {
  const { streamItems: s } = tables;
  const rows = await reader.db
    .select({ itemId: s.itemId })
    .from(s)
    .where(and(eq(s.forumId, here), eq(s.stream, stream), gt(s.itemId, after), eq(s.act, "show")))
    .orderBy(asc(s.itemId))
    .limit(limit);
  return rows.map(({ itemId }) => itemId);
}

/** Our own items that name others of some items in their relations: what streams say of these rests on those. */
export async function sourcesOf(dialect: Dialect, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { relations: r, items: i } = dialect.tables;
  if (ids.length === 0) return new Map();
  const rows = await dialect.reader.db
    .selectDistinct({ targetId: r.targetId, sourceId: r.sourceId })
    .from(r)
    .innerJoin(i, eq(i.id, r.sourceId))
    .where(and(sql`${r.targetId} IN ${dialect.listOf(ids)}`, isNull(i.homeForumId)))
    .orderBy(asc(r.sourceId));
  const found = Map.groupBy(rows, ({ targetId }) => targetId);
  return new Map([...found].map(([id, sources]) => [id, sources.map(({ sourceId }) => sourceId)]));
}
