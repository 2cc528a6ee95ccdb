import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeetingView } from "../../db/meeting-reader.ts";
import type { MeetingRule } from "../../domain/groups.ts";
import type { Charter } from "../../domain/charters.ts";
import { charteredGroup } from "../support/chartered.ts";
import type { Person } from "../support/small-forum.ts";
import { operator, refusalOf, SmallForum } from "../support/small-forum.ts";

const hourMs = 60 * 60 * 1_000;
let time = Date.parse("2026-11-25T12:00:00.000Z");
let forum: SmallForum;
beforeAll(async () => {
  forum = await SmallForum.open(undefined, { now: () => new Date(time) });
});
afterAll(() => forum[Symbol.asyncDispose]());

const later = (hours: number): string => new Date(time + hours * hourMs).toISOString();

async function call(who: Person, groupId: string, rule: MeetingRule | null = null): Promise<string> {
  const plan = { title: "First call", startsAt: later(1), endsAt: later(2), place: "https://meet.example" };
  const meeting = { ...plan, groupId, agenda: ["Who we are"], rule, idempotencyKey: null };
  return (await forum.store.commit(who.viewer, "callMeeting", meeting)).id;
}
const meetingOf = async (who: Person, id: string): Promise<MeetingView | null> =>
  (await forum.store.as(who.viewer).meetings.byIds([id]))[0] ?? null;
const attend = (who: Person, meetingId: string, ...present: readonly Person[]) =>
  forum.store.commit(who.viewer, "recordAttendance", { meetingId, present: present.map(({ accountId }) => accountId) });
const record = (who: Person, meetingId: string, organizationId: string | null = null) =>
  forum.store.commit(who.viewer, "recordMeeting", {
    meetingId,
    record: {
      minutes: "We met.",
      decisions: ["To go on."],
      actions: [{ text: "Write it down.", organizationId, due: null }],
    },
  });

async function scene(wish: Partial<Charter> = {}) {
  const group = await charteredGroup(forum, wish);
  const secretary = await forum.person();
  await forum.join(group.groupId, secretary);
  const role = { groupId: group.groupId, member: { accountId: secretary.accountId }, role: "SECRETARY", held: true };
  await forum.store.commit(group.chair.viewer, "setGroupRole", { ...role, role: "SECRETARY" });
  return { ...group, secretary, outsider: await forum.person() };
}

describe("a meeting", () => {
  it("is called by officers, seen by members, and told to them", async () => {
    const { groupId, secretary, member, outsider } = await scene();
    expect(await refusalOf(call(member, groupId))).toBe("FORBIDDEN");
    const start = await forum.store.as(member.viewer).feedCursor();
    const id = await call(secretary, groupId);
    expect(await meetingOf(member, id)).toMatchObject({ state: "CALLED", agenda: ["Who we are"] });
    expect(await meetingOf(outsider, id)).toBeNull();
    const filter = { changes: ["MEETING_CHANGED"], groups: [groupId] } as const;
    const { events } = await forum.store.as(member.viewer).feedPage({ after: start, filter });
    expect(events.map(({ subjectId }) => subjectId)).toEqual([id]);
    const [upcoming = []] = await forum.store.as(member.viewer).meetings.of([groupId], { upcoming: true, first: 5 });
    expect(upcoming.map((meeting) => meeting.id)).toEqual([id]);
  });

  it("is not in the past, does not end before it begins, and is not written down before it has begun", async () => {
    const { groupId, chair } = await scene();
    const bad = { groupId, title: "Call", place: null, agenda: [], rule: null, idempotencyKey: null };
    const attempt = (startsAt: string, endsAt: string) =>
      forum.store.commit(chair.viewer, "callMeeting", { ...bad, startsAt, endsAt });
    expect(await refusalOf(attempt(later(-1), later(1)))).toBe("BAD_USER_INPUT");
    expect(await refusalOf(attempt(later(2), later(1)))).toBe("BAD_USER_INPUT");
    const id = await call(chair, groupId);
    expect(await refusalOf(record(chair, id))).toBe("CONFLICT");
    expect(await refusalOf(attend(chair, id, chair))).toBe("CONFLICT");
    await forum.store.commit(chair.viewer, "cancelMeeting", { meetingId: id });
    time += 2 * hourMs;
    expect(await refusalOf(record(chair, id))).toBe("CONFLICT");
  });

  it("that is attributed says who was there and who does what, to members of the group", async () => {
    const { groupId, secretary, member, chair } = await scene();
    const id = await call(secretary, groupId);
    time += 2 * hourMs;
    await attend(secretary, id, member, chair);
    expect(await refusalOf(attend(secretary, id, await forum.person()))).toBe("BAD_USER_INPUT");
    await record(secretary, id, member.organizationId);
    expect(await meetingOf(member, id)).toMatchObject({
      state: "HELD",
      record: { decisions: ["To go on."], actions: [{ organizationId: member.organizationId }] },
      attendeeIds: [member.accountId, chair.accountId].toSorted(),
    });
  });
});

