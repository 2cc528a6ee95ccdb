/** A collection as its viewer has it: objects in the order in which they were added, each with its stamp and its place. */
import type { Arrival, ArrivalScope } from "../../db/log/arrival.ts";
import type { ArrivalPage } from "../../db/log/arrival-page.ts";
import { byPlace } from "../../db/read-arrivals.ts";
import type { ArrivalPlace } from "../../db/visible.ts";
import type { ObjectParts } from "./arrived-objects.ts";
import { beginning, objectsOf } from "./arrived-objects.ts";
import type { DateAdded } from "./date-added.ts";
import { addedAt, isFull } from "./date-added.ts";
import type { Written } from "./stix-cache.ts";

export type Added = {
  readonly object: Written;
  /** Microseconds since 1970. */
  readonly addedAt: number;
  /** What it came with; null for what stands at the beginning of every collection. */
  readonly arrival: Arrival | null;
  /** Where a page goes on that begins with it. */
  readonly page: ArrivalPage;
};
/** Some of a collection. `end` is where to go on, null where there is nothing more. */
export type Batch = { readonly added: readonly Added[]; readonly end: ArrivalPage | null };

/** What stands at the beginning was there before anything was said. */
const beginningAt = "2000-01-01T00:00:00.000Z";
const uncounted: DateAdded = { instantMs: 0, partsBefore: 0 };
export const firstPage: ArrivalPage = { order: 0, position: 0, part: 0, ...uncounted };

export async function readBatch(
  parts: ObjectParts,
  scope: ArrivalScope,
  page: ArrivalPage,
  size: number,
): Promise<Batch> {
  if (page.order === 0) return atBeginning(parts, page);
  const { arrivals, end } = await parts.arrived.from(page, scope, size);
  const objects = await objectsOf(parts, arrivals);
  const added: Added[] = [];
  let counted: DateAdded = page;
  for (const [at, arrival] of arrivals.entries()) {
    const stamped = stamp(objects[at] ?? [], { arrival, place: arrival, instant: arrival.at, counted });
    // What was handed out before of what it came with
    added.push(...stamped.added.slice(byPlace(arrival, page) === 0 ? page.part : 0));
    counted = stamped.after;
  }
  return { added, end: end === null ? null : pageBehind(end, counted) };
}

/** Where a page begins that asks for what was added behind a stamp; null where nothing was. */
export async function pageAt({ arrived }: ObjectParts, microseconds: number): Promise<ArrivalPage | null> {
  const instant = new Date(Math.floor(microseconds / 1_000)).toISOString();
  if (instant <= beginningAt) return firstPage;
  const place = await arrived.firstPlaceAt(instant);
  return place === null ? null : { ...place, part: 0, ...uncounted };
}

/** Some arrivals out of their order, each with the stamps that its objects have in the whole collection. */
export async function stampAlone(
  parts: ObjectParts,
  scope: ArrivalScope,
  arrivals: readonly Arrival[],
): Promise<Added[]> {
  const objects = await objectsOf(parts, arrivals);
  const added: Added[] = [];
  for (const [at, arrival] of arrivals.entries()) {
    const counted = await countBefore(parts, scope, arrival);
    added.push(...stamp(objects[at] ?? [], { arrival, place: arrival, instant: arrival.at, counted }).added);
  }
  return added;
}

export function beginningOf(parts: ObjectParts): Added[] {
  const place = { order: 0, position: 0 };
  return stamp(beginning(parts.forum), { arrival: null, place, instant: beginningAt, counted: uncounted }).added;
}

function atBeginning(parts: ObjectParts, { part }: ArrivalPage): Batch {
  return { added: beginningOf(parts).slice(part), end: pageBehind({ order: 0, position: 0 }, uncounted) };
}

function pageBehind({ order, position }: ArrivalPlace, { instantMs, partsBefore }: DateAdded): ArrivalPage {
  return order === 0 ? { ...firstPage, order: 1 } : { order, position: position + 1, part: 0, instantMs, partsBefore };
}

type Stamped = { readonly added: Added[]; readonly after: DateAdded };

function stamp(
  objects: readonly Written[],
  {
    arrival,
    place: { order, position },
    instant,
    counted: { instantMs, partsBefore },
  }: {
    readonly arrival: Arrival | null;
    readonly place: ArrivalPlace;
    readonly instant: string;
    readonly counted: DateAdded;
  },
): Stamped {
  const { stamps, after } = addedAt({ instantMs, partsBefore }, instant, objects.length);
  const added = objects.map((object, part) => ({
    object,
    addedAt: stamps(part),
    arrival,
    page: { order, position, part, instantMs, partsBefore },
  }));
  return { added, after };
}

const countSize = 50;

/** How many objects came in an arrival's instant before it, as far as stamps tell them apart. */
async function countBefore(parts: ObjectParts, scope: ArrivalScope, arrival: Arrival): Promise<DateAdded> {
  let place = await parts.arrived.firstPlaceAt(arrival.at);
  let counted = uncounted;
  while (place !== null && byPlace(place, arrival) < 0 && !isFull(counted)) {
    const { arrivals, end } = await parts.arrived.from(place, scope, countSize);
    const earlier = arrivals.filter((each) => byPlace(each, arrival) < 0);
    const objects = await objectsOf(parts, earlier);
    for (const [at, each] of earlier.entries()) counted = addedAt(counted, each.at, objects[at]?.length ?? 0).after;
    place = end === null || earlier.length < arrivals.length ? null : { order: end.order, position: end.position + 1 };
  }
  return counted;
}
