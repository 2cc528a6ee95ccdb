import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../server/app.ts";
import type { Environment } from "../../server/config.ts";
import { ConfigError, readConfig } from "../../server/config.ts";
import { DemoClock, seedForum } from "./seed.ts";
import { tellForum } from "./tell.ts";

/** Runs the demo until the signal ends it, and gives the exit code. PORT and HOST are honoured, as by the server itself. */
export async function runDemo(
  environment: Environment,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-demo-"));
  try {
    const { port, host } = readConfig(environment); // a setting that the server would not start with is none here either
    const config = readConfig({
      PORT: String(port),
      HOST: host,
      TOCSIN_DATABASE: join(folder, "demo.db"),
      TOCSIN_LOG_LEVEL: "warn",
    });
    const clock = new DemoClock();
    await using app = await createApp(config, undefined, clock.now);
    say("Filling a forum with eighteen months of its life …");
    const accounts = await seedForum(app, clock, signal);
    if (signal.aborted) return 0;
    say(await tellForum(app.url, accounts));
    await once(signal, "abort");
    return 0;
  } catch (error) {
    const fault = faultOf(error, environment["PORT"] ?? "4000");
    if (fault === null) throw error;
    say(fault);
    return 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What somebody at the terminal can do something about, in one sentence. */
function faultOf(error: unknown, port: string): string | null {
  if (error instanceof ConfigError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another, such as: PORT=4001 npm run demo`;
  if (code === "EACCES") return `Port ${port} may not be used by this account. Choose another: PORT=4001 npm run demo`;
  return null;
}
