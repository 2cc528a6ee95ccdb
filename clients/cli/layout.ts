import { stripVTControlCharacters } from "node:util";
import type { Output } from "./output.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** Less than this is not worth wrapping for; the terminal breaks the line where it must. */
const narrowest = 20;

/** A head, and text behind it that goes on below its own beginning. Without a terminal, one line. */
export function hanging(out: Output, head: string, text: string, style: (line: string) => string = same): string[] {
  const indent = textWidth(stripVTControlCharacters(head));
  const lines = text.split("\n").flatMap((line) => wrapped(line, out.columns - indent));
  return lines.map((line, at) => (at === 0 ? head : line === "" ? "" : " ".repeat(indent)) + style(line));
}

function wrapped(line: string, width: number): string[] {
  return width === Infinity ? [line] : wrapText(line.replaceAll("\t", "    "), Math.max(width, narrowest));
}

function same(line: string): string {
  return line;
}
