import { resolve } from "node:path";
import type { Dialect } from "./dialect.ts";
import { openPostgres } from "./postgres/open.ts";
import { openSqlite } from "./sqlite/open.ts";

/** Opens the store that an address names: `postgres://…`, or else the path of a SQLite file. */
export async function openDialect(url: string): Promise<Dialect> {
  return /^postgres(ql)?:\/\//.test(url) ? openPostgres(url) : openSqlite(resolve(url));
}
