import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Search } from "../dialect.ts";
import type { SearchTerm } from "../search-terms.ts";
import { searchableText } from "../search-terms.ts";

/** Full text search by tsvector: stemmed words in `document`, by a stemmer that knows no stop words; words as they are in `words`, for prefixes. */
export const search: Search = {
  async index(on, itemId, { title, summary, body }) {
    const vector = (configuration: string) => {
      const part = (text: string, weight: string) =>
        sql`setweight(to_tsvector(${configuration}::regconfig, ${searchableText(text)}), ${weight})`;
      return sql`${part(title, "A")} || ${part(summary, "B")} || ${part(body, "D")}`;
    };
    await on.rows(
      sql`INSERT INTO search (item_id, document, words) VALUES (${itemId}, ${vector("tocsin")}, ${vector("simple")})
          ON CONFLICT (item_id) DO UPDATE SET document = excluded.document, words = excluded.words`,
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
    const parts = (["document", "words"] as const).flatMap((name) => {
      const queries = terms.filter(({ type }) => (type === "prefix") === (name === "words")).map(toQuery);
      return queries.length === 0 ? [] : [{ vector: sql.identifier(name), query: sql.join(queries, sql` && `) }];
    });
    const rank = parts.map(({ vector, query }) => sql`ts_rank(s.${vector}, ${query})`);
    const where = parts.map(({ vector, query }) => sql`s.${vector} @@ (${query})`);
    return sql`SELECT s.item_id, floor(1000000 * (${sql.join(rank, sql` + `)}))::bigint AS rank
               FROM search s WHERE ${sql.join(where, sql` AND `)}`;
  },
};

function toQuery(term: SearchTerm): SQL {
  switch (term.type) {
    case "word":
      return sql`plainto_tsquery('tocsin', ${term.word})`;
    case "prefix":
      return sql`to_tsquery('simple', ${`${term.word}:*`})`;
    case "phrase":
      return sql`phraseto_tsquery('tocsin', ${term.words.join(" ")})`;
  }
}
