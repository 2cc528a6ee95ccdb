/** How a collection is read while it changes, and what of its viewer's world it shows. */
import { afterEach, describe, expect, it } from "vitest";
import type { ItemDraft } from "../../domain/commands.ts";
import { parseContent } from "../../domain/parse.ts";
import type { App } from "../../server/app.ts";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { mainId } from "../../server/stix/main-types.ts";
import { Telemetry } from "../../server/telemetry.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { addPerson, advisory, operator, type Person, range, type Wish } from "../support/small-forum.ts";
import type { StixObject, TaxiiAnswer } from "../support/taxii-client.ts";
import { collectionPath, listIn, objectsIn, taxii, told, walk } from "../support/taxii-client.ts";

let app: App;

/** A forum whose clock stands still until it is moved. */
async function start(): Promise<{ author: Person; reader: Person; clock: { ms: number } }> {
  const clock = { ms: Date.parse("2026-11-25T12:00:00.000Z") };
  const config = readConfig({
    PORT: "0",
    TOCSIN_LOG_LEVEL: "silent",
    TOCSIN_DATABASE: await freshStoreUrl(),
    TOCSIN_OPERATIONS_PER_MINUTE: "1000000",
  });
  app = await createApp(config, new Telemetry(config), () => new Date(clock.ms));
  return { author: await addPerson(app.store), reader: await addPerson(app.store), clock };
}

afterEach(async () => {
  await app[Symbol.asyncDispose]();
});

async function publish(by: Person, item: ItemDraft = advisory()): Promise<string> {
  return (await app.store.commit(by.viewer, "publish", { item, idempotencyKey: null })).itemId;
}

async function publishMany(by: Person, count: number, wish: Wish = {}): Promise<string[]> {
  return Promise.all(range(count).map((at) => publish(by, advisory({ ...wish, title: `Item ${at}` }))));
}

function revise(by: Person, itemId: string, expectedRevision: number, item: ItemDraft): Promise<unknown> {
  return app.store.commit(by.viewer, "revise", { itemId, expectedRevision, item, idempotencyKey: null });
}

function withdraw(by: Person, itemId: string): Promise<unknown> {
  return app.store.commit(by.viewer, "withdraw", { itemId, reason: "It was wrong.", idempotencyKey: null });
}

const idOf = (itemId: string): string => mainId(itemId, "ADVISORY");
const idsOf = (objects: readonly StixObject[]): string[] => objects.map(({ id }) => id);
const keysOf = (objects: readonly StixObject[]): string[] =>
  objects.map(({ id, modified }) => `${id} ${String(modified)}`);
const reports = ({ type }: StixObject): boolean => type === "report";

async function poll(who: Person, after: string | null, alias = "everything"): Promise<TaxiiAnswer[]> {
  const path = await collectionPath(app, who.token, alias);
  const query = after === null ? {} : { added_after: after };
  return walk(app, `${path}objects/`, { token: who.token, query: { limit: "100", ...query } });
}

function lastAdded(pages: readonly TaxiiAnswer[]): string {
  return pages.map(({ headers }) => headers.get("x-taxii-date-added-last")).findLast((stamp) => stamp !== null) ?? "";
}

/** An activity of many actors: each is an object, and so is what ties it to the activity. */
function activity(actors: number): ItemDraft {
  const fields = { title: "Many", summary: "Many.", riskCategories: ["CYBER"], severity: "HIGH" };
  const names = range(actors).map((at) => `Actor ${at}`);
  return { ...advisory(), content: parseContent("THREAT_ACTIVITY", { ...fields, actors: names }, "input") };
}

describe("a collection of 10,000 objects that share one instant", { timeout: 120_000 }, () => {
  it("is read whole at every size of page, nothing lost and nothing repeated", async () => {
    const { author, reader } = await start();
    const { id: groupId } = await app.store.commit(operator, "addGroup", { name: "Circle", description: null });
    await app.store.commit(operator, "joinGroup", { groupId, member: { accountId: reader.accountId } });
    await Promise.all(range(100).map(() => publish(author, activity(50))));
    const path = await collectionPath(app, reader.token);
    const walks: string[][] = [];
    for (const limit of ["89", "500", "1000"]) {
      const found = told(await walk(app, `${path}objects/`, { token: reader.token, query: { limit } }));
      expect(new Set(keysOf(found)).size).toBe(10_100);
      walks.push(keysOf(found));
    }
    for (const keys of walks) expect(keys).toEqual(walks[0]);
  });
});

