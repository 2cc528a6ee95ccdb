import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SourceFields, SourceInput } from "../../clients/sdk/index.ts";
import { createClient } from "../../clients/sdk/index.ts";
import type { App } from "../../server/app.ts";
import { ask } from "../support/graphql-client.ts";
import { emptyReport } from "../../domain/sources.ts";
import type { Person } from "../support/small-forum.ts";
import { addPerson, advisory, operator, refusalOf, SmallForum } from "../support/small-forum.ts";
import { startApp } from "../support/start-app.ts";
import { runTocsin, temporaryFolder } from "./client-world.ts";

let app: App;
const servers: Server[] = [];
beforeAll(async () => {
  app = await startApp({ TOCSIN_OUTGOING_ALLOWED: "127.0.0.1", TOCSIN_SOURCE_INTERVAL_MS: "1000" });
});
afterAll(() => app[Symbol.asyncDispose]());
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Somebody else's server. Gives its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

const clientOf = ({ token }: Person) => createClient({ url: app.url, token });

/** A source, once it is in the state that is waited for. */
async function sourceOf(who: Person, id: string, is: (source: SourceFields) => boolean): Promise<SourceFields> {
  let found: SourceFields | undefined;
  const look = async (): Promise<boolean> => {
    found = (await clientOf(who).sources()).find((source) => source.id === id && is(source));
    return found !== undefined;
  };
  await expect.poll(look, { timeout: 20_000, interval: 50 }).toBe(true);
  if (found === undefined) throw new Error("it was there a moment ago");
  return found;
}
const add = (who: Person, input: Partial<SourceInput> & Pick<SourceInput, "kind" | "url">): Promise<SourceFields> =>
  clientOf(who).addSource({ name: "Theirs", tlp: "GREEN", ...input });
const titlesFor = async (who: Person | null, status: "PUBLISHED" | "DRAFT" = "PUBLISHED"): Promise<string[]> => {
  const client = createClient({ url: app.url, token: who?.token });
  const found = await Array.fromAsync(client.items({ orderBy: "OLDEST", filter: { statuses: [status] } }));
  return found.map(({ title }) => title);
};

const markings = {
  clear: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
  amber: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  unknown: "marking-definition--00000000-0000-4000-8000-000000000000",
};
const pattern = (name: string, marking?: string, more: object = {}): object => ({
  type: "attack-pattern",
  spec_version: "2.1",
  id: `attack-pattern--${crypto.randomUUID()}`,
  created: "2026-11-01T00:00:00.000Z",
  modified: "2026-11-01T00:00:00.000Z",
  name,
  description: `About ${name}.`,
  ...(marking === undefined ? {} : { object_marking_refs: [marking] }),
  ...more,
});
const taxii = (response: ServerResponse, envelope: object, last = "2026-11-20T10:00:00.123456Z"): void => {
  response.writeHead(200, {
    "content-type": "application/taxii+json;version=2.1",
    "x-taxii-date-added-last": last,
  });
  response.end(JSON.stringify(envelope));
};

