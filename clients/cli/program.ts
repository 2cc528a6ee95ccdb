import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { ackCommand } from "./commands/ack.ts";
import { adminCommand } from "./commands/admin.ts";
import { adoptCommand } from "./commands/adopt.ts";
import { adoptionCommand } from "./commands/adoption.ts";
import { ballotCommand } from "./commands/ballot.ts";
import { directoryCommand } from "./commands/directory.ts";
import { discardCommand } from "./commands/discard.ts";
import { exportCommand } from "./commands/export.ts";
import { feedCommand } from "./commands/feed.ts";
import { followCommand } from "./commands/follow.ts";
import { groupCommand } from "./commands/group.ts";
import { importCommand } from "./commands/import.ts";
import { itemsCommand } from "./commands/items.ts";
import { loginCommand } from "./commands/login.ts";
import { logoutCommand } from "./commands/logout.ts";
import { orgCommand } from "./commands/org.ts";
import { peerCommand } from "./commands/peer.ts";
import { practiceCommand } from "./commands/practice.ts";
import { publishCommand } from "./commands/publish.ts";
import { relayCommand } from "./commands/relay.ts";
import { reviseCommand } from "./commands/revise.ts";
import { showCommand } from "./commands/show.ts";
import { sightingCommand } from "./commands/sighting.ts";
import { statsCommand } from "./commands/stats.ts";
import { templateCommand } from "./commands/template.ts";
import { threadCommand } from "./commands/thread.ts";
import { whoamiCommand } from "./commands/whoami.ts";
import { withdrawCommand } from "./commands/withdraw.ts";
import type { Io } from "./io.ts";

/** In the order in which somebody new needs them. */
const commands = [
  loginCommand,
  whoamiCommand,
  directoryCommand,
  templateCommand,
  publishCommand,
  followCommand,
  itemsCommand,
  showCommand,
  statsCommand,
  reviseCommand,
  withdrawCommand,
  relayCommand,
  ackCommand,
  sightingCommand,
  threadCommand,
  groupCommand,
  discardCommand,
  practiceCommand,
  ballotCommand,
  adoptCommand,
  adoptionCommand,
  exportCommand,
  importCommand,
  feedCommand,
  orgCommand,
  peerCommand,
  logoutCommand,
  adminCommand,
];

const help = `
Settings:
  TOCSIN_URL    the address of the forum
  TOCSIN_TOKEN  your token, where it is not kept by \`tocsin login\`
  NO_COLOR      print without colours

Exit codes:
  0 done   1 refused by the forum   2 wrong usage
  3 the forum cannot be reached   4 sign in`;

/** `words` is what it will be called with: with --json among them, what is wrong with them is left for `run` to tell. */
export function program(io: Io, words: readonly string[] = []): Command {
  const root = new Command("tocsin")
    .description("Share and follow safety findings under enforced TLP labels.")
    .version(version())
    .enablePositionalOptions()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText("after", help);
  for (const command of commands) root.addCommand(command(io));
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

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  const named = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return named ? String(manifest.version) : "unknown";
}
