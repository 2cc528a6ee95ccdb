import { and, eq, isNotNull } from "drizzle-orm";
import type { BallotBox, Paper } from "../domain/ballots.ts";
import { hasPassed } from "../domain/ballots.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";

export type BallotRow = Tables["ballots"]["$inferSelect"];
export type VoterRow = Tables["ballotVoters"]["$inferSelect"];

/** A ballot as it is counted, from whichever tables its votes lie in. */
export async function loadBox(on: Connection, tables: Tables, ballot: BallotRow): Promise<BallotBox> {
  const { ballotVoters: v } = tables;
  const voters = await on.db
    .select({ sector: v.sector, voted: v.voted })
    .from(v)
    .where(eq(v.ballotId, ballot.id))
    .orderBy(v.organizationId);
  return { terms: ballot, voters, papers: await loadPapers(on, tables, ballot) };
}

async function loadPapers(on: Connection, tables: Tables, { id, secret }: BallotRow): Promise<Paper[]> {
  const { ballotVotes: v, secretPapers: s } = tables;
  if (secret) {
    const [row] = await on.db.select().from(s).where(eq(s.ballotId, id));
    return (row?.papers ?? []).map(({ option }) => ({ option, heard: false }));
  }
  const votes = await on.db
    .select({ option: v.option, heardAt: v.heardAt })
    .from(v)
    .where(eq(v.ballotId, id))
    .orderBy(v.organizationId);
  return votes.map(({ option, heardAt }) => ({ option, heard: heardAt !== null }));
}

/** The first ballot that has said yes to a version of a practice, if there is one. */
export async function passedBallot(
  on: Connection,
  { ballots: b }: Tables,
  itemId: string,
  version: number,
): Promise<string | null> {
  const rows = await on.db
    .select({ id: b.id, result: b.result })
    .from(b)
    .where(and(eq(b.itemId, itemId), eq(b.version, version), isNotNull(b.closedAt)))
    .orderBy(b.closedAt, b.id);
  return rows.find(({ result }) => result !== null && hasPassed(result))?.id ?? null;
}
