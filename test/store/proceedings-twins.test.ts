import fc from "fast-check";
import { expect, test } from "vitest";
import { testDialect } from "../support/fresh-store.ts";
import { seedIds } from "../support/seeded-ids.ts";
import { runs } from "../worlds/generate.ts";
import { questions, worlds } from "../worlds/proceedings/generate.ts";
import { play, viewersOf } from "../worlds/proceedings/play.ts";
import { answersTo, hiddenFrom, kept, recast, tellAgain } from "../worlds/proceedings/twin.ts";
import { cast } from "../worlds/proceedings/world.ts";

/** How many pairs of each sort a run makes; more with TOCSIN_TEST_TWINS. */
const count = Number(process.env["TOCSIN_TEST_TWINS"] ?? (testDialect() === "sqlite" ? 20 : 3));

test(
  `in ${count} pairs a viewer's answers are byte for byte those of a forum without the proceedings that it never saw`,
  { timeout: 900_000 },
  async () => {
    using ids = seedIds();
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(worlds({ maxSteps: 20 }), questions, fc.nat(), async (world, asked, choice) => {
        const whole = await play(world, { seed: ids.seed });
        await using _ = whole.forum;
        const viewers = kept(whole);
        fc.pre(viewers.length > 0);
        const viewer = viewers[choice % viewers.length] ?? null;
        const hidden = hiddenFrom(whole, viewer);
        const isLeftOut = hidden.has.bind(hidden);
        const twin = await tellAgain(whole, whole.done, { seed: ids.seed, isLeftOut, viewer });
        await using __ = twin.forum;
        const shared = { ids: whole.forum.ids, questions: asked };
        ids.seed("questions");
        const cursor = whole.bookmarks.at(-1)?.cursors.get(viewer) ?? "";
        const answers = await answersTo(whole.forum, viewer, { ...shared, cursor });
        ids.seed("questions");
        expect(await answersTo(twin.forum, viewer, { ...shared, cursor: twin.cursor })).toEqual(answers);
        pairs += 1;
      }),
      runs(count),
    );
    expect(pairs).toBeGreaterThanOrEqual(count);
  },
);

test(
  `in ${count} pairs the answers and the audit log are the same whoever cast which paper of a secret ballot`,
  { timeout: 900_000 },
  async () => {
    using ids = seedIds();
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(worlds({ maxSteps: 12, secret: true }), questions, async (world, asked) => {
        const whole = await play(world, { seed: ids.seed });
        await using _ = whole.forum;
        const others = recast(whole);
        fc.pre(others !== null);
        const twin = await tellAgain(whole, others ?? [], { seed: ids.seed, viewer: null });
        await using __ = twin.forum;
        const shared = { ids: whole.forum.ids, questions: asked };
        const viewers = viewersOf(world);
        for (const viewer of [cast.chair, viewers[asked.turn % viewers.length] ?? null]) {
          ids.seed("questions");
          const answers = await answersTo(whole.forum, viewer, { ...shared, cursor: "beginning" });
          ids.seed("questions");
          expect(await answersTo(twin.forum, viewer, { ...shared, cursor: "beginning" })).toEqual(answers);
        }
        // what was refused in the story is not tried again, and how often something was read depends on what is asked at the same moment
        const audited = async (forum: typeof twin.forum): Promise<Set<string>> =>
          new Set((await forum.audit()).flatMap((one) => (one.outcome === "done" ? [JSON.stringify(one)] : [])));
        expect(await audited(twin.forum)).toEqual(await audited(whole.forum));
        pairs += 1;
      }),
      runs(count),
    );
    expect(pairs).toBeGreaterThanOrEqual(count);
  },
);
