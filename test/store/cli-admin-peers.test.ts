import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { clientWorld, runTocsin } from "./client-world.ts";

let here: ClientWorld;
let there: ClientWorld;
beforeAll(async () => {
  here = await clientWorld();
  there = await clientWorld({ TOCSIN_FORUM_NAME: "Forum of the North" });
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const admin = (words: readonly string[], world: ClientWorld = here): Promise<Ran> =>
  runTocsin(["admin", ...words], { TOCSIN_DATABASE: world.database, TOCSIN_OUTGOING_ALLOWED: "127.0.0.1" });
const json = async <T>(shape: z.ZodType<T>, words: readonly string[], world?: ClientWorld): Promise<T> =>
  shape.parse(JSON.parse((await admin([...words, "--json"], world)).stdout));

const keysShape = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      fingerprint: z.string(),
      number: z.number(),
      createdAt: z.string(),
      revokedAt: z.nullable(z.string()),
      signs: z.boolean(),
    }),
  ),
});
const keys = async (words: readonly string[] = ["key", "list"], world: ClientWorld = here) =>
  (await json(keysShape, words, world)).keys;

const documentShape = z.looseObject({
  keys: z.looseObject({ current: z.looseObject({ fingerprint: z.string() }), rotations: z.array(z.string()) }),
});
const documentOf = async ({ url }: ClientWorld) =>
  documentShape.parse(await (await fetch(`${url}/.well-known/tocsin`)).json());

describe("tocsin admin key", () => {
  test("shows the key that is told to others, and no private half of any", async () => {
    const [only, ...others] = await keys();
    expect([only, others]).toMatchObject([{ number: 1, revokedAt: null, signs: true }, []]);
    expect((await documentOf(here)).keys.current.fingerprint).toBe(only?.fingerprint);
    const printed = await admin(["key", "list"]);
    expect(printed.stdout).toMatch(new RegExp(`^${only?.fingerprint} {2}made \\S+ {2}signs {2}${only?.kid}\n$`));
    expect(printed.stdout).not.toContain("PRIVATE");
  });

  test("rotates and revokes under a running forum", async () => {
    const [first] = await keys();
    const rotated = await keys(["key", "rotate"]);
    expect(rotated.map(({ number, signs, revokedAt }) => [number, signs, revokedAt])).toEqual([
      [1, false, null],
      [2, true, null],
    ]);
    await expect
      .poll(async () => (await documentOf(here)).keys, { timeout: 20_000 })
      .toMatchObject({ current: { fingerprint: rotated[1]?.fingerprint }, rotations: { length: 1 } });
    const revoked = await keys(["key", "revoke", "--key", first?.fingerprint ?? ""]);
    expect(revoked.map(({ signs, revokedAt }) => [signs, revokedAt !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
    const replaced = await keys(["key", "revoke", "--key", revoked[1]?.kid ?? ""]);
    expect(replaced.map(({ number, signs }) => [number, signs])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const unknown = await admin(["key", "revoke", "--key", "nothing", "--json"]);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("NOT_FOUND")]);
    const audit = await admin(["audit"]);
    expect(audit.stdout).toMatch(new RegExp(`operator {2}revokeOwnKey {2}${first?.kid} {2}done`));
  });
});

const idShape = z.looseObject({ id: z.string() });
const peersShape = z.object({ peers: z.array(z.looseObject({ id: z.string(), care: z.looseObject({}) })) });

test("tocsin admin peer agrees, changes, lists and ends without an account", async () => {
  const shown = await admin(["peer", "add", "--url", there.url]);
  expect([shown.code, shown.stderr]).toEqual([1, expect.stringContaining("Forum of the North")]);
  const [, fingerprint = ""] = /"(.+)"/.exec(shown.stderr) ?? [];
  expect(fingerprint).toBe((await keys(["key", "list"], there))[0]?.fingerprint);
  const { id: groupId } = await json(idShape, ["group", "add", "--name", "Cyber"]);
  const agreement = ["--labels", "TLP:CLEAR,AMBER+STRICT", "--groups", groupId, "--hops", "3"];
  const add = ["peer", "add", "--url", there.url, "--fingerprint", fingerprint, ...agreement];
  const { id: peer } = await json(idShape, add);
  const listed = async () =>
    (await json(peersShape, ["peer", "list"])).peers.find(({ id }) => id === peer)?.care["agreement"];
  const agreed = { ...defaultAgreement, labels: ["CLEAR", "AMBER_STRICT"], groups: [groupId], hops: 3 };
  expect(await listed()).toEqual(agreed);
  const update = [
    "peer",
    "update",
    "--peer",
    peer,
    "--no-groups",
    "--community",
    "--direction",
    "send",
    "--quota",
    "7",
  ];
  await admin(update);
  const changed = { groups: [], community: true, direction: "SEND", envelopesPerHour: 7 };
  expect(await listed()).toEqual({ ...agreed, ...changed });
  for (const words of [["pause"], ["resume"], ["reread"], ["revoke-key", "--key", fingerprint]])
    expect([words, (await admin(["peer", ...words, "--peer", peer])).code]).toEqual([words, 0]);
  expect((await admin(["peer", "list"])).stdout).toMatch(
    new RegExp(`^${peer} {2}Forum of the North {2}${there.url} `, "m"),
  );
  expect((await admin(["peer", "alarms", "--all", "--json"])).stdout).toBe('{"alarms":[]}\n');
  const acknowledged = await admin(["peer", "acknowledge", "--alarm", "alm_none", "--json"]);
  expect(acknowledged.stderr).toContain("There is no alarm alm_none here.");
  expect((await admin(["peer", "remove", "--peer", peer])).stdout).toBe(`${peer} removed\n`);
  expect((await admin(["peer", "remove", "--peer", peer])).code).toBe(1);
  for (const wrong of [
    ["--labels", "BLUE"],
    ["--direction", "up"],
    ["--hops", "0"],
  ])
    expect((await admin(["peer", "update", "--peer", peer, ...wrong])).code).toBe(2);
});

test("tocsin admin org share says for an organisation whether others are told of it", async () => {
  const { organizationId } = here.company;
  const shared = async () => (await here.app.store.federation.directory()).map(({ id }) => id);
  expect((await admin(["org", "share", "--org", organizationId])).stdout).toBe(`${organizationId} is shared\n`);
  expect(await shared()).toEqual([organizationId]);
  expect((await admin(["org", "list"])).stdout).toMatch(new RegExp(`^${organizationId} .* shared$`, "m"));
  await admin(["org", "share", "--org", organizationId, "--off"]);
  expect(await shared()).toEqual([]);
});
