/** What entries of the log ask the publisher to compare. */
import { and, sql } from "drizzle-orm";
import type { Logged } from "../../domain/entries.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { parseStream, streamTo } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";

export type Ask =
  | { readonly itemId: string }
  /** A stream is to be gone through. `isAgreement`: what is agreed with its forum may be something else now. */
  | { readonly stream: StreamName; readonly isAgreement: boolean };

export type Asked = { readonly position: number; readonly ask: Ask };

/** What each entry asks for, in order; entries that ask for nothing are left out. */
export async function readAsked(dialect: Dialect, entries: readonly Logged[]): Promise<Asked[]> {
  const homes = await readHomes(
    dialect,
    entries.flatMap(({ entry }) => (entry.type === "rights" ? [entry.key] : [])),
  );
  return entries.flatMap(({ position, entry }): Asked[] => {
    switch (entry.type) {
      case "item":
        return [{ position, ask: { itemId: entry.itemId } }];
      case "quiet":
        return entry.itemId === undefined ? [] : [{ position, ask: { itemId: entry.itemId } }];
      case "rights": {
        const forumId = homes.get(entry.key);
        if (forumId !== undefined) return [{ position, ask: { stream: streamTo(forumId), isAgreement: false } }];
        const stream = entry.key.startsWith("stream:") ? parseStream(entry.key.slice("stream:".length)) : null;
        return stream === null ? [] : [{ position, ask: { stream, isAgreement: true } }];
      }
      case "activity":
      case "access":
      case "envelope":
        return [];
    }
  });
}

/** The forums where those are at home whose rights changed, by their keys; nobody who is at home here. */
async function readHomes(dialect: Dialect, keys: readonly string[]): Promise<Map<string, string>> {
  const { organizations: o, accounts: a } = dialect.tables;
  const found = new Map<string, string>();
  for (const [kind, table] of [
    ["org", o],
    ["account", a],
  ] as const) {
    const ids = keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
    if (ids.length === 0) continue;
    const rows = await dialect.reader.db
      .select({ id: table.id, forumId: table.homeForumId })
      .from(table)
      .where(and(sql`${table.id} IN ${dialect.listOf(ids)}`, sql`${table.homeForumId} IS NOT NULL`));
    for (const { id, forumId } of rows) if (forumId !== null) found.set(`${kind}:${id}`, forumId);
  }
  return found;
}
