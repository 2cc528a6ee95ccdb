import type { GraphQLInputField, GraphQLInputObjectType, GraphQLInputType } from "graphql";
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from "graphql";
import type { ItemInput } from "../sdk/index.ts";
import { UsageError } from "./exit-codes.ts";
import type { KindInput } from "./item-schema.ts";
import { authorFields, findKind, wordsOf } from "./item-schema.ts";
import { nearNames } from "./near.ts";

/**
 * Refuses an item that nobody has filled in, or in which a word or the name of a field is none that the schema knows. The
 * label comes first, and everything that is open is told at once. Whether the item is one is for the forum to say.
 */
export function checkItem(kinds: readonly KindInput[], input: ItemInput): void {
  const [[name, content] = ["", null]] = Object.entries<unknown>(input);
  const kind = findKind(kinds, name);
  const given = record(content) ?? {};
  const path = `input.${kind.name}`;
  const open = authorFields(kind).filter((field) => isRequiredInputField(field) && isOpen(given[field.name]));
  const label = open.find(isLabel);
  if (label === undefined && "tlp" in given) checkField(kind.type, "tlp", given["tlp"], path);
  const [first] = open;
  if (first !== undefined) throw new UsageError(asking(label, open), { field: `${path}.${first.name}` });
  checkObject(kind.type, given, path);
}

/** "Choose a label: tlp takes RED, … Then fill in title and summary." */
function asking(label: GraphQLInputField | undefined, open: readonly GraphQLInputField[]): string {
  const others = open.filter((field) => field !== label).map(({ name }) => name);
  if (label === undefined) return `Fill in ${listed(others, "and")}.`;
  const type = getNamedType(label.type);
  const choose = `Choose a label: ${label.name} takes ${isEnumType(type) ? listed(wordsOf(type), "or") : "one"}.`;
  return others.length === 0 ? choose : `${choose} Then fill in ${listed(others, "and")}.`;
}

function checkObject(type: GraphQLInputObjectType, value: unknown, path: string): void {
  for (const [name, entry] of Object.entries(record(value) ?? {})) checkField(type, name, entry, path);
}

function checkField(type: GraphQLInputObjectType, name: string, value: unknown, path: string): void {
  const field = type.getFields()[name];
  const here = `${path}.${name}`;
  if (field !== undefined) return checkValue(field.type, value, name, here);
  const [near] = nearNames(
    name,
    Object.keys(type.getFields()).map((known) => ({ name: known })),
  );
  const advice = near === undefined ? "" : ` There is ${near.name}.`;
  throw new UsageError(`There is no field "${name}" here.${advice}`, { field: here });
}

function checkValue(input: GraphQLInputType, value: unknown, name: string, path: string): void {
  const type = getNullableType(input);
  if (value === null || value === undefined) return;
  if (isListType(type)) {
    if (Array.isArray(value)) value.forEach((entry, at) => checkValue(type.ofType, entry, name, `${path}.${at}`));
  } else if (isInputObjectType(type)) checkObject(type, value, path);
  else if (isEnumType(type) && !type.getValues().some((word) => word.name === value)) {
    const said = typeof value === "string" ? `not "${value}"` : "and one of them only";
    throw new UsageError(`${name} takes ${listed(wordsOf(type), "or")}, ${said}.`, { field: path });
  }
}

function isLabel(field: GraphQLInputField): boolean {
  return getNamedType(field.type).name === "Tlp";
}

function isOpen(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || value === null || (Array.isArray(value) && value.every(isOpen));
}

function listed(words: readonly string[], last: "and" | "or"): string {
  return new Intl.ListFormat("en-GB", { type: last === "and" ? "conjunction" : "disjunction" }).format(words);
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return value as Record<string, unknown>; // every object is one
}
