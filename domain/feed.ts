import type { Entry, ItemEntry } from "./entries.ts";
import type { Keys } from "./policy.ts";
import { maySee } from "./policy.ts";
import type { FeedChange } from "./vocabulary.ts";

/** What of a viewer and an item decides whether an entry of the log is told. */
export type FeedSight = {
  /** The keys that the viewer holds now. */
  readonly ringNow: Keys;
  /** The keys that the viewer held right before the entry was written. */
  readonly ringThen: Keys;
  /** Whether the viewer sees the item now. */
  readonly visibleNow: boolean;
};

/** An entry as one viewer is told of it: the change, and which of the two states it was entitled to. */
export type Told = { readonly change: FeedChange; readonly sawBefore: boolean; readonly seesAfter: boolean };

/**
 * What a viewer is told of an entry, or null for nothing.
 *
 * 1. Rights are those of now: of an item that the viewer does not see now, nothing is told but HIDDEN.
 * 2. HIDDEN goes to those who were entitled right before the change: they may hold a copy.
 * 3. Whoever sees an item from this change on is told PUBLISHED, whatever the change was for others.
 * 4. A relay says nothing to those who saw the item before; whoever saw it from the relay on is told, though by now it may see it otherwise.
 */
export function tell(entry: Entry, sight: FeedSight): Told | null {
  switch (entry.type) {
    case "item":
      return tellItem(entry, sight);
    case "rights":
      return sight.ringThen.has(entry.key) && sight.ringNow.has(entry.key)
        ? { change: "RIGHTS_CHANGED", sawBefore: false, seesAfter: false }
        : null;
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
