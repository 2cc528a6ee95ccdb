import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ForumError } from "../../domain/errors.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import { itemKinds } from "../../domain/kinds.ts";
import { parseContent, parseInstant } from "../../domain/parse.ts";

const envelope = { title: "A title", summary: "A summary", riskCategories: ["CYBER"], severity: "LOW" };
const required: Partial<Record<ItemKind, Record<string, unknown>>> = {
  CAPABILITY_ALERT: { capability: "Long-horizon planning", thresholdState: "BELOW" },
  INFORMATION_REQUEST: { question: "Who has seen this?" },
};
const least = (kind: ItemKind): Record<string, unknown> => ({ ...envelope, ...required[kind] });

function refusal(kind: ItemKind, changes: Record<string, unknown>): string {
  try {
    parseContent(kind, { ...least(kind), ...changes }, "input.x");
    return "taken";
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    return `${error.code} ${error.field}`;
  }
}

test.each(itemKinds)("%s is taken with what is required and nothing more", (kind) => {
  const content = parseContent(kind, least(kind), "input.x");
  expect(content.envelope).toMatchObject({ ...envelope, body: null, pap: null, affectedSystems: [], techniques: [] });
  expect(content.details).toMatchObject(required[kind] ?? {});
});

test.each(
  itemKinds.flatMap((kind) =>
    Object.keys(least(kind)).flatMap((field) => [[kind, field, null] as const, [kind, field, undefined] as const]),
  ),
)("%s without %s (%s) is refused, naming the field", (kind, field, nothing) => {
  expect(refusal(kind, { [field]: nothing })).toBe(`BAD_USER_INPUT input.x.${field}`);
});

describe("limits, to the character and to the entry", () => {
  const text = (length: number): string => "x".repeat(length);
  const list = (length: number, entry: unknown): unknown[] => Array.from({ length }, () => entry);
  test.each([
    ["ADVISORY", "title", text(300), text(301)],
    ["ADVISORY", "summary", text(2_000), text(2_001)],
    ["ADVISORY", "body", text(100_000), text(100_001)],
    ["ADVISORY", "confidence", 0, -1],
    ["ADVISORY", "confidence", 100, 101],
    ["ADVISORY", "confidence", 50, 50.5],
    ["ADVISORY", "confidence", 50, "50"],
    ["ADVISORY", "confidence", 50, NaN],
    ["ADVISORY", "severity", "CRITICAL", "critical"],
    ["ADVISORY", "pap", "RED", "AMBER_STRICT"],
    ["ADVISORY", "riskCategories", ["CYBER", "PRIVACY"], []],
    ["ADVISORY", "riskCategories", ["CYBER"], "CYBER"],
    ["ADVISORY", "techniques", list(100, "AML.T0054"), list(101, "AML.T0054")],
    ["ADVISORY", "affectedSystems", list(100, { provider: "P" }), list(101, { provider: "P" })],
    ["ADVISORY", "references", list(200, { title: "T" }), list(201, { title: "T" })],
    ["ADVISORY", "recommendedActions", list(50, "Act."), list(51, "Act.")],
    ["CIRCUMVENTION_TECHNIQUE", "successRate", 0, -0.001],
    ["CIRCUMVENTION_TECHNIQUE", "successRate", 1, 1.001],
    ["CIRCUMVENTION_TECHNIQUE", "trials", 2_147_483_647, 2_147_483_648],
    ["CAPABILITY_ALERT", "capability", text(300), text(301)],
    ["INCIDENT", "occurredAt", "2026-11-23T09:30:00Z", "2026-11-23"],
  ] as const)("%s: %s", (kind, field, taken, refused) => {
    expect(refusal(kind, { [field]: taken })).toBe("taken");
    expect(refusal(kind, { [field]: refused })).toBe(`BAD_USER_INPUT input.x.${field}`);
  });

  test.each([
    ["techniques", { techniques: ["ok", "x".repeat(65)] }, "techniques.1"],
    ["techniques", { techniques: [" "] }, "techniques.0"],
    ["riskCategories", { riskCategories: ["CYBER", "WEATHER"] }, "riskCategories.1"],
    ["affectedSystems", { affectedSystems: [{ model: "m" }] }, "affectedSystems.0.provider"],
    ["affectedSystems", { affectedSystems: [{ provider: "" }] }, "affectedSystems.0.provider"],
    ["references", { references: [{}] }, "references.0"],
    ["references", { references: ["https://example.org"] }, "references.0"],
    ["references", { references: [{ url: "javascript:alert(1)" }] }, "references.0.url"],
    ["references", { references: [{ url: "not an address" }] }, "references.0.url"],
  ])("a bad entry of %s is named by its place: %j", (_, changes, field) => {
    expect(refusal("ADVISORY", changes)).toBe(`BAD_USER_INPUT input.x.${field}`);
  });
});

describe("text", () => {
  test.each(["title", "summary"])("%s of nothing but white space is refused", (field) => {
    expect(refusal("ADVISORY", { [field]: " \n\t" })).toBe(`BAD_USER_INPUT input.x.${field}`);
  });

  test.each([
    ["a NUL", "a\u0000b"],
    ["half a character", "a\ud800b"],
    ["something else than text", 7],
  ])("%s is refused wherever text goes", (_, value) => {
    for (const field of ["title", "summary", "body"]) {
      expect(refusal("ADVISORY", { [field]: value })).toBe(`BAD_USER_INPUT input.x.${field}`);
    }
  });

  test("a character outside the basic plane counts as one", () => {
    expect(refusal("ADVISORY", { title: "😀".repeat(300) })).toBe("taken");
    expect(refusal("ADVISORY", { title: "😀".repeat(301) })).toBe("BAD_USER_INPUT input.x.title");
  });

  test("all well-formed text without NUL stays as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (body) => {
        fc.pre(!body.includes("\u0000"));
        expect(parseContent("ADVISORY", { ...envelope, body }, "input.x").envelope.body).toBe(body);
      }),
    );
  });
});

test("a choice given twice is held once", () => {
  const content = parseContent("ADVISORY", { ...envelope, riskCategories: ["CYBER", "PRIVACY", "CYBER"] }, "input.x");
  expect(content.envelope.riskCategories).toEqual(["CYBER", "PRIVACY"]);
});

test("fields that the kind does not have are left out", () => {
  const content = parseContent("ADVISORY", { ...envelope, successRate: 1, keys: ["public"] }, "input.x");
  expect(JSON.stringify(content)).not.toMatch(/successRate|public/);
});

describe("instants", () => {
  test.each([
    ["2026-11-23T09:30:00Z", "2026-11-23T09:30:00.000Z"],
    ["2026-11-23T09:30:00.1234Z", "2026-11-23T09:30:00.123Z"],
    ["2026-11-23T10:30:00+01:00", "2026-11-23T09:30:00.000Z"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
  ])("%s becomes %s", (given, expected) => {
    expect(parseInstant(given, "at")).toBe(expected);
  });

  test.each(["", "yesterday", "2026-11-23", "2026-11-23T09:30:00", "2026-13-23T09:30:00Z", 0, null, new Date(NaN)])(
    "%s is refused",
    (given) => {
      expect(() => parseInstant(given, "at")).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT", field: "at" }));
    },
  );
});
