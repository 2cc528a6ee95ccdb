import { expect, test } from "vitest";
import { csvOf } from "../../clients/cli/csv.ts";

test("a file of values has one row each, quoted where it must be", () => {
  expect(
    csvOf(
      ["a", "b"],
      [
        ["plain", 1],
        ['with "quotes", and commas', null],
        ["two\nlines", "x"],
      ],
    ),
  ).toBe('a,b\r\nplain,1\r\n"with ""quotes"", and commas",\r\n"two\nlines",x\r\n');
});

test("text of others becomes no formula when the file is opened, and steers no terminal", () => {
  for (const text of ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", " =1"]) expect(csvOf(["a"], [[text]])).toMatch(/\r\n'/);
  expect(csvOf(["a"], [["red \u001b[31m"]])).toBe("a\r\nred [31m\r\n");
});