describe("a TAXII collection", () => {
  test("is read page by page into items that are no wider than they say, and again from where it ended", async () => {
    const owner = await addPerson(app.store);
    const other = await addPerson(app.store);
    const unique = crypto.randomUUID();
    const asked: string[] = [];
    const objects = [
      pattern(`clear ${unique}`, markings.clear),
      pattern(`amber ${unique}`, markings.amber),
      pattern(`bare ${unique}`),
      pattern(`unknown ${unique}`, markings.unknown),
      { type: "x-nothing", id: "nonsense" },
    ];
    const url = await serve(({ url: path = "", headers }: IncomingMessage, response) => {
      asked.push(`${path} ${headers.authorization} ${headers.accept}`);
      const { searchParams } = new URL(path, "http://x");
      if (searchParams.has("added_after")) return taxii(response, {});
      const isFirst = !searchParams.has("next");
      taxii(
        response,
        isFirst ? { more: true, next: "two", objects: objects.slice(0, 2) } : { objects: objects.slice(2) },
      );
    });
    const { id } = await add(owner, {
      kind: "TAXII",
      url: `${url}/api/collections/1`,
      username: "forum",
      password: "secret",
    });
    const source = await sourceOf(owner, id, ({ counts }) => counts.length > 0);
    const counts = Object.fromEntries(source.counts.map(({ outcome, count }) => [outcome, count]));
    expect(counts).toEqual({ published: 3, "saved as a draft": 1, refused: 1 });
    expect(source.told).toHaveLength(2);
    expect(source.error).toBeNull();
    const named = (titles: string[]): string[] =>
      titles.filter((title) => title.includes(unique)).map((title) => title.split(" ")[0] ?? "");
    expect(named(await titlesFor(owner)).sort()).toEqual(["amber", "bare", "clear"]);
    expect(named(await titlesFor(other)).sort()).toEqual(["bare", "clear"]); // what bears no label is GREEN, as declared
    expect(named(await titlesFor(null))).toEqual(["clear"]);
    expect(named(await titlesFor(owner, "DRAFT"))).toEqual(["unknown"]);
    const [draft] = await Array.fromAsync(clientOf(owner).items({ filter: { statuses: ["DRAFT"] } }));
    expect(draft?.tlp).toBe("RED");
    const basic = `Basic ${Buffer.from("forum:secret").toString("base64")} application/taxii+json;version=2.1`;
    expect(asked.slice(0, 2)).toEqual([
      `/api/collections/1/objects/ ${basic}`,
      `/api/collections/1/objects/?next=two ${basic}`,
    ]);
    await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(2);
    expect(asked[2]).toContain("added_after=2026-11-20T09%3A59%3A00.123Z"); // a minute earlier
  });

  test("that brings everything again changes nothing, and a newer version makes a revision", async () => {
    const owner = await addPerson(app.store);
    const title = `Again ${crypto.randomUUID()}`;
    const object = pattern(title, markings.clear);
    let served: object[] = [object, object];
    let times = 0;
    const url = await serve((_, response) => {
      times += 1;
      taxii(response, { objects: served });
    });
    const { id } = await add(owner, { kind: "TAXII", url });
    await sourceOf(owner, id, ({ counts }) => counts.some(({ outcome }) => outcome === "published"));
    const before = times;
    await expect.poll(() => times, { timeout: 20_000 }).toBeGreaterThan(before + 1);
    served = [{ ...object, modified: "2026-11-02T00:00:00.000Z", description: "Better." }];
    await sourceOf(owner, id, ({ counts }) => counts.some(({ outcome }) => outcome === "revised"));
    const found = (await Array.fromAsync(clientOf(owner).items())).filter((item) => item.title === title);
    expect(found.map(({ revision, summary }) => [revision, summary])).toEqual([[2, "Better."]]);
    served = [{ ...object, modified: "2026-11-03T00:00:00.000Z", revoked: true }];
    await sourceOf(owner, id, ({ counts }) => counts.some(({ outcome }) => outcome === "withdrawn"));
    expect(times).toBeGreaterThan(3);
  });

  test("changes nothing that its readers have published here, whatever it says of it", async () => {
    const owner = await addPerson(app.store);
    const title = `Ours ${crypto.randomUUID()}`;
    await app.store.commit(owner.viewer, "publish", { item: advisory({ title, tlp: "CLEAR" }), idempotencyKey: null });
    const response = await fetch(`${app.url}/stix/bundle`, { headers: { authorization: `Bearer ${owner.token}` } });
    const bundle = (await response.text())
      .replaceAll(title, `Theirs, not ${title}`)
      .replaceAll('"revision":1', '"revision":9');
    const url = await serve((_, answer) => taxii(answer, JSON.parse(bundle)));
    const { id } = await add(owner, { kind: "TAXII", url });
    const source = await sourceOf(owner, id, ({ counts }) => counts.length > 0);
    expect(source.told.map(({ reason }) => reason)).toContain("it is an item of this forum, and is changed here alone");
    expect((await titlesFor(owner)).filter((one) => one.includes(title))).toEqual([title]);
  });

  test("changes and withdraws nothing that another source or somebody of its organisation has brought", async () => {
    const owner = await addPerson(app.store);
    const unique = crypto.randomUUID();
    const theirs = pattern(`Theirs ${unique}`, markings.clear);
    const byHand = pattern(`By hand ${unique}`, markings.clear);
    const first = await add(owner, {
      kind: "TAXII",
      url: await serve((_, answer) => taxii(answer, { objects: [theirs] })),
    });
    await sourceOf(owner, first.id, ({ counts }) => counts.some(({ outcome }) => outcome === "published"));
    const bundle = { type: "bundle", id: `bundle--${crypto.randomUUID()}`, objects: [byHand] };
    const imported = await fetch(`${app.url}/stix/bundle`, {
      method: "POST",
      headers: { authorization: `Bearer ${owner.token}`, "content-type": "application/stix+json" },
      body: JSON.stringify(bundle),
    });
    expect(await imported.text()).toContain('"published"');
    const later = { modified: "2026-11-02T00:00:00.000Z" };
    const objects = [
      { ...theirs, ...later, description: "Changed by another." },
      { ...byHand, ...later, revoked: true },
    ];
    const second = await add(owner, { kind: "TAXII", url: await serve((_, answer) => taxii(answer, { objects })) });
    const { told } = await sourceOf(owner, second.id, (source) => source.told.length === 2);
    expect(told.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual(
      objects.map(
        () => "skipped: it is here already and was not brought by this source, which changes nothing but its own",
      ),
    );
    const found = (await Array.fromAsync(clientOf(owner).items())).filter(({ title }) => title.endsWith(unique));
    expect(found.map(({ revision }) => revision)).toEqual([1, 1]);
  });

  test("goes on changing what it brought when it is removed and added again", async () => {
    const owner = await addPerson(app.store);
    const object = pattern(`Added again ${crypto.randomUUID()}`, markings.clear);
    let served = object;
    const url = await serve((_, answer) => taxii(answer, { objects: [served] }));
    const first = await add(owner, { kind: "TAXII", url });
    await sourceOf(owner, first.id, ({ counts }) => counts.some(({ outcome }) => outcome === "published"));
    await clientOf(owner).removeSource(first.id);
    served = { ...object, modified: "2026-11-02T00:00:00.000Z", description: "Better." };
    const second = await add(owner, { kind: "TAXII", url });
    const { counts } = await sourceOf(owner, second.id, (source) => source.counts.length > 0);
    expect(counts).toEqual([{ outcome: "revised", count: 1 }]);
  });

  test("that does not get on, answers nonsense, too much or an error says so in words, and is asked less often", async () => {
    const owner = await addPerson(app.store);
    const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
      "it answers with something that is no JSON": (response) => void response.end("<html>"),
      "it does not take the name and password (HTTP 401)": (response) => void response.writeHead(401).end(),
      "its answer has more than 16777216 bytes": (response) => void response.end("x".repeat(17 * 1_048_576)),
      "it does not answer as a TAXII server does": (response) => taxii(response, { objects: 5 }),
    };
    for (const [words, answer] of Object.entries(answers)) {
      const { id } = await add(owner, { kind: "TAXII", url: await serve((_, response) => answer(response)) });
      const source = await sourceOf(owner, id, ({ error }) => error !== null);
      expect(source.error).toContain(words);
      expect(Date.parse(source.nextAt) - Date.parse(source.polledAt ?? "")).toBeGreaterThan(1_000);
      await clientOf(owner).removeSource(id);
    }
  });

  test(
    "that has more than one poll takes and does not say where to go on is told of",
    { timeout: 60_000 },
    async () => {
      const owner = await addPerson(app.store);
      const title = `First of many ${crypto.randomUUID()}`;
      let page = 0;
      const url = await serve((_, response) => {
        page += 1;
        const objects = page === 1 ? [pattern(title, markings.clear)] : [];
        taxii(response, { more: true, next: String(page), objects }, "");
      });
      const { id } = await add(owner, { kind: "TAXII", url });
      const source = await sourceOf(owner, id, ({ error }) => error !== null);
      expect(source.error).toMatch(/does not say where the next could go on/);
      expect(await titlesFor(owner)).toContain(title);
    },
  );

  test("that says `more` for ever is left in the end", async () => {
    const owner = await addPerson(app.store);
    let times = 0;
    const url = await serve((_, response) => {
      times += 1;
      taxii(response, { more: true });
    });
    const { id } = await add(owner, { kind: "TAXII", url });
    await sourceOf(owner, id, ({ polledAt }) => polledAt !== null);
    expect(times).toBeLessThanOrEqual(3);
  });
});

