import type { Pap, RiskCategory, Severity } from "../sdk/index.ts";
import { papValues, riskCategoryValues, severityValues } from "../sdk/index.ts";
import type { Envelope, ImportEntry, ImportInput, Notes, Reference } from "./batch.ts";
import { httpUrl, opening, rowOf } from "./raw.ts";
import type { MispEvent, MispValue } from "./misp-event.ts";

export const mispSource = "misp";

/**
 * What of the forum an event is:
 * 1. an event of ours says by a tag which kind it was;
 * 2. the objects `incident`, `course-of-action` and `ai-chat-prompt` each make a kind of it;
 * 3. a named actor makes it threat activity; everything else is an advisory.
 */
export function entryOf(event: MispEvent, batch: Notes): ImportEntry {
  const { tlp } = event.label;
  const audience = tlp === "RED" ? "myself" : tlp === "AMBER" || tlp === "AMBER_STRICT" ? "own organisation" : null;
  return {
    externalKey: { source: mispSource, externalId: event.uuid },
    input: inputOf(event, batch),
    relations: [],
    ...(audience === null ? {} : { audience }),
  };
}

function inputOf(event: MispEvent, batch: Notes): ImportInput {
  const envelope = envelopeOf(event, batch);
  const has = (name: string): boolean => event.values.some(({ object }) => object === name);
  const kind = ownTag(event, "kind")[0];
  const actors = [...new Set(valuesOf(event, ({ type }) => type === "threat-actor"))];
  if (kind === "CIRCUMVENTION_TECHNIQUE" || (kind === undefined && has("ai-chat-prompt")))
    return { circumventionTechnique: envelope };
  if (kind === "INCIDENT" || (kind === undefined && has("incident"))) return { incident: envelope };
  if (kind === "MITIGATION" || (kind === undefined && has("course-of-action"))) return { mitigation: envelope };
  if (kind === "THREAT_ACTIVITY" || (kind === undefined && actors.length > 0))
    return { threatActivity: { ...envelope, ...(actors.length > 0 ? { actors } : {}) } };
  return { advisory: envelope };
}

function envelopeOf(event: MispEvent, batch: Notes): Envelope {
  const { info, label, uuid } = event;
  const pap = papOf(event);
  const confidence = Number(ownTag(event, "confidence")[0] ?? NaN);
  const techniques = techniquesOf(event);
  const systems = valuesOf(
    event,
    ({ object, relation, comment }) =>
      (object === "ai-chat-prompt" && relation === "model") || (object === null && comment === "Affected system"),
  );
  const affectedSystems = [...new Set(systems)].map((provider) => ({ provider }));
  return {
    title: info.replaceAll(/\s+/g, " "),
    summary: summaryOf(event),
    body: bodyOf(event),
    tlp: label.tlp,
    ...(label.isSourceWithheld ? { attribution: "ANONYMOUS" } : {}),
    ...(pap === undefined ? {} : { pap }),
    ...(Number.isInteger(confidence) && confidence >= 0 && confidence <= 100 ? { confidence } : {}),
    riskCategories: categoriesOf(event, batch),
    severity: severityOf(event, batch),
    ...(affectedSystems.length > 0 ? { affectedSystems } : {}),
    ...(techniques.length > 0 ? { techniques } : {}),
    references: [{ title: info, externalId: uuid, source: mispSource }, ...referencesOf(event)],
  };
}

/** The values of the forum's own tags, such as `tocsin:severity="HIGH"`. */
function ownTag({ tags }: MispEvent, predicate: string): string[] {
  const begin = `tocsin:${predicate}="`;
  return tags.filter((tag) => tag.startsWith(begin) && tag.endsWith('"')).map((tag) => tag.slice(begin.length, -1));
}

function valuesOf({ values }: MispEvent, which: (value: MispValue) => boolean): string[] {
  return values.filter(which).map(({ value }) => value);
}

/** MISP's threat levels: 1 high, 2 medium, 3 low, 4 undefined. */
const threatLevels: Readonly<Record<string, Severity>> = { "1": "HIGH", "2": "MEDIUM", "3": "LOW" };

function severityOf(event: MispEvent, batch: Notes): Severity {
  const own = severityValues.find((severity) => ownTag(event, "severity").includes(severity));
  const given = own ?? rowOf(threatLevels, event.threatLevel);
  if (given === undefined) batch.tally("no threat level given: taken as MEDIUM", event.uuid);
  return given ?? "MEDIUM";
}

