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

/** Looks at a forum as everybody does who can: nobody may be shown what was never meant for them, nor more of the origin than was said. */
export async function lookAt(forum: number, player: Player, reach: Reach): Promise<void> {
  for (const viewer of viewersOf(forum)) {
    if (viewer !== null && !player.oracle.works(viewer)) continue;
    for (const view of await viewsOf(forum, viewer, player)) {
      const text = JSON.stringify(view);
      const sight = sightOf(view);
      const who = viewerName(forum, viewer);
      expect([...marksIn(text)], text).toEqual([`${sight.item} ${sight.revision}`]);
      expect({ who, sight, entitled: reach.wasEntitled(sight.item, sight.revision, who) }).toMatchObject({
        entitled: true,
      });
      const item = player.oracle.items[sight.item];
      const label = item?.labels[sight.revision - 1];
      expect({ who, sight, tlp: label?.tlp }).toMatchObject({ tlp: sight.tlp });
      if (item !== undefined && item.origin.forum !== forum && label !== undefined) {
        if (label.attribution !== "ORGANIZATION") expect(sight).toMatchObject({ origin: null });
        if (label.attribution === "ANONYMOUS") expect(sight).toMatchObject({ sector: null });
      }
    }
  }
}

/** Everybody is shown exactly what the oracle says: of what is at home in the forum at every moment, of all when everything has come. */
export async function compareAt(forum: number, player: Player, which: "own" | "all"): Promise<void> {
  const { oracle } = player;
  const items = oracle.items.filter((item) => which === "all" || item.origin.forum === forum);
  for (const viewer of viewersOf(forum)) {
    if (viewer !== null && !oracle.works(viewer)) continue;
    const views = (await viewsOf(forum, viewer, player)).map(sightOf);
    const shown = views.filter(({ item }) => items.some(({ index }) => index === item));
    const expected = items.flatMap((item) => expectedSight(forum, viewer, item, player));
    const order = (a: Sight, b: Sight): number => a.item - b.item;
    expect({ who: viewerName(forum, viewer), sees: shown.sort(order) }).toEqual({
      who: viewerName(forum, viewer),
      sees: expected.sort(order),
    });
  }
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
