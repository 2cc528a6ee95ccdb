import BetterSqlite from "better-sqlite3";
import pg from "pg";
import { expect, test } from "vitest";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { Telemetry } from "../../server/telemetry.ts";
import { freshStoreUrl, testDialect } from "../support/fresh-store.ts";
import { addMember } from "../support/start-app.ts";
import { ask, codeOf } from "../support/graphql-client.ts";

/** From now on no item can be written, as on a full disk. */
async function fillDisk(database: string): Promise<void> {
  if (testDialect() === "sqlite") {
    const file = new BetterSqlite(database);
    file.exec("create trigger full before insert on items begin select raise(abort, 'disk is full'); end");
    file.close();
    return;
  }
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'disk is full' using errcode = '53100'; end $$`);
  await client.query("create trigger full_disk before insert on items for each row execute function full_disk()");
  await client.end();
}

test("a database that fails during a write leaves no word of it in the log, nor in the answer", async () => {
  const log: string[] = [];
  const config = readConfig({ PORT: "0", TOCSIN_DATABASE: await freshStoreUrl(), TOCSIN_LOG_LEVEL: "trace" });
  const telemetry = new Telemetry(config, { logTo: { write: (line) => void log.push(line) } });
  await using app = await createApp(config, telemetry);
  const { token, accountId } = await addMember(app);
  await fillDisk(config.database);

  const secret = "What only one may know";
  const label = { tlp: "RED", audience: { accounts: [accountId] } };
  const advisory = {
    title: secret,
    summary: secret,
    body: secret,
    riskCategories: ["CYBER"],
    severity: "LOW",
    ...label,
  };
  const query = "mutation ($input: ItemInput!) { publish(input: $input) { cursor } }";
  const answer = await ask(app, query, { token, variables: { input: { advisory } } });

  expect(codeOf(answer)).toBe("UNAVAILABLE");
  expect(log.join("")).toMatch(/"fault":\{"name":"\w+".*"msg":"fault"/);
  expect(log.join("")).toMatch(testDialect() === "sqlite" ? /"code":"SQLITE_/ : /"code":"53100"/);
  for (const said of [log.join(""), JSON.stringify(answer)]) {
    expect(said).not.toContain(secret);
    expect(said).not.toContain(token);
    expect(said).not.toMatch(/disk is full|insert into/i);
  }
});
