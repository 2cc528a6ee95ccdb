/** Who of other forums is named by items, and can be reached: what the policy between forums asks of the directory. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Address } from "../../domain/federation/addresses.ts";
import type { PeerHome } from "../../domain/federation/streams.ts";
import type { Key } from "../../domain/policy.ts";
import { orgKey } from "../../domain/policy.ts";
import type { Connection, Dialect } from "../dialect.ts";

/** A peer with those of its members whom some items may name, and their ids at home. */
export type Home = PeerHome & { readonly peerId: string; readonly addresses: ReadonlyMap<string, Address> };

/** Every peer by the id of its forum, with those of its members whom some keys may name. */
export async function loadHomes(on: Connection, dialect: Dialect, keys: Iterable<Key>): Promise<Map<string, Home>> {
  const { peers: p, organizations: o, accounts: a, memberships: m } = dialect.tables;
  const peers = await on.db.select().from(p).orderBy(p.forumId);
  if (peers.length === 0) return new Map();
  const named = idsIn(keys);
  const agreed = new Set(peers.flatMap(({ agreement }) => agreement.groups));
  const groupIds = named.groups.filter((id) => agreed.has(id));
  const seats =
    groupIds.length === 0
      ? []
      : await on.db
          .select({ organizationId: o.id, groupId: m.groupId })
          .from(m)
          .innerJoin(o, eq(m.member, sql`${orgKey("")} || ${o.id}`))
          .where(and(inArray(m.groupId, groupIds), isNull(m.until), sql`${o.homeForumId} IS NOT NULL`));
  const organizationIds = [...new Set([...named.organizations, ...seats.map((seat) => seat.organizationId)])];
  const reached = and(sql`${o.homeForumId} IS NOT NULL`, eq(o.reachable, true), isNull(o.suspendedAt));
  const organizations =
    organizationIds.length === 0
      ? []
      : await on.db
          .select({ id: o.id, forumId: o.homeForumId, homeId: o.homeId })
          .from(o)
          .where(and(sql`${o.id} IN ${dialect.listOf(organizationIds)}`, reached));
  const accounts =
    named.accounts.length === 0
      ? []
      : await on.db
          .select({ id: a.id, forumId: a.homeForumId, homeId: a.homeId })
          .from(a)
          .innerJoin(o, eq(o.id, a.organizationId))
          .where(
            and(sql`${a.id} IN ${dialect.listOf(named.accounts)}`, reached, eq(a.listed, true), isNull(a.suspendedAt)),
          );
  const groupsOf = Map.groupBy(seats, (seat) => seat.organizationId);
  return new Map(
    peers.map(({ id: peerId, forumId, state, agreement }) => {
      const isHere = (row: { readonly forumId: string | null }): boolean => row.forumId === forumId;
      const [theirs, persons] = [organizations.filter(isHere), accounts.filter(isHere)];
      const home: Home = {
        peerId,
        forumId,
        state,
        agreement,
        organizations: theirs.map(({ id }) => ({ id, groupIds: (groupsOf.get(id) ?? []).map((seat) => seat.groupId) })),
        accountIds: persons.map(({ id }) => id),
        addresses: new Map(
          [...theirs, ...persons].flatMap(({ id, homeId }) => (homeId === null ? [] : [[id, { id: homeId, forumId }]])),
        ),
      };
      return [forumId, home];
    }),
  );
}

function idsIn(keys: Iterable<Key>): { organizations: string[]; accounts: string[]; groups: string[] } {
  const found = { org: new Set<string>(), account: new Set<string>(), group: new Set<string>() };
  for (const key of keys) {
    const [kind, id = ""] = key.split(":");
    if (kind === "org" || kind === "account" || kind === "group") found[kind].add(id);
  }
  return { organizations: [...found.org], accounts: [...found.account], groups: [...found.group] };
}
