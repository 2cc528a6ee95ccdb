import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapAtlas, readAtlas } from "../../clients/cli/import/atlas.ts";
import { UnreadableSource } from "../../clients/foreign/batch.ts";
import { brokenPromises, countBy, entryOf, fieldsOf, kindOf, refusals } from "../support/import-batch.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";

const native = (parts: object): unknown => ({
  version: "5.6.0",
  ...parts,
  matrices: [{ tactics: [{ id: "AML.TA0011", name: "Impact" }], techniques: [], mitigations: [], ...parts }],
});
const technique = (id: string, more: object = {}): object => ({
  id,
  name: `Name of ${id}`,
  description: "What it is.",
  maturity: "realized",
  tactics: ["AML.TA0011"],
  ...more,
});

describe("the native edition of ATLAS", () => {
  it.skipIf(isWithout("atlas/ATLAS.yaml"))(
    "gives 170 techniques, 35 mitigations and 57 incidents, and leaves nothing out",
    async () => {
      const batch = await readAtlas(sharedData("atlas/ATLAS.yaml"));
      expect(countBy(batch.entries, kindOf)).toEqual({ circumventionTechnique: 170, mitigation: 35, incident: 57 });
      expect(batch.skipped).toEqual([]);
      expect(
        countBy(
          batch.entries.flatMap((entry) => entry.relations),
          ({ type }) => type,
        ),
      ).toEqual({
        RELATED_TO: 69,
        COUNTERS: 246,
        EVIDENCE_FOR: 440,
      });
    },
  );

  it.skipIf(isWithout("atlas/ATLAS.yaml"))("is taken whole by the forum's own parser", async () => {
    const batch = await readAtlas(sharedData("atlas/ATLAS.yaml"));
    expect(refusals(batch)).toEqual([]);
    expect(brokenPromises(batch)).toEqual([]);
  });

  it.skipIf(isWithout("atlas/ATLAS.yaml"))("reads the same from YAML and from JSON, down to the order", async () => {
    expect(await readAtlas(sharedData("atlas/ATLAS.json"))).toEqual(await readAtlas(sharedData("atlas/ATLAS.yaml")));
  });

  it.skipIf(isWithout("atlas/ATLAS.yaml"))("keeps maturities, incident classes and dates", async () => {
    const { entries } = await readAtlas(sharedData("atlas/ATLAS.yaml"));
    const values = (name: string): Record<string, number> =>
      countBy(
        entries.filter((entry) => name in fieldsOf(entry)),
        (entry) => String(fieldsOf(entry)[name]),
      );
    expect(values("maturity")).toEqual({ DEMONSTRATED: 89, REALIZED: 64, FEASIBLE: 17 });
    expect(values("incidentClass")).toEqual({ HAZARD: 40, INCIDENT: 17 });
    expect(values("dateGranularity")).toEqual({ YEAR: 9, MONTH: 14, DAY: 34 });
    expect(fieldsOf(entryOf(entries, "AML.T0051.001"))).toMatchObject({
      title: "LLM Prompt Injection: Indirect",
      accessRequired: ["RETRIEVED_CONTENT"],
      references: [
        { externalId: "AML.T0051.001", source: "mitre-atlas", url: "https://atlas.mitre.org/techniques/AML.T0051.001" },
        { externalId: "AML.TA0005", title: "Tactic: Execution" },
      ],
    });
  });

  it.skipIf(isWithout("atlas/ATLAS.yaml"))(
    "tells of the two uses that stand among the phases of a lifecycle",
    async () => {
      const { entries, notes } = await readAtlas(sharedData("atlas/ATLAS.yaml"));
      expect(notes.join("\n")).toContain("read as a use: 2 (AML.M0018, AML.M0034)");
      const deepfakes = { source: "mitre-atlas", externalId: "AML.T0052.001" };
      for (const id of ["AML.M0018", "AML.M0034"]) {
        expect(entryOf(entries, id).relations).toContainEqual({ type: "COUNTERS", externalKey: deepfakes });
        expect(JSON.stringify(fieldsOf(entryOf(entries, id)))).not.toContain("[object Object]");
      }
    },
  );

  it("judges by the worst stage that a technique serves and by its maturity", () => {
    const techniques = [
      technique("AML.T0001", { maturity: "realized" }),
      technique("AML.T0002", { maturity: "demonstrated" }),
      technique("AML.T0003", { maturity: "feasible" }),
      technique("AML.T0004", { maturity: "constructor" }),
      technique("AML.T0006", { tactics: [] }),
    ];
    const severities = mapAtlas(native({ techniques }), "a file").entries.map((entry) => fieldsOf(entry)["severity"]);
    expect(severities).toEqual(["CRITICAL", "HIGH", "MEDIUM", "HIGH", "MEDIUM"]);
  });

  it("skips what has no id, no name, no description or the id of another, each with a reason", () => {
    const batch = mapAtlas(
      native({
        techniques: [
          technique("AML.T0001"),
          technique("AML.T0001"),
          technique("not an id"),
          technique("AML.T0002", { name: 7 }),
          technique("AML.T0003", { description: null }),
          null,
          "text",
        ],
        mitigations: [{ id: "AML.M0000" }],
        "case-studies": [{ id: "AML.CS0000", name: "A study" }],
      }),
      "a file",
    );
    expect(batch.entries.map(({ externalKey }) => externalKey.externalId)).toEqual(["AML.T0001"]);
    expect(batch.skipped.map(({ why }) => why).filter((why) => why === "")).toEqual([]);
    expect(batch.skipped.length).toBeGreaterThanOrEqual(8);
    expect(batch.skipped).toContainEqual({ what: "AML.T0003", why: "it says nothing: no description" });
  });

  it("drops a relation to something that is not there, and says so", () => {
    const batch = mapAtlas(
      native({ techniques: [technique("AML.T0001.000", { "subtechnique-of": "AML.T0001" })] }),
      "a file",
    );
    expect(batch.entries[0]?.relations).toEqual([]);
    expect(batch.notes.join("\n")).toContain("parent technique that is not there left out: 1 (AML.T0001.000)");
  });

  it("shortens what the forum would refuse, ends it with an ellipsis and says so", () => {
    const batch = mapAtlas(
      native({
        techniques: [technique("AML.T0001", { name: "Long ".repeat(100), description: "word ".repeat(1_000) })],
      }),
      "a file",
    );
    const fields = fieldsOf(batch.entries[0]);
    expect(String(fields["title"])).toMatch(/^.{200,299}…$/);
    expect(String(fields["summary"])).toMatch(/^.{1900,1999}…$/);
    expect(batch.notes.join("\n")).toContain("title shortened to 300 characters: 1 (AML.T0001)");
    expect(refusals(batch)).toEqual([]);
  });

  it("takes text with NUL, lone surrogates, hostile markup and names of built-in properties as text", () => {
    const strange = "a\u0000b\uD800 <script>alert(1)</script> ' OR 1=1; __proto__";
    const batch = mapAtlas(
      native({
        techniques: [technique("AML.T0001", { name: strange, maturity: "__proto__", tactics: ["constructor"] })],
        "case-studies": [
          {
            id: "AML.CS0001",
            name: strange,
            summary: strange,
            "incident-date": "2026-02-31x",
            "incident-date-granularity": "toString",
            procedure: [{ technique: "hasOwnProperty" }, { technique: "AML.T0048.constructor" }, 5],
            references: [
              { title: "", url: "javascript:alert(1)" },
              { url: "file:///etc/passwd", title: "t" },
            ],
          },
        ],
      }),
      "a file",
    );
    expect(batch.entries).toHaveLength(2);
    expect(refusals(batch)).toEqual([]);
  });
});

