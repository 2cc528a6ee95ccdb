import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import type { RawSocket } from "../support/graphql-client.ts";
import { ask, bearer, post } from "../support/graphql-client.ts";
import { startApp } from "../support/start-app.ts";
import type { Canary, ViewerName } from "../worlds/cast.ts";
import { gather, hatch, share, shutOut, viewers } from "../worlds/cast.ts";
import type { Scene } from "../worlds/ways-out.ts";
import { openSocket, readUntil, tokenOf, waysOut } from "../worlds/ways-out.ts";

let app: App;
let scene: Scene;
/** What each viewer has got on a websocket that was open all the time. */
const live = new Map<ViewerName, string>();
const canaries = hatch();

beforeAll(async () => {
  // one document asks for every field there is, many times: the limits are tested elsewhere
  app = await startApp({
    TOCSIN_OPERATIONS_PER_MINUTE: "100000",
    TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "100000",
    TOCSIN_MAX_COST: "1000000",
  });
  const cast = await gather(app.store);
  const { url } = app;
  const sockets = await Promise.all(viewers.map((viewer) => openSocket({ url, cast }, viewer)));
  const first = await publishForAll({ url, cast }, "Everybody is there");
  for (const [index, viewer] of viewers.entries()) live.set(viewer, await readUntil(socketAt(sockets, index), first));
  await shutOut(app.store, cast);
  const ids = await share(app, cast, canaries);
  const endId = await publishForAll({ url, cast }, "That was all");
  scene = { url, cast, ids, canaries, endId };
  for (const [index, viewer] of viewers.entries()) {
    await using socket = socketAt(sockets, index);
    live.set(viewer, (live.get(viewer) ?? "") + (await readUntil(socket, endId)));
  }
}, 120_000);

afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

function socketAt(sockets: readonly RawSocket[], index: number): RawSocket {
  const socket = sockets[index];
  if (socket === undefined) throw new Error("a viewer without a socket");
  return socket;
}

async function publishForAll({ url, cast }: Pick<Scene, "url" | "cast">, title: string): Promise<string> {
  const advisory = { title, summary: title, riskCategories: ["PRIVACY"], severity: "LOW", tlp: "CLEAR" };
  const { data } = await ask({ url }, "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }", {
    token: cast.tokens["author"]?.token,
    variables: { input: { advisory } },
  });
  const { publish }: { publish?: { item: { id: string } } } = data ?? {};
  return publish?.item.id ?? "";
}

const isShutOut = (viewer: ViewerName): boolean => viewer === "suspended" || viewer === "revoked";
const names = (list: readonly Canary[]): string[] =>
  list.map(({ item, isEarlier }) => (isEarlier ? `${item}, earlier` : item)).sort();

describe.each(waysOut)("$name", ({ read, shows, isPublic = false }) => {
  test.each(viewers)("shows the %s what its label says, and not a byte more", { timeout: 60_000 }, async (viewer) => {
    const text = await read(scene, viewer);
    const sight = isPublic ? "visitor" : viewer;
    const found = canaries.filter((canary) => text.includes(canary.text));
    expect(names(found.filter(({ sees }) => !sees.has(sight)))).toEqual([]);
    const due = canaries.filter((canary) => canary.sees.has(sight) && shows(canary));
    expect(names(due.filter((canary) => !found.includes(canary)))).toEqual([]);
    if (isShutOut(viewer) && !isPublic) expect(text).toMatch(/UNAUTHENTICATED|HTTP 401|4403|not valid|sign in/i);
  });
});

describe("a websocket that was open all the time", () => {
  test.each(viewers)("gave the %s what it could see at each moment, and nothing more", (viewer) => {
    const text = live.get(viewer) ?? "";
    const found = canaries.filter((canary) => text.includes(canary.text));
    expect(names(found.filter(({ sees, saw }) => !sees.has(viewer) && !saw.has(viewer)))).toEqual([]);
    const due = canaries.filter(({ item, sees }) => sees.has(viewer) && item !== "draft" && item !== "redDraft");
    expect(names(due.filter((canary) => !found.includes(canary)))).toEqual([]);
    expect(text.includes(scene.endId)).toBe(!isShutOut(viewer));
  });

  test("tells those who may see it no longer that it is hidden, with its id and nothing else", () => {
    const hidden = (viewer: ViewerName): unknown[] =>
      (live.get(viewer) ?? "")
        .split("\n")
        .filter((line) => line.includes("HIDDEN"))
        .map((line): unknown => JSON.parse(line).payload.data.feed);
    const event = (itemId: string): unknown => ({ change: "HIDDEN", itemId, item: null });
    expect(hidden("named")).toEqual([event(scene.ids.narrowed), event(scene.ids.toRed)]);
    expect(hidden("colleague")).toEqual([event(scene.ids.toRed)]);
    for (const viewer of ["visitor", "member", "person", "other", "steward", "author"] as const) {
      expect(hidden(viewer)).toEqual([]);
    }
  });
});

