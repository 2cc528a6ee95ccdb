import { describe, expect, test } from "vitest";
import { findKind, kebab, kindInputs, readSchema } from "../../clients/cli/item-schema.ts";
import { parseItem } from "../../clients/cli/read-item.ts";
import { templateFor } from "../../clients/cli/template.ts";
import { UsageError } from "../../clients/cli/exit-codes.ts";

const kinds = kindInputs(await readSchema());

/** A template as somebody would fill it in who wants every field: every comment that holds a field is taken away. */
function uncommented(template: string): string {
  return template
    .split("\n")
    .filter((line) => !/^ *#/.test(line) || /^ +# +(- )?[a-z]\w*:( |$)/.test(line))
    .map((line) => line.replace(/^( +)# /, "$1"))
    .join("\n");
}

describe("a template", () => {
  test("is there for each of the eight kinds", () => {
    expect(kinds.map(({ name }) => kebab(name)).sort()).toEqual([
      "advisory",
      "capability-alert",
      "circumvention-technique",
      "incident",
      "information-request",
      "mitigation",
      "practice",
      "threat-activity",
    ]);
  });

  test.each(kinds.map((kind) => [kebab(kind.name), kind] as const))(
    "of %s is YAML that holds its required fields and nothing else",
    (_name, kind) => {
      const item = parseItem(templateFor(kind), kinds, "the template");
      const required = Object.values(kind.type.getFields())
        .filter(({ type }) => String(type).endsWith("!"))
        .map(({ name }) => name);
      expect(Object.keys(Object.values(item)[0] ?? {}).sort()).toEqual(required.sort());
    },
  );

  test.each(kinds.map((kind) => [kebab(kind.name), kind] as const))(
    "of %s names every field that the kind takes",
    (_name, kind) => {
      const item = parseItem(uncommented(templateFor(kind)), kinds, "the template");
      expect(Object.keys(Object.values(item)[0] ?? {}).sort()).toEqual(Object.keys(kind.type.getFields()).sort());
    },
  );

  test("leaves the label open, so that nothing is posted under one that nobody chose", () => {
    for (const kind of kinds) expect(templateFor(kind)).toMatch(/\n {2}tlp:\n/);
  });

  test("lists words in the order that they have", () => {
    const advisory = templateFor(findKind(kinds, "advisory"));
    expect(advisory).toContain("# One of: RED, AMBER+STRICT, AMBER, GREEN, CLEAR\n  tlp:");
    expect(advisory).toContain("# One of: LOW, MEDIUM, HIGH, CRITICAL\n  severity:");
  });

  test("is found by every way to write a kind", () => {
    for (const word of ["circumvention-technique", "CIRCUMVENTION_TECHNIQUE", "circumventionTechnique"]) {
      expect(findKind(kinds, word).name).toBe("circumventionTechnique");
    }
    expect(() => findKind(kinds, "opinion")).toThrow(UsageError);
  });
});
