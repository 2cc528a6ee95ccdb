import type { Command } from "commander";
import { TocsinError } from "../../sdk/index.ts";
import type { Io } from "../io.ts";
import { itemYaml } from "../item-yaml.ts";
import { itemPage } from "../render-item.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";

export function showCommand(io: Io): Command {
  return forumCommand("show", "show one item, with how it reached you and what its label lets you do", [
    "show itm_…",
    "show itm_… --json",
    "show itm_… --yaml > item.yaml   # to revise it",
  ])
    .argument(...itemArgument)
    .option("--yaml", "print what `tocsin revise` takes")
    .action(async (id: string, options: CommonOptions & { readonly yaml?: boolean }) => {
      await withForum(io, options, async (client, out) => {
        const item = await client.item(id);
        if (item === null) throw new TocsinError("NOT_FOUND", "There is no such item, or you may not see it.");
        if (options.yaml) await out.lines(await itemYaml(item));
        else await out.either(item, () => itemPage(out, item));
      });
    });
}
