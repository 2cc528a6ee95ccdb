import type { GraphQLInputField, GraphQLInputType } from "graphql";
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from "graphql";
import type { KindInput } from "./item-schema.ts";
import { authorFields, wordsOf } from "./item-schema.ts";
import { wrapText } from "./text-width.ts";

const commentWidth = 100;

/** A file to fill in: what is required stands open, everything else is a comment until somebody wants it. */
export function templateFor(kind: KindInput): string {
  return [
    `# ${kind.description}`,
    "# Fill in what stands open, and take away the # of what you want to add.",
    `${kind.name}:`,
    ...authorFields(kind).flatMap((field) => ["", ...fieldLines(field)]),
    "",
  ].join("\n");
}

function fieldLines(field: GraphQLInputField): string[] {
  const required = isRequiredInputField(field);
  const open = required ? "  " : "  # ";
  const [head = "", ...rest] = exampleOf(field.type);
  const value = head === "" ? "" : ` ${head}`;
  return [
    ...comment(field, required).map((line) => `  # ${line}`),
    `${open}${field.name}:${value}`.trimEnd(),
    ...rest.map((line) => `${open}  ${line}`),
  ];
}

function comment(field: GraphQLInputField, required: boolean): string[] {
  const type = getNamedType(field.type);
  const single = getNullableType(field.type);
  // What a whole object is for says more than what it is called.
  const description = isInputObjectType(single) ? single.description : field.description;
  const lines = wrapText(`${required ? "Required. " : ""}${description ?? ""}`, commentWidth);
  if (isEnumType(type)) {
    lines.push(...wrapText(`${isListType(single) ? "Any of" : "One of"}: ${wordsOf(type).join(", ")}`, commentWidth));
  }
  return lines;
}

/** What a value looks like. A label and a severity are left open: nobody should post what they did not choose. */
function exampleOf(input: GraphQLInputType): string[] {
  const type = getNullableType(input);
  if (isListType(type)) {
    const inner = getNamedType(type);
    if (!isInputObjectType(inner)) return ["[]"];
    const [head = "", ...rest] = objectLines(inner.getFields());
    return ["", `- ${head}`, ...rest.map((line) => `  ${line}`)];
  }
  if (isInputObjectType(type)) return ["", ...objectLines(type.getFields())];
  return [getNamedType(type).name === "DateTime" ? "2026-11-23T09:30:00Z" : ""];
}

function objectLines(fields: Readonly<Record<string, GraphQLInputField>>): string[] {
  return Object.values(fields).map(({ name, type }) => {
    const hint = hintOf(type);
    return `${name}:${isListType(getNullableType(type)) ? " []" : ""}${hint === "" ? "" : ` # ${hint}`}`;
  });
}

function hintOf(input: GraphQLInputType): string {
  const type = getNamedType(input);
  if (isEnumType(type)) return wordsOf(type).join(", ");
  if (type.name !== "ID") return "";
  // Whoever stands in a list of ids stands in the directory too; single ids are those of items.
  return isListType(getNullableType(input)) ? "names or ids, as `tocsin directory` shows them" : "itm_…";
}
