import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { z } from "zod";
import { createClient } from "../../clients/sdk/index.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { amberTechnique, clearAdvisory, clientWorld, runProgram, runTocsin, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
let folder: string;
beforeAll(async () => {
  world = await clientWorld();
  folder = await temporaryFolder();
});
afterAll(() => world[Symbol.asyncDispose]());

type Setting = {
  readonly token?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
};

/** Runs `tocsin …` with a home of its own. */
function tocsin(words: readonly string[], { token, env = {}, input }: Setting = {}): Promise<Ran> {
  const settings = {
    HOME: folder,
    TOCSIN_URL: world.url,
    ...(token === undefined ? {} : { TOCSIN_TOKEN: token }),
    ...env,
  };
  return runTocsin(words, settings, input);
}

const asCompany = (words: readonly string[], input?: string): Promise<Ran> =>
  tocsin(words, { token: world.company.token, ...(input === undefined ? {} : { input }) });
const asGovernment = (words: readonly string[]): Promise<Ran> => tocsin(words, { token: world.government.token });

const idShape = z.looseObject({ id: z.string() });
const errorShape = z.object({ error: z.looseObject({ code: z.string() }) });
const idOf = ({ stdout }: Ran): string => idShape.parse(JSON.parse(stdout)).id;
const itemIdOf = ({ stdout }: Ran): string => z.object({ item: idShape }).parse(JSON.parse(stdout)).item.id;
const codeOf = ({ stderr }: Ran): string => errorShape.parse(JSON.parse(stderr)).error.code;

async function published(title: string): Promise<string> {
  const client = createClient({ url: world.url, token: world.company.token });
  return (await client.publish(amberTechnique(world.government, title))).item.id;
}

describe("publishing", () => {
  test("takes YAML from a file and prints the label first", async () => {
    const file = join(folder, "technique.yaml");
    await writeFile(file, stringify(amberTechnique(world.government, "From a file")));
    const { code, stdout } = await asCompany(["publish", file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^TLP:AMBER {2}Published itm_\w+, revision 1: From a file\nTLP:AMBER {2}It went to: /);
  });

  test("takes JSON from a pipe and prints one JSON object", async () => {
    const ran = await asCompany(["publish", "-", "--json"], JSON.stringify(clearAdvisory("From a pipe")));
    expect(JSON.parse(ran.stdout)).toMatchObject({ revision: 1, status: "PUBLISHED", item: { title: "From a pipe" } });
    expect((await tocsin(["show", idOf(ran)])).stdout).toContain("From a pipe");
  });

  test("of a template that nobody filled in is refused: the label is asked for first", async () => {
    const template = await tocsin(["template", "advisory"]);
    const ran = await asCompany(["publish", "-"], template.stdout);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toMatch(/^tocsin: Choose a label: tlp takes RED, .*\(input\.advisory\.tlp\)$/m);
  });

  test("of what the forum refuses tells its code and field", async () => {
    const ran = await asCompany(["publish", "-", "--json"], JSON.stringify(clearAdvisory("x".repeat(301))));
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code: "BAD_USER_INPUT", field: "input.advisory.title" } });
  });

  test("goes by way of a draft where that is wanted", async () => {
    const draft = idOf(await asCompany(["publish", "-", "--draft", "--json"], JSON.stringify(clearAdvisory("Draft"))));
    expect((await asCompany(["items", "--status", "draft"])).stdout).toContain(draft);
    expect((await asGovernment(["show", draft])).code).toBe(1);
    expect((await asCompany(["publish", "--id", draft])).stdout).toContain(`Published ${draft}`);
    const other = idOf(await asCompany(["publish", "-", "--draft", "--json"], JSON.stringify(clearAdvisory("No"))));
    expect((await asCompany(["discard", other])).code).toBe(0);
  });
});

