import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { backup, restore } from "../../db/backup.ts";
import type { Store } from "../../db/store.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import { FeedReader } from "../support/feed-reader.ts";
import type { Dialect } from "../support/fresh-store.ts";
import { freshStoreUrl, testDialect } from "../support/fresh-store.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, lineOf, operator, range, refusalOf, SmallForum } from "../support/small-forum.ts";

const dialect = testDialect();
// The postgres project has both stores at hand.
const ways: readonly (readonly [Dialect, Dialect])[] =
  dialect === "sqlite"
    ? [["sqlite", "sqlite"]]
    : [
        ["postgres", "postgres"],
        ["sqlite", "postgres"],
        ["postgres", "sqlite"],
      ];

/** A path for a file that is not there yet. */
async function freshFile(): Promise<string> {
  return join(dirname(await freshStoreUrl("sqlite")), `forum-${crypto.randomUUID()}.backup`);
}

type Life = {
  readonly author: Person;
  readonly reader: Person;
  readonly joined: Person;
  readonly items: readonly string[];
};

/** Something of everything that a forum keeps. */
async function live(forum: SmallForum): Promise<Life> {
  const [author, reader, joined] = [await forum.person(), await forum.person(), await forum.person()];
  const groupId = await forum.group(author, joined);
  await forum.join(groupId, reader);
  await forum.leave(groupId, reader);
  const relation = { providerId: reader.organizationId, clientId: joined.organizationId };
  await forum.store.commit(operator, "addClient", relation);
  const { organizationId } = reader;
  const amber = advisory({
    tlp: "AMBER",
    organizations: [organizationId],
    title: "Für alle – 警鐘",
    body: "Ein Text.",
  });
  const items = [
    await forum.publish(author, amber, "key"),
    await forum.publish(author, advisory({ tlp: "RED", accounts: [reader.accountId] })),
    await forum.publish(author, advisory({ tlp: "AMBER_STRICT", groups: [groupId] })),
    await forum.publish(author, advisory({ tlp: "GREEN", title: "Searched for" })),
    await forum.publish(author, advisory({ tlp: "CLEAR" })),
  ].map(({ itemId }) => itemId);
  const [first = "", , , green = "", clear = ""] = items;
  await forum.relay(reader, first, joined);
  await forum.revise(author, green, 1, { ...advisory(), relations: [{ type: "RELATED_TO", itemId: clear }] });
  await forum.withdraw(author, clear);
  const draft = { itemId: null, item: advisory({ title: "Not yet" }) };
  items.push((await forum.store.commit(author.viewer, "saveDraft", draft)).itemId);
  const seen = { count: 3, firstSeen: "2026-11-01T00:00:00.000Z", lastSeen: "2026-11-02T00:00:00.000Z" };
  const sighting = { ...seen, itemId: first, attributed: true, note: null, idempotencyKey: null };
  await forum.store.commit(reader.viewer, "reportSighting", sighting);
  await forum.store.commit(reader.viewer, "answerItem", { itemId: first, state: "AFFECTED", note: "We are." });
  return { author, reader, joined, items };
}

/** All that a viewer can read, as text; cursors apart, which differ each time. */
async function whole(store: Store, viewer: Viewer, items: readonly string[]): Promise<string> {
  const reader = store.as(viewer);
  const filter = { statuses: ["DRAFT", "PUBLISHED", "WITHDRAWN"] } as const;
  const pages = [
    await reader.page({ filter }),
    await reader.page({ filter, orderBy: "MOST_SEVERE" }),
    await reader.page({ filter: { ...filter, text: "searched OR alle" } }),
    await reader.page({ filter: { ...filter, text: "alle" } }),
    await reader.directory.organizationPage({}),
    await reader.directory.accountPage({}),
    await reader.directory.groupPage({}),
  ];
  const { events } = await reader.feedPage({ first: 500, filter: {} });
  return JSON.stringify(
    [
      pages,
      events,
      await reader.member(),
      await reader.statistics(filter),
      await reader.items(items),
      await reader.relations(items),
      await reader.relatedFrom(items),
      await reader.relays(items),
      await reader.sightings(items),
      await reader.answers(items),
      await reader.revisions(items, { last: 100, before: null }),
    ],
    (name, value: unknown) => (name === "cursor" || name === "endCursor" ? undefined : value),
    1,
  );
}

