import { Client as Postgres } from "pg";
import { describe, expect, it } from "vitest";
import type { Client, CursorStore } from "../../clients/sdk/index.ts";
import { createClient, memoryCursorStore } from "../../clients/sdk/index.ts";
import { ChildServer } from "../support/child-server.ts";
import { freshStoreUrl, testDialect } from "../support/fresh-store.ts";
import type { Person } from "../support/small-forum.ts";
import { range, SmallForum } from "../support/small-forum.ts";
import { note, Writers } from "../support/writers.ts";

/** 20 in the suite, more in the long form. */
const times = Number(process.env["TOCSIN_KILLS"] ?? 20);
const concurrency = 16;
const lastTitle = "The last";

type Scene = {
  readonly server: ChildServer;
  readonly database: string;
  readonly writers: readonly Person[];
  readonly reader: Person;
  client(person: Person, transport?: "ws" | "sse"): Client;
};

async function openScene(): Promise<Scene> {
  const database = await freshStoreUrl();
  const forum = await SmallForum.open(database);
  const [writers, reader] = [await forum.people(4), await forum.person()];
  await forum[Symbol.asyncDispose]();
  const limits = { TOCSIN_OPERATIONS_PER_MINUTE: "1000000", TOCSIN_MAX_SOCKETS_PER_TOKEN: "1000" };
  const server = await ChildServer.start({ TOCSIN_DATABASE: database, ...limits });
  const client = ({ token }: Person, transport: "ws" | "sse" = "ws"): Client =>
    createClient({ url: server.url, token, transport, retries: 0, timeoutMs: 10_000 });
  return { server, database, writers, reader, client };
}

/** What one reader was told: titles in order, to the last. */
class Reading {
  readonly titles: string[] = [];
  readonly #client: Client;
  readonly #cursorStore: CursorStore;
  #run = new AbortController();
  #finished: Promise<boolean>;

  constructor(client: Client, start: string) {
    this.#client = client;
    this.#cursorStore = memoryCursorStore(start);
    this.#finished = this.#read(this.#run.signal);
  }

  /** Ends the reader as it is, and begins another that knows nothing but the kept cursor. */
  async restart(): Promise<void> {
    this.#run.abort();
    await this.#finished;
    this.#run = new AbortController();
    this.#finished = this.#read(this.#run.signal);
  }

  async finish(): Promise<void> {
    if (!(await this.#finished)) throw new Error("the reader was ended before the last item");
  }

  async #read(signal: AbortSignal): Promise<boolean> {
    const follow = { cursorStore: this.#cursorStore, signal, longestWaitMs: 250 };
    for await (const { item, change } of this.#client.follow(follow)) {
      if (item?.title === lastTitle) return true;
      this.titles.push(`${change} ${item?.title ?? "-"}`);
    }
    return false;
  }
}

/** Everything that is in the forum, by its title: which item ids there are, in the order of the feed. */
async function allInFeed(client: Client): Promise<Map<string, string[]>> {
  const query =
    "query ($after: String) { feed(first: 500, after: $after) { endCursor hasMore events { itemId item { title } } } }";
  const found = new Map<string, string[]>();
  for (let after: string | null = null; ;) {
    const { feed }: { feed: Page } = await client.request(query, { after });
    for (const { itemId, item } of feed.events) found.set(item.title, [...(found.get(item.title) ?? []), itemId]);
    after = feed.endCursor;
    if (!feed.hasMore) return found;
  }
}
type Page = {
  readonly endCursor: string;
  readonly hasMore: boolean;
  readonly events: readonly { readonly itemId: string; readonly item: { readonly title: string } }[];
};

type Outcome = {
  readonly answered: ReadonlyMap<string, readonly string[]>;
  readonly stored: ReadonlyMap<string, readonly string[]>;
  /** What each reader was told. */
  readonly told: readonly (readonly string[])[];
  readonly repeated: number;
};

/** Breaks something again and again in a burst of writes, and then asks what was answered, what is stored, and what was told. */
async function survive(breakIt: Break["breakIt"]): Promise<Outcome> {
  const scene = await openScene();
  await using _server = scene.server;
  const start = await scene.client(scene.reader).feedCursor();
  const readings = range(4).map((at) => new Reading(scene.client(scene.reader, at % 2 === 0 ? "ws" : "sse"), start));
  const burst = new Writers(
    range(concurrency).map((at) => {
      const writer = scene.writers[at % scene.writers.length];
      if (writer === undefined) throw new Error("there are no writers");
      return scene.client(writer);
    }),
  );
  for (const time of range(times)) {
    await burst.more(5 + Math.floor(Math.random() * 40));
    await breakIt(scene);
    await readings[time % readings.length]?.restart();
  }
  await burst.stop();
  await scene.client(scene.reader).publish(note(lastTitle));
  for (const reading of readings) await reading.finish();
  const stored = await allInFeed(scene.client(scene.reader));
  stored.delete(lastTitle);
  const { acknowledged, repeated } = burst;
  const answered = Map.groupBy(acknowledged, ({ title }) => title);
  return {
    answered: new Map([...answered].map(([title, items]) => [title, items.map(({ itemId }) => itemId)])),
    stored,
    told: readings.map(({ titles }) => titles),
    repeated,
  };
}

type Break = { readonly what: string; readonly breakIt: (scene: Scene) => Promise<void> };

const killServer: Break = {
  what: "kills of the server",
  breakIt: async ({ server }) => {
    await server.kill("SIGKILL");
    await server.restart();
  },
};
const cutDatabase: Break = {
  what: "ends of all connections to PostgreSQL",
  breakIt: async ({ database }) => {
    const client = new Postgres({ connectionString: database });
    await client.connect();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await client.end();
  },
};

describe(`a burst of writes survives ${times}`, () => {
  it.each(testDialect() === "sqlite" ? [killServer] : [killServer, cutDatabase])(
    "P1 P2 P4 $what: nothing that was answered is lost, nothing comes twice or out of order",
    async ({ breakIt }) => {
      const { answered, stored, told, repeated } = await survive(breakIt);
      expect(repeated).toBeGreaterThan(0);
      // Each title under one id, and no title that was not asked for.
      expect(stored).toEqual(answered);
      const inOrder = [...stored.keys()];
      for (const titles of told) expect(titles).toEqual(inOrder.map((title) => `PUBLISHED ${title}`));
      for (const writer of range(concurrency)) {
        const own = inOrder.filter((title) => title.startsWith(`${writer} `));
        expect(own).toEqual(own.map((_, turn) => `${writer} ${turn}`));
      }
    },
    30_000 + times * 20_000,
  );
});