describe("counts", () => {
  const document = `query ($filter: ItemFilter) {
    items(first: 0, filter: $filter) { totalCount }
    itemStatistics(filter: $filter) { total byKind { count } byRiskCategory { count } bySeverity { count } byMonth { count byRiskCategory { count } bySeverity { count } } }
  }`;

  test.each(viewers.filter((viewer) => !isShutOut(viewer)))(
    "of each item are 1 for the %s that sees it, else 0",
    async (viewer) => {
      for (const canary of canaries) {
        const filter = { statuses: ["DRAFT", "PUBLISHED", "WITHDRAWN"], text: canary.text };
        const { data } = await ask(app, document, { token: tokenOf(scene, viewer), variables: { filter } });
        const counts = JSON.stringify(data).match(/\d+/g)?.map(Number) ?? [];
        const expected = canary.sees.has(viewer) && !canary.isEarlier ? 1 : 0;
        expect(new Set(counts), canary.item).toEqual(new Set([expected]));
      }
    },
  );
});

describe("the answer to a write on what is hidden", () => {
  const absent = `itm_${"0".repeat(26)}`;
  const input = { advisory: { title: "T", summary: "S", riskCategories: ["CYBER"], severity: "LOW", tlp: "GREEN" } };
  const writes: Readonly<Record<string, (id: string) => { query: string; variables: Record<string, unknown> }>> = {
    withdraw: (id) => ({
      query: 'mutation ($id: ID!) { withdraw(id: $id, reason: "R") { cursor } }',
      variables: { id },
    }),
    revise: (id) => ({
      query:
        "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } }",
      variables: { id, input },
    }),
    "revise with bad input": (id) => ({
      query:
        "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } }",
      variables: { id, input: { advisory: { ...input.advisory, title: "" } } },
    }),
    relay: (id) => ({
      query: "mutation ($id: ID!, $to: [ID!]!) { relay(id: $id, organizations: $to) { cursor } }",
      variables: { id, to: [scene.cast.organizations["Other"]] },
    }),
    "relay to nobody": (id) => ({
      query: "mutation ($id: ID!) { relay(id: $id, organizations: []) { cursor } }",
      variables: { id },
    }),
    answer: (id) => ({ query: "mutation ($id: ID!) { answer(id: $id, state: AFFECTED) { id } }", variables: { id } }),
    "report a sighting": (id) => ({
      query: 'mutation ($id: ID!) { reportSighting(id: $id, count: 1, firstSeen: "2026-11-01T00:00:00Z") { id } }',
      variables: { id },
    }),
    "talk about it": (id) => ({
      query: 'mutation ($id: ID!) { openThread(item: $id, title: "T", text: "T") { id } }',
      variables: { id },
    }),
    "talk about it without a word": (id) => ({
      query: 'mutation ($id: ID!) { openThread(item: $id, title: "T", text: "") { id } }',
      variables: { id },
    }),
    "publish a draft": (id) => ({
      query: "mutation ($id: ID!) { publishDraft(id: $id) { cursor } }",
      variables: { id },
    }),
    "discard a draft": (id) => ({ query: "mutation ($id: ID!) { discardDraft(id: $id) }", variables: { id } }),
    "replace a draft": (id) => ({
      query: "mutation ($id: ID!, $input: ItemInput!) { saveDraft(id: $id, input: $input) { id } }",
      variables: { id, input },
    }),
    "relate to it": (item) => ({
      query: "mutation ($input: ItemInput!) { publish(input: $input) { cursor } }",
      variables: { input: { advisory: { ...input.advisory, relations: [{ type: "COUNTERS", item }] } } },
    }),
  };

  test.each(viewers)(
    "is for the %s, byte for byte, that to what does not exist",
    { timeout: 60_000 },
    async (viewer) => {
      const hidden = canaries.filter(({ sees, isEarlier }) => !sees.has(viewer) && !isEarlier);
      for (const [name, write] of Object.entries(writes)) {
        const answerTo = async (id: string): Promise<string> => {
          const response = await post(scene, JSON.stringify(write(id)), bearer(tokenOf(scene, viewer)));
          return `${response.status} ${await response.text()}`;
        };
        const expected = await answerTo(absent);
        expect(expected, name).toMatch(/NOT_FOUND|FORBIDDEN|UNAUTHENTICATED|BAD_USER_INPUT/);
        for (const { item } of hidden) expect(await answerTo(scene.ids[item]), `${name}: ${item}`).toBe(expected);
      }
    },
  );
});
