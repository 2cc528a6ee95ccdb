/** What lists, counts and feeds tell a viewer, by the oracle. */
import type { Filter } from "./filters.ts";
import { groupName, itemName, organizationName, accountName } from "./expected-items.ts";
import type { Happening, Item, Oracle } from "./oracle.ts";
import { newest } from "./oracle.ts";
import type { Person } from "./sight.ts";
import { entitled, severityOrder, showsOrganization, showsSector } from "./sight.ts";
import type { Attribution, Input } from "./world.ts";
import { worldBegin } from "./world.ts";

export type Order = "NEWEST" | "OLDEST" | "MOST_SEVERE";

/** Whether one state of an item passes a filter for somebody who sees that state. */
export function passes(oracle: Oracle, person: Person, item: Item, input: Input, filter: Filter): boolean {
  const ofOrigin = person?.organization === item.origin;
  const none = (list: readonly unknown[] | undefined, has: (one: never) => boolean): boolean =>
    // each list is only asked for its own values
    list !== undefined && !list.some((one) => has(one as never));
  if (none(filter.kinds, (kind) => kind === input.kind)) return false;
  if (none(filter.riskCategories, (category) => input.riskCategories.includes(category))) return false;
  if (none(filter.tlp, (tlp) => tlp === input.tlp)) return false;
  if (none(filter.techniques, (technique) => input.techniques.includes(technique))) return false;
  const rank = (severity: Input["severity"]): number => severityOrder.indexOf(severity);
  if (filter.minSeverity !== undefined && rank(input.severity) < rank(filter.minSeverity)) return false;
  if (filter.sectors !== undefined) {
    if (!ofOrigin && !showsSector(input.attribution)) return false;
    if (!filter.sectors.includes(oracle.sector(item.origin))) return false;
  }
  if (filter.origins !== undefined) {
    if (!ofOrigin && !showsOrganization(input.attribution)) return false;
    if (!filter.origins.includes(item.origin)) return false;
  }
  if (filter.groups !== undefined) {
    const addressed = filter.groups.filter((group) => input.audience.groups.includes(group));
    if (!addressed.some((group) => ofOrigin || person?.groups.has(group))) return false;
  }
  if (filter.affects !== undefined) {
    if (input.provider === null || !input.provider.toLowerCase().includes(filter.affects.toLowerCase())) return false;
  }
  const at = item.publishedAt === null ? null : Date.parse(item.publishedAt) - worldBegin;
  if (filter.publishedAfterMs !== undefined && (at === null || at < filter.publishedAfterMs)) return false;
  if (filter.publishedBeforeMs !== undefined && (at === null || at >= filter.publishedBeforeMs)) return false;
  if (filter.text !== undefined) {
    const words = ["finding", "about", "seen", input.word, ...input.words];
    for (const sought of filter.text.split(" ")) {
      const begin = sought.endsWith("*") ? sought.slice(0, -1) : null;
      if (!words.some((word) => (begin === null ? word === sought : word.startsWith(begin)))) return false;
    }
  }
  return true;
}

/** The items of a list, in its order. `idOf` gives the real id, by which ties are ordered. */
export function expectedList(
  oracle: Oracle,
  person: Person,
  filter: Filter,
  order: Order,
  idOf: (item: Item) => string,
): Item[] {
  const statuses = filter.statuses ?? ["PUBLISHED"];
  const found = oracle.items.filter(
    (item) =>
      oracle.sees(person, item) &&
      statuses.some((status) => status === item.status) &&
      passes(oracle, person, item, newest(item).input, filter),
  );
  const time = (item: Item): string => item.publishedAt ?? item.createdAt;
  const oldestFirst = (a: Item, b: Item): number =>
    time(a) === time(b) ? (idOf(a) < idOf(b) ? -1 : 1) : time(a) < time(b) ? -1 : 1;
  const rank = (item: Item): number => severityOrder.indexOf(newest(item).input.severity);
  if (order === "OLDEST") return found.sort(oldestFirst);
  if (order === "NEWEST") return found.sort((a, b) => oldestFirst(b, a));
  return found.sort((a, b) => rank(b) - rank(a) || oldestFirst(b, a));
}

export function expectedStatistics(items: readonly Item[]) {
  const count = (values: readonly string[]): string[] =>
    [...new Set(values)].map((value) => `${value} ${values.filter((one) => one === value).length}`).sort();
  const published = items.flatMap((item) =>
    item.publishedAt === null ? [] : [{ month: item.publishedAt.slice(0, 7), ...newest(item).input }],
  );
  return {
    total: items.length,
    byKind: count(items.map((item) => newest(item).input.kind)),
    byRiskCategory: count(items.flatMap((item) => [...new Set(newest(item).input.riskCategories)])),
    bySeverity: count(items.map((item) => newest(item).input.severity)),
    byMonth: count(published.map(({ month }) => month)),
    inMonths: count(
      published.flatMap(({ month, severity, riskCategories }) =>
        [severity, ...new Set(riskCategories)].map((word) => `${month} ${word}`),
      ),
    ),
  };
}

