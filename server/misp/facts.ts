/**
 * What an item says, as the single values that MISP calls attributes. Each has a place that stays its own from revision to revision, so that
 * a changed value replaces the old one there, and one that is gone is known to be.
 */
import type { AffectedSystem } from "../../domain/fields.ts";
import type { Content, ItemKind } from "../../domain/kinds.ts";
import type { Severity } from "../../domain/vocabulary.ts";
import { promptsIn } from "./prompts.ts";
import type { TemplateName } from "./templates.ts";

/** The types of attributes that are made, each with the category that MISP files it under, and what stands where a value was removed. */
export const attributeTypes = {
  text: { category: "Other", removed: "(removed)" },
  link: { category: "External analysis", removed: "https://removed.invalid/" },
  vulnerability: { category: "External analysis", removed: "CVE-0000-0000" },
  "threat-actor": { category: "Attribution", removed: "(removed)" },
} as const;

export type Fact = {
  /** The object that it belongs to; null for an attribute of the event itself. */
  readonly object: TemplateName | null;
  readonly relation: string;
  /** Which of several values of its relation it is. */
  readonly at: number;
  readonly type: keyof typeof attributeTypes;
  readonly value: string;
  readonly comment: string;
};

export function placeOf({ object, relation, at }: Fact): string {
  return `${object ?? "event"}/${relation}/${at}`;
}

/** What MISP's `report` object calls each kind. */
const reportTypes: Readonly<Record<ItemKind, string>> = {
  CIRCUMVENTION_TECHNIQUE: "Report",
  CAPABILITY_ALERT: "Alert",
  THREAT_ACTIVITY: "Report",
  INCIDENT: "Incident",
  ADVISORY: "Alert",
  MITIGATION: "Document",
  INFORMATION_REQUEST: "Note",
  PRACTICE: "Document",
};
const criticalities: Readonly<Record<Severity, string>> = {
  LOW: "Low",
  MEDIUM: "Moderate",
  HIGH: "High",
  CRITICAL: "Extreme",
};
const determinations = {
  INCIDENT: "successful-attempt",
  SERIOUS_INCIDENT: "successful-attempt",
  NEAR_MISS: "failed-attempt",
  HAZARD: "suspected",
} as const;

export function factsOf(itemId: string, { kind, envelope, details }: Content): Fact[] {
  const { title, summary, body, references, affectedSystems, techniques, severity } = envelope;
  const facts: Fact[] = [];
  const add = (
    object: TemplateName | null,
    relation: string,
    values: readonly (string | null | undefined)[],
    { type = "text", comment = "" }: { type?: Fact["type"]; comment?: string } = {},
  ): void => {
    const given = values.filter((value) => typeof value === "string" && value.trim() !== "");
    given.forEach((value, at) => facts.push({ object, relation, at, type, value: value ?? "", comment }));
  };
  add("report", "title", [title]);
  add("report", "summary", [summary]);
  add("report", "type", [reportTypes[kind]]);
  add("report", "case-number", [itemId]);
  add(
    "report",
    "link",
    references.map(({ url }) => url),
    { type: "link" },
  );
  if ("incidentClass" in details) {
    add("incident", "name", [title]);
    add("incident", "description", [summary]);
    add("incident", "criticality", [criticalities[severity]]);
    add("incident", "determination", [details.incidentClass && determinations[details.incidentClass]]);
    add("incident", "investigation_status", [details.endedAt === null ? null : "closed"]);
  }
  if ("counters" in details) {
    add("course-of-action", "name", [title]);
    add("course-of-action", "description", [summary]);
    add("course-of-action", "objective", [details.counters.join("\n")]);
    add("course-of-action", "cost", [details.costs]);
    add("course-of-action", "efficacy", [details.effectiveness]);
  }
  const prompts = promptsIn(body);
  if (prompts.length > 0) {
    add("ai-chat-prompt", "prompt", prompts);
    add("ai-chat-prompt", "model", affectedSystems.map(nameOf));
  }
  add(null, "affected-system", affectedSystems.map(nameOf), { comment: "Affected system" });
  const cves = [...techniques, ...references.map(({ externalId }) => externalId ?? "")].filter(isCve);
  add(null, "vulnerability", [...new Set(cves.map((id) => id.toUpperCase()))], { type: "vulnerability" });
  const ids = techniques.filter((id) => !isCve(id));
  add(null, "technique", ids, { comment: "Technique" });
  if ("actors" in details) add(null, "actor", details.actors, { type: "threat-actor" });
  return facts;
}

function nameOf({ provider, model, version }: AffectedSystem): string {
  return [provider, model, version].filter((part) => part !== null).join(" ");
}

function isCve(id: string): boolean {
  return /^CVE-\d{4}-\d{4,19}$/i.test(id);
}
