import type { Notes } from "./batch.ts";
import type { Raw } from "./raw.ts";
import { list, record, text } from "./raw.ts";
import type { MispLabel } from "./misp-label.ts";
import { isNotWider, labelOf } from "./misp-label.ts";

/** A value of an event, with the object that it stands in. */
export type MispValue = {
  readonly type: string;
  readonly value: string;
  readonly comment: string | null;
  readonly object: string | null;
  readonly relation: string | null;
};

/** An event, as far as an item is made of it. */
export type MispEvent = {
  readonly uuid: string;
  readonly info: string;
  readonly date: string | null;
  readonly threatLevel: string | null;
  readonly creator: string | null;
  readonly tags: readonly string[];
  readonly label: MispLabel;
  readonly values: readonly MispValue[];
  readonly reports: readonly { readonly name: string | null; readonly content: string }[];
  /** Ids of the clusters of galaxies, such as AML.T0054. */
  readonly clusterIds: readonly string[];
};

export type MispOptions = {
  /** The label of events that have none. Without it, they are left out. */
  readonly defaultTlp?: MispLabel["tlp"];
  /** Whether the organisations of the MISP server and of its neighbours are those of this forum. @default false */
  readonly isOneCommunity?: boolean;
};

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads one event, or says why it is left out. `name` is what it is called where it has no UUID. */
export function readEvent(value: unknown, name: string, options: MispOptions, batch: Notes): MispEvent | null {
  const raw = record(value);
  const uuid = text(raw["uuid"])?.toLowerCase() ?? "";
  const info = text(raw["info"]);
  const refuse = (why: string): null => {
    batch.skip(uuidShape.test(uuid) ? uuid : name, why);
    return null;
  };
  if (!uuidShape.test(uuid)) return refuse("it is no event of MISP: it has no UUID");
  if (info === null) return refuse("it says nothing: it has no info");
  const tags = tagsOf(raw);
  if (isRejected(raw)) return refuse("it is marked as rejected, or was withdrawn at its source");
  const label = labelOf({ tags, distribution: raw["distribution"] }, options);
  if ("refused" in label) return refuse(label.refused);
  for (const note of label.notes) batch.tally(note, uuid);
  const inner = [raw, ...partsOf(raw["Object"], label, options, uuid, batch)];
  return {
    uuid,
    info,
    date: text(raw["date"]),
    threatLevel: text(raw["threat_level_id"]),
    creator: label.isSourceWithheld ? null : text(record(raw["Orgc"])["name"]),
    tags,
    label,
    values: inner.flatMap((part) =>
      valuesOf(part, part === raw ? null : text(part["name"]), label, options, uuid, batch),
    ),
    reports: partsOf(raw["EventReport"], label, options, uuid, batch).flatMap((report) => {
      const content = text(report["content"]);
      return content === null ? [] : [{ name: text(report["name"]), content }];
    }),
    clusterIds: clusterIdsOf(raw),
  };
}

/** Whether an event is marked as one that is not to be relied on, as our own are when they are withdrawn. */
export function isRejected(value: unknown): boolean {
  return tagsOf(record(value)).includes('workflow:state="rejected"');
}

function tagsOf(raw: Raw): string[] {
  return list(raw["Tag"]).flatMap((tag) => text(record(tag)["name"]) ?? []);
}

/** The parts of an event that are not deleted and that may go as far as the event: a narrower one is left out of the item. */
function partsOf(value: unknown, label: MispLabel, options: MispOptions, uuid: string, batch: Notes): Raw[] {
  return list(value)
    .map(record)
    .filter((part) => {
      if (part["deleted"] === true || part["deleted"] === "1" || part["deleted"] === 1) return false;
      if (isNotWider(label, { tags: tagsOf(part), distribution: part["distribution"] }, options)) return true;
      batch.tally("part that may not go as far as its event left out", uuid);
      return false;
    });
}

function valuesOf(
  raw: Raw,
  object: string | null,
  label: MispLabel,
  options: MispOptions,
  uuid: string,
  batch: Notes,
): MispValue[] {
  return partsOf(raw["Attribute"], label, options, uuid, batch).flatMap((attribute) => {
    const value = text(attribute["value"]);
    const type = text(attribute["type"]);
    if (value === null || type === null) return [];
    return [{ type, value, comment: text(attribute["comment"]), object, relation: text(attribute["object_relation"]) }];
  });
}

function clusterIdsOf(raw: Raw): string[] {
  return list(raw["Galaxy"])
    .flatMap((galaxy) => list(record(galaxy)["GalaxyCluster"]))
    .flatMap((cluster) => {
      const id = record(record(cluster)["meta"])["external_id"];
      return Array.isArray(id) ? id : [id];
    })
    .flatMap((id) => text(id) ?? []);
}
