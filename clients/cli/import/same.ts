import type { GraphQLInputField } from "graphql";
import { getNamedType, isListType, getNullableType } from "graphql";
import type { KindInput } from "../item-schema.ts";
import type { Existing } from "./existing.ts";

export type Relation = { readonly type: string; readonly item: string };

/** Whether an item says already what an input would make it say. What an input leaves out, it means to be empty. */
export function saysTheSame(
  kind: KindInput,
  input: Readonly<Record<string, unknown>>,
  relations: readonly Relation[],
  item: Existing,
): boolean {
  const now: Readonly<Record<string, unknown>> = { ...item };
  const fields = Object.values(kind.type.getFields()).filter(
    ({ name }) => !apart.has(name) && (!byWish.has(name) || name in input),
  );
  return (
    fields.every((field) => normal(field, input[field.name]) === normal(field, now[field.name])) &&
    relationText(relations) === relationText(item.relations.map(({ type, item: { id } }) => ({ type, item: id })))
  );
}

/** Compared where the input says it: an import is in its own name. The audience follows from the label, relations are compared by themselves. */
const byWish = new Set(["attribution"]);
const apart = new Set(["audience", "relations"]);

function normal(field: GraphQLInputField, value: unknown): string {
  const type = getNullableType(field.type);
  if (value === null || value === undefined) return isListType(type) ? "[]" : "null";
  if (getNamedType(type).name === "DateTime")
    return JSON.stringify(typeof value === "string" ? new Date(value).toISOString() : value);
  const isGiven = getNamedType(type).name === "ClauseInput"; // clauses get their numbers from the forum
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (!isRecord(entry)) return entry;
    const { id: _number, ...said } = entry;
    return withoutNulls(isGiven ? said : entry);
  });
}

function withoutNulls(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(entry).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function relationText(relations: readonly Relation[]): string {
  return relations
    .map(({ type, item }) => `${type} ${item}`)
    .sort()
    .join("\n");
}
