import type { SQL } from "drizzle-orm";
import { and, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { AdoptionLevel } from "../domain/adoptions.ts";
import { adoptionLevels, levelRules } from "../domain/adoptions.ts";
import type { AdoptionView } from "../domain/adoption-view.ts";
import { viewAdoption } from "../domain/adoption-view.ts";
import type { ClauseRow, Matrix, MatrixArgs } from "./adoption-matrix.ts";
import { readClauses, readMatrix } from "./adoption-matrix.ts";
import type { Counted } from "./newest-first.ts";
import { newestFirst, withLoaded } from "./newest-first.ts";
import type { PageArgs } from "./page.ts";
import { loadVisible } from "./item-rows.ts";
import { currentVersions } from "./practices.ts";
import type { ItemReadContext } from "./read-items.ts";
import type { Tables } from "./tables.ts";
import { isSubjectVisible } from "./visible.ts";

type AdoptionRow = Tables["adoptions"]["$inferSelect"];

export type AdoptionFilter = {
  readonly itemIds?: readonly string[] | undefined;
  readonly organizationIds?: readonly string[] | undefined;
  readonly levels?: readonly AdoptionLevel[] | undefined;
  /** Those that end at this instant or before, and are not withdrawn: with the instant of now, what has expired or is overdue. */
  readonly endsBy?: string | undefined;
};

/** All that can be read of the register of adoptions, for one viewer. */
export class AdoptionReader {
  readonly #context: () => Promise<ItemReadContext>;
  readonly #now: () => Date;

  constructor(context: () => Promise<ItemReadContext>, now: () => Date) {
    this.#context = context;
    this.#now = now;
  }

  /** By id: null for what is not there or not shown. */
  async byIds(ids: readonly string[]): Promise<(AdoptionView | null)[]> {
    const found = await this.#load(await this.#context(), ids);
    return ids.map((id) => found.get(id) ?? null);
  }

  /** A page of the declarations that the viewer sees, the newest first. */
  async page(args: PageArgs & { readonly filter: AdoptionFilter }): Promise<Counted<AdoptionView>> {
    const context = await this.#context();
    const { tables } = context.dialect;
    const { adoptions: a } = tables;
    const where = sql`${isSubjectVisible(tables, context.rights.ring, a.id)} AND ${filtered(tables, args.filter)}`;
    const listed = { from: sql`${a}`, where, id: a.id, at: a.at };
    const page = await newestFirst(context, { list: "adoptions", order: "newest" }, listed, args);
    return withLoaded(page, (ids) => this.#load(context, ids));
  }

  /** Who stands where with which practices. */
  async matrix(args: MatrixArgs): Promise<Matrix> {
    return readMatrix(await this.#context(), args, this.#now().toISOString());
  }

  /** The same of each clause of practices. */
  async clauses(itemIds: readonly string[]): Promise<ClauseRow[][]> {
    return readClauses(await this.#context(), itemIds, this.#now().toISOString());
  }

  async #load({ dialect, rights }: ItemReadContext, ids: readonly string[]): Promise<Map<string, AdoptionView>> {
    const { tables, reader } = dialect;
    const { adoptions: a } = tables;
    if (ids.length === 0) return new Map();
    const rows: AdoptionRow[] = await reader.db
      .select()
      .from(a)
      .where(and(inArray(a.id, [...new Set(ids)]), isSubjectVisible(tables, rights.ring, a.id)));
    const itemIds = rows.map(({ itemId }) => itemId);
    const current = await currentVersions(reader, tables, itemIds);
    const practices = await loadVisible(reader, tables, rights.ring, itemIds);
    const now = this.#now().toISOString();
    return new Map(
      rows.flatMap(({ accountId: _account, keys: _keys, ...row }): [string, AdoptionView][] => {
        const practice = practices.get(row.itemId)?.label.tlp;
        if (practice === undefined) return []; // it has gone since
        const beside = { current: current.get(row.itemId) ?? row.version, practice };
        return [[row.id, viewAdoption(row, beside, rights.member, now)]];
      }),
    );
  }
}

const adopting = adoptionLevels.filter((level) => levelRules[level].adopts);

function filtered({ adoptions: a }: Tables, { itemIds, organizationIds, levels, endsBy }: AdoptionFilter): SQL {
  const ended =
    endsBy === undefined
      ? undefined
      : and(isNotNull(a.validUntil), lte(a.validUntil, endsBy), inArray(a.level, adopting));
  return (
    and(
      sql`true`,
      itemIds && oneOf(a.itemId, itemIds),
      organizationIds && oneOf(a.organizationId, organizationIds),
      levels && oneOf(a.level, levels),
      ended,
    ) ?? sql`true`
  );
}

function oneOf(column: Parameters<typeof inArray>[0], values: readonly string[]): SQL {
  return values.length === 0 ? sql`false` : inArray(column, [...values]);
}
