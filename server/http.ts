/** Every HTTP request: where it goes, and what is looked at before any of its body is read. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Store } from "../db/store.ts";
import { badInput, ForumError } from "../domain/errors.ts";
import type { AsPeer, Caller } from "./auth.ts";
import { announcedBytes, CallerGone, readJson, TooLate } from "./body.ts";
import { answerBundle, isBundlePath } from "./bundles/door.ts";
import type { Config } from "./config.ts";
import { answerAt } from "./door.ts";
import { doorAt } from "./doors.ts";
import { documentPath } from "./federation/document.ts";
import type { ForumDocument } from "./federation/document.ts";
import { answerDocument } from "./federation/document-door.ts";
import type { GraphqlHandler } from "./graphql-http.ts";
import { graphqlPath } from "./graphql-http.ts";
import { refuse, refuseForNow } from "./http-errors.ts";
import { landing } from "./landing.ts";
import { ourFault } from "./masking.ts";
import { operationProblem } from "./messages.ts";
import type { Operations } from "./operations.ts";
import type { Origins } from "./origins.ts";
import { probe } from "./probes.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Room } from "./room.ts";
import type { SlowReaders } from "./slow-readers.ts";
import { createTaxii, isTaxii } from "./taxii/door.ts";
import type { Telemetry } from "./telemetry.ts";
import { whoCalls } from "./who-calls.ts";

export type RouterParts = {
  readonly config: Config;
  readonly store: Store;
  readonly graphql: GraphqlHandler;
  readonly operations: Operations;
  /** What the bodies take that are on their way. */
  readonly bodies: Room;
  readonly rateLimit: RateLimit;
  readonly slowReaders: SlowReaders;
  readonly telemetry: Telemetry;
  readonly origins: () => Origins;
  /** The address that the forum is known by. */
  readonly address: () => string;
  readonly isStopping: () => boolean;
  readonly asPeer: AsPeer;
  /** What stands at `/.well-known/tocsin`. */
  readonly document: ForumDocument;
};

/** A slash behind /graphql is no other place. */
export function pathOf({ url = "/" }: IncomingMessage): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path === `${graphqlPath}/` ? graphqlPath : path;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createRouter(parts: RouterParts): Handler {
  const taxii = createTaxii(parts);
  return async (request, response) => {
    secure(response, parts.config.origin);
    try {
      await route(parts, taxii, request, response);
    } catch (error) {
      parts.telemetry.fault(error, "answering a request");
      if (response.headersSent) response.destroy();
      else refuse(response, 500, "UNAVAILABLE", ourFault);
    }
  };
}

async function route(
  parts: RouterParts,
  taxii: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request);
  if (path === "/" || (path === graphqlPath && isBrowsed(request))) return landing(request, response);
  if (path === graphqlPath) return graphql(parts, request, response);
  if (isBundlePath(path)) return answerBundle(parts, request, response);
  if (isTaxii(path)) return taxii(request, response);
  if (path === documentPath) return answerDocument(parts, request, response);
  const door = doorAt(path);
  return door === null ? probe(parts, path, request, response) : answerAt(door, parts, request, response);
}

/** Somebody typed the address into a browser: there is no operation. */
function isBrowsed({ method, headers, url = "" }: IncomingMessage): boolean {
  return method === "GET" && /text\/html/i.test(headers.accept ?? "") && !/[?&]query=/.test(url);
}

async function graphql(parts: RouterParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
  const caller = await whoCalls(parts, request, request.headers.authorization, parts.asPeer).catch((error: unknown) => {
    if (!(error instanceof ForumError)) throw error;
    refuseCaller(response, error);
    return null;
  });
  if (caller === null) return;
  const tooOften = await parts.operations.count(caller, "http");
  if (tooOften !== null) return refuseForNow(response, tooOften);
  if (request.method === "POST" && !(await takeBody(parts, request, response, caller))) return;
  await parts.graphql(request, response, caller);
}

/** Reads what a POST brings, and lays it where yoga looks for it. False where it was refused. */
async function takeBody(
  { config, bodies }: RouterParts,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
): Promise<boolean> {
  // A form or plain text can be sent by any page without being asked; JSON cannot.
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
    refuse(response, 415, "BAD_USER_INPUT", "Send the operation as Content-Type: application/json.");
    return false;
  }
  try {
    using _ = await bodies.take(caller, announcedBytes(request, config));
    const body = await readJson(request, config);
    const problem = operationProblem(body);
    if (problem !== null) throw badInput("body", problem);
    Object.assign(request, { body: withoutExtras(body) });
    return true;
  } catch (error) {
    if (error instanceof ForumError) refuseBody(response, error);
    else if (error instanceof TooLate)
      refuse(response, 408, "BAD_USER_INPUT", "The request did not come in time.", { connection: "close" });
    else if (error instanceof CallerGone) response.destroy();
    else throw error;
    return false;
  }
}

function refuseBody(response: ServerResponse, why: ForumError): void {
  if (why.code === "RATE_LIMITED") return refuseForNow(response, why);
  refuse(response, why.code === "LIMIT_EXCEEDED" ? 413 : 400, why.code, why.message);
}

/** Yoga refuses what it does not know; GraphQL over HTTP lets clients send more. */
function withoutExtras(body: unknown): object {
  const { query, operationName, variables, extensions } = body as Readonly<Record<string, unknown>>; // has been looked at
  return { query, operationName, variables, extensions };
}

function refuseCaller(response: ServerResponse, why: ForumError): void {
  if (why.code === "RATE_LIMITED") return refuseForNow(response, why);
  refuse(response, 401, why.code, why.message, { "www-authenticate": "Bearer" });
}

function secure(response: ServerResponse, origin: string | null): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  if (origin?.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
}
