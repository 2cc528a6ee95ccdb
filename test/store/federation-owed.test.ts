import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublishBatch } from "../../db/federation/batch.ts";
import { hashOf } from "../../db/federation/hashes.ts";
import type { Tables } from "../../db/tables.ts";
import type { parseShown } from "../../domain/federation/envelopes.ts";
import type { PeerHome, StreamName } from "../../domain/federation/streams.ts";
import {
  isForCommunity,
  isForPeer,
  isForPublic,
  isToldBeside,
  namedThere,
  peerKeyring,
  streamTo,
} from "../../domain/federation/streams.ts";
import { streamKey } from "../../domain/policy.ts";
import type { FederatedAct } from "../support/federated-acts.ts";
import { federatedHistories, FederatedPlayer } from "../support/federated-acts.ts";
import { FederatedForum, opened } from "../support/federated-forum.ts";
import { copyOfStore, dropStore, testDialect } from "../support/fresh-store.ts";
import { runs } from "../worlds/generate.ts";

const numRuns = Number(process.env["TOCSIN_TEST_HISTORIES"] ?? (testDialect() === "sqlite" ? 30 : 8));

let base: string;
beforeAll(async () => {
  const forum = await FederatedForum.open("Base");
  base = forum.forum.url;
  await forum[Symbol.asyncDispose]();
});
afterAll(() => dropStore(base));

type Row<N extends keyof Tables> = Tables[N]["$inferSelect"];
type Everything = {
  readonly items: readonly Row<"items">[];
  readonly relations: readonly Row<"relations">[];
  readonly envelopes: readonly Row<"envelopes">[];
  readonly homes: readonly PeerHome[];
  readonly homeIds: ReadonlyMap<string, string>;
};

function lookAtAll(here: FederatedForum): Promise<Everything> {
  return here.look(async (on, t) => {
    const { db } = on;
    const [items, relations] = [await db.select().from(t.items), await db.select().from(t.relations)];
    const envelopes = await db.select().from(t.envelopes).orderBy(t.envelopes.stream, t.envelopes.sequence);
    const [peers, organizations] = [await db.select().from(t.peers), await db.select().from(t.organizations)];
    const [accounts, seats] = [await db.select().from(t.accounts), await db.select().from(t.memberships)];
    const reached = organizations.filter((one) => one.reachable && one.suspendedAt === null);
    const homes = peers.map(({ forumId, state, agreement }) => ({
      forumId,
      state,
      agreement,
      organizations: reached
        .filter((one) => one.homeForumId === forumId)
        .map(({ id }) => {
          const groups = seats.filter(({ member, until }) => member === `org:${id}` && until === null);
          return { id, groupIds: groups.map(({ groupId }) => groupId) };
        }),
      accountIds: accounts
        .filter((one) => one.homeForumId === forumId && one.listed && one.suspendedAt === null)
        .filter(({ organizationId }) => reached.some(({ id }) => id === organizationId))
        .map(({ id }) => id),
    }));
    const homeIds = [...organizations, ...accounts].map(({ id, homeId, homeForumId }): [string, string] => {
      return [id, `${homeId}@${homeForumId}`];
    });
    return { items, relations, envelopes, homes, homeIds: new Map(homeIds) };
  });
}

/** What a stream is to say of each item, from end to end of the database. */
function wishesOf(stream: StreamName, hereId: string, all: Everything): Map<string, unknown> {
  const home = all.homes.find(({ forumId }) => stream === streamTo(forumId)) ?? null;
  const streamed = (item: Row<"items">) => ({ keys: item.keys, status: item.status, label: { tlp: item.tlp } });
  const isFor = (item: Row<"items">): boolean => {
    if (stream === "public") return isForPublic(streamed(item));
    if (stream === "community") return isForCommunity(streamed(item));
    return home !== null && isForPeer(streamed(item), home);
  };
  return new Map(
    all.items.filter(isFor).map((item) => {
      const named = home === null ? null : namedThere(streamed(item), home);
      const audience = [...(named?.organizationIds ?? []), ...(named?.accountIds ?? [])];
      const relations = all.relations
        .filter(({ sourceId }) => sourceId === item.id)
        .filter(({ targetId }) =>
          all.items.some((one) => one.id === targetId && isToldBeside(streamed(one), stream, home)),
        )
        .map(({ type, targetId }) => `${type} ${targetId}@${hereId}`);
      const { revision, status, tlp, withdrawalReason: reason } = item;
      return [
        item.id,
        {
          revision,
          status,
          tlp,
          reason,
          audience: audience.map((id) => all.homeIds.get(id)),
          relations: relations.sort(),
        },
      ];
    }),
  );
}

