import type { AtlasData, AtlasMitigation, AtlasNamed, AtlasTechnique } from "./atlas-data.ts";
import { atlasSource, isAtlasId } from "./atlas-data.ts";
import type { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { Raw } from "../../foreign/raw.ts";
import { list, record, text } from "../../foreign/raw.ts";

/**
 * Reads the STIX 2.1 edition. Its relationships cannot be told apart by id (the same id stands for several of them), so
 * they are read by what they connect. It holds neither maturities nor case studies.
 */
export function readStix(bundle: Raw, batch: BatchBuilder): AtlasData {
  const objects = list(bundle["objects"])
    .map(record)
    .filter((object) => isReadable(object, batch));
  const ofType = (type: string): Raw[] => objects.filter((object) => object["type"] === type);
  const links = readLinks(ofType("relationship"), batch);
  const tactics = new Map(
    ofType("x-mitre-tactic").map((raw) => [text(raw["x_mitre_shortname"]), readNamed(raw, "TA")]),
  );
  const techniques = byReference(ofType("attack-pattern"), "T", batch);
  const mitigations = byReference(ofType("course-of-action"), "M", batch);

  const technique = ([ref, { raw, id, name, description }]: [string, Described]): AtlasTechnique => {
    const parentRef = links.find((link) => link.type === "subtechnique-of" && link.source === ref)?.target;
    const parent = parentRef === undefined ? undefined : techniques.get(parentRef);
    const phases = list(raw["kill_chain_phases"]).map((phase) => text(record(phase)["phase_name"]));
    return {
      id,
      name,
      description,
      parent: parent === undefined ? null : { id: parent.id, name: parent.name },
      tactics: phases.flatMap((phase) => tactics.get(phase) ?? []),
      maturity: null,
      attack: null,
      references: [],
    };
  };
  const mitigation = ([ref, { id, name, description }]: [string, Described]): AtlasMitigation => ({
    id,
    name,
    description,
    lifecycle: [],
    categories: [],
    attack: null,
    uses: links.flatMap((link) => {
      const target = link.type === "mitigates" && link.source === ref ? techniques.get(link.target) : undefined;
      return target === undefined ? [] : { technique: target.id, how: link.description };
    }),
  });
  for (const type of ["x-mitre-matrix", "x-mitre-collection"]) {
    for (const raw of ofType(type))
      batch.skip(text(raw["id"]) ?? type, `${type} says only how the others are arranged`);
  }
  batch.note(
    "The STIX edition holds no case studies, no maturities and no references to ATT&CK; ATLAS.yaml holds them all.",
  );
  return {
    version: null,
    techniques: [...techniques].map(technique),
    mitigations: [...mitigations].map(mitigation),
    studies: [],
  };
}

const types = [
  "attack-pattern",
  "course-of-action",
  "relationship",
  "x-mitre-tactic",
  "x-mitre-matrix",
  "x-mitre-collection",
];

function isReadable(object: Raw, batch: BatchBuilder): boolean {
  const id = text(object["id"]) ?? "an object without an id";
  const type = text(object["type"]);
  if (type === null || !types.includes(type)) batch.skip(id, `ATLAS has no objects of the type ${type ?? "(none)"}`);
  else if (type !== "x-mitre-collection" && object["spec_version"] !== "2.1") batch.skip(id, "it is not STIX 2.1");
  else if (object["revoked"] === true || object["x_mitre_deprecated"] === true)
    batch.skip(id, "it is no longer in force");
  else return true;
  return false;
}

type Link = {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly description: string | null;
};

function readLinks(relationships: readonly Raw[], batch: BatchBuilder): Link[] {
  const links = new Map<string, Link>();
  const uses = new Map<string, number>();
  let repeated = 0;
  for (const raw of relationships) {
    const id = text(raw["id"]) ?? "a relationship without an id";
    const [type, source, target] = [raw["relationship_type"], raw["source_ref"], raw["target_ref"]].map(text);
    if (type == null || source == null || target == null) {
      batch.skip(id, "the relationship lacks its type or one of its ends");
      continue;
    }
    uses.set(id, (uses.get(id) ?? 0) + 1);
    const key = JSON.stringify([type, source, target]);
    if (links.has(key)) repeated += 1;
    else links.set(key, { type, source, target, description: text(raw["description"]) });
  }
  const shared = [...uses.values()].filter((count) => count > 1);
  if (shared.length > 0) {
    const objects = shared.reduce((sum, count) => sum + count, 0);
    batch.note(
      `${shared.length} relationship ids stand for ${objects} different relationships: read by what they connect.`,
    );
  }
  if (repeated > 0) batch.note(`${repeated} relationships connect what another connects already, and add nothing.`);
  return [...links.values()];
}

type Described = AtlasNamed & { readonly description: string; readonly raw: Raw };

function byReference(objects: readonly Raw[], letters: string, batch: BatchBuilder): Map<string, Described> {
  const found = new Map<string, Described>();
  for (const raw of objects) {
    const ref = text(raw["id"]);
    const self = readNamed(raw, letters);
    const description = text(raw["description"]);
    if (ref === null || self === null)
      batch.skip(ref ?? "an object without an id", "it needs an id of ATLAS and a name");
    else if (description === null) batch.skip(self.id, "it says nothing: no description");
    else if (found.has(ref)) batch.skip(self.id, `another object has the id ${ref}`);
    else found.set(ref, { ...self, description, raw });
  }
  return found;
}

function readNamed(raw: Raw, letters: string): AtlasNamed | null {
  const own = list(raw["external_references"])
    .map(record)
    .find((reference) => reference["source_name"] === atlasSource);
  const id = text(own?.["external_id"]);
  const name = text(raw["name"]);
  return isAtlasId(id, letters) && name !== null ? { id, name } : null;
}
