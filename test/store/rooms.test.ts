/** What callers may make the server keep for them: requests on their way, and answers that nobody reads. */
import { once } from "node:events";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { describe, expect, test, vi } from "vitest";
import type { App } from "../../server/app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { ask, codeOf, publishAdvisory, RawSocket, RawStream } from "../support/graphql-client.ts";

const mebibyte = 1_048_576;
const bodies = "{ items(first: 100) { nodes { body } } }";
const revision = "{ items(first: 1) { totalCount } }";

/** A forum in which a page of bodies has about so many MiB. */
async function startLong(environment: Readonly<Record<string, string>>, pageMebibytes: number): Promise<App> {
  const app = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "100000", ...environment });
  const { token } = await addMember(app);
  for (let at = 0; at < pageMebibytes * 11; at++) await publishAdvisory(app, token, { body: "x".repeat(99_000) });
  return app;
}

function head(length: number): string {
  return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
}

/** Sends what it is given, and reads nothing. */
function sendRaw({ port }: App, text: string): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.pause();
  socket.write(text);
  return socket;
}

function asked(app: App, query: string): Socket {
  const body = JSON.stringify({ query });
  return sendRaw(app, head(body.length) + body);
}

async function statusOf(socket: Socket): Promise<number> {
  const [text] = await once(socket.setEncoding("utf8").resume(), "data");
  return Number(String(text).split(" ")[1]);
}

async function closings(app: App): Promise<number> {
  const figures = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/tocsin_closings_total\{transport="http",reason="tooSlow"\} (\d+)/.exec(figures)?.[1] ?? 0);
}

describe("an answer that nobody reads", () => {
  test("ends its connection", async () => {
    await using app = await startLong({ TOCSIN_STALL_MS: "600", TOCSIN_OVERFULL_MS: "300" }, 9);
    const idle = [asked(app, bodies), asked(app, bodies)];
    await vi.waitFor(async () => expect(await closings(app)).toBe(2), { timeout: 10_000 });
    for (const socket of idle) socket.destroy();
  });

  test("is kept for whoever reads slowly", async () => {
    await using app = await startLong({ TOCSIN_STALL_MS: "1000", TOCSIN_OVERFULL_MS: "1000" }, 9);
    const socket = asked(app, bodies);
    let bytes = 0;
    socket.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      socket.pause();
      setImmediate(() => socket.resume());
    });
    socket.resume();
    await vi.waitFor(() => expect(bytes).toBeGreaterThan(9 * mebibyte), { timeout: 20_000 });
    expect(await closings(app)).toBe(0);
    socket.destroy();
  });

  test("keeps its caller waiting, and nobody else", async () => {
    await using app = await startLong({ TOCSIN_ANSWER_ROOM_BYTES: String(4 * mebibyte), TOCSIN_TURN_MS: "200" }, 9);
    const { token } = await addMember(app);
    const idle = asked(app, bodies);
    await vi.waitFor(async () => expect(codeOf(await ask(app, revision))).toBe("RATE_LIMITED"), { timeout: 10_000 });
    const refused = await ask(app, revision);
    expect([refused.status, refused.errors?.[0]?.extensions.retryAfterMs]).toEqual([429, 1_000]);
    await using socket = await RawSocket.connect(app);
    socket.subscribe("1", revision);
    expect(codeOf(await socket.result("1"))).toBe("RATE_LIMITED");
    expect((await ask(app, revision, { token })).errors).toBeUndefined();

    idle.destroy();
    await vi.waitFor(async () => expect((await ask(app, revision)).errors).toBeUndefined(), { timeout: 10_000 });
  });

  test("on a websocket counts, too", async () => {
    await using app = await startLong({ TOCSIN_ANSWER_ROOM_BYTES: String(4 * mebibyte), TOCSIN_TURN_MS: "200" }, 9);
    await using idle = await RawSocket.connect(app);
    idle.socket.pause();
    idle.subscribe("1", bodies);
    await vi.waitFor(async () => expect(codeOf(await ask(app, revision))).toBe("RATE_LIMITED"), { timeout: 10_000 });
    idle.socket.resume();
    expect((await idle.result("1")).errors).toBeUndefined();
    await vi.waitFor(async () => expect((await ask(app, revision)).errors).toBeUndefined(), { timeout: 10_000 });
  });
});

