import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { App } from "../../server/app.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import type { Result } from "../support/graphql-client.ts";
import { ask, codeOf, post, RawSocket, RawStream } from "../support/graphql-client.ts";

let app: App;
let member: TestMember;
beforeAll(async () => {
  app = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "100000", TOCSIN_MAX_COST: "100000" });
  member = await addMember(app);
});
afterAll(() => app[Symbol.asyncDispose]());

type Variables = Readonly<Record<string, unknown>>;
type Asked = (by: App, token: string | undefined, query: string, variables?: Variables) => Promise<Result>;
const transports: Readonly<Record<string, Asked>> = {
  HTTP: (by, token, query, variables = {}) => ask(by, query, { token, variables }),
  websocket: async (by, token, query, variables = {}) => {
    await using socket = await RawSocket.connect(by, token);
    socket.subscribe("1", query, variables);
    return await socket.result("1");
  },
  "event stream": async (by, token, query, variables = {}) => {
    using stream = await RawStream.open(by, query, { token, variables });
    return await stream.result();
  },
};

const relation = "relations(first: 1) { item {";
const deep = (pairs: number) => `{ item(id: "x") { ${relation.repeat(pairs)} id ${"} }".repeat(pairs)} } }`;
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(" ");

type Case = {
  readonly name: string;
  readonly passes: string;
  readonly refused: string;
  readonly variables?: Variables;
};
const cases: readonly Case[] = [
  { name: "12 fields deep", passes: deep(5), refused: deep(6) },
  {
    name: "12 fields deep through fragments",
    passes: `{ item(id: "x") { ...F } } fragment F on Item { ${relation.repeat(5)} id ${"} }".repeat(5)} }`,
    refused: `{ item(id: "x") { ...F } } fragment F on Item { ${relation.repeat(5)} reachedThrough { group { id } } ${"} }".repeat(5)} }`,
  },
  {
    name: "2,000 tokens",
    passes: `{ __typename __typename ${times(499, () => "... { __typename }")} }`,
    refused: `{ __typename __typename __typename ${times(499, () => "... { __typename }")} }`,
  },
  {
    name: "2,000 tokens, comments counted",
    passes: `{ __typename ${times(1_997, () => "#\n")} }`,
    refused: `{ __typename ${times(1_998, () => "#\n")} }`,
  },
  {
    name: "30 aliases, __typename counted",
    passes: `{ ${times(30, (at) => `a${at}: __typename`)} }`,
    refused: `{ ${times(31, (at) => `a${at}: __typename`)} }`,
  },
  {
    name: "30 aliases, in fragments as often as they are spread",
    passes: `{ ...F ...F } fragment F on Query { ${times(15, (at) => `a${at}: __typename`)} }`,
    refused: `{ ...F ...F } fragment F on Query { ${times(16, (at) => `a${at}: __typename`)} }`,
  },
  {
    name: "the same field not too often",
    passes: `{ ${times(400, () => "__typename")} }`,
    refused: `{ ${times(1_998, () => "__typename")} }`,
  },
  {
    name: "10 directives",
    passes: `{ ${times(10, () => "__typename @include(if: true)")} }`,
    refused: `{ ${times(11, () => "__typename @include(if: true)")} }`,
  },
  {
    name: "100 ids in nodes",
    passes: `{ nodes(ids: [${times(100, (at) => `"${at}"`)}]) { id } }`,
    refused: `{ nodes(ids: [${times(101, (at) => `"${at}"`)}]) { id } }`,
  },
];

