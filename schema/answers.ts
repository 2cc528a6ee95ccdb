import type { AnswerTally, AnswerView } from "../db/read-responses.ts";
import type { AnswerState } from "../domain/vocabulary.ts";
import { builder } from "./builder.ts";
import { command, optionalText } from "./command.ts";
import { enumOf } from "./enums.ts";
import { ItemRef } from "./items.ts";
import { OrganizationRef } from "./members.ts";
import { required } from "./required.ts";

const AnswerStateEnum = enumOf<AnswerState>("AnswerState", "Where a recipient organisation stands with an item.", {
  NO_ANSWER: "It may have received the item, and has not said where it stands.",
  UNDER_STUDY: "It is looking into it.",
  AFFECTED: "It is affected.",
  NOT_AFFECTED: "It is not affected.",
  MITIGATED: "It was affected and has done something about it.",
});

const AnswerRef = builder.objectRef<AnswerView>("Answer").implement({
  description: "Where one recipient organisation stands with an item.",
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      description: "The recipient.",
      resolve: ({ organizationId }, _, { loaders }) => required(loaders.namedOrganizations.load(organizationId)),
    }),
    state: t.expose("state", { type: AnswerStateEnum, description: "Where it stands." }),
    note: t.exposeString("note", { nullable: true, description: "What else it says to the origin." }),
    acknowledgedAt: t.expose("acknowledgedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it first said that it has the item; null where it has not.",
    }),
    at: t.expose("at", {
      type: "DateTime",
      nullable: true,
      description: "When it last answered; null where it has not.",
    }),
  }),
});

const AnswerTallyRef = builder.objectRef<AnswerTally>("AnswerTally").implement({
  description:
    "How the recipients of an item stand with it. Everyone who has the item sees the numbers; only the origin sees who.",
  fields: (t) => ({
    acknowledged: t.exposeInt("acknowledged", { description: "How many organisations have said that they have it." }),
    underStudy: t.exposeInt("underStudy", { description: "How many are looking into it." }),
    affected: t.exposeInt("affected", { description: "How many are affected." }),
    notAffected: t.exposeInt("notAffected", { description: "How many are not affected." }),
    mitigated: t.exposeInt("mitigated", { description: "How many have done something about it." }),
    noAnswer: t.exposeInt("noAnswer", {
      nullable: true,
      description: "How many have it and have not said where they stand. For the origin; null for everybody else.",
    }),
    entries: t.field({
      type: [AnswerRef],
      nullable: true,
      description: "Every recipient organisation, with where it stands. For the origin; null for everybody else.",
      extensions: { pageSize: 5 },
      resolve: ({ entries }) => (entries === null ? null : [...entries]),
    }),
  }),
});

builder.interfaceFields(ItemRef, (t) => ({
  answers: t.field({
    type: AnswerTallyRef,
    description: "How its recipients stand with it.",
    resolve: ({ id }, _, { loaders }) => loaders.answers.load(id),
  }),
  ownAnswer: t.field({
    type: AnswerRef,
    nullable: true,
    description: "What your own organisation has answered; null where it has not.",
    resolve: async ({ id }, _, { loaders }) => (await loaders.answers.load(id)).own,
  }),
}));

builder.mutationField("answer", (t) =>
  t.field({
    type: ItemRef,
    description:
      "Tells the origin of an item where your organisation stands with it; the last answer holds. Contributors only.",
    args: {
      id: t.arg.id({ required: true, description: "The item." }),
      state: t.arg({
        type: AnswerStateEnum,
        required: true,
        description: "Where you stand; NO_ANSWER says no more than that you have received it.",
      }),
      note: t.arg.string({ description: "What else there is to say to the origin, at most 2,000 characters." }),
    },
    resolve: async (_, { id, state, note }, context) => {
      const parse = () => ({ itemId: id, state, note: optionalText(note, "note", 2_000) });
      const { itemId } = await command(context, "answerItem", parse, { itemId: id });
      return required(context.loaders.items.load(itemId));
    },
  }),
);
