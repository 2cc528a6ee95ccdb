import type { ItemView } from "../domain/view.ts";
import { builder } from "./builder.ts";
import { defineConnection, pageArgs, pageCost } from "./connections.ts";
import { ItemFilterInput, parseFilter, searchCost } from "./filter.ts";
import { ItemOrderEnum } from "./item-enums.ts";
import { ItemRef } from "./items.ts";

const ItemConnection = defineConnection<ItemView>("Item", ItemRef, "items");

builder.queryField("items", (t) =>
  t.field({
    type: ItemConnection,
    description: "The items that you may see, in pages.",
    args: {
      ...pageArgs,
      filter: t.arg({
        type: ItemFilterInput,
        description: "Which of them; all that are published where it is not given.",
      }),
      orderBy: t.arg({
        type: ItemOrderEnum,
        description: "NEWEST where it is not given; with `filter.text`, BEST_MATCH.",
      }),
    },
    extensions: { ...pageCost, ...searchCost },
    resolve: async (_, { filter: input, orderBy, ...args }, { reader }) => {
      const filter = parseFilter(input);
      const page = await reader.page({ ...args, filter, orderBy });
      return { page, total: () => reader.count(filter) };
    },
  }),
);
