import { describe, expect, it } from "vitest";
import { BundleText, maxObjectLength } from "../../server/stix/bundle-text.ts";
import { extensionId } from "../../server/stix/extension.ts";
import { fromStix, Intake } from "../../server/stix/from-stix.ts";
import { isStixId } from "../../server/stix/ids.ts";
import { NotTaken, parseStrict } from "../../server/strict-json.ts";

const encoder = new TextEncoder();
let serial = 0;
const uuid = (): string => `00000000-0000-4000-8000-${String(++serial).padStart(12, "0")}`;
const clear = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";
const green = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
const amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
const red = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
const time = "2026-01-01T00:00:00.000Z";

type Properties = { readonly id: string; readonly [name: string]: unknown };
function object(type: string, more: object = {}): Properties {
  const id = `${type}--${uuid()}`;
  return {
    type,
    spec_version: "2.1",
    id,
    created: time,
    modified: time,
    name: `A ${type}`,
    object_marking_refs: [clear],
    ...more,
  };
}
const link = (type: string, from: Properties, to: Properties, more: object = {}): Properties =>
  object("relationship", { relationship_type: type, source_ref: from.id, target_ref: to.id, ...more });

/** What was read of a text that came in pieces of one size. */
function read(text: string, size = 7): string[] {
  const bytes = encoder.encode(text);
  const cutter = new BundleText();
  const found = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...cutter.push(bytes.subarray(at, at + size)));
  return [...found, ...cutter.end()].map((one) => ("text" in one ? one.text : `refused: ${one.refused}`));
}

