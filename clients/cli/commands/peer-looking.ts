import type { Command } from "commander";
import type { Io } from "../io.ts";
import { peerOf } from "../peer-options.ts";
import { alarmLines, peerPage } from "../render-peer.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";

function statusCommand(io: Io): Command {
  return forumCommand("status", "show how it goes: what is agreed, what was sent and came, who is behind, what fails", [
    "peer status",
    'peer status "Forum of the North" --json',
  ])
    .argument("[peer]", "one forum, by name, address or id; else all")
    .action(async (word: string | undefined, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const all = await client.peers.inCare();
        const peers = word === undefined ? all : [await peerOf(all, word)];
        await out.either({ peers }, () =>
          peers.length === 0
            ? ["There are no other forums."]
            : peers.flatMap((peer, at) => [...(at === 0 ? [] : [""]), ...peerPage(out, peer)]),
        );
      });
    });
}

function alarmsCommand(io: Io): Command {
  return forumCommand("alarms", "show what is wrong with what other forums tell, and has not been looked at", [
    "peer alarms",
    "peer alarms --all --json",
  ])
    .option("--all", "those that were looked at, too")
    .action(async (options: CommonOptions & { readonly all?: boolean }) => {
      await withForum(io, options, async (client, out) => {
        const alarms = await client.peers.alarms(options.all ? {} : { open: true });
        await out.either({ alarms }, () =>
          alarms.length === 0 ? ["There are no alarms."] : alarms.flatMap((alarm) => alarmLines(out, alarm)),
        );
      });
    });
}

function acknowledgeCommand(io: Io): Command {
  return forumCommand("acknowledge", "say that an alarm was looked at; should it happen again, it is raised anew", [
    "peer acknowledge alm_…",
  ])
    .argument("<alarm>", "by its id, as `tocsin peer alarms` shows it")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const alarm = await client.peers.acknowledge(id);
        await out.either(alarm, () => alarmLines(out, alarm));
      });
    });
}

/** Seeing how it goes with other forums. */
export const lookingCommands = [statusCommand, alarmsCommand, acknowledgeCommand];
