import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import { newId } from "../../domain/ids.ts";
import { localId } from "../../db/federation/hashes.ts";
import { readHead } from "../../db/forum.ts";
import { openDialect } from "../../db/open.ts";
import { addPeer, memberAtHome, peerDocument, peerWithMember } from "../support/peers.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator, refusalOf, SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
let steward: Person;
let member: Person;
beforeAll(async () => {
  forum = await SmallForum.open();
  steward = await forum.person({ role: "STEWARD" });
  member = await forum.person();
});
afterAll(() => forum[Symbol.asyncDispose]());

const reader = (who: Person) => forum.store.as(who.viewer);
const idHere = (forumId: string, { id }: { readonly id: string }): string =>
  localId(id.startsWith("org_") ? "organization" : "account", { id, forumId }, forum.store.forumId);
let count = 0;
const freshName = (): string => `Forum ${++count}`;

describe("an agreement with another forum", () => {
  test("is made by stewards and the operator, and by nobody else", async () => {
    const input = { document: peerDocument(freshName()), agreement: defaultAgreement };
    expect(await refusalOf(forum.store.commit(member.viewer, "addPeer", input))).toBe("FORBIDDEN");
    expect(await refusalOf(forum.store.commit({ kind: "anonymous" }, "addPeer", input))).toBe("UNAUTHENTICATED");
    const { id } = await forum.store.commit(steward.viewer, "addPeer", input);
    expect((await reader(steward).federation.peers()).find((peer) => peer.id === id)).toMatchObject({
      name: input.document.name,
      url: input.document.url,
      forumId: input.document.forumId,
      care: {
        contact: input.document.contact,
        state: "AGREED",
        agreement: defaultAgreement,
        keys: [{ kid: input.document.key.kid, revokedAt: null }],
        contactedAt: null,
        error: null,
        failures: 0,
        streams: [],
        sent: [],
        received: [],
        openAlarms: 0,
      },
    });
  });

  test("is one for each forum and each name, and none with the forum itself", async () => {
    const name = freshName();
    const { document } = await addPeer(forum.store, name);
    await expect(addPeer(forum.store, freshName(), {}, { ...document, name: freshName() })).rejects.toThrow(
      "There is an agreement with this forum already.",
    );
    await expect(addPeer(forum.store, name.toUpperCase().replace("O", "\u041E"))).rejects.toThrow(
      "Another peer has this name",
    );
    const itself = peerDocument(freshName(), { forumId: forum.store.forumId });
    await expect(addPeer(forum.store, itself.name, {}, itself)).rejects.toThrow("This is the forum itself.");
  });

  test.each([
    ["url", { forumId: "here" }],
    ["name", { name: " " }],
    ["url", { name: "a@b" }],
    ["url", { name: "a\uFF20b" }],
    ["url", { name: " Forum" }],
    ["url", { name: "For\u200Bum" }],
    ["contact", { contact: "" }],
    ["url", { url: "ftp://forum.example" }],
    ["url", { key: { ...peerDocument("x").key, kid: "another" } }],
  ])("is refused with the field %s where the document says %j", async (field, changes) => {
    const document = { ...peerDocument(freshName()), ...changes };
    await expect(addPeer(forum.store, "x", {}, document)).rejects.toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  test.each([
    ["agreement.hops", { hops: 0 }],
    ["agreement.hops", { hops: 9 }],
    ["agreement.envelopesPerHour", { envelopesPerHour: 0 }],
    ["agreement.groups", { groups: [newId("group")] }],
  ])("is refused with the field %s where it says %j", async (field, agreement) => {
    await expect(addPeer(forum.store, freshName(), agreement)).rejects.toMatchObject({ field });
    const { id } = await addPeer(forum.store, freshName());
    await expect(forum.store.commit(operator, "updatePeer", { peerId: id, agreement })).rejects.toMatchObject({
      field,
    });
  });

  test("changes in what is given alone, and is paused and taken up again", async () => {
    const { id } = await addPeer(forum.store, freshName(), { hops: 3 });
    const care = async () => (await reader(steward).federation.peersById([id]))[0]?.care;
    await forum.store.commit(steward.viewer, "updatePeer", { peerId: id, agreement: { community: true } });
    expect(await care()).toMatchObject({ agreement: { hops: 3, community: true }, state: "AGREED" });
    await forum.store.commit(steward.viewer, "updatePeer", { peerId: id, state: "PAUSED" });
    expect(await care()).toMatchObject({ agreement: { hops: 3, community: true }, state: "PAUSED" });
    const followed = async () => (await forum.store.federation.duePeers()).map((peer) => peer.id);
    expect(await followed()).not.toContain(id);
    await forum.store.commit(steward.viewer, "updatePeer", { peerId: id, state: "AGREED" });
    expect(await followed()).toContain(id);
    // its keys are asked for still, since others may pass on what it signs
    const agreement = { direction: "NONE" } as const;
    await forum.store.commit(steward.viewer, "updatePeer", { peerId: id, agreement });
    expect(await followed()).toContain(id);
  });

  test("ends at once: its keys, its connections, and whoever is at home there", async () => {
    const { peer, organization, ida } = await peerWithMember(forum.store, freshName());
    const { forumId, key } = peer.document;
    expect(await forum.store.federation.keysOf(forumId)).toMatchObject([{ ...key, number: 1, revokedAt: null }]);
    expect(await forum.store.standing(peer.viewer)).toBe("good");
    const ended: object[] = [];
    const stop = forum.store.onAccessEnded(({ subject, id }) => ended.push({ subject, id }));
    await forum.store.commit(steward.viewer, "removePeer", { peerId: peer.id });
    await expect.poll(() => ended).toContainEqual({ subject: "peer", id: peer.id });
    stop();
    expect(await forum.store.standing(peer.viewer)).toBe("ended");
    expect(await forum.store.federation.keysOf(forumId)).toEqual([]);
    expect(await forum.store.federation.peerByForum(forumId)).toBeNull();
    const named = advisory({ tlp: "AMBER", organizations: [organization] });
    await expect(forum.publish(member, named)).rejects.toMatchObject({ field: "input.advisory.audience" });
    const personal = advisory({ tlp: "RED", accounts: [ida] });
    await expect(forum.publish(member, personal)).rejects.toMatchObject({ field: "input.advisory.audience" });
    expect(await refusalOf(forum.store.commit(steward.viewer, "removePeer", { peerId: peer.id }))).toBe("NOT_FOUND");
  });

  test("is made anew with another key, which alone is believed then", async () => {
    const { document, id } = await addPeer(forum.store, freshName());
    await forum.store.commit(operator, "removePeer", { peerId: id });
    const again = { ...document, key: peerDocument("another").key };
    await addPeer(forum.store, document.name, {}, again);
    const keys = await forum.store.federation.keysOf(document.forumId);
    expect(keys).toMatchObject([{ kid: again.key.kid, number: 1, revokedAt: null }]);
  });

  test.each([
    [{ state: "PAUSED" }, true],
    [{ agreement: { direction: "RECEIVE" } }, true],
    [{ agreement: { community: true } }, true],
    [{ agreement: { hops: 2 } }, false],
  ] as const)("that changes to %j ends the peer's connections: %s", async (change, ends) => {
    const { id } = await addPeer(forum.store, freshName());
    const ended: string[] = [];
    const stop = forum.store.onAccessEnded((one) => ended.push(one.id));
    await forum.store.commit(operator, "updatePeer", { peerId: id, ...change });
    const { id: last } = await addPeer(forum.store, freshName()); // told of behind it
    await forum.store.commit(operator, "removePeer", { peerId: last });
    await expect.poll(() => ended).toContain(last);
    stop();
    expect(ended.includes(id)).toBe(ends);
  });
});

describe("the keys of a peer", () => {
  test("are added with their number, once, and revoked from the earliest instant that was said", async () => {
    const { document } = await addPeer(forum.store, freshName());
    const { forumId, key } = document;
    const { federation } = forum.store;
    const second = peerDocument("second").key;
    await federation.addPeerKey(forumId, { ...second, number: 2 });
    await federation.addPeerKey(forumId, { ...second, number: 5 });
    expect((await federation.keysOf(forumId)).map(({ kid, number }) => [kid, number])).toEqual([
      [key.kid, 1],
      [second.kid, 2],
    ]);
    const [at, earlier, later] = ["2026-03-03", "2026-02-02", "2026-04-04"].map((day) => `${day}T00:00:00.000Z`);
    for (const instant of [at, later, earlier]) await federation.revokePeerKey(forumId, second.kid, instant ?? "");
    expect((await federation.keysOf(forumId)).at(-1)).toMatchObject({ kid: second.kid, revokedAt: earlier });
    await federation.addPeerKey(forumId, { ...second, number: 2 });
    expect((await federation.keysOf(forumId)).at(-1)).toMatchObject({ revokedAt: earlier });
  });

  test("are revoked by a steward", async () => {
    const { id, document } = await addPeer(forum.store, freshName());
    const input = { peerId: id, kid: document.key.kid };
    expect(await refusalOf(forum.store.commit(member.viewer, "revokePeerKey", input))).toBe("FORBIDDEN");
    const unknown = { peerId: id, kid: "another" };
    expect(await refusalOf(forum.store.commit(steward.viewer, "revokePeerKey", unknown))).toBe("NOT_FOUND");
    await forum.store.commit(steward.viewer, "revokePeerKey", input);
    expect(await forum.store.federation.keysOf(document.forumId)).toMatchObject([{ revokedAt: expect.any(String) }]);
  });
});

test("the forum's own keys are numbered without a gap, whoever is faster", async () => {
  await using own = await SmallForum.open();
  const { federation } = own.store;
  const key = (number: number) => {
    const { kid, publicKey } = peerDocument(`own ${crypto.randomUUID()}`).key;
    return { kid, publicKey, number, privateKey: "secret", statement: number === 1 ? null : "signed" };
  };
  const first = [key(1), key(1)];
  const outcomes = await Promise.allSettled(first.map((one) => federation.addOwnKey(one)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [known] = await federation.ownKeys();
  await federation.addOwnKey(key(2));
  await expect(federation.addOwnKey(key(4))).rejects.toMatchObject({ code: "CONFLICT" });
  await federation.revokeOwnKey(known?.kid ?? "");
  await federation.revokeOwnKey(known?.kid ?? "");
  expect(await refusalOf(federation.revokeOwnKey("another"))).toBe("NOT_FOUND");
  expect((await federation.ownKeys()).map(({ number, revokedAt }) => [number, revokedAt !== null])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test("contact with a peer is written down, and one that is gone stays gone", async () => {
  const { id } = await addPeer(forum.store, freshName());
  const { federation } = forum.store;
  await federation.settlePeer(id, { error: "It does not answer.", failures: 2, inMs: 60_000 });
  const [failed] = await reader(steward).federation.peersById([id]);
  expect(failed?.care).toMatchObject({ error: "It does not answer.", failures: 2, contactedAt: null });
  await federation.settlePeer(id, { error: null, failures: 0, inMs: 0 });
  const [well] = await reader(steward).federation.peersById([id]);
  expect(well?.care).toMatchObject({ error: null, failures: 0, contactedAt: expect.any(String) });
  await forum.store.commit(operator, "removePeer", { peerId: id });
  await federation.settlePeer(id, { error: null, failures: 0, inMs: 0 });
  expect(await reader(steward).federation.peersById([id])).toEqual([null]);
});

test("whoever waits for work is woken by what is committed", async () => {
  let woken = 0;
  const stop = forum.store.federation.onWork(() => woken++);
  await forum.publish(member);
  await expect.poll(() => woken).toBeGreaterThan(0);
  stop();
});

describe("the directory of a peer", () => {
  test("is in the directory here, under names that end in that of their forum", async () => {
    const { peer, organization, ida, ivo } = await peerWithMember(forum.store, freshName());
    const { directory } = reader(member);
    const [found] = await directory.organizations([organization]);
    const name = `AI Security Institute @ ${peer.document.name}`;
    const forumId = peer.document.forumId;
    expect(found).toEqual({
      id: organization,
      name,
      sector: "GOVERNMENT",
      country: "GB",
      forumId,
      suspended: null,
      isShared: null,
    });
    expect(await directory.accounts([ida, ivo])).toMatchObject([
      { name: `Ida @ ${peer.document.name}`, organizationId: organization, forumId, role: null, email: null },
      { name: `Ivo @ ${peer.document.name}`, organizationId: organization, forumId, role: null, email: null },
    ]);
    const page = await directory.organizationPage({ first: 100 });
    expect(page.edges.map(({ node }) => node.id)).toContain(organization);
    expect(page.totalCount).toBe(page.edges.length);
  });

  test("is taken as it is now: new names, who is gone, who is back", async () => {
    const { peer, told, organization, ida, ivo } = await peerWithMember(forum.store, freshName());
    const { federation } = forum.store;
    const { directory } = reader(member);
    const seen = async (): Promise<unknown> => [
      (await directory.organizations([organization]))[0]?.name ?? null,
      (await directory.accounts([ida, ivo])).map((account) => account?.name ?? null),
    ];
    const [first, second] = told.accounts;
    if (first === undefined || second === undefined) throw new Error("it has two accounts");
    const renamed = { ...told, name: "AISI", accounts: [{ ...first, name: "Ida B." }] };
    await federation.noteDirectory(peer.id, [renamed]);
    const there = (name: string): string => `${name} @ ${peer.document.name}`;
    expect(await seen()).toEqual([there("AISI"), [there("Ida B."), null]]);
    await federation.noteDirectory(peer.id, []);
    expect(await seen()).toEqual([null, [null, null]]);
    expect(await reader(steward).directory.accounts([ida, ivo])).toEqual([null, null]);
    const page = await directory.accountPage({ first: 100, organizationId: organization });
    expect([page.edges, page.totalCount]).toEqual([[], 0]);
    await federation.noteDirectory(peer.id, [told]);
    expect(await seen()).toEqual([there("AI Security Institute"), [there("Ida"), there("Ivo")]]);
  });

  test("writes nothing and wakes nobody where it says nothing new", async () => {
    const { peer, told } = await peerWithMember(forum.store, freshName());
    const before = await reader(member).feedCursor();
    await using dialect = await openDialect(forum.url, {});
    const head = await readHead(dialect.reader, dialect.tables);
    await forum.store.federation.noteDirectory(peer.id, [told]);
    expect(await readHead(dialect.reader, dialect.tables)).toEqual(head);
    expect((await reader(member).feedPage({ after: before, filter: {} })).events).toEqual([]);
  });

  test("gives nobody a name that another has", async () => {
    const name = freshName();
    await forum.store.commit(operator, "addOrganization", { name: "Kestrel", sector: "COMPANY", country: null });
    const peer = await addPeer(forum.store, name);
    const [one, other] = [memberAtHome("Kestrel"), memberAtHome("  KESTREL ")];
    await forum.store.federation.noteDirectory(peer.id, [one, other]);
    const ids = [one, other].map((told) => idHere(peer.document.forumId, told));
    const names = (await reader(member).directory.organizations(ids)).map((found) => found?.name);
    expect(names[0]).toBe(`Kestrel @ ${name}`);
    expect(names[1]).toBe(`KESTREL @ ${name} (${ids[1]?.slice(-8)})`);
    await forum.store.federation.noteDirectory(peer.id, [one, other]);
    expect((await reader(member).directory.organizations(ids)).map((found) => found?.name)).toEqual(names);
    for (const at of [" @ ", "@", "\u00A0@\u00A0", "\u3164@\u3164", " \uFF20 ", " \uFE6B ", "\u200B @\u200B "]) {
      const local = { name: `Kestrel${at}${name}`, sector: "COMPANY", country: null } as const;
      await expect(forum.store.commit(operator, "addOrganization", local)).rejects.toMatchObject({ field: "name" });
    }
    const renamed = { accountId: member.accountId, name: `Ida @ ${name}` };
    await expect(forum.store.commit(operator, "updateAccount", renamed)).rejects.toMatchObject({ field: "name" });
  });

  test("calls nobody as if it were at home elsewhere, or what cannot be seen", async () => {
    const name = freshName();
    const peer = await addPeer(forum.store, name);
    const told = [
      memberAtHome("UK AISI @ forum.example", "Ida\uFF20forum.example"),
      memberAtHome("UK\u00A0AISI\u202E \u3164\u3164\u3164 \u2800 x", "I\u200Bvo\u0007"),
      memberAtHome("\u202E\u2066"),
    ];
    await forum.store.federation.noteDirectory(peer.id, told);
    const { directory } = reader(member);
    const { forumId } = peer.document;
    const here = await directory.organizations(told.map((one) => idHere(forumId, one)));
    expect(here.map((found) => found?.name)).toEqual([
      `UK AISI (at) forum.example @ ${name}`,
      `UK AISI x @ ${name}`,
      `? @ ${name}`,
    ]);
    const accounts = told.flatMap((one) =>
      one.accounts.map(({ id }) => localId("account", { id, forumId }, forum.store.forumId)),
    );
    expect((await directory.accounts(accounts)).map((found) => found?.name)).toEqual([
      `Ida(at)forum.example @ ${name}`,
      `Ivo @ ${name}`,
    ]);
  });

  test("of a forum without an agreement is not taken", async () => {
    const told = memberAtHome("Nobody");
    await forum.store.federation.noteDirectory(newId("peer"), [told]);
    expect(await reader(member).directory.organizations([idHere(crypto.randomUUID(), told)])).toEqual([null]);
  });
});

describe("our own directory", () => {
  test("holds the organisations that have said so, with the accounts that are listed", async () => {
    await using own = await SmallForum.open();
    const [one, other] = await own.people(2);
    if (one === undefined || other === undefined) throw new Error("two were asked for");
    const hidden = await own.person({ organizationId: one.organizationId });
    await own.store.commit(operator, "updateAccount", { accountId: hidden.accountId, listed: false });
    expect(await own.store.federation.directory()).toEqual([]);
    const input = { organizationId: one.organizationId, reachable: true };
    expect(await refusalOf(own.store.commit(other.viewer, "setReachable", input))).toBe("FORBIDDEN");
    await own.store.commit(one.viewer, "setReachable", input);
    expect(await own.store.federation.directory()).toMatchObject([
      { id: one.organizationId, accounts: [{ id: one.accountId }] },
    ]);
    const views = await own.store.as(other.viewer).directory.organizations([one.organizationId, other.organizationId]);
    expect(views.map((view) => view?.isShared)).toEqual([true, false]);
    await own.store.commit(operator, "suspendAccount", { accountId: one.accountId, suspended: true });
    expect(await own.store.federation.directory()).toMatchObject([{ accounts: [] }]);
    await own.store.commit(operator, "suspendOrganization", { organizationId: one.organizationId, suspended: true });
    expect(await own.store.federation.directory()).toEqual([]);
  });

  test("is told to peers from which something is taken, and to nobody else", async () => {
    await using own = await SmallForum.open();
    const [one] = await own.people(1);
    if (one === undefined) throw new Error("one was asked for");
    await own.store.commit(one.viewer, "setReachable", { organizationId: one.organizationId, reachable: true });
    const [takes, gives] = await Promise.all([
      addPeer(own.store, "Takes", { direction: "SEND" }),
      addPeer(own.store, "Gives", { direction: "RECEIVE" }),
    ]);
    const directoryFor = ({ viewer }: { readonly viewer: Person["viewer"] | typeof takes.viewer }) =>
      own.store.as(viewer).federation.directory();
    expect(await directoryFor(gives)).toMatchObject([{ id: one.organizationId }]);
    expect(await directoryFor(takes)).toEqual([]);
    expect(await directoryFor(one)).toEqual([]);
    const toIt = `to:${takes.document.forumId}`;
    expect(await own.store.as(takes.viewer).federation.streams()).toEqual(["public", toIt]);
    expect(await own.store.as(gives.viewer).federation.streams()).toEqual([]);
    expect(await own.store.as(one.viewer).federation.streams()).toBeNull();
  });
});

describe("what is told of other forums", () => {
  test("is their names to members, how it goes to stewards, and nothing to others", async () => {
    const { id, viewer, document } = await addPeer(forum.store, freshName());
    const { forumId, name, url } = document;
    const seen = async (who: Person["viewer"] | typeof viewer | { kind: "anonymous" }) =>
      (await forum.store.as(who).federation.peersById([id]))[0];
    expect(await seen(member.viewer)).toEqual({ id, forumId, name, url, care: null });
    expect((await seen(steward.viewer))?.care).not.toBeNull();
    expect(await seen({ kind: "anonymous" })).toBeNull();
    expect(await seen(viewer)).toBeNull();
  });
});