describe("a MISP feed", () => {
  test("is read event by event: new ones, changed ones, and those that were withdrawn", async () => {
    const owner = await addPerson(app.store);
    const unique = crypto.randomUUID();
    const event = (name: string, tag: string) => ({
      uuid: crypto.randomUUID(),
      info: `${name} ${unique}`,
      timestamp: "1",
      Tag: [{ name: tag }],
    });
    const events = [event("green", "tlp:green"), event("unclear", "tlp:unclear"), event("bare", "workflow:todo")];
    let tokens: (string | undefined)[] = [];
    const url = await serve(({ url: path = "", headers }: IncomingMessage, response) => {
      tokens.push(headers.authorization);
      if (path === "/feed/manifest.json") {
        const lines = events.map(({ uuid, timestamp }) => [uuid, { timestamp }]);
        return void response.end(JSON.stringify(Object.fromEntries(lines)));
      }
      const found = events.find(({ uuid }) => path === `/feed/${uuid}.json`);
      response.writeHead(found === undefined ? 404 : 200).end(JSON.stringify({ Event: found }));
    });
    const { id } = await add(owner, { kind: "MISP", url: `${url}/feed/`, tlp: "AMBER", password: "a-token" });
    const first = await sourceOf(owner, id, ({ counts }) => counts.length > 0);
    expect(Object.fromEntries(first.counts.map(({ outcome, count }) => [outcome, count]))).toEqual({
      published: 2,
      "saved as a draft": 1,
    });
    expect(tokens).toEqual(["a-token", "a-token", "a-token", "a-token"]);
    const items = (await Array.fromAsync(clientOf(owner).items())).filter(({ title }) => title.includes(unique));
    expect(items.map(({ title, tlp }) => `${title.split(" ")[0]} ${tlp}`).sort()).toEqual([
      "bare AMBER",
      "green GREEN",
    ]);
    tokens = [];
    await expect.poll(() => tokens.length, { timeout: 20_000 }).toBe(1); // the manifest alone: nothing has changed
    Object.assign(events[0] ?? {}, { info: `green, better ${unique}`, timestamp: "2" });
    Object.assign(events[2] ?? {}, { Tag: [{ name: 'workflow:state="rejected"' }], timestamp: "2" });
    const second = await sourceOf(owner, id, ({ counts }) => counts.some(({ outcome }) => outcome === "revised"));
    expect(Object.fromEntries(second.counts.map(({ outcome, count }) => [outcome, count]))).toEqual({
      published: 2,
      "saved as a draft": 1,
      revised: 1,
      withdrawn: 1,
    });
    expect(second.told.map(({ outcome }) => outcome)).toEqual(["withdrawn", "saved as a draft"]);
  });

  test("of another forum of this kind brings its items under their labels", async () => {
    await using there = await startApp();
    const author = await addPerson(there.store);
    const title = `From another forum ${crypto.randomUUID()}`;
    const advisory = {
      title,
      summary: "S",
      riskCategories: ["PRIVACY" as const],
      severity: "CRITICAL" as const,
      tlp: "GREEN" as const,
    };
    await createClient({ url: there.url, token: author.token }).publish({ advisory });
    const owner = await addPerson(app.store);
    await add(owner, { kind: "MISP", url: `${there.url}/misp`, tlp: "RED", password: author.token });
    await expect.poll(async () => await titlesFor(owner), { timeout: 20_000 }).toContain(title);
    const [item] = (await Array.fromAsync(clientOf(owner).items())).filter((one) => one.title === title);
    // our own distribution is 0: the organisation that reads it, and nobody else
    expect(item).toMatchObject({ tlp: "AMBER_STRICT", severity: "CRITICAL", riskCategories: ["PRIVACY"] });
  });
});

