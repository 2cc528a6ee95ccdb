import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCommand } from "../../domain/command-roles.ts";
import type { Audience } from "../../domain/label.ts";
import { noAudience } from "../../domain/label.ts";
import type { Member } from "../../domain/people.ts";
import type { Addressed } from "../../domain/policy.ts";
import {
  audienceKeys,
  isOrigin,
  isOriginWithheld,
  keyring,
  mayAdmit,
  mayTendSources,
  sharedToolLabels,
  mayChange,
  mayContribute,
  mayEndToken,
  mayMakeToken,
  maySee,
  maySeeSubject,
  mayKnowRecipient,
  relayKey,
  relayScope,
  shownOrigin,
} from "../../domain/policy.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { Attribution } from "../../domain/vocabulary.ts";
import { roles, sectors } from "../../domain/vocabulary.ts";

const organizations = ["o1", "o2", "o3"];
const groups = ["g1", "g2"];
const accounts = ["a1", "a2", "a3", "a4"];
const oneOf = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const member: fc.Arbitrary<Member> = fc.record({
  accountId: oneOf(...accounts),
  organizationId: oneOf(...organizations),
  sector: oneOf(...sectors),
  role: oneOf(...roles),
  groupIds: fc.subarray(groups),
  providerIds: fc.subarray(organizations),
});
const viewer = fc.option(member, { nil: null });

const circles = fc.record({
  organizations: fc.subarray(organizations),
  groups: fc.subarray(groups),
  sectors: fc.subarray([...sectors]),
  accounts: fc.constant<string[]>([]),
});
const named = fc.subarray(accounts, { minLength: 1 }).map((list) => ({ ...noAudience, accounts: list }));
const audienceOf: Readonly<Record<Tlp, fc.Arbitrary<Audience>>> = {
  RED: named,
  AMBER_STRICT: circles,
  AMBER: circles,
  GREEN: fc.oneof(circles, fc.constant(noAudience)),
  CLEAR: fc.constant(noAudience),
};
const addressed = (tlp: Tlp): fc.Arbitrary<Addressed> =>
  fc.record({
    status: oneOf("PUBLISHED", "WITHDRAWN"),
    tlp: fc.constant(tlp),
    audience: audienceOf[tlp],
    originId: oneOf(...organizations),
    authorIds: fc.subarray(accounts, { minLength: 1, maxLength: 2 }),
  });
const anyItem = oneOf(...tlpLabels).chain(addressed);

const sees = (item: Addressed, who: Member | null): boolean => maySee(audienceKeys(item), keyring(who));
/** The audience in words: somebody is in it whose organisation, sector or group is named. */
const isCalled = ({ audience }: Addressed, who: Member): boolean =>
  audience.organizations.includes(who.organizationId) ||
  audience.sectors.includes(who.sector) ||
  audience.groups.some((id) => who.groupIds.includes(id));
const isEmpty = ({ audience }: Addressed): boolean =>
  audience.organizations.length + audience.groups.length + audience.sectors.length === 0;

