import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import type { FeedRecord } from "../../db/feed-record.ts";
import { advisory, range, SmallForum } from "../support/small-forum.ts";

const mebibyte = 1_048_576;

/** The heap in use after a full collection. */
function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("there is no gc");
  collect();
  return process.memoryUsage().heapUsed;
}

it(
  "P3 costs little memory to have feeds that stop reading, and each goes on exactly where it was",
  { timeout: 120_000 },
  async () => {
    await using forum = await SmallForum.open();
    const [author, reader] = [await forum.person(), await forum.person()];
    const oldest = await forum.store.as(reader.viewer).feedCursor();
    const ended = new AbortController();
    const body = `${"x".repeat(999)} `.repeat(96); // few words: quick to index
    const written: string[] = [];
    const publish = async (count: number): Promise<void> => {
      const items = await Promise.all(range(count).map(() => forum.publish(author, advisory({ body }))));
      written.push(...items.toSorted((a, b) => a.position - b.position).map(({ itemId }) => itemId));
    };
    const feeds: { readonly feed: AsyncGenerator<FeedRecord, void, void>; seen: number }[] = [];
    const begin = async (after: string, seen: number): Promise<void> => {
      const begun = { feed: forum.store.follow(reader.viewer, { after, filter: {}, signal: ended.signal }), seen };
      for (const _ of range(3)) expect((await begun.feed.next()).value?.itemId).toBe(written[begun.seen++]);
      feeds.push(begun);
    };
    const before = heapBytes();
    // Each feed stops at another place, so that what they held together would be all that was ever written.
    for (const _ of range(16)) {
      const now = await forum.store.as(reader.viewer).feedCursor();
      const seen = written.length;
      await publish(50);
      await begin(now, seen);
    }
    for (const _ of range(5)) await begin(oldest, 0);
    const grown = heapBytes() - before;
    expect(written.length * body.length).toBeGreaterThan(70 * mebibyte);
    expect(Math.round(grown / mebibyte)).toBeLessThan(50);
    for (const begun of feeds) {
      for (const itemId of written.slice(begun.seen, begun.seen + 60))
        expect((await begun.feed.next()).value?.itemId).toBe(itemId);
    }
    ended.abort();
  },
);
