import { badInput, ForumError } from "./errors.ts";
import { sameName } from "./people.ts";
import type { Sector } from "./vocabulary.ts";
import { sectors } from "./vocabulary.ts";

/** How a ballot is decided. */
export const ballotRules = ["CONSENSUS", "SIMPLE_MAJORITY", "TWO_THIRDS_MAJORITY"] as const;
export type BallotRule = (typeof ballotRules)[number];

export const ballotStates = ["SCHEDULED", "OPEN", "CLOSED"] as const;
export type BallotState = (typeof ballotStates)[number];

/** What a ballot came to. Of several that hold, the first in this list. */
export const ballotOutcomes = ["NO_QUORUM", "UNBALANCED", "NO_MAJORITY", "OBJECTIONS_UNHEARD", "DECIDED"] as const;
export type BallotOutcome = (typeof ballotOutcomes)[number];

/** By what a ballot is decided, fixed when it is announced. */
export type BallotTerms = {
  readonly options: readonly string[];
  readonly rule: BallotRule;
  /** The share of those who might vote when it opened that has to take part, in percent; at least one has to in any case. */
  readonly quorumPercent: number;
  /** No sector may have more than half of the votes, abstentions included. */
  readonly balanced: boolean;
  readonly secret: boolean;
};

/** What a charter lays down of the ballots of its group. */
export type DecisionTerms = Omit<BallotTerms, "options">;
/** What a ballot is wished to be decided by; null is as the charter says. */
export type BallotWish = Pick<BallotTerms, "options"> & {
  readonly [T in keyof DecisionTerms]: DecisionTerms[T] | null;
};

/** What stands on one paper. `option` is a place in the list of options, null for an abstention. */
export type Paper = {
  readonly option: number | null;
  /** Whether the chair has answered it, which CONSENSUS asks of every paper that is not for the winner. */
  readonly heard: boolean;
};

/** What is kept of a paper of a secret ballot: nothing of whose it is. */
export type SecretPaper = { readonly option: number | null; readonly reason: string | null };

/** A ballot as it is counted: who voted and what was voted are apart, so that a secret one is counted in the same way. */
export type BallotBox = {
  readonly terms: Pick<BallotTerms, "rule" | "quorumPercent" | "balanced"> & { readonly options: readonly unknown[] };
  readonly voters: readonly { readonly sector: Sector; readonly voted: boolean }[];
  readonly papers: readonly Paper[];
};

export type BallotResult = {
  readonly outcome: BallotOutcome;
  /** The place of the option that won; null where none did. */
  readonly winner: number | null;
  readonly votes: readonly number[];
  readonly abstained: number;
  readonly eligible: number;
  readonly voted: number;
  readonly bySector: readonly { readonly sector: Sector; readonly eligible: number; readonly voted: number }[];
};

/** Counts a ballot. Nothing else decides what one came to. */
export function resultOf(box: BallotBox): BallotResult {
  const bySector = sectors.map((sector) => {
    const own = box.voters.filter((voter) => voter.sector === sector);
    return { sector, eligible: own.length, voted: own.filter(({ voted }) => voted).length };
  });
  const votes = box.terms.options.map((_, at) => box.papers.filter(({ option }) => option === at).length);
  const counted = sum(votes);
  const voted = sum(bySector.map((row) => row.voted));
  const eligible = box.voters.length;
  const ahead = votes.findIndex((count) => hasMajority(box.terms.rule, count, counted));
  const count = { votes, abstained: box.papers.length - counted, eligible, voted, bySector };
  const none = (outcome: BallotOutcome): BallotResult => ({ outcome, winner: null, ...count });
  if (!hasQuorum(box, voted)) return none("NO_QUORUM");
  if (box.terms.balanced && bySector.some((row) => row.voted * 2 > voted)) return none("UNBALANCED");
  if (ahead < 0) return none("NO_MAJORITY");
  if (box.terms.rule === "CONSENSUS" && unheard(box, ahead) > 0) return none("OBJECTIONS_UNHEARD");
  return { outcome: "DECIDED", winner: ahead, ...count };
}

/**
 * Whether the winner, or that there is none, can no longer change, whatever those who have not voted do and whichever objections
 * are still heard.
 *
 * A winner is certain if it stands against the worst that is left: nobody else comes; everybody else votes for another; a sector
 * comes as a whole. That there is none is certain if no option wins even with the best: as many as balance allows come and vote for it.
 */
export function isSettled(box: BallotBox): boolean {
  const { winner } = resultOf(box);
  if (winner !== null) return isCertain(box, winner);
  return !box.terms.options.some((_, option) => canWin(box, option));
}

function isCertain(box: BallotBox, option: number): boolean {
  const { votes, voted, eligible, bySector } = resultOf(box);
  const left = eligible - voted;
  if (box.terms.rule === "CONSENSUS" && left > 0) return false; // anybody may still object
  if (!hasMajority(box.terms.rule, votes[option] ?? 0, sum(votes) + left)) return false;
  return !box.terms.balanced || bySector.every((row) => row.eligible * 2 <= voted + row.eligible - row.voted);
}

function canWin(box: BallotBox, option: number): boolean {
  const { votes, voted, bySector } = resultOf(box);
  const turnout = greatestTurnout(box, bySector);
  if (turnout === null || !hasQuorum(box, turnout)) return false;
  const coming = turnout - voted;
  return hasMajority(box.terms.rule, (votes[option] ?? 0) + coming, sum(votes) + coming);
}

