import type { BallotRule } from "../domain/ballots.ts";
import { enumOf } from "./enums.ts";

export const BallotRuleEnum = enumOf<BallotRule>(
  "BallotRule",
  "How a ballot is decided. Abstentions count for the quorum alone.",
  {
    CONSENSUS: "More than half are for it, and each vote that is not has been answered by the chair.",
    SIMPLE_MAJORITY: "More than half are for it.",
    TWO_THIRDS_MAJORITY: "At least two thirds are for it.",
  },
);
