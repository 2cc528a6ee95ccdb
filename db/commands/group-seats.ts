/** Who comes into a group and goes: the only way in which memberships and roles are written. */
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { GroupMember } from "../../domain/commands.ts";
import { badInput, ForumError, notFound } from "../../domain/errors.ts";
import type { GroupAct, GroupRole, GroupWork, Standing } from "../../domain/groups.ts";
import { does, may, needsChair, standings } from "../../domain/groups.ts";
import type { Key } from "../../domain/policy.ts";
import { accountKey, mayAdmit, orgKey } from "../../domain/policy.ts";
import type { GroupSeat, GroupStatus } from "../groups.ts";
import { groupRolesOf, loadGroupStatuses, loadSeats } from "../groups.ts";
import { tellActivity } from "./activity.ts";
import type { CommandContext } from "./command.ts";
import { accountById, organizationById } from "./members.ts";
import { conflict } from "./write-item.ts";

export type OpenGroup = GroupStatus & { readonly groupId: string; readonly roles: readonly GroupRole[] };

/** The group that a command names, with what the actor is in it; NOT_FOUND where there is none. */
export async function openGroup({ tx, dialect, actor }: CommandContext, groupId: string): Promise<OpenGroup> {
  const { tables } = dialect;
  const status = (await loadGroupStatuses(tx, tables, [groupId])).get(groupId);
  if (status === undefined) throw notFound();
  const roles = typeof actor === "string" ? [] : await groupRolesOf(tx, tables, groupId, actor);
  return { ...status, groupId, roles };
}

/** Refuses what the actor's roles in the group do not allow, and what a group in this state does not do. */
export function requireAct({ roles, state }: OpenGroup, act: GroupAct, work: GroupWork | null = null): void {
  if (!may(roles, act)) throw new ForumError("FORBIDDEN", "Your role in this group does not allow this.");
  if (work !== null) requireWork({ state }, work);
}

export function requireWork({ state }: Pick<GroupStatus, "state">, work: GroupWork): void {
  if (!does(state, work)) throw conflict(`The group is ${state}: it does nothing of the kind now.`);
}

/** Somebody who is to come into a group or to go: whether it is at home at another forum, and whether that tells of it no longer. */
export type NamedMember = {
  readonly key: Key;
  readonly organizationId: string;
  readonly isElsewhere: boolean;
  readonly isGone: boolean;
};

/** The key of a member that a command names, and whose it is; NOT_FOUND where there is none. Of other forums, whole organisations are in groups. */
export async function memberKey(context: CommandContext, member: GroupMember): Promise<NamedMember> {
  if ("accountId" in member) {
    const { id, organizationId, homeForumId } = await accountById(context, member.accountId);
    if (homeForumId !== null)
      throw badInput(
        "member",
        "It is at home at another forum: its organisation can be in the group, and holds no office.",
      );
    return { key: accountKey(id), organizationId, isElsewhere: false, isGone: false };
  }
  const { id, homeForumId, reachable } = await organizationById(context, member.organizationId);
  const isElsewhere = homeForumId !== null;
  return { key: orgKey(id), organizationId: id, isElsewhere, isGone: isElsewhere && !reachable };
}

/** Nobody lets its own organisation in to what a group reads: whoever admits or invites comes from another. */
export function requireOther({ actor }: CommandContext, organizationId: string): void {
  if (mayAdmit(organizationId, actor)) return;
  throw new ForumError(
    "FORBIDDEN",
    "A steward admits nobody of its own organisation to a group, and neither does an officer of one; ask another, or the operator.",
  );
}

/**
 * What a group reads goes to another forum with the organisation that comes into it, out of sight of this one. Stewards say which forums there
 * are: so it is not they who let it in, but somebody who reads what the group reads, or the operator.
 */
export function requireElsewhere(
  { actor }: CommandContext,
  { roles }: OpenGroup,
  { isElsewhere, isGone }: NamedMember,
): void {
  if (isElsewhere && actor !== "operator" && !may(roles, "admit"))
    throw new ForumError("FORBIDDEN", "A member of another forum is let in by the officers of the group: ask one.");
  if (isGone) throw badInput("member", "Its own forum tells of it no longer: it cannot be reached.");
}

