/** Passing on what other forums have said, as it came: each stream as far as it is whole, so that nobody behind us meets a hole. */
import { lifeBefore } from "../../domain/federation/envelopes.ts";
import { mayPassOn } from "../../domain/federation/streams.ts";
import { streamKey } from "../../domain/policy.ts";
import type { EnvelopeRow } from "./chain.ts";
import type { Desk } from "./desk.ts";

/** Whether an envelope may be passed on as it came; its content has been looked at. */
export async function isPassable(desk: Desk, row: EnvelopeRow): Promise<boolean> {
  const { forumId, stream, sequence, route, refusedAs } = row;
  const broughtBy = [...desk.peers.values()].find(({ id }) => id === row.peerId);
  if (broughtBy === undefined || !mayPassOn(stream, route, broughtBy.agreement)) return false;
  // What came too late, or after something else, may be new elsewhere; what is labelled otherwise than its stream goes nowhere.
  if (refusedAs !== null && refusedAs !== "EXPIRED" && refusedAs !== "CONFLICT") return false;
  const before = await desk.envelopeAt({ forumId, stream, sequence: sequence - 1 });
  return before?.passedOn ?? sequence === lifeBefore(sequence) + 1;
}

/** Tells the peers that follow the stream of an envelope. */
export async function tellPeers(desk: Desk, { forumId, stream, sequence }: EnvelopeRow): Promise<void> {
  await desk.tx.append({ type: "envelope", key: streamKey(stream), forumId, stream, sequence });
}

/** Passes on an envelope, and those that lie behind it and have waited for it. */
export async function passOnFrom(desk: Desk, row: EnvelopeRow): Promise<void> {
  let next: EnvelopeRow | null = row;
  while (next !== null && !next.passedOn && (await isPassable(desk, next))) {
    await tellPeers(desk, await desk.changeEnvelope(next, { passedOn: true }));
    next = await desk.envelopeAt({ ...next, sequence: next.sequence + 1 });
  }
}
