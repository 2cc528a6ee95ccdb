import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PublishBatch, StreamHead } from "../../db/federation/batch.ts";
import { parseContent } from "../../domain/parse.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import type { Payload } from "../support/federated-forum.ts";
import { FederatedForum, newKey } from "../support/federated-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator, range, refusalOf } from "../support/small-forum.ts";

let here: FederatedForum;
let there: FederatedForum;
let author: Person;
let alice: Person;
let bob: Person;
/** Ids here of those at home there. */
let aliceHere: { organization: string; account: string };
let bobHere: { organization: string; account: string };

beforeAll(async () => {
  here = await FederatedForum.open("Here");
  there = await FederatedForum.open("There");
  author = await here.person();
  [alice, bob] = [await there.person(), await there.person()];
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const actsOf = (payloads: readonly Payload[]): string[] =>
  payloads.map(({ act, item, revision }) => [act, item, revision].map(String).join(" "));

describe("what our streams are told", () => {
  it("is nothing before there is a peer, and everything that is for it from then on", async () => {
    const early = await here.forum.publish(author, advisory({ tlp: "CLEAR" }));
    const wide = await here.forum.publish(author, advisory({ tlp: "GREEN" }));
    expect(await here.publish()).toBe(0);
    expect(await here.federation.ownStreams()).toEqual([]);
    await here.agree(there);
    await there.agree(here);
    await here.learn(there);
    aliceHere = {
      organization: here.idOf("organization", alice.organizationId, there),
      account: here.idOf("account", alice.accountId, there),
    };
    bobHere = {
      organization: here.idOf("organization", bob.organizationId, there),
      account: here.idOf("account", bob.accountId, there),
    };
    expect(await here.publish()).toBe(1);
    expect(actsOf(await here.told("public"))).toEqual([`show ${early.itemId} 1`]);
    expect(await here.told("community")).toEqual([]);
    await here.change(there, { community: true });
    expect(await here.publish()).toBe(1);
    expect(actsOf(await here.told("community"))).toEqual([`show ${wide.itemId} 1`]);
    expect(await here.publish()).toBe(0);
  });

  it("follows an item from label to label", async () => {
    const named = advisory({ tlp: "AMBER", organizations: [aliceHere.organization, bobHere.organization] });
    const { itemId } = await here.forum.publish(author, named);
    await here.publish();
    const stream = streamTo(there.id);
    const [shown] = (await here.told(stream)).slice(-1);
    expect(shown).toMatchObject({
      act: "show",
      item: itemId,
      tlp: "AMBER",
      audience: [`${alice.organizationId}@${there.id}`, `${bob.organizationId}@${there.id}`].sort((a, b) =>
        idHere(a) < idHere(b) ? -1 : 1,
      ),
      origin: { id: author.organizationId, sector: "COMPANY" },
    });
    await here.forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", organizations: [aliceHere.organization] }));
    await here.publish();
    expect((await here.told(stream)).at(-1)).toMatchObject({ audience: [`${alice.organizationId}@${there.id}`] });
    await here.forum.revise(author, itemId, 2, advisory({ tlp: "GREEN" }));
    await here.publish();
    expect((await here.told(stream)).at(-1)).toMatchObject({ act: "hide", item: itemId, revision: 3 });
    expect((await here.told("community")).at(-1)).toMatchObject({ act: "show", item: itemId, audience: [] });
    await here.forum.withdraw(author, itemId);
    await here.publish();
    expect((await here.told("community")).at(-1)).toMatchObject({ status: "WITHDRAWN", revision: 3 });
    expect((await here.told(stream)).at(-1)).toMatchObject({ act: "hide" });
  });

  it("says in a hide nothing but the item", async () => {
    const hidden = (await here.told(streamTo(there.id))).find(({ act }) => act === "hide");
    expect(Object.keys(hidden ?? {}).sort()).toEqual([
      "act",
      "at",
      "expires",
      "forum",
      "item",
      "prev",
      "revision",
      "seq",
      "stream",
      "v",
    ]);
  });

  it("shows an item by its new stream before it hides it on the old one", async () => {
    const { itemId } = await here.forum.publish(author, advisory({ tlp: "GREEN" }));
    await here.publish();
    await here.forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", organizations: [aliceHere.organization] }));
    const { places } = await here.places(await here.peerId(there), await feedEnd());
    expect(places).toEqual([]);
    const before = await feedEnd();
    await here.publish();
    const after = await here.places(await here.peerId(there), before);
    expect(after.places.map(({ place }) => place.stream)).toEqual([streamTo(there.id), "community"]);
  });

  it("names members by a group of the agreement for as long as they are in it", async () => {
    const { store } = here.forum;
    const groupId = await here.forum.group(author);
    await here.change(there, { community: true, groups: [groupId] });
    const { itemId } = await here.forum.publish(author, advisory({ tlp: "AMBER", groups: [groupId] }));
    await here.publish();
    const stream = streamTo(there.id);
    const lastOf = async () => (await here.told(stream)).findLast(({ item }) => item === itemId);
    expect(await lastOf()).toBeUndefined();
    const seat = { groupId, member: { organizationId: bobHere.organization } };
    await store.commit(operator, "joinGroup", seat);
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "show", audience: [`${bob.organizationId}@${there.id}`] });
    await store.commit(operator, "suspendOrganization", { organizationId: bobHere.organization, suspended: true });
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "hide" });
    await store.commit(operator, "suspendOrganization", { organizationId: bobHere.organization, suspended: false });
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "show" });
    await store.commit(operator, "leaveGroup", seat);
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "hide" });
    await store.commit(operator, "joinGroup", seat);
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "show" });
    await here.change(there, { groups: [] });
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "hide" });
  });

  it("names a person for as long as its forum tells of it", async () => {
    const { itemId } = await here.forum.publish(author, advisory({ tlp: "RED", accounts: [aliceHere.account] }));
    const lastOf = async () => {
      await here.learn(there);
      await here.publish();
      return (await here.told(streamTo(there.id))).findLast(({ item }) => item === itemId);
    };
    expect(await lastOf()).toMatchObject({ act: "show", audience: [`${alice.accountId}@${there.id}`] });
    const { accountId } = alice;
    await there.forum.store.commit(operator, "updateAccount", { accountId, listed: false });
    expect(await lastOf()).toMatchObject({ act: "hide" });
    await there.forum.store.commit(operator, "updateAccount", { accountId, listed: true });
    expect(await lastOf()).toMatchObject({ act: "show" });
    const suspend = (suspended: boolean) =>
      here.forum.store.commit(operator, "suspendAccount", { accountId: aliceHere.account, suspended });
    await suspend(true);
    expect(await lastOf()).toMatchObject({ act: "hide" });
    await suspend(false);
    expect(await lastOf()).toMatchObject({ act: "show" });
  });

  it("goes to a member elsewhere to whom an item is relayed, as far as the label allows", async () => {
    const { itemId } = await here.forum.publish(
      author,
      advisory({ tlp: "GREEN", organizations: [author.organizationId] }),
    );
    await here.publish();
    const stream = streamTo(there.id);
    const lastOf = async () => (await here.told(stream)).findLast(({ item }) => item === itemId);
    expect(await lastOf()).toBeUndefined();
    const to = { itemId, organizationIds: [aliceHere.organization], idempotencyKey: null };
    await here.forum.store.commit(author.viewer, "relay", to);
    await here.publish();
    expect(await lastOf()).toMatchObject({ act: "show", audience: [`${alice.organizationId}@${there.id}`] });
  });

  it("leaves the community by the will of its origin alone", async () => {
    const { store } = here.forum;
    const reader = await here.forum.person();
    const circle = [author.organizationId, reader.organizationId];
    const { itemId } = await here.forum.publish(author, advisory({ tlp: "GREEN", organizations: circle }));
    const { itemId: clear } = await here.forum.publish(author, advisory({ tlp: "CLEAR" }));
    const relay = (id: string) => ({ itemId: id, organizationIds: [bobHere.organization], idempotencyKey: null });
    await here.change(there, { community: false });
    expect(await refusalOf(store.commit(reader.viewer, "relay", relay(itemId)))).toBe("FORBIDDEN");
    await store.commit(reader.viewer, "relay", relay(clear));
    await here.change(there, { community: true });
    await store.commit(reader.viewer, "relay", relay(itemId));
    await here.publish();
    const lastOf = async () => (await here.told(streamTo(there.id))).findLast(({ item }) => item === itemId);
    expect(await lastOf()).toMatchObject({ act: "show", audience: [`${bob.organizationId}@${there.id}`] });
  });

  it("tells of a relation once the other item goes to whoever follows the stream", async () => {
    const target = await here.forum.publish(author, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    const relations = [{ type: "SUPERSEDES" as const, itemId: target.itemId }];
    const { itemId } = await here.forum.publish(author, { ...advisory({ tlp: "CLEAR" }), relations });
    await here.publish();
    const lastOf = async () => (await here.told("public")).findLast(({ item }) => item === itemId);
    expect(await lastOf()).toMatchObject({ relations: [] });
    await here.forum.revise(author, target.itemId, 1, advisory({ tlp: "CLEAR" }));
    await here.publish();
    expect(await lastOf()).toMatchObject({
      relations: [{ type: "SUPERSEDES", item: `${target.itemId}@${here.id}` }],
      revision: 1,
    });
    await here.forum.revise(author, target.itemId, 2, advisory({ tlp: "GREEN" }));
    await here.publish();
    expect(await lastOf()).toMatchObject({ relations: [] });
  });

  it("goes on in small pieces while somebody changes an item all the time, and as before once that is over", async () => {
    await here.publish();
    const items: string[] = [];
    for (const at of range(120))
      items.push((await here.forum.publish(author, advisory({ title: `Piece ${at}`, tlp: "CLEAR" }))).itemId);
    const [restless = ""] = items;
    const sizes: number[] = [];
    for (let revision = 1; revision < 6; revision++) {
      const batch = await here.federation.nextBatch();
      if (batch === null) throw new Error("there is something to be told");
      sizes.push(batch.drafts.length);
      await here.forum.revise(author, restless, revision, advisory({ title: `Restless ${revision}`, tlp: "CLEAR" }));
      expect(await here.federation.publish(batch, here.sign(batch), 1)).toBe(false);
    }
    expect(sizes).toEqual([100, 25, 7, 2, 1]);
    expect(await here.publish()).toBe(120);
    await here.forum.revise(author, restless, 6, advisory({ tlp: "GREEN" }));
    expect(await here.publish()).toBe(2);
  });

  it("withholds the origin as its author said", async () => {
    for (const attribution of ["SECTOR", "ANONYMOUS"] as const) {
      const draft = advisory({ tlp: "CLEAR" });
      await here.forum.publish(author, { ...draft, label: { ...draft.label, attribution } });
      await here.publish();
      const last = (await here.told("public")).at(-1);
      expect(last).toMatchObject({ attribution, origin: attribution === "SECTOR" ? { sector: "COMPANY" } : null });
      expect(JSON.stringify(last)).not.toContain(author.organizationId);
    }
  });

  it("is nothing that is still a draft, and no longer than an envelope can be", async () => {
    const before = await here.federation.ownStreams();
    await here.forum.store.commit(author.viewer, "saveDraft", { itemId: null, item: advisory({ tlp: "CLEAR" }) });
    const text = "\u{1f512}".repeat(2_000);
    const references = range(200).map(() => ({ title: text, url: "https://example.org", source: text }));
    const fields = { title: "Long", summary: "Long.", riskCategories: ["CYBER"], severity: "HIGH", references };
    const content = parseContent("ADVISORY", fields, "input.advisory");
    await here.forum.publish(author, { ...advisory({ tlp: "CLEAR" }), content });
    expect(await here.publish()).toBe(0);
    expect(await here.federation.ownStreams()).toEqual(before);
  });
});

