import { describe, expect, it } from "vitest";
import { itemKinds, kinds } from "../../domain/kinds.ts";
import { checkAudience } from "../../domain/label.ts";
import { parseContent } from "../../domain/parse.ts";
import { tlpLabels } from "../../domain/tlp.ts";
import { planLives } from "../../examples/demo/life.ts";
import { organizations, people } from "../../examples/demo/members.ts";
import { planItems } from "../../examples/demo/plan.ts";
import { Chance } from "../../examples/demo/random.ts";

const now = new Date("2026-11-23T09:00:00.000Z");
const items = planItems(now);
const handed = { tlp: "GREEN", audience: null, attribution: "ORGANIZATION", relations: [] } as const;

describe("what is said in the demo", () => {
  it("is three hundred items of every kind under every label", () => {
    expect(items.length).toBeGreaterThanOrEqual(300);
    const kindNames = itemKinds.map((kind) => kinds[kind].inputName);
    const wanted = kindNames.flatMap((kind) => tlpLabels.map((tlp) => `${kind} ${tlp}`));
    const published = items.filter(({ isDraft }) => !isDraft).map(({ piece, tlp }) => `${piece.kind} ${tlp}`);
    expect(wanted.filter((pair) => !published.includes(pair))).toEqual([]);
    expect(items.filter(({ isDraft }) => isDraft).length).toBeGreaterThan(3);
  });

  it("has no title twice and no summary twice", () => {
    const summaries = items.map(({ written }) => fieldsOf(written.input(handed))["summary"]);
    expect(new Set(items.map(({ piece }) => piece.title)).size).toBe(items.length);
    expect(new Set(summaries).size).toBe(items.length);
  });

  it("is taken by the forum's own parser, with every gap filled in", () => {
    for (const { piece, written, tlp, audience } of items) {
      const kind = itemKinds.find((name) => kinds[name].inputName === piece.kind) ?? "PRACTICE";
      const input = fieldsOf(written.input({ ...handed, tlp }));
      const content = parseContent(kind, input, piece.kind);
      expect(JSON.stringify([content.envelope, content.details])).not.toMatch(/\{\w+\}|undefined|NaN/);
      expect(() => checkAudience(tlp, { ...audience }, piece.kind)).not.toThrow();
    }
  });

  it("touches every area of risk but leaves out nothing that a label needs", () => {
    const risks = new Set(items.flatMap(({ piece }) => piece.theme.risks));
    expect(risks.size).toBe(17);
    const named = items.filter(({ tlp }) => tlp === "RED").map(({ audience }) => audience.accounts.length);
    expect(Math.min(...named)).toBeGreaterThanOrEqual(2);
  });

  it("lies within the last eighteen months, in working hours", () => {
    const earliest = now.getTime() - 560 * 86_400_000;
    for (const { at } of items) {
      expect(at.getTime()).toBeGreaterThan(earliest);
      expect(at.getTime()).toBeLessThan(now.getTime());
      expect([1, 2, 3, 4, 5]).toContain(at.getUTCDay());
    }
  });

  it("is the same each time", () => {
    const told = (plan: typeof items): unknown =>
      plan.map(({ at, tlp, author, piece }) => [at, tlp, author.key, piece.title]);
    expect(told(planItems(now))).toEqual(told(items));
  });
});

describe("what becomes of it", () => {
  const events = planLives(items, now, new Chance(18));

  it("holds revisions, withdrawals, relays, answers and sightings, none of them before the item or in the future", () => {
    expect(new Set(events.map(({ type }) => type)).size).toBe(5);
    for (const { item, at } of events) {
      expect(at.getTime()).toBeGreaterThan(item.at.getTime());
      expect(at.getTime()).toBeLessThan(now.getTime());
    }
  });

  it("ends with a withdrawal", () => {
    const ends = events.filter(({ type }) => type === "withdraw");
    expect(ends.length).toBeGreaterThan(3);
    for (const end of ends) expect(events.filter(({ item, at }) => item === end.item && at > end.at)).toEqual([]);
  });
});

describe("who is in the demo", () => {
  it("is at least six organisations of all four sectors, with accounts of every role", () => {
    expect(organizations.length).toBeGreaterThanOrEqual(6);
    expect(new Set(organizations.map(({ sector }) => sector)).size).toBe(4);
    expect(new Set(people.map(({ role }) => role)).size).toBe(3);
    expect(organizations.filter(({ key }) => !people.some(({ organization }) => organization === key))).toEqual([]);
  });
});

function fieldsOf(input: object): Record<string, unknown> {
  const [fields] = Object.values(input);
  return { ...fields };
}
