import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ItemDraft } from "../../domain/commands.ts";
import { uuidOf } from "../../domain/ids.ts";
import type { App } from "../../server/app.ts";
import { bearer } from "../support/graphql-client.ts";
import type { Person } from "../support/small-forum.ts";
import { addPerson, advisory, range } from "../support/small-forum.ts";
import { startApp } from "../support/start-app.ts";

let app: App;
let author: Person;
let named: Person;
let other: Person;
beforeAll(async () => {
  app = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "100000", TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "100000" });
  [author, named, other] = [await addPerson(app.store), await addPerson(app.store), await addPerson(app.store)];
});
afterAll(() => app[Symbol.asyncDispose]());

const publish = async (item: ItemDraft): Promise<string> =>
  (await app.store.commit(author.viewer, "publish", { item, idempotencyKey: null })).itemId;
const revise = (itemId: string, expectedRevision: number, item: ItemDraft): Promise<unknown> =>
  app.store.commit(author.viewer, "revise", { itemId, expectedRevision, item, idempotencyKey: null });
const toNamed = (): { organizations: string[] } => ({ organizations: [named.organizationId] });

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(`/misp/${path}`, app.url), { headers });
type Manifest = Record<string, { info: string; timestamp: string; Orgc: { name: string } }>;
const manifest = async (who: Person | null): Promise<Manifest> =>
  (await get("manifest.json", who === null ? {} : bearer(who.token))).json();
const hashes = async (who: Person): Promise<string> => (await get("hashes.csv", bearer(who.token))).text();
const event = (who: Person | null, id: string): Promise<Response> =>
  get(`${uuidOf(id)}.json`, who === null ? {} : bearer(who.token));

describe("the MISP feed", () => {
  test("holds for each caller what it sees: the manifest, the hashes and the files agree", async () => {
    const ids = {
      clear: await publish(advisory({ tlp: "CLEAR", title: "For all" })),
      green: await publish(advisory({ tlp: "GREEN", title: "For members" })),
      amber: await publish(advisory({ tlp: "AMBER", title: "For some", ...toNamed() })),
    };
    const visible = new Map<Person | null, readonly string[]>([
      [null, [ids.clear]],
      [other, [ids.clear, ids.green]],
      [named, [ids.clear, ids.green, ids.amber]],
      [author, [ids.clear, ids.green, ids.amber]],
    ]);
    for (const [who, seen] of visible) {
      const events = await manifest(who);
      const listed = Object.values(ids).filter((id) => events[uuidOf(id)] !== undefined);
      expect(listed).toEqual(seen);
      for (const id of Object.values(ids)) expect((await event(who, id)).status).toBe(seen.includes(id) ? 200 : 404);
    }
    const md5 = createHash("md5").update("For some").digest("hex");
    expect(await hashes(named)).toContain(`${md5},${uuidOf(ids.amber)}\n`);
    expect(await hashes(other)).not.toContain(md5);
  });

  test("says the same in an event as in its line of the manifest", async () => {
    const id = await publish(advisory({ tlp: "AMBER", title: "Once more", body: "At length.", ...toNamed() }));
    const response = await event(named, id);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const { Event } = await response.json();
    expect(Event).toMatchObject({
      uuid: uuidOf(id),
      distribution: "0",
      published: true,
      EventReport: [{ content: expect.stringMatching(/^TLP:AMBER – .*At length\./s) }],
    });
    expect(Event).toMatchObject((await manifest(named))[uuidOf(id)] ?? {});
  });

  test("answers what is hidden, absent and malformed in the same bytes", async () => {
    const hidden = await publish(advisory({ tlp: "AMBER", ...toNamed() }));
    const answers = new Set<string>();
    const absent = `itm_${"0".repeat(26)}`;
    const paths = [
      `${uuidOf(hidden)}.json`,
      `${uuidOf(absent)}.json`,
      `${"0".repeat(36)}.json`,
      "nonsense",
      "a/b.json",
    ];
    for (const path of paths) {
      const response = await get(path, bearer(other.token));
      answers.add(`${response.status} ${await response.text()}`);
    }
    expect([...answers]).toEqual([expect.stringMatching(/^404 .*NOT_FOUND/)]);
  });

  test("leaves out what is for named persons, to those named and to its author too", async () => {
    const id = await publish(advisory({ tlp: "RED", accounts: [named.accountId], title: "For one" }));
    for (const who of [named, author]) {
      expect((await event(who, id)).status).toBe(404);
      expect((await manifest(who))[uuidOf(id)]).toBeUndefined();
      expect(await hashes(who)).not.toContain(uuidOf(id));
    }
  });

  test("tells of a change by a greater timestamp, deletes what is gone, and empties what is withdrawn", async () => {
    const id = await publish(advisory({ tlp: "AMBER", title: "Of the past", ...toNamed() }));
    const timestamp = async (): Promise<number> => Number((await manifest(named))[uuidOf(id)]?.timestamp);
    const first = await timestamp();
    await revise(id, 1, advisory({ tlp: "AMBER", title: "Of today", ...toNamed() }));
    const second = await timestamp();
    expect(second).toBeGreaterThan(first);
    expect(await (await event(named, id)).text()).not.toContain("Of the past");
    await app.store.commit(author.viewer, "withdraw", { itemId: id, reason: "Wrong.", idempotencyKey: null });
    expect(await timestamp()).toBeGreaterThan(second);
    const gone = await (await event(named, id)).text();
    expect(gone).not.toMatch(/Of today|Of the past|in short/);
    expect(gone).toMatch(/Withdrawn: Wrong\./);
    expect(await hashes(named)).not.toContain(uuidOf(id));
  });

  test("lets go of what the caller sees no longer", async () => {
    const id = await publish(advisory({ tlp: "AMBER", title: "Narrowed", ...toNamed() }));
    expect((await event(named, id)).status).toBe(200);
    await revise(id, 1, advisory({ tlp: "AMBER", title: "Narrowed", organizations: [other.organizationId] }));
    expect((await event(named, id)).status).toBe(404);
    expect((await manifest(named))[uuidOf(id)]).toBeUndefined();
  });

  test("holds every event of a forum that has many pages of them", async () => {
    const many = await Promise.all(range(250).map((at) => publish(advisory({ tlp: "CLEAR", title: `Number ${at}` }))));
    const events = await manifest(null);
    expect(many.filter((id) => events[uuidOf(id)] === undefined)).toEqual([]);
  });

  test("is refused as a whole where it would be too large, and never cut", async () => {
    await using small = await startApp({ TOCSIN_MAX_ANSWER_BYTES: "1024" });
    const writer = await addPerson(small.store);
    for (const at of range(4)) {
      const item = advisory({ tlp: "CLEAR", title: `Number ${at}` });
      await small.store.commit(writer.viewer, "publish", { item, idempotencyKey: null });
    }
    for (const file of ["manifest.json", "hashes.csv"]) {
      const response = await fetch(new URL(`/misp/${file}`, small.url));
      expect([response.status, (await response.json()).code]).toEqual([400, "LIMIT_EXCEEDED"]);
    }
  });
});

