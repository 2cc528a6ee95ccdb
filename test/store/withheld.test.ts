import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "../../domain/people.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator, range, refusalOf, SmallForum } from "../support/small-forum.ts";

/** What could be found out by asking cleverly. */
describe("what is withheld is not found out", () => {
  let forum: SmallForum;
  let origin: Person;
  let other: Person;

  beforeAll(async () => {
    forum = await SmallForum.open();
    origin = await forum.person();
    other = await forum.person({ sector: "GOVERNMENT" });
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  const withheld = (wish: Parameters<typeof advisory>[0], attribution: "SECTOR" | "ANONYMOUS") => {
    const draft = advisory(wish);
    return { ...draft, label: { ...draft.label, attribution } };
  };

  it("by filtering the feed on the origin that an earlier revision showed", async () => {
    const { itemId } = await forum.publish(origin, advisory({ tlp: "CLEAR" }));
    const filter = { origins: [origin.organizationId] };
    const eventsOf = async (viewer: Parameters<typeof forum.store.as>[0], by: object) =>
      (await forum.store.as(viewer).feedPage({ filter: by })).events.filter((event) => event.itemId === itemId).length;
    expect(await eventsOf(anonymous, filter)).toBe(1);
    await forum.revise(origin, itemId, 1, withheld({ tlp: "CLEAR" }, "ANONYMOUS"));
    for (const viewer of [anonymous, other.viewer, (await forum.person()).viewer]) {
      expect(await eventsOf(viewer, filter)).toBe(0);
      expect(await eventsOf(viewer, { sectors: ["COMPANY"] })).toBe(0);
      expect(await eventsOf(viewer, {})).toBe(2);
    }
    expect(await eventsOf(origin.viewer, filter)).toBe(2);
  });

  it("by the origin's own sighting", async () => {
    const { itemId } = await forum.publish(
      origin,
      withheld({ tlp: "AMBER", organizations: [other.organizationId] }, "SECTOR"),
    );
    const seen = { itemId, count: 1, firstSeen: "2026-01-01T00:00:00.000Z", lastSeen: "2026-01-02T00:00:00.000Z" };
    for (const { viewer } of [origin, other]) {
      await forum.store.commit(viewer, "reportSighting", {
        ...seen,
        attributed: true,
        note: null,
        idempotencyKey: null,
      });
    }
    // two sightings of one millisecond have no order
    const named = async ({ viewer }: Person) =>
      new Set((await forum.store.as(viewer).sightings([itemId]))[0]?.entries.map((entry) => entry.organizationId));
    expect(await named(other)).toEqual(new Set([null, other.organizationId]));
    expect(await named(origin)).toEqual(new Set([origin.organizationId, other.organizationId]));
  });

  it("by a steward that lets itself or its colleagues in to a group", async () => {
    const steward = await forum.person({ role: "STEWARD" });
    const groupId = await forum.group(other);
    const admit = (member: { accountId: string } | { organizationId: string }) =>
      forum.store.commit(steward.viewer, "joinGroup", { groupId, member });
    const colleague = await forum.person({ organizationId: steward.organizationId });
    expect(await refusalOf(admit({ accountId: steward.accountId }))).toBe("FORBIDDEN");
    expect(await refusalOf(admit({ accountId: colleague.accountId }))).toBe("FORBIDDEN");
    expect(await refusalOf(admit({ organizationId: steward.organizationId }))).toBe("FORBIDDEN");
    await admit({ accountId: origin.accountId });
    const joined = await forum.store.as(origin.viewer).member();
    expect(joined?.groupIds).toContain(groupId);
  });

  it("by a steward that makes its own organisation a client again, of which it is one no more", async () => {
    const steward = await forum.person({ role: "STEWARD" });
    const relation = { providerId: other.organizationId, clientId: steward.organizationId };
    await forum.store.commit(operator, "addClient", relation);
    const { itemId } = await forum.publish(origin, advisory({ tlp: "AMBER", organizations: [other.organizationId] }));
    await forum.relay(other, itemId, steward);
    expect(await forum.store.as(steward.viewer).item(itemId)).toMatchObject({ id: itemId });
    await forum.store.commit(operator, "removeClient", relation);
    expect(await refusalOf(forum.store.commit(steward.viewer, "addClient", relation))).toBe("FORBIDDEN");
    expect(await forum.store.as(steward.viewer).item(itemId)).toBeNull();
    const providing = { providerId: steward.organizationId, clientId: other.organizationId };
    await forum.store.commit(steward.viewer, "addClient", providing);
    await forum.store.commit(steward.viewer, "removeClient", providing);
  });

  it("by a steward that makes a token for somebody else", async () => {
    const steward = await forum.person({ role: "STEWARD" });
    const make = (accountId: string) =>
      forum.store.commit(steward.viewer, "createToken", { accountId, name: null, expiresAt: null });
    expect(await refusalOf(make(origin.accountId))).toBe("FORBIDDEN");
    const { token } = await make(steward.accountId);
    expect((await forum.store.authenticate(token)).viewer.accountId).toBe(steward.accountId);
  });

  it("by passing an item on to those who may be named already", async () => {
    const third = await forum.person();
    const wish = { tlp: "AMBER", organizations: [other.organizationId, third.organizationId] } as const;
    const { itemId } = await forum.publish(origin, advisory(wish));
    const stranger = await forum.person();
    const outcomes = [];
    for (const target of [third, stranger]) outcomes.push(await refusalOf(forum.relay(other, itemId, target)));
    expect(outcomes).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });
});

describe("what is meant for somebody reaches it", () => {
  it("through a filter on a group that it has left: HIDDEN of what it was shown there", async () => {
    await using forum = await SmallForum.open();
    const [origin, reader] = await forum.people(2);
    if (!origin || !reader) throw new Error("two people were asked for");
    const groupId = await forum.group(reader);
    const filter = { groups: [groupId] };
    const { itemId } = await forum.publish(origin, advisory({ tlp: "AMBER", groups: [groupId] }));
    const shown = await forum.store.as(reader.viewer).feedPage({ filter });
    expect(shown.events.map(({ change }) => change)).toEqual(["PUBLISHED"]);
    await forum.revise(origin, itemId, 1, advisory({ tlp: "AMBER", sectors: ["ACADEMIA"] }));
    await forum.leave(groupId, reader);
    const resumed = await forum.store.as(reader.viewer).feedPage({ after: shown.endCursor, filter });
    expect(resumed.events.map(({ change }) => change)).toEqual(["HIDDEN", "RIGHTS_CHANGED"]);
  });

  it("by a relay, though it joined the group that was named before it asked", async () => {
    await using forum = await SmallForum.open();
    const [origin, insider, reader] = await forum.people(3);
    if (!origin || !insider || !reader) throw new Error("three people were asked for");
    const groupId = await forum.group(insider);
    const { itemId } = await forum.publish(origin, advisory({ groups: [groupId] }));
    const after = await forum.store.as(reader.viewer).feedCursor();
    await forum.relay(insider, itemId, reader);
    await forum.join(groupId, reader);
    expect((await forum.pages(reader, after)).map(({ change }) => change)).toEqual(["PUBLISHED", "RIGHTS_CHANGED"]);
  });

  it("in an audience as large as the API takes", { timeout: 60_000 }, async () => {
    await using forum = await SmallForum.open();
    const origin = await forum.person();
    const organizations = await Promise.all(
      range(1_000).map(async (at) => {
        const wish = { name: `Organisation ${at}`, sector: "ACADEMIA", country: null } as const;
        return (await forum.store.commit(operator, "addOrganization", wish)).id;
      }),
    );
    const reader = await forum.person({ organizationId: organizations.at(-1) ?? "" });
    const { itemId } = await forum.publish(origin, advisory({ tlp: "AMBER", organizations }));
    expect(await forum.store.as(reader.viewer).item(itemId)).toMatchObject({ id: itemId });
  });

  it("in a corrected TLP:RED item, though it has left the directory since", async () => {
    await using forum = await SmallForum.open();
    const [origin, reader, stranger] = await forum.people(3);
    if (!origin || !reader || !stranger) throw new Error("three people were asked for");
    const wish = { tlp: "RED", accounts: [reader.accountId] } as const;
    const { itemId } = await forum.publish(origin, advisory(wish));
    for (const { accountId } of [reader, stranger]) {
      await forum.store.commit(operator, "updateAccount", { accountId, listed: false });
    }
    await forum.revise(origin, itemId, 1, advisory({ ...wish, title: "Corrected" }));
    const read = await forum.store.as(reader.viewer).item(itemId);
    expect(read?.content.envelope.title).toBe("Corrected");
    const wider = advisory({ tlp: "RED", accounts: [reader.accountId, stranger.accountId] });
    expect(await refusalOf(forum.revise(origin, itemId, 2, wider))).toBe("BAD_USER_INPUT");
  });
});

it("no member can take a name that reads like another's", async () => {
  await using forum = await SmallForum.open();
  const add = (name: string) =>
    forum.store.commit(operator, "addOrganization", { name, sector: "COMPANY", country: null });
  const group = (name: string) => forum.store.commit(operator, "addGroup", { name, description: null });
  await add("Acme Labs");
  await group("Red Team");
  for (const name of ["Acme Labs", "ACME  labs", "Ａcme Labs ", "Acme\u200b Labs", "\u202eAc\u00adme \ufeff Labs"])
    expect(await refusalOf(add(name))).toBe("CONFLICT");
  expect(await refusalOf(group("red team"))).toBe("CONFLICT");
  const { id } = await add("Acme");
  const rename = forum.store.commit(operator, "updateOrganization", { organizationId: id, name: "acme labs" });
  expect(await refusalOf(rename)).toBe("CONFLICT");
});
