import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { ask, bearer, codeOf, post, RawSocket, RawStream } from "../support/graphql-client.ts";

let app: App;
let member: TestMember;
beforeAll(async () => {
  app = await startApp({ TOCSIN_ALLOWED_ORIGINS: "https://partner.example" });
  member = await addMember(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const name = JSON.stringify({ query: "{ __typename }" });
const neutral = "application/graphql-response+json; charset=utf-8";

describe("the status says what happened to the operation", () => {
  const cases = [
    ["200 for an answer", "{ viewer { groups { id } } }", 200],
    ["200 for an operation that was executed, errors and all", 'mutation { discardDraft(id: "none") }', 200],
    ["400 for a document that does not parse", "{ viewer {", 400],
    ["400 for a document that does not fit the schema", "{ nothing }", 400],
    ["400 for a variable that does not fit", "query ($id: ID!) { node(id: $id) { id } }", 400],
    ["400 for one of several operations that is not named", "query A { __typename } query B { __typename }", 400],
  ] as const;
  test.each(cases)("%s", async (_, query, status) => {
    const answer = await ask(app, query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe(neutral);
    if (status === 400) {
      expect(codeOf(answer)).toBe("BAD_USER_INPUT");
      expect(answer).not.toHaveProperty("data");
    }
  });

  test("whoever has no wish gets the media type that tells by the status", async () => {
    const response = await post(app, JSON.stringify({ query: "{ nothing }" }), { accept: "*/*" });
    expect([response.status, response.headers.get("content-type")]).toEqual([400, neutral]);
  });

  test("whoever asks for plain JSON gets 200 and the errors", async () => {
    const response = await post(app, JSON.stringify({ query: "{ nothing }" }), { accept: "application/json" });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(codeOf(await response.json())).toBe("BAD_USER_INPUT");
  });

  test("406 for a media type that no answer has", async () => {
    expect((await post(app, name, { accept: "text/html" })).status).toBe(406);
  });
});

describe("GET", () => {
  const get = (query: string, headers = {}) =>
    fetch(`${app.url}/graphql?${new URLSearchParams({ query }).toString()}`, { headers });

  test("answers a query", async () => {
    const response = await get("{ viewer { account { id } } }", bearer(member.token));
    expect(await response.json()).toEqual({ data: { viewer: { account: { id: member.accountId } } } });
  });

  test("never changes anything", async () => {
    const response = await get('mutation { addGroup(name: "By GET") { id } }', bearer(member.token));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("says that variables are no JSON", async () => {
    const response = await fetch(`${app.url}/graphql?query={__typename}&variables={`);
    expect(response.status).toBe(400);
    expect(codeOf(await response.json())).toBe("BAD_USER_INPUT");
  });

  test("other methods are refused with those that there are", async () => {
    const response = await fetch(`${app.url}/graphql`, { method: "PUT", body: name });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });
});

describe("pages of other origins", () => {
  test("are refused", async () => {
    const response = await post(app, name, { origin: "https://elsewhere.example" });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(codeOf(await response.json())).toBe("FORBIDDEN");
  });

  test("are refused where the origin is withheld", async () => {
    expect((await post(app, name, { origin: "null" })).status).toBe(403);
  });

  test("may call when the operator has named them", async () => {
    const origin = "https://partner.example";
    const response = await post(app, name, { origin });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
    const preflight = await fetch(`${app.url}/graphql`, { method: "OPTIONS", headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  });

  test("the forum's own pages may call", async () => {
    expect((await post(app, name, { origin: app.url })).status).toBe(200);
  });
});

test("/graphql/ is /graphql, on every transport", async () => {
  const slashed = `${app.url}/graphql/`;
  const headers = { "content-type": "application/json" };
  const answer = { data: { __typename: "Query" } };
  expect(await (await fetch(slashed, { method: "POST", body: name, headers })).json()).toEqual(answer);
  expect(await (await fetch(`${slashed}?query={__typename}`)).json()).toEqual(answer);
  const socket = new WebSocket(slashed.replace("http", "ws"), "graphql-transport-ws");
  expect(await once(socket, "open")).toHaveLength(1);
  socket.close();
});

test("what a client sends beside the operation is let be", async () => {
  const response = await post(app, JSON.stringify({ query: "{ __typename }", documentId: "x" }));
  expect(await response.json()).toEqual({ data: { __typename: "Query" } });
});

test("a Host that is no address changes nothing, and is no fault of ours", async () => {
  for (const host of ["[", "a b", "a:b:c"]) {
    const asked = request(`${app.url}/graphql?query=%7B__typename%7D`, { headers: { host } }).end();
    const [response] = (await once(asked, "response")) as [IncomingMessage]; // what the event hands over
    expect([host, response.statusCode, await text(response)]).toEqual([host, 200, '{"data":{"__typename":"Query"}}']);
  }
});

test("what is our fault is masked on every transport, and counted", async () => {
  const own = await startApp();
  const socket = await RawSocket.connect(own);
  await own.store[Symbol.asyncDispose](); // the database goes while the server runs
  const query = "{ items { totalCount } }";
  socket.subscribe("1", query);
  using stream = await RawStream.open(own, query);
  for (const answer of [await ask(own, query), await socket.result("1"), await stream.result()]) {
    expect(codeOf(answer)).toBe("UNAVAILABLE");
    expect(answer.errors?.[0]?.message).toMatch(
      /^Something went wrong on our side.* write .* unknown.* idempotencyKey/,
    );
    expect(JSON.stringify(answer)).not.toMatch(/database|sqlite|postgres|pool/i);
  }
  expect((await fetch(`${own.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${own.url}/livez`)).status).toBe(200);
  expect(await (await fetch(`${own.url}/metrics`)).text()).toMatch(/tocsin_faults_total [1-9]/);
  await own[Symbol.asyncDispose]();
});

test("answers are not kept by anybody in between, and are never taken for a page", async () => {
  const { headers } = await post(app, name);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

describe("/", () => {
  test("says what this is and where the API is, the same to everybody", async () => {
    const visitor = await fetch(app.url);
    expect([visitor.status, visitor.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    const text = await visitor.text();
    for (const word of ["Tocsin", "/graphql", "/livez", "/readyz", "/metrics", "schema"]) expect(text).toContain(word);
    expect(await (await fetch(app.url, { headers: bearer(member.token) })).text()).toBe(text);
  });

  test("is what a browser is shown at /graphql, too", async () => {
    const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    const text = await (await fetch(app.url)).text();
    for (const path of ["/graphql", "/graphql/"]) {
      const page = await fetch(`${app.url}${path}`, { headers: { accept } });
      expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
      expect(await page.text()).toBe(text);
    }
    const answer = await fetch(`${app.url}/graphql?query={__typename}`, { headers: { accept } });
    expect(await answer.json()).toEqual({ data: { __typename: "Query" } });
  });

  test("takes nothing", async () => {
    const response = await fetch(app.url, { method: "POST", body: name });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("for operators", () => {
  const get = (path: string, headers = {}) => fetch(`${app.url}${path}`, { headers });

  test("/livez and /readyz answer", async () => {
    expect((await get("/livez")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
  });

  test("/metrics counts operations, without a word of what they said", async () => {
    await ask(app, 'query { item(id: "itm_secret") { title } }', { token: member.token });
    const figures = await (await get("/metrics")).text();
    expect(figures).toMatch(/tocsin_operations_total\{transport="http",type="query"\} \d+/);
    expect(figures).not.toContain("itm_secret");
    expect(figures).not.toContain(member.token);
  });

  test("/metrics is not there for whoever comes through a proxy", async () => {
    expect((await get("/metrics", { "x-forwarded-for": "192.0.2.1" })).status).toBe(404);
  });

  test("/metrics with a token of its own answers that token alone", async () => {
    await using guarded = await startApp({ TOCSIN_METRICS_TOKEN: "a-token-for-the-figures" });
    const statusWith = async (token: string) =>
      (await fetch(`${guarded.url}/metrics`, { headers: bearer(token) })).status;
    expect(await statusWith("a-token-for-the-figures")).toBe(200);
    expect(await statusWith("a-token-for-the-others!")).toBe(404);
  });

  test("other paths are not there", async () => {
    expect((await get("/graphql/else")).status).toBe(404);
  });
});