describe("who sees a published item", () => {
  test("RED: its authors and the persons named, and nobody else, not even their colleagues", () => {
    fc.assert(
      fc.property(addressed("RED"), viewer, (item, who) => {
        const entitled = [...item.authorIds, ...item.audience.accounts];
        expect(sees(item, who)).toBe(who !== null && entitled.includes(who.accountId));
      }),
    );
  });

  test.each(["AMBER", "AMBER_STRICT"] as const)("%s: the circles named and the origin's organisation", (tlp) => {
    fc.assert(
      fc.property(addressed(tlp), viewer, (item, who) => {
        expect(sees(item, who)).toBe(who !== null && (who.organizationId === item.originId || isCalled(item, who)));
      }),
    );
  });

  test("GREEN: the whole community, or the narrower circles and the origin; never an anonymous visitor", () => {
    fc.assert(
      fc.property(addressed("GREEN"), viewer, (item, who) => {
        const expected = who !== null && (isEmpty(item) || who.organizationId === item.originId || isCalled(item, who));
        expect(sees(item, who)).toBe(expected);
      }),
    );
  });

  test("CLEAR: everybody", () => {
    fc.assert(
      fc.property(addressed("CLEAR"), viewer, (item, who) => {
        expect(sees(item, who)).toBe(true);
      }),
    );
  });

  test("an anonymous visitor sees CLEAR and nothing else, whatever the audience says", () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(sees(item, null)).toBe(item.tlp === "CLEAR");
      }),
    );
  });

  test("a role, also that of a steward, opens nothing that is published", () => {
    fc.assert(
      fc.property(anyItem, member, (item, who) => {
        const answers = roles.map((role) => sees(item, { ...who, role }));
        expect(new Set(answers).size).toBe(1);
      }),
    );
  });

  test("being somebody's client opens nothing that was not relayed", () => {
    fc.assert(
      fc.property(anyItem, member, (item, who) => {
        expect(sees(item, who)).toBe(sees(item, { ...who, providerIds: [] }));
      }),
    );
  });

  test("withdrawing changes nobody's sight", () => {
    fc.assert(
      fc.property(anyItem, viewer, (item, who) => {
        expect(sees({ ...item, status: "WITHDRAWN" }, who)).toBe(sees({ ...item, status: "PUBLISHED" }, who));
      }),
    );
  });
});

describe("who sees a draft", () => {
  test("RED: its authors; any other: the contributors of its organisation; never the audience", () => {
    fc.assert(
      fc.property(anyItem, viewer, (item, who) => {
        const expected =
          who !== null &&
          (item.tlp === "RED"
            ? item.authorIds.includes(who.accountId)
            : who.organizationId === item.originId && who.role !== "READER");
        expect(sees({ ...item, status: "DRAFT" }, who)).toBe(expected);
      }),
    );
  });
});

describe("what is shown of the origin", () => {
  test.each([
    ["ORGANIZATION", true, true],
    ["SECTOR", false, true],
    ["ANONYMOUS", false, false],
  ] as const satisfies readonly (readonly [Attribution, boolean, boolean])[])(
    "%s shows others the organisation: %s, the sector: %s; its own members see both",
    (attribution, organization, sector) => {
      fc.assert(
        fc.property(oneOf(...organizations), viewer, (originId, who) => {
          const own = who?.organizationId === originId;
          expect(shownOrigin({ originId, attribution }, who)).toEqual({
            organization: own || organization,
            sector: own || sector,
          });
        }),
      );
    },
  );
});

test("what is beside an item does not tell others of an origin that is withheld", () => {
  fc.assert(
    fc.property(
      oneOf(...organizations),
      oneOf(...organizations),
      oneOf("ORGANIZATION", "SECTOR", "ANONYMOUS"),
      viewer,
      (named, originId, attribution, who) => {
        const betrays = named === originId && who?.organizationId !== originId && attribution !== "ORGANIZATION";
        expect(isOriginWithheld(named, { originId, attribution }, who)).toBe(betrays);
      },
    ),
  );
});

describe("who may change an item", () => {
  test("the contributors and stewards of its origin's organisation", () => {
    fc.assert(
      fc.property(oneOf(...organizations), member, (originId, who) => {
        const own = who.organizationId === originId;
        expect(isOrigin(originId, who)).toBe(own);
        expect(mayChange({ originId }, who)).toBe(own && who.role !== "READER");
      }),
    );
    expect(isOrigin("o1", null)).toBe(false);
    expect(roles.filter(mayContribute)).toEqual(["CONTRIBUTOR", "STEWARD"]);
  });
});

