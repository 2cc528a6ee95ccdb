import type { MoveRule } from "../domain/stage-moves.ts";
import { moveDemands } from "../domain/practices.ts";
import type { CommentType, Disposition, Stage } from "../domain/vocabulary.ts";
import { enumOf } from "./enums.ts";

export const StageEnum = enumOf<Stage>(
  "PracticeStage",
  "Where a practice stands on its way. Each move freezes a version.",
  {
    PROPOSAL: "It was proposed to a group, which has not taken it on yet.",
    WORKING_DRAFT: "The group works on it.",
    GROUP_LAST_CALL: "The group is asked for its last comments; the text is frozen until they are in.",
    PUBLIC_COMMENT: "Everybody who sees it is asked for comments, and visitors too where it is TLP:CLEAR.",
    CANDIDATE: "Every comment is answered; the group may adopt it by a ballot.",
    ADOPTED: "It is the group's word. Organisations declare how far they follow it.",
    SUPERSEDED: "Another practice took its place.",
    OBSOLETE: "It is no longer of use.",
    RESCINDED: "It was taken back: it should not be followed.",
    DISCONTINUED: "Work on it ended before it was adopted.",
  },
);

export const CommentTypeEnum = enumOf<CommentType>("CommentType", "What sort of comment it is.", {
  GENERAL: "On the whole.",
  TECHNICAL: "On what is demanded.",
  EDITORIAL: "On how it is said.",
  OBJECTION: "Its author could not go along with the practice as it stands.",
});

export const DispositionEnum = enumOf<Disposition>("CommentDisposition", "What became of a comment.", {
  OPEN: "Nothing yet, or its answer was objected to.",
  ACCEPTED: "The practice is changed as proposed.",
  ACCEPTED_WITH_CHANGE: "The practice is changed in another way.",
  REJECTED: "The practice stays as it is.",
  DEFERRED: "It is left for a later version.",
  WITHDRAWN: "Its author took it back.",
  DUPLICATE: "Another comment says the same.",
});

const ruleWords = Object.fromEntries(Object.entries(moveDemands).map(([rule, { words }]) => [rule, words]));

export const MoveRuleEnum = enumOf<MoveRule | "PROPOSE">("PracticeRule", "The rule by which a practice moved.", {
  PROPOSE: "Its origin proposed it to the group, which sees it.",
  ...(ruleWords as Record<MoveRule, string>), // made of all the keys of `moveDemands`
});
