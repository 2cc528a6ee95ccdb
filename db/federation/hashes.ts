import { createHash } from "node:crypto";
import type { Address, AddressKind } from "../../domain/federation/addresses.ts";
import type { PublicJwk } from "../federation-tables.ts";
import { idLetters, idPrefixes } from "../../domain/ids.ts";

/** The hash by which the next envelope of a stream names one, and by which contents are compared: SHA-256 in base64url. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** The id of a key: its thumbprint (RFC 7638). */
export function thumbprintOf({ crv, kty, x }: PublicJwk): string {
  return hashOf(JSON.stringify({ crv, kty, x }));
}

/**
 * The id that an address has in a forum: its own at home, elsewhere one that is made of the whole address. Whoever signs for one
 * forum can make none that belongs to another.
 */
export function localId(kind: AddressKind, { id, forumId }: Address, here: string): string {
  if (forumId === here) return id;
  return `${idPrefixes[kind]}_${lettersOf(`${kind} ${id}@${forumId}`)}`;
}

/** 130 bits of a hash in the letters of ids. */
function lettersOf(text: string): string {
  const bytes = createHash("sha256").update(text).digest();
  let [bits, held, letters] = [0, 0, ""];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    while (held >= 5 && letters.length < 26) {
      held -= 5;
      letters += idLetters[(bits >> held) & 31];
    }
  }
  return letters;
}
