/** Every way by which something of other forums, or of what is sent to them, can leave a forum, as raw bytes for one viewer. */
import { createClient } from "../../clients/sdk/index.ts";
import { bearer, post, RawSocket, RawStream } from "../support/graphql-client.ts";
import { runTocsin } from "../store/client-world.ts";
import type { PeerScene, PeerViewerName } from "./peer-scene.ts";
import { tokenNow } from "./peer-scene.ts";

type Part = "envelopes" | "items" | "peers" | "alarms" | "deliveries" | "members" | "own members";
export type PeerWayOut = {
  readonly name: string;
  /** Of what everything that a viewer may see must be there. */
  readonly shows: readonly Part[];
  readonly read: (scene: PeerScene, viewer: PeerViewerName) => Promise<string>;
  /** Nobody gets more by it than a visitor, and no token is looked at. @default false */
  readonly isPublic?: boolean;
};

const everyItem = `id title summary body forum { id name } origin { name forum { name } }
  audience { organizations { name forum { name } } accounts { name forum { name } } } deliveries { peerId name state reason at }`;
const event = `change itemId item { ${everyItem} } envelope { bytes route }`;
const changes = "[PUBLISHED, REVISED, WITHDRAWN, ENVELOPE]";
const follow = `subscription { feed(after: "beginning", filter: { changes: ${changes} }) { ${event} } }`;
const everyPeer = `id forumId name url contact state agreement { direction labels community groups { id } hops envelopesPerHour }
  keys { kid fingerprint addedAt revokedAt } addedAt contactedAt nextAt lastError failures
  streams { name ours newest reached behind behindSince reachedAt } sent { tlp count } received { tlp count } openAlarms`;
const everyAlarm = `id kind peer { ${everyPeer} } forum { id name } stream sequence message raisedAt count acknowledgedAt`;

async function query(scene: PeerScene, viewer: PeerViewerName, text: string, variables: object = {}): Promise<string> {
  const body = JSON.stringify({ query: text, variables });
  return (await post(scene, body, bearer(await tokenNow(scene, viewer)))).text();
}

/** What a command of the CLI prints, on both streams, however it ends. */
async function tocsin(scene: PeerScene, viewer: PeerViewerName, ...words: string[]): Promise<string> {
  const token = await tokenNow(scene, viewer);
  const env = { HOME: "/nonexistent", TOCSIN_URL: scene.url, ...(token === undefined ? {} : { TOCSIN_TOKEN: token }) };
  const { stdout, stderr } = await runTocsin(words, env);
  return `${stdout}\n${stderr}`;
}

