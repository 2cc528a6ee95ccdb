import type { Bench, Measure } from "./bench.ts";
import { startServer } from "./bench.ts";
import type { Figure } from "./figures.ts";
import { median, spread, timesMs } from "./figures.ts";
import { openTaxii, type TaxiiReader } from "./taxii-caller.ts";

const objectsWanted = 20_000;
const firstPages = 1_000;
/** A server that has run for a few seconds: what it does is compiled by then. */
const walksToWarm = 5;
const warmWalks = 7;

/**
 * One client that walks through a collection over HTTP, again and again. The first walk makes each object, the second finds them made;
 * those of a server that has warmed up are told by their median. Of each walk no more than 20,000 objects are read. First pages are
 * read among all items.
 */
export const measureTaxii: Measure = async (bench) => {
  const { ground, url, seeded } = bench;
  const [member] = seeded.people;
  if (member === undefined) throw new Error("there are no people");
  const figures: Figure[] = [];
  for (const limit of [1_000, 100]) {
    await using server = await startServer(url);
    using reader = await openTaxii(server.url, member.token);
    const rates: number[] = [];
    while (rates.length < walksToWarm + warmWalks) rates.push(await rateOf(reader, limit));
    const walks = {
      "first walk": rates.slice(0, 1),
      "second walk": rates.slice(1, 2),
      "warm walks": rates.slice(walksToWarm),
    };
    for (const [which, found] of Object.entries(walks)) {
      const name = `TAXII objects, pages of ${limit}, ${which}`;
      figures.push(median(ground.kind, name, "per second", found));
    }
  }
  figures.push(...(await firstPagesOf(bench)));
  return figures;
};

async function rateOf(reader: TaxiiReader, limit: number): Promise<number> {
  const pages: string[] = [];
  const begun = performance.now();
  for (let next = ""; next !== null && pages.length * limit < objectsWanted;) {
    const page = await reader.objects(`limit=${limit}&next=${next}`);
    pages.push(page);
    const [, more] = /^\{"more":true,"next":"([^"]+)"/.exec(page) ?? [];
    if (more === undefined) break;
    next = more;
  }
  const seconds = (performance.now() - begun) / 1_000;
  const objects = pages.reduce((sum, page) => sum + JSON.parse(page).objects.length, 0);
  return objects / seconds;
}

async function firstPagesOf({ ground, url, seeded, items }: Bench): Promise<Figure[]> {
  await using server = await startServer(url);
  const figures: Figure[] = [];
  const everybody = { "a member": seeded.people[0]?.token ?? null, "a visitor": null };
  for (const [who, token] of Object.entries(everybody)) {
    using reader = await openTaxii(server.url, token);
    const behind = "added_after=2000-01-01T00:00:01Z"; // behind the markings, which all collections begin with
    for (const limit of [20, 100]) {
      const times = await timesMs(firstPages, () => reader.objects(`limit=${limit}&${behind}`));
      figures.push(spread(ground.kind, `TAXII, first ${limit} of ${items} items, ${who}`, "ms", times));
    }
  }
  return figures;
}
