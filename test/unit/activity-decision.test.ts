import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActivityEntry } from "../../domain/entries.ts";
import { isWanted, tell } from "../../domain/feed.ts";
import type { Filtered, ItemFilter } from "../../domain/filter.ts";
import { matchesActivity } from "../../domain/filter.ts";
import { noAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Member } from "../../domain/people.ts";
import type { Key } from "../../domain/policy.ts";
import { activityChanges, feedChanges, itemChanges } from "../../domain/vocabulary.ts";

type Keys = readonly Key[];
type Case = {
  readonly name: string;
  /** The subject's own keys before and behind the change, and now where they have moved on. */
  readonly before?: Keys;
  readonly after: Keys;
  readonly keysNow?: Keys;
  readonly within?: Key;
  readonly to?: Keys;
  /** The keys of the item then, and now where they have moved on; null for what hangs on no item. */
  readonly item?: Keys | null;
  readonly itemNow?: Keys;
  /** The keyring now, and right before the change where it was another. */
  readonly now: Keys;
  readonly earlier?: Keys;
  readonly told: "COMMENTED" | "SUBJECT_HIDDEN" | null;
};

const cases: readonly Case[] = [
  { name: "it is told to those who see it and the item", after: ["org:a"], now: ["org:a"], told: "COMMENTED" },
  { name: "who sees the item alone is not told", after: ["org:b"], item: ["org:a"], now: ["org:a"], told: null },
  {
    name: "who holds its key and not the item's is not told",
    after: ["org:a"],
    item: ["org:b"],
    now: ["org:a"],
    told: null,
  },
  {
    name: "what was said in the group stays there when the item is opened",
    after: ["group:g"],
    item: ["group:g"],
    itemNow: ["public"],
    now: ["public"],
    told: null,
  },
  {
    name: "what was said in public goes with the item when that is closed",
    after: ["public"],
    item: ["public"],
    itemNow: ["group:g"],
    now: ["public"],
    told: null,
  },
  { name: "without an item its own keys decide", after: ["group:g"], item: null, now: ["group:g"], told: "COMMENTED" },
  {
    name: "who joined later meets it at its place",
    after: ["group:g"],
    item: null,
    now: ["group:g"],
    earlier: [],
    told: "COMMENTED",
  },
  { name: "who left is told nothing", after: ["group:g"], item: null, now: [], earlier: ["group:g"], told: null },
  {
    name: "a narrow circle within a group is for those in both",
    after: ["account:x"],
    within: "group:g",
    item: null,
    now: ["account:x", "group:g"],
    told: "COMMENTED",
  },
  {
    name: "who left the group has lost the circle within it",
    after: ["account:x"],
    within: "group:g",
    item: null,
    now: ["account:x"],
    earlier: ["account:x", "group:g"],
    told: null,
  },
  {
    name: "what is for one is told to that one",
    after: ["public"],
    to: ["org:a"],
    now: ["public", "org:a"],
    item: null,
    told: "COMMENTED",
  },
  {
    name: "what is for one is told to no other",
    after: ["public"],
    to: ["org:a"],
    now: ["public"],
    item: null,
    told: null,
  },
  {
    name: "who is meant and does not see it is not told",
    after: ["org:b"],
    to: ["org:a"],
    now: ["org:a"],
    item: null,
    told: null,
  },
  {
    name: "narrowing takes it from those who saw it",
    before: ["public"],
    after: ["org:b"],
    item: ["public"],
    now: ["public"],
    told: "SUBJECT_HIDDEN",
  },
  {
    name: "narrowing says nothing to those who did not see the item then",
    before: ["org:a"],
    after: ["org:b"],
    item: ["org:b"],
    itemNow: ["org:a", "org:b"],
    now: ["org:a"],
    told: null,
  },
  {
    name: "narrowing says nothing to those from whom the item has gone, and all that hangs on it",
    before: ["public"],
    after: ["org:b"],
    item: ["public"],
    itemNow: ["org:b"],
    now: ["public"],
    told: null,
  },
  {
    name: "narrowing before the viewer joined says nothing",
    before: ["group:g"],
    after: ["org:b"],
    item: null,
    now: ["group:g"],
    earlier: [],
    told: null,
  },
  {
    name: "narrowed and widened again, the hiding stays in the story",
    before: ["public"],
    after: ["org:b"],
    keysNow: ["public"],
    item: null,
    now: ["public"],
    told: "SUBJECT_HIDDEN",
  },
  {
    name: "narrowed since, its first event is left out",
    after: ["public"],
    keysNow: ["org:b"],
    item: null,
    now: ["public"],
    told: null,
  },
];

const entryOf = ({ before = [], after, within, to, item }: Case): ActivityEntry => ({
  type: "activity",
  change: "COMMENTED",
  subjectId: "s",
  itemId: item === null ? null : "i",
  groupId: null,
  before,
  after,
  within: within ?? null,
  itemKeys: item === undefined ? after : item,
  to: to ?? null,
});

