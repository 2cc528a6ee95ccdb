import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Connection, Search } from "../dialect.ts";
import type { SearchTerm } from "../search-terms.ts";
import { searchableText } from "../search-terms.ts";

// A character that indexed text never holds: highlight() sets one before each match, and counting them ranks.
const mark = "\u0001";

/** Full text search by FTS5: stemmed words in `search`, words as they are in `search_words`, for prefixes. */
export const search: Search = {
  async index(on, itemId, { title, summary, body }) {
    const existing = await rowOf(on, itemId);
    if (existing === null) await on.rows(sql`INSERT INTO search_rows (item_id) VALUES (${itemId})`);
    else await forget(on, existing);
    const row = existing ?? (await rowOf(on, itemId));
    const texts = sql`${searchableText(title)}, ${searchableText(summary)}, ${searchableText(body)}`;
    await on.rows(sql`INSERT INTO search (rowid, title, summary, body) VALUES (${row}, ${texts})`);
    await on.rows(sql`INSERT INTO search_words (rowid, title, summary, body) VALUES (${row}, ${texts})`);
  },

  async remove(on, itemId) {
    const row = await rowOf(on, itemId);
    if (row !== null) await forget(on, row);
    await on.rows(sql`DELETE FROM search_rows WHERE item_id = ${itemId}`);
  },

  async clear(on) {
    await on.rows(sql`DELETE FROM search`);
    await on.rows(sql`DELETE FROM search_words`);
    await on.rows(sql`DELETE FROM search_rows`);
  },

  matches(terms) {
    if (terms.length === 0) return sql`SELECT item_id, 0 AS rank FROM search_rows WHERE false`;
    const whole = terms.filter(({ type }) => type !== "prefix").map(toMatch);
    const begun = terms.filter(({ type }) => type === "prefix").map(toMatch);
    const hits = (column: number, name: string) =>
      sql`(length(highlight(search, ${sql.raw(String(column))}, ${mark}, '')) - length(search.${sql.raw(name)}))`;
    const begins = (column: string) =>
      sql`(search.rowid IN (${wordsThatBegin(`{${column}} : (${begun.join(" OR ")})`)}))`;
    const ranks = [
      ...(whole.length > 0 ? [sql`100 * ${hits(0, "title")} + 10 * ${hits(1, "summary")} + ${hits(2, "body")}`] : []),
      ...(begun.length > 0 ? [sql`100 * ${begins("title")} + 10 * ${begins("summary")} + ${begins("body")}`] : []),
    ];
    const conditions = [
      ...(whole.length > 0 ? [sql`search MATCH ${whole.join(" AND ")}`] : []),
      ...(begun.length > 0 ? [sql`search.rowid IN (${wordsThatBegin(begun.join(" AND "))})`] : []),
    ];
    return sql`SELECT r.item_id, ${sql.join(ranks, sql` + `)} AS rank
               FROM search JOIN search_rows r ON r.id = search.rowid WHERE ${sql.join(conditions, sql` AND `)}`;
  },
};

function wordsThatBegin(match: string): SQL {
  return sql`SELECT rowid FROM search_words WHERE search_words MATCH ${match}`;
}

async function forget(on: Connection, row: number): Promise<void> {
  await on.rows(sql`DELETE FROM search WHERE rowid = ${row}`);
  await on.rows(sql`DELETE FROM search_words WHERE rowid = ${row}`);
}

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
