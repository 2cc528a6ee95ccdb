/** Asks a forum everything that a viewer can ask of its groups, and compares each answer with the oracle's. */
import { expect } from "vitest";
import { uuidOf } from "../../../domain/ids.ts";
import type { Stage } from "../../../domain/vocabulary.ts";
import { feedChanges } from "../../../domain/vocabulary.ts";
import { normalize } from "../normalize.ts";
import {
  activityDocument,
  feedDocument,
  groupDocument,
  listDocument,
  lookUpDocument,
  pageDocument,
} from "./documents.ts";
import { commentName, Expected } from "./expected.ts";
import type { PlainEvent } from "./expected-feed.ts";
import { expectedFeed } from "./expected-feed.ts";
import { filterInput } from "./follow.ts";
import type { Bookmark, Played, Viewer } from "./play.ts";
import { subjectsOf, viewersOf } from "./play.ts";
import { plain } from "./plain.ts";
import { readableBy, secretsIn } from "./secrets.ts";
import type { FeedWish, World } from "./world.ts";
import { cast, saidIn } from "./world.ts";

/** What viewers are asked for besides everything. */
export type Questions = {
  readonly wishes: readonly FeedWish[];
  readonly pageSize: number;
  /** Everything is dear: viewers come to it in turn. */
  readonly turn: number;
  readonly group: number;
  readonly practice: number;
  readonly stages: readonly Stage[];
  readonly states: readonly ("SCHEDULED" | "OPEN" | "CLOSED")[];
};

const absent = "0".repeat(26);

export async function compareEverything(played: Played, questions: Questions): Promise<void> {
  for (const viewer of halfOf(played.forum.world, questions.turn)) {
    const comparison = new Comparison(played, viewer, questions);
    await comparison.lookUps();
    await comparison.lists();
    await comparison.groups();
    await comparison.pages();
    await comparison.feeds();
    await comparison.doors();
  }
  await compareAudit(played);
}

/** One in two of the viewers. The others follow. */
export function halfOf(world: World, turn: number): Viewer[] {
  return viewersOf(world).filter((_, at) => at % 2 === turn % 2);
}

class Comparison {
  readonly #played: Played;
  readonly #viewer: Viewer;
  readonly #questions: Questions;
  readonly #name: string;
  readonly #expected: Expected;
  readonly #readable: ReadonlySet<string>;

  constructor(played: Played, viewer: Viewer, questions: Questions) {
    this.#played = played;
    this.#viewer = viewer;
    this.#questions = questions;
    this.#name = viewer === null ? "a visitor" : `account ${viewer}`;
    this.#expected = new Expected(played.oracle, viewer);
    this.#readable = readableBy(played.oracle, viewer);
  }

