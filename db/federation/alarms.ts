import { and, eq, isNull, sql } from "drizzle-orm";
import { isForumId } from "../../domain/federation/addresses.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { parseStream } from "../../domain/federation/streams.ts";
import { newId } from "../../domain/ids.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";

/** What stewards are to be told. Nothing of it is taken as it came: forum, stream and number are whatever somebody said that they were. */
export type NewAlarm = {
  readonly kind: AlarmKind;
  /** Who brought it or showed it. */
  readonly peerId: string;
  readonly forumId: string | null;
  readonly stream: string | null;
  readonly sequence: number | null;
  readonly message: string;
};

const mostCharacters = 1_000;
const greatestSequence = 2_147_483_647;

/** Raises an alarm, or counts it once more where the same has been raised and nobody has acknowledged it. */
export async function raiseAlarm(tx: Tx, { alarms: a }: Tables, alarm: NewAlarm): Promise<void> {
  const { kind, peerId } = alarm;
  const forumId = alarm.forumId !== null && isForumId(alarm.forumId) ? alarm.forumId : null;
  const stream = knownStream(alarm.stream);
  const sequence = alarm.sequence !== null && alarm.sequence <= greatestSequence ? alarm.sequence : null;
  const message = alarm.message.replaceAll("\u0000", "").slice(0, mostCharacters).toWellFormed();
  const [open] = await tx.db
    .select({ id: a.id })
    .from(a)
    .where(
      and(
        eq(a.kind, kind),
        eq(a.peerId, peerId),
        forumId === null ? isNull(a.forumId) : eq(a.forumId, forumId),
        stream === null ? isNull(a.stream) : eq(a.stream, stream),
        isNull(a.acknowledgedAt),
      ),
    );
  if (open === undefined) {
    const named = { kind, peerId, forumId, stream, sequence, message };
    await tx.db.insert(a).values({ id: newId("alarm"), ...named, raisedAt: tx.at, count: 1, acknowledgedAt: null });
  } else {
    await tx.db
      .update(a)
      .set({ sequence, message, count: sql`${a.count} + 1` })
      .where(eq(a.id, open.id));
  }
}

function knownStream(text: string | null): StreamName | null {
  const stream = parseStream(text);
  return stream === null || !stream.startsWith("to:") || isForumId(stream.slice("to:".length)) ? stream : null;
}
