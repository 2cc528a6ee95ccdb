import type { ItemFields } from "../sdk/index.ts";
import { oneLine } from "./printable.ts";

/** To whom an item went, for its origin, who alone is told of the audience; null for everybody else. */
export function recipients({ audience, viewerIsOrigin, origin }: ItemFields): string | null {
  if (!viewerIsOrigin) return null;
  if (audience === null) return "everybody";
  const { organizations, groups, sectors, accounts } = audience;
  const names = (entries: readonly { readonly name: string }[]): string[] => entries.map(({ name }) => oneLine(name));
  const persons = names(accounts);
  // Single persons are named with one label only, which is for nobody beside them.
  if (persons.length > 0) return `${persons.join("; ")}; and its author, and nobody else`;
  const circles = [
    ...names(organizations),
    ...names(groups).map((name) => `the group ${name}`),
    ...sectors.map((sector) => `every organisation of the sector ${sector}`),
  ];
  if (circles.length === 0) return "every member of the forum";
  return `${circles.join("; ")}; and your own organisation${origin === null ? "" : `, ${oneLine(origin.name)}`}`;
}
