import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";
import { tellItem } from "../tell-written.ts";
import { instantOption, numberOption } from "../words.ts";

type Options = CommonOptions & {
  readonly count: string;
  readonly firstSeen: string;
  readonly lastSeen?: string;
  readonly attributed?: boolean;
  readonly note?: string;
};

export function sightingCommand(io: Io): Command {
  return forumCommand("sighting", "say that you have seen the same", [
    "sighting itm_… --count 3 --first-seen 2026-11-20",
    "sighting itm_… --count 1 --first-seen 2026-11-20T10:00:00Z --attributed",
  ])
    .argument(...itemArgument)
    .option("--count <number>", "how often", "1")
    .requiredOption("--first-seen <date>", "when first")
    .option("--last-seen <date>", "when last")
    .option("--attributed", "show the name of your organisation")
    .option("--note <text>", "what there is to say about it")
    .action(async (id: string, options: Options) => {
      const { lastSeen, note } = options;
      const report = {
        count: numberOption(options.count, "--count", 1),
        firstSeen: instantOption(options.firstSeen, "--first-seen"),
        attributed: options.attributed ?? false,
        ...(lastSeen === undefined ? {} : { lastSeen: instantOption(lastSeen, "--last-seen") }),
        ...(note === undefined ? {} : { note }),
      };
      await withForum(io, options, async (client, out) => {
        await tellItem(out, await client.reportSighting(id, report), "Reported a sighting of");
      });
    });
}
