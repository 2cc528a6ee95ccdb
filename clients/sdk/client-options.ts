import type { ReadOptions } from "./caller.ts";
import type { ItemFilter, ItemOrder, Operations } from "./generated.ts";
import type { Token } from "./http.ts";

export type ClientOptions = {
  /** The address of the forum, such as `https://forum.example`; `/graphql` is added where it is missing. */
  readonly url: string | URL;
  /** Without one, the client is an anonymous visitor and sees what is TLP:CLEAR. A function is asked for each request and each connection. */
  readonly token?: Token | undefined;
  readonly fetch?: typeof fetch;
  readonly webSocket?: typeof WebSocket;
  /** How feeds come: "sse" is for networks that block websockets. @default "ws" */
  readonly transport?: "ws" | "sse";
  /** How often a call is repeated when the forum cannot be reached or is busy. @default 3 */
  readonly retries?: number;
  /** @default 30000 */
  readonly timeoutMs?: number;
  /** How often an open feed is looked at for a sign of life; a dead one is opened anew. @default 15000 */
  readonly heartbeatMs?: number;
};

export type ItemsOptions = ReadOptions & {
  readonly filter?: ItemFilter;
  readonly orderBy?: ItemOrder;
  /** How many to ask for at a time, at most 100. @default 50 */
  readonly pageSize?: number;
};
export type SightingReport = Omit<Operations["reportSighting"]["variables"], "id" | "idempotencyKey">;
export type Viewer = Operations["viewer"]["result"]["viewer"];
export type ItemPage = Operations["items"]["result"]["items"];
export type FeedPage = Operations["feedPage"]["result"]["feed"];
export type Statistics = Operations["statistics"]["result"]["itemStatistics"];
