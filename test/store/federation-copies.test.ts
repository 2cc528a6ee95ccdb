import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { streamTo } from "../../domain/federation/streams.ts";
import { newId } from "../../domain/ids.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory } from "../support/small-forum.ts";
import { Speaker } from "../support/speaker.ts";

let here: FederatedForum;
let steward: Person;
let alice: Person;
let bob: Person;
let speaker: Speaker;
let item: { readonly id: string; readonly forumId: string };

beforeAll(async () => {
  here = await FederatedForum.open("Here");
  steward = await here.forum.person({ role: "STEWARD" });
  [alice, bob] = [await here.person(), await here.person()];
});
afterAll(() => here[Symbol.asyncDispose]());
beforeEach(async () => {
  speaker = await Speaker.agree(here, { steward, reader: alice, now: () => Date.now(), agreement: {} });
  item = { id: newId("item"), forumId: speaker.id };
});

const seenBy = (who: Person) => here.forum.store.as(who.viewer).item(here.idOf("item", item.id, speaker));
const to = (...people: readonly Person[]) => ({
  audience: people.map(({ organizationId }) => ({ id: organizationId, forumId: here.id })),
});
const green = { tlp: "GREEN" };
const withdrawal = { status: "WITHDRAWN", withdrawal: { reason: "It was wrong.", at: "2026-11-26T04:00:00.000Z" } };
/** By how many places of the log a reader has the item as it is now. */
const timesArrived = async (who: Person): Promise<number> => {
  const { arrivals } = await here.forum.store.as(who.viewer).arrived().from({ order: 0, position: 0 }, {}, 10_000);
  const id = here.idOf("item", item.id, speaker);
  return arrivals.filter((one) => one.type === "item" && one.isNewest && one.itemId === id).length;
};

describe("an item that several streams tell of", () => {
  it("goes to whomever any of them names of its newest revision", async () => {
    const named = streamTo(here.id);
    await speaker.bring(speaker.say(named, { item }, { ...to(alice), ...green }));
    expect([(await seenBy(alice))?.reachedThrough, await seenBy(bob)]).toEqual([
      [{ type: "ORGANIZATION", groupId: null }],
      null,
    ]);
    await speaker.bring(speaker.say("community", { item }));
    expect((await seenBy(alice))?.reachedThrough).toEqual([{ type: "COMMUNITY", groupId: null }]);
    expect((await seenBy(bob))?.reachedThrough).toEqual([{ type: "COMMUNITY", groupId: null }]);
    await speaker.bring(speaker.say("community", { item }, null));
    expect([(await seenBy(alice))?.tlp, await seenBy(bob)]).toEqual(["GREEN", null]);
    await speaker.bring(speaker.say(named, { item }, null));
    expect([await seenBy(alice), await seenBy(bob)]).toEqual([null, null]);
  });

  it("is hidden from everybody once one of them tells of a newer revision that is not for here", async () => {
    const named = streamTo(here.id);
    await speaker.bring(speaker.say("community", { item }), speaker.say(named, { item }, { ...to(alice), ...green }));
    await speaker.bring(speaker.say(named, { item, revision: 2 }, null));
    expect([await seenBy(alice), await seenBy(bob)]).toEqual([null, null]);
    await speaker.bring(
      speaker.say("community", { item, revision: 2 }, { content: advisory({ title: "Anew" }).content }),
    );
    expect((await seenBy(bob))?.content.envelope.title).toBe("Anew");
  });

  it("is not shown as it was by one that comes late", async () => {
    const named = streamTo(here.id);
    await speaker.bring(
      speaker.say("community", { item, revision: 2 }, { content: advisory({ title: "Second" }).content }),
    );
    await speaker.bring(speaker.say(named, { item, revision: 1 }, { ...to(alice), ...green }));
    expect((await seenBy(alice))?.content.envelope.title).toBe("Second");
    await speaker.bring(speaker.say("community", { item, revision: 2 }, null));
    expect(await seenBy(alice)).toBeNull();
  });

  it("is withdrawn once one of them says so, whatever the others have said", async () => {
    const named = streamTo(here.id);
    await speaker.bring(speaker.say("community", { item }));
    await speaker.bring(speaker.say(named, { item }, { ...to(alice), ...green, ...withdrawal }));
    await speaker.bring(speaker.say(named, { item }, null));
    expect(await seenBy(bob)).toMatchObject({ status: "WITHDRAWN", withdrawal: { reason: "It was wrong." } });
  });
});

describe("whoever comes to see an item", () => {
  it("has it from one place of the log, whatever became of it before", async () => {
    const named = streamTo(here.id);
    await speaker.bring(
      ...[to(alice), to(alice, bob), to(bob), to(bob, alice)].map((audience) => speaker.say(named, { item }, audience)),
    );
    expect([await timesArrived(alice), await timesArrived(bob)]).toEqual([1, 1]);
    await speaker.bring(speaker.say(named, { item }, null), speaker.say(named, { item }, to(alice)));
    expect([await timesArrived(alice), await timesArrived(bob)]).toEqual([1, 0]);
  });

  it("has it so when it was withdrawn before, too", async () => {
    const named = streamTo(here.id);
    await speaker.bring(
      speaker.say(named, { item }, to(alice)),
      speaker.say(named, { item }, { ...to(alice), ...withdrawal }),
      speaker.say(named, { item }, { ...to(alice, bob), ...withdrawal }),
    );
    expect([await timesArrived(alice), await timesArrived(bob)]).toEqual([1, 1]);
    expect(await seenBy(bob)).toMatchObject({ status: "WITHDRAWN" });
  });

  it("is told it is hidden as it last had it", async () => {
    const named = streamTo(here.id);
    await speaker.bring(speaker.say(named, { item }, to(alice)), speaker.say(named, { item }, null));
    const arrived = here.forum.store.as(alice.viewer).arrived();
    const { arrivals } = await arrived.from({ order: 0, position: 0 }, {}, 10_000);
    const hidden = arrivals.flatMap((one) =>
      one.type === "hidden" && one.itemId === here.idOf("item", item.id, speaker) ? [one] : [],
    );
    expect(hidden).toMatchObject([{ tlp: "AMBER" }]);
    expect(await arrived.lastSeen(hidden)).toMatchObject([{ status: "WITHDRAWN", tlp: "AMBER" }]);
  });
});
