/**
 * AVID has a taxonomy and, for some entries, a score; the forum has areas of risk and four severities. These tables lead from
 * the one to the other, by rules that anybody can check; who knows better revises the item.
 */
import type { HarmType, RiskCategory, Severity } from "../../sdk/index.ts";
import type { AvidDocument } from "./avid-document.ts";
import { benchmarkOf } from "./avid-evaluations.ts";

import { rowOf } from "../../foreign/raw.ts";

/** Entries of the AVID taxonomy, by the code before the colon; a code without a row has that of its first letter. */
const effectRows: Readonly<Record<string, readonly RiskCategory[]>> = {
  S0100: ["CYBER", "MODEL_SECURITY"],
  S0200: ["MODEL_SECURITY"],
  S0202: ["CYBER", "MODEL_SECURITY"],
  S0301: ["PRIVACY"],
  S0502: ["INTELLECTUAL_PROPERTY", "MODEL_SECURITY"],
  E0100: ["BIAS_DISCRIMINATION"],
  E0101: ["BIAS_DISCRIMINATION"],
  E0202: ["SYSTEMIC_OTHER"],
  E0301: ["HARMFUL_CONTENT"],
  E0402: ["MANIPULATION"],
  P0401: ["HARMFUL_CONTENT"],
  P0402: ["RELIABILITY"],
  P0403: ["SYSTEMIC_OTHER"],
};
const effectLetters: Readonly<Record<string, readonly RiskCategory[]>> = {
  S: ["MODEL_SECURITY"], // security
  E: ["SYSTEMIC_OTHER"], // ethics
  P: ["RELIABILITY"], // performance
};

/** Weaknesses that cost something beside the integrity of the software. */
const cweRows: Readonly<Record<string, RiskCategory>> = {
  "CWE-200": "PRIVACY",
  "CWE-312": "PRIVACY",
  "CWE-359": "PRIVACY",
  "CWE-400": "RELIABILITY",
  "CWE-401": "RELIABILITY",
  "CWE-476": "RELIABILITY",
  "CWE-497": "PRIVACY",
  "CWE-532": "PRIVACY",
  "CWE-770": "RELIABILITY",
  "CWE-835": "RELIABILITY",
  "CWE-1088": "RELIABILITY",
  "CWE-1333": "RELIABILITY",
};

/** What a title or the subject of a test says plainly, for reports without the AVID taxonomy. */
const wordRows: readonly (readonly [RegExp, readonly RiskCategory[]])[] = [
  [/\b(code|command) execution\b/i, ["CYBER", "SYSTEM_INTERACTION"]],
  [/\bauthentication bypass\b|\bcloud environment access\b/i, ["CYBER", "PRIVACY"]],
  [/\bexfiltration\b/i, ["PRIVACY", "SYSTEM_INTERACTION"]],
  [/\b(database|api keys?)\b/i, ["PRIVACY", "CYBER"]],
  [/\bguardrail evasion\b/i, ["MODEL_SECURITY", "HARMFUL_CONTENT"]],
  [/\bprompt injection\b/i, ["MODEL_SECURITY"]],
  [/\billegal substances\b/i, ["FRAUD_CRIME", "HARMFUL_CONTENT"]],
  [/\bcopyright/i, ["INTELLECTUAL_PROPERTY"]],
  [/\bjailbreak\b|\bexplicit image\b|^NSFW/i, ["HARMFUL_CONTENT"]],
];

/** The areas of risk, and whether anything in the document spoke for them. */
export function categoriesOf(document: AvidDocument, subjects: readonly string[]): readonly RiskCategory[] {
  const benchmark = benchmarkOf(document);
  if (benchmark !== null && benchmark.categories.length > 0) return benchmark.categories;
  const found = document.effects.flatMap((effect) => {
    const code = effect.slice(0, 5);
    return rowOf(effectRows, code) ?? rowOf(effectLetters, code.slice(0, 1)) ?? [];
  });
  found.push(...document.cwe.flatMap(({ id }) => rowOf(cweRows, id) ?? []));
  if (document.effects.length === 0) {
    const words = [document.title, ...subjects];
    found.push(...wordRows.flatMap(([pattern, areas]) => (words.some((word) => pattern.test(word)) ? areas : [])));
  }
  return [...new Set(found)];
}

/** 0DIN's levels of social impact have words of their own; each is taken at its word. */
const odinLevels: Readonly<Record<string, Severity>> = {
  "1": "LOW", // minimal
  "2": "MEDIUM", // moderate
  "3": "MEDIUM", // significant
  "4": "HIGH", // high
  "5": "CRITICAL", // severe
};
const cvssWords: Readonly<Record<string, Severity>> = {
  NONE: "LOW",
  LOW: "LOW",
  MEDIUM: "MEDIUM",
  HIGH: "HIGH",
  CRITICAL: "CRITICAL",
};

/** The severity, or null where the document says nothing about it. */
export function severityOf(document: AvidDocument): Severity | null {
  const { cvss, odin, effects, className, title } = document;
  if (cvss !== null) return rowOf(cvssWords, cvss.severity) ?? scored(cvss.score ?? 5);
  const level = rowOf(odinLevels, /\d/.exec(odin?.level ?? "")?.[0] ?? null);
  if (level !== undefined) return level;
  const benchmark = benchmarkOf(document);
  if (benchmark !== null) return benchmark.severity;
  // Somebody's body was at stake, or nobody's.
  if (className === "AIID Incident") return effects.some((effect) => effect.startsWith("P0402")) ? "HIGH" : "MEDIUM";
  // Whoever runs code, leaves with the data or gets in unasked has won; an evaded filter is one of several.
  if (/\b(execution|exfiltration|authentication bypass|exposed|exposes|environment access)\b/i.test(title))
    return "HIGH";
  if (/\b(evasion|bypass)\b/i.test(title)) return "MEDIUM";
  return null;
}

/** The ranges of CVSS 3.x. */
function scored(score: number): Severity {
  return score >= 9 ? "CRITICAL" : score >= 7 ? "HIGH" : score >= 4 ? "MEDIUM" : "LOW";
}

const harmRows: Readonly<Record<string, HarmType>> = {
  E0101: "FUNDAMENTAL_RIGHTS",
  E0202: "FUNDAMENTAL_RIGHTS",
  E0301: "PSYCHOLOGICAL",
  E0402: "PUBLIC_INTEREST_CRITICAL_INFRASTRUCTURE",
  P0401: "PSYCHOLOGICAL",
  P0402: "PHYSICAL",
  P0403: "ECONOMIC_PROPERTY",
};

export function harmsOf({ effects }: AvidDocument): readonly HarmType[] {
  return [...new Set(effects.flatMap((effect) => rowOf(harmRows, effect.slice(0, 5)) ?? []))];
}
