import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { ImportBatch, Reference } from "../../foreign/batch.ts";
import { UnreadableSource } from "../../foreign/batch.ts";
import type { Raw } from "../../foreign/raw.ts";
import { httpUrl, list, opening, record, rowOf, text, texts } from "../../foreign/raw.ts";
import type { RiskCategory } from "../../sdk/index.ts";

const source = "cosai-risk-map";
const home = "https://github.com/cosai-oasis/secure-ai-tooling/tree/main/risk-map";
const maxBytes = 5_000_000;

/** The areas of risk that a category of CoSAI's falls into. */
const categories: Readonly<Record<string, readonly RiskCategory[]>> = {
  risksSupplyChainAndDevelopment: ["MODEL_SECURITY"],
  risksDeploymentAndInfrastructure: ["MODEL_SECURITY", "CYBER"],
  risksRuntimeDataSecurity: ["MODEL_SECURITY", "PRIVACY"],
  risksRuntimeInputSecurity: ["MODEL_SECURITY", "SYSTEM_INTERACTION"],
  risksRuntimeOutputSecurity: ["RELIABILITY", "SYSTEM_INTERACTION"],
  controlsData: ["MODEL_SECURITY", "PRIVACY"],
  controlsInfrastructure: ["MODEL_SECURITY", "CYBER"],
  controlsModel: ["MODEL_SECURITY"],
  controlsApplication: ["MODEL_SECURITY", "SYSTEM_INTERACTION"],
  controlsAssurance: ["MODEL_SECURITY", "RELIABILITY"],
  controlsGovernance: ["MODEL_SECURITY", "RELIABILITY"],
};

/** The CoSAI Risk Map, from a folder that holds its `controls.yaml` and `risks.yaml`. */
export async function readCosai(dir: string): Promise<ImportBatch> {
  return mapCosai(await readYaml(dir, "controls.yaml"), await readYaml(dir, "risks.yaml"));
}

async function readYaml(dir: string, name: string): Promise<unknown> {
  const file = join(dir, name);
  const found = await stat(file).catch(() => null);
  if (found === null) throw new UnreadableSource(`${dir} is not the CoSAI Risk Map: it has no ${name}.`);
  if (found.size > maxBytes) throw new UnreadableSource(`${file} has more than ${maxBytes} bytes.`);
  try {
    return parse(await readFile(file, "utf8"), { maxAliasCount: 100 });
  } catch {
    throw new UnreadableSource(`${file} is not YAML.`);
  }
}

/** Risks as advisories, then controls as practices that counter them: each paragraph of a control is a clause. */
export function mapCosai(controls: unknown, risks: unknown): ImportBatch {
  const batch = new BatchBuilder();
  const entries = [...list(record(risks)["risks"]), ...list(record(controls)["controls"])].map(record);
  const titles = new Map(entries.map((entry) => [text(entry["id"]) ?? "", text(entry["title"]) ?? ""]));
  for (const raw of list(record(risks)["risks"])) addRisk(record(raw), titles, batch);
  const riskIds = [...titles.keys()].filter((id) => id.startsWith("risk"));
  for (const raw of list(record(controls)["controls"])) addControl(record(raw), titles, riskIds, batch);
  return batch.build();
}

type Titles = ReadonlyMap<string, string>;

function addRisk(raw: Raw, titles: Titles, batch: BatchBuilder): void {
  const [id, title] = [text(raw["id"]), text(raw["title"])];
  const long = paragraphs(raw["longDescription"]).map((paragraph) => plain(paragraph, raw, titles));
  const short = paragraphs(raw["shortDescription"]).map((paragraph) => plain(paragraph, raw, titles));
  if (id === null || title === null || long.length + short.length === 0)
    return batch.skip(id ?? "a risk", "it has no id, no title or no text");
  const examples = paragraphs(raw["examples"]).map((paragraph) => `- ${plain(paragraph, raw, titles)}`);
  const body = [...long, ...(examples.length === 0 ? [] : ["## Examples", examples.join("\n")])].join("\n\n");
  batch.add({
    externalKey: { source, externalId: id },
    input: { advisory: { ...envelope(id, title, short.length === 0 ? long : short, raw), body } },
    relations: [],
  });
}

function addControl(raw: Raw, titles: Titles, riskIds: readonly string[], batch: BatchBuilder): void {
  const [id, title] = [text(raw["id"]), text(raw["title"])];
  const said = paragraphs(raw["description"]).map((paragraph) => plain(paragraph, raw, titles));
  if (id === null || title === null || said.length === 0)
    return batch.skip(id ?? "a control", "it has no id, no title or no text");
  const countered = raw["risks"] === "all" ? riskIds : texts(raw["risks"]).filter((risk) => titles.has(risk));
  batch.add({
    externalKey: { source, externalId: id },
    input: {
      practice: {
        ...envelope(id, title, said, raw),
        documentKind: "BEST_PRACTICE",
        clauses: said.map((paragraph) => ({ level: "SHOULD", text: paragraph })),
      },
    },
    relations: countered.map((externalId) => ({ type: "COUNTERS", externalKey: { source, externalId } })),
  });
}

/** CoSAI says nothing of how bad a risk is: MEDIUM stands for that. */
function envelope(id: string, title: string, said: readonly string[], raw: Raw) {
  const mappings = record(raw["mappings"]);
  const frameworks = Object.entries(mappings).flatMap(([framework, ids]) =>
    texts(ids).map((mapped): Reference => ({ source: framework, externalId: bare(mapped) })),
  );
  const cited = list(raw["externalReferences"]).flatMap((reference): Reference[] => {
    const url = httpUrl(record(reference)["url"]);
    const name = text(record(reference)["title"]);
    return url === null ? [] : [name === null ? { url } : { title: name, url }];
  });
  const privacy: readonly RiskCategory[] = texts(raw["impactType"]).includes("privacy") ? ["PRIVACY"] : [];
  const areas = rowOf(categories, text(raw["category"])) ?? (["MODEL_SECURITY"] as const);
  return {
    title,
    summary: opening(said.join("\n\n")),
    tlp: "CLEAR",
    riskCategories: [...new Set([...areas, ...privacy])],
    severity: "MEDIUM",
    techniques: texts(mappings["mitre-atlas"]).map(bare),
    references: [{ source, externalId: id, url: home }, ...cited, ...frameworks],
  } as const;
}

/** A mapping names the version of its framework behind an @. */
function bare(id: string): string {
  return id.split("@")[0] ?? id;
}

/** Paragraphs, some of which are lists of points. */
function paragraphs(value: unknown): string[] {
  return list(value).flatMap((entry) => {
    const points = texts(entry);
    if (points.length > 0) return [points.map((point) => `- ${oneParagraph(point)}`).join("\n")];
    return oneParagraph(text(entry) ?? "") || [];
  });
}

function oneParagraph(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}

/** `{{ref:…}}` names one of the entry's references, `{{risk…}}` another entry. */
function plain(value: string, raw: Raw, titles: Titles): string {
  return value.replace(/\{\{([^{}]{1,200})\}\}/g, (whole, inner: string) => {
    const name = inner.replace(/^(ref|id[a-z]*):/i, "").trim();
    const cited = list(raw["externalReferences"])
      .map(record)
      .find((reference) => reference["id"] === name);
    const [title, url] = [text(cited?.["title"]), httpUrl(cited?.["url"])];
    if (title !== null && url !== null) return `[${title.replace(/[[\]]/g, "")}](${url})`;
    return titles.get(name) ?? (cited === undefined ? whole : name);
  });
}
