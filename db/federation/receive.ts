/**
 * Takes what a peer has brought, in one transaction with its cursor.
 *
 * 1. Where an envelope stands is looked at first (`chain.ts`). What is not in its place changes nothing: no stream moves by it, and nothing of it is kept.
 * 2. What is in its place is kept as it came, whether its content is taken or refused, so that the stream goes on.
 * 3. What its streams say last of an item makes what it is here (`take.ts`, `apply.ts`).
 * 4. What is here already is looked at once more where it has come by another way, or was refused by an agreement that is otherwise now.
 */
import { eq } from "drizzle-orm";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { receives } from "../../domain/federation/peers.ts";
import type { Dialect } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import { raiseAlarm } from "./alarms.ts";
import type { Arrival, Gap, Received, Unverified, Verified } from "./arrival.ts";
import type { ChainVerdict, EnvelopeRow } from "./chain.ts";
import { judgePlace } from "./chain.ts";
import { checkAgainstCheckpoints } from "./checkpoints.ts";
import { Copies } from "./copies.ts";
import { Desk } from "./desk.ts";
import { localId } from "./hashes.ts";
import type { Refusal } from "./judge.ts";
import { isRefusal } from "./judge.ts";
import { isPassable, passOnFrom, tellPeers } from "./pass-on.ts";
import { readReceipts, unconfirm } from "./receipts.ts";
import { judge, takeContent } from "./take.ts";

type Outcome = keyof Received["outcomes"];
type Settled = { readonly outcome: Outcome; readonly gap?: Gap | null; readonly stop?: string | null };
type Refused = Extract<ChainVerdict, { is: "refused" }>;

export type ReceiveInput = {
  readonly arrivals: readonly Arrival[];
  /** The place in the peer's feed behind all of them; null where they were asked for one by one. */
  readonly cursor: string | null;
  /** The place that was kept when they were read: where the peer is to be read from elsewhere since, the cursor stays there. */
  readonly from: string | null | undefined;
};

const bytesOfOne = 16_384;
const noOutcomes: Record<Outcome, number> = { shown: 0, hidden: 0, duplicate: 0, refused: 0 };

export async function receiveArrivals(
  tx: Tx,
  dialect: Dialect,
  here: string,
  peerId: string,
  { arrivals, cursor, from }: ReceiveInput,
): Promise<Received> {
  const { peers: p } = dialect.tables;
  const [peer] = await tx.db.select().from(p).where(eq(p.id, peerId));
  if (peer === undefined || peer.state !== "AGREED" || !receives(peer.agreement)) {
    const stop = "By the agreement, nothing is taken from this forum now.";
    return { receipts: [], outcomes: noOutcomes, gaps: [], stop };
  }
  const desk = await Desk.open(tx, dialect, here, peer, arrivals);
  const homes = arrivals.flatMap((arrival) => ("head" in arrival ? [arrival.head.item] : []));
  const copies = await Copies.open(tx, dialect, here, homes);
  const hour = tx.at.slice(0, 13);
  let taken = peer.taken?.hour === hour ? peer.taken.count : 0;
  const outcomes = { ...noOutcomes };
  const gaps: Gap[] = [];
  let [reached, stop]: [string | null, string | null] = [peer.cursor, null];
  for (const arrival of arrivals) {
    const isNew = "problem" in arrival || desk.factsOf(arrival).known === null;
    if (isNew && taken >= peer.agreement.envelopesPerHour) {
      stop = `It has brought the ${peer.agreement.envelopesPerHour} envelopes that are taken from it in an hour.`;
      await raise(desk, arrival, { kind: "OVER_QUOTA", message: stop });
      break;
    }
    if (isNew) taken += weightOf(arrival);
    const settled = "problem" in arrival ? await settleProblem(desk, arrival) : await settle(desk, copies, arrival);
    outcomes[settled.outcome] += 1;
    if (settled.gap != null) gaps.push(settled.gap);
    stop = settled.stop ?? null;
    if (stop !== null) break;
    reached = arrival.cursor ?? reached;
  }
  if (stop === null) reached = cursor ?? reached;
  if (from !== undefined && from !== peer.cursor) {
    reached = peer.cursor;
    stop ??= "It is to be read from another place since.";
  }
  await tx.db
    .update(p)
    .set({ cursor: reached, taken: { hour, count: taken } })
    .where(eq(p.id, peerId));
  return { receipts: await readReceipts(tx, dialect.tables, peer.forumId), outcomes, gaps, stop };
}

/** How many envelopes one counts for: an hour's quota is no room for as many of the largest. */
function weightOf(arrival: Arrival): number {
  return "bytes" in arrival ? Math.ceil(arrival.bytes.length / bytesOfOne) : 1;
}

/** What could not be verified: it is told, and where the stream is the peer's own, the peer is asked for it again. */
async function settleProblem(desk: Desk, arrival: Arrival & Unverified): Promise<Settled> {
  const { kind, message, forumId } = arrival.problem;
  await raise(desk, arrival, { kind, message });
  return { outcome: "refused", stop: forumId === desk.peer.forumId ? message : null };
}

