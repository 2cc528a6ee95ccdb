/**
 * The policy as SQL: visible is what has a row in `item_keys` under a key that the viewer holds, or one in `subject_keys` if the item is
 * visible too. Nothing else builds such a condition.
 */
import type { Column, Placeholder, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Key, Keys } from "../domain/policy.ts";
import type { ItemStatus } from "../domain/vocabulary.ts";
import { keptFor } from "./kept-for.ts";
import type { Tables } from "./tables.ts";

/** The category of the one row of each key that stands for the item whatever its categories are. */
export const anyCategory = "*";

function listOf(values: Iterable<string>): SQL {
  return sql.join(
    [...values].map((value) => sql`${value}`),
    sql`, `,
  );
}

/** Holds for an item that the ring opens. `itemId` is the column that has its id. */
export function isVisible({ itemKeys: k }: Tables, ring: Keys, itemId: Column | SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${k} WHERE ${k.itemId} = ${itemId} AND ${k.category} = ${anyCategory} AND ${k.key} IN (${listOf(ring)}))`;
}

/** Holds for what hangs on items and groups and is seen with the ring: domain's `maySeeSubject`. `subjectId` is the column that has its id. */
export function isSubjectVisible(tables: Tables, ring: Keys, subjectId: Column | SQL): SQL {
  const { subjectKeys: s } = tables;
  return sql`EXISTS (SELECT 1 FROM ${s} WHERE ${s.subjectId} = ${subjectId} AND ${s.key} IN (${listOf(ring)})
    AND (${s.within} IS NULL OR ${s.within} IN (${listOf(ring)}))
    AND (${s.itemId} IS NULL OR ${isVisible(tables, ring, s.itemId)}))`;
}

/** The packed cells of the matrix of adoptions that the ring opens, of practices that it opens: rows of `item_id` and `cells`. */
export function visibleCells(tables: Tables, ring: Keys, itemIds: readonly string[]): SQL {
  const { adoptionCells: c } = tables;
  return sql`SELECT ${c.itemId} AS item_id, ${c.cells} AS cells FROM ${c}
    WHERE ${c.key} IN (${listOf(ring)}) AND ${c.itemId} IN (${listOf(itemIds)}) AND ${isVisible(tables, ring, c.itemId)}`;
}

/** The ids of what the ring opens, each once, among the categories and statuses given. */
export function visibleIds(
  { itemKeys: k }: Tables,
  ring: Keys,
  { categories, statuses }: { categories: readonly string[]; statuses: readonly ItemStatus[] },
): SQL {
  if (categories.length === 0 || statuses.length === 0) return sql`SELECT ${k.itemId} FROM ${k} WHERE false`;
  return sql`SELECT DISTINCT ${k.itemId} FROM ${k}
    WHERE ${k.key} IN (${listOf(ring)}) AND ${k.category} IN (${listOf(categories)}) AND ${k.status} IN (${listOf(statuses)})`;
}

/**
 * The first `limit` visible items in an order, as rows of `item_id`, `at` and `severity`: one short ordered range a key, category
 * and status, merged. It reads a few rows of each key, however much lies behind.
 */
export function visibleRanges(
  tables: Tables,
  ring: Keys,
  { categories, statuses }: { categories: readonly string[]; statuses: readonly ItemStatus[] },
  { where, bounds, orderBy, limit }: { where: SQL | null; bounds: SQL; orderBy: SQL; limit: number },
): SQL {
  const { itemKeys: k, items: i } = tables;
  const filtered = where === null ? sql`` : sql`JOIN ${i} ON ${i.id} = ${k.itemId} AND ${where}`;
  const ranges = [...ring].flatMap((key) =>
    categories.flatMap((category) =>
      statuses.map(
        (status) => sql`SELECT * FROM (
          SELECT ${k.itemId} AS item_id, ${k.at} AS at, ${k.severity} AS severity
          FROM ${k} ${filtered}
          WHERE ${k.key} = ${key} AND ${k.category} = ${category} AND ${k.status} = ${status} AND ${bounds}
          ORDER BY ${orderBy} LIMIT ${limit}) AS one_range`,
      ),
    ),
  );
  if (ranges.length === 0)
    return sql`SELECT ${k.itemId} AS item_id, ${k.at} AS at, ${k.severity} AS severity FROM ${k} WHERE false`;
  return sql.join(ranges, sql` UNION ALL `);
}

/** As many ranges as a query can be made of; beyond, a page is sorted instead of merged. */
export const maxRanges = 60;

/** A place in the order of what arrived: the position from which the viewer has it, then the position of the entry that brought it. */
export type ArrivalPlace = { readonly order: number; readonly position: number };

/** The position behind which the entries lie that stand at their own position and behind a place. */
export function ownPlacesBehind({ order, position }: ArrivalPlace): number {
  return position >= order ? order : order - 1;
}

/** A query that is made once for each shape of it, and what its placeholders stand for. */
export type Asked = { readonly query: SQL; readonly values: Readonly<Record<string, unknown>> };

/**
 * The next `limit` entries of the log that are filed under one of the keys, as rows of `ordering` and `position`, by place. An entry is a
 * row at its own position, and one more for each key that the viewer came to hold behind it, at the place where it did.
 */
export function arrivalPlaces(
  tables: Tables,
  keys: Keys,
  cameToHold: ReadonlyMap<Key, number>,
  { after, until, limit }: { after: ArrivalPlace; until: number; limit: number },
): Asked {
  const joined = [...cameToHold].filter(([key, since]) => keys.has(key) && since >= after.order && since <= until);
  const values: Record<string, unknown> = { own: ownPlacesBehind(after), until, limit };
  for (const [at, key] of [...keys].entries()) values[`key${at}`] = key;
  for (const [at, [key, since]] of joined.entries()) {
    values[`joined${at}`] = key;
    values[`since${at}`] = since;
    values[`place${at}`] = since === after.order ? after.position : -1;
  }
  return { query: placesQueries(tables)(keys.size, joined.length), values };
}

/** Made once for each number of keys, as long as those are few. */
const placesQueries = keptFor((tables: Tables) => {
  const kept = new Map<string, SQL>();
  return (keys: number, joined: number): SQL => {
    const shape = `${keys} ${joined}`;
    const query = kept.get(shape) ?? makePlacesQuery(tables, keys, joined);
    if (keys <= maxRanges) kept.set(shape, query);
    return query;
  };
});

function makePlacesQuery({ logKeys: l }: Tables, keys: number, joined: number): SQL {
  const named = (name: string, count: number): Placeholder[] =>
    Array.from({ length: count }, (_, at) => sql.placeholder(`${name}${at}`));
  const own = sql`${l.position} > ${sql.placeholder("own")} AND ${l.position} <= ${sql.placeholder("until")}`;
  const all = named("key", keys);
  const natural =
    keys > maxRanges
      ? [sql`${l.key} IN (${sql.join(all, sql`, `)}) AND ${own}`]
      : all.map((key) => sql`${l.key} = ${key} AND ${own}`);
  const [sinces, places] = [named("since", joined), named("place", joined)];
  const range = (ordering: SQL | Column, where: SQL): SQL =>
    sql`SELECT * FROM (SELECT ${ordering} AS ordering, ${l.position} AS position
        FROM ${l} WHERE ${where} ORDER BY ${l.position} LIMIT ${sql.placeholder("limit")}) AS one_range`;
  const ranges = [
    ...natural.map((where) => range(l.position, where)),
    ...named("joined", joined).map((key, at) =>
      range(
        sql`CAST(${sinces[at]} AS bigint)`,
        sql`${l.key} = ${key} AND ${l.position} > ${places[at]} AND ${l.position} < ${sinces[at]}`,
      ),
    ),
  ];
  return sql`SELECT DISTINCT ordering, position FROM (${sql.join(ranges, sql` UNION ALL `)}) AS places
    ORDER BY ordering, position LIMIT ${sql.placeholder("limit")}`;
}

/** The next `limit` positions of the log, behind `after` and up to `until`, that are filed under one of the keys. */
export function logPositions(
  { logKeys: l }: Tables,
  keys: Keys,
  { after, until, limit }: { after: number; until: number; limit: number },
): SQL {
  const between = sql`${l.position} > ${after} AND ${l.position} <= ${until}`;
  if (keys.size > maxRanges) {
    return sql`SELECT DISTINCT ${l.position} AS position FROM ${l} WHERE ${l.key} IN (${listOf(keys)}) AND ${between} ORDER BY position LIMIT ${limit}`;
  }
  const ranges = [...keys].map(
    (key) =>
      sql`SELECT * FROM (SELECT ${l.position} AS position FROM ${l} WHERE ${l.key} = ${key} AND ${between} ORDER BY ${l.position} LIMIT ${limit}) AS one_range`,
  );
  return sql`SELECT DISTINCT position FROM (${sql.join(ranges, sql` UNION ALL `)}) AS positions ORDER BY position LIMIT ${limit}`;
}
