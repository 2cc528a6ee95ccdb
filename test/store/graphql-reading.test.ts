import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldSpec, FieldSpecs, RecordField } from "../../domain/fields.ts";
import { choiceLists, recordShapes } from "../../domain/fields.ts";
import { newId } from "../../domain/ids.ts";
import { envelopeFields, kinds } from "../../domain/kinds.ts";
import { advisory, GraphqlWorld } from "./graphql-world.ts";

/** A value for a field, other than what it is where nothing is given. */
function sample(spec: FieldSpec): unknown {
  switch (spec.type) {
    case "text":
      return "Text with ümlauts, 漢字 and 🔔.";
    case "texts":
      return ["first", "second"];
    case "integer":
      return 7;
    case "fraction":
      return 0.25;
    case "instant":
      return "2026-11-23T09:30:00.000Z";
    case "choice":
      return choiceLists[spec.of].at(-1);
    case "choices":
      return choiceLists[spec.of].slice(0, 2);
    case "records":
      return [Object.fromEntries(Object.entries<RecordField>(recordShapes[spec.of]).flatMap(sampleOfRecord))];
  }
}

/** What the forum gives is not handed in. */
function sampleOfRecord([key, { given, of }]: [string, RecordField]): [string, unknown][] {
  if (given === true) return [];
  if (of !== undefined) return [[key, choiceLists[of].at(-1)]];
  return [[key, key === "url" ? "https://example.org/" : key]];
}

/** The first clause of a practice gets the first number. */
function numbered(values: Record<string, unknown>): Record<string, unknown> {
  const { clauses } = values;
  return Array.isArray(clauses) ? { ...values, clauses: clauses.map((clause) => ({ id: "R-1", ...clause })) } : values;
}

function samples(specs: FieldSpecs): Record<string, unknown> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, sample(spec)]));
}

function selectionOf(specs: FieldSpecs): string {
  const fields = Object.entries(specs);
  return fields
    .map(([name, spec]) =>
      spec.type === "records" ? `${name} { ${Object.keys(recordShapes[spec.of]).join(" ")} }` : name,
    )
    .join(" ");
}

