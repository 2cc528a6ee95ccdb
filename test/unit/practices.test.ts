import { describe, expect, it, test } from "vitest";
import { ForumError } from "../../domain/errors.ts";
import type { Key } from "../../domain/policy.ts";
import type { MoveFacts, PracticeState } from "../../domain/practices.ts";
import {
  checkComment,
  checkDisposition,
  checkMove,
  checkObjection,
  checkText,
  isStandingObjection,
  reachesGroup,
} from "../../domain/practices.ts";
import type { Disposition, Stage } from "../../domain/vocabulary.ts";
import { dispositions, stages } from "../../domain/vocabulary.ts";

const day = 24 * 60 * 60 * 1_000;
const now = "2026-11-25T12:00:00.000Z";
const days = (count: number): string => new Date(Date.parse(now) + count * day).toISOString();

/** Where a practice may go, in words, once more: whatever does not stand here cannot be done. */
const ways: Readonly<Record<Stage, readonly Stage[]>> = {
  PROPOSAL: ["WORKING_DRAFT", "DISCONTINUED"],
  WORKING_DRAFT: ["GROUP_LAST_CALL", "DISCONTINUED"],
  GROUP_LAST_CALL: ["WORKING_DRAFT", "PUBLIC_COMMENT", "DISCONTINUED"],
  PUBLIC_COMMENT: ["WORKING_DRAFT", "CANDIDATE", "DISCONTINUED"],
  CANDIDATE: ["WORKING_DRAFT", "ADOPTED", "DISCONTINUED"],
  ADOPTED: ["WORKING_DRAFT", "SUPERSEDED", "OBSOLETE", "RESCINDED"],
  SUPERSEDED: [],
  OBSOLETE: [],
  RESCINDED: [],
  DISCONTINUED: [],
};

const state = (stage: Stage, changes: Partial<PracticeState> = {}): PracticeState => ({
  itemId: "i",
  groupId: "g",
  stage,
  version: 3,
  adoptedVersion: null,
  since: days(-30),
  closesAt: stage === "GROUP_LAST_CALL" || stage === "PUBLIC_COMMENT" ? days(-1) : null,
  successorId: null,
  ...changes,
});

/** Everything that any move demands. */
const everything = (to: Stage): MoveFacts => ({
  now,
  closesAt: to === "GROUP_LAST_CALL" || to === "PUBLIC_COMMENT" ? days(30) : null,
  reason: "There is a reason.",
  clauses: 2,
  openComments: 0,
  itemKeys: ["community"],
  ballotPassed: true,
  successorStage: "ADOPTED",
});

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ForumError) return `${error.code} ${error.field ?? "-"}`;
    throw error;
  }
  return "done";
}

describe("every stage × every move", () => {
  for (const from of stages) {
    test.each(stages.map((to) => [to, ways[from].includes(to)] as const))(`${from} → %s: %s`, (to, allowed) => {
      const outcome = refusal(() => checkMove(state(from), to, everything(to)));
      expect(outcome).toBe(allowed ? "done" : "CONFLICT to");
    });
  }
});

