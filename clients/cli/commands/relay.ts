import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { tellWritten } from "../tell-written.ts";

export function relayCommand(io: Io): Command {
  return forumCommand("relay", "pass an item on to other organisations, as far as its label allows", [
    "relay itm_… org_…",
    "relay itm_… org_… org_… --json",
  ])
    .argument("<id>")
    .argument("<organisation...>", "ids of organisations")
    .action(async (id: string, organizations: string[], options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        await tellWritten(out, await client.relay(id, organizations), "Relayed");
      });
    });
}
