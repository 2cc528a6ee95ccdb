import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { run } from "../../clients/cli/run.ts";
import { createClient } from "../../clients/sdk/index.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import { addPeer, memberAtHome } from "../support/peers.ts";
import type { TestMember } from "../support/start-app.ts";
import { addMember } from "../support/start-app.ts";
import type { ClientWorld, Ran } from "./client-world.ts";
import { clearAdvisory, clientWorld, runTocsin, temporaryFolder } from "./client-world.ts";

const outgoing = { TOCSIN_OUTGOING_ALLOWED: "127.0.0.1" };
let here: ClientWorld;
let there: ClientWorld;
let steward: TestMember;
let home: string;
beforeAll(async () => {
  here = await clientWorld(outgoing);
  const words = { TOCSIN_FORUM_NAME: "Forum of the North", TOCSIN_CONTACT: "stewards@north.example" };
  there = await clientWorld({ ...outgoing, ...words, TOCSIN_COMMUNITY_POLICY: "Members of good standing." });
  steward = await addMember(here.app, { role: "STEWARD" });
  home = await temporaryFolder();
});
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

const envOf = ({ token }: TestMember): Record<string, string> => ({
  HOME: home,
  TOCSIN_URL: here.url,
  TOCSIN_TOKEN: token,
});
const tocsin = (words: readonly string[], who: TestMember = steward, input = ""): Promise<Ran> =>
  runTocsin(words, envOf(who), input);
const told = async <T>(shape: z.ZodType<T>, words: readonly string[], who?: TestMember): Promise<T> => {
  const { code, stdout, stderr } = await tocsin([...words, "--json"], who);
  if (code !== 0) throw new Error(stderr);
  return shape.parse(JSON.parse(stdout));
};
const errorShape = z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) });
const errorOf = ({ stderr }: Ran): z.infer<typeof errorShape>["error"] => errorShape.parse(JSON.parse(stderr)).error;

/** Somebody at a terminal, who answers what is asked. */
async function atTerminal(words: readonly string[], answer: string): Promise<Ran> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  stderr.on("data", (chunk: Buffer) => void (String(chunk).includes("[yes/no]") && stdin.write(`${answer}\n`)));
  const code = await run(words, { stdin, stdout, stderr, env: envOf(steward) });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { code, stdout: out, stderr: err };
}

const peersShape = z.object({ peers: z.array(z.looseObject({ id: z.string(), name: z.string() })) });
const peers = async (): Promise<z.infer<typeof peersShape>["peers"]> =>
  (await told(peersShape, ["peer", "status"])).peers;
const north = async () => (await peers()).find(({ name }) => name === "Forum of the North");

describe("agreeing with another forum", () => {
  test("shows on a terminal who it says that it is, and asks", async () => {
    const refused = await atTerminal(["peer", "add", there.url], "no");
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    for (const shown of ["Forum of the North", "stewards@north.example", "Members of good standing.", there.url])
      expect(refused.stderr).toContain(shown);
    expect(refused.stderr).toMatch(/fingerprint: +(\S{4} ){10}\S{3}/);
    expect(await north()).toBeUndefined();
    const agreed = await atTerminal(["peer", "add", there.url, "--labels", "clear", "green", "--hops", "2"], "yes");
    expect(agreed.stdout).toMatch(/^Agreed with Forum of the North\..*both ways, TLP:CLEAR TLP:GREEN/s);
    expect(await north()).toMatchObject({ agreement: { labels: ["CLEAR", "GREEN"], hops: 2, community: false } });
    await tocsin(["peer", "remove", "forum of the north"]);
    expect(await north()).toBeUndefined();
  });

  test("takes the fingerprint from a script, and no other", async () => {
    const without = await tocsin(["peer", "add", there.url, "--json"]);
    expect([without.code, errorOf(without)]).toMatchObject([2, { field: "--fingerprint" }]);
    const [, fingerprint = ""] = /"(.+)"/.exec(errorOf(without).message) ?? [];
    const wrong = await tocsin(["peer", "add", there.url, "--fingerprint", `${fingerprint}x`, "--json"]);
    expect([wrong.code, errorOf(wrong)]).toMatchObject([1, { code: "BAD_USER_INPUT", field: "fingerprint" }]);
    const words = ["--direction", "receive", "--community", "--quota", "500", "--labels", "clear,amber+strict"];
    const spaceless = fingerprint.replaceAll(" ", "");
    const agree = ["peer", "add", there.url, "--fingerprint", spaceless, ...words];
    const agreed = await told(z.looseObject({ id: z.string() }), agree);
    const agreement = { direction: "RECEIVE", community: true, envelopesPerHour: 500, hops: 1, groups: [] };
    expect(agreed).toMatchObject({ state: "AGREED", agreement: { ...agreement, labels: ["CLEAR", "AMBER_STRICT"] } });
    const twice = await tocsin(["peer", "add", there.url, "--fingerprint", fingerprint, "--json"]);
    expect([twice.code, errorOf(twice).code]).toEqual([1, "CONFLICT"]);
    expect((await tocsin(["peer", "remove", agreed.id])).code).toBe(0);
  });

  test("is for stewards, of forums that are there", async () => {
    const denied = await tocsin(["peer", "add", there.url, "--json"], here.company);
    expect([denied.code, errorOf(denied).code]).toEqual([1, "FORBIDDEN"]);
    const none = await tocsin(["peer", "add", there.url.replace(/\d+$/, "1"), "--json"]);
    expect([none.code, errorOf(none).code]).toEqual([3, "UNAVAILABLE"]);
    const itself = await tocsin(["peer", "add", "not an address", "--json"]);
    expect([itself.code, errorOf(itself)]).toMatchObject([1, { code: "BAD_USER_INPUT", field: "url" }]);
  });
});

