import { resolve } from "node:path";
import { ForumError } from "../domain/errors.ts";
import type { Dialect, DialectOptions } from "./dialect.ts";

/**
 * Opens the store that an address names: `postgres://…`, or else the path of a SQLite file. Loads the code of that store alone.
 * Where the system or the database refuses, that is UNAVAILABLE, with a sentence for whoever set the address.
 */
export async function openDialect(url: string, options: DialectOptions = {}): Promise<Dialect> {
  const isPostgres = /^postgres(ql)?:\/\//.test(url);
  try {
    if (isPostgres) return await (await import("./postgres/open.ts")).openPostgres(url, options);
    return (await import("./sqlite/open.ts")).openSqlite(resolve(url));
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && typeof cause.code === "string")) throw cause; // our own fault
    const what = isPostgres ? "The PostgreSQL database" : `The database ${url}`; // an address may hold a password
    const why = reasons[cause.code] ?? cause.message;
    throw new ForumError("UNAVAILABLE", `${what} cannot be used: ${why}. TOCSIN_DATABASE says which one it is.`, {
      cause,
    });
  }
}

const noFile = "no file can be made or opened there";

/** What the codes of the system and of SQLite mean for whoever set the address. PostgreSQL has sentences of its own. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "it ended the connection",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its host cannot be looked up now",
  ETIMEDOUT: "it does not answer",
  ERR_INVALID_URL: "the address is none",
  EACCES: noFile,
  EPERM: noFile,
  EROFS: noFile,
  ENOENT: noFile,
  ENOTDIR: noFile,
  SQLITE_CANTOPEN: noFile,
  SQLITE_READONLY: "it may not be written",
  SQLITE_NOTADB: "it is a file of another kind",
};
