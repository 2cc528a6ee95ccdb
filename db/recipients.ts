import { isNull } from "drizzle-orm";
import type { ItemState } from "../domain/items.ts";
import type { Key } from "../domain/policy.ts";
import { accountKey, clientKey, groupKey, orgKey, sectorKey } from "../domain/policy.ts";
import type { Dialect } from "./dialect.ts";

/** The organisations at home here that an item is addressed to now, through whichever of its keys. Only its origin may be told. */
export async function readRecipients({ reader, tables }: Dialect, item: ItemState): Promise<string[]> {
  const { organizations: o, accounts: a, memberships: m, clients: c } = tables;
  const keys = new Set<Key>(item.keys);
  const [organizations, accounts, members, clients] = await Promise.all([
    reader.db.select({ id: o.id, sector: o.sector }).from(o).where(isNull(o.homeForumId)),
    reader.db
      .select({ id: a.id, organizationId: a.organizationId, listed: a.listed })
      .from(a)
      .where(isNull(a.homeForumId)),
    reader.db.select({ groupId: m.groupId, member: m.member }).from(m).where(isNull(m.until)),
    reader.db.select({ providerId: c.providerId, clientId: c.clientId }).from(c).where(isNull(c.until)),
  ]);
  const organizationOf = new Map<string, string>([
    // who has opted out of the directory is not shown by the groups that it is in
    ...accounts
      .filter(({ listed }) => listed)
      .map(({ id, organizationId }): [string, string] => [accountKey(id), organizationId]),
    ...organizations.map(({ id }): [string, string] => [orgKey(id), id]),
  ]);
  const everyone = keys.has("public") || keys.has("community");
  return [
    ...new Set([
      ...organizations
        .filter(({ id, sector }) => everyone || keys.has(orgKey(id)) || keys.has(sectorKey(sector)))
        .map(({ id }) => id),
      ...accounts.filter(({ id }) => keys.has(accountKey(id))).map(({ organizationId }) => organizationId),
      ...members
        .filter(({ groupId }) => keys.has(groupKey(groupId)))
        .flatMap(({ member }) => organizationOf.get(member) ?? []),
      ...clients
        .filter(({ providerId, clientId }) => keys.has(clientKey(providerId, clientId)))
        .map(({ clientId }) => clientId),
    ]),
  ];
}
