import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { App } from "../../server/app.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { codeOf, publishAdvisory, RawSocket } from "../support/graphql-client.ts";

let app: App;
let author: TestMember;
let reader: TestMember;
beforeAll(async () => {
  app = await startApp({ TOCSIN_ALLOWED_ORIGINS: "https://partner.example", TOCSIN_INIT_TIMEOUT_MS: "300" });
  author = await addMember(app);
  reader = await addMember(app, { sector: "GOVERNMENT" });
});
afterAll(() => app[Symbol.asyncDispose]());

const feed = "subscription ($after: String) { feed(after: $after) { change cursor item { title } } }";
const titles = (title: string) => ({
  data: { feed: expect.objectContaining({ change: "PUBLISHED", item: { title } }) },
});

/** Resolves when as many feeds are followed as are expected: what is published from then on is told. */
async function followed(count: number): Promise<void> {
  await vi.waitFor(() => expect(app.store.followerCount).toBe(count), { interval: 5, timeout: 5_000 });
}

describe("operations", () => {
  test("an item that is published reaches whoever it is addressed to, and nobody else", async () => {
    const stranger = await addMember(app);
    await using theirs = await RawSocket.connect(app, reader.token);
    await using others = await RawSocket.connect(app, stranger.token);
    theirs.subscribe("1", feed);
    others.subscribe("1", feed);
    await followed(2);
    await publishAdvisory(app, author.token, { title: "For one", to: [reader.organizationId] });
    await publishAdvisory(app, author.token, { title: "For all" });
    expect(await theirs.result("1")).toEqual(titles("For one"));
    expect(await theirs.result("1")).toEqual(titles("For all"));
    expect(await others.result("1")).toEqual(titles("For all"));
  });

  test("queries and mutations work as over HTTP, and end with complete", async () => {
    await using socket = await RawSocket.connect(app, reader.token);
    socket.subscribe("q", "{ viewer { account { id } } }");
    expect(await socket.result("q")).toEqual({ data: { viewer: { account: { id: reader.accountId } } } });
    expect(await socket.nextOf("q")).toEqual({ type: "complete", id: "q" });
  });

  test("a subscription that is completed by its reader ends on the server, too", async () => {
    await using socket = await RawSocket.connect(app, reader.token);
    socket.subscribe("1", feed);
    await followed(1);
    socket.send({ type: "complete", id: "1" });
    await followed(0);
    expect(socket.socket.readyState).toBe(socket.socket.OPEN);
  });

  test("a socket that goes takes its subscriptions with it", async () => {
    const socket = await RawSocket.connect(app, reader.token);
    for (const id of ["1", "2", "3"]) socket.subscribe(id, feed);
    await followed(3);
    socket.socket.terminate();
    await followed(0);
    expect(socket.received.filter(({ type }) => type === "error")).toEqual([]);
  });
});

describe("one bad operation ends alone", () => {
  const bad: readonly (readonly [string, unknown, string])[] = [
    ["a document that does not parse", { query: "subscription {" }, "BAD_USER_INPUT"],
    ["a document that does not fit the schema", { query: "subscription { nothing }" }, "BAD_USER_INPUT"],
    ["a variable that does not fit", { query: feed, variables: { after: [1] } }, "BAD_USER_INPUT"],
    ["a cursor that is none", { query: feed, variables: { after: "nonsense" } }, "CURSOR_INVALID"],
    [
      "an operation that is not in the document",
      { query: "query A { __typename }", operationName: "B" },
      "BAD_USER_INPUT",
    ],
    ["a document without an operation", { query: "fragment F on Query { __typename }" }, "BAD_USER_INPUT"],
    [
      "an operation that is too deep",
      { query: `{ ${"viewer { ".repeat(13)} id ${"}".repeat(13)} }` },
      "LIMIT_EXCEEDED",
    ],
    ["an empty document", { query: "" }, "BAD_USER_INPUT"],
    ["a document that is no text", { query: 1 }, "BAD_USER_INPUT"],
    ["variables that are a list", { query: feed, variables: [] }, "BAD_USER_INPUT"],
    ["no payload", undefined, "BAD_USER_INPUT"],
    ["two fields of a subscription", { query: "subscription { a: feed { at } b: feed { at } }" }, "BAD_USER_INPUT"],
  ];
  test.each(bad)("%s", async (_, payload, code) => {
    await using socket = await RawSocket.connect(app, reader.token);
    socket.subscribe("good", feed);
    await followed(1);
    socket.send({ type: "subscribe", id: "bad", payload });
    expect(codeOf(await socket.result("bad"))).toBe(code);
    await publishAdvisory(app, author.token, { title: "Still here" });
    expect(await socket.result("good")).toEqual(titles("Still here"));
  });
});

describe("a bad message closes the socket with 4400 and says why", () => {
  const bad = [
    ["{", "invalid JSON"],
    ["[]", "a JSON object"],
    ["null", "a JSON object"],
    ['{"type":"start"}', 'a "type", one of'],
    ['{"type":"next","id":"1","payload":{}}', 'a "type", one of'],
    ['{"type":"subscribe","payload":{"query":"{__typename}"}}', 'needs an "id"'],
    ['{"type":"ping","payload":1}', "is an object"],
  ] as const;
  test.each(bad)("%s", async (message, reason) => {
    await using socket = await RawSocket.connect(app, reader.token);
    socket.send(message);
    const closed = await socket.closed;
    expect(closed.code).toBe(4400);
    expect(closed.reason).toContain(reason);
  });

  test("binary data", async () => {
    await using socket = await RawSocket.connect(app, reader.token);
    socket.socket.send(Buffer.from('{"type":"ping"}'));
    expect((await socket.closed).code).toBe(4400);
  });
});

