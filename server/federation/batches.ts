import { setImmediate } from "node:timers/promises";

/** What waits in a feed, together: as soon as there is anything, and never more than a batch may hold. */
export async function* inBatches<T>(
  feed: AsyncIterator<T, unknown, undefined>,
  {
    most,
    mostWeight,
    weigh,
  }: { readonly most: number; readonly mostWeight: number; readonly weigh: (one: T) => number },
): AsyncGenerator<T[], void, void> {
  let next = feed.next();
  try {
    for (;;) {
      const first = await next;
      if (first.done === true) return;
      const batch = [first.value];
      let weight = weigh(first.value);
      next = feed.next();
      while (batch.length < most && weight < mostWeight) {
        const ready = await Promise.race([next.catch(() => null), setImmediate(null)]);
        if (ready === null || ready.done === true) break;
        batch.push(ready.value);
        weight += weigh(ready.value);
        next = feed.next();
      }
      yield batch;
    }
  } finally {
    next.catch(() => undefined); // whoever leaves has been told why already, or ends the feed itself
  }
}
