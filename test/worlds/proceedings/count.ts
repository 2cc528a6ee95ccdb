/** What a ballot comes to, counted in the plainest way; and whether it can still change, by trying whatever can still come. */
import type { BallotOutcome } from "../../../domain/ballots.ts";
import type { Sector } from "../world.ts";
import type { Terms } from "./world.ts";

export type Voter = { readonly organization: number; readonly sector: Sector; readonly voted: boolean };
/** A paper: an abstention has no option. */
export type Counted = { readonly option: number | null; readonly heard: boolean };
export type Box = {
  readonly terms: Terms;
  readonly options: number;
  readonly voters: readonly Voter[];
  readonly papers: readonly Counted[];
};
export type Result = {
  readonly outcome: BallotOutcome;
  readonly winner: number | null;
  readonly votes: readonly number[];
  readonly abstained: number;
  readonly eligible: number;
  readonly voted: number;
  readonly bySector: readonly { readonly sector: Sector; readonly eligible: number; readonly voted: number }[];
};

const sectors: readonly Sector[] = ["COMPANY", "GOVERNMENT", "ACADEMIA", "CIVIL_SOCIETY"];

export function countOf({ terms, options, voters, papers }: Box): Result {
  const voted = voters.filter((voter) => voter.voted).length;
  const votes = Array.from({ length: options }, (_, at) => papers.filter(({ option }) => option === at).length);
  const abstained = papers.filter(({ option }) => option === null).length;
  const bySector = sectors.map((sector) => {
    const own = voters.filter((voter) => voter.sector === sector);
    return { sector, eligible: own.length, voted: own.filter((voter) => voter.voted).length };
  });
  const cast = papers.length - abstained;
  const enough = (count: number): boolean =>
    terms.rule === "TWO_THIRDS_MAJORITY" ? cast > 0 && count / cast >= 2 / 3 - 1e-9 : count > cast / 2;
  const ahead = votes.findIndex(enough);
  const unheard = papers.some(({ option, heard }) => option !== null && option !== ahead && !heard);
  const outcome = ((): BallotOutcome => {
    if (voted === 0 || (voted / voters.length) * 100 < terms.quorumPercent - 1e-9) return "NO_QUORUM";
    if (terms.balanced && bySector.some((row) => row.voted > voted / 2)) return "UNBALANCED";
    if (ahead < 0) return "NO_MAJORITY";
    return terms.rule === "CONSENSUS" && unheard ? "OBJECTIONS_UNHEARD" : "DECIDED";
  })();
  const winner = outcome === "DECIDED" ? ahead : null;
  return { outcome, winner, votes, abstained, eligible: voters.length, voted, bySector };
}

/** Whether the winner, or that there is none, is the same however those vote who have not, if they do, and whoever is still heard. */
export function isSettled(box: Box): boolean {
  const winners = new Set<number | null>();
  const heard = { ...box, papers: box.papers.map((paper) => ({ ...paper, heard: true })) };
  for (const hearing of [false, true]) {
    for (const ended of continuations(hearing ? heard : box, hearing)) {
      winners.add(countOf(ended).winner);
      if (winners.size > 1) return false;
    }
  }
  return true;
}

/** Every way in which a ballot can go on to its end. */
function* continuations(box: Box, hearing: boolean): Generator<Box> {
  const next = box.voters.findIndex(({ voted }) => !voted);
  if (next < 0) return yield box;
  const [...voters] = box.voters;
  const [voter] = voters.splice(next, 1);
  if (voter === undefined) return;
  const away = continuations({ ...box, voters }, hearing);
  for (const rest of away) yield { ...rest, voters: [...rest.voters, voter] };
  const choices = [null, ...Array.from({ length: box.options }, (_, at) => at)];
  for (const option of choices) {
    const came = [...voters, { ...voter, voted: true }];
    yield* continuations({ ...box, voters: came, papers: [...box.papers, { option, heard: hearing }] }, hearing);
  }
}
