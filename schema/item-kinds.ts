import type { FieldSpec } from "../domain/fields.ts";
import { kinds } from "../domain/kinds.ts";
import type { ItemView } from "../domain/view.ts";
import { builder } from "./builder.ts";
import { choiceEnums } from "./choice-enums.ts";
import { ItemRef } from "./items.ts";
import { NodeRef } from "./node.ts";
import type { RecordView } from "./records.ts";
import { recordTypes } from "./records.ts";

type FieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, ItemView>;

/** The one kind that has more than its fields: see practices.ts. */
export const PracticeRef = builder.objectRef<ItemView>("Practice");

/** Each kind of item as a type of its own: the envelope of Item, and the fields that domain/kinds.ts lists for it. */
for (const { typeName, description, fields } of Object.values(kinds)) {
  builder.objectType(typeName === "Practice" ? PracticeRef : builder.objectRef<ItemView>(typeName), {
    description,
    interfaces: [NodeRef, ItemRef],
    fields: (t) =>
      Object.fromEntries(Object.entries<FieldSpec>(fields).map(([name, spec]) => [name, detailField(t, name, spec)])),
  });
}

/** A field of a kind. domain/parse.ts made the value by the same spec: that is why each `as` below is right. */
function detailField(t: FieldBuilder, name: string, spec: FieldSpec) {
  const { description } = spec;
  const nullable = !("required" in spec && spec.required);
  const value = ({ content }: ItemView): unknown => {
    const details: Readonly<Record<string, unknown>> = content.details;
    return details[name];
  };
  switch (spec.type) {
    case "text":
      return t.string({ description, nullable, resolve: (item) => value(item) as string });
    case "texts":
      return t.stringList({ description, resolve: (item) => value(item) as string[] });
    case "integer":
      return t.int({ description, nullable, resolve: (item) => value(item) as number });
    case "fraction":
      return t.float({ description, nullable, resolve: (item) => value(item) as number });
    case "instant":
      return t.field({ type: "DateTime", description, nullable, resolve: (item) => value(item) as string });
    case "choice":
      return t.field({ type: choiceEnums[spec.of], description, nullable, resolve: (item) => value(item) as string });
    case "choices":
      return t.field({ type: [choiceEnums[spec.of]], description, resolve: (item) => value(item) as string[] });
    case "records":
      return t.field({
        type: [recordTypes[spec.of]],
        description,
        resolve: (item) => (value(item) ?? []) as RecordView[],
      }); // an item from before the field
  }
}
