import type { Store } from "../../db/store.ts";
import { uuidOf } from "../../domain/ids.ts";
import { anonymous } from "../../domain/people.ts";
import type { ItemView } from "../../domain/view.ts";
import { changedAt, proseOf } from "../prose.ts";

/** How many items stand on a page. */
const pageSize = 50;

/** What both formats tell of an item. Of a withdrawn one nothing is left but that it is withdrawn, and why. */
export type FeedEntry = {
  readonly id: string;
  readonly item: Pick<ItemView, "id" | "tlp">;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly author: string;
  readonly publishedAt: string;
  readonly changedAt: string;
  readonly tags: readonly string[];
  readonly isWithdrawn: boolean;
};
export type FeedPage = {
  readonly url: string;
  readonly firstUrl: string;
  readonly nextUrl: string | null;
  readonly entries: readonly FeedEntry[];
  /** When the newest change on this page was made. */
  readonly changedAt: string | null;
};

export const feedTitle = "Tocsin: what is TLP:CLEAR";
export const feedDescription =
  "Findings on the safety of AI that everybody may read and pass on, newest first. What was withdrawn says so in its place.";

/** One page of what anybody may read. `url` is that of the feed, `after` a cursor of an earlier page. */
export async function readFeedPage(store: Store, url: string, after: string | null): Promise<FeedPage> {
  const reader = store.as(anonymous);
  const filter = { statuses: ["PUBLISHED", "WITHDRAWN"] } as const;
  const { edges, hasNextPage } = await reader.page({ first: pageSize, after, filter, orderBy: "NEWEST" });
  const items = edges.map(({ node }) => node);
  const originIds = items.flatMap(({ originId }) => originId ?? []);
  const origins = await reader.directory.namedOrganizations(originIds);
  const names = new Map(origins.flatMap((origin) => (origin === null ? [] : [[origin.id, origin.name] as const])));
  const entries = items.map((item) => entryOf(item, names));
  const times = entries.map((entry) => entry.changedAt).sort();
  const at = (cursor: string): string => `${url}?after=${encodeURIComponent(cursor)}`;
  const last = edges.at(-1);
  return {
    url: after === null ? url : at(after),
    firstUrl: url,
    nextUrl: hasNextPage && last !== undefined ? at(last.cursor) : null,
    entries,
    changedAt: times.at(-1) ?? null,
  };
}

function entryOf(item: ItemView, names: ReadonlyMap<string, string>): FeedEntry {
  const { kind, envelope } = item.content;
  const common = {
    id: `urn:uuid:${uuidOf(item.id)}`,
    item: { id: item.id, tlp: item.tlp },
    text: proseOf(item),
    author: authorOf(item, names),
    publishedAt: item.publishedAt ?? "",
    changedAt: changedAt(item),
  };
  if (item.withdrawal !== null) {
    return { ...common, title: "Withdrawn", summary: item.withdrawal.reason, tags: [], isWithdrawn: true };
  }
  const tags = [kind, `severity ${envelope.severity}`, ...envelope.riskCategories, ...envelope.techniques];
  return { ...common, title: envelope.title, summary: envelope.summary, tags, isWithdrawn: false };
}

function authorOf({ originId, originSector }: ItemView, names: ReadonlyMap<string, string>): string {
  const name = originId === null ? undefined : names.get(originId);
  if (name !== undefined) return name;
  const sector = originSector?.toLowerCase().replace("_", " ");
  return sector === undefined ? "A member of the forum" : `A member of the forum (${sector})`;
}
