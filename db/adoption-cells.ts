import { and, eq } from "drizzle-orm";
import { adoptionLevels } from "../domain/adoptions.ts";
import type { Key } from "../domain/policy.ts";
import type { Cell } from "./adoption-tables.ts";
import type { Connection } from "./dialect.ts";
import type { Tables } from "./tables.ts";

type AdoptionRow = Tables["adoptions"]["$inferSelect"];

/** Puts a declaration into the matrix under the keys that it has now, and takes it out from under those that it had before. */
export async function fileInMatrix(
  on: Connection,
  tables: Tables,
  adoption: AdoptionRow,
  before: readonly Key[],
): Promise<void> {
  const { adoptionCells: c } = tables;
  const { itemId, organizationId, version, level, validUntil, keys } = adoption;
  const cell: Cell = [organizationId, version, adoptionLevels.indexOf(level), validUntil];
  for (const key of new Set([...before, ...keys])) {
    const [row] = await on.db
      .select({ cells: c.cells })
      .from(c)
      .where(and(eq(c.key, key), eq(c.itemId, itemId)));
    const others = (row?.cells ?? []).filter(([who, of]) => who !== organizationId || of !== version);
    const cells = keys.includes(key) ? [...others, cell] : others;
    await on.db
      .insert(c)
      .values({ key, itemId, cells })
      .onConflictDoUpdate({ target: [c.key, c.itemId], set: { cells } });
  }
}
