import { sql } from "drizzle-orm";
import type { ItemFilter } from "../domain/filter.ts";
import type { ItemKind } from "../domain/kinds.ts";
import { itemKinds } from "../domain/kinds.ts";
import type { RiskCategory, Severity } from "../domain/vocabulary.ts";
import { riskCategories, severities } from "../domain/vocabulary.ts";
import { filterCondition, rangesOf } from "./filter.ts";
import type { ItemReadContext } from "./read-items.ts";
import { anyCategory, visibleIds } from "./visible.ts";

type RiskCategoryCount = { readonly riskCategory: RiskCategory; readonly count: number };
type SeverityCount = { readonly severity: Severity; readonly count: number };

/** Counts under one filter. Entries without any item are left out; categories overlap, the others do not. */
export type Statistics = {
  readonly total: number;
  readonly byKind: readonly { readonly kind: ItemKind; readonly count: number }[];
  readonly byRiskCategory: readonly RiskCategoryCount[];
  readonly bySeverity: readonly SeverityCount[];
  /** By month of first publication in UTC, such as `2026-11`, earliest first. */
  readonly byMonth: readonly {
    readonly month: string;
    readonly count: number;
    readonly byRiskCategory: readonly RiskCategoryCount[];
    readonly bySeverity: readonly SeverityCount[];
  }[];
};

/** How many items of one month have one value. The month is empty for what was not published yet. */
type Row = {
  readonly dimension: "kind" | "severity" | "category";
  readonly value: string;
  readonly month: string;
  readonly count: number;
};

export async function readStatistics({ dialect, rights }: ItemReadContext, filter: ItemFilter): Promise<Statistics> {
  const { tables, search, reader } = dialect;
  const { items: i, itemKeys: k } = tables;
  const where = filterCondition(tables, search, filter, rights.member) ?? sql`true`;
  const rows = await reader.rows<Row>(
    sql`WITH seen AS MATERIALIZED (
          SELECT ${i.id} AS id, ${i.kind} AS kind, ${i.severity} AS severity,
                 coalesce(substr(${i.publishedAt}, 1, 7), '') AS month
          FROM ${i} WHERE ${i.id} IN (${visibleIds(tables, rights.ring, rangesOf(filter))}) AND ${where})
        SELECT 'kind' AS dimension, kind AS value, '' AS month, count(*) AS count FROM seen GROUP BY kind
        UNION ALL SELECT 'severity', CAST(severity AS text), month, count(*) FROM seen GROUP BY severity, month
        UNION ALL SELECT 'category', ${k.category}, month, count(DISTINCT ${k.itemId})
          FROM seen JOIN ${k} ON ${k.itemId} = seen.id AND ${k.category} <> ${anyCategory} GROUP BY ${k.category}, month`,
  );
  const kinds = rows.filter(({ dimension }) => dimension === "kind");
  const months = [...new Set(rows.map(({ month }) => month))].filter((month) => month !== "").sort();
  return {
    total: totalOf(kinds),
    byKind: counted(itemKinds, (kind) => countOf(kinds, "kind", kind)).map(([kind, count]) => ({ kind, count })),
    ...countsOf(rows),
    byMonth: months.map((month) => {
      const own = rows.filter((row) => row.month === month);
      return { month, count: totalOf(own.filter(({ dimension }) => dimension === "severity")), ...countsOf(own) };
    }),
  };
}

function countsOf(rows: readonly Row[]): Pick<Statistics, "byRiskCategory" | "bySeverity"> {
  const categories = counted(riskCategories, (category) => countOf(rows, "category", category));
  const ranks = counted(severities, (_, rank) => countOf(rows, "severity", String(rank)));
  return {
    byRiskCategory: categories.map(([riskCategory, count]) => ({ riskCategory, count })),
    bySeverity: ranks.map(([severity, count]) => ({ severity, count })),
  };
}

/** The words of a list that anything was counted of, in its order. */
function counted<T extends string>(words: readonly T[], count: (word: T, at: number) => number): [T, number][] {
  return words.map((word, at): [T, number] => [word, count(word, at)]).filter(([, number]) => number > 0);
}

function countOf(rows: readonly Row[], dimension: Row["dimension"], value: string): number {
  return totalOf(rows.filter((row) => row.dimension === dimension && row.value === value));
}

function totalOf(rows: readonly Row[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
