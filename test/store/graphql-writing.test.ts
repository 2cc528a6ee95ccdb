import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../domain/ids.ts";
import { advisory, GraphqlWorld } from "./graphql-world.ts";

const publish =
  "mutation ($input: ItemInput!, $key: String) { publish(input: $input, idempotencyKey: $key) { item { id } cursor } }";

/** Each mutation about an item, with an input that would be refused if it were looked at. */
const aboutItems: readonly [string, string][] = [
  ["revise", "revise(id: $id, expectedRevision: 1, input: $bad) { cursor }"],
  ["withdraw", 'withdraw(id: $id, reason: "") { cursor }'],
  ["relay", "relay(id: $id, organizations: []) { cursor }"],
  ["saveDraft", "saveDraft(id: $id, input: $bad) { id }"],
  ["publishDraft", 'publishDraft(id: $id, idempotencyKey: "") { cursor }'],
  ["discardDraft", "discardDraft(id: $id)"],
  ["reportSighting", 'reportSighting(id: $id, count: 0, firstSeen: "2026-11-01T00:00:00Z") { id }'],
  ["answer", 'answer(id: $id, state: AFFECTED, note: "\\u0000") { id }'],
];

function operation(selection: string): string {
  const needsInput = selection.includes("$bad");
  return `mutation ($id: ID!${needsInput ? ", $bad: ItemInput!" : ""}) { ${selection} }`;
}

