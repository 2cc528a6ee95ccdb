import type {
  AtlasData,
  AtlasMitigation,
  AtlasNamed,
  AtlasReference,
  AtlasStudy,
  AtlasTechnique,
  AttackReference,
} from "./atlas-data.ts";
import { isAtlasId } from "./atlas-data.ts";
import type { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { Raw } from "../../foreign/raw.ts";
import { httpUrl, list, record, text, texts } from "../../foreign/raw.ts";

/** Reads the native format, that of ATLAS.yaml: the only one that holds maturities and case studies. */
export function readNative(root: Raw, batch: BatchBuilder): AtlasData {
  const matrices = list(root["matrices"]).map(record);
  const all = (name: string): Raw[] => [...matrices, root].flatMap((part) => list(part[name])).map(record);
  const tactics = named(all("tactics"), "TA", batch);
  const rawTechniques = all("techniques");
  const techniques = new Map(named(rawTechniques, "T", null).map((entry) => [entry.id, entry]));
  return {
    version: text(root["version"]),
    techniques: rawTechniques.flatMap((raw) => readTechnique(raw, rawTechniques, techniques, tactics, batch) ?? []),
    mitigations: all("mitigations").flatMap((raw) => readMitigation(raw, batch) ?? []),
    studies: all("case-studies").flatMap((raw) => readStudy(raw, batch) ?? []),
  };
}

function named(entries: readonly Raw[], letters: string, batch: BatchBuilder | null): AtlasNamed[] {
  return entries.flatMap((raw) => {
    const id = text(raw["id"]);
    const name = text(raw["name"]);
    if (isAtlasId(id, letters) && name !== null) return { id, name };
    batch?.skip(id ?? `an entry without an id`, "it needs an id of ATLAS and a name");
    return [];
  });
}

function readTechnique(
  raw: Raw,
  all: readonly Raw[],
  techniques: ReadonlyMap<string, AtlasNamed>,
  tactics: readonly AtlasNamed[],
  batch: BatchBuilder,
): AtlasTechnique | null {
  const self = named([raw], "T", batch)[0];
  if (self === undefined) return null;
  const description = described(raw["description"], self, batch);
  if (description === null) return null;
  const parentId = text(raw["subtechnique-of"]);
  const parent = parentId === null ? null : (techniques.get(parentId) ?? null);
  if (parentId !== null && parent === null) batch.tally("parent technique that is not there left out", self.id);
  const own = texts(raw["tactics"]);
  const inherited = texts(all.find((entry) => entry["id"] === parentId)?.["tactics"]);
  const serves = own.length > 0 ? own : inherited;
  return {
    ...self,
    description,
    parent,
    tactics: tactics.filter(({ id }) => serves.includes(id)),
    maturity: text(raw["maturity"]),
    attack: readAttack(raw),
    references: readReferences(raw["references"]),
  };
}

function readMitigation(raw: Raw, batch: BatchBuilder): AtlasMitigation | null {
  const self = named([raw], "M", batch)[0];
  if (self === undefined) return null;
  const description = described(raw["description"], self, batch);
  if (description === null) return null;
  const phases = list(raw["ml-lifecycle"]);
  // In 5.6.0 two uses stand under `ml-lifecycle`, where only names of phases belong.
  const misplaced = phases.filter((phase) => typeof phase !== "string");
  if (misplaced.length > 0)
    batch.tally("use of a mitigation found among its lifecycle phases, and read as a use", self.id);
  const uses = [...list(raw["techniques"]), ...misplaced].map(record).flatMap((use) => {
    const technique = text(use["id"]);
    return technique === null ? [] : { technique, how: text(use["use"]) };
  });
  return {
    ...self,
    description,
    lifecycle: texts(phases),
    categories: texts(raw["category"]),
    uses,
    attack: readAttack(raw),
  };
}

function readStudy(raw: Raw, batch: BatchBuilder): AtlasStudy | null {
  const self = named([raw], "CS", batch)[0];
  if (self === undefined) return null;
  const summary = described(raw["summary"], self, batch);
  if (summary === null) return null;
  const steps = list(raw["procedure"])
    .map(record)
    .flatMap((step) => {
      const technique = text(step["technique"]);
      return technique === null ? [] : { technique, description: text(step["description"]) };
    });
  return {
    ...self,
    summary,
    steps,
    date: text(raw["incident-date"]),
    granularity: text(raw["incident-date-granularity"]),
    type: text(raw["case-study-type"]),
    target: text(raw["target"]),
    actor: text(raw["actor"]),
    reporter: text(raw["reporter"]),
    references: readReferences(raw["references"]),
  };
}

function described(value: unknown, { id }: AtlasNamed, batch: BatchBuilder): string | null {
  const description = text(value);
  if (description === null) batch.skip(id, "it says nothing: no description");
  return description;
}

function readAttack(raw: Raw): AttackReference | null {
  const reference = record(raw["ATT&CK-reference"]);
  const id = text(reference["id"]);
  return id === null ? null : { id, url: httpUrl(reference["url"]) };
}

function readReferences(value: unknown): AtlasReference[] {
  return list(value)
    .map(record)
    .map((reference) => ({ title: text(reference["title"]), url: httpUrl(reference["url"]) }))
    .filter(({ title, url }) => title !== null || url !== null);
}
