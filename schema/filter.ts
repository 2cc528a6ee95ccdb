import { badInput } from "../domain/errors.ts";
import type { ItemFilter } from "../domain/filter.ts";
import type { IdKind } from "../domain/ids.ts";
import { kindOfId } from "../domain/ids.ts";
import { parseText } from "../domain/parse.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { FeedChangeEnum } from "./feed-changes.ts";
import { ItemKindEnum } from "./item-enums.ts";
import { ItemStatusEnum, SectorEnum, TlpEnum } from "./label-enums.ts";

const maxTextLength = 1_000;
const maxEntries = 100;

export const ItemFilterInput = builder.inputType("ItemFilter", {
  description:
    "Which items are meant. Every field that is given must match; within a list, any of its values does, and an empty list matches nothing. Lists take at most 100 entries, texts at most 1,000 characters.",
  fields: (t) => ({
    statuses: t.field({
      type: [ItemStatusEnum],
      description:
        "Where they stand; PUBLISHED where it is not given, and DRAFT gives your own drafts. Means nothing in feeds.",
    }),
    kinds: t.field({ type: [ItemKindEnum], description: "What sort of things they are." }),
    riskCategories: t.field({ type: [choiceEnum("RiskCategory")], description: "Areas of risk that they touch." }),
    minSeverity: t.field({ type: choiceEnum("Severity"), description: "At least this severe." }),
    tlp: t.field({ type: [TlpEnum], description: "Their label." }),
    sectors: t.field({
      type: [SectorEnum],
      description: "The sector of their origin. Never matches where the attribution withholds it from you.",
    }),
    origins: t.idList({
      description: "The organisations that they come from. Never matches where the attribution withholds it from you.",
    }),
    groups: t.idList({
      description:
        "Groups that they are addressed to, and that you are in or that your organisation addressed. In feeds, for members, the group that an activity happened in as well.",
    }),
    techniques: t.stringList({ description: "MITRE ATLAS or ATT&CK ids that they name, such as AML.T0054." }),
    affects: t.string({
      description: "Any part of the provider or the model of a system that they were seen with, in any case.",
    }),
    publishedAfter: t.field({ type: "DateTime", description: "First published at this instant or later." }),
    publishedBefore: t.field({ type: "DateTime", description: "First published before this instant." }),
    text: t.string({
      description:
        'Words that title, summary and body hold between them: all of them, in any English inflection. "a phrase" in quotes stands together, begin* stands for whatever begins so, at most eight of these. Not in feeds.',
    }),
    changes: t.field({
      type: [FeedChangeEnum],
      description:
        "What you want to hear of; where it is not given, the five changes of items and rights. HIDDEN and RIGHTS_CHANGED always come, and SUBJECT_HIDDEN with any activity. Means nothing outside of feeds.",
    }),
  }),
});

/** For the cost of an operation: a full text is looked for in all texts, where other filters read a page. */
export const searchCost = { searchCost: 300 };

type FilterInput = typeof ItemFilterInput.$inferInput;

/** The filter of a list. Ids that name nothing are left out, since they can match nothing; so is a search for nothing. */
export function parseFilter(input: FilterInput | null | undefined): ItemFilter {
  const { origins, groups, techniques, affects, text, ...rest } = input ?? {};
  for (const [name, value] of Object.entries(input ?? {})) {
    if (Array.isArray(value) && value.length > maxEntries) {
      throw badInput(`filter.${name}`, `Give at most ${maxEntries} entries; there were ${value.length}.`);
    }
  }
  return given({
    ...rest,
    origins: ids("organization", origins),
    groups: ids("group", groups),
    techniques: techniques?.map((technique, at) =>
      parseText(technique, `filter.techniques.${at}`, maxTextLength, false),
    ),
    affects: searched(affects, "filter.affects"),
    text: searched(text, "filter.text"),
  });
}

/** The filter of a feed: without a full text, which is no property of a change. */
export function parseFeedFilter(input: FilterInput | null | undefined): ItemFilter {
  if (typeof input?.text === "string")
    throw badInput("filter.text", "A feed cannot be filtered by text; use `items` for that.");
  return parseFilter(input);
}

function ids(kind: IdKind, list: readonly string[] | null | undefined): readonly string[] | undefined {
  return list?.filter((id) => kindOfId(id) === kind);
}

function searched(value: string | null | undefined, field: string): string | undefined {
  const text = typeof value === "string" ? parseText(value, field, maxTextLength, false) : "";
  return text.trim() === "" ? undefined : text;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

function given<T extends object>(fields: T): Given<T> {
  const entries = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    // A statement has room for so many values, and a list is asked about once for each range that is looked in.
    .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? [...new Set(value)] : value]);
  return Object.fromEntries(entries) as Given<T>; // what was null or undefined is gone, and no list holds a value twice
}
