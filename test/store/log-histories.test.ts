import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeedRecord } from "../../db/feed-record.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import { feedChanges } from "../../domain/vocabulary.ts";
import { FeedReader } from "../support/feed-reader.ts";
import { dropStore, testDialect } from "../support/fresh-store.ts";
import type { Act } from "../support/histories.ts";
import { histories, Player } from "../support/histories.ts";
import { advisory, lineOf, SmallForum } from "../support/small-forum.ts";

const everything = { changes: feedChanges };
const numRuns = testDialect() === "sqlite" ? 24 : 10;

/** What a viewer is told of an act, judged by nothing but what it sees before and behind the act. */
function expectedLine(act: Act, viewer: Viewer, saw: boolean, sees: boolean): string[] {
  if (act.type === "join" || act.type === "leave") return [];
  if (act.type === "talk") return sees && viewer.kind !== "anonymous" ? ["POSTED"] : []; // members talk among themselves
  if (saw && !sees) return ["HIDDEN"];
  if (!saw && sees) return ["PUBLISHED"];
  if (!saw || act.type === "relay" || act.type === "publish") return [];
  return [act.type === "revise" ? "REVISED" : "WITHDRAWN"];
}

/** A live reader of one viewer, who is asked after each act whether it was told what it should have been. */
class Watch {
  readonly viewer: Viewer;
  readonly feed: FeedReader;
  readonly start: string;
  readonly #forum: SmallForum;
  /** What it holds by what it was told alone, but that it asks anew when its rights change. */
  readonly held = new Map<string, number>();
  /** Items that everybody sees, one behind each act. */
  readonly marks = new Set<string>();
  #seen = 0;

  private constructor(forum: SmallForum, viewer: Viewer, start: string) {
    this.#forum = forum;
    this.viewer = viewer;
    this.start = start;
    this.feed = new FeedReader(forum.store, viewer, { after: start, filter: everything });
  }

  static async start(forum: SmallForum, viewer: Viewer): Promise<Watch> {
    return new Watch(forum, viewer, await forum.store.as(viewer).feedCursor());
  }

