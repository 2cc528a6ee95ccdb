import { and, desc, eq, inArray } from "drizzle-orm";
import type { Charter } from "../domain/charters.ts";
import type { GroupMove, GroupRole, GroupState, Standing } from "../domain/groups.ts";
import { may, sectorBalance } from "../domain/groups.ts";
import { directorySight } from "../domain/people-view.ts";
import type { Key } from "../domain/policy.ts";
import { accountKey, orgKey } from "../domain/policy.ts";
import type { GroupStatus } from "./groups.ts";
import { groupRolesOf, loadCharters, loadGroupStatuses, loadSeats, votersOf } from "./groups.ts";
import { readAccounts, readOrganizations } from "./read-directory.ts";
import type { ItemReadContext } from "./read-items.ts";

export type CharterView = {
  readonly groupId: string;
  readonly version: number;
  readonly charter: Charter;
  readonly authorId: string;
  readonly at: string;
  readonly approvedAt: string | null;
  /** The organisations that signed on to this version. */
  readonly signerIds: readonly string[];
};
/** One who is something in a group: an account or an organisation. */
export type SeatView = {
  readonly accountId: string | null;
  readonly organizationId: string | null;
  readonly roles: readonly GroupRole[];
};
export type GroupMoveView = {
  readonly groupId: string;
  readonly move: GroupMove;
  readonly from: GroupState;
  readonly to: GroupState;
  /** Who made it; null for the clock. */
  readonly accountId: string | null;
  readonly reason: string | null;
  readonly charterVersion: number | null;
  readonly at: string;
};
export type AdmissionView = {
  readonly id: string;
  readonly groupId: string;
  readonly accountId: string | null;
  readonly organizationId: string | null;
  readonly type: "INVITATION" | "REQUEST";
  readonly standing: Standing;
  readonly note: string | null;
  readonly at: string;
};
export type SectorCount = ReturnType<typeof sectorBalance>[number];

/**
 * What there is to read of working groups, for one viewer. Where a group stands, what its charter says and who is what in it belongs to
 * the directory: every member sees it, visitors see nothing.
 */
export class WorkingGroupReader {
  readonly #context: () => Promise<ItemReadContext>;

  constructor(context: () => Promise<ItemReadContext>) {
    this.#context = context;
  }

