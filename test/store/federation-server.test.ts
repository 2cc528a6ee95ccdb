import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localId } from "../../db/federation/hashes.ts";
import type { PeerView } from "../../db/federation/read-peers.ts";
import type { ItemDraft } from "../../domain/commands.ts";
import type { Viewer } from "../../domain/people.ts";
import type { App } from "../../server/app.ts";
import { OwnKeys } from "../../server/federation/keys.ts";
import { addReachable, agree, startForum } from "../support/federated-servers.ts";
import { advisory } from "../support/small-forum.ts";
import type { TestMember } from "../support/start-app.ts";

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
