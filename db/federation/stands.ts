/** Where streams stand, as it is told to peers: our own, and what we have been shown of others. */
import { and, eq, inArray, ne } from "drizzle-orm";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";
import { readHeads } from "./publish.ts";

/** How far a stream has come; the hash is "" where it has nothing yet. */
export type StreamStand = { readonly stream: StreamName; readonly sequence: number; readonly hash: string };

/** Where those of our own streams stand that have anything. */
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

/** Where some of our own streams stand. */
export async function readStands(
  { reader, tables }: Dialect,
  here: string,
  streams: readonly StreamName[],
): Promise<StreamStand[]> {
  const heads = await readHeads(reader, tables, here, streams);
  return [...heads].map(([stream, { sequence, hash }]) => ({ stream, sequence, hash: hash ?? "" }));
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
