import type { ForumKey } from "./cast.ts";
import { forums, organizations, people } from "./cast.ts";
import type { Seen } from "./run.ts";

/** What the people of a forum see, label first. */
export function tellForum(forum: ForumKey, seen: readonly Seen[]): string {
  const lines = seen.map(({ person, items }) => {
    const who =
      person === null ? "a visitor" : `${people[person].name}, ${organizations[people[person].organization].name}`;
    const list = items.map(({ tlp, title, status, origin, originSector }) => {
      const from = origin?.name ?? originSector ?? "withheld";
      const label = `TLP:${tlp.replace("_", "+")}`.padEnd(16);
      return `    ${label} ${status === "WITHDRAWN" ? "withdrawn: " : ""}${title}  (${from})`;
    });
    return [`  ${who}`, ...list].join("\n");
  });
  return [forums[forum], ...lines].join("\n");
}