describe.each(Object.entries(transports))("over %s an operation may have", (_, asked) => {
  test.each(cases)("$name", async ({ passes, refused, variables = {} }) => {
    expect((await asked(app, member.token, passes, variables)).errors).toBeUndefined();
    const answer = await asked(app, member.token, refused, variables);
    expect(codeOf(answer)).toBe("LIMIT_EXCEEDED");
    expect(answer).not.toHaveProperty("data");
  });

  test("100 ids in nodes, from variables too", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const ids = Array.from({ length: 101 }, (_, at) => String(at));
    expect(codeOf(await asked(app, member.token, query, { ids }))).toBe("LIMIT_EXCEEDED");
    expect((await asked(app, member.token, query, { ids: ids.slice(1) })).errors).toBeUndefined();
  });

  test("the standard introspection query, from whoever has a token", async () => {
    expect((await asked(app, member.token, getIntrospectionQuery())).errors).toBeUndefined();
    for (const query of [
      getIntrospectionQuery(),
      '{ __type(name: "Item") { name } }',
      "{ viewer { ...F } } fragment F on Viewer { __typename } query B { ...G } fragment G on Query { __schema { queryType { name } } }",
    ]) {
      const answer = await asked(app, undefined, query);
      expect(codeOf(answer)).toBe("BAD_USER_INPUT");
      expect(answer).not.toHaveProperty("data");
    }
  });

  test('no "did you mean" for visitors', async () => {
    for (const query of [
      "{ viewr { account { id } } }",
      "{ items(frist: 1) { totalCount } }",
      "{ items(orderBy: NEWST) { totalCount } }",
    ]) {
      expect(JSON.stringify(await asked(app, member.token, query))).toContain("Did you mean");
      const told = await asked(app, undefined, query);
      expect(codeOf(told)).toBe("BAD_USER_INPUT");
      expect(JSON.stringify(told)).not.toContain("Did you mean");
    }
    const wrong = { order: "NEWST" };
    const query = "query ($order: ItemOrder) { items(orderBy: $order) { totalCount } }";
    expect(JSON.stringify(await asked(app, undefined, query, wrong))).not.toContain("Did you mean");
  });
});

describe("the cost of an operation", () => {
  let own: App;
  beforeAll(async () => {
    own = await startApp();
  });
  afterAll(() => own[Symbol.asyncDispose]());

  const everything = `items(first: 100) { nodes { id title summary body tlp origin { id name } withdrawal { reason }
    audience { organizations { name } groups { name } sectors accounts { name } } affectedSystems { provider }
    references { url } ... on CapabilityAlert { evaluations { name } } } pageInfo { endCursor } totalCount }`;
  const two = "items(first: 100) { nodes { relations { item { relations { item { relations { item { id } } } } } } } }";

  describe.each(Object.entries(transports))("over %s", (_, asked) => {
    const passes: readonly (readonly [string, string, Variables])[] = [
      ["a full page of all that the contract names", `{ ${everything} }`, {}],
      [
        "a small page of what is nested",
        `query ($n: Int) { ${two.replace("100", "$n").replaceAll("relations", "relations(first: 2)")} }`,
        { n: 5 },
      ],
      ["a full page of long texts", "{ items(first: 100) { nodes { id title body } } }", {}],
      ["a few searches", `{ ${times(8, (at) => `a${at}: items(filter: { text: "tool" }) { totalCount }`)} }`, {}],
      ["the long texts of one item's history", '{ item(id: "x") { revisions { body changes { after } } } }', {}],
    ];
    test.each(passes)("passes %s", async (_, query, variables) => {
      expect((await asked(own, undefined, query, variables)).errors).toBeUndefined();
    });

    const refused: readonly (readonly [string, string, Variables])[] = [
      ["large pages of what is nested", `{ ${two} }`, {}],
      ["page sizes in variables", `query ($n: Int) { ${two.replace("100", "$n")} }`, { n: 100 }],
      ["page sizes in the defaults of variables", `query ($n: Int = 100) { ${two.replace("100", "$n")} }`, {}],
      [
        "many searches",
        `{ ${times(20, (at) => `a${at}: items(first: 0, filter: { text: "tool*" }) { totalCount }`)} }`,
        {},
      ],
      [
        "many counts of what is found by a text in a variable",
        `query ($f: ItemFilter) { ${times(20, (at) => `a${at}: itemStatistics(filter: $f) { total }`)} }`,
        { f: { text: "tool*" } },
      ],
      ["many pages at once", `{ ${times(30, (at) => `a${at}: items(first: 100) { nodes { id } }`)} }`, {}],
      ["pages of long texts", `{ ${times(24, (at) => `a${at}: items(first: 100) { nodes { body } }`)} }`, {}],
      [
        "long texts through fragments",
        `{ ...P ${times(12, (at) => `a${at}: items(first: 100) { nodes { ...B } }`)} } fragment B on Item { body }
         fragment P on Query { ${times(12, (at) => `b${at}: items(first: 100) { nodes { ...B } }`)} }`,
        {},
      ],
      [
        "the histories of a page",
        "{ items(first: 50) { nodes { revisions(last: 20) { body changes { before after } } } } }",
        {},
      ],
      [
        "many pages through fragments",
        `{ ${times(9, (at) => `...F${at}`)} } ${times(9, (at) => `fragment F${at} on Query { a${at}: ${everything} }`)}`,
        {},
      ],
    ];
    test.each(refused)("refuses %s", async (_, query, variables) => {
      expect(codeOf(await asked(own, undefined, query, variables))).toBe("LIMIT_EXCEEDED");
    });
  });

  test("a page that is larger than any may be is bad input, not cost", async () => {
    expect(codeOf(await ask(own, "{ items(first: 101) { nodes { id } } }"))).toBe("BAD_USER_INPUT");
    expect(codeOf(await ask(own, "{ items(first: 1000000) { nodes { id } } }"))).toBe("BAD_USER_INPUT");
  });
});

