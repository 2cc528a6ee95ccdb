import type { Command } from "commander";
import { itemOrderValues } from "../../sdk/index.ts";
import { addFilterOptions, addListOptions, filterOf } from "../filter-options.ts";
import { filterById } from "../by-id.ts";
import { Directory } from "../directory.ts";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { itemLines } from "../render-line.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { chosen, numberOption } from "../words.ts";

type Options = CommonOptions &
  Parameters<typeof filterOf>[0] & { readonly limit: string; readonly order?: string; readonly after?: string };

/** What the forum gives at a time. */
const maxLimit = 100;

export function itemsCommand(io: Io): Command {
  const command = forumCommand("items", "list items", [
    "items --category cyber --severity high",
    'items --text "tool injection" --limit 5',
    "items --kind advisory --since 2026-11-01 --json",
    "items --status draft",
  ]);
  return addListOptions(addFilterOptions(command))
    .option("--limit <number>", `how many, at most ${maxLimit}`, "20")
    .option("--order <order>", "newest, oldest, most-severe or best-match")
    .option("--after <cursor>", "go on behind an earlier page")
    .action(async (options: Options) => {
      const { after } = options;
      const words = filterOf(options);
      const orderBy = options.order === undefined ? undefined : chosen(itemOrderValues, options.order, "--order");
      if (orderBy === "BEST_MATCH" && (words.text ?? "").trim() === "") {
        throw new UsageError("--order best-match needs a text to match: give --text, or another order.");
      }
      const page = {
        first: numberOption(options.limit, "--limit", 0, maxLimit),
        ...(orderBy === undefined ? {} : { orderBy }),
        ...(after === undefined ? {} : { after }),
      };
      await withForum(io, options, async (client, out) => {
        const filter = await filterById(new Directory(client), words);
        const { nodes, totalCount, pageInfo } = await client.itemPage({ ...page, filter });
        if (out.json) return out.value({ items: nodes, totalCount, pageInfo });
        if (nodes.length > 0) await out.lines(...nodes.flatMap((item) => itemLines(out, item)));
        const more = pageInfo.hasNextPage ? ` Go on with --after ${pageInfo.endCursor ?? ""}` : "";
        return out.note(`${nodes.length} of ${totalCount}.${more}`);
      });
    });
}
