import { expect, it } from "vitest";
import { createClient } from "../../clients/sdk/index.ts";
import { localId } from "../../db/federation/hashes.ts";
import { openDialect } from "../../db/open.ts";
import type { Store } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import { ChildServer } from "../support/child-server.ts";
import { agree } from "../support/federated-servers.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import type { Person } from "../support/small-forum.ts";
import { addPerson, operator, range } from "../support/small-forum.ts";
import { note, Writers } from "../support/writers.ts";

/** 2 in the suite, more in the long form. */
const kills = Number(process.env["TOCSIN_PEER_KILLS"] ?? 2);
const patient = { timeout: 240_000 + 2_000 * kills, interval: 250 };

/** A forum whose server is a process that can be killed, with somebody who writes and is known at the other one. */
class Side implements AsyncDisposable {
  readonly server: ChildServer;
  readonly store: Store;
  readonly #database: string;
  readonly #person: Person;

  private constructor(server: ChildServer, store: Store, database: string, person: Person) {
    [this.server, this.store, this.#database, this.#person] = [server, store, database, person];
  }

  static async open(name: string): Promise<Side> {
    const database = await freshStoreUrl();
    const server = await ChildServer.start({
      TOCSIN_DATABASE: database,
      TOCSIN_FORUM_NAME: name,
      TOCSIN_OUTGOING_ALLOWED: "127.0.0.0/8",
      TOCSIN_PEER_INTERVAL_MS: "200",
      TOCSIN_OPERATIONS_PER_MINUTE: "1000000",
    });
    const store = await openStore(database);
    const person = await addPerson(store);
    const { organizationId } = person;
    await store.commit(operator, "setReachable", { organizationId, reachable: true });
    return new Side(server, store, database, person);
  }

  async agree(other: Side): Promise<void> {
    await agree(this, other.server, { community: true, envelopesPerHour: 1_000_000 });
  }

  /** The other side's organisation, by the id that it has here. */
  idOf(other: Side): string {
    const { organizationId: id } = other.#person;
    return localId("organization", { id, forumId: other.store.forumId }, this.store.forumId);
  }

  async knows(other: Side): Promise<boolean> {
    return (await this.store.organizations()).some(({ id }) => id === this.idOf(other));
  }

  /** Writes for everybody, for the community, and for the other side alone. */
  write(other: Side): Writers {
    const clients = range(4).map(() =>
      createClient({ url: this.server.url, token: this.#person.token, retries: 0, timeoutMs: 10_000 }),
    );
    const audience = { organizations: [this.idOf(other)] };
    const labels = [{ tlp: "CLEAR" }, { tlp: "GREEN" }, { tlp: "AMBER", audience }] as const;
    return new Writers(clients, (title) => note(title, labels[Number(title.split(" ")[1]) % labels.length]));
  }

  /** The titles of what has come from the other side, each as often as it is here. */
  async titlesFrom(other: Side): Promise<string[]> {
    const titles: string[] = [];
    for (let after: string | null = null; ;) {
      const filter = { origins: [this.idOf(other)] };
      const page = await this.store.as(this.#person.viewer).page({ filter, orderBy: "OLDEST", first: 100, after });
      titles.push(...page.edges.map(({ node }) => node.content.envelope.title));
      const last = page.edges.at(-1);
      if (!page.hasNextPage || last === undefined) return titles.sort();
      after = last.cursor;
    }
  }

  /** Each envelope that is kept here, in its place, and whether it was refused. */
  async envelopes(): Promise<string[]> {
    await using dialect = await openDialect(this.#database, {});
    const { envelopes: e } = dialect.tables;
    const rows = await dialect.reader.db
      .select({ forumId: e.forumId, stream: e.stream, sequence: e.sequence, hash: e.hash, refusal: e.refusal })
      .from(e)
      .orderBy(e.forumId, e.stream, e.sequence);
    return rows.map(({ refusal, ...place }) => `${Object.values(place).join(" ")} ${refusal ?? ""}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
    await this.store[Symbol.asyncDispose]();
  }
}

it(
  `forums that publish to each other have everything exactly once though their servers are killed ${kills} times`,
  async () => {
    await using north = await Side.open("North");
    await using south = await Side.open("South");
    const pairs = [[north, south] as const, [south, north] as const];
    for (const [here, there] of pairs) await here.agree(there);
    for (const [here, there] of pairs) await expect.poll(() => here.knows(there), patient).toBe(true);
    const bursts = pairs.map(([here, there]) => here.write(there));
    for (const time of range(kills)) {
      const { server } = time % 2 === 0 ? north : south;
      // What is answered last is being signed, sent, taken or confirmed.
      await Promise.all(bursts.map((burst) => burst.more(5 + Math.floor(Math.random() * 30))));
      await server.kill("SIGKILL");
      await server.restart();
    }
    await Promise.all(bursts.map((burst) => burst.stop()));
    for (const [at, [here, there]] of pairs.entries()) {
      const answered = (bursts[at]?.acknowledged ?? []).map(({ title }) => title).sort();
      expect(answered.length).toBeGreaterThan(5 * kills);
      await expect.poll(() => there.titlesFrom(here), patient).toEqual(answered);
    }
    const [inNorth, inSouth] = [await north.envelopes(), await south.envelopes()];
    expect(inNorth).toEqual(inSouth);
    expect(inNorth.filter((line) => !line.endsWith(" "))).toEqual([]);
    for (const { store } of [north, south])
      expect((await store.peerAlarms(null)).map(({ kind, message }) => `${kind} ${message}`)).toEqual([]);
  },
  600_000 + kills * 20_000,
);
