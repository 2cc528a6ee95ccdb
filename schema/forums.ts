import { builder } from "./builder.ts";
import { ItemRef } from "./items.ts";
import { AccountRef, OrganizationRef } from "./members.ts";

/** A forum by its id. */
export const ForumRef = builder.objectRef<string>("Forum").implement({
  description: "A forum that this one exchanges items with, or did.",
  fields: (t) => ({
    id: t.id({ description: "Its id, the same everywhere.", resolve: (id) => id }),
    name: t.string({
      nullable: true,
      description: "What it calls itself; null where there is no agreement with it any longer.",
      resolve: (id, _, { loaders }) => loaders.forumNames.load(id),
    }),
  }),
});

builder.objectField(OrganizationRef, "forum", (t) =>
  t.field({
    type: ForumRef,
    nullable: true,
    description: "The forum where it is at home; null with this one.",
    resolve: ({ forumId }) => forumId,
  }),
);

builder.objectField(AccountRef, "forum", (t) =>
  t.field({
    type: ForumRef,
    nullable: true,
    description: "The forum where it is at home; null with this one.",
    resolve: ({ forumId }) => forumId,
  }),
);

builder.interfaceField(ItemRef, "forum", (t) =>
  t.field({
    type: ForumRef,
    nullable: true,
    description: "The forum that it comes from, which has signed it; null with what was published here.",
    resolve: ({ home }) => home?.forumId ?? null,
  }),
);
