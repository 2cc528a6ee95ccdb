import { join } from "node:path";
import type { SQL } from "drizzle-orm";
import { fillPlaceholders, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Connection, Db, Dialect, DialectOptions, WriteTransaction } from "../dialect.ts";
import { keptFor } from "../kept-for.ts";
import { search } from "./search.ts";
import { tables } from "./tables.ts";
import { openWake, wakeChannel } from "./wake.ts";

const migrationsFolder = join(import.meta.dirname, "migrations");
const poolSize = 10;
/** How long a writer waits for another node to finish its transaction. */
const lockTimeoutMs = 5_000;
/** How long a statement may take, unless it is said otherwise: longer than a writer waits for another. */
const defaultPatienceMs = 10_000;
const bigint = 20; // the oid of the type
// An arbitrary number that all nodes of a forum agree on while one of them brings the tables up to date.
const migrationLock = 7_462_001;

/** Opens a PostgreSQL database (15 or newer) and brings its tables up to date. */
export async function openPostgres(
  url: string,
  { patienceMs = defaultPatienceMs }: DialectOptions = {},
): Promise<Dialect> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(bigint, Number); // counts and positions arrive as numbers; none of them comes near 2^53
  const reaching = { connectionString: url, keepAlive: true, connectionTimeoutMillis: patienceMs ?? 0 };
  const answering = patienceMs === null ? {} : { query_timeout: patienceMs };
  const pool = new pg.Pool({ ...reaching, ...answering, max: poolSize, types });
  pool.on("error", () => undefined); // an idle connection that ends is replaced by the next query
  pool.on("connect", (client) => client.on("error", () => undefined)); // and one in use fails its query, not the process
  try {
    await migrateOnce(new pg.Client(reaching));
    const reader = over(pool);
    const wake = await openWake({ ...reaching, ...answering });
    return {
      tables,
      reader,
      search,
      listOf: (texts) => sql`(SELECT json_array_elements_text(${JSON.stringify(texts)}::json))`,
      wake,
      begin: () => begin(pool),
      async announce(on) {
        await on.rows(sql`SELECT pg_notify(${wakeChannel}, '')`);
      },
      async snapshot(read) {
        const client = await pool.connect();
        try {
          await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
          return await read(over(client));
        } finally {
          await client.query("ROLLBACK");
          client.release();
        }
      },
      async [Symbol.asyncDispose]() {
        await wake[Symbol.asyncDispose]();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function begin(pool: pg.Pool): Promise<WriteTransaction> {
  const client = await pool.connect();
  const run = async (statement: string): Promise<void> => void (await client.query(statement));
  const finish = async (statement: string): Promise<void> => {
    try {
      await client.query(statement);
      client.release();
    } catch (error) {
      client.release(true); // the connection's state is unknown: the pool must not hand it out again
      throw error;
    }
  };
  await run(`BEGIN; SET LOCAL lock_timeout = ${lockTimeoutMs}`).catch((error: unknown) => {
    client.release(true);
    throw error;
  });
  return {
    ...over(client),
    savepoint: () => run("SAVEPOINT command"),
    releaseSavepoint: () => run("RELEASE SAVEPOINT command"),
    rollbackToSavepoint: () => run("ROLLBACK TO SAVEPOINT command; RELEASE SAVEPOINT command"),
    commit: () => finish("SET LOCAL synchronous_commit = on; COMMIT"),
    rollback: () => finish("ROLLBACK"),
  };
}

function over(client: pg.Pool | pg.PoolClient): Connection {
  const dialect = new PgDialect();
  const texts = keptFor((query: SQL) => dialect.sqlToQuery(query));
  return {
    // The tables are SQLite's words at the border of columns.ts, and so are the builders.
    db: drizzle(client) as unknown as Db,
    rows: async <T>(query: SQL): Promise<T[]> => {
      const { sql: text, params } = dialect.sqlToQuery(query);
      const result = await client.query(text, params);
      return result.rows as T[]; // the caller names the columns of its own query
    },
    rowsOf: async <T>(query: SQL, values: Readonly<Record<string, unknown>>): Promise<T[]> => {
      const { sql: text, params } = texts(query);
      const result = await client.query(text, fillPlaceholders(params, { ...values }));
      return result.rows as T[]; // likewise
    },
  };
}

/** On a connection of its own, which may wait as long as another node's migration takes, and ends with its lock. */
async function migrateOnce(client: pg.Client): Promise<void> {
  client.on("error", () => undefined); // it fails its query, not the process
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}
