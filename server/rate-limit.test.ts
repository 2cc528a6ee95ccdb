import { describe, expect, test } from "vitest";
import { ForumError } from "../domain/errors.ts";
import { readConfig } from "./config.ts";
import { RateLimit } from "./rate-limit.ts";

/** How many comments an hour are taken from addresses that call in turn, of so many each. */
async function taken(addresses: readonly string[], each: number): Promise<number> {
  const limit = new RateLimit(readConfig({}));
  let count = 0;
  for (const address of addresses) {
    for (let turn = 0; turn < each; turn++) {
      try {
        await limit.countComment(address);
        count += 1;
      } catch (error) {
        if (!(error instanceof ForumError)) throw error;
        expect([error.code, error.retryAfterMs]).toEqual(["RATE_LIMITED", expect.any(Number)]);
      }
    }
  }
  return count;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe("comments of visitors", () => {
  test("are counted by the network that they come from", async () => {
    expect(await taken(["198.51.100.1"], 9)).toBe(5);
    expect(await taken(["2001:db8:0:1::1", "2001:db8:0:1::2"], 9)).toBe(5);
    expect(await taken(["198.51.100.1", "198.51.100.2"], 9)).toBe(10);
  });

  test("are counted by the /48 too, however many networks of it they come from", async () => {
    expect(
      await taken(
        range(600).map((at) => `2001:db8:0:${at.toString(16)}::1`),
        1,
      ),
    ).toBe(20);
    expect(
      await taken(
        range(9).map((at) => `2001:db8:${at}::1`),
        9,
      ),
    ).toBe(45);
  });
});
