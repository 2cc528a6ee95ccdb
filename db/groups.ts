/** Where groups stand and who is what in them: for commands, inside their transaction, and for readers. */
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Charter } from "../domain/charters.ts";
import type { GroupRole, GroupState } from "../domain/groups.ts";
import { isStanding, may } from "../domain/groups.ts";
import type { Member } from "../domain/people.ts";
import type { Key } from "../domain/policy.ts";
import { accountKey, mayContribute, orgKey } from "../domain/policy.ts";
import type { Sector } from "../domain/vocabulary.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";

export type GroupStatus = {
  readonly state: GroupState;
  readonly proposerId: string | null;
  readonly charterVersion: number | null;
  readonly charterEndsAt: string | null;
};

/** As a steward makes a group: at work, without a charter. */
const plain: GroupStatus = { state: "ACTIVE", proposerId: null, charterVersion: null, charterEndsAt: null };

/** Where groups stand, by id. */
export async function loadGroupStatuses(
  on: Connection,
  { groups: g, workingGroups: w }: Tables,
  ids: readonly string[],
): Promise<Map<string, GroupStatus>> {
  if (ids.length === 0) return new Map();
  const rows = await on.db
    .select({ id: g.id, row: w })
    .from(g)
    .leftJoin(w, eq(w.groupId, g.id))
    .where(inArray(g.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, row }) => [id, row ?? plain]));
}

export type CharterVersion = {
  readonly groupId: string;
  readonly version: number;
  readonly charter: Charter;
  readonly authorId: string;
  readonly at: string;
  readonly approvedAt: string | null;
};

/** The versions of a group's charter, newest first. */
export function loadCharters(on: Connection, { charters: c }: Tables, groupId: string): Promise<CharterVersion[]> {
  return on.db
    .select()
    .from(c)
    .where(eq(c.groupId, groupId))
    .orderBy(desc(c.version))
    .then((rows) => rows);
}

/** The charter that is in force; null where there is none. */
export async function charterOf(on: Connection, tables: Tables, groupId: string): Promise<Charter | null> {
  const { charters: c, workingGroups: w } = tables;
  const [row] = await on.db
    .select({ charter: c.charter })
    .from(w)
    .innerJoin(c, and(eq(c.groupId, w.groupId), eq(c.version, w.charterVersion)))
    .where(eq(w.groupId, groupId));
  return row?.charter ?? null;
}

/** Somebody who is in a group by itself, or who holds an office there, with everything that it is. */
export type GroupSeat = {
  readonly member: Key;
  /** The account's organisation, or the organisation itself. */
  readonly organizationId: string;
  readonly sector: Sector;
  readonly roles: readonly GroupRole[];
  /**
   * Whether it can do what its roles allow: an account that is at home here, not suspended and does more than read, or an organisation
   * that has one.
   */
  readonly isActive: boolean;
};

/**
 * Who is in a group now, as what. Whoever is nothing else is MEMBER; an office counts as long as its holder is in the group, by itself
 * or through its organisation.
 */
export async function loadSeats(on: Connection, tables: Tables, groupId: string): Promise<GroupSeat[]> {
  const { memberships: m, groupRoles: r, accounts: a, organizations: o } = tables;
  const [members, roles] = await Promise.all([
    on.db
      .select({ member: m.member })
      .from(m)
      .where(and(eq(m.groupId, groupId), isNull(m.until))),
    on.db.select({ member: r.member, role: r.role }).from(r).where(eq(r.groupId, groupId)),
  ]);
  const inside = new Set(members.map(({ member }) => member));
  const named = [...new Set([...inside, ...roles.map(({ member }) => member)])];
  const ids = named.map((key) => key.slice(key.indexOf(":") + 1));
  if (ids.length === 0) return [];
  const [accounts, organizations, colleagues] = await Promise.all([
    on.db
      .select({
        id: a.id,
        organizationId: a.organizationId,
        sector: o.sector,
        role: a.role,
        homeForumId: a.homeForumId,
        suspendedAt: a.suspendedAt,
        allSuspendedAt: o.suspendedAt,
      })
      .from(a)
      .innerJoin(o, eq(o.id, a.organizationId))
      .where(inArray(a.id, ids)),
    on.db
      .select({ id: o.id, sector: o.sector, homeForumId: o.homeForumId, suspendedAt: o.suspendedAt })
      .from(o)
      .where(inArray(o.id, ids)),
    on.db
      .selectDistinct({ organizationId: a.organizationId, role: a.role })
      .from(a)
      .where(and(inArray(a.organizationId, ids), isNull(a.suspendedAt))),
  ]);
  const able = new Set(
    colleagues.filter(({ role }) => mayContribute(role)).map(({ organizationId }) => organizationId),
  );
  const homes = new Map<Key, Pick<GroupSeat, "organizationId" | "sector" | "isActive">>([
    ...accounts.map(({ id, organizationId, sector, role, homeForumId, suspendedAt, allSuspendedAt }) => {
      const isIn = homeForumId === null && suspendedAt === null && allSuspendedAt === null;
      const isActive = isIn && mayContribute(role);
      return [accountKey(id), { organizationId, sector, isActive }] as const;
    }),
    ...organizations.map(({ id, sector, homeForumId, suspendedAt }) => {
      const isActive = homeForumId === null && suspendedAt === null && able.has(id);
      return [orgKey(id), { organizationId: id, sector, isActive }] as const;
    }),
  ]);
  return named.flatMap((member) => {
    const home = homes.get(member);
    if (home === undefined || (!inside.has(member) && !inside.has(orgKey(home.organizationId)))) return [];
    const own = roles.filter((role) => role.member === member).map(({ role }) => role);
    const plainMember = inside.has(member) && !own.some(isStanding);
    return [{ member, ...home, roles: plainMember ? [...own, "MEMBER" as const] : own }];
  });
}

/** What an account is in a group, by itself and through its organisation; nothing where it is not in it. */
export async function groupRolesOf(
  on: Connection,
  tables: Tables,
  groupId: string,
  { accountId, organizationId }: Pick<Member, "accountId" | "organizationId">,
): Promise<GroupRole[]> {
  const seats = await loadSeats(on, tables, groupId);
  const own = seats.filter(({ member }) => member === accountKey(accountId) || member === orgKey(organizationId));
  return [...new Set(own.flatMap(({ roles }) => roles))];
}

/** The organisations that have a vote in a group: those of whom somebody is more than an observer or a liaison, and can cast it. */
export async function votersOf(
  on: Connection,
  tables: Tables,
  groupId: string,
): Promise<{ organizationId: string; sector: Sector }[]> {
  const seats = (await loadSeats(on, tables, groupId)).filter(({ roles, isActive }) => isActive && may(roles, "vote"));
  const sectorOf = new Map(seats.map(({ organizationId, sector }) => [organizationId, sector]));
  return [...sectorOf]
    .map(([organizationId, sector]) => ({ organizationId, sector }))
    .sort((x, y) => (x.organizationId < y.organizationId ? -1 : 1));
}
