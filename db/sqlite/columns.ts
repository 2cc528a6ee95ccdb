import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The words that tables.ts is written in. SQLite's own builders give them their types; db/postgres/columns.ts makes the
 * same words for PostgreSQL, with the same types at the border.
 */
export const sqliteWords = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: "boolean" }),
  json: (name: string) => text(name, { mode: "json" }),
};
export type Words = typeof sqliteWords;
export type Column = AnySQLiteColumn;
