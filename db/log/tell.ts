import type { ItemEntry, Logged } from "../../domain/entries.ts";
import { tell } from "../../domain/feed.ts";
import type { Told } from "../../domain/feed.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import { matches } from "../../domain/filter.ts";
import type { ItemState, Revision } from "../../domain/items.ts";
import { strictestAttribution } from "../../domain/label.ts";
import type { DirectorySight } from "../../domain/people-view.ts";
import { directorySight } from "../../domain/people-view.ts";
import { maySee } from "../../domain/policy.ts";
import type { ItemView } from "../../domain/view.ts";
import { viewItem } from "../../domain/view.ts";
import type { FeedChange } from "../../domain/vocabulary.ts";
import type { Holding, Rights } from "../rights.ts";

/** One event of a feed, as its viewer is told of it, before its cursor is sealed. */
export type Event = {
  readonly position: number;
  readonly change: FeedChange;
  readonly at: string;
  readonly itemId: string | null;
  readonly revision: number | null;
  readonly item: ItemView | null;
  /** By which sight of the directory the item's names are shown: what two viewers are told may be the same but for this. */
  readonly sight: DirectorySight;
};

/** An entry of the log with what is needed to tell it to anybody. */
export type Loaded = {
  readonly logged: Logged;
  /** The revision that the change made or left, and the one that was there before; null for entries without an item. */
  readonly after: Revision | null;
  readonly before: Revision | null;
};

/** What one viewer is told of an entry under a filter, by the rights and the state of the item of now; null for nothing. */
export function eventOf(
  loaded: Loaded,
  state: ItemState | undefined,
  rights: Rights,
  filter: ItemFilter,
  quietUntil: number,
): Event | null {
  const { position, at, entry } = loaded.logged;
  if (entry.type === "rights" && position <= quietUntil) return null;
  const visibleNow = state !== undefined && maySee(state.keys, rights.ring);
  const before = rights.before(position);
  const told = tell(entry, { ringNow: rights.ring, ringThen: before.ring, visibleNow });
  if (told === null) return null;
  const sight = directorySight(rights.member);
  if (entry.type !== "item")
    return { position, at, change: told.change, itemId: null, revision: null, item: null, sight };
  if (state === undefined || !passes(filter, told, loaded, entry, state, told.change === "HIDDEN" ? before : rights))
    return null;
  const item = told.seesAfter && visibleNow ? viewItem(state, rights.member) : null;
  return { position, at, change: told.change, itemId: entry.itemId, revision: entry.revision, item, sight };
}

/**
 * An event passes if the item matches before or after the change, as far as the viewer was entitled to either state. What the origin
 * withholds by now is not found out by filtering on an earlier state; HIDDEN alone goes by what its viewer was shown then.
 */
function passes(
  filter: ItemFilter,
  told: Told,
  loaded: Loaded,
  entry: ItemEntry,
  state: ItemState,
  { member }: Holding,
): boolean {
  const { originId, originSector, publishedAt } = state;
  const fits = (revision: Revision | null): boolean => {
    if (revision === null) return false;
    const { content, label } = revision;
    const attribution =
      told.change === "HIDDEN" ? label.attribution : strictestAttribution(label.attribution, state.label.attribution);
    return matches(filter, { originId, originSector, publishedAt, content, label: { ...label, attribution } }, member);
  };
  const before = entry.act === "revise" ? loaded.before : loaded.after;
  return (told.sawBefore && fits(before)) || (told.seesAfter && fits(loaded.after));
}
