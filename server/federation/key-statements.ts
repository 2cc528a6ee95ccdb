/**
 * What forums say of their keys. A forum is believed by the key that a steward has looked at, and from there on by its statements:
 *
 * 1. A rotation names the next key and is signed with the newest one that is believed. It is the only way to a newer key.
 * 2. The list of all keys is signed with the newest. It is believed for the keys before its own, with which older envelopes were signed, and
 *    for what was revoked. It holds the address of the forum, so that nobody shows it as his own.
 */
import { calculateJwkThumbprint } from "jose";
import type { ForumKey } from "../../domain/federation/commands.ts";
import { parseInstant } from "../../domain/parse.ts";
import type { Claims, PublicKey, SigningKey } from "./jws.ts";
import { NotBelieved, sign, verify } from "./jws.ts";

const version = 1;
const maxStatementBytes = 262_144;
const mostKeys = 1_000;

/** A key in the list that a forum signs. */
export type ListedKey = ForumKey & { readonly number: number; readonly revokedAt: string | null };
export type KeyList = {
  readonly forumId: string;
  readonly url: string;
  readonly at: string;
  readonly keys: readonly ListedKey[];
};
/** By which key a forum says that it signs from now on. */
export type Rotation = { readonly forumId: string; readonly at: string; readonly next: ForumKey };

export function signRotation({ forumId, at, next }: Rotation, by: SigningKey): Promise<string> {
  return sign("tocsin-key+jws", { v: version, act: "rotate", forum: forumId, at, key: next.publicKey }, by);
}

export function signKeyList({ forumId, url, at, keys }: KeyList, by: SigningKey): Promise<string> {
  const listed = keys.map(({ number, publicKey, revokedAt }) => ({ number, key: publicKey, revokedAt }));
  return sign("tocsin-key+jws", { v: version, act: "list", forum: forumId, url, at, keys: listed }, by);
}

/** Gives the rotation and the id of the key that signed it. `keyFor` gives the key by its id; what it refuses is not believed. */
export async function verifyRotation(
  text: string,
  keyFor: (kid: string) => PublicKey,
): Promise<Rotation & { readonly kid: string }> {
  const { kid, payload } = await verify(text, { type: "tocsin-key+jws", maxBytes: maxStatementBytes, keyFor });
  const { forumId, at } = checkFrame(payload, "rotate");
  return { kid, forumId, at, next: await forumKey(payload["key"]) };
}

/** The same of a list. Without `keyFor` it is believed by its own newest key: that whoever shows it holds that key, and no more. */
export async function verifyKeyList(
  text: string,
  keyFor?: (kid: string) => PublicKey,
): Promise<KeyList & { readonly signer: ListedKey }> {
  const { kid, payload } = await verify(text, {
    type: "tocsin-key+jws",
    maxBytes: maxStatementBytes,
    keyFor: keyFor ?? (async (id, claims) => signerOf(await listedKeys(claims), id).publicKey),
  });
  const { forumId, at } = checkFrame(payload, "list");
  const keys = await listedKeys(payload);
  return { forumId, at, url: textOf(payload["url"], "url"), keys, signer: signerOf(keys, kid) };
}

function signerOf(keys: readonly ListedKey[], kid: string): ListedKey {
  const found = keys.find((key) => key.kid === kid);
  if (found === undefined || keys.some(({ number }) => number > found.number))
    throw new NotBelieved("NOT_UNDERSTOOD", "The list of keys is not signed with the newest of them.");
  return found;
}

function checkFrame(payload: Claims, act: "rotate" | "list"): { readonly forumId: string; readonly at: string } {
  if (payload["v"] !== version || payload["act"] !== act) throw wrong("v");
  return { forumId: textOf(payload["forum"], "forum"), at: instantOf(payload["at"], "at") };
}

async function listedKeys(payload: Claims): Promise<ListedKey[]> {
  const listed = payload["keys"];
  if (!Array.isArray(listed) || listed.length === 0 || listed.length > mostKeys) throw wrong("keys");
  const keys = await Promise.all(
    listed.map(async (entry: unknown): Promise<ListedKey> => {
      const { number, key, revokedAt } = recordOf(entry, "keys");
      if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) throw wrong("keys");
      return {
        ...(await forumKey(key)),
        number,
        revokedAt: revokedAt === null ? null : instantOf(revokedAt, "keys"),
      };
    }),
  );
  if (new Set(keys.map(({ number }) => number)).size < keys.length) throw wrong("keys");
  return keys;
}

/** A public key under its thumbprint: what is said of its id is not looked at. */
export async function forumKey(raw: unknown): Promise<ForumKey> {
  const { kty, crv, x } = recordOf(raw, "key");
  if (kty !== "OKP" || crv !== "Ed25519" || typeof x !== "string" || !/^[\w-]{43}$/.test(x)) throw wrong("key");
  if (Buffer.from(x, "base64url").toString("base64url") !== x) throw wrong("key");
  const publicKey = { kty, crv, x } as const;
  return { kid: await calculateJwkThumbprint(publicKey, "sha256"), publicKey };
}

function recordOf(value: unknown, field: string): Claims {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Claims; // it is one
  throw wrong(field);
}

function textOf(value: unknown, field: string): string {
  if (typeof value === "string" && value.length <= 2_000) return value;
  throw wrong(field);
}

function instantOf(value: unknown, field: string): string {
  try {
    return parseInstant(value, field);
  } catch (error) {
    throw wrong(field, error);
  }
}

function wrong(field: string, cause?: unknown): NotBelieved {
  return new NotBelieved("NOT_UNDERSTOOD", `What it says of keys is not understood (${field}).`, { cause });
}
