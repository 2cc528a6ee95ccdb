import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { AdoptionFields } from "../../sdk/index.ts";
import { adoptionLevelValues, sectorValues } from "../../sdk/index.ts";
import { organizationIds } from "../by-id.ts";
import { csvOf } from "../csv.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { oneLine, safeJson } from "../printable.ts";
import { adoptionLines, clauseLines, matrixLines } from "../render-adoption.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { chosen, numberOption } from "../words.ts";

export function adoptionCommand(io: Io): Command {
  return described("adoption", "look up who has adopted what", ["adoption list", "adoption matrix"])
    .addCommand(listCommand(io))
    .addCommand(dueCommand(io))
    .addCommand(matrixCommand(io))
    .addCommand(clausesCommand(io))
    .addCommand(exportCommand(io));
}

type Options = CommonOptions & {
  readonly practice?: readonly string[];
  readonly organization?: readonly string[];
  readonly level?: readonly string[];
};

function filtered(command: Command): Command {
  return command
    .option("--practice <id...>", "of these practices")
    .option("--organization <organization...>", "of these organisations, by name or id")
    .option("--level <level...>", "intends, partial, full, equivalent-alternative, not-adopting or withdrawn");
}

async function filterOf(directory: Directory, { practice, organization, level }: Options) {
  return {
    ...(practice === undefined ? {} : { practices: practice }),
    ...(organization === undefined
      ? {}
      : { organizations: await organizationIds(directory, organization, "--organization") }),
    ...(level === undefined ? {} : { levels: level.map((word) => chosen(adoptionLevelValues, word, "--level")) }),
  };
}

function listCommand(io: Io): Command {
  const command = forumCommand("list", "list the declarations that you may see, newest first", [
    "adoption list --practice itm_…",
    'adoption list --organization "Kestrel Labs" --level full --json',
  ]);
  return filtered(command).action(async (options: Options) => {
    await withForum(io, options, async (client, out) => {
      const filter = await filterOf(new Directory(client), options);
      const adoptions = await Array.fromAsync(client.adoptions.list(filter));
      await out.either({ adoptions }, () => adoptions.flatMap((adoption) => adoptionLines(out, adoption)));
    });
  });
}

type DueOptions = CommonOptions & { readonly days: string; readonly all?: boolean };

function dueCommand(io: Io): Command {
  return forumCommand("due", "list your organisation's declarations that have expired, are overdue or end soon", [
    "adoption due",
    "adoption due --days 90 --all --json",
  ])
    .option("--days <number>", "how many days count as soon", "30")
    .option("--all", "those of every organisation that you may see")
    .action(async (options: DueOptions) => {
      const soon = Date.now() + numberOption(options.days, "--days") * 86_400_000;
      await withForum(io, options, async (client, out) => {
        const { organization } = await client.viewer();
        const own = options.all || organization === null ? {} : { organizations: [organization.id] };
        const adoptions = await Array.fromAsync(
          client.adoptions.list({ ...own, endsBy: new Date(soon).toISOString() }),
        );
        await out.either({ adoptions }, () =>
          adoptions.length === 0 ? ["Nothing is due."] : adoptions.flatMap((adoption) => adoptionLines(out, adoption)),
        );
      });
    });
}

type MatrixOptions = CommonOptions & {
  readonly practice?: readonly string[];
  readonly organization?: readonly string[];
  readonly sector?: readonly string[];
  readonly limit: string;
  readonly after?: string;
  readonly csv?: boolean;
};

