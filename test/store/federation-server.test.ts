import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localId } from "../../db/federation/hashes.ts";
import type { PeerView } from "../../db/federation/read-peers.ts";
import type { ItemDraft } from "../../domain/commands.ts";
import type { Viewer } from "../../domain/people.ts";
import type { App } from "../../server/app.ts";
import { makeCredential } from "../../server/federation/credential.ts";
import { OwnKeys } from "../../server/federation/keys.ts";
import { addReachable, agree, startForum } from "../support/federated-servers.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { ask, RawSocket } from "../support/graphql-client.ts";
import { advisory } from "../support/small-forum.ts";
import type { TestMember } from "../support/start-app.ts";

const operator = { kind: "operator" } as const;
const soon = { timeout: 15_000, interval: 50 };

let north: App;
let south: App;
let ann: TestMember;
let bob: TestMember;
let steward: TestMember;
let southAtNorth: string;
beforeAll(async () => {
  [north, south] = await Promise.all([startForum("North"), startForum("South")]);
  [ann, bob, steward] = [await addReachable(north), await addReachable(south), await addReachable(north, "STEWARD")];
  southAtNorth = await agree(north, south, { community: true });
  await agree(south, north, { community: true });
});
afterAll(async () => {
  await Promise.all([north[Symbol.asyncDispose](), south[Symbol.asyncDispose]()]);
});

const viewerOf = ({ accountId, tokenId }: TestMember): Viewer => ({ kind: "account", accountId, tokenId });
/** The id that something at home in one forum has in another. */
const idAt = (here: App, kind: "item" | "organization" | "account", id: string, home: App): string =>
  localId(kind, { id, forumId: home.store.forumId }, here.store.forumId);
const publish = (app: App, who: TestMember, item: ItemDraft) =>
  app.store.commit(viewerOf(who), "publish", { item, idempotencyKey: null });
/** What somebody sees of an item of the other forum: its label and title, or null. */
const seen = async (app: App, who: TestMember, itemId: string, home: App) => {
  const item = await app.store.as(viewerOf(who)).item(idAt(app, "item", itemId, home));
  return item === null ? null : { tlp: item.tlp, title: item.content.envelope.title, status: item.status };
};
const peerAt = async (app: App, who: TestMember, peerId: string): Promise<PeerView | undefined> =>
  (await app.store.as(viewerOf(who)).federation.peers()).find(({ id }) => id === peerId);

/** How South shows itself to North. */
const credential = async (): Promise<string> => {
  const key = await new OwnKeys(south.store.federation).current();
  return makeCredential({ from: south.store.forumId, to: north.store.forumId, url: north.url, now: new Date() }, key);
};
/** What the origin is told of an item: of each peer, how it stands there. */
const deliveriesOf = async (app: App, who: TestMember, itemId: string) => {
  const [deliveries] = await app.store.as(viewerOf(who)).federation.deliveries([itemId]);
  return deliveries?.map(({ state, reason }) => ({ state, reason }));
};
const confirmed = [{ state: "CONFIRMED", reason: null }];

