import type { SightingSummary } from "../db/read-responses.ts";
import { badInput } from "../domain/errors.ts";
import { builder } from "./builder.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import { ItemRef } from "./items.ts";
import { OrganizationRef } from "./members.ts";
import { maxNestedSize, nestedCost, nestedSize, parseNestedSize } from "./nested-lists.ts";
import { required } from "./required.ts";

const maxCount = 2_147_483_647;
const maxNoteLength = 2_000;

const SightingRef = builder.objectRef<SightingSummary["entries"][number]>("Sighting").implement({
  description: "That somebody who has an item met with it too.",
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "Who reported it; null where they chose not to be named to you.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.namedOrganizations.load(organizationId),
    }),
    count: t.exposeInt("count", { description: "How many times it was seen." }),
    firstSeen: t.expose("firstSeen", { type: "DateTime", description: "When it was first seen." }),
    lastSeen: t.expose("lastSeen", { type: "DateTime", description: "When it was last seen." }),
    note: t.exposeString("note", { nullable: true, description: "What else there is to say." }),
    at: t.expose("at", { type: "DateTime", description: "When it was reported." }),
  }),
});

const SightingSummaryRef = builder.objectRef<SightingSummary>("SightingSummary").implement({
  description: "Where and how often an item was met with, taken together.",
  fields: (t) => ({
    reports: t.exposeInt("reports", { description: "How many reports there are." }),
    count: t.int({
      description: "How many times it was seen, over all reports; 2,147,483,647 stands for that or more.",
      resolve: ({ count }) => Math.min(count, maxCount),
    }),
    firstSeen: t.expose("firstSeen", {
      type: "DateTime",
      nullable: true,
      description: "When it was first seen by anybody.",
    }),
    lastSeen: t.expose("lastSeen", {
      type: "DateTime",
      nullable: true,
      description: "When it was last seen by anybody.",
    }),
    entries: t.field({
      type: [SightingRef],
      description: "The newest reports, oldest of them first.",
      args: {
        last: t.arg.int({
          description: `How many at most, 0 to ${maxNestedSize}; ${nestedSize} where it is not given.`,
        }),
      },
      extensions: nestedCost("last"),
      resolve: ({ entries }, { last }) => {
        const size = parseNestedSize(last, "last");
        return size === 0 ? [] : entries.slice(-size);
      },
    }),
  }),
});

builder.interfaceField(ItemRef, "sightings", (t) =>
  t.field({
    type: SightingSummaryRef,
    description: "Where and how often it was met with.",
    resolve: ({ id }, _, { loaders }) => loaders.sightings.load(id),
  }),
);

builder.mutationField("reportSighting", (t) =>
  t.field({
    type: ItemRef,
    description:
      "Says that you met with what an item describes. Everyone who has the item sees the report. Contributors only.",
    args: {
      id: t.arg.id({ required: true, description: "The item." }),
      count: t.arg.int({ required: true, description: "How many times, 1 or more." }),
      firstSeen: t.arg({ type: "DateTime", required: true, description: "When you first saw it; not in the future." }),
      lastSeen: t.arg({
        type: "DateTime",
        description: "When you last saw it, not in the future; the same as `firstSeen` where it is not given.",
      }),
      attributed: t.arg.boolean({
        description: "Whether others see that it was your organisation; not where it is not given.",
        defaultValue: false,
      }),
      note: t.arg.string({ description: "What else there is to say, at most 2,000 characters." }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { id, count, firstSeen, lastSeen, attributed, note, idempotencyKey }, context) => {
      const parse = () => {
        if (count < 1 || count > maxCount) throw badInput("count", "Give a whole number of at least 1.");
        return {
          itemId: id,
          count,
          firstSeen,
          lastSeen: lastSeen ?? firstSeen,
          attributed: attributed ?? false,
          note: optionalText(note, "note", maxNoteLength),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        };
      };
      const { itemId } = await command(context, "reportSighting", parse, { itemId: id });
      return required(context.loaders.items.load(itemId));
    },
  }),
);
