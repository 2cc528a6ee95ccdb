import { describe, expect, test } from "vitest";
import type { ItemEntry } from "../../domain/entries.ts";
import { tell } from "../../domain/feed.ts";
import type { Key } from "../../domain/policy.ts";

type Keys = readonly Key[];
type Case = {
  readonly name: string;
  readonly act: ItemEntry["act"];
  readonly before: Keys;
  readonly after: Keys;
  /** The keyring now, and right before the change (`earlier`) where it was another. */
  readonly now: Keys;
  readonly earlier?: Keys;
  /** The keys of the item now, where a later change has moved them on. */
  readonly keysNow?: Keys;
  readonly told: "PUBLISHED" | "REVISED" | "WITHDRAWN" | "HIDDEN" | null;
};

const cases: readonly Case[] = [
  // An item appears.
  {
    name: "to those addressed, it is published",
    act: "publish",
    before: [],
    after: ["org:a"],
    now: ["org:a"],
    told: "PUBLISHED",
  },
  { name: "to others, it does not exist", act: "publish", before: [], after: ["org:a"], now: ["org:b"], told: null },
  {
    name: "who came to the group later meets it at its place",
    act: "publish",
    before: [],
    after: ["group:g"],
    now: ["group:g"],
    earlier: [],
    told: "PUBLISHED",
  },
  {
    name: "who left the group since is told nothing",
    act: "publish",
    before: [],
    after: ["group:g"],
    now: [],
    earlier: ["group:g"],
    told: null,
  },
  {
    name: "narrowed away since, its first event is left out",
    act: "publish",
    before: [],
    after: ["org:a"],
    now: ["org:a"],
    keysNow: ["org:b"],
    told: null,
  },
  // It changes.
  {
    name: "a revision is told to those who see it",
    act: "revise",
    before: ["org:a"],
    after: ["org:a"],
    now: ["org:a"],
    told: "REVISED",
  },
  {
    name: "a revision by which it comes into sight is its publication",
    act: "revise",
    before: ["org:b"],
    after: ["org:a", "org:b"],
    now: ["org:a"],
    told: "PUBLISHED",
  },
  {
    name: "a revision of what others see says nothing",
    act: "revise",
    before: ["org:b"],
    after: ["org:b"],
    now: ["org:a"],
    told: null,
  },
  {
    name: "another key of the same viewer keeps it in sight",
    act: "revise",
    before: ["org:a"],
    after: ["community"],
    now: ["org:a", "community"],
    told: "REVISED",
  },
  {
    name: "a revision seen through a group since left is not told",
    act: "revise",
    before: ["group:g"],
    after: ["group:g"],
    now: [],
    earlier: ["group:g"],
    told: null,
  },
  {
    name: "a revision before the viewer joined is told as a revision",
    act: "revise",
    before: ["group:g"],
    after: ["group:g"],
    now: ["group:g"],
    earlier: [],
    told: "REVISED",
  },
  // It is narrowed.
  {
    name: "narrowing hides it from those who saw it",
    act: "revise",
    before: ["org:a", "org:b"],
    after: ["org:b"],
    now: ["org:a"],
    told: "HIDDEN",
  },
  {
    name: "narrowing says nothing to those who never saw it",
    act: "revise",
    before: ["org:a"],
    after: ["org:b"],
    now: ["org:c"],
    told: null,
  },
  {
    name: "narrowing is told to those entitled then, also when they have left",
    act: "revise",
    before: ["group:g"],
    after: ["org:b"],
    now: [],
    earlier: ["group:g"],
    told: "HIDDEN",
  },
  {
    name: "narrowing before the viewer joined says nothing",
    act: "revise",
    before: ["group:g"],
    after: ["org:b"],
    now: ["group:g"],
    earlier: [],
    told: null,
  },
  {
    name: "narrowed and widened again, the hiding stays in the story",
    act: "revise",
    before: ["org:a"],
    after: ["org:b"],
    now: ["org:a"],
    keysNow: ["org:a"],
    told: "HIDDEN",
  },
  {
    name: "narrowed to a circle that the viewer has joined since is a revision",
    act: "revise",
    before: ["org:a"],
    after: ["group:g"],
    now: ["org:a", "group:g"],
    earlier: ["org:a"],
    told: "REVISED",
  },
  {
    name: "narrowed to a circle joined since, and away from it after, is hidden",
    act: "revise",
    before: ["org:a"],
    after: ["group:g"],
    now: ["org:a", "group:g"],
    earlier: ["org:a"],
    keysNow: ["org:b"],
    told: "HIDDEN",
  },
  // It is withdrawn.
  {
    name: "a withdrawal is told to those who see it",
    act: "withdraw",
    before: ["org:a"],
    after: ["org:a"],
    now: ["org:a"],
    told: "WITHDRAWN",
  },
  {
    name: "a withdrawal of what others see says nothing",
    act: "withdraw",
    before: ["org:b"],
    after: ["org:b"],
    now: ["org:a"],
    told: null,
  },
  // It is passed on.
  {
    name: "a relay publishes it to the one it reaches",
    act: "relay",
    before: ["org:b"],
    after: ["org:b", "org:a"],
    now: ["org:a"],
    told: "PUBLISHED",
  },
  {
    name: "a relay says nothing to those who saw it before",
    act: "relay",
    before: ["org:b"],
    after: ["org:b", "org:a"],
    now: ["org:b"],
    told: null,
  },
  {
    name: "a relay to a client that is one no longer is not told",
    act: "relay",
    before: ["org:b"],
    after: ["org:b", "client:b/a"],
    now: ["org:a"],
    earlier: ["org:a", "client:b/a"],
    told: null,
  },
];

describe("what a feed tells of a change of an item", () => {
  test.each(cases)("$name", ({ act, before, after, now, earlier, keysNow, told }) => {
    const entry: ItemEntry = { type: "item", act, itemId: "i", revision: 1, before, after };
    const ringNow = new Set(now);
    const visibleNow = (keysNow ?? after).some((key) => ringNow.has(key));
    const sight = { ringNow, ringThen: new Set(earlier ?? now), visibleNow, subjectVisibleNow: false };
    expect(tell(entry, sight)?.change ?? null).toBe(told);
  });
});

describe("what a feed tells of rights", () => {
  const sight = (now: Keys, earlier: Keys = now) => ({
    ringNow: new Set(now),
    ringThen: new Set(earlier),
    visibleNow: true,
    subjectVisibleNow: false,
  });

  test("a change of a keyring is told to those who hold the key it names", () => {
    const entry = { type: "rights", key: "org:a" } as const;
    expect(tell(entry, sight(["org:a"]))?.change).toBe("RIGHTS_CHANGED");
    expect(tell(entry, sight(["org:b"]))).toBeNull();
    expect(tell(entry, sight(["org:a"], ["org:b"]))).toBeNull();
    expect(tell(entry, sight(["org:b"], ["org:a"]))).toBeNull();
  });

  test("the end of a token, and what is quiet, are told to nobody", () => {
    expect(tell({ type: "access", subject: "token", id: "t" }, sight(["account:a"]))).toBeNull();
    expect(tell({ type: "quiet", what: "draft" }, sight(["account:a", "public"]))).toBeNull();
  });
});