/** The feed of an account (or of an anonymous visitor) behind a place of the story, as lines. */
export function expectedFeed(
  oracle: Oracle,
  account: number | null,
  filter: Filter,
  from: number | "beginning",
): string[] {
  const now = oracle.person(account);
  const begin = from === "beginning" ? 0 : from;
  return oracle.story.slice(begin).flatMap((happening) => {
    const then = account === null ? null : (happening.people[account] ?? null);
    if (happening.type === "rights") {
      const concerns = account !== null && happening.accounts.includes(account);
      return concerns && from !== "beginning" ? [`RIGHTS_CHANGED ${happening.at}`] : [];
    }
    const told = tellOf(oracle, now, then, happening);
    if (told === null) return [];
    const { item, inputBefore, inputAfter } = happening;
    const isHidden = told.change === "HIDDEN";
    // HIDDEN goes by what its viewer was shown then; nothing else lets a filter find out what is withheld by now
    const fits = (input: Input): boolean =>
      isHidden
        ? passes(oracle, then, item, input, filter)
        : passes(oracle, now, item, withheldAsNow(input, item), filter);
    const before = told.sawBefore && inputBefore !== null && fits(inputBefore);
    if (!before && (isHidden || !fits(inputAfter))) return [];
    const shown = isHidden ? "" : ` r${newest(item).number} ${item.status} ${newest(item).input.word}`;
    return [`${told.change} ${happening.at} ${itemName(item.index)}${shown}`];
  });
}

/** A state of an item with the attribution that shows less: its own, or that of now. */
function withheldAsNow(input: Input, item: Item): Input {
  const order: readonly Attribution[] = ["ORGANIZATION", "SECTOR", "ANONYMOUS"];
  const now = newest(item).input.attribution;
  return order.indexOf(now) > order.indexOf(input.attribution) ? { ...input, attribution: now } : input;
}

type ItemHappening = Exclude<Happening, { type: "rights" }>;

/** Rights are those of now, but for HIDDEN, which goes to those who were entitled right before the change. */
function tellOf(oracle: Oracle, now: Person, then: Person, { type, item, before, after }: ItemHappening) {
  const seenNow = oracle.sees(now, item) && entitled(now, after);
  const lost = before !== null && entitled(then, before) && !entitled(then, after);
  if (lost && !seenNow) return { change: "HIDDEN", sawBefore: true };
  if (!seenNow) return null;
  const sawBefore = before !== null && entitled(now, before);
  const cameThen = before !== null && !entitled(then, before) && entitled(then, after);
  if (type === "relay" && cameThen) return { change: "PUBLISHED", sawBefore };
  if (!sawBefore) return { change: "PUBLISHED", sawBefore };
  if (type === "withdraw") return { change: "WITHDRAWN", sawBefore };
  return type === "relay" ? null : { change: "REVISED", sawBefore };
}

/** What the directory shows: all of it to members, but for accounts that have opted out; nothing to anybody else. */
export function expectedDirectory(oracle: Oracle, person: Person) {
  if (person === null) return { organizations: [], accounts: [], groups: [] };
  const steward = person.role === "STEWARD";
  const { organizations, accounts, groups } = oracle.world;
  const isShown = (account: number): boolean =>
    steward || account === person.account || accounts[account]?.listed === true;
  return {
    organizations: organizations.map((sector, index) => ({
      id: organizationName(index),
      sector,
      suspended: steward ? (oracle.suspendedOrganizations[index] ?? false) : null,
    })),
    accounts: accounts.flatMap(({ organization, listed }, index) => {
      if (!isShown(index)) return [];
      const whole = steward || index === person.account;
      return [
        {
          id: accountName(index),
          organization: { id: organizationName(organization) },
          role: whole ? oracle.roles[index] : null,
          listed: whole ? listed : null,
        },
      ];
    }),
    groups: Array.from({ length: groups }, (_, index) => {
      const members = oracle
        .membersOf(index)
        .map((text): { account?: number; organization?: number } => JSON.parse(text));
      return {
        id: groupName(index),
        organizations: members
          .flatMap(({ organization }) => (organization === undefined ? [] : [organizationName(organization)]))
          .sort(),
        accounts: members
          .flatMap(({ account }) => (account === undefined || !isShown(account) ? [] : [accountName(account)]))
          .sort(),
      };
    }),
  };
}

/** What somebody is taken for. */
export function expectedViewer(person: Person) {
  if (person === null) return { account: null, organization: null, groups: [] };
  return {
    account: { id: accountName(person.account) },
    organization: { id: organizationName(person.organization) },
    groups: [...person.groups].map(groupName).sort(),
  };
}
