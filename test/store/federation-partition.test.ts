import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localId } from "../../db/federation/hashes.ts";
import { openDialect } from "../../db/open.ts";
import type { Wish } from "../support/small-forum.ts";
import { advisory, range } from "../support/small-forum.ts";
import type { Viewer } from "../../domain/people.ts";
import type { App } from "../../server/app.ts";
import { FeedReader } from "../support/feed-reader.ts";
import { addReachable, agree, startForum } from "../support/federated-servers.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import type { TestMember } from "../support/start-app.ts";
import type { BreakingProxy } from "./breaking-proxy.ts";
import { breakingProxy } from "./breaking-proxy.ts";

/** How many items each side writes; `npm run partition` has it write 10,000. */
const count = Number(process.env["TOCSIN_PARTITION_ITEMS"] ?? 300);
const patient = { timeout: 120_000 + 60 * count, interval: Math.max(100, count / 4) };

/** One side: a forum behind a network that can be cut, with somebody who writes and somebody who follows. */
class Side {
  readonly name: string;
  readonly #network: BreakingProxy;
  readonly #database: string;
  #app: App | null = null;
  #member: TestMember | null = null;
  #steward: TestMember | null = null;

  private constructor(name: string, database: string, network: BreakingProxy) {
    this.name = name;
    this.#database = database;
    this.#network = network;
  }

  static async open(name: string): Promise<Side> {
    let port = 0;
    const network = await breakingProxy(() => port);
    const side = new Side(name, await freshStoreUrl(), network);
    port = await side.start();
    side.#member = await addReachable(side.app);
    side.#steward = await addReachable(side.app, "STEWARD");
    return side;
  }

