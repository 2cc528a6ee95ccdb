import { createServer } from "node:net";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createClient, memoryCursorStore } from "../../clients/sdk/index.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { advisory, addPerson, range } from "../support/small-forum.ts";
import { startApp } from "../support/start-app.ts";

const wanted = 1_000;
const followers = 20;
const maxTimerMs = 100_000;
const lastTitle = "The last";
const transports = ["ws", "ws", "ws", "sse"] as const;

describe("1,000 readers that end at random moments, each followed by another on the next node", () => {
  it(
    "P2 miss nothing and get nothing twice, with nothing but the kept cursor between them",
    { timeout: 120_000 },
    async () => {
      const limits = { TOCSIN_OPERATIONS_PER_MINUTE: "1000000", TOCSIN_MAX_SOCKETS_PER_TOKEN: "1000" };
      const database = await freshStoreUrl();
      await using one = await startApp({ ...limits, TOCSIN_DATABASE: database });
      await using two = await startApp({ ...limits, TOCSIN_DATABASE: database });
      const [author, reader, other] = [
        await addPerson(one.store),
        await addPerson(one.store),
        await addPerson(one.store),
      ];
      const start = await one.store.as(reader.viewer).feedCursor();
      let ended = 0;
      const isOver = (): boolean => ended >= wanted;
      const written: string[] = [];
      let more = Promise.withResolvers<void>();
      const publish = async (title: string, organizationId: string): Promise<string> => {
        const item = advisory({ title, tlp: "AMBER", organizations: [organizationId] });
        return (await one.store.commit(author.viewer, "publish", { item, idempotencyKey: null })).itemId;
      };

      /** One reader after the other, each with something to read, until one of them has read the last item. */
      async function follow(follower: number): Promise<string[]> {
        const ids: string[] = [];
        const cursorStore = memoryCursorStore(start);
        for (let turn = 0; ; turn++) {
          while (ids.length === written.length) await more.promise;
          const { url } = (follower + turn) % 2 === 0 ? one : two;
          const transport = transports[(follower + turn) % transports.length] ?? "ws";
          const ending = new AbortController();
          const timer = globalThis.setTimeout(() => ending.abort(), isOver() ? maxTimerMs : Math.random() ** 2 * 1_000);
          const client = createClient({ url, token: reader.token, transport });
          for await (const { itemId, item } of client.follow({
            cursorStore,
            longestWaitMs: 100,
            signal: ending.signal,
          })) {
            ids.push(itemId ?? "");
            if (item?.title === lastTitle) {
              clearTimeout(timer);
              return ids;
            }
            if (!isOver() && Math.random() < 0.5) ending.abort();
          }
          clearTimeout(timer);
          ended += 1;
        }
      }

      const reading = range(followers).map(follow);
      while (!isOver()) {
        await publish("For somebody else", other.organizationId);
        written.push(await publish("For the reader", reader.organizationId));
        more.resolve();
        more = Promise.withResolvers();
      }
      written.push(await publish(lastTitle, reader.organizationId));
      more.resolve();
      for (const ids of await Promise.all(reading)) expect(ids).toEqual(written);
      expect(written.length).toBeGreaterThan(10);
    },
  );
});

describe("a reader that ends while its connection is being made", () => {
  it("ends quietly, though the connection fails behind it", async () => {
    const server = createServer((socket) => void setTimeout(5).then(() => socket.destroy()));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("it listens on no port");
    const client = createClient({ url: `http://127.0.0.1:${address.port}`, token: "tocsin_none" });
    const read: unknown[] = [];
    for (const turn of range(40)) {
      const signal = AbortSignal.timeout(turn % 10);
      for await (const event of client.follow({ after: "beginning", signal, longestWaitMs: 10 })) read.push(event);
    }
    server.close();
    await once(server, "close");
    // A rejection that nobody handles would fail the run.
    await setTimeout(20);
    expect(read).toEqual([]);
  });
});
