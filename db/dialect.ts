/** What the two stores share. What truly differs sits in sqlite/ and postgres/, in files of the same names. */
import type { SQL } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { SearchTerm } from "./search-terms.ts";
import type { Tables } from "./tables.ts";

/** Drizzle's query builders, typed as SQLite's for both; every query is awaited, which either dialect answers. */
export type Db = Pick<BetterSQLite3Database, "select" | "selectDistinct" | "insert" | "update" | "delete">;

/** Something that queries run on. */
export type Connection = {
  readonly db: Db;
  /** Runs a query that the builders cannot say. Rows have the column names of the query. */
  readonly rows: <T>(query: SQL) => Promise<T[]>;
  /** The same for a query that is made once and asked often: it is turned into text once, and `values` are what its placeholders stand for. */
  readonly rowsOf: <T>(query: SQL, values: Readonly<Record<string, unknown>>) => Promise<T[]>;
};

/** The one open write transaction of this process. */
export type WriteTransaction = Connection & {
  savepoint(): Promise<void>;
  releaseSavepoint(): Promise<void>;
  rollbackToSavepoint(): Promise<void>;
  /** Returns when the changes survive a power cut. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
};

/** Full text search: what is indexed, and what of it matches. */
export type Search = {
  index(on: Connection, itemId: string, text: { title: string; summary: string; body: string }): Promise<void>;
  remove(on: Connection, itemId: string): Promise<void>;
  /** Forgets everything that is indexed. */
  clear(on: Connection): Promise<void>;
  /**
   * A query of the columns `item_id` and `rank` (a whole number, greater is better). The rank is made from the one text
   * alone: a rank that knew other texts, as bm25 does, would tell of items that the viewer may not see.
   */
  matches(terms: readonly SearchTerm[]): SQL;
};

/** Says "look again" when the log may have grown, here or in another process. It may say so too often, never too seldom. */
export type Wake = {
  onWake(listener: () => void): () => void;
  [Symbol.asyncDispose](): Promise<void>;
};

export type DialectOptions = {
  /**
   * How long the database may take to answer, where it is reached over a network: a connection that stands and carries nothing would
   * else be waited on in silence. null waits for ever. @default 10_000
   */
  readonly patienceMs?: number | null;
};

export type Dialect = {
  readonly tables: Tables;
  readonly reader: Connection;
  readonly search: Search;
  /** A subquery of these texts: one statement for lists of any length. */
  listOf(texts: readonly string[]): SQL;
  readonly wake: Wake;
  /** Opens the write transaction; waits as long as another process has it. */
  begin(): Promise<WriteTransaction>;
  /** Tells the other processes that something was committed, where they would not see it by themselves. */
  announce(on: Connection): Promise<void>;
  /** Runs `read` on one unchanging state of the database. */
  snapshot<T>(read: (on: Connection) => Promise<T>): Promise<T>;
  [Symbol.asyncDispose](): Promise<void>;
};
