import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { giveNumbers } from "../../domain/clauses.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Clause } from "../../domain/fields.ts";

const clause = (text: string, id: string | null = null): Clause => ({ id, level: "MUST", text });

describe("the numbers of clauses", () => {
  it("are given in order, and never used again", () => {
    const first = giveNumbers([clause("a"), clause("b")], [], 0, "input");
    expect(first.clauses.map(({ id }) => id)).toEqual(["R-1", "R-2"]);
    const second = giveNumbers([clause("a", "R-1"), clause("c")], first.clauses, first.last, "input");
    expect(second.clauses.map(({ id }) => id)).toEqual(["R-1", "R-3"]);
    const third = giveNumbers([clause("d")], second.clauses, second.last, "input");
    expect(third.clauses.map(({ id }) => id)).toEqual(["R-4"]);
  });

  it("stay with what says the same word for word, wherever it moves", () => {
    const before = [clause("a", "R-1"), clause("b", "R-2")];
    expect(giveNumbers([clause("b"), clause("a")], before, 2, "input").clauses.map(({ id }) => id)).toEqual([
      "R-2",
      "R-1",
    ]);
    const twice = [clause("a", "R-1"), clause("a", "R-2")];
    expect(giveNumbers([clause("a"), clause("a", "R-1")], twice, 2, "input").clauses.map(({ id }) => id)).toEqual([
      "R-2",
      "R-1",
    ]);
  });

  it("cannot be made up, nor stand twice", () => {
    const field = (clauses: Clause[]): string | undefined => {
      try {
        giveNumbers(clauses, [clause("a", "R-1")], 1, "input.practice");
      } catch (error) {
        if (error instanceof ForumError) return error.field;
      }
      return undefined;
    };
    expect(field([clause("a", "R-7")])).toBe("input.practice.clauses.0.id");
    expect(field([clause("a", "R-1"), clause("b", "R-1")])).toBe("input.practice.clauses.1.id");
  });

  it("hold whatever is written: each clause has one of its own, and a number means one clause for ever", () => {
    const edit = fc.array(fc.record({ keep: fc.boolean(), text: fc.constantFrom("a", "b", "c") }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let [before, last]: [readonly Clause[], number] = [[], 0];
        const gone = new Set<string>();
        for (const wishes of edits) {
          const given = wishes.map(({ keep, text }, at) => clause(text, keep ? (before[at]?.id ?? null) : null));
          const numbered = giveNumbers(given, before, last, "input");
          const ids = numbered.clauses.map(({ id }) => id ?? "");
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => /^R-[1-9]\d*$/.test(id) && !gone.has(id))).toBe(true);
          for (const { id } of before) if (id !== null && !ids.includes(id)) gone.add(id);
          [before, last] = [numbered.clauses, numbered.last];
        }
      }),
    );
  });
});