describe("reading through the API", () => {
  let world: GraphqlWorld;
  beforeAll(async () => {
    world = await GraphqlWorld.open();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(Object.values(kinds))(
    "gives back every field of a $typeName as it was handed in",
    async ({ typeName, inputName, fields }) => {
      const values = { ...samples(envelopeFields), ...samples(fields) };
      const id = await world.publish(world.people.anna, { [inputName]: { tlp: "CLEAR", ...values } });
      const source = `query ($id: ID!) { item(id: $id) { __typename ... on ${typeName} { ${selectionOf({ ...envelopeFields, ...fields })} } } }`;
      expect(await world.data(world.anonymous, source, { id })).toEqual({
        item: { __typename: typeName, ...numbered(values) },
      });
    },
  );

  it("shows a visitor the origin of a TLP:CLEAR item by name and sector, and no directory", async () => {
    const id = await world.publish(world.people.anna, advisory({ tlp: "CLEAR" }));
    const source = `query ($id: ID!, $ids: [ID!]!) {
      viewer { account { id } organization { id } groups { id } }
      item(id: $id) { origin { name sector country } originSector audience { sectors } reachedThrough { type group { id } } }
      nodes(ids: $ids) { id }
      organizations { totalCount nodes { id } } accounts { totalCount nodes { id } } groups { totalCount nodes { id } }
    }`;
    const ids = [world.organizations.acme, world.people.anna.id, world.group, newId("group"), "nonsense"];
    expect(await world.data(world.anonymous, source, { id, ids })).toEqual({
      viewer: { account: null, organization: null, groups: [] },
      item: {
        origin: { name: "Acme AI", sector: "COMPANY", country: null },
        originSector: "COMPANY",
        audience: null,
        reachedThrough: [{ type: "PUBLIC", group: null }],
      },
      nodes: [null, null, null, null, null],
      organizations: { totalCount: 0, nodes: [] },
      accounts: { totalCount: 0, nodes: [] },
      groups: { totalCount: 0, nodes: [] },
    });
  });

  it("shows members the directory, without the accounts that have opted out", async () => {
    const { ivan, arne, stella } = world.people;
    const source = `query ($acme: ID!, $arne: ID!) {
      viewer { account { name role email listed } organization { name country suspended } groups { name } }
      organizations(sector: COMPANY) { totalCount nodes { name } }
      accounts(organization: $acme) { totalCount nodes { name role email organization { name } } }
      nothing: accounts(organization: "") { totalCount }
      groups { nodes { name organizations { name } accounts { name } } }
      node(id: $arne) { ... on Account { name role } }
    }`;
    const variables = { acme: world.organizations.acme, arne: arne.id };
    expect(await world.data(ivan, source, variables)).toEqual({
      viewer: {
        account: { name: "Ivan", role: "CONTRIBUTOR", email: "ivan@example.org", listed: true },
        organization: { name: "Safety Institute", country: "NO", suspended: null },
        groups: [{ name: "Cyber" }],
      },
      organizations: { totalCount: 2, nodes: [{ name: "Acme AI" }, { name: "Borealis" }] },
      accounts: {
        totalCount: 1,
        nodes: [{ name: "Anna", role: null, email: null, organization: { name: "Acme AI" } }],
      },
      nothing: { totalCount: 0 },
      groups: { nodes: [{ name: "Cyber", organizations: [{ name: "Safety Institute" }], accounts: [] }] },
      node: null,
    });
    expect(await world.data(stella, source, variables)).toMatchObject({
      accounts: { totalCount: 2 },
      node: { name: "Arne", role: "CONTRIBUTOR" },
    });
  });

  it("keeps what is addressed to others out of look-ups, lists, totals, statistics and relations", async () => {
    const { anna, bea, carl } = world.people;
    const audience = { organizations: [world.organizations.borealis] };
    const hidden = await world.publish(
      anna,
      advisory({ title: "Zyzzyva", tlp: "AMBER_STRICT", audience, riskCategories: ["PRIVACY"] }),
    );
    const open = await world.publish(
      anna,
      advisory({ title: "Open", relations: [{ type: "RELATED_TO", item: hidden }], riskCategories: ["PRIVACY"] }),
    );
    const source = `query ($hidden: ID!, $open: ID!) {
      item(id: $hidden) { tlp } node(id: $hidden) { id }
      items(filter: { riskCategories: [PRIVACY], publishedAfter: "2026-01-01T00:00:00Z", kinds: [ADVISORY] }) { totalCount nodes { title } }
      search: items(filter: { text: "zyzzyva" }) { totalCount edges { cursor } pageInfo { endCursor } }
      itemStatistics(filter: { riskCategories: [PRIVACY], kinds: [ADVISORY] }) { total bySeverity { severity count } byMonth { count } }
      relations: item(id: $open) { relations { type item { title } } relatedFrom { type } }
    }`;
    const before = await world.data(
      carl,
      "{ itemStatistics(filter: { riskCategories: [PRIVACY], kinds: [ADVISORY] }) { total } }",
    );
    const seen = await world.data(carl, source, { hidden, open });
    expect(seen).toMatchObject({
      item: null,
      node: null,
      search: { totalCount: 0, edges: [], pageInfo: { endCursor: null } },
      relations: { relations: [], relatedFrom: [] },
    });
    expect(JSON.stringify(seen)).not.toContain("Zyzzyva");
    expect(before["itemStatistics"]).toEqual({ total: countOf(seen) });
    expect(await world.data(bea, source, { hidden, open })).toMatchObject({
      item: { tlp: "AMBER_STRICT" },
      node: { id: hidden },
      search: { totalCount: 1 },
      relations: { relations: [{ type: "RELATED_TO", item: { title: "Zyzzyva" } }] },
    });
  });

  it("withholds the origin from others where the attribution says so", async () => {
    const { anna, arne, carl } = world.people;
    const id = await world.publish(anna, advisory({ attribution: "SECTOR" }));
    const source = `query ($id: ID!, $acme: ID!) {
      item(id: $id) { origin { name } originSector }
      items(filter: { origins: [$acme] }) { nodes { id } }
    }`;
    const acme = world.organizations.acme;
    const others = await world.data(carl, source, { id, acme });
    expect(others).toMatchObject({ item: { origin: null, originSector: "COMPANY" } });
    expect(JSON.stringify(others["items"])).not.toContain(id);
    const own = await world.data(arne, source, { id, acme });
    expect(own).toMatchObject({ item: { origin: { name: "Acme AI" } } });
    expect(JSON.stringify(own["items"])).toContain(id);
  });

  it("pages forwards and backwards through the same list", async () => {
    const { carl } = world.people;
    const source = `query ($first: Int, $after: String, $last: Int, $before: String) {
      items(first: $first, after: $after, last: $last, before: $before, orderBy: OLDEST) {
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
      }
    }`;
    type Page = {
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
      totalCount: number;
    };
    const read = async (variables: Record<string, unknown>) =>
      (await world.data(carl, source, variables))["items"] as Page; // as asked for
    const whole = await read({ first: 100 });
    const ids = whole.edges.map(({ node }) => node.id);
    expect(ids.length).toBe(whole.totalCount);
    const forwards: string[] = [];
    for (let page = await read({ first: 3 }); ; page = await read({ first: 3, after: page.pageInfo.endCursor })) {
      forwards.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
    }
    const backwards: string[] = [];
    for (let page = await read({ last: 4 }); ; page = await read({ last: 4, before: page.pageInfo.startCursor })) {
      backwards.unshift(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasPreviousPage) break;
    }
    expect(forwards).toEqual(ids);
    expect(backwards).toEqual(ids);
    expect((await read({ first: 0 })).edges).toEqual([]);
  });

  it("says that a cursor goes with one order, and with one list", async () => {
    const { carl } = world.people;
    const { items } = await world.data(carl, "{ items(first: 1, orderBy: OLDEST) { pageInfo { endCursor } } }");
    const after = (items as { pageInfo: { endCursor: string } }).pageInfo.endCursor; // as asked for
    const page = (selection: string): string => `query ($after: String) { ${selection} { totalCount } }`;
    expect(await world.refusal(carl, page("items(after: $after)"), { after })).toMatchObject({
      code: "CURSOR_INVALID",
      message: "This cursor goes with the `orderBy` that it was given with: name that one, or start without a cursor.",
    });
    expect(await world.refusal(carl, page("organizations(after: $after)"), { after })).toMatchObject({
      code: "CURSOR_INVALID",
      message: expect.stringContaining("not a cursor"),
    });
  });

  const refusals: readonly [string, object][] = [
    ["items(first: 101) { totalCount }", { code: "BAD_USER_INPUT", field: "first" }],
    ["items(first: -1) { totalCount }", { code: "BAD_USER_INPUT", field: "first" }],
    ["items(last: 101) { totalCount }", { code: "BAD_USER_INPUT", field: "last" }],
    ["items(first: 1, last: 1) { totalCount }", { code: "BAD_USER_INPUT", field: "last" }],
    ['items(after: "nonsense") { totalCount }', { code: "CURSOR_INVALID" }],
    ["items(orderBy: BEST_MATCH) { totalCount }", { code: "BAD_USER_INPUT", field: "orderBy" }],
    ['items(orderBy: BEST_MATCH, filter: { text: " " }) { totalCount }', { code: "BAD_USER_INPUT", field: "orderBy" }],
    ['items(filter: { text: "a\\u0000b" }) { totalCount }', { code: "BAD_USER_INPUT", field: "filter.text" }],
    [
      'items(filter: { techniques: ["a\\u0000b"] }) { totalCount }',
      { code: "BAD_USER_INPUT", field: "filter.techniques.0" },
    ],
    ['feed(filter: { text: "keys" }) { endCursor }', { code: "BAD_USER_INPUT", field: "filter.text" }],
    ["feed(first: 501) { endCursor }", { code: "BAD_USER_INPUT", field: "first" }],
    ['feed(after: "nonsense") { endCursor }', { code: "CURSOR_INVALID" }],
    ["organizations(first: 101) { totalCount }", { code: "BAD_USER_INPUT", field: "first" }],
  ];

  it.each(refusals)("refuses %s", async (selection, expected) => {
    expect(await world.refusal(world.people.carl, `{ ${selection} }`)).toMatchObject(expected);
  });

  it("refuses a filter's text of more than 1,000 characters and a list of more than 100 entries", async () => {
    const source = "query ($filter: ItemFilter) { itemStatistics(filter: $filter) { total } }";
    const { carl } = world.people;
    expect(await world.refusal(carl, source, { filter: { text: "x".repeat(1_001) } })).toMatchObject({
      field: "filter.text",
    });
    const origins = Array.from({ length: 101 }, () => world.organizations.acme);
    expect(await world.refusal(carl, source, { filter: { origins } })).toMatchObject({ field: "filter.origins" });
  });

  it("takes a filter whose lists are all as long as they may be", async () => {
    const many = <T>(entry: (at: number) => T): T[] => Array.from({ length: 100 }, (_, at) => entry(at));
    const filter = {
      statuses: many(() => "PUBLISHED"),
      kinds: many(() => "ADVISORY"),
      riskCategories: many((at) => choiceLists.RiskCategory[at % 10]),
      tlp: many(() => "GREEN"),
      sectors: many(() => "COMPANY"),
      origins: many(() => newId("organization")),
      groups: many(() => newId("group")),
      techniques: many((at) => `AML.T${at}`),
    };
    for (const orderBy of ["NEWEST", "MOST_SEVERE"]) {
      const source = `query ($filter: ItemFilter) {
        items(filter: $filter, orderBy: ${orderBy}) { totalCount nodes { id } }
        itemStatistics(filter: $filter) { total }
        feed(filter: $filter) { events { cursor } }
      }`;
      expect(await world.data(world.people.carl, source, { filter })).toEqual({
        items: { totalCount: 0, nodes: [] },
        itemStatistics: { total: 0 },
        feed: { events: [] },
      });
    }
  });

  it("matches nothing with an empty list, and with ids that name nothing", async () => {
    const source = "query ($filter: ItemFilter) { items(filter: $filter) { totalCount } }";
    for (const filter of [{ kinds: [] }, { origins: [] }, { origins: ["a\u0000b"] }, { groups: [newId("group")] }]) {
      expect(await world.data(world.people.carl, source, { filter })).toEqual({ items: { totalCount: 0 } });
    }
  });
});

function countOf(data: Readonly<Record<string, unknown>>): number {
  return (data["items"] as { totalCount: number }).totalCount; // as asked for
}
