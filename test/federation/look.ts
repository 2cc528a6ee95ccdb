import { expect } from "vitest";
import type { ItemView } from "../../domain/view.ts";
import type { Item } from "./oracle.ts";
import { labelOf } from "./oracle.ts";
import type { Player } from "./play.ts";
import type { Reach } from "./reach.ts";
import { viewerName, viewersOf } from "./reach.ts";
import { marksIn } from "./texts.ts";
import type { Person } from "./world.ts";
import { nameOf, organizationSectors, orgOf } from "./world.ts";

const everything = { statuses: ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const };

/** An item as somebody is shown it, in the words of the oracle. */
type Sight = {
  readonly item: number;
  readonly revision: number;
  readonly tlp: string;
  readonly status: string;
  readonly origin: string | null;
  readonly sector: string | null;
};

/**
 * Looks at a forum as everybody does who can. Nobody is shown what was never meant for them, nor more of the origin than was said; and
 * all see exactly what the oracle says: of what is at home there at every moment, of everything when all has come.
 */
export async function look(forum: number, player: Player, reach: Reach, which: "own" | "all"): Promise<void> {
  const { oracle } = player;
  const items = oracle.items.filter((item) => which === "all" || item.origin.forum === forum);
  for (const viewer of viewersOf(forum)) {
    if (viewer !== null && !oracle.works(viewer)) continue;
    const who = viewerName(forum, viewer);
    const views = await viewsOf(forum, viewer, player);
    for (const view of views) checkNeverWider(forum, who, view, player, reach);
    const shown = views.map(sightOf).filter(({ item }) => items.some(({ index }) => index === item));
    const expected = items.flatMap((item) => expectedSight(forum, viewer, item, player));
    const inOrder = (sights: Sight[]): Sight[] => sights.sort((a, b) => a.item - b.item);
    if (JSON.stringify(inOrder(shown)) !== JSON.stringify(inOrder(expected)))
      expect({ who, sees: shown }).toEqual({ who, sees: expected });
  }
}

function checkNeverWider(forum: number, who: string, view: ItemView, { oracle }: Player, reach: Reach): void {
  const sight = sightOf(view);
  const text = JSON.stringify(view);
  const item = oracle.items[sight.item];
  const label = item?.labels[sight.revision - 1];
  const faults: string[] = [];
  if ([...marksIn(text)].join() !== `${sight.item} ${sight.revision}`) faults.push("has texts of several revisions");
  if (!reach.wasEntitled(sight.item, sight.revision, who)) faults.push("was never meant for them");
  if (label?.tlp !== sight.tlp) faults.push("is under another label");
  if (item?.origin.forum !== forum) {
    if (label?.attribution !== "ORGANIZATION" && sight.origin !== null) faults.push("names its origin");
    if (label?.attribution === "ANONYMOUS" && sight.sector !== null) faults.push("tells its sector");
  }
  if (faults.length > 0) expect({ who, sight, faults }).toEqual({ who, sight, faults: [] });
}

function expectedSight(forum: number, viewer: Person | null, item: Item, player: Player): Sight[] {
  const { oracle } = player;
  const copy = oracle.copyIn(forum, item);
  if (copy === null || !oracle.sees(forum, viewer, item)) return [];
  const { attribution } = item.labels[copy.revision - 1] ?? labelOf(item);
  const isOrigin = viewer !== null && nameOf(orgOf(viewer)) === nameOf(item.origin);
  const status = item.status === "DRAFT" ? "DRAFT" : copy.withdrawn ? "WITHDRAWN" : "PUBLISHED";
  const namesOrigin = isOrigin || attribution === "ORGANIZATION";
  const tellsSector = isOrigin || attribution !== "ANONYMOUS";
  return [
    {
      item: item.index,
      revision: copy.revision,
      tlp: copy.address.tlp,
      status,
      origin: namesOrigin ? player.forum(forum).idOf(item.origin) : null,
      sector: tellsSector ? (organizationSectors[item.origin.organization] ?? null) : null,
    },
  ];
}

function sightOf(view: ItemView): Sight {
  const [mark = ""] = marksIn(view.content.envelope.title);
  const [item = -1, revision = -1] = mark.split(" ").map(Number);
  return { item, revision, tlp: view.tlp, status: view.status, origin: view.originId, sector: view.originSector };
}

async function viewsOf(forum: number, viewer: Person | null, player: Player): Promise<ItemView[]> {
  const here = player.forum(forum);
  const { edges } = await here.store.as(here.viewer(viewer)).page({ first: 100, filter: everything });
  return edges.map(({ node }) => node);
}
