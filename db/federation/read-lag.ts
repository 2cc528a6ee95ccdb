/** How far streams have come, and how far those who follow them: ours at each peer, and each peer's here. */
import { and, eq, gt, ne } from "drizzle-orm";
import { peerKeyring } from "../../domain/federation/streams.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { streamKey } from "../../domain/policy.ts";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** One stream between us and a peer. */
export type PeerStream = {
  readonly stream: StreamName;
  /** Whether it is ours, which the peer follows, or its own, which is followed here. */
  readonly isOurs: boolean;
  /** The number of its newest envelope, as far as is known here. */
  readonly newest: number;
  /** Up to which number whoever follows it has it: by its receipt, or here. */
  readonly reached: number;
  /** Since when there is something that the follower has not got; null where it has all. */
  readonly behindSince: string | null;
  /** When the follower got the newest that it has; null where it has nothing. */
  readonly reachedAt: string | null;
};

type Peer = Pick<Tables["peers"]["$inferSelect"], "id" | "forumId" | "agreement">;

/** For each peer the streams between it and us, ours first. */
export async function readLag(dialect: Dialect, here: string, peers: readonly Peer[]): Promise<PeerStream[][]> {
  const { streams: s, receipts: r } = dialect.tables;
  const { db } = dialect.reader;
  const streams = await db.select().from(s).orderBy(s.forumId, s.stream);
  const receipts = await db.select().from(r);
  const told = await readTold(dialect);
  const ours = streams.filter(({ forumId }) => forumId === here);
  const waiting = await readWaiting(
    dialect,
    here,
    ours.flatMap(({ stream, sequence }) =>
      peers.flatMap(({ id }) => {
        const reached = receipts.find((one) => one.peerId === id && one.stream === stream)?.sequence ?? 0;
        return reached < sequence ? [{ stream, reached }] : [];
      }),
    ),
  );
  return peers.map(({ id, forumId, agreement }) => {
    const ring = peerKeyring({ forumId, agreement, state: "AGREED" });
    const sent = ours.flatMap(({ stream, sequence: newest }): PeerStream[] => {
      if (!ring.has(streamKey(stream))) return [];
      const receipt = receipts.find((one) => one.peerId === id && one.stream === stream);
      const reached = receipt?.sequence ?? 0;
      const behindSince = reached < newest ? (waiting.get(`${stream} ${reached}`) ?? null) : null;
      return [{ stream, isOurs: true, newest, reached, behindSince, reachedAt: receipt?.at ?? null }];
    });
    const had = streams.filter((row) => row.forumId === forumId);
    const names = new Set([...had, ...told.filter((row) => row.forumId === forumId)].map(({ stream }) => stream));
    const received = [...names].sort().map((stream): PeerStream => {
      const row = had.find((one) => one.stream === stream);
      const known = told.find((one) => one.forumId === forumId && one.stream === stream);
      const reached = row?.sequence ?? 0;
      const newest = Math.max(reached, known?.sequence ?? 0);
      const behindSince = reached < newest ? (known?.aheadSince ?? null) : null;
      return { stream, isOurs: false, newest, reached, behindSince, reachedAt: row?.at ?? null };
    });
    return [...sent, ...received];
  });
}

/** The farthest that any checkpoint says of each stream of others, and since when. */
async function readTold({ reader, tables: { checkpoints: c } }: Dialect) {
  const rows = await reader.db
    .select({ forumId: c.forumId, stream: c.stream, sequence: c.sequence, aheadSince: c.aheadSince })
    .from(c)
    .where(ne(c.hash, ""))
    .orderBy(c.sequence);
  return [...new Map(rows.map((row) => [`${row.forumId} ${row.stream}`, row])).values()];
}

/** When the first envelope behind each of some places of our streams was made. */
async function readWaiting(
  { reader, tables: { envelopes: e } }: Dialect,
  here: string,
  places: readonly { readonly stream: StreamName; readonly reached: number }[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { stream, reached } of places) {
    const [next] = await reader.db
      .select({ at: e.at })
      .from(e)
      .where(and(eq(e.forumId, here), eq(e.stream, stream), gt(e.sequence, reached)))
      .orderBy(e.sequence)
      .limit(1);
    if (next !== undefined) found.set(`${stream} ${reached}`, next.at);
  }
  return found;
}