/** As many as can still have voted in the end without one sector having more than half; null where balance is out of reach. */
function greatestTurnout({ terms, voters }: BallotBox, bySector: BallotResult["bySector"]): number | null {
  if (!terms.balanced) return voters.length;
  const voted = sum(bySector.map((row) => row.voted));
  for (let turnout = voters.length; turnout >= voted; turnout--) {
    const half = Math.floor(turnout / 2);
    const possible = sum(bySector.map((row) => Math.min(row.eligible, half)));
    if (possible >= turnout && bySector.every((row) => row.voted <= half)) return turnout;
  }
  return null;
}

function hasQuorum({ terms, voters }: BallotBox, voted: number): boolean {
  return voted > 0 && voted * 100 >= terms.quorumPercent * voters.length;
}

function hasMajority(rule: BallotRule, votes: number, counted: number): boolean {
  switch (rule) {
    case "CONSENSUS":
    case "SIMPLE_MAJORITY":
      return votes * 2 > counted;
    case "TWO_THIRDS_MAJORITY":
      return counted > 0 && votes * 3 >= counted * 2;
  }
}

function unheard({ papers }: BallotBox, winner: number): number {
  return papers.filter(({ option, heard }) => option !== null && option !== winner && !heard).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Whether a counted ballot has said yes: the first option is what it was held for. */
export function hasPassed({ winner }: Pick<BallotResult, "winner">): boolean {
  return winner === 0;
}

/**
 * Whether a ballot may be closed before its time. A secret one only when everybody has voted: were it asked again and again, the
 * answer would otherwise tell how the votes stand.
 */
export function mayCloseEarly(box: BallotBox, secret: boolean): boolean {
  return secret ? box.voters.every(({ voted }) => voted) : isSettled(box);
}

/** Where a ballot stands at an instant, whether or not it has been counted by then. It opens with its first instant, and the last is outside. */
export function ballotStateAt(
  {
    opensAt,
    closesAt,
    closedAt,
  }: { readonly opensAt: string; readonly closesAt: string; readonly closedAt: string | null },
  now: string,
): BallotState {
  if (closedAt !== null || now >= closesAt) return "CLOSED";
  return now < opensAt ? "SCHEDULED" : "OPEN";
}

/** Refuses a vote outside of the ballot's time. */
export function checkOpen(state: BallotState): void {
  if (state === "OPEN") return;
  throw new ForumError("CONFLICT", state === "CLOSED" ? "This ballot is closed." : "This ballot is not open yet.");
}

/** Where no charter says anything. */
export const plainTerms: DecisionTerms = {
  rule: "SIMPLE_MAJORITY",
  quorumPercent: 50,
  balanced: false,
  secret: false,
};

/** The terms of a ballot of a group: as its charter lays down, or as is wished where there is no charter. */
export function termsUnder(charter: DecisionTerms | null, wish: BallotWish): BallotTerms {
  const { rule, quorumPercent, balanced, secret } = charter ?? plainTerms;
  const term = <T extends string | number | boolean>(name: keyof DecisionTerms, laidDown: T, wished: T | null): T => {
    if (charter !== null && wished !== null && wished !== laidDown)
      throw badInput(name, `The charter of the group lays down ${laidDown}.`);
    return wished ?? laidDown;
  };
  return {
    options: wish.options,
    rule: term("rule", rule, wish.rule),
    quorumPercent: term("quorumPercent", quorumPercent, wish.quorumPercent),
    balanced: term("balanced", balanced, wish.balanced),
    secret: term("secret", secret, wish.secret),
  };
}

/** Refuses terms that cannot be. `opensAt` is null for at once. */
export function checkTerms(
  { options, rule, secret, quorumPercent }: BallotTerms,
  time: { readonly opensAt: string | null; readonly closesAt: string; readonly zone: string },
  now: string,
): void {
  if (options.length < 2 || options.length > 10) throw badInput("options", "Give 2 to 10 options.");
  if (options.some((option, at) => options.findIndex((other) => sameName(option, other)) < at))
    throw badInput("options", "Two of the options read alike.");
  if (!Number.isInteger(quorumPercent) || quorumPercent < 0 || quorumPercent > 100)
    throw badInput("quorumPercent", "Give a whole number from 0 to 100.");
  if (rule === "CONSENSUS" && secret)
    throw badInput(
      "rule",
      "Consensus is reached by hearing objections, which a secret ballot cannot; take a majority.",
    );
  if (time.opensAt !== null && time.opensAt < now) throw badInput("opensAt", "Give an instant in the future.");
  if (time.closesAt <= (time.opensAt ?? now)) throw badInput("closesAt", "A ballot closes after it opens.");
  if (!isZone(time.zone)) throw badInput("zone", "Give a time zone of the IANA list, such as Europe/Paris.");
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
}

/** Refuses a choice that the ballot does not have, and one against the proposal without a reason where objections are to be heard. */
export function checkPaper({ options, rule }: BallotTerms, option: number | null, reason: string | null): void {
  if (option !== null && (!Number.isInteger(option) || option < 0 || option >= options.length))
    throw badInput("option", `Give the place of an option, 0 to ${options.length - 1}.`);
  if (rule === "CONSENSUS" && option !== null && option > 0 && reason === null)
    throw badInput("reason", "Under consensus an objection says why.");
}
