/** Every way by which the content of an item can leave a forum, each giving the raw bytes that one viewer gets by it. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { createClient } from "../../clients/sdk/index.ts";
import { uuidOf } from "../../domain/ids.ts";
import { mainId } from "../../server/stix/main-types.ts";
import { bearer, post, RawSocket, RawStream } from "../support/graphql-client.ts";
import { collectionPath, listIn, taxii } from "../support/taxii-client.ts";
import type { Canary, Cast, Ids, ItemName, ViewerName } from "./cast.ts";
import { itemNames, items } from "./cast.ts";

export type Scene = {
  readonly url: string;
  readonly cast: Cast;
  readonly ids: Ids;
  readonly canaries: readonly Canary[];
  /** The id of what is published last, for everybody: whoever has that has had everything. */
  readonly endId: string;
};

export type WayOut = {
  readonly name: string;
  readonly read: (scene: Scene, viewer: ViewerName) => Promise<string>;
  /** Which texts of those that a viewer may see must be there. */
  readonly shows: (canary: Canary) => boolean;
  /** Nobody gets more by it than a visitor, and no token is looked at. @default false */
  readonly isPublic?: boolean;
};

export const everyField = /* GraphQL */ `
  fragment EveryField on Item {
    __typename
    id
    kind
    title
    summary
    body
    tlp
    status
    affectedSystems {
      provider
      model
      version
    }
    techniques
    references {
      title
      url
      externalId
      source
    }
    withdrawal {
      reason
    }
    origin {
      id
      name
    }
    audience {
      organizations {
        id
      }
      groups {
        id
      }
      accounts {
        id
      }
    }
    relations {
      type
      item {
        id
        title
        summary
        body
      }
    }
    relatedFrom {
      type
      item {
        id
        title
        summary
        body
      }
    }
    revisions {
      revision
      tlp
      title
      summary
      body
      changes {
        field
        before
        after
      }
    }
    relays {
      organization {
        id
      }
      by {
        id
      }
    }
    sightings {
      count
      entries {
        note
        organization {
          id
        }
      }
    }
    answers {
      acknowledged
      entries {
        note
        organization {
          id
        }
      }
    }
    ownAnswer {
      note
    }
    threads {
      title
      posts {
        text
        versions {
          text
        }
      }
    }
    ... on Advisory {
      recommendedActions
    }
  }
`;

export const followDocument = `${everyField} subscription { feed(after: "beginning") { change itemId item { ...EveryField } } }`;

const allStatuses = "[DRAFT, PUBLISHED, WITHDRAWN]";
const is =
  (status: string) =>
  (item: ItemName): boolean =>
    items[item].status === status;
const everything = (): boolean => true;
const published = ({ item, isEarlier }: Canary): boolean =>
  is("PUBLISHED")(item) || (isEarlier && is("PUBLISHED")(item));
const inFeeds = ({ item }: Canary): boolean => !is("DRAFT")(item);
const nothing = (): boolean => false;
const neverInMisp: readonly ItemName[] = ["red", "toRed"];
const notInTlp1: readonly ItemName[] = ["strict", "strictGroup"];
const inBundles = ({ item, isEarlier }: Canary): boolean => is("PUBLISHED")(item) && !isEarlier;
const inMisp = ({ item, isEarlier }: Canary): boolean =>
  is("PUBLISHED")(item) && !isEarlier && !neverInMisp.includes(item);

export function tokenOf({ cast }: Pick<Scene, "cast">, viewer: ViewerName): string | undefined {
  return cast.tokens[viewer]?.token;
}

async function query(
  scene: Scene,
  viewer: ViewerName,
  text: string,
  variables: Record<string, unknown> = {},
): Promise<string> {
  const body = JSON.stringify({ query: text, variables });
  return (await post(scene, body, bearer(tokenOf(scene, viewer)))).text();
}

async function get(scene: Scene, viewer: ViewerName, path: string): Promise<string> {
  const response = await fetch(new URL(path, scene.url), { headers: bearer(tokenOf(scene, viewer)) });
  return `HTTP ${response.status} ${await response.text()}`;
}

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

