import type { FieldSpec, FieldSpecs } from "../domain/fields.ts";
import { envelopeFields, kinds } from "../domain/kinds.ts";
import { AudienceInput } from "./audience.ts";
import { builder } from "./builder.ts";
import { choiceEnums } from "./choice-enums.ts";
import { RelationTypeEnum } from "./item-enums.ts";
import { AttributionEnum, TlpEnum } from "./label-enums.ts";
import { recordInputs } from "./records.ts";

type FieldBuilder = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, "InputObject">;

const RelationInput = builder.inputType("RelationInput", {
  description: "What the item says of another.",
  fields: (t) => ({
    type: t.field({ type: RelationTypeEnum, required: true, description: "What is said." }),
    item: t.id({ required: true, description: "The other item; one that you may see." }),
  }),
});

/** One input for each kind: the label, the envelope, the fields of the kind, and relations. */
function kindInput(typeName: string, description: string, fields: FieldSpecs) {
  return builder.inputType(`${typeName}Input`, {
    description: `${description} A whole revision, with its label.`,
    fields: (t) => ({
      ...inputFields(t, envelopeFields),
      tlp: t.field({ type: TlpEnum, required: true, description: "Who may have it. There is no default." }),
      audience: t.field({ type: AudienceInput, description: "To whom it is addressed, as its label asks for." }),
      attribution: t.field({
        type: AttributionEnum,
        description: "What others are shown of where it comes from; ORGANIZATION where it is not given.",
      }),
      ...inputFields(t, fields),
      relations: t.field({ type: [RelationInput], description: "What it says of other items, at most 100." }),
    }),
  });
}

function inputFields(t: FieldBuilder, specs: FieldSpecs) {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, inputField(t, spec)]));
}

function inputField(t: FieldBuilder, spec: FieldSpec) {
  const required = "required" in spec && spec.required;
  const description = `${spec.description}${limits(spec)}`;
  switch (spec.type) {
    case "text":
      return t.string({ description, required });
    case "texts":
      return t.stringList({ description });
    case "integer":
      return t.int({ description });
    case "fraction":
      return t.float({ description });
    case "instant":
      return t.field({ type: "DateTime", description });
    case "choice":
      return t.field({ type: choiceEnums[spec.of], description, required });
    case "choices":
      return t.field({ type: [choiceEnums[spec.of]], description, required });
    case "records":
      return t.field({ type: [recordInputs[spec.of]], description });
  }
}

/** The limits of a field, where its own words do not say them already. */
function limits(spec: FieldSpec): string {
  const count = (n: number): string => n.toLocaleString("en-GB");
  switch (spec.type) {
    case "text":
      return spec.description.includes("at most") ? "" : ` At most ${count(spec.maxLength)} characters.`;
    case "texts":
      return ` At most ${count(spec.maxItems)} entries of at most ${count(spec.maxLength)} characters.`;
    case "records":
      return ` At most ${count(spec.maxItems)} entries.`;
    default:
      return "";
  }
}

const inputs = Object.values(kinds).map(({ typeName, inputName, description, fields }) => ({
  inputName,
  description,
  type: kindInput(typeName, description, fields),
}));

/** What an author hands in: exactly one kind. draft.ts reads it. */
export const ItemInput = builder.inputType("ItemInput", {
  description: "An item of one kind: give exactly one of these fields.",
  isOneOf: true,
  fields: (t) =>
    Object.fromEntries(inputs.map(({ inputName, description, type }) => [inputName, t.field({ type, description })])),
});
