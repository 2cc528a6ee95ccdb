import { builder } from "./builder.ts";
import { CharterInput, parseCharter } from "./charter-input.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import { GroupMoveEnum } from "./group-words.ts";
import { GroupRef } from "./groups.ts";
import { required } from "./required.ts";

const about = (id: string) => ({ subject: { kind: "group", id } }) as const;

builder.mutationFields((t) => ({
  proposeGroup: t.field({
    type: GroupRef,
    description:
      "Proposes a working group. Your organisation signs on by it; when another does, a steward of a third can charter it. Contributors only; CONFLICT where a group of this name is there.",
    args: {
      name: t.arg.string({ required: true, description: "What it is called: 1 to 200 characters." }),
      description: t.arg.string({ description: "What it is for, at most 2,000 characters." }),
      charter: t.arg({ type: CharterInput, required: true, description: "What it is to work under." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { name, description, charter, idempotencyKey }, context) => {
      const { id } = await command(context, "proposeGroup", () => ({
        name,
        description: optionalText(description, "description", 2_000),
        charter: parseCharter(charter),
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      }));
      return required(context.loaders.groups.load(id));
    },
  }),
  signOn: t.field({
    type: GroupRef,
    description:
      "Signs your organisation on to the newest charter of a proposal, or takes that back. You come into the group when it is chartered. Contributors only.",
    args: {
      group: t.arg.id({ required: true, description: "The proposal." }),
      signed: t.arg.boolean({ defaultValue: true, description: "No takes it back." }),
    },
    resolve: async (_, { group, signed }, context) => {
      await command(context, "signOn", () => ({ groupId: group, signed: signed ?? true }), about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
  draftCharter: t.field({
    type: GroupRef,
    description:
      "Adds a version of the charter: by its proposer while a group is PROPOSED, which has to be signed on to anew, and by its officers and editors while it is RECHARTERING. It is in force when a steward says so.",
    args: {
      group: t.arg.id({ required: true, description: "The group." }),
      charter: t.arg({ type: CharterInput, required: true, description: "The whole charter." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { group, charter, idempotencyKey }, context) => {
      const parse = () => ({
        groupId: group,
        charter: parseCharter(charter),
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      });
      await command(context, "draftCharter", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
  moveGroup: t.field({
    type: GroupRef,
    description:
      "Brings a group into its next state. CONFLICT where it cannot go there from where it stands, or where something is missing; FORBIDDEN where that is for others to do.",
    args: {
      group: t.arg.id({ required: true, description: "The group." }),
      move: t.arg({ type: GroupMoveEnum, required: true, description: "Which move." }),
      reason: t.arg.string({ description: "Why, where the move asks for it: at most 2,000 characters." }),
    },
    resolve: async (_, { group, move, reason }, context) => {
      const parse = () => ({ groupId: group, move, reason: optionalText(reason, "reason", 2_000) });
      await command(context, "moveGroup", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
}));
