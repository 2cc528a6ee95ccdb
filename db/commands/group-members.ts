import { and, eq, inArray } from "drizzle-orm";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import type { GroupRole } from "../../domain/groups.ts";
import { isStanding, may, mayGiveRole, standings } from "../../domain/groups.ts";
import { newId } from "../../domain/ids.ts";
import { parseText } from "../../domain/parse.ts";
import type { Key } from "../../domain/policy.ts";
import { accountKey, orgKey } from "../../domain/policy.ts";
import { charterOf, loadSeats } from "../groups.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import type { OpenGroup } from "./group-seats.ts";
import {
  chairsOf,
  keepingAChair,
  memberKey,
  openGroup,
  requireAct,
  requireElsewhere,
  requireOther,
  requireWork,
  seat,
  tellGroup,
  unseat,
} from "./group-seats.ts";
import { conflict } from "./write-item.ts";

export const setGroupRole: Handler<"setGroupRole"> = async (context, { groupId, member: named, role, held }) => {
  const { tx, dialect } = context;
  const { groupRoles: r } = dialect.tables;
  const group = await openGroup(context, groupId);
  const { key, organizationId } = await requireGiver(context, group, role, named);
  const seats = await loadSeats(tx, dialect.tables, groupId);
  const inside = (one: Key): boolean => seats.some(({ member, roles }) => member === one && roles.some(isStanding));
  if (isStanding(role)) {
    if (!inside(key)) throw badInput("member", "It is not in the group by itself.");
    if (role === "MEMBER" && !held) throw badInput("role", "Whoever is in the group is a member: take it out instead.");
  } else if (key === orgKey(organizationId)) {
    throw badInput("member", "An office is held by an account.");
  } else if (held && !inside(key) && !inside(orgKey(organizationId))) {
    throw badInput("member", "It is not in the group.");
  }
  await keepingAChair(context, group, async () => {
    const replaced = isStanding(role) ? [...standings] : [role];
    await tx.db.delete(r).where(and(eq(r.groupId, groupId), eq(r.member, key), inArray(r.role, replaced)));
    if (held && role !== "MEMBER") await tx.db.insert(r).values({ groupId, member: key, role, since: tx.at });
  });
  await tellGroup(context, groupId);
  return { id: groupId };
};

/** Chairs give roles. A steward gives a group that has no chair its first, of another organisation than its own. */
async function requireGiver(
  context: CommandContext,
  group: OpenGroup,
  role: GroupRole,
  named: Parameters<typeof memberKey>[1],
): Promise<{ key: Key; organizationId: string }> {
  const { member } = memberOf(context);
  const seats = await loadSeats(context.tx, context.dialect.tables, group.groupId);
  const isFirstChair = role === "CHAIR" && chairsOf(seats).length === 0;
  const appoints = isFirstChair && member.role === "STEWARD" && !may(group.roles, "giveRole");
  if (!appoints && !mayGiveRole(group.roles, role))
    throw new ForumError("FORBIDDEN", "The chairs of a group give its roles, and a chair alone makes a chair.");
  const target = await memberKey(context, named);
  if (appoints) requireOther(context, target.organizationId);
  return target;
}

export const enterGroup: Handler<"enterGroup"> = async (context, { groupId, whole, note }) => {
  const { tx, dialect } = context;
  const { admissions: a } = dialect.tables;
  const { member } = memberOf(context);
  const group = await openGroup(context, groupId);
  const key = whole ? orgKey(member.organizationId) : accountKey(member.accountId);
  const seats = await loadSeats(tx, dialect.tables, groupId);
  if (seats.some((one) => one.member === key && one.roles.some(isStanding))) return { id: groupId };
  requireWork(group, "ADMIT");
  const open = await tx.db
    .select()
    .from(a)
    .where(and(eq(a.groupId, groupId), eq(a.member, key), eq(a.state, "OPEN")));
  const invitation = open.find(({ type }) => type === "INVITATION");
  const joining = (await charterOf(tx, dialect.tables, groupId))?.joining ?? "INVITATION";
  if (invitation !== undefined || joining === "OPEN") {
    await seat(context, groupId, key, invitation?.standing ?? "MEMBER");
  } else if (joining === "INVITATION") {
    throw new ForumError("FORBIDDEN", "This group takes in whom it invites: ask one of its officers, or a steward.");
  } else if (open.length === 0) {
    const id = newId("admission");
    const request = { type: "REQUEST", standing: "MEMBER", state: "OPEN" } as const;
    await tx.db
      .insert(a)
      .values({ ...request, id, groupId, member: key, note, byAccountId: member.accountId, at: tx.at });
    await tellOfficers(context, groupId, key);
  }
  return { id: groupId };
};

