import { describe, expect, it } from "vitest";
import { parseContent, parseInstant } from "../../domain/parse.ts";

describe("an instant", () => {
  it.each([
    ["2026-11-23T09:30:00Z", "2026-11-23T09:30:00.000Z"],
    ["2026-11-23T09:30:00.5+02:00", "2026-11-23T07:30:00.500Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["0000-02-29T00:00:00Z", "0000-02-29T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", (given, taken) => {
    expect(parseInstant(given, "at")).toBe(taken);
  });

  it.each([
    "2026-02-30T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "9999-12-31T23:59:59-01:00",
    "0000-01-01T00:00:00+01:00",
    "2026-11-23",
    "yesterday",
    "",
  ])("%j is refused", (given) => {
    expect(() => parseInstant(given, "at")).toThrow(/RFC 3339/);
  });
});

describe("ids of techniques", () => {
  const fields = { title: "t", summary: "s", riskCategories: ["CYBER"], severity: "LOW" };

  it.each(["AML.T0054", "AML.T0051.000", "T1059", "capec:123"])("%s is one", (id) => {
    expect(parseContent("ADVISORY", { ...fields, techniques: [id] }, "input").envelope.techniques).toEqual([id]);
  });

  it.each(["A|B", "two words", "|", "T1059\n"])("%j is none", (id) => {
    const input = { ...fields, techniques: ["AML.T0054", id] };
    expect(() => parseContent("ADVISORY", input, "input")).toThrow(
      expect.objectContaining({ field: "input.techniques.1" }),
    );
  });
});
