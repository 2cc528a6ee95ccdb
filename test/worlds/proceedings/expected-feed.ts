/** What the feed tells a viewer, by the oracle. */
import type { Person } from "../sight.ts";
import { entitled } from "../sight.ts";
import { ballotName, commentName, decisionName, Expected, groupName, meetingName, practiceName } from "./expected.ts";
import type { Oracle } from "./oracle.ts";
import type { Happening, Practice, Subject } from "./state.ts";
import type { FeedWish } from "./world.ts";

type Viewer = number | null;

/** An event as it is compared. */
export type PlainEvent = {
  readonly change: string;
  readonly at: string;
  readonly itemId: string | null;
  readonly item: { readonly id: string; readonly revision: number; readonly status: string } | null;
  readonly subjectId: string | null;
  readonly subject: unknown;
};

/** The feed behind a place of the story. */
export function expectedFeed(oracle: Oracle, viewer: Viewer, wish: FeedWish, from: number | "beginning"): PlainEvent[] {
  const behind = oracle.story.slice(from === "beginning" ? 0 : from);
  return behind.flatMap((happening) => {
    const then = viewer === null ? null : (happening.people[viewer] ?? null);
    switch (happening.type) {
      case "rights": {
        // whoever begins at the beginning has nothing to ask anew
        const concerns = viewer !== null && happening.accounts.includes(viewer) && from !== "beginning";
        return concerns ? [{ ...nothing, change: "RIGHTS_CHANGED", at: happening.at }] : [];
      }
      case "item":
        return toldOfItem(oracle, oracle.person(viewer), then, happening, wish);
      case "activity":
        return toldOfActivity(oracle, viewer, happening, wish);
    }
  });
}

const nothing = { itemId: null, item: null, subjectId: null, subject: null } as const;

function toldOfItem(
  oracle: Oracle,
  now: Person,
  then: Person,
  { at, act, practice, before, after }: Happening & { type: "item" },
  wish: FeedWish,
): PlainEvent[] {
  const itemId = practiceName(practice.index);
  const seesNow = oracle.sees(now, practice) && entitled(now, after);
  const passes = (person: Person, address: typeof after | null): boolean =>
    address !== null && entitled(person, address) && passesItem(person, practice, address.audience.groups, wish);
  if (before !== null && entitled(then, before) && !entitled(then, after) && !seesNow)
    return passes(then, before) ? [{ ...nothing, change: "HIDDEN", at, itemId }] : [];
  if (!seesNow) return [];
  const isNew = before === null || !entitled(now, before);
  const change = isNew ? "PUBLISHED" : act === "withdraw" ? "WITHDRAWN" : "REVISED";
  if (!wish.changes.some((wanted) => wanted === change)) return [];
  if (!passes(now, before) && !passes(now, after)) return [];
  return [{ ...nothing, change, at, itemId, item: shownItem(practice) }];
}

/** Whoever sees now what it happened to is told, if it asked for it. */
function toldOfActivity(
  oracle: Oracle,
  viewer: Viewer,
  { at, change, subject, group }: Happening & { type: "activity" },
  wish: FeedWish,
): PlainEvent[] {
  const person = oracle.person(viewer);
  if (!wish.changes.includes(change) || !oracle.seesSubject(person, subject)) return [];
  const practice = "practice" in subject.one ? subject.one.practice : null;
  if (!passesActivity(person, practice, group, wish)) return [];
  const item = practice === null ? null : shownItem(practice);
  const itemId = practice === null ? null : practiceName(practice.index);
  return [
    { change, at, itemId, item, subjectId: nameOf(subject), subject: new Expected(oracle, viewer).subject(subject) },
  ];
}

/** An activity passes by its item as it is now, and by the group that it happened in for members, who know where it happens. */
function passesActivity(
  person: Person,
  practice: Practice | null,
  group: number,
  { groups, ...wish }: FeedWish,
): boolean {
  const isThere = groups === undefined || (person !== null && groups.includes(group));
  if (practice === null) return isThere && wish.kinds === undefined;
  const { audience } = practice.label;
  return passesItem(person, practice, audience.groups, isThere ? wish : { ...wish, groups });
}

function passesItem(
  person: Person,
  { origin }: Practice,
  addressed: readonly number[],
  { groups, kinds }: FeedWish,
): boolean {
  if (kinds !== undefined && !kinds.includes("PRACTICE")) return false;
  const knows = (group: number): boolean => person?.organization === origin || (person?.groups.has(group) ?? false);
  return groups?.some((group) => addressed.includes(group) && knows(group)) ?? true;
}

function shownItem({ index, revision, withdrawn }: Practice): PlainEvent["item"] {
  return { id: practiceName(index), revision, status: withdrawn ? "WITHDRAWN" : "PUBLISHED" };
}

function nameOf({ kind, one: { index } }: Subject): string {
  const names = {
    comment: commentName,
    decision: decisionName,
    ballot: ballotName,
    meeting: meetingName,
    group: groupName,
  } as const;
  return names[kind](index);
}
