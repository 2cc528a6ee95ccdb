import { longestWaitMs, pause } from "./back-off.ts";
import type { CursorStore } from "./cursor-store.ts";
import type { TocsinError } from "./errors.ts";
import { asTocsinError } from "./errors.ts";
import type { FeedPlace, FeedSource } from "./feed-source.ts";
import type { FeedAction, FeedHappening, FeedState, FeedStep } from "./feed-state.ts";
import { startFeed, stepFeed } from "./feed-state.ts";
import type { ItemFilter } from "./generated.ts";
import { feedChangeValues } from "./generated.ts";

export type FollowOptions<E extends FeedPlace = FeedPlace> = {
  /** Where to begin: null for now, "beginning" for the oldest visible event, or a cursor. @default null */
  readonly after?: string | null;
  /** @default everything, whatever happens: `changes` too */
  readonly filter?: ItemFilter;
  /** Ends the iteration quietly. An event that the loop has come round from is kept first. */
  readonly signal?: AbortSignal;
  /** Where to keep the place. What it holds comes before `after`. */
  readonly cursorStore?: CursorStore;
  /** Told of each interruption, and of how long it will be until the next attempt. */
  readonly onRetry?: (interruption: { readonly error: TocsinError; readonly waitMs: number }) => void;
  /** The longest that is waited between two attempts, unless the forum asks for more. @default 30000 */
  readonly longestWaitMs?: number;
  /** How many events may wait for a reader that is busy; with more, the connection is let go of for a while. @default 1000 */
  readonly maxWaiting?: number;
  /** How many of these an event counts for. @default 1 */
  readonly weigh?: (event: E) => number;
};

const heldAfterMs = 10_000;

/**
 * Follows a feed: every event once, in order, over any number of interruptions.
 *
 * The cursor of an event is kept when the loop asks for the next one. A program that dies while it works on an event is
 * given that event again (at least once); within one run nothing comes twice. Leaving the loop by `break` or by an error
 * leaves its last event unkept; to end behind an event, abort the signal and let the loop come round.
 */
export async function* followFeed<E extends FeedPlace>(
  source: FeedSource<E>,
  options: FollowOptions<E>,
): AsyncGenerator<E, void> {
  const { after = null, cursorStore } = options;
  const kept = (await cursorStore?.load()) ?? null;
  await using run = new Run(source, options, kept ?? after);
  for (;;) {
    const event = await run.next();
    if (event === null) return;
    yield event;
    await cursorStore?.save(event.cursor);
  }
}

/** Does what the state machine says, and tells it what happened. */
class Run<E extends FeedPlace> implements AsyncDisposable {
  readonly #source: FeedSource<E>;
  readonly #options: FollowOptions<E>;
  readonly #maxWaiting: number;
  readonly #weigh: (event: E) => number;
  readonly #ending = new AbortController();
  readonly #stop = (): void => this.#happen({ type: "stop" });
  #state: FeedState;
  #waiting: E[] = [];
  #weight = 0;
  #error: TocsinError | null = null;
  #disconnect: () => void = () => {};
  #heldTimer: ReturnType<typeof setTimeout> | undefined;
  #wake: () => void = () => {};

  constructor(source: FeedSource<E>, options: FollowOptions<E>, after: string | null) {
    this.#source = source;
    this.#options = options;
    this.#maxWaiting = options.maxWaiting ?? 1_000;
    this.#weigh = options.weigh ?? (() => 1);
    const first = startFeed(after);
    this.#state = first.state;
    options.signal?.addEventListener("abort", this.#stop);
    if (options.signal?.aborted) this.#stop();
    else this.#act(first.action);
  }

  /** The next event; null when the signal ended the run. Throws what the caller has to know of, behind the last event. */
  async next(): Promise<E | null> {
    for (;;) {
      if (this.#options.signal?.aborted) return null;
      const event = this.#waiting.shift();
      if (event !== undefined) {
        this.#weight -= this.#weigh(event);
        return event;
      }
      this.#happen({ type: "drained" });
      if (this.#error !== null) throw this.#error;
      if (this.#state.name === "ended") return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#options.signal?.removeEventListener("abort", this.#stop);
    this.#stop();
  }

  #happen(happening: FeedHappening, event?: E): void {
    const { state, action }: FeedStep = stepFeed(this.#state, happening);
    this.#state = state;
    this.#act(action, event);
  }

  #act(action: FeedAction, event?: E): void {
    switch (action.type) {
      case "nothing":
        return;
      case "anchor":
        void this.#anchor();
        return;
      case "subscribe":
        this.#subscribe(action.after);
        return;
      case "deliver":
        if (event !== undefined) this.#take(event);
        if (this.#weight >= this.#maxWaiting) this.#happen({ type: "full" });
        this.#wake();
        return;
      case "wait":
        this.#letGo();
        this.#options.onRetry?.({ error: action.error, waitMs: action.ms });
        void pause(action.ms, this.#ending.signal).then(() => this.#happen({ type: "elapsed" }));
        return;
      case "disconnect":
        this.#letGo();
        return;
      case "end":
        this.#letGo();
        this.#error = action.error;
        this.#ending.abort();
        this.#wake();
    }
  }

  #take(event: E): void {
    this.#waiting.push(event);
    this.#weight += this.#weigh(event);
  }

  /** The place is kept before anything is followed from it: whoever dies before the first event misses none. */
  async #anchor(): Promise<void> {
    try {
      const cursor = await this.#source.now(this.#ending.signal);
      await this.#options.cursorStore?.save(cursor);
      this.#happen({ type: "anchored", cursor });
    } catch (error) {
      this.#happen(this.#failure(asTocsinError(error)));
    }
  }

  /** Each subscription has a sink of its own, so that what an earlier one still says falls on deaf ears. */
  #subscribe(after: string): void {
    let current = true;
    const tell = (happening: FeedHappening, event?: E): void => {
      if (current) this.#happen(happening, event);
    };
    this.#heldTimer = setTimeout(() => tell({ type: "held" }), heldAfterMs);
    let unsubscribe = (): void => {};
    this.#disconnect = () => {
      current = false;
      unsubscribe();
    };
    unsubscribe = this.#source.subscribe(
      { after, filter: { changes: [...feedChangeValues], ...this.#options.filter } },
      {
        event: (event) => tell({ type: "event", cursor: event.cursor }, event),
        failed: (error) => tell(this.#failure(error)),
      },
    );
    if (!current) unsubscribe();
  }

  #failure(error: TocsinError): FeedHappening {
    const { longestWaitMs: longestMs = longestWaitMs } = this.#options;
    return { type: "failed", error, jitter: Math.random(), longestMs };
  }

  #letGo(): void {
    clearTimeout(this.#heldTimer);
    const disconnect = this.#disconnect;
    this.#disconnect = () => {};
    disconnect();
  }
}
