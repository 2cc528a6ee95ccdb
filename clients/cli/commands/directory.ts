import type { Command } from "commander";
import { Directory } from "../directory.ts";
import { hanging } from "../layout.ts";
import type { Io } from "../io.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { padText, textWidth } from "../text-width.ts";

type Part = "organizations" | "groups" | "accounts";
type Options = CommonOptions & { readonly [P in Part]?: boolean } & { readonly text?: string };

export function directoryCommand(io: Io): Command {
  return forumCommand("directory", "show who is in the forum, with the names and ids that other commands take", [
    "directory",
    "directory --organizations --text university",
    "directory --accounts --json",
  ])
    .option("--organizations", "organisations: name, sector, country, id")
    .option("--groups", "groups: name, id, what they are for")
    .option("--accounts", "accounts: name, organisation, id")
    .option("--text <text>", "only those that have this in a name")
    .action(async (options: Options) => {
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        if (!(await directory.isOpen())) await out.note("The directory is for members: sign in to see it.");
        const shown = await read(directory, options);
        await out.either(shown, () => page(out, shown));
      });
    });
}

type Shown = Awaited<ReturnType<typeof read>>;

/** The parts that were asked for, or all where none was. */
async function read(directory: Directory, options: Options) {
  const all = !options.organizations && !options.groups && !options.accounts;
  const wanted = options.text?.toLowerCase() ?? "";
  const has = (...names: readonly string[]): boolean => names.some((name) => name.toLowerCase().includes(wanted));
  const organizations = async () => (await directory.organizations()).filter(({ name }) => has(name));
  const groups = async () => (await directory.groups()).filter(({ name }) => has(name));
  const accounts = async () =>
    (await directory.accounts()).filter(({ name, organization }) => has(name, organization.name));
  return {
    ...(all || options.organizations ? { organizations: await organizations() } : {}),
    ...(all || options.groups ? { groups: await groups() } : {}),
    ...(all || options.accounts ? { accounts: await accounts() } : {}),
  };
}

function page(out: Output, { organizations, groups, accounts }: Shown): string[] {
  return [
    ...table(
      out,
      "Organisations",
      organizations?.map(({ name, sector, country, id }) => [name, sector, country ?? "", id]),
    ),
    ...table(
      out,
      "Groups",
      groups?.map(({ name, id, description }) => [name, id, description ?? ""]),
    ),
    ...table(
      out,
      "Accounts",
      accounts?.map(({ name, organization, id }) => [name, organization.name, id]),
    ),
  ];
}

function table(out: Output, title: string, rows: readonly (readonly string[])[] | undefined): string[] {
  if (rows === undefined) return [];
  const cells = rows.map((row) => row.map(oneLine));
  const widths = cells.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, textWidth(cell))),
    [],
  );
  const whole = 2 * widths.length + widths.reduce((sum, width) => sum + width, 0);
  const lines =
    whole > out.columns ? cells.flatMap((row) => stacked(out, row)) : cells.map((row) => inLine(row, widths));
  return [out.style("bold", title), ...(lines.length === 0 ? ["  none"] : lines), ""];
}

function inLine(row: readonly string[], widths: readonly number[]): string {
  return `  ${row.map((cell, at) => padText(cell, widths[at] ?? 0)).join("  ")}`.trimEnd();
}

/** For a narrow terminal: the name, and the rest below it. */
function stacked(out: Output, [name = "", ...rest]: readonly string[]): string[] {
  const about = rest.filter((cell) => cell !== "").join("  ");
  return [...hanging(out, "  ", name), ...hanging(out, "    ", about, (line) => out.style("dim", line))];
}
