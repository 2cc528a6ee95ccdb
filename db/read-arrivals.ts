/** What arrived in a viewer's sight, in the order in which it did: for readers who ask for what is new since they last asked. */
import { and, gt, gte, inArray, lt, lte, sql } from "drizzle-orm";
import { orderOf } from "../domain/arrivals.ts";
import type { ItemEntry, Logged } from "../domain/entries.ts";
import { directorySight } from "../domain/people-view.ts";
import { maySee } from "../domain/policy.ts";
import type { Arrival, ArrivalScope, Known, Row } from "./log/arrival.ts";
import { arrivalOf, keysOfScope } from "./log/arrival.ts";
import { itemKey } from "./log/commit.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { ArrivalPlace } from "./visible.ts";
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
  const [rows, organizations] = await Promise.all([
    dialect.reader.rows<{ ordering: number; position: number }>(
      arrivalPlaces(dialect.tables, keys, rights.cameToHold, { after, until, limit }),
    ),
    readOrganizations(context, after, until, limit),
  ]);
  const places = rows.map(({ ordering, position }) => ({ order: ordering, position }));
  const last = places.length < limit ? null : (places.at(-1) ?? null);
  const upTo = last?.order ?? until;
  const arrivals = [
    ...(await decide(context, scope, places)),
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
  const places = found.flatMap(({ position, entry }): ArrivalPlace[] => {
    const own = { order: position, position };
    const order = orderOf(position, entry, keysOfScope(rights.ring, scope), rights.cameToHold);
    return Number.isFinite(order) && order > position ? [own, { order, position }] : [own];
  });
  return (await decide(context, scope, places)).sort(byPlace);
}

/** The first place at which something can have arrived at an instant or later; null where nothing did. */
export async function firstPlaceAt({ dialect }: ItemReadContext, instant: string): Promise<ArrivalPlace | null> {
  const { log } = dialect.tables;
  const [first] = await dialect.reader.db
    .select({ position: log.position })
    .from(log)
    .where(sql`${log.at} >= ${instant}`)
    .orderBy(log.at, log.position)
    .limit(1);
  return first === undefined ? null : { order: first.position, position: 0 };
}

export function byPlace(a: ArrivalPlace, b: ArrivalPlace): number {
  return a.order - b.order || a.position - b.position;
}

async function decide(
  context: ItemReadContext,
  scope: ArrivalScope,
  places: readonly ArrivalPlace[],
): Promise<Arrival[]> {
  const rows = await loadRows(context, places);
  const known = await loadFacts(context, scope, rows);
  const arrivals = rows.map((row) => arrivalOf(row, known, context.rights, scope));
  return arrivals.filter((arrival) => arrival !== null);
}

/** The entries at places, with the instants of their order. */
async function loadRows({ dialect }: ItemReadContext, places: readonly ArrivalPlace[]): Promise<Row[]> {
  if (places.length === 0) return [];
  const { log } = dialect.tables;
  const wanted = [...new Set(places.flatMap(({ order, position }) => [order, position]))];
  const rows = await dialect.reader.db.select().from(log).where(inArray(log.position, wanted));
  const found = new Map(rows.map((row) => [row.position, row]));
  return places.flatMap(({ order, position }): Row[] => {
    const logged = found.get(position);
    const at = found.get(order)?.at;
    if (logged?.entry.type !== "item" || at === undefined) return [];
    return [{ order, position, at, logged: { ...logged, entry: logged.entry } }];
  });
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
  const found = await dialect.reader.db
    .select({
      id: i.id,
      kind: i.kind,
      status: i.status,
      tlp: i.tlp,
      revision: i.revision,
      publishedAt: i.publishedAt,
      keys: i.keys,
    })
    .from(i)
    .where(inArray(i.id, ids));
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
    .where(and(gte(o.id, idBegins), lt(o.id, `${idBegins}~`)))
    .limit(2);
  return withInstants(context, rows.map(placeOf));
}

type OrganizationPlace = ArrivalPlace & { readonly organizationId: string };

async function readOrganizations(
  { dialect, rights }: ItemReadContext,
  after: ArrivalPlace,
  until: number,
  limit: number,
): Promise<OrganizationPlace[]> {
  const { organizations: o } = dialect.tables;
  if (directorySight(rights.member) === "visitor") return [];
  const rows = await dialect.reader.db
    .select({ id: o.id, since: o.since })
    .from(o)
    .where(and(gt(o.since, ownPlacesBehind(after)), lte(o.since, until)))
    .orderBy(o.since)
    .limit(limit);
  return rows.map(placeOf);
}

function placeOf({ id, since }: { readonly id: string; readonly since: number }): OrganizationPlace {
  return { order: since, position: since, organizationId: id };
}

async function withInstants({ dialect }: ItemReadContext, places: readonly OrganizationPlace[]): Promise<Arrival[]> {
  if (places.length === 0) return [];
  const { log } = dialect.tables;
  const rows = await dialect.reader.db
    .select({ position: log.position, at: log.at })
    .from(log)
    .where(
      inArray(
        log.position,
        places.map(({ position }) => position),
      ),
    );
  const instants = new Map(rows.map(({ position, at }) => [position, at]));
  return places.map((place) => ({ ...place, type: "organization", at: instants.get(place.position) ?? "" }));
}
