import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ForumError } from "../../domain/errors.ts";
import { idPrefixes, kindOfId, newId } from "../../domain/ids.ts";
import type { Audience } from "../../domain/label.ts";
import { checkAudience, noAudience, normalizeAudience, sameAddress } from "../../domain/label.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { labelRules, printTlp, tlpLabels } from "../../domain/tlp.ts";

const audiences = {
  nobody: noAudience,
  persons: { ...noAudience, accounts: ["a"] },
  organizations: { ...noAudience, organizations: ["o"] },
  groups: { ...noAudience, groups: ["g"] },
  sectors: { ...noAudience, sectors: ["ACADEMIA"] },
  "persons and organizations": { ...noAudience, accounts: ["a"], organizations: ["o"] },
} as const satisfies Record<string, Audience>;

const allowed: Readonly<Record<Tlp, readonly (keyof typeof audiences)[]>> = {
  RED: ["persons"],
  AMBER_STRICT: ["organizations", "groups", "sectors"],
  AMBER: ["organizations", "groups", "sectors"],
  GREEN: ["nobody", "organizations", "groups", "sectors"],
  CLEAR: ["nobody"],
};

function refusal(work: () => void): ForumError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof ForumError) return error;
    throw error;
  }
}

describe("which audience a label takes", () => {
  for (const tlp of tlpLabels) {
    for (const [name, audience] of Object.entries(audiences)) {
      const fits = allowed[tlp].some((one) => one === name);
      test(`${printTlp(tlp)} with ${name} is ${fits ? "taken" : "refused, naming the field"}`, () => {
        const error = refusal(() => checkAudience(tlp, audience, "input.advisory"));
        if (fits) expect(error).toBeNull();
        else expect(error).toMatchObject({ code: "BAD_USER_INPUT", field: "input.advisory.audience" });
      });
    }
  }
});

test("a label is printed in capitals, as FIRST writes it", () => {
  expect(tlpLabels.map(printTlp)).toEqual(["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]);
});

test("only reads of RED are audited", () => {
  expect(tlpLabels.filter((tlp) => labelRules[tlp].readsAudited)).toEqual(["RED"]);
});

describe("when two labels are one address", () => {
  const names = fc.array(fc.constantFrom("x", "y", "z"));
  const audience = fc.record({
    organizations: names,
    groups: names,
    sectors: fc.array(fc.constantFrom("ACADEMIA" as const, "COMPANY" as const)),
    accounts: names,
  });
  const tlp = fc.constantFrom(...tlpLabels);

  test("order and repetition do not matter", () => {
    fc.assert(
      fc.property(tlp, audience, (label, one) => {
        const turned = {
          organizations: [...one.organizations, ...one.organizations].toReversed(),
          groups: one.groups.toReversed(),
          sectors: one.sectors.toReversed(),
          accounts: [...one.accounts.toReversed(), ...one.accounts],
        };
        const a = { tlp: label, audience: normalizeAudience(one) };
        expect(sameAddress(a, { tlp: label, audience: normalizeAudience(turned) })).toBe(true);
      }),
    );
  });

  test("another label or anybody more or fewer makes another address", () => {
    fc.assert(
      fc.property(tlp, tlp, audience, audience, (label, otherLabel, one, other) => {
        const sets = (a: Audience): string =>
          JSON.stringify([a.organizations, a.groups, a.sectors, a.accounts].map((list) => [...new Set(list)].sort()));
        const a = { tlp: label, audience: normalizeAudience(one) };
        const b = { tlp: otherLabel, audience: normalizeAudience(other) };
        expect(sameAddress(a, b)).toBe(label === otherLabel && sets(one) === sets(other));
      }),
    );
  });
});

describe("ids", () => {
  test("say what they name and nothing else, and never come twice", () => {
    const ids = Object.keys(idPrefixes).flatMap((kind) =>
      // the keys of the table are its kinds
      Array.from({ length: 200 }, () => ({ kind, id: newId(kind as keyof typeof idPrefixes) })),
    );
    for (const { kind, id } of ids) expect(kindOfId(id)).toBe(kind);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });

  test("text that is not an id names nothing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(kindOfId(text)).toBeNull();
      }),
    );
    expect(kindOfId("xyz_00000000000000000000000000")).toBeNull();
    expect(kindOfId(`${newId("item")}x`)).toBeNull();
  });
});
