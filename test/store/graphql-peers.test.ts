import type { ExecutionResult } from "graphql";
import { graphql, parse, validateExecutionArgs } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documents } from "../../clients/sdk/documents.ts";
import type { Store } from "../../db/store.ts";
import { fingerprintOf } from "../../domain/federation/fingerprint.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import type { FederationServices, PeerPreview } from "../../schema/context.ts";
import { createContext } from "../../schema/context.ts";
import { presentable } from "../../schema/errors.ts";
import { schema } from "../../schema/index.ts";
import { readConfig } from "../../server/config.ts";
import { checkCost } from "../../server/cost.ts";
import { FederatedForum } from "../support/federated-forum.ts";
import { peerDocument } from "../support/peers.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, range } from "../support/small-forum.ts";

type Data = Readonly<Record<string, unknown>>;

let origin: FederatedForum;
let here: FederatedForum;
let author: Person;
let alice: Person;
let bob: Person;
let steward: Person;
let originAsPeer: Viewer;
let ids: Readonly<Record<"clear" | "green" | "amber", string>>;

beforeAll(async () => {
  [origin, here] = [await FederatedForum.open("Origin"), await FederatedForum.open("Here")];
  author = await origin.person();
  [alice, bob] = [await here.person(), await here.forum.person()];
  steward = await here.forum.person({ role: "STEWARD" });
  await origin.agree(here, { community: true });
  await here.agree(origin, { community: true });
  await origin.learn(here);
  await here.learn(origin);
  originAsPeer = { kind: "peer", peerId: await here.peerId(origin) };
  const guest = origin.idOf("organization", alice.organizationId, here);
  const publish = async (...wish: Parameters<typeof advisory>): Promise<string> =>
    (await origin.forum.publish(author, advisory(...wish))).itemId;
  ids = {
    clear: await publish({ tlp: "CLEAR" }),
    green: await publish({ tlp: "GREEN" }),
    amber: await publish({ tlp: "AMBER", organizations: [guest] }),
  };
  await origin.publish();
  await here.pull(origin);
  await here.forum.publish(alice, advisory({ tlp: "CLEAR" }));
  await here.forum.publish(alice, advisory({ tlp: "GREEN" }));
  const named = here.idOf("organization", author.organizationId, origin);
  await here.forum.publish(alice, advisory({ tlp: "AMBER", organizations: [named] }));
  await here.publish();
});
afterAll(async () => {
  await origin[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

/** Somebody else's server, which says that it is this forum. */
function answering(preview: PeerPreview): FederationServices & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    preview: (url) => {
      asked.push(url);
      return Promise.resolve(preview);
    },
    checkpoints: (streams) => Promise.resolve(streams.map((stream) => `signed ${stream}`)),
  };
}

async function ask(
  who: Viewer | Person,
  source: string,
  variableValues: Data = {},
  federation = answering(previewOf("Third")),
  store: Store = here.forum.store,
): Promise<ExecutionResult> {
  const viewer = "viewer" in who ? who.viewer : who;
  const result = await graphql({
    schema,
    source,
    variableValues,
    contextValue: createContext(store, viewer, { federation }),
  });
  const errors = result.errors?.map((error) => presentable(error) ?? error);
  return errors === undefined ? result : { ...result, errors };
}

async function data(...args: Parameters<typeof ask>): Promise<Data> {
  const { data: found, errors } = await ask(...args);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("\n"), { cause: errors[0] });
  return JSON.parse(JSON.stringify(found)) as Data; // what a client would get
}

async function refusal(...args: Parameters<typeof ask>): Promise<Data> {
  const [error] = (await ask(...args)).errors ?? [];
  if (error === undefined) throw new Error("expected a refusal");
  return { message: error.message, ...error.extensions };
}

function previewOf(name: string): PeerPreview {
  const document = peerDocument(name);
  const policies = { organization: "Whoever has an office.", community: null };
  return { ...document, fingerprint: fingerprintOf(document.key.kid), policies };
}

const everyPeer = documents.peersInCare;

