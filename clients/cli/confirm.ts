import { createInterface } from "node:readline";
import type { Io } from "./io.ts";

/** Asks a person on a terminal; anything but yes is no. */
export async function confirm(io: Io, question: string): Promise<boolean> {
  const lines = createInterface({ input: io.stdin, output: io.stderr, terminal: true });
  try {
    const answer = await new Promise<string>((resolve) => {
      lines.question(`${question} [yes/no] `, resolve);
      lines.once("close", () => resolve(""));
    });
    return answer.trim().toLowerCase() === "yes";
  } finally {
    lines.close();
  }
}
