import { bigint, boolean, customType, index, json, pgTable, primaryKey, uniqueIndex } from "drizzle-orm/pg-core";
import type { Words } from "../sqlite/columns.ts";

/** Text that sorts by code point, as SQLite's does, whatever the locale of the database. */
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const words = {
  table: pgTable,
  index,
  uniqueIndex,
  primaryKey,
  text: (name: string) => text(name),
  integer: (name: string) => bigint(name, { mode: "number" }),
  bool: (name: string) => boolean(name),
  json: (name: string) => json(name),
};

/** PostgreSQL's words for tables.ts. */
// The one border between the dialects: the builders have the same shape, and the values that they read and write the same types.
export const postgresWords = words as unknown as Words;
