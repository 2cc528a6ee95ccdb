/** What our streams are to say of items by what those are now: the policy between forums, put on what is in the database. */
import { inArray } from "drizzle-orm";
import type { Address } from "../../domain/federation/addresses.ts";
import { printAddress } from "../../domain/federation/addresses.ts";
import type { ShownItem, ShownOrigin } from "../../domain/federation/envelopes.ts";
import { maxPayloadBytes, sameEverywhere } from "../../domain/federation/envelopes.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import {
  isForCommunity,
  isForPeer,
  isForPublic,
  isToldBeside,
  namedThere,
  streamTo,
} from "../../domain/federation/streams.ts";
import type { ItemState } from "../../domain/items.ts";
import type { RelationType } from "../../domain/vocabulary.ts";
import type { Connection, Dialect } from "../dialect.ts";
import { loadStates } from "../item-rows.ts";
import { hashOf } from "./hashes.ts";
import type { Home } from "./homes.ts";
import { loadHomes } from "./homes.ts";

/** What a stream is to say of an item. */
export type Wish = { readonly shown: ShownItem; readonly revision: number; readonly digest: string };

/** Beside what is made into the digest, a payload holds its place, some instants and the name of the origin. */
const restOfPayloadBytes = 8_192;

/** For each of our own items that is not a draft what each stream is to say of it. */
export async function loadWishes(
  on: Connection,
  dialect: Dialect,
  here: string,
  items: readonly ItemState[],
): Promise<Map<string, Map<StreamName, Wish>>> {
  const own = items.filter(({ home }) => home === null);
  const facts = await loadFacts(on, dialect, here, own);
  return new Map(own.map((item) => [item.id, wishesOf(item, facts)]));
}

type End = { readonly type: RelationType; readonly target: ItemState };
type OriginRow = { readonly name: string; readonly country: string | null };
type Facts = {
  readonly here: string;
  readonly homes: ReadonlyMap<string, Home>;
  readonly ends: ReadonlyMap<string, readonly End[]>;
  readonly origins: ReadonlyMap<string, OriginRow>;
};

async function loadFacts(on: Connection, dialect: Dialect, here: string, items: readonly ItemState[]): Promise<Facts> {
  const { relations: r, organizations: o } = dialect.tables;
  if (items.length === 0) return { here, homes: new Map(), ends: new Map(), origins: new Map() };
  const ids = items.map(({ id }) => id);
  const rows = await on.db.select().from(r).where(inArray(r.sourceId, ids)).orderBy(r.sourceId, r.type, r.targetId);
  const targets = await loadStates(
    on,
    dialect.tables,
    rows.map(({ targetId }) => targetId),
  );
  const ends = rows.flatMap(({ sourceId, type, targetId }) => {
    const target = targets.get(targetId);
    return target === undefined || target.home !== null ? [] : [{ sourceId, type, target }];
  });
  const origins = await on.db
    .select({ id: o.id, name: o.name, country: o.country })
    .from(o)
    .where(inArray(o.id, [...new Set(items.map(({ originId }) => originId))]));
  return {
    here,
    homes: await loadHomes(on, dialect, new Set([...items, ...targets.values()].flatMap(({ keys }) => keys))),
    ends: Map.groupBy(ends, ({ sourceId }) => sourceId),
    origins: new Map(origins.map((row) => [row.id, row])),
  };
}

function wishesOf(item: ItemState, facts: Facts): Map<StreamName, Wish> {
  const wishes = new Map<StreamName, Wish>();
  const add = (stream: StreamName, home: Home | null): void => {
    const wish = wishOf(item, stream, home, facts);
    if (wish !== null) wishes.set(stream, wish);
  };
  if (isForPublic(item)) add("public", null);
  if (isForCommunity(item)) add("community", null);
  for (const home of facts.homes.values()) if (isForPeer(item, home)) add(streamTo(home.forumId), home);
  return wishes;
}

/** null: it does not fit into an envelope. */
function wishOf(item: ItemState, stream: StreamName, home: Home | null, facts: Facts): Wish | null {
  const { status, publishedAt, revisedAt, withdrawal, label, content, revision } = item;
  if (status === "DRAFT" || publishedAt === null) return null;
  const relations = (facts.ends.get(item.id) ?? [])
    .filter(({ target }) => isToldBeside(target, stream, home))
    .map(({ type, target }) => ({ type, item: { id: target.id, forumId: facts.here } }));
  const shown: ShownItem = {
    status,
    publishedAt,
    revisedAt,
    withdrawal,
    tlp: label.tlp,
    audience: home === null ? [] : audienceAt(item, home),
    attribution: label.attribution,
    origin: originOf(item, facts),
    content,
    relations,
  };
  const told = JSON.stringify([
    revision,
    status,
    withdrawal?.reason ?? null,
    shown.audience.map(printAddress),
    relations.map(({ type, item: other }) => `${type} ${other.id}`),
    sameEverywhere(shown),
  ]);
  const fits = Buffer.byteLength(told) <= maxPayloadBytes - restOfPayloadBytes;
  return fits ? { shown, revision, digest: hashOf(told) } : null;
}

function audienceAt(item: ItemState, home: Home): Address[] {
  const { organizationIds, accountIds } = namedThere(item, home);
  return [...organizationIds, ...accountIds].flatMap((id) => home.addresses.get(id) ?? []);
}

function originOf({ originId, originSector, label }: ItemState, { here, origins }: Facts): ShownOrigin {
  if (label.attribution === "ANONYMOUS") return { organization: null, sector: null };
  const row = origins.get(originId);
  if (label.attribution === "SECTOR" || row === undefined) return { organization: null, sector: originSector };
  const { name, country } = row;
  return { organization: { address: { id: originId, forumId: here }, name, country }, sector: originSector };
}
