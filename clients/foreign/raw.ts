import type { Severity } from "../sdk/index.ts";

/** Looks into data of which nothing is known: what is not of the expected sort reads as absent, and nothing throws. */
export type Raw = Readonly<Record<string, unknown>>;

export function record(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text that every store can hold, without the blanks around it; null for no text, or none worth the name. */
export function text(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const clean = value.replaceAll("\u0000", "").replaceAll("\r\n", "\n").toWellFormed().trim();
  return clean === "" ? null : clean;
}

export function texts(value: unknown): string[] {
  return list(value).flatMap((entry) => text(entry) ?? []);
}

export function finite(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** An address that can be followed; null for paths, file names and whatever else stands where addresses should. */
export function httpUrl(value: unknown): string | null {
  const address = text(value);
  if (address === null || address.length > 2_000) return null;
  const url = URL.parse(address);
  return url?.protocol === "https:" || url?.protocol === "http:" ? address : null;
}

/** At most `maxLength` characters; what is longer ends at a word, with an ellipsis. */
export function shorten(value: string, maxLength: number): string {
  const characters = [...value];
  if (characters.length <= maxLength) return value;
  const cut = characters.slice(0, maxLength - 1).join("");
  const lastBlank = cut.lastIndexOf(" ");
  return `${(lastBlank > cut.length / 2 ? cut.slice(0, lastBlank) : cut).trimEnd()}…`;
}

/** The opening of a text as far as a reader of a list wants it: whole paragraphs, and at least the first. */
export function opening(value: string): string {
  const [first = "", ...rest] = value.split(/\n{2,}/);
  let taken = first;
  for (const paragraph of rest) {
    if (taken.length + paragraph.length > 1_000) break;
    taken += `\n\n${paragraph}`;
  }
  return taken;
}

export const severityOrder: readonly Severity[] = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];

/** The values that most lists have, the most frequent first, ties in the order of their first appearance. */
export function mostCommon<T>(lists: readonly (readonly T[])[], atMost: number): T[] {
  const counts = new Map<T, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, atMost)
    .map(([value]) => value);
}

type Known<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

/** The object without the fields that are null, as an input of the API leaves out what is not known. */
export function known<const T extends Record<string, unknown>>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<T>; // nulls are gone
}

/** The row of a table that foreign text names; text such as `constructor` names none. */
export function rowOf<T>(table: Readonly<Record<string, T>>, name: string | null): T | undefined {
  return name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
