import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../support/free-port.ts";
import { RawSocket } from "../support/graphql-client.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";
import type { Demo } from "../support/start-demo.ts";
import { startDemo } from "../support/start-demo.ts";

const root = join(import.meta.dirname, "../..");
const readme = await readFile(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", code = ""]) => ({
  language,
  code,
}));

/** The block that holds a mark; each block of the README is asked for once. */
const asked = new Set<string>();
function block(mark: string): string {
  const found = blocks.filter(({ code }) => code.includes(mark));
  expect(found, `blocks with ${mark}`).toHaveLength(1);
  const code = found[0]?.code ?? "";
  asked.add(code);
  return code;
}

describe("the README's code", { timeout: 120_000 }, () => {
  let demo: Demo;
  let folder: string;

  beforeAll(async () => {
    demo = await startDemo();
    // A working copy as a reader has it: what the commands write stays out of this one.
    folder = await mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "readme-"));
    const names = ["package.json", "node_modules", "clients", "server", "schema", "db", "domain", "examples"];
    for (const name of names) await symlink(join(root, name), join(folder, name));
  }, 120_000);
  afterAll(async () => {
    await demo[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it("begins with the two commands", async () => {
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { scripts: object }; // npm's own shape
    expect(block("npm run demo")).toMatch(/^npm ci && npm run demo +#/);
    expect(block("npm test")).toMatch(/^npm ci && npm test +#/);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["demo", "test"]));
    expect(demo.output).toContain("token"); // the demo itself runs: it is what the other blocks talk to
  });

  it("takes a token and publishes a first finding", async () => {
    expect(block("export TOCSIN_TOKEN")).toBe("export TOCSIN_TOKEN=tocsin_…\n");
    const { output } = await shell(block("cat > finding.yaml"));
    expect(output).toContain("TLP:AMBER");
    expect(output).toContain("Role-play framing weakens refusals");
  });

  it("publishes with curl", async () => {
    const { output } = await shell(block('"query": "mutation'));
    expect(JSON.parse(output)).toMatchObject({
      data: { publish: { item: { tlp: "GREEN" }, cursor: expect.any(String) } },
    });
  });

  it("follows from the command line", async () => {
    const { output } = await shell(block("-- follow"));
    expect(output.match(/TLP:/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("follows in a program", async () => {
    await writeFile(join(folder, "follow.ts"), block("createClient").replaceAll("http://127.0.0.1:4000", demo.url));
    const told: string[] = [];
    for (const run of ["node follow.ts", "node follow.ts"]) told.push(...(await shell(run)).output.trim().split("\n"));
    expect(told).toHaveLength(6);
    expect(told[0]).toMatch(/^PUBLISHED \w+ /);
    expect(new Set(told).size).toBe(6); // the second run goes on where the first one ended
  });

  it("follows over a websocket", async () => {
    await using socket = await RawSocket.connect(demo, demo.token("Imogen Hartley"));
    socket.subscribe("1", block("subscription {"));
    expect((await socket.result("1")).data).toMatchObject({
      feed: { change: "PUBLISHED", item: { title: expect.any(String) } },
    });
  });

  it("shows what other tools will find", async () => {
    const { output } = await shell(block("/taxii2/members/collections/"));
    const [collections = "", manifest = ""] = output.split(/(?<=\})(?=\{)/);
    const titles = JSON.parse(collections).collections.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Everything", "Indicators", "Inbox for drafts"]));
    expect(Object.keys(JSON.parse(manifest)).length).toBeGreaterThan(100);
  });

  it("federates two forums", async () => {
    const [north, south] = [await freePort(), await freePort()];
    const lines = block("peer add").replaceAll("4001", `${north}`).replaceAll("4002", `${south}`);
    const { output } = await shell(`set -m\n${lines}`); // jobs, as a reader's shell has them
    expect(output).toMatch(/TLP:GREEN .*Seen in the north +Institute of the north @ north\.example/);
    expect(output).toMatch(/^south\.example .* AGREED/m);
  });

  it("shows a working group on one page", async () => {
    const { output } = await shell(block("group show"));
    expect(output).toMatch(/^Agentic Systems Working Group +ACTIVE/m);
    expect(output).toMatch(/OPEN until .*Handing an agent's work over to a person/);
  });

  it("comments on a practice", async () => {
    const { output } = await shell(block("practice comment "));
    expect(output).toMatch(/What is logged of agents/);
    expect(output).toMatch(/OPEN +R-1 .*\n +How long are they kept\?/);
  });

  it("shows a ballot", async () => {
    const { output } = await shell(block("ballot show"));
    expect(output).toMatch(/^question +Shall "Handing an agent's work over to a person" be adopted/m);
    expect(output).toMatch(/^ +2 +Do not adopt it$/m);
  });

  it("declares an adoption", async () => {
    const { output } = await shell(block("adoption matrix"));
    expect(output).toMatch(/^TLP:GREEN +\S.* PARTIAL of version 6/m);
    expect(output).toMatch(/[FPiEn·] .* Permissions of agents, second edition/);
    expect(await readFile(join(folder, "register.csv"), "utf8")).toContain("PARTIAL");
  });

  it("makes a first steward and starts the server", async () => {
    const { output } = await shell(`export PORT=0\n${block("--expires 90d")}`, "Tocsin listens");
    expect(output).toMatch(/^tocsin_[\w-]+\n.*tok_\w+/m); // the steward's token, and its id
    expect(output).toMatch(/Tocsin listens on http:/);
  });

  it.skipIf(isWithout("atlas"))("imports public data", async () => {
    await symlink(sharedData("atlas/ATLAS.yaml"), join(folder, "ATLAS.yaml"));
    await symlink(sharedData("avid"), join(folder, "avid-db"));
    await symlink(sharedData("cosai-risk-map"), join(folder, "risk-map"));
    const { output } = await shell(block("import atlas"));
    expect(output).toContain("262 published");
    expect(output).toContain("372 published");
    expect(output).toContain("71 published");
  });

  it("has no other code", () => {
    expect(blocks.map(({ code }) => code).filter((code) => !asked.has(code) && !code.includes("import atlas"))).toEqual(
      [],
    );
  });

  /** Runs lines as a reader would, in one shell; with `mark`, only until that was said. */
  async function shell(lines: string, mark?: string): Promise<{ output: string }> {
    const child = spawn("bash", ["-euo", "pipefail", "-c", lines.replaceAll("http://127.0.0.1:4000", demo.url)], {
      cwd: folder,
      detached: true, // so that what it starts can be ended with it
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        TOCSIN_URL: demo.url,
        TOCSIN_TOKEN: demo.token("Imogen Hartley"),
      },
    });
    let output = "";
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (mark !== undefined && output.includes(mark)) process.kill(-(child.pid ?? 0), "SIGTERM");
    });
    const [code] = await once(child, "close");
    if (mark === undefined) expect(code, `${output}\n${said}`).toBe(0);
    return { output };
  }
});
