import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { PeerKey } from "../../db/federation/peers.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { lookAt } from "../../server/federation/arrivals.ts";
import { sign } from "../../server/federation/jws.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey, part, signAnything } from "../support/forum-keys.ts";
import { headOf, payloadOf, shownItem, signEnvelope } from "../support/envelope-makers.ts";

const forumId = "00000000-0000-4000-8000-00000000000a";
const victimId = "00000000-0000-4000-8000-00000000000b";
const strangerId = "00000000-0000-4000-8000-00000000000c";
const revokedAt = "2026-06-01T00:00:00.000Z";

let key: TestKey;
let old: TestKey;
let victim: TestKey;
let stranger: TestKey;
beforeAll(async () => {
  [key, old, victim, stranger] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
});

const known = ({ kid, publicKey }: TestKey, more: Partial<PeerKey> = {}): PeerKey => {
  return { kid, publicKey, number: 1, revokedAt: null, ...more };
};
/** The peer has a key and one that it has revoked; the victim has another; of the stranger nothing is known. */
const keysOf = async (id: string): Promise<PeerKey[]> => {
  if (id === victimId) return [known(victim)];
  return id === forumId ? [known(old, { revokedAt }), known(key, { number: 2 })] : [];
};
const look = (bytes: unknown, route: unknown = [forumId]) => lookAt({ cursor: "c", bytes, route }, forumId, keysOf);

const sequence = fc.integer({ min: 2, max: 1_000_000 });
const tlp = fc.constantFrom("RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR");
const previous = fc.constant("a".repeat(43));
/** What the peer may honestly sign. */
const honest = fc.record({ sequence, previous, tlp, title: fc.string({ minLength: 1, maxLength: 40 }) }).map((wish) => {
  const { title, ...head } = wish;
  return payloadOf(
    headOf(forumId, head),
    shownItem(forumId, { tlp: wish.tlp, title: `t ${title}`.replaceAll("\0", "") }),
  );
});

type Lie = (payload: Record<string, unknown>, other: Record<string, unknown>) => Promise<unknown>;
const withPayload = (text: string, payload: object): string => {
  const [header = "", , signature = ""] = text.split(".");
  return `${header}.${part(payload)}.${signature}`;
};
const header = (more: object = {}): object => ({ alg: "EdDSA", kid: key.kid, typ: "tocsin-envelope+jws", ...more });

/** Every way to lie about an envelope without the key of the forum that it is said to be of, or to sign what nobody may. */
const lies: Readonly<Record<string, Lie>> = {
  "lowers the label": async (payload) =>
    withPayload(await signEnvelope({ ...payload, tlp: "AMBER" }, key), { ...payload, tlp: "CLEAR" }),
  "strips the label": async (payload) =>
    withPayload(await signEnvelope({ ...payload, tlp: "RED" }, key), { ...payload, tlp: undefined }),
  "alters the content": async (payload, other) =>
    withPayload(await signEnvelope(payload, key), { ...payload, content: other["content"], seq: 7 }),
  "re-addresses it": async (payload) =>
    withPayload(await signEnvelope(payload, key), { ...payload, audience: [`org_x@${victimId}`] }),
  "makes it last": async (payload) =>
    withPayload(await signEnvelope(payload, key), { ...payload, expires: "2999-01-01T00:00:00.000Z" }),
  "gives it another number": async (payload) =>
    withPayload(await signEnvelope(payload, key), { ...payload, seq: Number(payload["seq"]) + 1 }),
  "shows what was hidden": async (payload) =>
    withPayload(await signEnvelope({ ...payload, act: "hide" }, key), payload),
  "takes the signature of another": async (payload, other) => {
    const [one, two] = await Promise.all([signEnvelope(payload, key), signEnvelope({ ...other, revision: 9 }, key)]);
    return `${one.slice(0, one.lastIndexOf("."))}${two.slice(two.lastIndexOf("."))}`;
  },
  "signs for another forum": (payload) => signEnvelope({ ...payload, forum: victimId }, key),
  "signs for another forum under its key's name": (payload) =>
    signEnvelope({ ...payload, forum: victimId }, { ...key, kid: victim.kid }),
  "signs with a key of its own making": (payload) => signEnvelope(payload, stranger),
  "signs with a key of its own making under the right name": (payload) =>
    signEnvelope(payload, { ...stranger, kid: key.kid }),
  "signs with another forum's key": (payload) => signEnvelope(payload, victim),
  "speaks for a forum that nobody knows": (payload) => signEnvelope({ ...payload, forum: strangerId }, stranger),
  "signs with a key that is revoked": (payload) => signEnvelope({ ...payload, at: "2026-06-02T00:00:00.000Z" }, old),
  "signs at the very instant of the revocation": (payload) => signEnvelope({ ...payload, at: revokedAt }, old),
  "does not sign": async (payload) => `${part(header({ alg: "none" }))}.${part(payload)}.`,
  "says that nobody need sign": (payload) => signAnything(header({ alg: "none" }), payload, key),
  "names another algorithm": (payload) => signAnything(header({ alg: "ES256" }), payload, key),
  "signs as something else": (payload) => sign("tocsin-checkpoint+jws", payload, key),
  "brings its key along": (payload) => signAnything(header({ jwk: stranger.publicKey }), payload, stranger),
  "says where its key is": (payload) => signAnything(header({ jku: "https://keys.example" }), payload, key),
  "wants something critical": (payload) => signAnything(header({ crit: ["x"], x: 1 }), payload, key),
  "says the label twice": (payload) =>
    signAnything(header(), JSON.stringify(payload).replace('"tlp":', '"tlp":"CLEAR","tlp":'), key),
  "hides a second label behind an escape": (payload) =>
    signAnything(header(), JSON.stringify(payload).replace('"tlp":', '"t\\u006cp":"CLEAR","tlp":'), key),
  "writes half a character": (payload) =>
    signAnything(header(), JSON.stringify(payload).replace('"forum"', '"\\ud800":1,"forum"'), key),
  "writes a number that nobody holds": (payload) =>
    signAnything(header(), JSON.stringify(payload).replace(/"seq":\d+/, '"seq":9007199254740993'), key),
  "nests without end": (payload) =>
    signAnything(header(), `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)},${JSON.stringify(payload).slice(1)}`, key),
  "writes no version": (payload) => signEnvelope({ ...payload, v: undefined }, key),
  "writes another version": (payload) => signEnvelope({ ...payload, v: 2 }, key),
  "counts from zero": (payload) => signEnvelope({ ...payload, seq: 0 }, key),
  "counts in halves": (payload) => signEnvelope({ ...payload, seq: 1.5 }, key),
  "has none before it": (payload) => signEnvelope({ ...payload, prev: null }, key),
  "makes up a stream": (payload) => signEnvelope({ ...payload, stream: "everybody" }, key),
  "makes up an act": (payload) => signEnvelope({ ...payload, act: "widen" }, key),
  "names no item": (payload) => signEnvelope({ ...payload, item: "itm_x@y" }, key),
  "names no time": (payload) => signEnvelope({ ...payload, at: "yesterday" }, key),
  "is too long": (payload) => signEnvelope({ ...payload, padding: "x".repeat(1_000_000) }, key),
  "pads its base64": async (payload) => `${await signEnvelope(payload, key)}=`,
  "puts something behind": async (payload) => `${await signEnvelope(payload, key)}.x`,
  "cuts something off": async (payload, other) =>
    (await signEnvelope(payload, key)).slice(0, -(1 + (Number(other["seq"]) % 40))),
  "sends no text": async (payload) => payload,
  "sends nothing": async () => "",
};

