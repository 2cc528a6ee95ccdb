/**
 * The whole policy. An item is addressed to keys, a viewer holds keys, and *visible means that the two sets meet*.
 * Nothing outside this folder decides who sees, passes on or changes what; db/visible.ts says the same in SQL.
 */
import type { Audience } from "./label.ts";
import type { CommandActor, Member } from "./people.ts";
import type { Subject } from "./subjects.ts";
import type { RelayScope, Tlp } from "./tlp.ts";
import { labelRules, tlpLabels } from "./tlp.ts";
import type { Attribution, ItemStatus, Role, Sector } from "./vocabulary.ts";

export type Key =
  | "public"
  | "community"
  | `org:${string}`
  | `group:${string}`
  | `sector:${Sector}`
  | `account:${string}`
  | `drafts:${string}`
  | `client:${string}/${string}`
  | `stream:${string}`;
export type Keys = ReadonlySet<Key>;

/** What of an item the policy asks for. */
export type Addressed = {
  readonly status: ItemStatus;
  readonly tlp: Tlp;
  readonly audience: Audience;
  readonly originId: string;
  /** The accounts that wrote it: whoever first wrote it, and whoever gave it this label. */
  readonly authorIds: readonly string[];
};

export const orgKey = (id: string): Key => `org:${id}`;
export const groupKey = (id: string): Key => `group:${id}`;
export const sectorKey = (sector: Sector): Key => `sector:${sector}`;
export const accountKey = (id: string): Key => `account:${id}`;
/** Held by the contributors of an organisation: what is being written there. */
export const draftsKey = (organizationId: string): Key => `drafts:${organizationId}`;
/** Held by a client organisation's members as long as the provider has it registered. */
export const clientKey = (providerId: string, clientId: string): Key => `client:${providerId}/${clientId}`;

/** Held by the peers that may follow one of this forum's streams; envelopes alone have it, never an item. */
export const streamKey = (stream: string): Key => `stream:${stream}`;

/** To which keys an item is addressed by its label. Relays add to these; see `relayKey`. */
export function audienceKeys(item: Addressed): Key[] {
  const authors = item.authorIds.map(accountKey);
  const { organizations, groups, sectors, accounts } = item.audience;
  const circles = [...organizations.map(orgKey), ...groups.map(groupKey), ...sectors.map(sectorKey)];
  const keys = new Set<Key>();
  const add = (...more: readonly Key[]): void => more.forEach((key) => keys.add(key));
  if (item.tlp === "RED") add(...authors);
  else if (item.status === "DRAFT") add(draftsKey(item.originId));
  else add(orgKey(item.originId));
  if (item.status === "DRAFT") return [...keys];
  switch (item.tlp) {
    case "RED":
      add(...accounts.map(accountKey));
      break;
    case "AMBER_STRICT":
    case "AMBER":
      add(...circles);
      break;
    case "GREEN":
      if (circles.length > 0) add(...circles);
      else add("community");
      break;
    case "CLEAR":
      add("public");
      break;
  }
  return [...keys];
}

/** Which keys a viewer holds; `null` is an anonymous visitor. */
export function keyring(member: Member | null): Keys {
  if (member === null) return new Set<Key>(["public"]);
  const keys = [...circleKeys(member), accountKey(member.accountId)];
  if (mayContribute(member.role)) keys.push(draftsKey(member.organizationId));
  return new Set(keys);
}

/** The keys that an account has through its organisation and the groups and providers given: what is addressed to one reaches them all. */
export function circleKeys(circle: Pick<Member, "organizationId" | "sector" | "groupIds" | "providerIds">): Key[] {
  return [
    "public",
    "community",
    orgKey(circle.organizationId),
    sectorKey(circle.sector),
    ...circle.groupIds.map(groupKey),
    ...circle.providerIds.map((providerId) => clientKey(providerId, circle.organizationId)),
  ];
}

/** The one rule: a viewer sees what is addressed to a key that it holds. */
export function maySee(keys: Iterable<Key>, ring: Keys): boolean {
  for (const key of keys) if (ring.has(key)) return true;
  return false;
}

/** What hangs on an item or a group is seen by its own keys, and with the item alone. `itemKeys` are those of the item now; null for none. */
export function maySeeSubject(
  { keys, within }: Pick<Subject, "keys" | "within">,
  itemKeys: Iterable<Key> | null,
  ring: Keys,
): boolean {
  return maySee(keys, ring) && (within === null || ring.has(within)) && (itemKeys === null || maySee(itemKeys, ring));
}

/** Whether somebody who sees the item counts as its origin: sees the audience and through the attribution, may change it. */
export function isOrigin(originId: string, member: Member | null): boolean {
  return member !== null && member.organizationId === originId;
}

