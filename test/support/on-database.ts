import BetterSqlite from "better-sqlite3";
import { Client } from "pg";

/** Does something to a store's database behind the back of its forum, as an accident would. */
export async function onDatabase(url: string, statement: string): Promise<void> {
  if (!url.startsWith("postgres:")) {
    new BetterSqlite(url).exec(statement).close();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
