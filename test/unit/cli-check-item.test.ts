import { describe, expect, test } from "vitest";
import { checkItem } from "../../clients/cli/check-item.ts";
import { UsageError } from "../../clients/cli/exit-codes.ts";
import { kebab, kindInputs, readSchema } from "../../clients/cli/item-schema.ts";
import { parseItem } from "../../clients/cli/read-item.ts";
import { templateFor } from "../../clients/cli/template.ts";

const kinds = kindInputs(await readSchema());
const filled = { tlp: "GREEN", title: "A", summary: "B", riskCategories: ["CYBER"], severity: "LOW" };

/** What is said of an item, and of which field; null where nothing is. */
function said(text: string): { readonly message: string; readonly field: string | undefined } | null {
  try {
    checkItem(kinds, parseItem(text, kinds, "item.yaml"));
    return null;
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, field: error.field };
    throw error;
  }
}

const advisory = (fields: object): string => JSON.stringify({ advisory: { ...filled, ...fields } });

describe("a template that nobody filled in", () => {
  test.each(kinds.map((kind) => [kebab(kind.name), kind] as const))("of %s asks for a label first", (_name, kind) => {
    const refused = said(templateFor(kind));
    expect(refused?.message).toMatch(
      /^Choose a label: tlp takes RED, AMBER\+STRICT, AMBER, GREEN or CLEAR\. Then fill in/,
    );
    expect(refused?.message).toMatch(/title, summary, riskCategories/);
    expect(refused?.field).toBe(`input.${kind.name}.tlp`);
  });

  test("and half of it names what is still open", () => {
    expect(said(advisory({ summary: " ", riskCategories: [] }))).toEqual({
      message: "Fill in summary and riskCategories.",
      field: "input.advisory.summary",
    });
    expect(said(advisory({ tlp: null }))?.message).toMatch(/^Choose a label: [^.]+\.$/);
  });
});

describe("an item", () => {
  test("that is filled in is left to the forum, whatever it says", () => {
    expect(said(advisory({}))).toBeNull();
    expect(said(advisory({ confidence: "certain", audience: { accounts: ["somebody"] }, body: null }))).toBeNull();
  });

  test.each([
    ["a label that is none, before what is open", { tlp: "PURPLE", title: "" }, "tlp", /not "PURPLE"\.$/],
    ["two labels", { tlp: ["GREEN", "RED"] }, "tlp", /one of them only\.$/],
    [
      "a word that its list does not have",
      { riskCategories: ["CYBER", "MAGIC"] },
      "riskCategories.1",
      /not "MAGIC"\.$/,
    ],
    ["such a word further in", { audience: { sectors: ["ARMY"] } }, "audience.sectors.0", /COMPANY.*not "ARMY"\.$/],
    ["a field that is misspelt", { titel: "A" }, "titel", /There is title\.$/],
    ["a field that is nothing", { opinion: "A" }, "opinion", /^There is no field "opinion" here\.$/],
  ])("is refused for %s", (_what, fields, field, message) => {
    const refused = said(advisory(fields));
    expect(refused?.field).toBe(`input.advisory.${field}`);
    expect(refused?.message).toMatch(message);
  });
});
