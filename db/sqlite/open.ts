import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Connection, Dialect, WriteTransaction } from "../dialect.ts";
import { search } from "./search.ts";
import { tables } from "./tables.ts";
import { openWake } from "./wake.ts";

const migrationsFolder = join(import.meta.dirname, "migrations");

/** How long a writer waits for another process to finish its transaction. */
const busyTimeoutMs = 5_000;

/** How many statements a connection keeps ready. */
const maxPrepared = 300;

/** Opens a SQLite file, makes it where it is missing, and brings its tables up to date. */
export function openSqlite(file: string): Dialect {
  mkdirSync(dirname(file), { recursive: true });
  const writerClient = connect(file);
  let readerClient: Database.Database;
  try {
    migrate(drizzle(writerClient), { migrationsFolder });
    readerClient = connect(file);
  } catch (error) {
    writerClient.close();
    throw error;
  }
  const reader = over(readerClient);
  const writer = over(writerClient);
  const wake = openWake(file);
  const run = async (statement: string): Promise<void> => void writerClient.exec(statement);

  return {
    tables,
    reader,
    search,
    wake,
    async begin(): Promise<WriteTransaction> {
      writerClient.exec("BEGIN IMMEDIATE");
      return {
        ...writer,
        savepoint: () => run("SAVEPOINT command"),
        releaseSavepoint: () => run("RELEASE command"),
        rollbackToSavepoint: () => run("ROLLBACK TO command; RELEASE command"),
        commit: () => run("COMMIT"),
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

function connect(file: string): Database.Database {
  const client = new Database(file, { timeout: busyTimeoutMs });
  client.pragma("journal_mode = WAL");
  // WAL runs NORMAL unless this is said on every connection, and NORMAL loses acknowledged writes when the power goes.
  client.pragma("synchronous = FULL");
  client.pragma("cache_size = -65536"); // KiB
  client.pragma("mmap_size = 268435456");
  return client;
}

function over(client: Database.Database): Connection {
  const db = drizzle(client);
  const dialect = new SQLiteSyncDialect();
  const prepared = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const statement = prepared.get(text) ?? client.prepare(text);
    prepared.delete(text); // the newest stands last
    prepared.set(text, statement);
    for (const oldest of prepared.keys()) {
      if (prepared.size <= maxPrepared) break;
      prepared.delete(oldest);
    }
    return statement;
  };
  return {
    db,
    // drizzle's `all` refuses statements that return nothing, `run` those that do
    rows: async <T>(query: SQL): Promise<T[]> => {
      const { sql, params } = dialect.sqlToQuery(query);
      const statement = prepare(sql);
      if (statement.reader) return statement.all(...params) as T[]; // the caller names the columns of its own query
      statement.run(...params);
      return [];
    },
  };
}
