/**
 * The one way anything is written. Jobs wait in line; those that wait together are written in one transaction, each behind
 * its own savepoint, so that one refusal undoes one job, and one flush to disk answers many callers.
 *
 * 1. The write transaction begins by locking the forum's row: from here on no other process writes, and positions are
 *    handed out in commit order.
 * 2. Each job reads what it needs, refuses by throwing, or writes and appends its entries. The instants of the log never go back,
 *    though a clock does: readers of a period miss nothing that was written later.
 * 3. The new head is written, the transaction commits and is on disk.
 * 4. Only then do the callers get their answers, and the tail is woken where the log has grown.
 */
import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Entry, Logged, LogKey } from "../../domain/entries.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Connection, Dialect, WriteTransaction } from "../dialect.ts";
import type { Head } from "../forum.ts";
import { readHead, writeHead } from "../forum.ts";
import { insertRows } from "../insert-rows.ts";
import type { Tables } from "../tables.ts";

/** What a job works with while its transaction is open. Nothing but queries on it may be awaited. */
export type Tx = Connection & {
  /** The instant of this job, the same for all that it writes. */
  readonly at: string;
  /** The position of the newest entry. */
  head(): number;
  /** Appends an entry to the log and returns its position. */
  append(entry: Entry): Promise<number>;
};
export type Job<T> = (tx: Tx) => Promise<T>;

const maxJobsATransaction = 256;
const maxWaitingJobs = 20_000;

type Waiting = { readonly run: (tx: Tx) => Promise<() => void>; readonly fail: (error: unknown) => void };

export class Log {
  readonly #dialect: Dialect;
  readonly #now: () => Date;
  readonly #onGrowth: () => void;
  readonly #waiting: Waiting[] = [];
  #draining: Promise<void> | null = null;
  #closed = false;

  constructor(dialect: Dialect, now: () => Date, onGrowth: () => void) {
    this.#dialect = dialect;
    this.#now = now;
    this.#onGrowth = onGrowth;
  }

  /** Runs a job in a write transaction; resolves when what it wrote is on disk, rejects when none of it was written. */
  commit<T>(job: Job<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new ForumError("UNAVAILABLE", "The forum is closing; try again."));
    if (this.#waiting.length >= maxWaitingJobs) {
      return Promise.reject(new ForumError("UNAVAILABLE", "Too many writes are waiting; try again."));
    }
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.push({
      run: async (tx) => {
        const result = await job(tx);
        return () => resolve(result);
      },
      fail: reject,
    });
    this.#draining ??= this.#drain();
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await setImmediate(); // lets the requests that have come in meanwhile share the transaction, and its flush to disk
      const batch = this.#waiting.splice(0, maxJobsATransaction);
      try {
        const { answers, hasGrown } = await this.#write(batch);
        for (const answer of answers) answer();
        if (hasGrown) void setImmediate().then(this.#onGrowth); // the authors' answers are made before the followers are told
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.#draining = null;
  }

  async #write(batch: readonly Waiting[]): Promise<{ answers: (() => void)[]; hasGrown: boolean }> {
    const transaction = await this.#begin();
    const { tables } = this.#dialect;
    const answers: (() => void)[] = [];
    let hasGrown = false;
    try {
      const before = await readHead(transaction, tables);
      const tx = new OpenTx(transaction, this.#dialect, before.position, await instantAt(transaction, tables, before));
      for (const { run, fail } of batch) answers.push(await this.#attempt(tx, transaction, run, fail));
      hasGrown = tx.head() > before.position;
      if (hasGrown) {
        const head: Head = { epoch: before.epoch, position: tx.head() };
        await writeHead(transaction, tables, head);
        await this.#dialect.announce(transaction);
      }
    } catch (error) {
      await transaction.rollback().catch((cause: unknown) => {
        throw unavailable(cause); // the connection is gone, and the transaction with it
      });
      throw error;
    }
    await transaction.commit();
    return { answers, hasGrown };
  }

  async #begin(): Promise<WriteTransaction> {
    try {
      const transaction = await this.#dialect.begin();
      try {
        // The update locks the row in either dialect before the head is read.
        await transaction.db.update(this.#dialect.tables.forum).set({ id: 1 });
        return transaction;
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  async #attempt(
    tx: OpenTx,
    transaction: WriteTransaction,
    run: Waiting["run"],
    fail: Waiting["fail"],
  ): Promise<() => void> {
    const head = tx.head();
    tx.at = this.#now().toISOString();
    await transaction.savepoint();
    try {
      const answer = await run(tx);
      await transaction.releaseSavepoint();
      return answer;
    } catch (error) {
      await transaction.rollbackToSavepoint();
      tx.rewind(head);
      return () => fail(error);
    }
  }
}

function unavailable(cause: unknown): ForumError {
  return new ForumError("UNAVAILABLE", "The database cannot be written to now; nothing was written. Try again.", {
    cause,
  });
}

class OpenTx implements Tx {
  readonly db: Connection["db"];
  readonly rows: Connection["rows"];
  readonly rowsOf: Connection["rowsOf"];
  at = "";
  readonly #dialect: Dialect;
  #position: number;
  #newest: string;

  constructor(connection: Connection, dialect: Dialect, position: number, newest: string) {
    this.db = connection.db;
    this.rows = connection.rows;
    this.rowsOf = connection.rowsOf;
    this.#dialect = dialect;
    this.#position = position;
    this.#newest = newest;
  }

  head(): number {
    return this.#position;
  }

  rewind(position: number): void {
    this.#position = position;
  }

  async append(entry: Entry): Promise<number> {
    const { log, logKeys } = this.#dialect.tables;
    this.#position += 1;
    if (this.at > this.#newest) this.#newest = this.at;
    const logged: Logged = { position: this.#position, at: this.#newest, entry };
    await this.db.insert(log).values(logged);
    const keys = keysOf(entry).map((key) => ({ key, position: logged.position }));
    await insertRows(this.db, logKeys, keys);
    return logged.position;
  }
}

/** The instant of the newest entry; before there is any, the earliest of all. */
async function instantAt(on: Connection, { log }: Tables, { position }: Head): Promise<string> {
  const [row] = await on.db.select({ at: log.at }).from(log).where(eq(log.position, position));
  return row?.at ?? "";
}

/** The keys that an entry is filed under. */
export function keysOf(entry: Entry): LogKey[] {
  switch (entry.type) {
    case "item":
      return [...new Set<LogKey>([...entry.before, ...entry.after]), itemKey(entry.itemId)];
    case "activity":
      return [...new Set([...entry.before, ...(entry.to ?? entry.after)])];
    case "rights":
    case "envelope":
      return [entry.key];
    case "access":
    case "quiet":
      return [];
  }
}

/** Under which all entries of an item are found. */
export function itemKey(itemId: string): LogKey {
  return `item:${itemId}`;
}
