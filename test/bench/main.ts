/**
 * `npm run bench`: first figures of the forum, on each store that can be had here.
 *
 *   --store sqlite|postgres   one store alone
 *   --postgres URL            a PostgreSQL to use in place of a throw-away cluster
 *   --items N                 how many items the reads are measured among (100000)
 *   --subscribers N           how many websockets follow the feed (1000)
 *   --only a,b                some figures alone: publish, reads, http, feed, taxii, start, matrix, federation
 *   --json FILE               writes the figures to a file, too
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { PostgresUnavailable } from "../support/postgres.ts";
import type { Bench, Measure } from "./bench.ts";
import { measureFederation } from "./federation.ts";
import { measureFeed } from "./feed.ts";
import type { Figure } from "./figures.ts";
import { single, table } from "./figures.ts";
import type { Ground, StoreKind } from "./ground.ts";
import { openGround } from "./ground.ts";
import { measureMatrix } from "./matrix.ts";
import { measurePublish } from "./publish.ts";
import { measureHttpReads, measureReads } from "./reads.ts";
import { seed } from "./seed.ts";
import { measureStart } from "./start.ts";
import { measureTaxii } from "./taxii.ts";

const measures: Readonly<Record<string, Measure>> = {
  publish: measurePublish,
  reads: measureReads,
  http: measureHttpReads,
  feed: measureFeed,
  taxii: measureTaxii,
  start: measureStart,
  matrix: measureMatrix,
  federation: measureFederation,
};

const { values: options } = parseArgs({
  options: {
    store: { type: "string" },
    postgres: { type: "string" },
    items: { type: "string", default: "100000" },
    subscribers: { type: "string", default: "1000" },
    only: { type: "string" },
    json: { type: "string" },
  },
});

/** What makes its own items. */
const selfSeeded = ["publish", "federation"];
const kinds = (["sqlite", "postgres"] as const).filter((kind) => options.store === undefined || options.store === kind);
const wanted = options.only?.split(",") ?? Object.keys(measures);
const unknown = wanted.filter((name) => measures[name] === undefined);
if (kinds.length === 0 || unknown.length > 0) throw new Error(`there is no ${[...unknown, options.store].join(", ")}`);

const figures: Figure[] = [];
for (const kind of kinds) {
  const ground = await groundOf(kind);
  if (ground === null) continue;
  await using _ground = ground;
  figures.push(...(await measureOn(ground)));
}
console.log(`\n${table(figures)}`);
const machine = {
  cpu: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  memoryGib: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
if (options.json !== undefined)
  await writeFile(options.json, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`);

async function groundOf(kind: StoreKind): Promise<Ground | null> {
  try {
    return await openGround(kind, options.postgres);
  } catch (error) {
    if (!(error instanceof PostgresUnavailable)) throw error;
    console.log(`${kind} is left out: ${error.message}`);
    return null;
  }
}

async function measureOn(ground: Ground): Promise<Figure[]> {
  const url = await ground.freshUrl();
  const items = wanted.some((name) => !selfSeeded.includes(name)) ? Number(options.items) : 0;
  console.log(`${ground.kind}: writing ${items} items …`);
  const seeded = await seed(url, items);
  const bench: Bench = { ground, url, seeded, items, subscribers: Number(options.subscribers) };
  const found: Figure[] = [];
  if (items > 0)
    found.push(single(ground.kind, "publish in process, 512 at once: rate", "per second", seeded.perSecond));
  for (const name of wanted) {
    console.log(`${ground.kind}: ${name} …`);
    const more = (await measures[name]?.(bench)) ?? [];
    console.log(table(more));
    found.push(...more);
  }
  return found;
}
