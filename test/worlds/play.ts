import { expect } from "vitest";
import { feedCursorDocument, liveFeedDocument } from "./documents.ts";
import { expectedFeed } from "./expected-lists.ts";
import type { Filter } from "./filters.ts";
import { WorldForum } from "./forum.ts";
import type { Followed } from "./live.ts";
import { LiveFeeds } from "./live.ts";
import { changedAct, isRepeatable, newest, Oracle } from "./oracle.ts";
import { nowhere } from "./generate.ts";
import type { FeedEventAnswer } from "./shapes.ts";
import { plainEvent } from "./shapes.ts";
import type { Act, Input, PlannedStep, Step, World } from "./world.ts";

/** Where each viewer stood at a moment: its cursor, and the place in the oracle's story. */
export type Bookmark = { readonly place: number; readonly cursors: ReadonlyMap<number | null, string> };

/** A step that was done, with the key that it was done under and its place in the history. */
export type DoneStep = {
  readonly step: Step;
  readonly key: string;
  readonly place: number;
  readonly elapsedMs: number;
};

export type Played = {
  readonly forum: WorldForum;
  readonly oracle: Oracle;
  readonly bookmarks: readonly Bookmark[];
  readonly done: readonly DoneStep[];
  /** Which items each viewer saw at some moment, as `viewer item`. */
  readonly everSeen: ReadonlySet<string>;
};

/** Everybody who looks at a world: its accounts, and an anonymous visitor. */
export function viewersOf({ accounts }: World): (number | null)[] {
  return [null, ...accounts.map((_, index) => index)];
}

export type PlayOptions = {
  /** Told the name of each thing that is about to be done. */
  readonly seed?: (name: string) => void;
  /** What one in two of the live followers asks for. Without it, nobody follows. */
  readonly liveFilter?: Filter;
};

/**
 * Does the history of a world in a forum and in an oracle, and compares how each step is answered and what followers are told of it.
 * Dispose of the forum.
 */
export async function play(world: World, { seed, liveFilter }: PlayOptions = {}): Promise<Played> {
  const forum = await WorldForum.open(world, seed);
  try {
    const oracle = new Oracle(world);
    const first = await takeBookmark(forum, oracle);
    // one in two follows everything, the others what passes the filter
    const filterOf = (viewer: number | null): Filter => ((viewer ?? 0) % 2 === 0 ? {} : (liveFilter ?? {}));
    await using live =
      liveFilter === undefined ? null : await LiveFeeds.open(followed(forum, oracle), first.cursors, filterOf);
    const bookmarks = [first];
    const player = new Player(forum, oracle);
    const everSeen = new Set<string>();
    for (const [place, planned] of world.history.entries()) {
      await player.play(planned, place);
      await live?.check();
      noteSights(oracle, everSeen);
      if (place === middleOf(world)) bookmarks.push(await takeBookmark(forum, oracle));
    }
    return { forum, oracle, bookmarks, done: player.done, everSeen };
  } catch (error) {
    await forum[Symbol.asyncDispose]();
    throw error;
  }
}

function followed(forum: WorldForum, oracle: Oracle): Followed<Filter> {
  return {
    follow: (viewer, after, filter) =>
      forum.follow(viewer, liveFeedDocument, { after, filter: forum.filterInput(filter) }),
    expected: (viewer, filter, from) => expectedFeed(oracle, viewer, filter, from),
    lineOf: (answer) => plainEvent((forum.named(answer) as { feed: FeedEventAnswer }).feed), // as asked for
    place: () => oracle.story.length,
    works: (viewer) => oracle.works(viewer),
  };
}

export function middleOf({ history }: World): number {
  return Math.floor(history.length / 2);
}

function noteSights(oracle: Oracle, everSeen: Set<string>): void {
  for (const viewer of viewersOf(oracle.world)) {
    const person = oracle.person(viewer);
    for (const item of oracle.items) if (oracle.sees(person, item)) everSeen.add(`${viewer} ${item.index}`);
  }
}

/** An act on the items that are there. */
function placed(act: Act, count: number): Act {
  const place = (item: number): number => (item === nowhere || count === 0 ? nowhere : item % count);
  const input = "input" in act ? { input: { ...act.input, relations: unique(act.input.relations, place) } } : {};
  const item = "item" in act && act.item !== null ? { item: place(act.item) } : {};
  return { ...act, ...input, ...item };
}

function unique(relations: Input["relations"], place: (item: number) => number): Input["relations"] {
  const all = relations.map(({ type, item }) => ({ type, item: place(item) }));
  return all.filter((one, at) => all.findIndex(({ type, item }) => type === one.type && item === one.item) === at);
}

type LastWrite = { act: Act; readonly key: string; readonly revision: number };

class Player {
  readonly #forum: WorldForum;
  readonly #oracle: Oracle;
  readonly done: DoneStep[] = [];
  #last: LastWrite | null = null;
  #elapsedMs = 0;

  constructor(forum: WorldForum, oracle: Oracle) {
    this.#forum = forum;
    this.#oracle = oracle;
  }

  async play(planned: PlannedStep, place: number): Promise<void> {
    const oracle = this.#oracle;
    const key = `key-${place}`;
    this.#elapsedMs += planned.laterMs;
    if (planned.act.type === "repeat") {
      const { lastWrite } = oracle;
      if (lastWrite === null || this.#last === null) return;
      const again = { act: changedAct(this.#last.act, planned.act.changed), by: lastWrite.step.by, laterMs: 0 };
      const done = await this.#do({ ...planned, by: again.by }, again, this.#last.key, this.#last.revision);
      if (!done || lastWrite.done) return;
      this.#last.act = again.act;
      this.done.push({ step: again, key: this.#last.key, place, elapsedMs: this.#elapsedMs });
      return;
    }
    const act = placed(planned.act, oracle.items.length);
    const item = "item" in act && act.item !== null ? oracle.items[act.item] : undefined;
    const by = planned.by === "writer" ? (item?.writer ?? 0) : planned.by;
    const step: Step = { ...planned, act, by };
    const revision = item === undefined ? 1 : newest(item).number;
    if (isRepeatable(step.act)) this.#last = { act: step.act, key, revision };
    const done = await this.#do(step, step, key, revision);
    if (done) this.done.push({ step, key, place, elapsedMs: this.#elapsedMs });
    else oracle.refused(step);
  }

  /** Performs one step, which the oracle may know by another name, and takes over what was done. */
  async #do(meant: Step, sent: Step, key: string, revision: number): Promise<boolean> {
    const oracle = this.#oracle;
    const allowed = oracle.allowed(meant);
    const { outcome, itemId } = await this.#forum.perform(sent, key, () => revision);
    expect(allowed, `${JSON.stringify(sent)} was answered with ${outcome}`).toContain(outcome);
    if (outcome !== "done") return false;
    const count = oracle.items.length;
    oracle.apply(meant, this.#forum.at);
    if (oracle.items.length > count && itemId !== null) this.#forum.addItem(itemId);
    return true;
  }
}

async function takeBookmark(forum: WorldForum, oracle: Oracle): Promise<Bookmark> {
  const cursors = new Map<number | null, string>();
  for (const viewer of viewersOf(forum.world)) {
    if (viewer !== null && !oracle.works(viewer)) continue;
    const { data } = await forum.ask(viewer, feedCursorDocument);
    cursors.set(viewer, String(data?.["feedCursor"]));
  }
  return { place: oracle.story.length, cursors };
}