function matrixCommand(io: Io): Command {
  return forumCommand("matrix", "show practices against organisations, as far as you may see", [
    "adoption matrix",
    "adoption matrix --sector company --csv > matrix.csv",
  ])
    .option("--practice <id...>", "these practices alone")
    .option("--organization <organization...>", "these organisations alone, by name or id")
    .option("--sector <sector...>", "organisations of these sectors alone")
    .option("--limit <number>", "how many practices, at most 500", "100")
    .option("--after <cursor>", "go on behind an earlier page")
    .option("--csv", "print CSV")
    .action(async (options: MatrixOptions) => {
      const sectors = options.sector?.map((sector) => chosen(sectorValues, sector, "--sector"));
      const first = numberOption(options.limit, "--limit");
      await withForum(io, options, async (client, out) => {
        const { organizations } = await filterOf(new Directory(client), { organization: options.organization ?? [] });
        const matrix = await client.adoptions.matrix({
          first,
          ...(options.after === undefined ? {} : { after: options.after }),
          ...(options.practice === undefined ? {} : { practices: options.practice }),
          ...(options.organization === undefined ? {} : { organizations }),
          ...(sectors === undefined ? {} : { sectors }),
        });
        const { rows, pageInfo, totalCount } = matrix;
        if (options.csv) {
          const header = ["practice", "title", "version", ...matrix.organizations.map(({ name }) => name)];
          await out.file(
            csvOf(
              header,
              rows.map(({ practice: { id, title }, version, standings }) => [id, title, version, ...standings]),
            ),
          );
        } else await out.either(matrix, () => matrixLines(out, matrix));
        const more = pageInfo.hasNextPage ? ` Go on with --after ${pageInfo.endCursor ?? ""}` : "";
        await out.note(`${rows.length} of ${totalCount} practices.${more}`);
      });
    });
}

function clausesCommand(io: Io): Command {
  return forumCommand("clauses", "show a practice clause by clause: who follows it, and what is done otherwise", [
    "adoption clauses itm_…",
  ])
    .argument("<practice>", "its id")
    .action(async (practice: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const row = await client.adoptions.clauses(practice);
        if (row === null)
          throw new UsageError(`There is no practice ${oneLine(practice)} in the register that you see.`);
        await out.either(row, () => clauseLines(out, row));
      });
    });
}

type ExportOptions = Options & { readonly format: string; readonly output?: string };

function exportCommand(io: Io): Command {
  const command = forumCommand(
    "export",
    "write the declarations that you may see as CSV, or as one JSON object a line",
    ["adoption export > adoptions.csv", "adoption export --format json --output adoptions.jsonl"],
  );
  return filtered(command)
    .option("--format <format>", "csv or json", "csv")
    .option("--output <file>", "write to a file, and say how many there were")
    .action(async (options: ExportOptions) => {
      const format = chosen(["CSV", "JSON"] as const, options.format, "--format");
      await withForum(io, options, async (client, out) => {
        const filter = await filterOf(new Directory(client), options);
        const adoptions = await Array.fromAsync(client.adoptions.list(filter));
        const text =
          format === "CSV"
            ? csvOf(columns, adoptions.map(rowOf))
            : adoptions.map((one) => `${safeJson(one)}\n`).join("");
        const { output: file } = options;
        if (file === undefined) return out.file(text);
        await writeFile(file, text, { mode: 0o600 });
        const count = adoptions.length;
        return out.either({ file, count }, () => [`${count} declarations written to ${file}.`]);
      });
    });
}

const columns = [
  "tlp",
  "organization",
  "sector",
  "practice",
  "title",
  "version",
  "level",
  "standing",
  "clauses",
  "deviations",
  "evidence",
  "valid_until",
  "note",
  "declared_at",
  "changed_at",
];

function rowOf(adoption: AdoptionFields): (string | number | null)[] {
  const { organization, practice, clauses, deviations, evidence } = adoption;
  return [
    `TLP:${adoption.tlp.replace("_", "+")}`,
    organization.name,
    organization.sector,
    practice.id,
    practice.title,
    adoption.version,
    adoption.level,
    adoption.standing,
    clauses?.join(" ") ?? null,
    deviations.map(({ clause, reason }) => `${clause}: ${reason}`).join("\n"),
    evidence.map(({ kind, url }) => `${kind} ${url}`).join("\n"),
    adoption.validUntil,
    adoption.note,
    adoption.declaredAt,
    adoption.at,
  ];
}
