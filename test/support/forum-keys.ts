import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import type { PublicKey, SigningKey } from "../../server/federation/jws.ts";

export type TestKey = SigningKey & { readonly publicKey: PublicKey };

/** A key of a forum that exists in a test alone. */
export async function makeKey(): Promise<TestKey> {
  const pair = await generateKeyPair("EdDSA", { extractable: true });
  const { x = "" } = await exportJWK(pair.publicKey);
  const publicKey = { kty: "OKP", crv: "Ed25519", x } as const;
  return { kid: await calculateJwkThumbprint(publicKey, "sha256"), privateKey: pair.privateKey, publicKey };
}

/** Text as a part of a JWS. */
export function part(text: string | object): string {
  return Buffer.from(typeof text === "string" ? text : JSON.stringify(text)).toString("base64url");
}

/** Signs whatever header and payload it is given, good or bad. */
export async function signAnything(header: string | object, payload: string | object, by: SigningKey): Promise<string> {
  const signed = `${part(header)}.${part(payload)}`;
  const signature = await crypto.subtle.sign("Ed25519", by.privateKey, Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString("base64url")}`;
}
