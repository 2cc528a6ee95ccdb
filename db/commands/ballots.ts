import { and, eq } from "drizzle-orm";
import { ballotStateAt, checkOpen, checkPaper, checkTerms, mayCloseEarly, termsUnder } from "../../domain/ballots.ts";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import { reachesGroup } from "../../domain/practices.ts";
import type { BallotRow } from "../ballots.ts";
import { loadBox } from "../ballots.ts";
import { charterOf, votersOf } from "../groups.ts";
import { practiceOf, readVersion } from "../practices.ts";
import { setTimer } from "../timers/set.ts";
import { isSubjectVisible } from "../visible.ts";
import { ballotSubject, count, openIfDue } from "./ballot-life.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { openGroup, requireAct } from "./group-seats.ts";
import { storePaper } from "./vote.ts";
import { tellActivity } from "./activity.ts";
import { conflict, visibleItem } from "./write-item.ts";

export const holdBallot: Handler<"holdBallot"> = async (context, input) => {
  const { tx, dialect } = context;
  const { groupId, itemId, version, question, wish, opensAt, closesAt, zone } = input;
  requireAct(await openGroup(context, groupId), "holdBallot", "DECIDE");
  if (itemId !== null) await checkPractice(context, groupId, itemId, version);
  const terms = termsUnder((await charterOf(tx, dialect.tables, groupId))?.decision ?? null, wish);
  checkTerms(terms, { opensAt, closesAt, zone }, tx.at);
  const ballot: BallotRow = {
    id: newId("ballot"),
    groupId,
    itemId,
    version,
    question,
    ...terms,
    opensAt: opensAt ?? tx.at,
    closesAt,
    zone,
    heldBy: memberOf(context).member.accountId,
    openedAt: null,
    closedAt: null,
    result: null,
  };
  await tx.db.insert(dialect.tables.ballots).values(ballot);
  await setTimer(context, { kind: "closeBallot", subjectId: ballot.id, due: closesAt });
  const position = await openIfDue(context, ballot);
  if (position !== null) return { ballotId: ballot.id, position };
  await setTimer(context, { kind: "openBallot", subjectId: ballot.id, due: ballot.opensAt });
  return {
    ballotId: ballot.id,
    position: await tellActivity(context, { change: "BALLOT_ANNOUNCED", ...ballotSubject(ballot) }),
  };
};

export const castVote: Handler<"castVote"> = async (context, { ballotId, option, reason }) => {
  const { tx, dialect } = context;
  const { ballotVoters: v } = dialect.tables;
  const { member } = memberOf(context);
  const ballot = await openBallot(context, ballotId);
  await requireVoice(context, ballot);
  const own = and(eq(v.ballotId, ballotId), eq(v.organizationId, member.organizationId));
  const [voter] = await tx.db.select().from(v).where(own);
  if (voter === undefined)
    throw new ForumError("FORBIDDEN", "Your organisation was not among those who may vote when this ballot opened.");
  checkPaper(ballot, option, reason);
  if (voter.voted) throw conflict("Your organisation has voted already; a vote stands.");
  await tx.db.update(v).set({ voted: true }).where(own);
  await storePaper(context, ballot, { option, reason });
  return { ballotId, position: await tx.append({ type: "quiet", what: "castVote" }) };
};

/**
 * Refuses who does not speak for its organisation in the group. Where nobody of the organisation has a vote there any more, whoever of it
 * is still there does: it keeps the vote that it had when the ballot opened.
 */
async function requireVoice(context: CommandContext, { groupId }: BallotRow): Promise<void> {
  const { tx, dialect } = context;
  const { organizationId } = memberOf(context).member;
  const voters = await votersOf(tx, dialect.tables, groupId);
  if (voters.some((voter) => voter.organizationId === organizationId))
    requireAct(await openGroup(context, groupId), "vote");
}

export const hearObjection: Handler<"hearObjection"> = async (context, { ballotId, organizationId, answer }) => {
  const { tx, dialect } = context;
  const { ballotVotes: v } = dialect.tables;
  const ballot = await openBallot(context, ballotId);
  requireAct(await openGroup(context, ballot.groupId), "holdBallot");
  if (ballot.secret) throw conflict("Nobody knows whose votes these are; there is nobody to be answered.");
  const vote = and(eq(v.ballotId, ballotId), eq(v.organizationId, organizationId));
  const [found] = await tx.db.select({ at: v.at }).from(v).where(vote);
  if (found === undefined) throw badInput("organization", "This organisation has not voted.");
  await tx.db.update(v).set({ heardAs: answer, heardAt: tx.at }).where(vote);
  return { ballotId, position: await tx.append({ type: "quiet", what: "hearObjection" }) };
};

export const closeBallot: Handler<"closeBallot"> = async (context, { ballotId }) => {
  const { tx, dialect } = context;
  const ballot = await openBallot(context, ballotId);
  requireAct(await openGroup(context, ballot.groupId), "holdBallot");
  const box = await loadBox(tx, dialect.tables, ballot);
  if (!mayCloseEarly(box, ballot.secret)) {
    throw conflict(
      ballot.secret
        ? "A secret ballot closes early only when everybody has voted."
        : "The outcome can still change; this ballot closes by itself at its instant.",
    );
  }
  return { ballotId, position: await count(context, ballot) };
};

/** A ballot that the actor sees and that is open at this instant; NOT_FOUND or CONFLICT otherwise. */
async function openBallot(context: CommandContext, ballotId: string): Promise<BallotRow> {
  const { tx, dialect } = context;
  const { ballots: b } = dialect.tables;
  const { rights } = memberOf(context);
  const [ballot] = await tx.db
    .select()
    .from(b)
    .where(and(eq(b.id, ballotId), isSubjectVisible(dialect.tables, rights.ring, b.id)));
  if (ballot === undefined) throw notFound();
  checkOpen(ballotStateAt(ballot, tx.at));
  await openIfDue(context, ballot); // its instant has come, though the clock may not have struck yet
  return ballot;
}

/** A ballot is about a version of a practice that the group works on, and that all of it can see. */
async function checkPractice(
  context: CommandContext,
  groupId: string,
  itemId: string,
  version: number | null,
): Promise<void> {
  const { tx, dialect } = context;
  const { item } = await visibleItem(context, itemId);
  const state = await practiceOf(tx, dialect.tables, itemId);
  if (state?.groupId !== groupId) throw badInput("practice", "The group does not work on this.");
  if (!reachesGroup(item.keys, groupId))
    throw badInput("practice", "This is not addressed to the group, which could not vote on what it does not see.");
  if (version === null || (await readVersion(tx, dialect.tables, itemId, version)) === null)
    throw badInput("version", "There is no such version of this practice.");
}
