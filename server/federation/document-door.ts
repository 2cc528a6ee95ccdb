import type { IncomingMessage, ServerResponse } from "node:http";
import { ForumError } from "../../domain/errors.ts";
import { addressOf } from "../auth.ts";
import type { Config } from "../config.ts";
import { refuse, refuseForNow } from "../http-errors.ts";
import type { RateLimit } from "../rate-limit.ts";
import type { ForumDocument } from "./document.ts";
import { documentSeconds } from "./document.ts";

type DocumentDoorParts = {
  readonly config: Pick<Config, "trustedProxies">;
  readonly rateLimit: RateLimit;
  readonly document: ForumDocument;
};

/** Answers what is asked of `/.well-known/tocsin`: the same to everybody, so that whatever token is sent is not looked at. */
export async function answerDocument(
  { config, rateLimit, document }: DocumentDoorParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(response, 405, "BAD_USER_INPUT", "This is only read: use GET.", { allow: "GET, HEAD" });
  try {
    await rateLimit.countAddress(addressOf(request, config.trustedProxies));
  } catch (error) {
    if (error instanceof ForumError) return refuseForNow(response, error);
    throw error;
  }
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": `public, max-age=${documentSeconds}`,
  };
  response.writeHead(200, headers).end(await document.text());
}
