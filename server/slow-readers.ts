import type { Config } from "./config.ts";

/** A connection as the watch sees it. */
export type Watched = {
  /** Bytes that wait in this process for the reader. */
  readonly waitingBytes: () => number;
  /** Grows whenever the reader has taken something. */
  readonly taken: () => number;
  /** The size of the largest message that is being sent: a large one takes its time. */
  readonly largestBytes: () => number;
  readonly tooSlow: () => void;
};
type State = { taken: number; since: number };

const mebibyte = 1_048_576;
const tickMs = 250;

/**
 * Finds the readers that take nothing of what waits for them: for `stallMs`, or for `overfullMs` where more waits than
 * `maxWaitingBytes`. A message of several MiB is given that time for each, since it is taken as a whole.
 */
export class SlowReaders {
  readonly #config: Pick<Config, "stallMs" | "overfullMs" | "maxWaitingBytes">;
  readonly #watched = new Map<Watched, State>();
  #timer: NodeJS.Timeout | null = null;

  constructor(config: Pick<Config, "stallMs" | "overfullMs" | "maxWaitingBytes">) {
    this.#config = config;
  }

  /** Watches a connection until the function that it gives is called. */
  watch(connection: Watched): () => void {
    this.#watched.set(connection, { taken: 0, since: performance.now() });
    this.#timer ??= setInterval(() => this.#look(), tickMs).unref();
    return () => {
      this.#watched.delete(connection);
      if (this.#watched.size === 0) this[Symbol.dispose]();
    };
  }

  [Symbol.dispose](): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const now = performance.now();
    for (const [connection, state] of this.#watched) {
      const waiting = connection.waitingBytes();
      const taken = connection.taken();
      if (waiting === 0 || taken !== state.taken) {
        state.taken = taken;
        state.since = now;
        continue;
      }
      const patience = waiting > this.#config.maxWaitingBytes ? this.#config.overfullMs : this.#config.stallMs;
      const sizes = Math.max(1, Math.ceil(connection.largestBytes() / mebibyte));
      if (now - state.since > patience * sizes) connection.tooSlow();
    }
  }
}
