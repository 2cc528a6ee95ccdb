import type { Address } from "./federation/addresses.ts";
import type { ItemState } from "./items.ts";
import type { Content } from "./kinds.ts";
import type { Audience } from "./label.ts";
import type { Member } from "./people.ts";
import { audienceKeys, isOrigin, keyring, mayChange, relayScope, shownOrigin } from "./policy.ts";
import type { RelayScope, Tlp } from "./tlp.ts";
import { labelRules } from "./tlp.ts";
import type { Attribution, ItemStatus, Sector } from "./vocabulary.ts";

export const reachTypes = [
  "ORIGIN",
  "ORGANIZATION",
  "GROUP",
  "SECTOR",
  "PERSON",
  "RELAY",
  "COMMUNITY",
  "PUBLIC",
] as const;
export type ReachType = (typeof reachTypes)[number];

/** One way by which an item reached the viewer. It never says who else it reached. */
export type Reach = { readonly type: ReachType; readonly groupId: string | null };

/** An item as one viewer is shown it. What the viewer may not know is not in here, so that nothing behind can show it. */
export type ItemView = {
  readonly id: string;
  /** Where it comes from, if that is another forum, and its id there. */
  readonly home: Address | null;
  readonly status: ItemStatus;
  readonly content: Content;
  readonly tlp: Tlp;
  readonly attribution: Attribution;
  readonly originId: string | null;
  readonly originSector: Sector | null;
  readonly audience: Audience | null;
  readonly revision: number;
  readonly publishedAt: string | null;
  readonly revisedAt: string | null;
  readonly withdrawal: { readonly reason: string; readonly at: string } | null;
  readonly viewerIsOrigin: boolean;
  readonly reachedThrough: readonly Reach[];
  readonly handling: { readonly sentence: string; readonly relay: RelayScope; readonly mayChange: boolean };
};

/** Shows an item to a viewer that may see it. Whether it may is decided before, by keys. */
export function viewItem(item: ItemState, member: Member | null): ItemView {
  const viewerIsOrigin = isOrigin(item.originId, member);
  const shown = shownOrigin({ originId: item.originId, attribution: item.label.attribution }, member);
  const { tlp, audience, attribution } = item.label;
  return {
    id: item.id,
    home: item.home,
    status: item.status,
    content: item.content,
    tlp,
    attribution,
    originId: shown.organization ? item.originId : null,
    originSector: shown.sector ? item.originSector : null,
    audience: viewerIsOrigin && labelRules[tlp].audience !== "none" ? audience : null,
    revision: item.revision,
    publishedAt: item.publishedAt,
    revisedAt: item.revisedAt,
    withdrawal: item.withdrawal,
    viewerIsOrigin,
    reachedThrough: reach(item, member),
    handling: {
      sentence: labelRules[tlp].handling,
      relay: relayScope({ tlp, status: item.status }),
      mayChange: member !== null && item.status !== "WITHDRAWN" && mayChange(item, member),
    },
  };
}

function reach(item: ItemState, member: Member | null): Reach[] {
  const ring = keyring(member);
  const addressed = new Set(audienceKeys({ ...item, tlp: item.label.tlp, audience: item.label.audience }));
  const ways = new Map<string, Reach>();
  const note = (type: ReachType, groupId: string | null = null): unknown =>
    ways.set(`${type} ${groupId}`, { type, groupId });
  if (isOrigin(item.originId, member)) note("ORIGIN");
  for (const key of item.keys) {
    if (!ring.has(key)) continue;
    const [kind, id] = key.split(":");
    if (!addressed.has(key)) note("RELAY");
    else if (kind === "public") note("PUBLIC");
    else if (kind === "community") note("COMMUNITY");
    else if (kind === "group") note("GROUP", id ?? null);
    else if (kind === "sector") note("SECTOR");
    else if (kind === "account") note("PERSON");
    else if (kind === "org" && id !== item.originId) note("ORGANIZATION");
  }
  return [...ways.values()].sort((a, b) => reachTypes.indexOf(a.type) - reachTypes.indexOf(b.type));
}
