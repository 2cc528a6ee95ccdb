import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";

const root = join(import.meta.dirname, "../..");

/** `npm run demo` as a process of its own, on a free port. */
export type Demo = {
  readonly url: string;
  readonly output: string;
  /** The temporary folder that it was given. */
  readonly folder: string;
  /** The token that was printed for an account. */
  token(name: string): string;
  as(name: string): Client;
  /** Ctrl-C; gives the exit code. */
  end(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts it and waits until it has said the words. */
export async function startDemo(words = "Ctrl-C ends the demo"): Promise<Demo> {
  const folder = await mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "demo-"));
  const child = spawnDemo({ PORT: "0", TMPDIR: folder });
  const output = await saidBefore(child, words);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? "";
  const end = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      const closed = once(child, "close");
      child.kill("SIGINT");
      await closed;
    }
    return child.exitCode;
  };
  const token = (name: string): string => {
    const row = output.split("\n").find((line) => line.trim().startsWith(name));
    const found = /tocsin_\S+/.exec(row ?? "")?.[0];
    if (found === undefined) throw new Error(`the demo printed no token for ${name}`);
    return found;
  };
  return {
    url,
    output,
    folder,
    token,
    as: (name) => createClient({ url, token: token(name) }),
    end,
    async [Symbol.asyncDispose]() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function spawnDemo(environment: Record<string, string>): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  return spawn(process.execPath, ["examples/demo/main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH, HOME, TMPDIR, ...environment },
  });
}

async function saidBefore(child: ChildProcess, mark: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.includes(mark)) resolve(said);
  });
  child.once("error", reject);
  child.once("close", (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
  return promise;
}