describe("two forums that have agreed", () => {
  it("find each other, whoever has agreed first, and each learns who is at home at the other", async () => {
    const known = (app: App, id: string) => async () =>
      (await app.store.organizations()).some((organization) => organization.id === id);
    await expect.poll(known(north, idAt(north, "organization", bob.organizationId, south)), soon).toBe(true);
    await expect.poll(known(south, idAt(south, "organization", ann.organizationId, north)), soon).toBe(true);
    await expect.poll(async () => (await peerAt(north, steward, southAtNorth))?.care?.error, soon).toBeNull();
  });

  it("exchange items with each label, each for exactly those whom it is for", async () => {
    const there = { organizations: [idAt(north, "organization", bob.organizationId, south)] };
    const person = { accounts: [idAt(north, "account", bob.accountId, south)] };
    const other = await addReachable(south);
    const items = {
      CLEAR: advisory({ title: "clear", tlp: "CLEAR" }),
      GREEN: advisory({ title: "green", tlp: "GREEN" }),
      AMBER: advisory({ title: "amber", tlp: "AMBER", ...there }),
      AMBER_STRICT: advisory({ title: "strict", tlp: "AMBER_STRICT", ...there }),
      RED: advisory({ title: "red", tlp: "RED", ...person }),
    };
    for (const [tlp, item] of Object.entries(items)) {
      const { itemId } = await publish(north, ann, item);
      await expect.poll(() => seen(south, bob, itemId, north), soon).toMatchObject({ tlp, status: "PUBLISHED" });
      const forOthers = tlp === "CLEAR" || tlp === "GREEN" ? { tlp } : null;
      if (forOthers === null) expect(await seen(south, other, itemId, north)).toBeNull();
      else expect(await seen(south, other, itemId, north)).toMatchObject(forOthers);
    }
  });

  it("tell the origin when the other has an item, and why it has not", async () => {
    const { itemId } = await publish(north, ann, advisory({ title: "Confirmed", tlp: "CLEAR" }));
    await expect.poll(() => deliveriesOf(north, ann, itemId), soon).toEqual(confirmed);
    const mine = await publish(north, ann, advisory({ tlp: "AMBER", organizations: [steward.organizationId] }));
    expect(await deliveriesOf(north, ann, mine.itemId)).toEqual([
      { state: "NOT_SENT", reason: "Nobody who is at home at this forum is named." },
    ]);
  });

  it("follow what the origin does with an item: revised, narrowed, widened again, withdrawn", async () => {
    const bobs = { organizations: [idAt(north, "organization", bob.organizationId, south)] };
    const { itemId } = await publish(north, ann, advisory({ title: "One", tlp: "GREEN" }));
    const now = () => seen(south, bob, itemId, north);
    await expect.poll(now, soon).toMatchObject({ title: "One", tlp: "GREEN" });
    const revise = (expectedRevision: number, item: ItemDraft) =>
      north.store.commit(viewerOf(ann), "revise", { itemId, expectedRevision, item, idempotencyKey: null });
    await revise(1, advisory({ title: "Two", tlp: "AMBER", ...bobs }));
    await expect.poll(now, soon).toMatchObject({ title: "Two", tlp: "AMBER" });
    await revise(2, advisory({ title: "Three", tlp: "AMBER", organizations: [steward.organizationId] }));
    await expect.poll(now, soon).toBeNull();
    await revise(3, advisory({ title: "Four", tlp: "CLEAR" }));
    await expect.poll(now, soon).toMatchObject({ title: "Four", tlp: "CLEAR" });
    await north.store.commit(viewerOf(ann), "withdraw", { itemId, reason: "It was wrong.", idempotencyKey: null });
    await expect.poll(now, soon).toMatchObject({ status: "WITHDRAWN" });
    await expect.poll(() => deliveriesOf(north, ann, itemId), soon).toEqual(confirmed);
  });

  it("go on when a key is replaced, and when the old one is revoked", async () => {
    const keys = new OwnKeys(north.store.federation);
    const before = await keys.current();
    await keys.rotate();
    const { itemId: second } = await publish(north, ann, advisory({ title: "By the second key", tlp: "CLEAR" }));
    await expect.poll(() => seen(south, bob, second, north), soon).toMatchObject({ title: "By the second key" });
    await keys.revoke(before.kid);
    const { itemId: third } = await publish(north, ann, advisory({ title: "After it", tlp: "CLEAR" }));
    await expect.poll(() => seen(south, bob, third, north), soon).toMatchObject({ title: "After it" });
    const revoked = async () =>
      (await south.store.federation.keysOf(north.store.forumId)).map(({ kid, revokedAt }) => [
        kid === before.kid,
        revokedAt !== null,
      ]);
    await expect.poll(revoked, soon).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it("are let in with a key that has just come into use", async () => {
    await new OwnKeys(south.store.federation).rotate();
    const peerId = (await south.store.federation.peerByForum(north.store.forumId))?.id ?? "";
    await south.store.commit(operator, "rereadPeer", { peerId }); // it comes anew, and shows its new key
    const { itemId } = await publish(north, ann, advisory({ title: "To the new key", tlp: "CLEAR" }));
    await expect.poll(() => seen(south, bob, itemId, north), soon).toMatchObject({ title: "To the new key" });
    await expect.poll(() => deliveriesOf(north, ann, itemId), soon).toEqual(confirmed);
  });

  it("bring whoever comes later everything that there is for it, by whichever key it was signed", async () => {
    await using east = await startForum("Late");
    await Promise.all([agree(east, north), agree(north, east)]);
    const there = () => east.store.as({ kind: "anonymous" }).count({ statuses: ["PUBLISHED", "WITHDRAWN"] });
    const here = await north.store.as({ kind: "anonymous" }).count({ statuses: ["PUBLISHED", "WITHDRAWN"] });
    await expect.poll(there, soon).toBe(here);
  });

  it("are followed by one node at a time, and by the other when that has gone", async () => {
    const environment = { TOCSIN_DATABASE: await freshStoreUrl() };
    const first = await startForum("West", environment);
    const before = north.store.followerCount;
    await Promise.all([agree(first, north), agree(north, first)]);
    await expect.poll(() => first.store.as({ kind: "anonymous" }).count({}), soon).toBeGreaterThan(2);
    await expect.poll(() => north.store.followerCount, soon).toBe(before + 1);
    await using second = await startForum("West", { ...environment, TOCSIN_ORIGIN: first.url });
    const here = async () => {
      const { itemId } = await publish(north, ann, advisory({ title: "To one node", tlp: "CLEAR" }));
      const id = idAt(second, "item", itemId, north);
      await expect.poll(() => second.store.as({ kind: "anonymous" }).item(id), soon).not.toBeNull();
    };
    await here();
    await expect.poll(() => north.store.followerCount, soon).toBe(before + 1);
    await first[Symbol.asyncDispose]();
    await here();
    await expect.poll(() => north.store.followerCount, soon).toBe(before + 1);
  });

  it("say in words what is missing while only one of them has agreed", async () => {
    await using alone = await startForum("Alone");
    const { accountId, tokenId } = await addReachable(alone, "STEWARD");
    await agree(alone, north);
    const error = async () => {
      const [peer] = await alone.store.as({ kind: "account", accountId, tokenId }).federation.peers();
      return peer?.care?.error;
    };
    await expect.poll(error, soon).toMatch(/have not agreed yet/);
    await agree(north, alone);
    await expect.poll(error, soon).toBeNull();
  });

  it("end it at once: what is published later goes no further, and its connections end", async () => {
    await using socket = await RawSocket.connect(north, await credential());
    await north.store.commit(operator, "removePeer", { peerId: southAtNorth });
    expect(await socket.closed).toMatchObject({ code: 4403 });
    const { itemId } = await publish(north, ann, advisory({ title: "Later", tlp: "CLEAR" }));
    const steward = await addReachable(south, "STEWARD");
    const error = async () => {
      const [peer] = await south.store.as(viewerOf(steward)).federation.peers();
      return peer?.care?.error;
    };
    await expect.poll(error, soon).toMatch(/has ended/);
    expect(await seen(south, bob, itemId, north)).toBeNull();
  });
});

describe("a forum that is known by its keys alone", () => {
  it("is asked for them again and again: what others pass on of it is signed with the newest, or was with a revoked one", async () => {
    await using east = await startForum("East");
    const peerId = await agree(north, east, { direction: "NONE" });
    const own = new OwnKeys(east.store.federation);
    const [first] = await own.all();
    await own.revoke(first?.kid ?? "");
    const keys = async () =>
      (await peerAt(north, steward, peerId))?.care?.keys.map(({ revokedAt }) => revokedAt !== null);
    await expect.poll(keys, soon).toEqual([true, false]);
    expect((await peerAt(north, steward, peerId))?.care?.error).toBeNull();
  });
});

it("a forum that bears the name of this one, or one that looks like it, is not agreed with", async () => {
  await using twin = await startForum("N\u043Erth");
  const query = "query ($url: String!) { previewPeer(url: $url) { name } }";
  const answer = await ask(north, query, { token: steward.token, variables: { url: twin.url } });
  expect(answer.errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT", field: "url" } });
});
