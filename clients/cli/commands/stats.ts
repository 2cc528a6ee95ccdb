import type { Command } from "commander";
import { addFilterOptions, addListOptions, filterOf } from "../filter-options.ts";
import { filterById } from "../by-id.ts";
import { Directory } from "../directory.ts";
import type { Io } from "../io.ts";
import type { Output } from "../output.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";

type Options = CommonOptions & Parameters<typeof filterOf>[0];

const barWidth = 30;

export function statsCommand(io: Io): Command {
  const command = forumCommand("stats", "count items by kind, risk category, severity and month", [
    "stats",
    "stats --category cyber --since 2026-01-01",
    "stats --kind incident --json",
  ]);
  return addListOptions(addFilterOptions(command)).action(async (options: Options) => {
    const words = filterOf(options);
    await withForum(io, options, async (client, out) => {
      const filter = await filterById(new Directory(client), words);
      const statistics = await client.statistics(filter);
      await out.either(statistics, () => [
        `${statistics.total} items`,
        ...table(
          out,
          "By kind",
          statistics.byKind.map(({ kind, count }) => [kind, count]),
        ),
        ...table(
          out,
          "By risk category",
          statistics.byRiskCategory.map((row) => [row.riskCategory, row.count]),
        ),
        ...table(
          out,
          "By severity",
          statistics.bySeverity.map(({ severity, count }) => [severity, count]),
        ),
        ...table(
          out,
          "By month",
          statistics.byMonth.map(({ month, count }) => [month, count]),
        ),
      ]);
    });
  });
}

function table(out: Output, title: string, rows: readonly (readonly [string, number])[]): string[] {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const widest = Math.max(0, ...rows.map(([name]) => name.length));
  const lines = rows.map(([name, count]) => {
    const bar = "█".repeat(Math.ceil((count / most) * barWidth));
    return `  ${name.padEnd(widest)}  ${String(count).padStart(6)}  ${out.style("cyan", bar)}`.trimEnd();
  });
  return rows.length === 0 ? [] : ["", out.style("bold", title), ...lines];
}
