import type { Client } from "graphql-ws/client";
import { createClient } from "graphql-ws/client";
import { fromSocketEnd } from "./close-codes.ts";
import { TocsinError } from "./errors.ts";
import type { FeedDocument, FeedPlace, FeedSource } from "./feed-source.ts";
import { feedEnded, tellResult } from "./feed-source.ts";
import type { Connection } from "./http.ts";
import { authorizationOf } from "./http.ts";

const welcomeWithinMs = 15_000;

/** The feed over a websocket (graphql-transport-ws): one socket a subscription, so that a slow reader harms no other. */
export function websocketFeed<E extends FeedPlace>(
  connection: Connection,
  webSocket: typeof WebSocket,
  { document, now }: FeedDocument,
): FeedSource<E> {
  const url = new URL(connection.endpoint);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return {
    now,
    subscribe({ after, filter }, sink) {
      let ended = false;
      let unsubscribe = (): void => {};
      let pongTimer: ReturnType<typeof setTimeout> | undefined;
      const client = createClient({
        url: url.href,
        webSocketImpl: webSocket,
        connectionParams: async () => {
          const authorization = await authorizationOf(connection);
          return authorization === null ? undefined : { authorization };
        },
        retryAttempts: 0,
        keepAlive: connection.heartbeatMs,
        connectionAckWaitTimeout: welcomeWithinMs,
        onNonLazyError: () => {},
        on: {
          // A socket whose other end is gone answers no ping, and closes only when it is torn down.
          ping: (received) => {
            if (!received) pongTimer = setTimeout(() => client.terminate(), connection.heartbeatMs);
          },
          pong: () => clearTimeout(pongTimer),
        },
      });
      const end = (error: TocsinError | null): void => {
        if (ended) return;
        ended = true;
        clearTimeout(openTimer);
        clearTimeout(pongTimer);
        unsubscribe();
        void letGo(client);
        if (error !== null) sink.failed(error);
      };
      // A connection attempt into the void raises nothing for minutes.
      const openTimer = setTimeout(() => {
        end(new TocsinError("UNREACHABLE", "The forum did not answer in time."));
        client.terminate();
      }, welcomeWithinMs);
      client.on("connected", () => clearTimeout(openTimer));
      unsubscribe = client.subscribe(
        { query: document, variables: { after, filter } },
        {
          next: (result) => {
            if (ended) return;
            tellResult<E>(result, { event: (event) => sink.event(event), failed: end });
          },
          error: (cause) => end(fromSocketEnd(cause)),
          complete: () => end(feedEnded()),
        },
      );
      return () => end(null);
    },
  };
}

/** Disposing waits for the connection that is being made, and rejects when that fails: nobody asks any more. */
async function letGo(client: Client): Promise<void> {
  try {
    await client.dispose();
  } catch {}
}
