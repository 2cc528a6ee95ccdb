import { and, eq, inArray, or } from "drizzle-orm";
import type { EnvelopePlace } from "../../domain/entries.ts";
import { streamKey } from "../../domain/policy.ts";
import type { ItemReadContext } from "../read-items.ts";
import { readPeerById } from "./peers.ts";

/** An envelope as it was signed, and the forums that it has been through until a peer gets it from here. */
export type EnvelopeView = { readonly bytes: string; readonly route: readonly string[] };

/** The envelopes at some places, for a peer that follows their streams: our own, and what is passed on of others' but its own, which it has. */
export async function readEnvelopes(
  { dialect, viewer, rights }: ItemReadContext,
  here: string,
  places: readonly EnvelopePlace[],
): Promise<(EnvelopeView | null)[]> {
  const { envelopes: e } = dialect.tables;
  const there = viewer.kind === "peer" ? await readPeerById(dialect, viewer.peerId) : null;
  const open =
    there === null
      ? []
      : places.filter(({ forumId, stream }) => forumId !== there.forumId && rights.ring.has(streamKey(stream)));
  if (open.length === 0) return places.map(() => null);
  const streams = Map.groupBy(open, ({ forumId, stream }) => `${forumId} ${stream}`);
  const wanted = [...streams.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const sequences = [first, ...others].map(({ sequence }) => sequence);
    return and(eq(e.forumId, first.forumId), eq(e.stream, first.stream), inArray(e.sequence, sequences)) ?? [];
  });
  const rows = await dialect.reader.db
    .select({
      forumId: e.forumId,
      stream: e.stream,
      sequence: e.sequence,
      bytes: e.bytes,
      route: e.route,
      passedOn: e.passedOn,
    })
    .from(e)
    .where(or(...wanted));
  const found = new Map(
    rows
      .filter(({ forumId, passedOn }) => forumId === here || passedOn)
      .map((row) => [placeName(row), { bytes: row.bytes, route: [...row.route, here] }]),
  );
  const asked = new Set(open);
  return places.map((place) => (asked.has(place) ? (found.get(placeName(place)) ?? null) : null));
}

function placeName({ forumId, stream, sequence }: EnvelopePlace): string {
  return `${forumId} ${stream} ${sequence}`;
}
