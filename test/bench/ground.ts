import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../support/postgres.ts";

export type StoreKind = "sqlite" | "postgres";

/** Where databases for measuring come from: on a real disk, with all flushes on. */
export type Ground = {
  readonly kind: StoreKind;
  /** The address of a database that nobody has used. */
  freshUrl(): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function openGround(kind: StoreKind, postgresUrl: string | undefined): Promise<Ground> {
  return kind === "sqlite" ? sqliteGround() : postgresGround(postgresUrl);
}

async function sqliteGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-bench-"));
  return {
    kind: "sqlite",
    freshUrl: async () => join(folder, crypto.randomUUID(), "tocsin.db"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgresGround(given: string | undefined): Promise<Ground> {
  await using started = new AsyncDisposableStack();
  const url = given ?? started.use(await startPostgres({ durable: true })).url;
  const made: string[] = [];
  const onServer = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  started.defer(async () => {
    for (const name of made) await onServer(`drop database if exists ${name} with (force)`);
  });
  const parts = started.move();
  return {
    kind: "postgres",
    async freshUrl() {
      const name = `tocsin_bench_${crypto.randomUUID().replaceAll("-", "")}`;
      await onServer(`create database ${name}`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
