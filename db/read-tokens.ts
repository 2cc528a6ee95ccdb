import { inArray } from "drizzle-orm";
import { mayEndToken } from "../domain/policy.ts";
import type { Dialect } from "./dialect.ts";
import type { ItemReadContext } from "./read-items.ts";

/** What is shown of a token: everything but the token, which nobody keeps. */
export type TokenView = {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute or so. */
  readonly lastUsedAt: string | null;
};

/** The tokens of accounts, newest first: for those who may end them, null for everybody else. */
export async function readTokens(
  { dialect, rights: { member } }: ItemReadContext,
  accountIds: readonly string[],
): Promise<(TokenView[] | null)[]> {
  const shown = accountIds.filter((id) => member !== null && mayEndToken(id, member));
  const found = await tokensOf(dialect, shown);
  return accountIds.map((id) => (shown.includes(id) ? (found.get(id) ?? []) : null));
}

/** The tokens of accounts, for the operator. */
export async function tokensOf(
  { reader, tables: { tokens: t } }: Dialect,
  accountIds: readonly string[],
): Promise<Map<string, TokenView[]>> {
  const rows = await reader.db
    .select()
    .from(t)
    .where(inArray(t.accountId, [...new Set(accountIds)]))
    .orderBy(t.createdAt, t.id);
  const found = new Map<string, TokenView[]>();
  for (const { id, accountId, name, createdAt, expiresAt, revokedAt, lastUsedAt } of rows.toReversed()) {
    const token = { id, name, createdAt, expiresAt, revokedAt, lastUsedAt };
    found.set(accountId, [...(found.get(accountId) ?? []), token]);
  }
  return found;
}
