import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GroupMove, GroupRole, GroupState } from "../../domain/groups.ts";
import { groupMoves, groupStates, groupSteps } from "../../domain/groups.ts";
import { charteredGroup, charterFor } from "../support/chartered.ts";
import type { Person } from "../support/small-forum.ts";
import { advisory, operator, range, refusalOf, SmallForum } from "../support/small-forum.ts";

let time = Date.parse("2026-11-25T12:00:00.000Z");
let forum: SmallForum;
beforeAll(async () => {
  forum = await SmallForum.open(undefined, { now: () => new Date(time) });
});
afterAll(() => forum[Symbol.asyncDispose]());

const move = (who: Person, groupId: string, to: GroupMove, reason: string | null = null) =>
  forum.store.commit(who.viewer, "moveGroup", { groupId, move: to, reason });
const setRole = (who: Person, groupId: string, { accountId }: Person, role: GroupRole, held = true) =>
  forum.store.commit(who.viewer, "setGroupRole", { groupId, member: { accountId }, role, held });
const enter = (who: Person, groupId: string, whole = false) =>
  forum.store.commit(who.viewer, "enterGroup", { groupId, whole, note: null });
const propose = async (who: Person, charter = charterFor([who])): Promise<string> => {
  const proposal = { name: `Group ${crypto.randomUUID()}`, description: null, charter, idempotencyKey: null };
  return (await forum.store.commit(who.viewer, "proposeGroup", proposal)).id;
};
const stateOf = async (who: Person, groupId: string): Promise<GroupState | undefined> =>
  (await forum.store.as(who.viewer).workingGroups.status([groupId]))[0]?.state;
const groupsOf = async (who: Person): Promise<readonly string[]> =>
  (await forum.store.as(who.viewer).member())?.groupIds ?? [];

describe("a proposal", () => {
  it("becomes a group when a second organisation signs on and a steward of a third charters it", async () => {
    const { groupId, chair, member, steward } = await charteredGroup(forum);
    expect(await stateOf(chair, groupId)).toBe("ACTIVE");
    expect(await groupsOf(chair)).toContain(groupId);
    expect(await groupsOf(member)).toContain(groupId);
    expect(await groupsOf(steward)).not.toContain(groupId);
  });

  it("is not chartered by signatures of its own organisation, nor by those under an earlier charter", async () => {
    const [proposer, other] = await forum.people(2);
    const steward = await forum.person({ role: "STEWARD" });
    if (proposer === undefined || other === undefined) throw new Error("there are two");
    const groupId = await propose(proposer);
    expect(await refusalOf(move(steward, groupId, "CHARTER"))).toBe("CONFLICT");
    await forum.store.commit(other.viewer, "signOn", { groupId, signed: true });
    const charter = { groupId, charter: charterFor([proposer], { joining: "OPEN" }), idempotencyKey: null };
    await forum.store.commit(proposer.viewer, "draftCharter", charter);
    expect(await refusalOf(move(steward, groupId, "CHARTER"))).toBe("CONFLICT");
    await forum.store.commit(other.viewer, "signOn", { groupId, signed: true });
    await move(steward, groupId, "CHARTER");
    expect(await stateOf(other, groupId)).toBe("CHARTERED");
  });

  it("is chartered by no steward of an organisation that comes in by it", async () => {
    const proposer = await forum.person();
    const colleague = await forum.person({ role: "STEWARD", organizationId: proposer.organizationId });
    const groupId = await propose(proposer);
    await forum.store.commit((await forum.person()).viewer, "signOn", { groupId, signed: true });
    expect(await refusalOf(move(colleague, groupId, "CHARTER"))).toBe("FORBIDDEN");
    expect(await groupsOf(proposer)).not.toContain(groupId);
  });

  it("is written fifty times at most", async () => {
    const proposer = await forum.person();
    const groupId = await propose(proposer);
    const draft = () =>
      forum.store.commit(proposer.viewer, "draftCharter", {
        groupId,
        charter: charterFor([proposer]),
        idempotencyKey: null,
      });
    for (const _version of range(49)) await draft();
    expect(await refusalOf(draft())).toBe("CONFLICT");
  });

  it("makes nobody a chair whose organisation has not signed on", async () => {
    const [proposer, other, unasked] = [await forum.person(), await forum.person(), await forum.person()];
    const groupId = await propose(proposer, charterFor([proposer, unasked]));
    await forum.store.commit(other.viewer, "signOn", { groupId, signed: true });
    expect(await refusalOf(move(await forum.person({ role: "STEWARD" }), groupId, "CHARTER"))).toBe("CONFLICT");
  });

  it("takes in nobody and nothing: no member, no item, no whole organisation", async () => {
    const proposer = await forum.person();
    const groupId = await propose(proposer, charterFor([proposer], { joining: "OPEN" }));
    expect(await refusalOf(enter(await forum.person(), groupId))).toBe("CONFLICT");
    expect(await refusalOf(forum.join(groupId, await forum.person()))).toBe("CONFLICT");
    expect(await refusalOf(forum.publish(proposer, advisory({ tlp: "AMBER", groups: [groupId] })))).toBe(
      "BAD_USER_INPUT",
    );
  });
});

