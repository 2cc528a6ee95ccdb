import fc from "fast-check";
import { expect, test } from "vitest";
import { testDialect } from "../support/fresh-store.ts";
import { runs } from "../worlds/generate.ts";
import { compareEverything, halfOf } from "../worlds/proceedings/compare.ts";
import { questions, worlds } from "../worlds/proceedings/generate.ts";
import { play, viewersOf } from "../worlds/proceedings/play.ts";

/** How many worlds a run makes; more with TOCSIN_TEST_PROCEEDINGS. A database of its own for each is dear in PostgreSQL. */
const count = Number(process.env["TOCSIN_TEST_PROCEEDINGS"] ?? (testDialect() === "sqlite" ? 80 : 8));

test(
  `in ${count} generated worlds of working groups every viewer is shown what is said, voted and written down for it, and nothing else`,
  { timeout: 900_000 },
  async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(worlds(), questions, async (world, asked) => {
        const compared = halfOf(world, asked.turn);
        const viewers = viewersOf(world).filter((viewer) => !compared.includes(viewer));
        const result = await play(world, { live: { viewers, wishes: asked.wishes } });
        await using _ = result.forum;
        await compareEverything(result, asked);
        played += 1;
      }),
      runs(count),
    );
    expect(played).toBeGreaterThanOrEqual(count);
  },
);