describe("an item", () => {
  test("is shown with how it reached the reader and what its label lets it do", async () => {
    const id = await published("To be shown");
    const { stdout } = await asGovernment(["show", id]);
    expect(stdout.split("\n")[0]).toMatch(/^TLP:AMBER {2}CIRCUMVENTION_TECHNIQUE {2}HIGH/);
    expect(stdout).toMatch(/reached through: +ORGANIZATION/);
    expect(stdout).toContain("Share within your own organisation and with its clients");
    expect(stdout).not.toContain("audience:");
  });

  test("is revised from what `show --yaml` prints, and only from its newest revision", async () => {
    const id = await published("To be revised");
    const yaml = (await asCompany(["show", id, "--yaml"])).stdout.replace("In short.", "In other words.");
    const revised = await asCompany(["revise", id, "-", "--expect", "1", "--json"], yaml);
    expect(JSON.parse(revised.stdout)).toMatchObject({
      revision: 2,
      item: { summary: "In other words.", tlp: "AMBER" },
    });
    const again = await asCompany(["revise", id, "-", "--expect", "1", "--json"], yaml);
    expect([again.code, codeOf(again)]).toEqual([1, "CONFLICT"]);
  });

  test("is answered, seen elsewhere, relayed and withdrawn", async () => {
    const id = await published("To be answered");
    expect((await asGovernment(["ack", id, "--state", "under-study", "--note", "Soon."])).code).toBe(0);
    expect((await asGovernment(["sighting", id, "--count", "2", "--first-seen", "2026-11-20"])).code).toBe(0);
    const shown = (await asCompany(["show", id])).stdout;
    expect(shown).toMatch(/answers: .*1 under study/);
    expect(shown).toMatch(/sightings: +2 in 1 reports/);
    const relayed = await asGovernment(["relay", id, world.outsider.organizationId, "--json"]);
    expect([relayed.code, codeOf(relayed)]).toEqual([1, "FORBIDDEN"]);
    expect((await asCompany(["withdraw", id, "--reason", "Wrong."])).stdout).toContain(`Withdrew ${id}`);
    expect((await asGovernment(["show", id])).stdout).toMatch(/WITHDRAWN .*Wrong\./);
  });

  test("that is hidden is as absent as one that is not there", async () => {
    const id = await published("Hidden");
    const hidden = await tocsin(["show", id], { token: world.outsider.token });
    const absent = await tocsin(["show", "itm_00000000000000000000000000"], { token: world.outsider.token });
    expect(hidden).toEqual(absent);
    expect(hidden.code).toBe(1);
  });
});

