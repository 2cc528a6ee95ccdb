import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noAudience } from "../../domain/label.ts";
import type { ItemView } from "../../domain/view.ts";
import { extensionSchema } from "../../server/stix/extension-schema.ts";
import { extensionOf } from "../../server/stix/extension.ts";
import { fromStix } from "../../server/stix/from-stix.ts";
import { tlpOfMarking } from "../../server/stix/markings.ts";
import type { StixContext, StixObject } from "../../server/stix/to-stix.ts";
import { toStix } from "../../server/stix/to-stix.ts";
import { contexts, itemViews } from "../support/item-views.ts";
import { isWithout } from "../support/shared-data.ts";
import { schemaFolder, stixValidator } from "../support/stix-schemas.ts";

/** How many items a run makes; more with TOCSIN_TEST_STIX. */
const numRuns = Number(process.env["TOCSIN_TEST_STIX"] ?? 150);

const context: StixContext = {
  forum: { id: "0b5a1f0e-0000-4000-8000-000000000000", name: "The forum", origin: "https://forum.example" },
  edition: "2.0",
  organizations: new Map(),
  relations: [],
  sightings: [],
  answers: [],
  forKeeping: false,
};
const allOf = ({ support, own }: ReturnType<typeof toStix>): StixObject[] => [...support, ...own];

/** The extension by the schema that the forum publishes, and all other extensions left to the standard's schemas. */
function extensionValidator(): (object: StixObject) => string | null {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  const validate = ajv.compile(extensionSchema("https://forum.example"));
  return (object) => {
    const extension = extensionOf(object);
    return extension === null || validate(extension) ? null : ajv.errorsText(validate.errors);
  };
}

describe("an item that is said in STIX", () => {
  it("comes back as it was: every field of every kind, label, attribution, audience and relations", () => {
    fc.assert(
      fc.property(itemViews(), contexts(), (item, around) => {
        const objects: unknown = JSON.parse(JSON.stringify(allOf(toStix(item, around))));
        const mapped = fromStix(Array.isArray(objects) ? objects : []);
        const [back, ...others] = mapped.flatMap((one) => one.item ?? []);
        expect(others).toEqual([]);
        expect(back?.content).toEqual(item.content);
        expect(back?.tlp).toBe(item.tlp);
        expect(back?.doubt).toBeNull();
        expect(back?.provenance).toMatchObject({
          itemId: item.id,
          attribution: item.attribution,
          revision: item.revision,
        });
        expect({ ...noAudience, ...back?.provenance?.audience }).toEqual(item.audience);
        const told = back?.relations.map(({ type, itemId }) => `${type} ${itemId}`);
        expect(told).toEqual(around.relations.map(({ type, item: other }) => `${type} ${other.id}`));
        for (const { outcome } of mapped) expect(outcome).not.toBe("refused");
      }),
      { numRuns },
    );
  });

  it("is the same object with the same id in everybody's eyes, whatever the viewer is shown of its origin", () => {
    fc.assert(
      fc.property(itemViews(), (item) => {
        const stranger: ItemView = { ...item, audience: null, viewerIsOrigin: false, ...shownTo(item) };
        const name = { id: item.originId ?? "", name: "The origin", sector: "ACADEMIA" as const };
        const naming = (view: ItemView) => new Map(view.originId === null ? [] : [[view.originId, name]]);
        const objects = toStix(item, { ...context, organizations: naming(item) });
        expect(toStix(stranger, { ...context, organizations: naming(stranger) })).toEqual(objects);
        expect(JSON.stringify(objects).includes("The origin")).toBe(item.attribution === "ORGANIZATION");
      }),
      { numRuns: 50 },
    );
  });

  it.skipIf(isWithout(schemaFolder))(
    "is valid by the standard's schemas, each object of it, in both editions of TLP and withdrawn",
    () => {
      const faultsOf = stixValidator();
      const extensionFaultsOf = extensionValidator();
      fc.assert(
        fc.property(
          itemViews(),
          contexts(),
          fc.constantFrom("2.0" as const, "1.0" as const),
          (item, around, edition) => {
            const withdrawn: ItemView = {
              ...item,
              status: "WITHDRAWN",
              withdrawal: { reason: "Wrong", at: item.publishedAt ?? "" },
            };
            for (const object of [item, withdrawn].flatMap((view) => allOf(toStix(view, { ...around, edition })))) {
              expect(faultsOf(object) ?? extensionFaultsOf(object), JSON.stringify(object)).toBeNull();
              expect(labelsOf(object), object.type).toHaveLength(object.type === "marking-definition" ? 0 : 1);
            }
          },
        ),
        { numRuns },
      );
    },
  );
});

/** Its markings that are labels of TLP. */
function labelsOf({ object_marking_refs: refs = [] }: StixObject): unknown[] {
  return Array.isArray(refs) ? refs.filter((id) => tlpOfMarking(String(id)) !== null) : [];
}

/** What somebody outside the origin sees of it. */
function shownTo({ attribution, originId, originSector }: ItemView): Pick<ItemView, "originId" | "originSector"> {
  return {
    originId: attribution === "ORGANIZATION" ? originId : null,
    originSector: attribution === "ANONYMOUS" ? null : originSector,
  };
}
