import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import { FeedReader } from "../support/feed-reader.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import { advisory, lineOf, operator, range, refusalOf, SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
beforeAll(async () => {
  forum = await SmallForum.open();
});
afterAll(() => forum[Symbol.asyncDispose]());

/** What a feed tells behind a place, as lines that name the items by their place in `known`. */
async function linesBehind(viewer: Viewer, after: string | null, known: readonly string[]): Promise<string[]> {
  const { events } = await forum.store.as(viewer).feedPage({ first: 500, after, filter: {} });
  return events
    .filter(({ itemId }) => itemId === null || known.includes(itemId))
    .map(({ change, itemId }) => `${change} ${itemId === null ? "-" : known.indexOf(itemId)}`);
}

describe("positions", () => {
  it("P2 gives positions in commit order, without gaps or reuse, to writes that come together with refusals", async () => {
    const writers = await forum.people(4);
    const before = (await forum.publish(await forum.person())).position;
    const written = await Promise.all(
      writers.flatMap((writer) =>
        range(20).map(async (index) => {
          if (index % 5 === 4) await refusalOf(forum.publish(writer, advisory({ tlp: "AMBER" })));
          return (await forum.publish(writer)).position;
        }),
      ),
    );
    expect(written.toSorted((a, b) => a - b)).toEqual(range(80).map((index) => before + 1 + index));
  });

  it("P2 gives a write that begins behind the answer to another the later position", async () => {
    const writers = await forum.people(2);
    const positions: number[] = [];
    for (const _ of range(5)) for (const writer of writers) positions.push((await forum.publish(writer)).position);
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
  });

  it("P2 goes on behind the last position when the store is opened again", async () => {
    const url = await freshStoreUrl();
    const positions: number[] = [];
    for (const _ of range(3)) {
      await using again = await SmallForum.open(url);
      positions.push((await again.publish(await again.person())).position);
    }
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
  });
});

describe("cursors", () => {
  it("P2 go on right behind their event, whichever event it is", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    const start = await forum.store.as(reader.viewer).feedCursor();
    for (const _ of range(6)) await forum.publish(author);
    const events = await forum.pages(reader, start);
    expect(events).toHaveLength(6);
    for (const [index, { cursor }] of events.entries())
      expect((await forum.pages(reader, cursor)).map(lineOf)).toEqual(events.slice(index + 1).map(lineOf));
  });

  it("P2 are accepted by every token of the account, and under every filter", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    const start = await forum.store.as(reader.viewer).feedCursor();
    await forum.publish(author);
    const wish = { accountId: reader.accountId, name: null, expiresAt: null };
    const { id: tokenId } = await forum.store.commit(operator, "createToken", wish);
    const viewer = { ...reader.viewer, tokenId };
    const page = await forum.store.as(viewer).feedPage({ after: start, filter: { riskCategories: ["CYBER"] } });
    expect(page.events).toHaveLength(1);
    const none = await forum.store.as(viewer).feedPage({ after: start, filter: { riskCategories: ["PRIVACY"] } });
    expect(none).toMatchObject({ events: [], hasMore: false });
  });

  it("P2 tell nothing: those of one place differ, and all have one length", async () => {
    const reader = forum.store.as((await forum.person()).viewer);
    const author = await forum.person();
    const cursors = [await reader.feedCursor()];
    for (const _ of range(3))
      await forum.publish(author, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    for (const _ of range(3)) cursors.push(await reader.feedCursor());
    expect(new Set(cursors).size).toBe(cursors.length);
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
  });

  it("P3 are CURSOR_INVALID when they are somebody else's, another forum's, altered, cut or made up", async () => {
    const [mine, other] = [await forum.person(), await forum.person()];
    await using elsewhere = await SmallForum.open();
    const stranger = await elsewhere.person();
    const own = await forum.store.as(mine.viewer).feedCursor();
    const itemCursor = async (): Promise<string> => {
      await forum.publish(mine);
      const page = await forum.store.as(mine.viewer).page({ first: 1, filter: {} });
      return page.edges[0]?.cursor ?? "";
    };
    const flipped = range(own.length).map((at) => own.slice(0, at) + (own[at] === "A" ? "B" : "A") + own.slice(at + 1));
    const bad = [
      await forum.store.as(other.viewer).feedCursor(),
      await forum.store.as(anonymous).feedCursor(),
      await elsewhere.store.as(stranger.viewer).feedCursor(),
      await elsewhere.store.as(mine.viewer).cursorAt(1, null),
      await itemCursor(),
      ...flipped.filter((cursor) => !Buffer.from(cursor, "base64url").equals(Buffer.from(own, "base64url"))),
      ...range(own.length).map((length) => own.slice(0, length)),
      `${own}AAAA`,
      own.repeat(100),
      "Beginning",
      "0",
      "null",
      "\u0000",
    ];
    for (const cursor of bad) {
      const page = forum.store.as(mine.viewer).feedPage({ after: cursor, filter: {} });
      expect([cursor, await refusalOf(page)]).toEqual([cursor, "CURSOR_INVALID"]);
    }
    await using reader = new FeedReader(forum.store, mine.viewer, { after: bad[0] ?? "" });
    expect(await reader.end()).toMatchObject({ code: "CURSOR_INVALID" });
    expect(await forum.pages(mine, own)).toHaveLength(1);
  });
});

