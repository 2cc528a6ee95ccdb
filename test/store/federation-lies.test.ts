import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf, localId } from "../../db/federation/hashes.ts";
import type { Received } from "../../db/federation/arrival.ts";
import { anonymous } from "../../domain/people.ts";
import { lookAt } from "../../server/federation/arrivals.ts";
import { headOf, payloadOf, shownItem, signEnvelope } from "../support/envelope-makers.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey } from "../support/forum-keys.ts";
import type { Liar, Payload } from "../support/lies.ts";
import { lies } from "../support/lies.ts";
import { OtherForum } from "../support/other-forum.ts";
import { SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
let peer: OtherForum;
let peerId: string;
let liar: Liar;
beforeEach(async () => {
  forum = await SmallForum.open();
  const [victim, old, stranger] = [await OtherForum.make(), await makeKey(), await OtherForum.make()];
  peer = await OtherForum.make();
  peerId = await peer.agreeWith(forum, { community: true });
  await victim.agreeWith(forum);
  const revokedAt = "2026-06-01T00:00:00.000Z";
  await forum.store.federation.addPeerKey(peer.id, { kid: old.kid, publicKey: old.publicKey, number: 0 });
  await forum.store.federation.revokePeerKey(peer.id, old.kid, revokedAt);
  const ids = { victimId: victim.id, strangerId: stranger.id };
  liar = { key: peer.key, old, revokedAt, victim: victim.key, stranger: stranger.key, ...ids };
});
afterEach(() => forum[Symbol.asyncDispose]());

/** What a peer brings, as the server takes it. */
async function bring(bytes: unknown, route: unknown = [peer.id]): Promise<Received> {
  const arrival = await lookAt({ cursor: null, bytes, route }, peer.id, (id) => forum.store.federation.keysOf(id));
  return forum.store.federation.receive(peerId, [arrival], null);
}
const visible = async (): Promise<string[]> => {
  const { edges } = await forum.store.as(anonymous).page({ first: 100, filter: {} });
  return edges.map(({ node }) => node.content.envelope.title);
};

/** A stream that is signed honestly, link by link. */
class Chain {
  readonly #key: TestKey;
  #sequence = 0;
  #hash: string | null = null;

  constructor(key: TestKey) {
    this.#key = key;
  }

  next(title: string): Payload {
    const head = headOf(peer.id, { sequence: this.#sequence + 1, previous: this.#hash });
    return payloadOf(head, shownItem(peer.id, { title }));
  }

  async add(payload: Payload): Promise<string> {
    const bytes = await signEnvelope(payload, this.#key);
    this.#sequence += 1;
    this.#hash = hashOf(bytes);
    return bytes;
  }
}

describe("of what a lying peer brings", () => {
  it("none of 2,000 lies is taken, whichever number it gives them, and nothing altered is shown", async () => {
    const chain = new Chain(peer.key);
    const told: string[] = [];
    const tell = async (title: string): Promise<void> => {
      const { outcomes } = await bring(await chain.add(chain.next(title)));
      expect(outcomes.shown).toBe(1);
      told.push(title);
    };
    await tell("Honest 0");
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(lies)), fc.nat(99), async (name, number) => {
        const bytes = await lies[name]?.(liar, chain.next(`Lie ${number}`), chain.next(`Other ${number}`));
        const { outcomes } = await bring(bytes);
        if (outcomes.shown + outcomes.hidden > 0) throw new Error(`taken, though it ${name}`);
        tried += 1;
        if (tried % 100 === 0) await tell(`Honest ${tried / 100}`);
      }),
      { numRuns: 2_000 },
    );
    expect((await visible()).toSorted()).toEqual(told.toSorted());
  }, 120_000);

  it("nothing is taken that it signs out of its place: dropped, turned round, doubled, rolled back or forked", async () => {
    const moves = fc.array(fc.record({ from: fc.nat(11), title: fc.nat(3) }), { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(moves, fc.integer(), async (wanted, salt) => {
        const chain = new Chain(peer.key);
        const honest: { readonly title: string; readonly bytes: string; readonly payload: Payload }[] = [];
        for (let at = 0; at < 12; at++) {
          const title = `Honest ${salt} ${at}`;
          const payload = chain.next(title);
          honest.push({ title, payload, bytes: await chain.add(payload) });
        }
        await forum[Symbol.asyncDispose]();
        forum = await SmallForum.open();
        peerId = await peer.agreeWith(forum);
        let next = 0;
        for (const { from, title } of wanted) {
          const link = honest[from];
          if (link === undefined) continue;
          // once in a while another envelope with the same number, which the forum has signed, too
          const isFork = title === 0;
          const content = shownItem(peer.id, { title: `Fork ${salt} ${from}` }).content;
          const bytes = isFork ? await signEnvelope({ ...link.payload, content }, peer.key) : link.bytes;
          if (isFork && from >= next) continue; // whoever comes first is not known for a liar yet
          const { outcomes } = await bring(bytes);
          expect([from, isFork, outcomes.shown]).toEqual([from, isFork, from === next && !isFork ? 1 : 0]);
          if (from === next && !isFork) next += 1;
        }
        expect((await visible()).toSorted()).toEqual(
          honest
            .slice(0, next)
            .map(({ title }) => title)
            .toSorted(),
        );
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each<[string, (payload: Payload) => Payload]>([
    ["has expired", (payload) => ({ ...payload, at: "2024-01-01T00:00:00.000Z", expires: "2025-01-01T00:00:00.000Z" })],
    ["is narrower than its stream", (payload) => ({ ...payload, tlp: "AMBER" })],
    ["has no label", (payload) => ({ ...payload, tlp: undefined })],
    ["has a label that nobody knows", (payload) => ({ ...payload, tlp: "WHITE" })],
    ["has two labels", (payload) => ({ ...payload, tlp: ["CLEAR", "RED"] })],
    ["names somebody on a stream for everybody", (payload) => ({ ...payload, audience: [`org_x@${peer.id}`] })],
    ["is for another forum", (payload) => ({ ...payload, stream: `to:${liar.victimId}`, tlp: "RED" })],
    [
      "is of a kind that nobody knows",
      (payload) => ({ ...payload, content: { kind: "SECRET", envelope: {}, details: {} } }),
    ],
    ["says nothing of where it comes from", (payload) => ({ ...payload, origin: undefined })],
  ])("what %s is kept, refused with a reason, and shown to nobody", async (_, change) => {
    const chain = new Chain(peer.key);
    const { outcomes } = await bring(await chain.add(change(chain.next("Wrong"))));
    expect(outcomes).toMatchObject({ shown: 0, refused: 1 });
    expect(await visible()).toEqual([]);
    const steward = await forum.person({ role: "STEWARD" });
    const [alarm] = await forum.store.as(steward.viewer).federation.alarms({ open: true });
    expect(alarm).toMatchObject({ peerId, message: expect.stringMatching(/\w/) });
    expect(JSON.stringify(alarm)).not.toContain("Wrong");
  });

  it("no item of its own takes the place of another forum's, nor of ours", async () => {
    const author = await forum.person();
    const { itemId } = await forum.publish(author);
    const head = headOf(peer.id, { item: { id: itemId, forumId: peer.id } });
    await bring(await signEnvelope(payloadOf(head, shownItem(peer.id, { title: "Mine" })), peer.key));
    expect(await visible()).toEqual(["Mine"]);
    const here = localId("item", { id: itemId, forumId: peer.id }, forum.store.forumId);
    expect((await forum.store.as(author.viewer).item(here))?.content.envelope.title).toBe("Mine");
    expect((await forum.store.as(author.viewer).item(itemId))?.content.envelope.title).toBe("Rotate the keys");
  });
});
