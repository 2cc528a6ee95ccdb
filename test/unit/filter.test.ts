import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Filtered, ItemFilter } from "../../domain/filter.ts";
import { matches } from "../../domain/filter.ts";
import { noAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Member } from "../../domain/people.ts";
import type { Attribution } from "../../domain/vocabulary.ts";
import { severities } from "../../domain/vocabulary.ts";

const content = (changes: Record<string, unknown> = {}) =>
  parseContent(
    "ADVISORY",
    { title: "T", summary: "S", riskCategories: ["CYBER", "PRIVACY"], severity: "HIGH", ...changes },
    "input",
  );
const item = (changes: Partial<Filtered> = {}): Filtered => ({
  originId: "o1",
  originSector: "COMPANY",
  content: content(),
  label: { tlp: "GREEN", audience: noAudience, attribution: "ORGANIZATION" },
  publishedAt: "2026-11-23T09:30:00.000Z",
  ...changes,
});
const of = (organizationId: string, groupIds: readonly string[] = []): Member => ({
  accountId: "a1",
  organizationId,
  sector: "GOVERNMENT",
  role: "READER",
  groupIds,
  providerIds: [],
});

describe("each field", () => {
  const at = "2026-11-23T09:30:00.000Z";
  test.each<readonly [ItemFilter, boolean]>([
    [{}, true],
    [{ kinds: ["ADVISORY"] }, true],
    [{ kinds: ["INCIDENT", "PRACTICE"] }, false],
    [{ kinds: [] }, false],
    [{ riskCategories: ["FRAUD_CRIME", "PRIVACY"] }, true],
    [{ riskCategories: ["FRAUD_CRIME"] }, false],
    [{ minSeverity: "MEDIUM" }, true],
    [{ minSeverity: "HIGH" }, true],
    [{ minSeverity: "CRITICAL" }, false],
    [{ tlp: ["CLEAR", "GREEN"] }, true],
    [{ tlp: ["CLEAR"] }, false],
    [{ sectors: ["COMPANY"] }, true],
    [{ sectors: ["ACADEMIA"] }, false],
    [{ origins: ["o1"] }, true],
    [{ origins: ["o2"] }, false],
    [{ publishedAfter: at }, true],
    [{ publishedAfter: "2026-11-23T09:30:00.001Z" }, false],
    [{ publishedBefore: at }, false],
    [{ publishedBefore: "2026-11-23T09:30:00.001Z" }, true],
    [{ statuses: ["WITHDRAWN"], text: "nothing like it" }, true],
    [{ kinds: ["ADVISORY"], minSeverity: "CRITICAL" }, false],
  ])("%j: %s", (filter, expected) => {
    expect(matches(filter, item(), of("o2"))).toBe(expected);
  });

  test.each<readonly [ItemFilter, boolean]>([
    [{ techniques: ["AML.T0054"] }, true],
    [{ techniques: ["AML.T005"] }, false],
    [{ affects: "exam" }, true],
    [{ affects: "EXAMPLE" }, true],
    [{ affects: "atlas-7" }, true],
    [{ affects: "example co\natlas" }, false],
    [{ affects: "nobody" }, false],
  ])("%j: %s", (filter, expected) => {
    const systems = [{ provider: "Example Co", model: "Atlas-7", version: "nobody" }];
    const subject = item({ content: content({ techniques: ["AML.T0054"], affectedSystems: systems }) });
    expect(matches(filter, subject, null)).toBe(expected);
  });

  test("severities go from LOW to CRITICAL", () => {
    expect(severities).toEqual(["LOW", "MEDIUM", "HIGH", "CRITICAL"]);
  });
});

describe("what the attribution withholds cannot be filtered for", () => {
  test.each<readonly [Attribution, boolean, boolean]>([
    ["ORGANIZATION", true, true],
    ["SECTOR", false, true],
    ["ANONYMOUS", false, false],
  ])("%s: origins match for others: %s, sectors: %s; both for the origin itself", (attribution, origins, sectors) => {
    const subject = item({ label: { tlp: "GREEN", audience: noAudience, attribution } });
    expect(matches({ origins: ["o1"] }, subject, of("o2"))).toBe(origins);
    expect(matches({ sectors: ["COMPANY"] }, subject, of("o2"))).toBe(sectors);
    expect(matches({ origins: ["o1"] }, subject, null)).toBe(origins);
    expect(matches({ origins: ["o1"], sectors: ["COMPANY"] }, subject, of("o1"))).toBe(true);
  });
});

describe("groups match what is addressed to them", () => {
  const audience = { ...noAudience, groups: ["g1", "g2"] };
  const subject = item({ label: { tlp: "AMBER", audience, attribution: "ORGANIZATION" } });
  test.each<readonly [string, Member | null, readonly string[], boolean]>([
    ["a member of the group", of("o2", ["g1"]), ["g1"], true],
    ["a member of the group, asking for another that it is not in", of("o2", ["g1"]), ["g2"], false],
    ["somebody outside the group", of("o2"), ["g1"], false],
    ["the origin, in no group", of("o1"), ["g2"], true],
    ["the origin, for a group that is not addressed", of("o1", ["g3"]), ["g3"], false],
    ["an anonymous visitor", null, ["g1"], false],
  ])("%s", (_, who, groups, expected) => {
    expect(matches({ groups }, subject, who)).toBe(expected);
  });
});

test("fields narrow: two together match what each matches alone", () => {
  const one: fc.Arbitrary<ItemFilter> = fc.oneof(
    fc.record({ kinds: fc.subarray(["ADVISORY", "INCIDENT"] as const) }),
    fc.record({ minSeverity: fc.constantFrom(...severities) }),
    fc.record({ tlp: fc.subarray(["GREEN", "RED"] as const) }),
    fc.record({ origins: fc.subarray(["o1", "o2"]) }),
    fc.record({ riskCategories: fc.subarray(["CYBER", "BIOLOGICAL"] as const) }),
  );
  fc.assert(
    fc.property(one, one, (a, b) => {
      fc.pre(Object.keys(a)[0] !== Object.keys(b)[0]);
      const both = matches({ ...a, ...b }, item(), of("o2"));
      expect(both).toBe(matches(a, item(), of("o2")) && matches(b, item(), of("o2")));
    }),
  );
});
