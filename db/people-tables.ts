import type { Key } from "../domain/policy.ts";
import type { Role, Sector } from "../domain/vocabulary.ts";
import type { Words } from "./sqlite/columns.ts";

/** Who takes part: organisations, their accounts and tokens, groups, and who was in what from when until when. */
export function definePeopleTables({ table, index, uniqueIndex, primaryKey, text, integer, bool }: Words) {
  const instant = text;
  return {
    organizations: table(
      "organizations",
      {
        id: text("id").primaryKey(),
        name: text("name").notNull(),
        sector: text("sector").$type<Sector>().notNull(),
        country: text("country"),
        /** The forum where it is at home, and its id there; null with our own. */
        homeForumId: text("home_forum_id"),
        homeId: text("home_id"),
        /** Of our own: whether other forums are told of it and its accounts. Of others: whether it can be addressed now. */
        reachable: bool("reachable").notNull().default(false),
        suspendedAt: instant("suspended_at"),
        createdAt: instant("created_at").notNull(),
        /** The log's position when it was made or got its present name; 0 where that is not known. */
        since: integer("since").notNull().default(0),
      },
      (t) => [
        uniqueIndex("organizations_name").on(t.name),
        index("organizations_since").on(t.since),
        index("organizations_home").on(t.homeForumId),
      ],
    ),
    accounts: table(
      "accounts",
      {
        id: text("id").primaryKey(),
        organizationId: text("organization_id").notNull(),
        name: text("name").notNull(),
        email: text("email").notNull(),
        role: text("role").$type<Role>().notNull(),
        /** The forum where it is at home, and its id there; null with our own. */
        homeForumId: text("home_forum_id"),
        homeId: text("home_id"),
        listed: bool("listed").notNull(),
        suspendedAt: instant("suspended_at"),
        createdAt: instant("created_at").notNull(),
        /** The log's position when it was made: before that, it held no key. */
        since: integer("since").notNull(),
      },
      (t) => [uniqueIndex("accounts_email").on(t.email), index("accounts_organization").on(t.organizationId)],
    ),
    tokens: table(
      "tokens",
      {
        id: text("id").primaryKey(),
        accountId: text("account_id").notNull(),
        name: text("name"),
        hash: text("hash").notNull(),
        createdAt: instant("created_at").notNull(),
        expiresAt: instant("expires_at"),
        revokedAt: instant("revoked_at"),
        lastUsedAt: instant("last_used_at"),
      },
      (t) => [uniqueIndex("tokens_hash").on(t.hash), index("tokens_account").on(t.accountId)],
    ),
    groups: table(
      "groups",
      {
        id: text("id").primaryKey(),
        name: text("name").notNull(),
        description: text("description"),
        createdAt: instant("created_at").notNull(),
      },
      (t) => [uniqueIndex("groups_name").on(t.name)],
    ),
    /** Who is or was in a group, from one position of the log until another. `member` is the key of an account or organisation. */
    memberships: table(
      "memberships",
      {
        groupId: text("group_id").notNull(),
        member: text("member").$type<Key>().notNull(),
        since: integer("since").notNull(),
        until: integer("until"),
      },
      (t) => [primaryKey({ columns: [t.member, t.groupId, t.since] }), index("memberships_group").on(t.groupId)],
    ),
    /** Which organisation is or was registered as a client of which, likewise. */
    clients: table(
      "clients",
      {
        providerId: text("provider_id").notNull(),
        clientId: text("client_id").notNull(),
        since: integer("since").notNull(),
        until: integer("until"),
      },
      (t) => [primaryKey({ columns: [t.clientId, t.providerId, t.since] }), index("clients_provider").on(t.providerId)],
    ),
  };
}
