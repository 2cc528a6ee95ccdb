import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Command } from "commander";
import type { ItemFilter } from "../../sdk/index.ts";
import { addFilterOptions, addListOptions, filterOf } from "../filter-options.ts";
import { filterById } from "../by-id.ts";
import { Directory } from "../directory.ts";
import type { Io } from "../io.ts";
import { safeJson } from "../printable.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { exportStixCommand } from "./export-stix.ts";

type Options = CommonOptions & Parameters<typeof filterOf>[0] & { readonly output?: string };

export function exportCommand(io: Io): Command {
  const command = forumCommand(
    "export",
    "print what you see under a filter, published or withdrawn, one JSON object a line, oldest first",
    ["export > items.jsonl", "export --tlp clear --output clear.jsonl", "export --status published --category cyber"],
  );
  return addListOptions(addFilterOptions(command))
    .addCommand(exportStixCommand(io))
    .option("--output <file>", "write to a file, and say how many there were")
    .action(async (options: Options) => {
      const words: ItemFilter = { statuses: ["PUBLISHED", "WITHDRAWN"], ...filterOf(options) };
      await withForum(io, options, async (client, out) => {
        const filter = await filterById(new Directory(client), words);
        const items = client.items({ filter, orderBy: "OLDEST", pageSize: 100 });
        if (options.output === undefined) {
          for await (const item of items) await out.value(item);
          return;
        }
        const file = createWriteStream(options.output, { mode: 0o600 });
        const written = finished(file);
        let count = 0;
        for await (const item of items) {
          count += 1;
          if (!file.write(`${safeJson(item)}\n`)) await once(file, "drain");
        }
        file.end();
        await written;
        await out.either({ file: options.output, count }, () => [`${count} items written to ${options.output}.`]);
      });
    });
}
