import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";
import { tellWritten } from "../tell-written.ts";

export function withdrawCommand(io: Io): Command {
  return forumCommand("withdraw", "withdraw an item everywhere; it stays readable with the reason", [
    'withdraw itm_… --reason "The measurement was wrong."',
  ])
    .argument(...itemArgument)
    .requiredOption("--reason <text>", "why it is no longer to be relied on")
    .action(async (id: string, options: CommonOptions & { readonly reason: string }) => {
      await withForum(io, options, async (client, out) => {
        await tellWritten(out, await client.withdraw(id, options.reason), "Withdrew");
      });
    });
}
