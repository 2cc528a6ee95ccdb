import { describe, expect, it } from "vitest";
import { ForumError } from "../domain/errors.ts";
import { parseDraft } from "./draft.ts";

const advisory = {
  title: "Rotate the keys",
  summary: "Keys of the evaluation cluster were seen elsewhere.",
  tlp: "AMBER",
  audience: { sectors: ["GOVERNMENT"] },
  riskCategories: ["CYBER"],
  severity: "HIGH",
};

describe("a draft from an ItemInput", () => {
  it("keeps the label, the envelope and the fields of the kind, with defaults filled in", () => {
    const draft = parseDraft({ advisory: { ...advisory, recommendedActions: ["Rotate", "Watch"] } });
    expect(draft.path).toBe("input.advisory");
    expect(draft.label).toEqual({
      tlp: "AMBER",
      attribution: "ORGANIZATION",
      audience: { organizations: [], groups: [], sectors: ["GOVERNMENT"], accounts: [] },
    });
    expect(draft.content).toMatchObject({
      kind: "ADVISORY",
      envelope: { title: "Rotate the keys", confidence: null, techniques: [] },
      details: { recommendedActions: ["Rotate", "Watch"], remediation: null },
    });
    expect(draft.relations).toEqual([]);
  });

  it("puts audiences into one order without repetition, so that equal ones are equal", () => {
    const groups = [
      "grp_11111111111111111111111111",
      "grp_00000000000000000000000000",
      "grp_11111111111111111111111111",
    ];
    expect(parseDraft({ advisory: { ...advisory, audience: { groups } } }).label.audience.groups).toEqual([
      "grp_00000000000000000000000000",
      "grp_11111111111111111111111111",
    ]);
  });

  it("makes of an id that is none one that names nothing, so that both get the same answer", () => {
    const audience = { organizations: ["nonsense\u0000", ""] };
    const { organizations } = parseDraft({ advisory: { ...advisory, audience } }).label.audience;
    expect(organizations).toEqual([expect.stringMatching(/^org_0{26}$/)]);
  });

  const refusals: readonly [string, object, string][] = [
    ["no kind at all", {}, "input"],
    ["two kinds", { advisory, mitigation: advisory }, "input"],
    ["no label", { advisory: { ...advisory, tlp: undefined } }, "input.advisory.tlp"],
    ["an unknown label", { advisory: { ...advisory, tlp: "PURPLE" } }, "input.advisory.tlp"],
    ["TLP:AMBER to nobody", { advisory: { ...advisory, audience: null } }, "input.advisory.audience"],
    ["TLP:RED without persons", { advisory: { ...advisory, tlp: "RED", audience: {} } }, "input.advisory.audience"],
    ["TLP:CLEAR with an audience", { advisory: { ...advisory, tlp: "CLEAR" } }, "input.advisory.audience"],
    ["an empty title", { advisory: { ...advisory, title: " " } }, "input.advisory.title"],
    ["NUL in a text", { advisory: { ...advisory, summary: "a\u0000b" } }, "input.advisory.summary"],
    ["no risk category", { advisory: { ...advisory, riskCategories: [] } }, "input.advisory.riskCategories"],
    [
      "a relation without a type",
      { advisory: { ...advisory, relations: [{ item: "itm_x" }] } },
      "input.advisory.relations.0.type",
    ],
    [
      "too many relations",
      { advisory: { ...advisory, relations: Array.from({ length: 101 }, () => ({})) } },
      "input.advisory.relations",
    ],
  ];

  it.each(refusals)("refuses %s, naming the field", (_, input, field) => {
    expect(refusalOf(() => parseDraft(input))).toMatchObject({ code: "BAD_USER_INPUT", field });
  });
});

function refusalOf(work: () => unknown): ForumError {
  try {
    work();
  } catch (error) {
    if (error instanceof ForumError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}
