import { openStore } from "../../db/store.ts";
import { sectors } from "../../domain/vocabulary.ts";
import type { Person } from "../support/small-forum.ts";
import { addPerson, operator, range } from "../support/small-forum.ts";
import type { Circles } from "./content.ts";
import { createDrafts } from "./content.ts";

const organizationCount = 20;
const groupCount = 6;
/** How many writes wait for each other's transaction. */
const inFlight = 512;
const monthsMs = 18 * 30 * 86_400_000;

export type Seeded = { readonly people: readonly Person[]; readonly circles: Circles; readonly perSecond: number };

/** Fills a store with members, groups and items of mixed labels, published over eighteen months. */
export async function seed(url: string, items: number): Promise<Seeded> {
  const begin = Date.now() - monthsMs;
  let written = 0;
  const now = (): Date => new Date(begin + Math.floor((monthsMs * written) / Math.max(1, items)));
  await using store = await openStore(url, { now });
  const people: Person[] = [];
  for (const index of range(organizationCount))
    people.push(await addPerson(store, { sector: sectors[index % 4] ?? "COMPANY" }));
  const groups: string[] = [];
  for (const index of range(groupCount)) {
    const { id } = await store.commit(operator, "addGroup", { name: `Group ${index}`, description: null });
    groups.push(id);
    for (const { accountId } of people.filter((_, at) => at % groupCount === index || at % 5 === index % 5))
      await store.commit(operator, "joinGroup", { groupId: id, member: { accountId } });
  }
  const circles: Circles = {
    organizations: people.map(({ organizationId }) => organizationId),
    accounts: people.map(({ accountId }) => accountId),
    groups,
  };
  const nextDraft = createDrafts(7, circles);
  const begun = performance.now();
  let asked = 0;
  const write = async (): Promise<void> => {
    while (asked < items) {
      const author = people[asked++ % people.length];
      if (author === undefined) throw new Error("there are no people");
      await store.commit(author.viewer, "publish", { item: nextDraft(), idempotencyKey: null });
      written += 1;
    }
  };
  await Promise.all(range(Math.min(inFlight, items)).map(write));
  return { people, circles, perSecond: (items * 1_000) / (performance.now() - begun) };
}
