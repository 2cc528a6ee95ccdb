/** What the member's organisation has imported before, found again by the reference that every import leaves. */
import { setImmediate } from "node:timers/promises";
import type { Reader } from "../../db/reader.ts";
import type { ItemView } from "../../domain/view.ts";

/** The source under which the id of a STIX object stands, as the first of an item's references. */
export const importSource = "stix";

/** Among items of one object the one that is still relied on counts, else the older one. */
export async function findImported(
  reader: Reader,
  organizationId: string,
  objectIds: ReadonlySet<string>,
  source: string = importSource,
): Promise<Map<string, ItemView>> {
  const found = new Map<string, ItemView>();
  const filter = { origins: [organizationId], statuses: ["DRAFT", "PUBLISHED", "WITHDRAWN"] } as const;
  for (let after: string | null = null; ;) {
    const page = await reader.page({ filter, orderBy: "OLDEST", first: 100, after });
    for (const { node } of page.edges) {
      const id = importedFrom(node, source);
      if (id === null || !objectIds.has(id)) continue;
      const earlier = found.get(id);
      if (earlier === undefined || (earlier.withdrawal !== null && node.withdrawal === null)) found.set(id, node);
    }
    const last = page.edges.at(-1);
    if (!page.hasNextPage || last === undefined) return found;
    after = last.cursor;
    await setImmediate(); // SQLite answers at once: others get their turn here
  }
}

export function importedFrom({ content }: ItemView, source: string): string | null {
  const [first] = content.envelope.references;
  return first?.source === source ? first.externalId : null;
}
