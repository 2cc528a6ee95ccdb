/** Every HTTP request: where it goes, and what is looked at before any of its body is read. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { timingSafeEqual, createHash } from "node:crypto";
import type { Store } from "../db/store.ts";
import { ForumError } from "../domain/errors.ts";
import type { Caller } from "./auth.ts";
import { addressOf, authenticate } from "./auth.ts";
import type { Config } from "./config.ts";
import type { GraphqlHandler } from "./graphql-http.ts";
import { graphqlPath } from "./graphql-http.ts";
import { refuse } from "./http-errors.ts";
import type { Origins } from "./origins.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Telemetry } from "./telemetry.ts";

export type RouterParts = {
  readonly config: Config;
  readonly store: Store;
  readonly graphql: GraphqlHandler;
  readonly rateLimit: RateLimit;
  readonly telemetry: Telemetry;
  readonly origins: () => Origins;
  readonly isStopping: () => boolean;
};

export function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "/";
}

export function createRouter(
  parts: RouterParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    secure(response, parts.config.origin);
    try {
      await route(parts, request, response);
    } catch (error) {
      parts.telemetry.fault(error, "answering a request");
      if (response.headersSent) response.destroy();
      else refuse(response, 500, "UNAVAILABLE", "Something went wrong on our side. Try again.");
    }
  };
}

async function route(parts: RouterParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  switch (pathOf(request)) {
    case graphqlPath:
      return graphql(parts, request, response);
    case "/livez":
      return plain(response, 200, "ok");
    case "/readyz":
      return (await isReady(parts)) ? plain(response, 200, "ok") : plain(response, 503, "not ready");
    case "/metrics":
      if (!mayReadMetrics(parts.config, request)) return plain(response, 404, "not found");
      return plain(response, 200, await parts.telemetry.registry.metrics(), parts.telemetry.registry.contentType);
    default:
      return plain(response, 404, "not found");
  }
}

async function graphql(parts: RouterParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { config } = parts;
  const origins = parts.origins();
  origins.share(request, response);
  if (!origins.allows(request)) {
    return refuse(
      response,
      403,
      "FORBIDDEN",
      "Pages of this origin may not call the API; an operator sets TOCSIN_ALLOWED_ORIGINS.",
    );
  }
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  if (request.method !== "GET" && request.method !== "POST") {
    return refuse(response, 405, "BAD_USER_INPUT", "Send an operation with POST.", { allow: "GET, POST" });
  }
  const caller = await whoCalls(parts, request, response);
  if (caller === null) return;
  if (request.method === "POST") {
    // A form or plain text can be sent by any page without being asked; JSON cannot.
    if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
      return refuse(response, 415, "BAD_USER_INPUT", "Send the operation as Content-Type: application/json.");
    }
    if (Number(request.headers["content-length"] ?? 0) > config.maxMessageBytes) {
      return refuse(response, 413, "LIMIT_EXCEEDED", `A request may have ${config.maxMessageBytes} bytes.`);
    }
  }
  await parts.graphql(request, response, caller);
}

async function whoCalls(
  parts: RouterParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Caller | null> {
  const address = addressOf(request, parts.config.trustedProxies);
  try {
    return await authenticate(parts.store, request.headers.authorization, address);
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    parts.telemetry.tokenRefused(address);
    await refuseToken(parts.rateLimit, response, address, error);
    return null;
  }
}

async function refuseToken(
  limit: RateLimit,
  response: ServerResponse,
  address: string,
  why: ForumError,
): Promise<void> {
  try {
    await limit.countAddress(address);
    refuse(response, 401, why.code, why.message, { "www-authenticate": "Bearer" });
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    refuse(response, 429, error.code, error.message, {
      "retry-after": String(Math.ceil((error.retryAfterMs ?? 0) / 1_000)),
    });
  }
}

async function isReady({ store, telemetry, isStopping }: RouterParts): Promise<boolean> {
  if (isStopping()) return false;
  try {
    await store.ping();
    return true;
  } catch (error) {
    telemetry.fault(error, "asking whether the store is ready");
    return false;
  }
}

/** The figures tell how much happens that a reader may not see: they are for the operator alone. */
function mayReadMetrics({ metricsToken }: Config, { headers, socket }: IncomingMessage): boolean {
  if (metricsToken !== null) return isSame(headers.authorization ?? "", `Bearer ${metricsToken}`);
  const isProxied = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !isProxied && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? "");
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function plain(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { "content-type": type }).end(body);
}

function secure(response: ServerResponse, origin: string | null): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  if (origin?.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
}
