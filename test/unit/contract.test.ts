import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GraphQLNamedType } from "graphql";
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../schema/index.ts";
import { printedSchema } from "../../schema/print.ts";

const root = join(import.meta.dirname, "../..");
const contract = join(root, "../shared/contract.graphql");
const isThere = await access(contract).then(
  () => true,
  () => false,
);

describe("the printed schema", () => {
  it.skipIf(!isThere && process.env["CI"] !== "true")(
    "breaks nothing that clients are written against (skipped where ../shared/contract.graphql is absent, except under CI)",
    async () => {
      const promised = buildSchema(await readFile(contract, "utf8"));
      expect(findBreakingChanges(promised, schema)).toEqual([]);
    },
  );

  it("is what is committed as schema/schema.graphql; run `npm run schema` after a change", async () => {
    const committed = await readFile(join(root, "schema/schema.graphql"), "utf8");
    // In which order types stand depends on which module of the schema a process loads first.
    const sorted = (text: string): string => printSchema(lexicographicSortSchema(buildSchema(text)));
    expect(sorted(committed)).toBe(sorted(printedSchema()));
  });

  it("builds again from its own text, without a difference", () => {
    const again = buildSchema(printedSchema());
    expect(findBreakingChanges(schema, again)).toEqual([]);
    expect(findDangerousChanges(schema, again)).toEqual([]);
    expect(validateSchema(schema)).toEqual([]);
  });

  it("describes every type, field, argument and word", () => {
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__") && !builtIn.has(name));
    expect(types.length).toBeGreaterThan(60);
    expect(types.flatMap(undescribed)).toEqual([]);
  });
});

const builtIn = new Set(["Boolean", "Float", "ID", "Int", "String"]);

type Described = { readonly description?: string | null | undefined };

/** The coordinates of what has no description, such as `Query.item(id:)`. */
function undescribed(type: GraphQLNamedType): string[] {
  const parts: [string, Described][] = [[type.name, type]];
  if (isEnumType(type)) for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field]);
      const args = "args" in field ? field.args : [];
      for (const arg of args) parts.push([`${type.name}.${field.name}(${arg.name}:)`, arg]);
    }
  }
  return parts.filter(([, { description }]) => (description ?? "").trim() === "").map(([coordinate]) => coordinate);
}
