import { asc, eq, sql } from "drizzle-orm";
import type { AccountView, GroupView, OrganizationView } from "../domain/people-view.ts";
import type { Dialect } from "./dialect.ts";

type Whole<T> = { readonly [Name in keyof T]: Exclude<T[Name], null> };

/** What the operator is shown: nothing is held back but tokens and content. */
export type OperatorOrganization = Omit<OrganizationView, "suspended"> & { readonly suspended: boolean };
export type OperatorAccount = Whole<Omit<AccountView, "forumId">> & Pick<AccountView, "forumId">;

/** That one organisation may pass on what it gets under TLP:AMBER to another. */
export type OperatorClient = {
  readonly providerId: string;
  readonly provider: string;
  readonly clientId: string;
  readonly client: string;
};

/** Every organisation, by name. */
export async function organizationsOf({ reader, tables }: Dialect): Promise<OperatorOrganization[]> {
  const { organizations: o } = tables;
  const rows = await reader.db.select().from(o).orderBy(asc(o.name), asc(o.id));
  return rows.map(({ id, name, sector, country, homeForumId: forumId, reachable, suspendedAt }) => ({
    id,
    name,
    sector,
    country,
    forumId,
    suspended: suspendedAt !== null,
    isShared: forumId === null ? reachable : null,
  }));
}

/** Every account, or those of one organisation, by name; the unlisted as well. */
export async function accountsOf(
  { reader, tables }: Dialect,
  organizationId: string | null,
): Promise<OperatorAccount[]> {
  const { accounts: a } = tables;
  const rows = await reader.db
    .select()
    .from(a)
    .where(organizationId === null ? undefined : eq(a.organizationId, organizationId))
    .orderBy(asc(a.name), asc(a.id));
  return rows.map(({ id, name, organizationId: of, homeForumId: forumId, role, email, listed, suspendedAt }) => ({
    id,
    name,
    organizationId: of,
    forumId,
    role,
    email,
    listed,
    suspended: suspendedAt !== null,
  }));
}

/** Every group, by name. */
export async function groupsOf({ reader, tables: { groups: g } }: Dialect): Promise<GroupView[]> {
  return reader.db
    .select({ id: g.id, name: g.name, description: g.description })
    .from(g)
    .orderBy(asc(g.name), asc(g.id));
}

/** Every client relation that stands, by the names of both. */
export async function clientsOf({ reader, tables: { clients, organizations } }: Dialect): Promise<OperatorClient[]> {
  return reader.rows<OperatorClient>(
    sql`SELECT c.provider_id AS "providerId", p.name AS provider, c.client_id AS "clientId", o.name AS client
        FROM ${clients} AS c JOIN ${organizations} AS p ON p.id = c.provider_id JOIN ${organizations} AS o ON o.id = c.client_id
        WHERE c.until IS NULL ORDER BY p.name, o.name, p.id, o.id`,
  );
}
