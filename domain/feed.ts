import type { ActivityEntry, Entry, ItemEntry } from "./entries.ts";
import type { Keys } from "./policy.ts";
import { maySee, maySeeSubject } from "./policy.ts";
import type { FeedChange } from "./vocabulary.ts";
import { itemChanges } from "./vocabulary.ts";

/** What of a viewer, an item and what hangs on it decides whether an entry of the log is told. */
export type FeedSight = {
  /** The keys that the viewer holds now. */
  readonly ringNow: Keys;
  /** The keys that the viewer held right before the entry was written. */
  readonly ringThen: Keys;
  /** Whether the viewer sees the item now; true where the entry is about none. */
  readonly visibleNow: boolean;
  /** Whether the viewer sees the subject of an activity now. */
  readonly subjectVisibleNow: boolean;
};

/** An entry as one viewer is told of it: the change, and which of the two states it was entitled to. */
export type Told = { readonly change: FeedChange; readonly sawBefore: boolean; readonly seesAfter: boolean };

/**
 * What a viewer is told of an entry, or null for nothing.
 *
 * 1. Rights are those of now: of an item that the viewer does not see now, nothing is told but HIDDEN.
 * 2. HIDDEN goes to those who were entitled right before the change: they may hold a copy.
 * 3. Whoever sees an item from this change on is told PUBLISHED, whatever the change was for others.
 * 4. Of what hangs on an item or a group, nothing is told to whoever does not see it now, but SUBJECT_HIDDEN to those who saw it
 *    until this change and who still see the item: of an item that is gone, everything is.
 * 5. A relay says nothing to those who saw the item before; whoever saw it from the relay on is told, though by now it may see it otherwise.
 */
export function tell(entry: Entry, sight: FeedSight): Told | null {
  switch (entry.type) {
    case "item":
      return tellItem(entry, sight);
    case "activity":
      return tellActivity(entry, sight);
    case "rights":
      return sight.ringThen.has(entry.key) && sight.ringNow.has(entry.key)
        ? { change: "RIGHTS_CHANGED", sawBefore: false, seesAfter: false }
        : null;
    case "envelope":
      return sight.ringNow.has(entry.key) ? { change: "ENVELOPE", sawBefore: false, seesAfter: true } : null;
    case "access":
    case "quiet":
      return null;
  }
}

function tellItem(entry: ItemEntry, { ringNow, ringThen, visibleNow }: FeedSight): Told | null {
  if (
    maySee(entry.before, ringThen) &&
    !maySee(entry.after, ringThen) &&
    !(visibleNow && maySee(entry.after, ringNow))
  ) {
    return { change: "HIDDEN", sawBefore: true, seesAfter: false };
  }
  if (!visibleNow || !maySee(entry.after, ringNow)) return null;
  const sawBefore = maySee(entry.before, ringNow);
  const cameThen = !maySee(entry.before, ringThen) && maySee(entry.after, ringThen);
  if (!sawBefore || (entry.act === "relay" && cameThen)) return { change: "PUBLISHED", sawBefore, seesAfter: true };
  switch (entry.act) {
    case "publish":
    case "revise":
      return { change: "REVISED", sawBefore, seesAfter: true };
    case "withdraw":
      return { change: "WITHDRAWN", sawBefore, seesAfter: true };
    case "relay":
      return null;
  }
}

function tellActivity(
  { change, before, after, within, itemKeys, to }: ActivityEntry,
  { ringNow, ringThen, visibleNow, subjectVisibleNow }: FeedSight,
): Told | null {
  if (!visibleNow) return null;
  const saw = maySeeSubject({ keys: before, within }, itemKeys, ringThen);
  const sees = maySeeSubject({ keys: after, within }, null, ringNow) && subjectVisibleNow;
  if (saw && !sees && !maySeeSubject({ keys: after, within }, itemKeys, ringThen))
    return { change: "SUBJECT_HIDDEN", sawBefore: true, seesAfter: false };
  return sees && (to === null || maySee(to, ringNow)) ? { change, sawBefore: saw, seesAfter: true } : null;
}

/**
 * Whether a reader wants to hear of a change: without a wish, of items and rights alone, which is all that there was when the first
 * clients were written. What tells a reader to drop its copy or to ask anew always comes: HIDDEN and RIGHTS_CHANGED, and SUBJECT_HIDDEN to
 * whoever hears of activities at all.
 */
export function isWanted(change: FeedChange, changes: readonly FeedChange[] | undefined): boolean {
  if (change === "HIDDEN" || change === "RIGHTS_CHANGED") return true;
  if (change === "ENVELOPE") return changes?.includes(change) ?? false;
  const isOfItems = (one: FeedChange): boolean => itemChanges.some((known) => known === one);
  if (changes === undefined) return isOfItems(change);
  if (change === "SUBJECT_HIDDEN") return !changes.every(isOfItems);
  return changes.includes(change);
}
