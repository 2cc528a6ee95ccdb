import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { ask, bearer, codeOf, post, RawSocket, RawStream } from "../support/graphql-client.ts";

const dayMs = 86_400_000;
let app: App;
let member: TestMember;
let days = 0;
beforeAll(async () => {
  app = await startApp({}, () => new Date(Date.now() + days * dayMs));
  member = await addMember(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const whoAmI = "{ viewer { account { id } organization { id } } }";
const operator = { kind: "operator" } as const;

test("no token at all is an anonymous visitor", async () => {
  const { status, data } = await ask(app, whoAmI);
  expect([status, data]).toEqual([200, { viewer: { account: null, organization: null } }]);
});

test("a token says who asks, on every transport", async () => {
  const me = { viewer: { account: { id: member.accountId }, organization: { id: member.organizationId } } };
  expect((await ask(app, whoAmI, { token: member.token })).data).toEqual(me);

  using stream = await RawStream.open(app, whoAmI, { token: member.token });
  expect((await stream.result()).data).toEqual(me);

  await using inPayload = await RawSocket.connect(app, member.token);
  inPayload.subscribe("1", whoAmI);
  expect((await inPayload.result("1")).data).toEqual(me);

  await using inHeader = await RawSocket.open(app, { headers: bearer(member.token) });
  inHeader.send({ type: "connection_init" });
  await inHeader.next();
  inHeader.subscribe("1", whoAmI);
  expect((await inHeader.result("1")).data).toEqual(me);
});

describe("a token that is not valid is 401, and closes a websocket with 4403", () => {
  const cases: readonly (readonly [string, () => string | Promise<string>])[] = [
    ["one that never was", () => `Bearer ${member.token.slice(0, -4)}zzzz`],
    ["one that is cut short", () => `Bearer ${member.token.slice(0, 10)}`],
    ["one with something behind it", () => `Bearer ${member.token} more`],
    ["none behind the word", () => "Bearer "],
    ["another scheme", () => "Basic dXNlcjpwYXNzd29yZA=="],
    [
      "one that has expired",
      async () => {
        const tomorrow = new Date(Date.now() + (days + 1) * dayMs).toISOString();
        const { token } = await addMember(app, { expiresAt: tomorrow });
        days += 1;
        return `Bearer ${token}`;
      },
    ],
    [
      "one that was revoked",
      async () => {
        const { token, tokenId } = await addMember(app);
        await app.store.commit(operator, "revokeToken", { tokenId });
        return `Bearer ${token}`;
      },
    ],
    [
      "one of a suspended account",
      async () => {
        const { token, accountId } = await addMember(app);
        await app.store.commit(operator, "suspendAccount", { accountId, suspended: true });
        return `Bearer ${token}`;
      },
    ],
    [
      "one of a suspended organisation",
      async () => {
        const { token, organizationId } = await addMember(app);
        await app.store.commit(operator, "suspendOrganization", { organizationId, suspended: true });
        return `Bearer ${token}`;
      },
    ],
  ];
  test.each(cases)("%s", async (_, make) => {
    const authorization = await make();
    for (const accept of ["application/graphql-response+json", "application/json", "text/event-stream"]) {
      const response = await post(app, JSON.stringify({ query: whoAmI }), { authorization, accept });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(codeOf(await response.json())).toBe("UNAUTHENTICATED");
    }
    await using socket = await RawSocket.open(app);
    socket.send({ type: "connection_init", payload: { authorization } });
    expect((await socket.closed).code).toBe(4403);
    expect(socket.received).toEqual([]);
  });

  test("in the header of a websocket's request, too", async () => {
    await using socket = await RawSocket.open(app, { headers: bearer("nonsense") });
    socket.send({ type: "connection_init" });
    expect((await socket.closed).code).toBe(4403);
  });

  test("something that is no text is not taken for nothing", async () => {
    await using socket = await RawSocket.open(app);
    socket.send({ type: "connection_init", payload: { authorization: { token: member.token } } });
    expect((await socket.closed).code).toBe(4403);
  });
});

test("a write without a token is UNAUTHENTICATED, and the visitor's websocket stays open", async () => {
  const write = 'mutation { withdraw(id: "itm_x", reason: "None.") { item { id } } }';
  const answer = await ask(app, write);
  expect([answer.status, codeOf(answer)]).toEqual([200, "UNAUTHENTICATED"]);

  await using socket = await RawSocket.connect(app);
  socket.subscribe("1", write);
  expect(codeOf(await socket.result("1"))).toBe("UNAUTHENTICATED");
  socket.subscribe("2", whoAmI);
  expect((await socket.result("2")).errors).toBeUndefined();
});

test("what a token that is not valid is told does not depend on why", async () => {
  const gone = await addMember(app);
  await app.store.commit(operator, "revokeToken", { tokenId: gone.tokenId });
  const texts = await Promise.all(
    [gone.token, `${gone.token.slice(0, -4)}zzzz`].map(async (token) => (await post(app, "{}", bearer(token))).text()),
  );
  expect(texts[0]).toBe(texts[1]);
});