describe("600 operations a minute", () => {
  test("are counted for a token on all transports together", async () => {
    await using own = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "3" });
    const { token } = await addMember(own);
    const other = await addMember(own);
    for (const asked of Object.values(transports))
      expect((await asked(own, token, "{ __typename }")).errors).toBeUndefined();
    for (const asked of [transports["HTTP"], transports["websocket"]]) {
      const answer = await asked?.(own, token, "{ __typename }");
      expect(answer?.errors?.[0]?.extensions.code).toBe("RATE_LIMITED");
      expect(answer?.errors?.[0]?.extensions.retryAfterMs).toBeGreaterThan(0);
    }
    expect((await ask(own, "{ __typename }", { token: other.token })).status).toBe(200);
  });

  test("are told with 429 over HTTP, whatever the reader takes", async () => {
    await using own = await startApp({ TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "1" });
    await ask(own, "{ __typename }");
    for (const accept of ["application/json", "application/graphql-response+json", "text/event-stream"]) {
      const response = await post(own, '{"query":"{ __typename }"}', { accept });
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      const { errors } = await response.json();
      expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
      expect(errors[0].extensions.retryAfterMs).toBeGreaterThan(0);
    }
  });

  test("are counted for a visitor's address, which is that before the trusted proxies", async () => {
    await using own = await startApp({ TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "1", TOCSIN_TRUSTED_PROXIES: "1" });
    const from = async (address: string) =>
      (await ask(own, "{ __typename }", { headers: { "x-forwarded-for": address } })).status;
    expect(await from("198.51.100.1")).toBe(200);
    expect(await from("203.0.113.9, 198.51.100.1")).toBe(429);
    expect(await from("198.51.100.2")).toBe(200);
    expect(await from("2001:db8:0:1::1")).toBe(200);
    expect(await from("2001:db8:0:1:ffff::2")).toBe(429);
    expect(await from("2001:0DB8:0000:0001::a")).toBe(429);
    expect(await from("2001:db8:0:2::1")).toBe(200);
    expect(await from("::ffff:198.51.100.1")).toBe(429);
    expect(await from("::ffff:c633:6401")).toBe(429);
  });

  test("are counted for the address of the connection where no proxy is trusted", async () => {
    await using own = await startApp({ TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "1" });
    const from = async (address: string) =>
      (await ask(own, "{ __typename }", { headers: { "x-forwarded-for": address } })).status;
    expect([await from("198.51.100.1"), await from("198.51.100.2")]).toEqual([200, 429]);
  });

  test("guessing tokens is counted, too", async () => {
    await using own = await startApp({ TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "2" });
    const statuses = [];
    for (const token of ["a", "b", "c"]) statuses.push((await ask(own, "{ __typename }", { token })).status);
    expect(statuses).toEqual([401, 401, 429]);
  });
});

