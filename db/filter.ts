import type { Column, SQL } from "drizzle-orm";
import { and, eq, gte, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { ItemFilter } from "../domain/filter.ts";
import { severityRank } from "../domain/filter.ts";
import type { Member } from "../domain/people.ts";
import { groupKey, keyring } from "../domain/policy.ts";
import type { Search } from "./dialect.ts";
import { parseSearch } from "./search-terms.ts";
import type { Tables } from "./tables.ts";
import { anyCategory } from "./visible.ts";

/** Which rows of `item_keys` a filter looks among. */
export function rangesOf(filter: ItemFilter) {
  return {
    categories: filter.riskCategories ? [...new Set(filter.riskCategories)] : [anyCategory],
    statuses: filter.statuses ? [...new Set(filter.statuses)] : (["PUBLISHED"] as const),
  };
}

/** The rest of a filter, as a condition on `items`, or null for none: what domain/filter.ts says of one item, in SQL. */
export function filterCondition(tables: Tables, search: Search, filter: ItemFilter, member: Member | null): SQL | null {
  const { items: i } = tables;
  const own = member === null ? sql`false` : eq(i.originId, member.organizationId);
  const affects = filter.affects?.toLowerCase();
  const conditions = [
    filter.kinds && oneOf(i.kind, filter.kinds),
    filter.minSeverity && gte(i.severity, severityRank(filter.minSeverity)),
    filter.tlp && oneOf(i.tlp, filter.tlp),
    filter.sectors && and(oneOf(i.originSector, filter.sectors), or(ne(i.attribution, "ANONYMOUS"), own)),
    filter.origins && and(oneOf(i.originId, filter.origins), or(eq(i.attribution, "ORGANIZATION"), own)),
    filter.groups && anyOf(filter.groups.map((id) => addressedTo(tables, id, member, own))),
    filter.techniques && anyOf(filter.techniques.map((id) => contains(i.techniques, `|${id}|`))),
    affects === undefined ? undefined : affects.includes("\n") ? sql`false` : contains(i.affects, affects),
    filter.publishedAfter && gte(i.publishedAt, filter.publishedAfter),
    filter.publishedBefore && lt(i.publishedAt, filter.publishedBefore),
    filter.text === undefined
      ? undefined
      : sql`${i.id} IN (SELECT item_id FROM (${search.matches(parseSearch(filter.text))}) AS found)`,
  ];
  return and(...conditions.filter((condition) => condition !== undefined && condition !== "")) ?? null;
}

function addressedTo({ items: i }: Tables, groupId: string, member: Member | null, own: SQL): SQL {
  const addressed = contains(i.groups, `|${groupId}|`);
  return keyring(member).has(groupKey(groupId)) ? addressed : (and(addressed, own) ?? addressed);
}

function oneOf(column: Parameters<typeof inArray>[0], values: readonly string[]): SQL {
  return values.length === 0 ? sql`false` : inArray(column, [...values]);
}

function anyOf(conditions: readonly SQL[]): SQL {
  return or(...conditions) ?? sql`false`;
}

// Not LIKE: its case differs between the stores, and its wildcards would need escaping.
function contains(column: Column, text: string): SQL {
  return text === "" ? sql`true` : sql`replace(${column}, ${text}, '') <> ${column}`;
}
