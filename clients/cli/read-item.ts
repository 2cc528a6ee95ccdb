import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import type { GraphQLInputObjectType, GraphQLInputType } from "graphql";
import { getNullableType, isEnumType, isInputObjectType, isListType } from "graphql";
import { parse } from "yaml";
import type { ItemInput } from "../sdk/index.ts";
import { UsageError } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { KindInput } from "./item-schema.ts";
import { checkItem } from "./check-item.ts";
import { findKind, kindInputs, readSchema } from "./item-schema.ts";
import { readInstant, readWord } from "./words.ts";

/** An item from a file or, for `-`, from the standard input: YAML or JSON. */
export async function readItem(io: Io, file: string): Promise<ItemInput> {
  const text = file === "-" ? await readAll(io.stdin) : await readText(file);
  const kinds = kindInputs(await readSchema());
  const item = parseItem(text, kinds, file === "-" ? "the standard input" : file);
  checkItem(kinds, item);
  return item;
}

/** The fields of an input of the API, such as a charter, from a file likewise. The forum checks what is in them. */
export async function readInput<T>(io: Io, file: string, typeName: string): Promise<T> {
  const name = file === "-" ? "the standard input" : file;
  const type = (await readSchema()).getType(typeName);
  const value = parseYaml(file === "-" ? await readAll(io.stdin) : await readText(file), name);
  if (!isInputObjectType(type) || fields(value) === null) throw new UsageError(`${name} holds no fields.`);
  return fitObject(type, value) as T; // fitted to the fields of that very type
}

/** A text as it stands in a file or, for `-`, in the standard input. */
export function readPlain(io: Io, file: string): Promise<string> {
  return file === "-" ? readAll(io.stdin) : readText(file);
}

/** Takes `{advisory: {…}}` as the API does, and `{kind: ADVISORY, …}` as people may write it. */
export function parseItem(text: string, kinds: readonly KindInput[], name: string): ItemInput {
  const value = fields(parseYaml(text, name));
  if (value === null) throw new UsageError(`${name} holds no item. See \`tocsin template --help\`.`);
  const { kind: word, ...rest } = value;
  const [only, ...others] = Object.keys(value);
  if (typeof word !== "string" && (only === undefined || others.length > 0)) {
    throw new UsageError(`${name} has to hold one item, such as \`advisory:\` with its fields below it.`);
  }
  const kind = findKind(kinds, typeof word === "string" ? word : (only ?? ""));
  const content = typeof word === "string" ? rest : value[only ?? ""];
  return { [kind.name]: fitObject(kind.type, content) } as ItemInput; // the forum checks what is in it
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

/** Every value as it is written: a version "4.10" is no number, and a date is no time. The schema says what is what. */
function parseYaml(text: string, name: string): unknown {
  try {
    return parse(text, { schema: "failsafe", customTags: ["null"], prettyErrors: true });
  } catch (error) {
    throw new UsageError(`${name} is neither YAML nor JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fitObject(type: GraphQLInputObjectType, value: unknown): unknown {
  const given = fields(value);
  if (given === null) return value;
  const known = type.getFields();
  return Object.fromEntries(
    Object.entries(given).map(([name, entry]) => [name, known[name] ? fit(known[name].type, entry) : entry]),
  );
}

function fit(input: GraphQLInputType, value: unknown): unknown {
  const type = getNullableType(input);
  if (value === null) return null;
  if (isListType(type)) return (Array.isArray(value) ? value : [value]).map((entry) => fit(type.ofType, entry));
  if (isInputObjectType(type)) return fitObject(type, value);
  if (typeof value !== "string") return value;
  if (isEnumType(type)) return readWord(value);
  if (type.name === "DateTime") return readInstant(value);
  if (type.name === "Boolean") return value === "true" ? true : value === "false" ? false : value;
  if ((type.name === "Int" || type.name === "Float") && value.trim() !== "") {
    return Number.isNaN(Number(value)) ? value : Number(value);
  }
  return value;
}

function fields(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return value as Record<string, unknown>; // every object is one
}
