import type { Command } from "commander";
import { answerStateValues } from "../../sdk/index.ts";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, itemArgument, withForum } from "../session.ts";
import { tellItem } from "../tell-written.ts";
import { chosen } from "../words.ts";

type Options = CommonOptions & { readonly state: string; readonly note?: string };

export function ackCommand(io: Io): Command {
  return forumCommand("ack", "say where your organisation stands with an item; only its origin sees who said what", [
    "ack itm_…                                   # received, no answer yet",
    'ack itm_… --state affected --note "Two of our models."',
    "ack itm_… --state mitigated",
  ])
    .argument(...itemArgument)
    .option("--state <state>", "no-answer, under-study, affected, not-affected or mitigated", "no-answer")
    .option("--note <text>", "for the origin")
    .action(async (id: string, options: Options) => {
      const state = chosen(answerStateValues, options.state, "--state");
      await withForum(io, options, async (client, out) => {
        await tellItem(out, await client.answer(id, state, options.note), `Answered ${state} to`);
      });
    });
}
