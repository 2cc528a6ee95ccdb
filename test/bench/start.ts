import { setTimeout } from "node:timers/promises";
import { range } from "../support/small-forum.ts";
import type { Measure } from "./bench.ts";
import { memoryMib, startServer } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { spread } from "./figures.ts";
import { HttpCaller } from "./http-caller.ts";

const starts = 7;
const restMs = 1_000;

/** From the start of the process to its first answer, and what it keeps in memory when nothing is asked of it. */
export const measureStart: Measure = async ({ ground, url, items }) => {
  const fresh = await ground.freshUrl();
  return [...(await of(ground.kind, "nothing in it", fresh)), ...(await of(ground.kind, `${items} items`, url))];
};

async function of(kind: string, what: string, url: string): Promise<Figure[]> {
  const times: number[] = [];
  const memories: number[] = [];
  for (const _ of range(starts)) {
    const begun = performance.now();
    await using server = await startServer(url);
    using caller = new HttpCaller(server.url, 1);
    await caller.ask("{ items(first: 1) { nodes { id } } }", {}, null);
    times.push(performance.now() - begun);
    await setTimeout(restMs);
    const memory = await memoryMib(server.pid);
    if (memory !== null) memories.push(memory);
  }
  return [
    spread(kind, `start to first answer, ${what}`, "ms", times),
    ...(memories.length > 0 ? [spread(kind, `idle memory, ${what}`, "MiB", memories)] : []),
  ];
}
