import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GraphQLEnumType, GraphQLInputField, GraphQLInputObjectType, GraphQLSchema } from "graphql";
import { buildSchema, getNamedType, isInputObjectType, isRequiredInputField } from "graphql";
import { UsageError } from "./exit-codes.ts";

/** A kind of item as authors write it: `circumventionTechnique`, and the fields that it takes. */
export type KindInput = { readonly name: string; readonly type: GraphQLInputObjectType; readonly description: string };

/** The schema that the forum prints: templates, checks and comparisons of items follow it. */
export async function readSchema(): Promise<GraphQLSchema> {
  return buildSchema(await readFile(join(import.meta.dirname, "../../schema/schema.graphql"), "utf8"));
}

export function kindInputs(schema: GraphQLSchema): KindInput[] {
  const input = schema.getType("ItemInput");
  if (!isInputObjectType(input)) throw new Error("The schema has no input ItemInput.");
  return Object.values(input.getFields()).map((field) => {
    const type = getNamedType(field.type);
    if (!isInputObjectType(type)) throw new Error(`ItemInput.${field.name} is not an input object.`);
    const { description } = schema.getType(type.name.replace(/Input$/, "")) ?? field;
    return { name: field.name, type, description: description ?? "" };
  });
}

/** What an author has to decide first. */
const first = ["tlp", "audience", "title", "summary", "riskCategories", "severity", "body"];

/** The fields of a kind in the order in which they are asked for: the label before everything else. */
export function authorFields({ type }: KindInput): GraphQLInputField[] {
  const rank = (field: GraphQLInputField): number => {
    const place = first.indexOf(field.name);
    return place === -1 ? first.length + (isRequiredInputField(field) ? 0 : 1) : place;
  };
  return Object.values(type.getFields()).sort((a, b) => rank(a) - rank(b));
}

/** The words of a closed list, in their order, as people write them. */
export function wordsOf(type: GraphQLEnumType): string[] {
  return type.getValues().map(({ name }) => (type.name === "Tlp" ? name.replace("_", "+") : name));
}

/** The kind that is meant by `circumventionTechnique`, `circumvention-technique` or `CIRCUMVENTION_TECHNIQUE`. */
export function findKind(kinds: readonly KindInput[], word: string): KindInput {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, "");
  const found = kinds.find(({ name }) => plain(name) === plain(word));
  if (found) return found;
  throw new UsageError(
    `There is no kind "${word}". The kinds are: ${kinds.map(({ name }) => kebab(name)).join(", ")}.`,
  );
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
