/** The few names that come nearest to what somebody wrote, for an error to offer. Nothing is ever taken for meant. */
export function nearNames<T extends { readonly name: string }>(word: string, entries: readonly T[]): T[] {
  const wanted = plain(word);
  if (wanted === "") return [];
  return entries
    .map((entry) => ({ entry, far: distance(wanted, plain(entry.name)) }))
    .filter(({ far }) => far <= 0.4)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ entry }) => entry);
}

/** Without case, accents and signs. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** 0 for the same, 1 for nothing in common. A part of a name is near to the whole. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) >= 3 && (` ${b}`.includes(` ${a}`) || ` ${a} `.includes(` ${b} `))) return 0.1;
  return edits(a, b) / Math.max(a.length, b.length, 1);
}

/** How many letters have to be put in, left out or changed (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (b[j] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
