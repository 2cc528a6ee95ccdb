/** Keyset pagination: a page is asked for by the keys of the row before or behind it, never by counting. */
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { badInput, ForumError } from "../domain/errors.ts";
import type { Viewer } from "../domain/people.ts";
import type { Cursors } from "./log/cursor.ts";
import { invalidCursor } from "./log/cursor.ts";

/** As in GraphQL's cursor connections; 20 where neither `first` nor `last` is given, at most 100. */
export type PageArgs = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
};
export type Edge<T> = { readonly cursor: string; readonly node: T };
export type Page<T> = {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/** One column of an order. `ascending` is how it goes on the pages that `first` reads. */
export type OrderKey = { readonly column: SQL; readonly ascending: boolean };
type KeyValue = string | number;

export const defaultPageSize = 20;
export const maxPageSize = 100;

/** A page to be read: how many rows, which way, and between which keys. */
export type PagePlan = {
  readonly size: number;
  readonly backward: boolean;
  readonly from: readonly KeyValue[] | null;
  readonly until: readonly KeyValue[] | null;
  readonly where: SQL;
  readonly orderBy: SQL;
};

/** A list and one of the orders that it has. */
export type ListOrder = { readonly list: string; readonly order: string };

/** Cursors of one list in one order; those of another list or order are refused. */
export class Pager {
  readonly #cursors: Cursors;
  readonly #viewer: Viewer;
  readonly #purpose: string;
  readonly #order: string;
  readonly #keys: readonly OrderKey[];
  readonly #maxSize: number;

  constructor(
    cursors: Cursors,
    viewer: Viewer,
    { list, order }: ListOrder,
    keys: readonly OrderKey[],
    maxSize: number = maxPageSize,
  ) {
    this.#cursors = cursors;
    this.#viewer = viewer;
    this.#purpose = `page ${list}`;
    this.#order = order;
    this.#keys = keys;
    this.#maxSize = maxSize;
  }

  plan({ first, after, last, before }: PageArgs): PagePlan {
    if (typeof first === "number" && typeof last === "number")
      throw badInput("last", "Give `first` or `last`, not both.");
    const field = typeof last === "number" ? "last" : "first";
    const size = last ?? first ?? defaultPageSize;
    if (size < 0 || size > this.#maxSize) throw badInput(field, `Give a number from 0 to ${this.#maxSize}.`);
    const backward = typeof last === "number";
    const from = typeof after === "string" ? this.#open(after) : null;
    const until = typeof before === "string" ? this.#open(before) : null;
    return { size, backward, from, until, where: this.bounds({ from, until }), orderBy: this.orderBy(backward) };
  }

  /** The rows between two places, as a condition on this order's columns. */
  bounds({ from, until }: Pick<PagePlan, "from" | "until">): SQL {
    const bounds: SQL[] = [];
    if (from !== null) bounds.push(this.#beyond(from, true));
    if (until !== null) bounds.push(this.#beyond(until, false));
    return bounds.length === 0 ? sql`true` : sql.join(bounds, sql` AND `);
  }

  /** The order's columns, turned round for a page that is read from its end. */
  orderBy(backward: boolean): SQL {
    return sql.join(
      this.#keys.map(({ column, ascending }) => (ascending !== backward ? sql`${column} ASC` : sql`${column} DESC`)),
      sql`, `,
    );
  }

  cursor(values: readonly KeyValue[]): string {
    return this.#cursors.seal(this.#viewer, this.#purpose, Buffer.from(JSON.stringify([this.#order, ...values])));
  }

  /** Turns `size + 1` rows, in reading order, into a page. */
  page<R, T>(
    plan: PagePlan,
    rows: readonly R[],
    { after, before }: PageArgs,
    keysOf: (row: R) => KeyValue[],
    nodeOf: (row: R) => T,
  ): Page<T> {
    const more = rows.length > plan.size;
    const kept = rows.slice(0, plan.size);
    if (plan.backward) kept.reverse();
    return {
      edges: kept.map((row) => ({ cursor: this.cursor(keysOf(row)), node: nodeOf(row) })),
      hasNextPage: plan.backward ? typeof before === "string" : more,
      hasPreviousPage: plan.backward ? more : typeof after === "string",
    };
  }

  #open(cursor: string): KeyValue[] {
    const opened: unknown = JSON.parse(this.#cursors.open(this.#viewer, this.#purpose, cursor).toString());
    if (!Array.isArray(opened)) throw invalidCursor();
    const [order, ...values] = opened as [string, ...KeyValue[]]; // sealed by `cursor` above
    if (order !== this.#order) {
      throw new ForumError(
        "CURSOR_INVALID",
        "This cursor goes with the `orderBy` that it was given with: name that one, or start without a cursor.",
      );
    }
    return values;
  }

  /** The rows that come behind (or before) the keys, in the order of the list. */
  #beyond(values: readonly KeyValue[], behind: boolean): SQL {
    const [head] = this.#keys;
    if (head !== undefined && this.#keys.every(({ ascending }) => ascending === head.ascending)) {
      const columns = sql.join(
        this.#keys.map(({ column }) => column),
        sql`, `,
      );
      const bounds = sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      );
      return head.ascending === behind ? sql`(${columns}) > (${bounds})` : sql`(${columns}) < (${bounds})`;
    }
    throw new Error("an order's columns all go the same way");
  }
}