  /** Everything by its id, together and one by one. */
  async lookUps(): Promise<void> {
    const { oracle, forum } = this.#played;
    const { practices, ballots, meetings } = oracle;
    const subjects = subjectsOf(oracle);
    const ids = [...practices.map(({ id }) => id), ...subjects.map(({ one }) => one.id)];
    const expected = [
      ...practices.map((practice) => this.#expected.practice(practice)),
      ...subjects.map((subject) => this.#expected.subject(subject)),
    ];
    const turn = (this.#viewer ?? 0) + this.#questions.turn;
    const [practice, ballot, meeting] = [practices, ballots, meetings].map((list) => turn % Math.max(1, list.length));
    const one = turn % Math.max(1, subjects.length);
    const answer = await this.#ask<Record<"nodes" | "practice" | "ballot" | "meeting" | "node", unknown>>(
      lookUpDocument,
      {
        ids: [...ids, `cmt_${absent}`, "nonsense"],
        practice: forum.ids.practices[practice ?? 0] ?? `itm_${absent}`,
        ballot: forum.ids.ballots[ballot ?? 0] ?? `blt_${absent}`,
        meeting: forum.ids.meetings[meeting ?? 0] ?? `mtg_${absent}`,
        one: subjects[one]?.one.id ?? `cmt_${absent}`,
      },
    );
    expect(answer.nodes, `${this.#name}, by id`).toEqual(plain([...expected, null, null]));
    const found = <T>(list: readonly T[], at: number | undefined, show: (one: T) => unknown): unknown => {
      const it = list[at ?? 0];
      return it === undefined ? null : plain(show(it));
    };
    expect(answer.practice, `${this.#name}, practice`).toEqual(
      found(practices, practice, (it) => this.#expected.practice(it)),
    );
    expect(answer.ballot, `${this.#name}, ballot`).toEqual(
      found(ballots, ballot, (it) => this.#expected.subject({ kind: "ballot", one: it })),
    );
    expect(answer.meeting, `${this.#name}, meeting`).toEqual(
      found(meetings, meeting, (it) => this.#expected.subject({ kind: "meeting", one: it })),
    );
    expect(answer.node, `${this.#name}, node`).toEqual(found(subjects, one, (it) => this.#expected.subject(it)));
  }

  /** Practices and ballots as they are listed and counted, under each filter. */
  async lists(): Promise<void> {
    const { forum, oracle } = this.#played;
    const { group, stages, states } = this.#questions;
    const practice = this.#questions.practice % Math.max(1, oracle.practices.length);
    const variables = { group: forum.groups[group], practice: forum.ids.practices[practice], stages, states };
    const answer = await this.#ask<object>(listDocument, variables);
    const whole = this.#expected;
    expect(answer, `${this.#name}, lists`).toEqual(
      plain({
        practices: idsOf(whole.practices({})),
        practicesOfGroup: idsOf(whole.practices({ group })),
        practicesInStages: idsOf(whole.practices({ stages })),
        ballots: whole.ballots({}),
        ballotsOfGroup: idsOf(whole.ballots({ group })),
        ballotsOnPractice: idsOf(whole.ballots({ practice })),
        ballotsInStates: idsOf(whole.ballots({ states })),
      }),
    );
  }

  /** What hangs on groups, and what happened in one of them since the beginning of the story. */
  async groups(): Promise<void> {
    const { forum, oracle, bookmarks } = this.#played;
    for (const [index, id] of forum.groups.entries()) {
      const { group } = await this.#ask<{ group: unknown }>(groupDocument, { id });
      expect(group, `${this.#name}, group ${index}`).toEqual(plain(this.#expected.group(index)));
    }
    const { group: index } = this.#questions;
    const variables = { id: forum.groups[index], after: bookmarks[0]?.cursors.get(this.#viewer) };
    const { group } = await this.#ask<{ group: unknown }>(activityDocument, variables);
    const events = expectedFeed(oracle, this.#viewer, { changes: feedChanges, groups: [index] }, 0);
    expect(group, `${this.#name}, activity in group ${index}`).toEqual(
      this.#viewer === null ? null : { activity: { events: plain(events), hasMore: false } },
    );
  }

  /** Comments and ballots in small pages. A comment that is hidden is no place to go on from. */
  async pages(): Promise<void> {
    const { forum, oracle } = this.#played;
    const practice = oracle.practices[this.#questions.practice % Math.max(1, oracle.practices.length)];
    if (practice === undefined) return;
    const { pageSize: first } = this.#questions;
    const shown = this.#expected.practice(practice)?.comments.map(({ id }) => id) ?? [];
    const comments: string[] = [];
    const ballots: string[] = [];
    for (let comment: string | null = null, ballot: string | null = null, more = true; more;) {
      const variables = { id: practice.id, first, comment, ballot };
      const answer: PageAnswer = await this.#ask<PageAnswer>(pageDocument, variables);
      const page = answer.practice?.comments.map(({ id }) => id) ?? [];
      comments.push(...page);
      if (answer.ballots.nodes.length > 0 || ballot === null) ballots.push(...answer.ballots.nodes.map(({ id }) => id));
      const { hasNextPage, endCursor } = answer.ballots.pageInfo;
      more = page.length === first || hasNextPage;
      comment = oracle.comments.find(({ index }) => commentName(index) === comments.at(-1))?.id ?? comment;
      ballot = endCursor ?? ballot;
    }
    expect(comments, `${this.#name}, comments in pages`).toEqual(shown);
    expect(ballots, `${this.#name}, ballots in pages`).toEqual(this.#expected.ballots({}).nodes.map(({ id }) => id));
    const hidden = oracle.comments.find(({ index }) => !shown.includes(commentName(index)));
    if (hidden === undefined || shown.length === 0) return;
    const behind = async (comment: string): Promise<string> =>
      normalize((await forum.ask(this.#viewer, pageDocument, { id: practice.id, first, comment, ballot: null })).text);
    expect(await behind(hidden.id), `${this.#name}, behind a hidden comment`).toBe(await behind(`cmt_${absent}`));
  }

  /** The feed from its beginning, and from a stored cursor; whole or in pages, with and without a filter. */
  async feeds(): Promise<void> {
    const { bookmarks } = this.#played;
    const { wishes, turn } = this.#questions;
    const everything: FeedWish = { changes: feedChanges };
    const whole = await this.#feed(everything, "beginning");
    const place = (this.#viewer ?? 0) + turn;
    const wish = wishes[place % wishes.length] ?? everything;
    if (place % 3 === 0) await this.#feedInPages(sinceFounded(everything), whole);
    else await this.#feed(place % 3 === 1 ? wish : everything, bookmarks[place % bookmarks.length] ?? "beginning");
  }

  /** What other tools are given holds items, and nothing that was said about them. Each is dear: a viewer comes to them in turn. */
  async doors(): Promise<void> {
    const { forum } = this.#played;
    if (((this.#viewer ?? 0) + this.#questions.turn) % 4 !== 0) return;
    const [practice = `itm_${absent}`] = forum.ids.practices;
    const root = this.#viewer === null ? "public" : "members";
    const collections = (await forum.read(this.#viewer, `/taxii2/${root}/collections/`)) ?? "{}";
    const [first]: { id: string }[] = JSON.parse(collections).collections ?? [];
    for (const path of [
      "/feed.json",
      "/feed.atom",
      "/misp/manifest.json",
      `/misp/${uuidOf(practice)}.json`,
      "/stix/bundle?forKeeping=true",
      `/taxii2/${root}/collections/${first?.id}/objects/`,
    ]) {
      const text = (await forum.read(this.#viewer, path)) ?? "";
      expect([...saidIn(text)], `${this.#name}, ${path}`).toEqual([]);
      expect(text.includes(forum.accounts[cast.guest] ?? ""), `${this.#name}, ${path}`).toBe(false);
    }
  }

  /** Asks for data in the shape of its document, and looks into its bytes for what is not for this viewer. */
  async #ask<T>(document: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const { forum, oracle } = this.#played;
    const { text, codes } = await forum.ask(this.#viewer, document, variables);
    expect(codes, `${this.#name}: ${text.slice(0, 500)}`).toEqual([]);
    expect(secretsIn(text, forum, oracle, this.#viewer, this.#readable), this.#name).toEqual([]);
    const { data }: { data: unknown } = JSON.parse(forum.named(text));
    return plain(data) as T; // the shapes are those of the documents
  }

  async #readFeed(wish: FeedWish, after: string, first: number): Promise<FeedAnswer["feed"]> {
    const variables = { after, first, filter: filterInput(this.#played.forum, wish) };
    return (await this.#ask<FeedAnswer>(feedDocument, variables)).feed;
  }

  async #feed(asked: FeedWish, from: Bookmark | "beginning"): Promise<readonly PlainEvent[]> {
    const wish = from === "beginning" ? sinceFounded(asked) : asked;
    const after = from === "beginning" ? from : from.cursors.get(this.#viewer);
    const place = from === "beginning" ? from : from.place;
    const events = expectedFeed(this.#played.oracle, this.#viewer, wish, place);
    const page = await this.#readFeed(wish, after ?? "beginning", 500);
    expect(page.events, `${this.#name}, feed from ${place}, ${JSON.stringify(wish)}`).toEqual(plain(events));
    expect(page.hasMore).toBe(false);
    return events;
  }

  async #feedInPages(wish: FeedWish, events: readonly PlainEvent[]): Promise<void> {
    const seen: unknown[] = [];
    const size = this.#questions.pageSize * 4;
    for (let after = "beginning", more = true; more;) {
      const page: FeedAnswer["feed"] = await this.#readFeed(wish, after, size);
      expect(page.hasMore && page.events.length < size, "hasMore on a page that is not full").toBe(false);
      seen.push(...page.events);
      ({ endCursor: after, hasMore: more } = page);
    }
    expect(seen, `${this.#name}, feed in pages`).toEqual(plain(events));
  }
}

type Connection = {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};
type PageAnswer = { practice: { comments: { id: string }[] } | null; ballots: Connection };
type FeedAnswer = { feed: { events: unknown[]; endCursor: string; hasMore: boolean } };

/** The audit log says who did what, never what was said: of attendance the meeting alone, of a vote the ballot. */
async function compareAudit({ forum }: Played): Promise<void> {
  const entries = await forum.audit();
  expect([...saidIn(JSON.stringify(entries))], "the audit log").toEqual([]);
  const subjects = (action: string): Set<string> =>
    new Set(entries.flatMap((entry) => (entry.action === action ? [entry.subjectId?.slice(0, 3) ?? ""] : [])));
  for (const subject of subjects("recordAttendance")) expect(subject).toBe("mtg");
  for (const subject of subjects("castVote")) expect(subject).toBe("blt");
}

/** How the groups were made stands before the story. */
function sinceFounded({ changes, ...wish }: FeedWish): FeedWish {
  return { ...wish, changes: changes.filter((change) => change !== "GROUP_CHANGED") };
}

function idsOf({ totalCount, nodes }: { totalCount: number; nodes: readonly ({ id: string } | null)[] }) {
  return { totalCount, nodes: nodes.map((node) => ({ id: node?.id })) };
}