  async start(port = 0): Promise<number> {
    const settings = { PORT: String(port), TOCSIN_DATABASE: this.#database, TOCSIN_ORIGIN: this.#network.url };
    this.#app = await startForum(this.name, settings);
    return this.#app.port;
  }

  async restart(): Promise<void> {
    const { port } = this.app;
    await this.app[Symbol.asyncDispose]();
    await this.start(port);
  }

  get app(): App {
    if (this.#app === null) throw new Error(`${this.name} is not open`);
    return this.#app;
  }

  get database(): string {
    return this.#database;
  }

  get member(): TestMember {
    if (this.#member === null) throw new Error(`nobody is at home in ${this.name}`);
    return this.#member;
  }

  get viewer(): Viewer {
    const { accountId, tokenId } = this.member;
    return { kind: "account", accountId, tokenId };
  }

  /** Where the other side finds it. */
  get url(): string {
    return this.#network.url;
  }

  cut(): void {
    this.#network.cut();
  }

  mend(): void {
    this.#network.mend();
  }

  /** The id here of something that is at home at the other side. */
  idOf(kind: "item" | "organization" | "account", id: string, other: Side): string {
    return localId(kind, { id, forumId: other.app.store.forumId }, this.app.store.forumId);
  }

  async publish(wish: Wish): Promise<string> {
    const item = advisory(wish);
    return (await this.app.store.commit(this.viewer, "publish", { item, idempotencyKey: null })).itemId;
  }

  /** What is wrong with the other forum, as the stewards here are told. */
  async trouble(): Promise<string | null> {
    const { accountId = "", tokenId = "" } = this.#steward ?? {};
    const [peer] = await this.app.store.as({ kind: "account", accountId, tokenId }).federation.peers();
    return peer?.care?.error ?? null;
  }

  async sees(ids: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let from = 0; from < ids.length; from += 100) {
      const some = ids.slice(from, from + 100);
      for (const view of await this.app.store.as(this.viewer).items(some))
        if (view !== null) found.set(view.id, `${view.tlp} ${view.status} ${view.content.envelope.title}`);
    }
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app[Symbol.asyncDispose]();
    await this.#network[Symbol.asyncDispose]();
  }
}

let north: Side;
let south: Side;
beforeAll(async () => {
  [north, south] = [await Side.open("North"), await Side.open("South")];
  for (const [here, there] of [
    [north, south],
    [south, north],
  ] as const) {
    await agree(here.app, there, { community: true, envelopesPerHour: 10_000 + 10 * count });
  }
});
afterAll(async () => {
  await north[Symbol.asyncDispose]();
  await south[Symbol.asyncDispose]();
});

/** Something under each label, all of it for the member of the other side, too. */
function wishes(here: Side, there: Side): (Wish & { readonly title: string })[] {
  const organizations = [here.idOf("organization", there.member.organizationId, there)];
  const accounts = [here.idOf("account", there.member.accountId, there)];
  const labels: Wish[] = [
    { tlp: "CLEAR" },
    { tlp: "GREEN" },
    { tlp: "AMBER", organizations },
    { tlp: "AMBER_STRICT", organizations },
    { tlp: "RED", accounts },
  ];
  return range(count).map((at) => ({ ...labels[at % labels.length], title: `${here.name} ${at}` }));
}

/** Writes while the other side cannot be reached. Some is revised, withdrawn or narrowed at once. What the other side is to show of it, by title. */
async function write(here: Side, there: Side): Promise<{ ids: string[]; expected: Map<string, string> }> {
  const { store } = here.app;
  const expected = new Map<string, string>();
  const ids: string[] = [];
  for (const [at, wish] of wishes(here, there).entries()) {
    const itemId = await here.publish(wish);
    const id = there.idOf("item", itemId, here);
    ids.push(id);
    let { title } = wish;
    let status = "PUBLISHED";
    if (at % 7 === 0) {
      title = `${wish.title} again`;
      const item = advisory({ ...wish, title });
      await store.commit(here.viewer, "revise", { itemId, expectedRevision: 1, item, idempotencyKey: null });
    } else if (at % 11 === 0) {
      await store.commit(here.viewer, "withdraw", { itemId, reason: "It was wrong.", idempotencyKey: null });
      status = "WITHDRAWN";
    } else if (at % 13 === 0) {
      const item = advisory({ title, tlp: "AMBER", organizations: [here.member.organizationId] });
      await store.commit(here.viewer, "revise", { itemId, expectedRevision: 1, item, idempotencyKey: null });
      continue;
    }
    expected.set(id, `${wish.tlp} ${status} ${title}`);
  }
  return { ids, expected };
}

describe("two forums between which the network is cut", { timeout: 300_000 + 200 * count }, () => {
  it("say so, go on each by itself, and have everything exactly once when it is mended", async () => {
    await expect
      .poll(() => north.app.store.organizations().then((all) => all.map(({ id }) => id)), patient)
      .toContain(north.idOf("organization", south.member.organizationId, south));
    await expect
      .poll(() => south.app.store.organizations().then((all) => all.map(({ id }) => id)), patient)
      .toContain(south.idOf("organization", north.member.organizationId, north));
    const starts = await Promise.all([north, south].map(({ app, viewer }) => app.store.as(viewer).feedCursor()));
    for (const side of [north, south]) side.cut();
    const [fromNorth, fromSouth] = [await write(north, south), await write(south, north)];
    for (const side of [north, south])
      await expect.poll(() => side.trouble(), patient).toMatch(/It cannot be asked|cannot be reached|connection/i);
    expect((await south.sees(fromNorth.ids)).size + (await north.sees(fromSouth.ids)).size).toBe(0);
    await south.restart();
    for (const side of [north, south]) side.mend();
    await expect.poll(() => south.sees(fromNorth.ids), patient).toEqual(fromNorth.expected);
    await expect.poll(() => north.sees(fromSouth.ids), patient).toEqual(fromSouth.expected);
    for (const [at, [side, { expected, ids }]] of [
      [north, fromSouth] as const,
      [south, fromNorth] as const,
    ].entries()) {
      await using feed = new FeedReader(side.app.store, side.viewer, { after: starts[at] ?? null });
      const mark = await side.publish({ title: "The last one" });
      await feed.until((events) => events.at(-1)?.itemId === mark);
      const told = feed.events.filter(({ itemId }) => itemId !== null && ids.includes(itemId));
      const published = told.flatMap(({ change, itemId }) =>
        change === "PUBLISHED" && itemId !== null ? [itemId] : [],
      );
      expect(published.sort()).toEqual([...expected.keys()].sort());
    }
  });

  it("have each envelope once, with no number missing", async () => {
    const heads: string[][] = [];
    for (const { database } of [north, south]) {
      const dialect = await openDialect(database, {});
      try {
        const { envelopes: e } = dialect.tables;
        const rows = await dialect.reader.db
          .select({ forumId: e.forumId, stream: e.stream, sequence: e.sequence, refusal: e.refusal })
          .from(e)
          .orderBy(e.forumId, e.stream, e.sequence);
        expect(rows.filter(({ refusal }) => refusal !== null)).toEqual([]);
        const streams = Map.groupBy(rows, ({ forumId, stream }) => `${forumId} ${stream}`);
        for (const [name, ofStream] of streams)
          expect({ name, numbers: ofStream.map(({ sequence }) => sequence) }).toEqual({
            name,
            numbers: range(ofStream.length).map((at) => at + 1),
          });
        heads.push([...streams].map(([name, ofStream]) => `${name} ${ofStream.length}`));
      } finally {
        await dialect[Symbol.asyncDispose]();
      }
    }
    expect(heads[0]).toEqual(heads[1]);
  });

  it("raise no alarm", async () => {
    for (const { app } of [north, south]) {
      const steward = await addReachable(app, "STEWARD");
      const viewer = { kind: "account", accountId: steward.accountId, tokenId: steward.tokenId } as const;
      expect(await app.store.as(viewer).federation.alarms({ open: null })).toEqual([]);
    }
  });
});
