/** What TAXII 2.1 demands of a server, by section of the specification. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../server/app.ts";
import { addPerson, advisory, type Person } from "../support/small-forum.ts";
import { observableId } from "../../server/stix/ids.ts";
import { startApp } from "../support/start-app.ts";
import type { TaxiiAnswer, TaxiiRequest } from "../support/taxii-client.ts";
import { basic, collectionPath, listIn, mediaType, objectsIn, taxii } from "../support/taxii-client.ts";

let app: App;
let author: Person;
let reader: Person;
let everything: string;
let inbox: string;
let newest: string;
const nobody = "report--00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  app = await startApp({ TOCSIN_MAX_MESSAGE_BYTES: "20000" });
  author = await addPerson(app.store);
  reader = await addPerson(app.store, { role: "READER" });
  const { itemId } = await app.store.commit(author.viewer, "publish", { item: advisory(), idempotencyKey: null });
  await app.store.commit(author.viewer, "publish", { item: advisory({ tlp: "CLEAR" }), idempotencyKey: null });
  await app.store.commit(author.viewer, "revise", {
    itemId,
    expectedRevision: 1,
    item: advisory({ title: "Rotate them all" }),
    idempotencyKey: null,
  });
  everything = await collectionPath(app, author.token);
  inbox = await collectionPath(app, author.token, "inbox");
  newest = objectsIn(await get(`${everything}objects/?match[type]=report`)).at(-1)?.id ?? "";
});

afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

function get(path: string, request: TaxiiRequest = {}): Promise<TaxiiAnswer> {
  return taxii(app, path, { token: author.token, ...request });
}

function post(path: string, body: string, headers: Readonly<Record<string, string>> = { "content-type": mediaType }) {
  return get(path, { method: "POST", body, headers });
}

const envelope = JSON.stringify({ objects: [{ type: "x-none", id: "x-none--00000000-0000-4000-8000-000000000000" }] });

type Case = {
  readonly section: string;
  readonly must: string;
  readonly ask: () => Promise<TaxiiAnswer>;
  readonly status: number;
  readonly also?: (answer: TaxiiAnswer) => void;
};

const version = "2021-01-01T00:00:00.000Z";
const cases: readonly Case[] = [
  {
    section: "1.6.3",
    must: "answers in the media type of TAXII 2.1, whose parameter is not quoted",
    ask: () => get(""),
    status: 200,
    also: ({ headers }) => expect(headers.get("content-type")).toBe(mediaType),
  },
  {
    section: "1.6.3",
    must: "says so in the same media type when it refuses",
    ask: () => get("members/collections/nothing/"),
    status: 404,
    also: ({ headers }) => expect(headers.get("content-type")).toBe(mediaType),
  },
  {
    section: "1.6.4",
    must: "refuses media types that it does not speak",
    ask: () => get("", accept("text/html")),
    status: 406,
  },
  {
    section: "1.6.4",
    must: "refuses other versions of TAXII",
    ask: () => get("", accept("application/taxii+json;version=2.0")),
    status: 406,
  },
  {
    section: "1.6.4",
    must: "takes the media type without its version",
    ask: () => get("", accept("application/taxii+json")),
    status: 200,
  },
  {
    section: "1.6.4",
    must: "takes one of several media types, and spaces and quotes in it",
    ask: () => get("", accept('text/html;q=0.9, application/taxii+json; version="2.1"')),
    status: 200,
  },
  { section: "1.6.4", must: "takes whatever is wished", ask: () => get("", accept("*/*")), status: 200 },
  {
    section: "1.6.8",
    must: "takes Basic with the token as password, in lower case too",
    ask: () => get("members/", auth(basic(author.token).replace("Basic", "basic"))),
    status: 200,
  },
  { section: "1.6.8", must: "takes Bearer", ask: () => get("members/", auth(`Bearer ${author.token}`)), status: 200 },
  { section: "1.6.8", must: "takes Token", ask: () => get("members/", auth(`Token ${author.token}`)), status: 200 },
  {
    section: "1.6.8",
    must: "asks for credentials with a challenge",
    ask: () => taxii(app, "members/collections/"),
    status: 401,
    also: ({ headers }) => expect(headers.get("www-authenticate")).toMatch(/^Basic realm=/),
  },
  {
    section: "1.6.8",
    must: "refuses a token that is none",
    ask: () => get("public/", auth(basic("tocsin_nothing"))),
    status: 401,
  },
  {
    section: "1.6.8",
    must: "refuses credentials of a scheme that it does not know",
    ask: () => get("", auth("Digest a")),
    status: 401,
  },
  {
    section: "3.4",
    must: "leaves out what was added at the instant that is named, or before",
    ask: async () => get(`${everything}objects/?added_after=${lastAdded(await get(`${everything}objects/`))}`),
    status: 200,
    also: ({ text }) => expect(text).toBe("{}"),
  },
  {
    section: "3.4",
    must: "takes added_after with its trailing zeros cut",
    ask: () => get(`${everything}objects/?added_after=2020-01-01T00:00:00Z&match[type]=report`),
    status: 200,
    also: (answer) => expect(objectsIn(answer)).toHaveLength(2),
  },
  ...[
    "added_after=yesterday",
    "added_after=2026-02-30T00:00:00Z",
    "added_after=2026-01-01",
    "added_after=a&added_after=b",
    "limit=0",
    "limit=-1",
    "limit=many",
    "limit=",
    "limit=1&limit=2",
    "next=nothing",
    "next=a&next=b",
    "match[version]=newest",
    "match[id]=",
    "match[type]=a,,b",
  ].map((query): Case => ({
    section: "3.4",
    must: `refuses ${query}`,
    ask: () => get(`${everything}objects/?${query}`),
    status: 400,
  })),
  {
    section: "3.4",
    must: "lets parameters be that it does not know",
    ask: () => get(`${everything}objects/?colour=blue&match[confidence]=3`),
    status: 200,
  },
  {
    section: "3.4.1",
    must: "gives the objects of the ids that are named, either of them",
    ask: () => get(`${everything}objects/?match[id]=${newest},${nobody}`),
    status: 200,
    also: (answer) => expect(objectsIn(answer).map(({ id }) => id)).toEqual([newest]),
  },
  {
    section: "3.4.1",
    must: "gives the objects of the types that are named, either of them",
    ask: () => get(`${everything}objects/?match[type]=report,extension-definition`),
    status: 200,
    also: (answer) =>
      expect(new Set(objectsIn(answer).map(({ type }) => type))).toEqual(new Set(["report", "extension-definition"])),
  },
  {
    section: "3.4.1",
    must: "asks for all filters together",
    ask: () => get(`${everything}objects/?match[type]=campaign&match[id]=${newest}`),
    status: 200,
    also: ({ text }) => expect(text).toBe("{}"),
  },
  {
    section: "3.4.1",
    must: "knows one version of STIX",
    ask: () => get(`${everything}objects/?match[spec_version]=2.0`),
    status: 200,
    also: ({ text }) => expect(text).toBe("{}"),
  },
  {
    section: "3.4.1",
    must: "gives the newest version of each object where no other is asked for",
    ask: () => get(`${everything}objects/?match[id]=${newest}`),
    status: 200,
    also: (answer) => expect(objectsIn(answer).map(({ name }) => name)).toEqual(["Rotate them all"]),
  },
  {
    section: "3.4.1",
    must: "gives all versions, oldest first",
    ask: () => get(`${everything}objects/?match[id]=${newest}&match[version]=all`),
    status: 200,
    also: (answer) => expect(objectsIn(answer).map(({ name }) => name)).toEqual(["Rotate the keys", "Rotate them all"]),
  },
  {
    section: "3.4.1",
    must: "gives the first version",
    ask: () => get(`${everything}objects/?match[id]=${newest}&match[version]=first`),
    status: 200,
    also: (answer) => expect(objectsIn(answer).map(({ name }) => name)).toEqual(["Rotate the keys"]),
  },
  {
    section: "3.4.1",
    must: "gives nothing of a version that there is not",
    ask: () => get(`${everything}objects/?match[id]=${newest}&match[version]=${version}`),
    status: 200,
    also: ({ text }) => expect(text).toBe("{}"),
  },
  {
    section: "3.5",
    must: "gives as many as the limit says, and says that and where there is more",
    ask: () => get(`${everything}objects/?limit=2`),
    status: 200,
    also: (answer) => {
      expect(objectsIn(answer)).toHaveLength(2);
      expect(answer.body).toMatchObject({ more: true, next: expect.stringMatching(/^[\w-]+$/) });
    },
  },
  {
    section: "3.5",
    must: "takes an empty next for none",
    ask: () => get(`${everything}objects/?next=`),
    status: 200,
    also: (answer) => expect(objectsIn(answer)[0]).toMatchObject({ type: "marking-definition" }),
  },
  {
    section: "3.5",
    must: "refuses the next of another collection",
    ask: async () => get(`${await collectionPath(app, author.token, "advisory")}objects/?next=${await nextOf(author)}`),
    status: 400,
  },
  {
    section: "3.5",
    must: "refuses the next of another account",
    ask: async () => get(`${everything}objects/?next=${await nextOf(reader)}`),
    status: 400,
  },
  {
    section: "3.5",
    must: "takes a next with another limit, and with none",
    ask: async () => get(`${everything}objects/?next=${await nextOf(author)}`),
    status: 200,
    also: (answer) => expect(objectsIn(answer).length).toBeGreaterThan(10),
  },
  {
    section: "3.6.1",
    must: "says why in an error resource",
    ask: () => get("nothing/"),
    status: 404,
    also: ({ body }) =>
      expect(body).toEqual({ title: "Not Found", description: expect.any(String), http_status: "404" }),
  },
  {
    section: "3.7",
    must: "tells when the first and the last object were added, to the microsecond",
    ask: () => get(`${everything}objects/`),
    status: 200,
    also: ({ headers }) => {
      for (const name of ["first", "last"]) {
        expect(headers.get(`x-taxii-date-added-${name}`)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      }
    },
  },
  {
    section: "4.1",
    must: "tells the API roots of members, the default among them",
    ask: () => get(""),
    status: 200,
    also: ({ body }) =>
      expect(body).toMatchObject({
        title: expect.any(String),
        default: `${app.url}/taxii2/members/`,
        api_roots: [`${app.url}/taxii2/public/`, `${app.url}/taxii2/members/`],
      }),
  },
  {
    section: "4.1",
    must: "tells visitors of the root that is theirs",
    ask: () => taxii(app, ""),
    status: 200,
    also: ({ body }) => expect(body["api_roots"]).toEqual([`${app.url}/taxii2/public/`]),
  },
  {
    section: "4.2",
    must: "says of an API root what it speaks and how much it takes",
    ask: () => get("members/"),
    status: 200,
    also: ({ body }) =>
      expect(body).toEqual({ title: expect.any(String), versions: [mediaType], max_content_length: 20_000 }),
  },
  { section: "4.2", must: "knows no other API root", ask: () => get("others/"), status: 404 },
  {
    section: "4.3",
    must: "knows no status that it did not give",
    ask: () => get(`members/status/${crypto.randomUUID()}/`),
    status: 404,
  },
  {
    section: "4.3",
    must: "gives a status again to whoever posted, with counts that add up",
    ask: async () => get(`members/status/${await statusId()}/`),
    status: 200,
    also: ({ body }) =>
      expect(body).toMatchObject({
        status: "complete",
        total_count: 1,
        success_count: 0,
        failure_count: 1,
        pending_count: 0,
      }),
  },
  {
    section: "4.3",
    must: "gives no status to anybody else",
    ask: async () => get(`members/status/${await statusId()}/`, { token: reader.token }),
    status: 404,
  },
  {
    section: "5.1",
    must: "lists the collections, each with what may be done with it",
    ask: () => get("members/collections/"),
    status: 200,
    also: ({ body }) =>
      expect(listIn(body, "collections")[0]).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
        title: "Everything",
        description: expect.any(String),
        alias: "everything",
        can_read: true,
        can_write: false,
        media_types: ["application/stix+json;version=2.1"],
      }),
  },
  {
    section: "5.1",
    must: "has no inbox for whoever only reads",
    ask: () => get("members/collections/", { token: reader.token }),
    status: 200,
    also: ({ text }) => expect(text).not.toContain("inbox"),
  },
  { section: "5.2", must: "gives one collection", ask: () => get(everything), status: 200 },
  {
    section: "5.2",
    must: "gives one collection without the last slash",
    ask: () => get(everything.slice(0, -1)),
    status: 200,
  },
  {
    section: "5.2",
    must: "knows no other collection",
    ask: () => get(`members/collections/${crypto.randomUUID()}/`),
    status: 404,
  },
  {
    section: "5.2",
    must: "has no collection that this account has not",
    ask: () => get(inbox, { token: reader.token }),
    status: 404,
  },
  {
    section: "5.3",
    must: "lists in a manifest what the objects are, when they were added, and their versions",
    ask: () => get(`${everything}manifest/?match[id]=${newest}`),
    status: 200,
    also: (answer) =>
      expect(objectsIn(answer)).toEqual([
        {
          id: newest,
          date_added: answer.headers.get("x-taxii-date-added-first"),
          version: expect.stringMatching(/Z$/),
          media_type: "application/stix+json;version=2.1",
        },
      ]),
  },
  { section: "5.3", must: "gives no manifest of an inbox", ask: () => get(`${inbox}manifest/`), status: 403 },
  { section: "5.4", must: "gives no objects of an inbox", ask: () => get(`${inbox}objects/`), status: 403 },
  {
    section: "5.5",
    must: "takes an envelope and gives a status",
    ask: () => post(`${inbox}objects/`, envelope),
    status: 202,
    also: ({ body }) => expect(body).toMatchObject({ id: expect.any(String), status: "complete", total_count: 1 }),
  },
  {
    section: "5.5",
    must: "takes a bundle, as OpenCTI sends it",
    ask: () => post(`${inbox}objects/`, envelope, { "content-type": "application/stix+json; version=2.1" }),
    status: 202,
  },
  {
    section: "5.5",
    must: "takes a body whose media type has no version",
    ask: () => post(`${inbox}objects/`, envelope, { "content-type": "application/taxii+json" }),
    status: 202,
  },
  {
    section: "5.5",
    must: "refuses to write to what is only read",
    ask: () => post(`${everything}objects/`, envelope),
    status: 403,
  },
  {
    section: "5.5",
    must: "refuses a body that is too large",
    ask: () => post(`${inbox}objects/`, " ".repeat(20_001)),
    status: 413,
  },
  {
    section: "5.5",
    must: "refuses a body of another media type",
    ask: () => post(`${inbox}objects/`, envelope, { "content-type": "application/json" }),
    status: 415,
  },
  {
    section: "5.5",
    must: "refuses a body of another version",
    ask: () => post(`${inbox}objects/`, envelope, { "content-type": "application/taxii+json;version=2.0" }),
    status: 415,
  },
  ...["{", "[]", "{}", '{"objects":[]}', '{"objects":{}}', "\u0000", `{"objects":[${"[".repeat(9_000)}`].map(
    (body): Case => ({
      section: "5.5",
      must: `refuses what is no envelope: ${body.slice(0, 20)}`,
      ask: () => post(`${inbox}objects/`, body),
      status: 422,
    }),
  ),
  {
    section: "5.6",
    must: "gives one object, its newest version",
    ask: () => get(`${everything}objects/${newest}/`),
    status: 200,
    also: (answer) => {
      expect(objectsIn(answer)).toEqual([expect.objectContaining({ id: newest, name: "Rotate them all" })]);
      expect(answer.headers.get("x-taxii-date-added-first")).toMatch(/\.\d{6}Z$/);
    },
  },
  {
    section: "5.6",
    must: "knows no object that is not there",
    ask: () => get(`${everything}objects/${nobody}/`),
    status: 404,
  },
  {
    section: "5.6",
    must: "knows no object of an id that is none",
    ask: () => get(`${everything}objects/anything/`),
    status: 404,
  },
  {
    section: "5.6",
    must: "knows no object of another collection",
    ask: async () => get(`${await collectionPath(app, author.token, "incident")}objects/${newest}/`),
    status: 404,
  },
  {
    section: "5.6",
    must: "gives nothing where the object is there and no version passes the filter",
    ask: () => get(`${everything}objects/${newest}/?match[version]=${version}`),
    status: 200,
    also: ({ text }) => expect(text).toBe("{}"),
  },
  {
    section: "5.7",
    must: "deletes nothing, because no collection is both read and written",
    ask: () => get(`${everything}objects/${newest}/`, { method: "DELETE" }),
    status: 403,
  },
  {
    section: "5.8",
    must: "lists the versions of an object",
    ask: () => get(`${everything}objects/${newest}/versions/`),
    status: 200,
    also: ({ body }) => expect(listIn(body, "versions")).toHaveLength(2),
  },
  {
    section: "5.8",
    must: "knows no versions of what is not there",
    ask: () => get(`${everything}objects/${nobody}/versions/`),
    status: 404,
  },
  {
    section: "5",
    must: "takes no other method",
    ask: () => get(`${everything}objects/`, { method: "PUT" }),
    status: 405,
  },
  { section: "5", must: "knows no other resource", ask: () => get(`${everything}nothing/`), status: 404 },
];

