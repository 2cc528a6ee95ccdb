import type { Command } from "commander";
import { UsageError } from "../exit-codes.ts";
import { readAtlas } from "../import/atlas.ts";
import { readAvid } from "../import/avid.ts";
import { readCosai } from "../import/cosai.ts";
import { readMisp } from "../import/misp.ts";
import type { ImportBatch } from "../../foreign/batch.ts";
import { UnreadableSource } from "../../foreign/batch.ts";
import type { ImportReport } from "../import/run-import.ts";
import { runImport } from "../import/run-import.ts";
import { tlpValues } from "../../sdk/index.ts";
import { grouped, progressBar } from "../import-report.ts";
import type { Io } from "../io.ts";
import { hanging } from "../layout.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { chosen } from "../words.ts";
import { importStixCommand } from "./import-stix.ts";

type Options = CommonOptions & {
  readonly dryRun?: boolean;
  readonly defaultTlp?: string;
  readonly oneCommunity?: boolean;
};
const editions =
  "The STIX edition of ATLAS says less than ATLAS.yaml: importing it after ATLAS.yaml makes revisions that say less.";

type Read = (path: string, options: Options) => Promise<ImportBatch>;

export function importCommand(io: Io): Command {
  return described(
    "import",
    "publish foreign data as items; running it again changes nothing, newer data makes revisions",
    ["import atlas ATLAS.yaml", "import avid ./avid-db --dry-run"],
  )
    .addCommand(
      source(
        io,
        "atlas",
        "<file>",
        "MITRE ATLAS, as STIX or in its own form, as TLP:CLEAR",
        "import atlas stix-atlas.json",
        (path) => readAtlas(path),
      ),
    )
    .addHelpText("after", `\n${editions}`)
    .addCommand(
      source(io, "avid", "<folder>", "the AI Vulnerability Database as TLP:CLEAR", "import avid ./avid", (path) =>
        readAvid(path),
      ),
    )
    .addCommand(
      source(
        io,
        "cosai",
        "<folder>",
        "the CoSAI Risk Map as TLP:CLEAR: its controls as practices, its risks as advisories",
        "import cosai ./risk-map/yaml",
        (path) => readCosai(path),
      ),
    )
    .addCommand(mispCommand(io))
    .addCommand(importStixCommand(io));
}

function mispCommand(io: Io): Command {
  const description = "events of MISP, under labels that are never wider than their tlp tags and distributions";
  return source(io, "misp", "<path>", description, "import misp ./feed --default-tlp amber", async (path, options) =>
    readMisp(path, {
      isOneCommunity: options.oneCommunity ?? false,
      ...(options.defaultTlp === undefined
        ? {}
        : { defaultTlp: chosen(tlpValues, options.defaultTlp, "--default-tlp") }),
    }),
  )
    .option("--default-tlp <label>", "the label of events without a tlp tag; without it they are left out")
    .option("--one-community", "the organisations of the MISP server and of its neighbours are those of this forum");
}

function source(io: Io, name: string, argument: string, description: string, example: string, read: Read): Command {
  return forumCommand(name, `publish ${description}`, [example, `${example} --dry-run`])
    .argument(argument, "where it lies on this machine")
    .option("--dry-run", "say what would be done, and do nothing")
    .action(async (path: string, options: Options) => {
      const batch = await readable(() => read(path, options), path);
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

async function readable(read: () => Promise<ImportBatch>, path: string): Promise<ImportBatch> {
  return read().catch((error: unknown) => {
    if (error instanceof UsageError) throw error;
    if (error instanceof UnreadableSource) throw new UsageError(error.message);
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function reportLines(out: Output, report: ImportReport, dryRun: boolean): string[] {
  const { published, revised, unchanged, skipped, notes } = report;
  const would = dryRun ? "Would have: " : "";
  return [
    `${would}${published} published, ${revised} revised, ${unchanged} unchanged, ${skipped.length} left out.`,
    ...[...notes, ...grouped(skipped)].flatMap((line) => hanging(out, "  ", oneLine(line))),
  ];
}
