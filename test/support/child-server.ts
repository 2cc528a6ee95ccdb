import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

const root = join(import.meta.dirname, "../..");

/** `npm start` as a process of its own, that can be killed and started again under the same address. */
export class ChildServer {
  readonly url: string;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;

  private constructor(port: number, environment: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = { ...plainEnvironment(), PORT: String(port), ...environment };
  }

  /** Starts a server with these settings; resolves when it accepts connections. */
  static async start(environment: Readonly<Record<string, string>>): Promise<ChildServer> {
    const server = new ChildServer(await freePort(), environment);
    await server.restart();
    return server;
  }

  /** Its process. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves when it accepts connections. */
  async restart(): Promise<void> {
    const child = spawn(process.execPath, [join(root, "server/main.ts")], {
      cwd: root,
      env: this.#environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let said = "";
    const hear = (text: string): void => {
      said = (said + text).slice(-4_000);
      if (said.includes("Tocsin listens on")) resolve();
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("exit", (code) => reject(new Error(`the server ended at its start with ${code}: ${said}`)));
    await promise;
  }

  /** Ends it as a power cut ends a process: nothing is flushed, nobody is told. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}

/** The environment without the settings of a forum. */
function plainEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { TOCSIN_LOG_LEVEL: "error" };
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !/^(TOCSIN_|VITEST|NODE_ENV|NODE_OPTIONS)/.test(name)) environment[name] = value;
  return environment;
}
