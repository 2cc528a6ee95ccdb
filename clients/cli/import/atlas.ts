import { readFile, stat } from "node:fs/promises";
import { parse } from "yaml";
import type { TechniqueMaturity } from "../../sdk/index.ts";
import type { AtlasData, AtlasMitigation, AtlasTechnique } from "./atlas-data.ts";
import { absoluteLinks, atlasSource } from "./atlas-data.ts";
import { accessOf, categoriesOf, commonCategories, safeguardsOf, severityOf } from "./atlas-judgement.ts";
import { readNative } from "./atlas-native.ts";
import { mitigationSafeguards } from "./atlas-safeguards.ts";
import { readStix } from "./atlas-stix.ts";
import { studyEntry } from "./atlas-studies.ts";
import { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { ImportBatch, ImportEntry, Reference } from "../../foreign/batch.ts";
import { UnreadableSource } from "../../foreign/batch.ts";
import { known, list, mostCommon, opening, record, rowOf, severityOrder } from "../../foreign/raw.ts";

const maxBytes = 50_000_000;

/** Reads ATLAS.yaml, ATLAS.json or the STIX edition; which one it is shows in the file itself. */
export async function readAtlas(file: string): Promise<ImportBatch> {
  let content: string;
  try {
    if ((await stat(file)).size > maxBytes) throw new UnreadableSource(`${file} has more than ${maxBytes} bytes.`);
    content = await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof UnreadableSource) throw cause;
    throw new UnreadableSource(`${file} cannot be read: give the path of ATLAS.yaml, ATLAS.json or stix-atlas.json.`, {
      cause,
    });
  }
  let value: unknown;
  try {
    value = content.trimStart().startsWith("{") ? JSON.parse(content) : parse(content);
  } catch (cause) {
    throw new UnreadableSource(`${file} is neither YAML nor JSON.`, { cause });
  }
  return mapAtlas(value, file);
}

/** What a parsed file of ATLAS holds, as items. `name` is how the file is called in messages. */
export function mapAtlas(value: unknown, name: string): ImportBatch {
  const root = record(value);
  const batch = new BatchBuilder();
  const isStix = root["type"] === "bundle" && Array.isArray(root["objects"]);
  if (!isStix && list(root["matrices"]).length === 0) {
    throw new UnreadableSource(
      `${name} is not ATLAS: neither its native format (matrices) nor a STIX bundle (objects).`,
    );
  }
  const data = isStix ? readStix(root, batch) : readNative(root, batch);
  if (data.version !== null && !/^[45]\./.test(data.version)) {
    batch.note(
      `ATLAS ${data.version} is newer than the editions that this was written for (4 and 5); look at the result.`,
    );
  }
  addEntries(data, batch);
  return batch.build();
}

function addEntries(data: AtlasData, batch: BatchBuilder): void {
  const techniques = new Map(data.techniques.map((technique) => [technique.id, technique]));
  const parentsFirst = [...data.techniques].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  for (const technique of parentsFirst) batch.add(techniqueEntry(technique));
  for (const mitigation of data.mitigations) batch.add(mitigationEntry(mitigation, techniques));
  for (const study of data.studies) batch.add(studyEntry(study, techniques, batch));
  const tactics = new Set(data.techniques.flatMap((technique) => technique.tactics.map(({ id }) => id)));
  batch.note(
    `${tactics.size} tactics are no items of their own: they are references of the techniques that serve them.`,
  );
}

function techniqueEntry(technique: AtlasTechnique): ImportEntry {
  const { id, name, parent, attack, maturity } = technique;
  const title = parent === null ? name : `${parent.name}: ${name}`;
  const description = absoluteLinks(technique.description);
  const summary = opening(description);
  return {
    externalKey: { source: atlasSource, externalId: id },
    input: {
      circumventionTechnique: known({
        title,
        summary,
        body: summary === description ? null : description,
        tlp: "CLEAR",
        riskCategories: categoriesOf(technique),
        severity: severityOf(technique),
        techniques: attack === null ? [id] : [id, attack.id],
        references: [
          ownReference("techniques", id, title),
          ...technique.tactics.map((tactic) => ownReference("tactics", tactic.id, `Tactic: ${tactic.name}`)),
          ...attackReference(attack),
          ...technique.references.map(known),
        ],
        safeguardsBypassed: safeguardsOf(technique),
        maturity: rowOf(maturities, maturity) ?? null,
        accessRequired: accessOf(technique),
      }),
    },
    relations:
      parent === null ? [] : [{ type: "RELATED_TO", externalKey: { source: atlasSource, externalId: parent.id } }],
  };
}

const maturities: Readonly<Record<string, TechniqueMaturity>> = {
  feasible: "FEASIBLE",
  demonstrated: "DEMONSTRATED",
  realized: "REALIZED",
};

function mitigationEntry(mitigation: AtlasMitigation, techniques: ReadonlyMap<string, AtlasTechnique>): ImportEntry {
  const { id, name, lifecycle, categories, attack } = mitigation;
  const ids = [...new Set(mitigation.uses.map(({ technique }) => technique))];
  const countered = ids.flatMap((technique) => techniques.get(technique) ?? []);
  const description = absoluteLinks(mitigation.description);
  const uses = mitigation.uses.flatMap(({ technique, how }) => {
    const title = techniques.get(technique)?.name ?? technique;
    return how === null ? [] : `- **${title}** (${technique}): ${how.replaceAll("\n", "\n  ")}`;
  });
  return {
    externalKey: { source: atlasSource, externalId: id },
    input: {
      mitigation: known({
        title: name,
        summary: opening(description),
        body:
          uses.length === 0
            ? null
            : absoluteLinks(`${description}\n\n## What it does against each\n\n${uses.join("\n")}`),
        tlp: "CLEAR",
        riskCategories: commonCategories(countered),
        severity: mostUrgent(countered),
        techniques: attack === null ? [id] : [id, attack.id],
        references: [ownReference("mitigations", id, name), ...attackReference(attack)],
        counters: countered.map((technique) => `${technique.id} ${technique.name}`),
        safeguards: mitigationSafeguards[id] ?? [],
        deployment: deployment(lifecycle, categories),
      }),
    },
    relations: countered.map((technique) => ({
      type: "COUNTERS",
      externalKey: { source: atlasSource, externalId: technique.id },
    })),
  };
}

/** A counter-measure is as urgent as most of what it counters; of equally many, the worse decides. */
function mostUrgent(countered: readonly AtlasTechnique[]): (typeof severityOrder)[number] {
  const worstFirst = countered.map(severityOf).sort((a, b) => severityOrder.indexOf(b) - severityOrder.indexOf(a));
  return mostCommon([worstFirst], 1)[0] ?? "MEDIUM";
}

function deployment(lifecycle: readonly string[], categories: readonly string[]): string | null {
  const lines = [
    ...(lifecycle.length > 0 ? [`Phases of the lifecycle: ${lifecycle.join(", ")}.`] : []),
    ...(categories.length > 0 ? [`Sort of measure: ${categories.join(", ")}.`] : []),
  ];
  return lines.length === 0 ? null : lines.join("\n");
}

function ownReference(folder: string, id: string, title: string): Reference {
  return { title, url: `https://atlas.mitre.org/${folder}/${id}`, externalId: id, source: atlasSource };
}

function attackReference(attack: AtlasTechnique["attack"]): Reference[] {
  return attack === null
    ? []
    : [known({ title: `ATT&CK ${attack.id}`, url: attack.url, externalId: attack.id, source: "mitre-attack" })];
}
