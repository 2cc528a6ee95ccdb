import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportBatch, ImportEntry } from "../../clients/foreign/batch.ts";
import { runImport } from "../../clients/cli/import/run-import.ts";
import type { Client } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { addMember } from "../support/start-app.ts";
import type { ClientWorld } from "./client-world.ts";
import { clientWorld } from "./client-world.ts";

let world: ClientWorld;
beforeAll(async () => {
  world = await clientWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** A client of an organisation that has imported nothing yet. */
async function importer(): Promise<Client> {
  return createClient({ url: world.url, token: (await addMember(world.app)).token });
}

function entry(externalId: string, title: string, counters: readonly string[] = []): ImportEntry {
  const source = "test";
  const fields = { title, summary: "In short.", tlp: "CLEAR", riskCategories: ["CYBER"], severity: "LOW" } as const;
  const references = [{ source, externalId }];
  return {
    externalKey: { source, externalId },
    input: { mitigation: { ...fields, references } },
    relations: counters.map((id) => ({ type: "COUNTERS", externalKey: { source, externalId: id } })),
  };
}

function batch(...entries: readonly ImportEntry[]): ImportBatch {
  return { entries, skipped: [{ what: "matrix", why: "says nothing by itself" }], notes: ["A note."] };
}

describe("an import", () => {
  test("changes nothing the second time, and revises what a newer file says otherwise", async () => {
    const client = await importer();
    const first = batch(entry("1", "One"), entry("2", "Two", ["1"]));
    const skipped = first.skipped;
    expect(await runImport(client, first)).toEqual({
      published: 2,
      revised: 0,
      unchanged: 0,
      skipped,
      notes: ["A note."],
    });
    expect(await runImport(client, first)).toMatchObject({ published: 0, revised: 0, unchanged: 2 });
    const newer = batch(entry("1", "One, better"), entry("2", "Two", ["1"]), entry("3", "Three"));
    expect(await runImport(client, newer)).toMatchObject({ published: 1, revised: 1, unchanged: 1 });
    const unrelated = batch(entry("2", "Two"));
    expect(await runImport(client, unrelated)).toMatchObject({ revised: 1 });
  });

  test("relates what it brings", async () => {
    const client = await importer();
    await runImport(client, batch(entry("r1", "Related one"), entry("r2", "Related two", ["r1"])));
    const { organization } = await client.viewer();
    const found = client.itemsWithRelations({ filter: { origins: [organization?.id ?? ""] }, orderBy: "OLDEST" });
    const items = await Array.fromAsync(found);
    expect(items.map(({ relations }) => relations)).toEqual([[], [{ type: "COUNTERS", item: { id: items[0]?.id } }]]);
  });

  test("leaves alone what has been withdrawn since, and what others have imported", async () => {
    const [one, other] = [await importer(), await importer()];
    const whole = batch(entry("w", "To be withdrawn"));
    await runImport(one, whole);
    expect(await runImport(other, whole)).toMatchObject({ published: 1 });
    const { organization } = await one.viewer();
    const [item] = await Array.fromAsync(one.items({ filter: { origins: [organization?.id ?? ""] } }));
    await one.withdraw(item?.id ?? "", "Not ours to tell.");
    const again = await runImport(one, whole);
    expect(again).toMatchObject({ published: 0, revised: 0, unchanged: 0 });
    expect(again.skipped).toContainEqual({ what: "test w", why: expect.stringContaining("Not ours to tell.") });
  });

  test("tells what the forum refuses, and brings the rest", async () => {
    const client = await importer();
    const report = await runImport(client, batch(entry("bad", "x".repeat(301)), entry("good", "Good")));
    expect(report.published).toBe(1);
    expect(report.skipped).toContainEqual({ what: "test bad", why: expect.stringContaining("input.mitigation.title") });
  });

  test("only says what it would do when it is asked to", async () => {
    const client = await importer();
    const cursor = await client.feedCursor();
    const would = await runImport(client, batch(entry("dry", "Dry"), entry("run", "Run", ["dry"])), { dryRun: true });
    expect(would.published).toBe(2);
    expect((await client.feedPage({ after: cursor })).events).toEqual([]);
  });
});
