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

/** What an author has to decide first. */
const first = ["tlp", "audience", "title", "summary", "riskCategories", "severity", "body"];

/** A file to fill in: what is required stands open, everything else is a comment until somebody wants it. */
export function templateFor(kind: KindInput): string {
  const fields = Object.values(kind.type.getFields()).sort((a, b) => rank(a) - rank(b));
  return [
    `# ${kind.description}`,
    "# Fill in what stands open, and take away the # of what you want to add.",
    `${kind.name}:`,
    ...fields.flatMap((field) => ["", ...fieldLines(field)]),
    "",
  ].join("\n");
}

function rank(field: GraphQLInputField): number {
  const place = first.indexOf(field.name);
  return place === -1 ? first.length + (isRequiredInputField(field) ? 0 : 1) : place;
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
  const lines = (field.description ?? "").split("\n").filter((line) => line !== "");
  if (required) lines[0] = `Required. ${lines[0] ?? ""}`.trim();
  const type = getNamedType(field.type);
  if (isEnumType(type)) {
    const several = isListType(getNullableType(field.type)) ? "Any of" : "One of";
    lines.push(
      ...wrapped(
        `${several}: ${type
          .getValues()
          .map(({ name }) => name)
          .join(", ")}`,
      ),
    );
  }
  return lines;
}

function wrapped(text: string, width = 100): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`.trim();
    else lines.push(`  ${word}`);
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
    const named = getNamedType(type);
    const hint = isEnumType(named)
      ? ` # ${named
          .getValues()
          .map((value) => value.name)
          .join(", ")}`
      : "";
    return `${name}:${isListType(getNullableType(type)) ? " []" : ""}${hint}`;
  });
}
