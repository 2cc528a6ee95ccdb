import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { ClientWorld } from "./client-world.ts";
import { clearAdvisory, clientWorld, root, runTocsin, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
let home: string;
beforeAll(async () => {
  world = await clientWorld();
  home = await temporaryFolder();
});
afterAll(() => world[Symbol.asyncDispose]());

type Shown = { readonly code: number | null; readonly screen: string };

/** Runs `tocsin …` on a terminal of its own, 80 columns wide, which echoes what is typed until it is told not to. */
async function onTerminal(words: string, { token = "", typed = "", at = "" } = {}): Promise<Shown> {
  const command = `stty cols 80; exec "${process.execPath}" clients/cli/main.ts ${words}`;
  const env = { PATH: process.env["PATH"], HOME: home, TERM: "xterm", TOCSIN_URL: world.url, TOCSIN_TOKEN: token };
  const child = spawn("script", ["-q", "-e", "-E", "always", "-c", command, "/dev/null"], { cwd: root, env });
  let screen = "";
  let waiting = typed !== "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    if (!waiting || !screen.includes(at)) return;
    waiting = false;
    child.stdin.write(typed);
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("close", resolve).once("error", reject),
  );
  child.stdin.destroy();
  return { code, screen };
}

// `script` of util-linux makes the terminal; other systems have another program of this name.
describe.skipIf(process.platform !== "linux")("on a terminal", () => {
  test("the token is asked for and not shown while it is typed", async () => {
    const { token } = world.company;
    const shown = await onTerminal(`login ${world.url}`, { typed: `${token}\r`, at: "Token for" });
    expect(shown).toMatchObject({ code: 0, screen: expect.stringContaining(`Signed in to ${world.url}`) });
    expect(shown.screen).not.toContain(token.slice(10));
    expect(await readFile(join(home, ".config/tocsin/config.json"), "utf8")).toContain(token);
  });

  test("an import shows how far it is, and leaves nothing of that behind its report", async () => {
    const technique = (id: string): object => ({
      id,
      name: `Name of ${id}`,
      description: "What it is.",
      tactics: ["AML.TA0011"],
    });
    const techniques = Array.from({ length: 45 }, (_, at) => technique(`AML.T${String(9_000 + at)}`));
    const matrices = [{ tactics: [{ id: "AML.TA0011", name: "Impact" }], techniques, mitigations: [] }];
    const file = join(home, "atlas.yaml");
    await writeFile(file, stringify({ version: "5.6.0", matrices }));
    const { code, screen } = await onTerminal(`import atlas ${file}`, { token: world.company.token });
    expect(code).toBe(0);
    expect(screen).toMatch(/[█░]+ \d+% \| (20|40|45) of 45/);
    expect(screen.slice(screen.lastIndexOf("of 45"))).toContain("45 published, 0 revised");
  });

  test("labels have their colour, and no line of a list is wider than the terminal", async () => {
    const titles = [
      "long ".repeat(58),
      "大規模言語モデルの安全対策を回避する手法".repeat(8),
      "تحذير بشأن أسلوب جديد ".repeat(8),
    ];
    const env = { HOME: home, TOCSIN_URL: world.url, TOCSIN_TOKEN: world.company.token };
    for (const title of titles) await runTocsin(["publish", "-"], env, JSON.stringify(clearAdvisory(title)));
    const { code, screen } = await onTerminal("items --limit 3", { token: world.company.token });
    expect(code).toBe(0);
    expect(screen).toContain("\u001b[40mTLP:CLEAR\u001b[");
    const lines = screen.slice(0, screen.indexOf("3 of ")).split("\r\n");
    expect(lines.length).toBeGreaterThan(10);
    expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(80);
  });
});

/** As a terminal counts them, for the scripts of these titles. */
function columns(line: string): number {
  const plain = stripVTControlCharacters(line);
  return [...plain].reduce((sum, sign) => sum + (/\p{Mn}/u.test(sign) ? 0 : /[\u3000-\u9fff]/u.test(sign) ? 2 : 1), 0);
}
