import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Delivery } from "../../db/federation/deliveries.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { anonymous } from "../../domain/people.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator } from "../support/small-forum.ts";

let time = Date.parse("2026-11-26T04:00:00.000Z");
const now = (): Date => new Date(time);

let north: FederatedForum;
let middle: FederatedForum;
let south: FederatedForum;
let author: Person;
let reader: Person;
let steward: Person;

beforeAll(async () => {
  north = await FederatedForum.open("North", { now });
  middle = await FederatedForum.open("Middle", { now });
  south = await FederatedForum.open("South", { now });
  author = await north.person();
  [reader, steward] = [await south.person(), await south.forum.person({ role: "STEWARD" })];
  await north.agree(middle, { community: true });
  await middle.agree(north, { community: true, hops: 2 });
  await middle.agree(south, { community: true });
  await south.agree(middle, { community: true, hops: 2 });
});
afterAll(async () => {
  for (const forum of [north, middle, south]) await forum[Symbol.asyncDispose]();
});

async function spread(): Promise<void> {
  await north.publish();
  await middle.pull(north);
  await middle.publish();
  await south.pull(middle);
}

const inSouth = (id: string) => south.forum.store.as(reader.viewer).item(south.idOf("item", id, north));
const alarmsInSouth = async (): Promise<string[]> =>
  (await south.forum.store.as(steward.viewer).federation.alarms({ open: true })).map(({ kind }) => kind);

