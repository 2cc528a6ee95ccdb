/**
 * Follows one peer: what it has had for us since we last looked in pages, as fast as it gives them; then each envelope as it is published.
 *
 * 1. Where to go on is written in the transaction of what was brought, so that whoever dies here begins where that stopped.
 * 2. Whatever interrupts it is thrown: how long the peer is left alone is decided outside.
 * 3. What waits here is bounded: a page by the largest answer, and a live feed by its weight, beyond which it is let go of for a while.
 */
import type { Client, EnvelopeEvent } from "../../clients/sdk/index.ts";
import { TocsinError } from "../../clients/sdk/index.ts";
import { NotReached } from "../outgoing/guard.ts";
import type { FeedPage } from "./answers.ts";
import { understandEvent, understandPage } from "./answers.ts";
import { inBatches } from "./batches.ts";
import type { Intake } from "./intake.ts";
import { Rest } from "./trouble.ts";

export type FollowParts = {
  readonly line: Client;
  readonly intake: Intake;
  readonly signal: AbortSignal;
  /** Told when everything that the peer had is here. */
  readonly caughtUp: () => Promise<void>;
};

const pageSize = 100;
const batch = { most: 100, mostWeight: 4_194_304, weigh: weightOf };
const mostWaiting = 4_194_304;
/** How long a peer is left alone whose stream has a hole, or that has sent more than was agreed. */
const restMs = 20_000;

/** From the place where it stopped, null for the beginning. Does not return before the signal ends. */
export async function follow(cursor: string | null, parts: FollowParts): Promise<void> {
  const place = await catchUp({ read: cursor, written: cursor }, parts).catch((error: unknown) => {
    if (!isForeignCursor(error) || cursor === null) throw error;
    return catchUp({ read: null, written: undefined }, parts);
  });
  await parts.caughtUp();
  await goLive(place, parts);
}

/** The peer was restored from a backup, or has made a new agreement since: it does not know the place any more, but all that it has. */
function isForeignCursor(error: unknown): boolean {
  return error instanceof TocsinError && (error.code === "CURSOR_INVALID" || error.code === "CURSOR_EXPIRED");
}

/** Where the peer is read from, and what is written of that here. */
type Begin = { readonly read: string | null; readonly written: string | null | undefined };

/** Reads the next page while the one before is being taken. Gives the place at the end. */
async function catchUp({ read, written }: Begin, { line, intake, signal }: FollowParts): Promise<string> {
  let next = readPage(line, read, signal);
  let from = written;
  try {
    for (;;) {
      const page = await next;
      const cursor = page.endCursor;
      if (page.hasMore) next = readPage(line, cursor, signal);
      rest(await intake.take(page.events, { from, cursor }));
      if (!page.hasMore) return cursor;
      from = cursor;
    }
  } finally {
    next.catch(() => undefined); // whoever leaves has been told why already
  }
}

/** A page that is too large is asked for in smaller ones; a single envelope always fits. */
async function readPage(
  line: Client,
  after: string | null,
  signal: AbortSignal,
  first: number = pageSize,
): Promise<FeedPage> {
  try {
    return understandPage(await line.peers.envelopePage({ first, after }, { signal }), first);
  } catch (error) {
    if (first === 1 || !isTooLarge(error)) throw error;
    return readPage(line, after, signal, Math.ceil(first / 4));
  }
}

function isTooLarge(error: unknown): boolean {
  if (!(error instanceof TocsinError)) return false;
  return error.code === "LIMIT_EXCEEDED" || (error.cause instanceof NotReached && error.cause.isTooLarge);
}

async function goLive(after: string, { line, intake, signal }: FollowParts): Promise<void> {
  const ending = new AbortController();
  let interruption: TocsinError | null = null;
  const feed = line.followEnvelopes({
    after,
    signal: AbortSignal.any([signal, ending.signal]),
    maxWaiting: mostWaiting,
    weigh: weightOf,
    onRetry: ({ error }) => {
      interruption = error;
      ending.abort();
    },
  });
  let from = after;
  let moved = -Infinity;
  try {
    for await (const events of inBatches(feed, batch)) {
      const understood = events.map(understandEvent);
      // events that bring nothing cost no more than a write a second, however many come
      if (understood.every(({ brought }) => brought === null) && performance.now() - moved < 1_000) continue;
      moved = performance.now();
      const cursor = understood.at(-1)?.cursor ?? from;
      rest(await intake.take(understood, { from, cursor }));
      from = cursor;
    }
    if (interruption !== null) throw interruption;
  } finally {
    ending.abort();
  }
}

function rest(why: string | null): void {
  if (why !== null) throw new Rest(why, restMs);
}

/** About how much of memory an event takes, whatever stands in it. */
function weightOf(event: EnvelopeEvent): number {
  return 500 + JSON.stringify(event).length;
}
