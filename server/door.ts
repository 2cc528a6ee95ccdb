/**
 * What every door that is only read from does, in this order: origin of the page, method, who calls, how often, room for the
 * answer, what is read, whether the caller has it already, and an answer in slices.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Store } from "../db/store.ts";
import type { ErrorCode } from "../domain/errors.ts";
import { ForumError } from "../domain/errors.ts";
import { writeAnswer } from "./answers.ts";
import type { Caller } from "./auth.ts";
import type { Config } from "./config.ts";
import type { Operations, Transport } from "./operations.ts";
import type { Origins } from "./origins.ts";
import type { SlowReaders } from "./slow-readers.ts";
import { turns } from "./turns.ts";
import type { WhoCallsParts } from "./who-calls.ts";

/** What a door reads from. */
export type ReadParts = {
  readonly store: Store;
  readonly config: Pick<Config, "maxAnswerBytes">;
  /** The address that the forum is known by. */
  readonly address: () => string;
};
export type DoorParts = WhoCallsParts &
  ReadParts & {
    readonly operations: Operations;
    readonly slowReaders: SlowReaders;
    readonly origins: () => Origins;
  };

export type Found = {
  readonly type: string;
  readonly body: string;
  /** What the body is recognised by; where it is left out, its own bytes. */
  readonly state?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Door = {
  readonly name: Transport;
  /** Whether a path lies behind this door. */
  readonly holds: (path: string) => boolean;
  /** The schemes that a 401 names. */
  readonly challenge: string;
  readonly whoCalls: (parts: DoorParts, request: IncomingMessage) => Promise<Caller>;
  /** What an answer is taken to need of its caller's room until it is made. */
  readonly bytes: number;
  /** Null for what is not there, or not for this caller. `turn` is awaited for each page that is read for the answer. */
  readonly read: (parts: ReadParts, url: URL, caller: Caller, turn: () => Promise<void>) => Promise<Found | null>;
};

export async function answerAt(
  door: Door,
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origins = parts.origins();
  origins.share(request, response);
  response.setHeader("cache-control", "private, no-cache"); // may be kept, and is asked about each time
  if (!origins.allows(request)) return refuse(response, 403, "FORBIDDEN", "Pages of this origin may not read here.");
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(response, 405, "BAD_USER_INPUT", "This is only read: use GET.", { allow: "GET, HEAD" });
  }
  try {
    const caller = await door.whoCalls(parts, request);
    const tooOften = await parts.operations.count(caller, door.name);
    if (tooOften !== null) throw tooOften;
    using share = await parts.operations.room.take(caller, door.bytes);
    parts.telemetry.operation(door.name, "read");
    const turn = turns(parts, door.name, response, caller, 1);
    const found = await door.read(parts, new URL(request.url ?? "/", parts.address()), caller, turn);
    if (found === null) return refuse(response, 404, "NOT_FOUND", "There is no such thing, or you may not see it.");
    const etag = `W/"${createHash("sha256")
      .update(found.state ?? found.body)
      .digest("base64url")}"`;
    const headers = { ...found.headers, etag };
    if (hasAlready(request, etag)) return void response.writeHead(304, headers).end();
    const answer = new Response(found.body, { headers: { ...headers, "content-type": found.type } });
    await writeAnswer(answer, response, share, parts);
  } catch (error) {
    if (response.closed) return; // nobody waits for it any more
    if (!(error instanceof ForumError)) throw error;
    refuseWith(response, error, door.challenge);
  }
}

/** Whether the caller says that it has this very state. A date alone does not say so: what leaves an answer makes nothing newer. */
function hasAlready({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers["if-none-match"];
  if (known === undefined) return false;
  return known.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^(?!W\/)/, "W/") === etag);
}

function refuseWith(response: ServerResponse, why: ForumError, challenge: string): void {
  const { code, message, retryAfterMs = 0 } = why;
  switch (code) {
    case "UNAUTHENTICATED":
      return refuse(response, 401, code, message, { "www-authenticate": challenge });
    case "RATE_LIMITED":
      return refuse(response, 429, code, message, { "retry-after": String(Math.ceil(retryAfterMs / 1_000)) });
    case "UNAVAILABLE":
      return refuse(response, 503, code, message);
    default:
      return refuse(response, 400, code, message);
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify({ code, message }));
}
