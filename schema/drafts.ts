import { builder } from "./builder.ts";
import { command, idempotencyKeyDescription, parseIdempotencyKey } from "./command.ts";
import { parseDraft } from "./draft.ts";
import { ItemInput } from "./item-inputs.ts";
import { ItemRef } from "./items.ts";
import { PublishPayload, repeatable } from "./publish.ts";
import { required } from "./required.ts";

builder.mutationFields((t) => ({
  saveDraft: t.field({
    type: ItemRef,
    description:
      "Keeps an item that is still being written. The contributors of your organisation see it; with TLP:RED, you alone. Contributors only.",
    args: {
      input: t.arg({ type: ItemInput, required: true, description: "The draft: as complete as an item must be." }),
      id: t.arg.id({ description: "The draft to put it in the place of; a new one where it is not given." }),
    },
    resolve: async (_, { input, id }, context) => {
      const about = id === undefined || id === null ? {} : { itemId: id };
      const { itemId } = await command(
        context,
        "saveDraft",
        () => ({ itemId: id ?? null, item: parseDraft(input) }),
        about,
      );
      return required(context.loaders.items.load(itemId));
    },
  }),
  publishDraft: t.field({
    type: PublishPayload,
    description:
      "Publishes a draft as it stands. Contributors of its organisation only; CONFLICT where it is no draft any more.",
    args: {
      id: t.arg.id({ required: true, description: "The draft." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: (_, { id, idempotencyKey }, context) =>
      repeatable(
        idempotencyKey,
        command(context, "publishDraft", () => ({ itemId: id, idempotencyKey: parseIdempotencyKey(idempotencyKey) }), {
          itemId: id,
        }),
      ),
  }),
  discardDraft: t.id({
    description: "Throws a draft away, and gives back its id. What was published cannot be thrown away: withdraw it.",
    args: { id: t.arg.id({ required: true, description: "The draft." }) },
    resolve: async (_, { id }, context) => {
      const { itemId } = await command(context, "discardDraft", () => ({ itemId: id }), { itemId: id });
      return itemId;
    },
  }),
}));
