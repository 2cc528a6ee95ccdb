import type { FieldNode, GraphQLField, SelectionSetNode, ValidatedExecutionArgs, VariableValues } from "graphql";
import type { GraphQLCompositeType } from "graphql";
import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  typeFromAST,
} from "graphql";
import type { Config } from "./config.ts";
import { tooMuch } from "./limits.ts";

/** What a list field says of itself in its extensions: the entries to reckon with, and the arguments that say it better. */
type ListSize = { readonly pageSize: number; readonly pageSizeArgs: readonly string[] };

/** A page may ask for so many times its usual size; the field itself refuses more, before it reads anything. */
const maxPages = 5;
/** An entry of a page is found and read, where other objects come with the entry that they stand in. */
const pageEntryCost = 2;

/**
 * Refuses an operation that asks for too much, before any of it is read. Gives what it costs.
 *
 * 1. A value costs nothing, an object 1, an entry of a page 2; a field that says `cost` of itself in its extensions, such as a
 *    long text, that much more, and one that says `searchCost` as much where its filter looks for a text.
 * 2. What stands within a list costs as often as the list has entries: the page size that was asked for, or the usual one.
 * 3. Fragments for different kinds of items are added up, though an item is of one kind only.
 */
export function checkCost(
  args: ValidatedExecutionArgs,
  { maxCost, maxIds }: Pick<Config, "maxCost" | "maxIds">,
): number {
  const { schema, operation, variableValues, fragmentDefinitions } = args;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const known = new Map<string, number>();

  /** `entries` is the size of the page that these selections describe. */
  function ofSelections({ selections }: SelectionSetNode, type: GraphQLCompositeType, entries: number | null): number {
    let total = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = schema.getField(type, selection.name.value);
        if (field) total += ofField(selection, field, entries);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition ? typeFromAST(schema, selection.typeCondition) : type;
        if (isCompositeType(condition)) total += ofSelections(selection.selectionSet, condition, entries);
      } else {
        total += ofFragment(selection.name.value, entries);
      }
    }
    return total;
  }

  function ofFragment(name: string, entries: number | null): number {
    const key = `${name} ${entries}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const fragment = fragmentDefinitions[name];
    const condition = fragment && typeFromAST(schema, fragment.typeCondition);
    const total = fragment && isCompositeType(condition) ? ofSelections(fragment.selectionSet, condition, entries) : 0;
    known.set(key, total);
    return total;
  }

  function ofField(node: FieldNode, field: GraphQLField<unknown, unknown>, entries: number | null): number {
    const values = node.arguments?.length ? argumentsOf(field, node, variableValues) : {};
    const own = listSize(field, values, maxIds);
    const type = getNamedType(field.type);
    const weight = weightOf(field, values);
    if (!node.selectionSet || !isCompositeType(type)) return weight;
    if (!isListType(getNullableType(field.type))) return weight + 1 + ofSelections(node.selectionSet, type, own);
    const inner = ofSelections(node.selectionSet, type, null);
    return weight + (own ?? entries ?? 1) * ((own === null && entries !== null ? pageEntryCost : 1) + inner);
  }

  const cost = ofSelections(operation.selectionSet, root, null);
  if (cost > maxCost) {
    throw tooMuch(
      `The operation costs ${cost}; ${maxCost} is allowed. Ask for less, for smaller pages, or for long texts one by one.`,
    );
  }
  return cost;
}

function listSize(
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
  maxIds: number,
): number | null {
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value) || name !== "ids" || value.length <= maxIds) continue;
    throw tooMuch(`At most ${maxIds} ids can be asked for at once; there were ${value.length}.`);
  }
  const size = sizeOf(field);
  if (size === null) return null;
  for (const name of size.pageSizeArgs) {
    const value = values[name];
    const asked = Array.isArray(value) ? value.length : value;
    if (typeof asked === "number") return Math.min(Math.max(asked, 0), size.pageSize * maxPages);
  }
  return size.pageSize;
}

/** Arguments that cannot be taken are told when the field is executed. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: VariableValues,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

function weightOf(
  { extensions: { cost, searchCost } }: GraphQLField<unknown, unknown>,
  { filter }: Readonly<Record<string, unknown>>,
): number {
  const searches = typeof filter === "object" && filter !== null && "text" in filter && typeof filter.text === "string";
  return (typeof cost === "number" ? cost : 0) + (searches && typeof searchCost === "number" ? searchCost : 0);
}

function sizeOf({ extensions }: GraphQLField<unknown, unknown>): ListSize | null {
  const { pageSize, pageSizeArgs } = extensions;
  if (typeof pageSize !== "number") return null;
  const names = Array.isArray(pageSizeArgs) ? pageSizeArgs.filter((name) => typeof name === "string") : [];
  return { pageSize, pageSizeArgs: names };
}
