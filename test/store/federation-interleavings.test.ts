import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Arrival } from "../../db/federation/arrival.ts";
import type { ItemDraft } from "../../domain/commands.ts";
import { ForumError } from "../../domain/errors.ts";
import { anonymous } from "../../domain/people.ts";
import type { Viewer } from "../../domain/people.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import { copyOfStore, dropStore, testDialect } from "../support/fresh-store.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator } from "../support/small-forum.ts";
import { runs } from "../worlds/generate.ts";

const numRuns = Number(process.env["TOCSIN_TEST_HISTORIES"] ?? (testDialect() === "sqlite" ? 30 : 8));

type Address = {
  readonly type: "RED" | "AMBER" | "GROUP" | "GREEN" | "GREEN_NAMED" | "CLEAR";
  readonly to: readonly number[];
};
type Act =
  | { readonly type: "publish"; readonly address: Address; readonly relation: number | null }
  | { readonly type: "revise"; readonly item: number; readonly address: Address; readonly relation: number | null }
  | { readonly type: "withdraw"; readonly item: number }
  | { readonly type: "relay"; readonly item: number; readonly to: number }
  | { readonly type: "join" | "leave"; readonly who: number }
  | { readonly type: "sign" };

const item = fc.nat({ max: 4 });
const relation = fc.option(item);
const address = fc.record({
  type: fc.constantFrom("RED", "AMBER", "GROUP", "GREEN", "GREEN_NAMED", "CLEAR"),
  to: fc.subarray([0, 1], { minLength: 1 }),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("publish" as const), address, relation }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("revise" as const), item, address, relation }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("withdraw" as const), item }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("relay" as const), item, to: fc.nat({ max: 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom("join" as const, "leave" as const), who: fc.nat({ max: 1 }) }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("sign" as const) }) },
);
const world = fc.record({
  history: fc.array(act, { minLength: 4, maxLength: 40, size: "max" }),
  /** From which stream the next envelopes come, how many at once, and how many of those before come again. */
  picks: fc.array(
    fc.record({ stream: fc.nat({ max: 2 }), count: fc.integer({ min: 1, max: 4 }), again: fc.nat({ max: 3 }) }),
  ),
});

type Names = { readonly organization: string; readonly account: string };
type Base = {
  readonly urls: readonly [string, string];
  readonly keys: readonly [FederatedForum["key"], FederatedForum["key"]];
  readonly author: Person;
  readonly readers: readonly Person[];
  /** The readers by their ids at the origin. */
  readonly guests: readonly Names[];
  readonly groupId: string;
};
let base: Base;

