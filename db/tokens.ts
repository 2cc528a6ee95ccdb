import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/** How a token begins, so that it is recognised in a log, a mail or a repository. */
export const tokenPrefix = "tocsin_";

const secretBytes = 20; // 160 bits
const shape = /^tocsin_([A-Za-z0-9_-]{27})([0-9a-f]{8})$/;

/** A new token: prefix, 160 random bits, and a checksum by which a scanner tells a token from what merely looks like one. */
export function makeToken(): string {
  const secret = randomBytes(secretBytes).toString("base64url");
  return `${tokenPrefix}${secret}${checksum(secret)}`;
}

export function isToken(text: string): boolean {
  const [, secret = "", sum] = shape.exec(text) ?? [];
  return sum === checksum(secret);
}

/** What is stored of a token. It has too many random bits for a slow hash to add anything. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function checksum(secret: string): string {
  return crc32(secret).toString(16).padStart(8, "0");
}
