import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backOffMs } from "../../clients/sdk/back-off.ts";
import { errorCodes, TocsinError } from "../../clients/sdk/errors.ts";
import type { FeedAction, FeedHappening, FeedState } from "../../clients/sdk/feed-state.ts";
import { startFeed, stepFeed } from "../../clients/sdk/feed-state.ts";

const unreachable = new TocsinError("UNREACHABLE", "The forum cannot be reached.");

const happening: fc.Arbitrary<FeedHappening> = fc.oneof(
  fc.record({ type: fc.constant("anchored" as const), cursor: fc.string({ minLength: 1 }) }),
  fc.record({ type: fc.constant("event" as const), cursor: fc.string({ minLength: 1 }) }),
  fc.constantFrom<FeedHappening>(
    { type: "held" },
    { type: "elapsed" },
    { type: "full" },
    { type: "drained" },
    { type: "stop" },
  ),
  fc.record({
    type: fc.constant("failed" as const),
    error: fc.constantFrom(...errorCodes).map((code) => new TocsinError(code, code)),
    jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

type Trace = { before: FeedState; happening: FeedHappening; after: FeedState; action: FeedAction }[];

function run(after: string | null, happenings: readonly FeedHappening[]): Trace {
  let { state } = startFeed(after);
  return happenings.map((what) => {
    const step = stepFeed(state, what);
    const entry = { before: state, happening: what, after: step.state, action: step.action };
    state = step.state;
    return entry;
  });
}

const runs = fc
  .tuple(fc.option(fc.string({ minLength: 1 }), { nil: null }), fc.array(happening, { maxLength: 60 }))
  .map(([after, happenings]) => run(after, happenings));

function holds(property: (trace: Trace) => void): void {
  fc.assert(fc.property(runs, property), { numRuns: 1_000 });
}

describe("where a follower begins", () => {
  test("asks for the cursor of now before it subscribes, when it has none", () => {
    const first = startFeed(null);
    expect(first.action).toEqual({ type: "anchor" });
    const second = stepFeed(first.state, { type: "anchored", cursor: "c0" });
    expect(second.action).toEqual({ type: "subscribe", after: "c0" });
  });

  test("subscribes at once behind a cursor, and at the beginning", () => {
    expect(startFeed("c7").action).toEqual({ type: "subscribe", after: "c7" });
    expect(startFeed("beginning").action).toEqual({ type: "subscribe", after: "beginning" });
  });
});

describe("whatever happens, in whatever order", () => {
  test("the cursor moves by an event or by the first anchor, and by nothing else", () => {
    holds((trace) => {
      for (const { before, after, happening, action } of trace) {
        if (before.cursor === after.cursor) continue;
        if (action.type === "deliver") expect(happening).toMatchObject({ type: "event", cursor: after.cursor });
        else {
          expect(before.cursor).toBeNull();
          expect(happening).toMatchObject({ type: "anchored", cursor: after.cursor });
        }
      }
    });
  });

  test("a subscription always begins behind the last event that was handed on", () => {
    holds((trace) => {
      const subscribed = trace.filter(({ action }) => action.type === "subscribe");
      expect(subscribed.map(({ action }) => action)).toEqual(
        subscribed.map(({ after }) => ({ type: "subscribe", after: after.cursor })),
      );
    });
  });

  test("an event is handed on while subscribed only, and never twice in a row", () => {
    holds((trace) => {
      for (const { before, after, action } of trace) {
        if (action.type !== "deliver") continue;
        expect(before.name).toBe("subscribed");
        expect(after.cursor).not.toBe(before.cursor);
      }
    });
  });

  test("nothing is done after the end", () => {
    holds((trace) => {
      for (const { before, after, action } of trace) {
        if (before.name !== "ended") continue;
        expect(after).toBe(before);
        expect(action).toEqual({ type: "nothing" });
      }
    });
  });

  test("a wait is never longer than half a minute, unless the forum asked for it", () => {
    holds((trace) => {
      for (const { action } of trace) {
        if (action.type !== "wait") continue;
        expect(action.ms).toBeGreaterThan(0);
        expect(action.ms).toBeLessThanOrEqual(30_000);
      }
    });
  });
});

describe("a forum that comes and goes", () => {
  /** A log, and what a forum does with a subscription to it: sends some events, then breaks off. */
  const forum = fc.record({
    length: fc.integer({ min: 0, max: 30 }),
    breaks: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }),
    from: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
  });

  test("gives a follower every event behind its cursor once, in order", () => {
    fc.assert(
      fc.property(forum, ({ length, breaks, from }) => {
        const start = from === null ? null : Math.min(from, length);
        const delivered: number[] = [];
        let step = startFeed(start === null ? null : String(start));
        const failures = [...breaks];
        for (let guard = 0; guard < 1_000; guard++) {
          const { state, action } = step;
          if (action.type === "anchor") step = stepFeed(state, { type: "anchored", cursor: "0" });
          else if (action.type === "wait") step = stepFeed(state, { type: "elapsed" });
          else if (action.type === "subscribe") {
            const sends = failures.shift();
            let current = state;
            const first = Number(action.after) + 1;
            const last = sends === undefined ? length : Math.min(length, first + sends - 1);
            for (let position = first; position <= last; position++) {
              const told = stepFeed(current, { type: "event", cursor: String(position) });
              if (told.action.type === "deliver") delivered.push(position);
              // What an overlapping connection says again is not handed on again.
              expect(stepFeed(told.state, { type: "event", cursor: String(position) }).action.type).toBe("nothing");
              current = told.state;
            }
            if (sends === undefined) break;
            step = stepFeed(current, { type: "failed", error: unreachable, jitter: 0.5 });
          } else break;
        }
        const begin = start ?? 0;
        expect(delivered).toEqual(Array.from({ length: length - begin }, (_, at) => begin + at + 1));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("errors", () => {
  const fail = (code: (typeof errorCodes)[number]): FeedAction =>
    stepFeed(startFeed("c").state, { type: "failed", error: new TocsinError(code, code), jitter: 1 }).action;

  test.each(["UNAUTHENTICATED", "CURSOR_INVALID", "CURSOR_EXPIRED", "BAD_USER_INPUT", "LIMIT_EXCEEDED"] as const)(
    "%s is for the caller to know",
    (code) => {
      expect(fail(code)).toMatchObject({ type: "end", error: { code } });
    },
  );

  test.each(["UNREACHABLE", "UNAVAILABLE", "RATE_LIMITED", "UNEXPECTED"] as const)("%s is waited out", (code) => {
    expect(fail(code)).toMatchObject({ type: "wait" });
  });

  test("a fault of the forum that does not go away is told after a few attempts", () => {
    let step = startFeed("c");
    const codes: string[] = [];
    for (let attempt = 0; attempt < 10 && step.action.type !== "end"; attempt++) {
      step = stepFeed(step.state, { type: "failed", error: new TocsinError("UNEXPECTED", "fault"), jitter: 0 });
      codes.push(step.action.type);
      step = step.action.type === "wait" ? stepFeed(step.state, { type: "elapsed" }) : step;
    }
    expect(codes).toEqual(["wait", "wait", "wait", "wait", "wait", "end"]);
  });

  test("a forum that asks for time is given it", () => {
    const error = new TocsinError("RATE_LIMITED", "Slowly.", { retryAfterMs: 45_000 });
    const { action } = stepFeed(startFeed("c").state, { type: "failed", error, jitter: 0 });
    expect(action).toMatchObject({ type: "wait", ms: 45_000 });
  });

  test("waits grow with failures in a row and begin anew with an event", () => {
    const waits = [0, 1, 2, 3].map((attempt) => backOffMs(attempt, 1));
    expect(waits).toEqual([250, 500, 1_000, 2_000]);
    let state = startFeed("c0").state;
    for (const what of ["failed", "elapsed", "failed", "elapsed"] as const) {
      const event: FeedHappening = what === "failed" ? { type: what, error: unreachable, jitter: 1 } : { type: what };
      state = stepFeed(state, event).state;
    }
    expect(state.failures).toBe(2);
    expect(stepFeed(state, { type: "event", cursor: "c1" }).state.failures).toBe(0);
    expect(stepFeed(state, { type: "held" }).state.failures).toBe(0);
  });
});

describe("a reader that does not keep up", () => {
  test("lets go of the connection and takes it up again at the cursor", () => {
    const subscribed = stepFeed(startFeed("c0").state, { type: "event", cursor: "c1" }).state;
    const full = stepFeed(subscribed, { type: "full" });
    expect(full.action).toEqual({ type: "disconnect" });
    expect(stepFeed(full.state, { type: "event", cursor: "c2" }).action).toEqual({ type: "nothing" });
    expect(stepFeed(full.state, { type: "drained" }).action).toEqual({ type: "subscribe", after: "c1" });
  });
});
