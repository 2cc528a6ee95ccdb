/** Where a practice can go from each stage, by which rule, and what each stage takes. */
import type { Stage } from "../../../domain/vocabulary.ts";
import type { Rule } from "./state.ts";

/** The way of a practice, and the ways off it. */
const ways: Readonly<Record<Stage, Partial<Record<Stage, Rule>>>> = {
  PROPOSAL: { WORKING_DRAFT: "ACCEPT", DISCONTINUED: "DROP" },
  WORKING_DRAFT: { GROUP_LAST_CALL: "CALL", DISCONTINUED: "DROP" },
  GROUP_LAST_CALL: { PUBLIC_COMMENT: "OPEN", WORKING_DRAFT: "REWORK", DISCONTINUED: "DROP" },
  PUBLIC_COMMENT: { CANDIDATE: "NOMINATE", WORKING_DRAFT: "REWORK", DISCONTINUED: "DROP" },
  CANDIDATE: { ADOPTED: "ADOPT", WORKING_DRAFT: "REWORK", DISCONTINUED: "DROP" },
  ADOPTED: { WORKING_DRAFT: "REWORK", SUPERSEDED: "SUPERSEDE", OBSOLETE: "RETIRE", RESCINDED: "RESCIND" },
  SUPERSEDED: {},
  OBSOLETE: {},
  RESCINDED: {},
  DISCONTINUED: {},
};
/** For how many days at least a stage takes comments. */
export const leastDays: Partial<Record<Stage, number>> = { GROUP_LAST_CALL: 7, PUBLIC_COMMENT: 14 };
export const closedStages: readonly Stage[] = [
  "CANDIDATE",
  "ADOPTED",
  "SUPERSEDED",
  "OBSOLETE",
  "RESCINDED",
  "DISCONTINUED",
];

export function ruleOf(from: Stage, to: Stage): Rule | null {
  return ways[from][to] ?? null;
}

/** The next step on the way of a practice, and for how long comments are then taken. */
export function nextOn(stage: Stage): { to: Stage; days: number | null } {
  const to = Object.keys(ways[stage])[0] as Stage | undefined; // a key of the table, the first being the way on
  return { to: to ?? "WORKING_DRAFT", days: (to === undefined ? undefined : leastDays[to]) ?? null };
}
