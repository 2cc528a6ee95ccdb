import type { SQL } from "drizzle-orm";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { AccountView, GroupView, OrganizationView } from "../domain/people-view.ts";
import { directorySight } from "../domain/people-view.ts";
import type { Sector } from "../domain/vocabulary.ts";
import type { Page, PageArgs } from "./page.ts";
import { Pager } from "./page.ts";
import { isInDirectory } from "./in-directory.ts";
import type { ItemReadContext } from "./read-items.ts";

/**
 * Members see the directory; anonymous visitors see none of it. Accounts that have opted out are shown to stewards and themselves. Of other
 * forums it holds those that they tell of now.
 */
function shown({ dialect, rights: { member } }: ItemReadContext): { any: SQL; organizations: SQL; accounts: SQL } {
  const { accounts: a } = dialect.tables;
  const organizations = isInDirectory(dialect.tables);
  switch (directorySight(member)) {
    case "visitor":
      return { any: sql`false`, organizations: sql`false`, accounts: sql`false` };
    case "member":
      return {
        any: sql`true`,
        organizations,
        accounts: or(eq(a.listed, true), eq(a.id, member?.accountId ?? "")) ?? sql`false`,
      };
    case "steward":
      return { any: sql`true`, organizations, accounts: or(eq(a.listed, true), isNull(a.homeForumId)) ?? sql`false` };
  }
}

function organizationView(
  { rights: { member } }: ItemReadContext,
  row: ItemReadContext["dialect"]["tables"]["organizations"]["$inferSelect"],
): OrganizationView {
  const { id, name, sector, country, homeForumId: forumId, reachable } = row;
  const sight = directorySight(member);
  const suspended = sight === "steward" ? row.suspendedAt !== null : null;
  const isShared = forumId === null && sight !== "visitor" ? reachable : null;
  return { id, name, sector, country: sight === "visitor" ? null : country, forumId, suspended, isShared };
}

function accountView(
  { rights: { member } }: ItemReadContext,
  row: ItemReadContext["dialect"]["tables"]["accounts"]["$inferSelect"],
): AccountView {
  const { id, name, organizationId, homeForumId: forumId, role, email, listed, suspendedAt } = row;
  const named = { id, name, organizationId, forumId };
  const suspended = suspendedAt !== null;
  if (directorySight(member) !== "steward" && member?.accountId !== id)
    return { ...named, role: null, email: null, listed: null, suspended: null };
  // What it may do and how it is reached is its own forum's to say.
  return forumId === null
    ? { ...named, role, email, listed, suspended }
    : { ...named, role: null, email: null, listed, suspended };
}

/** `named`: ids that the viewer has from an item it sees, which shows their names even to those who see no directory. */
export async function readOrganizations(
  context: ItemReadContext,
  ids: readonly string[],
  { named = false } = {},
): Promise<Map<string, OrganizationView>> {
  const { organizations: o } = context.dialect.tables;
  const rows = await context.dialect.reader.db
    .select()
    .from(o)
    .where(and(inArray(o.id, [...new Set(ids)]), named ? sql`true` : shown(context).organizations));
  return new Map(rows.map((row) => [row.id, organizationView(context, row)]));
}

export async function readAccounts(
  context: ItemReadContext,
  ids: readonly string[],
  { named = false } = {},
): Promise<Map<string, AccountView>> {
  const { accounts: a } = context.dialect.tables;
  const rows = await context.dialect.reader.db
    .select()
    .from(a)
    .where(and(inArray(a.id, [...new Set(ids)]), named ? sql`true` : shown(context).accounts));
  return new Map(rows.map((row) => [row.id, accountView(context, row)]));
}

