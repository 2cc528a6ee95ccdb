/**
 * What forums say of where their streams stand, compared with what has come of them, and with what others were shown.
 *
 * A checkpoint is signed by the forum whose stream it is; its own instants are by that forum's clock. Who shows it is the forum itself, or
 * another one that was shown it: what two were shown must be one history.
 */
import { and, eq } from "drizzle-orm";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { receives } from "../../domain/federation/peers.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";
import { readStreamsFrom } from "../forum.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import { raiseAlarm } from "./alarms.ts";
import type { EnvelopeRow } from "./chain.ts";

export type Checkpoint = {
  readonly forumId: string;
  readonly stream: StreamName;
  /** The number and the hash of the newest envelope; where there is none, the number behind which the stream begins, and "". */
  readonly sequence: number;
  readonly hash: string;
  /** When it was signed, by the clock of its forum. */
  readonly at: string;
  readonly bytes: string;
};
export type CheckpointFinding = { readonly kind: AlarmKind; readonly message: string };

/**
 * How long a stream may be said to be further than it is here: while the feed of whoever shows it is followed, and has told all that it has; and
 * while it is not, since it was interrupted, or has much to tell first. A peer that breaks it off again and again hides nothing for longer.
 */
const patienceMs = { followed: 30_000, interrupted: 600_000 };
/** How long a forum may sign no newer checkpoint. */
const freshMs = 40_000;
/** How far the clocks of a forum's nodes may differ. */
const clockToleranceMs = 2_000;

type CheckpointRow = Tables["checkpoints"]["$inferSelect"];
type PeerRow = Tables["peers"]["$inferSelect"];

/**
 * Keeps a checkpoint that a peer has shown, and raises an alarm for each thing that is wrong. It has been verified. `followedSince`: since when the
 * peer's feed is followed without an interruption, having told what there was before; null while it is not.
 */
export async function noteCheckpoint(
  tx: Tx,
  { tables }: Dialect,
  here: string,
  peerId: string,
  told: Checkpoint,
  followedSince: string | null,
): Promise<CheckpointFinding[]> {
  const { peers: p, checkpoints: c } = tables;
  const [peer] = await tx.db.select().from(p).where(eq(p.id, peerId));
  if (peer === undefined) return [];
  const shown = await tx.db
    .select()
    .from(c)
    .where(and(eq(c.forumId, told.forumId), eq(c.stream, told.stream)));
  const before = shown.find((row) => row.peerId === peerId) ?? null;
  const ours = await readOurs(tx, tables, here, told);
  const isOwn = peer.forumId === told.forumId;
  const isAhead =
    told.hash !== "" && told.sequence > ours.sequence && (await isAwaited(tx, tables, peer, told.forumId, ours));
  const now = Date.parse(tx.at);
  const aheadSince = isAhead ? laterOf(before?.aheadSince ?? tx.at, ours.movedAt) : null;
  const isNewer = before === null || told.at > before.at;
  const findings = [
    ...(told.forumId === here ? [] : isOlderThanOurs(told, ours, isOwn)),
    ...compareHashes(told, ours, shown),
    ...compareShown(told, before, shown, isOwn),
  ];
  if (told.forumId === here && told.sequence > ours.sequence) findings.push(finding("SPLIT_VIEW", splitHere));
  if (aheadSince !== null && isTooLong(now, aheadSince, followedSince))
    findings.push(
      finding("HOLE", `Its stream is said to stand at ${told.sequence}, and nothing comes behind ${ours.sequence}.`),
    );
  if (isOwn && before !== null && !isNewer && now - Date.parse(before.shownAt) > freshMs)
    findings.push(
      finding("FROZEN", "It shows the same checkpoint as before, though it signs a new one every few seconds."),
    );
  const isBack = before !== null && told.sequence < before.sequence;
  const row: CheckpointRow =
    isNewer && !isBack
      ? { ...told, peerId, shownAt: tx.at, aheadSince }
      : { ...before, shownAt: isNewer ? tx.at : before.shownAt, aheadSince };
  await tx.db
    .insert(c)
    .values(row)
    .onConflictDoUpdate({ target: [c.forumId, c.stream, c.peerId], set: row });
  for (const { kind, message } of findings) {
    const { forumId, stream, sequence } = told;
    await raiseAlarm(tx, tables, { kind, peerId, forumId, stream, sequence, message });
  }
  return findings;
}

function isTooLong(now: number, aheadSince: string, followedSince: string | null): boolean {
  const lasts = (since: string): number => now - Date.parse(since);
  if (followedSince !== null && lasts(laterOf(aheadSince, followedSince)) > patienceMs.followed) return true;
  return lasts(aheadSince) > patienceMs.interrupted;
}

/** Whether a stream is to be here as far as it goes: from its forum itself, or by others where it came by them before. */
async function isAwaited(tx: Tx, { peers: p }: Tables, peer: PeerRow, forumId: string, ours: Ours): Promise<boolean> {
  const isOwn = peer.forumId === forumId;
  const [subject] = isOwn ? [peer] : await tx.db.select().from(p).where(eq(p.forumId, forumId));
  if (subject?.state !== "AGREED") return false;
  const isFollowed = receives(subject.agreement);
  return isOwn ? isFollowed : !isFollowed && ours.sequence > 0;
}

