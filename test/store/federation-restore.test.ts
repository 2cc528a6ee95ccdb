import { join, dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backup, beginAnew, restore } from "../../db/backup.ts";
import { readUsed } from "../../db/federation/begin-anew.ts";
import type { Received } from "../../db/federation/arrival.ts";
import { openDialect } from "../../db/open.ts";
import { numbersInLife } from "../../domain/federation/envelopes.ts";
import type { App } from "../../server/app.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import { addReachable, agree, startForum } from "../support/federated-servers.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator } from "../support/small-forum.ts";

const soon = { timeout: 15_000, interval: 50 };
let time = Date.parse("2026-11-26T04:00:00.000Z");
const now = (): Date => new Date((time += 1_000));

let north: FederatedForum;
let south: FederatedForum;
let author: Person;
let bob: Person;
let steward: Person;
let file: string;
beforeAll(async () => {
  [north, south] = [await FederatedForum.open("North", { now }), await FederatedForum.open("South", { now })];
  [author, bob] = [await north.person(), await south.person()];
  steward = await south.forum.person({ role: "STEWARD" });
  await north.agree(south, { community: true });
  await south.agree(north, { community: true });
  await north.learn(south);
  file = join(dirname(await freshStoreUrl("sqlite")), `north-${crypto.randomUUID()}.backup`);
});
afterAll(async () => {
  for (const forum of [north, south]) await forum[Symbol.asyncDispose]();
});

const toBob = (title: string) => {
  const organization = north.idOf("organization", bob.organizationId, south);
  return advisory({ title, tlp: "AMBER", organizations: [organization] });
};
const seen = async (): Promise<string[]> => {
  const { edges } = await south.forum.store.as(bob.viewer).page({ first: 100, filter: {} });
  return edges.map(({ node }) => node.content.envelope.title).toSorted();
};
const alarms = async (): Promise<string[]> => {
  const open = await south.forum.store.as(steward.viewer).federation.alarms({ open: true });
  for (const { id } of open) await south.forum.store.commit(operator, "acknowledgeAlarm", { alarmId: id });
  return [...new Set(open.map(({ kind, stream }) => `${kind} ${stream?.replace(/:.*/, "") ?? ""}`))].toSorted();
};
/** North says what it owes; south has a cursor of before, so that it reads from the beginning. */
async function send(): Promise<Received> {
  await north.publish();
  await south.forum.store.commit(operator, "rereadPeer", { peerId: await south.peerId(north) });
  return south.pull(north);
}
/** The database of north is another one while it is closed. */
async function whileClosed(change: (url: string) => Promise<unknown>): Promise<void> {
  const { key } = north;
  const { url } = north.forum;
  await north[Symbol.asyncDispose]();
  await change(url);
  north = await FederatedForum.open("North", { now }, url, key);
}

