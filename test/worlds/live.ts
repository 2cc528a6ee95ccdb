/** Everybody follows a world while it is played: after each step, each is told what the oracle says, and nothing else. */
import { expect } from "vitest";
import type { Results } from "../../server/operations.ts";
import type { Answer } from "../support/in-process.ts";
import { answerOf } from "../support/in-process.ts";

/** How long an event may take, at the very most. */
const patienceMs = 20_000;

type Viewer = number | null;
/** What followers follow, and what they ought to be told. A wish is what one of them asks for. */
export type Followed<Wish> = {
  follow(viewer: Viewer, after: string, wish: Wish): Promise<Results>;
  /** What a viewer is told behind a place in the story, as lines. */
  expected(viewer: Viewer, wish: Wish, from: number): readonly string[];
  /** An event as a line. */
  lineOf(answer: Answer, viewer: Viewer): string;
  /** The place in the story of now. */
  place(): number;
  works(viewer: number): boolean;
};

type Follower<Wish> = {
  readonly viewer: Viewer;
  readonly wish: Wish;
  readonly results: Results;
  next: ReturnType<Results["next"]>;
  open: boolean;
  /** The place in the story behind the last event that it was told. */
  place: number;
};

export class LiveFeeds<Wish> {
  readonly #followed: Followed<Wish>;
  readonly #followers: Follower<Wish>[] = [];
  #place: number;

  private constructor(followed: Followed<Wish>) {
    this.#followed = followed;
    this.#place = followed.place();
  }

  /** Follows behind each viewer's cursor what `wishOf` says. */
  static async open<Wish>(
    followed: Followed<Wish>,
    cursors: ReadonlyMap<Viewer, string>,
    wishOf: (viewer: Viewer) => Wish,
  ): Promise<LiveFeeds<Wish>> {
    const feeds = new LiveFeeds(followed);
    for (const [viewer, after] of cursors) {
      const wish = wishOf(viewer);
      const results = await followed.follow(viewer, after, wish);
      feeds.#followers.push({ viewer, wish, results, next: listen(results), open: true, place: feeds.#place });
    }
    return feeds;
  }

  /** Compares what has come since the last time. What comes although the oracle says nothing shows in front of what is expected next. */
  async check(): Promise<void> {
    for (const follower of this.#followers) if (follower.open) await this.#checkOne(follower);
    this.#place = this.#followed.place();
  }

  async #checkOne(follower: Follower<Wish>): Promise<void> {
    const { viewer, wish } = follower;
    const context = `${viewer === null ? "a visitor" : `account ${viewer}`}, live, ${JSON.stringify(wish)}`;
    if (viewer !== null && !this.#followed.works(viewer)) {
      follower.open = false;
      const ended = await patiently(follower.next, context).then(
        ({ value }) => value,
        (error: unknown) => Object(error).extensions?.code,
      );
      expect(ended, context).toBe("UNAUTHENTICATED");
      return;
    }
    const lines = this.#followed.expected(viewer, wish, this.#place);
    if (lines.length === 0) return;
    // Rights that were gained open what lies between the last event and now: it may be told at its place, as to one who resumes.
    const between = this.#followed.expected(viewer, wish, follower.place).slice(0, -lines.length);
    for (const line of lines) {
      let told = await this.#take(follower, `${context}, waiting for ${line}`);
      while (told !== line && between.includes(told)) {
        between.splice(0, between.indexOf(told) + 1);
        told = await this.#take(follower, `${context}, waiting for ${line}`);
      }
      expect(told, context).toBe(line);
    }
    follower.place = this.#followed.place();
  }

  async #take(follower: Follower<Wish>, what: string): Promise<string> {
    const { value } = await patiently(follower.next, what);
    follower.next = listen(follower.results);
    return this.#followed.lineOf(answerOf(value ?? {}), follower.viewer);
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