export const inviteToGroup: Handler<"inviteToGroup"> = async (context, { groupId, member: named, standing, note }) => {
  const { tx, dialect } = context;
  const { admissions: a } = dialect.tables;
  const { member } = memberOf(context);
  const group = await openGroup(context, groupId);
  requireAct(group, "admit", "ADMIT");
  const invited = await memberKey(context, named);
  const { key, organizationId } = invited;
  requireOther(context, organizationId);
  requireElsewhere(context, group, invited);
  const seats = await loadSeats(tx, dialect.tables, groupId);
  if (seats.some((one) => one.member === key && one.roles.some(isStanding)))
    throw conflict("It is in the group already.");
  if (invited.isElsewhere) {
    await seat(context, groupId, key, standing); // it is told of no invitation, and agrees by being told of at home
    await tellGroup(context, groupId);
    return { id: groupId };
  }
  const [open] = await tx.db
    .select()
    .from(a)
    .where(and(eq(a.groupId, groupId), eq(a.member, key), eq(a.state, "OPEN"), eq(a.type, "INVITATION")));
  if (open !== undefined) throw conflict("It has been invited already.");
  const id = newId("admission");
  const invitation = { type: "INVITATION", standing, state: "OPEN" } as const;
  await tx.db
    .insert(a)
    .values({ ...invitation, id, groupId, member: key, note, byAccountId: member.accountId, at: tx.at });
  await tellOfficers(context, groupId, key);
  return { id };
};

export const answerAdmission: Handler<"answerAdmission"> = async (context, { admissionId, accepted, reason }) => {
  const { tx, dialect } = context;
  const { admissions: a } = dialect.tables;
  const { member } = memberOf(context);
  const [admission] = await tx.db.select().from(a).where(eq(a.id, admissionId));
  if (admission === undefined) throw notFound();
  const { groupId, member: key, type, standing } = admission;
  const group = await openGroup(context, groupId);
  const isOwn = key === accountKey(member.accountId) || key === orgKey(member.organizationId);
  const isOfficer = may(group.roles, "admit");
  if (!isOwn && !isOfficer) throw notFound();
  if (reason !== null) parseText(reason, "reason", 2_000, false);
  if (admission.state !== "OPEN") throw conflict("This has been answered already.");
  // The invited accepts and the officers let in; either may end what it began.
  if (accepted && type === "INVITATION" && !isOwn) throw new ForumError("FORBIDDEN", "Whoever was invited accepts it.");
  if (accepted && type === "REQUEST") {
    requireAct(group, "admit");
    const { organizationId } = await memberKey(context, namedBy(key));
    requireOther(context, organizationId);
  }
  if (accepted) {
    requireWork(group, "ADMIT");
    await seat(context, groupId, key, standing);
  }
  const answer = { state: accepted ? ("ACCEPTED" as const) : ("DECLINED" as const), reason, answeredAt: tx.at };
  await tx.db.update(a).set(answer).where(eq(a.id, admissionId));
  await tellOfficers(context, groupId, key);
  return { id: admissionId };
};

export const quitGroup: Handler<"quitGroup"> = async (context, { groupId, whole }) => {
  const { member } = memberOf(context);
  const group = await openGroup(context, groupId);
  await unseat(context, group, whole ? orgKey(member.organizationId) : accountKey(member.accountId));
  return { id: groupId };
};

export const removeFromGroup: Handler<"removeFromGroup"> = async (context, { groupId, member: named }) => {
  const group = await openGroup(context, groupId);
  requireAct(group, "admit");
  const { key } = await memberKey(context, named);
  const seats = await loadSeats(context.tx, context.dialect.tables, groupId);
  // A chair may be in the group through its organisation alone.
  const goes = seats.filter(({ member, organizationId }) => member === key || orgKey(organizationId) === key);
  if (goes.some(({ roles }) => roles.includes("CHAIR")) && !group.roles.includes("CHAIR"))
    throw new ForumError("FORBIDDEN", "A chair alone takes out a chair.");
  await unseat(context, group, key);
  await tellGroup(context, groupId);
  return { id: groupId };
};

function namedBy(key: Key): Parameters<typeof memberKey>[1] {
  const [kind, id = ""] = key.split(":");
  return kind === "org" ? { organizationId: id } : { accountId: id };
}

/** Tells the officers of a group, and the one concerned, that somebody is on its way in. */
async function tellOfficers(context: CommandContext, groupId: string, concerned: Key): Promise<void> {
  const seats = await loadSeats(context.tx, context.dialect.tables, groupId);
  const officers = seats.filter(({ roles }) => may(roles, "admit")).map(({ member }) => member);
  await tellGroup(context, groupId, [concerned, ...officers]);
}
