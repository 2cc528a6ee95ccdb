import type { Caller, ReadOptions, WriteOptions } from "./caller.ts";
import type { BallotDetail, BallotFields, BallotState, BallotWritten, Operations } from "./generated.ts";
import { pagesOf } from "./pages.ts";

/** What is to be voted on. What the charter of the group lays down need not be said. */
export type BallotWish = Omit<Operations["holdBallot"]["variables"], "idempotencyKey">;
export type BallotsOptions = ReadOptions & {
  readonly group?: string;
  readonly practice?: string;
  readonly states?: readonly BallotState[];
};

/** The ballots of the groups that one is in. */
export class BallotClient {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** One ballot with its votes, as far as they are shown; null where there is none, or none that may be seen. */
  async get(id: string, options?: ReadOptions): Promise<BallotDetail | null> {
    return (await this.#caller.send("ballot", { id }, options)).ballot;
  }

  /** Every ballot, those that open last first. */
  list({ group, practice, states, ...options }: BallotsOptions = {}): AsyncGenerator<BallotFields, void> {
    return pagesOf(async (after) => {
      const variables = { first: 50, after, group, practice, states };
      return (await this.#caller.send("ballots", variables, options)).ballots;
    });
  }

  async hold(wish: BallotWish, options?: WriteOptions): Promise<BallotWritten> {
    return (await this.#caller.write("holdBallot", wish, options)).holdBallot;
  }

  /**
   * Casts the vote of the own organisation; null abstains. It is sent once: a vote has no key, since what a key is remembered by would
   * tell of a secret vote. Whoever gets no answer asks `get`: `ownVoter` says whether it was cast.
   */
  async vote(
    id: string,
    option: number | null,
    { reason, ...options }: ReadOptions & { readonly reason?: string } = {},
  ): Promise<BallotWritten> {
    const variables = { id, reason, ...(option === null ? { abstain: true } : { option }) };
    return (await this.#caller.send("vote", variables, { ...options, retries: 0 })).vote;
  }

  /** Answers a vote for the chair. */
  async hear(id: string, organization: string, answer: string, options?: ReadOptions): Promise<BallotWritten> {
    return (await this.#caller.send("hearObjection", { id, organization, answer }, options)).hearObjection;
  }

  /** Closes a ballot whose outcome can no longer change. */
  async close(id: string, options?: ReadOptions): Promise<BallotWritten> {
    return (await this.#caller.send("closeBallot", { id }, { ...options, retries: 0 })).closeBallot;
  }
}
