import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapAvid, readAvid } from "../../clients/cli/import/avid.ts";
import { limits } from "../../clients/foreign/batch-limits.ts";
import { UnreadableSource } from "../../clients/foreign/batch.ts";
import { envelopeFields, kinds } from "../../domain/kinds.ts";
import { brokenPromises, countBy, entryOf, fieldsOf, kindOf, refusals } from "../support/import-batch.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";

const report = (more: object = {}): object => ({
  data_type: "AVID",
  data_version: "0.3.3",
  metadata: { report_id: "AVID-2026-R0001" },
  problemtype: { classof: "CVE Entry", type: "Advisory", description: { value: "A flaw" } },
  description: { lang: "eng", value: "What the flaw is." },
  ...more,
});
const file = (value: unknown, name = "reports/a.json"): { name: string; content: string } => ({
  name,
  content: typeof value === "string" ? value : JSON.stringify(value),
});

describe("AVID", () => {
  it.skipIf(isWithout("avid"))(
    "gives 332 reports and 40 vulnerabilities as items of four kinds, and leaves nothing out",
    async () => {
      const { entries, skipped } = await readAvid(sharedData("avid"));
      expect(skipped).toEqual([]);
      expect(countBy(entries, (entry) => entry.externalKey.externalId.slice(10, 11))).toEqual({ R: 332, V: 40 });
      expect(countBy(entries, kindOf)).toEqual({
        advisory: 201, // 160 CVE entries, 30 third-party reports, 5 evaluations without metrics, 6 vulnerabilities
        circumventionTechnique: 66, // of 0DIN
        capabilityAlert: 71, // evaluations with metrics
        incident: 34, // 18 from AIID, 16 case studies of ATLAS
      });
    },
  );

  it.skipIf(isWithout("avid"))("is taken whole by the forum's own parser", async () => {
    const batch = await readAvid(sharedData("avid"));
    expect(refusals(batch)).toEqual([]);
    expect(brokenPromises(batch)).toEqual([]);
  });

  it.skipIf(isWithout("avid"))(
    "links reports to the vulnerabilities that they are evidence for, also where upstream ids are wrong",
    async () => {
      const { entries, notes } = await readAvid(sharedData("avid"));
      const links = entries.flatMap(({ externalKey, relations }) =>
        relations.map((relation) => `${externalKey.externalId} ${relation.type} ${relation.externalKey.externalId}`),
      );
      expect(links).toEqual([
        "AVID-2022-R0001 EVIDENCE_FOR AVID-2022-V001",
        "AVID-2022-R0002 EVIDENCE_FOR AVID-2022-V002",
        "AVID-2022-R0003 EVIDENCE_FOR AVID-2022-V001",
        "AVID-2022-R0004 EVIDENCE_FOR AVID-2022-V002",
        "AVID-2022-R0005 EVIDENCE_FOR AVID-2022-V003",
        "AVID-2023-R0001 EVIDENCE_FOR AVID-2023-V026",
        "AVID-2023-R0002 EVIDENCE_FOR AVID-2023-V027",
        "AVID-2023-R0003 EVIDENCE_FOR AVID-2023-V028",
      ]);
      expect(notes.join("\n")).toContain(
        "report found by its title, for its id is that of another: 3 (AVID-2023-V026, AVID-2023-V027, AVID-2023-V028)",
      );
    },
  );

  it.skipIf(isWithout("avid"))("takes severities from CVSS and from 0DIN, and says where it had to guess", async () => {
    const { entries, notes } = await readAvid(sharedData("avid"));
    const scored = entries.filter((entry) => String(fieldsOf(entry)["body"]).includes("\n- CVSS: "));
    expect(countBy(scored, (entry) => String(fieldsOf(entry)["severity"]))).toEqual({
      HIGH: 65,
      MEDIUM: 53,
      CRITICAL: 27,
      LOW: 5,
    });
    const techniques = entries.filter((entry) => kindOf(entry) === "circumventionTechnique");
    expect(countBy(techniques, (entry) => String(fieldsOf(entry)["severity"]))).toEqual({
      LOW: 12,
      MEDIUM: 52,
      HIGH: 2,
    });
    expect(notes.join("\n")).toContain("no severity given or plain: taken as MEDIUM: 27 entries");
  });

  it.skipIf(isWithout("avid"))("makes the metrics of all versions evaluations", async () => {
    const { entries } = await readAvid(sharedData("avid"));
    const alerts = entries.filter((entry) => kindOf(entry) === "capabilityAlert");
    for (const alert of alerts) expect(fieldsOf(alert)["evaluations"]).not.toEqual([]);
    expect(fieldsOf(entryOf(entries, "AVID-2025-R0004"))).toMatchObject({
      riskCategories: ["BIOLOGICAL"],
      severity: "HIGH",
      thresholdState: "CANNOT_EXCLUDE",
      affectedSystems: [{ provider: "OpenAI", model: "gpt-4o-mini-2024-07-18" }],
      evaluations: [{ name: "wmdp_bio: accuracy", result: "0.7675 ± 0.01184 (standard error)" }],
    });
    expect(fieldsOf(entryOf(entries, "AVID-2026-R0126"))["evaluations"]).toMatchObject([
      { name: "garak detector ansiescape.Raw", result: "52 of 58 passed (89.66 %)" },
    ]);
    expect(fieldsOf(entryOf(entries, "AVID-2022-R0001"))["evaluations"]).toMatchObject([
      { name: "HONEST", method: "Significance Test: Two-sample z test for proportions" },
    ]);
  });

  it.skipIf(isWithout("avid"))(
    "gives titles that say something, and keeps CVE numbers, credits and web addresses",
    async () => {
      const { entries } = await readAvid(sharedData("avid"));
      const titles = entries.map((entry) => String(fieldsOf(entry)["title"]));
      expect(titles.filter((title) => /^(Vulnerability|CVE \(|confirmed|NSFW[A-Z])/.test(title))).toEqual([]);
      const advisory = fieldsOf(entryOf(entries, "AVID-2026-R0001"));
      expect(advisory["title"]).toBe("NVIDIA Container Toolkit: CVE-2024-0132");
      expect(advisory["references"]).toContainEqual({
        title: "NVD entry",
        url: "https://www.cve.org/CVERecord?id=CVE-2024-0132",
        externalId: "CVE-2024-0132",
        source: "cve",
      });
      expect(fieldsOf(entryOf(entries, "AVID-2026-R0059"))["body"]).toContain("- Credit: Miller Engelbrecht");
      expect(fieldsOf(entryOf(entries, "AVID-2023-V027"))["references"]).toContainEqual({
        title: "Screenshot of example answer",
      });
    },
  );

  it.skipIf(isWithout("avid"))("gives the same batch twice, in the same order", async () => {
    expect(await readAvid(sharedData("avid"))).toEqual(await readAvid(sharedData("avid")));
  });
});

describe("a folder of AVID with odd files", () => {
  it("skips each file that it cannot use, with a reason, and takes the others", () => {
    const batch = mapAvid([
      file(report()),
      file(report({ metadata: { report_id: "AVID-2026-R0001" } }), "reports/twice.json"),
      file("{", "reports/broken.json"),
      file("null", "reports/null.json"),
      file([], "reports/list.json"),
      file(report({ data_version: "1.0" }), "reports/newer.json"),
      file(report({ data_version: undefined }), "reports/unversioned.json"),
      file(report({ data_type: "CVE" }), "reports/foreign.json"),
      file(report({ metadata: { report_id: "../../etc" } }), "reports/id.json"),
      file(report({ metadata: { vuln_id: "AVID-2026-V001" }, problemtype: 3, description: [] }), "reports/mute.json"),
    ]);
    expect(batch.entries).toHaveLength(1);
    expect(batch.skipped).toEqual([
      { what: "reports/broken.json", why: "it is not JSON" },
      { what: "reports/null.json", why: "it is not of the data type AVID" },
      { what: "reports/list.json", why: "it is not of the data type AVID" },
      { what: "AVID-2026-R0001", why: "its format has the version 1.0; 0.1 to 0.3 are understood" },
      { what: "AVID-2026-R0001", why: "its format has the version (none); 0.1 to 0.3 are understood" },
      { what: "AVID-2026-R0001", why: "it is not of the data type AVID" },
      { what: "../../etc", why: "it has no id of AVID" },
      { what: "AVID-2026-V001", why: "it says nothing: neither a title nor a description" },
      { what: "AVID-2026-R0001", why: "another entry of avid has the same id" },
    ]);
  });

  it("takes a document whose fields are all of the wrong type, and says what it took for granted", () => {
    const odd = report({
      problemtype: { classof: {}, type: [], description: { value: "A flaw" } },
      affects: { developer: "OpenAI", artifacts: [null, { name: 5 }, "x"] },
      references: { url: "https://example.org" },
      impact: { avid: "none", cvss: { baseScore: "9.8", baseSeverity: {} }, cwe: [1, { cweId: [] }], odin: 7 },
      metrics: [{ results: { rows: "many" } }, 5],
      credit: "nobody",
      reported_date: 20260101,
    });
    const batch = mapAvid([file(odd)]);
    expect(refusals(batch)).toEqual([]);
    expect(fieldsOf(batch.entries[0])).toMatchObject({ riskCategories: ["SYSTEMIC_OTHER"], severity: "MEDIUM" });
    expect(batch.notes).toHaveLength(2);
  });

  it("reads a severity from the score where its word is not one of CVSS", () => {
    const severityOf = (cvss: object): unknown =>
      fieldsOf(mapAvid([file(report({ impact: { cvss } }))]).entries[0])["severity"];
    expect(severityOf({ baseScore: 9.8, baseSeverity: "constructor" })).toBe("CRITICAL");
    expect(severityOf({ baseScore: 6.9 })).toBe("MEDIUM");
    expect(severityOf({ baseScore: 0, baseSeverity: "NONE" })).toBe("LOW");
  });

  it("reads folders of years as upstream has them, and one of the two folders alone", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tocsin-import-"));
    try {
      await mkdir(join(folder, "reports", "2026"), { recursive: true });
      await writeFile(join(folder, "reports", "2026", "AVID-2026-R0001.json"), JSON.stringify(report()));
      await writeFile(join(folder, "reports", "README.md"), "not a report");
      const batch = await readAvid(folder);
      expect(batch.entries).toHaveLength(1);
      expect(batch.notes.join("\n")).toContain("There is no folder vulnerabilities");
      await expect(readAvid(join(folder, "reports"))).rejects.toThrow(UnreadableSource);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("the limits of an import", () => {
  it("are those of the forum", () => {
    for (const [name, limit] of Object.entries(limits)) {
      const specs = [envelopeFields, ...Object.values(kinds).map(({ fields }) => fields)];
      const spec = specs.flatMap((fields) => Object.entries(fields)).find(([field]) => field === name)?.[1];
      expect(spec).toMatchObject(spec?.type === "records" ? { maxItems: limit.maxItems } : limit);
    }
  });
});
