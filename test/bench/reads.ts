import { openStore } from "../../db/store.ts";
import type { ItemFilter } from "../../domain/filter.ts";
import type { Viewer } from "../../domain/people.ts";
import { anonymous } from "../../domain/people.ts";
import { riskCategories } from "../../domain/vocabulary.ts";
import type { Bench, Measure } from "./bench.ts";
import { startServer } from "./bench.ts";
import { words } from "./content.ts";
import type { Figure } from "./figures.ts";
import { spread, timesMs } from "./figures.ts";
import { HttpCaller } from "./http-caller.ts";

const turns = 300;
const slowTurns = 40;
const itemsQuery = `query ($filter: ItemFilter) {
  items(first: 20, filter: $filter) { nodes { id title tlp severity publishedAt origin { name } } pageInfo { endCursor hasNextPage } } }`;
const countQuery = `query ($filter: ItemFilter) { items(first: 20, filter: $filter) { totalCount nodes { id title } } }`;
const statisticsQuery = `query ($filter: ItemFilter) {
  itemStatistics(filter: $filter) { total byKind { count } byRiskCategory { count } bySeverity { count } byMonth { count } } }`;

const categoryOf = (turn: number): ItemFilter => ({
  riskCategories: [riskCategories[turn % riskCategories.length] ?? "CYBER"],
});
/** From words that are everywhere to words that are rare. */
const textOf = (turn: number): ItemFilter => ({ text: words[(turn * 37) % 2_000] ?? "" });

type Someone = { readonly who: string; readonly viewer: Viewer; readonly token: string | null };

function everybody({ seeded }: Bench): Someone[] {
  const [member] = seeded.people;
  if (member === undefined) throw new Error("there are no people");
  return [
    { who: "a member", viewer: member.viewer, token: member.token },
    { who: "a visitor", viewer: anonymous, token: null },
  ];
}

/** Reads among many items, without a transport: what the database and the policy cost. */
export const measureReads: Measure = async (bench) => {
  const { ground, url } = bench;
  await using store = await openStore(url);
  const figures: Figure[] = [];
  const note = (name: string, times: readonly number[]): void =>
    void figures.push(spread(ground.kind, `in process: ${name}`, "ms", times));
  for (const { who, viewer } of everybody(bench)) {
    const reader = store.as(viewer);
    note(
      `items by category, ${who}`,
      await timesMs(turns, (turn) => reader.page({ first: 20, filter: categoryOf(turn) })),
    );
    note(`count by category, ${who}`, await timesMs(slowTurns, (turn) => reader.count(categoryOf(turn))));
    note(`search, ${who}`, await timesMs(slowTurns, (turn) => reader.page({ first: 20, filter: textOf(turn) })));
    note(`statistics by category, ${who}`, await timesMs(slowTurns, (turn) => reader.statistics(categoryOf(turn))));
    note(`statistics of all, ${who}`, await timesMs(slowTurns / 4, () => reader.statistics({})));
  }
  return figures;
};

/** The same over HTTP. */
export const measureHttpReads: Measure = async (bench) => {
  const { ground, url } = bench;
  await using server = await startServer(url);
  using caller = new HttpCaller(server.url, 1);
  const figures: Figure[] = [];
  for (const { who, token } of everybody(bench)) {
    const ask = async (
      name: string,
      count: number,
      query: string,
      filterOf: (turn: number) => ItemFilter,
    ): Promise<void> => {
      const times = await timesMs(count, (turn) => caller.ask(query, { filter: filterOf(turn) }, token));
      figures.push(spread(ground.kind, `over HTTP: ${name}, ${who}`, "ms", times));
    };
    await ask("items by category", turns, itemsQuery, categoryOf);
    await ask("items by category with their count", slowTurns, countQuery, categoryOf);
    await ask("search", slowTurns, itemsQuery, textOf);
    await ask("statistics by category", slowTurns, statisticsQuery, categoryOf);
  }
  return figures;
};
