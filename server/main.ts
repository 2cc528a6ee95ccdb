/** `npm start`: the environment becomes a config, the config an app; a signal drains it. */
import type { Config } from "./config.ts";

const [major = 0] = process.versions.node.split(".").map(Number);

if (major < 24) {
  console.error(
    `Tocsin needs Node 24 or newer; this is ${process.version}. \`npm ci\` brings it: start with \`npm start\`.`,
  );
  process.exitCode = 1;
} else {
  await main();
}

async function main(): Promise<void> {
  // Imported here, so that an older Node says the sentence above instead of failing on syntax.
  const [{ ConfigError, describeSettings, readConfig }, { ForumError }] = await Promise.all([
    import("./config.ts"),
    import("../domain/errors.ts"),
  ]);
  if (process.argv.includes("--help")) {
    console.log(["Settings, from the environment:", ...describeSettings()].join("\n  "));
    return;
  }
  try {
    await serve(readConfig(process.env));
  } catch (error) {
    console.error(error instanceof ConfigError || error instanceof ForumError ? error.message : whyNot(error));
    process.exitCode = 1;
  }
}

async function serve(config: Config): Promise<void> {
  const [{ createApp }, { Telemetry }] = await Promise.all([import("./app.ts"), import("./telemetry.ts")]);
  const telemetry = new Telemetry(config, { processMetrics: true });
  process.once("uncaughtException", (error) => {
    telemetry.fault(error, "something that nobody waited for"); // Node itself would print its message, and what it holds
    process.exit(1);
  });
  const app = await createApp(config, telemetry);
  console.log(`Tocsin listens on ${config.origin ?? app.url}`);
  const { promise, resolve } = Promise.withResolvers<string>();
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => resolve(signal));
  telemetry.stopping(await promise);
  await app[Symbol.asyncDispose]();
  telemetry.stopped();
}

/** A start that failed, for the person at the terminal. */
function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return `Tocsin could not start: ${String(error)}`;
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "Another program listens on this port: set PORT to a free one.";
  if (code === "EACCES") return "This port may not be listened on: set PORT to one above 1023.";
  return `Tocsin could not start: ${error.stack ?? error.message}`;
}
