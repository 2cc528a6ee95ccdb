import type { AvidDocument } from "./avid-document.ts";
import { benchmarkOf, evaluationsOf, testScores } from "./avid-evaluations.ts";
import { categoriesOf, harmsOf, severityOf } from "./avid-judgement.ts";
import type { BatchBuilder } from "../../foreign/batch-builder.ts";
import type { CapabilityFields, Envelope, ImportInput, IncidentFields, TechniqueFields } from "../../foreign/batch.ts";
import { known, opening, shorten } from "../../foreign/raw.ts";

export const avidSource = "avid";

type Kind = "technique" | "alert" | "incident" | "advisory";

/**
 * What of the forum a document is:
 * 1. what 0DIN tested against models is a circumvention technique, measured or not;
 * 2. an evaluation with metrics is a capability alert, one without is guidance on a flaw, an advisory;
 * 3. what happened (AIID) or was carried out against a real system (ATLAS) is an incident;
 * 4. everything else tells of a flaw in a product: an advisory.
 */
export function kindOf(document: AvidDocument): Kind {
  const { className, type, odin, references } = document;
  if (className === "Third-party Report" && (odin !== null || references.some(isOfOdin))) return "technique";
  if (benchmarkOf(document) !== null) return "alert";
  if (type === "vulnerability" && (className === "AIID Incident" || className === "ATLAS Case Study"))
    return "incident";
  return "advisory";
}

function isOfOdin({ url }: { readonly url?: string }): boolean {
  return url !== undefined && URL.parse(url)?.hostname === "0din.ai";
}

/** The document as an input of the forum. */
export function inputOf(document: AvidDocument, batch: BatchBuilder): ImportInput {
  const envelope = envelopeOf(document, batch);
  switch (kindOf(document)) {
    case "technique":
      return { circumventionTechnique: { ...envelope, ...techniqueFields(document) } };
    case "alert":
      return { capabilityAlert: { ...envelope, ...alertFields(document) } };
    case "incident":
      return { incident: { ...envelope, ...incidentFields(document) } };
    case "advisory":
      return { advisory: envelope };
  }
}

function envelopeOf(document: AvidDocument, batch: BatchBuilder): Envelope {
  const { id, affected, references } = document;
  const title = titleOf(document);
  if (title !== document.title) batch.tally("title made readable", id);
  const subjects = [...new Set(testScores(document).map(({ subject }) => subject))];
  const categories = categoriesOf(document, subjects);
  if (categories.length === 0) batch.tally("no area of risk given or plain: taken as SYSTEMIC_OTHER", id);
  const severity = severityOf(document);
  if (severity === null) batch.tally("no severity given or plain: taken as MEDIUM", id);
  const folder = document.type === "report" ? "reports" : "vulnerabilities";
  const url = `https://github.com/avidml/avid-db/blob/main/${folder}/${id.slice(5, 9)}/${id}.json`;
  const techniques = techniquesOf(document);
  return {
    title,
    summary: opening(document.description),
    body: bodyOf(document),
    tlp: "CLEAR",
    riskCategories: categories.length > 0 ? categories : ["SYSTEMIC_OTHER"],
    severity: severity ?? "MEDIUM",
    ...(affected.length > 0 ? { affectedSystems: affected } : {}),
    ...(techniques.length > 0 ? { techniques } : {}),
    references: [{ title: id, url, externalId: id, source: avidSource }, ...references],
  };
}

/** Some titles say no more than a number, or carry a mark without a blank behind it. */
function titleOf({ title, description, affected }: AvidDocument): string {
  const bare = /^(?:Vulnerability|CVE|confirmed)?\s*\(?(CVE-\d{4}-\d{4,})\)?$/i.exec(title)?.[1];
  const system = affected[0];
  if (bare !== undefined && system === undefined) return `${bare}: ${shorten(description, 100)}`;
  if (bare !== undefined && system !== undefined) {
    const name = system.model === undefined ? system.provider : `${system.provider} ${system.model}`;
    return `${name}: ${bare}`;
  }
  return title.replace(/^NSFW(?=[A-Z][a-z])/, "").replaceAll(/ {2,}/g, " ");
}

function techniquesOf(document: AvidDocument): string[] {
  if (kindOf(document) === "technique") {
    const hidden = document.odin?.tactics.some((tactic) => tactic.includes("Code and Encode")) ?? false;
    return [isInjection(document) ? "AML.T0051" : "AML.T0054", ...(hidden ? ["AML.T0068"] : [])];
  }
  return [];
}

function isInjection({ title }: AvidDocument): boolean {
  return /\bprompt injection\b/i.test(title);
}

function techniqueFields(document: AvidDocument): TechniqueFields {
  const hidden = techniquesOf(document).includes("AML.T0068");
  return {
    safeguardsBypassed: [
      isInjection(document) ? "SYSTEM_PROMPT" : "REFUSAL_TRAINING",
      ...(hidden ? (["INPUT_FILTER"] as const) : []),
    ],
    maturity: "DEMONSTRATED", // 0DIN publishes what it has seen work
    accessRequired: ["CONSUMER_INTERFACE"],
  };
}

function alertFields(document: AvidDocument): CapabilityFields {
  return {
    capability: benchmarkOf(document)?.capability ?? document.title,
    // A public benchmark alone neither shows that a threshold is reached nor that it is not.
    thresholdState: "CANNOT_EXCLUDE",
    threshold: "None is stated: AVID reports the result of an evaluation, without a threshold of anybody's.",
    evaluations: evaluationsOf(document),
  };
}

function incidentFields(document: AvidDocument): IncidentFields {
  const harmTypes = harmsOf(document);
  return known({
    // AVID does not say whether a case study of ATLAS was an exercise or an attack.
    incidentClass: document.className === "AIID Incident" ? "INCIDENT" : null,
    harmTypes: document.className === "AIID Incident" && harmTypes.length > 0 ? harmTypes : null,
  });
}

function bodyOf(document: AvidDocument): string {
  const { description, date, credit, className, problemType, riskDomains, effects, cvss, cwe, odin } = document;
  const scores = testScores(document);
  const line = (name: string, values: readonly (string | null)[]): string[] => {
    const given = values.filter((value) => value !== null && value !== "");
    return given.length === 0 ? [] : [`- ${name}: ${given.join("; ")}`];
  };
  const facts = [
    ...line("Sort of entry", [className, problemType]),
    ...line("Reported", [date]),
    ...line("Credit", credit),
    ...line("AVID taxonomy", [...riskDomains, ...effects]),
    ...line("CVSS", cvss === null ? [] : [cvss.score?.toFixed(1) ?? null, cvss.severity, cvss.vector]),
    ...line(
      "CWE",
      cwe.map(({ id, description: words }) => (words?.startsWith(id) ? words : `${id} ${words ?? ""}`.trim())),
    ),
    ...line("Social impact, in the words of 0DIN", [odin?.level ?? null]),
  ];
  const sections = [description, facts.join("\n")];
  if (odin !== null && odin.tactics.length > 0) {
    sections.push(`## Tactics\n\n${odin.tactics.map((tactic) => `- ${tactic}`).join("\n")}`);
  }
  if (scores.length > 0) {
    const rows = scores.map(({ model, subject, score }) => `| ${model} | ${subject} | ${score} |`);
    sections.push(
      `## Test scores of 0DIN (0 to 100)\n\n| model | subject | score |\n| --- | --- | --- |\n${rows.join("\n")}`,
    );
  }
  return sections.join("\n\n");
}
