import { expect, it } from "vitest";
import type { SourceOutcome } from "../../domain/sources.ts";
import { addToReport, emptyReport } from "../../domain/sources.ts";

const outcome = (objectId: string, what: string): SourceOutcome => ({ objectId, outcome: what, reason: null });
const lines = (...polls: SourceOutcome[][]): string[] =>
  polls.reduce(addToReport, emptyReport).told.map((one) => `${one.objectId} ${one.outcome}`);

it("counts what a source has brought, and not what was unchanged", () => {
  const { counts } = addToReport(addToReport(emptyReport, [outcome("a", "published"), outcome("b", "unchanged")]), [
    outcome("c", "published"),
    outcome("d", "refused"),
  ]);
  expect(counts).toEqual([
    { outcome: "published", count: 2 },
    { outcome: "refused", count: 1 },
  ]);
});

it("tells of an object once, the newest first, by what became of it last", () => {
  expect(lines([outcome("a", "refused"), outcome("b", "skipped")], [outcome("a", "withdrawn")])).toEqual([
    "a withdrawn",
    "b skipped",
  ]);
  expect(lines([outcome("a", "refused")], [outcome("a", "published")])).toEqual([]);
  expect(lines([outcome("a", "saved as a draft")], [outcome("a", "unchanged")])).toEqual(["a saved as a draft"]);
});

it("tells of a hundred at most", () => {
  const many = Array.from({ length: 150 }, (_, at) => outcome(String(at), "refused"));
  expect(lines(many)).toHaveLength(100);
  expect(lines(many)[0]).toBe("149 refused");
});