async function wholeForum(store: Store, { author, reader, joined, items }: Life): Promise<string[]> {
  const viewers = [anonymous, author.viewer, reader.viewer, joined.viewer];
  return Promise.all(viewers.map((viewer) => whole(store, viewer, items)));
}

describe.each(ways)("a backup of %s that is restored into %s", (from, to) => {
  it("brings back everything that anybody can read, and goes on from there", async () => {
    const file = await freshFile();
    await using old = await SmallForum.open(await freshStoreUrl(from));
    const life = await live(old);
    const rows = await backup(old.url, file);
    const url = await freshStoreUrl(to);
    expect(await restore(url, file)).toBe(rows);
    await using fresh = await SmallForum.open(url);
    expect(await wholeForum(fresh.store, life)).toEqual(await wholeForum(old.store, life));
    expect((await fresh.store.authenticate(life.author.token)).viewer).toEqual(life.author.viewer);
    // The entries and keys of before are still there: the log goes on behind them, and a repeated write stays one.
    const [first = ""] = life.items;
    const amber = advisory({ tlp: "AMBER", organizations: [life.reader.organizationId], title: "Für alle – 警鐘" });
    expect(await refusalOf(fresh.publish(life.author, amber, "key"))).toBe("CONFLICT");
    const [now, then] = [await fresh.publish(life.author), await old.publish(life.author)];
    expect(now.position).toBe(then.position);
    await fresh.revise(life.author, first, 1, advisory({ tlp: "AMBER", organizations: [life.joined.organizationId] }));
    expect((await fresh.pages(life.reader, "beginning")).map(lineOf).at(-1)).toBe(`HIDDEN ${first} 2 -`);
  });

  it("comes out as it went in when it is taken and restored once more", async () => {
    const [one, two] = [await freshFile(), await freshFile()];
    await using old = await SmallForum.open(await freshStoreUrl(from));
    await live(old);
    await backup(old.url, one);
    const url = await freshStoreUrl(to);
    await restore(url, one);
    await backup(url, two);
    const lines = async (file: string): Promise<string[]> =>
      gunzipSync(await readFile(file))
        .toString()
        .split("\n")
        .map((line) => line.replace(/"epoch":\d+/, "").replace(/"streamsFrom":\d+/, ""))
        .toSorted();
    expect(await lines(two)).toEqual(await lines(one));
  });
});

describe("a restored forum", () => {
  it("P3 refuses cursors from before as CURSOR_EXPIRED, and takes its own", async () => {
    const file = await freshFile();
    await using forum = await SmallForum.open();
    const life = await live(forum);
    const reader = forum.store.as(life.reader.viewer);
    const before = await reader.feedCursor();
    await backup(forum.url, file);
    await forum.publish(life.author);
    await restore(forum.url, file);
    expect(await refusalOf(reader.feedPage({ after: before, filter: {} }))).toBe("CURSOR_EXPIRED");
    await using feed = new FeedReader(forum.store, life.reader.viewer, { after: before });
    expect(await feed.end()).toMatchObject({ code: "CURSOR_EXPIRED" });
    const own = await reader.feedCursor();
    await forum.publish(life.author);
    expect(await forum.pages(life.reader, own)).toHaveLength(1);
  });

  it("P3 begins another epoch each time, even with the same backup in the same second", async () => {
    const file = await freshFile();
    await using forum = await SmallForum.open();
    const { reader } = await live(forum);
    await backup(forum.url, file);
    const cursors: string[] = [];
    for (const _ of range(3)) {
      await restore(forum.url, file);
      for (const cursor of cursors) expect(await refusalOf(forum.pages(reader, cursor))).toBe("CURSOR_EXPIRED");
      cursors.push(await forum.store.as(reader.viewer).feedCursor());
    }
  });

  it("P3 ends the feeds that are being followed with CURSOR_EXPIRED, within a second", async () => {
    const file = await freshFile();
    await using forum = await SmallForum.open();
    const { author, reader } = await live(forum);
    await backup(forum.url, file);
    await using feed = await FeedReader.fromNow(forum.store, reader.viewer);
    await forum.publish(author);
    await feed.untilCount(1);
    await restore(forum.url, file);
    const restoredAt = performance.now();
    expect(await feed.end()).toMatchObject({ code: "CURSOR_EXPIRED" });
    expect(performance.now() - restoredAt).toBeLessThan(1_000);
    await using again = new FeedReader(forum.store, reader.viewer, { after: "beginning" });
    const { itemId } = await forum.publish(author);
    await again.until((events) => events.at(-1)?.itemId === itemId);
  });
});

