/** An object of other people's as the fields of an item, as far as it says them. What the forum asks for and it lacks, is taken for granted. */
import type { ItemKind } from "../../domain/kinds.ts";
import type { AffectedSystem, Reference } from "../../domain/fields.ts";
import type { RiskCategory, Severity } from "../../domain/vocabulary.ts";
import { riskCategories, severities } from "../../domain/vocabulary.ts";
import { instant } from "./incoming.ts";
import { cut, fitReference, fitTechniques } from "./fitting.ts";
import { fenced, isPatternType } from "./patterns.ts";
import { opening } from "./prose.ts";
import type { Raw } from "./raw.ts";
import { isRecord, list, text } from "./raw.ts";
import { standardFields } from "./standard-fields.ts";
import { readReferences } from "./references.ts";
import { atlasTactic } from "./tactics.ts";

export type ForeignItem = { readonly kind: ItemKind; readonly fields: Record<string, unknown> };

/** What an item takes from others in its bundle: lines and blocks for its body, systems, and who made it. */
export type Belongings = {
  readonly notes: readonly string[];
  readonly detection: readonly string[];
  readonly systems: readonly AffectedSystem[];
  readonly creator: string | null;
};

export function foreignItem(id: string, object: Raw, kind: ItemKind, belongings: Belongings): ForeignItem {
  const title = cut(text(object["name"]) ?? opening(text(object["description"]) ?? id), 300);
  const description = text(object["description"]) ?? title;
  const body = [description, ...belongings.notes].join("\n\n");
  const summary = opening(description);
  const { techniques, references } = readReferences(object["external_references"]);
  const isAtlas = techniques.some((technique) => technique.startsWith("AML."));
  const tactics = list(object["kill_chain_phases"]).flatMap((phase) =>
    isRecord(phase) ? (atlasTactic(phase) ?? []) : [],
  );
  const { confidence, pap } = standardFields(object);
  const own: Reference = { title: belongings.creator, url: null, externalId: id, source: "stix" };
  return {
    kind,
    fields: {
      title,
      summary,
      body: body === summary ? null : cut(body, 100_000),
      pap,
      riskCategories: risksOf(object, isAtlas),
      severity: severityOf(object),
      confidence:
        Number.isInteger(confidence) && Number(confidence) >= 0 && Number(confidence) <= 100 ? confidence : null,
      affectedSystems: belongings.systems.slice(0, 100),
      techniques: fitTechniques([...techniques, ...tactics]),
      references: [own, ...references].map(fitReference).slice(0, 200),
      ...details(object, kind, belongings),
    },
  };
}

function details(object: Raw, kind: ItemKind, { detection }: Belongings): Record<string, unknown> {
  const found = detection.length === 0 ? null : cut(detection.join("\n\n"), 20_000);
  switch (kind) {
    case "CIRCUMVENTION_TECHNIQUE":
      return { detection: found };
    case "THREAT_ACTIVITY":
      return {
        detection: found,
        actors: [...actorsOf(object)].slice(0, 50).map((name) => cut(name, 300)),
        objective: text(object["objective"]) === null ? null : cut(String(object["objective"]), 20_000),
        firstSeen: instant(object["first_seen"]),
        lastSeen: instant(object["last_seen"]),
      };
    default:
      return {};
  }
}

function actorsOf(object: Raw): Set<string> {
  const names = object["type"] === "campaign" ? [] : [object["name"], ...list(object["aliases"])];
  return new Set(names.flatMap((name) => text(name) ?? []));
}

/** A pattern as a block that is found again. */
export function patternBlock(indicator: Raw): string | null {
  const { pattern, pattern_type: type, name, description } = indicator;
  if (typeof pattern !== "string") return null;
  const words = [name, description].flatMap((value) => text(value) ?? []).join(": ");
  return `${words === "" ? "" : `${cut(words, 500)}\n\n`}${fenced({ type: isPatternType(type) ? type : "text", text: pattern })}`;
}

export function systemOf(software: Raw): AffectedSystem | null {
  const name = text(software["name"]);
  if (name === null) return null;
  const vendor = text(software["vendor"]);
  const version = text(software["version"]);
  return {
    provider: cut(vendor ?? name, 2_000),
    model: vendor === null ? null : cut(name, 2_000),
    version: version === null ? null : cut(version, 2_000),
  };
}

/** Our own labels are taken at their word; else ATLAS is about models, and everything else of STIX about networks. */
function risksOf({ labels }: Raw, isAtlas: boolean): RiskCategory[] {
  const words = new Set(list(labels));
  const told = riskCategories.filter((each) => words.has(`risk:${each.toLowerCase().replaceAll("_", "-")}`));
  return told.length > 0 ? told : [isAtlas ? "MODEL_SECURITY" : "CYBER"];
}

function severityOf({ labels }: Raw): Severity {
  const words = new Set(list(labels));
  return severities.find((each) => words.has(`severity:${each.toLowerCase()}`)) ?? "MEDIUM";
}