/** Brings a group into a state, with a new charter at hand where one can be. */
async function groupIn(
  state: GroupState,
): Promise<{ groupId: string; chair: Person; steward: Person; stranger: Person }> {
  const stranger = await forum.person();
  if (state === "PROPOSED") {
    const [chair, member] = [await forum.person(), await forum.person()];
    const groupId = await propose(chair);
    await forum.store.commit(member.viewer, "signOn", { groupId, signed: true });
    return { groupId, chair, steward: await forum.person({ role: "STEWARD" }), stranger };
  }
  const group = await charteredGroup(forum);
  const { groupId, chair, steward } = group;
  const path: Partial<Record<GroupState, readonly GroupMove[]>> = {
    DORMANT: ["PAUSE"],
    RECHARTERING: ["RECHARTER"],
    CONCLUDED: ["CONCLUDE"],
    CLOSED: ["CONCLUDE", "CLOSE"],
  };
  for (const step of path[state] ?? []) await move(step === "CLOSE" ? steward : chair, groupId, step, "It is time.");
  if (state === "RECHARTERING") {
    const next = { groupId, charter: charterFor([chair], { durationMonths: 24 }), idempotencyKey: null };
    await forum.store.commit(chair.viewer, "draftCharter", next);
  }
  return { ...group, stranger };
}

