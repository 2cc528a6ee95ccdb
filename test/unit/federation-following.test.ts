import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { TocsinError } from "../../clients/sdk/index.ts";
import { badInput } from "../../domain/errors.ts";
import {
  understandEnvelopes,
  understandEvent,
  understandPage,
  understandTexts,
} from "../../server/federation/answers.ts";
import { inBatches } from "../../server/federation/batches.ts";
import { Bell } from "../../server/federation/bell.ts";
import { NotBelieved } from "../../server/federation/jws.ts";
import { NoDocument } from "../../server/federation/read-document.ts";
import { backOffMs, Rest, troubleOf } from "../../server/federation/trouble.ts";
import { NotReached } from "../../server/outgoing/guard.ts";

describe("what waits in a feed", () => {
  const limits = { most: 3, mostWeight: 10, weigh: (one: number) => one };
  type Part = readonly number[] | Error;
  async function* feed(...parts: readonly Part[]): AsyncGenerator<number> {
    for (const part of parts) {
      if (part instanceof Error) throw part;
      yield* part;
      await setImmediate();
      await setImmediate();
    }
  }
  async function batchesOf(...parts: readonly Part[]): Promise<number[][]> {
    const batches: number[][] = [];
    for await (const one of inBatches(feed(...parts), limits)) batches.push(one);
    return batches;
  }

  it("is taken together, and not waited for", async () => {
    expect(await batchesOf([1, 2], [3])).toEqual([[1, 2], [3]]);
  });

  it("makes no batch that is longer or heavier than it may be", async () => {
    expect(await batchesOf([1, 1, 1, 1])).toEqual([[1, 1, 1], [1]]);
    expect(await batchesOf([12, 9, 9, 1])).toEqual([[12], [9, 9], [1]]);
  });

  it("is taken before the error is told that comes behind it", async () => {
    const seen: number[][] = [];
    const follow = async (): Promise<void> => {
      for await (const one of inBatches(feed([1, 2], new Error("gone")), limits)) seen.push(one);
    };
    await expect(follow()).rejects.toThrow("gone");
    expect(seen).toEqual([[1, 2]]);
  });
});

describe("a bell", () => {
  it("that has rung before is not waited for", async () => {
    const bell = new Bell(new AbortController().signal);
    bell.ring();
    await bell.wait({ atMostMs: 60_000 });
    const waiting = bell.wait({ atMostMs: 60_000 });
    bell.ring();
    expect(await waiting).toBeUndefined();
  });

  it("wakes when its signal ends, whatever it waits for", async () => {
    const ending = new AbortController();
    const bell = new Bell(ending.signal);
    const waiting = Promise.all([bell.wait({ atMostMs: 60_000 }), bell.pause(60_000)]);
    ending.abort();
    await waiting;
    expect(await bell.wait({ atMostMs: 60_000, gatherMs: 60_000 })).toBeUndefined();
  });
});

describe("what a peer answers", () => {
  const page = { events: [], endCursor: "c", hasMore: false };

  it("is a page of a feed, with events that may be for others", () => {
    const envelope = { bytes: "b", route: ["r"] };
    expect(
      understandPage(
        {
          ...page,
          events: [
            { cursor: "1", envelope },
            { cursor: "2", envelope: null },
          ],
        },
        2,
      ),
    ).toEqual({
      events: [
        { cursor: "1", brought: { cursor: "1", ...envelope } },
        { cursor: "2", brought: null },
      ],
      endCursor: "c",
      hasMore: false,
    });
  });

  it.each<[string, () => unknown]>([
    ["null", () => understandPage(null, 1)],
    ["a page with too many events", () => understandPage({ ...page, events: [{ cursor: "1" }, { cursor: "2" }] }, 1)],
    ["an empty page that goes on", () => understandPage({ ...page, hasMore: true }, 1)],
    ["a page without a place", () => understandPage({ ...page, endCursor: "" }, 1)],
    ["an event without a place", () => understandEvent({ envelope: null })],
    ["an event with a place that is a number", () => understandEvent({ cursor: 7 })],
    ["an envelope that is a text", () => understandEvent({ cursor: "c", envelope: "x" })],
    ["more envelopes than were asked for", () => understandEnvelopes([{}, {}], 1)],
    ["a list that is none", () => understandTexts({ length: 0 }, 1, "x")],
    ["a list of numbers", () => understandTexts([1], 1, "x")],
  ])("is not %s", (_, understand) => expect(understand).toThrow(NotBelieved));
});

describe("what goes wrong with a peer", () => {
  it.each<[string, unknown, string]>([
    ["nobody answers", new NotReached("it did not answer in time"), "It cannot be asked: it did not answer in time."],
    [
      "nobody answers a client",
      new TocsinError("UNREACHABLE", "x", { cause: new NotReached("its name has no address") }),
      "It cannot be asked: its name has no address.",
    ],
    ["there is no forum", new NoDocument("it is no address"), "Its document cannot be read: it is no address."],
    ["it lies", new NotBelieved("ALTERED", "Its signature does not fit."), "Its signature does not fit."],
    [
      "it sends nonsense",
      badInput("organizations.0", "Give an object."),
      "It sends what is not understood (organizations.0): Give an object.",
    ],
    ["it rests", new Rest("There is a hole.", 5), "There is a hole."],
    ["it fails", new TocsinError("UNAVAILABLE", "one\u0000\ntwo\u202e"), "It answers UNAVAILABLE: one two "],
  ])("is said in words where %s", (_, error, message) => {
    expect(troubleOf(error, 0)).toMatchObject({ message, isRefused: false });
  });

  it("is not said where the fault is ours", () => {
    expect(troubleOf(new TypeError("x is not a function"), 0)).toBeNull();
  });

  it("is asked about again after 15 to 30 s where the other side has not agreed", () => {
    const refused = new TocsinError("UNAUTHENTICATED", "x");
    expect([troubleOf(refused, 0)?.restMs, troubleOf(refused, 1)?.restMs]).toEqual([15_000, 30_000]);
    expect(troubleOf(refused, 0)).toMatchObject({
      isRefused: true,
      message: expect.stringMatching(/have not agreed yet/),
    });
  });

  it("is left alone longer each time, to five minutes, and never for as long as another", () => {
    expect([0, 1, 2, 8, 9, 1_000].map((failures) => backOffMs(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
    expect(backOffMs(3, 0)).toBe(4_000);
    expect(troubleOf(new TocsinError("RATE_LIMITED", "x", { retryAfterMs: 7_000 }), 0)?.restMs).toBe(7_000);
  });
});
