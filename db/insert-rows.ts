import type { Db } from "./dialect.ts";
import type { TableName, Tables } from "./tables.ts";

/** Both stores take some ten thousand values in a statement; no table has more than twenty columns. */
const rowsAtOnce = 1_000;

/** Inserts any number of rows, in statements that both stores can take. */
export async function insertRows<N extends TableName>(
  db: Db,
  table: Tables[N],
  rows: readonly Tables[N]["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await db.insert(table).values(rows.slice(from, from + rowsAtOnce) as never); // the rows of this very table
  }
}