/** What a command of the CLI prints, on both streams, however it ends. */
export async function tocsin(
  { url, cast }: Pick<Scene, "url" | "cast">,
  viewer: ViewerName,
  ...words: string[]
): Promise<string> {
  const token = tokenOf({ cast }, viewer);
  const { TOCSIN_TEST_FOLDER: folder = "/nonexistent", PATH = "" } = process.env;
  const env = {
    PATH,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    TOCSIN_URL: url,
    ...(token === undefined ? {} : { TOCSIN_TOKEN: token }),
  };
  const ended = await run(process.execPath, [join(root, "clients/cli/main.ts"), ...words], {
    env,
    timeout: 60_000,
  }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout, stderr }));
  return ended.stdout + ended.stderr;
}

async function refusalOf(work: Promise<string>): Promise<string> {
  return work.catch((error: unknown) => String(error));
}

export const waysOut: readonly WayOut[] = [
  {
    name: "item by id",
    shows: everything,
    read: async (scene, viewer) => {
      const document = `${everyField} query ($id: ID!) { item(id: $id) { ...EveryField } }`;
      const answers = itemNames.map((name) => query(scene, viewer, document, { id: scene.ids[name] }));
      return (await Promise.all(answers)).join("\n");
    },
  },
  {
    name: "node by id",
    shows: everything,
    read: async (scene, viewer) => {
      const document = `${everyField} query ($id: ID!) { node(id: $id) { id ...EveryField } }`;
      const answers = itemNames.map((name) => query(scene, viewer, document, { id: scene.ids[name] }));
      return (await Promise.all(answers)).join("\n");
    },
  },
  {
    name: "nodes by ids",
    shows: everything,
    read: (scene, viewer) =>
      query(scene, viewer, `${everyField} query ($ids: [ID!]!) { nodes(ids: $ids) { id ...EveryField } }`, {
        ids: Object.values(scene.ids),
      }),
  },
  {
    name: "items with a GET request",
    shows: published,
    read: async (scene, viewer) => {
      const url = new URL("/graphql", scene.url);
      url.searchParams.set("query", `${everyField} { items(first: 50) { nodes { ...EveryField } } }`);
      return (await fetch(url, { headers: bearer(tokenOf(scene, viewer)) })).text();
    },
  },
  {
    name: "items as they are listed",
    shows: published,
    read: (scene, viewer) =>
      query(scene, viewer, `${everyField} { items(first: 50) { totalCount edges { cursor node { ...EveryField } } } }`),
  },
  ...["NEWEST", "OLDEST", "MOST_SEVERE"].map((order): WayOut => ({
    name: `items of every status, ${order}`,
    shows: everything,
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `${everyField} { items(last: 50, orderBy: ${order}, filter: { statuses: ${allStatuses} }) { nodes { ...EveryField } } }`,
      ),
  })),
  ...Object.entries({
    "label RED": "tlp: [RED]",
    "label AMBER": "tlp: [AMBER, AMBER_STRICT]",
    "a category": "riskCategories: [CYBER]",
    "a severity": "minSeverity: HIGH",
    "a kind": "kinds: [ADVISORY]",
    "a sector": "sectors: [COMPANY]",
    "a provider": 'affects: "canary"',
    "the past": 'publishedAfter: "2000-01-01T00:00:00Z"',
    "a common word": 'text: "length"',
    "a prefix": 'text: "canar*"',
  }).map(([name, filter]): WayOut => ({
    name: `items by ${name}`,
    shows: name.startsWith("label") ? nothing : everything,
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `${everyField} { items(first: 50, filter: { statuses: ${allStatuses}, ${filter} }) { totalCount nodes { ...EveryField } } }`,
      ),
  })),
  {
    name: "items of the origin and of the group",
    shows: nothing,
    read: async (scene, viewer) => {
      const document = `${everyField} query ($filter: ItemFilter) { items(first: 50, filter: $filter) { nodes { ...EveryField } } }`;
      const byOrigin = await query(scene, viewer, document, {
        filter: { origins: [scene.cast.organizations["Origin"]] },
      });
      return byOrigin + (await query(scene, viewer, document, { filter: { groups: [scene.cast.group] } }));
    },
  },
  {
    name: "what the public item is related to",
    shows: ({ isEarlier }) => !isEarlier,
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        "query ($id: ID!) { item(id: $id) { title relations { item { id title relatedFrom { item { id title } } } } } }",
        {
          id: scene.ids.clear,
        },
      ),
  },
  {
    name: "a page of the feed",
    shows: inFeeds,
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `${everyField} { feed(first: 50, after: "beginning") { events { change item { ...EveryField } } } }`,
      ),
  },
  {
    name: "a page of the feed with all that hangs on items",
    shows: (canary) => inFeeds(canary) && !canary.isEarlier,
    read: (scene, viewer) =>
      query(
        scene,
        viewer,
        `{ feed(first: 400, after: "beginning", filter: { changes: [PUBLISHED, REVISED, WITHDRAWN, POSTED, MENTIONED] }) {
          events { change subjectId subject { id ... on Post { text thread { title } } } item { id title summary body } } } }`,
      ),
  },
  {
    name: "the feed over a websocket, from the beginning",
    shows: inFeeds,
    read: (scene, viewer) => refusalOf(readSocket(scene, viewer)),
  },
  {
    name: "the feed as an event stream, from the beginning",
    shows: inFeeds,
    read: (scene, viewer) => refusalOf(readStream(scene, viewer)),
  },
  {
    name: "items by the SDK",
    shows: ({ isEarlier, item }) => !isEarlier && is("PUBLISHED")(item),
    read: (scene, viewer) => refusalOf(readClient(scene, viewer)),
  },
  {
    name: "the feed by the SDK",
    shows: ({ isEarlier, item }) => !isEarlier && inFeedsNow(item),
    read: (scene, viewer) => refusalOf(followClient(scene, viewer)),
  },
  {
    name: "an export by the command line",
    shows: ({ isEarlier }) => !isEarlier,
    read: (scene, viewer) =>
      tocsin(scene, viewer, "export", "--status", "draft", "--status", "published", "--status", "withdrawn"),
  },
  ...["/feed.json", "/feed.atom"].map((path): WayOut => ({
    name: path,
    isPublic: true,
    shows: published,
    read: (scene, viewer) => get(scene, viewer, path),
  })),
  {
    name: "the MISP feed: manifest",
    shows: inMisp,
    read: (scene, viewer) => get(scene, viewer, "/misp/manifest.json"),
  },
  {
    name: "the MISP feed: every event, and the hashes",
    shows: inMisp,
    read: async (scene, viewer) => {
      const paths = Object.values(scene.ids).map((id) => `/misp/${uuidOf(id)}.json`);
      return (await Promise.all(["/misp/hashes.csv", ...paths].map((path) => get(scene, viewer, path)))).join("\n");
    },
  },
  ...["", "?forKeeping=true"].map((query): WayOut => ({
    name: `a bundle of STIX${query}`,
    shows: inBundles,
    read: (scene, viewer) => get(scene, viewer, `/stix/bundle${query}`),
  })),
  {
    name: "a bundle of STIX by the command line",
    shows: inBundles,
    read: (scene, viewer) => tocsin(scene, viewer, "export", "stix", "--for-keeping"),
  },
  {
    name: "a bundle of STIX with labels of TLP 1.0",
    shows: (canary) => inBundles(canary) && !notInTlp1.includes(canary.item),
    read: (scene, viewer) => get(scene, viewer, "/stix/bundle?tlpEdition=1.0"),
  },
  {
    name: "the feed sources of one's organisation",
    shows: nothing,
    read: (scene, viewer) =>
      query(scene, viewer, "{ sources { id name url username error counts { count } told { objectId reason } } }"),
  },
  ...["", "&match[version]=all"].map((query): WayOut => ({
    name: `every collection by TAXII${query === "" ? "" : ", with all versions"}`,
    shows: ({ item, isEarlier }) => is("PUBLISHED")(item) && (!isEarlier || query !== ""),
    read: (scene, viewer) => readTaxii(scene, viewer, `limit=1000${query}`),
  })),
  {
    name: "every item by TAXII, by its ids",
    shows: ({ item, isEarlier }) => is("PUBLISHED")(item) && !isEarlier,
    read: async (scene, viewer) => {
      const path = await collectionPath(scene, tokenOf(scene, viewer));
      const ids = Object.values(scene.ids).map((id) => mainId(id, "ADVISORY"));
      const paths = ids.flatMap((id) => [`objects/${id}/`, `objects/${id}/versions/`, `manifest/?match[id]=${id}`]);
      const answers = paths.map((rest) => taxii(scene, `${path}${rest}`, { token: tokenOf(scene, viewer) }));
      return (await Promise.all(answers)).map(({ status, text }) => `HTTP ${status} ${text}`).join("\n");
    },
  },
  {
    name: "what operators look at",
    isPublic: true,
    shows: nothing,
    read: async ({ url }) => {
      const paths = ["/livez", "/readyz", "/metrics", "/", "/graphql"];
      return (await Promise.all(paths.map(async (path) => (await fetch(new URL(path, url))).text()))).join("\n");
    },
  },
];

