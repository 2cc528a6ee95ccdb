import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MispOptions } from "../../clients/foreign/misp-event.ts";
import { mapMisp } from "../../clients/cli/import/misp.ts";
import { runImport } from "../../clients/cli/import/run-import.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { uuidOf } from "../../domain/ids.ts";
import { bearer } from "../support/graphql-client.ts";
import { addPerson, advisory } from "../support/small-forum.ts";
import { addMember } from "../support/start-app.ts";
import type { ClientWorld } from "./client-world.ts";
import { clientWorld, runTocsin, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
beforeAll(async () => {
  world = await clientWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const event = (title: string, tag: string | null, more: object = {}): object => ({
  Event: {
    uuid: crypto.randomUUID(),
    info: title,
    threat_level_id: "2",
    Tag: tag === null ? [] : [{ name: tag }],
    Attribute: [{ type: "md5", value: "0749bae92ca336a02c83d126e04ec628" }],
    ...more,
  },
});
const batchOf = (events: readonly object[], options?: MispOptions) =>
  mapMisp([{ name: "events.json", content: JSON.stringify(events) }], options);

describe("an import of MISP events", () => {
  test("reaches nobody that a tag or a distribution leaves out", async () => {
    const member = await addMember(world.app);
    const colleague = await addMember(world.app, { organizationId: member.organizationId });
    const other = await addMember(world.app);
    const client = createClient({ url: world.url, token: member.token });
    const events = [
      event("Of red", "tlp:red"),
      event("Of amber", "tlp:amber"),
      event("Of green", "tlp:green"),
      event("Of white", "tlp:white"),
      event("Of the own organisation", "tlp:white", { distribution: "0" }),
      event("Of nothing", null),
    ];
    const report = await runImport(client, batchOf(events));
    expect(report).toMatchObject({ published: 5, skipped: [{ why: expect.stringContaining("no tlp tag") }] });
    const titlesFor = async (token: string | undefined): Promise<string[]> => {
      const found = await Array.fromAsync(createClient({ url: world.url, token }).items({ orderBy: "OLDEST" }));
      return found.map(({ title }) => title).filter((title) => title.startsWith("Of "));
    };
    expect(await titlesFor(member.token)).toEqual([
      "Of red",
      "Of amber",
      "Of green",
      "Of white",
      "Of the own organisation",
    ]);
    expect(await titlesFor(colleague.token)).toEqual(["Of amber", "Of green", "Of white", "Of the own organisation"]);
    expect(await titlesFor(other.token)).toEqual(["Of green", "Of white"]);
    expect(await titlesFor(undefined)).toEqual(["Of white"]);
  });

  test("changes nothing the second time, and revises what is labelled otherwise since", async () => {
    const client = createClient({ url: world.url, token: (await addMember(world.app)).token });
    const uuid = crypto.randomUUID();
    const labelled = (tag: string, title = "Twice") => batchOf([event(title, tag, { uuid })]);
    expect(await runImport(client, labelled("tlp:red"))).toMatchObject({ published: 1 });
    expect(await runImport(client, labelled("tlp:red"))).toMatchObject({ published: 0, revised: 0, unchanged: 1 });
    expect(await runImport(client, labelled("tlp:amber"))).toMatchObject({ revised: 1 });
    expect(await runImport(client, labelled("tlp:amber", "Thrice"))).toMatchObject({ revised: 1 });
    expect(await runImport(client, labelled("tlp:amber", "Thrice"))).toMatchObject({ unchanged: 1 });
    const withheld = batchOf([
      event("Thrice", "tlp:amber", { uuid, Tag: [{ name: "tlp:amber" }, { name: "tlp:ex:chr" }] }),
    ]);
    expect(await runImport(client, withheld)).toMatchObject({ revised: 1 });
    expect(await runImport(client, withheld)).toMatchObject({ unchanged: 1 });
  });

  test("takes what our own feed says as it was", async () => {
    const author = await addPerson(world.app.store);
    const item = advisory({ tlp: "CLEAR", title: "There and back", body: "At length." });
    const { itemId } = await world.app.store.commit(author.viewer, "publish", { item, idempotencyKey: null });
    const file = await fetch(new URL(`/misp/${uuidOf(itemId)}.json`, world.url), { headers: bearer(author.token) });
    const batch = mapMisp([{ name: "event.json", content: await file.text() }]);
    const client = createClient({ url: world.url, token: (await addMember(world.app)).token });
    expect(await runImport(client, batch)).toMatchObject({ published: 1, skipped: [] });
    const { organization } = await client.viewer();
    const [copy] = await Array.fromAsync(client.items({ filter: { origins: [organization?.id ?? ""] } }));
    expect(copy).toMatchObject({
      kind: "ADVISORY",
      tlp: "CLEAR",
      title: "There and back",
      summary: "What happened, in short.",
      severity: "HIGH",
      riskCategories: ["CYBER"],
      body: expect.stringContaining("At length."),
    });
  });

  test("is done by `tocsin import misp`, which says what was left out and why", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "manifest.json"), "{}");
    await writeFile(join(folder, "a.json"), JSON.stringify(event("From a folder", null)));
    await writeFile(join(folder, "b.json"), JSON.stringify(event("From a folder too", "tlp:green")));
    const { token } = await addMember(world.app);
    const run = (...words: string[]) =>
      runTocsin(["import", "misp", folder, ...words], { TOCSIN_URL: world.url, TOCSIN_TOKEN: token, HOME: folder });
    const first = await run();
    expect(first.stdout).toMatch(/1 published, 0 revised, 0 unchanged, 1 left out\..*no tlp tag/s);
    const second = await run("--default-tlp", "amber+strict", "--dry-run");
    expect(second.stdout).toMatch(/Would have: 1 published, 0 revised, 1 unchanged, 0 left out\./);
    const wrong = await run("--default-tlp", "pink");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--default-tlp does not take")]);
  });
});