describe("under the Chatham House rule", () => {
  it("a charter that lays it down is not weakened by a meeting, and a meeting keeps its rule", async () => {
    const { groupId, chair } = await scene({ meetingRule: "CHATHAM_HOUSE" });
    expect(await refusalOf(call(chair, groupId, "ATTRIBUTED"))).toBe("BAD_USER_INPUT");
    expect(await meetingOf(chair, await call(chair, groupId))).toMatchObject({ rule: "CHATHAM_HOUSE" });
  });

  it("nobody is named in what is written down", async () => {
    const { groupId, chair, secretary, member } = await scene({ meetingRule: "CHATHAM_HOUSE" });
    const id = await call(chair, groupId);
    time += 2 * hourMs;
    expect(await refusalOf(record(secretary, id, member.organizationId))).toBe("BAD_USER_INPUT");
    await record(secretary, id);
    expect(await meetingOf(member, id)).toMatchObject({ record: { minutes: "We met." } });
  });

  it("who was there is written and read by the chairs alone, and stands nowhere else", async () => {
    const { groupId, chair, secretary, member } = await scene({ meetingRule: "CHATHAM_HOUSE" });
    const guest = await forum.person();
    await forum.join(groupId, guest);
    const id = await call(chair, groupId);
    time += 2 * hourMs;
    expect(await refusalOf(attend(secretary, id, guest))).toBe("FORBIDDEN");
    const before = await Promise.all([
      forum.store.as(member.viewer).feedPage({ first: 500, filter: {} }),
      forum.store.audit(1_000),
    ]);
    await attend(chair, id, guest);
    expect((await meetingOf(chair, id))?.attendeeIds).toEqual([guest.accountId]);
    for (const who of [secretary, member, guest]) expect((await meetingOf(who, id))?.attendeeIds).toBeNull();
    const after = await Promise.all([
      forum.store.as(member.viewer).feedPage({ first: 500, filter: {} }),
      forum.store.audit(1_000),
    ]);
    expect(after[0].events.length).toBe(before[0].events.length);
    const audited = after[1].slice(0, after[1].length - before[1].length);
    expect(audited.map(({ action, subjectId }) => [action, subjectId])).toEqual([["recordAttendance", id]]);
  });

  it("a former chair reads it no longer", async () => {
    const { groupId, chair, member } = await scene({ meetingRule: "CHATHAM_HOUSE" });
    const id = await call(chair, groupId);
    time += 2 * hourMs;
    await attend(chair, id, member);
    const role = { groupId, role: "CHAIR" } as const;
    await forum.store.commit(chair.viewer, "setGroupRole", {
      ...role,
      member: { accountId: member.accountId },
      held: true,
    });
    await forum.store.commit(member.viewer, "setGroupRole", {
      ...role,
      member: { accountId: chair.accountId },
      held: false,
    });
    expect((await meetingOf(chair, id))?.attendeeIds).toBeNull();
    await forum.store.commit(operator, "leaveGroup", { groupId, member: { accountId: chair.accountId } });
    expect(await meetingOf(chair, id)).toBeNull();
  });
});