describe("tending a peer", () => {
  test("changes what is given, pauses, goes on, reads again and ends", async () => {
    const { id: groupId } = await here.app.store.commit({ kind: "operator" }, "addGroup", {
      name: "Red Team",
      description: null,
    });
    const { id } = await addPeer(here.app.store, "Quiet Forum");
    const quiet = async () => (await peers()).find((peer) => peer.id === id);
    const update = ["peer", "update", "quiet forum", "--groups", "red team", "--community", "--direction", "send"];
    const updated = await tocsin(update);
    expect(updated.stdout).toMatch(/^Quiet Forum .*AGREED\n.*we send, .*one community, through the groups Red Team/s);
    const agreement = { ...defaultAgreement, direction: "SEND", community: true };
    expect(await quiet()).toMatchObject({ agreement: { ...agreement, groups: [{ id: groupId, name: "Red Team" }] } });
    await tocsin(["peer", "update", "https://quiet-forum.example", "--no-groups", "--no-community"]);
    expect(await quiet()).toMatchObject({ agreement: { groups: [], community: false } });
    expect((await tocsin(["peer", "update", "quiet forum"])).code).toBe(2);
    expect((await tocsin(["peer", "update", "quiet forum", "--hops", "9"])).code).toBe(1);
    expect((await tocsin(["peer", "update", "quiet forum", "--labels", "blue"])).code).toBe(2);
    expect((await tocsin(["peer", "pause", "Quiet Forum"])).stdout).toContain("Nothing is exchanged with Quiet Forum");
    expect(await quiet()).toMatchObject({ state: "PAUSED" });
    await tocsin(["peer", "resume", "quiet-forum.example"]);
    expect(await quiet()).toMatchObject({ state: "AGREED" });
    expect((await tocsin(["peer", "reread", id])).code).toBe(0);
    const near = await tocsin(["peer", "pause", "Quite Forum", "--json"]);
    expect([near.code, errorOf(near).message]).toEqual([2, expect.stringContaining("Near to it: Quiet Forum")]);
    expect((await tocsin(["peer", "remove", "Quiet Forum"])).code).toBe(0);
    expect(await quiet()).toBeUndefined();
    expect((await tocsin(["peer", "remove", "Quiet Forum"])).code).toBe(2);
  });

  test("ends a key by its fingerprint", async () => {
    const { id, document } = await addPeer(here.app.store, "Keyed Forum");
    const fingerprint = document.key.kid.replaceAll(/(.{4})/g, "$1 ");
    expect((await tocsin(["peer", "revoke-key", "Keyed Forum", fingerprint])).stdout).toContain(", revoked");
    expect((await peers()).find((peer) => peer.id === id)).toMatchObject({ keys: [{ revokedAt: expect.any(String) }] });
  });

  test("tells members which forums there are, and no more", async () => {
    await addPeer(here.app.store, "Known Forum");
    const list = await tocsin(["peer", "list"], here.company);
    expect(list.stdout).toMatch(/^Known Forum {2}https:\/\/known-forum\.example {2}per_\w+$/m);
    const status = await tocsin(["peer", "status", "Known Forum"], here.company);
    expect(status.stdout).toMatch(/^Known Forum {2}\S+ {2}per_\w+\n$/);
    expect((await tocsin(["peer", "alarms"], here.company)).stdout).toBe("There are no alarms.\n");
    expect((await tocsin(["peer", "acknowledge", "alm_none", "--json"])).code).toBe(1);
    expect((await tocsin(["peer", "pause", "Known Forum"], here.company)).code).toBe(1);
  });
});

