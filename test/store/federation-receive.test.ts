import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "../../domain/people.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, lineOf, operator, refusalOf } from "../support/small-forum.ts";

const time = Date.parse("2026-11-26T04:00:00.000Z");
const now = (): Date => new Date(time);

let origin: FederatedForum;
let here: FederatedForum;
let author: Person;
let alice: Person;
let bob: Person;
let guest: { organization: string; account: string };

beforeAll(async () => {
  [origin, here] = [await FederatedForum.open("Origin", { now }), await FederatedForum.open("Here", { now })];
  author = await origin.person();
  [alice, bob] = [await here.person(), await here.person()];
  await origin.agree(here, { community: true });
  await here.agree(origin, { community: true });
  await origin.learn(here);
  guest = {
    organization: origin.idOf("organization", alice.organizationId, here),
    account: origin.idOf("account", alice.accountId, here),
  };
});
afterAll(async () => {
  await origin[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

async function send(): Promise<void> {
  await origin.publish();
  const { stop } = await here.pull(origin);
  expect(stop).toBeNull();
}

const itemHere = (id: string): string => here.idOf("item", id, origin);
const seenBy = async (person: Person | null, id: string) =>
  here.forum.store.as(person?.viewer ?? anonymous).item(itemHere(id));
const feedOf = async (person: Person, id: string) =>
  (await here.forum.pages(person, null))
    .filter(({ itemId }) => itemId === itemHere(id))
    .map((event) => lineOf(event).split(" ")[0]);

/** Alice passes an item of the other forum on. */
const relay = (itemId: string, ...organizationIds: string[]): Promise<unknown> =>
  here.forum.store.commit(alice.viewer, "relay", { itemId: itemHere(itemId), organizationIds, idempotencyKey: null });

describe("an item of another forum", () => {
  it("is shown here under the label that its origin gave it", async () => {
    const clear = await origin.forum.publish(author, advisory({ tlp: "CLEAR", title: "For everybody" }));
    const green = await origin.forum.publish(author, advisory({ tlp: "GREEN" }));
    const amber = await origin.forum.publish(author, advisory({ tlp: "AMBER", organizations: [guest.organization] }));
    const red = await origin.forum.publish(author, advisory({ tlp: "RED", accounts: [guest.account] }));
    await send();
    const seen = async (who: Person | null) =>
      Promise.all([clear, green, amber, red].map(async ({ itemId }) => (await seenBy(who, itemId))?.tlp ?? null));
    expect(await seen(null)).toEqual(["CLEAR", null, null, null]);
    expect(await seen(bob)).toEqual(["CLEAR", "GREEN", null, null]);
    expect(await seen(alice)).toEqual(["CLEAR", "GREEN", "AMBER", "RED"]);
    expect(await seenBy(alice, amber.itemId)).toMatchObject({
      originId: here.idOf("organization", author.organizationId, origin),
      originSector: "COMPANY",
      revision: 1,
      viewerIsOrigin: false,
      handling: { mayChange: false },
    });
    const found = await here.forum.store.as(alice.viewer).page({ first: 10, filter: { text: "everybody" } });
    expect(found.edges.map(({ node }) => node.id)).toEqual([itemHere(clear.itemId)]);
  });

  it("is revised, narrowed, widened and withdrawn here as at home", async () => {
    const { itemId } = await origin.forum.publish(author, advisory({ tlp: "GREEN" }));
    await send();
    await origin.forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", organizations: [guest.organization] }));
    await send();
    expect([await seenBy(bob, itemId), (await seenBy(alice, itemId))?.revision]).toEqual([null, 2]);
    await origin.forum.revise(author, itemId, 2, advisory({ tlp: "CLEAR" }));
    await send();
    expect([(await seenBy(bob, itemId))?.revision, (await seenBy(null, itemId))?.tlp]).toEqual([3, "CLEAR"]);
    await origin.forum.withdraw(author, itemId);
    await send();
    expect(await seenBy(bob, itemId)).toMatchObject({ status: "WITHDRAWN", withdrawal: { reason: "It was wrong." } });
    expect(await feedOf(alice, itemId)).toEqual(["PUBLISHED", "REVISED", "REVISED", "WITHDRAWN"]);
    expect(await feedOf(bob, itemId)).toEqual(["PUBLISHED", "HIDDEN", "PUBLISHED", "WITHDRAWN"]);
  });

  it("is hidden here from whoever is named no longer, and comes back to them", async () => {
    const { store } = origin.forum;
    const groupId = await origin.forum.group(author);
    await origin.change(here, { community: true, groups: [groupId] });
    const seat = { groupId, member: { organizationId: guest.organization } };
    await store.commit(operator, "joinGroup", seat);
    const { itemId } = await origin.forum.publish(author, advisory({ tlp: "AMBER", groups: [groupId] }));
    await send();
    const told: unknown[] = [];
    let cursor = await here.forum.store.as(alice.viewer).feedCursor();
    for (const command of ["leaveGroup", "joinGroup", "leaveGroup"] as const) {
      await store.commit(operator, command, seat);
      await send();
      const page = await here.forum.store.as(alice.viewer).feedPage({ after: cursor, filter: {} });
      cursor = page.endCursor;
      told.push(...page.events.map(({ change }) => change));
    }
    expect(told).toEqual(["HIDDEN", "PUBLISHED", "HIDDEN"]);
    expect(await seenBy(alice, itemId)).toBeNull();
  });

  it("has an origin that is withheld as its author said", async () => {
    for (const attribution of ["SECTOR", "ANONYMOUS"] as const) {
      const draft = advisory({ tlp: "CLEAR" });
      const { itemId } = await origin.forum.publish(author, { ...draft, label: { ...draft.label, attribution } });
      await send();
      expect(await seenBy(alice, itemId)).toMatchObject({
        originId: null,
        originSector: attribution === "SECTOR" ? "COMPANY" : null,
      });
    }
  });

  it("keeps its relations to what has come here", async () => {
    const target = await origin.forum.publish(author, advisory({ tlp: "CLEAR" }));
    const relations = [{ type: "SUPERSEDES" as const, itemId: target.itemId }];
    const { itemId } = await origin.forum.publish(author, { ...advisory({ tlp: "CLEAR" }), relations });
    await send();
    const [found] = await here.forum.store.as(bob.viewer).relations([itemHere(itemId)]);
    expect(found?.map(({ type, item }) => [type, item.id])).toEqual([["SUPERSEDES", itemHere(target.itemId)]]);
  });

  it("is passed on within this forum alone, for as long as it goes to the same people", async () => {
    const { itemId } = await origin.forum.publish(
      author,
      advisory({ tlp: "GREEN", organizations: [guest.organization] }),
    );
    await send();
    await here.learn(origin);
    const elsewhere = here.idOf("organization", author.organizationId, origin);
    expect(await refusalOf(relay(itemId, elsewhere))).toBe("FORBIDDEN");
    await relay(itemId, bob.organizationId);
    expect(await seenBy(bob, itemId)).not.toBeNull();
    await origin.forum.revise(author, itemId, 1, advisory({ title: "Again", organizations: [guest.organization] }));
    await send();
    expect((await seenBy(bob, itemId))?.revision).toBe(2);
    await origin.forum.revise(author, itemId, 2, advisory({ tlp: "AMBER", organizations: [guest.organization] }));
    await send();
    expect(await seenBy(bob, itemId)).toBeNull();
  });

  it("that was hidden and comes back is passed on to nobody any more", async () => {
    const groupId = await origin.forum.group(author);
    await origin.change(here, { community: true, groups: [groupId] });
    const seat = { groupId, member: { organizationId: guest.organization } };
    await origin.forum.store.commit(operator, "joinGroup", seat);
    const { itemId } = await origin.forum.publish(author, advisory({ tlp: "GREEN", groups: [groupId] }));
    await send();
    await relay(itemId, bob.organizationId);
    const seen: boolean[][] = [];
    for (const command of [null, "leaveGroup", "joinGroup"] as const) {
      if (command !== null) await origin.forum.store.commit(operator, command, seat);
      await send();
      seen.push([(await seenBy(alice, itemId)) !== null, (await seenBy(bob, itemId)) !== null]);
    }
    expect(seen).toEqual([
      [true, true],
      [false, false],
      [true, false],
    ]);
  });

  it("is answered here, and changed by nobody here", async () => {
    const { itemId } = await origin.forum.publish(author, advisory({ tlp: "GREEN" }));
    await send();
    const id = itemHere(itemId);
    await here.forum.store.commit(alice.viewer, "answerItem", { itemId: id, state: "AFFECTED", note: null });
    expect(await refusalOf(here.forum.revise(alice, id, 1, advisory()))).toBe("FORBIDDEN");
    expect(await refusalOf(here.forum.withdraw(alice, id))).toBe("FORBIDDEN");
  });
});
