import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { CommandInput, CommandResult, CommandType } from "../../domain/commands.ts";
import type { ErrorCode } from "../../domain/errors.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Actor } from "../../domain/people.ts";

/** What is asked of the other node, and what it answers. `ready` comes once, when its store is open. */
export type Order = {
  readonly id: number;
  readonly actor: Actor;
  readonly type: CommandType;
  readonly input: CommandInput<CommandType>;
};
export type Report =
  | { readonly ready: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly message: string; readonly code: ErrorCode | null };

/** A second process with a store of its own on the same database. */
export class OtherNode {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (report: Report) => this.#hear(report));
    child.on("exit", (code, signal) => {
      for (const { reject } of this.#pending.values()) reject(new Error(`the other node ended: ${signal ?? code}`));
      this.#pending.clear();
    });
  }

  /** Resolves when the other node's store is open. */
  static async start(url: string): Promise<OtherNode> {
    const child = fork(join(import.meta.dirname, "other-node-main.ts"), [url], { execArgv: [] });
    const node = new OtherNode(child);
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`the other node ended at its start with ${code}`);
    });
    await Promise.race([once(child, "message"), ended]);
    return node;
  }

  commit<T extends CommandType>(actor: Actor, type: T, input: CommandInput<T>): Promise<CommandResult<T>> {
    const id = ++this.#asked;
    const pending = Promise.withResolvers<unknown>();
    this.#pending.set(id, pending);
    const order: Order = { id, actor, type, input };
    this.#child.send(order);
    return pending.promise as Promise<CommandResult<T>>; // what the store there answered to this very command
  }

  /** Ends the process as a crash would. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await exited;
  }

  #hear(report: Report): void {
    if ("ready" in report) return;
    const pending = this.#pending.get(report.id);
    this.#pending.delete(report.id);
    if ("result" in report) pending?.resolve(report.result);
    else
      pending?.reject(report.code === null ? new Error(report.message) : new ForumError(report.code, report.message));
  }
}
