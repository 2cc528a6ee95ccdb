import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { testDialect } from "../support/fresh-store.ts";

const root = join(import.meta.dirname, "../..");

// The demo brings its own SQLite file: once is enough.
describe.skipIf(testDialect() !== "sqlite")("npm run demo", () => {
  it(
    "lets a company tell two organisations, one of which follows live, and nobody else",
    { timeout: 120_000 },
    async () => {
      await using demo = await startDemo();
      await using author = demo.as("Imogen Hartley");
      await using addressed = demo.as("Fiona Abernethy");
      await using follower = demo.as("Katrin Vollmer");
      await using outsider = demo.as("Marijke de Vries");
      const before = await everythingOf(outsider);
      const outsidersCursor = await outsider.feedCursor();
      const after = await follower.feedCursor();
      const events = follower.follow({ after, filter: { riskCategories: ["RADIOLOGICAL_NUCLEAR"] } });
      const arriving = events.next();
      const organizations = await idsOf(author, ["Zentralstelle für KI-Vorfälle", "Office for AI Safety Assessment"]);

      const started = performance.now();
      const { item } = await author.publish({
        circumventionTechnique: {
          tlp: "AMBER",
          audience: { organizations },
          title: "Zeppelin ballast as cover for unit conversions",
          summary: "A harmless text for a test, about nothing in particular.",
          riskCategories: ["RADIOLOGICAL_NUCLEAR"],
          severity: "HIGH",
          safeguardsBypassed: ["INPUT_FILTER"],
        },
      });
      const arrived = await arriving;
      expect(performance.now() - started).toBeLessThan(1_000);
      expect(arrived.value).toMatchObject({
        change: "PUBLISHED",
        itemId: item.id,
        item: { title: item.title, tlp: "AMBER" },
      });
      await events.return(undefined);

      expect(await addressed.item(item.id)).toMatchObject({ id: item.id, audience: null });
      expect(await outsider.item(item.id)).toBeNull();
      expect(await everythingOf(outsider)).toEqual(before);
      expect((await outsider.feedPage({ first: 10, after: outsidersCursor })).events).toEqual([]);
      const search = { text: "zeppelin ballast" };
      expect((await outsider.itemPage({ first: 10, filter: search })).totalCount).toBe(0);
      expect((await addressed.itemPage({ first: 10, filter: search })).totalCount).toBe(1);
    },
  );

  it(
    "shows a forum of all labels, says what each account may see, and leaves nothing behind",
    { timeout: 120_000 },
    async () => {
      const demo = await startDemo();
      await using member = demo.as("Priya Raghunathan");
      await using nobody = createClient({ url: demo.url });
      const labels = new Set<string>();
      for await (const { tlp } of member.items({ pageSize: 100 })) labels.add(tlp);
      expect([...labels].sort()).toEqual(["AMBER", "AMBER_STRICT", "CLEAR", "GREEN", "RED"]);
      const { total } = await nobody.statistics({});
      expect(total).toBeGreaterThan(30);
      expect(demo.output).toMatch(new RegExp(`\\(nobody signed in\\) +0 +0 +0 +0 +${total}\\n`));
      expect(demo.output).toContain("npm run -s tocsin -- follow");
      expect(await demo.end()).toBe(0);
      expect(await readdir(demo.folder)).toEqual([]);
      await demo[Symbol.asyncDispose]();
    },
  );

  it("says which port is taken and how to choose another", { timeout: 120_000 }, async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const child = spawnDemo({ PORT: port });
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (said += text));
    const [code] = await once(child, "close");
    taken.close();
    expect(code).toBe(1);
    expect(said).toBe(`Port ${port} is taken. Choose another, such as: PORT=4001 npm run demo\n`);
  });
});

type Demo = {
  readonly url: string;
  readonly output: string;
  /** The temporary folder that it was given. */
  readonly folder: string;
  as(name: string): Client;
  /** Ctrl-C; gives the exit code. */
  end(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
};

async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "demo-"));
  const child = spawnDemo({ PORT: "0", TMPDIR: folder });
  const output = await saidBefore(child, "Ctrl-C ends the demo");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? "";
  const end = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      const closed = once(child, "close");
      child.kill("SIGINT");
      await closed;
    }
    return child.exitCode;
  };
  return {
    url,
    output,
    folder,
    as(name) {
      const row = output.split("\n").find((line) => line.trim().startsWith(name));
      const token = /tocsin_\S+/.exec(row ?? "")?.[0];
      if (token === undefined) throw new Error(`the demo printed no token for ${name}`);
      return createClient({ url, token });
    },
    end,
    async [Symbol.asyncDispose]() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function spawnDemo(environment: Record<string, string>): ChildProcess {
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

async function idsOf(client: Client, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, name } of client.organizations()) if (names.includes(name)) ids.push(id);
  return ids;
}

async function everythingOf(client: Client): Promise<unknown> {
  return { statistics: await client.statistics({}), newest: (await client.itemPage({ first: 20 })).nodes };
}