async function settle(desk: Desk, copies: Copies, arrival: Arrival & Verified): Promise<Settled> {
  const facts = desk.factsOf(arrival);
  const verdict = judgePlace(arrival, facts);
  switch (verdict.is) {
    case "idle":
      return { outcome: "duplicate" };
    case "known":
      return facts.known === null ? { outcome: "duplicate" } : settleKnown(desk, copies, arrival, facts.known);
    case "refused":
      return refuse(desk, arrival, verdict);
    case "next":
      if (verdict.isAnew) await raise(desk, arrival, { kind: "ROLLED_BACK", message: anew });
      return settleNext(desk, copies, arrival, verdict.keyNumber);
  }
}

const anew =
  "Its stream begins anew, as after a backup was put back there. What came before stays as it came; what it does not know of any more, it can no longer change.";

async function refuse(
  desk: Desk,
  arrival: Arrival & Verified,
  { kind, message, stops, gap }: Refused,
): Promise<Settled> {
  await raise(desk, arrival, { kind, message });
  return { outcome: "refused", gap, stop: stops ? message : null };
}

async function settleNext(
  desk: Desk,
  copies: Copies,
  arrival: Arrival & Verified,
  keyNumber: number,
): Promise<Settled> {
  const { head, bytes, hash, route } = arrival;
  const { forumId, stream, sequence, act, revision } = head;
  const refusal = await takeContent(desk, copies, arrival);
  const row: EnvelopeRow = {
    forumId,
    stream,
    sequence,
    hash,
    bytes,
    itemId: localId("item", head.item, desk.here),
    revision,
    act,
    at: head.at,
    route,
    peerId: desk.peer.id,
    refusedAs: refusal?.kind ?? null,
    refusal: refusal?.reason ?? null,
    passedOn: false,
  };
  const passedOn = await isPassable(desk, row);
  await desk.addEnvelope({ ...row, passedOn });
  const confirmed = desk.head(head)?.confirmed ?? 0;
  await desk.moveHead({ forumId, stream, sequence, hash, keyNumber, at: desk.tx.at, confirmed });
  if (passedOn) await tellPeers(desk, row);
  await checkAgainstCheckpoints(desk.tx, desk.dialect.tables, row);
  if (refusal === null) return { outcome: act === "show" ? "shown" : "hidden" };
  await raise(desk, arrival, { kind: refusal.kind, message: refusal.reason });
  return { outcome: "refused" };
}

/** It is here. By a shorter way it goes further, where it is taken by that, and what was refused may be taken by now, or from this peer. */
async function settleKnown(
  desk: Desk,
  copies: Copies,
  arrival: Arrival & Verified,
  known: EnvelopeRow,
): Promise<Settled> {
  const { route } = arrival;
  const brought = { route, peerId: desk.peer.id };
  let row = known;
  let outcome: Outcome = "duplicate";
  if (isByAgreement(row.refusedAs)) {
    // What its stream has said of the item since stands; what lies behind it is passed on as soon as it is.
    const isLast = copies.of(row.itemId).claims.get(row.stream)?.sequence === row.sequence;
    const refusal = isLast ? await takeContent(desk, copies, arrival) : await refusalBy(desk, arrival);
    if (refusal === null && isLast) outcome = "shown";
    if (refusal === null || !isByAgreement(refusal.kind)) {
      const refused = { refusedAs: refusal?.kind ?? null, refusal: refusal?.reason ?? null };
      row = await desk.changeEnvelope(row, { ...brought, ...refused });
      await unconfirm(desk, row);
    }
  }
  const byThisWay = { ...row, ...brought };
  // What has been passed on is told anew by a shorter way, if it may go on by that one, too.
  const isShorter =
    route.length < row.route.length &&
    (await isTakenBy(desk, arrival)) &&
    (!row.passedOn || (await isPassable(desk, byThisWay)));
  if (isShorter) row = await desk.changeEnvelope(row, brought);
  if (row.passedOn && isShorter) await tellPeers(desk, row);
  if (!row.passedOn) {
    if (!(await isPassable(desk, row)) && (await isPassable(desk, byThisWay)) && (await isTakenBy(desk, arrival)))
      row = await desk.changeEnvelope(row, brought);
    await passOnFrom(desk, row);
  }
  return { outcome };
}

/** Why it would not be taken from who brings it, by the way that it has come now. */
async function refusalBy(desk: Desk, arrival: Arrival & Verified): Promise<Refusal | null> {
  if (arrival.head.act === "hide") return null;
  const judged = await judge(desk, arrival);
  return isRefusal(judged) ? judged : null;
}

async function isTakenBy(desk: Desk, arrival: Arrival & Verified): Promise<boolean> {
  return (await refusalBy(desk, arrival)) === null;
}

/** Whether it is refused by what may be otherwise later, or with another peer. */
function isByAgreement(kind: AlarmKind | null): boolean {
  return kind === "TOO_WIDE" || kind === "NOT_UNDERSTOOD";
}

async function raise(
  desk: Desk,
  arrival: Arrival,
  { kind, message }: Pick<Refused, "kind" | "message">,
): Promise<void> {
  const { forumId = null, stream = null, sequence = null } = "head" in arrival ? arrival.head : arrival.problem;
  await raiseAlarm(desk.tx, desk.dialect.tables, { kind, peerId: desk.peer.id, forumId, stream, sequence, message });
}
