import { CommanderError } from "commander";
import { describeError, exitCodeOf, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { printable, safeJson } from "./printable.ts";
import { program } from "./program.ts";

/** Runs one command line and gives its exit code. */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const json = words.includes("--json");
  try {
    await program(io, words).parseAsync([...words], { from: "user" });
    return exitCodes.ok;
  } catch (error) {
    const exitCode = exitCodeOf(error);
    // What commander refuses it has said by itself, but as text alone.
    const told = error instanceof CommanderError && (!json || exitCode === exitCodes.ok);
    if (!told) io.stderr.write(`${tell(error, exitCode, json)}\n`);
    return exitCode;
  }
}

function tell(error: unknown, exitCode: number, json: boolean): string {
  const described = describeError(error);
  if (json) return safeJson({ error: described });
  const field = described.field === undefined ? "" : ` (${described.field})`;
  const advice = exitCode === exitCodes.signIn ? "\nSign in with `tocsin login`, or set TOCSIN_TOKEN." : "";
  return `tocsin: ${printable(described.message)}${field}${advice}`;
}
