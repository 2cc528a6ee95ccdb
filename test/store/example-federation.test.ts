import BetterSqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { PersonKey } from "../../examples/federation/cast.ts";
import {
  followPairs,
  forumKeys,
  forumOf,
  forums,
  organizationKeys,
  organizations,
  people,
  personKeys,
} from "../../examples/federation/cast.ts";
import type { Federated } from "../../examples/federation/run.ts";
import { federate } from "../../examples/federation/run.ts";
import type { Step, StoryLabel } from "../../examples/federation/story.ts";
import { after, before } from "../../examples/federation/story.ts";
import { Oracle } from "../federation/oracle.ts";
import type { Agreement, Label, Org, Person } from "../federation/world.ts";
import { accountHomes, nameOf, organizationSectors, orgOf } from "../federation/world.ts";

const row = z.object({ forum_id: z.string(), stream: z.string(), sequence: z.number(), route: z.string() });

let federated: Federated;
const lines: string[] = [];
beforeAll(async () => {
  federated = await federate((text) => lines.push(...text.split("\n")));
}, 120_000);
afterAll(() => federated[Symbol.asyncDispose]());

const forumAt = (key: string): number => forumKeys.findIndex((one) => one === key);
const orgAt = (key: string): Org => {
  const forum = forumAt(organizations[key as keyof typeof organizations].forum); // the keys of the story's labels
  const ofForum = organizationKeys.filter((one) => forumAt(organizations[one].forum) === forum);
  return { forum, organization: ofForum.findIndex((one) => one === key) };
};
const personAt = (key: PersonKey): Person => {
  const forum = forumAt(forumOf(key));
  const ofForum = personKeys.filter((one) => forumAt(forumOf(one)) === forum);
  return { forum, account: ofForum.indexOf(key) };
};

/** The story of the example, told to the oracle. */
class Told {
  readonly oracle: Oracle;
  readonly titles: string[] = [];
  readonly #items = new Map<string, number>();

  constructor() {
    const agreed = { labels: ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"], community: true, hops: 2 } as const;
    const agreements = followPairs.flatMap(([follower, followed]) => {
      const [forum, peer] = [forumAt(follower), forumAt(followed)];
      const groups = followed === "pacific" ? [0] : [];
      const takes: Agreement = { ...agreed, direction: "RECEIVE", groups: [] };
      return [
        { forum, peer, agreement: takes },
        { forum: peer, peer: forum, agreement: { ...takes, direction: "SEND" as const, groups } },
      ];
    });
    this.oracle = new Oracle({ forums: forumKeys.length, reachable: organizationKeys.map(orgAt), agreements });
    this.settle();
    this.oracle.forum(forumAt("pacific")).groups[0]?.add(nameOf(orgAt("brightwater")));
  }

  play(step: Step): void {
    const { oracle } = this;
    if (step.does === "leave") {
      oracle.forum(forumAt("pacific")).groups[0]?.delete(nameOf(orgAt("brightwater")));
      return;
    }
    const by = personAt(step.by);
    if (step.does === "publish") {
      const item = oracle.publish(by, labelOf(step.label), false);
      this.#items.set(step.item, item.index);
      this.titles[item.index] = step.title;
      return;
    }
    const item = oracle.items[this.#items.get(step.item) ?? -1];
    if (item === undefined) throw new Error(`nothing was published as ${step.item}`);
    if (step.does === "withdraw") item.status = "WITHDRAWN";
    else {
      oracle.revise(item, by, labelOf(step.label));
      this.titles[item.index] = step.title;
    }
  }

  /** Everything that is said comes everywhere. */
  settle(): void {
    for (const _ of forumKeys)
      for (const [follower, followed] of followPairs)
        for (const [here, there] of [
          [forumAt(follower), forumAt(followed)],
          [forumAt(followed), forumAt(follower)],
        ] as const) {
          this.oracle.sign(there);
          this.oracle.pull(here, there);
        }
  }
}

function labelOf({ tlp, organizations: orgs = [], people: persons = [], toGroup, attribution }: StoryLabel): Label {
  return {
    tlp,
    organizations: orgs.map(orgAt),
    persons: persons.map(personAt),
    groups: toGroup === true ? [0] : [],
    sectors: [],
    attribution: attribution ?? "ORGANIZATION",
  };
}

describe("the example of three forums", () => {
  it("has the people that the oracle knows", () => {
    for (const key of personKeys) {
      const person = personAt(key);
      expect(orgOf(person)).toEqual(orgAt(people[key].organization));
      expect(accountHomes[person.account]).toBeDefined();
    }
    for (const key of organizationKeys)
      expect(organizationSectors[orgAt(key).organization]).toBe(organizations[key].sector);
  });

  it("ends with everybody seeing exactly what the oracle says", () => {
    const told = new Told();
    for (const step of before) told.play(step);
    told.settle();
    for (const step of after) told.play(step);
    told.settle();
    const { oracle, titles } = told;
    for (const { forum: key, person, items } of federated.seen) {
      const forum = forumAt(key);
      const viewer = person === null ? null : personAt(person);
      const expected = oracle.items
        .filter((item) => oracle.sees(forum, viewer, item))
        .map((item) => {
          const copy = oracle.copyIn(forum, item);
          const status = copy?.withdrawn === true ? "WITHDRAWN" : "PUBLISHED";
          return `${copy?.address.tlp} ${status} ${titles[item.index]}`;
        });
      const seen = items.map(({ tlp, status, title }) => `${tlp} ${status} ${title}`);
      expect({ key, person, seen: seen.sort() }).toEqual({ key, person, seen: expected.sort() });
    }
  });

  it("tells what each forum's people see, label first", () => {
    for (const key of forumKeys) expect(lines.filter((line) => line === forums[key])).toHaveLength(2);
    expect(lines).toContain("    TLP:AMBER+STRICT An evaluation that the model noticed  (withheld)");
    expect(lines).toContain(
      "    TLP:AMBER        withdrawn: A filter that lets role-play through  (Brightwater Models @ Atlantic Forum)",
    );
  });

  it("stores each envelope once in each forum, lets none go round, and raises no alarm", async () => {
    const counts = new Map<string, Set<number>>();
    for (const key of forumKeys) {
      const database = new BetterSqlite(federated.forums.database(key), { readonly: true });
      const { forumId } = federated.forums.app(key).store;
      const rows = z.array(row).parse(database.prepare("SELECT * FROM envelopes").all());
      database.close();
      const places = rows.map((one) => `${one.forum_id} ${one.stream} ${one.sequence}`);
      expect(new Set(places).size).toBe(places.length);
      for (const one of rows) {
        const route = z.array(z.string()).parse(JSON.parse(one.route));
        expect(route).not.toContain(forumId);
        expect(route.length === 0).toBe(one.forum_id === forumId);
      }
      for (const [stream, ofStream] of Map.groupBy(rows, (one) => `${one.forum_id} ${one.stream}`))
        counts.set(stream, (counts.get(stream) ?? new Set()).add(ofStream.length));
      expect(await federated.forums.steward(key).peers.alarms()).toEqual([]);
    }
    // whoever has a stream has all of it
    for (const [stream, lengths] of counts) expect({ stream, lengths: lengths.size }).toEqual({ stream, lengths: 1 });
  });
});