describe("an answer that is larger than any may be", () => {
  test("is LIMIT_EXCEEDED on every transport, and what is smaller is answered", async () => {
    await using app = await startLong({ TOCSIN_MAX_ANSWER_BYTES: String(mebibyte) }, 2);
    const { token } = await addMember(app);
    await using socket = await RawSocket.connect(app, token);
    for (const [query, code] of [
      [bodies, "LIMIT_EXCEEDED"],
      [bodies.replace("100", "5"), "0 errors"],
    ] as const) {
      using stream = await RawStream.open(app, query, { token });
      socket.subscribe(code, query);
      const answers = [await ask(app, query, { token }), await socket.result(code), await stream.result()];
      expect(answers.map(codeOf)).toEqual([code, code, code]);
      expect(answers.map(({ data }) => data === null)).toEqual(Array(3).fill(code === "LIMIT_EXCEEDED"));
    }
  });

  test("ends a subscription, and leaves no follower behind", async () => {
    await using app = await startApp({ TOCSIN_MAX_ANSWER_BYTES: "65536" });
    const { token } = await addMember(app);
    await using socket = await RawSocket.connect(app, token);
    const query = "subscription { feed { item { body } } }";
    socket.subscribe("1", query);
    using stream = await RawStream.open(app, query, { token });
    await vi.waitFor(() => expect(app.store.followerCount).toBe(2));
    await publishAdvisory(app, token, { body: "x".repeat(99_000) });
    expect(codeOf(await socket.result("1"))).toBe("LIMIT_EXCEEDED");
    expect(codeOf(await stream.result())).toBe("LIMIT_EXCEEDED");
    await vi.waitFor(() => expect(app.store.followerCount).toBe(0));
  });
});

describe("a request on its way", () => {
  test("is counted before its body is read", async () => {
    await using app = await startApp({ TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "1" });
    const first = sendRaw(app, head(mebibyte));
    const second = sendRaw(app, head(mebibyte));
    expect(await Promise.race([statusOf(first), statusOf(second)])).toBe(429);
    first.destroy();
    second.destroy();
  });

  test("may take so long", async () => {
    await using app = await startApp({ TOCSIN_BODY_TIMEOUT_MS: "100" });
    const socket = sendRaw(app, `${head(100)}{`);
    expect(await statusOf(socket)).toBe(408);
    await once(socket, "close");
  });

  test("takes room that its caller has so much of, and leaves it again", async () => {
    const room = { TOCSIN_BODY_ROOM_BYTES: String(2 * mebibyte), TOCSIN_TURN_MS: "300" };
    await using app = await startApp(room);
    const { token } = await addMember(app);
    const held = [1, 2].map(() => sendRaw(app, `${head(mebibyte)}{`));
    await vi.waitFor(async () => expect(codeOf(await ask(app, revision))).toBe("RATE_LIMITED"));
    expect((await ask(app, revision, { token })).errors).toBeUndefined();
    for (const socket of held) socket.destroy();
    await vi.waitFor(async () => expect((await ask(app, revision)).errors).toBeUndefined());
  });

  test("takes room that all visitors have so much of, and members need not wait for them", async () => {
    await using app = await startApp({
      TOCSIN_BODY_ROOM_BYTES_IN_ALL: String(mebibyte),
      TOCSIN_TRUSTED_PROXIES: "1",
      TOCSIN_TURN_MS: "300",
    });
    const { token } = await addMember(app);
    const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
    const held = sendRaw(app, `${head(mebibyte).replace("Host", "X-Forwarded-For: 192.0.2.1\r\nHost")}{`);
    await vi.waitFor(async () => expect(codeOf(await ask(app, revision, from("192.0.2.2")))).toBe("RATE_LIMITED"));
    expect((await ask(app, revision, { token })).errors).toBeUndefined();
    held.destroy();
  });
});