describe("what is told", () => {
  it("P2 tells HIDDEN without content to those who were entitled, and nothing to others", async () => {
    const [author, kept, lost, never] = [
      await forum.person(),
      await forum.person(),
      await forum.person(),
      await forum.person(),
    ];
    const start = await Promise.all([kept, lost, never].map(({ viewer }) => forum.store.as(viewer).feedCursor()));
    const both = [kept.organizationId, lost.organizationId];
    const { itemId } = await forum.publish(author, advisory({ tlp: "AMBER", organizations: both }));
    await forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", organizations: [kept.organizationId] }));
    const lines = async (who: Viewer, at: number) => linesBehind(who, start[at] ?? "", [itemId]);
    expect(await lines(kept.viewer, 0)).toEqual(["PUBLISHED 0", "REVISED 0"]);
    expect(await lines(lost.viewer, 1)).toEqual(["HIDDEN 0"]);
    expect(await lines(never.viewer, 2)).toEqual([]);
    const [hidden] = await forum.pages(lost, start[1] ?? "");
    expect(hidden).toMatchObject({ change: "HIDDEN", itemId, item: null });
  });

  it("P2 shows a replay the item of now, and leaves out what an earlier revision told", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    const start = await forum.store.as(reader.viewer).feedCursor();
    const { itemId } = await forum.publish(author, advisory({ title: "First" }));
    await forum.revise(author, itemId, 1, advisory({ title: "Second" }));
    const events = await forum.pages(reader, start);
    expect(events.map(({ change, revision }) => `${change} ${revision}`)).toEqual(["PUBLISHED 1", "REVISED 2"]);
    expect(events.map(({ item }) => item?.content.envelope.title)).toEqual(["Second", "Second"]);
  });

  it("P2 shows what a relay opened, and hides it again when the label changes", async () => {
    const [author, recipient, third] = [await forum.person(), await forum.person(), await forum.person()];
    const start = await forum.store.as(third.viewer).feedCursor();
    const narrow = { tlp: "GREEN", organizations: [recipient.organizationId] } as const;
    const { itemId } = await forum.publish(author, advisory(narrow));
    await forum.relay(recipient, itemId, third);
    expect(await linesBehind(third.viewer, start, [itemId])).toEqual(["PUBLISHED 0"]);
    await forum.revise(author, itemId, 1, advisory({ ...narrow, title: "The same audience" }));
    expect(await linesBehind(third.viewer, start, [itemId])).toEqual(["PUBLISHED 0", "REVISED 0"]);
    await forum.revise(author, itemId, 2, advisory({ tlp: "AMBER", organizations: [recipient.organizationId] }));
    expect(await linesBehind(third.viewer, start, [itemId])).toEqual(["HIDDEN 0"]);
  });

  it("P2 shows older items at their place once somebody joins, and nothing of them once they leave", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    const groupId = await forum.group(author);
    const start = await forum.store.as(reader.viewer).feedCursor();
    const { itemId: inside } = await forum.publish(author, advisory({ tlp: "AMBER", groups: [groupId] }));
    const { itemId: open } = await forum.publish(author);
    const items = [inside, open];
    expect(await linesBehind(reader.viewer, start, items)).toEqual(["PUBLISHED 1"]);
    await forum.join(groupId, reader);
    const joined = await forum.store.as(reader.viewer).feedCursor();
    expect(await linesBehind(reader.viewer, start, items)).toEqual(["PUBLISHED 0", "PUBLISHED 1", "RIGHTS_CHANGED -"]);
    await forum.leave(groupId, reader);
    expect(await linesBehind(reader.viewer, start, items)).toEqual([
      "PUBLISHED 1",
      "RIGHTS_CHANGED -",
      "RIGHTS_CHANGED -",
    ]);
    await forum.revise(author, inside, 1, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    await forum.withdraw(author, inside);
    expect(await linesBehind(reader.viewer, joined, items)).toEqual(["RIGHTS_CHANGED -"]);
  });

  it("P2 leaves RIGHTS_CHANGED out from the beginning, and tells those that come later", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    const groupId = await forum.group(author, reader);
    const oldest = await forum.store.as(reader.viewer).feedPage({ first: 1, after: "beginning", filter: {} });
    const rest = await forum.pages(reader, oldest.endCursor, [7]);
    expect(rest.filter(({ change }) => change === "RIGHTS_CHANGED")).toEqual([]);
    await forum.leave(groupId, reader);
    const more = await forum.pages(reader, rest.at(-1)?.cursor ?? "");
    expect(more.map(({ change, itemId, item }) => ({ change, itemId, item }))).toEqual([
      { change: "RIGHTS_CHANGED", itemId: null, item: null },
    ]);
    expect((await forum.pages(reader, "beginning")).map(({ change }) => change)).not.toContain("RIGHTS_CHANGED");
  });

  it("P2 tells a new role, a client relation and a group of the organisation, and nothing of what others joined", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    const start = await forum.store.as(reader.viewer).feedCursor();
    const groupId = await forum.group(author);
    const { organizationId, accountId } = reader;
    const relation = { providerId: author.organizationId, clientId: organizationId };
    await forum.store.commit(operator, "updateAccount", { accountId, role: "READER" });
    await forum.store.commit(operator, "joinGroup", { groupId, member: { organizationId } });
    await forum.store.commit(operator, "addClient", relation);
    await forum.store.commit(operator, "removeClient", relation);
    await forum.store.commit(operator, "updateAccount", { accountId, name: "Another name" });
    expect(await linesBehind(reader.viewer, start, [])).toEqual(range(4).map(() => "RIGHTS_CHANGED -"));
  });

  it("P2 hands a feed that begins at once exactly what is committed behind it", async () => {
    const [author, reader] = [await forum.person(), await forum.person()];
    await using feed = await FeedReader.fromNow(forum.store, reader.viewer);
    const written = await Promise.all(range(40).map(() => forum.publish(author)));
    await feed.untilCount(40);
    const inOrder = written.toSorted((a, b) => a.position - b.position).map(({ itemId }) => itemId);
    expect(feed.events.map(({ itemId }) => itemId)).toEqual(inOrder);
  });
});

