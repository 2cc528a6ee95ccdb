import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

export type Dialect = "sqlite" | "postgres";

/** The dialect that this run of the store tests is for. */
export function testDialect(): Dialect {
  return process.env["TOCSIN_TEST_DIALECT"] === "postgres" ? "postgres" : "sqlite";
}

/** The address of a store that nobody has used: a new SQLite file, or a new database in the PostgreSQL of the tests. */
export async function freshStoreUrl(dialect: Dialect = testDialect()): Promise<string> {
  if (dialect === "postgres") return freshDatabase();
  const folder = await mkdtemp(join(process.env["TOCSIN_TEST_FOLDER"] ?? tmpdir(), "store-"));
  return join(folder, "tocsin.db");
}

/** The address of a store that is the same as one that nobody has open: much faster than making its tables anew. */
export async function copyOfStore(url: string): Promise<string> {
  if (url.startsWith("postgres:")) return freshDatabase(new URL(url).pathname.slice(1));
  const copy = await freshStoreUrl("sqlite");
  await copyFile(url, copy);
  return copy;
}

/** Removes a store when a test makes so many that the end of the run is too late. Close it first. */
export async function dropStore(url: string): Promise<void> {
  if (!url.startsWith("postgres:")) await rm(join(url, ".."), { recursive: true, force: true });
  else await onServer((client) => client.query(`drop database "${new URL(url).pathname.slice(1)}" with (force)`));
}

async function freshDatabase(template = "template1"): Promise<string> {
  const name = `tocsin_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer((client) => client.query(`create database ${name} template "${template}"`));
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env["TOCSIN_TEST_POSTGRES"];
  if (url === undefined) throw new Error("TOCSIN_TEST_POSTGRES is not set: run the tests with `npm test`");
  return url;
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