describe("peers", () => {
  test("are told to members by name, to stewards with all that there is, and to nobody else", async () => {
    const peer = { id: await here.peerId(origin), forumId: origin.id, name: "Origin", url: "https://origin.example" };
    const unknown = { contact: null, state: null, agreement: null, keys: null, streams: null, sent: null };
    expect(await data(alice, everyPeer)).toEqual({ peers: [expect.objectContaining({ ...peer, ...unknown })] });
    expect(await data(anonymous, everyPeer)).toEqual({ peers: [] });
    expect(await data(originAsPeer, everyPeer)).toEqual({ peers: [] });
    const fingerprint = fingerprintOf(origin.key.kid);
    expect(await data(steward, everyPeer)).toEqual({
      peers: [
        expect.objectContaining({
          ...peer,
          state: "AGREED",
          agreement: expect.objectContaining({ community: true, direction: "BOTH", groups: [] }),
          keys: [expect.objectContaining({ kid: origin.key.kid, fingerprint, revokedAt: null })],
          lastError: null,
          openAlarms: 0,
        }),
      ],
    });
  });

  test("are shown to stewards with how far each is, and what it was sent and has sent by label", async () => {
    const { peers } = await data(steward, everyPeer);
    const toOrigin = `to:${origin.id}`;
    const own = (name: string) => ({ name, ours: true, newest: 1, reached: 0, behind: 1, reachedAt: null });
    const theirs = (name: string) => ({ name, ours: false, newest: 1, reached: 1, behind: 0, behindSince: null });
    const since = { behindSince: expect.any(String) };
    expect(peers).toMatchObject([
      {
        streams: [
          { ...own("community"), ...since },
          { ...own("public"), ...since },
          { ...own(toOrigin), ...since },
          theirs("community"),
          theirs("public"),
          theirs(`to:${here.id}`),
        ],
        sent: [
          { tlp: "AMBER", count: 1 },
          { tlp: "GREEN", count: 1 },
          { tlp: "CLEAR", count: 1 },
        ],
        received: [
          { tlp: "AMBER", count: 1 },
          { tlp: "GREEN", count: 1 },
          { tlp: "CLEAR", count: 1 },
        ],
      },
    ]);
  });

  test("are previewed and added by stewards alone, before anything is asked of anybody", async () => {
    const preview = previewOf("Third");
    const url = preview.url;
    for (const who of [alice, anonymous, originAsPeer]) {
      const federation = answering(preview);
      const code = who === anonymous ? "UNAUTHENTICATED" : "FORBIDDEN";
      expect(await refusal(who, documents.previewPeer, { url }, federation)).toMatchObject({ code });
      const input = { url, fingerprint: preview.fingerprint };
      expect(await refusal(who, documents.addPeer, input, federation)).toMatchObject({ code });
      expect(federation.asked).toEqual([]);
    }
    const { previewPeer } = await data(steward, documents.previewPeer, { url }, answering(preview));
    expect(previewPeer).toEqual({
      forumId: preview.forumId,
      name: "Third",
      url,
      contact: "stewards of Third",
      fingerprint: preview.fingerprint,
      organizationPolicy: "Whoever has an office.",
      communityPolicy: null,
    });
  });

  test("are added under the fingerprint that was confirmed, and no other", async () => {
    const preview = previewOf("Third");
    const { url } = preview;
    const other = fingerprintOf(previewOf("Other").key.kid);
    const mistaken = await refusal(steward, documents.addPeer, { url, fingerprint: other }, answering(preview));
    expect(mistaken).toMatchObject({ code: "BAD_USER_INPUT", field: "fingerprint" });
    const agreement = { labels: ["CLEAR", "CLEAR"], hops: 2 };
    const fingerprint = preview.fingerprint.replaceAll(" ", "");
    const added = await data(steward, documents.addPeer, { url, fingerprint, agreement }, answering(preview));
    expect(added).toMatchObject({
      addPeer: {
        name: "Third",
        agreement: { labels: ["CLEAR"], hops: 2, direction: "BOTH", envelopesPerHour: 100_000 },
      },
    });
    const { id } = added["addPeer"] as { id: string };
    expect(await data(steward, documents.updatePeer, { id, agreement: { hops: 3 } })).toMatchObject({
      updatePeer: { agreement: { labels: ["CLEAR"], hops: 3 } },
    });
    const wrong = { id, agreement: { hops: 99 } };
    expect(await refusal(steward, documents.updatePeer, wrong)).toMatchObject({ field: "agreement.hops" });
    expect(await data(steward, documents.rereadPeer, { id })).toMatchObject({ rereadPeer: { id } });
    const key = { id, kid: preview.key.kid };
    expect(await data(steward, documents.revokePeerKey, key)).toMatchObject({
      revokePeerKey: { keys: [{ revokedAt: expect.any(String) }] },
    });
    expect(await data(steward, documents.removePeer, { id })).toEqual({ removePeer: id });
    for (const document of [documents.updatePeer, documents.rereadPeer, documents.removePeer, documents.revokePeerKey])
      for (const gone of [id, "per_x", "\u0000"])
        expect(await refusal(steward, document, { ...key, id: gone })).toMatchObject({ code: "NOT_FOUND" });
  });
});

