import { and, eq, isNull, sql } from "drizzle-orm";
import { isForumId } from "../../domain/federation/addresses.ts";
import { greatestNumber } from "../../domain/federation/envelopes.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
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
/** So many alarms of one kind a peer can have open: whoever names ever more forums and streams does not bury what others have caused. */
const mostOfKind = 10;

/** Raises an alarm, or counts it once more where the same has been raised and nobody has acknowledged it. */
export async function raiseAlarm(tx: Tx, { alarms: a }: Tables, alarm: NewAlarm): Promise<void> {
  const { kind, peerId } = alarm;
  const forumId = alarm.forumId !== null && isForumId(alarm.forumId) ? alarm.forumId : null;
  const stream = parseStream(alarm.stream);
  const sequence = alarm.sequence !== null && alarm.sequence <= greatestNumber ? alarm.sequence : null;
  const message = alarm.message.replaceAll("\u0000", "").slice(0, mostCharacters).toWellFormed();
  const open = await tx.db
    .select({ id: a.id, forumId: a.forumId, stream: a.stream })
    .from(a)
    .where(and(eq(a.kind, kind), eq(a.peerId, peerId), isNull(a.acknowledgedAt)))
    .orderBy(a.raisedAt, a.id);
  const same = open.find((one) => one.forumId === forumId && one.stream === stream);
  const counted = same ?? (open.length < mostOfKind ? undefined : open.at(-1));
  const told = { forumId, stream, sequence, message };
  if (counted === undefined)
    await tx.db
      .insert(a)
      .values({ id: newId("alarm"), kind, peerId, ...told, raisedAt: tx.at, count: 1, acknowledgedAt: null });
  else
    await tx.db
      .update(a)
      .set({ ...told, count: sql`${a.count} + 1` })
      .where(eq(a.id, counted.id));
}
