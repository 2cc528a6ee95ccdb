import { Presets, SingleBar } from "cli-progress";
import type { Command } from "commander";
import { UsageError } from "../exit-codes.ts";
import { readAtlas } from "../import/atlas.ts";
import { readAvid } from "../import/avid.ts";
import type { ImportBatch, Skipped } from "../import/batch.ts";
import { UnreadableSource } from "../import/batch.ts";
import type { ImportReport } from "../import/run-import.ts";
import { runImport } from "../import/run-import.ts";
import type { Io } from "../io.ts";
import { hanging } from "../layout.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";

type Options = CommonOptions & { readonly dryRun?: boolean };
const editions =
  "The STIX edition of ATLAS says less than ATLAS.yaml: importing it after ATLAS.yaml makes revisions that say less.";

type Read = (path: string) => Promise<ImportBatch>;

export function importCommand(io: Io): Command {
  return described(
    "import",
    "publish public data as TLP:CLEAR items; running it again changes nothing, newer data makes revisions",
    ["import atlas ATLAS.yaml", "import avid ./avid-db --dry-run"],
  )
    .addCommand(
      source(
        io,
        "atlas",
        "<file>",
        "MITRE ATLAS, as STIX or in its own form",
        "import atlas stix-atlas.json",
        readAtlas,
      ),
    )
    .addHelpText("after", `\n${editions}`)
    .addCommand(source(io, "avid", "<folder>", "the AI Vulnerability Database", "import avid ./avid", readAvid));
}

function source(io: Io, name: string, argument: string, description: string, example: string, read: Read): Command {
  return forumCommand(name, `publish ${description}`, [example, `${example} --dry-run`])
    .argument(argument, "where it lies on this machine")
    .option("--dry-run", "say what would be done, and do nothing")
    .action(async (path: string, options: Options) => {
      const batch = await readable(read, path);
      await withForum(io, options, async (client, out) => {
        const bar = io.stderr.isTTY ? progressBar(io, batch.entries.length) : null;
        const report = await runImport(client, batch, {
          dryRun: options.dryRun ?? false,
          onProgress: (done) => bar?.update(done),
        }).finally(() => bar?.stop());
        await out.either(report, () => reportLines(out, report, options.dryRun ?? false));
      });
    });
}

async function readable(read: Read, path: string): Promise<ImportBatch> {
  return read(path).catch((error: unknown) => {
    if (error instanceof UnreadableSource) throw new UsageError(error.message);
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function progressBar(io: Io, total: number): SingleBar {
  const format = "{bar} {percentage}% | {value} of {total}";
  const bar = new SingleBar(
    { format, stream: io.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return bar;
}

function reportLines(out: Output, report: ImportReport, dryRun: boolean): string[] {
  const { published, revised, unchanged, skipped, notes } = report;
  const would = dryRun ? "Would have: " : "";
  return [
    `${would}${published} published, ${revised} revised, ${unchanged} unchanged, ${skipped.length} left out.`,
    ...[...notes, ...grouped(skipped)].flatMap((line) => hanging(out, "  ", oneLine(line))),
  ];
}

/** What was left out, by reason, with the first few of each. */
function grouped(skipped: readonly Skipped[]): string[] {
  const byReason = Map.groupBy(skipped, ({ why }) => why);
  return [...byReason].map(([why, list]) => {
    const some = list
      .slice(0, 5)
      .map(({ what }) => what)
      .join(", ");
    return `left out: ${why} — ${list.length}: ${some}${list.length > 5 ? ", …" : ""}`;
  });
}
