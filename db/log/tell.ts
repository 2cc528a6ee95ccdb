import type { ActivityEntry, EnvelopePlace, ItemEntry, Logged } from "../../domain/entries.ts";
import { isWanted, tell } from "../../domain/feed.ts";
import type { Told } from "../../domain/feed.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import { matches, matchesActivity } from "../../domain/filter.ts";
import type { ItemState, Revision } from "../../domain/items.ts";
import { strictestAttribution } from "../../domain/label.ts";
import type { DirectorySight } from "../../domain/people-view.ts";
import { directorySight } from "../../domain/people-view.ts";
import { maySee, maySeeSubject } from "../../domain/policy.ts";
import type { Subject } from "../../domain/subjects.ts";
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
  /** What an activity happened to; null where it was the item itself, or a change of rights. */
  readonly subjectId: string | null;
  /** Which envelope lies on a stream that the viewer follows. */
  readonly envelope: EnvelopePlace | null;
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

/** What an entry is about, as it is now. */
export type Named = { readonly item: ItemState | undefined; readonly subject: Subject | undefined };

/** What one viewer is told of an entry under a filter, by its rights and the state of what the entry is about of now; null for nothing. */
export function eventOf(
  loaded: Loaded,
  now: Named,
  rights: Rights,
  filter: ItemFilter,
  quietUntil: number,
): Event | null {
  const { position, at, entry } = loaded.logged;
  if (entry.type === "rights" && position <= quietUntil) return null;
  const { ring, member } = rights;
  const before = rights.before(position);
  const visibleNow = entry.type === "activity" && entry.itemId === null ? true : maySee(now.item?.keys ?? [], ring);
  const subjectVisibleNow = now.subject !== undefined && maySeeSubject(now.subject, null, ring) && visibleNow;
  const told = tell(entry, { ringNow: ring, ringThen: before.ring, visibleNow, subjectVisibleNow });
  if (told === null || !isWanted(told.change, filter.changes)) return null;
  const event = { position, at, change: told.change, sight: directorySight(member) };
  const shown = now.item !== undefined && visibleNow ? viewItem(now.item, member) : null;
  switch (entry.type) {
    case "item": {
      const { itemId, revision } = entry;
      if (!passes(filter, told, loaded, entry, now.item, told.change === "HIDDEN" ? before : rights)) return null;
      return { ...event, itemId, revision, item: told.seesAfter ? shown : null, subjectId: null, envelope: null };
    }
    case "activity": {
      const { itemId, subjectId } = entry;
      if (!activityPasses(filter, entry, now.item, rights)) return null;
      return { ...event, itemId, revision: null, item: shown, subjectId, envelope: null };
    }
    case "envelope": {
      const { forumId, stream, sequence } = entry;
      const envelope = { forumId, stream, sequence };
      return { ...event, itemId: null, revision: null, item: null, subjectId: null, envelope };
    }
    case "rights":
    case "access":
    case "quiet":
      return { ...event, itemId: null, revision: null, item: null, subjectId: null, envelope: null };
  }
}

function activityPasses(
  filter: ItemFilter,
  { groupId }: ActivityEntry,
  state: ItemState | undefined,
  { member }: Holding,
): boolean {
  return matchesActivity(filter, { item: state ?? null, groupId }, member);
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
  state: ItemState | undefined,
  { member }: Holding,
): boolean {
  if (state === undefined) return false;
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