describe("what a move demands", () => {
  type Missing = {
    readonly from: Stage;
    readonly to: Stage;
    readonly facts?: Partial<MoveFacts>;
    readonly at?: Partial<PracticeState>;
    readonly told: string;
  };
  const cases: readonly (readonly [string, Missing])[] = [
    [
      "a last call has clauses to comment on",
      { from: "WORKING_DRAFT", to: "GROUP_LAST_CALL", facts: { clauses: 0 }, told: "CONFLICT to" },
    ],
    [
      "a last call ends at an instant",
      { from: "WORKING_DRAFT", to: "GROUP_LAST_CALL", facts: { closesAt: null }, told: "BAD_USER_INPUT closesAt" },
    ],
    [
      "a last call lasts a week",
      { from: "WORKING_DRAFT", to: "GROUP_LAST_CALL", facts: { closesAt: days(6) }, told: "BAD_USER_INPUT closesAt" },
    ],
    [
      "the past is no end",
      { from: "WORKING_DRAFT", to: "GROUP_LAST_CALL", facts: { closesAt: days(-1) }, told: "BAD_USER_INPUT closesAt" },
    ],
    [
      "a last call is waited for",
      { from: "GROUP_LAST_CALL", to: "PUBLIC_COMMENT", at: { closesAt: days(1) }, told: "CONFLICT to" },
    ],
    [
      "its comments are answered",
      { from: "GROUP_LAST_CALL", to: "PUBLIC_COMMENT", facts: { openComments: 1 }, told: "CONFLICT to" },
    ],
    [
      "the public sees what it is asked about",
      { from: "GROUP_LAST_CALL", to: "PUBLIC_COMMENT", facts: { itemKeys: ["group:g", "org:a"] }, told: "CONFLICT to" },
    ],
    [
      "the public has two weeks",
      { from: "GROUP_LAST_CALL", to: "PUBLIC_COMMENT", facts: { closesAt: days(13) }, told: "BAD_USER_INPUT closesAt" },
    ],
    [
      "the public is heard out",
      { from: "PUBLIC_COMMENT", to: "CANDIDATE", at: { closesAt: days(1) }, told: "CONFLICT to" },
    ],
    [
      "no comment is left without an answer",
      { from: "PUBLIC_COMMENT", to: "CANDIDATE", facts: { openComments: 1 }, told: "CONFLICT to" },
    ],
    [
      "a candidate takes no comments",
      { from: "PUBLIC_COMMENT", to: "CANDIDATE", facts: { closesAt: days(30) }, told: "BAD_USER_INPUT closesAt" },
    ],
    [
      "a candidate has clauses",
      { from: "PUBLIC_COMMENT", to: "CANDIDATE", facts: { clauses: 0 }, told: "CONFLICT to" },
    ],
    ["a candidate waits a week", { from: "CANDIDATE", to: "ADOPTED", at: { since: days(-6) }, told: "CONFLICT to" }],
    ["a ballot adopts it", { from: "CANDIDATE", to: "ADOPTED", facts: { ballotPassed: false }, told: "CONFLICT to" }],
    [
      "going back has a reason",
      { from: "CANDIDATE", to: "WORKING_DRAFT", facts: { reason: null }, told: "BAD_USER_INPUT reason" },
    ],
    [
      "dropping it has a reason",
      { from: "PROPOSAL", to: "DISCONTINUED", facts: { reason: null }, told: "BAD_USER_INPUT reason" },
    ],
    [
      "retiring it has a reason",
      { from: "ADOPTED", to: "OBSOLETE", facts: { reason: null }, told: "BAD_USER_INPUT reason" },
    ],
    [
      "taking it back has a reason",
      { from: "ADOPTED", to: "RESCINDED", facts: { reason: null }, told: "BAD_USER_INPUT reason" },
    ],
    [
      "its place is taken by an adopted practice",
      { from: "ADOPTED", to: "SUPERSEDED", facts: { successorStage: "CANDIDATE" }, told: "BAD_USER_INPUT successor" },
    ],
    [
      "its place is taken by a practice that is there",
      { from: "ADOPTED", to: "SUPERSEDED", facts: { successorStage: null }, told: "BAD_USER_INPUT successor" },
    ],
  ];

  test.each(cases)("%s", (_, { from, to, facts, at, told }) => {
    expect(refusal(() => checkMove(state(from, at), to, { ...everything(to), ...facts }))).toBe(told);
  });

  test("and nothing else: what it does not demand may be missing", () => {
    const bare = { ...everything("WORKING_DRAFT"), reason: null, clauses: 0, openComments: 5, ballotPassed: false };
    expect(checkMove(state("PROPOSAL"), "WORKING_DRAFT", { ...bare, itemKeys: [], successorStage: null })).toBe(
      "ACCEPT",
    );
  });
});

describe("a text", () => {
  const open = { closesAt: days(1) };
  test.each(stages)("in %s is free, frozen, or frozen until its comments are in", (stage) => {
    const answers = [checkText, (at: PracticeState) => checkText({ ...at, ...open }, now)].map((check) =>
      refusal(() => check(state(stage), now)),
    );
    const free = stage === "PROPOSAL" || stage === "WORKING_DRAFT";
    const later = stage === "GROUP_LAST_CALL" || stage === "PUBLIC_COMMENT";
    expect(answers).toEqual([free || later ? "done" : "CONFLICT input", free ? "done" : "CONFLICT input"]);
  });
});