  async status(ids: readonly string[]): Promise<(GroupStatus | null)[]> {
    const { dialect } = await this.#context();
    const shown = await this.#shown(ids);
    const found = await loadGroupStatuses(dialect.reader, dialect.tables, shown);
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The versions of a group's charter, newest first. */
  async charters(groupId: string): Promise<CharterView[]> {
    const { dialect } = await this.#context();
    if ((await this.#shown([groupId])).length === 0) return [];
    const { signOns: s } = dialect.tables;
    const [versions, signers] = await Promise.all([
      loadCharters(dialect.reader, dialect.tables, groupId),
      dialect.reader.db
        .select({ version: s.version, organizationId: s.organizationId })
        .from(s)
        .where(eq(s.groupId, groupId))
        .orderBy(s.at, s.organizationId),
    ]);
    return versions.map((row) => ({
      ...row,
      signerIds: signers.filter(({ version }) => version === row.version).map(({ organizationId }) => organizationId),
    }));
  }

  /** How groups came to where they stand, oldest first. */
  async history(ids: readonly string[]): Promise<GroupMoveView[][]> {
    const { dialect } = await this.#context();
    const shown = await this.#shown(ids);
    const { groupHistory: h } = dialect.tables;
    if (shown.length === 0) return ids.map(() => []);
    const rows = await dialect.reader.db.select().from(h).where(inArray(h.groupId, shown)).orderBy(h.id);
    return ids.map((id) => rows.filter(({ groupId }) => groupId === id));
  }

  /** Who is what in groups, as far as the directory shows them. */
  async seats(ids: readonly string[]): Promise<SeatView[][]> {
    const context = await this.#context();
    const { reader, tables } = context.dialect;
    const shown = new Set(await this.#shown(ids));
    const seats = await Promise.all(ids.map(async (id) => (shown.has(id) ? loadSeats(reader, tables, id) : [])));
    const views = seats.map((list) => list.map(({ member, roles }) => ({ ...namesOf(member), roles })));
    const named = views.flat();
    const [accounts, organizations] = await Promise.all([
      readAccounts(
        context,
        named.flatMap(({ accountId }) => accountId ?? []),
      ),
      readOrganizations(
        context,
        named.flatMap(({ organizationId }) => organizationId ?? []),
      ),
    ]);
    const isShown = ({ accountId, organizationId }: SeatView): boolean =>
      accountId === null ? organizations.has(organizationId ?? "") : accounts.has(accountId);
    return views.map((list) => list.filter(isShown));
  }

  /** How many organisations of each sector have a vote. */
  async balance(ids: readonly string[]): Promise<SectorCount[][]> {
    const { dialect } = await this.#context();
    const shown = new Set(await this.#shown(ids));
    return Promise.all(
      ids.map(async (id) => sectorBalance(shown.has(id) ? await votersOf(dialect.reader, dialect.tables, id) : [])),
    );
  }

  /** What the viewer is in groups. */
  async viewerRoles(ids: readonly string[]): Promise<GroupRole[][]> {
    const roles = await groupRolesIn(await this.#context(), ids);
    return ids.map((id) => [...(roles.get(id) ?? [])]);
  }

  /** Who is on its way into groups: for those who let in, and for each what concerns itself. */
  async admissions(ids: readonly string[]): Promise<AdmissionView[][]> {
    const { dialect, rights } = await this.#context();
    const { admissions: a } = dialect.tables;
    const { member } = rights;
    if (member === null) return ids.map(() => []);
    const own = new Set<Key>([accountKey(member.accountId), orgKey(member.organizationId)]);
    const roles = await this.viewerRoles(ids);
    const rows = await dialect.reader.db
      .select()
      .from(a)
      .where(and(inArray(a.groupId, [...ids]), eq(a.state, "OPEN")))
      .orderBy(desc(a.at), a.id);
    return ids.map((id, at) =>
      rows
        .filter(({ groupId, member: key }) => groupId === id && (own.has(key) || may(roles[at] ?? [], "admit")))
        .map(({ member: key, type, standing, note, ...row }) => ({
          id: row.id,
          groupId: row.groupId,
          ...namesOf(key),
          type,
          standing,
          note,
          at: row.at,
        })),
    );
  }

  /** The cursor up to which the viewer has looked at a group. */
  async lastLook(groupId: string): Promise<string | null> {
    const { dialect, rights } = await this.#context();
    const { groupLooks: l } = dialect.tables;
    if (rights.member === null) return null;
    const [row] = await dialect.reader.db
      .select({ cursor: l.cursor })
      .from(l)
      .where(and(eq(l.accountId, rights.member.accountId), eq(l.groupId, groupId)));
    return row?.cursor ?? null;
  }

  async #shown(ids: readonly string[]): Promise<readonly string[]> {
    const { rights } = await this.#context();
    return directorySight(rights.member) === "visitor" ? [] : ids;
  }
}

function namesOf(key: Key): { accountId: string | null; organizationId: string | null } {
  const [kind, id = ""] = key.split(":");
  return kind === "org" ? { accountId: null, organizationId: id } : { accountId: id, organizationId: null };
}

/** What the viewer is in groups; nothing of those that it is not in. */
export async function groupRolesIn(
  { dialect, rights: { member } }: ItemReadContext,
  groupIds: readonly string[],
): Promise<Map<string, readonly GroupRole[]>> {
  if (member === null) return new Map();
  const ids = [...new Set(groupIds)].filter((id) => member.groupIds.includes(id));
  const roles = await Promise.all(ids.map((id) => groupRolesOf(dialect.reader, dialect.tables, id, member)));
  return new Map(ids.map((id, at) => [id, roles[at] ?? []]));
}