describe("a client that goes on by the stamp of the last object alone", () => {
  it.each([750, 1_000])("misses nothing, though objects share a stamp, %i objects a page", async (limit) => {
    const { author, reader } = await start();
    await Promise.all(range(12).map(() => publish(author, activity(50))));
    const path = await collectionPath(app, reader.token);
    const ask = async (after: string | null): Promise<TaxiiAnswer> => {
      const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { added_after: after }) });
      return taxii(app, `${path}objects/?${query}`, { token: reader.token });
    };
    const pages = [await ask(null)];
    for (let last = pages[0]; last !== undefined && objectsIn(last).length > 0; pages.push(last))
      last = await ask(lastAdded(pages));
    expect(new Set(keysOf(told(pages)))).toEqual(new Set(keysOf(told(await poll(reader, null)))));
  });
});

describe("a collection that changes while it is read", () => {
  it.each(["1", "7", "50"])("loses and repeats nothing of what stays, %s objects a page", async (limit) => {
    const { author, reader, clock } = await start();
    const ids = await publishMany(author, 60);
    const path = await collectionPath(app, reader.token);
    const change = async (page: number): Promise<unknown> => {
      const itemId = ids[page];
      if (itemId === undefined || page > 12) return undefined;
      clock.ms += 1;
      if (page % 4 === 0) return publish(author, advisory({ title: `New ${page}` }));
      if (page % 4 === 1) return revise(author, itemId, 1, advisory({ title: `Revised ${page}` }));
      if (page % 4 === 2) return withdraw(author, itemId);
      return revise(author, itemId, 1, advisory({ tlp: "RED", accounts: [author.accountId] }));
    };
    const pages = await walk(app, `${path}objects/`, { token: reader.token, query: { limit } }, change);
    // What changed behind the last page comes with the next question.
    const found = told([...pages, ...(await poll(reader, lastAdded(pages)))]);
    expect(new Set(keysOf(found)).size).toBe(found.length);
    const present = told(await poll(reader, null));
    const missed = keysOf(present).filter((key) => !keysOf(found).includes(key));
    expect(missed).toEqual([]);
  });
});

describe("when an object was added", () => {
  it("rises strictly within an instant, and the first of it ends on the whole millisecond", async () => {
    const { author, reader, clock } = await start();
    clock.ms += 5;
    await publish(author, advisory({ title: "One" }));
    await publish(author, advisory({ title: "Two" }));
    const path = await collectionPath(app, reader.token);
    const { body } = await taxii(app, `${path}manifest/?match[type]=report`, { token: reader.token });
    const stamps = listIn<{ date_added: string }>(body, "objects").map(({ date_added: at }) => at);
    expect(stamps).toEqual(["2026-11-25T12:00:00.005000Z", "2026-11-25T12:00:00.005001Z"]);
  });

  it.each([
    ["as it is", (stamp: string): string => stamp],
    ["without its trailing zeros", (stamp: string): string => stamp.replace(/\.?0+Z$/, "Z")],
    ["cut to milliseconds", (stamp: string): string => stamp.replace(/\d{3}Z$/, "Z")],
  ])("brings whoever sends the last of them back, %s, what is new and nothing else", async (_, send) => {
    const { author, reader, clock } = await start();
    await publishMany(author, 3);
    clock.ms += 20;
    await publish(author);
    const before = lastAdded(await poll(reader, null));
    expect(told(await poll(reader, send(before)))).toEqual([]);
    clock.ms += 3;
    const itemId = await publish(author, advisory({ title: "New" }));
    expect(idsOf(told(await poll(reader, send(before))))).toEqual([idOf(itemId)]);
  });

  it("does not go back where the clock does", async () => {
    const { author, reader, clock } = await start();
    await publish(author);
    const before = lastAdded(await poll(reader, null));
    clock.ms -= 3_600_000;
    const itemId = await publish(author, advisory({ title: "New" }));
    expect(idsOf(told(await poll(reader, before)))).toEqual([idOf(itemId)]);
  });

  it("says the same of one object, of its manifest and of its page", async () => {
    const { author, reader } = await start();
    const ids = await publishMany(author, 5);
    const path = await collectionPath(app, reader.token);
    const { body } = await taxii(app, `${path}manifest/`, { token: reader.token });
    for (const { id, date_added: at } of listIn<{ id: string; date_added: string }>(body, "objects")) {
      const alone = await taxii(app, `${path}objects/${id}/`, { token: reader.token });
      expect([alone.status, alone.headers.get("x-taxii-date-added-first")]).toEqual([200, at]);
    }
    expect(ids).toHaveLength(5);
  });

  it("is that of joining for older items of a group, so that a poller gets them", async () => {
    const { author, reader, clock } = await start();
    const { id: groupId } = await app.store.commit(operator, "addGroup", { name: "Circle", description: null });
    const wish = { tlp: "AMBER", groups: [groupId] } as const;
    const ids = (await publishMany(author, 150, wish)).map(idOf).sort();
    clock.ms += 1_000;
    await publish(author);
    const before = lastAdded(await poll(reader, null));
    expect(told(await poll(reader, before))).toEqual([]);
    clock.ms += 1_000;
    await app.store.commit(operator, "joinGroup", { groupId, member: { accountId: reader.accountId } });
    const brought = told(await poll(reader, before));
    expect(idsOf(brought).sort()).toEqual(ids);
    expect(idsOf(told(await poll(reader, null, `group-${groupId}`))).sort()).toEqual(ids);
    const all = told(await poll(reader, null));
    expect(new Set(idsOf(all)).size).toBe(151);
    expect(all).toHaveLength(151);
  });
});

