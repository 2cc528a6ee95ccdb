/** One page of a collection: what of it passes the filter, until there is enough, or enough has been looked at. */
import type { ArrivalPage } from "../../db/log/arrival-page.ts";
import type { ObjectParts } from "./arrived-objects.ts";
import type { Collection } from "./collections.ts";
import { parseStamp } from "./date-added.ts";
import type { Filter } from "./query.ts";
import { find } from "./find.ts";
import type { Added } from "./sequence.ts";
import { firstPage, pageAt, readBatch } from "./sequence.ts";

export type Page = {
  readonly objects: readonly Added[];
  /** Where to go on; null where there is nothing more. */
  readonly next: ArrivalPage | null;
};
export type Readable = Collection & { readonly scope: NonNullable<Collection["scope"]> };

const maxPageBytes = 8_388_608;
/** How long a page goes on looking for what passes its filter. */
const patienceMs = 250;
const largestBatch = 400;

export async function readPage(parts: ObjectParts, collection: Readable, filter: Filter): Promise<Page> {
  const scope = { ...collection.scope, history: !isNewestAlone(filter) };
  const from = await beginningPage(parts, collection, filter);
  if (from === null) return { objects: [], next: null };
  if (filter.ids !== null) {
    const found = await find(parts, scope, [...filter.ids]);
    return cut(
      found.filter((added) => !isBefore(added.page, from) && passes(added, collection, filter)),
      filter.limit,
    );
  }
  const objects: Added[] = [];
  const told = new Set<string>();
  const endAt = performance.now() + patienceMs;
  let size = Math.min(largestBatch, Math.ceil(filter.limit / 3) + 2);
  let page: ArrivalPage | null = from;
  while (page !== null && objects.length <= filter.limit) {
    const batch = await readBatch(parts, scope, page, size);
    const before = objects.length;
    for (const added of batch.added) {
      if (!passes(added, collection, filter) || told.has(added.object.id)) continue;
      // An observable is a part of many items; a page tells it once.
      if (added.object.version === null) told.add(added.object.id);
      objects.push(added);
    }
    page = batch.end;
    size = nextSize(size, objects.length - before, filter.limit + 1 - objects.length);
    if (page !== null && performance.now() > endAt && objects.length <= filter.limit) return { objects, next: page };
  }
  return cut(objects, filter.limit);
}

/** As many entries as will do, if they bring as much as those before; twice as many where they brought nothing. */
function nextSize(size: number, brought: number, wanted: number): number {
  const needed = brought === 0 ? 2 * size : Math.ceil((wanted * size) / brought) + 1;
  return Math.max(4, Math.min(largestBatch, needed, 2 * size));
}

async function beginningPage(parts: ObjectParts, { id }: Collection, { next, addedAfter }: Filter) {
  if (next !== null) return parts.arrived.open(id, next);
  return addedAfter === null ? firstPage : pageAt(parts, addedAfter);
}

/**
 * As many as were asked for, as far as they are not too large together. Objects that share a stamp stay together where they can, since
 * there are clients that go on by the stamp of the last one alone.
 */
function cut(found: readonly Added[], limit: number): Page {
  const fitting = countFitting(found, limit);
  const following = found[fitting];
  if (following === undefined) return { objects: found, next: null };
  const together = found.slice(0, fitting).findLastIndex(({ addedAt }) => addedAt !== following.addedAt) + 1;
  const end = together === 0 ? fitting : together;
  return { objects: found.slice(0, end), next: found[end]?.page ?? null };
}

function countFitting(found: readonly Added[], limit: number): number {
  let bytes = 0;
  for (const [at, { object }] of found.entries()) {
    bytes += object.json.length;
    if (at === limit || (bytes > maxPageBytes && at > 0)) return at;
  }
  return found.length;
}

function isBefore(a: ArrivalPage, b: ArrivalPage): boolean {
  return (a.order - b.order || a.position - b.position || a.part - b.part) < 0;
}

function isNewestAlone({ versions }: Filter): boolean {
  return versions.size === 1 && versions.has("last");
}

export function passes({ object, addedAt, arrival }: Added, { onlyType }: Collection, filter: Filter): boolean {
  const { id, type } = object;
  return (
    (filter.addedAfter === null || addedAt > filter.addedAfter) &&
    (onlyType === null || arrival?.type !== "item" || type === onlyType) &&
    (filter.ids?.has(id) ?? true) &&
    (filter.types?.has(type) ?? true) &&
    (filter.specVersions?.has("2.1") ?? true) &&
    isWanted({ object, addedAt, arrival }, filter)
  );
}

function isWanted(
  { object, addedAt, arrival }: Pick<Added, "object" | "addedAt" | "arrival">,
  { versions }: Filter,
): boolean {
  if (versions.has("all")) return true;
  const isItem = arrival?.type === "item";
  if (versions.has("last") && (!isItem || arrival.isNewest)) return true;
  if (versions.has("first") && (!isItem || arrival.isFirst)) return true;
  const version = object.version === null ? addedAt : parseStamp(object.version);
  return [...versions].some((wanted) => parseStamp(wanted) === version);
}
