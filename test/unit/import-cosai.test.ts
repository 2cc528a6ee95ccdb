import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapCosai, readCosai } from "../../clients/cli/import/cosai.ts";
import { UnreadableSource } from "../../clients/foreign/batch.ts";
import { brokenPromises, countBy, entryOf, fieldsOf, kindOf, refusals } from "../support/import-batch.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";

const control = (more: object = {}): object => ({
  id: "controlA",
  title: "Keep it in",
  description: ["Use a sandbox.\nEverywhere. {{riskA}}", ["One point.", "Another."]],
  category: "controlsModel",
  risks: ["riskA", "riskGone"],
  ...more,
});
const risk = (more: object = {}): object => ({
  id: "riskA",
  title: "It gets out",
  shortDescription: ["It gets out ({{ref:a}})."],
  longDescription: ["At length."],
  category: "risksRuntimeOutputSecurity",
  impactType: ["privacy"],
  externalReferences: [{ id: "a", title: "A paper", url: "https://example.org/a" }],
  mappings: { "mitre-atlas": ["AML.T0025@5.0.1"] },
  ...more,
});

describe("the CoSAI Risk Map", () => {
  it.skipIf(isWithout("cosai-risk-map"))(
    "is taken whole by the forum's own parser, and nothing is left out",
    async () => {
      const batch = await readCosai(sharedData("cosai-risk-map"));
      expect(batch.skipped).toEqual([]);
      expect(countBy(batch.entries, kindOf)).toEqual({ advisory: 36, practice: 35 });
      expect(refusals(batch)).toEqual([]);
      expect(brokenPromises(batch)).toEqual([]);
      expect(batch.entries.flatMap(({ relations }) => relations).length).toBeGreaterThan(200);
    },
  );

  it("makes a practice of a control, a clause of each paragraph, and a relation of each risk that is there", () => {
    const batch = mapCosai({ controls: [control()] }, { risks: [risk()] });
    const practice = entryOf(batch.entries, "controlA");
    expect(fieldsOf(practice)).toMatchObject({
      tlp: "CLEAR",
      documentKind: "BEST_PRACTICE",
      clauses: [
        { level: "SHOULD", text: "Use a sandbox. Everywhere. It gets out" },
        { level: "SHOULD", text: "- One point.\n- Another." },
      ],
    });
    expect(practice.relations).toEqual([
      { type: "COUNTERS", externalKey: { source: "cosai-risk-map", externalId: "riskA" } },
    ]);
  });

  it("makes an advisory of a risk, with its references named and its techniques without their version", () => {
    const entry = entryOf(mapCosai({}, { risks: [risk()] }).entries, "riskA");
    expect(fieldsOf(entry)).toMatchObject({
      summary: "It gets out ([A paper](https://example.org/a)).",
      body: "At length.",
      techniques: ["AML.T0025"],
      riskCategories: ["RELIABILITY", "SYSTEM_INTERACTION", "PRIVACY"],
    });
  });

  it("takes a control of all risks for one that counters each", () => {
    const batch = mapCosai({ controls: [control({ risks: "all" })] }, { risks: [risk(), risk({ id: "riskB" })] });
    expect(entryOf(batch.entries, "controlA").relations).toHaveLength(2);
  });

  it("skips what says nothing, whatever it is, and throws over nothing", () => {
    const { entries, skipped } = mapCosai(
      { controls: [null, 3, { id: "controlB" }, control({ title: 7 })] },
      "nonsense",
    );
    expect(entries).toEqual([]);
    expect(skipped).toHaveLength(4);
  });

  it("is not what lies in any folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cosai-"));
    await expect(readCosai(folder)).rejects.toThrow(UnreadableSource);
  });
});
