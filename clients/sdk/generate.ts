import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type {
  FragmentDefinitionNode,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
} from "graphql";
import { documents } from "./documents.ts";
import { fragmentType, selectionType, typeName, wrap } from "./generate-results.ts";

/** Writes the types of the schema's enums, inputs and objects, and of the variables and results of every document. */
export function generate(sdl: string): string {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isRoot(schema, type),
  );
  return [
    "// Written by clients/sdk/generate.ts from schema/schema.graphql and documents.ts; do not edit.\n",
    ...types.map(namedType),
    ...operationTypes(schema),
  ].join("\n");
}

function namedType(type: GraphQLNamedType): string {
  const doc = type.description == null ? "" : `${comment(type.description)}\n`;
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => `"${name}"`);
    const list = `${type.name[0]?.toLowerCase()}${type.name.slice(1)}Values`;
    return `${doc}export const ${list} = [${values.join(", ")}] as const;\nexport type ${type.name} = (typeof ${list})[number];\n`;
  }
  if (isInputObjectType(type)) return `${doc}export type ${type.name} = ${inputType(type)};\n`;
  if (isObjectType(type)) {
    const fields = Object.values(type.getFields()).map(
      ({ name, type: of, description }) =>
        `${hint(description)}  readonly ${name}: ${wrap(of, typeName(getNamedType(of)))};`,
    );
    return `${doc}export type ${type.name} = {\n  readonly __typename: "${type.name}";\n${fields.join("\n")}\n};\n`;
  }
  return "";
}

function inputType(type: Extract<GraphQLNamedType, { isOneOf: boolean }>): string {
  const fields = Object.values(type.getFields());
  if (type.isOneOf) {
    return fields.map(({ name, type: of }) => `{ readonly ${name}: ${inputName(of, false)} }`).join("\n  | ");
  }
  const lines = fields.map(({ name, type: of, description }) => {
    const optional = isNonNullType(of) ? "" : "?";
    return `${hint(description)}  readonly ${name}${optional}: ${inputName(of, true)};`;
  });
  return `{\n${lines.join("\n")}\n}`;
}

function inputName(type: GraphQLInputType, nullable: boolean): string {
  if (isNonNullType(type)) return inputName(type.ofType, false);
  const absent = nullable ? " | null | undefined" : "";
  if (isListType(type)) return `readonly ${inputName(type.ofType, false)}[]${absent}`;
  return `${typeName(type)}${absent}`;
}

function operationTypes(schema: GraphQLSchema): string[] {
  const unions = Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type));
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: string[] = [];
  for (const [name, text] of Object.entries(documents)) {
    const document = parse(text);
    const errors = validate(schema, document, specifiedRules);
    if (errors.length > 0) throw new Error(`The document ${name} does not fit the schema: ${errors.join("; ")}`);
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
      if (node.kind === Kind.OPERATION_DEFINITION) operations.push(operationType(schema, name, node));
    }
  }
  return [
    ...unions.map((type) => `export type ${type.name} = ${schema.getPossibleTypes(type).join(" | ")};\n`),
    ...[...fragments].map(([name, node]) => `export type ${name} = ${fragmentType(schema, node)};\n`),
    `/** The variables and the result of each document. */\nexport type Operations = {\n${operations.join("\n")}\n};\n`,
  ];
}

function operationType(schema: GraphQLSchema, name: string, node: OperationDefinitionNode): string {
  const root = schema.getRootType(node.operation);
  if (root == null) throw new Error(`The schema has no ${node.operation}.`);
  const variables = (node.variableDefinitions ?? []).map(({ variable, type: typeNode }) => {
    const type = typeFromAST(schema, typeNode) as GraphQLInputType | undefined; // the document is valid
    if (type === undefined) throw new Error(`${name}: unknown type of $${variable.name.value}.`);
    return `readonly ${variable.name.value}${isNonNullType(type) ? "" : "?"}: ${inputName(type, true)}`;
  });
  const result = selectionType(schema, root, node.selectionSet).replaceAll("\n", "\n    ");
  return `  ${name}: {\n    variables: { ${variables.join("; ")} };\n    result: ${result};\n  };`;
}

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
}

function hint(description: string | null | undefined): string {
  return description == null ? "" : `${comment(description).replace(/^/gm, "  ")}\n`;
}

function comment(text: string): string {
  return `/** ${text.replaceAll("*/", "* /").replaceAll("\n", "\n * ")} */`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "../..");
  const sdl = await readFile(process.argv[2] ?? join(root, "schema/schema.graphql"), "utf8");
  await writeFile(join(import.meta.dirname, "generated.ts"), generate(sdl));
}
