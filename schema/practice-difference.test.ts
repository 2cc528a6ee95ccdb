import { describe, expect, it } from "vitest";
import type { VersionView } from "../db/read-practices.ts";
import { isOfKind } from "../domain/kinds.ts";
import { parseContent } from "../domain/parse.ts";
import { differenceOf } from "./practice-difference.ts";

function version(number: number, texts: readonly string[]): VersionView {
  const clauses = texts.map((text) => ({ level: "MUST", text }));
  const envelope = { title: "A practice", summary: "S", riskCategories: ["CYBER"], severity: "HIGH" };
  const content = parseContent("PRACTICE", { ...envelope, clauses }, "input");
  if (!isOfKind(content, "PRACTICE")) throw new Error("it is a practice");
  const numbered = {
    ...content.details,
    clauses: content.details.clauses.map((each, at) => ({ ...each, id: `R-${at}` })),
  };
  const at = "2026-11-01T00:00:00.000Z";
  return {
    itemId: "i",
    version: number,
    stage: "PROPOSAL",
    at,
    revision: number,
    tlp: "CLEAR",
    content: { ...content, details: numbered },
  };
}

describe("the difference between two versions", () => {
  it("tells what was added and removed, word by word", () => {
    const { clauses } = differenceOf(version(1, ["Look every week."]), version(2, ["Look every day."]));
    expect(clauses.map(({ change }) => change)).toEqual(["CHANGED"]);
    const side = (gone: string): string =>
      (clauses[0]?.text ?? [])
        .filter(({ change }) => change !== gone)
        .map(({ text }) => text)
        .join("");
    expect([side("ADDED"), side("REMOVED")]).toEqual(["Look every week.", "Look every day."]);
    expect(clauses[0]?.text.some(({ change }) => change === "KEPT")).toBe(true);
  });

  it("takes no longer for many clauses that have nothing in common than for a few", () => {
    const words = (of: string): string[] =>
      Array.from({ length: 200 }, (_, clause) =>
        Array.from({ length: 180 }, (_word, at) => `${of}${clause}x${at}`).join(" "),
      );
    const began = performance.now();
    const { clauses } = differenceOf(version(1, words("a")), version(2, words("b")));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(clauses).toHaveLength(200);
    const kept = clauses.map(({ text }) =>
      text
        .filter(({ change }) => change === "REMOVED")
        .map((piece) => piece.text)
        .join(" "),
    );
    expect(kept.every((text, at) => text.includes(`a${at}x179`))).toBe(true);
  });
});