describe("the text of a bundle", () => {
  const objects = ['{"a":"}]\\"{é漢😀"}', '{"b":[[{"objects":[1]}]]}', "{}"];

  it("takes time that grows with its length alone, in pieces of one byte, too", () => {
    const began = performance.now();
    expect(read(`{"name":"${"x".repeat(100_000)}"}`, 1)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it.each([1, 2, 3, 7, 64, 4_096])("is cut into objects wherever the network cuts it: pieces of %i bytes", (size) => {
    const list = `[ ${objects.join(" ,\n")} ]`;
    expect(read(`{"type":"bundle","x":{"objects":[9]},"objects":${list},"more":false}`, size)).toEqual(objects);
    expect(read(list, size)).toEqual(objects);
    expect(read(`\n${objects[1]}\n`, size)).toEqual([objects[1]]);
  });

  it("is told entry by entry, those that are no objects and those that are too long included", () => {
    const long = `{"x":"${"y".repeat(maxObjectLength)}"}`;
    expect(read(`{"objects":[1,"two",[3],${long},{"a":1}]}`, 65_536)).toEqual([
      "refused: it is no object",
      "refused: it is no object",
      "[3]",
      expect.stringContaining("refused: it is longer than"),
      '{"a":1}',
    ]);
  });

  it.each(["", "{", '{"objects":[{}', '{"objects":[]}}', "null", "[]]", "{}{}"])(
    "is refused as a whole: %j",
    (text) => {
      expect(() => read(text)).toThrow(NotTaken);
    },
  );

  it("is refused where it is no UTF-8", () => {
    expect(() => new BundleText().push(new Uint8Array([0x7b, 0xff]))).toThrow("UTF-8");
  });

  it(
    "of 50 MB is read in pieces, of which no more is kept than the objects that are in sight",
    { timeout: 60_000 },
    () => {
      const piece = encoder.encode(`${JSON.stringify(object("x-unknown", { description: "z".repeat(9_000) }))},`);
      const cutter = new BundleText();
      const intake = new Intake();
      let bytes = 0;
      let kept = 0;
      cutter.push(encoder.encode('{"objects":['));
      for (; bytes < 50_000_000; bytes += piece.length)
        for (const one of cutter.push(piece)) {
          kept += 1;
          intake.takeText(one);
        }
      for (const one of cutter.push(encoder.encode("{}]}"))) intake.takeText(one);
      cutter.end();
      const mapped = intake.finish();
      expect(mapped).toHaveLength(kept + 1);
      expect(new Set(mapped.map(({ outcome }) => outcome))).toEqual(new Set(["skipped", "refused"]));
    },
  );
});

describe("strict JSON", () => {
  it.each([
    ['{"a":1,"a":2}', "stands twice"],
    ['{"a":1,"\\u0061":2}', "stands twice"],
    ['"\\ud800"', "half a character"],
    ['"\\u0000"', "NUL"],
    ["1e999", "larger than programs agree on"],
    ["9007199254740993", "larger than programs agree on"],
    [`${"[".repeat(33)}${"]".repeat(33)}`, "nests deeper than 32"],
    [`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "nests deeper than 32"],
    ...[
      "{",
      "[1,]",
      '{"a":1,}',
      "{,}",
      "[1 2]",
      '{"a" 1}',
      "nul",
      "01",
      "+1",
      "'a'",
      '"a\nb"',
      '"\\x"',
      "1 2",
      "NaN",
      "",
      '"',
    ].map((text): [string, string] => [text, "no JSON"]),
  ])("refuses %.60s", (text, why) => {
    expect(() => parseStrict(text)).toThrow(why);
  });

  it.each(['{"a":[1,-2.5e3,true,false,null,"\\u00e9\\n😀",{}]}', " [ ] ", '"x"', "0", '{"__proto__":{"a":1}}'])(
    "takes %s for what it is",
    (text) => {
      expect(parseStrict(text)).toEqual(JSON.parse(text));
    },
  );

  it("takes a time that grows with the length alone", () => {
    const types = ["a".repeat(200_000), `${"a-".repeat(100_000)}!`, `${"a".repeat(240)}--${"-".repeat(200_000)}`];
    const began = performance.now();
    for (const type of types) {
      expect(isStixId(`${type}--${uuid()}`)).toBe(false);
      fromStix([{ type, id: `${type}--${uuid()}`, name: type, object_marking_refs: [type] }]);
    }
    const hostile = object("attack-pattern", {
      external_references: types.map((each) => ({ source_name: each, url: `http://${each}`, external_id: each })),
    });
    expect(fromStix([hostile])).toMatchObject([{ outcome: "item" }]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("the label of a foreign object", () => {
  const labelOf = (more: object, defaultTlp: "GREEN" | null = null): unknown[] =>
    fromStix([object("campaign", more)], { defaultTlp }).map(({ item }) => [item?.tlp, item?.doubt === null]);
  const fake = `marking-definition--${uuid()}`;

  it.each([
    ["is that of its marking", { object_marking_refs: [green] }, "GREEN", true],
    [
      "is known in TLP 1.0, and in capitals",
      { object_marking_refs: ["marking-definition--34098FCE-860F-48AE-8E50-EBD3CC5E41DA"] },
      "GREEN",
      true,
    ],
    [
      "is OpenCTI's own",
      { object_marking_refs: ["marking-definition--826578e1-40ad-459f-bc73-ede076f81f37"] },
      "AMBER_STRICT",
      true,
    ],
    ["is the stricter of two", { object_marking_refs: [clear, amber] }, "AMBER", true],
    [
      "is the strictest of any property",
      { granular_markings: [{ marking_ref: red, selectors: ["name"] }] },
      "RED",
      true,
    ],
    ["is not changed by a language", { granular_markings: [{ lang: "fr", selectors: ["name"] }] }, "CLEAR", true],
    ["is RED where a marking is not known", { object_marking_refs: [clear, fake] }, "RED", false],
    [
      "is RED where a property's marking is not known",
      { granular_markings: [{ marking_ref: fake, selectors: ["name"] }] },
      "RED",
      false,
    ],
    ["is RED where markings are no list", { object_marking_refs: fake }, "RED", false],
    ["is RED where markings are no ids", { object_marking_refs: [{ tlp: "clear" }] }, "RED", false],
    ["is RED where granular markings are nonsense", { granular_markings: "clear" }, "RED", false],
    ["is RED where there is none", { object_marking_refs: undefined }, "RED", false],
    ["is RED where the list is empty", { object_marking_refs: [] }, "RED", false],
  ])("%s", (_, more, tlp, isCertain) => {
    expect(labelOf(more)).toEqual([[tlp, isCertain]]);
  });

  it("is the declared default only where there is no marking at all", () => {
    expect(labelOf({ object_marking_refs: undefined }, "GREEN")).toEqual([["GREEN", true]]);
    expect(labelOf({ object_marking_refs: [fake] }, "GREEN")).toEqual([["RED", false]]);
    expect(labelOf({ object_marking_refs: [amber] }, "GREEN")).toEqual([["AMBER", true]]);
  });

  it("does not come from marking objects that call themselves by a name of TLP", () => {
    const named = {
      type: "marking-definition",
      spec_version: "2.1",
      id: fake,
      created: time,
      definition_type: "tlp",
      name: "TLP:CLEAR",
      definition: { tlp: "white" },
    };
    const mapped = fromStix([named, object("campaign", { object_marking_refs: [fake] })]);
    expect(mapped).toMatchObject([
      { outcome: "skipped", reason: expect.stringContaining("known by their ids") },
      { outcome: "item", item: { tlp: "RED" }, reason: expect.stringContaining(fake) },
    ]);
  });
});

describe("objects that belong together", () => {
  const outcomesOf = (...objects: object[]): string[] => fromStix(objects).map(({ outcome }) => outcome);

  it("become one item, but for what fewer people may read than the item", () => {
    const campaign = object("campaign");
    const open = object("malware", { name: "Open malware" });
    const secret = object("malware", { name: "Secret malware", object_marking_refs: [red] });
    const unmarked = object("tool", { name: "Unmarked tool", object_marking_refs: undefined });
    const secretly = object("tool", { name: "Tool of a secret relationship" });
    const objects = [
      campaign,
      open,
      secret,
      unmarked,
      secretly,
      link("uses", campaign, open),
      link("uses", campaign, secret),
      link("uses", campaign, unmarked),
      link("uses", campaign, secretly, { object_marking_refs: [red] }),
    ];
    const mapped = fromStix(objects);
    expect(mapped.map(({ outcome }) => outcome)).toEqual([
      "item",
      "part of an item",
      "skipped",
      "skipped",
      "skipped",
      "part of an item",
      "skipped",
      "skipped",
      "skipped",
    ]);
    const text = JSON.stringify(mapped[0]?.item?.content);
    expect(text).toContain("Open malware");
    expect(text).not.toMatch(/Secret|Unmarked|secret relationship/);
  });

  it("may point at each other in circles, at themselves and at nothing", () => {
    const [a, b] = [object("attack-pattern"), object("attack-pattern")];
    const gone = object("attack-pattern");
    const mapped = fromStix([
      a,
      b,
      link("related-to", a, b),
      link("related-to", b, a),
      link("related-to", a, a),
      link("uses", a, gone),
    ]);
    expect(mapped.map(({ outcome }) => outcome)).toEqual([
      "item",
      "item",
      "part of an item",
      "part of an item",
      "part of an item",
      "skipped",
    ]);
    expect(mapped.map(({ item }) => item?.relations.map(({ to }) => to))).toEqual([
      [b.id],
      [a.id],
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const report = object("report", { object_refs: [a.id] });
    expect(
      outcomesOf({ ...a, object_refs: [report.id] }, report, { ...object("note"), object_refs: [report.id] }),
    ).toEqual(["item", "item", "part of an item"]);
  });

  it("are one in their newest version; the same again adds nothing, and two of one time are not both believed", () => {
    const first = object("campaign", { name: "First" });
    const newer = { ...first, modified: "2026-02-01T00:00:00.000Z", name: "Second" };
    expect(fromStix([newer, first, newer]).map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
      "item: null",
      "skipped: a newer version of it is here",
      "skipped: it is here once more",
    ]);
    expect(outcomesOf(first, { ...first, name: "Another" })).toEqual(["item", "refused"]);
    expect(outcomesOf(first, { ...first, name: "Another", object_marking_refs: [red] })).toEqual([
      "refused",
      "refused",
    ]);
  });

  it.each([
    ["an id of another type", { id: `campaign--${uuid()}` }],
    ["no id", { id: undefined }],
    ["a huge id", { id: `report--${uuid()}${"0".repeat(100_000)}` }],
    ["an id that is a path", { id: "../../etc/passwd" }],
    ["a bundle within the bundle", { type: "bundle", id: `bundle--${uuid()}` }],
    ["another edition of STIX", { spec_version: "3.0" }],
  ])("are refused one by one: %s", (_, more) => {
    expect(fromStix([object("report", more), object("report")]).map(({ outcome }) => outcome)).toEqual([
      "refused",
      "item",
    ]);
  });

  it("are refused where the forum could not keep what an item of ours claims to say", () => {
    const claim = {
      extension_type: "property-extension",
      item_id: "itm_x",
      kind: "CAPABILITY_ALERT",
      severity: "ENORMOUS",
    };
    const mapped = fromStix([object("report", { extensions: { [extensionId]: claim } })]);
    expect(mapped).toMatchObject([{ outcome: "refused", reason: expect.stringContaining("item.") }]);
  });
});