const splitHere =
  "A peer was shown more of our own stream than there is of it here. Where the database was put back by hand, say so with `tocsin admin begin-anew`.";

/** A peer that shows no checkpoint any longer of a stream of its own keeps back how far that is. */
export async function noteShown(
  tx: Tx,
  { tables }: Dialect,
  peerId: string,
  streams: readonly StreamName[],
): Promise<void> {
  const { peers: p, checkpoints: c } = tables;
  const rows = await tx.db
    .select({ forumId: c.forumId, stream: c.stream, sequence: c.sequence, shownAt: c.shownAt })
    .from(c)
    .innerJoin(p, and(eq(p.id, c.peerId), eq(p.forumId, c.forumId)))
    .where(eq(c.peerId, peerId));
  for (const { forumId, stream, sequence, shownAt } of rows) {
    if (streams.includes(stream) || Date.parse(tx.at) - Date.parse(shownAt) <= freshMs) continue;
    const message =
      "It no longer says where this stream stands: it keeps it back, or shares it no more by its agreement.";
    await raiseAlarm(tx, tables, { kind: "FROZEN", peerId, forumId, stream, sequence, message });
    const which = and(eq(c.forumId, forumId), eq(c.stream, stream), eq(c.peerId, peerId));
    await tx.db.delete(c).where(which);
  }
}

/** An envelope that has come in its place must be the one that its forum has said to others that it is. */
export async function checkAgainstCheckpoints(tx: Tx, tables: Tables, envelope: EnvelopeRow): Promise<void> {
  const { checkpoints: c } = tables;
  const { forumId, stream, sequence, hash } = envelope;
  const rows = await tx.db
    .select({ peerId: c.peerId, hash: c.hash })
    .from(c)
    .where(and(eq(c.forumId, forumId), eq(c.stream, stream), eq(c.sequence, sequence)));
  for (const { peerId } of rows.filter((row) => row.hash !== hash))
    await raiseAlarm(tx, tables, { kind: "SPLIT_VIEW", peerId, forumId, stream, sequence, message: splitMessage });
}

type Ours = {
  readonly sequence: number;
  /** When the newest was signed, and when it came. */
  readonly signedAt: string;
  readonly movedAt: string;
  /** The hash at the number of the checkpoint, where that is here. */
  readonly hashThere: string | null;
};

async function readOurs(
  tx: Tx,
  tables: Tables,
  here: string,
  { forumId, stream, sequence }: Checkpoint,
): Promise<Ours> {
  const { streams: s, envelopes: e } = tables;
  const [head] = await tx.db
    .select()
    .from(s)
    .where(and(eq(s.forumId, forumId), eq(s.stream, stream)));
  const beginning = forumId === here ? await readStreamsFrom(tx, tables) : 0;
  if (head === undefined) return { sequence: beginning, signedAt: "", movedAt: "", hashThere: null };
  const at = (place: number) =>
    tx.db
      .select({ hash: e.hash, at: e.at })
      .from(e)
      .where(and(eq(e.forumId, forumId), eq(e.stream, stream), eq(e.sequence, place)));
  const [newest] = await at(head.sequence);
  const [there] = sequence === head.sequence ? [newest] : await at(sequence);
  const signedAt = newest?.at ?? "";
  return { sequence: head.sequence, signedAt, movedAt: head.at, hashThere: there?.hash ?? null };
}

const splitMessage = "Its forum has signed two histories: what it told us is not what it told others.";

function finding(kind: AlarmKind, message: string): CheckpointFinding {
  return { kind, message };
}

/** Whether a forum says now that its stream is shorter than what it has sent. */
function isOlderThanOurs(told: Checkpoint, ours: Ours, isOwn: boolean): CheckpointFinding[] {
  if (!isOwn || told.sequence >= ours.sequence || !isLater(told.at, ours.signedAt)) return [];
  return [finding("ROLLED_BACK", `Its stream stands at ${told.sequence} again, and ${ours.sequence} was here before.`)];
}

function compareHashes(told: Checkpoint, ours: Ours, shown: readonly CheckpointRow[]): CheckpointFinding[] {
  const known = [ours.hashThere, ...shown.filter((row) => row.sequence === told.sequence).map((row) => row.hash)];
  const isOther = told.sequence > 0 && known.some((hash) => hash !== null && hash !== told.hash);
  return isOther ? [finding("SPLIT_VIEW", splitMessage)] : [];
}

/** What one was shown later must not be less than what it, or another, was shown before. */
function compareShown(
  told: Checkpoint,
  before: CheckpointRow | null,
  shown: readonly CheckpointRow[],
  isOwn: boolean,
): CheckpointFinding[] {
  const findings: CheckpointFinding[] = [];
  if (before !== null && isLater(told.at, before.at) && told.sequence < before.sequence)
    findings.push(finding("ROLLED_BACK", `Its stream stands at ${told.sequence} again, after ${before.sequence}.`));
  const isMore = (row: CheckpointRow): boolean =>
    row.peerId !== before?.peerId && row.sequence > told.sequence && isLater(told.at, row.at);
  if (isOwn && shown.some(isMore))
    findings.push(finding("SPLIT_VIEW", "It shows us less of its stream than it has shown another forum before."));
  return findings;
}

function isLater(at: string, than: string): boolean {
  return than !== "" && Date.parse(at) - Date.parse(than) > clockToleranceMs;
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
