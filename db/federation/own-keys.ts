/** The forum's own keys. The newest that is not revoked signs. */
import { eq, max } from "drizzle-orm";
import { ForumError, notFound } from "../../domain/errors.ts";
import { auditEntry, writeAudit } from "../audit.ts";
import type { Dialect } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";

/** A key with its private half, which nothing hands out but to whoever signs. */
export type OwnKey = Tables["forumKeys"]["$inferSelect"];

export async function readOwnKeys({ reader, tables: { forumKeys: k } }: Dialect): Promise<OwnKey[]> {
  return reader.db.select().from(k).orderBy(k.number);
}

/** Takes the key whose number is the next; CONFLICT where another node was faster. */
export async function addOwnKey(tx: Tx, tables: Tables, key: Omit<OwnKey, "createdAt" | "revokedAt">): Promise<void> {
  const { forumKeys: k } = tables;
  const [newest] = await tx.db.select({ number: max(k.number) }).from(k);
  if (key.number !== (newest?.number ?? 0) + 1)
    throw new ForumError("CONFLICT", "The forum has got another key meanwhile; nothing was changed.");
  await tx.db.insert(k).values({ ...key, createdAt: tx.at, revokedAt: null });
  await tx.append({ type: "quiet", what: "addOwnKey" });
  await noteKey(tx, tables, "addOwnKey", key.kid);
}

export async function revokeOwnKey(tx: Tx, tables: Tables, kid: string): Promise<void> {
  const { forumKeys: k } = tables;
  const [found] = await tx.db.select({ revokedAt: k.revokedAt }).from(k).where(eq(k.kid, kid));
  if (found === undefined) throw notFound();
  if (found.revokedAt !== null) return;
  await tx.db.update(k).set({ revokedAt: tx.at }).where(eq(k.kid, kid));
  await tx.append({ type: "quiet", what: "revokeOwnKey" });
  await noteKey(tx, tables, "revokeOwnKey", kid);
}

/** Which keys were made and ended, ours and others', is what one asks first where a signature is in doubt. */
export async function noteKey(tx: Tx, tables: Tables, action: string, kid: string): Promise<void> {
  await writeAudit(tx, tables, [auditEntry({ kind: "operator" }, tx.at, action, kid, "done")]);
}
