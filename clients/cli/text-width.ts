const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Zl}\p{Zp}]+$/u;
const picture = /\p{Emoji_Presentation}|\ufe0f/u;
/** The scripts and signs that take two columns of a terminal (East Asian Width W and F). */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes: none for marks that sit on others, two for most of East Asia. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

export function padText(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Lines of at most `width` columns, broken at blanks, and within a word only where it is longer than a line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const next = (): void => {
    lines.push(line.trimEnd());
    line = "";
    used = 0;
  };
  for (const part of text.split(/(?<=\s)(?=\S)/u)) {
    const needed = textWidth(part.trimEnd());
    if (used > 0 && used + needed > width) next();
    if (needed <= width) {
      line += part;
      used += textWidth(part);
      continue;
    }
    for (const { segment } of graphemes.segment(part)) {
      const size = graphemeWidth(segment);
      if (used + size > width) next();
      line += segment;
      used += size;
    }
  }
  next();
  return lines;
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return picture.test(grapheme) || wide.test(grapheme) ? 2 : 1;
}
