import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../server/app.ts";
import { ask } from "../support/graphql-client.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember, startApp } from "../support/start-app.ts";
import { stixValidator } from "../support/stix-schemas.ts";

type Bundle = { type: string; id: string; objects: { type: string; id: string; [name: string]: unknown }[] };
type Line = { id: string; outcome: string; reason: string | null; item: string | null };

const schemas = "stix2.1-json-schemas/schemas";
const atlas = "atlas/stix-atlas.json";
let app: App;
let author: TestMember;
let reader: TestMember;

beforeAll(async () => {
  app = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "100000", TOCSIN_MAX_BUNDLE_BYTES: "4000000" });
  author = await addMember(app);
  reader = await addMember(app, { role: "READER" });
});

afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function bundleOf(member: TestMember | null, query = ""): Promise<Bundle> {
  const headers = member === null ? {} : { authorization: `Bearer ${member.token}` };
  const response = await fetch(new URL(`/stix/bundle${query}`, app.url), { headers });
  expect(response.status, await response.clone().text()).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/stix+json; version=2.1");
  return (await response.json()) as Bundle; // looked at by what follows
}

async function send(member: TestMember | null, body: string | object, query = ""): Promise<Response> {
  return fetch(new URL(`/stix/bundle${query}`, app.url), {
    method: "POST",
    headers: {
      "content-type": "application/stix+json;version=2.1",
      ...(member === null ? {} : { authorization: `Bearer ${member.token}` }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** What was told of each object. */
async function bring(member: TestMember, body: string | object, query = ""): Promise<Line[]> {
  const response = await send(member, body, query);
  const lines = (await response.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(response.status, JSON.stringify(lines)).toBe(200);
  const [head, ...rest] = lines;
  const told = rest.slice(0, -1);
  expect(head).toEqual({ objects: told.length });
  return told;
}

const outcomes = (lines: readonly Line[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(lines, ({ outcome }) => outcome)].map(([outcome, list]) => [outcome, list.length]),
  );

async function itemOf(member: TestMember, id: string | null | undefined) {
  const document = `query ($id: ID!) { item(id: $id) { title tlp status audience { organizations { id } accounts { id } } relations { type item { title } } } }`;
  return (await ask(app, document, { token: member.token, variables: { id } })).data?.["item"];
}

let serial = 0;
function uuid(): string {
  return `00000000-0000-4000-8000-${String(++serial).padStart(12, "0")}`;
}
const green = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
const clear = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";
const amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
function pattern(more: object = {}): { id: string; [name: string]: unknown } {
  const time = "2026-01-01T00:00:00.000Z";
  return {
    type: "attack-pattern",
    spec_version: "2.1",
    id: `attack-pattern--${uuid()}`,
    created: time,
    modified: time,
    name: "A way around",
    description: "In short.",
    object_marking_refs: [green],
    ...more,
  };
}
const bundle = (...objects: object[]): object => ({ type: "bundle", id: `bundle--${uuid()}`, objects });

describe("a bundle that comes in", () => {
  it("makes items, changes nothing when it comes again, and revises what is newer", async () => {
    const object = pattern();
    const [first] = await bring(author, bundle(object));
    expect(first).toMatchObject({ id: object.id, outcome: "published", reason: null });
    expect(await bring(author, bundle(object))).toMatchObject([{ outcome: "unchanged", item: first?.item }]);
    const newer = { ...object, modified: "2026-02-01T00:00:00.000Z", description: "In other words." };
    expect(await bring(author, bundle(newer))).toMatchObject([{ outcome: "revised", item: first?.item }]);
    const revoked = { ...newer, modified: "2026-03-01T00:00:00.000Z", revoked: true };
    expect(await bring(author, bundle(revoked))).toMatchObject([{ outcome: "withdrawn", item: first?.item }]);
    expect(await bring(author, bundle(newer))).toMatchObject([{ outcome: "skipped", reason: "it was withdrawn here" }]);
  });

  it("keeps what bears no label, or one that is not known, as a draft for the eyes of who imports it", async () => {
    const colleague = await addMember(app, { organizationId: author.organizationId });
    const unmarked = pattern({ object_marking_refs: undefined });
    const unknown = pattern({ object_marking_refs: [clear, `marking-definition--${uuid()}`] });
    const lines = await bring(author, bundle(unmarked, unknown), "?defaultTlp=GREEN");
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(["published", "saved as a draft"]);
    const draft = lines.find(({ id }) => id === unknown.id);
    expect(draft?.reason).toContain("is not known");
    expect(await itemOf(author, draft?.item)).toMatchObject({ tlp: "RED", status: "DRAFT" });
    expect(await itemOf(colleague, draft?.item)).toBeNull();
    const bare = pattern({ object_marking_refs: undefined });
    expect(await bring(author, bundle(bare))).toMatchObject([
      { outcome: "saved as a draft", reason: "it bears no label" },
    ]);
    expect(await bring(author, bundle(bare))).toMatchObject([{ outcome: "unchanged" }]);
  });

  it("gives what is for some only to the importer's own organisation, unless it says to whom", async () => {
    const other = await addMember(app);
    const [own] = await bring(author, bundle(pattern({ object_marking_refs: [amber] })));
    expect(await itemOf(author, own?.item)).toMatchObject({
      tlp: "AMBER",
      audience: { organizations: [{ id: author.organizationId }] },
    });
    expect(await itemOf(other, own?.item)).toBeNull();
    const [told] = await bring(
      author,
      bundle(pattern({ object_marking_refs: [amber] })),
      `?organizations=${other.organizationId}`,
    );
    expect(await itemOf(other, told?.item)).toMatchObject({ tlp: "AMBER" });
  });

  it("never lets more people read an item than may read it here", async () => {
    const object = pattern({ object_marking_refs: [amber] });
    const [first] = await bring(author, bundle(object));
    const wider = { ...object, modified: "2026-02-01T00:00:00.000Z", object_marking_refs: [clear] };
    const [line] = await bring(author, bundle(wider));
    expect(line).toMatchObject({ outcome: "skipped", item: first?.item });
    expect(line?.reason).toContain("TLP:AMBER here");
    expect(await itemOf(author, first?.item)).toMatchObject({ tlp: "AMBER" });
  });

  it("relates items that point at each other in a circle", async () => {
    const [a, b] = [pattern({ name: "A" }), pattern({ name: "B" })];
    const link = (from: object & { id: string }, to: object & { id: string }): object =>
      pattern({
        type: "relationship",
        id: `relationship--${uuid()}`,
        relationship_type: "related-to",
        source_ref: from.id,
        target_ref: to.id,
      });
    const round = bundle(a, b, link(a, b), link(b, a), link(a, a));
    const lines = await bring(author, round);
    expect(outcomes(lines)).toEqual({ published: 2, "part of an item": 3 });
    for (const { id, item } of lines.filter(({ outcome }) => outcome === "published")) {
      const other = id === a.id ? "B" : "A";
      expect(await itemOf(author, item)).toMatchObject({ relations: [{ type: "RELATED_TO", item: { title: other } }] });
    }
    expect(outcomes(await bring(author, round))).toEqual({ unchanged: 2, "part of an item": 3 });
  });

  it("refuses single objects with a reason and takes the others", async () => {
    const good = pattern();
    const text = JSON.stringify(bundle(good)).slice(0, -2);
    const twice = `{"type":"attack-pattern","id":"attack-pattern--${uuid()}","name":"x","object_marking_refs":["${amber}"],"object_marking_refs":["${clear}"]}`;
    const deep = `{"type":"report","id":"report--${uuid()}","x":${"[".repeat(40)}${"]".repeat(40)}}`;
    const long = JSON.stringify(pattern({ id: `attack-pattern--${"0".repeat(100_000)}` }));
    const lines = await bring(author, `${text},${twice},${deep},${long},7]}`);
    expect(outcomes(lines)).toEqual({ published: 1, refused: 4 });
    expect(
      lines
        .map(({ reason }) => reason)
        .filter(Boolean)
        .join(),
    ).toMatch(/stands twice.*deeper than 32.*longer than any.*no object/);
  });

  it.each([
    ["no JSON", "{", 400],
    ["nothing", JSON.stringify(bundle()), 400],
    ["more than a bundle may have", JSON.stringify(bundle(pattern({ description: "x".repeat(5_000_000) }))), 413],
  ])("is refused as a whole: %s", async (_, body, status) => {
    const response = await send(author, body);
    expect(response.status, await response.text()).toBe(status);
  });

  it("is refused from visitors and readers before any of it is read, and with a parameter that is not known", async () => {
    expect((await send(null, bundle(pattern()))).status).toBe(401);
    expect((await send(reader, bundle(pattern()))).status).toBe(403);
    expect((await send(author, bundle(pattern()), "?default-tlp=CLEAR")).status).toBe(400);
  });

  it.skipIf(isWithout(atlas))(
    "takes the whole of ATLAS in, accounts for every object, and gives it out again",
    { timeout: 60_000 },
    async () => {
      const member = await addMember(app);
      const text = await readFile(sharedData(atlas), "utf8");
      const lines = await bring(member, text, "?defaultTlp=CLEAR");
      expect(outcomes(lines)).toEqual({ published: 205, "part of an item": 315, skipped: 18 });
      expect(lines.filter(({ outcome, reason }) => outcome === "skipped" && reason === null)).toEqual([]);
      const { objects } = await bundleOf(null, `?origins=${member.organizationId}`);
      expect(objects.filter(({ type }) => type === "attack-pattern" || type === "course-of-action")).toHaveLength(205);
      expect(outcomes(await bring(member, text, "?defaultTlp=CLEAR"))).toEqual({
        unchanged: 205,
        "part of an item": 315,
        skipped: 18,
      });
    },
  );
});

describe("a bundle that goes out", () => {
  it("comes back as nothing new, and into another forum as the same items", { timeout: 60_000 }, async () => {
    const member = await addMember(app);
    await bring(member, bundle(pattern({ name: "First" }), pattern({ name: "Second", object_marking_refs: [amber] })));
    const out = await bundleOf(member, `?origins=${member.organizationId}&forKeeping=true`);
    expect(outcomes(await bring(member, out))["unchanged"]).toBe(2);
    expect(await bring(author, out)).toContainEqual(
      expect.objectContaining({
        outcome: "skipped",
        reason: "it is an item of this forum, and only its origin changes it",
      }),
    );
    await using other = await startApp();
    const there = await addMember(other);
    const response = await fetch(new URL("/stix/bundle", other.url), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${there.token}` },
      body: JSON.stringify(out),
    });
    const lines = (await response.text())
      .trim()
      .split("\n")
      .map((line): Line => JSON.parse(line));
    expect(lines.filter(({ outcome }) => outcome === "published")).toHaveLength(2);
  });

  it.skipIf(isWithout(schemas))(
    "holds valid objects alone, each once, and what they point at before them",
    async () => {
      const faultsOf = stixValidator();
      const { objects } = await bundleOf(author);
      expect(objects.length).toBeGreaterThan(10);
      expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
      expect(objects.flatMap((object) => faultsOf(object) ?? [])).toEqual([]);
      const before = new Set<unknown>();
      for (const { id, created_by_ref: creator, object_marking_refs: markings } of objects) {
        for (const ref of [creator, ...(Array.isArray(markings) ? markings : [])])
          if (ref !== undefined) expect(before.has(ref), `${id} → ${String(ref)}`).toBe(true);
        before.add(id);
      }
    },
  );

  it("follows the filter, says labels in TLP 1.0 where that is asked for, and refuses what it does not know", async () => {
    const { objects } = await bundleOf(author, "?kinds=ADVISORY");
    expect(objects).toEqual([]);
    const old = await bundleOf(author, "?tlp=GREEN&tlpEdition=1.0");
    expect(JSON.stringify(old)).toContain("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da");
    expect(JSON.stringify(old)).not.toContain(green);
    for (const query of ["?tlp=PINK", "?statuses=DRAFT", "?limit=3", "?text=a&text=b"])
      expect((await fetch(new URL(`/stix/bundle${query}`, app.url))).status, query).toBe(400);
  });

  it(
    "is counted page by page against the rate of whoever asks, and waits rather than fails",
    { timeout: 20_000 },
    async () => {
      await using small = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "1" });
      const member = await addMember(small);
      const headers = { authorization: `Bearer ${member.token}` };
      expect((await fetch(new URL("/stix/bundle", small.url), { headers })).status).toBe(200);
      const refused = await fetch(new URL("/stix/bundle", small.url), { headers });
      expect(refused.status).toBe(429);
      expect(refused.headers.get("retry-after")).not.toBeNull();
    },
  );

  it("publishes the schema of its extension", async () => {
    const response = await fetch(new URL("/stix/extension.json", app.url));
    expect(await response.json()).toMatchObject({ $id: `${app.url}/stix/extension.json`, additionalProperties: false });
  });
});
