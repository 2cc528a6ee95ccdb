import type { DueSource } from "../../db/sources.ts";
import type { SourceKind } from "../../domain/sources.ts";

/** How a token without a name is sent: TAXII servers take it as a bearer's, MISP as it is. */
const bare: Readonly<Record<SourceKind, (token: string) => string>> = {
  TAXII: (token) => `Bearer ${token}`,
  MISP: (token) => token,
};

export function authorizationOf({ kind, username, password }: DueSource): string | null {
  if (password === null) return null;
  if (username === null) return bare[kind](password);
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
