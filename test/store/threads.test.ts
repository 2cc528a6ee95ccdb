import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PostView } from "../../db/thread-reader.ts";
import { noAudience } from "../../domain/label.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import type { ThreadLabel } from "../../domain/threads.ts";
import type { FeedChange } from "../../domain/vocabulary.ts";
import { charteredGroup } from "../support/chartered.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, range, refusalOf, SmallForum } from "../support/small-forum.ts";

let forum: SmallForum;
beforeAll(async () => {
  forum = await SmallForum.open();
});
afterAll(() => forum[Symbol.asyncDispose]());

type Wish = { readonly text?: string; readonly label?: ThreadLabel | null; readonly mentions?: readonly Person[] };

async function open(who: Person, on: { itemId: string } | { groupId: string }, wish: Wish = {}): Promise<string> {
  const { text = "What do you make of it?", label = null, mentions = [] } = wish;
  const place = { itemId: null, groupId: null, ...on, title: "A question", label, idempotencyKey: null };
  const post = { text, mentionIds: mentions.map(({ accountId }) => accountId) };
  return (await forum.store.commit(who.viewer, "openThread", { ...place, post })).id;
}

const say = async (who: Person, threadId: string, text = "So it is.", mentions: readonly Person[] = []) => {
  const post = { text, mentionIds: mentions.map(({ accountId }) => accountId) };
  return (await forum.store.commit(who.viewer, "post", { threadId, replyToId: null, post, idempotencyKey: null })).id;
};
const edit = (who: Person, postId: string, text: string) =>
  forum.store.commit(who.viewer, "editPost", { postId, post: { text, mentionIds: [] } });
const postsOf = async (viewer: Viewer, threadId: string): Promise<PostView[]> =>
  (await forum.store.as(viewer).talk.postsIn([threadId], { after: 0, first: 100 }))[0] ?? [];
const sees = async (viewer: Viewer, threadId: string): Promise<boolean> =>
  (await forum.store.as(viewer).talk.threads([threadId]))[0] !== null;
const told = async (who: Person, after: string, change: FeedChange) => {
  const filter = { changes: [change] } as const;
  return (await forum.store.as(who.viewer).feedPage({ after, filter, first: 500 })).events.filter(
    (event) => event.change === change,
  );
};

