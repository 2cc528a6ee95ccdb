import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { extensionOf } from "../../server/stix/extension.ts";
import type { StixObject } from "../../server/stix/to-stix.ts";
import { isWithout } from "../support/shared-data.ts";
import type { Demo } from "../support/start-demo.ts";
import { spawnDemo, startDemo } from "../support/start-demo.ts";
import { schemaFolder, stixValidator } from "../support/stix-schemas.ts";

describe("npm run demo", () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  }, 120_000);
  afterAll(() => demo[Symbol.asyncDispose]());

  it(
    "lets a company tell two organisations, one of which follows live, and nobody else",
    { timeout: 120_000 },
    async () => {
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

  it("shows a forum of all labels and says what each account may see", { timeout: 120_000 }, async () => {
    await using member = demo.as("Priya Raghunathan");
    await using nobody = createClient({ url: demo.url });
    const labels = new Set<string>();
    for await (const { tlp } of member.items({ pageSize: 100 })) labels.add(tlp);
    expect([...labels].sort()).toEqual(["AMBER", "AMBER_STRICT", "CLEAR", "GREEN", "RED"]);
    const { total } = await nobody.statistics({});
    expect(total).toBeGreaterThan(30);
    expect(demo.output).toMatch(new RegExp(`\\(nobody signed in\\) +0 +0 +0 +0 +${total}\\n`));
    expect(demo.output).toContain("npm run -s tocsin -- follow");
  });

  it(
    "gives out all that a member sees as valid STIX, and takes it back as nothing new",
    { timeout: 120_000 },
    async () => {
      const authorization = `Bearer ${demo.token("Priya Raghunathan")}`;
      const address = new URL("/stix/bundle", demo.url);
      await using member = demo.as("Priya Raghunathan");
      const { organization } = await member.viewer();
      const statuses = ["PUBLISHED", "WITHDRAWN"] as const;
      const { total } = await member.statistics({ statuses });
      const own = await member.statistics({ statuses: ["PUBLISHED"], origins: [organization?.id ?? ""] });
      const bundle = await (await fetch(`${address}?forKeeping=true`, { headers: { authorization } })).text();
      const { objects }: { objects: StixObject[] } = JSON.parse(bundle);
      expect(objects.filter((object) => extensionOf(object)?.["item_id"] !== undefined)).toHaveLength(total);
      if (!isWithout(schemaFolder)) {
        const faultsOf = stixValidator();
        expect(objects.flatMap((object) => faultsOf(object) ?? [])).toEqual([]);
      }
      const headers = { authorization, "content-type": "application/json" };
      const told = await (await fetch(address, { method: "POST", headers, body: bundle })).text();
      const outcomes = new Map(Object.entries(JSON.parse(told.trim().split("\n").at(-1) ?? "{}").outcomes));
      expect(outcomes.get("unchanged")).toBe(own.total);
      expect(
        ["published", "revised", "withdrawn", "saved as a draft", "refused"].filter((each) => outcomes.has(each)),
      ).toEqual([]);
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

  it("does not start with an unknown setting", { timeout: 120_000 }, async () => {
    const child = spawnDemo({ TOCSIN_FOO: "1" });
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (said += text));
    const [code] = await once(child, "close");
    expect([code, said]).toEqual([1, expect.stringMatching(/^There is no setting TOCSIN_FOO: remove it/)]);
  });

  it("ends on Ctrl-C and leaves nothing behind", { timeout: 120_000 }, async () => {
    await using other = await startDemo("Filling a forum");
    expect(await other.end()).toBe(0);
    expect(await readdir(other.folder)).toEqual([]);
    expect(await demo.end()).toBe(0);
    expect(await readdir(demo.folder)).toEqual([]);
  });
});

async function idsOf(client: Client, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, name } of client.organizations()) if (names.includes(name)) ids.push(id);
  return ids;
}

async function everythingOf(client: Client): Promise<unknown> {
  return { statistics: await client.statistics({}), newest: (await client.itemPage({ first: 20 })).nodes };
}
