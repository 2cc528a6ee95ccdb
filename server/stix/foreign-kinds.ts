/** Which types of other people's become items, and of which kind; and which word of ours a relationship of theirs comes nearest to. */
import type { ItemKind } from "../../domain/kinds.ts";
import type { RelationType } from "../../domain/vocabulary.ts";
import type { Raw } from "./raw.ts";
import { list } from "./raw.ts";
import { kindOfWord } from "./main-types.ts";

const kindsOfTypes: ReadonlyMap<string, ItemKind> = new Map([
  ["attack-pattern", "CIRCUMVENTION_TECHNIQUE"],
  ["campaign", "THREAT_ACTIVITY"],
  ["course-of-action", "MITIGATION"],
  ["grouping", "ADVISORY"],
  ["incident", "INCIDENT"],
  ["intrusion-set", "THREAT_ACTIVITY"],
  ["report", "ADVISORY"],
  ["threat-actor", "THREAT_ACTIVITY"],
  ["vulnerability", "ADVISORY"],
]);

/** The kind of item that an object becomes by itself, or null. A report may say with a label that it is a practice. */
export function kindOf({ type, labels }: Raw): ItemKind | null {
  const kind = kindsOfTypes.get(String(type)) ?? null;
  if (type !== "report") return kind;
  return list(labels).some((label) => kindOfWord(label) === "PRACTICE") ? "PRACTICE" : kind;
}

/** Objects that say how others are arranged, marked or made: nothing of them is for readers. */
const silentTypes: ReadonlyMap<string, string> = new Map([
  ["marking-definition", "markings are known by their ids; what a marking object says of itself counts for nothing"],
  ["extension-definition", "it defines an extension"],
  ["language-content", "translations are not taken"],
]);

/** Why an object of this type can never be told, or null. */
export function silentBecause(type: string): string | null {
  return silentTypes.get(type) ?? (type.startsWith("x-") ? "a type of somebody's own" : null);
}

/** What a relationship between two items is here. */
export function relationOf(relationshipType: unknown): RelationType {
  switch (relationshipType) {
    case "mitigates":
    case "remediates":
      return "COUNTERS";
    case "uses":
    case "exploits":
      return "EXPLOITS";
    case "duplicate-of":
      return "DUPLICATE_OF";
    default:
      return "RELATED_TO";
  }
}