test("alarms are for stewards, who acknowledge them", async () => {
  const peerId = await here.peerId(origin);
  const place = { peerId, forumId: origin.id, stream: "public", sequence: 7 } as const;
  for (let times = 0; times < 2; times++)
    await here.federation.raise({ ...place, kind: "HOLE", message: "Envelope 7 of the public stream is missing." });
  const open = async (who: Viewer | Person): Promise<unknown> => {
    const { peerAlarms } = await data(who, documents.peerAlarms, { open: true });
    return peerAlarms;
  };
  for (const who of [alice, anonymous, originAsPeer]) expect(await open(who)).toEqual([]);
  const alarms = (await open(steward)) as { id: string }[];
  expect(alarms).toMatchObject([
    {
      kind: "HOLE",
      count: 2,
      stream: "public",
      sequence: 7,
      acknowledgedAt: null,
      peer: { id: peerId },
      forum: { id: origin.id, name: "Origin" },
    },
  ]);
  const [{ id } = { id: "" }] = alarms;
  const denied = await refusal(alice, documents.acknowledgePeerAlarm, { id });
  expect(denied).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusal(steward, documents.acknowledgePeerAlarm, { id: "alm_x" })).toMatchObject({ code: "NOT_FOUND" });
  const acknowledged = await data(steward, documents.acknowledgePeerAlarm, { id });
  expect(acknowledged).toMatchObject({ acknowledgePeerAlarm: { id, acknowledgedAt: expect.any(String) } });
  expect(await open(steward)).toEqual([]);
  expect(await data(steward, documents.peerAlarms, { open: false })).toMatchObject({ peerAlarms: [{ id }] });
  expect(await data(steward, documents.peerAlarms)).toMatchObject({ peerAlarms: [{ id }] });
});

