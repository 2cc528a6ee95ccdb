import type { Charter } from "../domain/charters.ts";
import type { GroupMove, GroupRole, GroupState, Standing } from "../domain/groups.ts";
import type { Key } from "../domain/policy.ts";
import type { Words } from "./sqlite/columns.ts";

/** The tables of working groups. Who is in a group stands in `memberships`, as for every group. */
export function defineGroupTables({ table, index, primaryKey, text, integer, json }: Words) {
  const instant = text;
  return {
    /** Where a group stands. A group that has no row was made by a steward: ACTIVE, without a charter. */
    workingGroups: table("working_groups", {
      groupId: text("group_id").primaryKey(),
      state: text("state").$type<GroupState>().notNull(),
      proposerId: text("proposer_id"),
      /** The version that is in force, and until when. */
      charterVersion: integer("charter_version"),
      charterEndsAt: instant("charter_ends_at"),
    }),
    charters: table(
      "charters",
      {
        groupId: text("group_id").notNull(),
        version: integer("version").notNull(),
        charter: json("charter").$type<Charter>().notNull(),
        authorId: text("author_id").notNull(),
        at: instant("at").notNull(),
        approvedAt: instant("approved_at"),
      },
      (t) => [primaryKey({ columns: [t.groupId, t.version] })],
    ),
    signOns: table(
      "sign_ons",
      {
        groupId: text("group_id").notNull(),
        /** The version of the charter that was signed: another one has to be signed anew. */
        version: integer("version").notNull(),
        organizationId: text("organization_id").notNull(),
        accountId: text("account_id").notNull(),
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.groupId, t.version, t.organizationId] })],
    ),
    /** How a group came from state to state: `id` is the group's and a running number, `accountId` null for the clock. */
    groupHistory: table(
      "group_history",
      {
        id: text("id").primaryKey(),
        groupId: text("group_id").notNull(),
        move: text("move").$type<GroupMove>().notNull(),
        from: text("from_state").$type<GroupState>().notNull(),
        to: text("to_state").$type<GroupState>().notNull(),
        accountId: text("account_id"),
        reason: text("reason"),
        charterVersion: integer("charter_version"),
        at: instant("at").notNull(),
      },
      (t) => [index("group_history_group").on(t.groupId, t.at)],
    ),
    /** Roles besides that of a plain member. `member` is the key of an account or organisation; offices are held by accounts. */
    groupRoles: table(
      "group_roles",
      {
        groupId: text("group_id").notNull(),
        member: text("member").$type<Key>().notNull(),
        role: text("role").$type<GroupRole>().notNull(),
        since: instant("since").notNull(),
      },
      (t) => [primaryKey({ columns: [t.groupId, t.member, t.role] })],
    ),
    /** Who was invited to a group, or asked to come in. */
    admissions: table(
      "admissions",
      {
        id: text("id").primaryKey(),
        groupId: text("group_id").notNull(),
        member: text("member").$type<Key>().notNull(),
        /** Whether the group asked the member; else the member asked the group. */
        type: text("type").$type<"INVITATION" | "REQUEST">().notNull(),
        standing: text("standing").$type<Standing>().notNull(),
        state: text("state").$type<"OPEN" | "ACCEPTED" | "DECLINED">().notNull(),
        note: text("note"),
        byAccountId: text("by_account_id").notNull(),
        at: instant("at").notNull(),
        reason: text("reason"),
        answeredAt: instant("answered_at"),
      },
      (t) => [index("admissions_group").on(t.groupId, t.state), index("admissions_member").on(t.member, t.state)],
    ),
  };
}
