import type { SQL } from "drizzle-orm";
import { and, inArray, sql } from "drizzle-orm";
import type { AdoptionStanding } from "../domain/adoptions.ts";
import { adoptionLevels, adoptionStandings, clauseStandingOf, standingOf } from "../domain/adoptions.ts";
import type { StandingCount } from "../domain/adoption-view.ts";
import { countStandings } from "../domain/adoption-view.ts";
import type { ItemFilter } from "../domain/filter.ts";
import type { Sector } from "../domain/vocabulary.ts";
import type { Cell } from "./adoption-tables.ts";
import { filterCondition } from "./filter.ts";
import { loadVisible } from "./item-rows.ts";
import type { Page, PageArgs } from "./page.ts";
import { Pager } from "./page.ts";
import { currentVersions, readVersion } from "./practices.ts";
import { readOrganizations } from "./read-directory.ts";
import type { ItemReadContext } from "./read-items.ts";
import { isSubjectVisible, isVisible, visibleCells } from "./visible.ts";

export const maxMatrixSize = 500;

export type MatrixArgs = PageArgs & {
  readonly filter: ItemFilter;
  readonly itemIds?: readonly string[] | undefined;
  readonly organizationIds?: readonly string[] | undefined;
  readonly sectors?: readonly Sector[] | undefined;
};

/** Where each organisation of the matrix stands with one practice, in the order of the matrix; null where nothing is seen of it. */
export type MatrixRow = {
  readonly itemId: string;
  /** The version in force, which the standings are measured by. */
  readonly version: number;
  /** The organisations of the matrix. */
  readonly organizationIds: readonly string[];
  readonly standings: readonly (AdoptionStanding | null)[];
  /** How many of these stand where. */
  readonly counts: readonly StandingCount[];
};
export type Matrix = {
  readonly organizationIds: readonly string[];
  readonly rows: Page<MatrixRow>;
  /** How many practices there are on all pages. */
  readonly countRows: () => Promise<number>;
};

export type ClauseRow = {
  readonly clause: string;
  readonly entries: readonly {
    readonly organizationId: string;
    readonly standing: AdoptionStanding;
    readonly deviation: string | null;
  }[];
};

/** The practices of one page, newest first, with all that the viewer sees of who stands where with them. */
export async function readMatrix(context: ItemReadContext, args: MatrixArgs, now: string): Promise<Matrix> {
  const { dialect, rights } = context;
  const practices = await readPractices(context, args);
  const itemIds = practices.edges.map(({ node }) => node);
  const current = await currentVersions(dialect.reader, dialect.tables, itemIds);
  const cells =
    itemIds.length === 0
      ? []
      : await dialect.reader.rows<{ item_id: string; cells: string | readonly Cell[] }>(
          visibleCells(dialect.tables, rights.ring, itemIds),
        );
  const met: Met = { numbers: new Map(), shown: [] };
  const grid = new Map(itemIds.map((id): [string, GridRow] => [id, newRow(current.get(id) ?? 1)]));
  for (const { item_id: itemId, cells: packed } of cells) {
    const row = grid.get(itemId);
    const parsed: readonly Cell[] = typeof packed === "string" ? JSON.parse(packed) : packed;
    if (row !== undefined) for (const cell of parsed) place(met, row, cell, now);
  }
  const organizationIds = await columns(context, args, met);
  const order = organizationIds.map((id) => met.numbers.get(id) ?? -1);
  const edges = practices.edges.map(({ cursor, node: itemId }) => {
    const { version, standings: found } = grid.get(itemId) ?? newRow(1);
    const standings = order.map((number) => found[number] ?? null);
    return {
      cursor,
      node: { itemId, version, organizationIds, standings, counts: countStandings(adoptionStandings, standings) },
    };
  });
  return { organizationIds, rows: { ...practices, edges }, countRows: () => countPractices(context, args) };
}

/** The organisations that were met in the cells, numbered as they came, and of which of them anything is shown. */
type Met = { readonly numbers: Map<string, number>; readonly shown: boolean[] };

/** What stands of each organisation with one practice, by its number, and of which version that is. */
type GridRow = {
  readonly version: number;
  readonly standings: (AdoptionStanding | undefined)[];
  readonly versions: (number | undefined)[];
};

function newRow(version: number): GridRow {
  return { version, standings: [], versions: [] };
}

