import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSchema, isInterfaceType, isLeafType, getNamedType, parse, visit } from "graphql";
import { describe, expect, test } from "vitest";
import { documents } from "../../clients/sdk/documents.ts";
import { generate } from "../../clients/sdk/generate.ts";

const root = join(import.meta.dirname, "../..");
const sdl = await readFile(join(root, "schema/schema.graphql"), "utf8");

describe("the generated types", () => {
  test("are those of the printed schema (run `node clients/sdk/generate.ts`)", async () => {
    expect(generate(sdl)).toBe(await readFile(join(root, "clients/sdk/generated.ts"), "utf8"));
  });

  test("every single value that a kind of item has is asked for", () => {
    const schema = buildSchema(sdl);
    const item = schema.getType("Item");
    if (!isInterfaceType(item)) throw new Error("The schema has no interface Item.");
    const asked = new Set<string>(["bodyHtml"]); // the body once more, for pages
    visit(parse(documents.item), { Field: ({ name }) => void asked.add(name.value) });
    const missing = schema
      .getPossibleTypes(item)
      .flatMap((type) => Object.values(type.getFields()))
      .filter(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0)
      .map(({ name }) => name)
      .filter((name) => !asked.has(name));
    expect(missing).toEqual([]);
  });
});
