import type { Said, Shown } from "./said.ts";
import type { Tlp } from "./world.ts";

/** An item of another forum as it is here. */
export type Copy = {
  readonly tlp: Tlp;
  /** Whether it came for everybody or for the community, and so names nobody. */
  readonly toAll: boolean;
  readonly organizations: readonly string[];
  readonly persons: readonly string[];
  readonly revision: number;
  readonly withdrawn: boolean;
};

/**
 * What is to be shown of an item in a forum by all that has come of it: at most what the newest revision says, and only as long as a
 * stream that told of it shows it still. Null for nothing.
 */
export function copyOf(said: Said, forum: number, origin: number, item: number): Copy | null {
  const last: { readonly revision: number; readonly name: string; readonly show: Shown | null }[] = [];
  for (const name of said.names(origin)) {
    const arrived = said.arrived(forum, origin, name);
    const stream = said.stream(origin, name);
    const place = arrived
      .keys()
      .filter((at) => stream[at]?.item === item)
      .toArray()
      .at(-1);
    const statement = place === undefined ? undefined : stream[place];
    if (place === undefined || statement === undefined) continue;
    const taken = arrived[place]?.some((arrival) => arrival.taken) ?? false;
    last.push({ revision: statement.revision, name, show: taken ? statement.show : null });
  }
  const revision = Math.max(...last.map((one) => one.revision));
  const shown = last.flatMap(({ show, name, revision: of }) =>
    show !== null && of === revision ? [{ show, name }] : [],
  );
  const [first] = shown;
  if (first === undefined) return null;
  const toAll = shown.some(({ name }) => name === "public" || name === "community");
  const names = (pick: (show: Shown) => readonly string[]): string[] =>
    toAll ? [] : [...new Set(shown.flatMap(({ show }) => pick(show)))].sort();
  return {
    tlp: first.show.tlp,
    toAll,
    organizations: names((show) => show.organizations),
    persons: names((show) => show.persons),
    revision,
    withdrawn: shown.some(({ show }) => show.withdrawn),
  };
}
