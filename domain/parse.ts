import { badInput } from "./errors.ts";
import type { FieldSpec, FieldSpecs, RecordField, ValuesOf } from "./fields.ts";
import { choiceLists, recordShapes } from "./fields.ts";
import type { Content, Details, ItemKind } from "./kinds.ts";
import { envelopeFields, kinds } from "./kinds.ts";

type Raw = Readonly<Record<string, unknown>>;

/**
 * Turns the fields of an input into the content of an item, or refuses with BAD_USER_INPUT and the path of the field.
 * `path` is where the input stands in what the caller sent, such as `input.advisory`.
 */
export function parseContent<K extends ItemKind>(kind: K, input: Raw, path: string): Content<K> {
  return {
    kind,
    envelope: parseFields(envelopeFields, input, path),
    // the table row of K describes the details of K
    details: parseFields<FieldSpecs>(kinds[kind].fields, input, path) as Details<K>,
  };
}

function parseFields<F extends FieldSpecs>(specs: F, input: Raw, path: string): ValuesOf<F> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) values[name] = parseField(spec, input[name], `${path}.${name}`);
  return values as ValuesOf<F>; // each value was made by the spec of its name
}

function parseField(spec: FieldSpec, value: unknown, path: string): unknown {
  const absent = value === undefined || value === null;
  switch (spec.type) {
    case "texts":
      return absent
        ? []
        : parseList(value, path, spec.maxItems).map((entry, at) =>
            parseShaped(parseText(entry, `${path}.${at}`, spec.maxLength, true), `${path}.${at}`, spec.shape),
          );
    case "records":
      return absent
        ? []
        : parseList(value, path, spec.maxItems).map((entry, at) => parseRecord(spec.of, entry, `${path}.${at}`));
    case "choices": {
      const chosen = absent ? [] : parseList(value, path, choiceLists[spec.of].length * 2);
      if (spec.required && chosen.length === 0) throw badInput(path, "Give at least one.");
      return [...new Set(chosen.map((entry, at) => parseChoice(choiceLists[spec.of], entry, `${path}.${at}`)))];
    }
    default:
      if (!absent) return parseSingle(spec, value, path);
      if ("required" in spec && spec.required) throw badInput(path, "This field is required.");
      return null;
  }
}

type SingleSpec = Extract<FieldSpec, { type: "text" | "choice" | "integer" | "fraction" | "instant" }>;

function parseSingle(spec: SingleSpec, value: unknown, path: string): unknown {
  switch (spec.type) {
    case "text":
      return parseText(value, path, spec.maxLength, spec.required);
    case "choice":
      return parseChoice(choiceLists[spec.of], value, path);
    case "integer":
      return parseNumber(value, path, spec.min, spec.max, true);
    case "fraction":
      return parseNumber(value, path, 0, 1, false);
    case "instant":
      return parseInstant(value, path);
  }
}

function parseList(value: unknown, path: string, maxItems: number): readonly unknown[] {
  if (!Array.isArray(value)) throw badInput(path, "Give a list.");
  if (value.length > maxItems) throw badInput(path, `Give at most ${maxItems} entries; there were ${value.length}.`);
  return value;
}

/** Text that every store and every export can hold: no NUL, no lone surrogates, at most `maxLength` characters. */
export function parseText(value: unknown, path: string, maxLength: number, required: boolean): string {
  if (typeof value !== "string") throw badInput(path, "Give text.");
  if (value.includes("\u0000")) throw badInput(path, "The text holds a NUL character; remove it.");
  if (!value.isWellFormed()) throw badInput(path, "The text holds half a character (a lone surrogate); remove it.");
  if (required && value.trim() === "") throw badInput(path, "The text is empty.");
  const length = value.length <= maxLength ? value.length : [...value].length;
  if (length > maxLength) throw badInput(path, `The text has ${length} characters; at most ${maxLength} are taken.`);
  return value;
}

function parseShaped(text: string, path: string, shape: RegExp | null): string {
  if (shape === null || shape.test(text)) return text;
  throw badInput(path, "Give an id of letters, digits, dots, colons and hyphens.");
}

function parseChoice(list: readonly string[], value: unknown, path: string): string {
  if (typeof value === "string" && list.includes(value)) return value;
  throw badInput(path, `Give one of ${list.join(", ")}.`);
}

function parseNumber(value: unknown, path: string, min: number, max: number, whole: boolean): number {
  const fits = typeof value === "number" && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (!fits) throw badInput(path, `Give a ${whole ? "whole " : ""}number from ${min} to ${max}.`);
  return value;
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
const firstInstant = Date.parse("0000-01-01T00:00:00.000Z");
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

/** An RFC 3339 instant of the years 0000 to 9999 as UTC text with milliseconds. */
export function parseInstant(value: unknown, path: string): string {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
  const [whole, year, month, day] = (typeof text === "string" && rfc3339.exec(text)) || [];
  // Date takes the 30th of February for a day in March.
  const time = whole !== undefined && Number(day) <= daysIn(Number(year), Number(month)) ? Date.parse(whole) : NaN;
  if (!(time >= firstInstant && time <= lastInstant)) {
    throw badInput(path, "Give an instant as in RFC 3339, such as 2026-11-23T09:30:00Z.");
  }
  return new Date(time).toISOString();
}

function daysIn(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0); // months of Date begin at 0, and day 0 is the last of the month before
  return last.getUTCDate();
}

function parseRecord(name: keyof typeof recordShapes, value: unknown, path: string): Raw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badInput(path, "Give an object.");
  const fields = new Map(Object.entries(value));
  const record: Record<string, string | null> = {};
  for (const [key, { required, of }] of Object.entries<RecordField>(recordShapes[name])) {
    const entry: unknown = fields.get(key) ?? null;
    if (entry === null && required) throw badInput(`${path}.${key}`, "This field is required.");
    if (entry === null) record[key] = null;
    else if (of === undefined) record[key] = parseText(entry, `${path}.${key}`, 2_000, required);
    else record[key] = parseChoice(choiceLists[of], entry, `${path}.${key}`);
    if (key === "url" && entry !== null) checkUrl(record[key], `${path}.${key}`);
  }
  if (Object.values(record).every((entry) => entry === null)) throw badInput(path, "The entry is empty.");
  return record;
}

/** Refuses what is no address that a reader can follow. */
export function checkUrl(value: string | null | undefined, path: string): void {
  const url = typeof value === "string" ? URL.parse(value) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") throw badInput(path, "Give an http or https address.");
}