describe("idempotency keys", () => {
  it("P4 makes one item of the same write, ten times at once and once more later", async () => {
    const author = await forum.person();
    const start = await forum.store.as(author.viewer).feedCursor();
    const answers = await Promise.all(range(10).map(() => forum.publish(author, advisory(), "key")));
    answers.push(await forum.publish(author, advisory(), "key"));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await forum.pages(author, start)).toHaveLength(1);
  });

  it("P4 refuses other input under a used key with CONFLICT, and another command too", async () => {
    const author = await forum.person();
    const { itemId } = await forum.publish(author, advisory(), "key");
    expect(await refusalOf(forum.publish(author, advisory({ title: "Other" }), "key"))).toBe("CONFLICT");
    const withdrawal = { itemId, reason: "Wrong.", idempotencyKey: "key" };
    expect(await refusalOf(forum.store.commit(author.viewer, "withdraw", withdrawal))).toBe("CONFLICT");
    expect(await forum.store.as(author.viewer).item(itemId)).toMatchObject({ status: "PUBLISHED", revision: 1 });
  });

  it("P4 uses no key up by a refused write", async () => {
    const author = await forum.person();
    expect(await refusalOf(forum.publish(author, advisory({ tlp: "AMBER" }), "key"))).toBe("BAD_USER_INPUT");
    const { itemId } = await forum.publish(author, advisory(), "key");
    expect(await forum.publish(author, advisory(), "key")).toMatchObject({ itemId });
  });

  it("P4 keeps the keys of accounts apart", async () => {
    const [one, two] = [await forum.person(), await forum.person()];
    const first = await forum.publish(one, advisory(), "key");
    expect((await forum.publish(two, advisory(), "key")).itemId).not.toBe(first.itemId);
  });

  it("P4 answers a repeated revision with the first answer, though the item has gone on", async () => {
    const author = await forum.person();
    const { itemId } = await forum.publish(author);
    const revision = { itemId, expectedRevision: 1, item: advisory({ title: "Second" }), idempotencyKey: "key" };
    const first = await forum.store.commit(author.viewer, "revise", revision);
    await forum.revise(author, itemId, 2, advisory({ title: "Third" }));
    expect(await forum.store.commit(author.viewer, "revise", revision)).toEqual(first);
    expect(await forum.store.as(author.viewer).item(itemId)).toMatchObject({ revision: 3 });
  });

  it("P4 forgets a key after a day", async () => {
    let now = new Date("2026-11-23T09:00:00Z");
    await using small = await SmallForum.open(undefined, { now: () => now });
    const author = await small.person();
    const first = await small.publish(author, advisory(), "key");
    now = new Date("2026-11-24T08:59:59Z");
    expect(await small.publish(author, advisory(), "key")).toEqual(first);
    now = new Date("2026-11-24T09:00:01Z");
    expect((await small.publish(author, advisory(), "key")).itemId).not.toBe(first.itemId);
  });
});
