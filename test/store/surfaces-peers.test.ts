import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { App } from "../../server/app.ts";
import { ask } from "../support/graphql-client.ts";
import { startApp } from "../support/start-app.ts";
import type { Canary, ViewerName } from "../worlds/cast.ts";
import { gather, hatch, share, shutOut } from "../worlds/cast.ts";
import type { PeerScene } from "../worlds/peer-scene.ts";
import { federate, goWrong, peerCanaries, peerViewers, publish, sentItems, tokenNow } from "../worlds/peer-scene.ts";
import { peerWaysOut, withPayloads } from "../worlds/peer-ways-out.ts";
import type { Scene } from "../worlds/ways-out.ts";
import { waysOut } from "../worlds/ways-out.ts";

let app: App;
let scene: PeerScene;
let common: Scene;
const canaries = hatch();

beforeAll(async () => {
  app = await startApp({
    TOCSIN_OPERATIONS_PER_MINUTE: "100000",
    TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "100000",
    TOCSIN_MAX_COST: "1000000",
    TOCSIN_OUTGOING_ALLOWED: "127.0.0.1",
  });
  const { url, store } = app;
  const cast = await gather(store);
  await shutOut(store, cast);
  const ids = await share(app, cast, canaries);
  const federated = await federate(url, store, cast);
  await vi.waitFor(async () => expect(await offered(federated)).toEqual([]), { timeout: 30_000, interval: 50 });
  await goWrong(federated);
  const endId = await publish(federated, "That was all");
  scene = { ...federated, endId };
  common = { url, cast, ids, canaries, endId };
}, 120_000);

afterAll(() => app[Symbol.asyncDispose]());

/** Which items do not lie yet on the streams that they are for. */
async function offered({ url, cast, ids, peers }: Omit<PeerScene, "endId">): Promise<string[]> {
  const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Item { deliveries { peerId state } } } }";
  const { data } = await ask({ url }, document, {
    token: cast.tokens["author"]?.token,
    variables: { ids: Object.values(ids) },
  });
  const { nodes } = data as { nodes: { deliveries: { peerId: string; state: string }[] }[] }; // the shape of the document
  return Object.entries(sentItems).flatMap(([name, { gets }], at) =>
    gets
      .filter((peer) => nodes[at]?.deliveries.find(({ peerId }) => peerId === peers[peer].id)?.state !== "OFFERED")
      .map((peer) => `${name} to ${peer}`),
  );
}

/** Where each must be found by those who may. Why a peer cannot be followed changes with each attempt. */
const partOf: Readonly<Record<string, string>> = {
  "the name of a peer": "peers",
  "the contact of a peer": "peers",
  "an alarm": "alarms",
  "why a peer has not taken an item": "deliveries",
  "a member of a peer": "members",
};
const isItem = (name: string): name is keyof typeof sentItems => name in sentItems;
const isPeer = (viewer: string): viewer is "north" | "south" => viewer === "north" || viewer === "south";

describe.each(peerWaysOut)("$name", ({ read, shows, isPublic = false }) => {
  test.each(peerViewers)(
    "shows the %s what is meant for it, and not a byte more",
    { timeout: 90_000 },
    async (viewer) => {
      const text = withPayloads(await read(scene, viewer));
      const found = peerCanaries.filter((canary) => text.includes(canary.text)).map(({ name }) => name);
      const mine = peerCanaries
        .filter(({ sees }) => sees.includes(isPublic ? "visitor" : viewer))
        .map(({ name }) => name);
      expect(found.filter((name) => !mine.includes(name))).toEqual([]);
      const due = mine.filter((name) => {
        if (!isItem(name)) return shows.some((part) => part === partOf[name]);
        const inEnvelope = isPeer(viewer) && sentItems[name].gets.some((peer) => peer === viewer);
        const { sees }: { readonly sees: readonly string[] } = sentItems[name];
        return (inEnvelope && shows.includes("envelopes")) || (sees.includes(viewer) && shows.includes("items"));
      });
      expect(due.filter((name) => !found.includes(name))).toEqual([]);
      if (!isPeer(viewer)) expect(text).not.toContain("tocsin-envelope");
    },
  );
});

test("what peers are told is told to those from whom something is taken", async () => {
  const peering = peerWaysOut.find(({ name }) => name === "what peers are told");
  const text = peerCanaries.find(({ name }) => name === "a member of ours that is shared")?.text ?? "";
  expect(await peering?.read(scene, "north")).toContain(text);
  const south = (await peering?.read(scene, "south")) ?? "";
  expect([south.includes("checkpoints"), south.includes(text)]).toEqual([true, false]);
  for (const viewer of ["visitor", "steward", "author"] as const)
    expect(await peering?.read(scene, viewer)).toBe('{"data":{"peering":null}}');
});

const names = (list: readonly Canary[]): string[] => list.map(({ item }) => item).sort();
/** Doors that take the tokens of accounts alone, and forums not at all. */
const isShut = (text: string): boolean => /UNAUTHENTICATED|HTTP 401|not valid|sign in/i.test(text);
const opensToPeers = (name: string): boolean =>
  /^(node|items|what the public|a page of the feed|the feed over|the feed as)/.test(name);

describe("to a peer, as to a visitor:", () => {
  test.each(waysOut)("$name", { timeout: 60_000 }, async ({ name, read, shows }) => {
    const visitor: ViewerName = "visitor";
    const token = (await tokenNow(scene, "north")) ?? "";
    const asPeer = {
      ...common,
      cast: { ...common.cast, tokens: { ...common.cast.tokens, [visitor]: { id: "", token } } },
    };
    const text = await read(asPeer, visitor);
    const found = canaries.filter((canary) => text.includes(canary.text));
    expect(names(found.filter(({ sees }) => !sees.has(visitor)))).toEqual([]);
    if (opensToPeers(name)) expect(isShut(text), text.slice(0, 200)).toBe(false);
    if (isShut(text)) return;
    const due = canaries.filter((canary) => canary.sees.has(visitor) && shows(canary));
    expect(names(due.filter((canary) => !found.includes(canary)))).toEqual([]);
  });
});
