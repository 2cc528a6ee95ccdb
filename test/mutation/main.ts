/**
 * `npm run mutation`: removes or turns round each decision of the policy in turn, in a copy of the tree, and runs what should
 * catch it. Words narrow the list: `npm run mutation -- visible` takes those whose file, harm or first stage holds the word.
 * `--from N` goes on with the Nth of them where a run was ended, `--jobs N` judges N at once, each in a copy of its own
 * and with N times the time.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Mutation } from "./mutation.ts";
import { mutations } from "./mutations.ts";

const root = join(import.meta.dirname, "../..");
const parts = ["clients", "db", "domain", "schema", "server", "test", "package.json", "tsconfig.json"];

type Stage = {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
};

/**
 * What is run against a mutant, the cheapest first, until something fails; a mutation may say what to begin with. A stage that does not
 * end in time has failed, and its line says so.
 */
const stages: readonly Stage[] = [
  {
    name: "unit",
    args: [
      "--project=unit",
      "test/unit/policy.test.ts",
      "test/unit/federation-policy.test.ts",
      "test/unit/filter.test.ts",
      "test/unit/activity-decision.test.ts",
      "test/unit/groups.test.ts",
      "test/unit/practices.test.ts",
      "test/unit/ballots.test.ts",
    ],
    timeoutMs: 60_000,
  },
  {
    name: "worlds",
    args: ["--project=sqlite", "test/store/worlds.test.ts"],
    environment: { TOCSIN_TEST_WORLDS: "40" },
    timeoutMs: 120_000,
  },
  { name: "surfaces", args: ["--project=sqlite", "test/store/surfaces.test.ts"], timeoutMs: 240_000 },
  {
    name: "register",
    args: ["--project=sqlite", "test/store/register-worlds.test.ts", "test/store/surfaces-register.test.ts"],
    timeoutMs: 240_000,
  },
  {
    name: "federation",
    args: ["--project=sqlite", "test/store/surfaces-peers.test.ts", "test/store/graphql-peers.test.ts"],
    timeoutMs: 240_000,
  },
  {
    name: "exchange",
    args: [
      "--project=unit",
      "--project=sqlite",
      "test/unit/federation-arrival.test.ts",
      "test/unit/federation-chain.test.ts",
      "test/store/federation-agreements.test.ts",
      "test/store/federation-copies.test.ts",
      "test/store/federation-scenes.test.ts",
      "test/store/federation-publish.test.ts",
      "test/store/federation-receive.test.ts",
      "test/store/federation-refusals.test.ts",
      "test/store/federation-restore.test.ts",
      "test/store/federation-routes.test.ts",
      "test/store/federation-lies.test.ts",
    ],
    timeoutMs: 240_000,
  },
  {
    name: "histories",
    args: ["--project=sqlite", "test/store/federation-histories.test.ts", "test/store/federation-hops.test.ts"],
    environment: { TOCSIN_TEST_WORLDS: "60" },
    timeoutMs: 400_000,
  },
  {
    name: "arrivals",
    args: [
      "--project=sqlite",
      "test/store/taxii-reading.test.ts",
      "test/store/bring-in.test.ts",
      "test/store/sources.test.ts",
      "test/store/twins.test.ts",
    ],
    environment: { TOCSIN_TEST_TWINS: "30" },
    timeoutMs: 240_000,
  },
  {
    name: "threads",
    args: ["--project=sqlite", "test/store/threads.test.ts", "test/store/visible-cells.test.ts"],
    timeoutMs: 120_000,
  },
  {
    name: "proceedings",
    args: [
      "--project=sqlite",
      "test/store/meetings.test.ts",
      "test/store/group-surfaces.test.ts",
      "test/store/proceedings-worlds.test.ts",
      "test/store/proceedings-twins.test.ts",
    ],
    environment: { TOCSIN_TEST_PROCEEDINGS: "80", TOCSIN_TEST_TWINS: "15" },
    timeoutMs: 240_000,
  },
  {
    name: "all worlds",
    args: ["--project=sqlite", "test/store/worlds.test.ts"],
    environment: { TOCSIN_TEST_WORLDS: "300" },
    timeoutMs: 600_000,
  },
];

