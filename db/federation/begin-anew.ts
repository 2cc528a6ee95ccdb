/**
 * What other forums are told after this one was put back to an earlier state. What it has said since that state is not known any more: it lies at the
 * peers, signed, and a second envelope with the same number would be a second history. So all streams begin anew, behind numbers that
 * were never used, and tell everything that the items are now, what is to be hidden as well.
 */
import { eq, max } from "drizzle-orm";
import { nextLife } from "../../domain/federation/envelopes.ts";
import type { Connection } from "../dialect.ts";
import { readForumId, readStreamsFrom } from "../forum.ts";
import type { Tables } from "../tables.ts";

/** Up to which number our streams have been used, as far as this database knows. */
export async function readUsed(on: Connection, tables: Tables): Promise<number> {
  const { streams: s } = tables;
  const here = await readForumId(on, tables);
  const [row] = await on.db
    .select({ sequence: max(s.sequence) })
    .from(s)
    .where(eq(s.forumId, here));
  return Math.max(row?.sequence ?? 0, await readStreamsFrom(on, tables));
}

/** `used`: up to which number streams were used besides, where another state than this one knows of more. */
export async function beginStreamsAnew(on: Connection, tables: Tables, used: number): Promise<void> {
  const { forum, streams: s, envelopes: e, streamItems: i, publishing } = tables;
  const here = await readForumId(on, tables);
  const streamsFrom = nextLife(Math.max(used, await readUsed(on, tables)));
  await on.db.update(forum).set({ streamsFrom });
  await on.db.delete(s).where(eq(s.forumId, here));
  await on.db.delete(e).where(eq(e.forumId, here));
  // what they may show of these, and what not, is told once more
  await on.db.update(i).set({ act: "show", digest: "" }).where(eq(i.forumId, here));
  await on.db.delete(publishing);
}
