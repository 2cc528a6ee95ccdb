/** Which practice may move where: every stage × every stage, with the name of the rule, or null where there is no way. */
import type { Stage } from "./vocabulary.ts";

/** How a practice comes from one stage to another. What each demands is said in practices.ts. */
export const moveRules = [
  "ACCEPT",
  "CALL",
  "OPEN",
  "NOMINATE",
  "ADOPT",
  "REWORK",
  "SUPERSEDE",
  "RETIRE",
  "RESCIND",
  "DROP",
] as const;
export type MoveRule = (typeof moveRules)[number];

const nowhere: Readonly<Record<Stage, null>> = {
  PROPOSAL: null,
  WORKING_DRAFT: null,
  GROUP_LAST_CALL: null,
  PUBLIC_COMMENT: null,
  CANDIDATE: null,
  ADOPTED: null,
  SUPERSEDED: null,
  OBSOLETE: null,
  RESCINDED: null,
  DISCONTINUED: null,
};

export const stageMoves: Readonly<Record<Stage, Readonly<Record<Stage, MoveRule | null>>>> = {
  PROPOSAL: { ...nowhere, WORKING_DRAFT: "ACCEPT", DISCONTINUED: "DROP" },
  WORKING_DRAFT: { ...nowhere, GROUP_LAST_CALL: "CALL", DISCONTINUED: "DROP" },
  GROUP_LAST_CALL: { ...nowhere, WORKING_DRAFT: "REWORK", PUBLIC_COMMENT: "OPEN", DISCONTINUED: "DROP" },
  PUBLIC_COMMENT: { ...nowhere, WORKING_DRAFT: "REWORK", CANDIDATE: "NOMINATE", DISCONTINUED: "DROP" },
  CANDIDATE: { ...nowhere, WORKING_DRAFT: "REWORK", ADOPTED: "ADOPT", DISCONTINUED: "DROP" },
  ADOPTED: { ...nowhere, WORKING_DRAFT: "REWORK", SUPERSEDED: "SUPERSEDE", OBSOLETE: "RETIRE", RESCINDED: "RESCIND" },
  SUPERSEDED: nowhere,
  OBSOLETE: nowhere,
  RESCINDED: nowhere,
  DISCONTINUED: nowhere,
};