/** Puts a member into a group, whichever way it comes. One who is in it already stays what it is. */
export async function seat(
  context: CommandContext,
  groupId: string,
  member: Key,
  standing: Standing = "MEMBER",
): Promise<void> {
  const { tx, dialect } = context;
  const { memberships: m, groupRoles: r } = dialect.tables;
  await endAdmissions(context, groupId, member, "ACCEPTED");
  const [active] = await tx.db
    .select()
    .from(m)
    .where(and(eq(m.groupId, groupId), eq(m.member, member), isNull(m.until)));
  if (active !== undefined) return;
  const since = await tx.append({ type: "rights", key: member });
  await tx.db.insert(m).values({ groupId, member, since, until: null });
  if (standing !== "MEMBER") await tx.db.insert(r).values({ groupId, member, role: standing, since: tx.at });
}

/** No invitation outlives what it was for: whoever is taken out does not come back by an old one. */
async function endAdmissions(
  { tx, dialect }: CommandContext,
  groupId: string,
  member: Key,
  state: "ACCEPTED" | "DECLINED",
): Promise<void> {
  const { admissions: a } = dialect.tables;
  await tx.db
    .update(a)
    .set({ state, answeredAt: tx.at })
    .where(and(eq(a.groupId, groupId), eq(a.member, member), eq(a.state, "OPEN")));
}

/** Takes a member out of a group, and every role that rested on its being there; the last chair cannot go. */
export async function unseat(context: CommandContext, group: Pick<OpenGroup, "groupId" | "state">, member: Key) {
  const { tx, dialect } = context;
  const { memberships: m, groupRoles: r } = dialect.tables;
  const { groupId } = group;
  await endAdmissions(context, groupId, member, "DECLINED");
  const active = and(eq(m.groupId, groupId), eq(m.member, member), isNull(m.until));
  const [found] = await tx.db.select().from(m).where(active);
  if (found === undefined) return;
  await keepingAChair(context, group, async () => {
    const until = await tx.append({ type: "rights", key: member });
    await tx.db.update(m).set({ until }).where(active);
    await tx.db.delete(r).where(and(eq(r.groupId, groupId), eq(r.member, member), inArray(r.role, [...standings])));
    const seats = await loadSeats(tx, dialect.tables, groupId);
    const held = seats.filter(({ roles }) => roles.length > 0).map((one) => one.member);
    const ended = and(eq(r.groupId, groupId), held.length === 0 ? undefined : notInArray(r.member, held));
    await tx.db.delete(r).where(ended);
  });
}

/** Does what may cost a chair its role, and refuses it where it was the last. */
export async function keepingAChair(
  { tx, dialect }: CommandContext,
  { groupId, state }: Pick<OpenGroup, "groupId" | "state">,
  change: () => Promise<void>,
): Promise<void> {
  const before = chairsOf(await loadSeats(tx, dialect.tables, groupId));
  await change();
  const after = chairsOf(await loadSeats(tx, dialect.tables, groupId));
  if (before.length > 0 && after.length === 0 && needsChair(state)) {
    throw new ForumError("CONFLICT", "This is the group's last chair: make somebody else chair first.", {
      field: "member",
    });
  }
}

/** The chairs that can chair: one who is suspended, or may only read by now, leaves the group without. */
export function chairsOf(seats: readonly GroupSeat[]): readonly GroupSeat[] {
  return seats.filter(({ roles, isActive }) => isActive && roles.includes("CHAIR"));
}

/** Tells what changed about a group: everybody who sees the directory, or those of `to` alone. */
export function tellGroup(context: CommandContext, groupId: string, to?: readonly Key[]): Promise<number> {
  const subject = { id: groupId, itemId: null, within: null, keys: ["community"] as const };
  return tellActivity(context, { change: "GROUP_CHANGED", subject, groupId, ...(to === undefined ? {} : { to }) });
}
