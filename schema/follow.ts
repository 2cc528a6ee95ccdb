import type { FeedRecord } from "../db/feed-record.ts";
import type { ItemFilter } from "../domain/filter.ts";
import type { Context } from "./context.ts";

/**
 * A feed that ends as soon as its reader goes. An async generator would not do: its `return()` waits for the `next()` that
 * is under way, and that one waits for an event that may never come.
 */
export async function follow(
  { store, viewer, reader }: Context,
  { after, filter }: { after: string | null; filter: ItemFilter },
): Promise<AsyncIterableIterator<FeedRecord>> {
  // refuses the operation, where the feed itself could only fail once it has begun
  if (after !== null) await reader.checkCursor(after);
  const controller = new AbortController();
  const events = store.follow(viewer, { after, filter, signal: controller.signal })[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  const iterator: AsyncIterableIterator<FeedRecord> = {
    next: () => (controller.signal.aborted ? Promise.resolve(done) : events.next()),
    return: async () => {
      controller.abort();
      await events.return?.();
      return done;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
