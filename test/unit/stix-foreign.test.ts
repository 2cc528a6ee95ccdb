import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromStix } from "../../server/stix/from-stix.ts";
import type { Mapped } from "../../server/stix/from-stix.ts";
import { tlpOfMarking } from "../../server/stix/markings.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";

type Bundle = { readonly objects?: readonly Raw[] };
type Raw = { readonly id: string; readonly type: string; readonly object_marking_refs?: readonly string[] };

function objectsOf(path: string): readonly Raw[] {
  const bundle: Bundle & Raw = JSON.parse(readFileSync(sharedData(path), "utf8"));
  return bundle.objects ?? [bundle];
}

const tally = (mapped: readonly Mapped[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(mapped, ({ outcome }) => outcome)].map(([outcome, list]) => [outcome, list.length]),
  );

const atlas = "atlas/stix-atlas.json";
const openCti = "atlas/opencti-bundles";
const examples = "stix2.1-json-schemas/examples";

describe("bundles of others", () => {
  it.skipIf(isWithout(openCti) || isWithout(examples))(
    "have every object accounted for, with a reason where nothing became of it",
    () => {
      const files = [openCti, examples].flatMap((folder) =>
        globSync("**/*.json", { cwd: sharedData(folder) }).map((file) => join(folder, file)),
      );
      expect(files.length).toBeGreaterThan(15);
      for (const file of [...files, atlas]) {
        const objects = objectsOf(file);
        for (const defaultTlp of [null, "GREEN"] as const) {
          const mapped = fromStix(objects, { defaultTlp });
          expect(
            mapped.map(({ objectId }) => objectId),
            file,
          ).toEqual(objects.map(({ id }) => id.toLowerCase()));
          for (const { outcome, reason, item } of mapped) {
            expect(item !== null, file).toBe(outcome === "item");
            expect(reason !== null || outcome === "item" || outcome === "part of an item", file).toBe(true);
            expect(outcome, file).not.toBe("refused");
          }
          for (const [at, { item }] of mapped.entries()) {
            const labels = (objects[at]?.object_marking_refs ?? []).map(tlpOfMarking);
            if (item !== null && labels.length > 0) expect([...labels, "RED"], file).toContain(item.tlp);
          }
        }
      }
    },
  );

  it.skipIf(isWithout(atlas))(
    "from ATLAS become techniques and mitigations with their relations, tactics and ids",
    () => {
      const mapped = fromStix(objectsOf(atlas), { defaultTlp: "CLEAR" });
      expect(tally(mapped)).toEqual({ item: 205, "part of an item": 315, skipped: 18 });
      const items = mapped.flatMap(({ item }) => item ?? []);
      const injection = items.find(({ content }) => content.envelope.title === "LLM Prompt Injection");
      expect(injection).toMatchObject({
        kind: "CIRCUMVENTION_TECHNIQUE",
        tlp: "CLEAR",
        content: {
          envelope: {
            riskCategories: ["MODEL_SECURITY"],
            techniques: expect.arrayContaining(["AML.T0051", "AML.TA0005"]),
          },
        },
      });
      const relations = items.flatMap((item) => item.relations.map(({ type }) => `${item.kind} ${type}`));
      expect(relations.filter((each) => each === "MITIGATION COUNTERS").length).toBeGreaterThan(200);
    },
  );

  it.skipIf(isWithout(openCti))(
    "from OpenCTI keep the label of TLP 1.0 by its id, whatever the marking object calls itself",
    () => {
      const mapped = fromStix(objectsOf(join(openCti, "AMLCS0018.json")));
      expect(tally(mapped)).toEqual({ item: 10, "part of an item": 15, skipped: 7 });
      const incident = mapped.flatMap(({ item }) => (item?.kind === "INCIDENT" ? [item] : []));
      expect(incident).toMatchObject([{ tlp: "CLEAR", doubt: null }]);
    },
  );

  it.skipIf(isWithout(examples))("keep patterns as blocks that are found again, beside what they indicate", () => {
    const mapped = fromStix(objectsOf(join(examples, "indicator-to-campaign-relationship.json")), {
      defaultTlp: "CLEAR",
    });
    const [item] = mapped.flatMap((one) => one.item ?? []);
    expect(item?.kind).toBe("THREAT_ACTIVITY");
    expect(JSON.stringify(item?.content.details)).toMatch(/```stix\\n\[.*\]\\n```/);
  });
});
