import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionSetNode,
} from "graphql";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from "graphql";

/** The TypeScript type of what a selection of fields answers. Fragments are named, so that results stay readable. */
export function selectionType(schema: GraphQLSchema, parent: GraphQLNamedType, selection: SelectionSetNode): string {
  const fields: FieldNode[] = [];
  const spreads: string[] = [];
  const conditions: InlineFragmentNode[] = [];
  for (const node of selection.selections) {
    if (node.kind === Kind.FIELD) fields.push(node);
    else if (node.kind === Kind.FRAGMENT_SPREAD) spreads.push(node.name.value);
    else conditions.push(node);
  }
  const named = fields.some((field) => field.name.value === "__typename");
  const own = fields.filter((field) => field.name.value !== "__typename");
  const parts = [...spreads];
  if (own.length > 0) parts.push(record(own.map((field) => fieldLine(schema, parent, field))));
  const variants = possibleNames(schema, parent).map((name) => variant(schema, name, named, conditions));
  if (named || conditions.length > 0) parts.push(`(${[...new Set(variants)].join(" | ")})`);
  return parts.length === 0 ? "Record<string, never>" : parts.join(" & ");
}

/** The type that stands for a fragment, under its own name. */
export function fragmentType(schema: GraphQLSchema, fragment: FragmentDefinitionNode): string {
  return selectionType(schema, typeNamed(schema, fragment.typeCondition.name.value), fragment.selectionSet);
}

/** What one of the possible types adds to the fields that all of them share. */
function variant(schema: GraphQLSchema, name: string, named: boolean, conditions: InlineFragmentNode[]): string {
  const type = typeNamed(schema, name);
  const lines = named ? [`readonly __typename: "${name}";`] : [];
  for (const { typeCondition, selectionSet } of conditions) {
    if (typeCondition?.name.value !== name) continue;
    for (const node of selectionSet.selections) {
      if (node.kind !== Kind.FIELD) throw new Error("Only fields may stand within an inline fragment.");
      lines.push(fieldLine(schema, type, node));
    }
  }
  return record(lines);
}

function fieldLine(schema: GraphQLSchema, parent: GraphQLNamedType, node: FieldNode): string {
  if (!isObjectType(parent) && !isInterfaceType(parent)) throw new Error(`${parent.name} has no fields.`);
  const field = parent.getFields()[node.name.value];
  if (field === undefined) throw new Error(`${parent.name} has no field ${node.name.value}.`);
  const inner = getNamedType(field.type);
  const text =
    isCompositeType(inner) && node.selectionSet ? selectionType(schema, inner, node.selectionSet) : typeName(inner);
  return `readonly ${node.alias?.value ?? node.name.value}: ${wrap(field.type, text)};`;
}

/** Lists and nulls around the text of a named type. */
export function wrap(type: GraphQLOutputType, text: string): string {
  if (isNonNullType(type)) return wrapNonNull(type.ofType, text);
  return `${wrapNonNull(type, text)} | null`;
}

function wrapNonNull(type: GraphQLOutputType, text: string): string {
  if (!isListType(type)) return text;
  const inner = wrap(type.ofType, text);
  return `readonly ${/^\w+$/.test(inner) ? inner : `(${inner})`}[]`;
}

const scalars: Readonly<Record<string, string>> = {
  ID: "string",
  String: "string",
  DateTime: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
};

/** How a type of the schema is called in TypeScript. */
export function typeName(type: GraphQLNamedType): string {
  return scalars[type.name] ?? type.name;
}

function possibleNames(schema: GraphQLSchema, type: GraphQLNamedType): string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => possible.name) : [type.name];
}

function typeNamed(schema: GraphQLSchema, name: string): GraphQLNamedType {
  const type = schema.getType(name);
  if (type === undefined) throw new Error(`The schema has no type ${name}.`);
  return type;
}

function record(lines: readonly string[]): string {
  return lines.length === 0 ? "{}" : `{\n${lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}\n`).join("")}}`;
}
