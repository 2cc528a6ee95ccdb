import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { mapAtlas, readAtlas } from "../../clients/cli/import/atlas.ts";
import { readAvid } from "../../clients/cli/import/avid.ts";
import { readCosai } from "../../clients/cli/import/cosai.ts";
import type { ImportBatch } from "../../clients/foreign/batch.ts";
import { runImport } from "../../clients/cli/import/run-import.ts";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";
import { addMember, startApp } from "../support/start-app.ts";

const longEnough = { timeout: 300_000 };

describe("an import", () => {
  it.skipIf(isWithout("atlas"))(
    "of ATLAS publishes everything, and a second one changes nothing",
    longEnough,
    async () => {
      await using app = await startApp();
      await using client = createClient({ url: app.url, token: (await addMember(app)).token });
      const batch = await readAtlas(sharedData("atlas/ATLAS.yaml"));
      expect(await runImport(client, batch)).toMatchObject({ published: 262, revised: 0, unchanged: 0, skipped: [] });
      const cursor = await client.feedCursor();
      expect(await runImport(client, batch)).toMatchObject({ published: 0, revised: 0, unchanged: 262, skipped: [] });
      expect((await client.feedPage({ first: 10, after: cursor })).events).toEqual([]);

      await using anybody = createClient({ url: app.url });
      const { byKind } = await anybody.statistics({});
      expect(Object.fromEntries(byKind.map(({ kind, count }) => [kind, count]))).toMatchObject({
        CIRCUMVENTION_TECHNIQUE: 170,
        INCIDENT: 57,
        MITIGATION: 35,
      });
      expect(await countersOf(anybody, "Input Restoration")).toBe(8);
    },
  );

  it.skipIf(isWithout("atlas"))(
    "of a newer ATLAS revises what has changed and adds what is new",
    longEnough,
    async () => {
      await using app = await startApp();
      await using client = createClient({ url: app.url, token: (await addMember(app)).token });
      const text = await readFile(sharedData("atlas/ATLAS.json"), "utf8");
      const older = firstTwenty(mapAtlas(JSON.parse(text), "ATLAS.json"));
      expect(await runImport(client, older)).toMatchObject({ published: 20 });
      const newer = firstTwenty(mapAtlas(JSON.parse(text.replace('"Active Scanning"', '"Scanning"')), "ATLAS.json"));
      const added = { ...newer, entries: mapAtlas(JSON.parse(text), "ATLAS.json").entries.slice(0, 21) };
      expect(await runImport(client, newer)).toMatchObject({ published: 0, revised: 1, unchanged: 19 });
      expect(await runImport(client, added)).toMatchObject({ published: 1, revised: 1, unchanged: 19 });
      const { nodes } = await client.itemPage({ first: 1, filter: { text: '"Active Scanning"' } });
      expect(nodes).toMatchObject([{ title: "Active Scanning", revision: 3 }]);
    },
  );

  it.skipIf(isWithout("avid"))(
    "of AVID publishes everything, and a second one changes nothing",
    longEnough,
    async () => {
      await using app = await startApp();
      await using client = createClient({ url: app.url, token: (await addMember(app)).token });
      const batch = await readAvid(sharedData("avid"));
      expect(await runImport(client, batch)).toMatchObject({ published: 372, revised: 0, unchanged: 0, skipped: [] });
      expect(await runImport(client, batch)).toMatchObject({ published: 0, revised: 0, unchanged: 372, skipped: [] });
      const { total } = await client.statistics({ tlp: ["CLEAR"] });
      expect(total).toBe(372);
    },
  );

  it.skipIf(isWithout("cosai-risk-map"))(
    "of the CoSAI Risk Map publishes practices with numbered clauses, and a second one changes nothing",
    longEnough,
    async () => {
      await using app = await startApp();
      await using client = createClient({ url: app.url, token: (await addMember(app)).token });
      const batch = await readCosai(sharedData("cosai-risk-map"));
      expect(await runImport(client, batch)).toMatchObject({ published: 71, revised: 0, unchanged: 0, skipped: [] });
      expect(await runImport(client, batch)).toMatchObject({ published: 0, revised: 0, unchanged: 71, skipped: [] });
      const { nodes } = await client.itemPage({ first: 1, filter: { kinds: ["PRACTICE"], text: '"Red Teaming"' } });
      expect(nodes).toMatchObject([{ kind: "PRACTICE", clauses: [{ id: "R-1", level: "SHOULD" }] }]);
    },
  );
});

function firstTwenty(batch: ImportBatch): ImportBatch {
  return { ...batch, entries: batch.entries.slice(0, 20) };
}

async function countersOf(client: Client, title: string): Promise<number> {
  const page = await client.itemPage({ first: 5, filter: { kinds: ["MITIGATION"], text: `"${title}"` } });
  const mitigation = page.nodes.find((node) => node.title === title);
  const item = await client.item(mitigation?.id ?? "");
  return item?.relations.filter(({ type }) => type === "COUNTERS").length ?? 0;
}
