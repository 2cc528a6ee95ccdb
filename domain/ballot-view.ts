import type { BallotResult, BallotState, BallotTerms, SecretPaper } from "./ballots.ts";
import { ballotStateAt } from "./ballots.ts";
import type { Member } from "./people.ts";
import type { Sector } from "./vocabulary.ts";

export type Voter = { readonly organizationId: string; readonly sector: Sector; readonly voted: boolean };

/** A vote of an open ballot, which everybody sees who sees the ballot. */
export type Vote = SecretPaper & {
  readonly organizationId: string;
  readonly at: string;
  /** What the chair has answered to it, and when; null where it has not. */
  readonly heardAs: string | null;
  readonly heardAt: string | null;
};

/** A ballot as it lies in the store, before anything is withheld. It stays inside domain and db. */
export type BallotFacts = BallotTerms & {
  readonly id: string;
  readonly groupId: string;
  readonly itemId: string | null;
  readonly version: number | null;
  readonly question: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly zone: string;
  readonly closedAt: string | null;
  readonly result: BallotResult | null;
  readonly voters: readonly Voter[];
  readonly votes: readonly Vote[];
  readonly papers: readonly SecretPaper[];
};

/** A ballot as one of its group is shown it. */
export type BallotView = Omit<BallotFacts, "votes" | "papers"> & {
  readonly state: BallotState;
  /** null in a secret ballot: nobody is shown whose vote was what. */
  readonly votes: readonly Vote[] | null;
  /** What stands on the papers of a secret ballot once it has been counted; null before, and in an open one. */
  readonly papers: readonly SecretPaper[] | null;
  /** Whether the viewer's own organisation is among those who may vote, and whether it has. */
  readonly ownVoter: Voter | null;
};

/** Shows a ballot to a viewer that may see it. How the votes of a secret one stand is shown to nobody before it is counted. */
export function viewBallot({ votes, papers, ...ballot }: BallotFacts, member: Member | null, now: string): BallotView {
  return {
    ...ballot,
    state: ballotStateAt(ballot, now),
    votes: ballot.secret ? null : votes,
    papers: ballot.secret && ballot.closedAt !== null ? papers : null,
    ownVoter: ballot.voters.find(({ organizationId }) => organizationId === member?.organizationId) ?? null,
  };
}
