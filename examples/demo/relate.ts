import type { RelationType } from "../../clients/sdk/index.ts";
import type { KindName } from "./content/theme.ts";
import type { PlannedItem } from "./plan.ts";
import type { Chance } from "./random.ts";
import { isForEverybody } from "./readers.ts";

/** What one item of the demo says of an earlier one. */
export type PlannedRelation = { readonly type: RelationType; readonly to: PlannedItem };

/** What each kind tends to say, and of which kinds. */
const sayings: Readonly<Record<KindName, readonly (readonly [RelationType, KindName])[]>> = {
  circumventionTechnique: [["RELATED_TO", "circumventionTechnique"]],
  capabilityAlert: [["RELATED_TO", "capabilityAlert"]],
  threatActivity: [["EXPLOITS", "circumventionTechnique"]],
  incident: [
    ["EVIDENCE_FOR", "circumventionTechnique"],
    ["EVIDENCE_FOR", "capabilityAlert"],
  ],
  advisory: [
    ["RELATED_TO", "incident"],
    ["RELATED_TO", "threatActivity"],
    ["SUPERSEDES", "advisory"],
  ],
  mitigation: [["COUNTERS", "circumventionTechnique"]],
  informationRequest: [["RELATED_TO", "circumventionTechnique"]],
  practice: [
    ["RELATED_TO", "mitigation"],
    ["RELATED_TO", "advisory"],
  ],
};

/** Which earlier item an item points to, if any: one about the same risk, that its author is sure to see. */
export function relate(item: PlannedItem, earlier: readonly PlannedItem[], chance: Chance): PlannedRelation | null {
  if (!chance.happens(0.6)) return null;
  const possible = sayings[item.piece.kind].flatMap(([type, kind]) =>
    earlier
      .filter((other) => other.piece.kind === kind && isOpenTo(item, other) && touchesTheSame(item, other))
      .filter((other) => type !== "SUPERSEDES" || other.author.organization === item.author.organization)
      .map((to) => ({ type, to })),
  );
  return possible.length === 0 ? null : chance.one(possible);
}

function isOpenTo({ author }: PlannedItem, other: PlannedItem): boolean {
  if (other.isDraft || other.tlp === "RED") return false;
  return isForEverybody(other) || other.author.organization === author.organization;
}

function touchesTheSame(a: PlannedItem, b: PlannedItem): boolean {
  return a.piece.theme.risks.some((risk) => b.piece.theme.risks.includes(risk));
}
