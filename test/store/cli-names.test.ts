import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createClient } from "../../clients/sdk/index.ts";
import type { Sector } from "../../domain/vocabulary.ts";
import type { TestMember } from "../support/start-app.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { clearAdvisory, clientWorld, runTocsin, temporaryFolder } from "./client-world.ts";

const operator = { kind: "operator" } as const;

type Person = Pick<TestMember, "organizationId" | "accountId">;
let world: ClientWorld;
let home: string;
let kestrel: Person;
let groupId: string;
beforeAll(async () => {
  world = await clientWorld();
  home = await temporaryFolder();
  kestrel = await person("Kestrel Labs", "COMPANY", "Priya Raghunathan");
  await person("Université de l’Éveil, Sûreté", "ACADEMIA", "Anna Berg");
  await person("Twin Institute", "ACADEMIA", "Anna Berg");
  const group = { name: "Incident Liaison", description: "Who answers at night." };
  groupId = (await world.app.store.commit(operator, "addGroup", group)).id;
});
afterAll(() => world[Symbol.asyncDispose]());

/** An organisation with one account in it, both with names of their own. */
async function person(organization: string, sector: Sector, name: string): Promise<Person> {
  const { store } = world.app;
  const ofTheirs = { name: organization, sector, country: "GB" };
  const { id: organizationId } = await store.commit(operator, "addOrganization", ofTheirs);
  const email = `${crypto.randomUUID()}@example.org`;
  const account = { organizationId, name, email, role: "CONTRIBUTOR", listed: true } as const;
  return { organizationId, accountId: (await store.commit(operator, "addAccount", account)).id };
}

function tocsin(words: readonly string[], input = "", token: string | null = world.company.token): Promise<Ran> {
  const env = { HOME: home, TOCSIN_URL: world.url, ...(token === null ? {} : { TOCSIN_TOKEN: token }) };
  return runTocsin(words, env, input);
}

const errorShape = z.object({ error: z.looseObject({ code: z.string(), message: z.string(), field: z.string() }) });
const errorOf = ({ stderr }: Ran): z.infer<typeof errorShape>["error"] => errorShape.parse(JSON.parse(stderr)).error;

function advisory(label: string, audience: object): string {
  const { advisory: fields } = JSON.parse(JSON.stringify(clearAdvisory("By name"))) as { advisory: object }; // its own shape
  return JSON.stringify({ advisory: { ...fields, tlp: label, audience } });
}

async function newestCursor(): Promise<string> {
  return createClient({ url: world.url, token: world.company.token }).feedCursor();
}

async function published(since: string): Promise<number> {
  const reader = createClient({ url: world.url, token: world.company.token });
  return (await reader.feedPage({ after: since })).events.length;
}

describe("the directory", () => {
  test("lists who is there, with name, sector, country and id", async () => {
    const { stdout } = await tocsin(["directory", "--organizations", "--text", "kestrel"]);
    expect(stdout).toBe(`Organisations\n  Kestrel Labs  COMPANY  GB  ${kestrel.organizationId}\n\n`);
    const all = await tocsin(["directory"]);
    expect(all.stdout).toMatch(/^Organisations$.*^Groups$.*Who answers at night.*^Accounts$.*Priya Raghunathan/ms);
  });

  test("prints the parts that were asked for as JSON", async () => {
    const ran = await tocsin(["directory", "--accounts", "--groups", "--text", "KESTREL", "--json"]);
    expect(JSON.parse(ran.stdout)).toEqual({
      groups: [],
      accounts: [expect.objectContaining({ id: kestrel.accountId, name: "Priya Raghunathan" })],
    });
  });

  test("is shown to nobody who is not signed in", async () => {
    const ran = await tocsin(["directory", "--json"], "", null);
    expect(JSON.parse(ran.stdout)).toEqual({ organizations: [], groups: [], accounts: [] });
    expect(ran.stderr).toContain("sign in");
  });
});

