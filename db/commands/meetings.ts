import { eq, inArray } from "drizzle-orm";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import type { MeetingRule } from "../../domain/groups.ts";
import { may, seesAttendance } from "../../domain/groups.ts";
import { newId } from "../../domain/ids.ts";
import { namesPeople } from "../../domain/meetings.ts";
import { parseText } from "../../domain/parse.ts";
import { accountKey, groupKey, orgKey } from "../../domain/policy.ts";
import { charterOf, loadSeats } from "../groups.ts";
import { insertRows } from "../insert-rows.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import type { OpenGroup } from "./group-seats.ts";
import { openGroup, requireAct } from "./group-seats.ts";
import { conflict } from "./write-item.ts";

const maxEntries = 100;
const maxMinutesLength = 100_000;

export const callMeeting: Handler<"callMeeting"> = async (
  context,
  { groupId, title, startsAt, endsAt, place, agenda, rule: wish },
) => {
  const { tx, dialect } = context;
  requireAct(await openGroup(context, groupId), "callMeeting", "MEET");
  const rule = await ruleFor(context, groupId, wish);
  const plan = { title, startsAt, endsAt, place, agenda };
  checkPlan(plan);
  if (startsAt <= tx.at) throw badInput("startsAt", "Give an instant in the future.");
  const id = newId("meeting");
  const row = { ...plan, id, groupId, rule, state: "CALLED" as const, record: null, at: tx.at };
  await tx.db.insert(dialect.tables.meetings).values(row);
  await tellMeeting(context, id, groupId);
  return { id };
};

export const changeMeeting: Handler<"changeMeeting"> = async (context, { meetingId: id, ...changes }) => {
  const { tx, dialect } = context;
  const { meetings: m } = dialect.tables;
  const { meeting, group } = await visibleMeeting(context, id);
  requireAct(group, "callMeeting");
  if (meeting.state !== "CALLED") throw conflict(`The meeting is ${meeting.state}.`);
  checkPlan({ ...meeting, ...changes });
  if (Object.keys(changes).length > 0) await tx.db.update(m).set(changes).where(eq(m.id, id));
  await tellMeeting(context, id, meeting.groupId);
  return { id };
};

export const cancelMeeting: Handler<"cancelMeeting"> = async (context, { meetingId: id }) => {
  const { tx, dialect } = context;
  const { meetings: m } = dialect.tables;
  const { meeting, group } = await visibleMeeting(context, id);
  requireAct(group, "callMeeting");
  if (meeting.state !== "CALLED") throw conflict(`The meeting is ${meeting.state}.`);
  await tx.db.update(m).set({ state: "CANCELLED" }).where(eq(m.id, id));
  await tellMeeting(context, id, meeting.groupId);
  return { id };
};

export const recordMeeting: Handler<"recordMeeting"> = async (context, { meetingId: id, record }) => {
  const { tx, dialect } = context;
  const { meetings: m, organizations: o } = dialect.tables;
  const { meeting, group } = await visibleMeeting(context, id);
  requireAct(group, "callMeeting");
  requireHeld(meeting, tx.at);
  parseText(record.minutes, "minutes", maxMinutesLength, true);
  checkTexts(record.decisions, "decisions");
  checkTexts(
    record.actions.map(({ text }) => text),
    "actions",
  );
  const owners = [...new Set(record.actions.flatMap(({ organizationId }) => organizationId ?? []))];
  if (owners.length > 0 && !namesPeople(meeting.rule))
    throw badInput("actions", "Under the Chatham House rule nobody is named, not even who takes something on.");
  const known = owners.length === 0 ? [] : await tx.db.select({ id: o.id }).from(o).where(inArray(o.id, owners));
  if (known.length < owners.length) throw badInput("actions", "An action names somebody who is not in the directory.");
  await tx.db.update(m).set({ record, state: "HELD" }).where(eq(m.id, id));
  await tellMeeting(context, id, meeting.groupId);
  return { id };
};

/** No feed tells of it: that it was written down says already that somebody was there. */
export const recordAttendance: Handler<"recordAttendance"> = async (context, { meetingId: id, present }) => {
  const { tx, dialect } = context;
  const { attendance: t, accounts: a } = dialect.tables;
  const { meeting, group } = await visibleMeeting(context, id);
  if (!may(group.roles, "callMeeting") || !seesAttendance(meeting.rule, group.roles))
    throw new ForumError(
      "FORBIDDEN",
      "Who was there is written down by the chairs; without the Chatham House rule, by the secretary too.",
    );
  requireHeld(meeting, tx.at);
  const named = [...new Set(present)];
  const seats = await loadSeats(tx, dialect.tables, meeting.groupId);
  const found =
    named.length === 0
      ? []
      : await tx.db.select({ id: a.id, organizationId: a.organizationId }).from(a).where(inArray(a.id, named));
  const inside = found.filter(({ id: one, organizationId }) =>
    seats.some(({ member }) => member === accountKey(one) || member === orgKey(organizationId)),
  );
  if (inside.length < named.length) throw badInput("present", "It names somebody who is not in this group.");
  await tx.db.delete(t).where(eq(t.meetingId, id));
  await insertRows(
    tx.db,
    t,
    named.map((accountId) => ({ meetingId: id, accountId })),
  );
  return { id };
};

/** A meeting is held under the rule of the charter, or under a stricter one; it keeps the one that it was called under. */
async function ruleFor(
  { tx, dialect }: CommandContext,
  groupId: string,
  wish: MeetingRule | null,
): Promise<MeetingRule> {
  const chartered = (await charterOf(tx, dialect.tables, groupId))?.meetingRule ?? "ATTRIBUTED";
  if (chartered === "CHATHAM_HOUSE" && wish === "ATTRIBUTED")
    throw badInput("rule", "The charter of this group lays down the Chatham House rule.");
  return wish ?? chartered;
}

type Plan = {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly agenda: readonly string[];
};

function checkPlan({ title, startsAt, endsAt, place, agenda }: Plan): void {
  parseText(title, "title", 300, true);
  if (place !== null) parseText(place, "place", 500, false);
  if (endsAt <= startsAt) throw badInput("endsAt", "The meeting ends before it begins.");
  checkTexts(agenda, "agenda");
}

function checkTexts(texts: readonly string[], field: string): void {
  if (texts.length > maxEntries)
    throw badInput(field, `Give at most ${maxEntries} entries; there were ${texts.length}.`);
  texts.forEach((text, at) => parseText(text, `${field}.${at}`, 2_000, true));
}

function requireHeld({ state, startsAt }: { readonly state: string; readonly startsAt: string }, now: string): void {
  if (state === "CANCELLED") throw conflict("The meeting is CANCELLED.");
  if (startsAt > now) throw conflict("The meeting has not begun.");
}

/** A meeting of a group that the actor is in; NOT_FOUND otherwise. */
async function visibleMeeting(context: CommandContext, meetingId: string) {
  const { meetings: m } = context.dialect.tables;
  const { rights } = memberOf(context);
  const [meeting] = await context.tx.db.select().from(m).where(eq(m.id, meetingId));
  if (meeting === undefined || !rights.ring.has(groupKey(meeting.groupId))) throw notFound();
  const group: OpenGroup = await openGroup(context, meeting.groupId);
  return { meeting, group };
}

async function tellMeeting(context: CommandContext, id: string, groupId: string): Promise<void> {
  const subject = { id, itemId: null, within: null, keys: [groupKey(groupId)] };
  await tellActivity(context, { change: "MEETING_CHANGED", subject, groupId });
}
