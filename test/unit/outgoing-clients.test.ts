import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { afterEach, describe, expect, it } from "vitest";
import { guardedFetch } from "../../server/outgoing/fetch.ts";
import type { OutgoingOptions } from "../../server/outgoing/outgoing.ts";
import { NotReached, Outgoing } from "../../server/outgoing/outgoing.ts";
import { guardedWebSocket } from "../../server/outgoing/web-socket.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Somebody else's server, on loopback, that also speaks over websockets. Gives its port. */
async function serve(listener: RequestListener = (_, response) => response.end("{}")): Promise<number> {
  const server = createServer(listener);
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) =>
    socket.on("message", (data) => Buffer.isBuffer(data) && socket.send(data.toString())),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port; // it listens on TCP
}

const outgoing = (options: Partial<OutgoingOptions> = {}) => new Outgoing({ allowed: ["127.0.0.1"], ...options });
const limits = { maxBytes: 1_000, timeoutMs: 2_000 };
const post = { method: "POST", body: "{}" };

/** What becomes of a websocket: "open", or why it is not. */
function outcomeOf(url: string, options: Partial<OutgoingOptions> = {}, maxMessageBytes = 1_000): Promise<string> {
  const Socket = guardedWebSocket(outgoing(options).guard, { maxMessageBytes, timeoutMs: 500 });
  const socket = new Socket(url, "some-protocol");
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.addEventListener("open", () => resolve("open"));
  socket.addEventListener("error", (event) => resolve("message" in event ? String(event.message) : "error"));
  return promise.finally(() => socket.close());
}

describe("fetch through the one way out", () => {
  it("posts text with its headers, and gives status, type and body back", async () => {
    const port = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        response.writeHead(429, { "content-type": "application/json", "retry-after": "7", "set-cookie": "a=b" });
        response.end(JSON.stringify([request.method, request.headers.authorization, body]));
      });
    });
    const headers = { authorization: "Bearer x", "content-type": "application/json" };
    const response = await guardedFetch(outgoing(), limits)(`http://127.0.0.1:${port}/`, {
      ...post,
      body: "ü",
      headers,
    });
    expect(response.status).toBe(429);
    expect(Object.fromEntries(response.headers)).toEqual({ "content-type": "application/json", "retry-after": "7" });
    expect(await response.json()).toEqual(["POST", "Bearer x", "ü"]);
  });

  it("follows no redirect: what is posted goes where it was meant to go", async () => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked += 1;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect((await guardedFetch(outgoing(), limits)(`http://127.0.0.1:${port}/`, post)).status).toBe(307);
    expect(asked).toBe(1);
  });

  it("goes to no address that is not public, and takes no more than it was told to", async () => {
    const port = await serve((_, response) => response.end("x".repeat(2_000)));
    const fetch = guardedFetch(outgoing(), limits);
    await expect(fetch(`http://127.0.0.1:${port}/`, post)).rejects.toMatchObject({ isTooLarge: true });
    await expect(fetch("http://127.0.0.2/", post)).rejects.toThrow(/not one of the public/);
    await expect(fetch("https://169.254.169.254/", post)).rejects.toThrow(/not one of the public/);
    await expect(fetch("http://127.0.0.1/", { method: "GET" })).rejects.toThrow(NotReached);
  });
});

describe("a websocket through the one way out", () => {
  it("is opened where it may be, and its address is looked up anew for each", async () => {
    const port = await serve();
    let asked = 0;
    const resolve = async () => [{ address: ++asked === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    const Socket = guardedWebSocket(outgoing({ resolve }).guard, { maxMessageBytes: 1_000, timeoutMs: 500 });
    const outcome = async (): Promise<string> => {
      const socket = new Socket(`ws://peer.example:${port}/`);
      const { promise, resolve: settle } = Promise.withResolvers<string>();
      socket.addEventListener("open", () => settle("open"));
      socket.addEventListener("error", () => settle("refused"));
      return promise.finally(() => socket.close());
    };
    expect([await outcome(), await outcome(), asked]).toEqual(["open", "refused", 2]);
  });

  it.each([
    "ws://127.0.0.2/",
    "wss://127.0.0.2/",
    "ws://[::1]/",
    "wss://10.0.0.1/",
    "wss://169.254.169.254/",
    "ws://2130706434/",
  ])("is not opened to %s", async (url) => {
    expect(await outcomeOf(url)).toMatch(/not one of the public network/);
  });

  it("is opened in the clear only where the operator has named the address", async () => {
    const resolve = async () => [{ address: "8.8.8.8", family: 4 }];
    expect(await outcomeOf("ws://peer.example/", { resolve })).toMatch(/only https/);
  });

  it("follows no redirect, and waits for no answer that does not come", async () => {
    const port = await serve();
    const redirecting = createServer();
    redirecting.on("upgrade", (_, socket) =>
      socket.end(`HTTP/1.1 302 Found\r\nlocation: ws://127.0.0.1:${port}/\r\n\r\n`),
    );
    await new Promise<void>((done) => redirecting.listen(0, "127.0.0.1", done));
    const silent = createServer();
    silent.on("upgrade", () => undefined);
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    closing.push(
      () => redirecting.close(),
      () => silent.closeAllConnections(),
      () => silent.close(),
    );
    const portOf = (server: typeof silent): number => (server.address() as AddressInfo).port; // it listens on TCP
    expect(await outcomeOf(`ws://127.0.0.1:${portOf(redirecting)}/`)).toMatch(/302/);
    expect(await outcomeOf(`ws://127.0.0.1:${portOf(silent)}/`)).toMatch(/timed out/);
  });

  it("takes no message that is larger than allowed", async () => {
    const port = await serve();
    const Socket = guardedWebSocket(outgoing().guard, { maxMessageBytes: 1_000, timeoutMs: 500 });
    const socket = new Socket(`ws://127.0.0.1:${port}/`);
    const { promise, resolve } = Promise.withResolvers<string>();
    socket.addEventListener("error", (event) => resolve("message" in event ? String(event.message) : "error"));
    socket.addEventListener("open", () => socket.send("x".repeat(2_000)));
    expect(await promise).toMatch(/Max payload size/);
  });
});
