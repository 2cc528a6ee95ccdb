import { describe, expect, it } from "vitest";
import { charterEnd } from "../../domain/charters.ts";
import type { GroupAct, GroupMove, GroupRole, GroupState, GroupWork } from "../../domain/groups.ts";
import {
  does,
  groupMoves,
  groupRoles,
  groupStates,
  groupSteps,
  groupWorks,
  may,
  needsChair,
  sectorBalance,
  seesAttendance,
} from "../../domain/groups.ts";

/** The life of a group once more in words: `from move to, by whom, for what`. Whatever is not in it is no move. */
const moves = `
  PROPOSED     CHARTER    CHARTERED     STEWARD               SIGN_ONS WILLING_CHAIRS
  PROPOSED     CLOSE      CLOSED        STEWARD|PROPOSER      REASON
  CHARTERED    START      ACTIVE        CHAIR
  CHARTERED    RECHARTER  RECHARTERING  CHAIR
  CHARTERED    CLOSE      CLOSED        STEWARD               REASON
  ACTIVE       PAUSE      DORMANT       CHAIR|STEWARD|CLOCK   REASON
  ACTIVE       RECHARTER  RECHARTERING  CHAIR
  ACTIVE       CONCLUDE   CONCLUDED     CHAIR                 REASON
  DORMANT      RESUME     ACTIVE        CHAIR                 RUNNING_CHARTER
  DORMANT      RECHARTER  RECHARTERING  CHAIR
  DORMANT      CONCLUDE   CONCLUDED     CHAIR                 REASON
  DORMANT      CLOSE      CLOSED        STEWARD               REASON
  RECHARTERING CHARTER    ACTIVE        STEWARD               NEW_CHARTER WILLING_CHAIRS
  RECHARTERING RESUME     ACTIVE        CHAIR                 RUNNING_CHARTER
  RECHARTERING CONCLUDE   CONCLUDED     CHAIR                 REASON
  RECHARTERING CLOSE      CLOSED        STEWARD               REASON
  CONCLUDED    RECHARTER  RECHARTERING  CHAIR
  CONCLUDED    CLOSE      CLOSED        STEWARD               REASON
`;
const told = new Map(
  moves
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .map(([from, move, to, by = "", ...demands]) => [`${from} ${move}`, { to, by: by.split("|"), demands }]),
);

describe("the life of a group", () => {
  const cells = groupStates.flatMap((from) => groupMoves.map((move): [GroupState, GroupMove] => [from, move]));

  it.each(cells)("from %s by %s goes as the table says, or not at all", (from, move) => {
    expect(groupSteps[from][move]).toEqual(told.get(`${from} ${move}`) ?? null);
  });

  it("ends with CLOSED, and every state can come there", () => {
    const ends = groupStates.filter((state) => Object.values(groupSteps[state]).every((step) => step === null));
    expect(ends).toEqual(["CLOSED"]);
    for (const start of groupStates) {
      const reached = new Set([start]);
      for (const state of reached)
        for (const step of Object.values(groupSteps[state])) if (step !== null) reached.add(step.to);
      expect([...reached]).toContain("CLOSED");
    }
  });

  it("decides nothing without a charter's approval, and takes in nobody before and behind its life", () => {
    const doing = (work: GroupWork): GroupState[] => groupStates.filter((state) => does(state, work));
    expect(Object.fromEntries(groupWorks.map((work) => [work, doing(work)]))).toEqual({
      ADMIT: ["CHARTERED", "ACTIVE", "DORMANT", "RECHARTERING"],
      DISCUSS: ["CHARTERED", "ACTIVE", "DORMANT", "RECHARTERING"],
      MEET: ["CHARTERED", "ACTIVE", "RECHARTERING"],
      DECIDE: ["ACTIVE", "RECHARTERING"],
    });
    expect(groupStates.filter((state) => !needsChair(state))).toEqual(["PROPOSED", "CLOSED"]);
  });
});

describe("what a role may do", () => {
  const acts: Readonly<Record<GroupRole, readonly GroupAct[]>> = {
    CHAIR: [
      "admit",
      "giveRole",
      "moveGroup",
      "draftCharter",
      "callMeeting",
      "seeAttendance",
      "discuss",
      "moderate",
      "vote",
      "holdBallot",
      "editPractice",
      "movePractice",
      "comment",
      "disposeComment",
    ],
    CO_CHAIR: [],
    SECRETARY: ["admit", "draftCharter", "callMeeting", "discuss", "moderate", "vote", "holdBallot", "comment"],
    EDITOR: ["draftCharter", "discuss", "vote", "editPractice", "comment", "disposeComment"],
    MEMBER: ["discuss", "vote", "comment"],
    OBSERVER: [],
    LIAISON: ["discuss", "comment"],
  };

  it.each(groupRoles)("%s", (role) => {
    const expected = role === "CO_CHAIR" ? acts.CHAIR : acts[role];
    expect(acts.CHAIR.filter((act) => may([role], act)).toSorted()).toEqual(expected.toSorted());
  });

  it("is added up over several roles, and is nothing without one", () => {
    expect(may(["OBSERVER", "EDITOR"], "editPractice")).toBe(true);
    expect(acts.CHAIR.filter((act) => may([], act))).toEqual([]);
  });

  it("under the Chatham House rule, who was there is for the chairs alone", () => {
    expect(groupRoles.filter((role) => seesAttendance("CHATHAM_HOUSE", [role]))).toEqual(["CHAIR", "CO_CHAIR"]);
    expect(groupRoles.filter((role) => seesAttendance("ATTRIBUTED", [role]))).toEqual([...groupRoles]);
    expect(seesAttendance("ATTRIBUTED", [])).toBe(false);
  });
});

describe("a charter's end", () => {
  it.each([
    ["2026-11-25T10:00:00.000Z", 12, "2027-11-25T10:00:00.000Z"],
    ["2026-11-30T10:00:00.000Z", 3, "2027-02-28T10:00:00.000Z"],
    ["2027-11-30T10:00:00.000Z", 3, "2028-02-29T10:00:00.000Z"],
    ["2026-12-31T23:59:59.999Z", 1, "2027-01-31T23:59:59.999Z"],
  ])("of %s and %i months is %s", (approved, months, end) => {
    expect(charterEnd(approved, months)).toBe(end);
  });
});

describe("sector balance", () => {
  it("counts the organisations of every sector", () => {
    expect(sectorBalance([{ sector: "COMPANY" }, { sector: "COMPANY" }, { sector: "ACADEMIA" }])).toEqual([
      { sector: "COMPANY", organizations: 2 },
      { sector: "GOVERNMENT", organizations: 0 },
      { sector: "ACADEMIA", organizations: 1 },
      { sector: "CIVIL_SOCIETY", organizations: 0 },
    ]);
  });
});
