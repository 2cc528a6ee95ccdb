import type { IncomingMessage, Server, ServerOptions } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Store } from "../db/store.ts";
import { openStore } from "../db/store.ts";
import { schema } from "../schema/index.ts";
import { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { Connections } from "./connections.ts";
import { Peering } from "./federation/peering.ts";
import { createGraphqlHandler, graphqlPath } from "./graphql-http.ts";
import { createRouter, pathOf } from "./http.ts";
import { Operations } from "./operations.ts";
import { listeningOrigins, Origins } from "./origins.ts";
import { refuseUpgrade } from "./newcomers.ts";
import { RateLimit } from "./rate-limit.ts";
import { Room } from "./room.ts";
import { Poller } from "./sources/poller.ts";
import { SlowReaders } from "./slow-readers.ts";
import { EventStreams } from "./sse.ts";
import { Telemetry } from "./telemetry.ts";
import { Sockets } from "./ws.ts";

/** A running server. Disposing of it drains it: no new requests, open connections told to come back, answers finished. */
export type App = {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  [Symbol.asyncDispose](): Promise<void>;
};

const minuteMs = 60_000;

/** Opens the store, listens, and gives the running server. `now` is the store's clock, by default the system's. */
export async function createApp(
  config: Config,
  telemetry: Telemetry = new Telemetry(config),
  now?: () => Date,
): Promise<App> {
  await using started = new AsyncDisposableStack();
  const onError = (error: unknown): void => telemetry.fault(error, "tending the store");
  const store = started.use(await openStore(config.database, { onError, ...(now === undefined ? {} : { now }) }));
  started.use(new Clock(store, onError));
  let origins = new Origins([], []);
  let url = "";
  let stopping = false;
  const rateLimit = new RateLimit(config);
  const slowReaders = started.use(new SlowReaders(config));
  const connections = started.use(new Connections(store, config, telemetry));
  const address = (): string => config.origin ?? url;
  const peering = new Peering({ config, store, address, now: now ?? (() => new Date()) });
  const { asPeer, document } = peering;
  const operations = new Operations(schema, store, config, rateLimit, telemetry, peering);
  const { room } = operations;
  const streams = new EventStreams({ config, connections, room, slowReaders, telemetry });
  const sockets = new Sockets({
    config,
    store,
    operations,
    rateLimit,
    connections,
    room,
    slowReaders,
    telemetry,
    asPeer,
  });
  const graphql = createGraphqlHandler({ operations, streams, slowReaders, telemetry });
  const bodies = new Room({
    perCaller: config.bodyRoomBytes,
    inAll: config.bodyRoomBytesInAll,
    patienceMs: config.turnMs,
    complaint: "Too many requests are on their way; try again.",
  });
  const router = createRouter({
    config,
    store,
    graphql,
    operations,
    bodies,
    rateLimit,
    slowReaders,
    telemetry,
    origins: () => origins,
    address,
    isStopping: () => stopping,
    asPeer,
    document,
  });
  const server = createServer(timeoutsOf(config), (request, response) => void router(request, response));
  // What neither reads nor writes for so long is not there; streams have a heartbeat, websockets see to themselves.
  server.timeout = 2 * Math.max(config.stallMs, config.heartbeatMs, minuteMs);
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => {}); // a peer that goes while it is being refused
    if (stopping) return refuseUpgrade(stream, "503 Service Unavailable");
    if (pathOf(request) !== graphqlPath) return refuseUpgrade(stream, "404 Not Found");
    if (!origins.allows(request)) return refuseUpgrade(stream, "403 Forbidden");
    sockets.upgrade(request, stream, head);
  });
  const port = await listen(server, config);
  [url = ""] = listeningOrigins(config.host, port);
  origins = new Origins(
    config.origin === null ? listeningOrigins(config.host, port) : [config.origin],
    config.allowedOrigins,
  );

  const drain = async (): Promise<void> => {
    stopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const impatience = setTimeout(() => server.closeAllConnections(), config.drainMs);
    // Node closes what is idle now; this closes what is kept alive by those that are answered later.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    streams[Symbol.dispose]();
    await sockets[Symbol.asyncDispose]();
    await closed;
    clearTimeout(impatience);
    clearInterval(sweep);
  };
  started.defer(drain);
  started.use(new Poller({ config, store, telemetry })).start();
  started.use(peering.start(telemetry));
  const parts = started.move();
  return { url, port, store, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, host, resolve);
  await promise;
  server.off("error", reject);
  return (server.address() as AddressInfo).port; // it listens on TCP
}

/** How long a request may take to come: as long for its head as for its body, and while it waits for its turn. */
function timeoutsOf({ bodyTimeoutMs, turnMs }: Config): ServerOptions {
  return {
    headersTimeout: bodyTimeoutMs,
    requestTimeout: 2 * bodyTimeoutMs + turnMs,
    connectionsCheckingInterval: Math.min(bodyTimeoutMs, 5_000),
  };
}