describe("the STIX edition of ATLAS", () => {
  it.skipIf(isWithout("atlas/stix-atlas.json"))(
    "gives 170 techniques and 35 mitigations; case studies it has none",
    async () => {
      const batch = await readAtlas(sharedData("atlas/stix-atlas.json"));
      expect(countBy(batch.entries, kindOf)).toEqual({ circumventionTechnique: 170, mitigation: 35 });
      expect(batch.skipped.map(({ what }) => what.split("--")[0])).toEqual(["x-mitre-matrix", "x-mitre-collection"]);
      expect(batch.notes.join("\n")).toContain("holds no case studies");
      expect(refusals(batch)).toEqual([]);
      expect(brokenPromises(batch)).toEqual([]);
    },
  );

  it.skipIf(isWithout("atlas/stix-atlas.json"))(
    "loses no link to the 34 ids that stand for 114 relationships",
    async () => {
      const batch = await readAtlas(sharedData("atlas/stix-atlas.json"));
      const relations = batch.entries.flatMap((entry) => entry.relations);
      expect(countBy(relations, ({ type }) => type)).toEqual({ RELATED_TO: 69, COUNTERS: 244 });
      expect(batch.notes).toContain(
        "34 relationship ids stand for 114 different relationships: read by what they connect.",
      );
      expect(batch.notes).toContain("2 relationships connect what another connects already, and add nothing.");
    },
  );

  it.skipIf(isWithout("atlas/stix-atlas.json"))(
    "says the same as the native edition where both say something",
    async () => {
      const stix = await readAtlas(sharedData("atlas/stix-atlas.json"));
      const whole = await readAtlas(sharedData("atlas/ATLAS.yaml"));
      for (const entry of stix.entries) {
        const other = fieldsOf(entryOf(whole.entries, entry.externalKey.externalId));
        for (const field of ["title", "summary"]) expect(fieldsOf(entry)[field]).toEqual(other[field]);
      }
    },
  );

  it("skips objects of other versions and types, and relationships without ends", () => {
    const own = (id: string): object => ({ external_references: [{ source_name: "mitre-atlas", external_id: id }] });
    const pattern = { type: "attack-pattern", spec_version: "2.1", name: "A technique", description: "What it is." };
    const batch = mapAtlas(
      {
        type: "bundle",
        objects: [
          { ...pattern, id: "attack-pattern--1", ...own("AML.T0001") },
          { ...pattern, id: "attack-pattern--2", ...own("AML.T0002"), spec_version: "2.0" },
          { ...pattern, id: "attack-pattern--3", ...own("AML.T0003"), revoked: true },
          { ...pattern, id: "attack-pattern--4" },
          { type: "malware", spec_version: "2.1", id: "malware--1" },
          { type: "relationship", spec_version: "2.1", id: "relationship--1", relationship_type: "mitigates" },
          17,
        ],
      },
      "a file",
    );
    expect(batch.entries).toHaveLength(1);
    expect(batch.skipped.map(({ why }) => why)).toEqual([
      "it is not STIX 2.1",
      "it is no longer in force",
      "ATLAS has no objects of the type malware",
      "ATLAS has no objects of the type (none)",
      "the relationship lacks its type or one of its ends",
      "it needs an id of ATLAS and a name",
    ]);
  });
});

describe("a file that is not ATLAS", () => {
  it("is refused with one sentence, whatever it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tocsin-import-"));
    try {
      const files: Record<string, string> = {
        "empty.yaml": "",
        "list.json": "[]",
        "other.json": '{"type":"report"}',
        "broken.json": '{"matrices": [',
        "broken.yaml": "a: [1, 2\nb: }",
        "bundle.json": '{"type":"bundle"}',
      };
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), content);
        await expect(readAtlas(join(folder, name))).rejects.toThrow(UnreadableSource);
      }
      await expect(readAtlas(join(folder, "absent.yaml"))).rejects.toThrow(
        /cannot be read: give the path of ATLAS.yaml/,
      );
      await expect(readAtlas(folder)).rejects.toThrow(UnreadableSource);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
