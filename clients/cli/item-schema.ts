import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GraphQLInputObjectType, GraphQLSchema } from "graphql";
import { buildSchema, getNamedType, isInputObjectType } from "graphql";
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
