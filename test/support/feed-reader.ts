import type { FeedRecord } from "../../db/feed-record.ts";
import type { Store } from "../../db/store.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import type { Viewer } from "../../domain/people.ts";

/** Reads a feed as it comes, and keeps what came. */
export class FeedReader {
  readonly events: FeedRecord[] = [];
  /** What the feed ended with, once it has. */
  failure: unknown = null;
  readonly #ending = new AbortController();
  readonly #running: Promise<void>;
  #news = Promise.withResolvers<void>();

  constructor(
    store: Pick<Store, "follow">,
    viewer: Viewer,
    { after, filter = {} }: { after: string | null; filter?: ItemFilter },
  ) {
    this.#running = this.#run(store.follow(viewer, { after, filter, signal: this.#ending.signal }));
  }

  /** Whoever reads from "beginning" or a cursor cannot miss anything; this is for those who read from now. */
  static async fromNow(store: Store, viewer: Viewer, filter: ItemFilter = {}): Promise<FeedReader> {
    return new FeedReader(store, viewer, { after: await store.as(viewer).feedCursor(), filter });
  }

  get last(): FeedRecord | undefined {
    return this.events.at(-1);
  }

  /** Resolves as soon as the condition holds; throws when the feed ends before. */
  async until(holds: (events: readonly FeedRecord[]) => boolean): Promise<void> {
    while (!holds(this.events)) {
      if (this.failure !== null) throw this.failure;
      await this.#news.promise;
    }
  }

  untilCount(count: number): Promise<void> {
    return this.until((events) => events.length >= count);
  }

  /** What the feed ended with, when it ends by itself. */
  async end(): Promise<unknown> {
    await this.#running;
    return this.failure;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #run(feed: AsyncGenerator<FeedRecord, void, void>): Promise<void> {
    try {
      for await (const event of feed) {
        this.events.push(event);
        this.#tell();
      }
    } catch (error) {
      this.failure = error;
    }
    this.#tell();
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}