describe("what a lying peer brings", () => {
  it("is believed in none of 3,000 lies, and is believed when it is honest", async () => {
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(honest, honest, fc.constantFrom(...Object.keys(lies)), async (payload, other, name) => {
        const bytes = await lies[name]?.(payload, other);
        const arrival = await look(bytes);
        if (!("problem" in arrival)) throw new Error(`believed, though it ${name}`);
        tried.set(name, (tried.get(name) ?? 0) + 1);
      }),
      { numRuns: 3_000 },
    );
    expect([...tried.values()].reduce((sum, count) => sum + count, 0)).toBe(3_000);
    expect([...tried.keys()].toSorted()).toEqual(Object.keys(lies).toSorted());
    await fc.assert(
      fc.asyncProperty(honest, async (payload) => {
        expect(await look(await signEnvelope(payload, key))).toMatchObject({ kid: key.kid, raw: payload, cursor: "c" });
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, AlarmKind]>([
    ["lowers the label", "ALTERED"],
    ["signs for another forum", "UNKNOWN_KEY"],
    ["signs with a key of its own making", "UNKNOWN_KEY"],
    ["speaks for a forum that nobody knows", "UNKNOWN_FORUM"],
    ["signs with a key that is revoked", "REVOKED_KEY"],
    ["does not sign", "ALTERED"],
    ["says the label twice", "NOT_UNDERSTOOD"],
    ["is too long", "OVERSIZED"],
  ])("that %s is told to stewards as %s", async (name, kind) => {
    const payload = payloadOf(headOf(forumId, { sequence: 4, previous: "a".repeat(43) }), shownItem(forumId));
    expect(await look(await lies[name]?.(payload, payload))).toMatchObject({ problem: { kind } });
  });

  it("is told with what it was said to be, and nothing else of it", async () => {
    const payload = payloadOf(headOf(forumId, { sequence: 4, previous: "a".repeat(43) }), shownItem(forumId));
    const arrival = await look(await lies["signs with a key of its own making"]?.(payload, payload));
    expect(arrival).toEqual({
      cursor: "c",
      route: [forumId],
      problem: { kind: "UNKNOWN_KEY", message: expect.any(String), forumId, stream: "public", sequence: 4 },
    });
    expect(JSON.stringify(arrival)).not.toContain("finding");
  });

  it("was signed with a key that was not revoked at that time, and came from its own forum", async () => {
    const head = headOf(forumId, { at: "2026-05-31T23:59:59.999Z", sequence: 4, previous: "a".repeat(43) });
    const bytes = await signEnvelope(payloadOf(head, shownItem(forumId)), old);
    expect(await look(bytes)).toMatchObject({ kid: old.kid });
    // whoever passes it on could have got it from whoever stole the key, with any date
    const route = [forumId, victimId];
    expect(await lookAt({ cursor: null, bytes, route }, victimId, keysOf)).toMatchObject({
      problem: { kind: "REVOKED_KEY" },
    });
  });

  it.each<[string, unknown]>([
    ["none", null],
    ["empty", []],
    ["a text", forumId],
    ["not of forums", ["here", forumId]],
    ["not of texts", [1, forumId]],
    ["by another forum at its end", [forumId, victimId]],
    ["without end", [...Array.from({ length: 64 }, () => crypto.randomUUID()), forumId]],
  ])("has come a route; it is not taken where that is %s", async (_, route) => {
    const bytes = await signEnvelope(payloadOf(headOf(forumId), shownItem(forumId)), key);
    expect(await look(bytes, route)).toMatchObject({ problem: { kind: "NOT_UNDERSTOOD" } });
  });
});
