import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../clients/sdk/index.ts";
import { readExpiry } from "../../server/admin/tokens.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { clientWorld, runTocsin } from "./client-world.ts";

let world: ClientWorld;
beforeAll(async () => {
  world = await clientWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const admin = (...words: readonly string[]): Promise<Ran> =>
  runTocsin(["admin", ...words], { TOCSIN_DATABASE: world.database });
const answer = async (...words: readonly string[]): Promise<unknown> =>
  JSON.parse((await admin(...words, "--json")).stdout);

describe("the operator's lists", () => {
  test("hold every organisation, suspended or not", async () => {
    const { organizationId: id } = world.outsider;
    await admin("org", "suspend", "--org", id);
    expect(await answer("org", "list")).toEqual({
      organizations: expect.arrayContaining([
        expect.objectContaining({ id: world.company.organizationId, sector: "COMPANY", suspended: false }),
        expect.objectContaining({ id, sector: "ACADEMIA", suspended: true }),
      ]),
    });
    expect((await admin("org", "list")).stdout).toMatch(new RegExp(`^${id}  .+  ACADEMIA  .+  suspended$`, "m"));
    await admin("org", "resume", "--org", id);
  });

  test("hold every account, or those of one organisation", async () => {
    const { accountId: id, organizationId } = world.company;
    const all = await answer("account", "list");
    expect(all).toMatchObject({ accounts: expect.arrayContaining([expect.objectContaining({ id, organizationId })]) });
    expect(all).toMatchObject({
      accounts: expect.arrayContaining([expect.objectContaining({ id: world.government.accountId })]),
    });
    expect(await answer("account", "list", "--org", organizationId)).toMatchObject({ accounts: [{ id }] });
    expect(await answer("account", "list", "--org", "org_nobody")).toEqual({ accounts: [] });
    expect(JSON.stringify(all)).not.toContain(world.company.token);
  });

  test("hold every group", async () => {
    await admin("group", "add", "--name", "Cyber", "--description", "Attacks");
    expect(await answer("group", "list")).toEqual({
      groups: [{ id: expect.stringMatching(/^grp_/), name: "Cyber", description: "Attacks" }],
    });
    expect((await admin("group", "list")).stdout).toMatch(/^grp_\w+ {2}Cyber {2}Attacks\n$/);
  });
});

test("the operator's lists hold every client relation that stands", async () => {
  const [a, b, c] = [world.company.organizationId, world.government.organizationId, world.outsider.organizationId];
  for (const [provider, client] of [
    [a, b],
    [a, c],
    [b, c],
  ] as const) {
    await admin("client", "add", "--org", provider, "--client-org", client);
  }
  await admin("client", "remove", "--org", b, "--client-org", c);
  const listed = await answer("client", "list");
  const relation = (clientId: string) =>
    expect.objectContaining({ providerId: a, clientId, provider: expect.any(String), client: expect.any(String) });
  expect(listed).toEqual({ clients: expect.arrayContaining([relation(b), relation(c)]) });
  expect(listed).toMatchObject({ clients: { length: 2 } });
  expect((await admin("client", "list")).stdout).toMatch(new RegExp(`^${a}  .+  has the client  ${b}  .+$`, "m"));
});

describe("account update", () => {
  test("changes what is given and nothing else", async () => {
    const { accountId: id, organizationId, token } = world.government;
    const update = (...words: readonly string[]): Promise<Ran> => admin("account", "update", "--account", id, ...words);
    const account = (): Promise<unknown> => answer("account", "list", "--org", organizationId);
    expect(await update("--name", "Grace", "--role", "reader")).toMatchObject({ code: 0, stdout: `${id} changed\n` });
    expect(await account()).toMatchObject({ accounts: [{ id, name: "Grace", role: "READER", listed: true }] });
    const { account: seen } = await createClient({ url: world.url, token }).viewer();
    expect(seen).toMatchObject({ name: "Grace", role: "READER" });
    expect(await update("--unlisted")).toMatchObject({ code: 0 });
    expect(await account()).toMatchObject({ accounts: [{ name: "Grace", role: "READER", listed: false }] });
    expect(await update("--listed")).toMatchObject({ code: 0 });
    expect(await account()).toMatchObject({ accounts: [{ listed: true }] });
  });

  test("is not called in a way that cannot be meant", async () => {
    const { accountId } = world.government;
    for (const words of [[], ["--listed", "--unlisted"], ["--role", "king"]]) {
      expect(await admin("account", "update", "--account", accountId, ...words)).toMatchObject({ code: 2 });
    }
    expect(await admin("account", "update", "--account", "acc_nobody", "--listed")).toMatchObject({ code: 1 });
  });
});

test("a token does not end on a day that there is not", () => {
  const now = Date.parse("2026-11-23T00:00:00Z");
  expect(() => readExpiry("2027-02-30T00:00:00Z", undefined, now)).toThrow(/^Give an instant/);
  expect(readExpiry("2027-02-28T00:00:00Z", undefined, now)).toBe("2027-02-28T00:00:00.000Z");
});
