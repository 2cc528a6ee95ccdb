import type { IncomingMessage, Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Store } from "../db/store.ts";
import { openStore } from "../db/store.ts";
import { schema } from "../schema/index.ts";
import type { Config } from "./config.ts";
import { Connections } from "./connections.ts";
import { createGraphqlHandler, graphqlPath } from "./graphql-http.ts";
import { createRouter, pathOf } from "./http.ts";
import { Operations } from "./operations.ts";
import { listeningOrigins, Origins } from "./origins.ts";
import { RateLimit } from "./rate-limit.ts";
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

/** Opens the store, listens, and gives the running server. `now` is the store's clock, by default the system's. */
export async function createApp(
  config: Config,
  telemetry: Telemetry = new Telemetry(config),
  now?: () => Date,
): Promise<App> {
  await using started = new AsyncDisposableStack();
  const onError = (error: unknown): void => telemetry.fault(error, "tending the store");
  const store = started.use(await openStore(config.database, { onError, ...(now === undefined ? {} : { now }) }));
  let origins = new Origins([], []);
  let stopping = false;
  const rateLimit = new RateLimit(config);
  const slowReaders = started.use(new SlowReaders(config));
  const connections = started.use(new Connections(store, config, telemetry));
  const operations = new Operations(schema, store, config, rateLimit, telemetry);
  const streams = new EventStreams({ config, connections, slowReaders, telemetry });
  const sockets = new Sockets({ config, store, operations, rateLimit, connections, slowReaders, telemetry });
  const graphql = createGraphqlHandler({ operations, streams });
  const router = createRouter({
    config,
    store,
    graphql,
    rateLimit,
    telemetry,
    origins: () => origins,
    isStopping: () => stopping,
  });
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => void router(request, response));
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => {}); // a peer that goes while it is being refused
    if (stopping) return refuseUpgrade(stream, "503 Service Unavailable");
    if (pathOf(request) !== graphqlPath) return refuseUpgrade(stream, "404 Not Found");
    if (!origins.allows(request)) return refuseUpgrade(stream, "403 Forbidden");
    sockets.upgrade(request, stream, head);
  });
  const port = await listen(server, config);
  const [url = ""] = listeningOrigins(config.host, port);
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

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
