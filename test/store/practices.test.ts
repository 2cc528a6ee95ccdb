import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CommentView } from "../../db/read-comments.ts";
import { isOfKind } from "../../domain/kinds.ts";
import { noAudience } from "../../domain/label.ts";
import { anonymous } from "../../domain/people.ts";
import type { Viewer } from "../../domain/people.ts";
import { stageMoves } from "../../domain/stage-moves.ts";
import type { Stage } from "../../domain/vocabulary.ts";
import { feedChanges, stages } from "../../domain/vocabulary.ts";
import { charteredGroup } from "../support/chartered.ts";
import type { Chartered } from "../support/chartered.ts";
import { practice, PracticeHands } from "../support/practices.ts";
import type { Person } from "../support/small-forum.ts";
import { refusalOf, SmallForum } from "../support/small-forum.ts";

const day = 24 * 60 * 60 * 1_000;
let time = Date.parse("2026-11-25T12:00:00.000Z");
const days = (count: number): string => new Date(time + count * day).toISOString();

let forum: SmallForum;
let hands: PracticeHands;
let group: Chartered;
let outsider: Person;
beforeAll(async () => {
  forum = await SmallForum.open(undefined, { now: () => new Date(time) });
  hands = new PracticeHands(forum);
  group = await charteredGroup(forum);
  outsider = await forum.person();
});
afterAll(() => forum[Symbol.asyncDispose]());

const stateOf = async (itemId: string, who: Viewer = group.chair.viewer) =>
  (await forum.store.as(who).practices.states([itemId]))[0] ?? null;
const whole = { first: 100, after: null, clause: null, dispositions: null };
const commentsOf = async (who: Viewer, itemId: string): Promise<readonly CommentView[]> =>
  (await forum.store.as(who).practices.comments([itemId], whole))[0] ?? [];
const waitingOf = async (who: Viewer, itemId: string) =>
  (await forum.store.as(who).practices.waitingComments([itemId], whole))[0] ?? null;

/** Brings a practice of the chair to a stage before adoption, by the moves that lead there. */
async function practiceAt(stage: Stage, draft = practice()): Promise<string> {
  const { chair, groupId } = group;
  const itemId = await hands.propose(chair, groupId, draft);
  if (stage === "DISCONTINUED") await hands.move(chair, itemId, "DISCONTINUED", { reason: "Nobody has the time." });
  for (const to of stages.slice(1, stages.indexOf(stage) + 1)) {
    if (stage === "DISCONTINUED") break;
    const asks = to === "GROUP_LAST_CALL" || to === "PUBLIC_COMMENT";
    await hands.move(chair, itemId, to, asks ? { closesAt: days(20) } : {});
    if (asks && to !== stage) time += 21 * day;
  }
  return itemId;
}

describe("a move that is not in the table", () => {
  const reached = [
    "PROPOSAL",
    "WORKING_DRAFT",
    "GROUP_LAST_CALL",
    "PUBLIC_COMMENT",
    "CANDIDATE",
    "DISCONTINUED",
  ] as const;
  it.each(reached)("is refused in %s, wherever it leads, and changes nothing", async (stage) => {
    const itemId = await practiceAt(stage);
    const before = [await stateOf(itemId), await forum.store.as(group.chair.viewer).practices.versions([itemId])];
    for (const to of stages.filter((each) => stageMoves[stage][each] === null)) {
      const wish = { reason: "All the same.", ...(to.endsWith("C") ? {} : { closesAt: days(30) }) };
      expect(await refusalOf(hands.move(group.chair, itemId, to, wish))).toBe("CONFLICT");
    }
    expect([await stateOf(itemId), await forum.store.as(group.chair.viewer).practices.versions([itemId])]).toEqual(
      before,
    );
  });
});

