import type { DirectorySight } from "../domain/people-view.ts";
import type { EnvelopePlace } from "../domain/entries.ts";
import type { ItemView } from "../domain/view.ts";
import type { FeedChange } from "../domain/vocabulary.ts";

/** One event of a feed. `cursor` goes on right behind it. */
export type FeedRecord = {
  readonly cursor: string;
  readonly change: FeedChange;
  readonly at: string;
  readonly itemId: string | null;
  readonly revision: number | null;
  readonly item: ItemView | null;
  readonly subjectId: string | null;
  readonly envelope: EnvelopePlace | null;
  readonly sight: DirectorySight;
};
export type FeedRecords = {
  readonly events: readonly FeedRecord[];
  readonly endCursor: string;
  readonly hasMore: boolean;
};
