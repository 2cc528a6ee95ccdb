/** The policy between forums: which of our items goes on which stream, for whom, and in words why it does not. */
import type { ItemState } from "../items.ts";
import type { Key, Keys } from "../policy.ts";
import { accountKey, groupKey, orgKey, streamKey } from "../policy.ts";
import { printTlp } from "../tlp.ts";
import { isForumId } from "./addresses.ts";
import type { Agreement, PeerState } from "./peers.ts";
import { sends } from "./peers.ts";

/** A forum's envelopes for one audience: for everybody, for the community, for those who are named at one other forum. */
export type StreamName = "public" | "community" | `to:${string}`;

export const streamTo = (forumId: string): StreamName => `to:${forumId}`;

/** A stream by the name that stands in an envelope; null for what is none. */
export function parseStream(text: unknown): StreamName | null {
  if (text === "public" || text === "community") return text;
  if (typeof text !== "string" || !text.startsWith("to:")) return null;
  const forumId = text.slice("to:".length);
  return isForumId(forumId) ? streamTo(forumId) : null;
}

/** What of an item the streams ask for. */
export type Streamed = Pick<ItemState, "keys" | "status"> & { readonly label: Pick<ItemState["label"], "tlp"> };

/** A peer with those of its members who can be reached: neither suspended here nor taken back by their forum. Ids are those here. */
export type PeerHome = {
  readonly forumId: string;
  readonly state: PeerState;
  readonly agreement: Agreement;
  readonly organizations: readonly { readonly id: string; readonly groupIds: readonly string[] }[];
  readonly accountIds: readonly string[];
};

/** The streams that a peer may follow. */
export function peerStreams({
  forumId,
  agreement,
  state,
}: Pick<PeerHome, "forumId" | "agreement" | "state">): StreamName[] {
  if (state !== "AGREED" || !sends(agreement)) return [];
  const { labels, community } = agreement;
  return [
    streamTo(forumId),
    ...(labels.includes("CLEAR") ? (["public"] as const) : []),
    ...(labels.includes("GREEN") && community ? (["community"] as const) : []),
  ];
}

/** What a peer holds as a viewer: the streams that it may follow, and what everybody may see. */
export function peerKeyring(peer: Pick<PeerHome, "forumId" | "agreement" | "state">): Keys {
  return new Set<Key>(["public", ...peerStreams(peer).map(streamKey)]);
}

/** Whether an item is for the stream that everybody follows, or for that of the community. */
export function isForPublic({ keys, status }: Streamed): boolean {
  return status !== "DRAFT" && keys.includes("public");
}

export function isForCommunity(item: Streamed): boolean {
  return item.status !== "DRAFT" && item.keys.includes("community") && !isForPublic(item);
}

/** Those at home at a peer who are named: its organisations, by themselves or through a group of the agreement, and its accounts. Sorted. */
export function namedThere(
  { keys, status }: Streamed,
  { organizations, accountIds, agreement }: PeerHome,
): { readonly organizationIds: string[]; readonly accountIds: string[] } {
  if (status === "DRAFT") return { organizationIds: [], accountIds: [] };
  const held = new Set(keys);
  const byGroup = (groupIds: readonly string[]): boolean =>
    groupIds.some((id) => agreement.groups.includes(id) && held.has(groupKey(id)));
  return {
    organizationIds: organizations
      .filter(({ id, groupIds }) => held.has(orgKey(id)) || byGroup(groupIds))
      .map(({ id }) => id)
      .sort(),
    accountIds: accountIds.filter((id) => held.has(accountKey(id))).sort(),
  };
}

/** Whether an item goes to a peer by name: what reaches it by another of its streams does not come twice. */
export function isForPeer(item: Streamed, home: PeerHome): boolean {
  return whyNotByName(item, home) === null;
}

/** Why an item does not go to a peer by any stream, in words for those whose item it is; null where it goes. */
export function whyNotSent(item: Streamed, home: PeerHome): string | null {
  const ring = peerKeyring(home);
  if (isForPublic(item) && ring.has(streamKey("public"))) return null;
  if (isForCommunity(item) && ring.has(streamKey("community"))) return null;
  return whyNotByName(item, home);
}

/** Whether whoever follows a stream is shown an item, by it or by one of more that it follows: such items are named in the relations of others. */
export function isToldBeside(item: Streamed, stream: StreamName, home: PeerHome | null): boolean {
  if (isForPublic(item)) return true;
  if (stream === "community") return isForCommunity(item);
  return home !== null && stream === streamTo(home.forumId) && whyNotSent(item, home) === null;
}

function whyNotByName(item: Streamed, home: PeerHome): string | null {
  const { agreement, state } = home;
  const { tlp } = item.label;
  if (item.status === "DRAFT") return "It is a draft.";
  if (state !== "AGREED") return "The exchange with this forum is paused.";
  if (!sends(agreement)) return "By the agreement, nothing is sent to this forum.";
  if (!agreement.labels.includes(tlp)) return `By the agreement, nothing with ${printTlp(tlp)} is sent to this forum.`;
  if (isForPublic(item)) return "It goes by the stream of what is public.";
  const { organizationIds, accountIds } = namedThere(item, home);
  if (isForCommunity(item) && agreement.community) return "It goes by the stream of the community.";
  if (organizationIds.length + accountIds.length > 0) return null;
  return isForCommunity(item)
    ? "By the agreement, the community of this forum is not part of ours."
    : "Nobody who is at home at this forum is named.";
}

/** Whether an envelope may be passed on to others: never what names somebody, and of the community no further than was agreed. */
export function mayPassOn(stream: StreamName, route: readonly string[], { hops }: Pick<Agreement, "hops">): boolean {
  if (stream === "public") return true;
  return stream === "community" && route.length < hops;
}
