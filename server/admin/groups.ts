import type { Command } from "commander";
import type { GroupMember } from "../../domain/commands.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { give, list, noun, verb } from "./admin-command.ts";

type Add = AdminOptions & { readonly name: string; readonly description?: string };
type Membership = AdminOptions & { readonly group: string; readonly account?: string; readonly org?: string };

export function groupCommands(io: AdminIo): Command {
  return noun("group", "groups", ['add --name "Cyber working group"', "join --group grp_… --org org_…"])
    .addCommand(
      verb("add", "add a group", 'group add --name "Cyber working group"')
        .requiredOption("--name <name>")
        .option("--description <text>")
        .action((options: Add) => {
          const { name, description = null } = options;
          return give(io, options, "addGroup", { name, description }, ({ id }) => `${id}  ${name}`);
        }),
    )
    .addCommand(
      verb("list", "list every group, by name", "group list").action((options: AdminOptions) =>
        list(
          io,
          options,
          "groups",
          (store) => store.groups(),
          ({ id, name, description }) => [id, name, description ?? "-"],
        ),
      ),
    )
    .addCommand(membership(io, "join", "joinGroup", "add an account or a whole organisation to a group"))
    .addCommand(membership(io, "leave", "leaveGroup", "take an account or an organisation out of a group"));
}

function membership(io: AdminIo, name: string, type: "joinGroup" | "leaveGroup", description: string): Command {
  const command = verb(name, description, `group ${name} --group grp_… --org org_…`);
  return command
    .requiredOption("--group <id>")
    .option("--account <id>")
    .option("--org <id>")
    .action((options: Membership) => {
      const member = memberOf(options);
      if (member === null) return command.error("error: give one of --account and --org");
      return give(io, options, type, { groupId: options.group, member }, ({ id }) => `${id} changed`);
    });
}

function memberOf({ account, org }: Membership): GroupMember | null {
  if (account !== undefined && org === undefined) return { accountId: account };
  if (org !== undefined && account === undefined) return { organizationId: org };
  return null;
}
