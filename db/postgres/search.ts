import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Search } from "../dialect.ts";
import type { SearchTerm } from "../search-terms.ts";
import { searchableText } from "../search-terms.ts";

/** Full text search by tsvector, with an English stemmer that knows no stop words. */
export const search: Search = {
  async index(on, itemId, { title, summary, body }) {
    const part = (text: string, weight: string) =>
      sql`setweight(to_tsvector('tocsin', ${searchableText(text)}), ${weight})`;
    await on.rows(
      sql`INSERT INTO search (item_id, document)
          VALUES (${itemId}, ${part(title, "A")} || ${part(summary, "B")} || ${part(body, "D")})
          ON CONFLICT (item_id) DO UPDATE SET document = excluded.document`,
    );
  },

  async remove(on, itemId) {
    await on.rows(sql`DELETE FROM search WHERE item_id = ${itemId}`);
  },

  async clear(on) {
    await on.rows(sql`DELETE FROM search`);
  },

  matches(terms) {
    if (terms.length === 0) return sql`SELECT item_id, 0 AS rank FROM search WHERE false`;
    const query = sql.join(terms.map(toQuery), sql` && `);
    return sql`SELECT s.item_id, floor(1000000 * ts_rank(s.document, q.query))::bigint AS rank
               FROM search s, (SELECT ${query} AS query) q WHERE s.document @@ q.query`;
  },
};

function toQuery(term: SearchTerm): SQL {
  switch (term.type) {
    case "word":
      return sql`plainto_tsquery('tocsin', ${term.word})`;
    case "prefix":
      return sql`to_tsquery('tocsin', ${`${term.word}:*`})`;
    case "phrase":
      return sql`phraseto_tsquery('tocsin', ${term.words.join(" ")})`;
  }
}
