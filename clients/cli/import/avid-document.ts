import type { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { AffectedSystem, Reference } from "../../foreign/batch.ts";
import type { Raw } from "../../foreign/raw.ts";
import { finite, httpUrl, known, list, record, text, texts } from "../../foreign/raw.ts";

/** A report or a vulnerability of AVID, with what the three versions of its format have in common. */
export type AvidDocument = {
  readonly id: string;
  readonly type: "report" | "vulnerability";
  /** CVE Entry, LLM Evaluation, Third-party Report, AIID Incident, ATLAS Case Study, or nothing. */
  readonly className: string;
  /** Advisory, Issue, Measurement, Detection, or nothing. */
  readonly problemType: string;
  readonly title: string;
  readonly description: string;
  readonly affected: readonly AffectedSystem[];
  readonly references: readonly Reference[];
  readonly credit: readonly string[];
  readonly date: string | null;
  readonly riskDomains: readonly string[];
  /** Entries of the AVID taxonomy, such as `S0403: Adversarial Example`. */
  readonly effects: readonly string[];
  readonly vulnerabilityId: string | null;
  readonly cvss: {
    readonly severity: string | null;
    readonly score: number | null;
    readonly vector: string | null;
  } | null;
  readonly cwe: readonly { readonly id: string; readonly description: string | null }[];
  readonly odin: { readonly level: string | null; readonly tactics: readonly string[] } | null;
  readonly metrics: readonly Raw[];
  /** Of a vulnerability: the reports that it names. */
  readonly reports: readonly { readonly id: string | null; readonly name: string | null }[];
};

/** Reads one document, or says why it is left out. `name` is what it is called where it has no id. */
export function readDocument(value: unknown, name: string, batch: BatchBuilder): AvidDocument | null {
  const raw = record(value);
  const metadata = record(raw["metadata"]);
  const reportId = text(metadata["report_id"]);
  const id = reportId ?? text(metadata["vuln_id"]);
  const version = text(raw["data_version"]);
  const problem = record(raw["problemtype"]);
  const title = text(record(problem["description"])["value"]);
  const description = text(record(raw["description"])["value"]);
  const refuse = (why: string): null => {
    batch.skip(id === null ? name : id.slice(0, 100), why);
    return null;
  };
  if (raw["data_type"] !== "AVID") return refuse("it is not of the data type AVID");
  if (version === null || !/^0\.[1-3](\.\d+)?$/.test(version)) {
    return refuse(`its format has the version ${version?.slice(0, 20) ?? "(none)"}; 0.1 to 0.3 are understood`);
  }
  if (id === null || !/^AVID-\d{4}-[RV]\d+$/.test(id)) return refuse("it has no id of AVID");
  if (title === null && description === null) return refuse("it says nothing: neither a title nor a description");
  const impact = record(raw["impact"]);
  const avid = record(impact["avid"]);
  return {
    id,
    type: reportId === null ? "vulnerability" : "report",
    className: text(problem["classof"]) ?? "",
    problemType: text(problem["type"]) ?? "",
    title: title ?? id,
    description: description ?? title ?? id,
    affected: readAffected(record(raw["affects"])),
    references: readReferences(raw["references"], id, batch),
    credit: list(raw["credit"]).flatMap((entry) => text(record(entry)["value"]) ?? []),
    date: text(raw["reported_date"]) ?? text(raw["published_date"]),
    riskDomains: texts(avid["risk_domain"]),
    effects: texts(avid["sep_view"]),
    vulnerabilityId: text(avid["vuln_id"]),
    cvss: readCvss(impact["cvss"]),
    cwe: list(impact["cwe"])
      .map(record)
      .flatMap((entry) => {
        const cwe = text(entry["cweId"]);
        return cwe === null ? [] : { id: cwe, description: text(entry["description"]) };
      }),
    odin: readOdin(impact["odin"]),
    metrics: list(raw["metrics"]).map(record),
    reports: list(raw["reports"])
      .map(record)
      .map((entry) => ({ id: text(entry["report_id"]), name: text(entry["name"]) })),
  };
}

/** Providers that 0DIN writes before the name of the model. */
const prefixes = [
  "Alibaba",
  "Amazon",
  "Anthropic",
  "Cohere",
  "DeepSeek",
  "Google",
  "IBM",
  "Meta",
  "Mistral",
  "OpenAI",
  "Twitter / X",
];
const nobody = /^(n\/a|unknown( system)?)$/i;

function readAffected(affects: Raw): AffectedSystem[] {
  const makers = [...texts(affects["developer"]), ...texts(affects["deployer"])].filter((name) => !nobody.test(name));
  const maker = makers[0];
  const names = list(affects["artifacts"]).flatMap((artifact) => text(record(artifact)["name"]) ?? []);
  const systems = names
    .filter((name) => !nobody.test(name))
    .map((name): AffectedSystem => {
      const prefix = prefixes.find((provider) => name.startsWith(`${provider} `));
      if (prefix !== undefined && prefix !== maker)
        return { provider: prefix, model: name.slice(prefix.length).trim() };
      const model = maker !== undefined && name.startsWith(`${maker} `) ? name.slice(maker.length).trim() : name;
      return maker === undefined || maker === model ? { provider: model } : { provider: maker, model };
    });
  if (systems.length > 0) return systems;
  return [...new Set(makers)].map((provider) => ({ provider }));
}

function readReferences(value: unknown, id: string, batch: BatchBuilder): Reference[] {
  return list(value)
    .map(record)
    .flatMap((entry): Reference[] => {
      const url = httpUrl(entry["url"]);
      const label = text(entry["label"]);
      if (url === null && text(entry["url"]) !== null)
        batch.tally("reference that is no web address kept by its title", id);
      if (url === null && label === null) return [];
      const cve = /\bCVE-\d{4}-\d{4,}\b/.exec(url ?? "")?.[0];
      return [known({ title: label, url, ...(cve === undefined ? {} : { externalId: cve, source: "cve" }) })];
    });
}

function readCvss(value: unknown): AvidDocument["cvss"] {
  const cvss = record(value);
  const severity = text(cvss["baseSeverity"])?.toUpperCase() ?? null;
  const score = finite(cvss["baseScore"]);
  return severity === null && score === null ? null : { severity, score, vector: text(cvss["vectorString"]) };
}

function readOdin(value: unknown): AvidDocument["odin"] {
  const odin = record(value);
  const tactics = list(odin["JailbreakTaxonomy"])
    .map(record)
    .map((entry) =>
      [entry["Category"], entry["Strategy"], entry["Technique"]].flatMap((part) => text(part) ?? []).join(" › "),
    );
  const level = text(odin["SocialImpactScore"]);
  return level === null && tactics.length === 0 ? null : { level, tactics: tactics.filter((tactic) => tactic !== "") };
}
