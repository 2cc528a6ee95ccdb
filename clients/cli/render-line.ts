import type { FeedEventFields, ItemFields } from "../sdk/index.ts";
import { origin, severity, words } from "./item-words.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { widestLabel } from "./output.ts";
import { oneLine } from "./printable.ts";
import { textWidth } from "./text-width.ts";

/** An item of a list: the label first, before any text. One line in a pipe; on a terminal, what fits it. */
export function itemLines(out: Output, item: ItemFields): string[] {
  if (!out.isTerminal) return [inOneLine(out, item, [])];
  const head = `${out.label(item.tlp, widestLabel)}  ${severity(out, item)}  `;
  return [...hanging(out, head, title(item)), ...below(out, about(item))];
}

/** An event of a feed. One that says nothing of an item has no label. */
export function eventLines(out: Output, { at, change, item, itemId, subjectId }: FeedEventFields): string[] {
  const what = out.style("bold", change.padEnd(9));
  const noLabel = " ".repeat(widestLabel);
  if (item === null) {
    const advice = adviceOf(change);
    const named = [itemId ?? [], subjectId ?? []].flat();
    if (!out.isTerminal) return [[noLabel, at, what, ...named, advice].join("  ")];
    return [...hanging(out, `${noLabel}  ${what}  `, advice), ...below(out, [at, ...named])];
  }
  const subject = subjectId === null ? [] : [subjectId];
  if (!out.isTerminal) return [inOneLine(out, item, [at, what, ...subject])];
  const head = `${out.label(item.tlp, widestLabel)}  ${what}  ${severity(out, item)}  `;
  const text = change === "WITHDRAWN" ? oneLine(item.title) : title(item);
  return [...hanging(out, head, text), ...below(out, [at, ...subject, ...about(item)])];
}

function adviceOf(change: FeedEventFields["change"]): string {
  if (change === "RIGHTS_CHANGED") return "What you may see has changed: check what you hold, and ask anew.";
  return change.endsWith("HIDDEN") ? "You may see this no longer: drop your copy." : "";
}

function inOneLine(out: Output, item: ItemFields, what: readonly string[]): string {
  return [
    out.label(item.tlp, widestLabel),
    ...what,
    severity(out, item),
    item.kind.padEnd(23),
    out.style("dim", item.id),
    `${title(item)}  ${out.style("dim", origin(item))}`,
  ].join("  ");
}

function title({ title: text, withdrawal }: ItemFields): string {
  return `${withdrawal === null ? "" : "WITHDRAWN  "}${oneLine(text)}`;
}

function about(item: ItemFields): string[] {
  return [item.id, words(item.kind).toLowerCase(), origin(item)];
}

/** What stands under a title, in the background: as much in a line as fits. */
function below(out: Output, parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && textWidth(longer) + 2 <= out.columns) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.flatMap((line) => hanging(out, "  ", line, (text) => out.style("dim", text)));
}
