import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ForumError } from "../../domain/errors.ts";
import type { Address } from "../../domain/federation/addresses.ts";
import type { EnvelopeHead, ShownItem } from "../../domain/federation/envelopes.ts";
import { labelHere, parseHead, parseShown, sameEverywhere, writeEnvelope } from "../../domain/federation/envelopes.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import type { Label } from "../../domain/label.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import { attributions } from "../../domain/vocabulary.ts";
import { textOf } from "../federation/texts.ts";

const origin = "00000000-0000-4000-8000-00000000000a";
const here = "00000000-0000-4000-8000-00000000000b";
const third = "00000000-0000-4000-8000-00000000000c";
const idOf = (prefix: string, letter: string): string => `${prefix}_${letter.repeat(26)}`;
const org = (letter: string, forumId: string): Address => ({ id: idOf("org", letter), forumId });
const account = (letter: string, forumId: string): Address => ({ id: idOf("acc", letter), forumId });

/** At home here are one organisation and one account; everybody else is not. */
const people = [
  org("a", here),
  account("a", here),
  org("b", here),
  account("b", here),
  org("a", third),
  account("a", origin),
];
const isHere = ({ id, forumId }: Address): boolean => forumId === here && id.endsWith("a");
const home = (address: Address) => {
  if (!isHere(address)) return null;
  return address.id.startsWith("org") ? { organization: address.id } : { account: address.id };
};
const labels = fc.record({
  tlp: fc.constantFrom(...tlpLabels),
  audience: fc.subarray(people),
  attribution: fc.constantFrom(...attributions),
});
const streams = fc.constantFrom<StreamName>("public", "community", streamTo(here), streamTo(third));

function labelOrNull(shown: Pick<ShownItem, "tlp" | "audience" | "attribution">, stream: StreamName): Label | null {
  try {
    return labelHere(shown, stream, here, home);
  } catch (error) {
    if (error instanceof ForumError && error.code === "BAD_USER_INPUT") return null;
    throw error;
  }
}

describe("the label that an item gets where it arrives", () => {
  test("names nobody but those at home here who are named, under the same label and attribution", () => {
    fc.assert(
      fc.property(labels, streams, (shown, stream) => {
        const label = labelOrNull(shown, stream);
        if (label === null) return;
        expect(label).toMatchObject({ tlp: shown.tlp, attribution: shown.attribution });
        const { organizations, accounts, groups, sectors } = label.audience;
        expect([...organizations, ...accounts].sort()).toEqual(
          shown.audience
            .filter(isHere)
            .map(({ id }) => id)
            .sort(),
        );
        expect([...groups, ...sectors]).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is that which its stream can bring, and no other", () => {
    const takes = (tlp: ShownItem["tlp"], audience: readonly Address[], stream: StreamName): boolean =>
      labelOrNull({ tlp, audience, attribution: "ORGANIZATION" }, stream) !== null;
    for (const tlp of tlpLabels) {
      expect(takes(tlp, [], "public")).toBe(tlp === "CLEAR");
      expect(takes(tlp, [], "community")).toBe(tlp === "GREEN");
      for (const someone of people) {
        expect(takes(tlp, [someone], "public")).toBe(false);
        expect(takes(tlp, [someone], "community")).toBe(false);
        expect(takes(tlp, [someone], streamTo(third))).toBe(false);
      }
      expect(takes(tlp, [], streamTo(here))).toBe(false);
      expect(takes(tlp, [org("a", here)], streamTo(here))).toBe(tlp !== "RED" && tlp !== "CLEAR");
      expect(takes(tlp, [account("a", here)], streamTo(here))).toBe(tlp === "RED");
      expect(takes(tlp, [org("b", here), account("a", origin), org("a", third)], streamTo(here))).toBe(false);
    }
  });
});

const head: EnvelopeHead = {
  forumId: origin,
  stream: streamTo(here),
  sequence: 7,
  previous: "p".repeat(43),
  at: "2026-11-30T23:00:00.000Z",
  expires: "2027-11-30T23:00:00.000Z",
  act: "show",
  item: { id: idOf("itm", "a"), forumId: origin },
  revision: 3,
};
const shown: ShownItem = {
  status: "WITHDRAWN",
  publishedAt: "2026-11-30T22:00:00.000Z",
  revisedAt: "2026-11-30T22:30:00.000Z",
  withdrawal: { reason: "It was wrong.", at: "2026-11-30T23:00:00.000Z" },
  tlp: "AMBER",
  audience: [org("a", here)],
  attribution: "ORGANIZATION",
  origin: { organization: { address: org("z", origin), name: "Labs", country: "GB" }, sector: "COMPANY" },
  ...textOf(1, 3),
  relations: [{ type: "SUPERSEDES", item: { id: idOf("itm", "b"), forumId: origin } }],
};
const asSent = (changes: object = {}): Record<string, unknown> => ({
  ...JSON.parse(JSON.stringify(writeEnvelope(head, shown))),
  ...changes,
});
const fieldOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof ForumError) return error.field ?? "";
    throw error;
  }
  return undefined;
};

