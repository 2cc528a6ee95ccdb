/** What arrived in a viewer's sight, in the order in which it did: for readers who ask for what is new since they last asked. */
import type { SQL } from "drizzle-orm";
import { and, gte, inArray, lt, sql } from "drizzle-orm";
import { orderOf } from "../domain/arrivals.ts";
import type { Entry, ItemEntry, Logged } from "../domain/entries.ts";
import { directorySight } from "../domain/people-view.ts";
import { maySee } from "../domain/policy.ts";
import type { Key } from "../domain/policy.ts";
import { isInDirectory } from "./in-directory.ts";
import type { Arrival, ArrivalScope, ItemFacts, Known, Row } from "./log/arrival.ts";
import { arrivalOf, keysOfScope } from "./log/arrival.ts";
import { itemKey } from "./log/commit.ts";
import { keptFor } from "./kept-for.ts";
import type { RelationMark } from "./read-earlier.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Tables } from "./tables.ts";
import type { ArrivalPlace, Asked } from "./visible.ts";
import { arrivalPlaces, ownPlacesBehind } from "./visible.ts";

export type Arrivals = {
  readonly arrivals: readonly Arrival[];
  /** Behind where to go on; null where there is nothing more. */
  readonly end: ArrivalPlace | null;
};

/**
 * What arrived behind a place and up to `until`, from at most `limit` entries of the log. The rights must be looked up when `until` was
 * the head or later. Organisations arrive for those who see the directory, with the name that they have now.
 */
export async function readArrivals(
  context: ItemReadContext,
  scope: ArrivalScope,
  { after, until, limit }: { after: ArrivalPlace; until: number; limit: number },
): Promise<Arrivals> {
  const { dialect, rights } = context;
  const keys = keysOfScope(rights.everHeld, scope);
  const places = arrivalPlaces(dialect.tables, keys, rights.cameToHold, { after, until, limit });
  const [entries, organizations] = await Promise.all([
    readEntries(context, places),
    readOrganizations(context, after, until, limit),
  ]);
  const last = entries.length < limit ? null : (entries.at(-1) ?? null);
  const upTo = last?.order ?? until;
  const arrivals = [
    ...(await decide(context, scope, entries.flatMap(rowOf))),
    ...(await withInstants(
      context,
      organizations.filter(({ order }) => order <= upTo),
    )),
  ].sort(byPlace);
  if (organizations.length < limit) return { arrivals, end: last };
  const end = organizations.at(-1) ?? null; // more organisations than entries: only as far as they were read
  const isFurther = end !== null && (last === null || byPlace(last, end) > 0);
  return isFurther ? { arrivals: arrivals.filter((each) => byPlace(each, end) <= 0), end } : { arrivals, end: last };
}

/** All that arrived of one item, in order. Whether there is such an item is not asked before it is known what of it arrived. */
export async function readArrivalsOf(
  context: ItemReadContext,
  scope: ArrivalScope,
  itemId: string,
): Promise<readonly Arrival[]> {
  const { rights } = context;
  const found = await entriesOf(context, [itemId]);
  const keys = keysOfScope(rights.ring, scope);
  const orders = found.map(({ position, entry }) => orderOf(position, entry, keys, rights.cameToHold));
  const instants = await instantsOf(context, orders.filter(Number.isFinite));
  const rows = found.flatMap((logged, at): Row[] => {
    const own = { order: logged.position, position: logged.position, at: logged.at, logged };
    const order = orders[at] ?? 0;
    const later = instants.get(order);
    return later === undefined || order === logged.position ? [own] : [own, { ...own, order, at: later }];
  });
  return (await decide(context, scope, rows)).sort(byPlace);
}

const firstAt = keptFor(
  ({
    log,
  }: Tables) => sql`SELECT ${log.position} AS position FROM ${log} WHERE ${log.at} >= ${sql.placeholder("instant")}
    ORDER BY ${log.at}, ${log.position} LIMIT 1`,
);

