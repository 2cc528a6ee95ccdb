import { describe, expect, test } from "vitest";
import { Room } from "./room.ts";

const visitor = (address: string) => ({ viewer: { kind: "anonymous" }, address }) as const;
const room = (patienceMs = 60_000) => new Room({ perCaller: 10, inAll: 15, patienceMs, complaint: "Full." });

describe("a room", () => {
  test("is left to those that wait, in their order", async () => {
    const shared = room();
    const entered: number[] = [];
    const first = await shared.take(visitor("a"), 6);
    const second = shared.take(visitor("a"), 6).then((share) => (entered.push(2), share));
    const third = shared.take(visitor("a"), 1).then((share) => (entered.push(3), share));
    using _ = await shared.take(visitor("b"), 2);
    expect(entered).toEqual([]);
    first[Symbol.dispose]();
    await Promise.all([second, third]);
    expect(entered).toEqual([2, 3]);
  });

  test("takes whoever holds nothing else, whatever it brings", async () => {
    const shared = room();
    const large = await shared.take(visitor("a"), 100);
    expect(large.fits(1_000)).toBe(true);
    await expect(Promise.race([shared.take(visitor("b"), 1), Promise.resolve("waits")])).resolves.toBe("waits");
  });

  test("is not waited for without end", async () => {
    const shared = room(1);
    using _ = await shared.take(visitor("a"), 10);
    await expect(shared.take(visitor("a"), 1)).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterMs: 1_000 });
  });

  test("forgets a share that is given back twice", async () => {
    const shared = room();
    const share = await shared.take(visitor("a"), 10);
    share[Symbol.dispose]();
    share[Symbol.dispose]();
    using again = await shared.take(visitor("a"), 10);
    expect(again.fits(1)).toBe(true);
    expect(shared.open(visitor("a")).fits(1)).toBe(false);
  });
});