describe("an envelope", () => {
  test("is read as it was written", () => {
    const raw = asSent();
    expect(parseHead(raw)).toEqual(head);
    expect(parseShown(raw, head)).toEqual(shown);
    expect(sameEverywhere(parseShown(raw, head))).toBe(sameEverywhere(shown));
  });

  test("that hides says which item, and nothing else of it", () => {
    const raw = writeEnvelope({ ...head, act: "hide" }, null);
    expect(Object.keys(raw).sort()).toEqual(
      ["act", "at", "expires", "forum", "item", "prev", "revision", "seq", "stream", "v"].sort(),
    );
  });

  test.each([
    ["v", { v: 2 }],
    ["v", { v: undefined }],
    ["forum", { forum: "here" }],
    ["stream", { stream: "everybody" }],
    ["stream", { stream: "to:everybody" }],
    ["seq", { seq: 0 }],
    ["seq", { seq: 1.5 }],
    ["seq", { seq: "7" }],
    ["seq", { seq: 2 ** 31 }],
    ["prev", { prev: null }],
    ["prev", { prev: "short" }],
    ["prev", { seq: 1 }],
    ["at", { at: "yesterday" }],
    ["expires", { expires: null }],
    ["act", { act: "publish" }],
    ["item", { item: idOf("org", "a") }],
    ["item", { item: `${idOf("itm", "a")}@${here}` }],
    ["revision", { revision: -1 }],
    ["revision", { revision: 2 ** 31 }],
  ])("without a good %s has no place on a stream: %o", (field, changes) => {
    expect(fieldOf(() => parseHead(asSent(changes)))).toBe(field);
  });

  test.each([
    ["tlp", { tlp: "WHITE" }],
    ["tlp", { tlp: undefined }],
    ["tlp", { tlp: ["RED", "CLEAR"] }],
    ["status", { status: "DRAFT" }],
    ["withdrawal", { withdrawal: null }],
    ["withdrawal", { status: "PUBLISHED" }],
    ["attribution", { attribution: undefined }],
    ["origin", { origin: null }],
    ["origin.id", { origin: { id: idOf("acc", "a"), name: "Labs", sector: "COMPANY" } }],
    ["content", { content: null }],
    ["content.kind", { content: { kind: "NEWS", envelope: {}, details: {} } }],
    ["audience", { audience: null }],
    ["audience.0", { audience: ["everybody"] }],
    ["audience.0", { audience: [idOf("grp", "a") + `@${here}`] }],
    ["relations.0.item", { relations: [{ type: "SUPERSEDES", item: "itm" }] }],
  ])("whose %s is not understood shows nothing: %o", (field, changes) => {
    expect(fieldOf(() => parseShown(asSent(changes), head))).toBe(field);
  });

  test("tells no more of its origin than its attribution allows, whatever else it says", () => {
    const origins = (attribution: string) => parseShown(asSent({ attribution }), head).origin;
    expect(origins("SECTOR")).toEqual({ organization: null, sector: "COMPANY" });
    expect(origins("ANONYMOUS")).toEqual({ organization: null, sector: null });
  });
});
