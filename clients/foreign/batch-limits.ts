import type { ImportInput } from "./batch.ts";
import { shorten } from "./raw.ts";

type Limit = { readonly maxLength: number; readonly maxItems?: number };

const prose = 20_000;
const ofRecords: Limit = { maxLength: 2_000 };

/** What the forum takes in each field of text; a longer list is cut, a longer text ends with an ellipsis. */
export const limits: Readonly<Record<string, Limit>> = {
  title: { maxLength: 300 },
  summary: { maxLength: 2_000 },
  body: { maxLength: 100_000 },
  techniques: { maxLength: 64, maxItems: 100 },
  affectedSystems: { ...ofRecords, maxItems: 100 },
  references: { ...ofRecords, maxItems: 200 },
  clauses: { ...ofRecords, maxItems: 200 },
  evaluations: { ...ofRecords, maxItems: 100 },
  detection: { maxLength: prose },
  capability: { maxLength: 300 },
  threshold: { maxLength: 2_000 },
  impact: { maxLength: prose },
  response: { maxLength: prose },
  recommendedActions: { maxLength: 2_000, maxItems: 50 },
  counters: { maxLength: 300, maxItems: 200 },
  effectiveness: { maxLength: prose },
  actors: { maxLength: 300, maxItems: 50 },
  deployment: { maxLength: prose },
};

/** The input as the forum takes it; `onCut` hears of every field that lost something. */
export function fit<T extends ImportInput>(input: T, onCut: (field: string, limit: string) => void): T {
  const fitted = Object.entries(input).map(([kind, fields]) => [kind, fitFields(Object.entries(fields), onCut)]);
  return Object.fromEntries(fitted) as T; // the same fields, with shorter values of the same types
}

function fitFields(fields: [string, unknown][], onCut: (field: string, limit: string) => void): object {
  return Object.fromEntries(fields.map(([name, value]) => [name, fitValue(name, value, onCut)]));
}

function fitValue(name: string, value: unknown, onCut: (field: string, limit: string) => void): unknown {
  const limit = limits[name];
  if (limit === undefined) return value;
  const { maxLength, maxItems } = limit;
  if (typeof value === "string") {
    const short = shorten(value, maxLength);
    if (short !== value) onCut(name, `${maxLength} characters`);
    return short;
  }
  if (Array.isArray(value)) {
    if (maxItems !== undefined && value.length > maxItems) onCut(name, `${maxItems} entries`);
    return value.slice(0, maxItems).map((entry: unknown) => fitEntry(name, entry, onCut));
  }
  return value;
}

function fitEntry(name: string, entry: unknown, onCut: (field: string, limit: string) => void): unknown {
  if (typeof entry === "string") return fitValue(name, entry, onCut);
  if (typeof entry !== "object" || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, fitValue(name, value, onCut)]));
}
