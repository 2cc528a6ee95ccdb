import type { Command } from "commander";
import { UsageError } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";

export function orgCommand(io: Io): Command {
  return described("org", "say what others are told of your organisation", ["org share on"]).addCommand(
    shareCommand(io),
  );
}

function shareCommand(io: Io): Command {
  return forumCommand(
    "share",
    "whether other forums are told of your organisation and its accounts, so that they can be addressed from there",
    ["org share on", "org share off"],
  )
    .argument("<on|off>", "on: they are told; off: they are told no longer")
    .action(async (word: string, options: CommonOptions) => {
      if (word !== "on" && word !== "off") throw new UsageError(`Give on or off, not "${word}".`);
      await withForum(io, options, async (client, out) => {
        const reachable = await client.peers.setReachable(word === "on");
        await out.either({ reachable }, () => [
          reachable
            ? "Other forums are told of your organisation and of those of its accounts that are in the directory."
            : "Other forums are told of your organisation no longer.",
        ]);
      });
    });
}
