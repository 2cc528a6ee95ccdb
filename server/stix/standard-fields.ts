/** Which fields of an item the properties of a standard object say. What they do not say exactly, the extension says. */
import { papOfMarking } from "./markings.ts";
import { readReferences } from "./references.ts";

type Raw = Readonly<Record<string, unknown>>;

/** Reads the fields that stand in the object's own properties, under the names that they have in domain/kinds.ts. */
export function standardFields(object: Raw): Record<string, unknown> {
  const markings = Array.isArray(object["object_marking_refs"]) ? object["object_marking_refs"] : [];
  const { techniques, references } = readReferences(object["external_references"]);
  const pap = markings.map((id) => papOfMarking(String(id))).find((found) => found !== null);
  return {
    title: object["name"] ?? object["abstract"],
    confidence: object["confidence"],
    techniques,
    references,
    ...(pap === undefined ? {} : { pap }),
    ...(object["type"] === "campaign" ? campaignFields(object) : {}),
  };
}

function campaignFields(object: Raw): Record<string, unknown> {
  return { objective: object["objective"], firstSeen: object["first_seen"], lastSeen: object["last_seen"] };
}