describe("what pollers are told of changes", () => {
  it("a withdrawn item is revoked and says nothing, and is the only version", async () => {
    const { author, reader, clock } = await start();
    const itemId = await publish(author, advisory({ title: "Secret canary", body: "canary" }));
    const before = lastAdded(await poll(reader, null));
    clock.ms += 10;
    await withdraw(author, itemId);
    const pages = await poll(reader, before);
    expect(told(pages)).toEqual([
      expect.objectContaining({ id: idOf(itemId), revoked: true, modified: "2026-11-25T12:00:00.010Z" }),
    ]);
    const path = await collectionPath(app, reader.token);
    const all = await taxii(app, `${path}objects/${idOf(itemId)}/?match[version]=all`, { token: reader.token });
    expect(objectsIn(all)).toHaveLength(1);
    expect(pages.map(({ text }) => text).join() + all.text).not.toContain("canary");
  });

  it("what a revision leaves out is revoked for those who may have it, and is nothing to those who come later", async () => {
    const { author, reader, clock } = await start();
    const related = await publish(author);
    const draft = { ...activity(2), label: advisory({ tlp: "AMBER", organizations: [reader.organizationId] }).label };
    const relations = [{ type: "RELATED_TO" as const, itemId: related }];
    const itemId = await publish(author, { ...draft, relations });
    const before = await poll(reader, null);
    clock.ms += 10;
    await revise(author, itemId, 1, { ...activity(1), label: advisory().label });
    const had = told(before).filter(({ id }) => id !== idOf(related));
    const pages = await poll(reader, lastAdded(before));
    const now = new Map(told(pages).map((object) => [object.id, object]));
    expect(new Set(now.keys())).toEqual(new Set(idsOf(had)));
    const gone = [...now.values()].filter(({ revoked }) => revoked === true);
    expect(gone.map(({ type }) => type).sort()).toEqual(["relationship", "relationship", "threat-actor"]);
    expect(gone.map(({ modified }) => modified)).toEqual(gone.map(() => "2026-11-25T12:00:00.010Z"));
    expect(JSON.stringify(gone)).not.toContain("Actor");
    const newcomer = await addPerson(app.store);
    const later = told(await poll(newcomer, null));
    expect(later.filter(({ revoked }) => revoked === true)).toEqual([]);
    expect(idsOf(later)).toContain(mainId(itemId, "THREAT_ACTIVITY"));
  });

  it("an item points at others for those alone who see them, whoever has asked before", async () => {
    const { author, reader } = await start();
    const stranger = await addPerson(app.store);
    const target = await publish(author, advisory({ tlp: "AMBER", organizations: [reader.organizationId] }));
    const points = (): Promise<string> =>
      publish(author, { ...advisory(), relations: [{ type: "RELATED_TO", itemId: target }] });
    const relationships = async (who: Person): Promise<number> => {
      const pages = await poll(who, null);
      expect(pages.some(({ text }) => text.includes(idOf(target)))).toBe(who === reader);
      return told(pages).filter(({ type }) => type === "relationship").length;
    };
    await points();
    expect([await relationships(reader), await relationships(stranger)]).toEqual([1, 0]);
    await points();
    expect([await relationships(stranger), await relationships(reader)]).toEqual([0, 2]);
  });

  it("what a revision brings in is not revoked in the versions before it", async () => {
    const { author, reader, clock } = await start();
    const itemId = await publish(author, activity(1));
    for (const actors of [2, 3]) {
      clock.ms += 10;
      await revise(author, itemId, actors - 1, activity(actors));
    }
    const path = await collectionPath(app, reader.token);
    const query = { limit: "1000", "match[version]": "all" };
    const versions = told(await walk(app, `${path}objects/`, { token: reader.token, query }));
    expect(versions.filter(({ revoked }) => revoked === true)).toEqual([]);
    expect(versions.filter(({ type }) => type === "threat-actor")).toHaveLength(1 + 2 + 3);
  });

  it("what a revision left out is revoked once more with its item", async () => {
    const { author, reader, clock } = await start();
    const itemId = await publish(author, activity(2));
    const before = await poll(reader, null);
    clock.ms += 10;
    await revise(author, itemId, 1, activity(1));
    await withdraw(author, itemId);
    const found = told(await poll(reader, lastAdded(before)));
    expect(found.map(({ revoked }) => revoked)).toEqual(found.map(() => true));
    expect(new Set(idsOf(found))).toEqual(new Set(idsOf(told(before))));
  });

  it("a withdrawn item points at nothing, whatever it has pointed at", async () => {
    const { author, reader, clock } = await start();
    const related = await publish(author);
    const relations = [{ type: "RELATED_TO" as const, itemId: related }];
    const itemId = await publish(author, { ...advisory(), relations });
    const before = lastAdded(await poll(reader, null));
    clock.ms += 10;
    await revise(author, itemId, 1, advisory());
    await withdraw(author, itemId);
    const pages = await poll(reader, before);
    expect(idsOf(told(pages))).toEqual([idOf(itemId)]);
    expect(pages.map(({ text }) => text).join()).not.toContain(idOf(related));
  });

  it("a narrowed item is revoked for those who had it, and is nothing to those who come later", async () => {
    const { author, reader, clock } = await start();
    const itemId = await publish(author, advisory({ title: "Secret canary" }));
    const before = lastAdded(await poll(reader, null));
    clock.ms += 10;
    await revise(author, itemId, 1, advisory({ title: "More canary", tlp: "RED", accounts: [author.accountId] }));
    const pages = await poll(reader, before);
    const [stub, ...others] = told(pages);
    expect(others).toEqual([]);
    expect(stub).toMatchObject({ id: idOf(itemId), revoked: true, created: "2026-11-25T12:00:00.000Z" });
    expect(stub?.["modified"]).toBe("2026-11-25T12:00:00.010Z");
    expect(pages.map(({ text }) => text).join()).not.toContain("canary");
    const newcomer = await addPerson(app.store);
    expect(told(await poll(newcomer, null)).filter(reports)).toEqual([]);
    const path = await collectionPath(app, newcomer.token);
    expect((await taxii(app, `${path}objects/${idOf(itemId)}/`, { token: newcomer.token })).status).toBe(404);
  });

  it("a relay brings the item to whom it reached, when it did", async () => {
    const { author, reader, clock } = await start();
    const client = await addPerson(app.store);
    const relation = { providerId: reader.organizationId, clientId: client.organizationId };
    await app.store.commit(operator, "addClient", relation);
    const itemId = await publish(author, advisory({ tlp: "AMBER", organizations: [reader.organizationId] }));
    const before = lastAdded(await poll(client, null));
    clock.ms += 10;
    const organizationIds = [client.organizationId];
    await app.store.commit(reader.viewer, "relay", { itemId, organizationIds, idempotencyKey: null });
    expect(idsOf(told(await poll(client, before)))).toEqual([idOf(itemId)]);
  });

  it("the beginning of every collection holds whatever later objects point at", async () => {
    const { author, reader } = await start();
    await publishMany(author, 3);
    const objects = (await poll(reader, null)).flatMap(objectsIn);
    const known = new Set<string>();
    const unknown: string[] = [];
    for (const object of objects) {
      known.add(object.id);
      const refs = JSON.stringify(object).match(/"(?:created_by_ref|object_marking_refs)":("[^"]*"|\[[^\]]*\])/g) ?? [];
      unknown.push(...(refs.join().match(/[a-z-]+--[0-9a-f-]{36}/g) ?? []).filter((ref) => !known.has(ref)));
    }
    expect(unknown).toEqual([]);
    expect(objects.length).toBeGreaterThan(10);
  });
});
