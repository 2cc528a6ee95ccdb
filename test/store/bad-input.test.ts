/** What cannot be taken is refused with a clear word, and changes nothing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../server/app.ts";
import { closeCodes } from "../../server/closing.ts";
import { ConfigError, describeSettings, readConfig } from "../../server/config.ts";
import { freshStoreUrl } from "../support/fresh-store.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { ask, bearer, codeOf, post, publishAdvisory } from "../support/graphql-client.ts";

let app: App;
let member: TestMember;
beforeAll(async () => {
  app = await startApp();
  member = await addMember(app);
  await publishAdvisory(app, member.token);
});
afterAll(() => app[Symbol.asyncDispose]());

const total = async () =>
  (await ask(app, "{ items { totalCount } feedCursor }", { token: member.token })).data?.["items"];
const megabytes = (count: number) => "x".repeat(count * 1_048_576);

describe("a request that is no operation", () => {
  const cases = [
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["null", "null", 400],
    ["a number", "1", 400],
    ["a batch", '[{"query":"{ __typename }"}]', 400],
    ["no query", "{}", 400],
    ["a query that is no text", '{"query":{}}', 400],
    ["variables that are a list", '{"query":"{ __typename }","variables":[]}', 400],
    ["variables that are text", '{"query":"{ __typename }","variables":"{}"}', 400],
  ] as const;
  test.each(cases)("%s is %s", async (_, body, status) => {
    for (const accept of ["application/json", "application/graphql-response+json", "text/event-stream"]) {
      const response = await post(app, body, { accept });
      expect(response.status).toBe(status);
      expect(codeOf(await response.json())).toBe("BAD_USER_INPUT");
    }
  });

  const types = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ];
  test.each(types)("Content-Type: %s is 415", async (type) => {
    const response = await post(app, '{"query":"{ __typename }"}', { "content-type": type });
    expect(response.status).toBe(415);
    expect(codeOf(await response.json())).toBe("BAD_USER_INPUT");
  });

  test("a name that leads into the prototype is a name like any other", async () => {
    const body = '{"query":"query ($__proto__: Int) { __typename }","variables":{"__proto__":1,"constructor":{}}}';
    expect((await post(app, body)).status).toBe(400);
    expect((await post(app, '{"query":"{ __proto__ }","__proto__":{}}')).status).toBe(400);
  });
});

describe("a body of 20 MB", () => {
  test("is refused with 413 for its length alone", async () => {
    const response = await post(
      app,
      JSON.stringify({ query: `{ __typename } # ${megabytes(20)}` }),
      bearer(member.token),
    );
    expect(response.status).toBe(413);
    expect(codeOf(await response.json())).toBe("LIMIT_EXCEEDED");
  });

  test("is refused on the way when its length is not told, and is not kept", async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let sent = 0;
    const chunk = Buffer.alloc(65_536, 120);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        sent += chunk.length;
        if (sent > 20 * 1_048_576) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const upload = { method: "POST", body, headers: { "content-type": "application/json" }, duplex: "half" } as const;
    const response = await fetch(`${app.url}/graphql`, upload);
    expect(response.status).toBe(413);
    expect(codeOf(await response.json())).toBe("LIMIT_EXCEEDED");
    expect(most).toBeLessThan(12 * 1_048_576);
  });

  test("of a length that is a lie ends the connection, not the server", async () => {
    const socket = connect(app.port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}");
    const [answer] = await once(socket.setEncoding("utf8"), "data");
    expect(answer).toContain(" 400 ");
    socket.destroy();
    expect((await ask(app, "{ __typename }")).status).toBe(200);
  });
});

describe("an input that breaks a rule changes nothing, and names the field", () => {
  const advisory = { title: "T", summary: "S", tlp: "CLEAR", riskCategories: ["CYBER"], severity: "LOW" };
  const other = "org_00000000000000000000000000";
  const cases: readonly (readonly [string, object, string])[] = [
    ["RED without persons", { tlp: "RED" }, "input.advisory.audience"],
    ["CLEAR with an audience", { audience: { organizations: [other] } }, "input.advisory.audience"],
    ["AMBER for nobody", { tlp: "AMBER" }, "input.advisory.audience"],
    ["an organisation that is none", { tlp: "AMBER", audience: { organizations: [other] } }, "input.advisory.audience"],
    ["an over-long title", { title: "x".repeat(301) }, "input.advisory.title"],
    ["NUL in a text", { summary: "a\u0000b" }, "input.advisory.summary"],
    ["no risk category", { riskCategories: [] }, "input.advisory.riskCategories"],
  ];
  test.each(cases)("%s", async (_, change, field) => {
    const before = await total();
    const answer = await ask(app, "mutation ($input: ItemInput!) { publish(input: $input) { cursor } }", {
      token: member.token,
      variables: { input: { advisory: { ...advisory, ...change } } },
    });
    expect(codeOf(answer)).toBe("BAD_USER_INPUT");
    expect(answer.errors?.[0]?.extensions.field).toBe(field);
    expect(await total()).toEqual(before);
  });

  test("a word that is not of the list is bad input, with its code", async () => {
    const answer = await ask(app, "mutation ($input: ItemInput!) { publish(input: $input) { cursor } }", {
      token: member.token,
      variables: { input: { advisory: { ...advisory, tlp: "WHITE" } } },
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_USER_INPUT"]);
    expect(answer.errors?.[0]?.extensions.field).toBe("input.advisory.tlp");
  });

  test("what the document itself gives is named alike", async () => {
    const query = '{ items(filter: { publishedAfter: "2026" }) { totalCount } }';
    const { status, errors } = await ask(app, query);
    expect([status, errors?.[0]?.extensions]).toEqual([
      400,
      { code: "BAD_USER_INPUT", field: "filter.publishedAfter" },
    ]);
  });

  test("an instant that is none is bad input, with its code", async () => {
    const query = "query ($at: DateTime) { items(filter: { publishedAfter: $at }) { totalCount } }";
    const answer = await ask(app, query, { variables: { at: "yesterday" } });
    expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_USER_INPUT"]);
  });

  test("a cursor of another forum is CURSOR_INVALID", async () => {
    await using elsewhere = await startApp();
    const { data } = await ask(elsewhere, "{ feedCursor }");
    const answer = await ask(app, "query ($after: String) { feed(after: $after) { endCursor } }", {
      variables: { after: data?.["feedCursor"] },
    });
    expect(codeOf(answer)).toBe("CURSOR_INVALID");
  });
});

describe("settings", () => {
  test("have defaults that work", () => {
    const config = readConfig({});
    expect([config.port, config.host, config.database]).toEqual([4_000, "127.0.0.1", "./data/tocsin.db"]);
    expect([config.maxDepth, config.maxTokens, config.maxAliases, config.maxDirectives]).toEqual([12, 2_000, 30, 10]);
    expect([config.maxCost, config.maxIds, config.maxMessageBytes]).toEqual([5_000, 100, 1_048_576]);
    expect([config.maxSubscriptionsPerSocket, config.maxSocketsPerToken, config.operationsPerMinute]).toEqual([
      100, 20, 600,
    ]);
  });

  test("empty ones count as not set, those of the command line are left alone", () => {
    expect(readConfig({ PORT: "", TOCSIN_URL: "http://x", TOCSIN_TOKEN: "y" }).port).toBe(4_000);
  });

  test("name a database by its path, or by its address", () => {
    for (const given of ["x.db", "./a:b.db", "/srv/tocsin.db", "C:\\forum.db", "postgres://h/d", "postgresql://h/d"]) {
      expect(readConfig({ TOCSIN_DATABASE: given }).database).toBe(given);
    }
  });

  const bad = [
    [{ PORT: "http" }, "Set PORT to a whole number from 0 to 65535."],
    [{ PORT: "65536" }, "Set PORT to a whole number from 0 to 65535."],
    [{ TOCSIN_MAX_DEPTH: "0" }, "Set TOCSIN_MAX_DEPTH to a whole number from 1."],
    [{ TOCSIN_MAX_DEPTH: "1e3" }, "Set TOCSIN_MAX_DEPTH to a whole number from 1."],
    [{ TOCSIN_ORIGIN: "forum.example" }, "Set TOCSIN_ORIGIN to scheme, host and port alone"],
    [{ TOCSIN_ORIGIN: "https://forum.example/path" }, "Set TOCSIN_ORIGIN to scheme, host and port alone"],
    [{ TOCSIN_ALLOWED_ORIGINS: "https://a.example,*" }, "Set TOCSIN_ALLOWED_ORIGINS to scheme"],
    [{ TOCSIN_LOG_LEVEL: "loud" }, "Set TOCSIN_LOG_LEVEL to one of trace, debug"],
    [{ TOCSIN_DATABASE: "mysql://x" }, "Set TOCSIN_DATABASE to a path, or to an address that begins with postgres://"],
    [{ TOCSIN_DATABASE: "sqlite:x.db" }, "Set TOCSIN_DATABASE to a path"],
    [{ TOCSIN_DATABASE: "POSTGRES://x" }, "Set TOCSIN_DATABASE to a path"],
    [{ TOCSIN_DATABSE: "x" }, "There is no setting TOCSIN_DATABSE"],
  ] as const;
  test.each(bad)("%o", (environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  test("are all named in the manual, and so are the codes that a websocket is closed with", async () => {
    const manual = await readFile(join(import.meta.dirname, "../../server/README.md"), "utf8");
    const names = describeSettings().map((line) => line.split(" ")[0]);
    for (const name of names) expect(manual).toContain(`\`${name}\``);
    for (const { code } of Object.values(closeCodes)) expect(manual).toContain(`| ${code} |`);
  });

  test("every fault is told at once, and a secret is not repeated", () => {
    const environment = { PORT: "x", TOCSIN_MAX_COST: "y", TOCSIN_METRICS_TOKEN: "short-secret" };
    expect(() => readConfig(environment)).toThrow(/PORT[^]*TOCSIN_METRICS_TOKEN[^]*TOCSIN_MAX_COST/);
    expect(() => readConfig(environment)).not.toThrow(/short-secret/);
  });
});

describe("the process", () => {
  const start = (environment: Record<string, string>) => {
    const main = join(import.meta.dirname, "../../server/main.ts");
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env["PATH"] ?? "", TOCSIN_LOG_LEVEL: "silent", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.setEncoding("utf8");
    child.stderr.setEncoding("utf8");
    return child;
  };

  test("does not start with an unknown setting, and says what to set", async () => {
    const child = start({ TOCSIN_DATABSE: "x.db" });
    const said: string[] = await child.stderr.toArray();
    expect(said.join("")).toMatch(/^There is no setting TOCSIN_DATABSE: remove it, or set one of .*TOCSIN_DATABASE/);
    expect(said.join("")).not.toContain("    at ");
    expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(1);
  });

  test("says in one sentence that its port is taken", async () => {
    const child = start({ PORT: String(app.port), TOCSIN_DATABASE: await freshStoreUrl() });
    const said: string[] = await child.stderr.toArray();
    expect(said.join("")).toBe("Another program listens on this port: set PORT to a free one.\n");
  });

  test("says in one sentence that its database cannot be used", async () => {
    const child = start({ PORT: "0", TOCSIN_DATABASE: "postgres://nobody@127.0.0.1:1/nothing" });
    const said: string[] = await child.stderr.toArray();
    expect(said.join("")).toBe(
      "The PostgreSQL database cannot be used: nothing listens there. TOCSIN_DATABASE says which one it is.\n",
    );
    expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(1);
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "prints one line when it accepts connections, and %s drains it",
    async (signal) => {
      const child = start({ PORT: "0", TOCSIN_DATABASE: await freshStoreUrl() });
      const [line] = await once(child.stdout, "data");
      expect(line).toMatch(/^Tocsin listens on http:\/\/127\.0\.0\.1:\d+\n$/);
      const url = String(line).trim().split(" ").at(-1) ?? "";
      expect((await ask({ url }, "{ __typename }")).data).toEqual({ __typename: "Query" });
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([0, null]);
      await expect(fetch(url)).rejects.toThrow("fetch failed");
    },
  );
});
