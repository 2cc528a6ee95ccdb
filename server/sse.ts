/**
 * Event streams, graphql-sse's distinct connections: one operation a request, `next` events, then `complete`. A stream that
 * ends without `complete` was cut: its reader comes back with the cursor of its last event.
 */
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ExecutionResult } from "graphql";
import { GraphQLError } from "graphql";
import type { Caller } from "./auth.ts";
import { refusal } from "../schema/errors.ts";
import type { Config } from "./config.ts";
import type { Connections } from "./connections.ts";
import { tooMuch } from "./limits.ts";
import type { Room, Share } from "./room.ts";
import type { SlowReaders } from "./slow-readers.ts";
import type { Telemetry } from "./telemetry.ts";
import { writeResult } from "./written-result.ts";

export type StreamParts = {
  readonly config: Pick<Config, "heartbeatMs">;
  readonly connections: Connections;
  readonly room: Room;
  readonly slowReaders: SlowReaders;
  readonly telemetry: Telemetry;
};
type Results = AsyncIterator<ExecutionResult, unknown, undefined>;

type Step = { readonly event: IteratorResult<ExecutionResult, unknown> } | { readonly error: unknown };

/** A comment, which readers skip; it also makes intermediaries pass the headers on at once. */
const heartbeat = ":\n\n";

/** New for each answer: yoga adds to what it is given. */
export function streamHeaders(): Record<string, string> {
  return { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" };
}
const complete = "event: complete\ndata:\n\n";
/** How long a stream that ends may take to hand over what was under way. */
const endMs = 500;

export class EventStreams {
  readonly #parts: StreamParts;
  readonly #open = new Set<() => void>();
  #stopping = false;

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  /** The body of an answer that lasts. Where the caller holds too many connections already, it says so and ends. */
  open(stream: AsyncIterable<ExecutionResult>, caller: Caller, response: ServerResponse): Readable {
    const results = stream[Symbol.asyncIterator]();
    const { connections, room, slowReaders, telemetry, config } = this.#parts;
    const ending = new AbortController();
    const end = (reason: string): void => {
      if (ending.signal.aborted) return;
      telemetry.closing("sse", reason);
      ending.abort();
      setTimeout(() => response.destroy(), endMs).unref();
    };
    const release = connections.hold({ caller, end });
    if (release === null) {
      leave(results);
      return Readable.from([
        singleFrame({ errors: [refusal(tooMuch("You hold too many connections open; end one."))] }),
      ]);
    }
    const share = room.open(caller);
    let taken = 0;
    const unwatch = slowReaders.watch({
      waitingBytes: () => response.writableLength,
      taken: () => taken,
      largestBytes: () => response.writableLength,
      tooSlow: () => end("tooSlow"),
    });
    const restart = (): void => end("restarting");
    this.#open.add(restart);
    telemetry.opened("sse");
    if (this.#stopping) restart(); // it was asked for before the stop, and is answered after it
    const closed = (): void => {
      ending.abort();
      share[Symbol.dispose]();
      release();
      unwatch();
      this.#open.delete(restart);
      telemetry.closed("sse");
      leave(results);
    };
    if (response.closed) closed(); // its reader went before it began
    else response.once("close", closed);
    const frames = toFrames(results, ending.signal, config.heartbeatMs, (bytes) => {
      taken++;
      if (!ending.signal.aborted) holdFrame(share, bytes, () => end("tooSlow"));
    });
    return Readable.from(frames, { objectMode: true, highWaterMark: 1 });
  }

  [Symbol.dispose](): void {
    this.#stopping = true;
    for (const restart of this.#open) restart();
  }
}

/** Counts the frame that waits for its reader. */
function holdFrame(share: Share, bytes: number, tooMuchWaits: () => void): void {
  share.resize(0);
  if (share.fits(bytes)) share.resize(bytes);
  else tooMuchWaits();
}

/** Takes the next event only when the reader has room for it. */
async function* toFrames(
  results: Results,
  ending: AbortSignal,
  heartbeatMs: number,
  waits: (bytes: number) => void,
): AsyncGenerator<string, void, void> {
  const ended = new Promise<"ended">((resolve) => ending.addEventListener("abort", () => resolve("ended")));
  let next = step(results);
  yield heartbeat;
  while (!ending.aborted) {
    waits(0);
    const outcome = await withBeat(Promise.race([next, ended]), heartbeatMs);
    if (outcome === "ended") return;
    if (outcome === "beat") {
      yield heartbeat;
    } else if ("error" in outcome) {
      if (!(outcome.error instanceof GraphQLError)) throw outcome.error;
      if (outcome.error.extensions["code"] === "UNAUTHENTICATED") return;
      yield frame({ errors: [outcome.error] });
      return yield complete;
    } else if (outcome.event.done) {
      return yield complete;
    } else {
      const text = frame(outcome.event.value);
      waits(text.length);
      yield text;
      next = step(results);
    }
  }
}

/** What fails while nobody listens any more has been told to the log by then. */
function leave(results: Results): void {
  Promise.resolve(results.return?.()).catch(() => {});
}

/** One answer as an event stream, for what was refused and for operations that have one result. */
export function singleFrame(result: ExecutionResult): string {
  return frame(result) + complete;
}

function frame(result: ExecutionResult): string {
  return `event: next\ndata: ${writeResult(result)}\n\n`;
}

async function step(results: Results): Promise<Step> {
  try {
    return { event: await results.next() };
  } catch (error) {
    return { error };
  }
}

async function withBeat<T>(outcome: Promise<T>, heartbeatMs: number): Promise<T | "beat"> {
  const { promise: beat, resolve } = Promise.withResolvers<"beat">();
  const timer = setTimeout(() => resolve("beat"), heartbeatMs);
  try {
    return await Promise.race([outcome, beat]);
  } finally {
    clearTimeout(timer);
  }
}
