import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localId } from "../../db/federation/hashes.ts";
import type { PeerView } from "../../db/federation/read-peers.ts";
import type { Viewer } from "../../domain/people.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { App } from "../../server/app.ts";
import { addReachable, agree, startForum } from "../support/federated-servers.ts";
import { advisory, operator } from "../support/small-forum.ts";
import type { TestMember } from "../support/start-app.ts";

/** Less than the rest that a peer is given whose stream has a hole: nothing of this waits for one. */
const soon = { timeout: 12_000, interval: 50 };

let north: App;
let south: App;
let ann: TestMember;
let bob: TestMember;
let southAtNorth: string;
beforeAll(async () => {
  [north, south] = await Promise.all([startForum("North"), startForum("South")]);
  [ann, bob] = [await addReachable(north), await addReachable(south, "STEWARD")];
  southAtNorth = await agree(north, south, { labels: ["AMBER"] });
  await agree(south, north, { community: true });
});
afterAll(async () => {
  await Promise.all([north[Symbol.asyncDispose](), south[Symbol.asyncDispose]()]);
});

const viewerOf = ({ accountId, tokenId }: TestMember): Viewer => ({ kind: "account", accountId, tokenId });
async function publish(title: string, tlp: Tlp, organizations: readonly string[] = []): Promise<string> {
  const item = advisory({ title, tlp, organizations });
  const { itemId } = await north.store.commit(viewerOf(ann), "publish", { item, idempotencyKey: null });
  return localId("item", { id: itemId, forumId: north.store.forumId }, south.store.forumId);
}
const isSeen = (id: string) => async (): Promise<boolean> => (await south.store.as(viewerOf(bob)).item(id)) !== null;
const northAtSouth = async (): Promise<PeerView | undefined> =>
  (await south.store.as(viewerOf(bob)).federation.peers()).find(({ forumId }) => forumId === north.store.forumId);

describe("an agreement", { timeout: 60_000 }, () => {
  it("that opens streams to a peer brings what has lain on them all along", async () => {
    const bobs = localId("organization", { id: bob.organizationId, forumId: south.store.forumId }, north.store.forumId);
    const known = async (): Promise<boolean> => (await north.store.organizations()).some(({ id }) => id === bobs);
    await expect.poll(known, soon).toBe(true);
    // another peer has had the streams begin already
    const third = await startForum("Third");
    await agree(north, third, { community: true });
    await third[Symbol.asyncDispose]();
    const [clear, green] = [await publish("clear", "CLEAR"), await publish("green", "GREEN")];
    const amber = await publish("amber", "AMBER", [bobs]);
    await expect.poll(isSeen(amber), soon).toBe(true);
    expect([await isSeen(clear)(), await isSeen(green)()]).toEqual([false, false]);
    const agreement = { labels: ["AMBER", "GREEN", "CLEAR"], community: true } as const;
    await north.store.commit(operator, "updatePeer", { peerId: southAtNorth, agreement });
    await expect.poll(isSeen(clear), soon).toBe(true);
    await expect.poll(isSeen(green), soon).toBe(true);
    expect(await south.store.as(viewerOf(bob)).federation.alarms({ open: null })).toEqual([]);
  });

  it("with another forum interrupts nothing", async () => {
    const third = await startForum("Fourth");
    await agree(south, third);
    await third[Symbol.asyncDispose]();
    const clear = await publish("behind it", "CLEAR");
    await expect.poll(isSeen(clear), soon).toBe(true);
    expect((await northAtSouth())?.care?.error).toBeNull();
  });
});
