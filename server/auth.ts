import type { IncomingMessage } from "node:http";
import type { Store } from "../db/store.ts";
import { ForumError } from "../domain/errors.ts";
import type { Viewer } from "../domain/people.ts";
import { anonymous } from "../domain/people.ts";
import { looksLikeCredential } from "./federation/credential.ts";

/** Who calls: the viewer, how long its token lasts, and the address that it calls from. */
export type Caller = { readonly viewer: Viewer; readonly expiresAt: string | null; readonly address: string };

/** Takes the credential of another forum, where a door is open to forums; UNAUTHENTICATED where it is not good. */
export type AsPeer = (credential: string) => Promise<Viewer>;

/** Nothing sent is an anonymous visitor. What is sent must be valid: nobody is made anonymous without being told. */
export async function authenticate(
  store: Store,
  authorization: unknown,
  address: string,
  asPeer?: AsPeer,
): Promise<Caller> {
  if (authorization === undefined || authorization === null) return { viewer: anonymous, expiresAt: null, address };
  const token = typeof authorization === "string" ? /^Bearer +(\S+) *$/i.exec(authorization)?.[1] : undefined;
  if (token === undefined) {
    throw new ForumError("UNAUTHENTICATED", "Send your token as `Bearer <token>`, or nothing to read as a visitor.");
  }
  if (asPeer !== undefined && looksLikeCredential(token))
    return { viewer: await asPeer(token), expiresAt: null, address };
  return { ...(await store.authenticate(token)), address };
}

/** The address that a request comes from, behind as many proxies as the operator trusts. */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return direct;
  const header = request.headers["x-forwarded-for"];
  const hops = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").map((hop) => hop.trim());
  return hops.at(-trustedProxies) || direct;
}
