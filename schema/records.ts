import type { RecordField, RecordName } from "../domain/fields.ts";
import { recordShapes } from "../domain/fields.ts";
import { builder } from "./builder.ts";
import { choiceEnums } from "./choice-enums.ts";

export type RecordView = Readonly<Record<string, string | null>>;

const words: Readonly<Record<RecordName, string>> = {
  AffectedSystem: "A system that something was seen with.",
  Reference: "A place where there is more to read.",
  Evaluation: "A measurement that a capability alert rests on.",
  Clause: "One demand of a practice, which comments and adoptions can point at.",
};

function outputRecord(name: RecordName) {
  return builder.objectRef<RecordView>(name).implement({
    description: words[name],
    fields: (t) =>
      Object.fromEntries(
        Object.entries<RecordField>(recordShapes[name]).map(([field, { required, given, of, description }]) => [
          field,
          t.field({
            type: of === undefined ? "String" : choiceEnums[of],
            nullable: !required && given !== true,
            description,
            resolve: (record): string => record[field] as string, // null only where nullable
          }),
        ]),
      ),
  });
}

function inputRecord(name: RecordName) {
  return builder.inputType(`${name}Input`, {
    description: `${words[name]} At least one field is needed; each takes at most 2,000 characters.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries<RecordField>(recordShapes[name]).map(([field, { required, of, description }]) => [
          field,
          t.field({ type: of === undefined ? "String" : choiceEnums[of], required, description }),
        ]),
      ),
  });
}

/** The small records that items hold lists of, going out and coming in. */
export const recordTypes = {
  AffectedSystem: outputRecord("AffectedSystem"),
  Reference: outputRecord("Reference"),
  Evaluation: outputRecord("Evaluation"),
  Clause: outputRecord("Clause"),
} as const satisfies Record<RecordName, unknown>;

export const recordInputs = {
  AffectedSystem: inputRecord("AffectedSystem"),
  Reference: inputRecord("Reference"),
  Evaluation: inputRecord("Evaluation"),
  Clause: inputRecord("Clause"),
} as const satisfies Record<RecordName, unknown>;
