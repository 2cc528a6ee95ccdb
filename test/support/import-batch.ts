import type { ImportBatch, ImportEntry } from "../../clients/foreign/batch.ts";
import { itemKinds, kinds } from "../../domain/kinds.ts";
import { parseContent } from "../../domain/parse.ts";

/** The input name of the kind that an entry is of, such as `incident`. */
export function kindOf({ input }: ImportEntry): string {
  return Object.keys(input).join(" and ");
}

/** The fields of an entry, whatever its kind. */
export function fieldsOf(entry: ImportEntry | undefined): Record<string, unknown> {
  const [fields] = Object.values(entry?.input ?? {});
  return Object.fromEntries(Object.entries(fields ?? {}));
}

export function entryOf(entries: readonly ImportEntry[], externalId: string): ImportEntry {
  const entry = entries.find(({ externalKey }) => externalKey.externalId === externalId);
  if (entry === undefined) throw new Error(`no entry has the id ${externalId}`);
  return entry;
}

export function countBy<T>(values: readonly T[], of: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[of(value)] = (counts[of(value)] ?? 0) + 1;
  return counts;
}

/** What the forum's own parser would refuse or not know; nothing, for a batch that is as it should be. */
export function refusals({ entries }: ImportBatch, tlp = "CLEAR"): string[] {
  return entries.flatMap((entry) => {
    const kind = itemKinds.find((name) => kinds[name].inputName === kindOf(entry));
    if (kind === undefined) return [`${kindOf(entry)} is no kind of item`];
    const fields = fieldsOf(entry);
    try {
      const content = parseContent(kind, fields, kindOf(entry));
      const taken = new Set(["tlp", "attribution", ...Object.keys(content.envelope), ...Object.keys(content.details)]);
      const unknown = Object.keys(fields).filter((name) => !taken.has(name));
      return fields["tlp"] === tlp ? unknown : [`not TLP:${tlp}`];
    } catch (error) {
      return [`${entry.externalKey.externalId}: ${String(error)}`];
    }
  });
}

/** Which of the numbered promises of batch.ts a batch breaks; none, as it should be. */
export function brokenPromises({ entries }: ImportBatch): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ externalKey, input, relations }) => {
    const key = JSON.stringify(externalKey);
    const [first] = Object.values(input)[0]?.references ?? [];
    const broken: string[] = [];
    if (first?.source !== externalKey.source || first?.externalId !== externalKey.externalId) broken.push(`1: ${key}`);
    if (seen.has(key)) broken.push(`2: ${key}`);
    if (relations.some((relation) => !seen.has(JSON.stringify(relation.externalKey)))) broken.push(`3: ${key}`);
    seen.add(key);
    return broken;
  });
}