describe("connections", () => {
  test("an address has so many websockets that have not said who they are", async () => {
    await using own = await startApp({
      TOCSIN_MAX_NEW_SOCKETS_PER_ADDRESS: "2",
      TOCSIN_INIT_TIMEOUT_MS: "60000",
      TOCSIN_TRUSTED_PROXIES: "1",
    });
    const at = (address: string) => ({ headers: { "x-forwarded-for": address } });
    await using first = await RawSocket.open(own, at("198.51.100.1"));
    const second = await RawSocket.open(own, at("198.51.100.1"));
    await expect(RawSocket.open(own, at("198.51.100.1"))).rejects.toThrow("429");
    await using elsewhere = await RawSocket.connect(own, undefined, at("198.51.100.2"));
    expect(elsewhere.received).toHaveLength(1);

    first.send({ type: "connection_init" });
    expect((await first.next()).type).toBe("connection_ack");
    await using third = await RawSocket.open(own, at("198.51.100.1"));
    await expect(RawSocket.open(own, at("198.51.100.1"))).rejects.toThrow("429");

    await second[Symbol.asyncDispose]();
    await vi.waitFor(async () => {
      await using again = await RawSocket.open(own, at("198.51.100.1"));
      expect(again.socket.readyState).toBe(third.socket.readyState);
    });
  });

  test("a socket has a hundred subscriptions, and the next one alone is refused", async () => {
    await using own = await startApp({ TOCSIN_MAX_SUBSCRIPTIONS_PER_SOCKET: "3" });
    await using socket = await RawSocket.connect(own);
    for (const id of ["1", "2", "3"]) socket.subscribe(id, "subscription { feed { at } }");
    await vi.waitFor(() => expect(own.store.followerCount).toBe(3));
    socket.subscribe("4", "subscription { feed { at } }");
    expect(codeOf(await socket.result("4"))).toBe("LIMIT_EXCEEDED");
    socket.send({ type: "complete", id: "1" });
    await vi.waitFor(() => expect(own.store.followerCount).toBe(2));
    socket.subscribe("5", "{ __typename }");
    expect((await socket.result("5")).errors).toBeUndefined();
  });

  test("a token has twenty, sockets and streams together", async () => {
    await using own = await startApp({ TOCSIN_MAX_SOCKETS_PER_TOKEN: "2" });
    const { token } = await addMember(own);
    const other = await addMember(own);
    const first = await RawSocket.connect(own, token);
    using stream = await RawStream.open(own, "subscription { feed { at } }", { token });
    expect(await stream.frame()).toBe(":");
    await using third = await RawSocket.open(own);
    third.send({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
    expect((await third.closed).code).toBe(4420);
    using fourth = await RawStream.open(own, "subscription { feed { at } }", { token });
    expect(codeOf(await fourth.result())).toBe("LIMIT_EXCEEDED");
    await using theirs = await RawSocket.connect(own, other.token);
    expect(theirs.socket.readyState).toBe(theirs.socket.OPEN);

    await first[Symbol.asyncDispose]();
    await vi.waitFor(async () => {
      await using again = await RawSocket.connect(own, token);
      expect(again.received).toHaveLength(1);
    });
  });

  test("a message of more than 1 MiB ends its operation alone, one of more than 2 MiB the socket", async () => {
    await using socket = await RawSocket.connect(app, member.token);
    socket.subscribe("1", `{ __typename } # ${"x".repeat(1_048_576)}`);
    expect(codeOf(await socket.result("1"))).toBe("LIMIT_EXCEEDED");
    socket.subscribe("2", "{ __typename }");
    expect(await socket.result("2")).toEqual({ data: { __typename: "Query" } });
    socket.subscribe("3", `{ __typename } # ${"x".repeat(2 * 1_048_576)}`);
    expect((await socket.closed).code).toBe(1009);
  });
});
