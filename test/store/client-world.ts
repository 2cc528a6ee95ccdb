import type { SpawnOptionsWithoutStdio } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { run } from "../../clients/cli/run.ts";
import type { ItemInput } from "../../clients/sdk/index.ts";
import type { Environment } from "../../server/config.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";

export const root = join(import.meta.dirname, "../..");

/** A forum with a company, a government and a third organisation that is told nothing. */
export type ClientWorld = {
  readonly url: string;
  readonly port: number;
  readonly database: string;
  readonly company: TestMember;
  readonly government: TestMember;
  readonly outsider: TestMember;
  readonly app: Awaited<ReturnType<typeof startApp>>;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function clientWorld(environment: Environment = {}, at?: string): Promise<ClientWorld> {
  const database = at ?? (await freshStoreUrl());
  const app = await startApp({
    TOCSIN_OPERATIONS_PER_MINUTE: "1000000",
    TOCSIN_MAX_SOCKETS_PER_TOKEN: "500",
    ...environment,
    TOCSIN_DATABASE: database,
  });
  const company = await addMember(app);
  const government = await addMember(app, { sector: "GOVERNMENT" });
  const outsider = await addMember(app, { sector: "ACADEMIA" });
  const close = (): Promise<void> => app[Symbol.asyncDispose]();
  return {
    url: app.url,
    port: app.port,
    database,
    company,
    government,
    outsider,
    app,
    [Symbol.asyncDispose]: close,
  };
}

/** A technique, TLP:AMBER to one organisation. */
export function amberTechnique(to: TestMember, title = "A way around"): ItemInput {
  return {
    circumventionTechnique: {
      title,
      summary: "In short.",
      tlp: "AMBER",
      audience: { organizations: [to.organizationId] },
      riskCategories: ["CYBER"],
      severity: "HIGH",
      safeguardsBypassed: ["INPUT_FILTER"],
      successRate: 0.5,
    },
  };
}

export function clearAdvisory(title: string, riskCategory: "CYBER" | "PRIVACY" = "CYBER"): ItemInput {
  return {
    advisory: { title, summary: "In short.", tlp: "CLEAR", riskCategories: [riskCategory], severity: "LOW" },
  };
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "client-"));
}

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs one command line within this process, with an environment of its own. */
export async function runTocsin(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  input = "",
): Promise<Ran> {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  stdin.end(input);
  const printed = Promise.all([text(stdout), text(stderr)]);
  const code = await run(words, { stdin, stdout, stderr, env });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, stdout: out, stderr: err };
}

/** Runs one of our programs as its users do. Nothing of this process's environment reaches it but the path. */
export async function runProgram(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  input = "",
): Promise<Ran> {
  const options: SpawnOptionsWithoutStdio = { cwd: root, env: { PATH: process.env["PATH"], ...env } };
  const child = spawn(process.execPath, [...words], options);
  child.stdin.on("error", () => {}); // a program that does not read
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, stdout, stderr };
}
