import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { ItemKind } from "../../domain/kinds.ts";
import { noAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import type { Tlp } from "../../domain/tlp.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import type { ItemView } from "../../domain/view.ts";
import { viewItem } from "../../domain/view.ts";
import { clusterTag } from "../../server/misp/atlas-clusters.ts";
import type { MispEvent } from "../../server/misp/event.ts";
import { eventOf } from "../../server/misp/event.ts";
import { promptsIn } from "../../server/misp/prompts.ts";
import { templates } from "../../server/misp/templates.ts";
import { isWithout, sharedData } from "../support/shared-data.ts";

const forum = { id: "https://forum.example", name: "Tocsin", origin: "https://forum.example" };
const organization = { id: `org_${"1".repeat(26)}`, name: "Kestrel Labs", sector: "COMPANY" } as const;

type Wish = { kind?: ItemKind; tlp?: Tlp; fields?: object; more?: Partial<Parameters<typeof viewItem>[0]> };

function itemOf({ kind = "ADVISORY", tlp = "GREEN", fields = {}, more = {} }: Wish = {}): ItemView {
  const basics = { title: "T", summary: "S", riskCategories: ["CYBER"], severity: "HIGH" };
  const content = parseContent(kind, { ...basics, ...fields }, "input");
  const at = "2026-11-20T10:00:00.900Z";
  const state = {
    id: `itm_${"7".repeat(26)}`,
    status: "PUBLISHED",
    originId: organization.id,
    originSector: "COMPANY",
    authorIds: [],
    revision: 1,
    content,
    label: { tlp, audience: noAudience, attribution: "ORGANIZATION" },
    publishedAt: at,
    revisedAt: null,
    home: null,
    withdrawal: null,
    keys: ["public"],
  } as const;
  return viewItem({ ...state, ...more }, null);
}
const event = (wish?: Wish, earlier: readonly Wish[] = []): MispEvent =>
  eventOf(itemOf(wish), { forum, origin: organization, earlier: earlier.map((one) => itemOf(one).content) });
const tagsOf = (wish: Wish): string[] => event(wish).Tag.map(({ name }) => name);
const objectNamed = (one: MispEvent, name: string) => one.Object.find((object) => object.name === name);
const valuesOf = (one: MispEvent, name: string): string[] =>
  objectNamed(one, name)?.Attribute.map(({ object_relation, value }) => `${object_relation}: ${value}`) ?? [];

describe("an event", () => {
  it("has one TLP tag, in MISP's spelling, and a distribution that is not wider", () => {
    const labels = tlpLabels.map((tlp) => {
      const { Tag, distribution } = event({ tlp });
      const tags = Tag.map(({ name }) => name).filter((name) => name.startsWith("tlp:"));
      return [...tags, distribution].join(" ");
    });
    expect(labels).toEqual(["tlp:red 0", "tlp:amber+strict 0", "tlp:amber 0", "tlp:green 0", "tlp:clear 3"]);
  });

  it("says by tags what MISP has no field for", () => {
    const fields = { pap: "AMBER", confidence: 70, techniques: ["AML.T0054", "AML.M0003", "T1059"] };
    expect(tagsOf({ fields })).toEqual([
      "tlp:green",
      "PAP:AMBER",
      'misp-galaxy:mitre-atlas-attack-pattern="LLM Jailbreak"',
      'misp-galaxy:mitre-atlas-course-of-action="Model Hardening"',
      'tocsin:kind="ADVISORY"',
      'tocsin:severity="HIGH"',
      'tocsin:risk-category="CYBER"',
      'tocsin:confidence="70"',
    ]);
  });

  it("takes its threat level from the severity", () => {
    const levels = ["LOW", "MEDIUM", "HIGH", "CRITICAL"].map(
      (severity) => event({ fields: { severity } }).threat_level_id,
    );
    expect(levels).toEqual(["3", "2", "1", "1"]);
  });

  it("has objects and attributes as fit its kind", () => {
    const technique = event({
      kind: "CIRCUMVENTION_TECHNIQUE",
      fields: {
        body: "Before\n```prompt\nIgnore all.\n```\nAfter",
        affectedSystems: [{ provider: "Acme", model: "One", version: "2" }],
        techniques: ["T1059", "CVE-2026-12345"],
        references: [{ url: "https://example.org/a" }, { externalId: "cve-2026-9999" }],
      },
    });
    expect(technique.Object.map(({ name }) => name)).toEqual(["report", "ai-chat-prompt"]);
    expect(valuesOf(technique, "ai-chat-prompt")).toEqual(["prompt: Ignore all.", "model: Acme One 2"]);
    expect(valuesOf(technique, "report")).toContain("link: https://example.org/a");
    expect(technique.Attribute.map(({ type, value }) => `${type} ${value}`)).toEqual([
      "text Acme One 2",
      "vulnerability CVE-2026-12345",
      "vulnerability CVE-2026-9999",
      "text T1059",
    ]);
    const incident = event({ kind: "INCIDENT", fields: { incidentClass: "NEAR_MISS" } });
    expect(valuesOf(incident, "incident")).toContain("determination: failed-attempt");
    expect(valuesOf(event({ kind: "MITIGATION", fields: { costs: "Little." } }), "course-of-action")).toContain(
      "cost: Little.",
    );
    expect(event({ kind: "THREAT_ACTIVITY", fields: { actors: ["Somebody"] } }).Attribute).toMatchObject([
      { type: "threat-actor", category: "Attribution", value: "Somebody", to_ids: false },
    ]);
  });

  it("tells all of it as prose, the label first", () => {
    const [report] = event({
      fields: { body: "At length.", recommendedActions: ["Rotate."] },
      tlp: "AMBER_STRICT",
    }).EventReport;
    expect(report?.["content"]).toMatch(
      /^TLP:AMBER\+STRICT – .*\n\nS\n\nAt length\.\n\n## Recommended actions\n\n- Rotate\./,
    );
  });

  it("names the origin only as far as its attribution goes, to the origin itself too", () => {
    const state = (attribution: "ORGANIZATION" | "SECTOR" | "ANONYMOUS") =>
      event({ more: { label: { tlp: "GREEN", audience: noAudience, attribution } } }).Orgc;
    const [named, sector, nobody] = [state("ORGANIZATION"), state("SECTOR"), state("ANONYMOUS")];
    expect([named.name, sector.name, nobody.name]).toEqual([
      "Kestrel Labs",
      "A company of Tocsin",
      "A member of Tocsin",
    ]);
    expect(new Set([named.uuid, sector.uuid, nobody.uuid]).size).toBe(3);
  });

  it("has a greater timestamp after every change, though all are made within a second", () => {
    const revisedAt = "2026-11-20T10:00:00.950Z";
    const times = [
      event(),
      event({ more: { revision: 2, revisedAt } }),
      event({ more: { revision: 3, revisedAt } }),
      event({ more: { revision: 3, revisedAt, status: "WITHDRAWN", withdrawal: { reason: "R", at: revisedAt } } }),
    ].map(({ timestamp }) => Number(timestamp));
    const first = Date.parse("2026-11-20T10:00:00Z") / 1_000;
    expect(times).toEqual([first, first + 1, first + 2, first + 3]);
  });

  it("sends as deleted, without its value, what earlier revisions said and this one does not", () => {
    const links = (...urls: string[]): Wish => ({ fields: { references: urls.map((url) => ({ url })) } });
    const later = event(links("https://example.org/new"), [
      links("https://example.org/old", "https://example.org/gone"),
    ]);
    const found = objectNamed(later, "report")?.Attribute.filter(({ object_relation }) => object_relation === "link");
    expect(found).toMatchObject([
      { value: "https://example.org/new", deleted: false },
      { value: "https://removed.invalid/", deleted: true },
    ]);
    const before = objectNamed(event(links("https://example.org/old", "https://example.org/gone")), "report");
    expect(before?.Attribute.filter(({ type }) => type === "link").map(({ uuid }) => uuid)).toEqual(
      found?.map(({ uuid }) => uuid),
    );
    expect(JSON.stringify(later)).not.toContain("https://example.org/gone");
  });

  it("is emptied when its item is withdrawn", () => {
    const at = "2026-11-21T00:00:00.000Z";
    const more = { status: "WITHDRAWN", withdrawal: { reason: "Wrong.", at } } as const;
    const fields = { title: "Secret", summary: "Secret", body: "Secret", affectedSystems: [{ provider: "Secret" }] };
    const gone = event({ fields, more }, [{ fields }]);
    expect(JSON.stringify(gone)).not.toContain("Secret");
    expect(gone).toMatchObject({ info: "Withdrawn", threat_level_id: "4" });
    expect(gone.Tag.map(({ name }) => name)).toEqual(["tlp:green", 'workflow:state="rejected"']);
    expect(gone.EventReport[0]).toMatchObject({ deleted: true, content: expect.stringMatching(/Withdrawn: Wrong\.$/) });
    const all = [...gone.Attribute, ...gone.Object, ...gone.Object.flatMap((object) => object.Attribute)];
    expect(all.length).toBeGreaterThan(4);
    expect(all.filter(({ deleted }) => !deleted)).toEqual([]);
  });

  it("has a UUID of its own for everything in it, the same each time", () => {
    const make = (): string[] =>
      JSON.stringify(event({ kind: "INCIDENT", fields: { affectedSystems: [{ provider: "A" }, { provider: "B" }] } }))
        .match(/"uuid":"[^"]*"/g)
        ?.sort() ?? [];
    expect(new Set(make()).size).toBe(make().length);
    expect(make()).toEqual(make());
  });
});

describe("prompts", () => {
  it("are the blocks that say so", () => {
    expect(promptsIn("```prompt\na\n```\n~~~~prompt\nb\n~~~\nc\n~~~~\n```\nnot\n```\n```prompt\nopen")).toEqual([
      "a",
      "b\n~~~\nc",
    ]);
    expect(promptsIn(null)).toEqual([]);
  });

  it("are found in time that grows with the length alone", () => {
    const began = performance.now();
    promptsIn("```prompt\n".repeat(10_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("what is MISP's own", () => {
  it.skipIf(isWithout("misp-objects"))("has the templates' ids and relations", async () => {
    for (const name of ["report", "ai-chat-prompt"] as const) {
      const definition = JSON.parse(await readFile(sharedData(`misp-objects/${name}/definition.json`), "utf8"));
      expect(templates[name]).toMatchObject({
        uuid: definition.uuid,
        version: String(definition.version),
        metaCategory: definition["meta-category"],
      });
      const fields = {
        body: "```prompt\na\n```",
        references: [{ url: "https://a.example" }],
        affectedSystems: [{ provider: "A" }],
      };
      const made = objectNamed(event({ fields }), name)?.Attribute ?? [];
      expect(made.length).toBeGreaterThan(1);
      for (const { object_relation = "", type } of made)
        expect(definition.attributes[object_relation]?.["misp-attribute"]).toBe(type);
    }
  });

  it.skipIf(isWithout("misp-galaxy"))("has the names of every cluster", async () => {
    for (const galaxy of ["mitre-atlas-attack-pattern", "mitre-atlas-course-of-action"]) {
      const { values } = JSON.parse(await readFile(sharedData(`misp-galaxy/clusters/${galaxy}.json`), "utf8"));
      for (const { value, meta } of values)
        expect(clusterTag(meta.external_id)).toBe(`misp-galaxy:${galaxy}="${value}"`);
    }
    expect(["AML.T9999", "constructor", ""].map(clusterTag)).toEqual([null, null, null]);
  });

  it.skipIf(isWithout("misp-taxonomies"))("has the spelling of every label", async () => {
    const known = async (name: string): Promise<string[]> => {
      const { namespace, predicates } = JSON.parse(
        await readFile(sharedData(`misp-taxonomies/${name}/machinetag.json`), "utf8"),
      );
      return predicates.map(({ value }: { value: string }) => `${namespace}:${value}`);
    };
    const [tlps, paps] = [await known("tlp"), await known("PAP")];
    for (const tlp of tlpLabels) expect(tlps).toContain(tagsOf({ tlp })[0]);
    for (const pap of ["RED", "AMBER", "GREEN", "CLEAR"]) expect(paps).toContain(tagsOf({ fields: { pap } })[1]);
  });
});