describe("a thread on an item", () => {
  it("is seen with the item, by those who had it when it began, and not when it is opened to more", async () => {
    const [author, recipient, late] = [await forum.person(), await forum.person(), await forum.person()];
    const organizations = [recipient.organizationId];
    const { itemId } = await forum.publish(author, advisory({ tlp: "AMBER", organizations }));
    const threadId = await open(recipient, { itemId });
    expect([await sees(author.viewer, threadId), await sees(late.viewer, threadId)]).toEqual([true, false]);
    await forum.revise(author, itemId, 1, advisory({ tlp: "CLEAR" }));
    for (const viewer of [late.viewer, anonymous]) {
      expect(await forum.store.as(viewer).item(itemId)).not.toBeNull();
      expect(await sees(viewer, threadId)).toBe(false);
      expect(await postsOf(viewer, threadId)).toEqual([]);
    }
    expect((await postsOf(author.viewer, threadId)).map(({ text }) => text)).toEqual(["What do you make of it?"]);
  });

  it("goes with the item from those who lose it", async () => {
    const [author, recipient] = [await forum.person(), await forum.person()];
    const organizations = [recipient.organizationId];
    const { itemId } = await forum.publish(author, advisory({ tlp: "AMBER", organizations }));
    const threadId = await open(recipient, { itemId });
    await forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    expect(await sees(recipient.viewer, threadId)).toBe(false);
    expect(await refusalOf(say(recipient, threadId))).toBe("NOT_FOUND");
  });

  it("has no weaker label than the item, and a stricter one narrows it", async () => {
    const [author, recipient, other] = [await forum.person(), await forum.person(), await forum.person()];
    const organizations = [recipient.organizationId, other.organizationId];
    const { itemId } = await forum.publish(author, advisory({ tlp: "AMBER", organizations }));
    for (const tlp of ["GREEN", "CLEAR"] as const)
      expect(await refusalOf(open(recipient, { itemId }, { label: { tlp, audience: null } }))).toBe("BAD_USER_INPUT");
    const audience = { ...noAudience, organizations: [author.organizationId] };
    const threadId = await open(recipient, { itemId }, { label: { tlp: "AMBER_STRICT", audience } });
    const seen = [author, recipient, other].map(({ viewer }) => sees(viewer, threadId));
    expect(await Promise.all(seen)).toEqual([true, true, false]);
  });

  it("is shown under the label of the item, where that has become stricter", async () => {
    const author = await forum.person();
    const { itemId } = await forum.publish(author, advisory({ tlp: "GREEN" }));
    const threadId = await open(author, { itemId });
    await forum.revise(author, itemId, 1, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    const { talk } = forum.store.as(author.viewer);
    const [alone, [among = []]] = [await talk.threads([threadId]), await talk.threadsOn("itemId", [itemId], 10)];
    expect([...alone, ...among].map((thread) => thread?.tlp)).toEqual(["AMBER", "AMBER"]);
  });

  it("never reaches beyond the item, whomever it names", async () => {
    const [author, stranger] = [await forum.person(), await forum.person()];
    const { itemId } = await forum.publish(author, advisory({ tlp: "AMBER", organizations: [author.organizationId] }));
    const audience = { ...noAudience, organizations: [stranger.organizationId] };
    const threadId = await open(author, { itemId }, { label: { tlp: "AMBER", audience }, mentions: [stranger] });
    const start = await forum.store.as(stranger.viewer).feedCursor();
    await say(author, threadId, "Look at this.", [stranger]);
    expect(await sees(stranger.viewer, threadId)).toBe(false);
    expect(await told(stranger, start, "MENTIONED")).toEqual([]);
  });

  it("is among members where the item is public, unless it is said to be public too", async () => {
    const [author, member] = [await forum.person(), await forum.person()];
    const { itemId } = await forum.publish(author, advisory({ tlp: "CLEAR" }));
    const inside = await open(member, { itemId });
    const outside = await open(member, { itemId }, { label: { tlp: "CLEAR", audience: null } });
    expect([await sees(anonymous, inside), await sees(author.viewer, inside)]).toEqual([false, true]);
    expect(
      (await postsOf(anonymous, outside)).map(({ accountId, organizationId }) => [accountId, organizationId]),
    ).toEqual([[null, null]]);
  });

  it("does not tell where an item comes from whose origin is withheld", async () => {
    const [author, recipient] = [await forum.person(), await forum.person()];
    const draft = advisory({ tlp: "GREEN" });
    const { itemId } = await forum.publish(author, { ...draft, label: { ...draft.label, attribution: "ANONYMOUS" } });
    const threadId = await open(author, { itemId });
    await say(recipient, threadId);
    const names = async ({ viewer }: Person) =>
      (await postsOf(viewer, threadId)).map(({ organizationId }) => organizationId);
    expect(await names(recipient)).toEqual([null, recipient.organizationId]);
    expect(await names(author)).toEqual([author.organizationId, recipient.organizationId]);
  });

  it("answers a mention in the same way whether the one mentioned has the item or not", async () => {
    const [author, recipient, other] = [await forum.person(), await forum.person(), await forum.person()];
    const organizations = [recipient.organizationId, other.organizationId];
    const { itemId } = await forum.publish(author, advisory({ tlp: "AMBER", organizations }));
    const threadId = await open(recipient, { itemId });
    const start = await forum.store.as(other.viewer).feedCursor();
    await say(recipient, threadId, "And you two?", [other, await forum.person()]);
    expect(await told(other, start, "MENTIONED")).toHaveLength(1);
    expect((await postsOf(recipient.viewer, threadId)).at(-1)?.mentionIds).toHaveLength(2);
  });
});

describe("a thread in a group", () => {
  it("is for its members, and ends for whoever leaves", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const threadId = await open(chair, { groupId });
    const outsider = await forum.person();
    expect([await sees(member.viewer, threadId), await sees(outsider.viewer, threadId)]).toEqual([true, false]);
    expect(await refusalOf(say(outsider, threadId))).toBe("NOT_FOUND");
    expect(await refusalOf(open(outsider, { groupId }))).toBe("FORBIDDEN");
    await forum.leave(groupId, member);
    expect(await sees(member.viewer, threadId)).toBe(false);
  });

  it("mentions members alone, and tells them", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const threadId = await open(chair, { groupId });
    expect(await refusalOf(say(chair, threadId, "And you?", [await forum.person()]))).toBe("BAD_USER_INPUT");
    const start = await forum.store.as(member.viewer).feedCursor();
    const postId = await say(chair, threadId, "And you?", [member]);
    expect((await told(member, start, "MENTIONED")).map(({ subjectId }) => subjectId)).toEqual([postId]);
    expect(await told(chair, "beginning", "MENTIONED")).toEqual([]);
  });

  it("has no weaker label than the charter lays down, and reaches only members when it names others", async () => {
    const { groupId, chair, member } = await charteredGroup(forum, { proceedings: "AMBER_STRICT" });
    expect(await refusalOf(open(chair, { groupId }, { label: { tlp: "GREEN", audience: null } }))).toBe(
      "BAD_USER_INPUT",
    );
    const outsider = await forum.person();
    const audience = { ...noAudience, accounts: [outsider.accountId, member.accountId] };
    const starts = await Promise.all([member, outsider].map(({ viewer }) => forum.store.as(viewer).feedCursor()));
    const threadId = await open(chair, { groupId }, { label: { tlp: "RED", audience } });
    const seen = [chair, member, outsider].map(({ viewer }) => sees(viewer, threadId));
    expect(await Promise.all(seen)).toEqual([true, true, false]);
    const heard = [member, outsider].map(async (who, at) => (await told(who, starts[at] ?? "", "POSTED")).length);
    expect(await Promise.all(heard)).toEqual([1, 0]);
  });

  it("is not for observers to write in, nor for anybody once the group has concluded", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const threadId = await open(chair, { groupId });
    const postId = await say(member, threadId);
    const standing = { groupId, member: { accountId: member.accountId }, role: "OBSERVER", held: true } as const;
    await forum.store.commit(chair.viewer, "setGroupRole", standing);
    expect(await refusalOf(say(member, threadId))).toBe("FORBIDDEN");
    expect(await refusalOf(edit(member, postId, "Written all the same."))).toBe("FORBIDDEN");
    await forum.store.commit(chair.viewer, "moveGroup", { groupId, move: "CONCLUDE", reason: "It is done." });
    expect(await refusalOf(say(chair, threadId))).toBe("CONFLICT");
    expect(await sees(member.viewer, threadId)).toBe(true);
  });
});

