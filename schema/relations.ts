import type { RelationView } from "../db/reader.ts";
import { builder } from "./builder.ts";
import { RelationTypeEnum } from "./item-enums.ts";
import { ItemRef } from "./items.ts";
import { maxNestedSize, nestedCost, nestedSize, parseNestedSize } from "./nested-lists.ts";

const firstDescription = `How many at most, 0 to ${maxNestedSize}; ${nestedSize} where it is not given.`;

const RelationRef = builder.objectRef<RelationView>("Relation").implement({
  description: "What one item says of another. It is there only for those who may see both.",
  fields: (t) => ({
    type: t.expose("type", { type: RelationTypeEnum, description: "What is said." }),
    item: t.expose("item", { type: ItemRef, description: "The item at the other end." }),
  }),
});

builder.interfaceFields(ItemRef, (t) => ({
  relations: t.field({
    type: [RelationRef],
    description: "What this item says of others that you may see, those with the newest items first.",
    args: { first: t.arg.int({ description: firstDescription }) },
    extensions: nestedCost("first"),
    resolve: async ({ id }, { first }, { loaders }) =>
      (await loaders.relations.load(id)).slice(0, parseNestedSize(first, "first")),
  }),
  relatedFrom: t.field({
    type: [RelationRef],
    description: "What others that you may see say of this one, newest first; `item` is the one that says it.",
    args: { first: t.arg.int({ description: firstDescription }) },
    extensions: nestedCost("first"),
    resolve: async ({ id }, { first }, { loaders }) =>
      (await loaders.relatedFrom.load(id)).slice(0, parseNestedSize(first, "first")),
  }),
}));
