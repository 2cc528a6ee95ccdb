/** What hangs on an item, each as an object of its own that says whose part it is. */
import type { RelationView } from "../../db/reader.ts";
import type { AnswerView, SightingView } from "../../db/read-responses.ts";
import type { AffectedSystem } from "../../domain/fields.ts";
import type { ItemView } from "../../domain/view.ts";
import type { AnswerState, RelationType } from "../../domain/vocabulary.ts";
import { extended } from "./extension.ts";
import { observableId, ownId } from "./ids.ts";
import type { Common } from "./main-object.ts";
import { mainId, mainTypes } from "./main-types.ts";
import { patternsIn } from "./patterns.ts";
import { describe } from "./prose.ts";
import { stixObject, type StixObject } from "./stix-object.ts";

/** The software that an item names. Its id says no more than its name, and is the same for every item. */
export function software({ provider, model, version }: AffectedSystem, marking: readonly string[]): StixObject {
  const contributing = { name: model ?? provider, vendor: provider, ...(version === null ? {} : { version }) };
  return stixObject(observableId("software", contributing), { ...contributing, object_marking_refs: marking });
}

function part(itemId: string, name: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { extensions: extended({ part_of: itemId, part: name, ...more }) };
}

export function link(item: ItemView, common: Common, type: string, from: string, to: string): StixObject {
  return stixObject(ownId("relationship", item.id, type, from, to), {
    ...common,
    relationship_type: type,
    source_ref: from,
    target_ref: to,
    ...part(item.id, "link"),
  });
}

/** The actors of a threat activity, and that it is theirs. */
export function actors(item: ItemView, common: Common): StixObject[] {
  const names = "actors" in item.content.details ? item.content.details.actors : [];
  return [...new Set(names)].flatMap((name) => {
    if (name.trim() === "") return [];
    const actor = stixObject(ownId("threat-actor", item.id, name), { ...common, name, ...part(item.id, "actor") });
    return [actor, link(item, common, "attributed-to", mainId(item.id, item.content.kind), actor.id)];
  });
}

/** An indicator for each pattern that the item's detection holds; it indicates what it can by the standard, else is related to it. */
export function indicators(item: ItemView, common: Common): StixObject[] {
  const detection = "detection" in item.content.details ? item.content.details.detection : null;
  return patternsIn(detection).flatMap(({ type, text }, at) => {
    const indicator = stixObject(ownId("indicator", item.id, at), {
      ...common,
      name: item.content.envelope.title,
      indicator_types: ["malicious-activity"],
      pattern: text,
      pattern_type: type,
      valid_from: common.created,
      ...part(item.id, "indicator"),
    });
    return [indicator, link(item, common, "indicates", indicator.id, mainId(item.id, item.content.kind))];
  });
}

/** The report that carries an incident's facts to tools that have no incidents. */
export function incidentReport(item: ItemView, common: Common, refs: readonly string[]): StixObject {
  return stixObject(ownId("report", item.id, "report"), {
    ...common,
    name: item.content.envelope.title,
    description: describe(item.content),
    report_types: ["threat-report"],
    published: common.created,
    object_refs: refs,
    ...part(item.id, "report"),
  });
}

/** The standard's word for a relation between two types, where it has one. */
function relationshipType(type: RelationType, source: string, target: string): string {
  const isFromTo = (from: string, to: string): boolean => source === from && target === to;
  if (type === "COUNTERS" && isFromTo("course-of-action", "attack-pattern")) return "mitigates";
  if (type === "EXPLOITS" && isFromTo("campaign", "attack-pattern")) return "uses";
  if (type === "DUPLICATE_OF" && source === target) return "duplicate-of";
  return "related-to";
}

export function relation(item: ItemView, common: Common, { type, item: other }: RelationView): StixObject {
  const source = mainTypes[item.content.kind];
  const target = mainTypes[other.content.kind];
  return stixObject(ownId("relationship", item.id, type, other.id), {
    ...common,
    relationship_type: relationshipType(type, source, target),
    source_ref: mainId(item.id, item.content.kind),
    target_ref: mainId(other.id, other.content.kind),
    ...part(item.id, "relation", { relation: type, relates_to: other.id }),
  });
}

/** More than this the standard does not count. */
const mostSightings = 999_999_999;

export function sighting(item: ItemView, common: Common, by: string, seen: SightingView): StixObject {
  return stixObject(ownId("sighting", item.id, seen.id), {
    ...common,
    created: seen.at,
    modified: seen.at,
    created_by_ref: by,
    description: seen.note,
    count: Math.min(seen.count, mostSightings),
    first_seen: seen.firstSeen,
    last_seen: seen.lastSeen,
    sighting_of_ref: mainId(item.id, item.content.kind),
    where_sighted_refs: [by],
    ...part(item.id, "sighting"),
  });
}

const answerWords: Readonly<Record<AnswerState, string>> = {
  NO_ANSWER: "No answer yet",
  UNDER_STUDY: "Under study",
  AFFECTED: "Affected",
  NOT_AFFECTED: "Not affected",
  MITIGATED: "Mitigated",
};

export function answer(item: ItemView, common: Common, by: string, given: AnswerView & { at: string }): StixObject {
  return stixObject(ownId("note", item.id, "answer", given.organizationId), {
    ...common,
    created: given.acknowledgedAt ?? given.at,
    modified: given.at,
    created_by_ref: by,
    abstract: answerWords[given.state],
    content: given.note ?? answerWords[given.state],
    object_refs: [mainId(item.id, item.content.kind)],
    ...part(item.id, "answer", { answer: given.state }),
  });
}
