/** Objects by their ids. */
import type { ArrivalScope } from "../../db/log/arrival.ts";
import { isStixId, itemIdBegins, organizationIdBegins } from "../stix/ids.ts";
import type { ObjectParts } from "./arrived-objects.ts";
import type { Added } from "./sequence.ts";
import { beginningOf, firstPage, readBatch, stampAlone } from "./sequence.ts";

/** How long an id is looked for that does not tell what it is of. */
const patienceMs = 250;
const batchSize = 400;

/** All versions of the objects with these ids that are in a collection, in its order. */
export async function find(parts: ObjectParts, scope: ArrivalScope, ids: readonly string[]): Promise<Added[]> {
  const found: Added[] = [];
  for (const id of new Set(ids)) found.push(...(await findOne(parts, scope, id)));
  return found.sort(
    (a, b) => a.page.order - b.page.order || a.page.position - b.page.position || a.page.part - b.page.part,
  );
}

async function findOne(parts: ObjectParts, scope: ArrivalScope, id: string): Promise<Added[]> {
  const isIt = ({ object }: Added): boolean => object.id === id;
  const first = beginningOf(parts).filter(isIt);
  if (first.length > 0) return first;
  if (!isStixId(id)) return [];
  const { arrived } = parts.reader;
  const arrivals = [
    ...(await arrived.ofItems(itemIdBegins(id), scope)),
    ...(await arrived.ofOrganizations(organizationIdBegins(id))),
  ];
  const known = (await stampAlone(parts, scope, arrivals)).filter(isIt);
  if (known.length > 0 || !id.startsWith("software--")) return known;
  return findObservable(parts, scope, id);
}

/** The id of an observable is made of what it says, and tells nothing of the items that it is in. */
async function findObservable(parts: ObjectParts, scope: ArrivalScope, id: string): Promise<Added[]> {
  const itemId = parts.cache.itemOf(id);
  const arrivals = itemId === null ? [] : await parts.reader.arrived.ofItems(itemId, scope);
  const known = (await stampAlone(parts, scope, arrivals)).filter(({ object }) => object.id === id);
  if (known.length > 0) return known.slice(0, 1);
  const endAt = performance.now() + patienceMs;
  for (let page = { ...firstPage, order: 1 }; performance.now() < endAt;) {
    const { added, end } = await readBatch(parts, scope, page, batchSize);
    const found = added.find(({ object }) => object.id === id);
    if (found !== undefined) return [found];
    if (end === null) break;
    page = end;
  }
  return [];
}