describe("a forum whose backup is put back", () => {
  let kept: string;
  let named: string;

  it("tells its peers everything anew: nothing that they had is lost or altered, and nobody keeps what it may not see", async () => {
    kept = (await north.forum.publish(author, advisory({ title: "Kept", tlp: "CLEAR" }))).itemId;
    named = (await north.forum.publish(author, toBob("Named"))).itemId;
    await north.forum.publish(author, advisory({ title: "Green" }));
    await send();
    await backup(north.forum.url, file);
    await north.forum.revise(author, kept, 1, advisory({ title: "Kept, revised", tlp: "CLEAR" }));
    await north.forum.publish(author, advisory({ title: "Lost", tlp: "CLEAR" }));
    await north.forum.publish(author, toBob("Lost to Bob"));
    await send();
    const before = ["Green", "Kept, revised", "Lost", "Lost to Bob", "Named"];
    expect([await seen(), await alarms()]).toEqual([before, []]);
    await whileClosed((url) => restore(url, file, now));
    await north.forum.publish(author, advisory({ title: "New", tlp: "CLEAR" }));
    await north.forum.revise(
      author,
      named,
      1,
      advisory({ title: "Not for Bob", tlp: "AMBER", organizations: [author.organizationId] }),
    );
    expect(await send()).toMatchObject({ stop: null });
    expect(await seen()).toEqual(["Green", "Kept, revised", "Lost", "Lost to Bob", "New"]);
    expect(await alarms()).toEqual(["ROLLED_BACK community", "ROLLED_BACK public", "ROLLED_BACK to"]);
    expect((await north.told("public")).map(({ seq }) => seq)).toEqual([1, 2].map((at) => numbersInLife + at));
  });

  it("is told what of that was not taken, and is taken again as soon as it says something newer", async () => {
    const [found] = await north.forum.store.as(author.viewer).federation.deliveries([kept]);
    expect(found).toMatchObject([{ state: "REFUSED", reason: expect.stringContaining("newer revision") }]);
    await north.forum.revise(author, kept, 1, advisory({ title: "Once more", tlp: "CLEAR" }));
    await send();
    expect(await seen()).toContain("Kept, revised");
    await north.forum.revise(author, kept, 2, advisory({ title: "At last", tlp: "CLEAR" }));
    await send();
    expect(await seen()).toEqual(["At last", "Green", "Lost", "Lost to Bob", "New"]);
    expect(await alarms()).toEqual(["CONFLICT public"]);
  });

  it("is followed from there as before, by those who come later as well, and may be put back again", async () => {
    await using east = await FederatedForum.open("East", { now });
    await east.agree(north);
    await north.agree(east);
    await north.publish();
    expect(await east.pull(north)).toMatchObject({ stop: null, outcomes: { refused: 0 }, gaps: [] });
    await whileClosed((url) => restore(url, file, now));
    await north.forum.publish(author, advisory({ title: "Newer", tlp: "CLEAR" }));
    expect(await send()).toMatchObject({ stop: null });
    // what was taken back from Bob since stays so, though the backup says otherwise
    expect(await seen()).toEqual(["At last", "Green", "Lost", "Lost to Bob", "New", "Newer"]);
    const [found] = await north.forum.store.as(author.viewer).federation.deliveries([named]);
    expect(found?.find(({ peerName }) => peerName === "South")).toMatchObject({ state: "REFUSED" });
    expect((await north.told("public")).at(-1)).toMatchObject({ seq: 2 * numbersInLife + 2 });
  });

  it("uses no number again that the backup knows of, wherever that is put", async () => {
    const used = async (url: string) => {
      const dialect = await openDialect(url, {});
      try {
        return await readUsed(dialect.reader, dialect.tables);
      } finally {
        await dialect[Symbol.asyncDispose]();
      }
    };
    const elsewhere = await freshStoreUrl();
    await backup(north.forum.url, `${file}.moved`);
    const before = await used(north.forum.url);
    await restore(elsewhere, `${file}.moved`, now);
    expect(before).toBeGreaterThan(numbersInLife);
    expect(await used(elsewhere)).toBeGreaterThan(before);
  });

  it("by hand is an alarm, until the operator says so", async () => {
    const peer = { kind: "peer", peerId: await north.peerId(south) } as const;
    const receipt = { stream: "public", after: 0, sequence: 2_000_000_000, refused: [] } as const;
    await north.forum.store.commit(peer, "confirmEnvelopes", { receipts: [receipt] });
    const [alarm] = await north.forum.store
      .as((await north.forum.person({ role: "STEWARD" })).viewer)
      .federation.alarms({ open: true });
    expect(alarm).toMatchObject({ kind: "ROLLED_BACK", message: expect.stringContaining("begin-anew") });
    await whileClosed((url) => beginAnew(url, now));
    await north.forum.publish(author, advisory({ title: "Newest", tlp: "CLEAR" }));
    expect(await send()).toMatchObject({ stop: null });
    expect(await seen()).toContain("Newest");
  });
});

it("a server whose backup is put back is followed from there by those who followed it", async () => {
  const environment = { TOCSIN_DATABASE: await freshStoreUrl() };
  const before = await startForum("Put back", environment);
  await using other = await startForum("Follower");
  const member = await addReachable(before);
  await Promise.all([agree(before, other), agree(other, before)]);
  const publish = (app: App, title: string) => {
    const viewer = { kind: "account", accountId: member.accountId, tokenId: member.tokenId } as const;
    return app.store.commit(viewer, "publish", { item: advisory({ title, tlp: "CLEAR" }), idempotencyKey: null });
  };
  const titles = async () => {
    const { edges } = await other.store.as({ kind: "anonymous" }).page({ first: 100, filter: {} });
    return edges.map(({ node }) => node.content.envelope.title).toSorted();
  };
  await publish(before, "Before");
  await expect.poll(titles, soon).toEqual(["Before"]);
  await backup(environment.TOCSIN_DATABASE, `${file}.server`);
  await publish(before, "Lost");
  await expect.poll(titles, soon).toEqual(["Before", "Lost"]);
  const { port } = new URL(before.url);
  await before[Symbol.asyncDispose]();
  await restore(environment.TOCSIN_DATABASE, `${file}.server`);
  await using after = await startForum("Put back", { ...environment, PORT: port });
  const { itemId } = await publish(after, "After");
  await expect.poll(titles, soon).toEqual(["After", "Before", "Lost"]);
  const viewer = { kind: "account", accountId: member.accountId, tokenId: member.tokenId } as const;
  const states = async () =>
    (await after.store.as(viewer).federation.deliveries([itemId]))[0]?.map(({ state }) => state);
  await expect.poll(states, soon).toEqual(["CONFIRMED"]);
});
