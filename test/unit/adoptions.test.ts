import { describe, expect, test } from "vitest";
import type { Declaration } from "../../domain/adoptions.ts";
import {
  adoptionLevels,
  checkDeclaration,
  checkDeclarationLabel,
  clauseStandingOf,
  levelRules,
  reminderOf,
  standingOf,
} from "../../domain/adoptions.ts";
import { ForumError } from "../../domain/errors.ts";
import { noAudience } from "../../domain/label.ts";
import { tlpLabels } from "../../domain/tlp.ts";

const now = "2026-11-25T12:00:00.000Z";
const later = "2027-11-25T12:00:00.000Z";
const clauseIds = ["R-1", "R-2", "R-4"];

/** A declaration of each level that is as good as it can be. */
const good: Readonly<Record<(typeof adoptionLevels)[number], Declaration>> = {
  INTENDS: { level: "INTENDS", clauses: null, deviations: [], evidence: [], validUntil: later, note: null },
  PARTIAL: {
    level: "PARTIAL",
    clauses: ["R-1", "R-4"],
    deviations: [{ clause: "R-4", reason: "Not before spring." }],
    evidence: [{ kind: "SELF_ATTESTED", url: "https://example.org/r1", title: null }],
    validUntil: later,
    note: null,
  },
  FULL: { level: "FULL", clauses: null, deviations: [], evidence: [], validUntil: null, note: null },
  EQUIVALENT_ALTERNATIVE: {
    level: "EQUIVALENT_ALTERNATIVE",
    clauses: null,
    deviations: [],
    evidence: [],
    validUntil: later,
    note: "Another standard covers it.",
  },
  NOT_ADOPTING: { level: "NOT_ADOPTING", clauses: null, deviations: [], evidence: [], validUntil: null, note: "No." },
  WITHDRAWN: { level: "WITHDRAWN", clauses: null, deviations: [], evidence: [], validUntil: null, note: null },
};

function refusedField(work: () => void): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof ForumError && error.code === "BAD_USER_INPUT") return error.field;
    throw error;
  }
  return undefined;
}

describe("a declaration", () => {
  test.each(adoptionLevels)("of %s is taken as it should be", (level) => {
    expect(() => checkDeclaration(good[level], clauseIds, now)).not.toThrow();
  });

  test.each<[string, Declaration]>([
    ["clauses", { ...good.PARTIAL, clauses: null }],
    ["clauses", { ...good.PARTIAL, clauses: [] }],
    ["clauses", { ...good.INTENDS, clauses: [] }],
    ["clauses.1", { ...good.PARTIAL, clauses: ["R-1", "R-3"] }],
    ["clauses", { ...good.FULL, clauses: ["R-1"] }],
    ["deviations", { ...good.FULL, deviations: [{ clause: "R-1", reason: "Not quite." }] }],
    ["deviations.0.clause", { ...good.PARTIAL, deviations: [{ clause: "R-9", reason: "None such." }] }],
    ["deviations.0.clause", { ...good.PARTIAL, deviations: [{ clause: "R-2", reason: "Not what it is about." }] }],
    [
      "deviations.1.clause",
      { ...good.PARTIAL, deviations: ["One.", "Two."].map((reason) => ({ clause: "R-1", reason })) },
    ],
    ["note", { ...good.EQUIVALENT_ALTERNATIVE, note: null }],
    ["evidence", { ...good.NOT_ADOPTING, evidence: good.PARTIAL.evidence }],
    ["validUntil", { ...good.WITHDRAWN, validUntil: later }],
    ["validUntil", { ...good.INTENDS, validUntil: now }],
  ])("whose %s does not fit is refused", (field, bad) => {
    expect(refusedField(() => checkDeclaration(bad, clauseIds, now))).toBe(field);
  });

  test.each(tlpLabels.flatMap((own) => tlpLabels.map((practice) => [own, practice] as const)))(
    "under %s of a practice under %s is taken where it is not weaker, and not for persons",
    (own, practice) => {
      const audience =
        own === "AMBER" || own === "AMBER_STRICT" ? { ...noAudience, organizations: ["org_1"] } : noAudience;
      const field = refusedField(() => checkDeclarationLabel({ tlp: own, audience }, practice));
      const taken = own !== "RED" && tlpLabels.indexOf(own) <= tlpLabels.indexOf(practice);
      expect(field).toBe(taken ? undefined : "tlp");
    },
  );

  test("needs an audience that its label allows", () => {
    expect(refusedField(() => checkDeclarationLabel({ tlp: "AMBER", audience: noAudience }, "CLEAR"))).toBe("audience");
  });
});

describe("where an organisation stands", () => {
  test.each(adoptionLevels)("with %s is that for the version it was declared for, and not for a later one", (level) => {
    const declared = { ...good[level], version: 2, validUntil: null };
    expect(standingOf(declared, 2, now)).toBe(level);
    expect(standingOf(declared, 3, now)).toBe(levelRules[level].adopts ? "EARLIER_VERSION" : null);
  });

  test("changes at the very instant until which a declaration holds", () => {
    const at = (level: "FULL" | "INTENDS", validUntil: string) => standingOf({ level, version: 1, validUntil }, 1, now);
    expect([at("FULL", now), at("INTENDS", now)]).toEqual(["EXPIRED", "OVERDUE"]);
    expect([at("FULL", later), at("INTENDS", later)]).toEqual(["FULL", "INTENDS"]);
  });

  test("with a clause is said of those that the declaration is about, with the deviation", () => {
    const declared = { ...good.PARTIAL, version: 1 };
    const of = (clause: string) => clauseStandingOf(declared, clause, 1, now);
    expect(of("R-1")).toEqual({ standing: "PARTIAL", deviation: null });
    expect(of("R-4")).toEqual({ standing: "PARTIAL", deviation: "Not before spring." });
    expect(of("R-2")).toBeNull();
    expect(clauseStandingOf({ ...good.FULL, version: 1 }, "R-2", 1, now)).toEqual({
      standing: "FULL",
      deviation: null,
    });
  });

  test("is asked after 30 days before a declaration ends", () => {
    expect(reminderOf("2027-01-31T09:00:00.000Z")).toBe("2027-01-01T09:00:00.000Z");
  });
});
