import type { Mapped, MappedItem } from "../stix/from-stix.ts";

export type MappedObject = Mapped & { readonly item: MappedItem };

/** Items in an order in which what others point at comes first, as far as they do not point at each other in a circle. */
export function inOrder(items: readonly MappedObject[]): MappedObject[] {
  const byId = new Map(items.map((object) => [object.objectId, object]));
  const entered = new Set<MappedObject>();
  const ordered: MappedObject[] = [];
  for (const first of items) {
    const way: { readonly object: MappedObject; next: number }[] = [];
    const enter = (object: MappedObject | undefined): void => {
      if (object === undefined || entered.has(object)) return;
      entered.add(object);
      way.push({ object, next: 0 });
    };
    enter(first);
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const relation = last.object.item.relations[last.next++];
      if (relation !== undefined) enter(byId.get(relation.to));
      else ordered.push(...way.splice(-1).map(({ object }) => object));
    }
  }
  return ordered;
}
