import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client, ErrorCode } from "../../clients/sdk/index.ts";
import { createClient, TocsinError } from "../../clients/sdk/index.ts";
import type { ClientWorld } from "./client-world.ts";
import { amberTechnique, clearAdvisory, clientWorld } from "./client-world.ts";

let world: ClientWorld;
let company: Client;
let government: Client;
let outsider: Client;
let visitor: Client;

beforeAll(async () => {
  world = await clientWorld();
  const as = (token?: string): Client => createClient({ url: world.url, token });
  company = as(world.company.token);
  government = as(world.government.token);
  outsider = as(world.outsider.token);
  visitor = as();
});
afterAll(() => world[Symbol.asyncDispose]());

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | "none"> {
  return work.then(
    () => "none",
    (error: unknown) => {
      if (error instanceof TocsinError) return error.code;
      throw error;
    },
  );
}

describe("who asks", () => {
  test("is known by its token, and is a visitor without one", async () => {
    expect((await company.viewer()).account?.id).toBe(world.company.accountId);
    expect(await visitor.viewer()).toEqual({ account: null, organization: null, groups: [] });
  });

  test("is refused with a token that is not valid", async () => {
    const stranger = createClient({ url: world.url, token: "tocsin_of_nobody" });
    expect(await codeOf(stranger.viewer())).toBe("UNAUTHENTICATED");
  });
});

describe("an item", () => {
  test("is published to those whom its label names, and to nobody else", async () => {
    const { item } = await company.publish(amberTechnique(world.government));
    const seen = await government.item(item.id);
    expect(seen).toMatchObject({
      __typename: "CircumventionTechnique",
      tlp: "AMBER",
      safeguardsBypassed: ["INPUT_FILTER"],
      successRate: 0.5,
      audience: null,
      reachedThrough: [{ type: "ORGANIZATION", group: null }],
      handling: { relay: "CLIENTS", mayChange: false },
    });
    expect(await outsider.item(item.id)).toBeNull();
    expect(await visitor.item(item.id)).toBeNull();
  });

  test("is revised, answered, seen elsewhere and withdrawn", async () => {
    const { item } = await company.publish(amberTechnique(world.government, "First title"));
    const revised = await company.revise(item.id, 1, amberTechnique(world.government, "Second title"));
    expect(revised.item).toMatchObject({ revision: 2, title: "Second title" });
    expect(await codeOf(company.revise(item.id, 1, amberTechnique(world.government)))).toBe("CONFLICT");

    const answered = await government.answer(item.id, "AFFECTED", "two systems");
    expect(answered.ownAnswer).toMatchObject({ state: "AFFECTED", note: "two systems" });
    expect((await company.item(item.id))?.answers).toMatchObject({ affected: 1 });

    const report = { count: 3, firstSeen: "2026-11-20T00:00:00.000Z" };
    expect((await government.reportSighting(item.id, report)).sightings).toMatchObject({ reports: 1, count: 3 });

    await company.withdraw(item.id, "A mistake.");
    expect(await government.item(item.id)).toMatchObject({
      status: "WITHDRAWN",
      withdrawal: { reason: "A mistake." },
    });
  });

  test("may be kept as a draft first", async () => {
    const draft = await company.saveDraft(clearAdvisory("A draft"));
    expect(draft.status).toBe("DRAFT");
    expect(await government.item(draft.id)).toBeNull();
    const better = await company.saveDraft(clearAdvisory("A better draft"), { id: draft.id });
    expect(better.id).toBe(draft.id);
    const { item } = await company.publishDraft(draft.id);
    expect(item).toMatchObject({ id: draft.id, status: "PUBLISHED", title: "A better draft" });

    const other = await company.saveDraft(clearAdvisory("Never mind"));
    await company.discardDraft(other.id);
    expect(await company.item(other.id)).toBeNull();
  });

  test("is passed on as far as its label allows, and no further", async () => {
    const { item } = await company.publish(amberTechnique(world.government));
    expect(await codeOf(government.relay(item.id, [world.outsider.organizationId]))).toBe("FORBIDDEN");
    const { item: green } = await company.publish({
      advisory: {
        title: "For some",
        summary: "In short.",
        tlp: "GREEN",
        audience: { organizations: [world.government.organizationId] },
        riskCategories: ["CYBER"],
        severity: "LOW",
      },
    });
    expect(await outsider.item(green.id)).toBeNull();
    await government.relay(green.id, [world.outsider.organizationId]);
    expect((await outsider.item(green.id))?.reachedThrough).toMatchObject([{ type: "RELAY" }]);
  });

  test("is refused with the field that is wrong", async () => {
    const red = {
      advisory: { title: "T", summary: "S", tlp: "RED", riskCategories: ["CYBER"], severity: "LOW" },
    } as const;
    await expect(company.publish(red)).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      field: "input.advisory.audience",
    });
    expect(await codeOf(visitor.publish(clearAdvisory("By nobody")))).toBe("UNAUTHENTICATED");
  });
});

describe("a write whose answer is lost", () => {
  test("is repeated by itself and happens once", async () => {
    let lost = 0;
    const losing: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      if (lost++ > 0) return response;
      await response.arrayBuffer();
      throw new TypeError("the connection broke");
    };
    const client = createClient({ url: world.url, token: world.company.token, fetch: losing });
    const { item } = await client.publish(clearAdvisory("Published once"));
    expect(lost).toBe(2);
    const filter = { text: '"Published once"' };
    const ids = [];
    for await (const { id } of company.items({ filter })) ids.push(id);
    expect(ids).toEqual([item.id]);
  });
});

describe("lists", () => {
  test("are read page by page, each item once", async () => {
    const titles = Array.from({ length: 7 }, (_, at) => `Of privacy ${at}`);
    for (const title of titles) await company.publish(clearAdvisory(title, "PRIVACY"));
    const filter = { riskCategories: ["PRIVACY"] } as const;
    const read: string[] = [];
    for await (const { title } of visitor.items({ filter, orderBy: "OLDEST", pageSize: 3 })) read.push(title);
    expect(read).toEqual(titles);
    expect(await visitor.statistics(filter)).toMatchObject({ total: 7, byKind: [{ kind: "ADVISORY", count: 7 }] });
    expect((await visitor.itemPage({ first: 2, filter })).totalCount).toBe(7);
  });

  test("show the directory to members, and nothing of it to visitors", async () => {
    const names = [];
    for await (const { id } of company.organizations({ sector: "GOVERNMENT" })) names.push(id);
    expect(names).toEqual([world.government.organizationId]);
    const shown = [];
    for await (const organization of visitor.organizations()) shown.push(organization);
    expect(shown).toEqual([]);
  });

  test("of a size that is not allowed are refused", async () => {
    expect(await codeOf(company.itemPage({ first: 101 }))).toBe("BAD_USER_INPUT");
  });
});

describe("a document of one's own", () => {
  test("is sent as it is, and its faults come back as typed errors", async () => {
    const data = await company.request<{ viewer: { account: { name: string } } }>("{ viewer { account { name } } }");
    expect(data.viewer.account.name).toMatch(/^Member/);
    expect(await codeOf(company.request("{ nothing }"))).toBe("BAD_USER_INPUT");
  });
});

describe("a client that is closed", () => {
  test("ends what is still running", async () => {
    const client = createClient({ url: world.url, token: world.company.token });
    const events = client.follow();
    const next = events.next();
    await client[Symbol.asyncDispose]();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await codeOf(client.viewer())).toBe("ABORTED");
  });
});