describe("how far a recipient may pass an item on", () => {
  const own = { id: "o1", isClient: false, isOutside: false };
  const client = { id: "o2", isClient: true, isOutside: false };
  const stranger = { id: "o3", isClient: false, isOutside: false };
  const outsider = { ...stranger, isOutside: true };
  test.each([
    ["RED", "NOBODY", null, null, null, null],
    ["AMBER_STRICT", "OWN_ORGANIZATION", "org:o1", null, null, null],
    ["AMBER", "CLIENTS", "org:o1", "client:o1/o2", null, null],
    ["GREEN", "COMMUNITY", "org:o1", "org:o2", "org:o3", null],
    ["CLEAR", "ANYONE", "org:o1", "org:o2", "org:o3", "org:o3"],
  ] as const)("%s: %s", (tlp, scope, toOwn, toClient, toStranger, toOutsider) => {
    fc.assert(
      fc.property(member, (somebody) => {
        const who = { ...somebody, organizationId: "o1" };
        const item = { tlp, status: "PUBLISHED" as const };
        expect(relayScope(item)).toBe(scope);
        expect([own, client, stranger, outsider].map((target) => relayKey(item, who, target))).toEqual([
          toOwn,
          toClient,
          toStranger,
          toOutsider,
        ]);
      }),
    );
  });

  test("a draft and a withdrawn item go to nobody", () => {
    fc.assert(
      fc.property(oneOf(...tlpLabels), oneOf("DRAFT", "WITHDRAWN"), member, (tlp, status, who) => {
        expect(relayScope({ tlp, status })).toBe("NOBODY");
        for (const target of [own, client, stranger]) expect(relayKey({ tlp, status }, who, target)).toBeNull();
      }),
    );
  });

  test("the origin may learn who has an item, a recipient that the origin has it which it is shown", () => {
    fc.assert(
      fc.property(member, oneOf("ORGANIZATION", "SECTOR", "ANONYMOUS"), (somebody, attribution) => {
        const item = { originId: "o1", attribution };
        const knows = (organizationId: string, of: string): boolean =>
          mayKnowRecipient(item, { ...somebody, organizationId }, of);
        expect(["o1", "o2", "o3"].map((of) => knows("o1", of))).toEqual([true, true, true]);
        expect(["o1", "o2", "o3"].map((of) => knows("o2", of))).toEqual([attribution === "ORGANIZATION", false, false]);
      }),
    );
  });

  test("what is relayed to a client is seen by that client's members, as long as they are that", () => {
    fc.assert(
      fc.property(member, (recipient) => {
        const who = { ...recipient, organizationId: "o1" };
        const key = relayKey({ tlp: "AMBER", status: "PUBLISHED" }, who, client);
        const of = (organizationId: string, providerIds: readonly string[]): Member => ({
          ...who,
          organizationId,
          providerIds,
        });
        expect(key).not.toBeNull();
        const keys = key === null ? [] : [key];
        expect(maySee(keys, keyring(of("o2", ["o1"])))).toBe(true);
        expect(maySee(keys, keyring(of("o2", [])))).toBe(false);
        expect(maySee(keys, keyring(of("o2", ["o3"])))).toBe(false);
        expect(maySee(keys, keyring(of("o3", ["o1"])))).toBe(false);
      }),
    );
  });
});