async function readTaxii(scene: Scene, viewer: ViewerName, query: string): Promise<string> {
  const token = tokenOf(scene, viewer);
  const root = token === undefined ? "public" : "members";
  const list = await taxii(scene, `${root}/collections/`, { token });
  const collections = listIn<{ id: string }>(list.body, "collections");
  const answers = collections.map(({ id }) => taxii(scene, `${root}/collections/${id}/objects/?${query}`, { token }));
  return [list, ...(await Promise.all(answers))].map(({ status, text }) => `HTTP ${status} ${text}`).join("\n");
}

const inFeedsNow = (item: ItemName): boolean => !is("DRAFT")(item);

async function readSocket(scene: Scene, viewer: ViewerName): Promise<string> {
  await using socket = await openSocket(scene, viewer);
  return await readUntil(socket, scene.endId);
}

export async function openSocket(scene: Pick<Scene, "url" | "cast">, viewer: ViewerName): Promise<RawSocket> {
  const socket = await RawSocket.connect(scene, tokenOf(scene, viewer));
  socket.subscribe("1", followDocument);
  return socket;
}

/** Reads until an item has come, or the socket has closed. */
export async function readUntil(socket: RawSocket, itemId: string): Promise<string> {
  let text = "";
  for (;;) {
    try {
      text += `${JSON.stringify(await socket.next())}\n`;
    } catch (error) {
      return `${text}${String(error)}`;
    }
    if (text.includes(itemId)) return text;
  }
}

