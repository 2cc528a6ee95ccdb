/** Objects by their ids. */
import type { ArrivalScope } from "../../db/log/arrival.ts";
import { isStixId, itemIdBegins, organizationIdBegins } from "../stix/ids.ts";
import type { ObjectParts } from "./arrived-objects.ts";
import type { Added } from "./sequence.ts";
import { beginningOf, firstPage, readBatch, stampAlone } from "./sequence.ts";

/** How long ids are looked for that do not tell what they are of. */
const patienceMs = 250;
const batchSize = 400;

/** All versions of the objects with these ids that are in a collection, in its order. */
export async function find(parts: ObjectParts, scope: ArrivalScope, ids: readonly string[]): Promise<Added[]> {
  const found: Added[] = [];
  const unknown = new Set<string>();
  for (const id of new Set(ids)) {
    const known = await findOne(parts, scope, id);
    found.push(...known);
    if (known.length === 0 && isStixId(id) && id.startsWith("software--")) unknown.add(id);
  }
  found.push(...(await lookThrough(parts, scope, unknown)));
  return found.sort(
    (a, b) => a.page.order - b.page.order || a.page.position - b.page.position || a.page.part - b.page.part,
  );
}

async function findOne(parts: ObjectParts, scope: ArrivalScope, id: string): Promise<Added[]> {
  const isIt = ({ object }: Added): boolean => object.id === id;
  const first = beginningOf(parts).filter(isIt);
  if (first.length > 0) return first;
  if (!isStixId(id)) return [];
  const { arrived } = parts;
  const arrivals = [
    ...(await arrived.ofItems(itemIdBegins(id), scope)),
    ...(await arrived.ofOrganizations(organizationIdBegins(id))),
  ];
  const known = (await stampAlone(parts, scope, arrivals)).filter(isIt);
  return known.length > 0 ? known : findObservable(parts, scope, id);
}

/** The id of an observable is made of what it says, and tells nothing of the items that it is in; what was sent lately is known. */
async function findObservable(parts: ObjectParts, scope: ArrivalScope, id: string): Promise<Added[]> {
  const itemId = parts.cache.itemOf(id);
  const arrivals = itemId === null ? [] : await parts.arrived.ofItems(itemId, scope);
  return (await stampAlone(parts, scope, arrivals)).filter(({ object }) => object.id === id).slice(0, 1);
}

/** Looks for all of these ids in one go: however many are asked for, it takes no longer than for one. */
async function lookThrough(parts: ObjectParts, scope: ArrivalScope, ids: ReadonlySet<string>): Promise<Added[]> {
  const found = new Map<string, Added>();
  const endAt = performance.now() + patienceMs;
  for (let page = { ...firstPage, order: 1 }; found.size < ids.size && performance.now() < endAt;) {
    const { added, end } = await readBatch(parts, scope, page, batchSize);
    for (const each of added) {
      const { id } = each.object;
      if (ids.has(id) && !found.has(id)) found.set(id, each);
    }
    if (end === null) break;
    page = end;
  }
  return [...found.values()];
}
