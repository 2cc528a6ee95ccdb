import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { ForumError } from "../domain/errors.ts";
import type { Member, Viewer } from "../domain/people.ts";
import type { Key, Keys } from "../domain/policy.ts";
import { accountKey, clientKey, groupKey, keyring, orgKey } from "../domain/policy.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";

type Interval = { readonly since: number; readonly until: number | null };

/** What a viewer is and was entitled to. Made anew for each read; a live feed keeps it until the log says that it changed. */
export type Rights = {
  /** null: an anonymous visitor. */
  readonly member: Member | null;
  readonly ring: Keys;
  /** Every key that the viewer holds or has ever held. */
  readonly everHeld: Keys;
  /** The keys that the viewer held right before the entry at a position was written. */
  ringBefore(position: number): Keys;
};

const nobody: Keys = new Set();
const anonymousRing = keyring(null);
const anonymousRights: Rights = {
  member: null,
  ring: anonymousRing,
  everHeld: anonymousRing,
  ringBefore: () => anonymousRing,
};

/** Looks up a viewer's rights of now; UNAUTHENTICATED where its token, account or organisation has ended. */
export async function loadRights(on: Connection, tables: Tables, viewer: Viewer, now: string): Promise<Rights> {
  if (viewer.kind === "anonymous") return anonymousRights;
  const { accounts, organizations, tokens, memberships, clients } = tables;
  const [found] = await on.db
    .select({
      organizationId: accounts.organizationId,
      sector: organizations.sector,
      role: accounts.role,
      since: accounts.since,
    })
    .from(accounts)
    .innerJoin(organizations, eq(organizations.id, accounts.organizationId))
    .innerJoin(tokens, eq(tokens.accountId, accounts.id))
    .where(
      and(
        eq(accounts.id, viewer.accountId),
        eq(tokens.id, viewer.tokenId),
        isNull(accounts.suspendedAt),
        isNull(organizations.suspendedAt),
        isNull(tokens.revokedAt),
        or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
      ),
    );
  if (found === undefined) throw ended();
  const own: Key[] = [accountKey(viewer.accountId), orgKey(found.organizationId)];
  const [groups, providers] = await Promise.all([
    on.db.select().from(memberships).where(inArray(memberships.member, own)),
    on.db.select().from(clients).where(eq(clients.clientId, found.organizationId)),
  ]);
  const memberWhen = (holds: (interval: Interval) => boolean): Member => ({
    accountId: viewer.accountId,
    organizationId: found.organizationId,
    sector: found.sector,
    role: found.role,
    groupIds: [...new Set(groups.filter(holds).map(({ groupId }) => groupId))].sort(),
    providerIds: [...new Set(providers.filter(holds).map(({ providerId }) => providerId))].sort(),
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
          ...groups.map(({ groupId }) => groupKey(groupId)),
          ...providers.map(({ providerId }) => clientKey(providerId, found.organizationId)),
        ])
      : ring,
    ringBefore(position) {
      if (position <= found.since) return nobody;
      if (position > lastChange) return ring;
      return keyring(memberWhen(({ since, until }) => since < position && (until === null || until >= position)));
    },
  };
}

export function ended(): ForumError {
  return new ForumError("UNAUTHENTICATED", "Your token is not valid, or no longer; sign in again.");
}
