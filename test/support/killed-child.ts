import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Starts a program of this folder as a process of its own, that can be killed; resolves when it says that it is ready. */
export async function startChild(program: string, ...words: readonly string[]): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, program), [...words], { execArgv: [] });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${program} ended at its start with ${code}`);
  });
  await Promise.race([once(child, "message"), ended]);
  return child;
}

/** Ends it as a power cut ends a process: nothing is flushed, nobody is told. */
export async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
