import { badInput } from "../domain/errors.ts";

/** What a reader typed into a search box, taken apart. All of it is text: no part of it reaches a store as search syntax. */
export type SearchTerm =
  | { readonly type: "word"; readonly word: string }
  | { readonly type: "prefix"; readonly word: string }
  | { readonly type: "phrase"; readonly words: readonly string[] };

const maxWordLength = 200;
/** Each looks through all words that begin so, of whatever texts; the others look one word up. */
const maxPrefixes = 8;
/** PostgreSQL's index of one text has room for a megabyte, places included. */
const maxBytes = 250_000;

/** Lower case without accents, words between single spaces: the same on both stores, when text is indexed and when it is looked for. */
export function searchableText(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => Array.from(word).slice(0, maxWordLength).join(""));
  const folded = words.join(" ");
  if (folded.length * 3 <= maxBytes) return folded;
  const { read } = new TextEncoder().encodeInto(folded, new Uint8Array(maxBytes));
  return folded.slice(0, read).trim();
}

/** `word`, `"a phrase"` and `prefix*`, each once, all of which must match. Nothing is left of a text without letters and digits. */
export function parseSearch(text: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, quoted, loose] of text.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const words = searchableText(quoted ?? loose ?? "")
      .split(" ")
      .filter(Boolean);
    const last = words.at(-1);
    if (last === undefined) continue;
    const isPrefix = quoted === undefined && loose !== undefined && loose.endsWith("*");
    if (words.length > 1) {
      if (!isPrefix) terms.push({ type: "phrase", words });
      else
        terms.push(...words.slice(0, -1).map((word): SearchTerm => ({ type: "word", word })), {
          type: "prefix",
          word: last,
        });
    } else terms.push({ type: isPrefix ? "prefix" : "word", word: last });
  }
  const distinct = [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
  if (distinct.filter(({ type }) => type === "prefix").length > maxPrefixes) {
    throw badInput("filter.text", `Search for at most ${maxPrefixes} beginnings of words (begin*) at once.`);
  }
  return distinct;
}