/** The first place at which something can have arrived at an instant or later; null where nothing did. */
export async function firstPlaceAt({ dialect }: ItemReadContext, instant: string): Promise<ArrivalPlace | null> {
  const [first] = await dialect.reader.rowsOf<{ position: number }>(firstAt(dialect.tables), { instant });
  return first === undefined ? null : { order: first.position, position: 0 };
}

export function byPlace(a: ArrivalPlace, b: ArrivalPlace): number {
  return a.order - b.order || a.position - b.position;
}

async function decide(context: ItemReadContext, scope: ArrivalScope, rows: readonly Row[]): Promise<Arrival[]> {
  const known = await loadFacts(context, scope, rows);
  const arrivals = rows.map((row) => arrivalOf(row, known, context.rights, scope));
  return arrivals.filter((arrival) => arrival !== null);
}

type EntryAt = ArrivalPlace & { readonly at: string; readonly logged: Logged };

const entriesAt = keptFor(
  (places: SQL, log: Tables["log"]) => sql`
    SELECT p.ordering, p.position, o.at AS instant, l.at, l.entry FROM (${places}) AS p
      JOIN ${log} AS l ON l.position = p.position JOIN ${log} AS o ON o.position = p.ordering
      ORDER BY p.ordering, p.position`,
);

/** The entries at places, with the instants of their order. */
async function readEntries({ dialect }: ItemReadContext, places: Asked): Promise<EntryAt[]> {
  const { log } = dialect.tables;
  type Found = { ordering: number; position: number; instant: string; at: string; entry: string };
  const rows = await dialect.reader.rowsOf<Found>(entriesAt(places.query, log), places.values);
  return rows.map(({ ordering, position, instant, at, entry: json }) => {
    const entry = log.entry.mapFromDriverValue(json) as Entry; // as the column is declared
    return { order: ordering, position, at: instant, logged: { position, at, entry } };
  });
}

/** Changes of rights stand under keys, too, and bring nothing. */
function rowOf({ logged: { entry, ...logged }, ...place }: EntryAt): Row[] {
  return entry.type === "item" ? [{ ...place, logged: { ...logged, entry } }] : [];
}

async function instantsOf({ dialect }: ItemReadContext, positions: readonly number[]): Promise<Map<number, string>> {
  const { log } = dialect.tables;
  if (positions.length === 0) return new Map();
  const rows = await dialect.reader.db
    .select({ position: log.position, at: log.at })
    .from(log)
    .where(inArray(log.position, [...new Set(positions)]));
  return new Map(rows.map(({ position, at }) => [position, at]));
}

/** All entries of items, in order. */
async function entriesOf({ dialect }: ItemReadContext, itemIds: readonly string[]): Promise<Logged<ItemEntry>[]> {
  const { log, logKeys } = dialect.tables;
  if (itemIds.length === 0) return [];
  const rows = await dialect.reader.db
    .select({ position: log.position, at: log.at, entry: log.entry })
    .from(logKeys)
    .innerJoin(log, sql`${log.position} = ${logKeys.position}`)
    .where(inArray(logKeys.key, itemIds.map(itemKey)))
    .orderBy(log.position);
  return rows.flatMap(({ entry, ...row }) => (entry.type === "item" ? [{ ...row, entry }] : []));
}

async function loadFacts(context: ItemReadContext, scope: ArrivalScope, rows: readonly Row[]): Promise<Known> {
  const { dialect, rights } = context;
  const { items: i, revisions: r } = dialect.tables;
  const ids = [...new Set(rows.map(({ logged }) => logged.entry.itemId))];
  if (ids.length === 0) return { items: new Map(), revisions: new Map(), entries: new Map() };
  const opened = await dialect.reader.rows<Omit<ItemFacts, "keys"> & { readonly keys: string }>(
    sql`SELECT ${i.id} AS id, ${i.kind} AS kind, ${i.status} AS status, ${i.tlp} AS tlp, ${i.revision} AS revision,
        ${i.publishedAt} AS "publishedAt", ${i.keys} AS keys
      FROM ${i} WHERE ${i.id} IN ${dialect.listOf(ids)}`,
  );
  const found = opened.map(({ keys, ...facts }): ItemFacts => {
    return { ...facts, keys: keysIn(dialect.tables, keys) };
  });
  const unseen = found.filter(({ keys }) => !maySee(keys, rights.ring)).map(({ id }) => id);
  const entries = await entriesOf(context, unseen);
  const whole = scope.history === true ? ids : unseen;
  const history =
    whole.length === 0
      ? []
      : await dialect.reader.db
          .select({ itemId: r.itemId, revision: r.revision, tlp: r.tlp, keys: r.keys })
          .from(r)
          .where(inArray(r.itemId, whole))
          .orderBy(r.itemId, r.revision);
  const revisions = Map.groupBy(history, ({ itemId }) => itemId);
  return {
    items: new Map(found.map((row) => [row.id, row])),
    revisions,
    entries: Map.groupBy(entries, ({ entry }) => entry.itemId),
  };
}

