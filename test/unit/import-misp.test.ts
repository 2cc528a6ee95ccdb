import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { mapMisp, readMisp } from "../../clients/cli/import/misp.ts";
import type { MispOptions } from "../../clients/foreign/misp-event.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import { uuidOf } from "../../domain/ids.ts";
import { brokenPromises, fieldsOf, kindOf, refusals } from "../support/import-batch.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";

const uuid = uuidOf(`itm_${"5".repeat(26)}`);
type Wish = Readonly<Record<string, unknown>> & { readonly tags?: readonly string[] };

const event = ({ tags = ["tlp:clear"], ...more }: Wish = {}): object => ({
  uuid,
  info: "An event",
  threat_level_id: "1",
  Orgc: { name: "CIRCL" },
  Tag: tags.map((name) => ({ name })),
  ...more,
});
const read = (wish?: Wish, options?: MispOptions) =>
  mapMisp([{ name: "file", content: JSON.stringify({ Event: event(wish) }) }], options);
const labelOf = (wish: Wish, options?: MispOptions): string => {
  const { entries, skipped } = read(wish, options);
  const fields = fieldsOf(entries[0]);
  const attribution = typeof fields["attribution"] === "string" ? ` ${fields["attribution"]}` : "";
  return entries.length === 0 ? (skipped[0]?.why ?? "") : `${String(fields["tlp"])}${attribution}`;
};

describe("the label of an event", () => {
  it.each([
    [["tlp:red"], "RED"],
    [["tlp:amber+strict"], "AMBER_STRICT"],
    [["tlp:amber-strict"], "AMBER_STRICT"],
    [["tlp:amber"], "AMBER"],
    [["tlp:green"], "GREEN"],
    [["tlp:clear"], "CLEAR"],
    [["tlp:white"], "CLEAR"],
    [["TLP:WHITE"], "CLEAR"],
    [["TLP:Amber+Strict "], "AMBER_STRICT"],
    [['tlp="green"'], "GREEN"],
    [['tlp:"green"'], "GREEN"],
    [["tlp:green", "tlp:white"], "GREEN"],
    [["tlp:clear", "tlp:red", "tlp:green"], "RED"],
    [["tlp:unclear"], "RED"],
    [["tlp:yellow"], "RED"],
    [["tlp:"], "RED"],
    [['tlp:cl"ear'], "RED"],
    [["tlp:clear", "tlp:unclear"], "RED"],
    [["tlp:green", "tlp:ex:chr"], "GREEN ANONYMOUS"],
    [["tlp:ex:chr", "TLP:CLEAR"], "CLEAR ANONYMOUS"],
  ])("of %j is %s", (tags, expected) => expect(labelOf({ tags })).toBe(expected));

  it.each([
    ["0", "AMBER_STRICT"],
    [0, "AMBER_STRICT"],
    ["1", "AMBER_STRICT"],
    ["2", "AMBER_STRICT"],
    ["3", "CLEAR"],
    ["4", "AMBER_STRICT"],
    ["5", "CLEAR"],
    [undefined, "CLEAR"],
    ["9", "AMBER_STRICT"],
    [{}, "AMBER_STRICT"],
  ])("under the distribution %j is no wider than %s", (distribution, expected) => {
    expect(labelOf({ distribution })).toBe(expected);
    expect(labelOf({ distribution, tags: ["tlp:red"] })).toBe("RED");
  });

  it("lets the communities of the MISP server be this forum's only where somebody says so", () => {
    expect([1, 2].map((distribution) => labelOf({ distribution }, { isOneCommunity: true }))).toEqual([
      "GREEN",
      "GREEN",
    ]);
    expect([0, 4].map((distribution) => labelOf({ distribution }, { isOneCommunity: true }))).toEqual([
      "AMBER_STRICT",
      "AMBER_STRICT",
    ]);
  });

  it("is not guessed: without a tag and without a default, an event is left out", () => {
    for (const tags of [[], ["tlp:ex:chr"], ['circl:topic="tlp:clear"'], ["xtlp:clear"]]) {
      expect(labelOf({ tags })).toMatch(/^it has no tlp tag/);
      expect(labelOf({ tags }, { defaultTlp: "GREEN" })).toMatch(/^GREEN/);
    }
    expect(labelOf({ tags: [], distribution: "0" }, { defaultTlp: "CLEAR" })).toBe("AMBER_STRICT");
    expect(labelOf({ tags: ["tlp:red"] }, { defaultTlp: "CLEAR" })).toBe("RED");
  });

  it("is never wider than any of its tags, its distribution and what of its parts was taken", () => {
    const tag = fc.constantFrom(
      "tlp:red",
      "tlp:amber+strict",
      "tlp:amber",
      "tlp:green",
      "tlp:clear",
      "tlp:white",
      "tlp:x",
    );
    const handling = fc.record({
      tags: fc.array(tag, { maxLength: 3 }),
      distribution: fc.constantFrom("0", "1", "2", "3", "4", "5", undefined),
    });
    const widest = ({ tags, distribution }: { tags: string[]; distribution: string | undefined }): number => {
      const named = tags.map((name) => {
        const word = name.slice(4).toUpperCase().replace("+", "_").replace("WHITE", "CLEAR");
        return Math.max(
          0,
          tlpLabels.findIndex((label) => label === word),
        );
      });
      return Math.min(4, ...named, distribution !== undefined && "0124".includes(distribution) ? 1 : 4);
    };
    fc.assert(
      fc.property(handling, handling, (whole, part) => {
        const value = {
          type: "text",
          value: "inner",
          distribution: part.distribution,
          Tag: part.tags.map((name) => ({ name })),
        };
        const { entries } = read({ ...whole, Attribute: [value] });
        const [entry] = entries;
        expect(entries.length).toBe(whole.tags.length === 0 ? 0 : 1);
        if (entry === undefined) return;
        const fields = fieldsOf(entry);
        const given = tlpLabels.findIndex((label) => label === fields["tlp"]);
        expect(given).toBe(widest(whole));
        if (String(fields["body"]).includes("inner")) expect(given).toBeLessThanOrEqual(widest(part));
        const audiences = ["myself", "own organisation", "own organisation", undefined, undefined];
        expect(entry.audience).toBe(audiences[given]);
      }),
    );
  });
});

