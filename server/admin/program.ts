import { Command } from "commander";
import { accountCommands } from "./accounts.ts";
import type { AdminIo } from "./admin-command.ts";
import { auditCommand } from "./audit.ts";
import { backupCommand, beginAnewCommand, restoreCommand } from "./backups.ts";
import { clientCommands } from "./clients.ts";
import { groupCommands } from "./groups.ts";
import { keyCommands } from "./keys.ts";
import { organizationCommands } from "./organizations.ts";
import { peerCommands } from "./peers.ts";
import { tokenCommands } from "./tokens.ts";

const help = `
TOCSIN_DATABASE says which database: a path, or postgres://… (./data/tocsin.db where it is not set).
What is changed here takes effect on running servers within a second.

A first steward:
  $ tocsin admin org add --name "Example Forum" --sector CIVIL_SOCIETY --json
  $ tocsin admin account add --org org_… --name Ada --email ada@example.org --role steward --json
  $ tocsin admin token create --account acc_… --expires 90d`;

/** Runs one `tocsin admin` command line. Refusals are thrown; the command line turns them into its exit codes. */
export async function runAdmin(words: readonly string[], io: AdminIo): Promise<void> {
  await adminProgram(io, words).parseAsync([...words], { from: "user" });
}

/** With --json among the words that it is called with, it is left to the caller to tell what is wrong with them. */
export function adminProgram(io: AdminIo, words: readonly string[] = []): Command {
  const root = new Command("tocsin admin")
    .description("Administer a forum on its own machine.")
    .addHelpText("after", help)
    .addCommand(organizationCommands(io))
    .addCommand(accountCommands(io))
    .addCommand(tokenCommands(io))
    .addCommand(groupCommands(io))
    .addCommand(clientCommands(io))
    .addCommand(peerCommands(io))
    .addCommand(keyCommands(io))
    .addCommand(backupCommand(io))
    .addCommand(restoreCommand(io))
    .addCommand(beginAnewCommand(io))
    .addCommand(auditCommand(io));
  for (const command of withDescendants(root)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => void (words.includes("--json") || io.stderr.write(text)),
    });
  }
  return root;
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}
