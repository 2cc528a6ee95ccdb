import { describe, expect, test } from "vitest";
import { foreignName, isNamedSo } from "../../db/federation/foreign-names.ts";
import { looksAlike, plainName } from "../../domain/federation/names.ts";
import { foldName } from "../../domain/people.ts";

describe("names of others", () => {
  test("are shown without what is not to be seen, and keep what scripts are written with", () => {
    expect(plainName(" UK\u2003\u2003AISI\u202E\u00AD ")).toBe("UK AISI");
    const persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
    expect(plainName(persian)).toBe(persian);
  });

  test.each([
    ["forum.example", "FORUM.example"],
    ["forum.example", "f\u043Erum.ex\u0430mple"],
    ["forum.example", "\uFF46orum.example"],
    ["forum.example", "forum\u200B.example"],
    ["forum.example", "f0rum.examp1e"],
  ])("%s is taken for %s", (a, b) => {
    expect(looksAlike(a, b)).toBe(true);
  });

  test("that differ to a reader are two", () => {
    expect(looksAlike("north.example", "south.example")).toBe(false);
  });

  test("are nobody else's, though whoever chose the ids has made their ends the same", () => {
    const [one, two, three] = ["a", "b", "c"].map((letter) => `org_${letter.repeat(18)}00000000`);
    const names = new Map<string, string>();
    for (const id of [one, two, three].flatMap((found) => found ?? [])) {
      const name = foreignName(names, id, "Twin", "North");
      expect(names.has(foldName(name))).toBe(false);
      expect(isNamedSo({ id, name }, "Twin", "North")).toBe(true);
      names.set(foldName(name), id);
    }
    expect(names.size).toBe(3);
  });
});
