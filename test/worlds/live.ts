/** Everybody follows a world while it is played: after each step, each is told what the oracle says, and nothing else. */
import { expect } from "vitest";
import type { Results } from "../../server/operations.ts";
import { answerOf } from "../support/in-process.ts";
import { liveFeedDocument } from "./documents.ts";
import { expectedFeed } from "./expected-lists.ts";
import type { Filter } from "./filters.ts";
import type { WorldForum } from "./forum.ts";
import type { Oracle } from "./oracle.ts";
import type { FeedEventAnswer } from "./shapes.ts";
import { plainEvent } from "./shapes.ts";

/** How long an event may take, at the very most. */
const patienceMs = 20_000;

type LiveAnswer = { readonly feed: FeedEventAnswer };
type Follower = {
  readonly viewer: number | null;
  readonly filter: Filter;
  readonly results: Results;
  next: ReturnType<Results["next"]>;
  open: boolean;
  /** The place in the story behind the last event that it was told. */
  place: number;
};

export class LiveFeeds {
  readonly #forum: WorldForum;
  readonly #oracle: Oracle;
  readonly #followers: Follower[] = [];
  #place: number;

  private constructor(forum: WorldForum, oracle: Oracle) {
    this.#forum = forum;
    this.#oracle = oracle;
    this.#place = oracle.story.length;
  }

  /** Follows behind each viewer's cursor: one in two everything, the others what passes the filter. */
  static async open(
    forum: WorldForum,
    oracle: Oracle,
    cursors: ReadonlyMap<number | null, string>,
    filter: Filter,
  ): Promise<LiveFeeds> {
    const feeds = new LiveFeeds(forum, oracle);
    for (const [viewer, after] of cursors) {
      const own = (viewer ?? 0) % 2 === 0 ? {} : filter;
      const results = await forum.follow(viewer, liveFeedDocument, { after, filter: forum.filterInput(own) });
      feeds.#followers.push({ viewer, filter: own, results, next: listen(results), open: true, place: feeds.#place });
    }
    return feeds;
  }

  /** Compares what has come since the last time. What comes although the oracle says nothing shows in front of what is expected next. */
  async check(): Promise<void> {
    for (const follower of this.#followers) if (follower.open) await this.#checkOne(follower);
    this.#place = this.#oracle.story.length;
  }

  async #checkOne(follower: Follower): Promise<void> {
    const { viewer, filter } = follower;
    const context = `${viewer === null ? "a visitor" : `account ${viewer}`}, live, ${JSON.stringify(filter)}`;
    if (viewer !== null && !this.#oracle.works(viewer)) {
      follower.open = false;
      const ended = await patiently(follower.next, context).then(
        ({ value }) => value,
        (error: unknown) => Object(error).extensions?.code,
      );
      expect(ended, context).toBe("UNAUTHENTICATED");
      return;
    }
    const lines = expectedFeed(this.#oracle, viewer, filter, this.#place);
    // Rights that were gained open what lies between the last event and now: it may be told at its place, as to one who resumes.
    const between = expectedFeed(this.#oracle, viewer, filter, follower.place).slice(0, -lines.length);
    for (const line of lines) {
      let told = await this.#take(follower, `${context}, waiting for ${line}`);
      while (told !== line && between.includes(told)) {
        between.splice(0, between.indexOf(told) + 1);
        told = await this.#take(follower, `${context}, waiting for ${line}`);
      }
      expect(told, context).toBe(line);
    }
    if (lines.length > 0) follower.place = this.#oracle.story.length;
  }

  async #take(follower: Follower, what: string): Promise<string> {
    const { value } = await patiently(follower.next, what);
    follower.next = listen(follower.results);
    const { feed } = this.#forum.named(answerOf(value ?? {})) as LiveAnswer; // as asked for
    return plainEvent(feed);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { results } of this.#followers) await results.return();
  }
}

function listen(results: Results): ReturnType<Results["next"]> {
  const next = results.next();
  next.catch(() => {}); // whoever awaits it is told
  return next;
}

async function patiently<T>(promise: Promise<T>, what: string): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`nothing came: ${what}`)), patienceMs);
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
