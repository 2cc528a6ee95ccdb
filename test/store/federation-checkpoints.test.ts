import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../db/federation/hashes.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { operator } from "../support/small-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import { Speaker } from "../support/speaker.ts";

const second = 1_000;
let time = Date.parse("2026-11-26T04:00:00.000Z");

let here: FederatedForum;
let steward: Person;
let reader: Person;
let origin: Speaker;
let witness: Speaker;
let said: string[];

beforeAll(async () => {
  here = await FederatedForum.open("Here", { now: () => new Date(time) });
  steward = await here.forum.person({ role: "STEWARD" });
  reader = await here.person();
});
afterAll(() => here[Symbol.asyncDispose]());
beforeEach(async () => {
  const facts = { steward, reader, now: () => time, agreement: {} };
  [origin, witness] = [await Speaker.agree(here, facts), await Speaker.agree(here, facts)];
  said = [1, 2, 3].map(() => origin.say("public", {}));
  await origin.bring(...said);
});

const wait = (ms: number): unknown => (time += ms);
const hashAt = (sequence: number): string => hashOf(said[sequence - 1] ?? `number ${sequence}`);

type Shown = {
  readonly hash?: string;
  readonly at?: number;
  readonly stream?: StreamName;
  readonly forumId?: string;
  /** @default it has been all along */
  readonly followedSince?: number | null;
};

/** What is found where somebody shows that the origin's stream stands there. */
async function show(
  by: Speaker,
  sequence: number,
  { hash = hashAt(sequence), at = time, stream = "public", forumId = origin.id, followedSince = 0 }: Shown = {},
): Promise<string[]> {
  const told = { forumId, stream, sequence, hash, at: new Date(at).toISOString(), bytes: `${sequence} at ${at}` };
  const since = followedSince === null ? null : new Date(followedSince).toISOString();
  return (await here.federation.noteCheckpoint(by.peerId, told, since)).map(({ kind }) => kind);
}

