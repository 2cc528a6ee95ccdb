import { waitMs } from "./back-off.ts";
import type { ErrorCode, TocsinError } from "./errors.ts";

/**
 * What following a feed is, without the feed: a state machine that is handed what happened and answers what to do.
 *
 * 1. `cursor` stands behind the last event that was handed on. It moves by an event only, and a subscription always
 *    begins at it: nothing is skipped, and what was handed on is not asked for again.
 * 2. Without a cursor the forum is asked for that of this moment first; only then does a subscription begin.
 * 3. An error that time may heal is waited out, longer each time until an event comes or a connection holds.
 * 4. A reader that does not keep up lets go of its connection and takes it up again at the cursor: nothing piles up.
 */
export type FeedState = {
  readonly name: FeedStateName;
  readonly cursor: string | null;
  /** Failures in a row, without an event or a connection that held. */
  readonly failures: number;
};
export type FeedStateName = "anchoring" | "subscribed" | "waiting" | "paused" | "ended";

export type FeedHappening =
  | { readonly type: "anchored"; readonly cursor: string }
  | { readonly type: "event"; readonly cursor: string }
  /** The connection has stood for a while. */
  | { readonly type: "held" }
  | { readonly type: "failed"; readonly error: TocsinError; readonly jitter: number; readonly longestMs?: number }
  /** The back-off is over. */
  | { readonly type: "elapsed" }
  /** More events are waiting for the reader than should. */
  | { readonly type: "full" }
  | { readonly type: "drained" }
  | { readonly type: "stop" };

export type FeedAction =
  | { readonly type: "nothing" }
  | { readonly type: "anchor" }
  | { readonly type: "subscribe"; readonly after: string }
  | { readonly type: "deliver" }
  | { readonly type: "wait"; readonly ms: number; readonly error: TocsinError }
  | { readonly type: "disconnect" }
  | { readonly type: "end"; readonly error: TocsinError | null };

export type FeedStep = { readonly state: FeedState; readonly action: FeedAction };

/** What time may heal, what it may heal a few times, and what the caller has to know of. */
const remedies: Readonly<Record<ErrorCode, "wait" | "wait a few times" | "tell">> = {
  UNREACHABLE: "wait",
  UNAVAILABLE: "wait",
  RATE_LIMITED: "wait",
  UNEXPECTED: "wait a few times",
  UNAUTHENTICATED: "tell",
  FORBIDDEN: "tell",
  NOT_FOUND: "tell",
  BAD_USER_INPUT: "tell",
  CONFLICT: "tell",
  CURSOR_INVALID: "tell",
  CURSOR_EXPIRED: "tell",
  LIMIT_EXCEEDED: "tell",
  ABORTED: "tell",
};
const fewTimes = 5;

type Handler<T extends FeedHappening["type"]> = (
  state: FeedState,
  happening: Extract<FeedHappening, { readonly type: T }>,
) => FeedStep;
type Row = { readonly [T in FeedHappening["type"]]: Handler<T> };

const ignore = (state: FeedState): FeedStep => ({ state, action: { type: "nothing" } });
const stop = (state: FeedState): FeedStep => end(state, null);

const table: Readonly<Record<FeedStateName, Row>> = {
  anchoring: {
    anchored: (state, { cursor }) => subscribe({ ...state, cursor }),
    event: ignore,
    held: ignore,
    failed: fail,
    elapsed: ignore,
    full: ignore,
    drained: ignore,
    stop,
  },
  subscribed: {
    anchored: ignore,
    event: (state, { cursor }) =>
      cursor === state.cursor
        ? ignore(state)
        : { state: { ...state, cursor, failures: 0 }, action: { type: "deliver" } },
    held: (state) => ignore({ ...state, failures: 0 }),
    failed: fail,
    elapsed: ignore,
    full: (state) => ({ state: { ...state, name: "paused" }, action: { type: "disconnect" } }),
    drained: ignore,
    stop,
  },
  waiting: {
    anchored: ignore,
    event: ignore,
    held: ignore,
    failed: ignore,
    elapsed: begin,
    full: ignore,
    drained: ignore,
    stop,
  },
  paused: {
    anchored: ignore,
    event: ignore,
    held: ignore,
    failed: ignore,
    elapsed: ignore,
    full: ignore,
    drained: begin,
    stop,
  },
  ended: {
    anchored: ignore,
    event: ignore,
    held: ignore,
    failed: ignore,
    elapsed: ignore,
    full: ignore,
    drained: ignore,
    stop: ignore,
  },
};

/** The first step. `after` is null for now, "beginning", or a cursor. */
export function startFeed(after: string | null): FeedStep {
  return begin({ name: "waiting", cursor: after, failures: 0 });
}

export function stepFeed(state: FeedState, happening: FeedHappening): FeedStep {
  const handler = table[state.name][happening.type] as Handler<FeedHappening["type"]>; // the handler of this type
  return handler(state, happening);
}

function begin(state: FeedState): FeedStep {
  return state.cursor === null
    ? { state: { ...state, name: "anchoring" }, action: { type: "anchor" } }
    : subscribe({ ...state, cursor: state.cursor });
}

function subscribe(state: FeedState & { readonly cursor: string }): FeedStep {
  return { state: { ...state, name: "subscribed" }, action: { type: "subscribe", after: state.cursor } };
}

function fail(
  state: FeedState,
  { error, jitter, longestMs }: Extract<FeedHappening, { readonly type: "failed" }>,
): FeedStep {
  const remedy = remedies[error.code];
  if (remedy === "tell" || (remedy === "wait a few times" && state.failures >= fewTimes)) return end(state, error);
  const ms = waitMs(error, state.failures, jitter, longestMs);
  return { state: { ...state, name: "waiting", failures: state.failures + 1 }, action: { type: "wait", ms, error } };
}

function end(state: FeedState, error: TocsinError | null): FeedStep {
  return { state: { ...state, name: "ended" }, action: { type: "end", error } };
}
