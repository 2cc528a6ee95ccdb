import fc from "fast-check";
import { expect, test } from "vitest";
import { testDialect } from "../support/fresh-store.ts";
import { seedIds } from "../support/seeded-ids.ts";
import { questions, runs, worlds } from "../worlds/generate.ts";
import { play } from "../worlds/play.ts";
import { answersTo, hiddenFrom, kept, playTwin } from "../worlds/twin.ts";

/** How many pairs a run makes; more with TOCSIN_TEST_TWINS. A database of its own for each is dear in PostgreSQL. */
const count = Number(process.env["TOCSIN_TEST_TWINS"] ?? (testDialect() === "sqlite" ? 200 : 10));

test(
  `in ${count} pairs a viewer's answers are byte for byte those of a forum without what it never saw`,
  { timeout: 1_500_000 },
  async () => {
    using ids = seedIds();
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(worlds(), questions, fc.nat(), async (world, asked, choice) => {
        const whole = await play(world, { seed: ids.seed });
        await using _ = whole.forum;
        const viewers = kept(whole);
        fc.pre(viewers.length > 0);
        const viewer = viewers[choice % viewers.length] ?? null;
        const hidden = hiddenFrom(whole, viewer);
        const cursor = whole.bookmarks.at(-1)?.cursors.get(viewer) ?? null;
        const twin = await playTwin(whole, hidden, { viewer, keepsCursor: cursor !== null }, ids.seed);
        await using __ = twin.forum;
        const all = whole.forum.items;
        const shared = { ids: all, hidden: hidden.flatMap((index) => all[index] ?? []), questions: asked };
        ids.seed("questions");
        const answers = await answersTo(whole.forum, viewer, { ...shared, cursor });
        ids.seed("questions");
        const twinAnswers = await answersTo(twin.forum, viewer, { ...shared, cursor: twin.cursor });
        expect(twinAnswers).toEqual(answers);
        expect(answers.join()).not.toBe("");
        pairs += 1;
      }),
      runs(count),
    );
    expect(pairs).toBeGreaterThanOrEqual(count);
  },
);
