import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { badInput, ForumError } from "../../domain/errors.ts";
import type { Receipt } from "../../domain/federation/commands.ts";
import { envelopeLifeMs } from "../../domain/federation/envelopes.ts";
import { parseText } from "../../domain/parse.ts";
import { streamKey } from "../../domain/policy.ts";
import { raiseAlarm } from "../federation/alarms.ts";
import { readForumId, readStreamsFrom } from "../forum.ts";
import { insertRows } from "../insert-rows.ts";
import type { CommandContext, Handler } from "./command.ts";

/** How far the clock of a peer that finds an envelope expired may be ahead of ours. */
const clockToleranceMs = 2 * 24 * 60 * 60 * 1_000;

/** A peer says up to where it has our streams, and what of them it has not taken. */
export const confirmEnvelopes: Handler<"confirmEnvelopes"> = async (context, { receipts }) => {
  const { tx, dialect, peerId, rights } = context;
  if (peerId === null) throw new ForumError("FORBIDDEN", "Forums alone say what they have received.");
  const here = await readForumId(tx, dialect.tables);
  const followed = receipts.filter(({ stream }) => rights?.ring.has(streamKey(stream)));
  for (const receipt of followed) await confirm(context, { here, peerId, receipt });
  await tx.append({ type: "quiet", what: "confirmEnvelopes" });
  return { confirmed: followed.length };
};

type Confirmed = { readonly here: string; readonly peerId: string; readonly receipt: Receipt };

async function confirm(context: CommandContext, { here, peerId, receipt }: Confirmed): Promise<void> {
  const { tx, dialect } = context;
  const { receipts: r, refusals: f, streams: s } = dialect.tables;
  const { stream, after, sequence, refused } = receipt;
  const [own] = await tx.db
    .select({ sequence: s.sequence })
    .from(s)
    .where(and(eq(s.forumId, here), eq(s.stream, stream)));
  const newest = own?.sequence ?? (await readStreamsFrom(tx, dialect.tables));
  if (sequence > newest) {
    const message = `It says that it has ${sequence} of our envelopes, where there are ${newest}. Where the database was put back by hand, say so with \`tocsin admin begin-anew\`.`;
    return raiseAlarm(tx, dialect.tables, { kind: "ROLLED_BACK", peerId, forumId: here, stream, sequence, message });
  }
  if (refused.some((one) => one.sequence > sequence || one.sequence <= after))
    throw badInput("receipts", "What is refused lies behind the beginning of the receipt, and not behind its end.");
  const ofPeer = and(eq(r.peerId, peerId), eq(r.stream, stream));
  const [before] = await tx.db.select({ sequence: r.sequence }).from(r).where(ofPeer);
  if ((before?.sequence ?? 0) < sequence) {
    const row = { peerId, stream, sequence, at: tx.at };
    await tx.db
      .insert(r)
      .values(row)
      .onConflictDoUpdate({ target: [r.peerId, r.stream], set: row });
  }
  await tx.db
    .delete(f)
    .where(and(eq(f.peerId, peerId), eq(f.stream, stream), gt(f.sequence, after), lte(f.sequence, sequence)));
  const reasons = new Map(refused.map((one) => [one.sequence, parseText(one.reason, "receipts", 500, true)]));
  await insertRows(
    tx.db,
    f,
    [...reasons].map(([place, reason]) => ({ peerId, stream, sequence: place, reason })),
  );
  const expired = refused.filter(({ isExpired }) => isExpired).map((one) => one.sequence);
  if (expired.length > 0) await tellAgain(context, here, stream, expired);
}

/** What had expired before it came is told once more, where it is what the stream says of its item still. */
async function tellAgain(
  { tx, dialect }: CommandContext,
  here: string,
  stream: Receipt["stream"],
  sequences: readonly number[],
): Promise<void> {
  const { envelopes: e, streamItems: i } = dialect.tables;
  const oldest = new Date(Date.parse(tx.at) - envelopeLifeMs + clockToleranceMs).toISOString();
  const rows = await tx.db
    .select({ itemId: i.itemId })
    .from(i)
    .innerJoin(e, and(eq(e.forumId, i.forumId), eq(e.stream, i.stream), eq(e.sequence, i.sequence)))
    .where(
      and(
        eq(i.forumId, here),
        eq(i.stream, stream),
        eq(i.act, "show"),
        inArray(i.sequence, [...sequences]),
        lte(e.at, oldest),
      ),
    );
  for (const { itemId } of rows) {
    await tx.db
      .update(i)
      .set({ digest: "" })
      .where(and(eq(i.forumId, here), eq(i.stream, stream), eq(i.itemId, itemId)));
    await tx.append({ type: "quiet", what: "expired", itemId });
  }
}