/** What a stream said last of each item that it shows; its chain is looked at on the way. */
function toldOf(stream: StreamName, all: Everything): Map<string, unknown> {
  const told = new Map<string, unknown>();
  const rows = all.envelopes.filter((row) => row.stream === stream);
  for (const [at, { sequence, bytes, hash, itemId }] of rows.entries()) {
    const { payload } = opened(bytes);
    expect([sequence, payload["seq"], payload["prev"], hash]).toEqual([
      at + 1,
      at + 1,
      rows[at - 1]?.hash ?? null,
      hashOf(bytes),
    ]);
    if (payload["act"] === "hide") told.delete(itemId);
    else told.set(itemId, saidIn(payload));
  }
  return told;
}

function saidIn(payload: Readonly<Record<string, unknown>>): unknown {
  const { revision, status, tlp, audience } = payload;
  const { withdrawal, relations } = payload as Pick<ReturnType<typeof parseShown>, "withdrawal"> & {
    readonly relations: readonly { readonly type: string; readonly item: string }[];
  }; // it was written by writeEnvelope
  const ends = relations.map(({ type, item }) => `${type} ${item}`).sort();
  return { revision, status, tlp, reason: withdrawal?.reason ?? null, audience, relations: ends };
}

class Nodes {
  readonly nodes: readonly FederatedForum[];
  readonly #opened = new Set<StreamName>();
  #lingering: { readonly node: FederatedForum; readonly batch: PublishBatch } | null = null;

  constructor(nodes: readonly FederatedForum[]) {
    this.nodes = nodes;
  }

  async after(act: FederatedAct): Promise<void> {
    const lingering = this.#lingering;
    this.#lingering = null;
    if (lingering !== null) await this.#sign(lingering.node, lingering.batch);
    const node = this.nodes["node" in act ? act.node : 0];
    if (node === undefined || !("node" in act)) return;
    if (act.type === "sign") return this.settle(node);
    const batch = await node.federation.nextBatch();
    if (act.type === "linger" && batch !== null) this.#lingering = { node, batch };
  }

  /** Whatever is written is what the item is to its stream at that moment. */
  async #sign(node: FederatedForum, batch: PublishBatch): Promise<boolean> {
    const written = await node.federation.publish(batch, node.sign(batch), 1);
    if (!written) return false;
    const all = await lookAtAll(node);
    for (const { stream, itemId, shown } of batch.drafts) {
      const wish = wishesOf(stream, node.id, all).get(itemId);
      expect({ stream, itemId, isShown: shown !== null }).toEqual({ stream, itemId, isShown: wish !== undefined });
      if (wish !== undefined) expect(toldOf(stream, all).get(itemId)).toEqual(wish);
    }
    return true;
  }

  /** Everything is published, and every stream says what it is to say. */
  async settle(node: FederatedForum): Promise<void> {
    for (let tries = 0; ; tries++) {
      expect(tries).toBeLessThan(100);
      const batch = await node.federation.nextBatch();
      if (batch === null) break;
      await this.#sign(node, batch);
    }
    const all = await lookAtAll(node);
    for (const stream of ["public", "community"] as const)
      if (all.homes.some((home) => peerKeyring(home).has(streamKey(stream)))) this.#opened.add(stream);
    const names = [...this.#opened, ...all.homes.map(({ forumId }) => streamTo(forumId))];
    for (const stream of names)
      expect({ stream, says: toldOf(stream, all) }).toEqual({ stream, says: wishesOf(stream, node.id, all) });
  }
}

describe("after any history of commands", () => {
  it(`every stream says what the policy says, whichever node signs and whenever (${numRuns} histories)`, async () => {
    const sums = { played: 0, envelopes: 0 };
    await fc.assert(
      fc.asyncProperty(federatedHistories(60), async (history) => {
        const url = await copyOfStore(base);
        const nodes = [await FederatedForum.open("One", {}, url), await FederatedForum.open("Two", {}, url)];
        try {
          const [here] = nodes;
          if (here === undefined) throw new Error("there is no node");
          const player = await FederatedPlayer.start(here);
          const watch = new Nodes(nodes);
          for (const act of history) {
            await player.play(act);
            await watch.after(act);
          }
          for (const node of nodes) await watch.settle(node);
          sums.played += 1;
          sums.envelopes += (await lookAtAll(here)).envelopes.length;
        } finally {
          for (const node of nodes) await node[Symbol.asyncDispose]();
          await dropStore(url);
        }
      }),
      runs(numRuns),
    );
    // a run in which little was said would prove little
    expect(sums.envelopes).toBeGreaterThan(sums.played * 3);
  }, 600_000);
});