describe("an audience of names", () => {
  test("reaches those who have them, whatever the case, and says to whom it went, the label first", async () => {
    const audience = { organizations: ["kestrel LABS", world.government.organizationId], groups: ["incident liaison"] };
    const { stdout, code } = await tocsin(["publish", "-"], advisory("AMBER+STRICT", audience));
    expect(code).toBe(0);
    const [done, to] = stdout.split("\n");
    expect(done).toMatch(/^TLP:AMBER\+STRICT {2}Published itm_/);
    expect(to).toMatch(/^TLP:AMBER\+STRICT {2}It went to: .*Kestrel Labs; .*the group Incident Liaison; and your own/);
  });

  test("names persons under TLP:RED", async () => {
    const ran = await tocsin(["publish", "-", "--json"], advisory("RED", { accounts: ["Priya Raghunathan"] }));
    expect(JSON.parse(ran.stdout)).toMatchObject({ item: { audience: { accounts: [{ id: kestrel.accountId }] } } });
  });

  test("may be named in a draft and in a revision", async () => {
    const text = advisory("AMBER", { organizations: ["Kestrel Labs"] });
    const draft = z
      .looseObject({ id: z.string() })
      .parse(JSON.parse((await tocsin(["publish", "--draft", "-", "--json"], text)).stdout));
    expect((await tocsin(["publish", "--id", draft.id])).stdout).toContain("It went to: Kestrel Labs; and your own");
    const revised = await tocsin(["revise", draft.id, "-", "--expect", "1"], advisory("GREEN", {}));
    expect(revised.stdout).toContain("TLP:GREEN  It went to: every member of the forum.");
    expect((await tocsin(["show", draft.id, "--yaml"])).code).toBe(0);
  });

  test.each([
    ["nobody has", { organizations: ["Kestrel Laps"] }, "organizations.0", /called "Kestrel Laps".*Near.*Kestrel Labs/],
    ["two persons have", { accounts: ["Anna Berg"] }, "accounts.0", /2 accounts: .*Twin Institute, acc_/],
    ["is that of a group", { organizations: ["Incident Liaison"] }, "organizations.0", /the name of a group/],
    ["is empty", { groups: [""] }, "groups.0", /no group called ""/],
  ])("is refused with its field, and nothing is sent, when a name %s", async (_what, audience, field, message) => {
    const since = await newestCursor();
    const ran = await tocsin(["publish", "-", "--json"], advisory("AMBER", audience));
    expect(ran.code).toBe(2);
    const error = errorOf(ran);
    expect(error).toMatchObject({ code: "BAD_USER_INPUT", field: `input.advisory.audience.${field}` });
    expect(error.message).toMatch(message);
    expect(await published(since)).toBe(0);
  });

  test("is written back with ids, and the names beside them", async () => {
    const ran = await tocsin(["publish", "-", "--json"], advisory("AMBER", { organizations: ["Kestrel Labs"] }));
    const { id } = z.looseObject({ id: z.string() }).parse(JSON.parse(ran.stdout));
    const { stdout } = await tocsin(["show", id, "--yaml"]);
    expect(stdout).toContain(`- ${kestrel.organizationId} # Kestrel Labs`);
    expect((await tocsin(["revise", id, "-", "--expect", "1"], stdout)).code).toBe(0);
  });
});

describe("options", () => {
  test("take the name of an origin and of a group, commas and all", async () => {
    await tocsin(["publish", "-"], advisory("GREEN", { groups: [groupId] }));
    const ran = await tocsin(["items", "--group", "Incident Liaison", "--json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ totalCount: expect.any(Number) });
    const none = await tocsin(["stats", "--origin", "Université de l’Éveil, Sûreté", "--json"]);
    expect(JSON.parse(none.stdout)).toMatchObject({ total: 0 });
    const two = await tocsin([
      "items",
      "--origin",
      `${kestrel.organizationId},${world.company.organizationId}`,
      "--json",
    ]);
    expect(two.code).toBe(0);
  });

  test("are refused by name when nobody has it", async () => {
    const ran = await tocsin(["items", "--origin", "Universite de l'Eveil", "--json"]);
    expect([ran.code, errorOf(ran).field]).toEqual([2, "--origin"]);
    expect(errorOf(ran).message).toContain("Near to it: Université de l’Éveil, Sûreté");
  });

  test("ask whoever is not signed in to sign in", async () => {
    const ran = await tocsin(["items", "--origin", "Kestrel Labs", "--json"], "", null);
    expect([ran.code, errorOf(ran).code]).toEqual([4, "UNAUTHENTICATED"]);
  });
});

describe("relaying", () => {
  test("takes a name, and says to whom it went", async () => {
    const item = await tocsin(["publish", "-", "--json"], advisory("GREEN", { organizations: ["Kestrel Labs"] }));
    const { id } = z.looseObject({ id: z.string() }).parse(JSON.parse(item.stdout));
    const refused = await tocsin(["relay", id, "kestrel labs", "nobody at all"]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect((await tocsin(["relay", id, "kestrel labs"])).stdout).toMatch(/^TLP:GREEN {2}It went to: Kestrel Labs\.$/m);
  });
});

describe("signing in", () => {
  test("shows as whom, with role and groups", async () => {
    const ran = await tocsin(["whoami", "--json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      url: world.url,
      account: { id: world.company.accountId, role: "CONTRIBUTOR" },
      organization: { id: world.company.organizationId },
      groups: [],
    });
    expect((await tocsin(["whoami"])).stdout).toMatch(/^role: +CONTRIBUTOR$/m);
    expect((await tocsin(["whoami"], "", null)).stdout).toContain("Nobody is signed in");
  });

  test("is ended by forgetting the token", async () => {
    expect((await tocsin(["login", world.url], world.company.token, null)).code).toBe(0);
    expect(JSON.parse((await tocsin(["whoami", "--json"], "", null)).stdout)).toMatchObject({
      account: { id: world.company.accountId },
    });
    expect((await tocsin(["logout"], "", null)).stdout).toBe(`Forgot the token for ${world.url}.\n`);
    expect(JSON.parse((await tocsin(["whoami", "--json"], "", null)).stdout)).toMatchObject({ account: null });
    expect((await tocsin(["logout"], "", null)).code).toBe(0);
  });
});