type Numbered = { readonly number: number; readonly mutation: Mutation };
type Verdict = Numbered & { readonly caughtBy: string | null; readonly seconds: number };

async function main(args: readonly string[]): Promise<number> {
  const { words, from, jobs } = wishesIn(args);
  const chosen = mutations
    .filter(({ file, harm, first }) => words.every((word) => `${file} ${harm} ${first ?? ""}`.includes(word)))
    .map((mutation, index) => ({ number: index + 1, mutation }))
    .slice(from - 1);
  const stale = await outOfDate(chosen.map(({ mutation }) => mutation));
  for (const { file, find } of stale) console.error(`${file} does not hold exactly once: ${find}`);
  if (stale.length > 0) return 1;

  const folder = await mkdtemp(join(tmpdir(), "tocsin-mutation-"));
  try {
    const copies = await Promise.all(Array.from({ length: jobs }, (_, job) => copyOfTree(join(folder, String(job)))));
    const [first] = copies;
    if (first !== undefined && (await firstFailure(first, stages.slice(0, -1), jobs)) !== null) {
      console.error("The tests fail without any mutation.");
      return 1;
    }
    const waiting = chosen.values();
    const verdicts = (await Promise.all(copies.map((copy) => judgeAll(copy, waiting, jobs)))).flat();
    const survived = verdicts.filter(({ caughtBy }) => caughtBy === null);
    console.log(`mutations: ${verdicts.length - survived.length} caught, ${survived.length} survived`);
    return survived.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const natural = z.coerce.number().int().positive();

function wishesIn(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { from: { type: "string", default: "1" }, jobs: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  return { words: positionals, from: natural.parse(values.from), jobs: natural.parse(values.jobs) };
}

async function copyOfTree(folder: string): Promise<string> {
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Takes one after the other of what waits, which others take from as well. */
async function judgeAll(folder: string, waiting: Iterable<Numbered>, patience: number): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const numbered of waiting) {
    const verdict = await judge(folder, numbered, patience);
    verdicts.push(verdict);
    console.log(lineOf(verdict));
  }
  return verdicts;
}

/** Mutations whose text is not in the file any more, or not once: each decision must be found again by hand. */
async function outOfDate(list: readonly Mutation[]): Promise<Mutation[]> {
  const texts = new Map<string, string>();
  for (const { file } of list) if (!texts.has(file)) texts.set(file, await readFile(join(root, file), "utf8"));
  return list.filter(({ file, find }) => texts.get(file)?.split(find).length !== 2);
}

async function judge(folder: string, { number, mutation }: Numbered, patience: number): Promise<Verdict> {
  const begin = performance.now();
  const path = join(folder, mutation.file);
  const original = await readFile(path, "utf8");
  await writeFile(
    path,
    original.replace(mutation.find, () => mutation.replace),
  );
  try {
    const begun = stages.filter(({ name }) => name === mutation.first);
    const caughtBy = await firstFailure(
      folder,
      [...begun, ...stages.filter((stage) => !begun.includes(stage))],
      patience,
    );
    return { number, mutation, caughtBy, seconds: (performance.now() - begin) / 1_000 };
  } finally {
    await writeFile(path, original);
  }
}

/** The name of the first stage that fails, or null when all pass. */
async function firstFailure(folder: string, list: readonly Stage[], patience: number): Promise<string | null> {
  for (const { name, args, environment, timeoutMs } of list) {
    const vitest = spawn(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--config=test/vitest.config.ts",
        "--bail=1",
        "--reporter=dot",
        ...args,
      ],
      {
        cwd: folder,
        stdio: "ignore",
        timeout: timeoutMs * patience,
        killSignal: "SIGKILL",
        env: { ...process.env, ...environment },
      },
    );
    const [code, signal] = await once(vitest, "exit");
    if (signal !== null) return `${name}, which did not end`;
    if (code !== 0) return name;
  }
  return null;
}

function lineOf({ number, mutation: { file, harm }, caughtBy, seconds }: Verdict): string {
  const outcome = caughtBy === null ? "SURVIVED" : `caught by ${caughtBy}`;
  return `${String(number).padStart(3)} ${outcome.padEnd(21)} ${seconds.toFixed(1).padStart(6)} s  ${file.padEnd(16)} ${harm}`;
}

process.exitCode = await main(process.argv.slice(2));
