import { ForumError } from "../../domain/errors.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import type { Member, Viewer } from "../../domain/people.ts";
import type { Dialect } from "../dialect.ts";
import type { Rights } from "../rights.ts";
import type { FeedPlace } from "./cursor.ts";
import { readEvents } from "./read.ts";
import type { Follower, Tail } from "./tail.ts";
import type { Event } from "./tell.ts";
import { eventOf } from "./tell.ts";

const pageSize = 10;

export type FollowContext = {
  readonly dialect: Dialect;
  readonly tail: Tail;
  readonly viewer: Viewer;
  /** Looks up the viewer's rights of now; throws where its token, account or organisation has ended. */
  loadRights(): Promise<Rights>;
};

/**
 * The events of a viewer behind a place, for ever: first from the database, then from the tail's window.
 *
 * 1. Rights are looked up when the log says that they changed, before anything further is told, and behind what is read from the database.
 * 2. Each event is decided right before it is handed over, by the rights and the item's state of that moment. What was read
 *    ahead is thrown away and read anew when one of the two has changed meanwhile.
 * 3. Between events nothing is kept but the place.
 */
export async function* follow(
  context: FollowContext,
  { from, epoch, filter, signal }: { from: FeedPlace; epoch: number; filter: ItemFilter; signal: AbortSignal },
): AsyncGenerator<Event, void, void> {
  const { dialect, tail } = context;
  let rights = await context.loadRights();
  let place = from;
  const bell = new Bell(signal);
  const follower: Follower = { keys: rights.everHeld, stale: false, wake: () => bell.ring() };
  const remove = tail.add(follower);

  async function refresh(): Promise<void> {
    while (follower.stale) {
      follower.stale = false;
      if (tail.closed) throw new ForumError("UNAVAILABLE", "The forum is closing; resume from your cursor.");
      if (tail.head.epoch !== epoch)
        throw new ForumError("CURSOR_EXPIRED", "This forum was restored from a backup; start again.");
      rights = await context.loadRights();
      tail.rekey(follower, rights.everHeld);
    }
  }

  try {
    // Rights that changed between the lookup above and the tail's knowing of this follower
    follower.stale = true;
    while (!signal.aborted) {
      await refresh();
      const next = tail.next(place.position);
      if (next === undefined) {
        await bell.wait();
      } else if (next === null) {
        // No further than the tail has read: what it has not seen may have changed this viewer's rights.
        const until = tail.head.position;
        const page = await readEvents(dialect, rights, { from: place, until, limit: pageSize, filter });
        // Items are told as they are now, which may be newer than what the tail has seen: so must the rights be that they are told by.
        if (page.events.length > 0 && !isSame((await context.loadRights()).member, rights.member)) {
          follower.stale = true;
          continue;
        }
        let whole = !follower.stale;
        for (const event of page.events) {
          if (signal.aborted) return;
          if (follower.stale || tail.changedSince(until, event)) {
            whole = false;
            break;
          }
          place = { ...place, position: event.position };
          yield event;
        }
        if (whole) place = page.end;
      } else {
        place = { ...place, position: next.logged.position };
        const event = eventOf(next, tail.named(next.logged), rights, filter, place.quietUntil);
        if (event !== null) yield event;
      }
    }
  } finally {
    remove();
    bell.close();
  }
}

/** Whether two looks at a viewer found the same; its lists are in one order. */
function isSame(a: Member | null, b: Member | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Remembers that it rang until somebody waits, and lets go of who waits when the signal aborts. */
class Bell {
  #rang = false;
  #waiting: (() => void) | null = null;
  readonly #signal: AbortSignal;
  readonly #onAbort = (): void => this.ring();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", this.#onAbort);
  }

  ring(): void {
    this.#rang = true;
    this.#waiting?.();
  }

  async wait(): Promise<void> {
    if (!this.#rang && !this.#signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting = resolve;
      await promise;
      this.#waiting = null;
    }
    this.#rang = false;
  }

  close(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
  }
}
