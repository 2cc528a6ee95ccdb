/**
 * The prose of an item as one description that people read in other tools: the summary, the body, and a section for each field
 * of text that the standard has no place for. Back again, the sections are taken off as far as they stand there unaltered.
 */
import type { Content, ItemKind } from "../../domain/kinds.ts";
import { isRecord, text } from "./raw.ts";

type Values = Readonly<Record<string, unknown>>;
type Section = { readonly field: string; readonly heading: string };

/** The fields that become sections, in this order. */
const sections: Readonly<Record<ItemKind, readonly Section[]>> = {
  CIRCUMVENTION_TECHNIQUE: [{ field: "detection", heading: "Detection" }],
  CAPABILITY_ALERT: [
    { field: "capability", heading: "Capability" },
    { field: "threshold", heading: "Threshold" },
  ],
  THREAT_ACTIVITY: [
    { field: "observations", heading: "Observations" },
    { field: "detection", heading: "Detection" },
  ],
  INCIDENT: [
    { field: "impact", heading: "Impact" },
    { field: "response", heading: "Response" },
  ],
  ADVISORY: [{ field: "recommendedActions", heading: "Recommended actions" }],
  MITIGATION: [
    { field: "deployment", heading: "Deployment" },
    { field: "effectiveness", heading: "Effectiveness" },
    { field: "costs", heading: "Costs" },
  ],
  INFORMATION_REQUEST: [
    { field: "question", heading: "Question" },
    { field: "answerSummary", heading: "Answer" },
  ],
  PRACTICE: [{ field: "clauses", heading: "Clauses" }],
};

export function describe({ kind, envelope, details }: Content): string {
  const { summary, body } = envelope;
  return `${summary}${body === null ? "" : `\n\n${body}`}${sectionText(kind, { ...details })}`;
}

function sectionText(kind: ItemKind, details: Values): string {
  return sections[kind]
    .map(({ field, heading }) => {
      const value = details[field];
      const said = Array.isArray(value) ? value.map((entry: unknown) => `- ${lineOf(entry)}`).join("\n") : value;
      return typeof said === "string" && said !== "" ? `\n\n## ${heading}\n\n${said}` : "";
    })
    .join("");
}

/** An entry of a list of texts, or a clause of a practice. */
function lineOf(entry: unknown): string {
  if (!isRecord(entry)) return String(entry);
  return ["id", "level", "text"].flatMap((name) => text(entry[name]) ?? []).join(" ");
}

/** Where a foreign description is cut into summary and body. */
const summaryLength = 600;

/** Reads a description back. `details` and `summary` are what the extension says, where there is one. */
export function readDescription(
  description: string,
  kind: ItemKind,
  { details, summary }: { readonly details: Values; readonly summary: string | null },
): { readonly summary: string; readonly body: string | null } {
  const added = sectionText(kind, details);
  const rest = added !== "" && description.endsWith(added) ? description.slice(0, -added.length) : description;
  if (summary === null)
    return rest.length <= summaryLength ? { summary: rest, body: null } : { summary: opening(rest), body: rest };
  if (rest === summary) return { summary, body: null };
  const begin = `${summary}\n\n`;
  return rest.startsWith(begin) ? { summary, body: rest.slice(begin.length) } : { summary: opening(rest), body: rest };
}

/** The first paragraph, or as much of it as a summary should have. */
export function opening(prose: string): string {
  const paragraph = prose.trimStart().split("\n\n", 1)[0] ?? "";
  if (paragraph.length <= summaryLength) return paragraph;
  const cut = paragraph.slice(0, summaryLength - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut}…`;
}