/** What is declared of the version in force stands; what is declared of others counts where there is nothing of that, the newest first. */
function place(
  { numbers, shown }: Met,
  { version: current, standings, versions }: GridRow,
  [organizationId, version, level, validUntil]: Cell,
  now: string,
): void {
  const number = numbers.get(organizationId) ?? numbers.size;
  if (number === numbers.size) numbers.set(organizationId, number);
  const other = versions[number];
  const stands = version === current || other === undefined || (other !== current && other < version);
  if (!stands) return;
  const standing = standingOf({ version, level: adoptionLevels[level] ?? "WITHDRAWN", validUntil }, current, now);
  if (standing === null) return;
  standings[number] = standing;
  versions[number] = version;
  shown[number] = true;
}

/** The organisations of which anything is seen, by name. */
async function columns(
  context: ItemReadContext,
  { organizationIds, sectors }: MatrixArgs,
  { numbers, shown }: Met,
): Promise<string[]> {
  const wanted = (organizationIds ?? [...numbers.keys()]).filter((id) => shown[numbers.get(id) ?? -1]);
  if (wanted.length === 0) return [];
  const found = await readOrganizations(context, wanted, { named: true });
  return [...found.values()]
    .filter(({ sector }) => sectors?.includes(sector) ?? true)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id }) => id);
}

async function readPractices(context: ItemReadContext, args: MatrixArgs): Promise<Page<string>> {
  const { dialect, cursors, viewer } = context;
  const { items: i } = dialect.tables;
  const order = [sql`${i.publishedAt}`, sql`${i.id}`].map((column) => ({ column, ascending: false }));
  const pager = new Pager(cursors, viewer, { list: "adoption matrix", order: "newest" }, order, maxMatrixSize);
  const plan = pager.plan(args);
  const rows = await dialect.reader.rows<{ id: string; at: string }>(
    sql`SELECT ${i.id} AS id, ${i.publishedAt} AS at FROM ${i} WHERE ${practicesOf(context, args)} AND ${plan.where}
        ORDER BY ${plan.orderBy} LIMIT ${plan.size + 1}`,
  );
  return pager.page(
    plan,
    rows,
    args,
    ({ at, id }) => [at, id],
    ({ id }) => id,
  );
}

async function countPractices(context: ItemReadContext, args: MatrixArgs): Promise<number> {
  const { reader, tables } = context.dialect;
  const [row] = await reader.rows<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${tables.items} WHERE ${practicesOf(context, args)}`,
  );
  return row?.total ?? 0;
}

/** The practices in force that have a version and that the viewer sees. */
function practicesOf({ dialect, rights }: ItemReadContext, { filter, itemIds }: MatrixArgs): SQL {
  const { tables, search } = dialect;
  const { items: i, practices: p } = tables;
  return (
    and(
      sql`${i.id} IN (SELECT ${p.itemId} FROM ${p})`,
      sql`${i.status} = 'PUBLISHED'`,
      itemIds && (itemIds.length === 0 ? sql`false` : inArray(i.id, [...itemIds])),
      isVisible(tables, rights.ring, i.id),
      filterCondition(tables, search, filter, rights.member) ?? undefined,
    ) ?? sql`false`
  );
}

/** By clause of the version in force of each practice; empty for what the viewer does not see. */
export async function readClauses(
  { dialect, rights }: ItemReadContext,
  itemIds: readonly string[],
  now: string,
): Promise<ClauseRow[][]> {
  const { tables, reader } = dialect;
  const { adoptions: a } = tables;
  const seen = await loadVisible(reader, tables, rights.ring, itemIds);
  if (seen.size === 0) return itemIds.map(() => []);
  const current = await currentVersions(reader, tables, [...seen.keys()]);
  const rows = await reader.db
    .select()
    .from(a)
    .where(and(inArray(a.itemId, [...new Set(itemIds)]), isSubjectVisible(tables, rights.ring, a.id)))
    .orderBy(a.organizationId);
  return Promise.all(
    itemIds.map(async (itemId) => {
      const version = current.get(itemId) ?? 0;
      const own = rows.filter((row) => row.itemId === itemId && row.version === version);
      const { clauseIds } = (await readVersion(reader, tables, itemId, version)) ?? { clauseIds: [] };
      return clauseIds.map((clause) => ({
        clause,
        entries: own.flatMap(({ organizationId, ...declared }) => {
          const standing = clauseStandingOf(declared, clause, version, now);
          return standing === null ? [] : [{ organizationId, ...standing }];
        }),
      }));
    }),
  );
}
