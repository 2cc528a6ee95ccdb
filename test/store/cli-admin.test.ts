import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createClient } from "../../clients/sdk/index.ts";
import { readExpiry } from "../../server/admin/tokens.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { clearAdvisory, clientWorld, runTocsin, temporaryFolder } from "./client-world.ts";

let world: ClientWorld;
beforeAll(async () => {
  world = await clientWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const admin = (words: readonly string[], database = world.database): Promise<Ran> =>
  runTocsin(["admin", ...words, "--json"], { TOCSIN_DATABASE: database });
const idShape = z.looseObject({ id: z.string() });
const idOf = ({ stdout }: Ran): string => idShape.parse(JSON.parse(stdout)).id;

describe("tocsin admin", () => {
  test("makes an organisation, an account and a token that the running forum takes at once", async () => {
    const org = idOf(await admin(["org", "add", "--name", "New Lab", "--sector", "COMPANY", "--country", "CH"]));
    const account = idOf(await admin(["account", "add", "--org", org, "--name", "Ada", "--email", "ada@example.org"]));
    const made = z
      .object({ id: z.string(), token: z.string() })
      .parse(JSON.parse((await admin(["token", "create", "--account", account, "--expires", "90d"])).stdout));
    const client = createClient({ url: world.url, token: made.token });
    expect(await client.viewer()).toMatchObject({
      account: { id: account, name: "Ada" },
      organization: { id: org, sector: "COMPANY", country: "CH" },
    });
    await client.publish(clearAdvisory("By a contributor, which is the default"));
    await admin(["token", "revoke", "--token-id", made.id]);
    await expect
      .poll(() => client.viewer().catch((error: unknown) => error))
      .toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("changes groups and clients under running connections", async () => {
    const group = idOf(await admin(["group", "add", "--name", "Cyber"]));
    const reader = createClient({ url: world.url, token: world.government.token });
    const after = await reader.feedCursor();
    await admin(["group", "join", "--group", group, "--org", world.government.organizationId]);
    const { value } = await reader.follow({ after }).next();
    expect(value).toMatchObject({ change: "RIGHTS_CHANGED" });
    expect((await reader.viewer()).groups).toMatchObject([{ id: group, name: "Cyber" }]);
    await admin(["group", "leave", "--group", group, "--org", world.government.organizationId]);
    await expect.poll(async () => (await reader.viewer()).groups).toEqual([]);
    const relation = ["--org", world.company.organizationId, "--client-org", world.outsider.organizationId];
    expect((await admin(["client", "add", ...relation])).code).toBe(0);
    expect((await admin(["client", "remove", ...relation])).code).toBe(0);
  });

  test("suspends and resumes accounts and organisations", async () => {
    const client = createClient({ url: world.url, token: world.outsider.token });
    const state = (): Promise<unknown> =>
      client.viewer().then(
        () => "in",
        () => "out",
      );
    for (const [noun, id] of [
      ["account", world.outsider.accountId],
      ["org", world.outsider.organizationId],
    ] as const) {
      await admin([noun, "suspend", `--${noun}`, id]);
      await expect.poll(state).toBe("out");
      await admin([noun, "resume", `--${noun}`, id]);
      await expect.poll(state).toBe("in");
    }
  });

  test("says what there is none of", async () => {
    const { organizationId } = world.company;
    const member = ["--group", "grp_none", "--account", "acc_nobody"];
    for (const [words, what] of [
      [["token", "create", "--account", "acc_nobody"], "account acc_nobody"],
      [["token", "revoke", "--token-id", "tok_none"], "token tok_none"],
      [["account", "add", "--org", "nope", "--name", "Ada", "--email", "ada@x.example"], "organisation nope"],
      [["group", "join", ...member], "group grp_none, or no account acc_nobody"],
      [
        ["client", "add", "--org", organizationId, "--client-org", "org_none"],
        `organisation ${organizationId}, or no organisation org_none`,
      ],
    ] as const) {
      const ran = await admin(words);
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.stderr)).toEqual({ error: { code: "NOT_FOUND", message: `There is no ${what} here.` } });
    }
  });

  test("is not called in a way that cannot be meant", async () => {
    expect((await admin(["group", "join", "--group", "grp_1"])).code).toBe(2);
    expect((await admin(["org", "add", "--name", "X", "--sector", "ARMY"])).code).toBe(2);
    expect((await admin(["token", "create", "--account", "acc_1", "--expires", "2001-01-01T00:00:00Z"])).code).toBe(2);
    expect((await admin(["nothing"])).code).toBe(2);
  });

  test("does nothing where a setting is unknown, or names no database", async () => {
    for (const [name, value, complaint] of [
      ["TOCSIN_DATABSE", world.database, /^There is no setting TOCSIN_DATABSE: remove it, or set one of /],
      ["TOCSIN_DATABASE", "mysql://x", /^Set TOCSIN_DATABASE to a path, or to an address that begins with postgres/],
    ] as const) {
      const ran = await runTocsin(["admin", "org", "list", "--json"], { [name]: value });
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(JSON.parse(ran.stderr)).toEqual({ error: { code: "USAGE", message: expect.stringMatching(complaint) } });
    }
  });

  test("tells of a database that it cannot reach as of a forum that it cannot reach", async () => {
    for (const words of [["org", "list"], ["backup", "x.backup"], ["org", "suspend", "--org", "org_1"], ["audit"]]) {
      const ran = await admin(words, "postgres://nobody@127.0.0.1:1/nothing");
      expect([ran.code, ran.stdout]).toEqual([3, ""]);
      expect(JSON.parse(ran.stderr)).toEqual({
        error: { code: "UNAVAILABLE", message: expect.stringMatching(/nothing listens there\. TOCSIN_DATABASE/) },
      });
    }
  });

  test("lists who did what, and no content", async () => {
    const client = createClient({ url: world.url, token: world.company.token });
    const { item } = await client.publish(clearAdvisory("Of which the audit log says nothing"));
    const { stdout } = await admin(["audit", "--limit", "500"]);
    const { entries } = z.object({ entries: z.array(z.looseObject({ action: z.string() })) }).parse(JSON.parse(stdout));
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: "publish",
        subjectId: item.id,
        accountId: world.company.accountId,
        outcome: "done",
      }),
    );
    expect(stdout).not.toContain("Of which the audit log");
    const operators = { TOCSIN_DATABASE: world.database };
    expect((await runTocsin(["admin", "audit", "--limit", "500"], operators)).stdout).toMatch(
      new RegExp(`^\\S+  operator  resumeOrganization  ${world.outsider.organizationId}  done$`, "m"),
    );
  });
});

