/** The other forums as viewers are shown them: which there are, and for stewards how it goes with each. */
import { count, eq, isNull } from "drizzle-orm";
import type { Agreement, PeerState } from "../../domain/federation/peers.ts";
import { peerKeyring } from "../../domain/federation/streams.ts";
import { mayTendPeers, seesDirectory, streamKey } from "../../domain/policy.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { Dialect } from "../dialect.ts";
import type { ItemReadContext } from "../read-items.ts";
import type { PeerStream } from "./read-lag.ts";
import { readLag } from "./read-lag.ts";

export type PeerKeyView = {
  readonly kid: string;
  readonly addedAt: string;
  readonly revokedAt: string | null;
};
export type LabelCount = { readonly tlp: Tlp; readonly count: number };

/** Another forum as members are shown it. `care` is for stewards. */
export type PeerView = {
  readonly id: string;
  readonly forumId: string;
  readonly name: string;
  readonly url: string;
  readonly care: PeerCare | null;
};

export type PeerInCare = PeerView & { readonly care: PeerCare };

/** What is agreed with a peer and how it goes. */
export type PeerCare = {
  readonly contact: string | null;
  readonly state: PeerState;
  readonly agreement: Agreement;
  readonly keys: readonly PeerKeyView[];
  readonly addedAt: string;
  readonly contactedAt: string | null;
  readonly nextAt: string;
  /** Why it could not be followed the last time, in words; null where it could. */
  readonly error: string | null;
  /** How often in a row. */
  readonly failures: number;
  readonly streams: readonly PeerStream[];
  /** Our items that are shown by the streams that it follows, by label. */
  readonly sent: readonly LabelCount[];
  /** Its items that are shown here. */
  readonly received: readonly LabelCount[];
  readonly openAlarms: number;
};

/** The other forums, by name, as far as the viewer is told of them. */
export async function readPeerViews({ dialect, rights }: ItemReadContext, here: string): Promise<PeerView[]> {
  if (!seesDirectory(rights.member)) return [];
  if (mayTendPeers(rights.member)) return readPeersInCare(dialect, here);
  const { peers: p } = dialect.tables;
  const named = { id: p.id, forumId: p.forumId, name: p.name, url: p.url };
  const peers = await dialect.reader.db.select(named).from(p).orderBy(p.name, p.id);
  return peers.map((peer) => ({ ...peer, care: null }));
}

/** The other forums, by name, with all that there is to know of them. */
export async function readPeersInCare(dialect: Dialect, here: string): Promise<PeerInCare[]> {
  const { peers: p, peerKeys: k, alarms: a } = dialect.tables;
  const { db } = dialect.reader;
  const peers = await db.select().from(p).orderBy(p.name, p.id);
  const keys = await db.select().from(k).orderBy(k.number);
  const open = await db
    .select({ peerId: a.peerId, total: count() })
    .from(a)
    .where(isNull(a.acknowledgedAt))
    .groupBy(a.peerId);
  const lag = await readLag(dialect, here, peers);
  const counts = await countShown(dialect);
  return peers.map((peer, at): PeerInCare => {
    const { id, forumId, name, url, contact, state, agreement, addedAt, contactedAt, nextAt, error, failures } = peer;
    const ring = peerKeyring({ forumId, agreement, state: "AGREED" });
    const sums = (which: (row: ShownCount) => boolean): LabelCount[] => byLabel(counts.filter(which));
    const care: PeerCare = {
      contact,
      state,
      agreement,
      keys: keys
        .filter((key) => key.forumId === forumId)
        .map(({ kid, addedAt: since, revokedAt }) => ({ kid, addedAt: since, revokedAt })),
      addedAt,
      contactedAt,
      nextAt,
      error,
      failures,
      streams: lag[at] ?? [],
      sent: sums((row) => row.forumId === here && ring.has(streamKey(row.stream))),
      received: sums((row) => row.forumId === forumId),
      openAlarms: open.find(({ peerId }) => peerId === id)?.total ?? 0,
    };
    return { id, forumId, name, url, care };
  });
}

type ShownCount = {
  readonly forumId: string;
  readonly stream: string;
  readonly tlp: Tlp;
  readonly total: number;
};

/** How many items of each label each stream shows, ours and others'. */
function countShown({ reader, tables: { streamItems: s, items: i } }: Dialect): Promise<ShownCount[]> {
  return reader.db
    .select({ forumId: s.forumId, stream: s.stream, tlp: i.tlp, total: count() })
    .from(s)
    .innerJoin(i, eq(i.id, s.itemId))
    .where(eq(s.act, "show"))
    .groupBy(s.forumId, s.stream, i.tlp)
    .then((rows) => rows);
}

function byLabel(counts: readonly ShownCount[]): LabelCount[] {
  return tlpLabels
    .map((tlp) => ({ tlp, count: counts.filter((one) => one.tlp === tlp).reduce((sum, { total }) => sum + total, 0) }))
    .filter(({ count: total }) => total > 0);
}