describe("an event", () => {
  it.skipIf(isWithout("misp-events"))("of a feed is an item with its values, links and label", async () => {
    const batch = await readMisp(sharedData("misp-events/57c4445b-c548-4654-af0b-4be3950d210f.json"));
    expect(refusals(batch)).toEqual([]);
    expect(brokenPromises(batch)).toEqual([]);
    expect(batch.entries.map(kindOf)).toEqual(["advisory"]);
    expect(fieldsOf(batch.entries[0])).toMatchObject({
      title: "Ransomware - Xorist",
      tlp: "CLEAR",
      severity: "LOW",
      references: [
        { externalId: "57c4445b-c548-4654-af0b-4be3950d210f", source: "misp" },
        { url: expect.stringContaining("virustotal.com") },
        { url: expect.stringContaining("xylibox.com") },
      ],
      body: expect.stringMatching(/- md5: `0749bae92ca336a02c83d126e04ec628`.*- By: CIRCL/s),
    });
  });

  it.skipIf(isWithout("misp-events"))(
    "without a label needs a default, and stays as narrow as its distribution",
    async () => {
      const path = sharedData("misp-events/misp_event.json");
      expect((await readMisp(path)).skipped).toMatchObject([{ why: expect.stringContaining("--default-tlp") }]);
      const batch = await readMisp(path, { defaultTlp: "CLEAR" });
      expect(refusals(batch, "AMBER_STRICT")).toEqual([]);
      expect(batch.entries[0]).toMatchObject({ audience: "own organisation" });
      expect(batch.notes).toContainEqual(expect.stringContaining("narrowed to AMBER_STRICT for its distribution"));
    },
  );

  it("is of the kind that its objects, its actors or our own tags make it", () => {
    const object = (name: string): Wish => ({ Object: [{ name, Attribute: [{ type: "text", value: "v" }] }] });
    const kinds = [
      {},
      object("incident"),
      object("course-of-action"),
      object("ai-chat-prompt"),
      { Attribute: [{ type: "threat-actor", value: "Somebody" }] },
      { tags: ["tlp:clear", 'tocsin:kind="CIRCUMVENTION_TECHNIQUE"'] },
      { tags: ["tlp:clear", 'tocsin:kind="PRACTICE"'] },
    ].map((wish) => read(wish).entries.map(kindOf).join());
    expect(kinds).toEqual([
      "advisory",
      "incident",
      "mitigation",
      "circumventionTechnique",
      "threatActivity",
      "circumventionTechnique",
      "advisory",
    ]);
  });

  it("brings techniques, CVEs, PAP, and what our own tags say", () => {
    const tags = [
      "tlp:clear",
      "PAP:GREEN",
      "pap:amber",
      'misp-galaxy:mitre-attack-pattern="Phishing - T1566"',
      'tocsin:severity="CRITICAL"',
      'tocsin:risk-category="PRIVACY"',
      'tocsin:confidence="40"',
    ];
    const wish = {
      tags,
      Galaxy: [{ GalaxyCluster: [{ meta: { external_id: ["AML.T0054"] } }, { meta: { external_id: "AML.M0003" } }] }],
      Attribute: [
        { type: "vulnerability", value: "CVE-2026-12345" },
        { type: "text", value: "T1059", comment: "Technique" },
        { type: "text", value: "Acme One", comment: "Affected system" },
        { type: "link", value: "javascript:alert(1)" },
        { type: "md5", value: "gone", deleted: true },
      ],
    };
    const fields = fieldsOf(read(wish).entries[0]);
    expect(fields).toMatchObject({
      techniques: ["AML.T0054", "AML.M0003", "T1566", "T1059"],
      pap: "AMBER",
      severity: "CRITICAL",
      riskCategories: ["PRIVACY"],
      confidence: 40,
      affectedSystems: [{ provider: "Acme One" }],
      references: [{ source: "misp" }, { externalId: "CVE-2026-12345", source: "cve" }],
    });
    expect(fields["body"]).not.toContain("gone");
  });

  it("under the Chatham House rule does not say who made it", () => {
    const batch = read({ tags: ["tlp:green", "tlp:ex:chr"], Orgc: { name: "Secret Source" } });
    expect(JSON.stringify(batch)).not.toContain("Secret Source");
    expect(JSON.stringify(read({ Orgc: { name: "Open Source" } }))).toContain("Open Source");
  });

  it("that is rejected, says nothing, or is none, is left out with the reason", () => {
    const contents = [
      JSON.stringify({ Event: event({ tags: ["tlp:clear", 'workflow:state="rejected"'] }) }),
      JSON.stringify({ Event: event({ info: " " }) }),
      JSON.stringify({ Event: event({ uuid: "../../etc" }) }),
      "{",
      "null",
      JSON.stringify([{ Event: event() }, { Event: event() }]),
      JSON.stringify({ response: [{ Event: event() }] }),
    ];
    const batch = mapMisp(contents.map((content, at) => ({ name: `file ${at}`, content })));
    expect(batch.entries).toHaveLength(1);
    expect(batch.skipped.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      `${uuid}: it is marked as rejected, or was withdrawn at its source`,
      `${uuid}: it says nothing: it has no info`,
      "file 2: it is no event of MISP: it has no UUID",
      "file 3: it is not JSON",
      "file 4: it is no event of MISP: it has no UUID",
      `${uuid}: another entry of misp has the same id`,
      `${uuid}: another entry of misp has the same id`,
    ]);
  });

  it("whose fields are all of the wrong type is taken as far as it goes", () => {
    const odd = {
      Tag: [null, 5, { name: "tlp:clear" }],
      Attribute: { a: 1 },
      Object: [7, { Attribute: "x" }],
      Galaxy: "g",
    };
    const batch = read({ ...odd, EventReport: [{ content: 5 }], Orgc: [], date: {}, threat_level_id: [] });
    expect(refusals(batch)).toEqual([]);
    expect(batch.entries).toHaveLength(1);
  });

  it.skipIf(isWithout("misp-events"))("is read from a folder, whose other files are told of", async () => {
    const batch = await readMisp(sharedData("misp-events"), { defaultTlp: "RED" });
    expect(batch.entries).toHaveLength(2);
    expect(batch.skipped.map(({ what }) => what)).toEqual(["sharing_groups.json", "sharing_groups.json"]);
    expect(JSON.parse(await readFile(sharedData("misp-events/sharing_groups.json"), "utf8"))).toHaveLength(2);
  });

  it("takes time that grows with its length alone", () => {
    const blanks = " ".repeat(500_000);
    const began = performance.now();
    const { entries } = read({
      tags: ["tlp:clear", `tlp:${blanks}a"b`],
      Attribute: [{ type: "text", value: `a\nb${blanks}c` }],
    });
    expect(fieldsOf(entries[0])["tlp"]).toBe("RED");
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