describe("a backup", () => {
  it("holds one state of the forum while others write", async () => {
    const file = await freshFile();
    await using forum = await SmallForum.open();
    const author = await forum.person();
    const start = await forum.store.as(author.viewer).feedCursor();
    const writing = Promise.all(range(200).map(() => forum.publish(author)));
    await backup(forum.url, file);
    await writing;
    const url = await freshStoreUrl();
    await restore(url, file);
    await using fresh = await SmallForum.open(url);
    const reader = fresh.store.as(author.viewer);
    const told = (await fresh.pages(author, "beginning")).length;
    expect(told).toBe(await reader.count({}));
    expect(told).toBe((await reader.statistics({})).total);
    expect((await fresh.publish(author)).position).toBeLessThanOrEqual((await forum.publish(author)).position);
    expect(await forum.pages(author, start)).toHaveLength(201);
  });

  it("is for its owner alone, leaves nothing unfinished, and stays when the next one fails", async () => {
    const file = await freshFile();
    await using forum = await SmallForum.open();
    await backup(forum.url, file);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const bytes = await readFile(file);
    await expect(backup(forum.url, join(file, "below-a-file"))).rejects.toThrow("ENOTDIR");
    expect(await readFile(file)).toEqual(bytes);
    expect((await readdir(dirname(file))).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
  });
});

describe("a file that is damaged", () => {
  let good: Buffer;
  let lines: readonly string[];
  beforeAll(async () => {
    const file = await freshFile();
    await using forum = await SmallForum.open();
    await live(forum);
    await backup(forum.url, file);
    good = await readFile(file);
    lines = gunzipSync(good).toString().trimEnd().split("\n");
  });

  const pack = (some: readonly string[]): Buffer => gzipSync(`${some.join("\n")}\n`);
  const damages: Readonly<Record<string, () => Buffer>> = {
    "is cut in the middle": () => good.subarray(0, good.length / 2),
    "lacks its last bytes": () => good.subarray(0, -12),
    "has a byte changed in the middle": () =>
      Buffer.from(good).fill((good[good.length >> 1] ?? 0) ^ 255, good.length >> 1, (good.length >> 1) + 1),
    "is empty": () => Buffer.alloc(0),
    "is text": () => Buffer.from("hello"),
    "holds nothing": () => pack([]),
    "is compressed text": () => pack(["hello"]),
    "lacks its last line": () => pack(lines.slice(0, -1)),
    "lacks a row": () => pack(lines.filter((_, index) => index !== 5)),
    "has a row twice": () => pack([...lines.slice(0, 6), ...lines.slice(5)]),
    "goes on behind its end": () => pack([...lines, lines[5] ?? ""]),
    "has half a line": () => pack(lines.map((line, index) => (index === 7 ? line.slice(0, -9) : line))),
    "is of another version": () => pack(lines.map((line) => line.replace('"version":1', '"version":99'))),
    "names a table that is none": () => pack(lines.map((line) => line.replace('"table":"items"', '"table":"secrets"'))),
  };

  it.each(Object.entries(damages))("changes nothing and says so when it %s", async (_, damage) => {
    const file = await freshFile();
    await writeFile(file, damage());
    await using forum = await SmallForum.open();
    const life = await live(forum);
    const before = await wholeForum(forum.store, life);
    const cursor = await forum.store.as(life.reader.viewer).feedCursor();
    expect(await refusalOf(restore(forum.url, file))).toBe("BAD_USER_INPUT");
    expect(await wholeForum(forum.store, life)).toEqual(before);
    await forum.publish(life.author);
    expect(await forum.pages(life.reader, cursor)).toHaveLength(1);
  });

  it("changes nothing when it is not there", async () => {
    await using forum = await SmallForum.open();
    const life = await live(forum);
    await expect(restore(forum.url, await freshFile())).rejects.toThrow("ENOENT");
    expect(await forum.store.as(life.reader.viewer).count({})).toBeGreaterThan(0);
  });
});