/** MISP knows no areas of risk. What is filed under ATLAS is about models; the rest, as most of MISP, about computers. */
function categoriesOf(event: MispEvent, batch: Notes): readonly RiskCategory[] {
  const own = riskCategoryValues.filter((category) => ownTag(event, "risk-category").includes(category));
  if (own.length > 0) return own;
  const isAboutModels =
    event.tags.some((tag) => tag.startsWith("misp-galaxy:mitre-atlas")) ||
    event.values.some(({ object }) => object?.startsWith("ai-") ?? false);
  const taken = isAboutModels ? "MODEL_SECURITY" : "CYBER";
  batch.tally(`no area of risk given: taken as ${taken}`, event.uuid);
  return [taken];
}

/** The strictest of the PAP tags. */
function papOf({ tags }: MispEvent): Pap | undefined {
  const words = tags.flatMap((tag) => /^PAP:(\w+)$/i.exec(tag.trim())?.[1]?.toUpperCase() ?? []);
  const given = words.map((word) => (word === "WHITE" ? "CLEAR" : word));
  return papValues.find((pap) => given.includes(pap)) ?? (given.length > 0 ? "RED" : undefined);
}

const techniqueShape = /^(?:T\d{4}(?:\.\d{3})?|AML\.[TM]\d{4}(?:\.\d{3})?)$/;

/** From the galaxies, from tags such as `misp-galaxy:mitre-attack-pattern="Phishing - T1566"`, and from what our own events say. */
function techniquesOf(event: MispEvent): string[] {
  const tagged = event.tags.map((tag) => /^misp-galaxy:.* - ([\w.]+)"$/.exec(tag)?.[1] ?? "");
  const said = valuesOf(event, ({ object, comment }) => object === null && comment === "Technique");
  const known = [...event.clusterIds, ...tagged].filter((id) => techniqueShape.test(id));
  return [...new Set([...known, ...said.filter((id) => /^[\w.:-]{1,64}$/.test(id))])];
}

function referencesOf(event: MispEvent): Reference[] {
  const cves = valuesOf(event, ({ type }) => type === "vulnerability").filter((id) => /^CVE-\d{4}-\d{4,}$/.test(id));
  const links = valuesOf(event, ({ type }) => type === "link").flatMap((url) => httpUrl(url) ?? []);
  return [
    ...[...new Set(cves)].map((externalId) => ({ externalId, source: "cve" })),
    ...[...new Set(links)].map((url) => ({ url })),
  ];
}

function summaryOf(event: MispEvent): string {
  const [said] = valuesOf(event, ({ object, relation }) => relation === "summary" && object === "report");
  if (said !== undefined) return said;
  const [report] = event.reports;
  if (report !== undefined) return opening(report.content);
  const { values, date, creator, info } = event;
  const origin = [date === null ? "" : ` of ${date}`, creator === null ? "" : ` by ${creator}`].join("");
  return `${info}: an event of MISP${origin} with ${values.length} value${values.length === 1 ? "" : "s"}.`;
}

/** Reports as they are, then every value: addresses stand in code spans, where nobody follows them by mistake. */
function bodyOf({ reports, values, date, creator, tags }: MispEvent): string {
  const line = (name: string, value: string | null): string[] => (value === null ? [] : [`- ${name}: ${value}`]);
  const facts = [
    ...line("Date", date),
    ...line("By", creator),
    ...line("Tags", tags.length > 0 ? tags.join("; ") : null),
  ];
  const sections = reports.map(({ content }) => content);
  if (values.length > 0) sections.push(`## Values\n\n${values.map(valueLine).join("\n")}`);
  if (facts.length > 0) sections.push(`## In MISP\n\n${facts.join("\n")}`);
  return sections.join("\n\n");
}

function valueLine({ type, value, comment, object, relation }: MispValue): string {
  const name = object === null ? type : `${object} ${relation ?? type}`;
  const code = value.includes("`") || value.includes("\n") ? oneLine(value) : `\`${value}\``;
  return `- ${name}: ${code}${comment === null ? "" : ` (${comment.replaceAll(/\s+/g, " ")})`}`;
}

/** Its time grows with the length alone. */
function oneLine(value: string): string {
  const lines = value.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}
