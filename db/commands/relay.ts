import { and, eq, inArray, isNull } from "drizzle-orm";
import { badInput, ForumError } from "../../domain/errors.ts";
import { newId } from "../../domain/ids.ts";
import type { ItemState } from "../../domain/items.ts";
import type { Key } from "../../domain/policy.ts";
import { circleKeys, isOrigin, mayKnowRecipient, maySee, orgKey, relayKey } from "../../domain/policy.ts";
import { printTlp } from "../../domain/tlp.ts";
import type { Sector } from "../../domain/vocabulary.ts";
import { isInDirectory } from "../in-directory.ts";
import type { CommandContext, Handler } from "./command.ts";
import { memberOf } from "./command.ts";
import { conflict, storeItem, visibleItem } from "./write-item.ts";

type Target = { readonly id: string; readonly sector: Sector; readonly homeForumId: string | null };

export const relay: Handler<"relay"> = async (context, { itemId, organizationIds }) => {
  const { tx, dialect } = context;
  const { member } = memberOf(context);
  const { relays } = dialect.tables;
  const { item, createdAt } = await visibleItem(context, itemId);
  if (item.status === "DRAFT") throw conflict("This is a draft: publish it first.");
  if (item.status === "WITHDRAWN") throw conflict("This item is withdrawn and can no longer be passed on.");
  const targets = await knownTargets(context, organizationIds);
  if (item.home !== null && targets.some(({ homeForumId }) => homeForumId !== null))
    throw new ForumError("FORBIDDEN", "This item comes from another forum: it is passed on within this one alone.");
  const clientIds = await clientsOf(context, member.organizationId);
  const communities = await communitiesOf(context);
  const isOwn = isOrigin(item.originId, member);
  const { tlp, attribution } = item.label;
  const origin = { originId: item.originId, attribution };
  const added: Key[] = [];
  for (const target of targets) {
    const sees = maySee(item.keys, await keysOfOrganization(context, target));
    if (sees && mayKnowRecipient(origin, member, target.id)) continue;
    const isClient = clientIds.has(target.id);
    const isOutside = !isOwn && target.homeForumId !== null && !communities.has(target.homeForumId);
    const key = relayKey({ tlp, status: item.status }, member, { id: target.id, isClient, isOutside });
    if (key === null) {
      const words = `${printTlp(tlp)} does not let you pass this on to every organisation that you named.`;
      throw new ForumError("FORBIDDEN", words);
    }
    if (sees) continue;
    added.push(key);
    await tx.db.insert(relays).values({
      id: newId("relay"),
      itemId,
      key,
      organizationId: target.id,
      byOrganizationId: member.organizationId,
      byAccountId: member.accountId,
      at: tx.at,
    });
  }
  if (added.length === 0) return { itemId, position: tx.head() };
  const relayed: ItemState = { ...item, keys: [...item.keys, ...added] };
  await storeItem(context, relayed, createdAt);
  const position = await tx.append({
    type: "item",
    act: "relay",
    itemId,
    revision: item.revision,
    before: item.keys,
    after: relayed.keys,
  });
  return { itemId, position };
};

async function knownTargets({ tx, dialect }: CommandContext, ids: readonly string[]): Promise<Target[]> {
  const { organizations: o } = dialect.tables;
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) throw badInput("organizations", "Name at least one organisation.");
  const found = await tx.db
    .select({ id: o.id, sector: o.sector, homeForumId: o.homeForumId })
    .from(o)
    .where(and(inArray(o.id, wanted), isInDirectory(dialect.tables)))
    .orderBy(o.id);
  if (found.length < wanted.length)
    throw badInput("organizations", "One of these is not in the directory of this forum.");
  return found;
}

/** The other forums whose communities count as part of ours. */
async function communitiesOf({ tx, dialect }: CommandContext): Promise<Set<string>> {
  const { peers: p } = dialect.tables;
  const peers = await tx.db.select({ forumId: p.forumId, agreement: p.agreement }).from(p);
  return new Set(peers.filter(({ agreement }) => agreement.community).map(({ forumId }) => forumId));
}

async function clientsOf({ tx, dialect }: CommandContext, providerId: string): Promise<Set<string>> {
  const { clients: c } = dialect.tables;
  const rows = await tx.db
    .select({ id: c.clientId })
    .from(c)
    .where(and(eq(c.providerId, providerId), isNull(c.until)));
  return new Set(rows.map(({ id }) => id));
}

/** The keys that every account of an organisation holds. */
async function keysOfOrganization(
  { tx, dialect }: CommandContext,
  { id, sector, homeForumId }: Target,
): Promise<Set<Key>> {
  // What is for the community, a sector or a group of this forum does not go to others by that alone: it depends on what is agreed.
  if (homeForumId !== null) return new Set<Key>(["public", orgKey(id)]);
  const { memberships: m, clients: c } = dialect.tables;
  const [groups, providers] = await Promise.all([
    tx.db
      .select({ id: m.groupId })
      .from(m)
      .where(and(eq(m.member, orgKey(id)), isNull(m.until))),
    tx.db
      .select({ id: c.providerId })
      .from(c)
      .where(and(eq(c.clientId, id), isNull(c.until))),
  ]);
  return new Set(
    circleKeys({
      organizationId: id,
      sector,
      groupIds: groups.map((group) => group.id),
      providerIds: providers.map((provider) => provider.id),
    }),
  );
}
