import type { Command } from "commander";
import { groupRoleValues, groupStandingValues } from "../../sdk/index.ts";
import { Directory } from "../directory.ts";
import type { MemberOptions } from "../group-options.ts";
import { addMemberOptions, groupOf, memberOf } from "../group-options.ts";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../session.ts";
import { forumCommand, withForum } from "../session.ts";
import { tellGroup } from "../tell-group.ts";
import { chosen } from "../words.ts";

/** Who comes into a group, who goes, and who is what there. */
export const memberCommands = [
  joinCommand,
  leaveCommand,
  inviteCommand,
  admitCommand,
  declineCommand,
  roleCommand,
  removeCommand,
];

type WholeOptions = CommonOptions & { readonly wholeOrganization?: boolean; readonly note?: string };

function joinCommand(io: Io): Command {
  return forumCommand("join", "come into a group, accept its invitation, or ask to be let in, as its charter says", [
    'group join "Agent safety" --note "We build agents."',
    "group join grp_… --whole-organization",
  ])
    .argument("<group>", "by name or id")
    .option("--whole-organization", "all accounts of your organisation, not you alone")
    .option("--note <text>", "for its officers")
    .action(async (word: string, { wholeOrganization, note, ...options }: WholeOptions) => {
      await withForum(io, options, async (client, out) => {
        const id = await groupOf(new Directory(client), word);
        const wish = {
          ...(wholeOrganization === undefined ? {} : { wholeOrganization }),
          ...(note === undefined ? {} : { note }),
        };
        await tellGroup(out, await client.workingGroups.enter(id, wish));
      });
    });
}

function leaveCommand(io: Io): Command {
  return forumCommand("leave", "go out of a group", ['group leave "Agent safety"', "group leave grp_… --json"])
    .argument("<group>", "by name or id")
    .option("--whole-organization", "your organisation, where it is in the group as a whole")
    .action(async (word: string, options: WholeOptions) => {
      await withForum(io, options, async (client, out) => {
        const id = await groupOf(new Directory(client), word);
        await tellGroup(out, await client.workingGroups.quit(id, options.wholeOrganization ?? false));
      });
    });
}

type InviteOptions = CommonOptions & MemberOptions & { readonly as?: string; readonly note?: string };

function inviteCommand(io: Io): Command {
  const command = forumCommand("invite", "invite somebody of another organisation into a group", [
    'group invite "Agent safety" --account "Ada Example" --as observer',
    'group invite grp_… --organization "Example Institute" --note "Come and see."',
  ]);
  return addMemberOptions(command.argument("<group>", "by name or id"))
    .option("--as <standing>", "member, observer or liaison", "member")
    .option("--note <text>", "for the invited")
    .action(async (word: string, { as = "member", note, ...options }: InviteOptions) => {
      const standing = chosen(groupStandingValues, as, "--as");
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const id = await groupOf(directory, word);
        const member = await memberOf(directory, options);
        const wish = { standing, ...(note === undefined ? {} : { note }) };
        await tellGroup(out, await client.workingGroups.invite(id, member, wish));
      });
    });
}

type AnswerOptions = CommonOptions & { readonly reason?: string };

function admitCommand(io: Io): Command {
  return answerCommand(io, "admit", true, "let somebody in who asked, or accept an invitation");
}

function declineCommand(io: Io): Command {
  return answerCommand(io, "decline", false, "end a request or an invitation");
}

function answerCommand(io: Io, name: string, accepted: boolean, description: string): Command {
  return forumCommand(name, description, [`group ${name} adm_…`, `group ${name} adm_… --json`])
    .argument("<id>", "as `group show` tells it")
    .option("--reason <text>", "why")
    .action(async (admission: string, options: AnswerOptions) => {
      await withForum(io, options, async (client, out) => {
        const id = await client.workingGroups.answer(admission, accepted, options.reason);
        await out.either({ id, accepted }, () => [`${accepted ? "Accepted" : "Declined"} ${id}.`]);
      });
    });
}

type RoleOptions = CommonOptions & MemberOptions & { readonly take?: boolean };

function roleCommand(io: Io): Command {
  const command = forumCommand("role", "give somebody in a group a role, or take it away", [
    'group role "Agent safety" editor --account "Ada Example"',
    'group role grp_… chair --account "Ada Example" --take',
  ]);
  return addMemberOptions(
    command
      .argument("<group>", "by name or id")
      .argument("<role>", "chair, co-chair, secretary, editor, member, observer or liaison"),
  )
    .option("--take", "take it away")
    .action(async (word: string, name: string, options: RoleOptions) => {
      const role = chosen(groupRoleValues, name, "role");
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const id = await groupOf(directory, word);
        const member = await memberOf(directory, options);
        await tellGroup(out, await client.workingGroups.setRole(id, member, role, options.take !== true));
      });
    });
}

type RemoveOptions = CommonOptions & MemberOptions & { readonly reason: string };

function removeCommand(io: Io): Command {
  const command = forumCommand("remove", "take somebody out of a group", [
    'group remove "Agent safety" --account "Ada Example" --reason "Left the institute."',
  ]);
  return addMemberOptions(command.argument("<group>", "by name or id"))
    .requiredOption("--reason <text>", "why")
    .action(async (word: string, options: RemoveOptions) => {
      await withForum(io, options, async (client, out) => {
        const directory = new Directory(client);
        const id = await groupOf(directory, word);
        const member = await memberOf(directory, options);
        await tellGroup(out, await client.workingGroups.remove(id, member, options.reason));
      });
    });
}
