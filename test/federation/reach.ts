/** Who was ever entitled to which text: what an item's author and those who passed it on have said, whatever has come of it yet. */
import type { Item, Oracle } from "./oracle.ts";
import { entitled, organizationsIn } from "./sight.ts";
import type { Person } from "./world.ts";
import { accountHomes, nameOf } from "./world.ts";

/** Everybody who looks at a forum: those at home there, and an anonymous visitor. */
export const viewersOf = (forum: number): (Person | null)[] => [
  null,
  ...accountHomes.map((_, account) => ({ forum, account })),
];
export const viewerName = (forum: number, viewer: Person | null): string =>
  viewer === null ? `visitor ${forum}` : nameOf(viewer);

export class Reach {
  readonly #oracle: Oracle;
  readonly #ever = new Map<string, Set<string>>();
  /** The forums whose communities count as that of an item. */
  readonly #communities = new Map<string, Set<number>>();

  constructor(oracle: Oracle) {
    this.#oracle = oracle;
  }

  wasEntitled(item: number, revision: number, viewer: string): boolean {
    return this.#ever.get(`${item} ${revision}`)?.has(viewer) ?? false;
  }

  /** Takes down who is entitled as things are now. */
  note(): void {
    for (const item of this.#oracle.items) {
      if (item.status === "DRAFT") this.#add(item, item.labels.length, item.origin.forum, this.#sight(item));
      else for (const forum of this.#oracle.forums.keys()) this.#noteIn(forum, item);
    }
  }

  #noteIn(forum: number, item: Item): void {
    const oracle = this.#oracle;
    const { origin, labels } = item;
    if (forum === origin.forum) return this.#add(item, labels.length, forum, this.#sight(item));
    const address = oracle.addressOf(item);
    const agreement = oracle.forum(origin.forum).peers.get(forum)?.agreement;
    const groups = address.groups.filter((group) => agreement?.groups.includes(group));
    const named = {
      ...address,
      toAll: false,
      sectors: [],
      groups: [],
      organizations: [...address.organizations, ...organizationsIn(oracle.groupsOf(origin.forum), groups)],
    };
    const isOfCommunity = address.toAll && address.tlp === "GREEN" && this.#spread(item).has(forum);
    this.#add(item, labels.length, forum, (viewer) => {
      return entitled(viewer, named, []) || (isOfCommunity && viewer !== null);
    });
    const copy = oracle.copyIn(forum, item);
    if (copy !== null) {
      const passed = { ...copy.address, toAll: false, organizations: [], persons: [] };
      this.#add(item, copy.revision, forum, (viewer) => viewer !== null && entitled(viewer, passed, []));
    }
  }

  #sight(item: Item): (viewer: Person | null) => boolean {
    return (viewer) => this.#oracle.sees(item.origin.forum, viewer, item);
  }

  #add(item: Item, revision: number, forum: number, sees: (viewer: Person | null) => boolean): void {
    const key = `${item.index} ${revision}`;
    const ever = this.#ever.get(key) ?? new Set();
    this.#ever.set(key, ever);
    for (const viewer of viewersOf(forum)) if (sees(viewer)) ever.add(viewerName(forum, viewer));
  }

  /** The communities that have counted as one with the item's since it has this label: each may pass it on to the next. */
  #spread(item: Item): Set<number> {
    const key = `${item.index} ${item.labels.length}`;
    const found = this.#communities.get(key) ?? new Set([item.origin.forum]);
    this.#communities.set(key, found);
    let before = 0;
    while (before < found.size) {
      before = found.size;
      for (const from of found)
        for (const [peer, { agreement, paused }] of this.#oracle.forum(from).peers)
          if (!paused && agreement.community && agreement.direction !== "NONE" && agreement.direction !== "RECEIVE")
            found.add(peer);
    }
    return found;
  }
}