export const peerWaysOut: readonly PeerWayOut[] = [
  {
    name: "a page of the feed",
    shows: ["envelopes", "items"],
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `{ feed(first: 200, after: "beginning", filter: { changes: ${changes} }) { events { ${event} } } }`,
      ),
  },
  {
    name: "the feed over a websocket",
    shows: ["envelopes", "items"],
    read: async (scene, viewer) => {
      let text = "";
      try {
        await using socket = await RawSocket.connect(scene, await tokenNow(scene, viewer));
        socket.subscribe("1", follow);
        while (!text.includes(scene.endId)) text += `${JSON.stringify(await socket.next())}\n`;
      } catch (error) {
        text += String(error);
      }
      return text;
    },
  },
  {
    name: "the feed as an event stream",
    shows: ["envelopes", "items"],
    read: async (scene, viewer) => {
      using stream = await RawStream.open(scene, follow, { token: await tokenNow(scene, viewer) });
      let text = `HTTP ${stream.response.status}\n`;
      for (let frame = await stream.frame(); frame !== null; frame = await stream.frame()) {
        text += `${frame}\n`;
        if (text.includes(scene.endId)) break;
      }
      return text;
    },
  },
  {
    name: "items by id, with where they went",
    shows: ["items", "deliveries"],
    read: async (scene, viewer) => {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Item { ${everyItem} } } }`;
      return query(scene, viewer, document, { ids: Object.values(scene.ids) });
    },
  },
  {
    name: "items as they are listed",
    shows: ["items", "deliveries"],
    read: (scene, viewer) => query(scene, viewer, `{ items(first: 50) { totalCount nodes { ${everyItem} } } }`),
  },
  { name: "peers", shows: ["peers"], read: (scene, viewer) => query(scene, viewer, `{ peers { ${everyPeer} } }`) },
  {
    name: "alarms",
    shows: ["alarms"],
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `{ peerAlarms { ${everyAlarm} } open: peerAlarms(open: true) { ${everyAlarm} } closed: peerAlarms(open: false) { message } }`,
      ),
  },
  {
    name: "envelopes by their places",
    shows: [],
    read: async (scene, viewer) => {
      const streams = ["public", "community", ...Object.values(scene.peers).map(({ forumId }) => `to:${forumId}`)];
      const forums = [scene.store.forumId, ...Object.values(scene.peers).map(({ forumId }) => forumId)];
      const document = `query ($forumId: ID!, $stream: String!) {
        peering { envelopes(forumId: $forumId, stream: $stream, after: 0, first: 20) { bytes route } } }`;
      const places = forums.flatMap((forumId) => streams.map((stream) => ({ forumId, stream })));
      return (await Promise.all(places.map((place) => query(scene, viewer, document, place)))).join("\n");
    },
  },
  {
    name: "what peers are told",
    shows: [],
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        "{ peering { checkpoints witnessed organizations { id name sector country accounts { id name } } } }",
      ),
  },
  {
    name: "the directory",
    shows: ["members"],
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `{ organizations(first: 100) { nodes { id name reachable forum { id name } } }
          accounts(first: 100) { nodes { id name email role forum { id name } organization { name } } } }`,
      ),
  },
  {
    name: "nodes by the ids of peers, alarms and members of others",
    shows: [],
    read: async (scene, viewer) => {
      const alarms = (await scene.store.peerAlarms(null)).map(({ id }) => id);
      const ids = [...Object.values(scene.peers).flatMap(({ id, member }) => [id, member.id]), ...alarms];
      return query(scene, viewer, "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids });
    },
  },
  {
    name: "the SDK",
    shows: ["peers", "alarms", "deliveries"],
    read: async (scene, viewer) => {
      await using client = createClient({ url: scene.url, token: await tokenNow(scene, viewer), retries: 0 });
      const { peers } = client;
      const read = async (): Promise<unknown[]> => [
        await peers.list(),
        await peers.inCare(),
        await peers.alarms(),
        await Promise.all(Object.values(scene.ids).map((id) => peers.deliveries(id))),
        await peers.peering(),
        await peers.envelopePage({ first: 100, after: "beginning" }),
      ];
      return await read().then((found) => JSON.stringify(found), String);
    },
  },
  {
    name: "the command line",
    shows: ["peers", "alarms", "deliveries"],
    read: async (scene, viewer) => {
      const calls = [
        ["peer", "list"],
        ["peer", "status"],
        ["peer", "alarms", "--all"],
      ];
      for (const id of Object.values(scene.ids)) calls.push(["peer", "why", id], ["show", id]);
      const printed = await Promise.all(calls.map((words) => tocsin(scene, viewer, ...words)));
      return printed.join("\n");
    },
  },
  {
    name: "what everybody can ask for",
    isPublic: true,
    shows: [],
    read: async ({ url }) => {
      const paths = ["/.well-known/tocsin", "/readyz", "/metrics", "/", "/feed.json", "/feed.atom"];
      return (await Promise.all(paths.map(async (path) => (await fetch(new URL(path, url))).text()))).join("\n");
    },
  },
];

/** The text, and what is written in its envelopes. */
export function withPayloads(text: string): string {
  const payloads = [...text.matchAll(/[\w-]+\.([\w-]{20,})\.[\w-]+/g)].map(([, payload = ""]) =>
    Buffer.from(payload, "base64url").toString(),
  );
  return [text, ...payloads].join("\n");
}
