import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Connection } from "./dialect.ts";
import { keptFor } from "./kept-for.ts";
import type { Tables } from "./tables.ts";

/** Who this forum is. */
export type Forum = { readonly forumId: string; readonly secret: Buffer };

/** Where the log stands, and in which life of the forum: a restored backup begins a new epoch. */
export type Head = { readonly position: number; readonly epoch: number };

const onlyRow = 1;

/** Reads who this forum is, and makes it up the first time. */
export async function loadForum(on: Connection, { forum }: Tables): Promise<Forum> {
  await on.db
    .insert(forum)
    .values({
      id: onlyRow,
      forumId: crypto.randomUUID(),
      epoch: 1,
      position: 0,
      secret: randomBytes(32).toString("base64url"),
    })
    .onConflictDoNothing();
  const [row] = await on.db.select().from(forum);
  if (row === undefined) throw new Error("the forum table has no row");
  return { forumId: row.forumId, secret: Buffer.from(row.secret, "base64url") };
}

export async function readForumId(on: Connection, { forum }: Tables): Promise<string> {
  const [row] = await on.db.select({ forumId: forum.forumId }).from(forum);
  if (row === undefined) throw new Error("the forum table has no row");
  return row.forumId;
}

const headOf = keptFor(
  ({ forum }: Tables) => sql`SELECT ${forum.position} AS position, ${forum.epoch} AS epoch FROM ${forum}`,
);

export async function readHead(on: Connection, tables: Tables): Promise<Head> {
  const [row] = await on.rowsOf<Head>(headOf(tables), {});
  if (row === undefined) throw new Error("the forum table has no row");
  return row;
}

/** Behind which number our streams for other forums begin. */
export async function readStreamsFrom(on: Connection, { forum }: Tables): Promise<number> {
  const [row] = await on.db.select({ from: forum.streamsFrom }).from(forum);
  return row?.from ?? 0;
}

/** Moves the head, which locks its row until the transaction ends: that makes commit order the order of positions. */
export async function writeHead(on: Connection, { forum }: Tables, head: Head): Promise<void> {
  await on.db.update(forum).set(head).where(eq(forum.id, onlyRow));
}
