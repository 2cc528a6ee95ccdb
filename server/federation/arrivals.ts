/** What a peer has brought, looked at before anything is done with it: whose it is, and whether that forum has signed it. */
import type { Arrival, Unverified, Verified } from "../../db/federation/arrival.ts";
import { hashOf } from "../../db/federation/hashes.ts";
import type { PeerKey } from "../../db/federation/peers.ts";
import { ForumError } from "../../domain/errors.ts";
import { isForumId } from "../../domain/federation/addresses.ts";
import { maxEnvelopeBytes, parseHead } from "../../domain/federation/envelopes.ts";
import type { Claims, PublicKey } from "./jws.ts";
import { NotBelieved, verify } from "./jws.ts";
import { keyAt } from "./key-at.ts";

/** An envelope as it came. Nothing is known of its parts but what they are made of. */
export type Brought = { readonly cursor: string | null; readonly bytes: unknown; readonly route: unknown };

/** The keys of a forum, whatever it is; none of one that is not known. */
export type KeysOf = (forumId: string) => Promise<readonly Pick<PeerKey, "kid" | "publicKey" | "revokedAt">[]>;

export async function lookAt({ cursor, bytes, route }: Brought, from: string, keysOf: KeysOf): Promise<Arrival> {
  if (!isRoute(route, from)) return { cursor, route: [], ...problem("NOT_UNDERSTOOD", wrongRoute, null) };
  if (typeof bytes !== "string") return { cursor, route, ...problem("NOT_UNDERSTOOD", "It is no text.", null) };
  return { cursor, route, ...(await verifyEnvelope(bytes, route, keysOf)) };
}

const wrongRoute = "The route that it is said to have come is none.";

/** More forums than any envelope has a reason to go through. */
const longestRoute = 64;

/** Forums, the last of them the one that brought it. */
function isRoute(route: unknown, from: string): route is readonly string[] {
  if (!Array.isArray(route) || route.length < 1 || route.length > longestRoute) return false;
  return route.at(-1) === from && route.every((forumId) => typeof forumId === "string" && isForumId(forumId));
}

async function verifyEnvelope(bytes: string, route: readonly string[], keysOf: KeysOf): Promise<Verified | Unverified> {
  let claimed: Claims | null = null;
  const keyFor = async (kid: string, claims: Claims): Promise<PublicKey> => {
    claimed = claims;
    return keyOf(kid, claims, route.length === 1, keysOf);
  };
  try {
    const options = { type: "tocsin-envelope+jws", maxBytes: maxEnvelopeBytes, keyFor } as const;
    const { kid, payload } = await verify(bytes, options);
    return { bytes, hash: hashOf(bytes), kid, head: parseHead(payload), raw: payload };
  } catch (error) {
    if (error instanceof NotBelieved) return problem(error.kind, error.message, claimed);
    if (error instanceof ForumError) return problem("NOT_UNDERSTOOD", `${error.field}: ${error.message}`, claimed);
    throw error;
  }
}

/**
 * The key of the forum that an envelope is said to be of. When it was signed is its own word: with a key that was revoked since, that is taken of
 * what comes from the forum itself, and not of what others pass on.
 */
async function keyOf(kid: string, claims: Claims, isDirect: boolean, keysOf: KeysOf): Promise<PublicKey> {
  const forumId = claims["forum"];
  if (typeof forumId !== "string" || !isForumId(forumId)) throw new NotBelieved("NOT_UNDERSTOOD", "It names no forum.");
  return keyAt(await keysOf(forumId), kid, isDirect ? claims["at"] : null);
}

/** `claimed` is what it says of itself, which is shown and believed by nobody. */
function problem(kind: NotBelieved["kind"], message: string, claimed: Claims | null): Unverified {
  const { forum, stream, seq } = claimed ?? {};
  const short = (value: unknown): string | null => (typeof value === "string" ? value.slice(0, 100) : null);
  const sequence = typeof seq === "number" && Number.isSafeInteger(seq) && seq > 0 ? seq : null;
  return { problem: { kind, message, forumId: short(forum), stream: short(stream), sequence } };
}
