import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { isForVisitors } from "../../domain/command-roles.ts";
import { timerKinds } from "../../domain/timers.ts";
import { openStore } from "../../db/store.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { databaseOf, print, verb } from "./admin-command.ts";

export function auditCommand(io: AdminIo): Command {
  return verb("audit", "list who wrote, was refused, or read what is TLP:RED; never content", "audit --limit 50 --json")
    .option("--limit <number>", "how many, newest first", readLimit, 100)
    .action(async (options: AdminOptions & { readonly limit: number }) => {
      await using store = await openStore(databaseOf(io));
      const entries = await store.audit(options.limit);
      const lines = entries.map(({ at, accountId, tokenId, action, subjectId, outcome }) =>
        [at, accountId ?? tokenId ?? whoElse(action), action, subjectId ?? "-", outcome].join("  "),
      );
      print(io, options, { entries }, lines.join("\n"));
    });
}

/** Who did what no account did: each of them has actions of its own. */
function whoElse(action: string): string {
  if (timerKinds.some((kind) => kind === action)) return "clock";
  return isForVisitors(action) ? "visitor" : "operator";
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError("Give a whole number from 1 on.");
  return limit;
}
