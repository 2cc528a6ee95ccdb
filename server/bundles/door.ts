/** The door for files: `/stix/bundle` gives what one sees as a bundle of STIX 2.1, and takes one in; `/stix/extension.json` is our schema. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { badInput, ForumError } from "../../domain/errors.ts";
import type { Caller } from "../auth.ts";
import { CallerGone, TooLate } from "../body.ts";
import type { DoorParts } from "../door.ts";
import { forumName } from "../forum-name.ts";
import { refuse, refuseForNow } from "../http-errors.ts";
import type { Room } from "../room.ts";
import { extensionSchemaPath } from "../stix/extension.ts";
import { extensionSchema } from "../stix/extension-schema.ts";
import { turns } from "../turns.ts";
import { whoCallsAnyhow } from "../who-calls.ts";
import { bundleText, exportOptions } from "./export.ts";
import { importOptions, readBundle, reportLines } from "./import.ts";
import { writeAsMade } from "./stream.ts";

export type BundleDoorParts = DoorParts & { readonly bodies: Room };

export const bundlePath = "/stix/bundle";
/** What an answer is taken to need of its caller's room while it is made: a page of items, and what is made of them. */
const answerBytes = 8_388_608;
/** So many items are written for each operation that is counted, as by one request to the API. */
const writesTogether = 20;

export function isBundlePath(path: string): boolean {
  return path === bundlePath || path === extensionSchemaPath;
}

export async function answerBundle(
  parts: BundleDoorParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origins = parts.origins();
  origins.share(request, response);
  if (!origins.allows(request)) return refuse(response, 403, "FORBIDDEN", "Pages of this origin may not call here.");
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  const url = new URL(request.url ?? "/", "http://forum.invalid");
  const methods = url.pathname === bundlePath ? ["GET", "POST"] : ["GET"];
  if (!methods.includes(request.method ?? ""))
    return refuse(response, 405, "BAD_USER_INPUT", `Use ${methods.join(" or ")}.`, { allow: methods.join(", ") });
  try {
    const caller = await whoCallsAnyhow(parts, request);
    const tooOften = await parts.operations.count(caller, "bundles");
    if (tooOften !== null) throw tooOften;
    parts.telemetry.operation("bundles", request.method === "POST" ? "write" : "read");
    if (url.pathname !== bundlePath) return schema(parts, response);
    if (request.method === "GET") await bundleOut(parts, response, caller, url);
    else await bundleIn(parts, request, response, caller, url);
  } catch (error) {
    if (response.headersSent) {
      if (!(error instanceof ForumError)) parts.telemetry.fault(error, "streaming a bundle");
      response.destroy();
    } else if (error instanceof ForumError) refuseWith(response, error);
    else if (error instanceof TooLate)
      refuse(response, 408, "BAD_USER_INPUT", "The bundle did not come in time.", { connection: "close" });
    else if (error instanceof CallerGone) response.destroy();
    else throw error;
  }
}

function schema(parts: BundleDoorParts, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/schema+json; charset=utf-8" });
  response.end(JSON.stringify(extensionSchema(parts.address())));
}

async function bundleOut(parts: BundleDoorParts, response: ServerResponse, caller: Caller, url: URL): Promise<void> {
  const options = exportOptions(url.searchParams);
  using share = await parts.operations.room.take(caller, answerBytes);
  const pieces = bundleText(
    parts.store.as(caller.viewer),
    forumName(parts),
    options,
    turns(parts, "bundles", response, caller, 1),
  );
  const first = await pieces.next(); // what is refused is refused before the answer has begun
  const second = await pieces.next();
  response.writeHead(200, {
    "content-type": "application/stix+json; version=2.1",
    "content-disposition": 'attachment; filename="bundle.json"',
  });
  async function* all(): AsyncGenerator<string, void, void> {
    for (const { value } of [first, second]) if (value !== undefined) yield value;
    yield* pieces;
  }
  await writeAsMade(all(), response, share, parts);
}

async function bundleIn(
  parts: BundleDoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  url: URL,
): Promise<void> {
  const { store, config } = parts;
  const reader = store.as(caller.viewer);
  await reader.requireCommand("publish");
  if (!/^application\/(stix\+|taxii\+)?json\s*(;|$)/i.test(request.headers["content-type"] ?? ""))
    return refuse(
      response,
      415,
      "BAD_USER_INPUT",
      "Send the bundle as Content-Type: application/stix+json;version=2.1.",
    );
  const options = importOptions(url.searchParams);
  const announced = Number(request.headers["content-length"] ?? config.maxBundleBytes);
  // Held until all is brought in: what was read is kept as objects until then.
  using _ = await parts.bodies.take(caller, Math.min(announced, config.maxBundleBytes));
  const mapped = await readBundle(request, config, options.defaultTlp);
  if (mapped.length === 0) throw badInput("body", "There is no object in it.");
  using share = await parts.operations.room.take(caller, answerBytes);
  response.writeHead(200, { "content-type": "application/x-ndjson; charset=utf-8" });
  const turn = turns(parts, "bundles", response, caller, writesTogether);
  await writeAsMade(reportLines({ store, reader, turn }, mapped, options), response, share, parts);
}

function refuseWith(response: ServerResponse, why: ForumError): void {
  switch (why.code) {
    case "RATE_LIMITED":
      return refuseForNow(response, why);
    case "UNAUTHENTICATED":
      return refuse(response, 401, why.code, why.message, { "www-authenticate": "Bearer, Basic" });
    case "FORBIDDEN":
      return refuse(response, 403, why.code, why.message);
    case "LIMIT_EXCEEDED":
      return refuse(response, 413, why.code, why.message);
    case "UNAVAILABLE":
      return refuse(response, 503, why.code, why.message);
    default:
      return refuse(response, 400, why.code, why.message);
  }
}
