import type { Command } from "commander";
import type { CharterInput } from "../../sdk/index.ts";
import { groupMoveValues, TocsinError } from "../../sdk/index.ts";
import { Directory } from "../directory.ts";
import { groupOf } from "../group-options.ts";
import type { Io } from "../io.ts";
import { readInput } from "../read-item.ts";
import { groupPage } from "../render-group.ts";
import type { CommonOptions } from "../session.ts";
import { described, forumCommand, withForum } from "../session.ts";
import { tellGroup } from "../tell-group.ts";
import { chosen } from "../words.ts";
import { meetingCommands } from "./group-meetings.ts";
import { memberCommands } from "./group-members.ts";

export function groupCommand(io: Io): Command {
  const command = described("group", "propose, charter and run working groups, join them and meet", [
    'group show "Agent safety"',
  ]);
  const parts = [showCommand, proposeCommand, signCommand, charterCommand, moveCommand];
  for (const part of [...parts, ...memberCommands, ...meetingCommands]) command.addCommand(part(io));
  return command;
}

type ShowOptions = CommonOptions & { readonly keep?: boolean };

function showCommand(io: Io): Command {
  return forumCommand("show", "show a group on one page, with what happened since you last looked", [
    'group show "Agent safety"',
    "group show grp_… --keep --json",
  ])
    .argument("<group>", "by name or id")
    .option("--keep", "do not remember that you have looked")
    .action(async (word: string, options: ShowOptions) => {
      await withForum(io, options, async (client, out) => {
        const id = await groupOf(new Directory(client), word);
        const group = await client.workingGroups.get(id);
        if (group === null) throw new TocsinError("NOT_FOUND", "There is no such group, or you may not see it.");
        await out.either(group, () => groupPage(out, group));
        if (group.viewerRoles.length > 0 && options.keep !== true) await client.workingGroups.lookedAt(id);
      });
    });
}

type ProposeOptions = CommonOptions & { readonly name: string; readonly description?: string };

function proposeCommand(io: Io): Command {
  return forumCommand(
    "propose",
    "propose a group under a charter, a YAML or JSON file with the fields of CharterInput",
    ['group propose charter.yaml --name "Agent safety"', 'group propose - --name "Agent safety" --json < charter.json'],
  )
    .argument("<file>", "the charter, or - for the standard input")
    .requiredOption("--name <name>", "what it is to be called")
    .option("--description <text>", "what it is for")
    .action(async (file: string, { name, description, ...options }: ProposeOptions) => {
      const charter = await readInput<CharterInput>(io, file, "CharterInput");
      await withForum(io, options, async (client, out) => {
        const proposal = { name, charter, ...(description === undefined ? {} : { description }) };
        await tellGroup(out, await client.workingGroups.propose(proposal));
      });
    });
}

type SignOptions = CommonOptions & { readonly withdraw?: boolean };

function signCommand(io: Io): Command {
  return forumCommand("sign", "sign your organisation on to a proposal", [
    'group sign "Agent safety"',
    "group sign grp_… --withdraw",
  ])
    .argument("<group>", "by name or id")
    .option("--withdraw", "take the signature back")
    .action(async (word: string, options: SignOptions) => {
      await withForum(io, options, async (client, out) => {
        const id = await groupOf(new Directory(client), word);
        await tellGroup(out, await client.workingGroups.signOn(id, options.withdraw !== true));
      });
    });
}

function charterCommand(io: Io): Command {
  return forumCommand("charter", "add a version of a group's charter, for a steward to approve", [
    'group charter "Agent safety" charter.yaml',
  ])
    .argument("<group>", "by name or id")
    .argument("<file>", "the whole charter, or - for the standard input")
    .action(async (word: string, file: string, options: CommonOptions) => {
      const charter = await readInput<CharterInput>(io, file, "CharterInput");
      await withForum(io, options, async (client, out) => {
        const id = await groupOf(new Directory(client), word);
        await tellGroup(out, await client.workingGroups.draftCharter(id, charter));
      });
    });
}

type MoveOptions = CommonOptions & { readonly reason?: string };

function moveCommand(io: Io): Command {
  return forumCommand("move", "bring a group into its next state", [
    'group move "Agent safety" charter',
    'group move grp_… pause --reason "Nobody has time before spring."',
  ])
    .argument("<group>", "by name or id")
    .argument("<move>", "charter, start, pause, resume, recharter, conclude or close")
    .option("--reason <text>", "why, where the move asks for it")
    .action(async (word: string, move: string, options: MoveOptions) => {
      const step = chosen(groupMoveValues, move, "move");
      await withForum(io, options, async (client, out) => {
        const id = await groupOf(new Directory(client), word);
        await tellGroup(out, await client.workingGroups.move(id, step, options.reason));
      });
    });
}
