import type { ItemKind } from "./kinds.ts";
import type { Content } from "./kinds.ts";
import type { Label } from "./label.ts";
import type { Member } from "./people.ts";
import { groupKey, isOrigin, keyring, shownOrigin } from "./policy.ts";
import type { Tlp } from "./tlp.ts";
import type { FeedChange, ItemStatus, RiskCategory, Sector, Severity } from "./vocabulary.ts";
import { severities } from "./vocabulary.ts";

/** Every field given must match; within a list, any value (an empty list matches nothing). */
export type ItemFilter = {
  readonly statuses?: readonly ItemStatus[];
  readonly kinds?: readonly ItemKind[];
  readonly riskCategories?: readonly RiskCategory[];
  readonly minSeverity?: Severity;
  readonly tlp?: readonly Tlp[];
  readonly sectors?: readonly Sector[];
  readonly origins?: readonly string[];
  readonly groups?: readonly string[];
  readonly techniques?: readonly string[];
  readonly affects?: string;
  readonly publishedAfter?: string;
  readonly publishedBefore?: string;
  readonly text?: string;
  /** In feeds alone: what is told; without it, what happens to items and rights. See domain/feed.ts. */
  readonly changes?: readonly FeedChange[];
};

/** What of one state of an item a filter looks at. */
export type Filtered = {
  readonly originId: string;
  readonly originSector: Sector;
  readonly content: Content;
  readonly label: Label;
  readonly publishedAt: string | null;
};

/** The rank of a severity, least severe first. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** The text that `affects` is looked for in. */
export function affectsText(content: Content): string {
  return content.envelope.affectedSystems
    .flatMap(({ provider, model }) => [provider, model ?? ""])
    .join("\n")
    .toLowerCase();
}

/** The groups of a filter that can match for a viewer at all: its own, or any on an item of its own organisation. */
export function matchesGroups(groups: readonly string[], item: Filtered, member: Member | null): boolean {
  const ring = keyring(member);
  const own = isOrigin(item.originId, member);
  return groups.some((id) => item.label.audience.groups.includes(id) && (own || ring.has(groupKey(id))));
}

/**
 * Whether one state of an item passes a filter, for a viewer that may see that state. A feed asks this of the state before
 * and of the state after a change. `statuses` and `text` mean nothing here. db/filter.ts says the same in SQL.
 */
export function matches(filter: ItemFilter, item: Filtered, member: Member | null): boolean {
  const { envelope, kind } = item.content;
  const shown = shownOrigin({ originId: item.originId, attribution: item.label.attribution }, member);
  const affects = filter.affects?.toLowerCase();
  return (
    (filter.kinds?.includes(kind) ?? true) &&
    (filter.riskCategories?.some((category) => envelope.riskCategories.includes(category)) ?? true) &&
    (filter.minSeverity === undefined || severityRank(envelope.severity) >= severityRank(filter.minSeverity)) &&
    (filter.tlp?.includes(item.label.tlp) ?? true) &&
    (filter.sectors === undefined || (shown.sector && filter.sectors.includes(item.originSector))) &&
    (filter.origins === undefined || (shown.organization && filter.origins.includes(item.originId))) &&
    (filter.groups === undefined || matchesGroups(filter.groups, item, member)) &&
    (filter.techniques?.some((id) => envelope.techniques.includes(id)) ?? true) &&
    (affects === undefined ||
      affectsText(item.content)
        .split("\n")
        .some((name) => name.includes(affects))) &&
    (filter.publishedAfter === undefined || (item.publishedAt ?? "") >= filter.publishedAfter) &&
    (filter.publishedBefore === undefined || (item.publishedAt ?? "~") < filter.publishedBefore)
  );
}

/**
 * Whether an activity passes a filter, by the item that it hangs on as it is now, for a viewer that sees it. `groups` matches the group in
 * which it happened too, for members, whom the directory shows it to. Without an item, no other field can match.
 */
export function matchesActivity(
  { groups, changes: _changes, statuses: _statuses, text: _text, ...ofItem }: ItemFilter,
  { item, groupId }: { readonly item: Filtered | null; readonly groupId: string | null },
  member: Member | null,
): boolean {
  const happenedIn = member !== null && groupId !== null && groups?.includes(groupId);
  if (groups !== undefined && !happenedIn && (item === null || !matchesGroups(groups, item, member))) return false;
  if (item === null) return Object.values(ofItem).every((value) => value === undefined);
  return matches(ofItem, item, member);
}
