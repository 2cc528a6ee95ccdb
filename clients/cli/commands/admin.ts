import { Command } from "commander";
import type { Io } from "../io.ts";

/**
 * `tocsin admin` works on the database itself, so that a forum that has nobody in it yet can be given its first steward.
 * This is the one place where a client reaches server code, and it does so only when the command is called.
 */
export function adminCommand(io: Io): Command {
  return new Command("admin")
    .description("administer a forum on its own machine, through TOCSIN_DATABASE")
    .argument("[arguments...]")
    .allowUnknownOption()
    .passThroughOptions()
    .helpOption(false)
    .action(async (words: string[]) => {
      const { runAdmin } = await import("../../../server/admin/program.ts");
      await runAdmin(words, io);
    });
}