describe("writing through the API", () => {
  let world: GraphqlWorld;
  let hidden: string;

  beforeAll(async () => {
    world = await GraphqlWorld.open();
    const { anna } = world.people;
    const audience = { organizations: [world.organizations.borealis] };
    hidden = await world.publish(anna, advisory({ tlp: "AMBER", audience }));
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const bad = advisory({ title: "" });

  it.each(aboutItems)(
    "refuses a reader's and a visitor's %s by the role, whatever the id and the input are",
    async (_, selection) => {
      for (const id of [hidden, newId("item"), "nonsense"]) {
        expect(await world.refusal(world.people.rita, operation(selection), { id, bad })).toMatchObject({
          code: "FORBIDDEN",
        });
        expect(await world.refusal(world.anonymous, operation(selection), { id, bad })).toMatchObject({
          code: "UNAUTHENTICATED",
        });
      }
    },
  );

  it.each(aboutItems)(
    "answers %s of a hidden, an absent and a malformed id in the same bytes, before it looks at the input",
    async (_, selection) => {
      const ids = [hidden, newId("item"), newId("account"), "nonsense", "a\u0000b", ""];
      const answers = await Promise.all(
        ids.map((id) => world.ask(world.people.carl, operation(selection), { id, bad })),
      );
      const [first] = answers;
      expect(first?.errors?.[0]?.extensions).toEqual({ code: "NOT_FOUND" });
      expect(answers.map((answer) => JSON.stringify(answer))).toEqual(answers.map(() => JSON.stringify(first)));
    },
  );

  it("refuses to revise what a recipient sees but does not own", async () => {
    const revise =
      "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } }";
    const refusal = await world.refusal(world.people.bea, revise, { id: hidden, input: advisory() });
    expect(refusal).toMatchObject({ code: "FORBIDDEN" });
  });

  it("names the field of an input that it cannot take, and publishes nothing", async () => {
    const { anna, rita } = world.people;
    const cases: readonly [Record<string, unknown>, string][] = [
      [advisory({ title: "x".repeat(301) }), "input.advisory.title"],
      [advisory({ summary: "a\u0000b" }), "input.advisory.summary"],
      [advisory({ riskCategories: [] }), "input.advisory.riskCategories"],
      [advisory({ tlp: "RED" }), "input.advisory.audience"],
      [advisory({ tlp: "CLEAR", audience: { organizations: [world.organizations.acme] } }), "input.advisory.audience"],
      [advisory({ audience: { organizations: [newId("organization")] } }), "input.advisory.audience"],
      [advisory({ audience: { organizations: ["nonsense\u0000"] } }), "input.advisory.audience"],
      [advisory({ tlp: "RED", audience: { accounts: [world.people.arne.id] } }), "input.advisory.audience"],
      [advisory({ relations: [{ type: "SUPERSEDES", item: newId("item") }] }), "input.advisory.relations.0.item"],
      [advisory({ references: [{ url: "javascript:alert(1)" }] }), "input.advisory.references.0.url"],
    ];
    const before = await world.data(rita, "{ items { totalCount } }");
    for (const [input, field] of cases) {
      expect(await world.refusal(anna, publish, { input })).toMatchObject({ code: "BAD_USER_INPUT", field });
    }
    expect(await world.refusal(anna, publish, { input: advisory(), key: "" })).toMatchObject({
      field: "idempotencyKey",
    });
    expect(await world.refusal(anna, publish, { input: advisory(), key: "k".repeat(201) })).toMatchObject({
      field: "idempotencyKey",
    });
    expect(await world.data(rita, "{ items { totalCount } }")).toEqual(before);
  });

  it("gives the first answer again for the same idempotencyKey", async () => {
    const { anna } = world.people;
    const first = await world.data(anna, publish, { input: advisory(), key: "once" });
    const second = await world.data(anna, publish, { input: advisory(), key: "once" });
    expect(second).toEqual(first);
    const other = await world.data(anna, publish, { input: advisory(), key: "another" });
    expect(other["publish"]).not.toMatchObject({ cursor: Object(first["publish"]).cursor });
    expect(await world.refusal(anna, publish, { input: advisory({ title: "Other" }), key: "once" })).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("takes an item through draft, publication, revision and withdrawal", async () => {
    const { anna, rita } = world.people;
    const drafted = await world.data(
      anna,
      "mutation ($input: ItemInput!) { saveDraft(input: $input) { id status publishedAt } }",
      {
        input: advisory(),
      },
    );
    expect(drafted).toMatchObject({ saveDraft: { status: "DRAFT", publishedAt: null } });
    const { id } = drafted["saveDraft"] as { id: string }; // as asked for
    expect(await world.data(rita, "query ($id: ID!) { item(id: $id) { id } }", { id })).toEqual({ item: null });

    const steps = `mutation ($id: ID!, $input: ItemInput!) {
      publishDraft(id: $id) { item { status revision } }
      revise(id: $id, expectedRevision: 1, input: $input) { item { revision title } }
      withdraw(id: $id, reason: "Superseded.") { item { status withdrawal { reason } handling { mayChange relay } } }
    }`;
    expect(await world.data(anna, steps, { id, input: advisory({ title: "Rotate again" }) })).toEqual({
      publishDraft: { item: { status: "PUBLISHED", revision: 1 } },
      revise: { item: { revision: 2, title: "Rotate again" } },
      withdraw: {
        item: {
          status: "WITHDRAWN",
          withdrawal: { reason: "Superseded." },
          handling: { mayChange: false, relay: "NOBODY" },
        },
      },
    });
    const history =
      "query ($id: ID!) { item(id: $id) { revisions { revision title changes { field before after } } } }";
    expect(await world.data(rita, history, { id })).toEqual({
      item: {
        revisions: [
          { revision: 1, title: "Rotate the evaluation keys", changes: [] },
          {
            revision: 2,
            title: "Rotate again",
            changes: [{ field: "title", before: "Rotate the evaluation keys", after: "Rotate again" }],
          },
        ],
      },
    });
    expect(
      await world.refusal(anna, 'mutation ($id: ID!) { withdraw(id: $id, reason: "Twice") { cursor } }', { id }),
    ).toMatchObject({ code: "CONFLICT" });
  });

  it("tells of a change of relations as far as the other ends are seen", async () => {
    const { anna, bea, ivan } = world.people;
    const hidden = await world.publish(
      anna,
      advisory({ tlp: "AMBER", audience: { organizations: [world.organizations.borealis] } }),
    );
    const id = await world.publish(anna, advisory());
    const relations = [{ type: "SUPERSEDES", item: hidden }];
    const revise =
      "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } }";
    await world.data(anna, revise, { id, input: advisory({ relations }) });
    const history = "query ($id: ID!) { item(id: $id) { revisions { changes { field before after } } } }";
    const told = (changes: unknown[]) => ({ item: { revisions: [{ changes: [] }, { changes }] } });
    expect(await world.data(ivan, history, { id })).toEqual(told([]));
    expect(await world.data(bea, history, { id })).toEqual(
      told([{ field: "relations", before: "[]", after: `["SUPERSEDES ${hidden}"]` }]),
    );
  });

  it("takes no sighting of what is still to come, but for a difference of clocks", async () => {
    const { anna, bea } = world.people;
    const id = await world.publish(anna, advisory());
    const report = `mutation ($id: ID!, $firstSeen: DateTime!, $lastSeen: DateTime) {
      reportSighting(id: $id, count: 1, firstSeen: $firstSeen, lastSeen: $lastSeen) { sightings { reports } } }`;
    const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
    for (const [firstSeen, lastSeen, field] of [
      [inMinutes(10), null, "firstSeen"],
      [inMinutes(10), inMinutes(11), "firstSeen"],
      [inMinutes(-10), inMinutes(10), "lastSeen"],
      ["9999-01-01T00:00:00Z", null, "firstSeen"],
    ]) {
      const refusal = await world.refusal(bea, report, { id, firstSeen, lastSeen });
      expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", field });
    }
    const soon = { id, firstSeen: inMinutes(2), lastSeen: inMinutes(3) };
    expect(await world.data(bea, report, soon)).toEqual({ reportSighting: { sightings: { reports: 1 } } });
  });

  it("keeps an item's kind", async () => {
    const { anna } = world.people;
    const id = await world.publish(anna, advisory());
    const revise =
      "mutation ($id: ID!, $input: ItemInput!) { revise(id: $id, expectedRevision: 1, input: $input) { cursor } }";
    const input = { mitigation: advisory().advisory };
    expect(await world.refusal(anna, revise, { id, input })).toEqual({
      code: "BAD_USER_INPUT",
      field: "input",
      message: "An item keeps its kind, which is ADVISORY.",
    });
  });

  it("names recipients by name, in whatever order they were given", async () => {
    const { anna } = world.people;
    const { borealis, campus, institute } = world.organizations;
    for (const organizations of [
      [institute, campus, borealis],
      [borealis, institute, campus],
    ]) {
      const audience = { organizations, sectors: ["ACADEMIA", "GOVERNMENT", "COMPANY"] };
      const id = await world.publish(anna, advisory({ tlp: "AMBER", audience }));
      const { item } = await world.data(
        anna,
        `query ($id: ID!) { item(id: $id) {
          audience { organizations { name } sectors } answers { entries { organization { name } } } } }`,
        { id },
      );
      const names = ["Borealis", "Campus", "Safety Institute"].map((name) => ({ name }));
      expect(item).toMatchObject({
        audience: { organizations: names, sectors: ["COMPANY", "GOVERNMENT", "ACADEMIA"] },
        answers: { entries: names.map((organization) => ({ organization })) },
      });
    }
  });

  it("shows relays, answers and sightings to the origin in full, and to recipients as far as they may know", async () => {
    const { anna, bea, ivan } = world.people;
    const id = await world.publish(anna, advisory({ audience: { organizations: [world.organizations.borealis] } }));
    await world.data(
      bea,
      `mutation ($id: ID!, $to: [ID!]!) {
        relay(id: $id, organizations: $to) { cursor }
        answer(id: $id, state: MITIGATED, note: "Rotated") { id }
        reportSighting(id: $id, count: 2147483647, firstSeen: "2026-11-01T01:00:00+01:00") { id }
      }`,
      { id, to: [world.organizations.institute] },
    );
    await world.data(
      ivan,
      'mutation ($id: ID!) { reportSighting(id: $id, count: 3, firstSeen: "2026-11-02T00:00:00Z", attributed: true) { id } }',
      { id },
    );
    const view = `query ($id: ID!) { item(id: $id) {
      viewerIsOrigin audience { organizations { name } } relays { organization { name } by { name } active }
      reachedThrough { type } ownAnswer { state note }
      answers { mitigated acknowledged noAnswer entries { organization { name } state } }
      sightings { reports count firstSeen lastSeen entries { organization { name } count } }
    } }`;
    expect(await world.data(anna, view, { id })).toEqual({
      item: {
        viewerIsOrigin: true,
        audience: { organizations: [{ name: "Borealis" }] },
        relays: [{ organization: { name: "Safety Institute" }, by: { name: "Borealis" }, active: true }],
        reachedThrough: [{ type: "ORIGIN" }],
        ownAnswer: null,
        answers: {
          mitigated: 1,
          acknowledged: 1,
          noAnswer: 1,
          entries: [
            { organization: { name: "Borealis" }, state: "MITIGATED" },
            { organization: { name: "Safety Institute" }, state: "NO_ANSWER" },
          ],
        },
        sightings: {
          reports: 2,
          count: 2_147_483_647,
          firstSeen: "2026-11-01T00:00:00.000Z",
          lastSeen: "2026-11-02T00:00:00.000Z",
          entries: [
            { organization: null, count: 2_147_483_647 },
            { organization: { name: "Safety Institute" }, count: 3 },
          ],
        },
      },
    });
    expect(await world.data(ivan, view, { id })).toMatchObject({
      item: {
        viewerIsOrigin: false,
        audience: null,
        relays: null,
        reachedThrough: [{ type: "RELAY" }],
        ownAnswer: null,
        answers: { mitigated: 1, acknowledged: 1, noAnswer: null, entries: null },
      },
    });
  });

  it("lets stewards administer members, and nobody else", async () => {
    const { stella, anna } = world.people;
    const add =
      'mutation { addOrganization(name: "Delta", sector: CIVIL_SOCIETY, country: "SE") { id name sector country suspended } }';
    expect(await world.refusal(anna, add)).toMatchObject({ code: "FORBIDDEN" });
    const added = await world.data(stella, add);
    expect(added).toMatchObject({
      addOrganization: { name: "Delta", sector: "CIVIL_SOCIETY", country: "SE", suspended: false },
    });
    const { id: organization } = added["addOrganization"] as { id: string }; // as asked for
    expect(await world.refusal(stella, add)).toMatchObject({ code: "CONFLICT" });

    const account = await world.data(
      stella,
      'mutation ($o: ID!) { addAccount(organization: $o, name: "Dora", email: "Dora@example.org") { id name role email listed organization { id } } }',
      { o: organization },
    );
    expect(account).toMatchObject({
      addAccount: {
        name: "Dora",
        role: "CONTRIBUTOR",
        email: "dora@example.org",
        listed: true,
        organization: { id: organization },
      },
    });
    const { id } = account["addAccount"] as { id: string }; // as asked for
    const round = `mutation ($id: ID!, $o: ID!, $g: ID!, $acme: ID!) {
      updateAccount(id: $id, role: READER, listed: false) { role listed }
      suspendAccount(id: $id) { suspended }
      resumeAccount(id: $id) { suspended }
      updateOrganization(id: $o, country: null) { name country }
      suspendOrganization(id: $o) { suspended }
      resumeOrganization(id: $o) { suspended }
      addGroup(name: "Alignment", description: "  ") { name description }
      joinGroup(group: $g, account: $id) { accounts { id } organizations { name } }
      leaveGroup(group: $g, account: $id) { accounts { id } }
      addClient(organization: $acme, client: $o) { name }
      removeClient(organization: $acme, client: $o) { name }
    }`;
    expect(
      await world.data(stella, round, { id, o: organization, g: world.group, acme: world.organizations.acme }),
    ).toEqual({
      updateAccount: { role: "READER", listed: false },
      suspendAccount: { suspended: true },
      resumeAccount: { suspended: false },
      updateOrganization: { name: "Delta", country: null },
      suspendOrganization: { suspended: true },
      resumeOrganization: { suspended: false },
      addGroup: { name: "Alignment", description: null },
      joinGroup: { accounts: [{ id }], organizations: [{ name: "Safety Institute" }] },
      leaveGroup: { accounts: [] },
      addClient: { name: "Acme AI" },
      removeClient: { name: "Acme AI" },
    });
    const join = "mutation ($g: ID!, $id: ID) { joinGroup(group: $g, account: $id, organization: $id) { id } }";
    expect(await world.refusal(stella, join, { g: world.group, id })).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "account",
    });
    expect(await world.refusal(stella, 'mutation { suspendAccount(id: "a\\u0000b") { id } }')).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("keeps the last steward from stepping down, which the operator may have it do", async () => {
    const { stella, rita, anna } = world.people;
    const { campus } = world.organizations;
    const setRole = "mutation ($id: ID!, $role: Role!) { updateAccount(id: $id, role: $role) { role } }";
    const suspendAll = "mutation ($id: ID!) { suspendOrganization(id: $id) { id } }";
    const refuse = async (step: string, variables: Record<string, unknown>): Promise<void> =>
      expect(await world.refusal(stella, step, variables)).toEqual({
        code: "CONFLICT",
        message: "The forum would be left without a steward: make another one first.",
      });
    await refuse(setRole, { id: stella.id, role: "CONTRIBUTOR" });
    await refuse("mutation ($id: ID!) { suspendAccount(id: $id) { id } }", { id: stella.id });
    await refuse(suspendAll, { id: campus });
    await world.data(stella, setRole, { id: stella.id, role: "STEWARD" });
    await world.data(stella, setRole, { id: rita.id, role: "STEWARD" });
    await refuse(suspendAll, { id: campus }); // a colleague would go with it
    await world.data(stella, setRole, { id: anna.id, role: "STEWARD" });
    await world.data(stella, setRole, { id: stella.id, role: "CONTRIBUTOR" });
    const operator = { kind: "operator" } as const;
    for (const accountId of [rita.id, anna.id]) {
      await world.store.commit(operator, "updateAccount", { accountId, role: "READER" });
    }
  });
});
