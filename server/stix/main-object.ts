/** The one object that is the item: a standard object of the type of its kind, with our extension. */
import type { Content } from "../../domain/kinds.ts";
import type { ItemView } from "../../domain/view.ts";
import type { Severity } from "../../domain/vocabulary.ts";
import { extended, fieldsOf, snakeCase } from "./extension.ts";
import { kindWord, mainId } from "./main-types.ts";
import { describe, readDescription } from "./prose.ts";
import { externalReferences } from "./references.ts";
import { standardFields } from "./standard-fields.ts";
import { killChainPhases } from "./tactics.ts";
import { said, stixObject, type StixObject } from "./stix-object.ts";

/** What every object of an item has in common. */
export type Common = {
  readonly created: string;
  readonly modified: string;
  readonly created_by_ref: string;
  readonly object_marking_refs: readonly string[];
};

export type MainParts = {
  readonly common: Common;
  readonly forumId: string;
  /** What a report or a note points at; neither may point at nothing. */
  readonly objectRefs: readonly string[];
  readonly forKeeping: boolean;
};

export function mainObject(item: ItemView, { common, forumId, objectRefs, forKeeping }: MainParts): StixObject {
  const { content } = item;
  const { envelope } = content;
  const plain = stixObject(mainId(item.id, content.kind), {
    ...common,
    ...kindProperties(content, objectRefs, common.created),
    confidence: envelope.confidence,
    labels: [
      kindWord(content.kind),
      `severity:${envelope.severity.toLowerCase()}`,
      ...envelope.riskCategories.map((category) => `risk:${category.toLowerCase().replaceAll("_", "-")}`),
    ],
    kill_chain_phases: content.kind === "CIRCUMVENTION_TECHNIQUE" ? killChainPhases(envelope.techniques) : [],
    external_references: externalReferences(envelope.techniques, envelope.references),
  });
  const own = extended({
    item_id: item.id,
    forum_id: forumId,
    kind: content.kind,
    status: item.status,
    revision: item.revision,
    attribution: item.attribution,
    ...(forKeeping && item.audience !== null ? { audience: said(item.audience) } : {}),
    ...unsaid(content, plain),
  });
  return { ...plain, extensions: { ...incidentCore(content), ...own } };
}

/** A withdrawn item, or one that was hidden from somebody who had it: nothing of it is left but its id, its times and its label. */
export function revokedObject(
  item: { readonly id: string; readonly content: { readonly kind: Content["kind"] } },
  common: Common,
  more: Readonly<Record<string, unknown>>,
): StixObject {
  const { kind } = item.content;
  const nothing = "Withdrawn";
  return stixObject(mainId(item.id, kind), {
    ...common,
    revoked: true,
    ...(kind === "INFORMATION_REQUEST"
      ? { abstract: nothing, content: nothing, object_refs: [common.created_by_ref] }
      : { name: nothing }),
    ...(isReport(kind) ? { published: common.created, object_refs: [common.created_by_ref] } : {}),
    extensions: extended({ item_id: item.id, kind, ...more }),
  });
}

/** A part of what is revoked: what the standard requires of its type, and nothing of what it said. */
export function revokedPart(part: StixObject, common: Common): StixObject {
  const kept = ["relationship_type", "source_ref", "target_ref"].map((name) => [name, part[name]]);
  return stixObject(part.id, {
    ...common,
    revoked: true,
    ...Object.fromEntries(kept),
    ...(part.type === "relationship" ? {} : { name: "Withdrawn" }),
    ...(part.type === "indicator" ? { pattern: "[file:name = 'withdrawn']", pattern_type: "stix" } : {}),
    ...(part.type === "indicator" ? { valid_from: common.created } : {}),
    ...(part.type === "report" ? { published: common.created, object_refs: [common.created_by_ref] } : {}),
  });
}

function kindProperties(content: Content, objectRefs: readonly string[], published: string): Record<string, unknown> {
  const { title } = content.envelope;
  const description = describe(content);
  if (content.kind === "INFORMATION_REQUEST") return { abstract: title, content: description, object_refs: objectRefs };
  if (isReport(content.kind))
    return { name: title, description, report_types: ["threat-report"], published, object_refs: objectRefs };
  return {
    name: title,
    description,
    ...(content.kind === "THREAT_ACTIVITY" ? campaignTimes({ ...content.details }) : {}),
  };
}

function isReport(kind: Content["kind"]): boolean {
  return kind === "CAPABILITY_ALERT" || kind === "ADVISORY" || kind === "PRACTICE";
}

/** In the standard, what was seen last was not seen before what was seen first. */
function campaignTimes({ objective, firstSeen, lastSeen }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isOrdered = typeof firstSeen !== "string" || typeof lastSeen !== "string" || firstSeen <= lastSeen;
  return {
    objective: objective === "" ? null : objective,
    first_seen: firstSeen,
    last_seen: isOrdered ? lastSeen : null,
  };
}

/** The fields that the standard properties do not say exactly as they are, by the names of the extension. */
function unsaid({ kind, envelope, details }: Content, plain: StixObject): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = { ...envelope, ...details };
  const told: Record<string, unknown> = standardFields(plain);
  const text = String(plain["description"] ?? plain["content"]);
  const prose = readDescription(text, kind, { details: { ...details }, summary: null });
  const needsSummary = prose.summary !== envelope.summary || prose.body !== envelope.body;
  const differing = fieldsOf(kind)
    .map(([name]) => name)
    .filter((name) => name !== "summary" && name !== "body" && !isSame(values[name], told[name]));
  return {
    ...(needsSummary ? { summary: envelope.summary } : {}),
    ...Object.fromEntries(differing.map((name) => [snakeCase(name), values[name]])),
    unset: differing.filter((name) => isAbsent(values[name])).map(snakeCase),
  };
}

function isSame(value: unknown, told: unknown): boolean {
  return (isAbsent(value) && isAbsent(told)) || JSON.stringify(value) === JSON.stringify(told);
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

const incidentCoreId = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";
const criticality: Readonly<Record<Severity, number>> = { LOW: 25, MEDIUM: 50, HIGH: 75, CRITICAL: 100 };

/** The Incident Core extension, which incident tools ask for. */
function incidentCore({ kind, envelope, details }: Content): Record<string, unknown> {
  if (kind !== "INCIDENT") return {};
  const { incidentClass, endedAt }: Readonly<Record<string, unknown>> = { ...details };
  const harmed = incidentClass === "INCIDENT" || incidentClass === "SERIOUS_INCIDENT";
  return {
    [incidentCoreId]: {
      extension_type: "property-extension",
      determination: harmed ? "successful-attempt" : "suspected",
      investigation_status: typeof endedAt === "string" ? "closed" : "open",
      criticality: criticality[envelope.severity],
    },
  };
}
