import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../support/small-forum.ts";
import { operator } from "../support/small-forum.ts";
import { minute, StillForum } from "../support/still-forum.ts";

const hold = `mutation ($group: ID!, $practice: ID, $version: Int, $options: [String!], $rule: BallotRule, $quorumPercent: Int, $balanced: Boolean,
    $secret: Boolean, $opensAt: DateTime, $closesAt: DateTime!, $zone: String!, $key: String) {
  holdBallot(group: $group, practice: $practice, version: $version, question: "Shall we?", options: $options, rule: $rule, quorumPercent: $quorumPercent,
    balanced: $balanced, secret: $secret, opensAt: $opensAt, closesAt: $closesAt, zone: $zone, idempotencyKey: $key) { ballot { id state } cursor } }`;
const vote = `mutation ($id: ID!, $option: Int, $abstain: Boolean, $reason: String) {
  vote(id: $id, option: $option, abstain: $abstain, reason: $reason) { ballot { id ownVoter { voted } } } }`;
const hear = `mutation ($id: ID!, $organization: ID!, $answer: String!) {
  hearObjection(id: $id, organization: $organization, answer: $answer) { ballot { id } } }`;
const close = "mutation ($id: ID!) { closeBallot(id: $id) { ballot { state } } }";
const look = `query ($id: ID!) { node(id: $id) { id ... on Ballot { state closedAt secret result { outcome winner votes abstained eligible voted }
  voters { organization { id } voted } votes { organization { id } option reason heardAs } papers { option reason } ownVoter { voted } } } }`;

type Look = {
  node: {
    state: string;
    closedAt: string | null;
    result: { outcome: string; winner: number | null; votes: number[]; voted: number; eligible: number } | null;
    voters: { organization: { id: string }; voted: boolean }[];
    votes: { option: number | null; reason: string | null; heardAs: string | null }[] | null;
    papers: { option: number | null; reason: string | null }[] | null;
  } | null;
};

let forum: StillForum;
let chair: Person;
let [first, second, third, outsider]: Person[] = [];
let group: string;

beforeEach(async () => {
  forum = await StillForum.open();
  chair = await forum.person("GOVERNMENT");
  const members = [await forum.person(), await forum.person("ACADEMIA"), await forum.person("CIVIL_SOCIETY")];
  [first, second, third] = members;
  outsider = await forum.person();
  group = await forum.group(chair, ...members);
});
afterEach(() => forum[Symbol.asyncDispose]());

async function held(wish: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const variables = { group, closesAt: minute(60), zone: "Europe/Paris", ...wish };
  return (await forum.done<{ holdBallot: { ballot: { id: string } } }>(chair, hold, variables)).holdBallot.ballot.id;
}

async function see(id: string, who: Person | undefined = chair): Promise<NonNullable<Look["node"]>> {
  const { node } = await forum.done<Look>(who ?? null, look, { id });
  if (node === null) throw new Error("the ballot is not shown");
  return node;
}

const cast = (who: Person | undefined, id: string, paper: Readonly<Record<string, unknown>>): Promise<string> =>
  forum.refused(who ?? null, vote, { id, ...paper });

