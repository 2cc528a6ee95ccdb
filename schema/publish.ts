import type { ItemWritten } from "../domain/commands.ts";
import { badInput } from "../domain/errors.ts";
import { parseText } from "../domain/parse.ts";
import { builder } from "./builder.ts";
import type { Repeatable } from "./command.ts";
import { command, idempotencyKeyDescription, parseIdempotencyKey } from "./command.ts";
import { parseDraft } from "./draft.ts";
import { lookUp } from "./ids.ts";
import { ItemInput } from "./item-inputs.ts";
import { ItemRef } from "./items.ts";
import { required } from "./required.ts";

const maxRelayTargets = 100;

export const PublishPayload = builder.objectRef<Repeatable<ItemWritten>>("PublishPayload").implement({
  description: "What a change to an item gives back.",
  fields: (t) => ({
    item: t.field({
      type: ItemRef,
      description: "The item as it is now.",
      resolve: ({ itemId }, _, { loaders }) => required(loaders.items.load(itemId)),
    }),
    cursor: t.string({
      description: "The place right behind this change in your own feed.",
      resolve: ({ position, idempotencyKey }, _, { reader }) => reader.cursorAt(position, idempotencyKey),
    }),
  }),
});

builder.mutationFields((t) => ({
  publish: t.field({
    type: PublishPayload,
    description: "Shares an item with those whom its label names. Contributors only.",
    args: {
      input: t.arg({ type: ItemInput, required: true, description: "The item, with its label." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { input, idempotencyKey }, context) =>
      command(context, "publish", () => ({
        item: parseDraft(input),
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      })),
  }),
  revise: t.field({
    type: PublishPayload,
    description:
      "Puts a whole new revision in the place of the newest: what is left out is gone. Whoever may no longer see it is told HIDDEN. Contributors of the origin only; CONFLICT once it is withdrawn.",
    args: {
      id: t.arg.id({ required: true, description: "The item." }),
      expectedRevision: t.arg.int({
        required: true,
        description: "The revision that you have read; CONFLICT where it is no longer the newest.",
      }),
      input: t.arg({
        type: ItemInput,
        required: true,
        description: "The new revision, of the same kind, with its label.",
      }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { id, expectedRevision, input, idempotencyKey }, context) =>
      command(
        context,
        "revise",
        () => ({
          itemId: id,
          expectedRevision,
          item: parseDraft(input),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        { itemId: id },
      ),
  }),
  withdraw: t.field({
    type: PublishPayload,
    description:
      "Takes an item back: everyone who may see it is told WITHDRAWN, and it stays readable by id with the reason. Contributors of the origin only; CONFLICT the second time.",
    args: {
      id: t.arg.id({ required: true, description: "The item." }),
      reason: t.arg.string({ required: true, description: "Why, for everyone who has it. 1 to 2,000 characters." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { id, reason, idempotencyKey }, context) =>
      command(
        context,
        "withdraw",
        () => ({
          itemId: id,
          reason: parseText(reason, "reason", 2_000, true),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        { itemId: id },
      ),
  }),
  relay: t.field({
    type: PublishPayload,
    description:
      "Passes an item on to other organisations, as far as its label lets you (see `handling`); FORBIDDEN otherwise. It is recorded, and its origin sees it. Contributors only.",
    args: {
      id: t.arg.id({ required: true, description: "The item." }),
      organizations: t.arg.idList({ required: true, description: "To whom: 1 to 100 organisations of the directory." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { id, organizations, idempotencyKey }, context) =>
      command(
        context,
        "relay",
        () => ({
          itemId: id,
          organizationIds: parseTargets(organizations),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        { itemId: id },
      ),
  }),
}));

function parseTargets(organizations: readonly string[]): string[] {
  if (organizations.length > maxRelayTargets) {
    throw badInput(
      "organizations",
      `Give at most ${maxRelayTargets} organisations; there were ${organizations.length}.`,
    );
  }
  return [...new Set(organizations.map((organization) => lookUp("organization", organization)))];
}
