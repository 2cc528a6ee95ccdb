/** Where streams stand, as it is told to peers: our own, and what we have been shown of others. */
import { and, eq, inArray, ne } from "drizzle-orm";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";

/** How far a stream has come. */
export type StreamStand = { readonly stream: StreamName; readonly sequence: number; readonly hash: string };

/** Where our own streams stand. */
export async function readOwnStreams(
  { reader, tables: { streams: s } }: Dialect,
  here: string,
): Promise<StreamStand[]> {
  return reader.db
    .select({ stream: s.stream, sequence: s.sequence, hash: s.hash })
    .from(s)
    .where(eq(s.forumId, here))
    .orderBy(s.stream);
}

/** The newest checkpoint that we hold of each stream of others that more than one peer follows. */
export async function readWitnessed(
  { reader, tables: { checkpoints: c } }: Dialect,
  here: string,
): Promise<{ readonly stream: StreamName; readonly bytes: string }[]> {
  const rows = await reader.db
    .select({ forumId: c.forumId, stream: c.stream, sequence: c.sequence, bytes: c.bytes })
    .from(c)
    .where(and(ne(c.forumId, here), inArray(c.stream, ["public", "community"])))
    .orderBy(c.forumId, c.stream, c.sequence, c.at);
  const newest = new Map(rows.map((row) => [`${row.forumId} ${row.stream}`, row]));
  return [...newest.values()].map(({ stream, bytes }) => ({ stream, bytes }));
}
