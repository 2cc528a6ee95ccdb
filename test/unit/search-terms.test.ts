import { describe, expect, it } from "vitest";
import { parseSearch, searchableText } from "../../db/search-terms.ts";

describe("what a reader types into a search box", () => {
  it.each([
    ["tool injection", [word("tool"), word("injection")]],
    ['"tool injection" agent', [phrase("tool", "injection"), word("agent")]],
    ["jailbreak*", [prefix("jailbreak")]],
    ["AML.T0054", [phrase("aml", "t0054")]],
    ["gpt-4*", [word("gpt"), prefix("4")]],
    ['title:"x" NEAR(a b) OR -c', [word("title"), word("x"), phrase("near", "a"), word("b"), word("or"), word("c")]],
    ['"unbalanced quote', [phrase("unbalanced", "quote")]],
    ["Zürich naïve", [word("zurich"), word("naive")]],
    ["*** '' ; --", []],
    ['a* b "x y" A* b "X  y" a', [prefix("a"), word("b"), phrase("x", "y"), word("a")]],
    ["a* ".repeat(300), [prefix("a")]],
  ])("%s", (text, terms) => {
    expect(parseSearch(text)).toEqual(terms);
  });

  it("looks for no more than eight beginnings of words at once: each costs a look through all words", () => {
    expect(parseSearch("a* b* c* d* e* f* g* h*")).toHaveLength(8);
    expect(() => parseSearch("a* b* c* d* e* f* g* h* i*")).toThrow("at most 8 beginnings");
  });
});

describe("text that is indexed", () => {
  it("is letters and digits in lower case, without accents, in words between single spaces", () => {
    expect(searchableText("  Rôle-play, 40 turns…\n(MODEL_SECURITY) ")).toBe("role play 40 turns model security");
  });

  it("has no word of more than 200 characters", () => {
    expect(searchableText(`${"x".repeat(3_000)} y`)).toBe(`${"x".repeat(200)} y`);
    expect([...searchableText("𞤀".repeat(300))]).toHaveLength(200);
  });

  it("is no longer than both stores can index, and ends with a whole character", () => {
    const folded = searchableText("ﷺ ".repeat(30_000));
    expect(Buffer.byteLength(folded)).toBeLessThanOrEqual(250_000);
    expect(Buffer.byteLength(folded)).toBeGreaterThan(249_000);
    expect(folded.isWellFormed()).toBe(true);
  });
});

function word(text: string) {
  return { type: "word", word: text };
}
function prefix(text: string) {
  return { type: "prefix", word: text };
}
function phrase(...words: string[]) {
  return { type: "phrase", words };
}
