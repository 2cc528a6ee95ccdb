import { expect } from "vitest";
import type { LiveFeeds } from "../live.ts";
import { feedCursorDocument } from "./documents.ts";
import type { Ids, Known } from "./forum.ts";
import { kindsOfIds, ProceedingsForum } from "./forum.ts";
import { followLive } from "./follow.ts";
import { Oracle } from "./oracle.ts";
import { actsOf } from "./plans.ts";
import { allowed } from "./rules.ts";
import type { Subject } from "./state.ts";
import type { Act, Actor, FeedWish, Outcome, PlannedStep, Step, World } from "./world.ts";
import { cast, saidIn } from "./world.ts";

export type Viewer = number | null;
/** Where each viewer stood at a moment: its cursor, and the place in the oracle's story. */
export type Bookmark = { readonly place: number; readonly cursors: ReadonlyMap<Viewer, string> };
/** What was done, in order: the clock was turned, or a step was taken, which may have made something. */
export type Done =
  | { readonly turn: number }
  | {
      readonly step: Step;
      readonly known: Known;
      readonly made: { readonly kind: keyof Ids; readonly index: number } | null;
    };

export type Played = {
  readonly forum: ProceedingsForum;
  readonly oracle: Oracle;
  readonly bookmarks: readonly Bookmark[];
  readonly done: readonly Done[];
  /** How much of it was done at the second bookmark. */
  readonly middle: number;
  /** What each viewer saw at some moment, as `viewer name`. It is noted where nobody follows. */
  readonly everSeen: ReadonlySet<string>;
};

export function viewersOf({ accounts }: World): Viewer[] {
  return [null, ...accounts.map((_, index) => index)];
}

export type PlayOptions = {
  readonly seed?: (name: string) => void;
  /** Who follows, and what they ask for, in turn. @default nobody follows */
  readonly live?: { readonly viewers: readonly Viewer[]; readonly wishes: readonly FeedWish[] };
};

/**
 * Does the history of a world in a forum and in an oracle, and compares how each step is answered and what followers are told of it.
 * Dispose of the forum.
 */
export async function play(world: World, { seed, live }: PlayOptions = {}): Promise<Played> {
  const forum = await ProceedingsForum.open(world, seed);
  try {
    const oracle = new Oracle(world, forum.groups);
    const first = await takeBookmark(forum, oracle);
    const cursors = new Map([...first.cursors].filter(([viewer]) => live?.viewers.includes(viewer)));
    await using feeds = live === undefined ? null : await followLive(forum, oracle, cursors, live.wishes);
    const player = new Player(forum, oracle, feeds);
    const half = Math.floor(world.history.length / 2);
    for (const planned of world.history.slice(0, half)) await player.play(planned);
    const bookmarks = [first, await takeBookmark(forum, oracle)];
    const middle = player.done.length;
    for (const planned of world.history.slice(half)) await player.play(planned);
    const { done, everSeen } = player;
    return { forum, oracle, bookmarks, done, middle, everSeen };
  } catch (error) {
    await forum[Symbol.asyncDispose]();
    throw error;
  }
}

class Player {
  readonly #forum: ProceedingsForum;
  readonly #oracle: Oracle;
  readonly #feeds: LiveFeeds<FeedWish> | null;
  readonly done: Done[] = [];
  readonly everSeen = new Set<string>();
  #place = 0;

  constructor(forum: ProceedingsForum, oracle: Oracle, feeds: LiveFeeds<FeedWish> | null) {
    this.#forum = forum;
    this.#oracle = oracle;
    this.#feeds = feeds;
  }

