/** What an open connection rests on can end; then the connection ends, within a second, and nothing later is told on it. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { App } from "../../server/app.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { onDatabase } from "../support/on-database.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { publishAdvisory, RawSocket, RawStream } from "../support/graphql-client.ts";

let app: App;
let author: TestMember;
beforeAll(async () => {
  app = await startApp();
  author = await addMember(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const feed = "subscription { feed { change item { title } } }";
const operator = { kind: "operator" } as const;

async function followed(count: number): Promise<void> {
  await vi.waitFor(() => expect(app.store.followerCount).toBe(count), { interval: 5, timeout: 5_000 });
}

async function within<T>(ms: number, outcome: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`nothing happened within ${ms} ms`)), ms);
  try {
    return await Promise.race([outcome, promise]);
  } finally {
    clearTimeout(timer);
  }
}

describe("sockets close with 4403 and streams end within a second", () => {
  const endings = [
    ["when the token is revoked", ({ tokenId }: TestMember) => app.store.commit(operator, "revokeToken", { tokenId })],
    [
      "when the account is suspended",
      ({ accountId }: TestMember) => app.store.commit(operator, "suspendAccount", { accountId, suspended: true }),
    ],
    [
      "when the organisation is suspended",
      ({ organizationId }: TestMember) =>
        app.store.commit(operator, "suspendOrganization", { organizationId, suspended: true }),
    ],
  ] as const;
  test.each(endings)("%s", async (_, end) => {
    const member = await addMember(app);
    const neighbour = await addMember(app);
    await using quiet = await RawSocket.connect(app, member.token);
    await using socket = await RawSocket.connect(app, member.token);
    await using theirs = await RawSocket.connect(app, neighbour.token);
    using stream = await RawStream.open(app, feed, { token: member.token });
    socket.subscribe("1", feed);
    theirs.subscribe("1", feed);
    await followed(3);

    await end(member);
    await publishAdvisory(app, author.token, { title: "Too late" });

    expect((await within(1_000, socket.closed)).code).toBe(4403);
    expect((await within(1_000, quiet.closed)).code).toBe(4403);
    expect(await within(1_000, stream.next())).toBeNull();
    const told = socket.received.filter(({ type }) => type === "next");
    expect(told).toEqual([]);
    expect(await theirs.result("1")).toEqual({ data: { feed: { change: "PUBLISHED", item: { title: "Too late" } } } });
  });

  test("when the token expires", async () => {
    const until = Date.now() + 1_500;
    const member = await addMember(app, { expiresAt: new Date(until).toISOString() });
    await using socket = await RawSocket.connect(app, member.token);
    using stream = await RawStream.open(app, feed, { token: member.token });
    expect((await within(2_600, socket.closed)).code).toBe(4403);
    expect(await within(2_600, stream.next())).toBeNull();
    expect(Date.now()).toBeGreaterThanOrEqual(until);
  });
});

test("when only a membership changes, the subscription goes on under the new rights", async () => {
  const member = await addMember(app);
  const { id: groupId } = await app.store.commit(operator, "addGroup", { name: "Working group", description: null });
  await using socket = await RawSocket.connect(app, member.token);
  socket.subscribe("1", "subscription { feed { change } }");
  await followed(1);
  await app.store.commit(operator, "joinGroup", { groupId, member: { accountId: member.accountId } });
  expect(await within(1_000, socket.result("1"))).toEqual({ data: { feed: { change: "RIGHTS_CHANGED" } } });
  expect(socket.socket.readyState).toBe(socket.socket.OPEN);
});

test("a database that cannot say whether a right has ended ends the connection as a fault of ours, not as one of the token", async () => {
  const database = await freshStoreUrl();
  await using own = await startApp({ TOCSIN_DATABASE: database });
  const member = await addMember(own);
  // Who calls can still be asked, but no longer what the caller may see.
  await onDatabase(database, "alter table clients rename to clients_elsewhere");
  await using socket = await RawSocket.connect(own, member.token);
  expect((await within(1_000, socket.closed)).code).toBe(4500);
  await onDatabase(database, "alter table clients_elsewhere rename to clients");
  await using next = await RawSocket.connect(own, member.token);
  next.subscribe("1", "{ viewer { account { id } } }");
  expect(await next.result("1")).toEqual({ data: { viewer: { account: { id: member.accountId } } } });
});

test("another token of the same account keeps its connections", async () => {
  const member = await addMember(app);
  const wish = { accountId: member.accountId, name: null, expiresAt: null };
  const second = await app.store.commit(operator, "createToken", wish);
  await using first = await RawSocket.connect(app, member.token);
  await using kept = await RawSocket.connect(app, second.token);
  await app.store.commit(operator, "revokeToken", { tokenId: member.tokenId });
  expect((await within(1_000, first.closed)).code).toBe(4403);
  kept.send({ type: "ping" });
  expect((await kept.next()).type).toBe("pong");
});
