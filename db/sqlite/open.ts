import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { fillPlaceholders, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Connection, Dialect, WriteTransaction } from "../dialect.ts";
import { keptFor } from "../kept-for.ts";
import { search } from "./search.ts";
import { keepStatements } from "./statements.ts";
import { tables } from "./tables.ts";
import { Turns } from "./turns.ts";
import { openWake } from "./wake.ts";

const migrationsFolder = join(import.meta.dirname, "migrations");

/** How long a writer waits for another process to finish its transaction. */
const busyTimeoutMs = 5_000;
const busyRetryMs = 5;

/** What a connection keeps of the file at most; the one that readers share reads all of it. */
const cacheKib = 65_536;
const readerCacheKib = 262_144;

/** Opens a SQLite file, makes it where it is missing, and brings its tables up to date. */
export function openSqlite(file: string): Dialect {
  makeFolder(dirname(file));
  const writerClient = connect(file);
  let readerClient: Database.Database;
  try {
    migrateOnce(writerClient);
    writerClient.pragma("busy_timeout = 0"); // `begin` waits in its own way
    readerClient = connect(file, readerCacheKib);
  } catch (error) {
    writerClient.close();
    throw error;
  }
  const turns = new Turns();
  const reader = over(readerClient, (statement) => turns.take(statement));
  const writer = over(writerClient);
  const wake = openWake(file);
  const control = keepStatements(writerClient);
  const run = async (statement: string): Promise<void> => void control(statement).run();

  return {
    tables,
    reader,
    search,
    listOf: (texts) => sql`(SELECT value FROM json_each(${JSON.stringify(texts)}))`,
    wake,
    async begin(): Promise<WriteTransaction> {
      await beginImmediate(writerClient);
      return {
        ...writer,
        savepoint: () => run("SAVEPOINT command"),
        releaseSavepoint: () => run("RELEASE command"),
        async rollbackToSavepoint() {
          await run("ROLLBACK TO command");
          await run("RELEASE command");
        },
        async commit() {
          try {
            writerClient.exec("COMMIT");
          } catch (error) {
            if (writerClient.inTransaction) writerClient.exec("ROLLBACK"); // a full disk leaves it open
            throw error;
          }
        },
        rollback: () => run("ROLLBACK"),
      };
    },
    async announce() {
      // the other processes see the file's data_version change
    },
    async snapshot(read) {
      const client = connect(file);
      try {
        client.exec("BEGIN");
        return await read(over(client));
      } finally {
        client.close();
      }
    },
    async [Symbol.asyncDispose]() {
      await wake[Symbol.asyncDispose]();
      readerClient.close();
      writerClient.close();
    },
  };
}

/** Node's own way of making a folder with those above it never ends where the system has none of them made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was faster
  }
}

/** As drizzle's own migrator does it, but with the lock taken before it is looked what is missing: others may do the same now. */
function migrateOnce(client: Database.Database): void {
  const migrations = readMigrationFiles({ migrationsFolder });
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  client.exec(
    "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)",
  );
  const done = client.prepare<[], number | null>("SELECT max(created_at) FROM __drizzle_migrations").pluck();
  if ((done.get() ?? 0) >= newest) return;
  client
    .transaction(() => {
      const last = done.get() ?? 0;
      const note = client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
      for (const { sql, folderMillis, hash } of migrations) {
        if (folderMillis <= last) continue;
        for (const statement of sql) client.exec(statement);
        note.run(hash, folderMillis);
      }
    })
    .immediate();
}

/** Waits for another process's transaction without holding up everything else here, as SQLite's own waiting would. */
async function beginImmediate(client: Database.Database): Promise<void> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      client.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!busy || performance.now() > giveUpAt) throw error;
    }
    await setTimeout(busyRetryMs);
  }
}

function connect(file: string, keptKib = cacheKib): Database.Database {
  const client = new Database(file, { timeout: busyTimeoutMs });
  client.pragma("journal_mode = WAL");
  // WAL runs NORMAL unless this is said on every connection, and NORMAL loses acknowledged writes when the power goes.
  client.pragma("synchronous = FULL");
  client.pragma(`cache_size = -${keptKib}`);
  client.pragma("mmap_size = 0"); // what is mapped is mapped anew after each commit of another connection, page by page
  return client;
}

type Answer = <T>(statement: () => T) => T | Promise<T>;

/** `answer` says when a statement may run. @default at once, as within a transaction */
function over(client: Database.Database, answer: Answer = (statement) => statement()): Connection {
  const dialect = new SQLiteSyncDialect();
  const prepare = keepStatements(client);
  // drizzle compiles anew for each query, through the connection's own method
  client.prepare = keepStatements(client) as typeof client.prepare; // its overloads tell apart types of parameters alone
  const db = drizzle(client);
  const texts = keptFor((query: SQL) => dialect.sqlToQuery(query));
  // drizzle's `all` refuses statements that return nothing, `run` those that do
  const ask = <T>(text: string, params: readonly unknown[]): T[] => {
    const statement = prepare(text);
    if (statement.reader) return statement.all(...params) as T[]; // the caller names the columns of its own query
    statement.run(...params);
    return [];
  };
  return {
    db,
    rows: async <T>(query: SQL): Promise<T[]> =>
      answer(() => {
        const { sql: text, params } = dialect.sqlToQuery(query);
        return ask(text, params);
      }),
    rowsOf: async <T>(query: SQL, values: Readonly<Record<string, unknown>>): Promise<T[]> =>
      answer(() => {
        const { sql: text, params } = texts(query);
        return ask(text, fillPlaceholders(params, { ...values }));
      }),
  };
}
