import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileCursorStore } from "../../clients/sdk/file-cursor-store.ts";
import type { Client, ErrorCode, FollowOptions } from "../../clients/sdk/index.ts";
import { createClient, memoryCursorStore, TocsinError } from "../../clients/sdk/index.ts";
import { onDatabase } from "../support/on-database.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { breakingProxy } from "./breaking-proxy.ts";
import type { ClientWorld } from "./client-world.ts";
import { amberTechnique, clearAdvisory, clientWorld, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
let company: Client;
let government: Client;
beforeAll(async () => {
  world = await clientWorld();
  company = createClient({ url: world.url, token: world.company.token });
  government = createClient({ url: world.url, token: world.government.token });
});
afterAll(() => world[Symbol.asyncDispose]());

/** The titles of the next `count` events. */
async function titles(client: Client, count: number, options: FollowOptions): Promise<string[]> {
  const read: string[] = [];
  for await (const { change, item } of client.follow(options)) {
    read.push(item?.title ?? change);
    if (read.length === count) break;
  }
  return read;
}

async function failureOf(work: Promise<unknown>): Promise<ErrorCode | "none"> {
  return work.then(
    () => "none",
    (error: unknown) => {
      if (error instanceof TocsinError) return error.code;
      throw error;
    },
  );
}

describe.each(["ws", "sse"] as const)("following over %s", (transport) => {
  const follower = (token = world.government.token, url = world.url): Client => createClient({ url, token, transport });

  test("brings what is published from now on to those who may see it", async () => {
    const after = await government.feedCursor();
    const waiting = titles(follower(), 2, { after });
    await company.publish(amberTechnique(world.government, "For the government"));
    await company.publish(amberTechnique(world.outsider, "For somebody else"));
    await company.publish(clearAdvisory("For everybody"));
    expect(await waiting).toEqual(["For the government", "For everybody"]);
  });

  test("misses nothing from the moment on at which the place was first kept", async () => {
    const cursorStore = memoryCursorStore();
    const kept = Promise.withResolvers<void>();
    const saving = {
      load: () => cursorStore.load(),
      save: async (cursor: string) => {
        await cursorStore.save(cursor);
        kept.resolve();
      },
    };
    const waiting = titles(follower(), 1, { cursorStore: saving });
    await kept.promise;
    await company.publish(clearAdvisory("Right after the start"));
    expect(await waiting).toEqual(["Right after the start"]);
  });

  test("passes on what the filter lets through", async () => {
    const after = await government.feedCursor();
    await company.publish(clearAdvisory("Of cyber", "CYBER"));
    await company.publish(clearAdvisory("Of privacy", "PRIVACY"));
    expect(await titles(follower(), 1, { after, filter: { riskCategories: ["PRIVACY"] } })).toEqual(["Of privacy"]);
  });

  test("goes on behind the kept place in the next run, and gives an event again that was not finished", async () => {
    const cursorStore = fileCursorStore(join(await temporaryFolder(), "deep", "feed.cursor"));
    await cursorStore.save(await government.feedCursor());
    for (const title of ["One", "Two", "Three"]) await company.publish(clearAdvisory(title));
    const read: string[] = [];
    const failing = async (): Promise<void> => {
      for await (const { item } of follower().follow({ cursorStore })) {
        if (item?.title === "Two") throw new Error("the reader died");
        read.push(item?.title ?? "");
      }
    };
    await expect(failing()).rejects.toThrow("the reader died");
    expect(read).toEqual(["One"]);
    expect(await titles(follower(), 2, { cursorStore })).toEqual(["Two", "Three"]);
  });

  test("keeps the last event too when the signal ends it", async () => {
    const cursorStore = memoryCursorStore(await government.feedCursor());
    for (const title of ["Four", "Five"]) await company.publish(clearAdvisory(title));
    const ending = new AbortController();
    for await (const { item } of follower().follow({ cursorStore, signal: ending.signal })) {
      if (item?.title === "Four") ending.abort();
    }
    expect(await titles(follower(), 1, { cursorStore })).toEqual(["Five"]);
  });

  test("lets go of its connection when the reader is slow, and still brings everything once", async () => {
    const after = await government.feedCursor();
    const all = Array.from({ length: 40 }, (_, at) => `Slow ${at}`);
    for (const title of all) await company.publish(clearAdvisory(title));
    expect(await titles(follower(), all.length, { after, maxWaiting: 7 })).toEqual(all);
  });

  test("tells the caller of a place that is none, and of one that is another account's", async () => {
    expect(await failureOf(titles(follower(), 1, { after: "nonsense" }))).toBe("CURSOR_INVALID");
    const foreign = await company.feedCursor();
    expect(await failureOf(titles(follower(), 1, { after: foreign }))).toBe("CURSOR_INVALID");
  });

  test("tells the caller when its token ends, at the start and in between", async () => {
    expect(await failureOf(titles(follower("tocsin_of_nobody"), 1, { after: "beginning" }))).toBe("UNAUTHENTICATED");
    const brief = await addMember(world.app, { sector: "GOVERNMENT" });
    const events = follower(brief.token).follow({ after: "beginning" });
    await events.next();
    const drained = (async (): Promise<void> => {
      for await (const _ of events);
    })();
    await world.app.store.commit({ kind: "operator" }, "revokeToken", { tokenId: brief.tokenId });
    expect(await failureOf(drained)).toBe("UNAUTHENTICATED");
  });

  test("notices a connection that stands and carries nothing, and opens another", async () => {
    await using beating = await clientWorld({ TOCSIN_HEARTBEAT_MS: "50" });
    await using proxy = await breakingProxy(beating.port);
    const writer = createClient({ url: beating.url, token: beating.company.token });
    const { token } = beating.government;
    const after = await createClient({ url: beating.url, token }).feedCursor();
    const events = createClient({ url: proxy.url, token, transport, heartbeatMs: 200 }).follow({ after });
    await writer.publish(clearAdvisory("Before"));
    expect((await events.next()).value?.item?.title).toBe("Before");
    proxy.freeze();
    await writer.publish(clearAdvisory("Into the void"));
    expect((await events.next()).value?.item?.title).toBe("Into the void");
    await events.return();
  });

  test("waits for a forum whose database is away, however often it has to ask", async () => {
    await using own = await clientWorld();
    const writer = createClient({ url: own.url, token: own.company.token });
    const after = await createClient({ url: own.url, token: own.government.token }).feedCursor();
    await onDatabase(own.database, "alter table tokens rename to tokens_elsewhere");
    const asked = Promise.withResolvers<void>();
    let interruptions = 0;
    const reading = titles(follower(own.government.token, own.url), 1, {
      after,
      longestWaitMs: 10,
      onRetry: () => void (++interruptions === 10 && asked.resolve()),
    });
    await Promise.race([asked.promise, reading]);
    await onDatabase(own.database, "alter table tokens_elsewhere rename to tokens");
    await writer.publish(clearAdvisory("When it was back"));
    expect(await reading).toEqual(["When it was back"]);
  });

  test("waits for a forum that is being restarted, and goes on without a gap", async () => {
    await using first = await clientWorld();
    const writer = createClient({ url: first.url, token: first.company.token });
    const reader = follower(first.government.token, first.url);
    const cursorStore = memoryCursorStore(
      await createClient({ url: first.url, token: first.government.token }).feedCursor(),
    );
    const interrupted = Promise.withResolvers<void>();
    const reading = titles(reader, 2, { cursorStore, onRetry: () => interrupted.resolve() });
    await writer.publish(clearAdvisory("Before"));
    await first.app[Symbol.asyncDispose]();
    await interrupted.promise;
    await using _second = await startApp({ TOCSIN_DATABASE: first.database, PORT: String(first.port) });
    await writer.publish(clearAdvisory("After"));
    expect(await reading).toEqual(["Before", "After"]);
  });
});

describe("1,000 broken connections at random moments during writes", () => {
  test("leave no gap and no repetition", { timeout: 120_000 }, async () => {
    await using proxy = await breakingProxy(world.port);
    const wanted = 1_000;
    // Now and then in the handshake, else anywhere up to the third event.
    proxy.allowance = () => {
      if (proxy.cuts >= wanted) return null;
      return Math.floor(Math.random() < 0.2 ? Math.random() * 1_000 : 1_200 + Math.random() * 2_500);
    };
    const after = await government.feedCursor();
    const read: string[][] = Array.from({ length: 40 }, () => []);
    let progress = Promise.withResolvers<void>();
    const finished = read.map(async (ids, at) => {
      const transport = at % 4 === 0 ? "sse" : "ws";
      const client = createClient({ url: proxy.url, token: world.government.token, transport });
      for await (const { itemId, item } of client.follow({ after, longestWaitMs: 400 })) {
        if (item?.title === "The last") return;
        ids.push(itemId ?? "");
        progress.resolve();
      }
    });
    const written: string[] = [];
    while (proxy.cuts < wanted) {
      await company.publish(amberTechnique(world.outsider, "Hidden"));
      const to = written.length % 3 === 0 ? clearAdvisory("Noise") : amberTechnique(world.government, "Noise");
      written.push((await company.publish(to)).item.id);
      // A reader that is far behind is sent much that it will not get: the writer stays within sight of the slowest.
      while (read.some((ids) => ids.length < written.length - 6)) {
        await progress.promise;
        progress = Promise.withResolvers();
      }
    }
    await company.publish(clearAdvisory("The last"));
    await Promise.all(finished);
    for (const ids of read) expect(ids).toEqual(written);
    expect(proxy.cuts).toBeGreaterThanOrEqual(wanted);
  });
});

describe("the file in which a place is kept", () => {
  test("holds the newest cursor, and nothing where there is none yet", async () => {
    const path = join(await temporaryFolder(), "feed.cursor");
    const store = fileCursorStore(path);
    expect(await store.load()).toBeNull();
    await store.save("one");
    await store.save("two");
    expect(await readFile(path, "utf8")).toBe("two\n");
    expect(await store.load()).toBe("two");
  });

  test("is as good as none when it is empty, and refused when it is a folder", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "feed.cursor");
    await writeFile(path, "");
    expect(await fileCursorStore(path).load()).toBeNull();
    await expect(fileCursorStore(folder).load()).rejects.toThrow("EISDIR");
  });
});
