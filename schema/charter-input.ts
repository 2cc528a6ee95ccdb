import type { Charter } from "../domain/charters.ts";
import { checkCharter } from "../domain/charters.ts";
import { badInput } from "../domain/errors.ts";
import { BallotRuleEnum } from "./ballot-rule.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { JoiningEnum, MeetingRuleEnum } from "./group-words.ts";
import { lookUp } from "./ids.ts";
import { TlpEnum } from "./label-enums.ts";

const DeliverableInput = builder.inputType("DeliverableInput", {
  description: "Something that a group is to bring forth.",
  fields: (t) => ({
    title: t.string({ required: true, description: "What it is: 1 to 500 characters." }),
    due: t.field({ type: "DateTime", description: "By when." }),
  }),
});

export const CharterInput = builder.inputType("CharterInput", {
  description: "A version of a group's charter. Lists take at most 50 entries.",
  fields: (t) => ({
    scope: t.string({
      required: true,
      description: "What the group looks after, and what not: 1 to 10,000 characters.",
    }),
    successCriteria: t.stringList({
      required: true,
      description: "By what it will be seen that it has done its work: at least one, each 1 to 2,000 characters.",
    }),
    riskCategories: t.field({
      type: [choiceEnum("RiskCategory")],
      required: true,
      description: "The areas of risk that it looks after: at least one.",
    }),
    deliverables: t.field({ type: [DeliverableInput], description: "What it is to bring forth." }),
    durationMonths: t.int({ required: true, description: "How many months it is in force: 1 to 60." }),
    chairs: t.idList({
      required: true,
      description:
        "The accounts that chair the group: 1 to 10. Their organisations have to sign on, or they have to be in the group.",
    }),
    joining: t.field({ type: JoiningEnum, description: "How members come in; REQUEST where it is not given." }),
    rule: t.field({ type: BallotRuleEnum, description: "How it decides; CONSENSUS where it is not given." }),
    quorumPercent: t.int({ description: "The quorum in percent, 0 to 100; 50 where it is not given." }),
    balanced: t.boolean({
      description: "Whether no sector may have more than half of those who vote; no where it is not given.",
    }),
    secret: t.boolean({ description: "Whether ballots are secret; no where it is not given." }),
    meetingRule: t.field({ type: MeetingRuleEnum, description: "ATTRIBUTED where it is not given." }),
    proceedings: t.field({
      type: TlpEnum,
      description: "The weakest label that what is said may have: AMBER_STRICT, AMBER, which is the default, or GREEN.",
    }),
    intellectualProperty: t.string({
      required: true,
      description: "Under which terms members contribute: 1 to 10,000 characters.",
    }),
  }),
});

/** A charter as it was sent, checked. */
export function parseCharter(input: typeof CharterInput.$inferInput, path = "charter"): Charter {
  const { proceedings } = input;
  if (proceedings === "RED" || proceedings === "CLEAR")
    throw badInput(`${path}.proceedings`, "Give AMBER_STRICT, AMBER or GREEN.");
  return checkCharter(
    {
      scope: input.scope,
      successCriteria: input.successCriteria,
      riskCategories: input.riskCategories,
      deliverables: (input.deliverables ?? []).map(({ title, due }) => ({ title, due: due ?? null })),
      durationMonths: input.durationMonths,
      chairIds: input.chairs.map((id) => lookUp("account", id)),
      joining: input.joining ?? "REQUEST",
      decision: {
        rule: input.rule ?? "CONSENSUS",
        quorumPercent: input.quorumPercent ?? 50,
        balanced: input.balanced ?? false,
        secret: input.secret ?? false,
      },
      meetingRule: input.meetingRule ?? "ATTRIBUTED",
      proceedings: proceedings ?? "AMBER",
      intellectualProperty: input.intellectualProperty,
    },
    path,
  );
}
