import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { getTableColumns } from "drizzle-orm";
import { ForumError } from "../domain/errors.ts";
import type { Connection, Dialect } from "./dialect.ts";
import { beginStreamsAnew, readUsed } from "./federation/begin-anew.ts";
import { readHead, writeHead } from "./forum.ts";
import { insertRows } from "./insert-rows.ts";
import { itemOfRow, keyRowsOf } from "./item-rows.ts";
import { keysOf } from "./log/commit.ts";
import { openDialect } from "./open.ts";
import type { TableName, Tables } from "./tables.ts";

const format = "tocsin-backup";
const version = 1;
const rowsAtOnce = 1_000;

/** Made anew from the other tables when a backup is restored. */
const derived: ReadonlySet<string> = new Set<TableName>(["itemKeys", "logKeys"]);

/**
 * Writes the whole forum to a file: one JSON object a line, compressed, the same for both stores, so that it can be restored into
 * either. It holds one state of the forum, the secret that cursors are sealed with included: guard it like the database itself.
 * The file is complete or not there. Returns the number of rows.
 */
export async function backup(url: string, file: string): Promise<number> {
  const dialect = await openDialect(url, { patienceMs: null }); // a whole table takes its time
  const unfinished = `${file}.unfinished`;
  let rows = 0;
  try {
    await dialect.snapshot(async (on) => {
      const lines = async function* (): AsyncGenerator<string> {
        yield `${JSON.stringify({ format, version })}\n`;
        for await (const line of dump(on, dialect.tables)) {
          rows += 1;
          yield line;
        }
        yield `${JSON.stringify({ end: rows })}\n`;
      };
      await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    });
    await using handle = await open(unfinished, "r+");
    await handle.sync();
    await rename(unfinished, file);
    return rows;
  } finally {
    await rm(unfinished, { force: true });
    await dialect[Symbol.asyncDispose]();
  }
}

async function* dump(on: Connection, tables: Tables): AsyncGenerator<string> {
  for (const [table, definition] of Object.entries(tables)) {
    if (derived.has(table)) continue;
    // PostgreSQL cannot order by JSON; the other columns hold every key.
    const columns = Object.values(getTableColumns(definition)).filter(({ dataType }) => dataType !== "json");
    for (let offset = 0; ; offset += rowsAtOnce) {
      const rows = await on.db
        .select()
        .from(definition)
        .orderBy(...columns)
        .limit(rowsAtOnce)
        .offset(offset);
      for (const row of rows) yield `${JSON.stringify({ table, row })}\n`;
      if (rows.length < rowsAtOnce) break;
    }
  }
}

/**
 * Puts the forum back to the state of a backup, whichever store that came from, and begins a new epoch: cursors from before are
 * CURSOR_EXPIRED, and other forums are told everything anew. All of it is done or nothing. Returns the number of rows.
 */
export function restore(url: string, file: string, now: () => Date = () => new Date()): Promise<number> {
  return inNewEpoch(url, now, (transaction, dialect) => load(transaction, dialect, file));
}

/** Begins a new epoch without a backup: where the database was put back by other means. */
export async function beginAnew(url: string, now: () => Date = () => new Date()): Promise<void> {
  await inNewEpoch(url, now, () => Promise.resolve());
}

async function inNewEpoch<T>(
  url: string,
  now: () => Date,
  change: (transaction: Connection, dialect: Dialect) => Promise<T>,
): Promise<T> {
  const dialect = await openDialect(url, { patienceMs: null }); // a whole table takes its time
  const { tables } = dialect;
  try {
    const transaction = await dialect.begin();
    try {
      const [previous] = await transaction.db.select().from(tables.forum);
      const used = previous === undefined ? 0 : await readUsed(transaction, tables);
      const result = await change(transaction, dialect);
      const head = await readHead(transaction, tables);
      // By the clock too: the same backup restored twice must not begin the same epoch twice.
      const epoch = Math.max(head.epoch + 1, (previous?.epoch ?? 0) + 1, Math.floor(now().getTime() / 1_000));
      await writeHead(transaction, tables, { ...head, epoch });
      await beginStreamsAnew(transaction, tables, used);
      await dialect.announce(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  } finally {
    await dialect[Symbol.asyncDispose]();
  }
}

type Line = { format?: string; version?: number; table?: string; row?: Record<string, unknown>; end?: number };

async function load(on: Connection, dialect: Dialect, file: string): Promise<number> {
  const tables: Readonly<Record<string, Tables[TableName]>> = dialect.tables;
  for (const definition of Object.values(tables)) await on.db.delete(definition);
  await dialect.search.clear(on);
  let rows = 0;
  let begun = false;
  let complete = false;
  for await (const entry of linesOf(file)) {
    if (complete) throw notABackup();
    if (!begun) {
      if (entry.format !== format || entry.version !== version) throw notABackup();
      begun = true;
    } else if (entry.table !== undefined && entry.row !== undefined) {
      const definition = tables[entry.table];
      if (definition === undefined) throw notABackup();
      await on.db
        .insert(definition)
        .values(entry.row as never) // written by `dump` from this very table
        .catch((cause: unknown) => {
          throw notABackup(cause);
        });
      if (entry.table === "items") await deriveItem(on, dialect, entry.row as Tables["items"]["$inferSelect"]); // likewise
      if (entry.table === "log") await deriveEntry(on, dialect, entry.row as Tables["log"]["$inferSelect"]); // likewise
      rows += 1;
    } else if (entry.end === rows) complete = true;
    else throw notABackup();
  }
  if (!complete) throw notABackup();
  return rows;
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  await using handle = await open(file);
  const source = handle.createReadStream({ autoClose: false });
  const text = source.pipe(createGunzip());
  source.on("error", (error) => text.destroy(error));
  text.on("error", () => undefined); // thrown by the loop, unless that has ended before
  try {
    for await (const line of createInterface({ input: text })) yield parseLine(line);
  } catch (cause) {
    throw notABackup(cause);
  } finally {
    text.destroy();
    source.destroy();
  }
}

async function deriveItem(on: Connection, dialect: Dialect, row: Tables["items"]["$inferSelect"]): Promise<void> {
  const keys = keyRowsOf(itemOfRow(row), row.createdAt);
  await insertRows(on.db, dialect.tables.itemKeys, keys);
  const { title, summary, body } = row.content.envelope;
  await dialect.search.index(on, row.id, { title, summary, body: body ?? "" });
}

async function deriveEntry(on: Connection, { tables }: Dialect, row: Tables["log"]["$inferSelect"]): Promise<void> {
  const keys = keysOf(row.entry).map((key) => ({ key, position: row.position }));
  await insertRows(on.db, tables.logKeys, keys);
}

function parseLine(line: string): Line {
  const parsed: unknown = JSON.parse(line);
  return typeof parsed === "object" && parsed !== null ? parsed : {}; // each field is looked at before it is used
}

function notABackup(cause?: unknown): ForumError {
  if (cause instanceof ForumError) return cause;
  return new ForumError("BAD_USER_INPUT", "This file is not a complete backup of a forum; nothing was changed.", {
    field: "file",
    ...(cause === undefined ? {} : { cause }),
  });
}