export async function readGroups(context: ItemReadContext, ids: readonly string[]): Promise<Map<string, GroupView>> {
  const { groups: g } = context.dialect.tables;
  const rows = await context.dialect.reader.db
    .select({ id: g.id, name: g.name, description: g.description })
    .from(g)
    .where(and(inArray(g.id, [...new Set(ids)]), shown(context).any));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who is in groups now: organisations, and accounts that joined by themselves. */
export async function readGroupMembers(
  context: ItemReadContext,
  ids: readonly string[],
): Promise<Map<string, { organizationIds: string[]; accountIds: string[] }>> {
  const { dialect } = context;
  const { memberships: m } = dialect.tables;
  const rows = await dialect.reader.db
    .select({ groupId: m.groupId, member: m.member })
    .from(m)
    .where(and(inArray(m.groupId, [...new Set(ids)]), isNull(m.until), shown(context).any));
  const found = new Map(ids.map((id) => [id, { organizationIds: [] as string[], accountIds: [] as string[] }]));
  for (const { groupId, member } of rows) {
    const [kind, id = ""] = member.split(":");
    found.get(groupId)?.[kind === "org" ? "organizationIds" : "accountIds"].push(id);
  }
  const listed = await readAccounts(
    context,
    [...found.values()].flatMap(({ accountIds }) => accountIds),
  );
  for (const members of found.values()) {
    members.organizationIds.sort();
    members.accountIds = members.accountIds.filter((id) => listed.has(id)).sort();
  }
  return found;
}

type Listed<T> = Page<T> & { readonly totalCount: number };
type ListSource = {
  readonly name: string;
  readonly idColumn: SQL;
  readonly nameColumn: SQL;
  readonly table: SQL;
  readonly where: SQL;
};

/** A page of a directory list, by name. */
async function readList<T>(
  context: ItemReadContext,
  source: ListSource,
  args: PageArgs,
  load: (ids: string[]) => Promise<Map<string, T>>,
): Promise<Listed<T>> {
  const { reader } = context.dialect;
  const pager = new Pager(context.cursors, context.viewer, { list: source.name, order: "name" }, [
    { column: source.nameColumn, ascending: true },
    { column: source.idColumn, ascending: true },
  ]);
  const plan = pager.plan(args);
  const rows = await reader.rows<{ id: string; name: string }>(
    sql`SELECT ${source.idColumn} AS id, ${source.nameColumn} AS name FROM ${source.table}
        WHERE ${source.where} AND ${plan.where} ORDER BY ${plan.orderBy} LIMIT ${plan.size + 1}`,
  );
  const [count] = await reader.rows<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${source.table} WHERE ${source.where}`,
  );
  const nodes = await load(rows.map(({ id }) => id));
  const page = pager.page(
    plan,
    rows,
    args,
    ({ name, id }) => [name, id],
    ({ id }) => nodes.get(id),
  );
  return {
    ...page,
    edges: page.edges.flatMap(({ cursor, node }) => (node === undefined ? [] : [{ cursor, node }])),
    totalCount: count?.total ?? 0,
  };
}

export function readOrganizationPage(
  context: ItemReadContext,
  args: PageArgs & { sector?: Sector | null | undefined },
): Promise<Listed<OrganizationView>> {
  const { organizations: o } = context.dialect.tables;
  const where = and(shown(context).organizations, args.sector ? eq(o.sector, args.sector) : undefined) ?? sql`true`;
  const source = { name: "organizations", idColumn: sql`${o.id}`, nameColumn: sql`${o.name}`, table: sql`${o}`, where };
  return readList(context, source, args, (ids) => readOrganizations(context, ids));
}

export function readAccountPage(
  context: ItemReadContext,
  args: PageArgs & { organizationId?: string | null | undefined },
): Promise<Listed<AccountView>> {
  const { accounts: a } = context.dialect.tables;
  const where =
    and(shown(context).accounts, args.organizationId ? eq(a.organizationId, args.organizationId) : undefined) ??
    sql`true`;
  const source = { name: "accounts", idColumn: sql`${a.id}`, nameColumn: sql`${a.name}`, table: sql`${a}`, where };
  return readList(context, source, args, (ids) => readAccounts(context, ids));
}

export function readGroupPage(context: ItemReadContext, args: PageArgs): Promise<Listed<GroupView>> {
  const { groups: g } = context.dialect.tables;
  const source = {
    name: "groups",
    idColumn: sql`${g.id}`,
    nameColumn: sql`${g.name}`,
    table: sql`${g}`,
    where: shown(context).any,
  };
  return readList(context, source, args, (ids) => readGroups(context, ids));
}
