import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { PeerKey } from "../../db/federation/peers.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { lookAt } from "../../server/federation/arrivals.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey } from "../support/forum-keys.ts";
import type { Payload } from "../support/lies.ts";
import { lies } from "../support/lies.ts";
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

/** A lie of this name about what the peer may honestly sign. */
async function lie(name: string, payload: Payload, other: Payload): Promise<unknown> {
  return lies[name]?.({ key, old, revokedAt, victim, victimId, stranger, strangerId }, payload, other);
}

describe("what a lying peer brings", () => {
  it("is believed in none of 3,000 lies, and is believed when it is honest", async () => {
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(honest, honest, fc.constantFrom(...Object.keys(lies)), async (payload, other, name) => {
        const bytes = await lie(name, payload, other);
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
    expect(await look(await lie(name, payload, payload))).toMatchObject({ problem: { kind } });
  });

  it("is told with what it was said to be, and nothing else of it", async () => {
    const payload = payloadOf(headOf(forumId, { sequence: 4, previous: "a".repeat(43) }), shownItem(forumId));
    const arrival = await look(await lie("signs with a key of its own making", payload, payload));
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
