import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileCursorStore } from "../../clients/sdk/file-cursor-store.ts";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { amberTechnique, clearAdvisory, clientWorld, root, runProgram, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
let company: Client;
beforeAll(async () => {
  world = await clientWorld();
  company = createClient({ url: world.url, token: world.company.token });
});
afterAll(() => world[Symbol.asyncDispose]());

const example = (name: string, token: string, ...words: readonly string[]): Promise<Ran> =>
  runProgram([`examples/${name}.ts`, ...words], { TOCSIN_URL: world.url, TOCSIN_TOKEN: token });

describe("the SDK's README", () => {
  test("holds programs that run", async () => {
    const readme = await readFile(join(root, "clients/sdk/README.md"), "utf8");
    const programs = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
    expect(programs).toHaveLength(2);
    const env = { TOCSIN_URL: world.url, TOCSIN_TOKEN: world.company.token };
    for (const program of programs) {
      const ran = await runProgram(["--input-type=module-typescript"], env, program);
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect(ran.stdout).toMatch(/^TLP:CLEAR {2}itm_\w+ {2}Published from a README\n$/);
    }
  });
});

describe("the examples", () => {
  test("post an advisory, and a correction of it", async () => {
    const { code, stdout } = await example("post-an-advisory", world.company.token);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Published itm_\w+: Rotate the keys .*\nRevision 2 says HIGH\.\n$/);
  });

  test("list what is known about a risk category", async () => {
    await company.publish(amberTechnique(world.government, "Seen by the government"));
    const { stdout } = await example("query-by-risk-category", world.government.token, "CYBER");
    expect(stdout).toMatch(/^CYBER: \d+ \(.*HIGH/);
    expect(stdout).toContain("TLP:AMBER  HIGH  Seen by the government");
    expect((await example("query-by-risk-category", world.outsider.token)).stdout).not.toContain("the government");
  });

  test("follow across a restart, and miss nothing of what happened in between", async () => {
    const file = join(await temporaryFolder(), "feed.cursor");
    const reader = createClient({ url: world.url, token: world.government.token });
    await fileCursorStore(file).save(await reader.feedCursor());
    for (const title of ["One", "Two"]) await company.publish(clearAdvisory(title));
    expect(await followed(file, 2)).toEqual(["One", "Two"]);
    await company.publish(clearAdvisory("While nobody followed"));
    expect(await followed(file, 1)).toEqual(["While nobody followed"]);
  });
});

/** Runs the following example until it has printed so many lines, then interrupts it as a person would. */
async function followed(file: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, ["examples/follow-across-a-restart.ts", file], {
    cwd: root,
    env: { PATH: process.env["PATH"], TOCSIN_URL: world.url, TOCSIN_TOKEN: world.government.token },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const titles: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    titles.push(line.replace(/^PUBLISHED itm_\w+ /, ""));
    if (titles.length === count) child.kill("SIGINT");
  }
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(0);
  return titles;
}
