import { Command, InvalidArgumentError, Option } from "commander";
import { roles } from "../../domain/vocabulary.ts";
import type { Role } from "../../domain/vocabulary.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { give, verb } from "./admin-command.ts";

type Add = AdminOptions & {
  readonly org: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | "contributor";
  readonly unlisted?: boolean;
};

export function accountCommands(io: AdminIo): Command {
  return new Command("account")
    .description("accounts")
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
    .addCommand(suspension(io, "suspend", true))
    .addCommand(suspension(io, "resume", false));
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
