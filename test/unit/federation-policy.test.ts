import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultAgreement, directions } from "../../domain/federation/peers.ts";
import type { PeerHome, Streamed } from "../../domain/federation/streams.ts";
import {
  isForCommunity,
  isForPeer,
  isForPublic,
  mayPassOn,
  namedThere,
  parseStream,
  peerKeyring,
  streamTo,
  whyNotSent,
} from "../../domain/federation/streams.ts";
import type { Audience } from "../../domain/label.ts";
import { noAudience } from "../../domain/label.ts";
import type { Key } from "../../domain/policy.ts";
import { audienceKeys, orgKey } from "../../domain/policy.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import { sectors } from "../../domain/vocabulary.ts";

const there = "00000000-0000-4000-8000-00000000000b";
const elsewhere = "00000000-0000-4000-8000-00000000000c";
/** o1 and a1 are at home here, o2, o3 and a2, a3 at the peer, o4 and a4 at a third forum. */
const organizations = ["o1", "o2", "o3", "o4"];
const accounts = ["a1", "a2", "a3", "a4"];
const groups = ["g1", "g2"];

type Item = Streamed & { readonly audience: Audience; readonly relayed: readonly string[] };

const circles = fc.record({
  organizations: fc.subarray(organizations),
  groups: fc.subarray(groups),
  sectors: fc.subarray([...sectors]),
  accounts: fc.constant<string[]>([]),
});
const named = fc.subarray(accounts, { minLength: 1 }).map((list) => ({ ...noAudience, accounts: list }));
const audiences: Readonly<Record<Tlp, fc.Arbitrary<Audience>>> = {
  RED: named,
  AMBER_STRICT: circles,
  AMBER: circles,
  GREEN: fc.oneof(circles, fc.constant(noAudience)),
  CLEAR: fc.constant(noAudience),
};
const items: fc.Arbitrary<Item> = fc
  .record({
    tlp: fc.constantFrom(...tlpLabels),
    status: fc.constantFrom("DRAFT" as const, "PUBLISHED" as const, "WITHDRAWN" as const),
    relayed: fc.subarray(organizations, { maxLength: 1 }),
  })
  .chain(({ tlp, status, relayed }) =>
    audiences[tlp].map((audience) => {
      const label = { status, tlp, audience, originId: "o1", authorIds: ["a1"] };
      const passed = status === "DRAFT" || tlp === "RED" ? [] : relayed;
      return {
        keys: [...audienceKeys(label), ...passed.map(orgKey)] satisfies Key[],
        status,
        label: { tlp },
        audience,
        relayed: passed,
      };
    }),
  );
const homes: fc.Arbitrary<PeerHome> = fc.record({
  forumId: fc.constant(there),
  state: fc.constantFrom("AGREED" as const, "PAUSED" as const),
  agreement: fc.record({
    direction: fc.constantFrom(...directions),
    labels: fc.subarray([...tlpLabels]),
    community: fc.boolean(),
    groups: fc.subarray(groups),
    hops: fc.integer({ min: 1, max: 3 }),
    envelopesPerHour: fc.constant(defaultAgreement.envelopesPerHour),
  }),
  organizations: fc
    .tuple(fc.subarray(groups), fc.subarray(groups))
    .map(([o2, o3]) => [
      { id: "o2", groupIds: o2 },
      { id: "o3", groupIds: o3 },
    ])
    .chain((both) => fc.subarray(both)),
  accountIds: fc.subarray(["a2", "a3"]),
});

const isOpen = ({ state, agreement }: PeerHome): boolean =>
  state === "AGREED" && (agreement.direction === "SEND" || agreement.direction === "BOTH");
const isWide = ({ audience }: Item): boolean =>
  audience.organizations.length + audience.groups.length + audience.sectors.length === 0;
/** Those at home at the peer who are called by name, or through a group of the agreement. */
function called({ audience, relayed, status }: Item, home: PeerHome): string[] {
  if (status === "DRAFT") return [];
  const shared = audience.groups.filter((id) => home.agreement.groups.includes(id));
  return [
    ...home.organizations
      .filter(({ id, groupIds }) => {
        return (
          audience.organizations.includes(id) || relayed.includes(id) || shared.some((one) => groupIds.includes(one))
        );
      })
      .map(({ id }) => id),
    ...home.accountIds.filter((id) => audience.accounts.includes(id)),
  ].sort();
}
const check = (property: (item: Item, home: PeerHome) => void): void =>
  fc.assert(fc.property(items, homes, property), { numRuns: 2_000 });

describe("what goes on which stream", () => {
  test("public: TLP:CLEAR, once it is published", () => {
    check((item) => {
      expect(isForPublic(item)).toBe(item.label.tlp === "CLEAR" && item.status !== "DRAFT");
    });
  });

  test("community: TLP:GREEN that names nobody, once it is published", () => {
    check((item) => {
      const isGreen = item.label.tlp === "GREEN" && isWide(item);
      expect(isForCommunity(item)).toBe(isGreen && item.status !== "DRAFT");
    });
  });

  test("the peer's own: what names somebody who can be reached there, for exactly these, as far as the agreement goes", () => {
    check((item, home) => {
      const { tlp } = item.label;
      const names = called(item, home);
      const { organizationIds, accountIds } = namedThere(item, home);
      expect([...organizationIds, ...accountIds].sort()).toEqual(names);
      const isShared = tlp === "CLEAR" || (tlp === "GREEN" && isWide(item) && home.agreement.community);
      const goes = isOpen(home) && home.agreement.labels.includes(tlp) && names.length > 0 && !isShared;
      expect(isForPeer(item, home)).toBe(goes);
    });
  });

  test("it is said why an item does not go, and nothing is said where it goes", () => {
    check((item, home) => {
      const { tlp } = item.label;
      const { labels, community } = home.agreement;
      const isOut = item.status !== "DRAFT" && isOpen(home) && labels.includes(tlp);
      const goes =
        isOut && (tlp === "CLEAR" || (tlp === "GREEN" && isWide(item) && community) || called(item, home).length > 0);
      expect(whyNotSent(item, home) === null).toBe(goes);
    });
  });
});

describe("what a peer may follow", () => {
  test("what everybody sees, and the streams that the agreement opens to it", () => {
    check((_, home) => {
      const { labels, community } = home.agreement;
      const streams = isOpen(home)
        ? [
            streamTo(there),
            ...(labels.includes("CLEAR") ? ["public"] : []),
            ...(labels.includes("GREEN") && community ? ["community"] : []),
          ]
        : [];
      expect([...peerKeyring(home)].sort()).toEqual(["public", ...streams.map((name) => `stream:${name}`)].sort());
    });
  });

  test("a stream is known by its name alone", () => {
    for (const name of ["public", "community", streamTo(there)]) expect(parseStream(name)).toBe(name);
    for (const name of ["", "Public", "to", "to:", "to:x", `to:${there}\n`, `to:${there.toUpperCase()}`, null, 1, {}])
      expect(parseStream(name)).toBe(null);
  });
});

describe("what is passed on", () => {
  test("public without end, the community as far as was agreed, what names somebody never", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (length, hops) => {
        const route = Array.from({ length }, () => elsewhere);
        expect(mayPassOn("public", route, { hops })).toBe(true);
        expect(mayPassOn("community", route, { hops })).toBe(length < hops);
        expect(mayPassOn(streamTo(there), route, { hops })).toBe(false);
      }),
    );
  });
});
