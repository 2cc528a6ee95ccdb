/** What can be asked at /taxii2/, by path and method. */
import type { Arrived } from "../../db/arrived.ts";
import type { Reader } from "../../db/reader.ts";
import type { Store } from "../../db/store.ts";
import type { ForumError } from "../../domain/errors.ts";
import { anonymous } from "../../domain/people.ts";
import type { Caller } from "../auth.ts";
import type { ForumName } from "../stix/identities.ts";
import { isStixId } from "../stix/ids.ts";
import type { ObjectParts } from "./arrived-objects.ts";
import type { ApiRoot, Collection } from "./collections.ts";
import { apiRoots, collectionOf, collectionResource, collectionsOf } from "./collections.ts";
import { printStamp } from "./date-added.ts";
import { takeIn } from "./inbox.ts";
import { find } from "./find.ts";
import { stixType, taxiiType } from "./media-types.ts";
import type { Page, Readable } from "./page.ts";
import { readPage } from "./page.ts";
import { readFilter } from "./query.ts";
import { needsToken, notThere, Refusal } from "./refusal.ts";
import type { Added } from "./sequence.ts";
import type { Statuses } from "./statuses.ts";
import type { StixCache } from "./stix-cache.ts";

export type TaxiiParts = {
  readonly store: Store;
  readonly cache: StixCache;
  readonly statuses: Statuses;
  /** Counts an item that is written against the rate limit; gives the refusal where there were too many. */
  readonly count: (caller: Caller) => Promise<ForumError | null>;
  readonly forum: ForumName;
  /** The largest body that is taken. */
  readonly maxContentBytes: number;
};
export type Answer = {
  readonly status: number;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Request = {
  readonly method: string;
  readonly url: URL;
  readonly caller: Caller;
  /** Reads the body, where one is wanted. */
  readonly body: () => Promise<string>;
};
type Asked = Request & {
  readonly parts: TaxiiParts;
  readonly reader: Reader;
  readonly arrived: Arrived;
  readonly root: ApiRoot;
};

export const basePath = "/taxii2/";

/** The longest answer that a request can have, as far as that is known beforehand. */
export const answerBytes = 2_097_152;

export async function answerTo(parts: TaxiiParts, request: Request): Promise<Answer> {
  const [first, second, third, ...rest] = segmentsOf(request.url.pathname);
  if (first === undefined) return discovery(parts, request);
  const root = apiRoots.find((each) => each === first);
  if (root === undefined) throw notThere();
  if (root === "members" && request.caller.viewer.kind === "anonymous") {
    throw needsToken("Send your token as the password of Basic, or as `Bearer <token>`.");
  }
  const reader = parts.store.as(root === "public" ? anonymous : request.caller.viewer);
  const asked = { ...request, parts, reader, arrived: reader.arrived(), root };
  if (second === undefined) return only("GET", asked, () => apiRoot(asked));
  if (second === "status" && third !== undefined && rest.length === 0)
    return only("GET", asked, () => status(asked, third));
  if (second !== "collections") throw notThere();
  if (third !== undefined && rest.length > 0) {
    return inCollection(asked, collectionOf(await asked.arrived.member(), parts.forum, third), rest);
  }
  const collections = await collectionsOf(reader, parts.forum);
  if (third === undefined) {
    return only("GET", asked, () => json({ collections: collections.map(collectionResource) }));
  }
  return inCollection(asked, collections.find(({ id }) => id === third) ?? null, rest);
}

async function inCollection(asked: Asked, collection: Collection | null, path: readonly string[]): Promise<Answer> {
  if (collection === null) throw notThere();
  const [what, id, more, ...beyond] = path;
  if (what === undefined) return only("GET", asked, () => json(collectionResource(collection)));
  if (what === "manifest" && id === undefined) {
    return only("GET", asked, async () => list(asked, collection, await pageOf(asked, collection), manifestOf));
  }
  if (what !== "objects" || beyond.length > 0) throw notThere();
  if (id === undefined) {
    if (asked.method === "POST") return post(asked, collection);
    return only("GET", asked, async () => list(asked, collection, await pageOf(asked, collection), objectsOf), "POST");
  }
  if (more === undefined) {
    // To be deleted, an object's collection must be readable and writable (section 5.7), and none is both.
    if (asked.method === "DELETE") throw forbidden("Nothing is deleted here: withdraw an item instead.");
    return only(
      "GET",
      asked,
      async () => list(asked, collection, await pageOf(asked, collection, id), objectsOf),
      "DELETE",
    );
  }
  if (more !== "versions") throw notThere();
  return only("GET", asked, async () => list(asked, collection, await pageOf(asked, collection, id, true), versionsOf));
}

function discovery({ forum }: TaxiiParts, request: Request): Promise<Answer> {
  const roots = request.caller.viewer.kind === "anonymous" ? (["public"] as const) : apiRoots;
  return only("GET", request, () =>
    json({
      title: forum.name,
      description: "Findings on the safety of AI, under enforced TLP labels.",
      default: urlOf(forum, roots.at(-1) ?? "public"),
      api_roots: roots.map((root) => urlOf(forum, root)),
    }),
  );
}

function urlOf({ origin }: ForumName, root: ApiRoot): string {
  return `${origin}${basePath}${root}/`;
}

const rootTitles: Readonly<Record<ApiRoot, string>> = { public: "What is TLP:CLEAR", members: "What members may see" };

function apiRoot({ root, parts }: Asked): Answer {
  return json({ title: rootTitles[root], versions: [taxiiType], max_content_length: parts.maxContentBytes });
}

function status({ parts, caller }: Asked, id: string): Answer {
  const found = parts.statuses.get(caller.viewer, id);
  if (found === null) throw notThere();
  return json(found);
}

async function post(asked: Asked, { writes }: Collection): Promise<Answer> {
  if (writes === null) throw forbidden("This collection is only read: write to an inbox.");
  const { parts, reader, caller } = asked;
  const at = new Date().toISOString();
  const count = (): Promise<ForumError | null> => parts.count(caller);
  const outcomes = await takeIn({ store: parts.store, reader, count }, await asked.body(), writes, at);
  return { status: 202, body: textOf(parts.statuses.keep(reader.viewer, at, outcomes)) };
}

async function pageOf(asked: Asked, collection: Collection, id?: string, allVersions = false): Promise<Page> {
  if (!isReadable(collection)) throw forbidden("This collection is only written to.");
  const asksFor = readFilter(asked.url.searchParams);
  const objects = objectParts(asked);
  if (id === undefined) return noted(asked, await readPage(objects, collection, asksFor));
  const filter = {
    ...asksFor,
    ids: new Set([id]),
    types: null,
    ...(allVersions ? { versions: new Set(["all"]) } : {}),
  };
  const page = await readPage(objects, collection, filter);
  // Nothing that passes the filter is an empty answer; what is not there at all is none.
  if (page.objects.length === 0 && !(await exists(asked, collection, id))) throw notThere();
  return noted(asked, page);
}

function objectParts({ parts, reader, arrived, root }: Asked): ObjectParts {
  return { reader, arrived, forum: parts.forum, cache: parts.cache, isMember: root === "members" };
}

async function exists(asked: Asked, { scope, onlyType }: Readable, id: string): Promise<boolean> {
  const found = await find(objectParts(asked), { ...scope, history: true }, isStixId(id) ? [id] : []);
  return found.some(({ arrival, object }) => onlyType === null || arrival?.type !== "item" || object.type === onlyType);
}

async function noted({ arrived }: Asked, page: Page): Promise<Page> {
  const arrivals = new Set(page.objects.flatMap(({ arrival }) => arrival ?? []));
  await arrived.noteHandedOut([...arrivals]);
  return page;
}

function isReadable(collection: Collection): collection is Readable {
  return collection.scope !== null;
}

type Body = { readonly name: string; readonly entry: (added: Added) => Buffer };
const objectsOf: Body = { name: "objects", entry: ({ object }) => object.json };
const manifestOf: Body = {
  name: "objects",
  entry: (added) =>
    textOf({
      id: added.object.id,
      date_added: printStamp(added.addedAt),
      version: versionOf(added),
      media_type: stixType,
    }),
};
const versionsOf: Body = { name: "versions", entry: (added) => textOf(versionOf(added)) };

/** What has no version of its own has that of its being added. */
function versionOf({ object, addedAt }: Added): string {
  return object.version ?? printStamp(addedAt);
}

/** An answer that holds a list, written without being parsed. Where there is nothing, nothing is said. */
async function list({ arrived }: Asked, { id }: Collection, { objects, next }: Page, body: Body): Promise<Answer> {
  const more = next === null ? "" : `"more":true,"next":${JSON.stringify(await arrived.seal(id, next))}`;
  const first = objects[0];
  const last = objects.at(-1);
  if (first === undefined || last === undefined) return { status: 200, body: Buffer.from(`{${more}}`) };
  const begin = Buffer.from(`{${more === "" ? "" : `${more},`}"${body.name}":[`);
  const entries = objects.flatMap((added, at) => (at === 0 ? body.entry(added) : [comma, body.entry(added)]));
  return {
    status: 200,
    body: Buffer.concat([begin, ...entries, end]),
    headers: {
      "x-taxii-date-added-first": printStamp(first.addedAt),
      "x-taxii-date-added-last": printStamp(last.addedAt),
    },
  };
}

const [comma, end] = [Buffer.from(","), Buffer.from("]}")];

function textOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function json(resource: object): Answer {
  return { status: 200, body: textOf(resource) };
}

function forbidden(message: string): Refusal {
  return new Refusal(403, "Forbidden", message);
}

async function only(
  method: "GET",
  request: Pick<Request, "method">,
  answer: () => Answer | Promise<Answer>,
  ...others: readonly string[]
): Promise<Answer> {
  if (request.method === method || request.method === "HEAD") return answer();
  const allow = [method, "HEAD", ...others].join(", ");
  throw new Refusal(405, "Method Not Allowed", `Use ${allow}.`, { allow });
}

function segmentsOf(path: string): string[] {
  return path
    .slice(basePath.length)
    .split("/")
    .filter((segment, at, all) => segment !== "" || at < all.length - 1)
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        throw notThere();
      }
    });
}
