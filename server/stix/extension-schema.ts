/** The published schema of the extension, made from the tables that items are made from. */
import type { FieldSpec, RecordField } from "../../domain/fields.ts";
import { choiceLists, recordShapes } from "../../domain/fields.ts";
import { itemKinds } from "../../domain/kinds.ts";
import { answerStates, attributions, itemStatuses, relationTypes, sectors } from "../../domain/vocabulary.ts";
import { extensionSchemaPath, fieldsOf, snakeCase } from "./extension.ts";

type Schema = Readonly<Record<string, unknown>>;

export function extensionSchema(origin: string): Schema {
  const fields = itemKinds.flatMap(fieldsOf).map(([name, spec]) => [snakeCase(name), fieldSchema(spec)]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${origin}${extensionSchemaPath}`,
    title: "Tocsin item",
    description: "What an item of a Tocsin forum says beyond the properties of the standard's object that carries it.",
    type: "object",
    properties: { ...envelope, ...part, ...Object.fromEntries(fields) },
    required: ["extension_type"],
    additionalProperties: false,
  };
}

const text = (description: string): Schema => ({ type: "string", description });
const oneOf = (words: readonly string[], description: string): Schema => ({ enum: words, description });
const listOf = (items: Schema): Schema => ({ type: "array", items, minItems: 1 });
const id: Schema = { type: "string" };

const envelope: Readonly<Record<string, Schema>> = {
  extension_type: { const: "property-extension" },
  item_id: text("The item that the object is, in its forum."),
  forum_id: text("The forum that the item is in."),
  kind: oneOf(itemKinds, "The kind of the item."),
  status: oneOf(itemStatuses, "Whether the item is relied on."),
  revision: { type: "integer", minimum: 1, description: "Which revision the object says." },
  attribution: oneOf(attributions, "What is shown of the origin."),
  audience: {
    type: "object",
    description: "To whom it is addressed; in what an origin keeps for itself.",
    properties: {
      organizations: listOf(id),
      groups: listOf(id),
      sectors: listOf({ enum: sectors }),
      accounts: listOf(id),
    },
    additionalProperties: false,
  },
  unset: {
    ...listOf(id),
    description: "Fields that are empty, though the object's own properties say something that reads like them.",
  },
};

const part: Readonly<Record<string, Schema>> = {
  part_of: text("The item that the object is a part of."),
  part: oneOf(["actor", "answer", "indicator", "link", "relation", "report", "sighting"], "What part of it."),
  relation: oneOf(relationTypes, "What the item says of the other."),
  relates_to: text("The other item, in its forum."),
  answer: oneOf(answerStates, "Where the organisation stands with the item."),
};

function fieldSchema(spec: FieldSpec): Schema {
  const { description } = spec;
  switch (spec.type) {
    case "text":
      return { type: "string", maxLength: spec.maxLength, description };
    case "texts":
      return { ...listOf({ type: "string", maxLength: spec.maxLength }), maxItems: spec.maxItems, description };
    case "integer":
      return { type: "integer", minimum: spec.min, maximum: spec.max, description };
    case "fraction":
      return { type: "number", minimum: 0, maximum: 1, description };
    case "instant":
      return { type: "string", description: `${description} An instant as in RFC 3339, in UTC.` };
    case "choice":
      return { enum: choiceLists[spec.of], description };
    case "choices":
      return { ...listOf({ enum: choiceLists[spec.of] }), description };
    case "records":
      return { ...listOf(recordSchema(spec.of)), maxItems: spec.maxItems, description };
  }
}

function recordSchema(name: keyof typeof recordShapes): Schema {
  const shape = Object.entries<RecordField>(recordShapes[name]);
  return {
    type: "object",
    properties: Object.fromEntries(
      shape.map(([key, { description, of }]) => [
        key,
        of === undefined ? { type: ["string", "null"], description } : { enum: choiceLists[of], description },
      ]),
    ),
    required: shape.filter(([, { required }]) => required).map(([key]) => key),
    additionalProperties: false,
  };
}