describe("the protocol", () => {
  test("an operation before connection_init closes with 4401", async () => {
    await using socket = await RawSocket.open(app);
    socket.subscribe("1", feed);
    expect((await socket.closed).code).toBe(4401);
  });

  test("no connection_init in time closes with 4408", async () => {
    await using socket = await RawSocket.open(app);
    expect((await socket.closed).code).toBe(4408);
  });

  test("a second connection_init closes with 4429", async () => {
    await using socket = await RawSocket.connect(app);
    socket.send({ type: "connection_init" });
    expect((await socket.closed).code).toBe(4429);
  });

  test("an id that is taken closes with 4409", async () => {
    await using socket = await RawSocket.connect(app);
    socket.subscribe("1", feed);
    await followed(1);
    socket.subscribe("1", feed);
    expect((await socket.closed).code).toBe(4409);
  });

  test("even with an operation that is none", async () => {
    await using socket = await RawSocket.connect(app);
    socket.subscribe("1", feed);
    await followed(1);
    socket.send({ type: "subscribe", id: "1", payload: { query: 1 } });
    expect((await socket.closed).code).toBe(4409);
  });

  test("another sub-protocol is not taken", async () => {
    await using socket = await RawSocket.open(app, { protocols: [] });
    expect((await socket.closed).code).toBe(4406);
  });

  test("a ping is answered with its payload", async () => {
    await using socket = await RawSocket.connect(app);
    socket.send({ type: "ping", payload: { at: 1 } });
    expect(await socket.next()).toEqual({ type: "pong", payload: { at: 1 } });
  });
});

describe("pages of other origins", () => {
  test("cannot open a websocket", async () => {
    await expect(RawSocket.open(app, { origin: "https://elsewhere.example" })).rejects.toThrow("403");
    await expect(RawSocket.open(app, { origin: "null" })).rejects.toThrow("403");
  });

  test("can where the operator has named them, and the forum's own pages can", async () => {
    for (const origin of ["https://partner.example", app.url]) {
      await using socket = await RawSocket.connect(app, undefined, { origin });
      expect(socket.socket.protocol).toBe("graphql-transport-ws");
    }
  });

  test("there is no websocket at another path", async () => {
    await expect(RawSocket.open({ url: `${app.url}/else` })).rejects.toThrow("404");
  });
});

describe("readers that do not keep up", () => {
  const impatient = {
    TOCSIN_MAX_WAITING_BYTES: "65536",
    TOCSIN_OVERFULL_MS: "300",
    TOCSIN_OPERATIONS_PER_MINUTE: "100000",
  };

  test("one that stops reading is closed with 4413, and resumes from its cursor without a gap", async () => {
    await using own = await startApp(impatient);
    const from = await addMember(own);
    const to = await addMember(own);
    await using socket = await RawSocket.connect(own, to.token);
    socket.subscribe("1", feed.replace("title", "title body"));
    await vi.waitFor(() => expect(own.store.followerCount).toBe(1));
    socket.socket.pause();
    const count = 120;
    for (let at = 0; at < count; at++) {
      await publishAdvisory(own, from.token, { title: `Finding ${at}`, body: "x".repeat(90_000) });
    }
    await vi.waitFor(() => expect(own.store.followerCount).toBe(0), { timeout: 10_000 });
    socket.socket.resume();
    expect(await socket.closed).toEqual({ code: 4413, reason: "reader too slow; resume from your cursor" });
    const seen = socket.received.slice(1).map(({ payload }) => feedEvent(payload));
    expect(seen.length).toBeLessThan(count);

    await using again = await RawSocket.connect(own, to.token);
    again.subscribe("2", feed, { after: seen.at(-1)?.cursor ?? null });
    while (seen.length < count) seen.push(feedEvent((await again.nextOf("2")).payload));
    expect(seen.map(({ title }) => title)).toEqual(Array.from({ length: count }, (_, at) => `Finding ${at}`));
  });

  test("one that does not answer a ping is taken for gone", async () => {
    await using own = await startApp({ TOCSIN_HEARTBEAT_MS: "100" });
    await using silent = await RawSocket.connect(own, undefined, { autoPong: false });
    await using lively = await RawSocket.connect(own);
    expect((await silent.closed).code).toBe(4413);
    expect(lively.socket.readyState).toBe(lively.socket.OPEN);
  });
});

test("a server that stops tells its readers to come back", async () => {
  const own = await startApp();
  await using socket = await RawSocket.connect(own);
  await own[Symbol.asyncDispose]();
  expect((await socket.closed).code).toBe(1012);
});

function feedEvent(payload: unknown): { cursor: string; title: string } {
  const { data } = payload as { data: { feed: { cursor: string; item: { title: string } } } }; // as the document asks for it
  return { cursor: data.feed.cursor, title: data.feed.item.title };
}