describe("a comment", () => {
  const asks = (stage: Stage, closesAt: string | null) =>
    (["GROUP", "MEMBER", "VISITOR"] as const).map((who) =>
      refusal(() => checkComment(state(stage, { closesAt }), who, now)),
    );
  const yes = "done";
  const no = "FORBIDDEN -";
  const late = "CONFLICT id";

  test.each([
    ["PROPOSAL", null, [yes, no, no]],
    ["WORKING_DRAFT", null, [yes, no, no]],
    ["GROUP_LAST_CALL", days(1), [yes, no, no]],
    ["GROUP_LAST_CALL", now, [late, late, late]],
    ["PUBLIC_COMMENT", days(1), [yes, yes, yes]],
    ["PUBLIC_COMMENT", now, [late, late, late]],
    ["CANDIDATE", null, [late, late, late]],
    ["ADOPTED", null, [late, late, late]],
    ["SUPERSEDED", null, [late, late, late]],
    ["OBSOLETE", null, [late, late, late]],
    ["RESCINDED", null, [late, late, late]],
    ["DISCONTINUED", null, [late, late, late]],
  ] as const)("in %s (until %s) by the group, a member, a visitor: %s", (stage, closesAt, told) => {
    expect(asks(stage, closesAt)).toEqual(told);
  });

  const comment = (disposition: Disposition, objected = false) =>
    ({ type: "TECHNICAL", disposition, objected }) as const;

  it("is answered once, with a reason, by the group", () => {
    const answer = (of: Disposition, with_: Disposition, reason: string | null) =>
      refusal(() => checkDisposition(comment(of), with_, reason));
    expect(answer("OPEN", "ACCEPTED", null)).toBe("done");
    expect(answer("OPEN", "REJECTED", null)).toBe("BAD_USER_INPUT reason");
    expect(answer("OPEN", "REJECTED", "No.")).toBe("done");
    expect(answer("ACCEPTED", "REJECTED", "No.")).toBe("CONFLICT id");
    for (const word of ["OPEN", "WITHDRAWN"] as const)
      expect(answer("OPEN", word, "So.")).toBe("BAD_USER_INPUT disposition");
  });

  it("may be objected for once, behind its first answer, until the practice is frozen", () => {
    const objects = (stage: Stage, disposition: Disposition, objected = false) =>
      refusal(() => checkObjection(comment(disposition, objected), state(stage)));
    for (const disposition of dispositions)
      expect(objects("PUBLIC_COMMENT", disposition)).toBe(
        ["OPEN", "WITHDRAWN"].includes(disposition) ? "CONFLICT id" : "done",
      );
    expect(objects("PUBLIC_COMMENT", "REJECTED", true)).toBe("CONFLICT id");
    expect(objects("CANDIDATE", "REJECTED")).toBe("CONFLICT id");
  });

  it("stands as an objection in a decision where it was one and was not met", () => {
    expect(isStandingObjection({ type: "OBJECTION", disposition: "REJECTED", objected: false })).toBe(true);
    expect(isStandingObjection({ type: "EDITORIAL", disposition: "DEFERRED", objected: true })).toBe(true);
    expect(isStandingObjection({ type: "OBJECTION", disposition: "ACCEPTED", objected: true })).toBe(false);
    expect(isStandingObjection({ type: "TECHNICAL", disposition: "REJECTED", objected: false })).toBe(false);
  });
});

describe("a practice that is proposed", () => {
  test.each([
    [["group:g", "org:a"], true],
    [["community"], true],
    [["public"], true],
    [["group:h", "org:a"], false],
    [["sector:COMPANY"], false],
  ] as readonly [Key[], boolean][])("with %s is seen by the group: %s", (keys, seen) => {
    expect(reachesGroup(keys, "g")).toBe(seen);
  });
});
