import type { Command } from "commander";
import type { MeetingFields } from "../../sdk/index.ts";
import { meetingRuleValues, TocsinError } from "../../sdk/index.ts";
import { Directory } from "../directory.ts";
import { groupOf } from "../group-options.ts";
import type { Io } from "../io.ts";
import { idOf } from "../names.ts";
import type { Output } from "../output.ts";
import { readPlain } from "../read-item.ts";
import { meetingLine, meetingPage } from "../render-group.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { chosen, instantOption } from "../words.ts";

/** When a group meets, and what comes of it. */
export const meetingCommands = [meetCommand, meetingCommand, cancelCommand, minutesCommand, presentCommand];

type MeetOptions = CommonOptions & {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly place?: string;
  readonly agenda?: readonly string[];
  readonly rule?: string;
};

function meetCommand(io: Io): Command {
  return forumCommand("meet", "call a meeting of a group", [
    'group meet "Agent safety" --title "First call" --from 2027-01-12T14:00:00Z --to 2027-01-12T15:00:00Z',
    'group meet grp_… --title Call --from 2027-01-12T14:00:00+01:00 --to 2027-01-12T15:00:00+01:00 --agenda "The draft" --rule chatham-house',
  ])
    .argument("<group>", "by name or id")
    .requiredOption("--title <title>", "what it is called")
    .requiredOption("--from <instant>", "when it begins")
    .requiredOption("--to <instant>", "when it ends")
    .option("--place <place>", "where")
    .option("--agenda <point...>", "what is to be talked about")
    .option("--rule <rule>", "attributed or chatham-house; else that of the charter")
    .action(async (word: string, { title, from, to, place, agenda, rule, ...options }: MeetOptions) => {
      const plan = {
        title,
        startsAt: instantOption(from, "--from"),
        endsAt: instantOption(to, "--to"),
        ...(place === undefined ? {} : { place }),
        ...(agenda === undefined ? {} : { agenda }),
        ...(rule === undefined ? {} : { rule: chosen(meetingRuleValues, rule, "--rule") }),
      };
      await withForum(io, options, async (client, out) => {
        const group = await groupOf(new Directory(client), word);
        await tellMeeting(out, await client.workingGroups.callMeeting({ group, ...plan }));
      });
    });
}

function meetingCommand(io: Io): Command {
  return forumCommand("meeting", "show a meeting with its minutes", [
    "group meeting mtg_…",
    "group meeting mtg_… --json",
  ])
    .argument("<id>", "the meeting, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const meeting = await client.workingGroups.meeting(id);
        if (meeting === null) throw new TocsinError("NOT_FOUND", "There is no such meeting, or you may not see it.");
        await out.either(meeting, () => meetingPage(out, meeting));
      });
    });
}

function cancelCommand(io: Io): Command {
  return forumCommand("cancel", "call a meeting off", ["group cancel mtg_…"])
    .argument("<id>", "the meeting, by its id")
    .action(async (id: string, options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        await tellMeeting(out, await client.workingGroups.cancelMeeting(id));
      });
    });
}

type MinutesOptions = CommonOptions & { readonly decision?: readonly string[]; readonly action?: readonly string[] };

function minutesCommand(io: Io): Command {
  return forumCommand("minutes", "write down what a meeting came to", [
    'group minutes mtg_… minutes.md --decision "The draft goes to last call." --action "Publish the draft."',
    "group minutes mtg_… - < minutes.md",
  ])
    .argument("<id>", "the meeting, by its id")
    .argument("<file>", "the minutes in Markdown, or - for the standard input")
    .option("--decision <text...>", "what was decided")
    .option("--action <text...>", "what is to be done")
    .action(async (id: string, file: string, { decision = [], action = [], ...options }: MinutesOptions) => {
      const minutes = await readPlain(io, file);
      await withForum(io, options, async (client, out) => {
        const record = { minutes, decisions: decision, actions: action.map((text) => ({ text })) };
        await tellMeeting(out, await client.workingGroups.recordMeeting(id, record));
      });
    });
}

function presentCommand(io: Io): Command {
  return forumCommand("present", "write down who was at a meeting; under the Chatham House rule for its chairs alone", [
    'group present mtg_… "Ada Example" "Ben Example"',
  ])
    .argument("<id>", "the meeting, by its id")
    .argument("<accounts...>", "by name or id")
    .action(async (id: string, words: string[], options: CommonOptions) => {
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const present: string[] = [];
        for (const word of words) present.push(await idOf(directory, "accounts", word, "accounts"));
        await tellMeeting(out, await client.workingGroups.recordAttendance(id, present));
      });
    });
}

async function tellMeeting(out: Output, meeting: MeetingFields): Promise<void> {
  await out.either(meeting, () => [meetingLine(meeting)]);
}
