import { groups, organizations, people } from "./members.ts";
import type { PlannedItem } from "./plan.ts";

/** Whether every member of the demo's forum is sure to see an item once it is published. */
export function isForEverybody({ tlp, audience }: PlannedItem): boolean {
  return tlp === "CLEAR" || (tlp === "GREEN" && Object.values(audience).every((list) => list.length === 0));
}

/** The organisations, other than its own, all of whose members an item reaches. */
export function readersOf(item: PlannedItem): string[] {
  const { audience, author } = item;
  const open = isForEverybody(item);
  return organizations
    .filter(({ key, sector }) => {
      const inGroup = groups.some((group) => audience.groups.includes(group.key) && group.organizations.includes(key));
      return open || audience.organizations.includes(key) || audience.sectors.includes(sector) || inGroup;
    })
    .map(({ key }) => key)
    .filter((key) => key !== author.organization && people.some((person) => person.organization === key));
}
