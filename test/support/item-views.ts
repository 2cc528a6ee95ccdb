/** Generated items of every kind, as a viewer is shown them. */
import fc from "fast-check";
import type { FieldSpec, RecordField } from "../../domain/fields.ts";
import { choiceLists, recordShapes } from "../../domain/fields.ts";
import type { ItemKind } from "../../domain/kinds.ts";
import { envelopeFields, itemKinds, kinds } from "../../domain/kinds.ts";
import { parseContent } from "../../domain/parse.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import { attributions, relationTypes, sectors } from "../../domain/vocabulary.ts";
import type { StixContext } from "../../server/stix/to-stix.ts";

const id = (prefix: string): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz"), minLength: 26, maxLength: 26 })
    .map((rest) => `${prefix}_${rest}`);

/** Text that tempts: headings, fences, blank lines, ends that look like others' beginnings. */
const scrap = fc.constantFrom(
  "\n\n",
  "## Detection\n\n",
  "## Impact",
  "```pcre\na+b\n```",
  "- ",
  "TLP:CLEAR",
  "…",
  "é漢😀",
  " ",
  "Summary",
);
const words = fc.oneof(
  fc
    .array(fc.oneof(scrap, fc.string({ unit: "binary", maxLength: 8 }).map(clean)), { maxLength: 6 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 40 }).map(clean),
  fc.string({ minLength: 590, maxLength: 610 }).map(clean),
);

function clean(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom("https://example.org/a b", "http://exämple.org/[x]", "HTTPS://EXAMPLE.ORG/%zz"),
);
const technique = fc.constantFrom(
  "AML.T0054",
  "AML.T0051.001",
  "AML.TA0004",
  "AML.M0001",
  "T1059.003",
  "CVE-2026-1234",
  "CAPEC-13",
  "x:y-z",
);
const anything: Readonly<Record<string, fc.Arbitrary<string>>> = {
  url,
  externalId: fc.oneof(
    technique,
    words.map((text) => text || "x"),
  ),
  source: fc.oneof(fc.constantFrom("cve", "capec", "mitre-atlas", "reference", "technique", ""), words),
};

function valueOf(name: string, spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.type) {
    case "text": {
      const text = words.map((value) => value.slice(0, spec.maxLength).toWellFormed());
      return spec.required ? text.map((value) => (value.trim() === "" ? "Something" : value)) : fc.option(text);
    }
    case "texts":
      return fc.array(
        spec.shape === null
          ? words.map((value) => (value.trim() === "" ? "x" : value.slice(0, spec.maxLength).toWellFormed()))
          : technique,
        { maxLength: 4 },
      );
    case "integer":
      return fc.option(fc.integer({ min: spec.min, max: spec.max }));
    case "fraction":
      return fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value)));
    case "instant":
      return fc.option(
        fc
          .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
          .map((date) => date.toISOString()),
      );
    case "choice":
      return spec.required
        ? fc.constantFrom<string>(...choiceLists[spec.of])
        : fc.option(fc.constantFrom<string>(...choiceLists[spec.of]));
    case "choices":
      return fc.subarray<string>([...choiceLists[spec.of]], { minLength: spec.required ? 1 : 0 });
    case "records": {
      const shape = Object.entries<RecordField>(recordShapes[spec.of]).map(([key, { required, of }]) => {
        if (of !== undefined) return [key, fc.constantFrom<string>(...choiceLists[of])] as const;
        const text = (anything[key] ?? words).map((value) => value.slice(0, 2_000).toWellFormed());
        return [key, required ? text.map((value) => (value.trim() === "" ? "x" : value)) : fc.option(text)] as const;
      });
      return fc
        .array(fc.record<Record<string, unknown>>(Object.fromEntries(shape)), { maxLength: 3 })
        .map((records) => records.filter((record) => Object.values(record).some((value) => value !== null)));
    }
  }
}

export function contents(kind: ItemKind): fc.Arbitrary<ItemView["content"]> {
  const fields = Object.entries({ ...envelopeFields, ...kinds[kind].fields });
  return fc
    .record<Record<string, unknown>>(Object.fromEntries(fields.map(([name, spec]) => [name, valueOf(name, spec)])))
    .map((raw) => parseContent(kind, raw, "item"));
}

const instant = fc
  .date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2027-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

export function itemViews(kindsOf: readonly ItemKind[] = itemKinds): fc.Arbitrary<ItemView> {
  return fc.constantFrom(...kindsOf).chain((kind) =>
    fc
      .record({
        id: id("itm"),
        content: contents(kind),
        tlp: fc.constantFrom(...tlpLabels),
        attribution: fc.constantFrom(...attributions),
        originId: id("org"),
        originSector: fc.constantFrom(...sectors),
        audience: fc.record({
          organizations: fc.array(id("org"), { maxLength: 2 }),
          groups: fc.array(id("grp"), { maxLength: 2 }),
          sectors: fc.subarray([...sectors]),
          accounts: fc.array(id("acc"), { maxLength: 2 }),
        }),
        revision: fc.integer({ min: 1, max: 99 }),
        publishedAt: instant,
        revisedAt: fc.option(instant),
      })
      .map((view): ItemView => ({
        ...view,
        home: null,
        status: "PUBLISHED",
        withdrawal: null,
        viewerIsOrigin: true,
        reachedThrough: [],
        handling: { sentence: "", relay: "NOBODY", mayChange: true },
      })),
  );
}

/** What belongs to an item: relations to others, sightings and answers, all by organisations with names. */
export function contexts(): fc.Arbitrary<StixContext> {
  return fc
    .record({
      others: fc.uniqueArray(fc.tuple(fc.constantFrom(...relationTypes), itemViews()), {
        maxLength: 3,
        selector: ([type, item]) => `${type} ${item.id}`,
      }),
      sightings: fc.array(
        fc.record({
          id: id("sgt"),
          organizationId: fc.option(id("org")),
          attributed: fc.boolean(),
          count: fc.integer({ min: 1, max: 2_147_483_647 }),
          firstSeen: instant,
          lastSeen: instant,
          note: fc.option(words),
          at: instant,
        }),
        { maxLength: 2 },
      ),
      answers: fc.array(
        fc.record({
          organizationId: id("org"),
          state: fc.constantFrom("AFFECTED" as const, "UNDER_STUDY" as const),
          note: fc.option(words),
          acknowledgedAt: fc.option(instant),
          at: instant,
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ others, sightings, answers }) => ({
      forum: { id: "0b5a1f0e-0000-4000-8000-000000000000", name: "The forum", origin: "https://forum.example" },
      edition: "2.0",
      organizations: new Map(
        [...sightings, ...answers].flatMap(({ organizationId }) =>
          organizationId === null
            ? []
            : [
                [
                  organizationId,
                  { id: organizationId, name: `Organisation ${organizationId}`, sector: "COMPANY" as const },
                ],
              ],
        ),
      ),
      relations: others.map(([type, item]) => ({ type, item })),
      sightings,
      answers,
      forKeeping: true,
    }));
}
