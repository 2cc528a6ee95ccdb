import type { Command } from "commander";
import { backup, beginAnew, restore } from "../../db/backup.ts";
import type { AdminIo, AdminOptions } from "./admin-command.ts";
import { databaseOf, print, verb } from "./admin-command.ts";

export function backupCommand(io: AdminIo): Command {
  const command = verb("backup", "write a backup of the running forum to a file", "backup forum-2026-11-23.backup");
  return command.argument("<file>", "where to").action(async (file: string, options: AdminOptions) => {
    await backup(databaseOf(io), file).catch(refuseFile(command, `${file} cannot be written`));
    print(io, options, { file }, `Backed up to ${file}.`);
  });
}

export function restoreCommand(io: AdminIo): Command {
  const command = verb(
    "restore",
    "put a backup in the place of the database; stop the servers first. Readers are told that their cursors have expired, other forums all that there is",
    "restore forum-2026-11-23.backup",
  );
  return command
    .argument("<file>", "what `tocsin admin backup` has written")
    .addHelpText(
      "after",
      "\nA file that is copied back by hand cannot be noticed; use `tocsin admin restore`, or say so with `tocsin admin begin-anew`.",
    )
    .action(async (file: string, options: AdminOptions) => {
      await restore(databaseOf(io), file).catch(refuseFile(command, `${file} cannot be read`));
      print(io, options, { file }, `Restored from ${file}. Cursors of before have expired.`);
    });
}

export function beginAnewCommand(io: AdminIo): Command {
  return verb(
    "begin-anew",
    "say that the database was put back to an earlier state by other means than restore: readers start again, and other forums are told everything anew. Stop the servers first",
    "begin-anew",
  ).action(async (options: AdminOptions) => {
    await beginAnew(databaseOf(io));
    print(io, options, { begunAnew: true }, "Cursors of before have expired; other forums are told everything anew.");
  });
}

/** What the system says of the file is wrong usage. What it says of the database was made a refusal by the store. */
function refuseFile(command: Command, complaint: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Error && "syscall" in error) command.error(`error: ${complaint}: ${error.message}`);
    throw error;
  };
}
