import Database from "better-sqlite3";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FeedRecord } from "../../db/feed-record.ts";
import type { ItemDraft, ItemWritten } from "../../domain/commands.ts";
import { FeedReader } from "../support/feed-reader.ts";
import { testDialect } from "../support/fresh-store.ts";
import { OtherNode } from "../support/other-node.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator, range, refusalOf, SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
let other: OtherNode;
beforeAll(async () => {
  forum = await SmallForum.open();
  other = await OtherNode.start(forum.url);
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await forum[Symbol.asyncDispose]();
});

describe("two nodes that write at the same time", () => {
  it("P2 share one sequence of positions without gaps or reuse, and both tell it in its order", async () => {
    const [here, there] = [await forum.person(), await forum.person()];
    await using feed = await FeedReader.fromNow(forum.store, here.viewer);
    const before = (await forum.publish(here)).position;
    const item = advisory();
    const written = await Promise.all([
      ...range(60).map(() => forum.publish(here, item)),
      ...range(60).map(() => other.commit(there.viewer, "publish", { item, idempotencyKey: null })),
    ]);
    const inOrder = written.toSorted((a, b) => a.position - b.position);
    expect(inOrder.map(({ position }) => position)).toEqual(range(120).map((index) => before + 1 + index));
    await feed.untilCount(121);
    expect(feed.events.slice(1).map(({ itemId }) => itemId)).toEqual(inOrder.map(({ itemId }) => itemId));
  });

  it("P2 hand a cursor on: what one node gave, the other goes on from", async () => {
    const author = await forum.person();
    await using reader = await SmallForum.open(forum.url);
    const start = await forum.store.as(author.viewer).feedCursor();
    for (const _ of range(4)) await other.commit(author.viewer, "publish", { item: advisory(), idempotencyKey: null });
    const [first, second] = await reader.pages(author, start);
    expect((await forum.pages(author, first?.cursor ?? "")).map(({ itemId }) => itemId)[0]).toBe(second?.itemId);
  });

  it("P4 make one item of the same write under one key, ten times at once on both", async () => {
    const author = await forum.person();
    const start = await forum.store.as(author.viewer).feedCursor();
    const write = { item: advisory(), idempotencyKey: "key" };
    const answers = await Promise.all(
      range(10).flatMap(() => [
        forum.store.commit(author.viewer, "publish", write),
        other.commit(author.viewer, "publish", write),
      ]),
    );
    expect(new Set(answers.map(({ itemId, position }) => `${itemId} ${position}`)).size).toBe(1);
    expect(await forum.pages(author, start)).toHaveLength(1);
  });

  it("P4 let one of two different writes under one key through, and answer the other with CONFLICT", async () => {
    const author = await forum.person();
    const start = await forum.store.as(author.viewer).feedCursor();
    const outcomes = await Promise.allSettled([
      forum.publish(author, advisory({ title: "Here" }), "key"),
      other.commit(author.viewer, "publish", { item: advisory({ title: "There" }), idempotencyKey: "key" }),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.map(({ reason }) => ({ ...reason }).code)).toEqual(["CONFLICT"]);
    expect(await forum.pages(author, start)).toHaveLength(1);
  });

  it("P2 let one of two revisions of the same revision through", async () => {
    const author = await forum.person();
    const { itemId } = await forum.publish(author);
    const revision = { itemId, expectedRevision: 1, item: advisory(), idempotencyKey: null };
    const outcomes = await Promise.allSettled([
      forum.store.commit(author.viewer, "revise", revision),
      other.commit(author.viewer, "revise", revision),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await forum.store.as(author.viewer).item(itemId)).toMatchObject({ revision: 2 });
  });
});

type Circle = { readonly author: Person; readonly reader: Person; readonly groupId: string };
type Ending = {
  readonly what: string;
  /** What reaches the reader by the right that ends, at once or when it is relayed. */
  readonly draft: (circle: Circle) => ItemDraft;
  readonly isRelayed?: boolean;
  readonly end: (circle: Circle) => Promise<unknown>;
};

const toGroup = ({ groupId }: Circle): ItemDraft => advisory({ tlp: "AMBER", groups: [groupId] });
const toOwn = ({ author }: Circle): ItemDraft => advisory({ tlp: "AMBER", organizations: [author.organizationId] });
const toReader = ({ reader }: Circle): ItemDraft => advisory({ tlp: "AMBER", organizations: [reader.organizationId] });

const changes: readonly Ending[] = [
  {
    what: "leaving a group",
    draft: toGroup,
    end: ({ groupId, reader: { accountId } }) =>
      other.commit(operator, "leaveGroup", { groupId, member: { accountId } }),
  },
  {
    what: "the removal of a client relation",
    draft: toOwn,
    isRelayed: true,
    end: ({ author, reader }) =>
      other.commit(operator, "removeClient", { providerId: author.organizationId, clientId: reader.organizationId }),
  },
];
const endings: readonly Ending[] = [
  {
    what: "a token that is revoked",
    draft: toReader,
    end: ({ reader: { tokenId } }) => other.commit(operator, "revokeToken", { tokenId }),
  },
  {
    what: "an account that is suspended",
    draft: toReader,
    end: ({ reader: { accountId } }) => other.commit(operator, "suspendAccount", { accountId, suspended: true }),
  },
  {
    what: "an organisation that is suspended",
    draft: toReader,
    end: ({ reader: { organizationId } }) =>
      other.commit(operator, "suspendOrganization", { organizationId, suspended: true }),
  },
];

async function openCircle(): Promise<Circle> {
  const [author, reader] = [await forum.person(), await forum.person()];
  const groupId = await forum.group(author, reader);
  const relation = { providerId: author.organizationId, clientId: reader.organizationId };
  await forum.store.commit(operator, "addClient", relation);
  return { author, reader, groupId };
}

function publishThere({ author }: Circle, item: ItemDraft): Promise<ItemWritten> {
  return other.commit(author.viewer, "publish", { item, idempotencyKey: null });
}

/** Publishes on the other node what reaches the reader as long as its right lasts. */
async function reach(circle: Circle, { draft, isRelayed = false }: Ending): Promise<string> {
  const { itemId } = await publishThere(circle, draft(circle));
  const organizationIds = [circle.reader.organizationId];
  const relayed = { itemId, organizationIds, idempotencyKey: null };
  if (isRelayed) await other.commit(circle.author.viewer, "relay", relayed);
  return itemId;
}

/** Goes on publishing when the right has ended: revises what the reader has seen, and adds more of its kind. */
async function goOn(circle: Circle, { draft }: Ending, seen: string): Promise<void> {
  const item = draft(circle);
  const revision = { itemId: seen, expectedRevision: 1, item, idempotencyKey: null };
  await other.commit(circle.author.viewer, "revise", revision);
  for (const _ of range(3)) await publishThere(circle, item);
}

/** Another program's write transaction, from now until the function that comes back is called. */
async function holdWrites(url: string): Promise<() => Promise<unknown>> {
  if (testDialect() === "sqlite") {
    const client = new Database(url);
    client.exec("BEGIN IMMEDIATE");
    return async () => {
      client.exec("ROLLBACK");
      client.close();
    };
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  await client.query("UPDATE forum SET id = 1");
  return () => client.end();
}

describe("a node whose write has to wait for another's", () => {
  it("P1 goes on answering reads, and writes as soon as it can", async () => {
    const author = await forum.person();
    const release = await holdWrites(forum.url);
    let written = false;
    const writing = forum.publish(author).then((item) => {
      written = true;
      return item;
    });
    const begun = performance.now();
    for (const _ of range(50)) {
      expect(await forum.store.as(author.viewer).count({ origins: [author.organizationId] })).toBe(0);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(written).toBe(false);
    await release();
    const { itemId } = await writing;
    expect(await forum.store.as(author.viewer).item(itemId)).toMatchObject({ id: itemId });
  });

  it("P4 says UNAVAILABLE when it takes too long, and then nothing was written", async () => {
    const author = await forum.person();
    const release = await holdWrites(forum.url);
    const refused = forum.publish(author, advisory(), "key");
    await expect(refused).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await release();
    expect(await forum.store.as(author.viewer).count({ origins: [author.organizationId] })).toBe(0);
    await forum.publish(author, advisory({ title: "Other input under the same key" }), "key");
  });
});

/** How many milliseconds pass from now until something has happened. */
async function delayOf(happening: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await happening;
  return performance.now() - begun;
}

describe("a right that ends on another node", () => {
  it.each(changes)("P5 is heard of by a running feed within a second: $what", async (ending) => {
    const circle = await openCircle();
    await using feed = await FeedReader.fromNow(forum.store, circle.reader.viewer);
    const seen = await reach(circle, ending);
    await feed.untilCount(1);
    await ending.end(circle);
    const delay = delayOf(feed.until((events) => events.some(({ change }) => change === "RIGHTS_CHANGED")));
    await goOn(circle, ending, seen);
    const { itemId: mark } = await publishThere(circle, advisory());
    expect(await delay).toBeLessThan(1_000);
    await feed.until((events) => events.at(-1)?.itemId === mark);
    expect(feed.events.map(({ itemId }) => itemId)).toEqual([seen, null, mark]);
  });

  it("P5 is heard of by a running feed within a second: another role", async () => {
    const { reader } = await openCircle();
    await using feed = await FeedReader.fromNow(forum.store, reader.viewer);
    await other.commit(operator, "updateAccount", { accountId: reader.accountId, role: "READER" });
    expect(await delayOf(feed.untilCount(1))).toBeLessThan(1_000);
    expect(feed.last?.change).toBe("RIGHTS_CHANGED");
    expect(await refusalOf(forum.publish(reader))).toBe("FORBIDDEN");
  });

  it.each(endings)("P5 ends a running feed within a second: $what", async (ending) => {
    const circle = await openCircle();
    await using feed = await FeedReader.fromNow(forum.store, circle.reader.viewer);
    const ended: string[] = [];
    const stop = forum.store.onAccessEnded(({ subject, id }) => ended.push(`${subject} ${id}`));
    const seen = await reach(circle, ending);
    await feed.untilCount(1);
    await ending.end(circle);
    const delay = delayOf(feed.end());
    await goOn(circle, ending, seen);
    expect(await delay).toBeLessThan(1_000);
    expect(await feed.end()).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(feed.events.map(({ itemId }) => itemId)).toEqual([seen]);
    expect(ended).toHaveLength(1);
    expect(await refusalOf(forum.store.as(circle.reader.viewer).feedCursor())).toBe("UNAUTHENTICATED");
    stop();
  });

  it.each([...changes, ...endings])(
    "P5 keeps what is committed later from a feed that is still catching up: $what",
    async (ending) => {
      const circle = await openCircle();
      const { viewer } = circle.reader;
      const start = await forum.store.as(viewer).feedCursor();
      const seen = await reach(circle, ending);
      await Promise.all(range(110).map(() => forum.publish(circle.author)));
      // A node that has just started has nothing in memory: its feeds read from the database first.
      await using fresh = await SmallForum.open(forum.url);
      const ended = new AbortController();
      const feed = fresh.store.follow(viewer, { after: start, filter: {}, signal: ended.signal });
      const told: FeedRecord[] = [];
      const untilMark = async (mark: string): Promise<void> => {
        for await (const event of feed) if (told.push(event) > 1_000 || event.itemId === mark) return;
      };
      for (const _ of range(2)) told.push(...[(await feed.next()).value].filter((event) => event !== undefined));
      expect(told.map(({ itemId }) => itemId)).toContain(seen);
      const before = told.length;
      await ending.end(circle);
      await goOn(circle, ending, seen);
      const { itemId: mark } = await publishThere(circle, advisory());
      const failure = await untilMark(mark).then(
        () => null,
        (error: unknown) => error,
      );
      ended.abort();
      const expected = changes.includes(ending) ? null : expect.objectContaining({ code: "UNAUTHENTICATED" });
      expect(failure).toEqual(expected);
      const later = told
        .slice(before)
        .filter(({ change, item }) => change !== "RIGHTS_CHANGED" && item?.tlp !== "GREEN");
      expect(later).toEqual([]);
    },
  );

  it.each([...changes, ...endings])(
    "P5 keeps what an item becomes later from a feed that has still to come to it: $what",
    async (ending) => {
      const circle = await openCircle();
      const { viewer } = circle.reader;
      const start = await forum.store.as(viewer).feedCursor();
      await Promise.all(range(30).map(() => forum.publish(circle.author)));
      const later = await reach(circle, ending);
      await using fresh = await SmallForum.open(forum.url);
      const ended = new AbortController();
      const feed = fresh.store.follow(viewer, { after: start, filter: {}, signal: ended.signal });
      await feed.next();
      const { draft } = ending;
      const item = draft(circle);
      const secret = { ...item, content: advisory({ title: "Written when the right had ended" }).content };
      const revision = { itemId: later, expectedRevision: 1, item: secret, idempotencyKey: null };
      await ending.end(circle);
      await other.commit(circle.author.viewer, "revise", revision);
      const { itemId: mark } = await publishThere(circle, advisory());
      const told: FeedRecord[] = [];
      const failure = await (async () => {
        for await (const event of feed) if (told.push(event) > 1_000 || event.itemId === mark) return null;
        return null;
      })().catch((error: unknown) => error);
      ended.abort();
      expect(failure).toEqual(changes.includes(ending) ? null : expect.objectContaining({ code: "UNAUTHENTICATED" }));
      expect(JSON.stringify(told)).not.toContain("Written when the right had ended");
    },
  );
});