/** How much of the origin a viewer is shown. */
export function shownOrigin(
  item: { readonly originId: string; readonly attribution: Attribution },
  member: Member | null,
): { readonly organization: boolean; readonly sector: boolean } {
  const through = isOrigin(item.originId, member);
  return {
    organization: through || item.attribution === "ORGANIZATION",
    sector: through || item.attribution !== "ANONYMOUS",
  };
}

/**
 * Whether an actor may make a token for an account: a token speaks for its account, so that nobody makes one for another but the
 * operator, and no steward comes to read what it is not meant to.
 */
export function mayMakeToken(accountId: string, actor: CommandActor): boolean {
  if (actor === "clock" || actor === "visitor" || actor === "peer") return false;
  return actor === "operator" || actor.accountId === accountId;
}

/**
 * Whether an actor may put a member of an organisation into a group, or make the organisation a client: nobody lets itself in to what a
 * group reads, or to what was relayed to it while it was a client before.
 */
export function mayAdmit(organizationId: string, actor: CommandActor): boolean {
  if (actor === "clock" || actor === "visitor" || actor === "peer") return false;
  return actor === "operator" || actor.organizationId !== organizationId;
}

/** Whether an actor may end an account's token. */
export function mayEndToken(accountId: string, actor: CommandActor): boolean {
  if (actor === "clock" || actor === "visitor" || actor === "peer") return false;
  return actor === "operator" || actor.accountId === accountId || actor.role === "STEWARD";
}

/** Whether a viewer looks after the exchange with other forums: what is told of it says nothing of what items say. */
export function mayTendPeers(member: Member | null): boolean {
  return member?.role === "STEWARD";
}

/** Whether a viewer is shown the directory: who is in the forum, and which groups there are. */
export function seesDirectory(member: Member | null): boolean {
  return member !== null;
}

/** Whether naming an organisation beside an item would tell a viewer where the item comes from, though that is withheld. */
export function isOriginWithheld(
  organizationId: string,
  item: { readonly originId: string; readonly attribution: Attribution },
  member: Member | null,
): boolean {
  return organizationId === item.originId && !shownOrigin(item, member).organization;
}

export function mayContribute(role: Role): boolean {
  return role !== "READER";
}

/** Whether the viewer may revise, re-address or withdraw an item that it sees. */
export function mayChange(item: { readonly originId: string }, member: Member): boolean {
  return mayContribute(member.role) && isOrigin(item.originId, member);
}

/** Whether the viewer sees and looks after the feed sources of an organisation: what they bring to be looked at are its drafts. */
export function mayTendSources(organizationId: string, ring: Keys): boolean {
  return ring.has(draftsKey(organizationId));
}

/** How far a recipient may pass an item on. */
export function relayScope(item: { readonly tlp: Tlp; readonly status: ItemStatus }): RelayScope {
  return item.status === "PUBLISHED" ? labelRules[item.tlp].relay : "NOBODY";
}

/**
 * The key that a relay from the member's organisation to another adds to an item that the member sees; null where the
 * label does not allow it. The answer depends on nothing but the label and the two organisations: were it kinder to those
 * who are named already, a recipient could find out who they are. `isOutside`: it is at home at a forum whose community is not part of
 * ours; what is for the community goes there by the will of its origin alone.
 */
export function relayKey(
  item: { readonly tlp: Tlp; readonly status: ItemStatus },
  member: Member,
  target: { readonly id: string; readonly isClient: boolean; readonly isOutside: boolean },
): Key | null {
  const own = target.id === member.organizationId;
  switch (relayScope(item)) {
    case "NOBODY":
      return null;
    case "OWN_ORGANIZATION":
      return own ? orgKey(target.id) : null;
    case "CLIENTS":
      if (own) return orgKey(target.id);
      return target.isClient ? clientKey(member.organizationId, target.id) : null;
    case "COMMUNITY":
      return target.isOutside ? null : orgKey(target.id);
    case "ANYONE":
      return orgKey(target.id);
  }
}

/**
 * Whether a member may learn that an organisation has an item: its origin of everybody, a recipient of the origin that it is shown.
 * To pass it on to one of these is to change nothing, whatever the label says.
 */
export function mayKnowRecipient(
  item: { readonly originId: string; readonly attribution: Attribution },
  member: Member,
  organizationId: string,
): boolean {
  return (
    isOrigin(item.originId, member) || (organizationId === item.originId && shownOrigin(item, member).organization)
  );
}

/**
 * The labels of what may be handed to a tool that an organisation shares among its people. What may be passed on to nobody may not: the
 * narrowest audience that such a tool knows is the whole organisation.
 */
export const sharedToolLabels: readonly Tlp[] = tlpLabels.filter((tlp) => labelRules[tlp].relay !== "NOBODY");