describe("the moves of a group", () => {
  const cells = groupStates
    .filter((state) => state !== "CHARTERED")
    .flatMap((from) => groupMoves.map((to): [GroupState, GroupMove] => [from, to]));

  it.each(cells)("from %s by %s are made by those whom the table names, and by nobody else", async (from, to) => {
    const { groupId, chair, steward, stranger } = await groupIn(from);
    const step = groupSteps[from][to];
    const hands: readonly (readonly [boolean, Person])[] = [
      [false, stranger],
      [step?.by.includes("STEWARD") === true, steward],
      [step?.by.some((by) => by === "CHAIR" || (by === "PROPOSER" && from === "PROPOSED")) === true, chair],
    ];
    for (const [isAllowed, who] of hands.toSorted(([a], [b]) => Number(a) - Number(b))) {
      if (step !== null && isAllowed) {
        await move(who, groupId, to, "It is time.");
        expect(await stateOf(stranger, groupId)).toBe(step.to);
        return;
      }
      expect(await refusalOf(move(who, groupId, to, "It is time."))).toBe(step === null ? "CONFLICT" : "FORBIDDEN");
      expect(await stateOf(stranger, groupId)).toBe(from);
    }
  });

  it("ask for a reason where the table does, and keep who made them and why", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    expect(await refusalOf(move(chair, groupId, "PAUSE"))).toBe("BAD_USER_INPUT");
    await move(chair, groupId, "PAUSE", "Nobody has time.");
    const [history = []] = await forum.store.as(member.viewer).workingGroups.history([groupId]);
    expect(history.map(({ from, to, accountId, reason }) => [from, to, accountId === chair.accountId, reason])).toEqual(
      [
        ["PROPOSED", "CHARTERED", false, null],
        ["CHARTERED", "ACTIVE", true, null],
        ["ACTIVE", "DORMANT", true, "Nobody has time."],
      ],
    );
  });

  it("come by themselves when the charter runs out, and it cannot be resumed before there is a new one", async () => {
    const { groupId, chair, steward } = await charteredGroup(forum, { durationMonths: 1 });
    time += 32 * 24 * 60 * 60 * 1_000;
    await forum.store.runDueTimers();
    expect(await stateOf(chair, groupId)).toBe("DORMANT");
    expect(await refusalOf(move(chair, groupId, "RESUME"))).toBe("CONFLICT");
    await move(chair, groupId, "RECHARTER");
    expect(await refusalOf(move(steward, groupId, "CHARTER"))).toBe("CONFLICT");
    const next = { groupId, charter: charterFor([chair]), idempotencyKey: null };
    await forum.store.commit(chair.viewer, "draftCharter", next);
    await move(steward, groupId, "CHARTER");
    expect(await stateOf(chair, groupId)).toBe("ACTIVE");
    const versions = await forum.store.as(steward.viewer).workingGroups.charters(groupId);
    expect(versions.map(({ version, approvedAt }) => [version, approvedAt !== null])).toEqual([
      [2, true],
      [1, true],
    ]);
  });
});

