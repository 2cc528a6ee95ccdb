import type { Command } from "commander";
import { inputById } from "../by-id.ts";
import { Directory } from "../directory.ts";
import type { Io } from "../io.ts";
import { readItem } from "../read-item.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";
import { tellSent } from "../tell-written.ts";
import { numberOption } from "../words.ts";

export function reviseCommand(io: Io): Command {
  return forumCommand("revise", "replace an item by a whole new revision", [
    "show itm_… --yaml > item.yaml",
    "revise itm_… item.yaml --expect 1",
  ])
    .argument(...itemArgument)
    .argument("<file>", "the whole item, or - for the standard input")
    .requiredOption("--expect <revision>", "the revision that it was made from; refused if there is a newer one")
    .action(async (id: string, file: string, options: CommonOptions & { readonly expect: string }) => {
      const expected = numberOption(options.expect, "--expect", 1);
      await withForum(io, options, async (client, out) => {
        const input = await inputById(new Directory(client), await readItem(io, file));
        await tellSent(out, client, await client.revise(id, expected, input), "Revised");
      });
    });
}
