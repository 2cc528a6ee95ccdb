/** Everybody follows a world of groups while it is played, with all that the events are about. */
import { expect } from "vitest";
import { LiveFeeds } from "../live.ts";
import { liveFeedDocument } from "./documents.ts";
import { expectedFeed } from "./expected-feed.ts";
import type { ProceedingsForum } from "./forum.ts";
import type { Oracle } from "./oracle.ts";
import { lineOf } from "./plain.ts";
import { secretsIn } from "./secrets.ts";
import type { FeedWish } from "./world.ts";

export function followLive(
  forum: ProceedingsForum,
  oracle: Oracle,
  cursors: ReadonlyMap<number | null, string>,
  wishes: readonly FeedWish[],
): Promise<LiveFeeds<FeedWish>> {
  const wishOf = (viewer: number | null): FeedWish => wishes[(viewer ?? 0) % wishes.length] ?? { changes: [] };
  return LiveFeeds.open(
    {
      follow: (viewer, after, wish) =>
        forum.follow(viewer, liveFeedDocument, { after, filter: filterInput(forum, wish) }),
      expected: (viewer, wish, from) => expectedFeed(oracle, viewer, wish, from).map(lineOf),
      lineOf: ({ text }, viewer) => {
        expect(secretsIn(text, forum, oracle, viewer), "live").toEqual([]);
        const { data }: { data: { feed: unknown } } = JSON.parse(forum.named(text));
        return lineOf(data.feed);
      },
      place: () => oracle.story.length,
      works: () => true,
    },
    cursors,
    wishOf,
  );
}

export function filterInput(forum: ProceedingsForum, { groups, ...wish }: FeedWish): Readonly<Record<string, unknown>> {
  return { ...wish, groups: groups?.map((index) => forum.groups[index]) };
}