  async play({ by, laterMs, plan }: PlannedStep): Promise<void> {
    const { now } = this.#oracle;
    for (const due of this.#oracle.due().map((at) => Date.parse(at))) if (due <= now + laterMs) await this.#turnTo(due);
    if (laterMs > 0) await this.#turnTo(now + laterMs);
    for (const act of actsOf(plan, this.#oracle)) await this.#try(by, act);
  }

  async #turnTo(now: number): Promise<void> {
    await this.#forum.turnTo(now);
    this.#oracle.turnTo(now);
    await this.#after({ turn: now });
  }

  async #try(actor: Actor, act: Act): Promise<void> {
    const place = this.#place++;
    const step = { act, place, by: this.#actorOf(actor, act) };
    const answers = allowed(this.#oracle, step);
    const known = this.#oracle.knownOf(act);
    const { outcome, id, text } = await this.#forum.perform(step, known);
    expect(answers, `${JSON.stringify(step)} was answered with ${text}`).toContain(outcome);
    if (outcome !== "done") {
      const others = [...saidIn(text)].filter((one) => !one.startsWith(`said-${place}-`));
      expect(others, `${JSON.stringify(step)} was refused`).toEqual([]);
      return;
    }
    const counts = kindsOfIds.map((kind) => this.#oracle[kind].length);
    this.#oracle.apply(step, id);
    const kind = kindsOfIds.find((one, at) => this.#oracle[one].length > (counts[at] ?? 0));
    if (kind !== undefined) this.#forum.add(kind, id);
    const made = kind === undefined ? null : { kind, index: this.#oracle[kind].length - 1 };
    await this.#after({ step, known, made });
  }

  async #after(done: Done): Promise<void> {
    this.done.push(done);
    await this.#feeds?.check();
    if (this.#feeds === null) noteSights(this.#oracle, this.everSeen);
  }

  /** The first who may do it, from an account on; else the first who might if things stood otherwise. The guest does nothing. */
  #actorOf(actor: Actor, act: Act): number | null {
    if (act.type === "visit" && typeof actor === "object") return null;
    if (actor === null || typeof actor === "number") return actor;
    const { length } = this.#oracle.world.accounts;
    const turns = Array.from({ length }, (_, turn) => (actor.able + turn) % length).filter((who) => who !== cast.guest);
    const answers = (by: number): readonly Outcome[] => allowed(this.#oracle, { by, act, place: this.#place });
    const mayTry = (by: number): boolean => !answers(by).some((one) => one === "FORBIDDEN" || one === "NOT_FOUND");
    return turns.find((by) => answers(by).includes("done")) ?? turns.find(mayTry) ?? turns[0] ?? null;
  }
}

/** What hangs on practices and groups, as far as it can be seen by anybody. */
export function subjectsOf({ comments, decisions, ballots, meetings }: Oracle): Subject[] {
  return [
    ...comments.map((one) => ({ kind: "comment" as const, one })),
    ...decisions.map((one) => ({ kind: "decision" as const, one })),
    ...ballots.map((one) => ({ kind: "ballot" as const, one })),
    ...meetings.map((one) => ({ kind: "meeting" as const, one })),
  ];
}

function noteSights(oracle: Oracle, everSeen: Set<string>): void {
  for (const viewer of viewersOf(oracle.world)) {
    const person = oracle.person(viewer);
    for (const practice of oracle.practices)
      if (oracle.sees(person, practice)) everSeen.add(`${viewer} practice ${practice.index}`);
    for (const subject of subjectsOf(oracle)) {
      const { kind, one } = subject;
      if (oracle.seesSubject(person, subject)) everSeen.add(`${viewer} ${kind} ${one.index}`);
      if (subject.kind === "meeting" && oracle.seesAttendance(person, subject.one))
        everSeen.add(`${viewer} attendance ${one.index}`);
      if (subject.kind === "comment" && oracle.moderates(person, subject.one.practice))
        everSeen.add(`${viewer} comment ${one.index}`);
    }
  }
}

async function takeBookmark(forum: ProceedingsForum, oracle: Oracle): Promise<Bookmark> {
  const cursors = new Map<Viewer, string>();
  for (const viewer of viewersOf(forum.world)) {
    const { data } = await forum.ask(viewer, feedCursorDocument);
    cursors.set(viewer, String(data?.["feedCursor"]));
  }
  return { place: oracle.story.length, cursors };
}
