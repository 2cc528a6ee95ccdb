import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { App } from "../../server/app.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { bearer, codeOf, post, publishAdvisory, RawStream } from "../support/graphql-client.ts";

let app: App;
let author: TestMember;
let reader: TestMember;
beforeAll(async () => {
  app = await startApp();
  author = await addMember(app);
  reader = await addMember(app, { sector: "GOVERNMENT" });
});
afterAll(() => app[Symbol.asyncDispose]());

const feed = "subscription ($after: String) { feed(after: $after) { change cursor item { title } } }";

async function followed(by: App, count: number): Promise<void> {
  await vi.waitFor(() => expect(by.store.followerCount).toBe(count), { interval: 5, timeout: 5_000 });
}

test("a subscription comes as an event stream, to whom it is addressed", async () => {
  using stream = await RawStream.open(app, feed, { token: reader.token });
  expect(stream.response.status).toBe(200);
  expect(stream.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  await followed(app, 1);
  const stranger = await addMember(app);
  await publishAdvisory(app, author.token, { title: "For others", to: [stranger.organizationId] });
  await publishAdvisory(app, author.token, { title: "For one", to: [reader.organizationId] });
  expect((await stream.result()).data).toEqual({ feed: expect.objectContaining({ item: { title: "For one" } }) });
});

test("a stream goes on from a cursor without a gap", async () => {
  let cursor: unknown;
  {
    using stream = await RawStream.open(app, feed, { token: reader.token, variables: { after: "beginning" } });
    cursor = (await stream.result()).data?.["feed"];
  }
  const after = (cursor as { cursor: string }).cursor; // as the document asks for it
  await publishAdvisory(app, author.token, { title: "While away" });
  using again = await RawStream.open(app, feed, { token: reader.token, variables: { after } });
  const next = await again.result();
  expect(next.data).toEqual({ feed: expect.objectContaining({ item: { title: "While away" } }) });
});

test("a query whose reader takes a stream alone is one event and the end", async () => {
  using stream = await RawStream.open(app, "{ viewer { account { id } } }", { token: reader.token });
  expect((await stream.result()).data).toEqual({ viewer: { account: { id: reader.accountId } } });
  expect(await stream.next()).toEqual({ event: "complete", data: "" });
  expect(await stream.next()).toBeNull();
});

test("a query whose reader takes JSON, too, is answered with JSON", async () => {
  const accept = "application/graphql-response+json, application/json, text/event-stream";
  const response = await post(app, JSON.stringify({ query: "{ __typename }" }), { accept });
  expect(response.headers.get("content-type")).toContain("json");
});

describe("what is refused is told in the stream, and ends it", () => {
  const cases = [
    ["a document that does not fit the schema", "subscription { nothing }", {}, "BAD_USER_INPUT"],
    ["a cursor that is none", feed, { after: "nonsense" }, "CURSOR_INVALID"],
    ["an operation that is too deep", `{ ${"viewer { ".repeat(13)} id ${"}".repeat(13)} }`, {}, "LIMIT_EXCEEDED"],
  ] as const;
  test.each(cases)("%s", async (_, query, variables, code) => {
    using stream = await RawStream.open(app, query, { token: reader.token, variables });
    expect(codeOf(await stream.result())).toBe(code);
    expect((await stream.next())?.event).toBe("complete");
    expect(await stream.next()).toBeNull();
  });
});

test("a subscription whose reader takes no stream is refused, and nothing is followed", async () => {
  const response = await post(app, JSON.stringify({ query: "subscription { feed { at } }" }), bearer(reader.token));
  expect(response.status).toBe(406);
  expect(codeOf(await response.json())).toBe("BAD_USER_INPUT");
  await followed(app, 0);
});

test("a reader that goes takes its subscription with it", async () => {
  const stream = await RawStream.open(app, feed, { token: reader.token });
  await followed(app, 1);
  stream[Symbol.dispose]();
  await followed(app, 0);
  expect((await fetch(`${app.url}/livez`)).status).toBe(200);
});

test("comments keep a quiet stream alive", async () => {
  await using own = await startApp({ TOCSIN_HEARTBEAT_MS: "20" });
  using stream = await RawStream.open(own, feed);
  for (let beat = 0; beat < 3; beat++) expect(await stream.frame()).toBe(":");
});

test("a reader that stops reading is cut, and the server keeps next to nothing for it", async () => {
  await using own = await startApp({ TOCSIN_STALL_MS: "300", TOCSIN_OPERATIONS_PER_MINUTE: "100000" });
  const from = await addMember(own);
  const to = await addMember(own);
  const headers = { "content-type": "application/json", accept: "text/event-stream", ...bearer(to.token) };
  const outgoing = request(`${own.url}/graphql`, { method: "POST", headers });
  outgoing.on("error", () => {});
  outgoing.end(JSON.stringify({ query: "subscription { feed { item { body } } }" }));
  await once(outgoing, "response"); // and never reads what it brings
  await followed(own, 1);
  for (let at = 0; at < 120; at++) await publishAdvisory(own, from.token, { body: "x".repeat(90_000) });
  await vi.waitFor(() => expect(own.store.followerCount).toBe(0), { timeout: 10_000 });
  outgoing.destroy();
});

test("a server that stops ends its streams without complete, so that their readers come back", async () => {
  const own = await startApp();
  using stream = await RawStream.open(own, feed);
  await followed(own, 1);
  await own[Symbol.asyncDispose]();
  expect(await stream.next()).toBeNull();
});
