import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../db/federation/hashes.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { newId } from "../../domain/ids.ts";
import { parseContent } from "../../domain/parse.ts";
import { anonymous } from "../../domain/people.ts";
import { arrivalOf, FederatedForum, newKey } from "../support/federated-forum.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator } from "../support/small-forum.ts";
import { Speaker } from "../support/speaker.ts";

const day = 24 * 60 * 60 * 1_000;
let time = Date.parse("2026-11-26T04:00:00.000Z");
const at = (days = 0): string => new Date(time + days * day).toISOString();

let here: FederatedForum;
let other: FederatedForum;
let steward: Person;
let alice: Person;
let otherPeer: string;

beforeAll(async () => {
  here = await FederatedForum.open("Here", { now: () => new Date(time) });
  other = await FederatedForum.open("Other");
  steward = await here.forum.person({ role: "STEWARD" });
  alice = await here.person();
  otherPeer = await here.agree(other, { community: true, hops: 2 });
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

const newSpeaker = (agreement: Partial<Agreement> = {}) =>
  Speaker.agree(here, { steward, reader: alice, now: () => time, agreement });
let speaker: Speaker;
beforeEach(async () => {
  speaker = await newSpeaker();
});

const titles = async (who: Person | null): Promise<(string | undefined)[]> => {
  const { edges } = await here.forum.store.as(who?.viewer ?? anonymous).page({ first: 100, filter: {} });
  return edges.map(({ node }) => node.content.envelope.title);
};

describe("an envelope that is not in its place", () => {
  it("behind a hole stops its forum, and what is missing heals it", async () => {
    const [first, second, third] = [1, 2, 3].map(() => speaker.say("public", {}));
    const held = await speaker.bring(first ?? "", third ?? "");
    expect(held).toMatchObject({
      outcomes: { shown: 1, refused: 1 },
      stop: "Number 2 should come next, and 3 has come.",
      gaps: [{ forumId: speaker.id, stream: "public", after: 1, before: 3 }],
    });
    expect(await speaker.cursor()).toBe(`behind ${hashOf(first ?? "")}`);
    expect(await speaker.alarms()).toEqual(["HOLE 1"]);
    const healed = await speaker.bring(first ?? "", second ?? "", third ?? "");
    expect(healed).toMatchObject({ outcomes: { shown: 2, duplicate: 1 }, stop: null });
    expect(await speaker.cursor()).toBe("end");
  });

  it("behind another history than the one that is here is refused", async () => {
    const first = speaker.say("public", {});
    const fork = speaker.say("public", { previous: hashOf("another") });
    expect(await speaker.bring(first, fork)).toMatchObject({ outcomes: { shown: 1, refused: 1 } });
    expect(await speaker.alarms()).toEqual(["HOLE 1"]);
  });

  it("with the number of another is a second history, and the first stands", async () => {
    const first = speaker.say("public", {}, { content: advisory({ title: "What came first" }).content });
    const second = speaker.say(
      "public",
      { sequence: 1, previous: null },
      { content: advisory({ title: "Forged" }).content },
    );
    const { stop } = await speaker.bring(first, second);
    expect(stop).not.toBeNull();
    expect(await speaker.alarms()).toEqual(["SPLIT_VIEW 1"]);
    expect(await titles(null)).not.toContain("Forged");
  });

  it("that is here already changes nothing, however often it comes", async () => {
    const bytes = [speaker.say("public", {}), speaker.say("community", {})];
    await speaker.bring(...bytes);
    expect(await speaker.bring(...bytes, ...bytes)).toMatchObject({ outcomes: { shown: 0, duplicate: 4 }, stop: null });
  });

  it("signed with a key that is revoked or older than the last is refused", async () => {
    const newer = newKey();
    await here.federation.addPeerKey(speaker.id, { ...newer, number: 2 });
    await speaker.bring(speaker.say("public", {}, {}, newer.kid));
    const old = speaker.say("public", {});
    expect((await speaker.bring(old)).stop).not.toBeNull();
    await here.forum.store.commit(operator, "revokePeerKey", { peerId: speaker.peerId, kid: newer.kid });
    const again = await newSpeaker();
    await here.federation.revokePeerKey(again.id, again.key.kid, at());
    expect((await again.bring(again.say("public", {}))).outcomes.refused).toBe(1);
    expect(await again.alarms()).toEqual(["REVOKED_KEY 1"]);
    expect(await speaker.alarms()).toEqual(["REVOKED_KEY 1"]);
  });

  it("for another forum, or not from its own, is not kept, and comes rightly later", async () => {
    const elsewhere = speaker.say(streamTo(other.id), {});
    const named = speaker.say(streamTo(here.id), {});
    const roundabout = arrivalOf(named, [speaker.id, other.id]);
    expect((await speaker.bring(elsewhere)).outcomes.refused).toBe(1);
    expect((await here.federation.receive(otherPeer, [roundabout], null)).outcomes.refused).toBe(1);
    expect(await speaker.alarms()).toEqual(["TOO_WIDE 1"]);
    expect((await speaker.bring(named)).outcomes.shown).toBe(1);
  });

  it("that speaks for a forum without an agreement, or for us, is nothing", async () => {
    const stranger = await newSpeaker();
    await here.forum.store.commit(operator, "removePeer", { peerId: stranger.peerId });
    const route = [stranger.id, speaker.id];
    const impostor = { forumId: here.id, item: { id: newId("item"), forumId: here.id } };
    const { outcomes, stop } = await speaker.hand(
      arrivalOf(stranger.say("public", {}), route),
      arrivalOf(speaker.say("community", { ...impostor, sequence: 1 }), [here.id, speaker.id]),
      arrivalOf(speaker.say("public", {}), [speaker.id, stranger.id]),
    );
    expect({ outcomes, stop }).toEqual({ outcomes: { shown: 0, hidden: 0, duplicate: 0, refused: 3 }, stop: null });
    expect((await speaker.alarms()).sort()).toEqual(["ALTERED 1", "ALTERED 1", "UNKNOWN_FORUM 1"]);
  });

  it("that says what is here already takes nothing away, whatever would be taken by now; what is new and not taken does", async () => {
    const item = { id: newId("item"), forumId: speaker.id };
    const content = advisory({ title: "Here already" }).content;
    await speaker.bring(speaker.say("public", { item }, { content }));
    const agreement = { ...defaultAgreement, labels: ["RED"] } as const;
    await here.forum.store.commit(operator, "updatePeer", { peerId: speaker.peerId, agreement });
    const relations = [{ type: "RELATED_TO", item: { id: newId("item"), forumId: speaker.id } }];
    await speaker.bring(speaker.say("public", { item }, { content, relations }));
    expect(await titles(null)).toContain("Here already");
    expect((await speaker.bring(speaker.say("public", { item, revision: 2 }, { content }))).outcomes.refused).toBe(1);
    expect(await titles(null)).not.toContain("Here already");
  });

  it("that could not be verified is told, and asked for again where it is the peer's own", async () => {
    const problem = {
      kind: "ALTERED",
      message: "The signature is not that of the key.",
      stream: "public",
      sequence: 1,
    } as const;
    const foreign = await speaker.hand({ cursor: "a", route: [], problem: { ...problem, forumId: other.id } });
    expect(foreign).toMatchObject({ outcomes: { refused: 1 }, stop: null });
    const own = await speaker.hand({ cursor: "b", route: [], problem: { ...problem, forumId: speaker.id } });
    expect(own.stop).toBe(problem.message);
    expect(await speaker.cursor()).toBe("end");
    expect(await speaker.alarms()).toEqual(["ALTERED 1", "ALTERED 1"]);
  });
});

describe("alarms", () => {
  it("of one peer bury nothing, however many forums and streams it names", async () => {
    const kinds = async () => Map.groupBy(await speaker.alarms(), (alarm) => alarm.split(" ")[0]);
    const problem = { kind: "UNKNOWN_FORUM", message: "No key of it is known." } as const;
    const stranger = () => ({ cursor: null, route: [], problem: { ...problem, forumId: crypto.randomUUID() } });
    await speaker.hand(...Array.from({ length: 40 }, stranger));
    const raised = (await kinds()).get("UNKNOWN_FORUM") ?? [];
    expect(raised).toHaveLength(10);
    expect(raised.reduce((sum, alarm) => sum + Number(alarm.split(" ")[1]), 0)).toBe(40);
    const wide = Array.from({ length: 40 }, () => speaker.say(streamTo(crypto.randomUUID()), {}));
    await speaker.bring(...wide);
    expect((await kinds()).get("TOO_WIDE")).toHaveLength(10);
  });
});

describe("what is not taken", () => {
  const refusals = async (): Promise<unknown[]> => {
    const { receipts } = await speaker.hand();
    return receipts.flatMap(({ refused }) => refused.map(({ reason, isExpired }) => [reason, isExpired]));
  };

  it("has a reason that its forum is told, and the stream goes on", async () => {
    const to = streamTo(here.id);
    const stranger = { id: newId("organization"), forumId: here.id };
    await speaker.bring(
      speaker.say("public", { expires: at(-1) }),
      speaker.say("public", {}, { tlp: "ULTRAVIOLET" }),
      speaker.say("public", {}, { tlp: "GREEN" }),
      speaker.say("public", {}, { publishedAt: at(1 / 24) }),
      speaker.say("public", {}, { publishedAt: "0001-01-01T00:00:00.000Z" }),
      speaker.say("public", {}, { revisedAt: at(1) }),
      speaker.say("public", {}, { status: "WITHDRAWN", withdrawal: { reason: "Wrong.", at: at(1) } }),
      speaker.say("public", {}, { content: advisory({ title: "Taken" }).content }),
    );
    await speaker.bring(speaker.say(to, {}, { audience: [stranger] }), speaker.say(to, {}, { tlp: "CLEAR" }));
    expect(await refusals()).toEqual([
      ["Its time was over before it came.", true],
      ["tlp: Give one of RED, AMBER_STRICT, AMBER, GREEN, CLEAR.", false],
      ["tlp: TLP:GREEN cannot come by the stream public.", false],
      ["publishedAt: It says that this was in times to come.", false],
      ["publishedAt: It says that this was before there were forums.", false],
      ["revisedAt: It says that this was in times to come.", false],
      ["withdrawal.at: It says that this was in times to come.", false],
      ["audience: Nobody who is named is at home here.", false],
      ["tlp: TLP:CLEAR cannot come by the stream to.", false],
    ]);
    expect(await titles(null)).toContain("Taken");
    expect((await speaker.alarms()).sort()).toEqual(
      ["EXPIRED 1", "NOT_UNDERSTOOD 5", "TOO_WIDE 1", "TOO_WIDE 2"].sort(),
    );
  });

  it("is passed on to nobody, and neither is what comes behind it, so that nobody behind us meets a hole", async () => {
    await speaker.bring(
      speaker.say("public", {}),
      speaker.say("public", {}, { tlp: "ULTRAVIOLET" }),
      speaker.say("public", {}),
    );
    await speaker.hand();
    const kept = await here.look((on, { envelopes: e }) =>
      on.db.select({ passedOn: e.passedOn }).from(e).where(eq(e.forumId, speaker.id)).orderBy(e.sequence),
    );
    expect(kept.map(({ passedOn }) => passedOn)).toEqual([true, false, false]);
    const peerId = await here.peerId(other);
    const places = [1, 2, 3].map((sequence) => ({ forumId: speaker.id, stream: "public" as const, sequence }));
    const given = await here.forum.store.as({ kind: "peer", peerId }).federation.envelopes(places);
    expect(given.map((envelope) => envelope !== null)).toEqual([true, false, false]);
  });

  it("is what the agreement leaves out, until it does not", async () => {
    await here.forum.store.commit(operator, "updatePeer", {
      peerId: speaker.peerId,
      agreement: { labels: ["CLEAR"], community: false },
    });
    const said = [speaker.say("community", {}, { content: advisory({ title: "Later" }).content })];
    await speaker.bring(...said);
    expect(await refusals()).toEqual([["By the agreement, nothing with TLP:GREEN is taken.", false]]);
    expect(await titles(alice)).not.toContain("Later");
    const receipts = (await speaker.hand()).receipts;
    await here.federation.noteConfirmed(speaker.peerId, receipts);
    await here.forum.store.commit(operator, "updatePeer", {
      peerId: speaker.peerId,
      agreement: { labels: ["GREEN"], community: true },
    });
    expect(await speaker.cursor()).toBeNull();
    expect((await speaker.bring(...said)).receipts).toMatchObject([{ after: 0, sequence: 1, refused: [] }]);
    expect(await titles(alice)).toContain("Later");
  });

  it("takes the place of what was shown before, so that nobody sees what is no longer so", async () => {
    const item = { id: newId("item"), forumId: speaker.id };
    await speaker.bring(speaker.say("public", { item }, { content: advisory({ title: "Out of date" }).content }));
    expect(await titles(null)).toContain("Out of date");
    await speaker.bring(speaker.say("public", { item, revision: 2 }, { tlp: "INFRARED" }));
    expect(await titles(null)).not.toContain("Out of date");
  });

  it("is the same revision with other content, an older one, or anything behind a withdrawal", async () => {
    const item = { id: newId("item"), forumId: speaker.id };
    const withdrawn = { status: "WITHDRAWN", withdrawal: { reason: "Wrong.", at: at() } };
    const content = (title: string) => ({ content: advisory({ title }).content });
    const { outcomes } = await speaker.bring(
      speaker.say("public", { item, revision: 3 }, content("The third")),
      speaker.say("public", { item, revision: 3 }, content("The third, otherwise")),
      speaker.say("public", { item, revision: 2 }, content("The second")),
      speaker.say("public", { item, revision: 3 }, { ...content("The third"), ...withdrawn }),
      speaker.say("public", { item, revision: 4 }, content("The fourth")),
      speaker.say("public", { item, revision: 3 }, content("The third")),
    );
    expect(outcomes).toMatchObject({ shown: 2, refused: 4 });
    expect((await speaker.alarms()).sort()).toEqual(["CONFLICT 3", "ROLLED_BACK 1"]);
    const found = await here.forum.store.as(alice.viewer).item(here.idOf("item", item.id, speaker));
    expect(found).toMatchObject({ status: "WITHDRAWN", content: { envelope: { title: "The third" } } });
  });

  it("is another kind of an item than it was: what came first stands", async () => {
    const item = { id: newId("item"), forumId: speaker.id };
    const fields = { title: "An incident", summary: "In short.", riskCategories: ["CYBER"], severity: "LOW" };
    const { outcomes } = await speaker.bring(
      speaker.say("public", { item }, { content: advisory({ title: "An advisory" }).content }),
      speaker.say("public", { item, revision: 2 }, { content: parseContent("INCIDENT", fields, "content") }),
    );
    expect(outcomes).toMatchObject({ shown: 1, refused: 1 });
    expect(await speaker.alarms()).toEqual(["CONFLICT 1"]);
    const found = await here.forum.store.as(alice.viewer).item(here.idOf("item", item.id, speaker));
    expect(found).toMatchObject({ revision: 1, content: { kind: "ADVISORY", envelope: { title: "An advisory" } } });
  });

  it("is another instant of publication: what is old does not come to the top again, and no revision is older than the one before", async () => {
    const item = { id: newId("item"), forumId: speaker.id };
    await speaker.bring(
      speaker.say("public", { item }, { publishedAt: at(-9) }),
      speaker.say("public", { item, revision: 2 }, { publishedAt: at(), revisedAt: at(-2) }),
      speaker.say("public", { item, revision: 3 }, { publishedAt: at(-10), revisedAt: at(-8) }),
    );
    const found = await here.forum.store.as(alice.viewer).item(here.idOf("item", item.id, speaker));
    expect(found).toMatchObject({ revision: 3, publishedAt: at(-9), revisedAt: at(-2) });
  });

  it("is what comes beyond the quota, which is taken in the next hour", async () => {
    const hasty = await newSpeaker({ envelopesPerHour: 2 });
    const said = [1, 2, 3].map(() => hasty.say("public", {}));
    const held = await hasty.bring(...said);
    expect(held).toMatchObject({ outcomes: { shown: 2 }, stop: expect.stringContaining("in an hour") });
    expect(await hasty.cursor()).toBe(`behind ${hashOf(said[1] ?? "")}`);
    expect((await hasty.bring(...said)).outcomes).toMatchObject({ shown: 0, duplicate: 2 });
    expect(await hasty.alarms()).toEqual(["OVER_QUOTA 2"]);
    time += 60 * 60 * 1_000;
    expect(await hasty.bring(...said)).toMatchObject({ outcomes: { shown: 1, duplicate: 2 }, stop: null });
  });

  it("is what is too much for the quota by its length", async () => {
    const wordy = await newSpeaker({ envelopesPerHour: 6 });
    const content = advisory({ body: "long ".repeat(10_000) }).content;
    const said = [1, 2, 3].map(() => wordy.say("public", {}, { content }));
    expect(await wordy.bring(...said)).toMatchObject({
      outcomes: { shown: 2 },
      stop: expect.stringContaining("6 envelopes"),
    });
    time += 60 * 60 * 1_000;
    expect(await wordy.bring(...said)).toMatchObject({ outcomes: { shown: 1, duplicate: 2 }, stop: null });
  });

  it("is everything from a peer that is paused, removed or only sent to", async () => {
    const bytes = speaker.say("public", {});
    const { peerId } = speaker;
    await here.forum.store.commit(operator, "updatePeer", { peerId, state: "PAUSED" });
    expect(await speaker.bring(bytes)).toMatchObject({ outcomes: { shown: 0 }, stop: expect.any(String) });
    await here.forum.store.commit(operator, "updatePeer", {
      peerId,
      state: "AGREED",
      agreement: { direction: "SEND" },
    });
    expect(await speaker.bring(bytes)).toMatchObject({ outcomes: { shown: 0 }, stop: expect.any(String) });
    await here.forum.store.commit(operator, "removePeer", { peerId });
    expect(await speaker.bring(bytes)).toMatchObject({ outcomes: { shown: 0 }, stop: expect.any(String) });
  });
});

describe("the cursor of a peer's feed", () => {
  it("stays at the beginning where the peer is to be read anew meanwhile", async () => {
    await speaker.bring(speaker.say("public", {}));
    await here.forum.store.commit(operator, "rereadPeer", { peerId: speaker.peerId });
    const next = arrivalOf(speaker.say("public", {}), [speaker.id], "next");
    const { stop, outcomes } = await here.federation.receive(speaker.peerId, [next], "later", "end");
    expect({ stop, outcomes }).toMatchObject({ stop: expect.any(String), outcomes: { shown: 1 } });
    expect(await speaker.cursor()).toBeNull();
  });
});
