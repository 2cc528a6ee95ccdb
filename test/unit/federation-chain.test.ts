import { describe, expect, it } from "vitest";
import type { Arrival, Verified } from "../../db/federation/arrival.ts";
import type { ChainFacts } from "../../db/federation/chain.ts";
import { judgePlace } from "../../db/federation/chain.ts";
import type { EnvelopeHead } from "../../domain/federation/envelopes.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { headOf } from "../support/envelope-makers.ts";

const origin = "00000000-0000-4000-8000-00000000000a";
const here = "00000000-0000-4000-8000-00000000000b";
const third = "00000000-0000-4000-8000-00000000000c";
const at = "2026-06-01T00:00:00.000Z";
const hash = "of the envelope";

type Case = {
  readonly head?: Partial<EnvelopeHead>;
  readonly route?: readonly string[];
  readonly facts?: Partial<ChainFacts>;
};

/** The second envelope of a stream, from its own forum, with everything as it is to be, unless said otherwise. */
function judge({ head = {}, route = [origin], facts = {} }: Case) {
  const said = headOf(origin, { stream: "public", sequence: 2, previous: "of the first", at, ...head });
  const arrival: Arrival & Verified = { cursor: null, route, bytes: "", hash, kid: "", head: said, raw: {} };
  return judgePlace(arrival, {
    here,
    broughtBy: route.at(-1) ?? origin,
    isAgreed: true,
    key: { number: 1, revokedAt: null },
    head: { sequence: 1, hash: "of the first", keyNumber: 1 },
    known: null,
    ...facts,
  });
}

describe("an envelope that has come", () => {
  it.each<[string, Case, object]>([
    ["is the next of its stream", {}, { is: "next", keyNumber: 1, isAnew: false }],
    ["is the next by way of another forum", { route: [origin, third] }, { is: "next", isAnew: false }],
    ["is the first of its stream", { head: { sequence: 1, previous: null }, facts: { head: null } }, { is: "next" }],
    ["is for somebody here", { head: { stream: streamTo(here) } }, { is: "next" }],
    ["is signed with the next key", { facts: { key: { number: 2, revokedAt: null } } }, { is: "next", keyNumber: 2 }],
    [
      "was signed before its key was revoked",
      { facts: { key: { number: 1, revokedAt: "2026-06-01T00:00:00.001Z" } } },
      { is: "next" },
    ],
    ["begins its stream anew", { head: { sequence: 2 ** 21, previous: null } }, { is: "next", isAnew: true }],
    ["is here already", { facts: { known: { hash } } }, { is: "known" }],
    [
      "is here already, and the agreement with its forum is paused",
      { route: [origin, third], facts: { known: { hash }, isAgreed: false } },
      { is: "idle" },
    ],
    ["has been here before", { route: [origin, here, third] }, { is: "idle" }],
    ["is our own", { head: { forumId: here }, facts: { known: { hash } } }, { is: "idle" }],
    ["is from before the end of its stream", { head: { sequence: 1, previous: null } }, { is: "idle" }],
  ])("%s", (_, facts, verdict) => {
    expect(judge(facts)).toMatchObject(verdict);
  });

  it.each<[string, Case, string, boolean]>([
    ["speaks for this forum, which has not said it", { head: { forumId: here } }, "ALTERED", false],
    ["says that it began elsewhere", { route: [third, origin] }, "ALTERED", false],
    ["was brought by none of those that it names last", { facts: { broughtBy: third } }, "ALTERED", false],
    ["went in a circle", { route: [origin, third, origin] }, "ALTERED", false],
    ["is another than the one that is here", { facts: { known: { hash: "of another" } } }, "SPLIT_VIEW", true],
    ["is of a forum without an agreement", { facts: { isAgreed: false } }, "UNKNOWN_FORUM", false],
    ["is for somebody at another forum", { head: { stream: streamTo(third) } }, "TOO_WIDE", false],
    [
      "is for somebody here, and others have had it",
      { head: { stream: streamTo(here) }, route: [origin, third] },
      "TOO_WIDE",
      false,
    ],
    ["leaves one out", { head: { sequence: 3 } }, "HOLE", true],
    ["leaves one out, by another forum", { head: { sequence: 3 }, route: [origin, third] }, "HOLE", false],
    ["is signed behind another than the one that is here", { head: { previous: "of another" } }, "HOLE", true],
    ["is signed with a key that nobody knows", { facts: { key: null } }, "UNKNOWN_KEY", true],
    ["is signed when its key was revoked", { facts: { key: { number: 1, revokedAt: at } } }, "REVOKED_KEY", true],
    [
      "is signed with a key that was revoked later, by another forum",
      { route: [origin, third], facts: { key: { number: 1, revokedAt: "2026-06-02T00:00:00.000Z" } } },
      "REVOKED_KEY",
      false,
    ],
    [
      "is signed with an older key than the one before it",
      { facts: { head: { sequence: 1, hash: "of the first", keyNumber: 2 } } },
      "REVOKED_KEY",
      true,
    ],
  ])("is refused where it %s", (_, facts, kind, stops) => {
    expect(judge(facts)).toMatchObject({ is: "refused", kind, stops });
  });
});
