/** What has become of items at other forums, for the organisation that they come from. */
import { and, eq, inArray, or } from "drizzle-orm";
import type { StreamName } from "../../domain/federation/streams.ts";
import { isForCommunity, isForPublic, peerKeyring, streamTo, whyNotSent } from "../../domain/federation/streams.ts";
import type { ItemState } from "../../domain/items.ts";
import { isOrigin, streamKey } from "../../domain/policy.ts";
import type { Dialect } from "../dialect.ts";
import { loadVisible } from "../item-rows.ts";
import type { ItemReadContext } from "../read-items.ts";
import type { Tables } from "../tables.ts";
import type { Home } from "./homes.ts";
import { loadHomes } from "./homes.ts";
import { loadWishes } from "./wishes.ts";

export const deliveryStates = ["CONFIRMED", "OFFERED", "REFUSED", "WAITING", "NOT_SENT"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What has become of an item at one other forum. */
export type Delivery = {
  readonly peerId: string;
  readonly peerName: string;
  /** OFFERED: it lies on a stream, and the forum has not said yet that it has it. WAITING: it is about to. */
  readonly state: DeliveryState;
  /** Why it was not sent or not taken, in words. */
  readonly reason: string | null;
  /** When it was offered, or the forum last said what it has. */
  readonly at: string | null;
};

type ToldRow = Pick<Tables["streamItems"]["$inferSelect"], "stream" | "itemId" | "sequence" | "act" | "digest"> & {
  readonly at: string;
};
type Facts = {
  readonly names: ReadonlyMap<string, string>;
  readonly homes: readonly Home[];
  readonly wishes: Awaited<ReturnType<typeof loadWishes>>;
  readonly told: readonly ToldRow[];
  readonly receipts: readonly Tables["receipts"]["$inferSelect"][];
  readonly refusals: readonly Tables["refusals"]["$inferSelect"][];
};

/** For each item what has become of it at each peer, by the names of those; null for whoever is not its origin. */
export async function readDeliveries(
  { dialect, rights }: ItemReadContext,
  here: string,
  ids: readonly string[],
): Promise<(Delivery[] | null)[]> {
  const seen = await loadVisible(dialect.reader, dialect.tables, rights.ring, ids);
  const own = [...seen.values()].filter(({ home, originId }) => home === null && isOrigin(originId, rights.member));
  if (own.length === 0) return ids.map(() => null);
  const facts = await loadFacts(dialect, here, own);
  const found = new Map(own.map((item) => [item.id, facts.homes.map((home) => deliveryOf(item, home, facts))]));
  return ids.map((id) => found.get(id) ?? null);
}

async function loadFacts(dialect: Dialect, here: string, items: readonly ItemState[]): Promise<Facts> {
  const { peers: p, streamItems: s, envelopes: e, receipts: r, refusals: f } = dialect.tables;
  const { reader } = dialect;
  const peers = await reader.db.select({ forumId: p.forumId, name: p.name }).from(p).orderBy(p.name);
  const homes = await loadHomes(reader, dialect, new Set(items.flatMap(({ keys }) => keys)));
  const ids = items.map(({ id }) => id);
  const told = await reader.db
    .select({
      stream: s.stream,
      itemId: s.itemId,
      sequence: s.sequence,
      act: s.act,
      digest: s.digest,
      at: e.at,
    })
    .from(s)
    .innerJoin(e, and(eq(e.forumId, s.forumId), eq(e.stream, s.stream), eq(e.sequence, s.sequence)))
    .where(and(inArray(s.itemId, ids), eq(s.forumId, here)));
  const places = told.map(({ stream, sequence }) => and(eq(f.stream, stream), eq(f.sequence, sequence)));
  return {
    names: new Map(peers.map(({ forumId, name }) => [forumId, name])),
    homes: peers.flatMap(({ forumId }) => homes.get(forumId) ?? []),
    wishes: await loadWishes(reader, dialect, here, items),
    told,
    receipts: await reader.db.select().from(r),
    refusals:
      places.length === 0
        ? []
        : await reader.db
            .select()
            .from(f)
            .where(or(...places)),
  };
}

function deliveryOf(item: ItemState, home: Home, facts: Facts): Delivery {
  const { peerId, forumId } = home;
  const as = (state: DeliveryState, reason: string | null, at: string | null): Delivery => {
    return { peerId, peerName: facts.names.get(forumId) ?? "", state, reason, at };
  };
  const told = facts.told.filter((row) => row.itemId === item.id);
  const why = whyNotSent(item, home);
  if (why !== null) {
    const hidden = told.find((row) => row.act === "hide" && reaches(home, row.stream));
    if (hidden === undefined || receiptOf(facts, peerId, hidden) !== null) return as("NOT_SENT", why, null);
    return as("OFFERED", `${why} It had it before, and has not said yet that it hides it now.`, hidden.at);
  }
  const stream = streamOf(item, home);
  const wish = facts.wishes.get(item.id)?.get(stream);
  if (wish === undefined) return as("NOT_SENT", "It is longer than what forums take from each other.", null);
  const row = told.find((one) => one.stream === stream);
  if (row?.act !== "show") return as("WAITING", null, null);
  if (row.digest !== wish.digest) return as("OFFERED", "What it is now is about to be sent.", row.at);
  const refusal = facts.refusals.find(
    (one) => one.peerId === peerId && one.stream === stream && one.sequence === row.sequence,
  );
  const receipt = receiptOf(facts, peerId, row);
  if (refusal !== undefined) return as("REFUSED", refusal.reason, receipt);
  return receipt === null ? as("OFFERED", null, row.at) : as("CONFIRMED", null, receipt);
}

/** When a peer last said that it has a stream up to a place or further; null where it has not. */
function receiptOf({ receipts }: Facts, peerId: string, { stream, sequence }: ToldRow): string | null {
  const receipt = receipts.find((one) => one.peerId === peerId && one.stream === stream);
  return receipt !== undefined && receipt.sequence >= sequence ? receipt.at : null;
}

function reaches(home: Home, stream: StreamName): boolean {
  return stream === streamTo(home.forumId) || peerKeyring(home).has(streamKey(stream));
}

/** By which stream an item goes to a peer to which it goes. */
function streamOf(item: ItemState, home: Home): StreamName {
  if (isForPublic(item)) return "public";
  return isForCommunity(item) && reaches(home, "community") ? "community" : streamTo(home.forumId);
}
