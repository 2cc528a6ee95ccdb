import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { badInput } from "../domain/errors.ts";
import type { ItemFilter } from "../domain/filter.ts";
import type { ItemState } from "../domain/items.ts";
import type { Viewer } from "../domain/people.ts";
import type { ItemOrder } from "../domain/vocabulary.ts";
import type { Dialect } from "./dialect.ts";
import { filterCondition, rangesOf } from "./filter.ts";
import { loadVisible } from "./item-rows.ts";
import type { Cursors } from "./log/cursor.ts";
import type { Page, PageArgs, PagePlan } from "./page.ts";
import { Pager } from "./page.ts";
import type { Rights } from "./rights.ts";
import { parseSearch } from "./search-terms.ts";
import { maxRanges, visibleIds, visibleRanges } from "./visible.ts";

export type ItemPageArgs = PageArgs & { readonly filter: ItemFilter; readonly orderBy?: ItemOrder | null | undefined };

type Found = { readonly item_id: string; readonly at: string; readonly severity: number; readonly rank?: number };
type OrderColumn = "rank" | "severity" | "at" | "item_id";

const orders: Readonly<Record<ItemOrder, { readonly columns: readonly OrderColumn[]; readonly ascending: boolean }>> = {
  NEWEST: { columns: ["at", "item_id"], ascending: false },
  OLDEST: { columns: ["at", "item_id"], ascending: true },
  MOST_SEVERE: { columns: ["severity", "at", "item_id"], ascending: false },
  BEST_MATCH: { columns: ["rank", "at", "item_id"], ascending: false },
};

/** What a read of items works with: the store, and who reads. */
export type ItemReadContext = {
  readonly dialect: Dialect;
  readonly cursors: Cursors;
  readonly viewer: Viewer;
  readonly rights: Rights;
};

/** NEWEST unless the filter has a text, then BEST_MATCH. */
export function orderOf({ filter, orderBy }: ItemPageArgs): ItemOrder {
  const order = orderBy ?? (filter.text === undefined ? "NEWEST" : "BEST_MATCH");
  if (order === "BEST_MATCH" && filter.text === undefined) {
    throw badInput("orderBy", "BEST_MATCH needs a text to match: give filter.text, or another order.");
  }
  return order;
}

/** A page of the items that the viewer sees under a filter. */
export async function readItemPage(context: ItemReadContext, args: ItemPageArgs): Promise<Page<ItemState>> {
  const { dialect, cursors, viewer, rights } = context;
  const name = orderOf(args);
  const order = orders[name];
  const pager = new Pager(
    cursors,
    viewer,
    { list: "items", order: name },
    order.columns.map((column) => ({ column: sql`${sql.identifier(column)}`, ascending: order.ascending })),
  );
  const plan = pager.plan(args);
  const rows = await dialect.reader.rows<Found>(
    sql`SELECT DISTINCT * FROM (${candidates(context, args.filter, name, plan)}) AS candidates
        WHERE ${plan.where} ORDER BY ${plan.orderBy} LIMIT ${plan.size + 1}`,
  );
  const states = await loadVisible(
    dialect.reader,
    dialect.tables,
    rights.ring,
    rows.map((row) => row.item_id),
  );
  const page = pager.page(
    plan,
    rows,
    args,
    (row) => order.columns.map((column) => row[column] ?? 0),
    (row) => states.get(row.item_id),
  );
  // an item that was hidden between the two reads is left out
  return { ...page, edges: page.edges.flatMap(({ cursor, node }) => (node === undefined ? [] : [{ cursor, node }])) };
}

/** Rows of `item_id`, `at`, `severity` (and `rank`) that the page is the beginning of. */
function candidates(
  { dialect, cursors, viewer, rights }: ItemReadContext,
  filter: ItemFilter,
  name: ItemOrder,
  plan: PagePlan,
): SQL {
  const { tables, search } = dialect;
  const { items: i, itemKeys: k } = tables;
  const ranges = rangesOf(filter);
  const where = filterCondition(tables, search, filter, rights.member);
  const seen = sql`${i.id} IN (${visibleIds(tables, rights.ring, ranges)})`;
  const at = sql`coalesce(${i.publishedAt}, ${i.createdAt}) AS at`;
  if (name === "BEST_MATCH") {
    // Materialised, so that the matches are ranked once each and not looked for anew for every item.
    return sql`WITH found AS MATERIALIZED (${search.matches(parseSearch(filter.text ?? ""))})
      SELECT ${i.id} AS item_id, ${at}, ${i.severity} AS severity, found.rank AS rank
      FROM found JOIN ${i} ON ${i.id} = found.item_id
      WHERE ${seen} AND ${where ?? sql`true`}`;
  }
  if (rights.ring.size * ranges.categories.length * ranges.statuses.length > maxRanges) {
    return sql`SELECT ${i.id} AS item_id, ${at}, ${i.severity} AS severity FROM ${i} WHERE ${seen} AND ${where ?? sql`true`}`;
  }
  const { columns, ascending } = orders[name];
  const qualified = { rank: sql`0`, severity: sql`${k.severity}`, at: sql`${k.at}`, item_id: sql`${k.itemId}` };
  const inRange = new Pager(
    cursors,
    viewer,
    { list: "items", order: name },
    columns.map((column) => ({ column: qualified[column], ascending })),
  );
  return visibleRanges(tables, rights.ring, ranges, {
    where,
    bounds: inRange.bounds(plan),
    orderBy: inRange.orderBy(plan.backward),
    limit: plan.size + 1,
  });
}

export async function countItems({ dialect, rights }: ItemReadContext, filter: ItemFilter): Promise<number> {
  const { tables, search, reader } = dialect;
  const where = filterCondition(tables, search, filter, rights.member);
  const ids = visibleIds(tables, rights.ring, rangesOf(filter));
  const [row] = await reader.rows<{ total: number }>(
    where === null
      ? sql`SELECT count(*) AS total FROM (${ids}) AS seen`
      : sql`SELECT count(*) AS total FROM ${tables.items} WHERE ${tables.items.id} IN (${ids}) AND ${where}`,
  );
  return row?.total ?? 0;
}