describe("a practice in a group", () => {
  it("is proposed by its origin, to a group that sees it, once", async () => {
    const { chair, member, groupId } = group;
    const hidden = (await forum.publish(chair, practice({ tlp: "AMBER", groups: [await forum.group()] }))).itemId;
    const propose = (who: Person, itemId: string) =>
      forum.store.commit(who.viewer, "proposePractice", { itemId, groupId, idempotencyKey: null });
    expect(await refusalOf(propose(chair, hidden))).toBe("BAD_USER_INPUT");
    expect(await refusalOf(propose(member, hidden))).toBe("NOT_FOUND");
    const open = (await forum.publish(chair, practice())).itemId;
    expect(await refusalOf(propose(member, open))).toBe("FORBIDDEN");
    await propose(chair, open);
    expect(await refusalOf(propose(chair, open))).toBe("CONFLICT");
    const strange = (await forum.publish(outsider, practice())).itemId;
    expect(await refusalOf(propose(outsider, strange))).toBe("FORBIDDEN");
  });

  it("is moved by its chairs alone, and each move freezes a version and leaves a record", async () => {
    const itemId = await practiceAt("WORKING_DRAFT");
    for (const who of [group.member, outsider])
      expect(await refusalOf(hands.move(who, itemId, "GROUP_LAST_CALL", { closesAt: days(20) }))).toBe("FORBIDDEN");
    const [decisions] = await forum.store.as(anonymous).practices.decisions([itemId]);
    expect(
      decisions?.map(({ version, from, to, rule, organizationId }) => [version, from, to, rule, organizationId]),
    ).toEqual([
      [1, null, "PROPOSAL", "PROPOSE", group.chair.organizationId],
      [2, "PROPOSAL", "WORKING_DRAFT", "ACCEPT", group.chair.organizationId],
    ]);
    const [versions] = await forum.store.as(anonymous).practices.versions([itemId]);
    expect(versions?.map(({ version, stage, revision }) => [version, stage, revision])).toEqual([
      [1, "PROPOSAL", 1],
      [2, "WORKING_DRAFT", 1],
    ]);
  });

  it("is worded by its group's editors, but not labelled, and nobody words it while it is frozen", async () => {
    const { chair, member, groupId } = group;
    const itemId = await practiceAt("WORKING_DRAFT");
    const { content } = practice({ clauses: [{ id: "R-2", level: "MUST", text: "Credentials end with the task." }] });
    if (!isOfKind(content, "PRACTICE")) throw new Error("it is one");
    const amend = (who: Person, expectedRevision: number, text = content) =>
      forum.store.commit(who.viewer, "amendPractice", {
        itemId,
        expectedRevision,
        content: text,
        path: "input",
        idempotencyKey: null,
      });
    expect(await refusalOf(amend(member, 1))).toBe("FORBIDDEN");
    const role = { groupId, member: { accountId: member.accountId }, role: "EDITOR", held: true } as const;
    await forum.store.commit(chair.viewer, "setGroupRole", role);
    await amend(member, 1);
    expect(await refusalOf(amend(member, 1))).toBe("CONFLICT");
    expect((await forum.store.as(anonymous).item(itemId))?.tlp).toBe("CLEAR");
    await hands.move(chair, itemId, "GROUP_LAST_CALL", { closesAt: days(20) });
    const other = practice({ title: "Another title", clauses: [{ id: "R-2", level: "MUST", text: "Other." }] });
    expect(await refusalOf(forum.revise(chair, itemId, 2, other))).toBe("CONFLICT");
    const narrowed = { ...practice({ tlp: "AMBER", groups: [groupId] }), content };
    await forum.revise(chair, itemId, 2, narrowed);
    expect(await forum.store.as(anonymous).item(itemId)).toBeNull();
    expect(await stateOf(itemId, anonymous)).toBeNull();
  });

  it("names no group to visitors, and no practice that a viewer does not see as its successor", async () => {
    const itemId = await practiceAt("PROPOSAL");
    expect((await stateOf(itemId))?.groupId).toBe(group.groupId);
    expect((await stateOf(itemId, anonymous))?.groupId).toBeNull();
    const ofGroup = { groupId: group.groupId, stages: null, first: 100 };
    expect((await forum.store.as(anonymous).practices.page(ofGroup)).totalCount).toBe(0);
    expect((await forum.store.as(outsider.viewer).practices.page(ofGroup)).edges.map(({ node }) => node)).toContain(
      itemId,
    );
  });
});

describe("what was said before a practice is opened", () => {
  it("stays with those who saw it then, in lists, counts, versions, decisions and feeds", async () => {
    const { chair, member, groupId } = group;
    const amber = practice({ tlp: "AMBER", groups: [groupId] });
    const itemId = await practiceAt("WORKING_DRAFT", amber);
    const commentId = await hands.comment(member, itemId, { text: "For the group alone." });
    await forum.revise(chair, itemId, 1, practice());
    expect(await commentsOf(member.viewer, itemId)).toHaveLength(1);
    for (const who of [anonymous, outsider.viewer]) {
      const reader = forum.store.as(who);
      expect(await commentsOf(who, itemId)).toEqual([]);
      expect(await reader.practices.commentCounts([itemId])).toEqual([{ total: 0, open: 0, objections: 0 }]);
      expect(await reader.practices.commentsById([commentId])).toEqual([null]);
      expect(await reader.practices.versions([itemId])).toEqual([[]]);
      expect(await reader.practices.decisions([itemId])).toEqual([[]]);
      const { events } = await reader.feedPage({ first: 500, filter: { changes: feedChanges } });
      expect(events.filter((event) => event.itemId === itemId).map(({ change }) => change)).toEqual(["PUBLISHED"]);
    }
  });
});

