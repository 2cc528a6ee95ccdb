/** The one room of this folder that reads: the items that a reader is shown and a tool like MISP may have, each with what belongs to it. */
import { setImmediate } from "node:timers/promises";
import type { Reader } from "../../db/reader.ts";
import { sharedToolLabels } from "../../domain/policy.ts";
import type { ItemView } from "../../domain/view.ts";
import type { Named } from "../stix/identities.ts";

export type Collected = { readonly item: ItemView; readonly origin: Named | null };

const pageSize = 100;
/** Of so many revisions it is known what they said; the values of older ones stay in whoever has them. */
const knownRevisions = 100;

/** Everything, newest first. `turn` waits until one more page may be read. */
export async function* collect(reader: Reader, turn: () => Promise<void>): AsyncGenerator<Collected, void, void> {
  const filter = { tlp: sharedToolLabels, statuses: ["PUBLISHED", "WITHDRAWN"] } as const;
  for (let after: string | null = null, more = true; more;) {
    await turn();
    const page: Awaited<ReturnType<Reader["page"]>> = await reader.page({
      first: pageSize,
      after,
      filter,
      orderBy: "NEWEST",
    });
    yield* await withOrigins(
      reader,
      page.edges.map(({ node }) => node),
    );
    after = page.edges.at(-1)?.cursor ?? null;
    more = page.hasNextPage && after !== null;
    await setImmediate(); // SQLite answers at once: others get their turn here, and rights are looked up anew
  }
}

/** The one that a UUID stands for, with what its earlier revisions said. */
export async function collectOne(reader: Reader, uuid: string) {
  const item = await reader.itemByUuid(uuid);
  if (item === null || item.status === "DRAFT" || !sharedToolLabels.includes(item.tlp)) return null;
  const [[collected], [revisions = []]] = await Promise.all([
    withOrigins(reader, [item]),
    reader.revisions([item.id], { last: knownRevisions, before: item.revision }),
  ]);
  if (collected === undefined) return null;
  const earlier = revisions.filter(({ tlp }) => sharedToolLabels.includes(tlp)).map(({ content }) => content);
  return { ...collected, earlier };
}

async function withOrigins(reader: Reader, items: readonly ItemView[]): Promise<Collected[]> {
  const ids = [...new Set(items.flatMap(({ originId }) => originId ?? []))];
  const found = await reader.directory.namedOrganizations(ids);
  const origins = new Map(found.flatMap((each): [string, Named][] => (each === null ? [] : [[each.id, each]])));
  return items.map((item) => ({ item, origin: origins.get(item.originId ?? "") ?? null }));
}