describe("a batch that was signed", () => {
  let batch: PublishBatch;
  beforeEach(async () => {
    await here.forum.publish(author, advisory({ tlp: "CLEAR" }));
    batch = await owed();
  });

  async function owed(): Promise<PublishBatch> {
    const next = await here.federation.nextBatch();
    if (next === null) throw new Error("nothing is owed");
    return next;
  }

  /** Whether it was written, and how much longer the stream has become. */
  async function written(one: PublishBatch, keyNumber = 1): Promise<readonly [boolean, number]> {
    const before = await here.told("public");
    const isWritten = await here.federation.publish(one, here.sign(one), keyNumber);
    return [isWritten, (await here.told("public")).length - before.length];
  }

  it("is not written where another node has moved the place, and is made anew", async () => {
    expect(await written({ ...batch, fromPosition: (batch.fromPosition ?? 0) - 1 })).toEqual([false, 0]);
    expect(await written(await owed())).toEqual([true, 1]);
  });

  it("is not written behind another end of the stream than the one that it was signed for", async () => {
    const { sequence = 0, hash = null, keyNumber = 1 } = batch.streams.get("public") ?? {};
    const behind = (head: StreamHead): PublishBatch => ({ ...batch, streams: new Map([["public", head]]) });
    expect(await written(behind({ sequence: sequence + 1, hash, keyNumber }))).toEqual([false, 0]);
    expect(await written(behind({ sequence, hash: "another", keyNumber }))).toEqual([false, 0]);
    expect(await written(await owed())).toEqual([true, 1]);
  });

  it("is not written under a key that is not the newest any more, nor under one that is revoked", async () => {
    const [first, second] = [newKey(), newKey()].map((key, at) => ({
      ...key,
      number: at + 1,
      privateKey: "sealed",
      statement: null,
    }));
    if (first === undefined || second === undefined) throw new Error("there are no keys");
    await here.federation.addOwnKey(first);
    await here.federation.addOwnKey(second);
    expect(await written(batch, 1)).toEqual([false, 0]);
    await here.federation.revokeOwnKey(second.kid);
    expect(await written(await owed(), 2)).toEqual([false, 0]);
    expect(await written(await owed(), 1)).toEqual([true, 1]);
  });
});

async function feedEnd(): Promise<string> {
  return (await here.places(await here.peerId(there), null)).end;
}

function idHere(address: string): string {
  const [id = ""] = address.split("@");
  return here.idOf("organization", id, there);
}