describe("a backup", () => {
  test("that is restored holds what was there, and ends the cursors of before", async () => {
    await using first = await clientWorld();
    const token = first.company.token;
    const { item } = await createClient({ url: first.url, token }).publish(clearAdvisory("To be kept"));
    const cursor = await createClient({ url: first.url, token }).feedCursor();
    const file = join(await temporaryFolder(), "forum.backup");
    expect(JSON.parse((await admin(["backup", file], first.database)).stdout)).toMatchObject({ file });
    await createClient({ url: first.url, token }).publish(clearAdvisory("To be lost"));
    await first.app[Symbol.asyncDispose]();
    expect((await admin(["restore", file], first.database)).code).toBe(0);
    await using second = await clientWorld({}, first.database);
    const client = createClient({ url: second.url, token });
    expect((await client.itemPage({})).nodes.map(({ id }) => id)).toEqual([item.id]);
    await expect(client.follow({ after: cursor }).next()).rejects.toMatchObject({ code: "CURSOR_EXPIRED" });
    const kept = join(await temporaryFolder(), "feed.cursor");
    await writeFile(kept, cursor);
    const follow = (...words: string[]): Promise<Ran> =>
      runTocsin(["follow", "--cursor", kept, ...words], { TOCSIN_URL: second.url, TOCSIN_TOKEN: token });
    const told = await follow();
    expect([told.code, told.stdout]).toEqual([1, ""]);
    expect(told.stderr).toContain("start again. `tocsin follow --after beginning` tells everything anew.");
    expect(told.stderr).toContain(`To begin now instead, remove the place kept in ${kept}.`);
    expect(await follow("--after", "beginning", "--count", "1")).toMatchObject({ code: 0 });
    expect(await follow("--json", "--no-cursor", "--after", cursor)).toMatchObject({
      stderr: expect.not.stringContaining("remove"),
    });
  });
});

test("a database that was put back by hand ends the cursors of before once the operator says so", async () => {
  await using own = await clientWorld();
  const client = createClient({ url: own.url, token: own.company.token });
  const cursor = await client.feedCursor();
  expect(JSON.parse((await admin(["begin-anew"], own.database)).stdout)).toEqual({ begunAnew: true });
  await expect(client.follow({ after: cursor }).next()).rejects.toMatchObject({ code: "CURSOR_EXPIRED" });
  expect((await client.publish(clearAdvisory("Goes on"))).item.title).toBe("Goes on");
});

test("a backup that cannot be read, or cannot be written, is wrong usage", async () => {
  for (const [words, complaint] of [
    [["restore", "/nope"], /^\/nope cannot be read: ENOENT/],
    [["backup", "/nope/forum.backup"], /^\/nope\/forum\.backup cannot be written: ENOENT/],
  ] as const) {
    const ran = await admin(words);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(JSON.parse(ran.stderr)).toEqual({ error: { code: "USAGE", message: expect.stringMatching(complaint) } });
  }
});

describe("when a token expires", () => {
  test("is an instant, or a number of days from now", () => {
    const now = Date.parse("2026-11-23T00:00:00Z");
    expect(readExpiry("90d", undefined, now)).toBe("2027-02-21T00:00:00.000Z");
    expect(readExpiry("2027-01-31T12:00:00+02:00", undefined, now)).toBe("2027-01-31T10:00:00.000Z");
    for (const text of ["0d", "tomorrow", "2026-11-22T00:00:00Z", "2027-01-31", "-1d"]) {
      expect(() => readExpiry(text, undefined, now)).toThrow(/^(Give an instant|That is in the past)/);
    }
  });
});