describe("a checkpoint", () => {
  it("that says what is here, or is still on its way, is nothing to tell of", async () => {
    expect(await show(origin, 3)).toEqual([]);
    said.push(origin.say("public", {}));
    wait(5 * second);
    expect(await show(origin, 4)).toEqual([]);
    await origin.bring(said[3] ?? "");
    wait(60 * second);
    expect(await show(origin, 4)).toEqual([]);
    expect(await show(witness, 2, { at: time - 65 * second })).toEqual([]);
    expect(await here.federation.witnessed()).toContainEqual(expect.objectContaining({ stream: "public" }));
  });

  it("of another history than ours is told at once, whoever shows it", async () => {
    expect(await show(origin, 3, { hash: hashOf("other") })).toEqual(["SPLIT_VIEW"]);
    expect(await show(witness, 2, { hash: hashOf("other") })).toEqual(["SPLIT_VIEW"]);
    expect([await origin.alarms(), await witness.alarms()]).toEqual([["SPLIT_VIEW 1"], ["SPLIT_VIEW 1"]]);
  });

  it("of a history that comes otherwise later is told when that comes", async () => {
    await show(witness, 4, { hash: hashOf("what others were told") });
    await origin.bring(origin.say("public", {}));
    expect(await witness.alarms()).toEqual(["SPLIT_VIEW 1"]);
  });

  it("that is shown to two with different hashes is told though neither is here", async () => {
    expect(await show(witness, 9, { hash: hashOf("one") })).toEqual([]);
    expect(await show(origin, 9, { hash: hashOf("other") })).toEqual(["SPLIT_VIEW"]);
  });

  it("behind what came, or what was shown before, is a stream that was rolled back", async () => {
    await show(origin, 3);
    wait(5 * second);
    expect(await show(origin, 2)).toContain("ROLLED_BACK");
    expect(await show(witness, 8)).toEqual([]);
    wait(5 * second);
    expect(await show(witness, 7)).toEqual(["ROLLED_BACK"]);
  });

  it("is none of that while an envelope was on its way", async () => {
    wait(second);
    said.push(origin.say("public", {}));
    await origin.bring(said[3] ?? "");
    expect(await show(origin, 3)).toEqual([]);
  });

  it("that others were shown with more than we are tells that something is kept from us", async () => {
    await show(witness, 6);
    wait(10 * second);
    expect(await show(origin, 3)).toEqual(["SPLIT_VIEW"]);
  });

  it("that goes ahead of what comes is a hole, once that has lasted", async () => {
    expect(await show(origin, 5)).toEqual([]);
    wait(20 * second);
    expect(await show(origin, 6)).toEqual([]);
    wait(15 * second);
    expect(await show(origin, 7)).toEqual(["HOLE"]);
    said.push(origin.say("public", {}));
    await origin.bring(said[3] ?? "");
    wait(20 * second);
    expect(await show(origin, 8)).toEqual([]); // it moves
    expect(await origin.alarms()).toEqual(["HOLE 1"]);
  });

  it("that goes ahead of what comes is no hole as long as the feed is interrupted, or has not told yet what there was", async () => {
    expect(await show(origin, 5)).toEqual([]);
    wait(120 * second); // one of the two was away
    expect(await show(origin, 5, { followedSince: null })).toEqual([]);
    expect(await show(origin, 5, { followedSince: time })).toEqual([]);
    const followedSince = time;
    wait(20 * second);
    expect(await show(origin, 6, { followedSince })).toEqual([]);
    wait(15 * second);
    expect(await show(origin, 7, { followedSince })).toEqual(["HOLE"]);
  });

  it("that goes ahead of what comes is a hole in the end, however often the feed is broken off", async () => {
    await show(origin, 5);
    wait(590 * second);
    expect(await show(origin, 5, { followedSince: time - 5 * second })).toEqual([]);
    wait(15 * second);
    expect(await show(origin, 5, { followedSince: null })).toEqual(["HOLE"]);
  });

  it("of a stream that nobody sends us is no hole where another shows it", async () => {
    await show(witness, 5, { stream: "community" });
    wait(60 * second);
    expect(await show(witness, 6, { stream: "community" })).toEqual([]);
  });

  it("that stays the same is a forum that stands still", async () => {
    const at = time;
    await show(origin, 3, { at });
    wait(30 * second);
    expect(await show(origin, 3, { at })).toEqual([]);
    wait(15 * second);
    expect(await show(origin, 3, { at })).toEqual(["FROZEN"]);
    expect(await show(origin, 3)).toEqual([]);
  });

  it("of our own stream that goes further than it does is told", async () => {
    expect(await show(witness, 1, { forumId: here.id })).toEqual(["SPLIT_VIEW"]);
  });
});

describe("an alarm", () => {
  it("is counted until somebody has acknowledged it, and raised anew then", async () => {
    const alarm = { kind: "FROZEN", peerId: origin.peerId, forumId: null, stream: null, sequence: null } as const;
    for (const message of ["Once.", "Twice.", "Three times."]) await here.federation.raise({ ...alarm, message });
    const open = await here.forum.store.as(steward.viewer).federation.alarms({ open: true });
    const found = open.find(({ peerId }) => peerId === origin.peerId);
    expect(found).toMatchObject({ count: 3, message: "Three times." });
    await here.forum.store.commit(operator, "acknowledgeAlarm", { alarmId: found?.id ?? "" });
    await here.federation.raise({ ...alarm, message: "Again." });
    expect(await origin.alarms()).toEqual(["FROZEN 1"]);
  });

  it("keeps nothing of what somebody said that cannot be", async () => {
    const forged = { forumId: "x".repeat(5_000), stream: "to:\u0000", sequence: 2 ** 50 };
    await here.federation.raise({ kind: "ALTERED", peerId: origin.peerId, message: "a\u0000b", ...forged });
    const open = await here.forum.store.as(steward.viewer).federation.alarms({ open: true });
    expect(open.find(({ peerId }) => peerId === origin.peerId)).toMatchObject({
      forumId: null,
      stream: null,
      sequence: null,
      message: "ab",
    });
  });
});