describe("whoever reads the MISP feed", () => {
  const basic = (name: string, token: string): string => `Basic ${Buffer.from(`${name}:${token}`).toString("base64")}`;

  test.each([
    ["as MISP does", (token: string) => token],
    ["as a bearer", (token: string) => `Bearer ${token}`],
    ["as taxii2-client does", (token: string) => `Token ${token}`],
    ["as password of any name", (token: string) => basic("anybody", token)],
    ["in lower case", (token: string) => basic("misp", token).replace("Basic", "basic")],
  ])("may send its token %s", async (_, headerOf) => {
    const id = await publish(advisory({ tlp: "AMBER", ...toNamed() }));
    const response = await get(`${uuidOf(id)}.json`, { authorization: headerOf(named.token) });
    expect(response.status).toBe(200);
  });

  test.each([basic("a", "nonsense"), "nonsense", "Digest a", "Bearer ", basic("", "")])(
    "is refused with %j, and never taken for a visitor",
    async (authorization) => {
      const response = await get("manifest.json", { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe('Basic realm="Tocsin", Bearer');
      expect(await response.json()).toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );

  test("is told that it has a file already", async () => {
    const first = await get("manifest.json", bearer(named.token));
    const etag = first.headers.get("etag") ?? "";
    expect((await get("manifest.json", { ...bearer(named.token), "if-none-match": etag })).status).toBe(304);
    await publish(advisory({ tlp: "AMBER", ...toNamed() }));
    expect((await get("manifest.json", { ...bearer(named.token), "if-none-match": etag })).status).toBe(200);
    expect((await get("manifest.json", { ...bearer(other.token), "if-none-match": etag })).status).toBe(200);
  });

  test("is counted for each file", async () => {
    await using strict = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "2" });
    const reader = await addPerson(strict.store);
    const statuses: number[] = [];
    for (const file of ["manifest.json", "hashes.csv", "manifest.json"]) {
      statuses.push((await fetch(new URL(`/misp/${file}`, strict.url), { headers: bearer(reader.token) })).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  test("finds at the address itself what this is", async () => {
    for (const path of ["/misp", "/misp/"]) {
      expect(await (await fetch(new URL(path, app.url))).text()).toContain("manifest.json");
    }
  });
});

test("a file of many events counts as often as it has pages", async () => {
  await using small = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "5" });
  const writer = await addPerson(small.store);
  for (const at of range(201)) {
    const item = advisory({ title: `Event ${at}` });
    await small.store.commit(writer.viewer, "publish", { item, idempotencyKey: null });
  }
  const ask = async (file: string): Promise<number> =>
    (await fetch(`${small.url}/misp/${file}`, { headers: bearer(writer.token) })).status;
  expect(await ask("hashes.csv")).toBe(200);
  expect([await ask(""), await ask(""), await ask("")]).toEqual([200, 200, 429]);
});
