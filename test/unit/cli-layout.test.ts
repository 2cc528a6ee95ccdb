import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { hanging } from "../../clients/cli/layout.ts";
import { nearNames } from "../../clients/cli/near.ts";
import { Output } from "../../clients/cli/output.ts";
import { onlyStyles } from "../../clients/cli/printable.ts";
import { padText, textWidth, wrapText } from "../../clients/cli/text-width.ts";

function terminal(columns: number): Output {
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns });
  return new Output({ stdin: process.stdin, stdout, stderr: stdout, env: {} }, false);
}

describe("the width of a text", () => {
  test.each([
    ["Latin", "abc", 3],
    ["Chinese and full-width signs", "漢字！", 6],
    ["Korean", "한국어", 6],
    ["Arabic with marks", "مَرْحَبًا", 5],
    ["a letter and its accent", "e\u0301", 1],
    ["a picture of several parts", "👩‍🔬", 2],
    ["what is not seen", "a\u200bb", 2],
  ])("is that of a terminal: %s", (_name, text, width) => {
    expect(textWidth(text)).toBe(width);
    expect(textWidth(padText(text, 12))).toBe(12);
  });
});

describe("a text that is too long", () => {
  test("goes on below, broken at blanks", () => {
    expect(wrapText("one two three four", 9)).toEqual(["one two", "three", "four"]);
  });

  test("is broken within a word where the word is longer than a line, and never within a character", () => {
    expect(wrapText("ab 漢字漢字漢", 5)).toEqual(["ab", "漢字", "漢字", "漢"]);
    expect(wrapText("👩‍🔬👩‍🔬👩‍🔬", 4)).toEqual(["👩‍🔬👩‍🔬", "👩‍🔬"]);
  });

  test("loses nothing but the blanks that it was broken at", () => {
    const text = "  indented, with a wordthatislongerthananyline and 漢字 besides";
    for (const width of [4, 7, 20])
      expect(wrapText(text, width).join("").replace(/ /g, "")).toBe(text.replace(/ /g, ""));
  });

  test("stands behind its head, line below line, and coloured by itself", () => {
    const out = terminal(40);
    const lines = hanging(out, out.style("bold", "0123456789") + "  ", "a text of several words that goes on");
    expect(lines.slice(1)).toEqual(["            goes on"]);
    expect(hanging(terminal(40), "> ", "one\n\ntwo")).toEqual(["> one", "", "  two"]);
  });
});

describe("the last thing before a terminal", () => {
  test("lets our colours pass and nothing else that steers it", () => {
    expect(onlyStyles("\u001b[1mbold\u001b[22m \u001b[2J\u001b]0;x\u0007 \u009b2J")).toBe(
      "\u001b[1mbold\u001b[22m [2J]0;x 2J",
    );
  });
});

describe("names that are near", () => {
  const names = ["Kestrel Labs", "Institut für verlässliche Systeme", "Aldermoor AI"].map((name) => ({ name }));
  test.each([
    ["a slip of the finger", "Kestral Labs", "Kestrel Labs"],
    ["no accents", "Institut fur verlassliche Systeme", "Institut für verlässliche Systeme"],
    ["a part of the name", "aldermoor", "Aldermoor AI"],
  ])("are found for %s", (_what, word, name) => {
    expect(nearNames(word, names)[0]).toEqual({ name });
  });

  test("are none for what is something else", () => {
    expect(nearNames("Ministry of Silly Walks", names)).toEqual([]);
    expect(nearNames("", names)).toEqual([]);
  });
});