beforeAll(async () => {
  const [origin, here] = [await FederatedForum.open("Origin"), await FederatedForum.open("Here")];
  const author = await origin.person();
  const readers = [await here.person(), await here.person()];
  const groupId = await origin.forum.group(author);
  await origin.agree(here, { community: true, groups: [groupId] });
  await here.agree(origin, { community: true });
  await origin.learn(here);
  const guests = readers.map(({ organizationId, accountId }) => ({
    organization: origin.idOf("organization", organizationId, here),
    account: origin.idOf("account", accountId, here),
  }));
  base = {
    urls: [origin.forum.url, here.forum.url],
    keys: [origin.key, here.key],
    author,
    readers,
    guests,
    groupId,
  };
  await origin[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

class Story {
  readonly #origin: FederatedForum;
  readonly #items: { readonly id: string; revision: number }[] = [];

  constructor(origin: FederatedForum) {
    this.#origin = origin;
  }

  async play(one: Act): Promise<void> {
    try {
      await this.#do(one);
    } catch (error) {
      if (!(error instanceof ForumError)) throw error;
    }
  }

  async #do(one: Act): Promise<void> {
    const { forum } = this.#origin;
    const { author, guests, groupId } = base;
    const known = "item" in one ? this.#items[one.item % Math.max(1, this.#items.length)] : undefined;
    switch (one.type) {
      case "publish": {
        const { itemId } = await forum.publish(author, this.#draft(one, this.#items.length, 1));
        this.#items.push({ id: itemId, revision: 1 });
        return;
      }
      case "revise": {
        if (known === undefined) return;
        const draft = this.#draft(one, this.#items.indexOf(known), known.revision + 1);
        await forum.revise(author, known.id, known.revision, draft);
        known.revision += 1;
        return;
      }
      case "withdraw":
        if (known !== undefined) await forum.withdraw(author, known.id);
        return;
      case "relay": {
        const organizationIds = [guests[one.to]?.organization ?? ""];
        const input = { itemId: known?.id ?? "", organizationIds, idempotencyKey: null };
        await forum.store.commit(author.viewer, "relay", input);
        return;
      }
      case "join":
      case "leave": {
        const seat = { groupId, member: { organizationId: guests[one.who]?.organization ?? "" } };
        await forum.store.commit(operator, one.type === "join" ? "joinGroup" : "leaveGroup", seat);
        return;
      }
      case "sign":
        await this.#origin.publish();
    }
  }

  #draft(
    { address: { type, to }, relation: other }: { address: Address; relation: number | null },
    at: number,
    revision: number,
  ): ItemDraft {
    const named = to.flatMap((who) => base.guests[who] ?? []);
    const organizations = named.map(({ organization }) => organization);
    const wishes = {
      RED: { tlp: "RED", accounts: named.map(({ account }) => account) },
      AMBER: { tlp: "AMBER", organizations },
      GROUP: { tlp: "AMBER_STRICT", groups: [base.groupId] },
      GREEN: { tlp: "GREEN" },
      GREEN_NAMED: { tlp: "GREEN", organizations },
      CLEAR: { tlp: "CLEAR" },
    } as const;
    const target = other === null ? undefined : this.#items[other % Math.max(1, this.#items.length)];
    const relations = target === undefined ? [] : [{ type: "SUPERSEDES" as const, itemId: target.id }];
    return { ...advisory({ title: `Item ${at}, revision ${revision}`, ...wishes[type] }), relations };
  }
}

/** What a reader should be shown, by what its keys at the origin would open there. */
async function expectedFor(origin: FederatedForum, here: FederatedForum, guest: Names | null): Promise<string[]> {
  return origin.look(async (on, t) => {
    const seats = await on.db.select().from(t.memberships);
    const isSeated = seats.some(({ member, until }) => until === null && member === `org:${guest?.organization}`);
    const keys = new Set([
      "public",
      ...(guest === null ? [] : ["community", `org:${guest.organization}`, `account:${guest.account}`]),
      ...(isSeated ? [`group:${base.groupId}`] : []),
    ]);
    const items = (await on.db.select().from(t.items)).filter((row) => row.keys.some((key) => keys.has(key)));
    const ends = await on.db.select().from(t.relations);
    return items
      .map((row) => {
        const related = ends.filter(({ sourceId, targetId }) => {
          const target = items.find(({ id }) => id === targetId);
          return sourceId === row.id && target !== undefined && goesBeside(row, target);
        });
        const { title } = row.content.envelope;
        const idHere = (id: string): string => here.idOf("item", id, origin);
        return lineOf(
          idHere(row.id),
          title,
          row.tlp,
          row.status,
          related.map(({ targetId }) => idHere(targetId)),
        );
      })
      .sort();
  });
}

/** A stream tells of relations to what goes to whoever follows it: what is named to one is told to nobody else. */
function goesBeside(source: Row, target: Row): boolean {
  if (target.tlp === "CLEAR") return true;
  if (source.tlp === "CLEAR") return false;
  return target.keys.includes("community") || !source.keys.includes("community");
}
type Row = { readonly tlp: string; readonly keys: readonly string[] };

function lineOf(id: string, title: string, tlp: string, status: string, related: readonly string[]): string {
  return [id, title, tlp, status, ...[...new Set(related)].sort()].join(" | ");
}

async function seenBy(here: FederatedForum, viewer: Viewer): Promise<string[]> {
  const reader = here.forum.store.as(viewer);
  const { edges } = await reader.page({ first: 100, filter: { statuses: ["PUBLISHED", "WITHDRAWN"] } });
  const views = edges.map(({ node }) => node);
  const relations = await reader.relations(views.map(({ id }) => id));
  return views
    .map(({ id, content, tlp, status }, at) =>
      lineOf(
        id,
        content.envelope.title,
        tlp,
        status,
        (relations[at] ?? []).map((end) => end.item.id),
      ),
    )
    .sort();
}

/** What a follower holds who does what its feed says. */
class Follower {
  readonly #here: FederatedForum;
  readonly #viewer: Viewer;
  readonly #held = new Set<string>();
  #cursor: string | null = null;

  constructor(here: FederatedForum, viewer: Viewer) {
    this.#here = here;
    this.#viewer = viewer;
  }

  async hear(): Promise<string[]> {
    const page = await this.#here.forum.store
      .as(this.#viewer)
      .feedPage({ first: 500, after: this.#cursor, filter: {} });
    for (const { change, itemId } of page.events) {
      if (change === "HIDDEN") this.#held.delete(itemId ?? "");
      else if (itemId !== null) this.#held.add(itemId);
    }
    this.#cursor = page.endCursor;
    return [...this.#held].sort();
  }
}

describe("the streams of a forum", () => {
  it(`make the same of an item in whichever order they come (${numRuns} histories)`, async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ history, picks }) => {
        const [originUrl, hereUrl] = [await copyOfStore(base.urls[0]), await copyOfStore(base.urls[1])];
        const origin = await FederatedForum.open("Origin", {}, originUrl, base.keys[0]);
        const here = await FederatedForum.open("Here", {}, hereUrl, base.keys[1]);
        try {
          const story = new Story(origin);
          for (const one of history) await story.play(one);
          await origin.publish();
          const viewers: Viewer[] = [...base.readers.map(({ viewer }) => viewer), anonymous];
          const followers = viewers.map((viewer) => new Follower(here, viewer));
          const peerId = await here.peerId(origin);
          const { arrivals } = await origin.arrivals(here, null);
          for (const some of inTurns(arrivals, picks)) {
            const { stop, outcomes } = await here.federation.receive(peerId, some, null);
            expect({ stop, refused: outcomes.refused }).toEqual({ stop: null, refused: 0 });
            for (const follower of followers) await follower.hear();
          }
          for (const [at, viewer] of viewers.entries()) {
            const expected = await expectedFor(origin, here, base.guests[at] ?? null);
            expect(await seenBy(here, viewer)).toEqual(expected);
            const ids = expected.map((line) => line.split(" | ")[0] ?? "");
            expect(await followers[at]?.hear()).toEqual(ids.sort());
            const { arrivals: came } = await here.forum.store
              .as(viewer)
              .arrived()
              .from({ order: 0, position: 0 }, {}, 10_000);
            const newest = came.flatMap((one) => (one.type === "item" && one.isNewest ? [one.itemId] : []));
            expect(newest.sort()).toEqual(ids);
          }
        } finally {
          for (const forum of [origin, here]) await forum[Symbol.asyncDispose]();
          for (const url of [originUrl, hereUrl]) await dropStore(url);
        }
      }),
      runs(numRuns),
    );
  }, 600_000);
});

/** The same arrivals, each stream in its order, the streams in turns; some come again. */
function inTurns(
  arrivals: readonly Arrival[],
  picks: readonly { readonly stream: number; readonly count: number; readonly again: number }[],
): Arrival[][] {
  const queues = [...Map.groupBy(arrivals, (one) => ("head" in one ? one.head.stream : "")).values()];
  const turns: Arrival[][] = [];
  const done: Arrival[] = [];
  for (const { stream, count, again } of picks) {
    const next = queues[stream % Math.max(1, queues.length)]?.splice(0, count) ?? [];
    turns.push([...next, ...done.slice(-again)]);
    done.push(...next);
  }
  const rest = new Set(queues.flat());
  turns.push(arrivals.filter((one) => rest.has(one)));
  return turns;
}
