/** Who sends a request, or the refusal: 401 for a token that is not valid, 429 for too many of them from one address. */
import type { IncomingMessage } from "node:http";
import type { Store } from "../db/store.ts";
import { ForumError } from "../domain/errors.ts";
import type { AsPeer, Caller } from "./auth.ts";
import { addressOf, authenticate } from "./auth.ts";
import type { Config } from "./config.ts";
import { tokenOf } from "./credentials.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Telemetry } from "./telemetry.ts";

export type WhoCallsParts = {
  readonly config: Config;
  readonly store: Store;
  readonly rateLimit: RateLimit;
  readonly telemetry: Telemetry;
};

/** `authorization` is the header as GraphQL takes it; `UNAUTHENTICATED` or `RATE_LIMITED` where it is refused. */
export async function whoCalls(
  { config, store, rateLimit, telemetry }: WhoCallsParts,
  request: IncomingMessage,
  authorization: string | undefined = request.headers.authorization,
  asPeer?: AsPeer,
): Promise<Caller> {
  const address = addressOf(request, config.trustedProxies);
  try {
    return await authenticate(store, authorization, address, asPeer);
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    telemetry.tokenRefused(address);
    await rateLimit.countAddress(address);
    throw error;
  }
}

/** The same for tools that send their token in other ways than as a bearer's. */
export function whoCallsAnyhow(parts: WhoCallsParts, request: IncomingMessage): Promise<Caller> {
  const { authorization } = request.headers;
  const token = authorization === undefined ? undefined : tokenOf(authorization);
  return whoCalls(parts, request, token === undefined ? authorization : `Bearer ${token}`);
}