async function readStream(scene: Scene, viewer: ViewerName): Promise<string> {
  using stream = await RawStream.open(scene, followDocument, { token: tokenOf(scene, viewer) });
  let text = `HTTP ${stream.response.status}\n`;
  for (let frame = await stream.frame(); frame !== null; frame = await stream.frame()) {
    text += `${frame}\n`;
    if (text.includes(scene.endId)) break;
  }
  return text;
}

async function readClient(scene: Scene, viewer: ViewerName): Promise<string> {
  await using client = createClient({ url: scene.url, token: tokenOf(scene, viewer), retries: 0 });
  const found = await Array.fromAsync(client.items());
  const details = await Promise.all(Object.values(scene.ids).map((id) => client.item(id)));
  const threads = await Promise.all(Object.values(scene.ids).map((id) => client.workingGroups.threadsOn(id)));
  return JSON.stringify([found, details, threads, await client.statistics()]);
}

async function followClient(scene: Scene, viewer: ViewerName): Promise<string> {
  await using client = createClient({ url: scene.url, token: tokenOf(scene, viewer), retries: 0 });
  let text = "";
  for await (const event of client.follow({ after: "beginning" })) {
    text += `${JSON.stringify(event)}\n`;
    if (event.itemId === scene.endId) break;
  }
  return text;
}
