import { Presets, SingleBar } from "cli-progress";
import type { Skipped } from "../foreign/batch.ts";
import type { Io } from "./io.ts";

/** How far an import has come, for whoever watches. */
export function progressBar(io: Io, total: number): SingleBar {
  const format = "{bar} {percentage}% | {value} of {total}";
  const bar = new SingleBar(
    { format, stream: io.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return bar;
}

/** What was left out, by reason, with the first few of each. */
export function grouped(skipped: readonly Skipped[]): string[] {
  const byReason = Map.groupBy(skipped, ({ why }) => why);
  return [...byReason].map(([why, list]) => {
    const some = list
      .slice(0, 5)
      .map(({ what }) => what)
      .join(", ");
    return `left out: ${why} — ${list.length}: ${some}${list.length > 5 ? ", …" : ""}`;
  });
}
