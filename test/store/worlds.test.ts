import fc from "fast-check";
import { expect, test } from "vitest";
import { testDialect } from "../support/fresh-store.ts";
import { compareEverything } from "../worlds/compare.ts";
import { withoutText } from "../worlds/filters.ts";
import { questions, runs, worlds } from "../worlds/generate.ts";
import { play } from "../worlds/play.ts";

/** How many worlds a run makes; more with TOCSIN_TEST_WORLDS. A database of its own for each is dear in PostgreSQL. */
const count = Number(process.env["TOCSIN_TEST_WORLDS"] ?? (testDialect() === "sqlite" ? 500 : 20));

test(
  `in ${count} generated worlds every viewer is answered as the table of labels says`,
  { timeout: 1_500_000 },
  async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(worlds(), questions, async (world, asked) => {
        const result = await play(world, { liveFilter: withoutText(asked.filters[0] ?? {}) });
        await using _ = result.forum;
        await compareEverything(result, asked);
        played += 1;
      }),
      runs(count),
    );
    expect(played).toBeGreaterThanOrEqual(count);
  },
);

test("nobody is answered differently for being in very many groups", { timeout: 120_000 }, async () => {
  let played = 0;
  const groups = Array.from({ length: 70 }, (_, group) => group);
  await fc.assert(
    fc.asyncProperty(worlds(), questions, async (world, asked) => {
      const memberships = groups.slice(2).map((group) => ({ group, member: { account: 1 } }));
      const crowded = { ...world, groups: groups.length, memberships: [...world.memberships, ...memberships] };
      const result = await play(crowded, { liveFilter: withoutText(asked.filters[0] ?? {}) });
      await using _ = result.forum;
      await compareEverything(result, asked);
      played += 1;
    }),
    runs(10),
  );
  expect(played).toBeGreaterThanOrEqual(10);
});
