import type { Envelope, ItemKind } from "../../domain/kinds.ts";
import type { Tlp } from "../../domain/tlp.ts";
import type { Pap } from "../../domain/vocabulary.ts";
import { clusterTag } from "./atlas-clusters.ts";

export type Tag = { readonly name: string; readonly colour: string; readonly exportable: true };

/** Spelled and coloured as in MISP's taxonomy `tlp`. */
const tlpTags: Readonly<Record<Tlp, Tag>> = {
  RED: tag("tlp:red", "#FF2B2B"),
  AMBER_STRICT: tag("tlp:amber+strict", "#FFC000"),
  AMBER: tag("tlp:amber", "#FFC000"),
  GREEN: tag("tlp:green", "#33FF00"),
  CLEAR: tag("tlp:clear", "#ffffff"),
};
/** As in the taxonomy `PAP`. */
const papTags: Readonly<Record<Pap, Tag>> = {
  RED: tag("PAP:RED", "#ff2b2b"),
  AMBER: tag("PAP:AMBER", "#ffc000"),
  GREEN: tag("PAP:GREEN", "#33ff00"),
  CLEAR: tag("PAP:CLEAR", "#ffffff"),
};
const galaxyColour = "#0088cc";
const ownColour = "#1f4e79";

function tag(name: string, colour: string): Tag {
  return { name, colour, exportable: true };
}

/** What an event is tagged with: its label, and what MISP has no field for. */
export function tagsOf(tlp: Tlp, kind: ItemKind, envelope: Envelope): Tag[] {
  const { pap, techniques, riskCategories, severity, confidence } = envelope;
  const own: [string, string][] = [
    ["kind", kind],
    ["severity", severity],
    ...riskCategories.map((category): [string, string] => ["risk-category", category]),
    ...(confidence === null ? [] : [["confidence", String(confidence)] satisfies [string, string]]),
  ];
  const galaxies = new Set(techniques.flatMap((id) => clusterTag(id) ?? []));
  return [
    tlpTags[tlp],
    ...(pap === null ? [] : [papTags[pap]]),
    ...[...galaxies].map((name) => tag(name, galaxyColour)),
    ...own.map(([predicate, value]) => tag(`tocsin:${predicate}="${value}"`, ownColour)),
  ];
}

/** All that is left on a withdrawn event. */
export function withdrawnTags(tlp: Tlp): Tag[] {
  return [tlpTags[tlp], tag('workflow:state="rejected"', ownColour)];
}
