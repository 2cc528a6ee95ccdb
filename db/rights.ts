import type { SQL } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import { ForumError } from "../domain/errors.ts";
import { peerKeyring } from "../domain/federation/streams.ts";
import type { Member, Viewer } from "../domain/people.ts";
import type { Key, Keys } from "../domain/policy.ts";
import { accountKey, clientKey, groupKey, keyring, orgKey } from "../domain/policy.ts";
import type { Role, Sector } from "../domain/vocabulary.ts";
import type { Connection } from "./dialect.ts";
import { keptFor } from "./kept-for.ts";
import type { Tables } from "./tables.ts";

type Interval = { readonly since: number; readonly until: number | null };

/** What a viewer is and was entitled to. Made anew for each read; a live feed keeps it until the log says that it changed. */
export type Rights = Holding & {
  /** Every key that the viewer holds or has ever held. */
  readonly everHeld: Keys;
  /** What the viewer held right before the entry at a position was written. */
  before(position: number): Holding;
  /** The keys of now that the viewer has come to hold since its account was made, and from which position of the log on. */
  readonly cameToHold: ReadonlyMap<Key, number>;
};

/** Who a viewer is at one moment, and the keys that it holds. */
export type Holding = {
  /** null: an anonymous visitor. */
  readonly member: Member | null;
  readonly ring: Keys;
};

const nothing: Holding = { member: null, ring: new Set() };
const visitor: Holding = { member: null, ring: keyring(null) };
const visitorRights: Rights = { ...visitor, everHeld: visitor.ring, before: () => visitor, cameToHold: new Map() };

type Fact = {
  readonly fact: "account" | "group" | "provider";
  readonly id: string;
  readonly sector: Sector | null;
  readonly role: Role | null;
  readonly since: number;
  readonly until: number | null;
};

/** Looks up a viewer's rights of now, in one statement; UNAUTHENTICATED where its token, account or organisation has ended. */
export async function loadRights(on: Connection, tables: Tables, viewer: Viewer, now: string): Promise<Rights> {
  if (viewer.kind === "anonymous") return visitorRights;
  if (viewer.kind === "peer") return peerRights(on, tables, viewer);
  const { accountId, tokenId } = viewer;
  const values = { accountId, tokenId, now, accountKey: accountKey(accountId) };
  const facts = await on.rowsOf<Fact>(factsOf(tables), values);
  const found = facts.find(({ fact }) => fact === "account");
  if (found === undefined || found.sector === null || found.role === null) throw ended();
  const { id: organizationId, sector, role } = found;
  const groups = facts.filter(({ fact }) => fact === "group");
  const providers = facts.filter(({ fact }) => fact === "provider");
  const memberWhen = (holds: (interval: Interval) => boolean): Member => ({
    accountId: viewer.accountId,
    organizationId,
    sector,
    role,
    groupIds: [...new Set(groups.filter(holds).map(({ id }) => id))].sort(),
    providerIds: [...new Set(providers.filter(holds).map(({ id }) => id))].sort(),
  });
  const member = memberWhen(({ until }) => until === null);
  const ring = keyring(member);
  const past = groups.some(({ until }) => until !== null) || providers.some(({ until }) => until !== null);
  const lastChange = Math.max(
    found.since,
    ...[...groups, ...providers].flatMap(({ since, until }) => [since, until ?? 0]),
  );
  return {
    member,
    ring,
    everHeld: past
      ? new Set([
          ...ring,
          ...groups.map(({ id }) => groupKey(id)),
          ...providers.map(({ id }) => clientKey(id, organizationId)),
        ])
      : ring,
    before(position) {
      if (position <= found.since) return nothing;
      if (position > lastChange) return { member, ring };
      const then = memberWhen(({ since, until }) => since < position && (until === null || until >= position));
      return { member: then, ring: keyring(then) };
    },
    cameToHold: cameToHold(found.since, [
      ...groups.map((fact) => ({ ...fact, key: groupKey(fact.id) })),
      ...providers.map((fact) => ({ ...fact, key: clientKey(fact.id, organizationId) })),
    ]),
  };
}

/**
 * A peer is shown what a visitor is, and the streams that it may follow; UNAUTHENTICATED where there is no agreement, or it is paused, or the key
 * that it showed itself by has ended.
 */
async function peerRights(
  on: Connection,
  { peers: p, peerKeys: k }: Tables,
  { peerId, kid }: Extract<Viewer, { kind: "peer" }>,
): Promise<Rights> {
  const [row] = await on.db
    .select({ forumId: p.forumId, state: p.state, agreement: p.agreement, revokedAt: k.revokedAt })
    .from(p)
    .leftJoin(k, and(eq(k.forumId, p.forumId), eq(k.kid, kid ?? "")))
    .where(eq(p.id, peerId));
  if (row === undefined || row.state !== "AGREED" || row.revokedAt !== null) throw ended();
  const holding: Holding = { member: null, ring: peerKeyring(row) };
  return { ...holding, everHeld: holding.ring, before: () => holding, cameToHold: new Map() };
}

/** Of more keys than these it is not said since when they are held, so that reads stay merges of short ranges. */
const maxCameToHold = 60;

/** A key that is held in two ways is held since the earlier of them. */
function cameToHold(accountSince: number, facts: readonly (Interval & { readonly key: Key })[]): Map<Key, number> {
  const since = new Map<Key, number>();
  for (const { key, since: from, until } of facts) {
    if (until === null) since.set(key, Math.min(from, since.get(key) ?? from));
  }
  const later = [...since].filter(([, from]) => from > accountSince).sort(([, a], [, b]) => a - b);
  return new Map(later.slice(0, maxCameToHold));
}

const factsOf = keptFor((tables: Tables): SQL => {
  const [accountId, tokenId, now] = [sql.placeholder("accountId"), sql.placeholder("tokenId"), sql.placeholder("now")];
  const { accounts: a, organizations: o, tokens: t, memberships: m, clients: c } = tables;
  const home = sql`(SELECT ${a.organizationId} FROM ${a} WHERE ${a.id} = ${accountId})`;
  return sql`
    SELECT 'account' AS fact, ${a.organizationId} AS id, ${o.sector} AS sector, ${a.role} AS role, ${a.since} AS since, NULL AS until
      FROM ${a} JOIN ${o} ON ${o.id} = ${a.organizationId} JOIN ${t} ON ${t.accountId} = ${a.id}
      WHERE ${a.id} = ${accountId} AND ${t.id} = ${tokenId}
        AND ${a.suspendedAt} IS NULL AND ${o.suspendedAt} IS NULL
        AND ${t.revokedAt} IS NULL AND (${t.expiresAt} IS NULL OR ${t.expiresAt} > ${now})
    UNION ALL SELECT 'group', ${m.groupId}, NULL, NULL, ${m.since}, ${m.until}
      FROM ${m} WHERE ${m.member} IN (${sql.placeholder("accountKey")}, ${orgKey("")} || ${home})
    UNION ALL SELECT 'provider', ${c.providerId}, NULL, NULL, ${c.since}, ${c.until}
      FROM ${c} WHERE ${c.clientId} = ${home}`;
});

export function ended(): ForumError {
  return new ForumError("UNAUTHENTICATED", "Your token is not valid, or no longer; sign in again.");
}
