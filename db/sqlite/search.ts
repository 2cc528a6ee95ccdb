import { sql } from "drizzle-orm";
import type { Connection, Search } from "../dialect.ts";
import type { SearchTerm } from "../search-terms.ts";
import { searchableText } from "../search-terms.ts";

// A character that indexed text never holds: highlight() sets one before each match, and counting them ranks.
const mark = "\u0001";

/** Full text search by FTS5. */
export const search: Search = {
  async index(on, itemId, { title, summary, body }) {
    const existing = await rowOf(on, itemId);
    if (existing !== null) await on.rows(sql`DELETE FROM search WHERE rowid = ${existing}`);
    else await on.rows(sql`INSERT INTO search_rows (item_id) VALUES (${itemId})`);
    const row = existing ?? (await rowOf(on, itemId));
    await on.rows(
      sql`INSERT INTO search (rowid, title, summary, body)
          VALUES (${row}, ${searchableText(title)}, ${searchableText(summary)}, ${searchableText(body)})`,
    );
  },

  async remove(on, itemId) {
    await on.rows(sql`DELETE FROM search WHERE rowid = ${await rowOf(on, itemId)}`);
    await on.rows(sql`DELETE FROM search_rows WHERE item_id = ${itemId}`);
  },

  async clear(on) {
    await on.rows(sql`DELETE FROM search`);
    await on.rows(sql`DELETE FROM search_rows`);
  },

  matches(terms) {
    if (terms.length === 0) return sql`SELECT item_id, 0 AS rank FROM search_rows WHERE false`;
    const hits = (column: number, name: string) =>
      sql`(length(highlight(search, ${sql.raw(String(column))}, ${mark}, '')) - length(search.${sql.raw(name)}))`;
    return sql`SELECT r.item_id, 100 * ${hits(0, "title")} + 10 * ${hits(1, "summary")} + ${hits(2, "body")} AS rank
               FROM search JOIN search_rows r ON r.id = search.rowid WHERE search MATCH ${terms.map(toMatch).join(" AND ")}`;
  },
};

// Words hold letters and digits only; in quotes they are text to FTS5, never AND, OR, NOT or NEAR.
function toMatch(term: SearchTerm): string {
  switch (term.type) {
    case "word":
      return `"${term.word}"`;
    case "prefix":
      return `"${term.word}"*`;
    case "phrase":
      return `"${term.words.join(" ")}"`;
  }
}

async function rowOf(on: Connection, itemId: string): Promise<number | null> {
  const [row] = await on.rows<{ id: number }>(sql`SELECT id FROM search_rows WHERE item_id = ${itemId}`);
  return row?.id ?? null;
}
