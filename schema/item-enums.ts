import type { ItemKind } from "../domain/kinds.ts";
import { itemKinds, kinds } from "../domain/kinds.ts";
import type { ItemOrder, RelationType } from "../domain/vocabulary.ts";
import { enumOf } from "./enums.ts";

const kindWords = Object.fromEntries(itemKinds.map((kind) => [kind, kinds[kind].description]));

export const ItemKindEnum = enumOf(
  "ItemKind",
  "What sort of thing an item is. Each kind is a type of its own, with fields of its own.",
  kindWords as Record<ItemKind, string>, // made of all the keys of `kinds`
);

export const ItemOrderEnum = enumOf<ItemOrder>("ItemOrder", "The order of a list of items. Ties go by id.", {
  NEWEST: "Last published first. The default where no text is searched for.",
  OLDEST: "First published first.",
  MOST_SEVERE: "Most severe first, and last published first within one severity.",
  BEST_MATCH: "Closest to the text that is searched for. The default with `text`; BAD_USER_INPUT without it.",
});

export const RelationTypeEnum = enumOf<RelationType>("RelationType", "What one item says of another.", {
  COUNTERS: "It works against the other.",
  EXPLOITS: "It makes use of the other.",
  EVIDENCE_FOR: "It bears the other out.",
  SUPERSEDES: "It takes the place of the other.",
  DUPLICATE_OF: "It reports the same thing as the other.",
  RELATED_TO: "It belongs together with the other in some way not named here.",
});
