import { sql } from "drizzle-orm";
import type { ItemState } from "../domain/items.ts";
import type { RelationType } from "../domain/vocabulary.ts";
import { loadVisible } from "./item-rows.ts";
import type { ItemReadContext } from "./read-items.ts";
import { isVisible } from "./visible.ts";

export type RelationEnd = { readonly type: RelationType; readonly item: ItemState };

/** How many relations of an item are read at most, those with the newest items. */
export const maxRelations = 100;

/** What items say of others (`source`), or what others say of them (`target`), as far as the viewer sees both ends; newest first. */
export async function readRelations(
  { dialect, rights }: ItemReadContext,
  ids: readonly string[],
  side: "source" | "target",
): Promise<RelationEnd[][]> {
  const { reader, tables } = dialect;
  const { relations: r, items: i } = tables;
  const near = side === "source" ? r.sourceId : r.targetId;
  const far = side === "source" ? r.targetId : r.sourceId;
  const seen = await loadVisible(reader, tables, rights.ring, ids);
  if (seen.size === 0) return ids.map(() => []);
  const nearIds = sql.join(
    [...seen.keys()].map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await reader.rows<{ type: RelationType; near: string; far: string }>(
    sql`SELECT type, near, far FROM (
          SELECT ${r.type} AS type, ${near} AS near, ${far} AS far, row_number() OVER (
            PARTITION BY ${near} ORDER BY coalesce(${i.publishedAt}, ${i.createdAt}) DESC, ${far} DESC, ${r.type}
          ) AS place
          FROM ${r} JOIN ${i} ON ${i.id} = ${far}
          WHERE ${near} IN (${nearIds}) AND ${isVisible(tables, rights.ring, far)}
        ) AS placed WHERE place <= ${maxRelations} ORDER BY near, place`,
  );
  const ends = await loadVisible(
    reader,
    tables,
    rights.ring,
    rows.map((row) => row.far),
  );
  return ids.map((id) =>
    rows.flatMap((row) => {
      const item = ends.get(row.far);
      return row.near === id && item !== undefined ? [{ type: row.type, item }] : [];
    }),
  );
}