  async sees(itemId: string | null): Promise<boolean> {
    return itemId !== null && (await this.#forum.store.as(this.viewer).item(itemId)) !== null;
  }

  /** What was told up to an item that everybody sees. */
  async toldUntil(markId: string): Promise<FeedRecord[]> {
    this.marks.add(markId);
    await this.feed.until((events) => events.at(-1)?.itemId === markId);
    const told = this.feed.events.slice(this.#seen, -1);
    this.#seen = this.feed.events.length;
    return told;
  }

  async fold(events: readonly FeedRecord[], known: readonly string[]): Promise<void> {
    for (const { change, itemId, item } of events) {
      if (change === "RIGHTS_CHANGED") {
        const items = await this.#forum.store.as(this.viewer).items(known);
        this.held.clear();
        for (const view of items) if (view !== null) this.held.set(view.id, view.revision);
      } else if (item === null) this.held.delete(itemId ?? "");
      else this.held.set(item.id, item.revision);
    }
  }
}

type Told = { readonly player: Player; readonly watches: readonly Watch[] };

/** Plays a history in a forum of its own, watched by everybody in it and an anonymous visitor. */
async function withHistory(
  acts: readonly Act[],
  look: (forum: SmallForum, told: Told) => Promise<void>,
): Promise<void> {
  const forum = await SmallForum.open();
  try {
    const player = await Player.start(forum);
    const viewers: Viewer[] = [anonymous, ...player.people.map(({ viewer }) => viewer)];
    const watches = await Promise.all(viewers.map((viewer) => Watch.start(forum, viewer)));
    for (const act of acts) {
      const subject = player.itemOf(act);
      const saw = await Promise.all(watches.map((watch) => watch.sees(subject)));
      const member = act.type === "join" || act.type === "leave" ? player.person(act.who).viewer : null;
      const before = member === null ? null : await forum.store.as(member).member();
      const done = await player.play(act);
      const after = member === null ? null : await forum.store.as(member).member();
      const moved = JSON.stringify(before) !== JSON.stringify(after);
      const itemId = act.type === "publish" ? (player.items.at(-1)?.id ?? null) : subject;
      const { itemId: mark } = await forum.publish(player.person(0), advisory({ tlp: "CLEAR" }));
      for (const [at, watch] of watches.entries()) {
        const told = await watch.toldUntil(mark);
        const rights = moved && watch.viewer === member ? ["RIGHTS_CHANGED"] : [];
        const change = done ? expectedLine(act, watch.viewer, saw[at] ?? false, await watch.sees(itemId)) : [];
        expect({ act, told: told.map((event) => event.change) }).toEqual({ act, told: [...rights, ...change] });
        for (const event of told) if (event.change !== "RIGHTS_CHANGED") expect(event.itemId).toBe(itemId);
        await watch.fold(
          told,
          player.items.map(({ id }) => id),
        );
      }
    }
    await look(forum, { player, watches });
    for (const { feed } of watches) await feed[Symbol.asyncDispose]();
  } finally {
    await forum[Symbol.asyncDispose]();
    await dropStore(forum.url);
  }
}

async function pagesOf(
  forum: SmallForum,
  viewer: Viewer,
  after: string,
  sizes: readonly number[],
): Promise<FeedRecord[]> {
  const events: FeedRecord[] = [];
  for (let cursor = after, turn = 0; ; turn++) {
    const page = await forum.store
      .as(viewer)
      .feedPage({ first: sizes[turn % sizes.length] ?? 1, after: cursor, filter: everything });
    expect(page.hasMore && page.events.length === 0).toBe(false);
    events.push(...page.events);
    cursor = page.endCursor;
    if (!page.hasMore) return events;
  }
}

describe("a random history", () => {
  it("P2 is told live to everybody exactly as they see it: nothing more, nothing less, in order", async () => {
    await fc.assert(
      fc.asyncProperty(histories(16), (acts) =>
        withHistory(acts, async (forum, { player, watches }) => {
          const ids = player.items.map(({ id }) => id);
          for (const { viewer, held } of watches) {
            const views = await forum.store.as(viewer).items(ids);
            const visible = views.flatMap((view) => (view === null ? [] : [[view.id, view.revision] as const]));
            expect(held).toEqual(new Map(visible));
          }
        }),
      ),
      { numRuns, endOnFailure: true },
    );
  });

  it("P2 reads the same as one page, as pages of any size, as a feed, and behind any event, also of a live feed", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(histories(16), sizes, fc.nat(), (acts, pageSizes, anywhere) =>
        withHistory(acts, async (forum, { watches }) => {
          for (const { viewer, start, marks, feed: live } of watches) {
            for (const from of ["beginning", start]) {
              const whole = (await pagesOf(forum, viewer, from, [500])).map(lineOf);
              const paged = await pagesOf(forum, viewer, from, pageSizes);
              expect(paged.map(lineOf)).toEqual(whole);
              await using feed = new FeedReader(forum.store, viewer, { after: from, filter: everything });
              await feed.untilCount(whole.length);
              expect(feed.events.map(lineOf)).toEqual(whole);
              const at = anywhere % Math.max(1, whole.length);
              for (const source of [paged, feed.events]) {
                const rest = await pagesOf(forum, viewer, source[at]?.cursor ?? from, pageSizes);
                expect(rest.map(lineOf)).toEqual(whole.slice(at + 1));
              }
              if (from === "beginning") continue;
              const isMark = (line: string): boolean => marks.has(line.split(" ")[1] ?? "");
              // What was told live differs where rights have changed since; behind one of its cursors all is as it is now.
              const after = live.events[anywhere % Math.max(1, live.events.length)];
              const later = (await pagesOf(forum, viewer, after?.cursor ?? from, pageSizes)).map(lineOf);
              expect(whole.slice(whole.length - later.length)).toEqual(later);
              const missed = live.events.slice(live.events.findIndex((event) => event === after) + 1);
              expect(later.filter(isMark)).toEqual(missed.map(lineOf).filter(isMark));
            }
          }
        }),
      ),
      { numRuns: numRuns / 2 },
    );
  });
});
