import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../support/small-forum.ts";
import { advisory, range, SmallForum } from "../support/small-forum.ts";

/** However much hangs on an item, a reader gets the newest of it, and a bounded part. */
describe("what hangs on an item", () => {
  let forum: SmallForum;
  let origin: Person;
  let itemId: string;

  beforeAll(async () => {
    forum = await SmallForum.open();
    origin = await forum.person();
    ({ itemId } = await forum.publish(origin, advisory({ title: "Revision 1" })));
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  it("is at most 100 relations, those with the newest items", { timeout: 60_000 }, async () => {
    const sources: string[] = [];
    for (const at of range(105)) {
      const draft = { ...advisory({ title: `Source ${at}` }), relations: [{ type: "RELATED_TO", itemId } as const] };
      sources.push((await forum.publish(origin, draft)).itemId);
    }
    const [found = []] = await forum.store.as(origin.viewer).relatedFrom([itemId]);
    expect(found).toHaveLength(100);
    // several may have the same instant, in which case the id decides
    const titles = new Set(found.map(({ item }) => item.content.envelope.title));
    expect(titles.has("Source 104")).toBe(true);
    expect(found.every(({ item }) => sources.includes(item.id))).toBe(true);
  });

  it("is as many revisions as were asked for, each with what changed since the one before", async () => {
    for (const revision of range(5)) {
      await forum.revise(origin, itemId, revision + 1, advisory({ title: `Revision ${revision + 2}` }));
    }
    const reader = forum.store.as(origin.viewer);
    const numbersOf = async (last: number, before: number | null) =>
      (await reader.revisions([itemId], { last, before }))[0]?.map(({ revision }) => revision);
    expect(await numbersOf(3, null)).toEqual([4, 5, 6]);
    expect(await numbersOf(3, 4)).toEqual([1, 2, 3]);
    expect(await numbersOf(0, null)).toEqual([]);
    const [[newest] = []] = await reader.revisions([itemId], { last: 1, before: null });
    expect(newest?.changes).toEqual([{ field: "title", before: "Revision 5", after: "Revision 6" }]);
  });

  it("is counted in full, though the newest 100 sightings alone are listed", { timeout: 60_000 }, async () => {
    const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString();
    for (const at of range(103)) {
      const input = { itemId, count: 2, firstSeen: day(at), lastSeen: day(at), attributed: true, note: `Report ${at}` };
      await forum.store.commit(origin.viewer, "reportSighting", { ...input, idempotencyKey: null });
    }
    const [summary] = await forum.store.as(origin.viewer).sightings([itemId]);
    expect(summary).toMatchObject({ reports: 103, count: 206, firstSeen: day(0), lastSeen: day(102) });
    expect(summary?.entries).toHaveLength(100);
    expect(summary?.entries.at(-1)?.note).toBe("Report 102");
  });
});