function accept(type: string): TaxiiRequest {
  return { headers: { accept: type } };
}

function auth(authorization: string): TaxiiRequest {
  return { token: undefined, headers: { authorization } };
}

function lastAdded({ headers }: TaxiiAnswer): string {
  return headers.get("x-taxii-date-added-last") ?? "";
}

async function nextOf({ token }: Person): Promise<string> {
  const { body } = await get(`${everything}objects/?limit=1`, { token });
  return String(body["next"]);
}

async function statusId(): Promise<string> {
  const { body } = await post(`${inbox}objects/`, envelope);
  return String(body["id"]);
}

describe("TAXII 2.1", () => {
  it.each(cases)("$section $must", async ({ ask, status, also }) => {
    const answer = await ask();
    expect(answer.status, answer.text).toBe(status);
    also?.(answer);
  });

  it("finds software by ids that tell nothing of its items, however many are asked for", async () => {
    const names = ["one", "two"].map((name) => `${name} ${crypto.randomUUID()}`);
    for (const provider of names) {
      const { content, ...draft } = advisory();
      const envelope = { ...content.envelope, affectedSystems: [{ provider, model: null, version: null }] };
      const item = { ...draft, content: { ...content, envelope } };
      await app.store.commit(author.viewer, "publish", { item, idempotencyKey: null });
    }
    const ids = names.map((name) => observableId("software", { name, vendor: name }));
    const absent = Array.from({ length: 98 }, () => `software--${crypto.randomUUID()}`);
    const answer = await get(`${everything}objects/?match[id]=${[...absent, ...ids].join(",")}`);
    expect(objectsIn(answer).map(({ id }) => id)).toEqual(ids);
  });
});
