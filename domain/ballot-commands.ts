import type { BallotWish } from "./ballots.ts";

/** What can be asked of ballots. */
export type BallotCommands = {
  holdBallot: {
    input: {
      readonly groupId: string;
      /** The practice that it is about, in one of its versions; both or neither. */
      readonly itemId: string | null;
      readonly version: number | null;
      readonly question: string;
      readonly wish: BallotWish;
      /** null: at once. */
      readonly opensAt: string | null;
      readonly closesAt: string;
      /** In whose time the instants are shown to people. */
      readonly zone: string;
      readonly idempotencyKey: string | null;
    };
    result: BallotWritten;
  };
  /** Without an idempotency key: what a key is remembered by would tell of a secret vote what it was. */
  castVote: {
    input: { readonly ballotId: string; readonly option: number | null; readonly reason: string | null };
    result: BallotWritten;
  };
  hearObjection: {
    input: { readonly ballotId: string; readonly organizationId: string; readonly answer: string };
    result: BallotWritten;
  };
  closeBallot: { input: { readonly ballotId: string }; result: BallotWritten };
};

/** The ballot, and the place in the log right behind the change. */
export type BallotWritten = { readonly ballotId: string; readonly position: number };
