import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { roles } from "../../domain/vocabulary.ts";
import type { Role } from "../../domain/vocabulary.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { give, list, noun, verb } from "./admin-command.ts";

type Add = AdminOptions & {
  readonly org: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | "contributor";
  readonly unlisted?: boolean;
};

type Update = AdminOptions & {
  readonly account: string;
  readonly name?: string;
  readonly role?: Role;
  readonly listed?: true;
  readonly unlisted?: true;
};

export function accountCommands(io: AdminIo): Command {
  return noun("account", "accounts", ["add --org org_… --name Ada --email ada@example.org", "list --org org_…"])
    .addCommand(
      verb("add", "add an account", "account add --org org_… --name Ada --email ada@example.org --role steward")
        .requiredOption("--org <id>")
        .requiredOption("--name <name>")
        .requiredOption("--email <address>")
        .addOption(
          new Option("--role <role>", roles.join(", ").toLowerCase()).default("contributor").argParser(readRole),
        )
        .option("--unlisted", "do not show it in the directory")
        .action((options: Add) => {
          const { org: organizationId, name, email } = options;
          const role = readRole(options.role);
          const input = { organizationId, name, email, role, listed: !options.unlisted };
          return give(io, options, "addAccount", input, ({ id }) => `${id}  ${name}`);
        }),
    )
    .addCommand(
      verb("list", "list every account, by name; those that the directory does not show as well", "account list")
        .option("--org <id>", "of one organisation")
        .action((options: AdminOptions & { readonly org?: string }) =>
          list(
            io,
            options,
            "accounts",
            (store) => store.accounts(options.org ?? null),
            ({ id, name, role, organizationId, email, listed, suspended }) => [
              id,
              name,
              role,
              organizationId,
              email,
              ...(listed ? [] : ["unlisted"]),
              ...(suspended ? ["suspended"] : []),
            ],
          ),
        ),
    )
    .addCommand(update(io))
    .addCommand(suspension(io, "suspend", true))
    .addCommand(suspension(io, "resume", false));
}

function update(io: AdminIo): Command {
  const command = verb("update", "change an account", "account update --account acc_… --role reader --unlisted");
  return command
    .requiredOption("--account <id>")
    .option("--name <name>")
    .addOption(new Option("--role <role>", roles.join(", ").toLowerCase()).argParser(readRole))
    .addOption(new Option("--listed", "show it in the directory"))
    .addOption(new Option("--unlisted", "do not show it in the directory").conflicts("listed"))
    .action((options: Update) => {
      const { account: accountId, name, role, listed, unlisted } = options;
      const changes = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(listed || unlisted ? { listed: listed === true } : {}),
      };
      if (Object.keys(changes).length === 0) {
        return command.error("error: give at least one of --name, --role, --listed and --unlisted");
      }
      return give(io, options, "updateAccount", { accountId, ...changes }, ({ id }) => `${id} changed`);
    });
}

function readRole(word: string): Role {
  const role = roles.find((known) => known === word.toUpperCase());
  if (role === undefined) throw new InvalidArgumentError(`The roles are ${roles.join(", ").toLowerCase()}.`);
  return role;
}

function suspension(io: AdminIo, name: string, suspended: boolean): Command {
  const description = suspended ? "end its connections and refuse its tokens" : "let it in again";
  return verb(name, description, `account ${name} --account acc_…`)
    .requiredOption("--account <id>")
    .action((options: AdminOptions & { readonly account: string }) => {
      const input = { accountId: options.account, suspended };
      return give(io, options, "suspendAccount", input, ({ id }) => `${id} ${suspended ? "suspended" : "resumed"}`);
    });
}
