import { isOfKind } from "../domain/kinds.ts";
import { parseContent } from "../domain/parse.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import type { Context } from "./context.ts";
import { lookUp } from "./ids.ts";
import { StageEnum } from "./practice-enums.ts";
import { PublishPayload } from "./publish.ts";
import { recordInputs } from "./records.ts";

const AmendmentInput = builder.inputType("PracticeAmendmentInput", {
  description: "A new text of a practice. What is not given stays as it is; its label and the rest of it always do.",
  fields: (t) => ({
    title: t.string({ description: "What it is about, in one line of at most 300 characters." }),
    summary: t.string({ description: "What a reader must know, in at most 2,000 characters." }),
    body: t.string({ description: "The whole text as CommonMark, at most 100,000 characters; null takes it away." }),
    severity: t.field({ type: choiceEnum("Severity"), description: "How bad what it is against is." }),
    clauses: t.field({
      type: [recordInputs.Clause],
      description: "All its clauses in their order, with the numbers that they have; new ones without.",
    }),
  }),
});

builder.mutationFields((t) => ({
  proposePractice: t.field({
    type: PublishPayload,
    description:
      "Proposes a published practice to a group, whose members must see it. Contributors of its origin that are in the group only.",
    args: {
      id: t.arg.id({ required: true, description: "The practice." }),
      group: t.arg.id({ required: true, description: "The group." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { id, group, idempotencyKey }, context) =>
      command(
        context,
        "proposePractice",
        () => ({
          itemId: id,
          groupId: lookUp("group", group),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        { itemId: id },
      ),
  }),
  amendPractice: t.field({
    type: PublishPayload,
    description:
      "Changes the text of a practice that a group looks after, and nothing of its label. Chairs and editors of the group only; CONFLICT while the text is frozen.",
    args: {
      id: t.arg.id({ required: true, description: "The practice." }),
      expectedRevision: t.arg.int({
        required: true,
        description: "The revision that you have read; CONFLICT where it is no longer the newest.",
      }),
      input: t.arg({ type: AmendmentInput, required: true, description: "The new text." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { id, expectedRevision, input, idempotencyKey }, context) => {
      const content = await currentContent(context, id);
      return command(
        context,
        "amendPractice",
        () => {
          const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
          return {
            itemId: id,
            expectedRevision,
            content: parseContent("PRACTICE", { ...content, ...given }, "input"),
            path: "input",
            idempotencyKey: parseIdempotencyKey(idempotencyKey),
          };
        },
        { itemId: id },
      );
    },
  }),
  movePractice: t.field({
    type: PublishPayload,
    description:
      "Moves a practice to another stage, freezes a version of it and leaves a record. Chairs of its group only; CONFLICT with the field `to` where the move is not to be had, or something that it demands is missing.",
    args: {
      id: t.arg.id({ required: true, description: "The practice." }),
      to: t.arg({ type: StageEnum, required: true, description: "Where to." }),
      closesAt: t.arg({
        type: "DateTime",
        description: "Until when comments are taken, in the stages that take them for a time.",
      }),
      reason: t.arg.string({ description: "Why, at most 2,000 characters. Some moves demand it." }),
      successor: t.arg.id({ description: "The adopted practice that takes its place, for SUPERSEDED." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { id, to, closesAt, reason, successor, idempotencyKey }, context) =>
      command(
        context,
        "movePractice",
        () => ({
          itemId: id,
          to,
          closesAt: closesAt ?? null,
          reason: optionalText(reason, "reason", 2_000),
          successorId: successor === undefined || successor === null ? null : lookUp("item", successor),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        { itemId: id },
      ),
  }),
}));

/** What a practice says now, which an amendment leaves as far as it says nothing else; the command looks at its revision again. */
async function currentContent({ reader }: Context, id: string): Promise<Readonly<Record<string, unknown>>> {
  const item = await reader.item(lookUp("item", id));
  if (item === null || !isOfKind(item.content, "PRACTICE")) return {};
  return { ...item.content.envelope, ...item.content.details };
}
