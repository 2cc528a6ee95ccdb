/** What we tell other forums of having received: up to where we have their streams, and what of them we have not taken. */
import { and, eq, gt, isNotNull, lt, lte } from "drizzle-orm";
import type { Receipt } from "../../domain/federation/commands.ts";
import type { Connection } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import type { EnvelopeRow } from "./chain.ts";
import type { Desk } from "./desk.ts";

/** A receipt speaks of no more refusals than these. */
const mostRefused = 1_000;

/** What a forum has to be told of its streams. */
export async function readReceipts(
  on: Connection,
  { streams: s, envelopes: e }: Tables,
  forumId: string,
): Promise<Receipt[]> {
  const heads = await on.db.select().from(s).where(eq(s.forumId, forumId)).orderBy(s.stream);
  const receipts: Receipt[] = [];
  for (const { stream, sequence, confirmed: after } of heads) {
    const rows = await on.db
      .select({ sequence: e.sequence, refusedAs: e.refusedAs, reason: e.refusal })
      .from(e)
      .where(
        and(
          eq(e.forumId, forumId),
          eq(e.stream, stream),
          gt(e.sequence, after),
          lte(e.sequence, sequence),
          isNotNull(e.refusedAs),
        ),
      )
      .orderBy(e.sequence)
      .limit(mostRefused);
    const refused = rows.map((row) => {
      return { sequence: row.sequence, reason: row.reason ?? "", isExpired: row.refusedAs === "EXPIRED" };
    });
    const last = refused.length < mostRefused ? sequence : (refused.at(-1)?.sequence ?? sequence);
    receipts.push({ stream, after, sequence: last, refused });
  }
  return receipts;
}

/** A forum has been told up to there. */
export async function noteConfirmed(
  tx: Tx,
  { streams: s, peers: p }: Tables,
  peerId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  const [peer] = await tx.db.select({ forumId: p.forumId }).from(p).where(eq(p.id, peerId));
  if (peer === undefined) return;
  for (const { stream, after, sequence } of receipts) {
    await tx.db
      .update(s)
      .set({ confirmed: sequence })
      // what was unsaid meanwhile has to be said anew
      .where(and(eq(s.forumId, peer.forumId), eq(s.stream, stream), eq(s.confirmed, after), lt(s.confirmed, sequence)));
  }
}

/** What was said of an envelope is no longer so: its forum is to be told anew. */
export async function unconfirm(desk: Desk, { forumId, stream, sequence }: EnvelopeRow): Promise<void> {
  const head = desk.head({ forumId, stream });
  if (head !== null && head.confirmed >= sequence) await desk.moveHead({ ...head, confirmed: sequence - 1 });
}
