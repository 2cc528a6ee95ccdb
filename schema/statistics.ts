import type { Statistics } from "../db/read-statistics.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { ItemFilterInput, parseFilter, searchCost } from "./filter.ts";
import { ItemKindEnum } from "./item-enums.ts";

const count = { description: "How many items." };

const KindCountRef = builder.objectRef<Statistics["byKind"][number]>("KindCount").implement({
  description: "How many items there are of one kind.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ItemKindEnum, description: "The kind." }),
    count: t.exposeInt("count", count),
  }),
});

const RiskCategoryCountRef = builder.objectRef<Statistics["byRiskCategory"][number]>("RiskCategoryCount").implement({
  description: "How many items touch one area of risk.",
  fields: (t) => ({
    riskCategory: t.expose("riskCategory", { type: choiceEnum("RiskCategory"), description: "The area of risk." }),
    count: t.exposeInt("count", count),
  }),
});

const SeverityCountRef = builder.objectRef<Statistics["bySeverity"][number]>("SeverityCount").implement({
  description: "How many items there are of one severity.",
  fields: (t) => ({
    severity: t.expose("severity", { type: choiceEnum("Severity"), description: "The severity." }),
    count: t.exposeInt("count", count),
  }),
});

const MonthCountRef = builder.objectRef<Statistics["byMonth"][number]>("MonthCount").implement({
  description: "How many items were first published in one month.",
  fields: (t) => ({
    month: t.exposeString("month", { description: "The month in UTC, such as 2026-11." }),
    count: t.exposeInt("count", count),
    byRiskCategory: t.field({
      type: [RiskCategoryCountRef],
      description: "Those of the month by area of risk; an item counts in each that it touches.",
      resolve: ({ byRiskCategory }) => [...byRiskCategory],
    }),
    bySeverity: t.field({
      type: [SeverityCountRef],
      description: "Those of the month by severity.",
      resolve: ({ bySeverity }) => [...bySeverity],
    }),
  }),
});

export const ItemStatisticsRef = builder.objectRef<Statistics>("ItemStatistics").implement({
  description: "Counts over the items that you may see. What is not there is left out, not counted as 0.",
  fields: (t) => ({
    total: t.exposeInt("total", count),
    byKind: t.field({ type: [KindCountRef], description: "By kind.", resolve: ({ byKind }) => [...byKind] }),
    byRiskCategory: t.field({
      type: [RiskCategoryCountRef],
      description: "By area of risk; an item counts in each that it touches.",
      resolve: ({ byRiskCategory }) => [...byRiskCategory],
    }),
    bySeverity: t.field({
      type: [SeverityCountRef],
      description: "By severity.",
      resolve: ({ bySeverity }) => [...bySeverity],
    }),
    byMonth: t.field({
      type: [MonthCountRef],
      description: "By the month of first publication, in UTC, oldest first.",
      resolve: ({ byMonth }) => [...byMonth],
    }),
  }),
});

builder.queryField("itemStatistics", (t) =>
  t.field({
    type: ItemStatisticsRef,
    description: "Counts over the items that `items` would list under the same filter.",
    args: {
      filter: t.arg({
        type: ItemFilterInput,
        description: "Which items; all that are published where it is not given.",
      }),
    },
    extensions: searchCost,
    resolve: (_, { filter }, { reader }) => reader.statistics(parseFilter(filter)),
  }),
);
