import { describe, expect, test } from "vitest";
import { UsageError } from "../../clients/cli/exit-codes.ts";
import { kindInputs, readSchema } from "../../clients/cli/item-schema.ts";
import { parseItem } from "../../clients/cli/read-item.ts";

const kinds = kindInputs(await readSchema());
const read = (text: string): unknown => parseItem(text, kinds, "item.yaml");

describe("a file with an item", () => {
  test("may be written as the API takes it, or with its kind beside its fields", () => {
    const expected = { advisory: { title: "A", tlp: "GREEN" } };
    expect(read("advisory:\n  title: A\n  tlp: GREEN\n")).toEqual(expected);
    expect(read("kind: ADVISORY\ntitle: A\ntlp: green\n")).toEqual(expected);
    expect(read('{"advisory": {"title": "A", "tlp": "GREEN"}}')).toEqual(expected);
  });

  test("keeps text as it is written, however much it looks like a number, a date or a truth", () => {
    const text = "advisory:\n  title: 4.10\n  summary: 2026-11-23\n  body: yes\n  techniques: [007, 1e3]\n";
    expect(read(text)).toEqual({
      advisory: { title: "4.10", summary: "2026-11-23", body: "yes", techniques: ["007", "1e3"] },
    });
  });

  test("turns numbers and dates into what the schema takes", () => {
    const text = "circumventionTechnique:\n  successRate: 0.25\n  trials: '40'\n";
    expect(read(text)).toEqual({ circumventionTechnique: { successRate: 0.25, trials: 40 } });
    const request = "informationRequest:\n  neededBy: 2026-12-01\n";
    expect(read(request)).toEqual({ informationRequest: { neededBy: "2026-12-01T00:00:00.000Z" } });
  });

  test("takes the words of closed lists as people write them, and labels as they are printed", () => {
    const text = "advisory:\n  tlp: TLP:AMBER+STRICT\n  riskCategories: [self-replication, Cyber]\n  severity: high\n";
    expect(read(text)).toEqual({
      advisory: { tlp: "AMBER_STRICT", riskCategories: ["SELF_REPLICATION", "CYBER"], severity: "HIGH" },
    });
  });

  test("never makes one label out of two", () => {
    expect(read("advisory: { tlp: 'TLP:GREEN TLP:RED' }")).not.toMatchObject({ advisory: { tlp: "GREEN" } });
    expect(read("advisory: { tlp: [GREEN, RED] }")).toEqual({ advisory: { tlp: ["GREEN", "RED"] } });
  });

  test("keeps what the schema does not know, for the forum to refuse", () => {
    expect(read("advisory: { titel: A }")).toEqual({ advisory: { titel: "A" } });
  });

  test.each([
    ["nothing", ""],
    ["a list", "- advisory"],
    ["two items", "advisory: {}\nincident: {}"],
    ["an unknown kind", "opinion: {}"],
    ["what is neither YAML nor JSON", "advisory: {title: "],
  ])("is refused as wrong usage when it holds %s", (_name, text) => {
    expect(() => read(text)).toThrow(UsageError);
  });
});
