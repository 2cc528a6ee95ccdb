/** What each viewer is shown of an item, by the oracle. The shapes are those of questions.ts, with names for ids. */
import type { Item, Oracle } from "./oracle.ts";
import { addressOf, newest } from "./oracle.ts";
import type { Person } from "./sight.ts";
import { entitled, namesCircles, passingOn, showsOrganization, showsSector, ways } from "./sight.ts";
import type { Input, Tlp } from "./world.ts";

export const itemName = (index: number): string => `item:${index}`;
export const organizationName = (index: number): string => `org:${index}`;
export const accountName = (index: number): string => `account:${index}`;
export const groupName = (index: number): string => `group:${index}`;

const byId = <T extends { id: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const named = (list: readonly number[], name: (index: number) => string): { id: string }[] =>
  byId([...new Set(list)].map((index) => ({ id: name(index) })));

export function titleOf(input: Input): string {
  return `Finding about ${input.word}`;
}

export function summaryOf(input: Input): string {
  return `Seen: ${input.words.join(", ")}.`;
}

/** Everything that an item says, to one who sees it. */
export function expectedItem(oracle: Oracle, person: Person, item: Item) {
  const revision = newest(item);
  const { input } = revision;
  const ofOrigin = person?.organization === item.origin;
  const organization = ofOrigin || showsOrganization(input.attribution);
  const sector = ofOrigin || showsSector(input.attribution);
  return {
    id: itemName(item.index),
    kind: input.kind,
    title: titleOf(input),
    summary: summaryOf(input),
    tlp: input.tlp,
    severity: input.severity,
    riskCategories: input.riskCategories,
    techniques: input.techniques,
    affectedSystems: input.provider === null ? [] : [{ provider: input.provider }],
    status: item.status,
    attribution: input.attribution,
    origin: organization ? { id: organizationName(item.origin), sector: oracle.sector(item.origin) } : null,
    originSector: sector ? oracle.sector(item.origin) : null,
    audience: ofOrigin ? expectedAudience(input) : null,
    revision: revision.number,
    publishedAt: item.publishedAt,
    revisedAt: item.revisedAt,
    withdrawal: item.withdrawal,
    viewerIsOrigin: ofOrigin,
    reachedThrough: ways(person, addressOf(item)),
    handling: {
      relay: item.status === "PUBLISHED" ? passingOn[input.tlp] : "NOBODY",
      mayChange: ofOrigin && person.role !== "READER" && item.status !== "WITHDRAWN",
    },
    relations: input.relations
      .filter(({ item: target }) => oracle.sees(person, oracle.items[target]))
      .map(({ type, item: target }) => `${type} ${itemName(target)}`)
      .sort(),
    relatedFrom: oracle.items
      .filter((source) => oracle.sees(person, source))
      .flatMap((source) =>
        newest(source).input.relations.flatMap(({ type, item: target }) =>
          target === item.index ? [`${type} ${itemName(source.index)}`] : [],
        ),
      )
      .sort(),
    revisions: expectedRevisions(oracle, person, item),
    relays: ofOrigin ? expectedRelays(item) : null,
    sightings: expectedSightings(person, item),
    threads: expectedTalks(person, item),
    ...expectedAnswers(oracle, person, item),
  };
}

function expectedAudience({ tlp, audience }: Input) {
  if (tlp === "CLEAR") return null;
  return {
    organizations: named(audience.organizations, organizationName),
    groups: named(audience.groups, groupName),
    sectors: [...new Set(audience.sectors)].sort(),
    accounts: named(audience.accounts, accountName),
  };
}

function addressed({ audience }: Input): string {
  const { organizations, groups, sectors, accounts } = audience;
  return [organizations, groups, sectors, accounts]
    .map((list) => [...new Set(list.map(String))].sort().join())
    .join(";");
}

function related(oracle: Oracle, person: Person, { relations }: Input): string {
  const seen = relations.filter(({ item }) => oracle.sees(person, oracle.items[item]));
  return [...new Set(seen.map(({ type, item }) => `${type} ${item}`))].sort().join();
}

function expectedRevisions(oracle: Oracle, person: Person, item: Item) {
  const last = newest(item);
  const readable = item.revisions.filter(
    (revision) => revision === last || entitled(person, { ...addressOf(item, revision), passed: [] }),
  );
  return readable.map(({ number, at, input }, place) => {
    const before = readable[place - 1]?.input;
    const changed: string[] = [];
    if (before !== undefined) {
      if (before.tlp !== input.tlp) changed.push("tlp");
      if (before.attribution !== input.attribution) changed.push("attribution");
      if (person?.organization === item.origin && addressed(before) !== addressed(input)) changed.push("audience");
      if (titleOf(before) !== titleOf(input)) changed.push("title");
      if (summaryOf(before) !== summaryOf(input)) changed.push("summary");
      if (before.severity !== input.severity) changed.push("severity");
      if (before.riskCategories.join() !== input.riskCategories.join()) changed.push("riskCategories");
      if (before.techniques.join() !== input.techniques.join()) changed.push("techniques");
      if (before.provider !== input.provider) changed.push("affectedSystems");
      if (related(oracle, person, before) !== related(oracle, person, input)) changed.push("relations");
    }
    return {
      revision: number,
      at,
      tlp: input.tlp,
      title: titleOf(input),
      summary: summaryOf(input),
      severity: input.severity,
      changes: changed.sort(),
    };
  });
}

function expectedRelays(item: Item) {
  return item.relays
    .map(({ to, by, at, active }) => `${organizationName(to)} by ${organizationName(by)} ${at} ${active}`)
    .sort();
}

/** What is public is talked about among members. */
/** What hangs on an item is shown under the item's label where that has become the stricter one. */
function stricter(a: Tlp, b: Tlp): Tlp {
  const strictestFirst: readonly Tlp[] = ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"];
  return strictestFirst.indexOf(a) <= strictestFirst.indexOf(b) ? a : b;
}

function expectedTalks(person: Person, item: Item): string[] {
  const isWithheld = person?.organization !== item.origin && !showsOrganization(newest(item).input.attribution);
  return item.talks
    .filter(({ address }) => person !== null && entitled(person, address))
    .map(({ organization, address: { tlp }, at }) => {
      const shown = !(isWithheld && organization === item.origin);
      const label = stricter(tlp === "CLEAR" ? "GREEN" : tlp, newest(item).input.tlp);
      return `${label} ${at} ${shown ? organizationName(organization) : "somebody"}`;
    })
    .sort();
}

function expectedSightings(person: Person, item: Item) {
  const { sightings, origin } = item;
  const isWithheld = person?.organization !== origin && !showsOrganization(newest(item).input.attribution);
  return {
    reports: sightings.length,
    count: sightings.reduce((sum, { count }) => sum + count, 0),
    entries: sightings
      .map(({ organization, count, attributed, at }) => {
        const own = person?.organization === organization;
        const shown = person !== null && (own || (attributed && !(isWithheld && organization === origin)));
        return `${shown ? organizationName(organization) : "somebody"} ${count} ${at}`;
      })
      .sort(),
  };
}

function expectedAnswers(oracle: Oracle, person: Person, item: Item) {
  const { answers } = item;
  const tally = (state: string): number => answers.filter((answer) => answer.state === state).length;
  const own = answers.find(({ organization }) => organization === person?.organization);
  const ofOrigin = person?.organization === item.origin;
  const entries = answers.map(({ organization, state }) => `${organizationName(organization)} ${state}`);
  const silent = recipients(oracle, item)
    .filter((organization) => organization !== item.origin)
    .filter((organization) => !answers.some((answer) => answer.organization === organization))
    .map((organization) => `${organizationName(organization)} NO_ANSWER`);
  return {
    answers: {
      acknowledged: answers.length,
      underStudy: tally("UNDER_STUDY"),
      affected: tally("AFFECTED"),
      notAffected: tally("NOT_AFFECTED"),
      mitigated: tally("MITIGATED"),
      noAnswer: ofOrigin ? tally("NO_ANSWER") + silent.length : null,
      entries: ofOrigin ? [...entries, ...silent].sort() : null,
    },
    ownAnswer: own === undefined ? null : { state: own.state, acknowledgedAt: own.acknowledgedAt, at: own.at },
  };
}

/** The organisations that an item goes to, whether they have anybody in the forum or not. */
function recipients(oracle: Oracle, item: Item): number[] {
  if (item.status === "DRAFT") return [];
  const { tlp, audience, authors, passed } = addressOf(item);
  const all = oracle.world.organizations.map((_, index) => index);
  const organizationOf = (account: number): number => oracle.world.accounts[account]?.organization ?? -1;
  if (tlp === "CLEAR" || (tlp === "GREEN" && !namesCircles(audience))) return all;
  if (tlp === "RED") return [...new Set([...audience.accounts, ...authors].map(organizationOf))];
  const found = new Set(audience.organizations);
  for (const organization of all) if (audience.sectors.includes(oracle.sector(organization))) found.add(organization);
  for (const group of audience.groups) {
    for (const member of oracle.membersOf(group)) {
      const { account, organization }: { account?: number; organization?: number } = JSON.parse(member);
      if (organization !== undefined) found.add(organization);
      // a group does not show who has opted out of the directory
      else if (account !== undefined && oracle.world.accounts[account]?.listed) found.add(organizationOf(account));
    }
  }
  for (const { to, by, asClient } of passed) if (!asClient || oracle.isClient(by, to)) found.add(to);
  return [...found];
}
