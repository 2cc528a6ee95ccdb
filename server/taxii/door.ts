/** The door of TAXII: what is looked at before there is a question, and how the answer goes out. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { ForumError } from "../../domain/errors.ts";
import { writeBody } from "../answers.ts";
import type { Caller } from "../auth.ts";
import { announcedBytes, readText } from "../body.ts";
import { tokenOf } from "../credentials.ts";
import type { DoorParts } from "../door.ts";
import { ourFault } from "../masking.ts";
import type { Room } from "../room.ts";
import { whoCalls } from "../who-calls.ts";
import { answerBytes, answerTo, basePath } from "./endpoints.ts";
import type { TaxiiParts } from "./endpoints.ts";
import { acceptsTaxii, bodyType, taxiiType } from "./media-types.ts";
import { errorResource, Refusal, refusalOf } from "./refusal.ts";
import { Statuses } from "./statuses.ts";
import { StixCache } from "./stix-cache.ts";

export type TaxiiDoorParts = DoorParts & { readonly bodies: Room };

export function isTaxii(path: string): boolean {
  return path === basePath.slice(0, -1) || path.startsWith(basePath);
}

/** Answers what comes to /taxii2/. */
export function createTaxii(
  parts: TaxiiDoorParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const cache = new StixCache();
  const statuses = new Statuses();
  const count: TaxiiParts["count"] = (caller) => parts.operations.count(caller, "taxii");
  return async (request, response) => {
    parts.origins().share(request, response);
    try {
      const forum = { id: parts.store.forumId, name: "Tocsin", origin: parts.address() };
      const maxContentBytes = parts.config.maxMessageBytes;
      await answer({ store: parts.store, cache, statuses, count, forum, maxContentBytes }, parts, request, response);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) return void response.destroy();
      if (refusal === null) parts.telemetry.fault(error, "answering a request of TAXII");
      if (response.headersSent) return void response.destroy();
      refuse(response, refusal ?? new Refusal(500, "Internal Server Error", ourFault));
    }
  };
}

async function answer(
  taxii: TaxiiParts,
  parts: TaxiiDoorParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!parts.origins().allows(request)) throw new Refusal(403, "Forbidden", "Pages of this origin may not read here.");
  const { method = "GET" } = request;
  if (method === "OPTIONS") return void response.writeHead(204).end();
  const caller = await callerOf(parts, request);
  const tooOften = await parts.operations.count(caller, "taxii");
  if (tooOften !== null) throw tooOften;
  if (!acceptsTaxii(request.headers.accept)) throw new Refusal(406, "Not Acceptable", `Answers come as ${taxiiType}.`);
  using share = await parts.operations.room.take(caller, answerBytes);
  parts.telemetry.operation("taxii", method === "POST" ? "write" : "read");
  const url = new URL(request.url ?? "/", "http://forum.invalid");
  const found = await answerTo(taxii, { method, url, caller, body: () => bodyOf(parts, request, caller) });
  const headers = { "content-type": taxiiType, ...found.headers };
  await writeBody({ status: found.status, headers }, found.body, response, share, parts);
}

/** Nothing sent is a visitor; what is sent in whatever scheme must be a good token. */
function callerOf(parts: TaxiiDoorParts, request: IncomingMessage): Promise<Caller> {
  const { authorization } = request.headers;
  if (authorization === undefined) return whoCalls(parts, request);
  const token = tokenOf(authorization);
  return whoCalls(parts, request, token === undefined ? authorization : `Bearer ${token}`);
}

async function bodyOf({ config, bodies }: TaxiiDoorParts, request: IncomingMessage, caller: Caller): Promise<string> {
  if (bodyType(request.headers["content-type"]) === null) {
    throw new Refusal(415, "Unsupported Media Type", "Send an envelope of TAXII 2.1 or a bundle of STIX 2.1.");
  }
  try {
    using _ = await bodies.take(caller, announcedBytes(request, config));
    return await readText(request, config);
  } catch (error) {
    if (error instanceof ForumError && error.code === "BAD_USER_INPUT")
      throw new Refusal(422, "Unprocessable Content", error.message);
    throw error;
  }
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.status, { "content-type": taxiiType, ...refusal.headers });
  response.end(errorResource(refusal));
}