describe("a comment", () => {
  it("is answered by the group, may be objected to once, and is told of each time to whoever sees it", async () => {
    const { chair, member } = group;
    const itemId = await practiceAt("PUBLIC_COMMENT");
    const start = await forum.store.as(outsider.viewer).feedCursor();
    const commentId = await hands.comment(outsider, itemId, { clause: "R-1" });
    expect(await refusalOf(hands.comment(outsider, itemId, { clause: "R-9" }))).toBe("BAD_USER_INPUT");
    expect(await refusalOf(hands.dispose(outsider, commentId))).toBe("FORBIDDEN");
    await hands.dispose(chair, commentId);
    expect(await refusalOf(hands.dispose(chair, commentId))).toBe("CONFLICT");
    const object = (who: Person) =>
      forum.store.commit(who.viewer, "objectToDisposition", { commentId, text: "It is not.", idempotencyKey: null });
    expect(await refusalOf(object(member))).toBe("FORBIDDEN");
    await object(outsider);
    time += 21 * day;
    expect(await refusalOf(hands.move(chair, itemId, "CANDIDATE"))).toBe("CONFLICT");
    await hands.dispose(chair, commentId, "It is, in R-2.");
    expect(await refusalOf(object(outsider))).toBe("CONFLICT");
    await hands.move(chair, itemId, "CANDIDATE");
    expect(await refusalOf(hands.comment(outsider, itemId))).toBe("CONFLICT");
    const [comment] = await commentsOf(anonymous, itemId);
    expect(comment?.answers.map(({ reason }) => reason)).toEqual(["It is said elsewhere.", "It is, in R-2."]);
    const { events } = await forum.store
      .as(outsider.viewer)
      .feedPage({ after: start, filter: { changes: feedChanges } });
    expect(events.map(({ change }) => change)).toEqual([
      "COMMENTED",
      "COMMENT_DISPOSED",
      "COMMENTED",
      "COMMENT_DISPOSED",
      "STAGE_CHANGED",
    ]);
    const [decisions] = await forum.store.as(anonymous).practices.decisions([itemId]);
    expect(decisions?.at(-1)?.objectionIds).toEqual([commentId]);
  });

  it("of a visitor is seen by nobody and told to nobody until it is let in, and by the moderators on their list", async () => {
    const { chair, member } = group;
    const itemId = await practiceAt("PUBLIC_COMMENT");
    const start = await forum.store.as(chair.viewer).feedCursor();
    const [spam, word] = [await hands.visit(itemId, { text: "Buy this." }), await hands.visit(itemId, {}, "A reader")];
    for (const who of [anonymous, outsider.viewer, member.viewer, chair.viewer]) {
      expect(await commentsOf(who, itemId)).toEqual([]);
      expect(await forum.store.as(who).practices.commentCounts([itemId])).toEqual([
        { total: 0, open: 0, objections: 0 },
      ]);
      expect(await forum.store.as(who).practices.commentsById([spam, word])).toEqual([null, null]);
    }
    for (const who of [anonymous, outsider.viewer]) expect(await waitingOf(who, itemId)).toBeNull();
    expect((await waitingOf(chair.viewer, itemId))?.map(({ id }) => id).sort()).toEqual([spam, word].sort());
    const moderate = (who: Person, commentId: string, letIn: boolean) =>
      forum.store.commit(who.viewer, "moderateComment", { commentId, letIn });
    expect(await refusalOf(moderate(outsider, word, true))).toBe("NOT_FOUND");
    await moderate(chair, spam, false);
    await moderate(chair, word, true);
    expect((await commentsOf(anonymous, itemId)).map(({ id, visitorName }) => [id, visitorName])).toEqual([
      [word, "A reader"],
    ]);
    const { events } = await forum.store.as(chair.viewer).feedPage({ after: start, filter: { changes: feedChanges } });
    expect(events.map(({ change, subjectId }) => [change, subjectId])).toEqual([["COMMENTED", word]]);
  });

  it("of a visitor is not there for those who let none in, also when its practice is withdrawn", async () => {
    const { chair, groupId } = group;
    const member = await forum.person();
    await forum.join(groupId, member);
    const itemId = await practiceAt("PUBLIC_COMMENT");
    const commentId = await hands.visit(itemId);
    await forum.withdraw(chair, itemId);
    const moderate = (who: Person) =>
      refusalOf(forum.store.commit(who.viewer, "moderateComment", { commentId, letIn: true }));
    expect([await moderate(outsider), await moderate(member)]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    expect(await moderate(chair)).toBe("CONFLICT");
  });

  it("of a visitor holds no move up while it waits, and is counted for the moderators also when the time is over", async () => {
    const { chair } = group;
    const itemId = await practiceAt("PUBLIC_COMMENT");
    const [word, second] = [await hands.visit(itemId), await hands.visit(itemId)];
    time += 21 * day;
    const waiting = (who: Viewer) => forum.store.as(who).practices.waitingCounts([itemId]);
    const moderate = (commentId: string, letIn: boolean) =>
      forum.store.commit(chair.viewer, "moderateComment", { commentId, letIn });
    const plain = await forum.person();
    await forum.join(group.groupId, plain);
    for (const who of [anonymous, outsider.viewer, plain.viewer]) expect(await waiting(who)).toEqual([null]);
    expect(await waiting(chair.viewer)).toEqual([2]);
    await moderate(word, true);
    expect(await refusalOf(hands.move(chair, itemId, "CANDIDATE"))).toBe("CONFLICT");
    await hands.dispose(chair, word);
    await hands.move(chair, itemId, "CANDIDATE");
    expect(await waiting(chair.viewer)).toEqual([1]);
    await moderate(second, true);
    expect(await waiting(chair.viewer)).toEqual([0]);
    const dispositions = (await commentsOf(anonymous, itemId)).map(({ id, disposition }) => [id, disposition] as const);
    expect(new Map(dispositions)).toEqual(
      new Map([
        [word, "REJECTED"],
        [second, "OPEN"],
      ]),
    );
  });

  it("that was made while its practice was hidden from the chair holds no move up, and the chair learns nothing of it", async () => {
    const { chair, member, groupId } = group;
    const itemId = await hands.propose(member, groupId, practice({ tlp: "AMBER", groups: [groupId] }));
    await hands.move(chair, itemId, "WORKING_DRAFT");
    const audience = { ...noAudience, organizations: [outsider.organizationId] };
    const narrowed = { ...practice(), label: { tlp: "AMBER", audience, attribution: "ORGANIZATION" } } as const;
    await forum.revise(member, itemId, 1, narrowed);
    const hidden = await hands.comment(member, itemId, { type: "OBJECTION" });
    await forum.revise(member, itemId, 2, practice());
    const shown = await hands.comment(member, itemId);
    await hands.move(chair, itemId, "GROUP_LAST_CALL", { closesAt: days(20) });
    time += 21 * day;
    const on = { closesAt: days(20) };
    const refusal = await hands.move(chair, itemId, "PUBLIC_COMMENT", on).catch(String);
    expect(refusal).toContain("Comments without an answer: 1.");
    await hands.dispose(chair, shown);
    await hands.move(chair, itemId, "PUBLIC_COMMENT", on);
    expect((await commentsOf(chair.viewer, itemId)).map(({ id }) => id)).toEqual([shown]);
    const openTo = async (who: Person) =>
      (await forum.store.as(who.viewer).practices.openComments(groupId, { first: 100 })).edges.map(
        ({ node }) => node.id,
      );
    expect(await openTo(member)).toContain(hidden);
    expect(await openTo(chair)).not.toContain(hidden);
  });

  it("of a visitor is taken on what is TLP:CLEAR and open to the public, and nowhere else", async () => {
    const green = await practiceAt("PUBLIC_COMMENT", practice({ tlp: "GREEN" }));
    expect(await refusalOf(hands.visit(green))).toBe("NOT_FOUND");
    expect(await refusalOf(hands.visit(await practiceAt("WORKING_DRAFT")))).toBe("FORBIDDEN");
    const closed = await practiceAt("PUBLIC_COMMENT");
    time += 20 * day;
    expect(await refusalOf(hands.visit(closed))).toBe("CONFLICT");
    expect(await refusalOf(hands.comment(outsider, closed))).toBe("CONFLICT");
  });
});

describe("the time for comments", () => {
  beforeEach(() => forum.store.runDueTimers());

  it("ends by itself, and is told of once", async () => {
    const itemId = await practiceAt("PUBLIC_COMMENT");
    const start = await forum.store.as(outsider.viewer).feedCursor();
    const closings = async () =>
      (
        await forum.store.as(outsider.viewer).feedPage({ after: start, filter: { changes: ["COMMENTS_CLOSED"] } })
      ).events.filter((event) => event.itemId === itemId).length;
    await forum.store.runDueTimers();
    expect(await closings()).toBe(0);
    time += 20 * day;
    await Promise.all([forum.store.runDueTimers(), forum.store.runDueTimers()]);
    await forum.store.runDueTimers();
    expect(await closings()).toBe(1);
  });
});
