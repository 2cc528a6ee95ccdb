import type { Command } from "commander";
import type { DeliveredItem } from "../../sdk/index.ts";
import { TocsinError } from "../../sdk/index.ts";
import type { Io } from "../io.ts";
import { hanging } from "../layout.ts";
import type { Output } from "../output.ts";
import { peerOf } from "../peer-options.ts";
import { oneLine } from "../printable.ts";
import { deliveryLines } from "../render-delivery.ts";
import { alarmLines, peerPage } from "../render-peer.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";

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

function whyCommand(io: Io): Command {
  return forumCommand("why", "show for each other forum whether an item of yours is there, and why it is not", [
    "peer why itm_…",
    "peer why itm_… --json",
  ])
    .argument(...itemArgument)
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const item = await client.peers.deliveries(id);
        if (item === null) throw new TocsinError("NOT_FOUND", "There is no such item, or you may not see it.");
        await out.either(item, () => [
          ...hanging(out, `${out.label(item.tlp)}  `, oneLine(item.title)),
          ...whyLines(out, item.deliveries),
        ]);
      });
    });
}

function whyLines(out: Output, deliveries: DeliveredItem["deliveries"]): string[] {
  if (deliveries === null) return ["Only the organisation that it comes from is told where it went, at its own forum."];
  if (deliveries.length === 0) return ["There are no other forums."];
  return deliveries.flatMap((delivery) => deliveryLines(out, delivery));
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
export const lookingCommands = [statusCommand, whyCommand, alarmsCommand, acknowledgeCommand];