describe("who may give a command", () => {
  const content = [
    "publish",
    "revise",
    "withdraw",
    "relay",
    "saveDraft",
    "publishDraft",
    "discardDraft",
    "reportSighting",
    "answerItem",
    "addSource",
    "pauseSource",
    "removeSource",
  ] as const;
  const administration = [
    "addOrganization",
    "updateOrganization",
    "suspendOrganization",
    "addAccount",
    "updateAccount",
    "suspendAccount",
    "addGroup",
    "joinGroup",
    "leaveGroup",
    "addClient",
    "removeClient",
  ] as const;
  const code = (work: () => void): string => {
    try {
      work();
      return "done";
    } catch (error) {
      return String(Object(error).code);
    }
  };
  const as = (role: Member["role"]): Member => ({
    accountId: "a1",
    organizationId: "o1",
    sector: "COMPANY",
    role,
    groupIds: [],
    providerIds: [],
  });

  test.each(content)("%s: contributors and stewards, not readers, not the operator", (type) => {
    expect(code(() => checkCommand(type, "anonymous"))).toBe("UNAUTHENTICATED");
    expect(code(() => checkCommand(type, "operator"))).toBe("FORBIDDEN");
    expect(roles.map((role) => code(() => checkCommand(type, as(role))))).toEqual(["FORBIDDEN", "done", "done"]);
  });

  test.each(["createToken", "revokeToken"] as const)("%s: contributors and stewards, and the operator", (type) => {
    expect(code(() => checkCommand(type, "anonymous"))).toBe("UNAUTHENTICATED");
    expect(code(() => checkCommand(type, "operator"))).toBe("done");
    expect(roles.map((role) => code(() => checkCommand(type, as(role))))).toEqual(["FORBIDDEN", "done", "done"]);
  });

  test("the contributors and stewards of an organisation look after its feed sources, and nobody else", () => {
    expect(roles.map((role) => mayTendSources("o1", keyring(as(role))))).toEqual([false, true, true]);
    expect(roles.map((role) => mayTendSources("o2", keyring(as(role))))).toEqual([false, false, false]);
    expect(mayTendSources("o1", keyring(null))).toBe(false);
  });

  test("what may be passed on to nobody is not handed to a tool that an organisation shares", () => {
    expect(sharedToolLabels).toEqual(["AMBER_STRICT", "AMBER", "GREEN", "CLEAR"]);
  });

  test("nobody but the operator admits its own organisation to a group", () => {
    expect(roles.map((role) => mayAdmit("o1", as(role)))).toEqual([false, false, false]);
    expect(roles.map((role) => mayAdmit("o2", as(role)))).toEqual([true, true, true]);
    expect(mayAdmit("o1", "operator")).toBe(true);
  });

  test("a token speaks for its account: nobody but the operator makes one for another, stewards may end it", () => {
    expect(roles.map((role) => mayMakeToken("a1", as(role)))).toEqual([true, true, true]);
    expect(roles.map((role) => mayMakeToken("a2", as(role)))).toEqual([false, false, false]);
    expect(roles.map((role) => mayEndToken("a1", as(role)))).toEqual([true, true, true]);
    expect(roles.map((role) => mayEndToken("a2", as(role)))).toEqual([false, false, true]);
    expect([mayMakeToken("a2", "operator"), mayEndToken("a2", "operator")]).toEqual([true, true]);
  });

  test.each(administration)("%s: stewards and the operator", (type) => {
    expect(code(() => checkCommand(type, "anonymous"))).toBe("UNAUTHENTICATED");
    expect(code(() => checkCommand(type, "operator"))).toBe("done");
    expect(roles.map((role) => code(() => checkCommand(type, as(role))))).toEqual(["FORBIDDEN", "FORBIDDEN", "done"]);
  });
});

describe("what hangs on items and groups", () => {
  const keys = fc.subarray(["public", "org:o1", "group:g1", "account:a1"] as const);
  const circle = fc.option(oneOf("group:g1", "group:g2"), { nil: null });

  test("is seen by those who hold one of its keys, the circle that it is said in, and one of its item's keys", () => {
    const item = fc.option(keys, { nil: null });
    fc.assert(
      fc.property(keys, circle, item, fc.option(member, { nil: null }), (own, within, itemKeys, who) => {
        const ring = keyring(who);
        const holds = (some: readonly (typeof own)[number][]): boolean => some.some((key) => ring.has(key));
        const expected = holds(own) && (within === null || ring.has(within)) && (itemKeys === null || holds(itemKeys));
        expect(maySeeSubject({ keys: own, within }, itemKeys, ring)).toBe(expected);
      }),
    );
  });
});
