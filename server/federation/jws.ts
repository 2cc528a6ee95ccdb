/**
 * What forums state: a JWS in compact form (RFC 7515), signed with Ed25519 (RFC 8037).
 *
 * 1. There is one way to write a statement: a header of exactly alg, kid and typ, base64url without padding or stray bits, a payload
 *    that is strict JSON. Whatever else stands there is refused before a key is looked for, so that no header can choose how it is read.
 * 2. The payload that comes back is made of the very bytes that the signature covers. Before that, what is claimed is used for nothing
 *    but to find the key.
 */
import { compactVerify, CompactSign, errors, importJWK } from "jose";
import type { CryptoKey } from "jose";
import type { ForumKey } from "../../domain/federation/commands.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { NotTaken } from "../strict-json.ts";
import { parseSigned } from "./strict-json.ts";

/** What a statement is for. One of another type is never taken for it. */
export type StatementType = "tocsin-envelope+jws" | "tocsin-checkpoint+jws" | "tocsin-key+jws" | "tocsin-peer+jwt";

/** Why a statement is not believed; the message is for whoever is told, and holds nothing of what it says. */
export class NotBelieved extends Error {
  override readonly name = "NotBelieved";
  readonly kind: AlarmKind;

  constructor(kind: AlarmKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export type Claims = Readonly<Record<string, unknown>>;
export type Statement = { readonly kid: string; readonly payload: Claims };
export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey };
export type PublicKey = ForumKey["publicKey"];
export type VerifyOptions = {
  readonly type: StatementType;
  /** How long it may be as it stands. */
  readonly maxBytes: number;
  /** The key by its id and by what is claimed; throws NotBelieved where there is none. */
  readonly keyFor: (kid: string, claims: Claims) => PublicKey | Promise<PublicKey>;
};

const algorithm = "EdDSA";

export async function sign(type: StatementType, payload: object, { kid, privateKey }: SigningKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(bytes).setProtectedHeader({ alg: algorithm, kid, typ: type }).sign(privateKey);
}

/** A statement whose signature is good, or NotBelieved. */
export async function verify(text: string, { type, maxBytes, keyFor }: VerifyOptions): Promise<Statement> {
  if (text.length > maxBytes) throw new NotBelieved("OVERSIZED", `It has more than ${maxBytes} bytes.`);
  const [header, payload, signature, ...rest] = text.split(".");
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0)
    throw notUnderstood("it is no JWS in compact form");
  const kid = checkHeader(jsonOf(header, "its header"), type);
  if (bytesOf(signature, "its signature").length !== 64)
    throw new NotBelieved("ALTERED", "Its signature is none of Ed25519.");
  const claims = objectOf(jsonOf(payload, "its payload"), "its payload");
  await checkSignature(text, await keyFor(kid, claims));
  return { kid, payload: claims };
}

function checkHeader(header: unknown, type: StatementType): string {
  const { alg, kid, typ, ...others } = objectOf(header, "its header");
  if (alg !== algorithm) throw new NotBelieved("ALTERED", `It is not signed with ${algorithm}.`);
  if (typ !== type) throw new NotBelieved("ALTERED", "It was signed as something else.");
  if (Object.keys(others).length > 0) throw new NotBelieved("ALTERED", "Its header holds what does not belong there.");
  if (typeof kid !== "string" || !/^[\w-]{43}$/.test(kid)) throw notUnderstood("its header names no key");
  return kid;
}

async function checkSignature(text: string, key: PublicKey): Promise<void> {
  try {
    await compactVerify(text, await importJWK({ ...key }, algorithm), { algorithms: [algorithm] });
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw new NotBelieved("ALTERED", "Its signature does not fit what it says.", { cause: error });
  }
}

function jsonOf(part: string, what: string): unknown {
  try {
    return parseSigned(bytesOf(part, what));
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    throw notUnderstood(`${what} is not taken: ${error.message}`);
  }
}

/** The bytes of a part. Two texts never stand for the same bytes: another spelling would be another envelope to a hash. */
function bytesOf(part: string, what: string): Uint8Array {
  const bytes = Buffer.from(part, "base64url");
  if (bytes.toString("base64url") !== part) throw notUnderstood(`${what} is no base64url as it has to be`);
  return bytes;
}

function objectOf(value: unknown, what: string): Claims {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Claims; // it is one
  throw notUnderstood(`${what} is no object`);
}

function notUnderstood(why: string): NotBelieved {
  return new NotBelieved("NOT_UNDERSTOOD", `It is not understood: ${why}.`);
}
