import type { RelationView } from "../db/reader.ts";
import { builder } from "./builder.ts";
import { RelationTypeEnum } from "./item-enums.ts";
import { ItemRef } from "./items.ts";

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
    description: "What this item says of others that you may see.",
    extensions: { pageSize: 3 },
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.relations.load(id))],
  }),
  relatedFrom: t.field({
    type: [RelationRef],
    description: "What others that you may see say of this one; `item` is the one that says it.",
    extensions: { pageSize: 3 },
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.relatedFrom.load(id))],
  }),
}));