describe("a ballot", () => {
  it("opens at its instant for the organisations of then, and closes at its instant with what they voted", async () => {
    const id = await held({ opensAt: minute(10) });
    expect((await see(id)).state).toBe("SCHEDULED");
    expect(await cast(first, id, { option: 0 })).toBe("CONFLICT");
    await forum.store.commit(operator, "joinGroup", {
      groupId: group,
      member: { accountId: outsider?.accountId ?? "" },
    });
    await forum.turnTo(10);
    const late = await forum.person();
    await forum.store.commit(operator, "joinGroup", { groupId: group, member: { accountId: late.accountId } });
    expect(await cast(outsider, id, { option: 0 })).toBe("");
    expect(await cast(late, id, { option: 0 })).toBe("FORBIDDEN");
    expect(await cast(first, id, { option: 0, reason: "It is time." })).toBe("");
    expect(await cast(second, id, { abstain: true })).toBe("");
    await forum.turnTo(60);
    const { state, result, votes } = await see(id);
    expect([state, result?.outcome, result?.winner, result?.votes, result?.eligible, result?.voted]).toEqual([
      "CLOSED",
      "DECIDED",
      0,
      [2, 0],
      5,
      3,
    ]);
    expect(votes?.map(({ reason }) => reason)).toContain("It is time.");
  });

  it("is decided by those who might vote when it opened, whatever becomes of them in the group", async () => {
    const id = await held({ quorumPercent: 75 });
    expect(await cast(second, id, { option: 0 })).toBe("");
    const people = [first, second, third].map((one) => ({ accountId: one?.accountId ?? "" }));
    const [observer, gone, absent] = people.map((member) => ({ groupId: group, member }));
    if (observer === undefined || gone === undefined || absent === undefined) throw new Error("there are three");
    await forum.store.commit(chair.viewer, "setGroupRole", { ...observer, role: "OBSERVER", held: true });
    for (const one of [gone, absent])
      await forum.store.commit(chair.viewer, "removeFromGroup", { ...one, reason: "No." });
    expect(await cast(third, id, { option: 1 })).toBe("NOT_FOUND");
    expect(await forum.refused(chair, close, { id })).toBe("CONFLICT");
    expect(await cast(first, id, { option: 0 })).toBe("");
    expect(await cast(chair, id, { option: 1 })).toBe("");
    await forum.turnTo(60);
    expect((await see(id)).result).toMatchObject({
      outcome: "DECIDED",
      winner: 0,
      votes: [2, 1],
      eligible: 4,
      voted: 3,
    });
    const later = await held({ closesAt: minute(90) });
    expect(await cast(first, later, { option: 0 })).toBe("FORBIDDEN");
    expect((await see(later)).voters).toHaveLength(1);
  });

  it("takes no vote of an observer whose organisation has somebody in the group to cast it", async () => {
    const colleague = await forum.colleague(first ?? chair);
    const member = { groupId: group, member: { accountId: colleague.accountId } };
    await forum.store.commit(operator, "joinGroup", member);
    await forum.store.commit(chair.viewer, "setGroupRole", { ...member, role: "OBSERVER", held: true });
    const id = await held();
    expect(await cast(colleague, id, { option: 1 })).toBe("FORBIDDEN");
    expect(await cast(first, id, { option: 0 })).toBe("");
  });

  it("counts nobody among those who may vote whom nothing lets vote", async () => {
    const [suspended, reads] = [first?.accountId ?? "", second?.accountId ?? ""];
    await forum.store.commit(operator, "suspendAccount", { accountId: suspended, suspended: true });
    await forum.store.commit(operator, "updateAccount", { accountId: reads, role: "READER" });
    const id = await held({ quorumPercent: 100 });
    for (const who of [chair, third]) expect(await cast(who, id, { option: 0 })).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("");
    expect((await see(id)).result).toMatchObject({ outcome: "DECIDED", eligible: 2, voted: 2 });
  });

  it("counts an organisation that is in the group as a whole as long as somebody of it can vote", async () => {
    const [reader, other] = [await forum.person("COMPANY", "READER"), await forum.person()];
    for (const { organizationId } of [reader, other])
      await forum.store.commit(operator, "joinGroup", { groupId: group, member: { organizationId } });
    const { voters } = await see(await held());
    const organizations = voters.map(({ organization }) => organization.id);
    expect(organizations).toContain(other.organizationId);
    expect(organizations).not.toContain(reader.organizationId);
  });

  it("takes one vote of an organisation, whoever of it votes, and keeps it", async () => {
    const id = await held();
    const colleague = await forum.colleague(first ?? chair);
    await forum.store.commit(operator, "joinGroup", { groupId: group, member: { accountId: colleague.accountId } });
    expect(await cast(first, id, { option: 1 })).toBe("");
    expect(await cast(first, id, { option: 1 })).toBe("CONFLICT");
    expect(await cast(colleague, id, { option: 0 })).toBe("CONFLICT");
    expect((await see(id)).votes).toMatchObject([{ option: 1 }]);
  });

  it("takes no vote from its last instant on, though nothing has closed it yet, and can be asked what it came to after that", async () => {
    const id = await held({ quorumPercent: 0 });
    expect(await cast(first, id, { option: 0 })).toBe("");
    forum.stopAt(60);
    expect(await cast(second, id, { option: 1 })).toBe("CONFLICT");
    expect(await see(id)).toMatchObject({ state: "CLOSED", closedAt: null, result: null });
    await forum.store.runDueTimers();
    const closed = await see(id);
    expect(closed.result).toMatchObject({ outcome: "DECIDED", votes: [1, 0] });
    for (const [who, document] of [
      [second, vote],
      [chair, close],
      [chair, hear],
    ] as const)
      expect(
        await forum.refused(who ?? null, document, { id, option: 1, organization: first?.organizationId, answer: "A" }),
      ).toBe("CONFLICT");
    await forum.turnTo(600);
    expect(await see(id)).toEqual(closed);
  });

  it("closes early only once nothing that can still happen changes the outcome", async () => {
    const id = await held();
    for (const who of [first, second]) expect(await cast(who, id, { option: 0 })).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("CONFLICT");
    expect(await forum.refused(third ?? null, close, { id })).toBe("FORBIDDEN");
    expect(await cast(third, id, { option: 0 })).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("");
    expect(await see(id)).toMatchObject({
      state: "CLOSED",
      closedAt: minute(0),
      result: { outcome: "DECIDED", voted: 3 },
    });
    await forum.turnTo(60);
    expect((await see(id)).closedAt).toBe(minute(0));
  });

  it("under consensus is decided once every objection has been heard", async () => {
    const id = await held({ rule: "CONSENSUS" });
    expect(await cast(third, id, { option: 1 })).toBe("BAD_USER_INPUT reason");
    expect(await cast(third, id, { option: 1, reason: "Too dear." })).toBe("");
    for (const who of [first, second, chair]) expect(await cast(who, id, { option: 0 })).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("CONFLICT");
    const answer = { id, organization: third?.organizationId, answer: "It pays within a year." };
    expect(await forum.refused(first ?? null, hear, answer)).toBe("FORBIDDEN");
    expect(await forum.refused(chair, hear, { ...answer, organization: outsider?.organizationId })).toBe(
      "BAD_USER_INPUT organization",
    );
    expect(await forum.refused(chair, hear, answer)).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("");
    const { result, votes } = await see(id, first);
    expect(result).toMatchObject({ outcome: "DECIDED", winner: 0, votes: [3, 1] });
    expect(votes?.find(({ option }) => option === 1)?.heardAs).toBe("It pays within a year.");
  });

  it("is not there for who is not in the group, and refused like what does not exist", async () => {
    const id = await held();
    const absent = `blt_${"0".repeat(26)}`;
    expect((await forum.done<Look>(outsider ?? null, look, { id })).node).toBeNull();
    for (const [document, variables] of [
      [vote, { option: 0 }],
      [vote, { option: 0, abstain: true }],
      [hear, { organization: first?.organizationId, answer: "" }],
      [close, {}],
    ] as const) {
      const answerTo = async (ballot: string) =>
        (await forum.ask(outsider ?? null, document, { ...variables, id: ballot })).text;
      expect(await answerTo(id)).toContain("NOT_FOUND");
      expect(await answerTo(id)).toBe(await answerTo(absent));
      expect(await answerTo(id)).toBe(await answerTo("nonsense"));
    }
    const reader = await forum.colleague(first ?? chair, "READER");
    expect(await cast(reader, id, { option: 0 })).toBe("FORBIDDEN");
    expect(await cast(undefined, id, { option: 0 })).toBe("UNAUTHENTICATED");
  });

  it("is refused with the field that is wrong, and nothing is written", async () => {
    const practice = await forum.practice(chair);
    const shared = await forum.practice(chair, group);
    const bad = (wish: Readonly<Record<string, unknown>>) =>
      forum.refused(chair, hold, { group, closesAt: minute(60), zone: "Europe/Paris", ...wish });
    expect(await bad({ closesAt: minute(0) })).toBe("BAD_USER_INPUT closesAt");
    expect(await bad({ opensAt: minute(-1) })).toBe("BAD_USER_INPUT opensAt");
    expect(await bad({ options: ["Yes", " YES"] })).toBe("BAD_USER_INPUT options");
    expect(await bad({ zone: "Mars/Olympus" })).toBe("BAD_USER_INPUT zone");
    expect(await bad({ secret: true, rule: "CONSENSUS" })).toBe("BAD_USER_INPUT rule");
    expect(await bad({ practice: shared })).toBe("BAD_USER_INPUT version");
    expect(await bad({ practice: shared, version: 9 })).toBe("BAD_USER_INPUT version");
    expect(await bad({ practice, version: 1 })).toBe("BAD_USER_INPUT practice");
    expect(await bad({ group: `grp_${"0".repeat(26)}` })).toBe("NOT_FOUND");
    expect(await forum.refused(first ?? null, hold, { group, closesAt: minute(60), zone: "UTC" })).toBe("FORBIDDEN");
    const { ballots } = await forum.done<{ ballots: { totalCount: number } }>(chair, "{ ballots { totalCount } }");
    expect(ballots.totalCount).toBe(0);
  });

  it("that is repeated under its key is held once", async () => {
    expect(await held({ key: "k" })).toBe(await held({ key: "k" }));
  });

  it("is told of to its group when it is announced, opened and closed, each once", async () => {
    const id = await held({ opensAt: minute(10) });
    await forum.turnTo(10);
    await forum.turnTo(61);
    const document = `{ feed(filter: { changes: [BALLOT_ANNOUNCED, BALLOT_OPENED, BALLOT_CLOSED] }) { events { change subjectId subject { id } } } }`;
    type Feed = { feed: { events: { change: string; subjectId: string; subject: { id: string } }[] } };
    const { feed } = await forum.done<Feed>(second ?? null, document);
    const event = (change: string) => ({ change, subjectId: id, subject: { id } });
    expect(feed.events).toEqual(["BALLOT_ANNOUNCED", "BALLOT_OPENED", "BALLOT_CLOSED"].map(event));
    expect((await forum.done<Feed>(outsider ?? null, document)).feed.events).toEqual([]);
  });
});

describe("a secret ballot", () => {
  it("shows who has voted, and what was voted only as a heap, once it is counted", async () => {
    const id = await held({ secret: true });
    expect(await cast(third, id, { option: 1, reason: "Reason of the third." })).toBe("");
    expect(await cast(first, id, { option: 0, reason: "Reason of the first." })).toBe("");
    const open = await see(id);
    expect(open).toMatchObject({ votes: null, papers: null, result: null });
    expect(open.voters.filter(({ voted }) => voted)).toHaveLength(2);
    expect(await forum.refused(chair, close, { id })).toBe("CONFLICT");
    await forum.turnTo(60);
    const closed = await see(id);
    expect(closed.votes).toBeNull();
    expect(closed.papers).toEqual([
      { option: 0, reason: "Reason of the first." },
      { option: 1, reason: "Reason of the third." },
    ]);
  });

  it("closes early only when everybody has voted, so that asking tells nobody how the votes stand", async () => {
    const id = await held({ secret: true });
    for (const who of [first, second, third]) expect(await cast(who, id, { option: 0 })).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("CONFLICT");
    expect(await cast(chair, id, { option: 0 })).toBe("");
    expect(await forum.refused(chair, close, { id })).toBe("");
  });
});
