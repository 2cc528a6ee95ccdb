/** `npm test`: every test on every store that can be had here. Words behind it narrow the run, as with `vitest run`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { PostgresCluster } from "./support/postgres.ts";
import { PostgresUnavailable, startPostgres } from "./support/postgres.ts";

const root = join(import.meta.dirname, "..");

async function main(words: readonly string[]): Promise<number> {
  const { url, cluster, word } = await findPostgres();
  try {
    const outcome = await runVitest(words, url);
    const missed = url === undefined && process.env["CI"] === "true";
    const failed = outcome.failed + (missed ? 1 : 0);
    console.log(`PostgreSQL: ${word}`);
    console.log(`tests: ${outcome.passed} passed, ${failed} failed, ${outcome.skipped} skipped`);
    return failed === 0 ? 0 : 1;
  } finally {
    await cluster?.[Symbol.asyncDispose]();
  }
}

type Found = { readonly url: string | undefined; readonly cluster?: PostgresCluster; readonly word: string };

async function findPostgres(): Promise<Found> {
  const given = process.env["TOCSIN_TEST_POSTGRES"];
  if (given !== undefined) return { url: given, word: "the tests ran on the server in TOCSIN_TEST_POSTGRES." };
  try {
    const cluster = await startPostgres();
    return { url: cluster.url, cluster, word: "the tests ran on a throw-away cluster." };
  } catch (error) {
    if (!(error instanceof PostgresUnavailable)) throw error;
    return { url: undefined, word: `NOT TESTED, ${error.message}.` };
  }
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: number };

async function runVitest(words: readonly string[], postgresUrl: string | undefined): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-report-"));
  const file = join(folder, "report.json");
  const projects = ["unit", "sqlite", ...(postgresUrl === undefined ? [] : ["postgres"])];
  const vitest = spawn(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--config=test/vitest.config.ts",
      ...(words.some((word) => word.startsWith("--project")) ? [] : projects.map((name) => `--project=${name}`)),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...words,
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...(postgresUrl === undefined ? {} : { TOCSIN_TEST_POSTGRES: postgresUrl }) },
    },
  );
  const pass = (signal: NodeJS.Signals): unknown => vitest.kill(signal);
  process.on("SIGINT", pass).on("SIGTERM", pass);
  const [code] = await once(vitest, "exit");
  process.off("SIGINT", pass).off("SIGTERM", pass);
  const text = await readFile(file, "utf8").catch(() => null);
  await rm(folder, { recursive: true, force: true });
  if (text === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report.parse(JSON.parse(text));
  // A file that does not load, or an error outside of any test, fails the run without a failed test.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

process.exitCode = await main(process.argv.slice(2));
