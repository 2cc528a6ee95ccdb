import { resolve } from "node:path";
import type { Dialect, DialectOptions } from "./dialect.ts";

/** Opens the store that an address names: `postgres://…`, or else the path of a SQLite file. Loads the code of that store alone. */
export async function openDialect(url: string, options: DialectOptions = {}): Promise<Dialect> {
  if (/^postgres(ql)?:\/\//.test(url)) return (await import("./postgres/open.ts")).openPostgres(url, options);
  return (await import("./sqlite/open.ts")).openSqlite(resolve(url));
}