describe("roles", () => {
  it("are given by chairs to those who are in the group, and a chair alone makes a chair", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const outsider = await forum.person();
    expect(await refusalOf(setRole(member, groupId, member, "EDITOR"))).toBe("FORBIDDEN");
    expect(await refusalOf(setRole(chair, groupId, outsider, "EDITOR"))).toBe("BAD_USER_INPUT");
    await setRole(chair, groupId, member, "CO_CHAIR");
    expect(await refusalOf(setRole(member, groupId, member, "CHAIR"))).toBe("FORBIDDEN");
    await setRole(member, groupId, member, "EDITOR");
    const [seats = []] = await forum.store.as(outsider.viewer).workingGroups.seats([groupId]);
    const rolesOf = ({ accountId }: Person): string[] =>
      [...(seats.find((seat) => seat.accountId === accountId)?.roles ?? [])].toSorted();
    expect(rolesOf(chair)).toEqual(["CHAIR", "MEMBER"]);
    expect(rolesOf(member)).toEqual(["CO_CHAIR", "EDITOR", "MEMBER"]);
    expect(seats).toHaveLength(2);
  });

  it("keep a last chair, whoever would take it away and however", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const { accountId } = chair;
    const ways = [
      () => setRole(chair, groupId, chair, "CHAIR", false),
      () => forum.store.commit(chair.viewer, "quitGroup", { groupId, whole: false }),
      () => forum.store.commit(chair.viewer, "removeFromGroup", { groupId, member: { accountId }, reason: "So." }),
      () => forum.leave(groupId, chair),
    ];
    for (const way of ways) expect(await refusalOf(way())).toBe("CONFLICT");
    expect(await groupsOf(chair)).toContain(groupId);
    await setRole(chair, groupId, member, "CHAIR");
    await setRole(chair, groupId, chair, "CHAIR", false);
    await forum.store.commit(chair.viewer, "quitGroup", { groupId, whole: false });
    expect(await groupsOf(chair)).not.toContain(groupId);
  });

  it("of a chair who is suspended, or may only read by now, leave the group without one, which a steward gives it", async () => {
    const endings = [
      (accountId: string) => forum.store.commit(operator, "suspendAccount", { accountId, suspended: true }),
      (accountId: string) => forum.store.commit(operator, "updateAccount", { accountId, role: "READER" }),
    ] as const;
    for (const end of endings) {
      const { groupId, chair, member, steward } = await charteredGroup(forum);
      expect(await refusalOf(setRole(steward, groupId, member, "CHAIR"))).toBe("FORBIDDEN");
      await end(chair.accountId);
      await setRole(steward, groupId, member, "CHAIR");
      expect(await refusalOf(setRole(member, groupId, member, "CHAIR", false))).toBe("CONFLICT");
      await move(member, groupId, "RECHARTER");
    }
  });

  it("are not taken from a chair by an officer who takes out the organisation through which it is in the group", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const other = await forum.person();
    const organization = { organizationId: other.organizationId };
    await forum.store.commit(operator, "joinGroup", { groupId, member: organization });
    await setRole(chair, groupId, other, "CHAIR");
    await setRole(chair, groupId, member, "SECRETARY");
    const remove = ({ viewer }: Person) =>
      forum.store.commit(viewer, "removeFromGroup", { groupId, member: organization, reason: "So." });
    expect(await refusalOf(remove(member))).toBe("FORBIDDEN");
    await remove(chair);
    expect(await groupsOf(other)).not.toContain(groupId);
  });

  it("end when their holder goes, and do not come back with it", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    await setRole(chair, groupId, member, "SECRETARY");
    await forum.leave(groupId, member);
    await forum.join(groupId, member);
    expect(await refusalOf(move(member, groupId, "PAUSE", "So."))).toBe("FORBIDDEN");
    expect(await forum.store.as(member.viewer).workingGroups.viewerRoles([groupId])).toEqual([["MEMBER"]]);
  });

  it("that rest on a whole organisation end with it", async () => {
    const { groupId, chair } = await charteredGroup(forum);
    const colleague = await forum.person();
    const { organizationId } = colleague;
    await forum.store.commit(operator, "joinGroup", { groupId, member: { organizationId } });
    await setRole(chair, groupId, colleague, "EDITOR");
    await forum.store.commit(operator, "leaveGroup", { groupId, member: { organizationId } });
    await forum.store.commit(operator, "joinGroup", { groupId, member: { organizationId } });
    expect(await forum.store.as(colleague.viewer).workingGroups.viewerRoles([groupId])).toEqual([["MEMBER"]]);
  });

  it("a steward gives a group without a chair its first, of another organisation than its own", async () => {
    const [member, steward] = [await forum.person(), await forum.person({ role: "STEWARD" })];
    const colleague = await forum.person({ organizationId: steward.organizationId });
    const groupId = await forum.group(member, colleague);
    expect(await refusalOf(setRole(steward, groupId, colleague, "CHAIR"))).toBe("FORBIDDEN");
    expect(await refusalOf(setRole(steward, groupId, member, "EDITOR"))).toBe("FORBIDDEN");
    await setRole(steward, groupId, member, "CHAIR");
    expect(await refusalOf(setRole(steward, groupId, member, "CHAIR", false))).toBe("FORBIDDEN");
  });
});