describe("what a feed tells of what hangs on items and groups", () => {
  test.each(cases)("$name", (story) => {
    const entry = entryOf(story);
    const ringNow = new Set(story.now);
    const holds = (keys: Keys): boolean => keys.some((key) => ringNow.has(key));
    const visibleNow = entry.itemKeys === null || holds(story.itemNow ?? entry.itemKeys);
    const subjectVisibleNow =
      visibleNow && holds(story.keysNow ?? story.after) && (story.within === undefined || ringNow.has(story.within));
    const sight = { ringNow, ringThen: new Set(story.earlier ?? story.now), visibleNow, subjectVisibleNow };
    expect(tell(entry, sight)?.change ?? null).toBe(story.told);
  });

  test("nothing but SUBJECT_HIDDEN is told to whoever does not see the subject now, and that to none who did not see it", () => {
    const keys = fc.subarray<Key>(["public", "org:a", "group:g", "account:x"]);
    const story = fc.record({
      before: keys,
      after: keys,
      item: keys,
      itemNow: keys,
      keysNow: keys,
      now: keys,
      earlier: keys,
    });
    fc.assert(
      fc.property(story, ({ before, after, item, itemNow, keysNow, now, earlier }) => {
        const meet = (one: Keys, other: Keys): boolean => one.some((key) => other.includes(key));
        const sees = meet(keysNow, now) && meet(itemNow, now);
        const told = tell(entryOf({ name: "", before, after, item, now, told: null }), {
          ringNow: new Set(now),
          ringThen: new Set(earlier),
          visibleNow: meet(itemNow, now),
          subjectVisibleNow: sees,
        });
        if (told === null) return;
        expect(meet(itemNow, now)).toBe(true);
        if (told.change === "SUBJECT_HIDDEN") expect(meet(before, earlier) && meet(item, earlier)).toBe(true);
        else expect(sees && meet(after, now)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("which changes a reader hears of", () => {
  const wanted = (changes?: (typeof feedChanges)[number][]) =>
    feedChanges.filter((change) => isWanted(change, changes));

  test("without a wish, those of items and rights alone", () => {
    expect(wanted()).toEqual([...itemChanges]);
  });

  test("what tells it to drop a copy or to ask anew always comes", () => {
    expect(wanted([])).toEqual(["HIDDEN", "RIGHTS_CHANGED"]);
    expect(wanted(["PUBLISHED"])).toEqual(["PUBLISHED", "HIDDEN", "RIGHTS_CHANGED"]);
    expect(wanted(["COMMENTED"])).toEqual(["HIDDEN", "RIGHTS_CHANGED", "COMMENTED", "SUBJECT_HIDDEN"]);
    expect(wanted([...activityChanges])).toEqual(["HIDDEN", "RIGHTS_CHANGED", ...activityChanges, "SUBJECT_HIDDEN"]);
  });
});

describe("which activities pass a filter", () => {
  const member: Member = {
    accountId: "x",
    organizationId: "a",
    sector: "COMPANY",
    role: "READER",
    groupIds: [],
    providerIds: [],
  };
  const fields = { title: "T", summary: "S", riskCategories: ["CYBER"], severity: "LOW" };
  const item: Filtered = {
    originId: "o",
    originSector: "COMPANY",
    content: parseContent("ADVISORY", fields, "input.advisory"),
    label: { tlp: "CLEAR", audience: noAudience, attribution: "ORGANIZATION" },
    publishedAt: "2026-01-01T00:00:00.000Z",
  };
  const passes = (
    filter: ItemFilter,
    about: { item: Filtered | null; groupId: string | null },
    who: Member | null = member,
  ) => matchesActivity(filter, about, who);

  test("by the item that they hang on", () => {
    expect(passes({ riskCategories: ["CYBER"] }, { item, groupId: null })).toBe(true);
    expect(passes({ riskCategories: ["PRIVACY"] }, { item, groupId: null })).toBe(false);
  });

  test("without an item, by the group alone", () => {
    expect(passes({}, { item: null, groupId: "g" })).toBe(true);
    expect(passes({ groups: ["g"] }, { item: null, groupId: "g" })).toBe(true);
    expect(passes({ groups: ["h"] }, { item: null, groupId: "g" })).toBe(false);
    expect(passes({ groups: ["g"], riskCategories: ["CYBER"] }, { item: null, groupId: "g" })).toBe(false);
  });

  test("by the group that they happened in, for members; a visitor does not find out which it was", () => {
    expect(passes({ groups: ["g"] }, { item, groupId: "g" })).toBe(true);
    expect(passes({ groups: ["g"] }, { item, groupId: "g" }, null)).toBe(false);
    expect(passes({ groups: ["g"], minSeverity: "HIGH" }, { item, groupId: "g" })).toBe(false);
  });
});