describe("a source", () => {
  test("is seen and tended by the contributors of its organisation alone", async () => {
    const owner = await addPerson(app.store);
    const colleague = await addPerson(app.store, { organizationId: owner.organizationId });
    const { id } = await add(owner, { kind: "TAXII", url: "https://127.0.0.9/", password: "very secret" });
    const others = [
      await addPerson(app.store, { organizationId: owner.organizationId, role: "READER" }),
      await addPerson(app.store),
      await addPerson(app.store, { role: "STEWARD" }),
    ];
    for (const who of others) {
      expect(await clientOf(who).sources()).toEqual([]);
      const pause = await ask(app, "mutation ($id: ID!) { pauseSource(id: $id, paused: true) { id } }", {
        token: who.token,
        variables: { id },
      });
      expect(JSON.stringify(pause.errors)).toMatch(/NOT_FOUND|FORBIDDEN/);
      expect(await refusalOf(app.store.commit(who.viewer, "removeSource", { sourceId: id }))).toMatch(
        /NOT_FOUND|FORBIDDEN/,
      );
    }
    expect(await createClient({ url: app.url }).sources()).toEqual([]);
    const seen = await clientOf(colleague).sources();
    expect(seen.map((source) => source.id)).toEqual([id]);
    expect(JSON.stringify(seen)).not.toContain("very secret");
    expect(await clientOf(colleague).removeSource(id)).toBe(id);
    expect(await clientOf(owner).sources()).toEqual([]);
  });

  test("does not reach what stands beside the server, and says so", async () => {
    await using strict = await startApp({ TOCSIN_SOURCE_INTERVAL_MS: "1000" });
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.end("{}");
    });
    const owner = await addPerson(strict.store);
    const client = createClient({ url: strict.url, token: owner.token });
    await client.addSource({ kind: "MISP", name: "Inside", url, tlp: "GREEN" });
    await expect
      .poll(async () => (await client.sources())[0]?.error, { timeout: 20_000 })
      .toMatch(/not one of the public network/);
    expect(asked).toBe(0);
  });

  test("ends with its account, and goes on when it is resumed", async () => {
    const owner = await addPerson(app.store);
    const colleague = await addPerson(app.store, { organizationId: owner.organizationId });
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      taxii(response, { objects: [pattern(crypto.randomUUID(), markings.clear)] });
    });
    const { id } = await add(owner, { kind: "TAXII", url });
    await sourceOf(colleague, id, ({ counts }) => counts.length > 0);
    await app.store.commit(operator, "suspendAccount", { accountId: owner.accountId, suspended: true });
    const ended = await sourceOf(colleague, id, ({ error }) => error !== null);
    expect(ended.error).toMatch(/not valid|ended/);
    expect(await clientOf(colleague).pauseSource(id, true)).toMatchObject({ paused: true });
    await app.store.commit(operator, "suspendAccount", { accountId: owner.accountId, suspended: false });
    const before = asked;
    await clientOf(colleague).pauseSource(id, false);
    await sourceOf(colleague, id, ({ error }) => error === null);
    await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(before);
  });

  test("is taken by one node at a time, and by another once that has had its time", async () => {
    const clock = { now: Date.parse("2026-11-25T00:00:00Z") };
    await using forum = await SmallForum.open(undefined, { now: () => new Date(clock.now) });
    const owner = await forum.person();
    const setup = {
      kind: "TAXII",
      name: "Theirs",
      url: "https://cti.example/",
      tlp: "GREEN",
      audience: { organizations: [], groups: [], sectors: [] },
      username: null,
      password: "secret",
    } as const;
    const { id } = await forum.store.commit(owner.viewer, "addSource", setup);
    const take = async () => (await forum.store.takeDueSource(60_000))?.id;
    expect((await Promise.all([take(), take(), take()])).filter((one) => one === id)).toHaveLength(1);
    clock.now += 59_000;
    expect(await take()).toBeUndefined();
    clock.now += 1_000;
    expect(await take()).toBe(id);
    const brought = { cursor: "there", report: emptyReport, versions: new Map([["a", "1"]]) };
    await forum.store.settleSource(id, { inMs: 5_000, error: null, failures: 0, brought });
    expect(await take()).toBeUndefined();
    clock.now += 5_000;
    expect(await forum.store.takeDueSource(60_000)).toMatchObject({ cursor: "there", password: "secret" });
    await forum.store.settleSource(id, { inMs: 0, error: "It is away.", failures: 1 });
    expect(await forum.store.takeDueSource(60_000)).toMatchObject({ cursor: "there", failures: 1 });
    expect(await forum.store.sourceVersions(id)).toEqual(new Map([["a", "1"]]));
    await forum.store.commit(owner.viewer, "removeSource", { sourceId: id });
    await forum.store.settleSource(id, { inMs: 0, error: null, failures: 0, brought });
    expect([await take(), (await forum.store.sourceVersions(id)).size]).toEqual([undefined, 0]);
    const tokens = await forum.store.tokens(owner.accountId);
    expect(tokens.find(({ name }) => name === "Feed source: Theirs")?.revokedAt).toEqual(expect.any(String));
  });

  test("is refused where it cannot be one", async () => {
    const owner = await addPerson(app.store);
    const codeOf = (input: Partial<SourceInput> & Pick<SourceInput, "url">): Promise<string> =>
      add(owner, { kind: "MISP", ...input }).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    for (const url of ["ftp://a.example/", "https://name:secret@a.example/", "nonsense", "https://a.example/#b"])
      expect(await codeOf({ url })).toBe("BAD_USER_INPUT");
    expect(await codeOf({ url: "https://a.example/", tlp: "CLEAR", sectors: ["ACADEMIA"] })).toBe("BAD_USER_INPUT");
    expect(await codeOf({ url: "https://a.example/", organizations: [`org_${"0".repeat(26)}`] })).toBe(
      "BAD_USER_INPUT",
    );
    expect(await codeOf({ url: "https://127.0.0.9/" })).toBe("done");
    expect(await codeOf({ url: "https://127.0.0.9/" })).toBe("CONFLICT");
  });

  test("is added, listed, paused and removed by `tocsin feed`", async () => {
    const owner = await addPerson(app.store);
    const folder = await temporaryFolder();
    await writeFile(join(folder, "secret"), "from a file\n");
    const run = (...words: string[]) =>
      runTocsin(["feed", ...words], { TOCSIN_URL: app.url, TOCSIN_TOKEN: owner.token, HOME: folder });
    const url = await serve(({ headers }: IncomingMessage, response) => {
      if (headers.authorization === "Bearer from a file") taxii(response, { objects: [{ type: "x" }] });
      else response.writeHead(401).end();
    });
    const secret = ["--password-file", join(folder, "secret")];
    const added = await run("add", "taxii", url, "--label", "amber", "--audience", "academia", ...secret, "--json");
    const { id, sectors } = JSON.parse(added.stdout);
    expect([added.code, sectors]).toEqual([0, ["ACADEMIA"]]);
    await sourceOf(owner, id, ({ counts }) => counts.length > 0);
    const listed = await run("list");
    expect(listed.stdout).toMatch(/TAXII http.*without a label: TLP:AMBER.*brought: 1 refused.*refused: \?/s);
    expect((await run("pause", id)).stdout).toContain("left alone");
    expect((await run("remove", id)).stdout).toContain("no more");
    expect((await run("list")).stdout).toContain("There are no feeds.");
    expect((await run("add", "carrier-pigeon", url, "--label", "amber")).code).toBe(2);
  });
});
