import type { PeerKey } from "../../db/federation/peers.ts";
import { ForumError } from "../../domain/errors.ts";
import { parseInstant } from "../../domain/parse.ts";
import type { PublicKey } from "./jws.ts";
import { NotBelieved } from "./jws.ts";

/**
 * The key of a forum that signed at an instant, or NotBelieved: where none is known, or not this one, or it was revoked before. null for an
 * instant that nobody can be sure of: then not where it was ever revoked.
 */
export function keyAt(
  keys: readonly Pick<PeerKey, "kid" | "publicKey" | "revokedAt">[],
  kid: string,
  at: unknown,
): PublicKey {
  if (keys.length === 0)
    throw new NotBelieved("UNKNOWN_FORUM", "It is of a forum with which there is no agreement: no key of it is known.");
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined) throw new NotBelieved("UNKNOWN_KEY", "It is signed with a key that its forum has not named.");
  if (key.revokedAt !== null && (at === null || instantOf(at) >= key.revokedAt))
    throw new NotBelieved("REVOKED_KEY", "It is signed with a key that was revoked before.");
  return key.publicKey;
}

/** An instant as it is claimed; NotBelieved for what is none. */
export function instantOf(at: unknown): string {
  try {
    return parseInstant(at, "at");
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    throw new NotBelieved("NOT_UNDERSTOOD", "It does not say when it was signed.", { cause: error });
  }
}
