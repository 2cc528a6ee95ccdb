import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../clients/sdk/index.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember } from "../support/start-app.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { amberTechnique, clearAdvisory, clientWorld, runTocsin, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
let folder: string;
beforeAll(async () => {
  world = await clientWorld();
  folder = await temporaryFolder();
  await using client = createClient({ url: world.url, token: world.company.token });
  await client.publish(clearAdvisory("For everybody"));
  await client.publish(amberTechnique(world.government, "For some"));
});
afterAll(() => world[Symbol.asyncDispose]());

function tocsin(member: TestMember | null, ...words: string[]): Promise<Ran> {
  const token = member === null ? {} : { TOCSIN_TOKEN: member.token };
  return runTocsin(words, { HOME: folder, TOCSIN_URL: world.url, ...token });
}

type Bundle = { objects: { type: string; name?: string }[] };
const namesIn = ({ stdout }: Ran): unknown[] => {
  const { objects }: Bundle = JSON.parse(stdout);
  return objects.flatMap(({ type, name }) => (["report", "attack-pattern"].includes(type) ? [name] : []));
};

describe("tocsin export stix", () => {
  test("prints one bundle of what the caller sees, under the filters of every list", async () => {
    expect(namesIn(await tocsin(world.government, "export", "stix"))).toEqual(["For everybody", "For some"]);
    expect(namesIn(await tocsin(world.government, "export", "stix", "--tlp", "amber"))).toEqual(["For some"]);
    expect(namesIn(await tocsin(world.outsider, "export", "stix"))).toEqual(["For everybody"]);
    expect(namesIn(await tocsin(null, "export", "stix"))).toEqual(["For everybody"]);
    expect((await tocsin(world.outsider, "export")).stdout).toMatch(/^\{.*For everybody.*\}\n$/);
  });

  test("writes a file that another command brings in again, and says what became of each object", async () => {
    const file = join(folder, "bundle.json");
    const ran = await tocsin(world.company, "export", "stix", "--for-keeping", "--output", file);
    expect(ran.stdout).toMatch(/^\d+ bytes written to .*bundle\.json\.\n$/);
    expect(await readFile(file, "utf8")).toContain(world.government.organizationId);
    const again = await tocsin(world.company, "import", "stix", file);
    expect(again.stdout).toMatch(/\b2 unchanged\b/);
    const other = await addMember(world.app);
    const refused = await tocsin(other, "import", "stix", file, "--json");
    expect(JSON.parse(refused.stdout).objects).toContainEqual(expect.objectContaining({ outcome: "skipped" }));
  });
});

describe("tocsin import stix", () => {
  const object = (number: number, more: object = {}): object => ({
    type: "course-of-action",
    spec_version: "2.1",
    id: `course-of-action--00000000-0000-4000-9000-00000000000${number}`,
    created: "2026-01-01T00:00:00.000Z",
    modified: "2026-01-01T00:00:00.000Z",
    name: `Measure ${number}`,
    ...more,
  });
  const bundleOf = async (name: string, ...objects: object[]): Promise<string> => {
    const file = join(folder, name);
    await writeFile(
      file,
      JSON.stringify({ type: "bundle", id: "bundle--00000000-0000-4000-9000-000000000000", objects }),
    );
    return file;
  };

  test("publishes under a declared label, for those who are named, and else makes drafts", async () => {
    const amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    const file = await bundleOf("some.json", object(1), object(2, { object_marking_refs: [amber] }));
    const undeclared = await tocsin(world.company, "import", "stix", file, "--drafts");
    expect(undeclared.stdout).toMatch(
      /^2 saved as a draft\.\n {2}left out: saved as a draft: it bears no label — 1: course-of-action--/,
    );
    const { organizationId, ...rest } = await addMember(world.app);
    const reader = { organizationId, ...rest };
    const declared = await tocsin(
      reader,
      "import",
      "stix",
      file,
      "--default-tlp",
      "clear",
      "--to",
      world.government.organizationId,
    );
    expect(declared.stdout).toBe("2 published.\n");
    const seen = await tocsin(world.government, "export", "--origin", organizationId);
    expect(seen.stdout).toContain("Measure 2");
    expect((await tocsin(world.outsider, "export", "--origin", organizationId)).stdout).not.toContain("Measure 2");
  });

  test("says what is wrong: no such file, no such label, no bundle, nobody signed in, too old a role", async () => {
    const file = await bundleOf("one.json", object(3));
    const noBundle = join(folder, "text.json");
    await writeFile(noBundle, "not a bundle");
    const reader = await addMember(world.app, { role: "READER" });
    const codes = [
      await tocsin(world.company, "import", "stix", join(folder, "absent.json")),
      await tocsin(world.company, "import", "stix", file, "--default-tlp", "pink"),
      await tocsin(world.company, "import", "stix", noBundle),
      await tocsin(null, "import", "stix", file),
      await tocsin(reader, "import", "stix", file),
    ].map(({ code, stderr }) => `${code} ${stderr.split("\n", 1)[0]}`);
    expect(codes).toEqual([
      expect.stringMatching(/^2 .*absent\.json cannot be read/),
      expect.stringMatching(/^2 .*--default-tlp/),
      expect.stringMatching(/^1 .*cannot be read: it ends in the middle, or is no JSON/),
      expect.stringMatching(/^4 /),
      expect.stringMatching(/^1 .*reader/),
    ]);
  });
});
