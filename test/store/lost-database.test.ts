import { expect, test } from "vitest";
import { openStore } from "../../db/store.ts";
import { FeedReader } from "../support/feed-reader.ts";
import { testDialect } from "../support/fresh-store.ts";
import { SmallForum } from "../support/small-forum.ts";
import { breakingProxy } from "./breaking-proxy.ts";

/** A node's way to its database, which can go dead as when that machine has lost its power; nothing lies between a node and a file. */
async function wayTo(url: string): Promise<{ url: string; freeze(): void } & AsyncDisposable> {
  if (testDialect() === "sqlite") return { url, freeze() {}, async [Symbol.asyncDispose]() {} };
  const address = new URL(url);
  const proxy = await breakingProxy(Number(address.port));
  address.port = new URL(proxy.url).port;
  return {
    url: address.href,
    freeze: () => proxy.freeze(),
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}

test("P3 a feed does not fall silent when its node's connections to the database stand and carry nothing", async () => {
  await using forum = await SmallForum.open();
  const author = await forum.person();
  await using way = await wayTo(forum.url);
  await using node = await openStore(way.url, { patienceMs: 500 });
  await using feed = await FeedReader.fromNow(node, author.viewer);
  const before = await forum.publish(author);
  await feed.untilCount(1);
  way.freeze();
  const after = await forum.publish(author);
  await feed.untilCount(2);
  expect(feed.events.map(({ itemId }) => itemId)).toEqual([before.itemId, after.itemId]);
  way.freeze();
  await forum.store.commit(author.viewer, "withdraw", { itemId: after.itemId, reason: "Over", idempotencyKey: null });
  await feed.untilCount(3);
  expect(feed.last?.change).toBe("WITHDRAWN");
});
