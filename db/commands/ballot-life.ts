import { eq } from "drizzle-orm";
import { resultOf } from "../../domain/ballots.ts";
import { groupKey } from "../../domain/policy.ts";
import type { BallotRow } from "../ballots.ts";
import { loadBox } from "../ballots.ts";
import { votersOf } from "../groups.ts";
import { insertRows } from "../insert-rows.ts";
import { cancelTimer } from "../timers/set.ts";
import type { TimerHandler } from "../timers/handlers.ts";
import type { Activity } from "./activity.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext } from "./command.ts";

type Writing = Pick<CommandContext, "tx" | "dialect">;

/** Who sees a ballot: its group, and of it those who see the practice that it is about. */
export function ballotSubject({ id, itemId, groupId }: BallotRow): Pick<Activity, "subject" | "groupId"> {
  return { subject: { id, itemId, within: null, keys: [groupKey(groupId)] }, groupId };
}

/** Opens a ballot whose instant has come: those who may vote are written down, for good. Null where there is nothing to be done. */
export async function openIfDue(context: Writing, ballot: BallotRow): Promise<number | null> {
  const { tx, dialect } = context;
  const { ballots: b, ballotVoters } = dialect.tables;
  if (ballot.openedAt !== null || tx.at < ballot.opensAt) return null;
  const voters = await votersOf(tx, dialect.tables, ballot.groupId);
  await insertRows(
    tx.db,
    ballotVoters,
    voters.map((voter) => ({ ballotId: ballot.id, voted: false, ...voter })),
  );
  await tx.db.update(b).set({ openedAt: tx.at }).where(eq(b.id, ballot.id));
  await cancelTimer(context, { kind: "openBallot", subjectId: ballot.id });
  return tellActivity(context, { change: "BALLOT_OPENED", ...ballotSubject(ballot) });
}

/** Counts a ballot and closes it for good. */
export async function count(context: Writing, ballot: BallotRow): Promise<number> {
  const { tx, dialect } = context;
  const { ballots: b } = dialect.tables;
  const result = resultOf(await loadBox(tx, dialect.tables, ballot));
  await tx.db.update(b).set({ closedAt: tx.at, result }).where(eq(b.id, ballot.id));
  await cancelTimer(context, { kind: "closeBallot", subjectId: ballot.id });
  return tellActivity(context, { change: "BALLOT_CLOSED", ...ballotSubject(ballot) });
}

export const openByClock: TimerHandler = async (context, ballotId) => {
  const ballot = await uncounted(context, ballotId);
  if (ballot !== null) await openIfDue(context, ballot);
};

export const closeByClock: TimerHandler = async (context, ballotId) => {
  const ballot = await uncounted(context, ballotId);
  if (ballot === null || context.tx.at < ballot.closesAt) return;
  await openIfDue(context, ballot); // where no server ran from before its opening until now
  await count(context, ballot);
};

async function uncounted({ tx, dialect }: Writing, ballotId: string): Promise<BallotRow | null> {
  const { ballots: b } = dialect.tables;
  const [ballot] = await tx.db.select().from(b).where(eq(b.id, ballotId));
  return ballot === undefined || ballot.closedAt !== null ? null : ballot;
}
