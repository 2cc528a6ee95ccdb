import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";

export function discardCommand(io: Io): Command {
  return forumCommand("discard", "throw a draft away", ["items --status draft", "discard itm_…"])
    .argument(...itemArgument)
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const discarded = await client.discardDraft(id);
        await out.either({ id: discarded }, () => [`Discarded the draft ${discarded}.`]);
      });
    });
}
