/** An item as text in CommonMark, for tools that have one field for all that it says. The label comes first. */
import type { FieldSpec } from "../domain/fields.ts";
import { envelopeFields, kinds } from "../domain/kinds.ts";
import { printTlp } from "../domain/tlp.ts";
import type { ItemView } from "../domain/view.ts";

/** What stands above or apart from the rest. */
const told: ReadonlySet<string> = new Set(["title", "summary", "body"]);

export function proseOf(item: ItemView): string {
  const label = `${printTlp(item.tlp)} – ${item.handling.sentence}`;
  if (item.withdrawal !== null) return `${label}\n\nWithdrawn: ${item.withdrawal.reason}`;
  const { envelope, details, kind } = item.content;
  const parts = [label, envelope.summary, ...(envelope.body === null ? [] : [envelope.body])];
  parts.push(...sectionsOf(kinds[kind].fields, details), ...sectionsOf(envelopeFields, envelope));
  return parts.join("\n\n");
}

/** When an item last changed. */
export function changedAt({ withdrawal, revisedAt, publishedAt }: ItemView): string {
  return withdrawal?.at ?? revisedAt ?? publishedAt ?? "";
}

function sectionsOf(specs: Readonly<Record<string, FieldSpec>>, values: object): string[] {
  const given = new Map<string, unknown>(Object.entries(values));
  return Object.keys(specs).flatMap((name) => {
    const value = given.get(name);
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return told.has(name) || isEmpty ? [] : [`## ${wordsOf(name)}\n\n${textOf(value)}`];
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((entry) => `- ${entryText(entry)}`).join("\n");
  return String(value);
}

function entryText(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  return Object.entries(entry)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${wordsOf(name)}: ${String(value)}`)
    .join("; ");
}

/** `safeguardsBypassed` as `Safeguards bypassed`. */
function wordsOf(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