describe("lists", () => {
  test("narrow by category and severity, count, and export", async () => {
    await asCompany(["publish", "-"], JSON.stringify(clearAdvisory("Of privacy", "PRIVACY")));
    const { stdout } = await tocsin(["items", "--category", "privacy", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ totalCount: 1, items: [{ title: "Of privacy" }] });
    expect((await tocsin(["stats", "--category", "privacy"])).stdout).toMatch(/^1 items\n/);
    const lines = (await tocsin(["export", "--category", "privacy"])).stdout.trim().split("\n");
    expect(lines.map((line) => z.looseObject({ title: z.string() }).parse(JSON.parse(line)).title)).toEqual([
      "Of privacy",
    ]);
  });

  test("export what is withdrawn as well, unless a status is asked for", async () => {
    const made = await asCompany(
      ["publish", "-", "--json"],
      JSON.stringify(clearAdvisory("Taken back later", "PRIVACY")),
    );
    const id = itemIdOf(made);
    expect(await asCompany(["withdraw", id, "--reason", "Wrong", "--json"])).toMatchObject({ code: 0 });
    expect((await tocsin(["export", "--category", "privacy"])).stdout).toContain(id);
    expect((await tocsin(["export", "--category", "privacy", "--status", "published"])).stdout).not.toContain(id);
  });

  test("show no date more exactly than it is known", async () => {
    for (const [granularity, shown] of [
      ["YEAR", "2026"],
      ["MONTH", "2026-07"],
      ["DAY", "2026-07-30"],
      ["INSTANT", "2026-07-30T00:00:00.000Z"],
    ] as const) {
      const dated = { occurredAt: "2026-07-30T00:00:00Z", dateGranularity: granularity };
      const about = { title: `Known to the ${granularity}`, summary: "In short.", riskCategories: ["CYBER"] };
      const incident = { ...about, ...dated, tlp: "CLEAR", severity: "LOW" };
      const id = itemIdOf(await asCompany(["publish", "-", "--json"], JSON.stringify({ incident })));
      const { stdout } = await tocsin(["show", id]);
      expect(stdout).toContain(`\n  ${shown}\n`);
      expect(stdout.includes("2026-07-30T00")).toBe(granularity === "INSTANT");
    }
  });

  test("hold no control character of somebody else's text", async () => {
    const hostile = "A title\u001b[2J\u202Ethat paints";
    await asCompany(["publish", "-"], JSON.stringify(clearAdvisory(hostile)));
    const plain = await tocsin(["items", "--limit", "1"], { env: { FORCE_COLOR: "0" } });
    expect(plain.stdout).toContain("A title[2Jthat paints");
    // oxlint-disable-next-line no-control-regex -- it must not be there
    expect(plain.stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe("following", () => {
  test("goes on where the last call ended", async () => {
    const cursor = join(folder, "feed.cursor");
    const follow = (): Promise<Ran> => asGovernment(["follow", "--json", "--count", "1", "--cursor", cursor]);
    const reader = createClient({ url: world.url, token: world.government.token });
    await writeFile(cursor, await reader.feedCursor());
    const ids = [await published("First"), await published("Second")];
    const seen = [await follow(), await follow()].map(
      ({ stdout }) => z.object({ itemId: z.string() }).parse(JSON.parse(stdout)).itemId,
    );
    expect(seen).toEqual(ids);
  });

  test("prints lines for people, the label first", async () => {
    const reader = createClient({ url: world.url, token: world.government.token });
    const after = await reader.feedCursor();
    await published("For people");
    const { stdout } = await asGovernment(["follow", "--no-cursor", "--after", after, "--count", "1", "--sse"]);
    expect(stdout).toMatch(/^TLP:AMBER +\S+Z {2}PUBLISHED +HIGH .*For people/);
  });

  test("says that a cursor is none, rather than to begin somewhere else", async () => {
    const ran = await asGovernment(["follow", "--no-cursor", "--after", "nonsense", "--json"]);
    expect([ran.code, codeOf(ran)]).toEqual([1, "CURSOR_INVALID"]);
  });
});

describe("signing in", () => {
  test("keeps the token where nobody else reads it, and sends it to its own forum only", async () => {
    const home = await temporaryFolder();
    const env = { HOME: home };
    const ran = await tocsin(["login", world.url], { env, input: `${world.company.token}\n` });
    expect(ran.code).toBe(0);
    expect(ran.stdout + ran.stderr).not.toContain(world.company.token);
    const file = join(home, ".config/tocsin/config.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, "utf8")).toContain(world.company.token);
    const signedIn = await runTocsin(["items", "--status", "draft", "--json"], env);
    expect(signedIn.code).toBe(0);
    await using other = await clientWorld();
    const elsewhere = await runTocsin(["items", "--url", other.url, "--json"], env);
    expect(elsewhere).toMatchObject({ code: 0, stdout: expect.stringContaining('"totalCount":0') });
  });

  test("is refused with a token that is not valid, and keeps nothing", async () => {
    const home = await temporaryFolder();
    const ran = await tocsin(["login", world.url], { env: { HOME: home }, input: "tocsin_of_nobody" });
    expect(ran.code).toBe(4);
    await expect(stat(join(home, ".config/tocsin/config.json"))).rejects.toThrow("ENOENT");
  });
});

describe("the program", () => {
  test("reads a pipe, prints to a pipe, and exits with the code", async () => {
    const env = { HOME: folder, TOCSIN_URL: world.url, TOCSIN_TOKEN: world.company.token };
    const input = JSON.stringify(clearAdvisory("By a program of its own"));
    const ran = await runProgram(["clients/cli/main.ts", "publish", "-"], env, input);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^TLP:CLEAR {2}Published itm_/), stderr: "" });
    expect((await runProgram(["clients/cli/main.ts", "publish", "-"], env, "[]")).code).toBe(2);
  });
});

describe("exit codes", () => {
  test.each([
    ["wrong usage of an option", ["items", "--severity", "awful"], 2],
    ["an unknown command", ["publsh"], 2],
    ["a file that is not there", ["publish", "/nowhere.yaml"], 2],
    ["a forum that cannot be reached", ["items", "--url", "http://127.0.0.1:2"], 3],
    ["an address that is none", ["items", "--url", "forum"], 2],
    ["a write without a token", ["withdraw", "itm_1", "--reason", "x"], 4],
    ["help", ["publish", "--help"], 0],
  ] as const)("tell of %s", async (_what, words, code) => {
    expect((await tocsin(words)).code).toBe(code);
  });

  test("are explained in the help, which ends every command with examples", async () => {
    expect((await tocsin(["--help"])).stdout).toContain("Exit codes:");
    expect((await tocsin(["follow", "--help"])).stdout).toContain("$ tocsin follow --category cyber");
  });
});
