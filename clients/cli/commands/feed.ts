import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { SourceFields } from "../../sdk/index.ts";
import { sectorValues, sourceKindValues, tlpValues } from "../../sdk/index.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { hanging } from "../layout.ts";
import { idOf } from "../names.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { chosen } from "../words.ts";

type AddOptions = CommonOptions & {
  readonly label: string;
  readonly name?: string;
  readonly audience?: readonly string[];
  readonly user?: string;
  readonly passwordFile?: string;
};

export function feedCommand(io: Io): Command {
  return described("feed", "have the forum read feeds of others into items of your organisation", ["feed list"])
    .addCommand(addCommand(io))
    .addCommand(listCommand(io))
    .addCommand(pausingCommand(io, "pause", "leave a feed alone for now", true))
    .addCommand(pausingCommand(io, "resume", "go on with a feed, at once", false))
    .addCommand(removeCommand(io));
}

function addCommand(io: Io): Command {
  return forumCommand("add", "read a TAXII 2.1 collection or a MISP feed, every few minutes from now on", [
    "feed add taxii https://cti.example/api/collections/9f…/ --label amber --user forum --password-file ./secret",
    'feed add misp https://misp.example/feed --label clear --name "Example CERT"',
    'feed add taxii https://cti.example/… --label amber --audience "Red Team" --audience government',
  ])
    .argument("<kind>", "taxii or misp")
    .argument("<address>", "of a collection, or of the folder of a MISP feed")
    .requiredOption("--label <label>", "the label of what comes without one; what bears one never becomes wider")
    .option("--name <name>", "what to call it; else its host")
    .option("--audience <who...>", "organisations, groups and sectors, for what its label gives to some only")
    .option("--user <name>", "the name to ask with")
    .option("--password-file <file>", "a file with the password, or without --user with a token")
    .action(async (kind: string, url: string, options: AddOptions) => {
      await withForum(io, options, async (client, out) => {
        const { name = URL.parse(url)?.host ?? url, user, passwordFile } = options;
        const password = passwordFile === undefined ? null : (await secretIn(passwordFile)).trim();
        const input = {
          kind: chosen(sourceKindValues, kind, "<kind>"),
          name,
          url,
          tlp: chosen(tlpValues, options.label, "--label"),
          ...(await audienceOf(new Directory(client), options.audience ?? [])),
          ...(user === undefined ? {} : { username: user }),
          ...(password === null ? {} : { password }),
        };
        const source = await client.addSource(input);
        await out.either(source, () => [`The forum reads ${source.url} from now on: ${source.id}.`]);
      });
    });
}

async function secretIn(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new UsageError(`${file} cannot be read.`, { field: "--password-file" });
  });
}

/** Each word is a sector, or else the name of a group or of an organisation. */
async function audienceOf(directory: Directory, words: readonly string[]) {
  const audience = {
    organizations: [] as string[],
    groups: [] as string[],
    sectors: [] as (typeof sectorValues)[number][],
  };
  for (const word of words) {
    const sector = sectorValues.find((value) => value === word.toUpperCase().replace(/[- ]/g, "_"));
    const isGroup = (await directory.groups()).some(
      ({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase(),
    );
    if (sector !== undefined) audience.sectors.push(sector);
    else if (isGroup) audience.groups.push(await idOf(directory, "groups", word, "--audience"));
    else audience.organizations.push(await idOf(directory, "organizations", word, "--audience"));
  }
  return audience;
}

function listCommand(io: Io): Command {
  return forumCommand("list", "show the feeds of your organisation, and what became of what they brought", [
    "feed list",
    "items --status draft       # what waits for somebody to look",
    "publish --id itm_…         # release it",
    "discard itm_…              # or throw it away",
  ]).action(async (options: CommonOptions) => {
    await withForum(io, options, async (client, out) => {
      const sources = await client.sources();
      await out.either({ sources }, () =>
        sources.length === 0 ? ["There are no feeds."] : sources.flatMap((source) => sourceLines(out, source)),
      );
    });
  });
}

function sourceLines(out: Output, source: SourceFields): string[] {
  const { id, kind, name, url, tlp, paused, error, polledAt, nextAt, counts, told } = source;
  const brought = counts.map(({ outcome, count }) => `${count} ${outcome}`).join(", ");
  const state = paused ? "paused" : `next at ${nextAt}`;
  const lines = [
    `${kind} ${url}`,
    `without a label: ${out.label(tlp)}`,
    polledAt === null ? `never asked, ${state}` : `asked at ${polledAt}, ${state}`,
    ...(error === null ? [] : [`cannot be read: ${error}`]),
    ...(brought === "" ? [] : [`brought: ${brought}`]),
    ...told.map(({ objectId, outcome, reason }) => `${outcome}: ${objectId}${reason === null ? "" : ` (${reason})`}`),
  ];
  return [`${id}  ${oneLine(name)}`, ...lines.flatMap((line) => hanging(out, "  ", oneLine(line)))];
}

function pausingCommand(io: Io, verb: "pause" | "resume", description: string, paused: boolean): Command {
  return forumCommand(verb, description, [`feed ${verb} src_…`])
    .argument("<id>", "the source, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const source = await client.pauseSource(id, paused);
        await out.either(source, () => [paused ? `${source.url} is left alone.` : `${source.url} is read again.`]);
      });
    });
}

function removeCommand(io: Io): Command {
  return forumCommand("remove", "read a feed no more; what it has brought stays", ["feed remove src_…"])
    .argument("<id>", "the source, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const removed = await client.removeSource(id);
        await out.either({ id: removed }, () => [`The forum reads ${removed} no more.`]);
      });
    });
}
