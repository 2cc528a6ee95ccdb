import type { ItemKind } from "../../domain/kinds.ts";
import { itemKinds } from "../../domain/kinds.ts";
import { ownId } from "./ids.ts";

/** The standard's type that carries each kind of item. */
export const mainTypes = {
  CIRCUMVENTION_TECHNIQUE: "attack-pattern",
  CAPABILITY_ALERT: "report",
  THREAT_ACTIVITY: "campaign",
  INCIDENT: "incident",
  ADVISORY: "report",
  MITIGATION: "course-of-action",
  INFORMATION_REQUEST: "note",
  PRACTICE: "report",
} as const satisfies Readonly<Record<ItemKind, string>>;
export type MainType = (typeof mainTypes)[ItemKind];

/** The id of the object that an item is, for whoever sees it and in whatever state. */
export function mainId(itemId: string, kind: ItemKind): string {
  return ownId(mainTypes[kind], itemId);
}

/** What the labels of an object call a kind: `capability-alert`. */
export function kindWord(kind: ItemKind): string {
  return kind.toLowerCase().replaceAll("_", "-");
}

export function kindOfWord(word: unknown): ItemKind | null {
  return itemKinds.find((kind) => kindWord(kind) === word) ?? null;
}
