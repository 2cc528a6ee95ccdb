import { look } from "./look.ts";
import { checkGiven } from "./given.ts";
import { Links } from "./links.ts";
import { Oracle } from "./oracle.ts";
import type { Template } from "./people.ts";
import { PeopledForum } from "./people.ts";
import { Player } from "./play.ts";
import { Reach } from "./reach.ts";
import { checkAtRest } from "./rest.ts";
import type { World } from "./world.ts";

const begin = Date.parse("2026-11-30T23:00:00.000Z");
const stepMs = 1_000;

export type Played = { readonly envelopes: number; readonly items: number };

/**
 * Plays a history in real stores, one for each forum. After each act everybody looks at the forums that it was done in; at the end, when
 * all links are up and everything has come, everybody is shown exactly what the oracle says.
 */
export async function playWorld(world: World, templates: readonly Template[]): Promise<Played> {
  const clock = { now: begin };
  const forums: PeopledForum[] = [];
  try {
    for (let at = 0; at < world.forums; at++)
      forums.push(await PeopledForum.open(at, templates, () => new Date(clock.now)));
    const oracle = new Oracle(world);
    const ids: string[] = [];
    const links = new Links(forums, (given) => checkGiven(given, { oracle, forums, ids }));
    const player = new Player(forums, oracle, links, ids);
    const reach = new Reach(oracle);
    await begun(world, player);
    for (const act of world.history) {
      clock.now += stepMs;
      const touched = await player.play(act);
      reach.note();
      for (const forum of touched) await look(forum, player, reach, "own");
    }
    oracle.heal();
    await player.settle();
    reach.note();
    for (const { index } of forums) await look(index, player, reach, "all");
    await checkAtRest(player);
    return { envelopes: links.given, items: oracle.items.length };
  } finally {
    for (const forum of forums) await forum[Symbol.asyncDispose]();
  }
}

/** The agreements of the beginning, and what each forum knows of the others by them. */
async function begun({ agreements, reachable }: World, player: Player): Promise<void> {
  for (const who of reachable) await player.play({ type: "reach", who, reachable: true });
  for (const { peers } of player.oracle.forums) peers.clear();
  for (const { forum, peer, agreement } of agreements) await player.agree(forum, peer, agreement);
  await player.settle();
}