describe("a post", () => {
  it("is changed by its author alone, and keeps what it said", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const threadId = await open(chair, { groupId });
    const postId = await say(member, threadId, "Frist.");
    expect(await refusalOf(edit(chair, postId, "Mine."))).toBe("FORBIDDEN");
    await edit(member, postId, "First.");
    const [, post] = await postsOf(chair.viewer, threadId);
    expect([post?.text, post?.versions.map(({ text }) => text)]).toEqual(["First.", ["Frist."]]);
    for (const at of range(19)) await edit(member, postId, `Changed ${at} times more.`);
    expect(await refusalOf(edit(member, postId, "And on."))).toBe("CONFLICT"); // whoever reads it reads every version
  });

  it("that is removed is read by its author and the officers alone, who see every version", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const other = await forum.person();
    await forum.join(groupId, other);
    const threadId = await open(chair, { groupId });
    const postId = await say(member, threadId, "Unkind.");
    const remove = (who: Person) => forum.store.commit(who.viewer, "removePost", { postId, reason: "Unkind words." });
    expect(await refusalOf(remove(other))).toBe("FORBIDDEN");
    await remove(chair);
    expect(await refusalOf(remove(member))).toBe("CONFLICT");
    const texts = [chair, member, other].map(async ({ viewer }) => (await postsOf(viewer, threadId))[1]?.text ?? null);
    expect(await Promise.all(texts)).toEqual(["Unkind.", "Unkind.", null]);
    expect((await postsOf(other.viewer, threadId))[1]?.removal).toMatchObject({
      reason: "Unkind words.",
      byAuthor: false,
    });
  });

  it("is told to those who see it when it is said, changed and removed", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const outsider = await forum.person();
    const start = await Promise.all([member, outsider].map(({ viewer }) => forum.store.as(viewer).feedCursor()));
    const threadId = await open(chair, { groupId });
    const postId = await say(chair, threadId);
    await forum.store.commit(chair.viewer, "editPost", { postId, post: { text: "So.", mentionIds: [] } });
    await forum.store.commit(chair.viewer, "removePost", { postId, reason: "No." });
    expect(await told(member, start[0] ?? "", "POSTED")).toHaveLength(4);
    expect(await told(outsider, start[1] ?? "", "POSTED")).toEqual([]);
  });
});
