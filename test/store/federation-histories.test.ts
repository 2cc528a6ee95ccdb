import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { federations } from "../federation/generate.ts";
import type { Template } from "../federation/people.ts";
import { makeTemplate } from "../federation/people.ts";
import { playWorld } from "../federation/play-world.ts";
import { mostForums } from "../federation/world.ts";
import { testDialect } from "../support/fresh-store.ts";
import { range } from "../support/small-forum.ts";
import { runs } from "../worlds/generate.ts";

/** How many histories a run makes; more with TOCSIN_TEST_WORLDS. Databases of their own for each forum are dear in PostgreSQL. */
const count = Number(process.env["TOCSIN_TEST_WORLDS"] ?? (testDialect() === "sqlite" ? 300 : 6));

let templates: Template[];
beforeAll(async () => {
  templates = [];
  for (const forum of range(mostForums)) templates.push(await makeTemplate(forum));
});

test(
  `in ${count} generated federations everybody sees what the table of labels says, in every forum, and nobody ever more`,
  { timeout: 1_200_000 },
  async () => {
    const sums = { played: 0, envelopes: 0, items: 0 };
    await fc.assert(
      fc.asyncProperty(federations(), async (world) => {
        const { envelopes, items } = await playWorld(world, templates);
        sums.played += 1;
        sums.envelopes += envelopes;
        sums.items += items;
      }),
      runs(count),
    );
    expect(sums.played).toBeGreaterThanOrEqual(count);
    // a run in which little came across would prove little
    expect(sums.envelopes).toBeGreaterThan(sums.played * 4);
  },
);