describe("an organisation", () => {
  test("says whether other forums are told of it", async () => {
    const shared = async () => (await here.app.store.federation.directory()).map(({ id }) => id);
    expect((await tocsin(["org", "share", "on"], here.company)).stdout).toContain("are told of your organisation and");
    expect(await shared()).toEqual([here.company.organizationId]);
    expect(await told(z.object({ reachable: z.boolean() }), ["org", "share", "off"], here.company)).toEqual({
      reachable: false,
    });
    expect(await shared()).toEqual([]);
    expect((await tocsin(["org", "share", "perhaps"], here.company)).code).toBe(2);
  });

  test("is told where its items went, and at once where they do not go to somebody who is named", async () => {
    const { store } = here.app;
    const [open, shut] = [
      await addPeer(store, "Open Forum"),
      await addPeer(store, "Shut Forum", { labels: ["CLEAR"] }),
    ];
    const [one, other] = [memberAtHome("Observatory"), memberAtHome("Agency")];
    await store.federation.noteDirectory(open.id, [one]);
    await store.federation.noteDirectory(shut.id, [other]);
    const { advisory } = JSON.parse(JSON.stringify(clearAdvisory("To two forums"))) as { advisory: object }; // its own shape
    const audience = { organizations: ["Observatory @ Open Forum", "Agency @ Shut Forum"] };
    const input = JSON.stringify({ advisory: { ...advisory, tlp: "AMBER", audience } });
    const published = await tocsin(["publish", "-"], here.company, input);
    const reason = "By the agreement, nothing with TLP:AMBER is sent to this forum.";
    expect(published.stdout).toContain("It went to: Agency @ Shut Forum; Observatory @ Open Forum; and your own");
    expect(published.stderr).toBe(`  Shut Forum  is not sent it: ${reason}\n`);
    const [id = ""] = /itm_\w{26}/.exec(published.stdout) ?? [];
    const why = await tocsin(["peer", "why", id], here.company);
    expect(why.stdout).toMatch(/^TLP:AMBER {2}To two forums\n/);
    expect(why.stdout).toContain(`  Shut Forum  is not sent it: ${reason}\n`);
    expect(why.stdout).toMatch(/^ {2}Open Forum {2}is (about to be sent|offered) it/m);
    expect((await tocsin(["show", id], here.company)).stdout).toMatch(/^Other forums$.*Shut Forum {2}is not sent/ms);
    expect((await tocsin(["peer", "why", id, "--json"])).code).toBe(1);
    const clear = await tocsin(["publish", "-"], here.company, JSON.stringify(clearAdvisory("For all")));
    expect(clear.stderr).toBe("");
    const [clearId = ""] = /itm_\w{26}/.exec(clear.stdout) ?? [];
    expect((await tocsin(["peer", "why", clearId])).stdout).toContain("Only the organisation that it comes from");
  });

  test("of another forum is addressed by its name and that or the address of its forum", async () => {
    const peer = await addPeer(here.app.store, "Named Forum");
    const member = memberAtHome("AI Security Institute", "Ida");
    await here.app.store.federation.noteDirectory(peer.id, [member]);
    const client = createClient({ url: here.url, token: here.company.token });
    const publish = async (tlp: string, audience: object): Promise<unknown> => {
      const { advisory } = JSON.parse(JSON.stringify(clearAdvisory("By name"))) as { advisory: object }; // its own shape
      const input = JSON.stringify({ advisory: { ...advisory, tlp, audience } });
      const { stdout, stderr } = await runTocsin(["publish", "-", "--json"], envOf(here.company), input);
      if (stdout === "") return errorOf({ code: 0, stdout, stderr }).message;
      return (await client.item(z.looseObject({ id: z.string() }).parse(JSON.parse(stdout)).id))?.audience;
    };
    for (const forum of ["Named Forum", "named-forum.example"]) {
      const organizations = await publish("AMBER", { organizations: [`AI Security Institute @ ${forum}`] });
      expect(organizations).toMatchObject({ organizations: [{ name: "AI Security Institute @ Named Forum" }] });
      const accounts = await publish("RED", { accounts: [`Ida @ ${forum}`] });
      expect(accounts).toMatchObject({ accounts: [{ name: "Ida @ Named Forum" }] });
    }
    expect(await publish("AMBER", { organizations: ["AI Security Institute"] })).toContain("Near to it");
    expect(await publish("RED", { accounts: ["Ida"] })).toContain("There is no account");
    expect(await publish("AMBER", { organizations: ["AI Security Institute @ other.example"] })).toContain(
      "There is no",
    );
  });
});
