/** What members write to the inboxes of TAXII. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../server/app.ts";
import { mainId } from "../../server/stix/main-types.ts";
import { addPerson, advisory, type Person } from "../support/small-forum.ts";
import { startApp } from "../support/start-app.ts";
import { collectionPath, listIn, mediaType, objectsIn, taxii } from "../support/taxii-client.ts";

let app: App;
let author: Person;
let reader: Person;

beforeAll(async () => {
  app = await startApp();
  author = await addPerson(app.store);
  reader = await addPerson(app.store);
});

afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const green = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
const amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";

function pattern(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: "attack-pattern",
    spec_version: "2.1",
    id: `attack-pattern--${crypto.randomUUID()}`,
    created: "2026-11-01T00:00:00.000Z",
    modified: "2026-11-01T00:00:00.000Z",
    name: "Role-play framing",
    description: "A persona weakens refusals.",
    object_marking_refs: [green],
    ...more,
  };
}

type Detail = { readonly id: string; readonly message?: string };
type Status = { readonly successes: readonly Detail[]; readonly failures: readonly Detail[] };

async function post(who: Person, alias: string, objects: readonly unknown[]): Promise<Status> {
  const path = await collectionPath(app, who.token, alias);
  const { status, body } = await taxii(app, `${path}objects/`, {
    method: "POST",
    token: who.token,
    headers: { "content-type": mediaType },
    body: JSON.stringify({ objects }),
  });
  expect(status, JSON.stringify(body)).toBe(202);
  const successes = listIn<Detail>(body, "successes");
  const failures = listIn<Detail>(body, "failures");
  expect(body).toMatchObject({
    status: "complete",
    total_count: objects.length,
    success_count: successes.length,
    failure_count: failures.length,
    pending_count: 0,
  });
  expect(successes.length + failures.length).toBe(objects.length);
  return { successes, failures };
}

async function titles(who: Person, status: "DRAFT" | "PUBLISHED"): Promise<string[]> {
  const page = await app.store.as(who.viewer).page({ first: 100, filter: { statuses: [status] } });
  return page.edges.map(({ node }) => node.content.envelope.title);
}

describe("the inbox for drafts", () => {
  it("keeps what is written as drafts, under the object's label, for its organisation", async () => {
    const object = pattern({ name: "Amber one", object_marking_refs: [amber] });
    expect((await post(author, "inbox", [object])).failures).toEqual([]);
    expect(await titles(author, "DRAFT")).toContain("Amber one");
    expect(await titles(reader, "DRAFT")).not.toContain("Amber one");
    const page = await app.store.as(author.viewer).page({ first: 100, filter: { statuses: ["DRAFT"] } });
    expect(page.edges.find(({ node }) => node.content.envelope.title === "Amber one")?.node.tlp).toBe("AMBER");
  });

  it("keeps what bears no label as TLP:RED, for the writer alone", async () => {
    await post(author, "inbox", [pattern({ name: "Unmarked", object_marking_refs: undefined })]);
    const page = await app.store.as(author.viewer).page({ first: 100, filter: { statuses: ["DRAFT"] } });
    expect(page.edges.find(({ node }) => node.content.envelope.title === "Unmarked")?.node.tlp).toBe("RED");
    const colleague = await addPerson(app.store, { organizationId: author.organizationId });
    expect(await titles(colleague, "DRAFT")).not.toContain("Unmarked");
  });

  it("takes the same again as a success and writes it once, and refuses other content under the same id and time", async () => {
    const object = pattern({ name: "Only once" });
    for (const _ of [1, 2, 3]) expect((await post(author, "inbox", [object])).failures).toEqual([]);
    expect((await post(author, "inbox", [object, object])).failures).toEqual([]);
    expect((await titles(author, "DRAFT")).filter((title) => title === "Only once")).toHaveLength(1);
    const { failures } = await post(author, "inbox", [{ ...object, name: "Otherwise" }]);
    expect(failures).toEqual([
      expect.objectContaining({ id: object["id"], message: expect.stringContaining("other") }),
    ]);
    expect(await titles(author, "DRAFT")).not.toContain("Otherwise");
  });

  it("accounts for each object alone", async () => {
    const good = pattern({ name: "A good one" });
    const { successes, failures } = await post(author, "inbox", [good, pattern({ id: "nonsense" }), 7, null]);
    expect(successes.map(({ id }) => id)).toEqual([good["id"]]);
    expect(failures.every(({ message }) => (message ?? "") !== "")).toBe(true);
    expect(await titles(author, "DRAFT")).toContain("A good one");
  });
});

describe("the inbox that publishes", () => {
  it("publishes what is for the whole community, and it comes back by the collections", async () => {
    expect((await post(author, "publish", [pattern({ name: "For all members" })])).failures).toEqual([]);
    expect(await titles(reader, "PUBLISHED")).toContain("For all members");
    const path = await collectionPath(app, reader.token, "circumvention-technique");
    const found = objectsIn(await taxii(app, `${path}objects/?match[type]=attack-pattern`, { token: reader.token }));
    expect(found.map(({ name }) => name)).toEqual(["For all members"]);
  });

  it("publishes nothing whose readers the label does not name", async () => {
    const { failures } = await post(author, "publish", [
      pattern({ name: "Whose?", object_marking_refs: [amber] }),
      pattern({ name: "Whose at all?", object_marking_refs: undefined }),
    ]);
    expect(failures).toHaveLength(2);
    expect(await titles(author, "PUBLISHED")).not.toContain("Whose?");
  });

  it("takes an item of this forum back as it is, and withdraws it when its author revokes it", async () => {
    const draft = { item: advisory({ title: "To be revoked" }), idempotencyKey: null };
    const { itemId } = await app.store.commit(author.viewer, "publish", draft);
    const path = await collectionPath(app, author.token);
    const [object] = objectsIn(
      await taxii(app, `${path}objects/${mainId(itemId, "ADVISORY")}/`, { token: author.token }),
    );
    expect((await post(author, "publish", [object])).failures).toEqual([]);
    expect((await titles(author, "PUBLISHED")).filter((title) => title === "To be revoked")).toHaveLength(1);
    const revoked = { ...object, revoked: true, modified: new Date().toISOString() };
    expect((await post(reader, "publish", [revoked])).failures).toHaveLength(1);
    expect(await titles(author, "PUBLISHED")).toContain("To be revoked");
    expect((await post(author, "publish", [revoked])).failures).toEqual([]);
    expect(await titles(author, "PUBLISHED")).not.toContain("To be revoked");
  });

  it("counts every item against the rate limit", async () => {
    await using slow = await startApp({ TOCSIN_OPERATIONS_PER_MINUTE: "10" });
    const writer = await addPerson(slow.store);
    const path = await collectionPath(slow, writer.token, "publish");
    const objects = Array.from({ length: 20 }, () => pattern());
    const body = JSON.stringify({ objects });
    const answer = await taxii(slow, `${path}objects/`, {
      method: "POST",
      token: writer.token,
      headers: { "content-type": mediaType },
      body,
    });
    expect(answer.body["success_count"]).toBe(8);
    expect(answer.body["failure_count"]).toBe(12);
  });
});