describe("coming into a group", () => {
  const admissions = async (who: Person, groupId: string) =>
    (await forum.store.as(who.viewer).workingGroups.admissions([groupId]))[0] ?? [];
  const answer = (who: Person, admissionId: string, accepted: boolean) =>
    forum.store.commit(who.viewer, "answerAdmission", { admissionId, accepted, reason: null });

  it("openly: at once, alone or with the whole organisation", async () => {
    const { groupId } = await charteredGroup(forum, { joining: "OPEN" });
    const [alone, first] = [await forum.person(), await forum.person()];
    const colleague = await forum.person({ organizationId: first.organizationId });
    await enter(alone, groupId);
    await enter(first, groupId, true);
    for (const who of [alone, first, colleague]) expect(await groupsOf(who)).toContain(groupId);
  });

  it("by request: an officer lets in, of another organisation; the request is seen by the two sides alone", async () => {
    const { groupId, chair, member } = await charteredGroup(forum);
    const [asking, colleague] = [await forum.person(), await forum.person({ organizationId: chair.organizationId })];
    await enter(asking, groupId);
    await enter(asking, groupId);
    await enter(colleague, groupId);
    const requests = await admissions(chair, groupId);
    expect(requests).toHaveLength(2);
    expect(await admissions(asking, groupId)).toHaveLength(1);
    expect(await admissions(member, groupId)).toEqual([]);
    const [own, other] = [
      requests.find((one) => one.accountId === colleague.accountId),
      requests.find((one) => one.accountId === asking.accountId),
    ];
    if (own === undefined || other === undefined) throw new Error("both have asked");
    expect(await refusalOf(answer(member, other.id, true))).toBe("NOT_FOUND");
    expect(await refusalOf(answer(asking, other.id, true))).toBe("FORBIDDEN");
    expect(await refusalOf(answer(chair, own.id, true))).toBe("FORBIDDEN");
    await answer(chair, other.id, true);
    expect(await groupsOf(asking)).toContain(groupId);
    expect(await refusalOf(answer(chair, other.id, false))).toBe("CONFLICT");
    await answer(chair, own.id, false);
    expect(await groupsOf(colleague)).not.toContain(groupId);
  });

  it("by invitation: nobody comes in without one, and the invited alone accepts it", async () => {
    const { groupId, chair } = await charteredGroup(forum, { joining: "INVITATION" });
    const [guest, colleague] = [await forum.person(), await forum.person({ organizationId: chair.organizationId })];
    expect(await refusalOf(enter(guest, groupId))).toBe("FORBIDDEN");
    const invite = (who: Person, { accountId }: Person) =>
      forum.store.commit(who.viewer, "inviteToGroup", {
        groupId,
        member: { accountId },
        standing: "OBSERVER",
        note: "Come.",
      });
    expect(await refusalOf(invite(guest, guest))).toBe("FORBIDDEN");
    expect(await refusalOf(invite(chair, colleague))).toBe("FORBIDDEN");
    const { id } = await invite(chair, guest);
    expect(await refusalOf(answer(chair, id, true))).toBe("FORBIDDEN");
    expect(await groupsOf(guest)).not.toContain(groupId);
    await enter(guest, groupId);
    expect(await forum.store.as(guest.viewer).workingGroups.viewerRoles([groupId])).toEqual([["OBSERVER"]]);
  });

  it("by an old invitation is not to be had for whoever was in the group since, and was taken out", async () => {
    const { groupId, chair, steward } = await charteredGroup(forum, { joining: "INVITATION" });
    const guest = await forum.person();
    const member = { accountId: guest.accountId };
    const invitation = { groupId, member, standing: "MEMBER", note: null } as const;
    const { id } = await forum.store.commit(chair.viewer, "inviteToGroup", invitation);
    await forum.store.commit(steward.viewer, "joinGroup", { groupId, member });
    await forum.store.commit(chair.viewer, "removeFromGroup", { groupId, member, reason: "So." });
    expect(await refusalOf(enter(guest, groupId))).toBe("FORBIDDEN");
    expect(await refusalOf(answer(guest, id, true))).toBe("CONFLICT");
    await forum.store.commit(chair.viewer, "inviteToGroup", invitation);
    await forum.store.commit(chair.viewer, "removeFromGroup", { groupId, member, reason: "After all." });
    expect(await refusalOf(enter(guest, groupId))).toBe("FORBIDDEN");
    expect(await groupsOf(guest)).not.toContain(groupId);
  });

  it("and going are told as changes of rights, at once and on open feeds", async () => {
    const { groupId } = await charteredGroup(forum, { joining: "OPEN" });
    const who = await forum.person();
    const start = await forum.store.as(who.viewer).feedCursor();
    await enter(who, groupId);
    await forum.store.commit(who.viewer, "quitGroup", { groupId, whole: false });
    expect((await forum.pages(who, start)).map(({ change }) => change)).toEqual(["RIGHTS_CHANGED", "RIGHTS_CHANGED"]);
  });
});
