import type { ItemDraft } from "../../domain/commands.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import type { Audience } from "../../domain/label.ts";
import { noAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { riskCategories, sectors, severities } from "../../domain/vocabulary.ts";

/** The same numbers in every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words of which the first are everywhere and the last are rare, as in real texts. */
export const words: readonly string[] = Array.from({ length: 3_000 }, (_, index) => {
  const letters = "bdfgklmnprstv";
  const vowels = "aeiou";
  let word = "";
  for (let rest = index + 60; rest > 0; rest = Math.floor(rest / 65))
    word += (letters[rest % 13] ?? "") + (vowels[Math.floor(rest / 13) % 5] ?? "");
  return `${word}n`;
});

export type Circles = {
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
  readonly accounts: readonly string[];
};

const labels: readonly (readonly [share: number, tlp: Tlp])[] = [
  [0.05, "RED"],
  [0.1, "AMBER_STRICT"],
  [0.35, "AMBER"],
  [0.75, "GREEN"],
  [1, "CLEAR"],
];
const kinds: readonly ItemKind[] = ["ADVISORY", "INCIDENT", "CIRCUMVENTION_TECHNIQUE", "MITIGATION"];

/** Items of mixed kinds and labels, to audiences of every sort. */
export function createDrafts(seed: number, circles: Circles): () => ItemDraft {
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error("nothing to choose from");
    return found;
  };
  const prose = (length: number): string =>
    Array.from({ length }, () => words[Math.floor(random() ** 3 * words.length)]).join(" ");
  const audienceOf = (tlp: Tlp): Audience => {
    switch (tlp) {
      case "RED":
        return { ...noAudience, accounts: [one(circles.accounts)] };
      case "AMBER_STRICT":
        return { ...noAudience, sectors: [one(sectors)] };
      case "AMBER":
        return random() < 0.5
          ? {
              ...noAudience,
              organizations: [...new Set([one(circles.organizations), one(circles.organizations)])].sort(),
            }
          : { ...noAudience, groups: [one(circles.groups)] };
      case "GREEN":
      case "CLEAR":
        return noAudience;
    }
  };
  return () => {
    const luck = random();
    const tlp = labels.find(([share]) => luck < share)?.[1] ?? "CLEAR";
    const kind = one(kinds);
    const fields = {
      title: prose(7),
      summary: prose(25),
      body: prose(120),
      severity: one(severities),
      riskCategories: [...new Set([one(riskCategories), one(riskCategories)])],
      affectedSystems: [
        { provider: `Provider ${Math.floor(random() * 20)}`, model: `Model ${Math.floor(random() * 9)}` },
      ],
      techniques: [`AML.T00${10 + Math.floor(random() * 80)}`],
    };
    return {
      content: parseContent(kind, fields, "input"),
      label: { tlp, audience: audienceOf(tlp), attribution: "ORGANIZATION" },
      relations: [],
      path: "input",
    };
  };
}
