import type { Column, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { ListOrder, Page, PageArgs } from "./page.ts";
import { Pager } from "./page.ts";
import type { ItemReadContext } from "./read-items.ts";

export type Counted<T> = Page<T> & { readonly totalCount: number };

/** What is listed: from where, under which condition, by which instant. The condition says who sees it. */
type Listed = { readonly from: SQL; readonly where: SQL; readonly id: Column; readonly at: Column };

/** A page of the ids of what passes a condition, newest first, with how many there are. */
export async function newestFirst(
  { dialect, cursors, viewer }: ItemReadContext,
  list: ListOrder,
  { from, where, id, at }: Listed,
  args: PageArgs,
): Promise<Counted<string>> {
  const pager = new Pager(cursors, viewer, list, [
    { column: sql`${at}`, ascending: false },
    { column: sql`${id}`, ascending: false },
  ]);
  const plan = pager.plan(args);
  const [rows, [count]] = await Promise.all([
    dialect.reader.rows<{ id: string; at: string }>(
      sql`SELECT ${id} AS id, ${at} AS at FROM ${from} WHERE ${where} AND ${plan.where} ORDER BY ${plan.orderBy} LIMIT ${plan.size + 1}`,
    ),
    dialect.reader.rows<{ total: number }>(sql`SELECT count(*) AS total FROM ${from} WHERE ${where}`),
  ]);
  const page = pager.page(
    plan,
    rows,
    args,
    (row) => [row.at, row.id],
    (row) => row.id,
  );
  return { ...page, totalCount: count?.total ?? 0 };
}

/** The page with what its ids stand for. What has gone between the two reads is left out. */
export async function withLoaded<T>(
  page: Counted<string>,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<Counted<T>> {
  const found = await load(page.edges.map(({ node }) => node));
  const edges = page.edges.flatMap(({ cursor, node: id }) => {
    const node = found.get(id);
    return node === undefined ? [] : [{ cursor, node }];
  });
  return { ...page, edges };
}