describe("what a forum passes on", () => {
  let early: string;

  it("is believed by those alone who know the keys of its origin", async () => {
    early = (await north.forum.publish(author, advisory({ tlp: "CLEAR" }))).itemId;
    await spread();
    expect(await middle.forum.store.as(anonymous).item(middle.idOf("item", early, north))).not.toBeNull();
    expect(await inSouth(early)).toBeNull();
    expect(await alarmsInSouth()).toEqual(["UNKNOWN_FORUM"]);
    await south.agree(north, { direction: "NONE" });
    await spread();
    expect(await inSouth(early)).toMatchObject({ tlp: "CLEAR" });
  });

  it("is not taken while the agreement with its origin is paused, and is once that goes on", async () => {
    const peerId = await south.peerId(north);
    await south.forum.store.commit(operator, "updatePeer", { peerId, state: "PAUSED" });
    const { itemId } = await north.forum.publish(author, advisory({ tlp: "CLEAR" }));
    await spread();
    expect([await inSouth(itemId), (await inSouth(early))?.tlp]).toEqual([null, "CLEAR"]);
    await south.forum.store.commit(operator, "updatePeer", { peerId, state: "AGREED" });
    await spread();
    expect(await inSouth(itemId)).toMatchObject({ tlp: "CLEAR" });
  });

  it("is what everybody may see, and the community's as far as was agreed, and never what names somebody", async () => {
    const green = await north.forum.publish(author, advisory({ tlp: "GREEN" }));
    await north.learn(middle);
    await spread();
    expect(await inSouth(green.itemId)).toMatchObject({ tlp: "GREEN" });
    await middle.change(north, { hops: 1 });
    const near = await north.forum.publish(author, advisory({ tlp: "GREEN" }));
    const far = await north.forum.publish(author, advisory({ tlp: "CLEAR" }));
    await spread();
    expect(await middle.forum.store.as(anonymous).item(middle.idOf("item", far.itemId, north))).not.toBeNull();
    expect([await inSouth(near.itemId), await inSouth(far.itemId)]).toMatchObject([null, { tlp: "CLEAR" }]);
    await middle.change(north, { hops: 2 });
    await spread();
    expect(await inSouth(near.itemId)).toMatchObject({ tlp: "GREEN" });
    expect(await south.look((on, { envelopes: e }) => on.db.select({ stream: e.stream }).from(e))).not.toContainEqual({
      stream: streamTo(middle.id),
    });
  });

  it("and passes on no further is an alarm where it came before: what is hidden behind that is not heard of", async () => {
    await middle.change(north, { hops: 1 });
    await north.forum.publish(author, advisory({ tlp: "GREEN" }));
    await spread();
    const stand = (await north.federation.ownStreams()).find(({ stream }) => stream === "community");
    if (stand === undefined) throw new Error("it has something for the community");
    const shown = async () => {
      const checkpoint = { ...stand, forumId: north.id, at: now().toISOString(), bytes: "" };
      return (await south.federation.noteCheckpoint(await south.peerId(middle), checkpoint, "")).map(
        ({ kind }) => kind,
      );
    };
    expect(await shown()).toEqual([]);
    time += 31_000;
    expect(await shown()).toEqual(["HOLE"]);
    await middle.change(north, { hops: 2 });
    await spread();
    expect(await shown()).toEqual([]);
    for (const { id } of await south.forum.store.as(steward.viewer).federation.alarms({ open: true }))
      await south.forum.store.commit(operator, "acknowledgeAlarm", { alarmId: id });
  });

  it("ends where it has been, each envelope being kept once", async () => {
    await north.agree(south, { community: true });
    await south.change(north, { direction: "BOTH", community: true });
    await south.publish();
    await south.pull(north);
    await north.pull(south);
    await middle.pull(south);
    for (const forum of [north, middle, south]) expect(await forum.publish()).toBe(0);
    const kept = await south.look((on, { envelopes: e }) => on.db.select({ hash: e.hash }).from(e));
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(kept.length);
    expect((await alarmsInSouth()).filter((kind) => kind !== "UNKNOWN_FORUM")).toEqual([]);
  });

  it("is told onward by the shorter of two ways", async () => {
    const routes = await south.look((on, { envelopes: e }) => on.db.select({ route: e.route }).from(e));
    expect(new Set(routes.map(({ route }) => route.length))).toEqual(new Set([1]));
  });

  it("is not taken while the agreement with its origin is paused, where the origin has brought it and was refused", async () => {
    const peerId = await south.peerId(north);
    await south.change(north, { labels: ["GREEN"] });
    const { itemId } = await north.forum.publish(author, advisory({ tlp: "CLEAR" }));
    await north.publish();
    await south.pull(north);
    await south.forum.store.commit(operator, "updatePeer", { peerId, state: "PAUSED" });
    await spread();
    expect(await inSouth(itemId)).toBeNull();
    await south.forum.store.commit(operator, "updatePeer", { peerId, state: "AGREED" });
    await spread();
    expect(await inSouth(itemId)).toMatchObject({ tlp: "CLEAR" });
    await south.change(north, { labels: ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"] });
  });

  it("is revised, hidden and withdrawn behind two forums as behind one", async () => {
    await north.forum.revise(author, early, 1, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    await spread();
    expect(await inSouth(early)).toBeNull();
    const other = await north.forum.publish(author, advisory({ tlp: "CLEAR" }));
    await spread();
    await north.forum.withdraw(author, other.itemId);
    await spread();
    expect(await inSouth(other.itemId)).toMatchObject({ status: "WITHDRAWN" });
  });
});

describe("what its origin is told of an item", () => {
  const deliveries = async (itemId: string): Promise<Pick<Delivery, "peerName" | "state" | "reason">[]> => {
    const [found] = await north.forum.store.as(author.viewer).federation.deliveries([itemId]);
    return (found ?? []).map(({ peerName, state, reason }) => ({ peerName, state, reason }));
  };

  it("is what became of it at each forum, and why", async () => {
    const guest = north.idOf("organization", reader.organizationId, south);
    await north.learn(south);
    const { itemId } = await north.forum.publish(author, advisory({ tlp: "AMBER", organizations: [guest] }));
    const nobody = { peerName: "Middle", state: "NOT_SENT", reason: "Nobody who is at home at this forum is named." };
    const atSouth = async () => (await deliveries(itemId))[1];
    expect(await deliveries(itemId)).toEqual([nobody, { peerName: "South", state: "WAITING", reason: null }]);
    await north.publish();
    expect(await atSouth()).toEqual({ peerName: "South", state: "OFFERED", reason: null });
    await south.pull(north);
    expect(await atSouth()).toEqual({ peerName: "South", state: "CONFIRMED", reason: null });
    await south.change(north, { labels: ["CLEAR"] });
    await north.forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", title: "Anew", organizations: [guest] }));
    await north.publish();
    await south.pull(north);
    const refused = { state: "REFUSED", reason: "By the agreement, nothing with TLP:AMBER is taken." };
    expect(await atSouth()).toMatchObject(refused);
    expect(await inSouth(itemId)).toBeNull();
    await south.change(north, { labels: ["AMBER", "CLEAR"] });
    await south.pull(north);
    expect(await atSouth()).toMatchObject({ state: "CONFIRMED" });
    expect(await inSouth(itemId)).toMatchObject({ content: { envelope: { title: "Anew" } } });
    await north.forum.revise(author, itemId, 2, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    await north.publish();
    expect(await atSouth()).toMatchObject({ state: "OFFERED", reason: expect.stringContaining("has not said yet") });
    await south.pull(north);
    expect(await atSouth()).toMatchObject({ state: "NOT_SENT", reason: nobody.reason });
    expect((await north.forum.store.as(anonymous).federation.deliveries([itemId]))[0]).toBeNull();
  });

  it("is told once more of what had expired before it came", async () => {
    const { itemId } = await north.forum.publish(author, advisory({ tlp: "CLEAR" }));
    await north.publish();
    time += 400 * 24 * 60 * 60 * 1_000;
    await south.pull(north);
    expect(await inSouth(itemId)).toBeNull();
    expect((await deliveries(itemId))[1]).toMatchObject({ state: "OFFERED" });
    expect(await north.publish()).toBeGreaterThan(0);
    await south.pull(north);
    expect(await inSouth(itemId)).toMatchObject({ tlp: "CLEAR" });
    expect(await north.publish()).toBe(0);
  });
});

describe("a peer that is removed", () => {
  it("is sent nothing any more, and what names its members is theirs again once it is back", async () => {
    const guest = north.idOf("organization", reader.organizationId, south);
    const { itemId } = await north.forum.publish(author, advisory({ tlp: "AMBER", organizations: [guest] }));
    await north.publish();
    await south.pull(north);
    await north.forum.store.commit(operator, "removePeer", { peerId: await north.peerId(south) });
    await north.publish();
    expect((await north.told(streamTo(south.id))).findLast(({ item }) => item === itemId)).toMatchObject({
      act: "hide",
    });
    await north.agree(south, { community: true });
    await north.learn(south);
    await north.publish();
    // the cursor was that of another peer
    await south.forum.store.commit(operator, "rereadPeer", { peerId: await south.peerId(north) });
    await south.pull(north);
    expect(await inSouth(itemId)).toMatchObject({ tlp: "AMBER" });
  });
});
