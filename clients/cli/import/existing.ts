import type { Client, ItemFields } from "../../sdk/index.ts";
import type { ExternalKey, ImportBatch } from "../../foreign/batch.ts";

/** An item of an earlier import, with what it says of others. */
export type Existing = ItemFields & {
  readonly relations: readonly { readonly type: string; readonly item: { readonly id: string } }[];
};

export function keyText({ source, externalId }: ExternalKey): string {
  return `${source}\n${externalId}`;
}

/** What the viewer's own organisation has published of this batch before, found again by its first reference. */
export async function findExisting(client: Client, batch: ImportBatch): Promise<Map<string, Existing>> {
  const { organization } = await client.viewer();
  const found = new Map<string, Existing>();
  if (organization === null) return found;
  const wanted = new Set(batch.entries.map(({ externalKey }) => keyText(externalKey)));
  const filter = { origins: [organization.id], statuses: ["PUBLISHED", "WITHDRAWN"] } as const;
  for await (const item of client.itemsWithRelations({ filter, orderBy: "OLDEST" })) {
    const [first] = item.references;
    if (first?.source == null || first.externalId == null) continue;
    const key = keyText({ source: first.source, externalId: first.externalId });
    // Of two items with one key the one that is still relied on counts, else the older one.
    const earlier = found.get(key);
    if (!wanted.has(key) || (earlier !== undefined && (earlier.withdrawal === null || item.withdrawal !== null)))
      continue;
    found.set(key, item);
  }
  return found;
}
