import { text } from "node:stream/consumers";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Io } from "./io.ts";

/** A secret from a pipe or, on a terminal, typed without being shown. It never stands on a command line. */
export async function readSecret(io: Io, prompt: string): Promise<string> {
  if (!io.stdin.isTTY) return text(io.stdin);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: io.stdin, output: silent, terminal: true });
  io.stderr.write(prompt); // from here on the terminal echoes nothing
  try {
    return await new Promise((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(""));
    });
  } finally {
    lines.close();
    io.stderr.write("\n");
  }
}
