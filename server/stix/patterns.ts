/** The detection patterns that an item really holds: fenced blocks of its detection whose language is one of the standard's. */

/** pattern-type-ov of STIX 2.1. */
const patternTypes = ["stix", "pcre", "sigma", "snort", "suricata", "yara"] as const;
export type Pattern = { readonly type: (typeof patternTypes)[number]; readonly text: string };

const opens = /^ {0,3}(`{3,}|~{3,}) *([a-z]+) *$/;
const maxPatterns = 50;

/** Reads line by line, so that the time grows with the length alone. */
export function patternsIn(detection: string | null): Pattern[] {
  const found: Pattern[] = [];
  let open: { readonly fence: string; readonly type: Pattern["type"] | undefined; readonly lines: string[] } | null =
    null;
  for (const line of (detection ?? "").split(/\r?\n/)) {
    if (open !== null) {
      const isClosed = line.trim().startsWith(open.fence) && line.trim() === open.fence[0]?.repeat(line.trim().length);
      if (!isClosed) {
        open.lines.push(line);
        continue;
      }
      const text = open.lines.join("\n");
      if (open.type !== undefined && text.trim() !== "") found.push({ type: open.type, text });
      open = null;
    } else {
      const [, fence, language] = opens.exec(line) ?? [];
      if (fence !== undefined) open = { fence, type: patternTypes.find((type) => type === language), lines: [] };
    }
  }
  return found.slice(0, maxPatterns);
}

/** A pattern as a fenced block, where the fence is longer than any in it. */
export function fenced({ type, text }: { readonly type: string; readonly text: string }): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${type}\n${text}\n${fence}`;
}

export function isPatternType(type: unknown): type is Pattern["type"] {
  return patternTypes.some((each) => each === type);
}
