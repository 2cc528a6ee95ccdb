/**
 * Websockets with the sub-protocol graphql-transport-ws. The protocol itself is graphql-ws's; here is what it leaves open:
 *
 * 1. Who may open one: the origin, the token (header or connection_init), how many.
 * 2. What a message may be: JSON, at most `maxMessageBytes`. A bad or long operation ends alone, a bad message ends the socket.
 * 3. How much waits for a reader: `Outbox` holds back, `SlowReaders` gives up. No event is lost: the reader has a cursor.
 * 4. Whether anybody is there: pings, and pongs in time.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GraphQLError } from "graphql";
import type { Server as ProtocolServer } from "graphql-ws";
import { handleProtocols, makeServer } from "graphql-ws";
import { WebSocketServer } from "ws";
import type { Store } from "../db/store.ts";
import { ForumError } from "../domain/errors.ts";
import { refusal } from "../schema/errors.ts";
import type { AsPeer } from "./auth.ts";
import { addressOf, authenticate } from "./auth.ts";
import type { Config } from "./config.ts";
import { tooMuch } from "./limits.ts";
import type { LiveSocketParts } from "./live-socket.ts";
import { LiveSocket } from "./live-socket.ts";
import type { Operations, Outcome, Ready, Results } from "./operations.ts";
import { Newcomers, refuseUpgrade } from "./newcomers.ts";
import type { RateLimit } from "./rate-limit.ts";
import { writeResult } from "./written-result.ts";

export type SocketParts = LiveSocketParts & {
  readonly config: Config;
  readonly store: Store;
  readonly operations: Operations;
  readonly rateLimit: RateLimit;
  readonly asPeer: AsPeer;
};
type Subscribed = { readonly ready: Ready; readonly live: LiveSocket; readonly id: string };
type Init = { readonly authorization?: unknown; readonly Authorization?: unknown };

/** A message of so many times the limit is still read, so that it ends its own operation and not the socket. */
const longestMessages = 2;

export class Sockets {
  readonly #parts: SocketParts;
  readonly #server: WebSocketServer;
  readonly #protocol: ProtocolServer<LiveSocket>;
  readonly #open = new Set<LiveSocket>();
  readonly #newcomers: Newcomers;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    this.#newcomers = new Newcomers(parts.config.maxNewSocketsPerAddress);
    this.#protocol = createProtocol(parts);
    // Known to ws, though not to its types: how long a peer may take to answer a close.
    const closing = { closeTimeout: parts.config.stallMs };
    this.#server = new WebSocketServer({
      ...closing,
      noServer: true,
      handleProtocols,
      maxPayload: longestMessages * parts.config.maxMessageBytes,
      perMessageDeflate: false, // a compressed bomb, and memory for every socket
    });
  }

  /** Makes a websocket of a request whose origin has been looked at. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const met = this.#newcomers.meet(addressOf(request, this.#parts.config.trustedProxies));
    if (met === null) return refuseUpgrade(stream, "429 Too Many Requests");
    stream.once("close", met);
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      const live = new LiveSocket(socket, request, this.#parts);
      const closed = this.#protocol.opened(live.protocolSocket(), live);
      this.#open.add(live);
      live.identified = met;
      live.onEnded((code, reason) => {
        this.#open.delete(live);
        closed(code, reason).catch((error: unknown) => this.#parts.telemetry.fault(error, "ending a websocket"));
      });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const live of this.#open) live.close("restarting");
    const impatience = setTimeout(() => {
      for (const socket of this.#server.clients) socket.terminate();
    }, this.#parts.config.drainMs);
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    clearTimeout(impatience);
  }
}

function createProtocol({
  config,
  store,
  operations,
  rateLimit,
  telemetry,
  asPeer,
}: SocketParts): ProtocolServer<LiveSocket> {
  const run = async (ready: Ready): Promise<Outcome> => {
    try {
      using share = await operations.reserve(ready);
      return await operations.run(ready, share); // from then on it waits in the socket, and is counted there
    } catch (error) {
      return { errors: [operations.present(error, "running an operation")] };
    }
  };
  return makeServer<Init, LiveSocket>({
    connectionInitWaitTimeout: config.initTimeoutMs,
    onConnect: async ({ connectionParams, extra: live }) => {
      const address = addressOf(live.request, config.trustedProxies);
      const sent =
        connectionParams?.authorization ?? connectionParams?.Authorization ?? live.request.headers.authorization;
      try {
        if (live.hold(await authenticate(store, sent, address, asPeer))) return true;
        live.close("tooManySockets");
      } catch (error) {
        if (!(error instanceof ForumError)) throw error;
        telemetry.tokenRefused(address);
        live.close("forbidden", error.message);
        await rateLimit.countAddress(address).catch(() => {}); // it is refused already
      }
      return false;
    },
    onSubscribe: async ({ subscriptions, extra: live }, id, payload) => {
      const refused = live.takeRefusal(id);
      if (refused !== undefined) return [refusal(refused)];
      if (Object.keys(subscriptions).length > config.maxSubscriptionsPerSocket) {
        const most = config.maxSubscriptionsPerSocket;
        return [refusal(tooMuch(`A websocket may have ${most} operations open; end one, or open another websocket.`))];
      }
      if (live.caller === null) throw new Error("an operation came before the caller was known");
      const tooOften = await operations.count(live.caller, "websocket");
      if (tooOften !== null) return [refusal(tooOften)];
      const prepared = await operations.prepare(payload, live.caller, "websocket");
      if ("refused" in prepared) return prepared.refused;
      const { schema, document, operation } = prepared.args;
      const contextValue: Subscribed = { ready: prepared, live, id };
      return { schema, document, operationName: operation.name?.value ?? null, contextValue };
    },
    execute: ({ contextValue }) => run((contextValue as Subscribed).ready), // put there by onSubscribe
    subscribe: async ({ contextValue }) => {
      const { ready, live, id } = contextValue as Subscribed; // likewise
      const outcome = await run(ready);
      return Symbol.asyncIterator in outcome ? delivered(outcome, live, id) : outcome;
    },
    onError: ({ extra: live }, _id, _payload, errors) => {
      // graphql-ws wraps what a stream throws; inside is what `Operations` has made presentable.
      const shown = errors.map((error) => (error.originalError instanceof GraphQLError ? error.originalError : error));
      const ended = shown.find(({ extensions }) => extensions["code"] === "UNAUTHENTICATED");
      if (ended && live.caller !== null && live.caller.viewer.kind !== "anonymous")
        live.close("forbidden", ended.message);
      return shown.map((error) => error.toJSON());
    },
  });
}

/**
 * Sends each result itself, since it may be written already, and leaves to graphql-ws what comes when there are no more.
 * The next one is asked for when there is room for it.
 */
function delivered(results: Results, live: LiveSocket, id: string): AsyncGenerator<never, void, void> {
  let left = false;
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const generator: AsyncGenerator<never, void, void> = {
    next: async () => {
      for (;;) {
        const { value, done } = await results.next();
        if (done === true || left) return { done: true, value: undefined };
        await live.send(`${head}${writeResult(value)}}`);
      }
    },
    return: async () => {
      left = true;
      await results.return();
      return { done: true, value: undefined };
    },
    throw: async (error: unknown) => {
      await results.throw(error);
      return { done: true, value: undefined };
    },
    [Symbol.asyncDispose]: async () => void (await generator.return()),
    [Symbol.asyncIterator]: () => generator,
  };
  return generator;
}