describe("a peer", () => {
  test("reads the envelopes of the streams that it follows, and nobody else reads any", async () => {
    const page = async (who: Viewer | Person) =>
      (await data(who, documents.envelopePage, { first: 100, after: "beginning" })) as {
        feed: { events: { change: string; envelope: { bytes: string; route: string[] } | null }[] };
      };
    const { feed } = await page(originAsPeer);
    const told = feed.events.flatMap(({ envelope }) => envelope ?? []);
    const streams = told.map(({ bytes }) => (JSON.parse(bytes) as { payload: { stream: string } }).payload.stream);
    expect(streams.sort()).toEqual(["community", "public", `to:${origin.id}`]);
    expect(told.map(({ route }) => route)).toEqual([[here.id], [here.id], [here.id]]);
    for (const who of [alice, bob, steward, anonymous]) expect((await page(who)).feed.events).toEqual([]);
    const third = await FederatedForum.open("Follower");
    await here.agree(third, { labels: ["CLEAR"] });
    const asThird: Viewer = { kind: "peer", peerId: await here.peerId(third) };
    await here.publish();
    const passedOn = (await page(asThird)).feed.events.flatMap(({ envelope }) => envelope?.route ?? []);
    expect(passedOn).toContain(origin.id);
    await here.forum.store.commit({ kind: "operator" }, "removePeer", { peerId: asThird.peerId });
    await third[Symbol.asyncDispose]();
  });

  test("is told where its streams stand and who can be addressed, and nobody else is", async () => {
    const peering = `{ peering { checkpoints witnessed organizations { id name accounts { id name } } } }`;
    for (const who of [alice, steward, anonymous]) expect(await data(who, peering)).toEqual({ peering: null });
    expect(await data(originAsPeer, peering)).toEqual({
      peering: {
        checkpoints: ["signed community", "signed public", `signed to:${origin.id}`],
        witnessed: [],
        organizations: [expect.objectContaining({ id: alice.organizationId })],
      },
    });
  });

  test("says what it has, of what it may follow", async () => {
    const confirm = (who: Viewer | Person, ...receipts: readonly object[]) =>
      ask(who, documents.confirmEnvelopes, { receipts });
    const receipt = (stream: string, refused: readonly object[] = []) => ({ stream, after: 0, sequence: 1, refused });
    for (const who of [alice, steward, anonymous]) {
      const { errors } = await confirm(who, receipt("public"));
      expect(errors?.[0]?.extensions["code"]).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
    const bad = [
      ["receipts.0.stream", receipt("elsewhere")],
      ["receipts", receipt("public", [{ sequence: 2, reason: "x", isExpired: false }])],
      [
        "receipts.0.refused",
        receipt(
          "public",
          range(1_001).map(() => ({ sequence: 1, reason: "x", isExpired: false })),
        ),
      ],
    ] as const;
    for (const [field, wrong] of bad)
      expect((await confirm(originAsPeer, wrong)).errors?.[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        field,
      });
    const many = await confirm(originAsPeer, ...range(11).map(() => receipt("public")));
    expect(many.errors?.[0]?.extensions).toMatchObject({ field: "receipts" });
    const refused = [{ sequence: 1, reason: "Not understood.", isExpired: false }];
    const { data: said } = await confirm(
      originAsPeer,
      receipt("public"),
      receipt("community", refused),
      receipt(`to:${crypto.randomUUID()}`),
    );
    expect(said).toEqual({ confirmEnvelopes: 2 });
    const { peers } = await data(steward, everyPeer);
    expect(peers).toMatchObject([
      {
        streams: expect.arrayContaining([
          expect.objectContaining({ name: "public", ours: true, reached: 1, behind: 0 }),
        ]),
      },
    ]);
  });

  test("can do nothing else, and sees of everything else what a visitor sees", async () => {
    const writes = [
      `mutation { publish(input: {advisory: {title: "T", summary: "S", tlp: CLEAR, riskCategories: [CYBER], severity: LOW}}) { cursor } }`,
      `mutation { setReachable(reachable: true) { id } }`,
      `mutation { addGroup(name: "G") { id } }`,
      `mutation { commentAsVisitor(id: "itm_x", input: {type: EDITORIAL, text: "T"}) }`,
    ];
    for (const source of writes) expect(await refusal(originAsPeer, source)).toMatchObject({ code: "FORBIDDEN" });
    const reads = `{ viewer { account { id } organization { id } groups { id } }
      items(first: 50) { totalCount nodes { id title origin { name country } forum { id name } relays { at } } }
      organizations(first: 50) { totalCount nodes { name } } accounts(first: 50) { totalCount } groups(first: 50) { totalCount }
      itemStatistics { total } sources { id } peers { id } peerAlarms { id }
      nodes(ids: [${[alice.accountId, alice.organizationId, here.idOf("item", ids.green, origin)].map((id) => `"${id}"`).join()}]) { id } }`;
    expect(await data(originAsPeer, reads)).toEqual(await data(anonymous, reads));
  });
});

test("where an item went is told to its origin, and to nobody else", async () => {
  const { itemId } = await here.forum.publish(alice, advisory({ tlp: "GREEN" }));
  const told = async (who: Viewer | Person, id: string) => (await data(who, documents.deliveries, { id }))["item"];
  const delivery = { peerId: await here.peerId(origin), name: "Origin", reason: null };
  expect(await told(alice, itemId)).toMatchObject({ deliveries: [{ ...delivery, state: "WAITING", at: null }] });
  await here.publish();
  expect(await told(alice, itemId)).toMatchObject({ deliveries: [{ ...delivery, state: "OFFERED" }] });
  const amber = advisory({ tlp: "AMBER", organizations: [bob.organizationId] });
  const { itemId: narrow } = await here.forum.publish(alice, amber);
  const reason = "Nobody who is at home at this forum is named.";
  expect(await told(alice, narrow)).toMatchObject({ deliveries: [{ ...delivery, state: "NOT_SENT", reason }] });
  for (const who of [bob, steward]) expect(await told(who, itemId)).toMatchObject({ deliveries: null });
  for (const who of [anonymous, originAsPeer]) expect(await told(who, itemId)).toBeNull();
  expect(await told(alice, here.idOf("item", ids.green, origin))).toMatchObject({ deliveries: null });
});

test("what is at home elsewhere says so, to whoever sees it", async () => {
  const item = here.idOf("item", ids.clear, origin);
  const organization = here.idOf("organization", author.organizationId, origin);
  const account = here.idOf("account", author.accountId, origin);
  const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename
    ... on Item { forum { id name } origin { name forum { id } } }
    ... on Organization { name forum { id name } reachable }
    ... on Account { name forum { id name } organization { id } } } }`;
  const own = (await here.forum.publish(alice, advisory({ tlp: "CLEAR" }))).itemId;
  const from = { id: origin.id, name: "Origin" };
  const wanted = [item, organization, account, own, alice.organizationId, bob.organizationId, alice.accountId];
  const { nodes } = await data(bob, source, { ids: wanted });
  const name = expect.stringMatching(/ @ Origin$/);
  expect(nodes).toMatchObject([
    { forum: from, origin: { name, forum: { id: origin.id } } },
    { name, forum: from, reachable: null },
    { name, forum: from, organization: { id: organization } },
    { forum: null, origin: { forum: null } },
    { forum: null, reachable: true },
    { forum: null, reachable: false },
    { forum: null },
  ]);
  const visitors = await data(anonymous, source, { ids: wanted });
  expect(visitors["nodes"]).toMatchObject([{ forum: from }, null, null, { forum: null }, null, null, null]);
});

test("who can be addressed no longer is still named, and shut out, and let in", async () => {
  const organization = here.idOf("organization", author.organizationId, origin);
  const account = here.idOf("account", author.accountId, origin);
  const { itemId } = await here.forum.publish(alice, advisory({ tlp: "RED", accounts: [account] }));
  await here.federation.noteDirectory(await here.peerId(origin), []);
  const item =
    "query ($id: ID!) { item(id: $id) { audience { accounts { name organization { name forum { name } } } } } }";
  const name = expect.stringMatching(/ @ Origin$/);
  expect(await data(alice, item, { id: itemId })).toEqual({
    item: { audience: { accounts: [{ name, organization: { name, forum: { name: "Origin" } } }] } },
  });
  for (const [verb, suspended] of [
    ["suspend", true],
    ["resume", false],
  ] as const) {
    const change = `mutation ($organization: ID!, $account: ID!) {
      ${verb}Organization(id: $organization) { suspended } ${verb}Account(id: $account) { suspended } }`;
    expect(await data(steward, change, { organization, account })).toEqual({
      [`${verb}Organization`]: { suspended },
      [`${verb}Account`]: { suspended },
    });
  }
  await here.learn(origin);
});

test("a page of a hundred envelopes is within what an operation may cost", () => {
  const args = validateExecutionArgs({
    schema,
    document: parse(documents.envelopePage),
    variableValues: { first: 100, after: null },
  });
  if (!("operation" in args)) throw new Error("the document is not valid");
  const config = readConfig({});
  expect(checkCost(args, config)).toBeLessThan(config.maxCost / 2);
});
