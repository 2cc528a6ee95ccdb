import { setTimeout } from "node:timers/promises";
import { localId } from "../../db/federation/hashes.ts";
import type { Store } from "../../db/store.ts";
import { openStore } from "../../db/store.ts";
import { breakingProxy } from "../store/breaking-proxy.ts";
import type { BreakingProxy } from "../store/breaking-proxy.ts";
import { ChildServer } from "../support/child-server.ts";
import { agree } from "../support/federated-servers.ts";
import type { Person, Wish } from "../support/small-forum.ts";
import { addPerson, advisory, operator, range } from "../support/small-forum.ts";
import type { Measure } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { single } from "./figures.ts";

const itemsOnEachSide = 10_000;
const inFlight = 512;
const lookMs = 20;
const patienceMs = 600_000;

/**
 * Two forums, each a process of its own. The network between them is cut, so many items are published on each side under all labels, all of
 * them for the other side too; it is mended, and both catch up at once. Back-off is cut short as a steward would.
 */
export const measureFederation: Measure = async ({ ground }) => {
  await using open = new AsyncDisposableStack();
  const [north, south] = [
    open.use(await Side.open("North", await ground.freshUrl())),
    open.use(await Side.open("South", await ground.freshUrl())),
  ];
  for (const [here, there] of [
    [north, south],
    [south, north],
  ] as const)
    await here.agree(there);
  for (const [here, there] of [
    [north, south],
    [south, north],
  ] as const)
    await until("each knows the other's members", () => here.knows(there));
  for (const side of [north, south]) side.network.cut();
  const begun = performance.now();
  await Promise.all([north.publish(south), south.publish(north)]);
  const published = performance.now();
  for (const side of [north, south])
    await until("all envelopes are signed", async () => (await side.signed()) >= itemsOnEachSide);
  const signed = performance.now();
  for (const side of [north, south]) side.network.mend();
  await Promise.all([north.askAgain(), south.askAgain()]);
  const first = performance.now();
  for (const [here, there] of [
    [north, south],
    [south, north],
  ] as const)
    await until("everything has come", async () => (await here.arrived(there)) === itemsOnEachSide);
  const seconds = (performance.now() - first) / 1_000;
  await Promise.all([north.check(), south.check()]);
  const name = `federation, ${itemsOnEachSide} items on each side`;
  const all = 2 * itemsOnEachSide;
  return [
    single(ground.kind, `${name}: published and signed`, "per second", (all * 1_000) / (signed - begun)),
    single(ground.kind, `${name}: signed behind what was published`, "ms", signed - published),
    single(ground.kind, `${name}: catching up, both at once`, "per second", all / seconds),
  ] satisfies Figure[];
};

class Side implements AsyncDisposable {
  readonly network: BreakingProxy;
  readonly #open: AsyncDisposableStack;
  readonly #store: Store;
  readonly #person: Person;
  #peerId = "";

  private constructor(parts: { network: BreakingProxy; open: AsyncDisposableStack; store: Store; person: Person }) {
    this.network = parts.network;
    this.#open = parts.open;
    this.#store = parts.store;
    this.#person = parts.person;
  }

  static async open(name: string, database: string): Promise<Side> {
    await using open = new AsyncDisposableStack();
    let port = 0;
    const network = open.use(await breakingProxy(() => port));
    const server = open.use(
      await ChildServer.start({
        TOCSIN_DATABASE: database,
        TOCSIN_ORIGIN: network.url,
        TOCSIN_FORUM_NAME: name,
        TOCSIN_OUTGOING_ALLOWED: "127.0.0.0/8",
        TOCSIN_PEER_INTERVAL_MS: "500",
        TOCSIN_OPERATIONS_PER_MINUTE: "100000000",
      }),
    );
    port = Number(new URL(server.url).port);
    const store = open.use(await openStore(database));
    const person = await addPerson(store);
    const { organizationId } = person;
    await store.commit(operator, "setReachable", { organizationId, reachable: true });
    return new Side({ network, open: open.move(), store, person });
  }

  async agree(other: Side): Promise<void> {
    const agreement = { community: true, envelopesPerHour: 10_000_000 };
    this.#peerId = await agree({ store: this.#store }, { url: other.network.url }, agreement);
  }

  async knows(other: Side): Promise<boolean> {
    const { organizationId } = this.#idsOf(other);
    return (await this.#store.organizations()).some(({ id }) => id === organizationId);
  }

  /** Something under each label, all of it for the other side's member. */
  async publish(other: Side): Promise<void> {
    const { organizationId, accountId } = this.#idsOf(other);
    const named = { organizations: [organizationId] };
    const labels: readonly Wish[] = [
      { tlp: "CLEAR" },
      { tlp: "GREEN" },
      { tlp: "AMBER", ...named },
      { tlp: "AMBER_STRICT", ...named },
      { tlp: "RED", accounts: [accountId] },
    ];
    let asked = 0;
    const write = async (): Promise<void> => {
      while (asked < itemsOnEachSide) {
        const item = advisory(labels[asked++ % labels.length]);
        await this.#store.commit(this.#person.viewer, "publish", { item, idempotencyKey: null });
      }
    };
    await Promise.all(range(inFlight).map(write));
  }

  async signed(): Promise<number> {
    return (await this.#store.federation.ownStreams()).reduce((sum, { sequence }) => sum + sequence, 0);
  }

  /** A steward has the other forum asked again at once. */
  async askAgain(): Promise<void> {
    await this.#store.commit(operator, "updatePeer", { peerId: this.#peerId, state: "AGREED" });
  }

  /** How many items have come of those that were published on the other side. */
  async arrived(other: Side): Promise<number> {
    const { organizationId } = this.#idsOf(other);
    return this.#store.as(this.#person.viewer).count({ origins: [organizationId] });
  }

  async check(): Promise<void> {
    const count = await this.#store.as(this.#person.viewer).count({});
    if (count !== 2 * itemsOnEachSide) throw new Error(`there are ${count} items, and not each once`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open[Symbol.asyncDispose]();
  }

  /** The other side's member by the ids that it has here. */
  #idsOf(other: Side): { organizationId: string; accountId: string } {
    const { forumId } = other.#store;
    const idOf = (kind: "organization" | "account", id: string): string =>
      localId(kind, { id, forumId }, this.#store.forumId);
    const { organizationId, accountId } = other.#person;
    return { organizationId: idOf("organization", organizationId), accountId: idOf("account", accountId) };
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patienceMs / 1_000} s`);
    await setTimeout(lookMs);
  }
}