/** The organisations whose ids begin so, as they arrived. */
export async function readOrganizationsLike(context: ItemReadContext, idBegins: string): Promise<Arrival[]> {
  const { dialect, rights } = context;
  const { organizations: o } = dialect.tables;
  if (directorySight(rights.member) === "visitor") return [];
  const rows = await dialect.reader.db
    .select({ id: o.id, since: o.since })
    .from(o)
    .where(and(gte(o.id, idBegins), lt(o.id, `${idBegins}~`), isInDirectory(dialect.tables)))
    .limit(2);
  return withInstants(context, rows.map(placeOf));
}

type OrganizationPlace = ArrivalPlace & { readonly organizationId: string };

const organizationsAt = keptFor((tables: Tables) => {
  const { organizations: o } = tables;
  return sql`SELECT ${o.id} AS id, ${o.since} AS since FROM ${o}
    WHERE ${o.since} > ${sql.placeholder("after")} AND ${o.since} <= ${sql.placeholder("until")} AND ${isInDirectory(tables)}
    ORDER BY ${o.since} LIMIT ${sql.placeholder("limit")}`;
});

async function readOrganizations(
  { dialect, rights }: ItemReadContext,
  after: ArrivalPlace,
  until: number,
  limit: number,
): Promise<OrganizationPlace[]> {
  if (directorySight(rights.member) === "visitor") return [];
  const values = { after: ownPlacesBehind(after), until, limit };
  const rows = await dialect.reader.rowsOf<{ id: string; since: number }>(organizationsAt(dialect.tables), values);
  return rows.map(placeOf);
}

function placeOf({ id, since }: { readonly id: string; readonly since: number }): OrganizationPlace {
  return { order: since, position: since, organizationId: id };
}

async function withInstants(context: ItemReadContext, places: readonly OrganizationPlace[]): Promise<Arrival[]> {
  const instants = await instantsOf(
    context,
    places.map(({ position }) => position),
  );
  return places.map((place) => ({ ...place, type: "organization", at: instants.get(place.position) ?? "" }));
}

/** The relations of items to what the viewer sees, in one order. */
export async function readRelationMarks(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
): Promise<RelationMark[]> {
  const { relations: r, items: i } = dialect.tables;
  if (ids.length === 0) return [];
  const rows = await dialect.reader.rows<RelationMark & { readonly keys: string }>(
    sql`SELECT ${r.sourceId} AS "sourceId", ${r.type} AS type, ${r.targetId} AS "targetId", ${i.tlp} AS tlp, ${i.status} AS status,
        ${i.keys} AS keys
      FROM ${r} JOIN ${i} ON ${i.id} = ${r.targetId} WHERE ${r.sourceId} IN ${dialect.listOf(ids)}
      ORDER BY ${r.sourceId}, ${r.targetId}, ${r.type}`,
  );
  return rows.flatMap(({ keys, ...mark }) => (maySee(keysIn(dialect.tables, keys), rights.ring) ? [mark] : []));
}

/** The keys of an item, as its row has them. */
function keysIn({ items: i }: Tables, column: string): readonly Key[] {
  return i.keys.mapFromDriverValue(column) as readonly Key[]; // as the column is declared
}
