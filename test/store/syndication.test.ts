import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import { bearer } from "../support/graphql-client.ts";
import type { Person } from "../support/small-forum.ts";
import { addPerson, advisory, range } from "../support/small-forum.ts";
import { startApp } from "../support/start-app.ts";

let app: App;
let author: Person;
beforeAll(async () => {
  app = await startApp();
  author = await addPerson(app.store);
});
afterAll(() => app[Symbol.asyncDispose]());

const publish = async (wish: Parameters<typeof advisory>[0] = {}): Promise<string> => {
  const item = advisory({ tlp: "CLEAR", ...wish });
  return (await app.store.commit(author.viewer, "publish", { item, idempotencyKey: null })).itemId;
};
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, app.url), { headers });

type Item = Readonly<Record<string, unknown>> & { readonly _tocsin: Readonly<Record<string, unknown>> };
type Page = { readonly items: readonly Item[]; readonly feed_url: string; readonly next_url?: string };
const page = async (url = "/feed.json"): Promise<Page> => (await get(url)).json();
const itemOf = async (id: string): Promise<Item | undefined> =>
  (await page()).items.find(({ _tocsin }) => _tocsin["id"] === id);

describe("/feed.json", () => {
  test("tells what is public, newest first, with its label before its text", async () => {
    const [first, second] = [await publish({ title: "First" }), await publish({ title: "Second", body: "At length." })];
    await publish({ title: "Not for everybody", tlp: "GREEN" });
    const response = await get("/feed.json");
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "application/feed+json; charset=utf-8",
    ]);
    const { items, ...feed } = await response.json();
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: expect.stringContaining("TLP:CLEAR"),
    });
    expect(items.slice(0, 2).map(({ _tocsin }: Item) => _tocsin["id"])).toEqual([second, first]);
    expect(items[0]).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:/),
      title: "Second",
      content_text: expect.stringMatching(/^TLP:CLEAR .*\n\nWhat happened, in short\.\n\nAt length\./),
      tags: ["ADVISORY", "severity HIGH", "CYBER"],
      _tocsin: { label: "TLP:CLEAR", withdrawn: false },
    });
    expect(JSON.stringify(items)).not.toContain("Not for everybody");
  });

  test("is the same to everybody, whatever token comes", async () => {
    const { items } = await page();
    for (const headers of [bearer(author.token), bearer("nonsense"), { authorization: "Basic !" }]) {
      const response = await get("/feed.json", headers);
      expect(response.status).toBe(200);
      expect((await response.json()).items).toEqual(items);
    }
  });

  test("leaves of a withdrawn item its place, its id and the reason, and lets go of what is public no longer", async () => {
    const [gone, narrowed] = [await publish({ title: "Gone" }), await publish({ title: "Narrowed" })];
    const before = await itemOf(gone);
    await app.store.commit(author.viewer, "withdraw", { itemId: gone, reason: "It was wrong.", idempotencyKey: null });
    const item = advisory({ title: "Narrowed", tlp: "GREEN" });
    await app.store.commit(author.viewer, "revise", {
      itemId: narrowed,
      expectedRevision: 1,
      item,
      idempotencyKey: null,
    });
    const after = await itemOf(gone);
    expect(after).toMatchObject({ id: before?.["id"], title: "Withdrawn", tags: [], _tocsin: { withdrawn: true } });
    expect(after?.["content_text"]).toMatch(/^TLP:CLEAR .*\n\nWithdrawn: It was wrong\.$/);
    for (const path of ["/feed.json", "/feed.atom"]) {
      expect(await (await get(path)).text()).not.toMatch(/Gone|Narrowed/);
    }
    expect(await itemOf(narrowed)).toBeUndefined();
  });

  test("names the origin as far as its attribution goes", async () => {
    const draft = advisory({ title: "Whose", tlp: "CLEAR" });
    const authors: unknown[] = [];
    for (const attribution of ["ORGANIZATION", "SECTOR", "ANONYMOUS"] as const) {
      const item = { ...draft, label: { ...draft.label, attribution } };
      const { itemId } = await app.store.commit(author.viewer, "publish", { item, idempotencyKey: null });
      authors.push((await itemOf(itemId))?.["authors"]);
    }
    expect(authors).toEqual([
      [{ name: expect.stringMatching(/^Member \d+$/) }],
      [{ name: "A member of the forum (company)" }],
      [{ name: "A member of the forum" }],
    ]);
  });

  test("goes on by its links until everything was told once", async () => {
    await using other = await startApp();
    const writer = await addPerson(other.store);
    const ids: string[] = [];
    for (const at of range(120)) {
      const item = advisory({ tlp: "CLEAR", title: `Number ${at}` });
      ids.unshift((await other.store.commit(writer.viewer, "publish", { item, idempotencyKey: null })).itemId);
    }
    const seen: unknown[] = [];
    const sizes: number[] = [];
    for (let url: string | undefined = `${other.url}/feed.json`; url !== undefined;) {
      const { items, next_url }: Page = await (await fetch(url)).json();
      sizes.push(items.length);
      seen.push(...items.map(({ _tocsin }) => _tocsin["id"]));
      url = next_url;
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen).toHaveLength(ids.length);
  });

  test.each(["?after=nonsense", "?after=", "?after=a&after=b", "?page=2"])("refuses %s", async (query) => {
    const response = await get(`/feed.json${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: expect.stringMatching(/CURSOR_INVALID|BAD_USER_INPUT/) });
  });
});

describe("/feed.atom", () => {
  test("holds whatever an item says as text, and never as markup", async () => {
    const title = `</title><script>"1" & '2'</script> \u0007 \uFFFE ]]>`;
    await publish({ title, body: "a\r\nb\u000Bc" });
    const response = await get("/feed.atom");
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const text = await response.text();
    expect(text).toContain(
      "<title>&lt;/title&gt;&lt;script&gt;&quot;1&quot; &amp; &apos;2&apos;&lt;/script&gt; \uFFFD \uFFFD ]]&gt;</title>",
    );
    expect(text).toContain("a&#13;\nb\uFFFDc");
    expect(text).not.toContain("<script");
  });

  test("has what RFC 4287 asks of a feed and of each entry, and the links of RFC 5005", async () => {
    const text = await (await get("/feed.atom")).text();
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/,
    );
    const [head = "", ...entries] = text.split("<entry>");
    for (const name of ["id", "title", "updated"]) expect(head).toContain(`<${name}>`);
    for (const rel of ["self", "first"]) expect(head).toContain(`<link rel="${rel}" href="${app.url}/feed.atom"/>`);
    expect(entries.length).toBeGreaterThan(3);
    for (const entry of entries) {
      for (const name of ["id", "title", "updated", "author", "content"]) expect(entry).toContain(`<${name}>`);
    }
    const instants = [...text.matchAll(/<updated>([^<]*)</g)].map(([, instant]) => instant);
    for (const instant of instants) expect(new Date(instant ?? "").toISOString()).toBe(instant);
  });
});

describe.each(["/feed.json", "/feed.atom"])("a reader of %s", (path) => {
  test("that has the page already is told so, and gets it once it has changed", async () => {
    const first = await get(path);
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    expect((await get(path)).headers.get("etag")).toBe(etag);
    const same = await get(path, { "if-none-match": `"other", ${etag}` });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    await publish({ title: "One more", tlp: "GREEN" });
    expect((await get(path, { "if-none-match": etag })).status).toBe(304);
    await publish({ title: "One more" });
    const changed = await get(path, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  test("is not told by a date alone that nothing has changed", async () => {
    const date = (await get(path)).headers.get("last-modified") ?? "";
    expect(Date.parse(date)).toBeGreaterThan(0);
    expect((await get(path, { "if-modified-since": date })).status).toBe(200);
  });

  test("that only looks gets no body, and nobody writes here", async () => {
    const head = await fetch(new URL(path, app.url), { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const write = await fetch(new URL(path, app.url), { method: "POST", body: "{}" });
    expect([write.status, write.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("is counted like any other visitor, and is no foreign page", async () => {
    await using strict = await startApp({ TOCSIN_ANONYMOUS_OPERATIONS_PER_MINUTE: "1" });
    const statuses: number[] = [];
    for (const headers of [{ origin: "https://elsewhere.example" }, {}, {}]) {
      statuses.push((await fetch(new URL(path, strict.url), { headers })).status);
    }
    expect(statuses).toEqual([403, 200, 429]);
  });
});
