/**
 * Another forum that speaks as forums do, and says whatever a test wants it to. By itself it is honest: it signs a stream, shows it in its feed and
 * says where it stands.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { hashOf } from "../../db/federation/hashes.ts";
import type { EnvelopeHead, ShownItem } from "../../domain/federation/envelopes.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { signCheckpoint } from "../../server/federation/checkpoints.ts";
import { signKeyList } from "../../server/federation/key-statements.ts";
import type { TestKey } from "./forum-keys.ts";
import { makeKey } from "./forum-keys.ts";
import { headOf, payloadOf, shownItem, signEnvelope } from "./envelope-makers.ts";

export type Told = { readonly bytes: unknown; readonly route: unknown };
export type Stand = { readonly sequence: number; readonly hash: string };
type Variables = Readonly<Record<string, unknown>>;

const nowhere: Stand = { sequence: 0, hash: "" };

export class LyingForum {
  readonly id: string = crypto.randomUUID();
  key: TestKey;
  /** What its feed holds, in order; a cursor is a number behind as many. */
  readonly feed: Told[] = [];
  /** Where it says that its streams stand. */
  readonly stands = new Map<StreamName, Stand>();
  /** What it has been told that was taken. */
  readonly receipts: unknown[] = [];
  /** Checkpoints of others, as it says. */
  witnessed: readonly string[] = [];
  organizations: unknown = [];
  /** Answers in the place of the honest ones, by the name of the operation; what is undefined stays honest. */
  answer: (operation: string, variables: Variables) => unknown = () => undefined;
  /** Does something to the response of a request before it is answered; true where it was answered by that. */
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  /** How often each operation was asked. */
  readonly asked = new Map<string, number>();
  now: () => Date;
  #url = "";
  readonly #listeners = new Set<() => void>();
  readonly #parts = new AsyncDisposableStack();

  private constructor(key: TestKey, now: () => Date) {
    this.key = key;
    this.now = now;
  }

  static async start(now: () => Date = () => new Date()): Promise<LyingForum> {
    const forum = new LyingForum(await makeKey(), now);
    await forum.#listen();
    return forum;
  }

  get url(): string {
    return this.#url;
  }

  /** Signs the next envelope of a stream, and says that the stream stands there. It is not in the feed yet. */
  async sign(
    shown: (Partial<ShownItem> & { readonly title?: string }) | null,
    head: Partial<EnvelopeHead> = {},
  ): Promise<string> {
    const stream = head.stream ?? "public";
    const { sequence, hash } = this.stands.get(stream) ?? nowhere;
    const place = {
      stream,
      sequence: sequence + 1,
      previous: sequence === 0 ? null : hash,
      at: this.now().toISOString(),
    };
    const whole = headOf(this.id, { ...place, ...head });
    const payload = payloadOf(whole, shown === null ? null : shownItem(this.id, shown));
    const bytes = await signEnvelope(payload, this.key);
    this.stands.set(stream, { sequence: whole.sequence, hash: hashOf(bytes) });
    return bytes;
  }

  /** How many follow its feed live. */
  get followers(): number {
    return this.#listeners.size;
  }

  /** Puts envelopes into the feed, and wakes whoever follows it. */
  tell(...envelopes: readonly (string | Told)[]): void {
    this.feed.push(...envelopes.map((one) => (typeof one === "string" ? { bytes: one, route: [this.id] } : one)));
    for (const wake of this.#listeners) wake();
  }

  /** Ends the connections of whoever follows it. */
  disconnect: () => void = () => {};

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync();
  }

  async #listen(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ server, handleProtocols: () => "graphql-transport-ws" });
    const open = new Set<Socket>();
    server.on("connection", (socket) => {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
    });
    sockets.on("connection", (socket) => {
      socket.on("error", () => {});
      socket.on("message", (data) => {
        if (Buffer.isBuffer(data)) this.#hear(socket, JSON.parse(data.toString()));
      });
    });
    this.disconnect = () => {
      for (const socket of sockets.clients) socket.terminate();
    };
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
    this.#parts.defer(async () => {
      this.disconnect();
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.intercept(request, response)) return;
    if (request.url === "/.well-known/tocsin") {
      response.end(JSON.stringify(this.answer("document", {}) ?? (await this.document())));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const { query, variables }: { query: string; variables: Variables } = JSON.parse(Buffer.concat(chunks).toString());
    const operation = nameOf(query);
    this.asked.set(operation, (this.asked.get(operation) ?? 0) + 1);
    const data = this.answer(operation, variables) ?? (await this.#honest(operation, variables));
    response.setHeader("content-type", "application/graphql-response+json");
    response.end(typeof data === "string" ? data : JSON.stringify({ data }));
  }

  async document(): Promise<object> {
    const at = this.now().toISOString();
    const { kid, publicKey } = this.key;
    const keys = [{ kid, publicKey, number: 1, revokedAt: null }];
    const list = await signKeyList({ forumId: this.id, url: this.url, at, keys }, this.key);
    const about = { version: 1, forumId: this.id, name: `Lying ${this.id.slice(0, 8)}`, url: this.url, contact: null };
    return { ...about, policies: {}, keys: { rotations: [], list } };
  }

  async #honest(operation: string, variables: Variables): Promise<unknown> {
    switch (operation) {
      case "envelopePage":
        return { feed: this.page(Number(variables["after"] ?? 0), Number(variables["first"])) };
      case "peering":
        return { peering: { checkpoints: await this.checkpoints(), witnessed: this.witnessed } };
      case "peeringDirectory":
        return { peering: { organizations: this.organizations } };
      case "missingEnvelopes":
        return { peering: { envelopes: [] } };
      case "confirmEnvelopes":
        this.receipts.push(variables["receipts"]);
        return { confirmEnvelopes: 1 };
      default:
        throw new Error(`nobody asks ${operation} of a peer`);
    }
  }

  page(after: number, first: number): object {
    const told = this.feed.slice(after, after + first);
    const events = told.map((envelope, at) => this.#event(envelope, after + at + 1));
    const end = after + told.length;
    return { events, endCursor: String(end), hasMore: end < this.feed.length };
  }

  checkpoints(): Promise<string[]> {
    const at = this.now().toISOString();
    const stands = [...this.stands].map(([stream, stand]) => ({ forumId: this.id, stream, ...stand, at }));
    return Promise.all(stands.map((stand) => signCheckpoint(stand, this.key)));
  }

  #event(envelope: Told, cursor: number): object {
    return { cursor: String(cursor), change: "ENVELOPE", envelope };
  }

  /** As much of graphql-transport-ws as one subscription needs. */
  #hear(socket: WebSocket, { type, id, payload }: Message): void {
    const send = (message: object): void => socket.send(JSON.stringify(message));
    if (type === "connection_init") send({ type: "connection_ack" });
    if (type === "ping") send({ type: "pong" });
    if (type !== "subscribe") return;
    let at = Number(payload?.variables?.["after"] ?? 0);
    const tell = (): void => {
      for (let told = this.feed[at]; told !== undefined; told = this.feed[at]) {
        at += 1;
        send({ type: "next", id, payload: { data: { feed: this.#event(told, at) } } });
      }
    };
    this.#listeners.add(tell);
    socket.once("close", () => this.#listeners.delete(tell));
    tell();
  }
}

type Message = {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { readonly variables?: Variables };
};

function nameOf(query: string): string {
  return /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(query)?.[1] ?? query;
}
