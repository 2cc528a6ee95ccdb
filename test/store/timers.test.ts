import { describe, expect, it } from "vitest";
import { Clock } from "../../server/clock.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { killChild, startChild } from "../support/killed-child.ts";
import { range } from "../support/small-forum.ts";
import { TimedForum } from "../support/timed-forum.ts";

const noon = Date.parse("2026-11-25T12:00:00.000Z");
const at = (ms: number): string => new Date(noon + ms).toISOString();

/** A forum whose clock is turned by hand. */
async function stillForum(): Promise<{ forum: TimedForum; url: string; turn: (ms: number) => void; now: () => Date }> {
  let time = noon;
  const url = await freshStoreUrl();
  const now = (): Date => new Date(time);
  return { forum: await TimedForum.open(url, now), url, turn: (ms) => (time = noon + ms), now };
}

describe("a timer", () => {
  it("runs at its instant, not before, and once", async () => {
    const { forum, turn } = await stillForum();
    await using _ = forum;
    await forum.set({ kind: "strike", subjectId: "a", due: at(1_000) });
    turn(999);
    expect(await forum.runDueTimers()).toBe(1);
    expect(await forum.struck()).toEqual([]);
    turn(1_000);
    expect(await forum.runDueTimers()).toBe(null);
    await forum.runDueTimers();
    expect(await forum.struck()).toEqual([`a ${at(1_000)}`]);
    expect(await forum.audited()).toEqual([{ action: "strike", subjectId: "a", accountId: null }]);
  });

  it("that is set anew runs at the new instant alone, and one that is cancelled never", async () => {
    const { forum, turn } = await stillForum();
    await using _ = forum;
    for (const subjectId of ["later", "never"]) await forum.set({ kind: "strike", subjectId, due: at(1) });
    await forum.set({ kind: "strike", subjectId: "later", due: at(5) });
    await forum.cancel({ kind: "strike", subjectId: "never" });
    turn(1);
    expect(await forum.runDueTimers()).toBe(4);
    expect(await forum.struck()).toEqual([]);
    turn(9);
    await forum.runDueTimers();
    expect(await forum.struck()).toEqual([`later ${at(5)}`]);
  });

  it("is not set when the command that sets it is refused", async () => {
    const { forum, turn } = await stillForum();
    await using _ = forum;
    await expect(forum.set({ kind: "strike", subjectId: "a", due: at(1) }, true)).rejects.toThrow("refused");
    turn(1);
    await forum.runDueTimers();
    expect(await forum.struck()).toEqual([]);
  });

  it("that fails changes nothing, holds up no other, and is tried again later", async () => {
    const { forum, turn } = await stillForum();
    await using _ = forum;
    await forum.set({ kind: "fail", subjectId: "a", due: at(1) });
    await forum.set({ kind: "strike", subjectId: "b", due: at(2) });
    turn(2);
    for (const _turn of range(3)) expect(await forum.runDueTimers()).toBe(null); // it is not asked for again at once
    expect(forum.errors).toHaveLength(1);
    expect(await forum.struck()).toEqual([`b ${at(2)}`]);
    turn(120_000);
    await forum.runDueTimers();
    expect(forum.errors).toHaveLength(2);
  });
});

describe("timers that came due while no server ran", () => {
  it("run in the order of their instants when one looks again", async () => {
    const { forum, url, turn, now } = await stillForum();
    for (const ms of [30, 10, 20]) await forum.set({ kind: "strike", subjectId: `at ${ms}`, due: at(ms) });
    await forum[Symbol.asyncDispose]();
    turn(3_600_000);
    await using again = await TimedForum.open(url, now);
    await again.runDueTimers();
    expect(await again.struck()).toEqual([10, 20, 30].map((ms) => `at ${ms} ${at(ms)}`));
  });
});

describe("several nodes", () => {
  it("that look at the same moment run each timer once", async () => {
    const { forum, url, turn, now } = await stillForum();
    await using _ = forum;
    const nodes = [forum, ...(await Promise.all(range(3).map(() => TimedForum.open(url, now))))];
    const expected = range(100).map((number) => ({ subjectId: String(number).padStart(3, "0"), due: at(number) }));
    for (const timer of expected) await forum.set({ kind: "strike", ...timer });
    turn(100);
    await Promise.all(nodes.flatMap((node) => [node.runDueTimers(), node.runDueTimers()]));
    expect((await forum.struck()).toSorted()).toEqual(expected.map(({ subjectId, due }) => `${subjectId} ${due}`));
    expect(nodes.flatMap(({ errors }) => errors)).toEqual([]);
    for (const node of nodes.slice(1)) await node[Symbol.asyncDispose]();
  });

  it("find what another has set within a second or so, without being told", async () => {
    const url = await freshStoreUrl();
    await using here = await TimedForum.open(url);
    await using there = await TimedForum.open(url);
    const ran = Promise.withResolvers<void>();
    const watched = {
      runDueTimers: async () => {
        const next = await there.runDueTimers();
        if ((await there.struck()).length > 0) ran.resolve();
        return next;
      },
    };
    await using _ = new Clock(watched, (error) => ran.reject(error));
    const due = new Date(Date.now() + 300).toISOString();
    await here.set({ kind: "strike", subjectId: "a", due });
    await ran.promise;
    expect(Date.now() - Date.parse(due)).toBeLessThan(5_000);
    expect(await here.struck()).toEqual([`a ${due}`]);
  });
});

/** 4 in the suite, more in the long form. */
const kills = Number(process.env["TOCSIN_TIMER_KILLS"] ?? 4);

describe(`nodes that are killed ${kills} times around the instants`, () => {
  it(
    "run each timer exactly once, also what came due while none was up",
    async () => {
      const url = await freshStoreUrl();
      await using forum = await TimedForum.open(url);
      const set: string[] = [];
      for (const kill of range(kills)) {
        const node = await startChild("clock-node-main.ts", url);
        const begun = Date.now();
        for (const number of range(12)) {
          const timer = { subjectId: `${kill} ${number}`, due: new Date(begun + number * 5).toISOString() };
          await forum.set({ kind: "strike", ...timer });
          set.push(`${timer.subjectId} ${timer.due}`);
          if (number === kill % 12) await killChild(node);
        }
        await killChild(node);
      }
      while ((await forum.runDueTimers()) !== null); // the last are due within milliseconds
      expect((await forum.struck()).toSorted()).toEqual(set.toSorted());
    },
    30_000 + kills * 15_000,
  );
});
