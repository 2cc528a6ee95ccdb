import type { InterfaceRef, ObjectRef } from "@pothos/core";
import type { Page } from "../db/page.ts";
import { defaultPageSize, maxPageSize } from "../db/page.ts";
import { builder } from "./builder.ts";

/** A page, and its total for whoever asks: counting is a question of its own. */
export type Connection<T> = { readonly page: Page<T>; readonly total: () => Promise<number> | number };

export const PageInfoRef = builder.objectRef<Page<unknown>>("PageInfo").implement({
  description: "Where a page lies in its list.",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "Whether there is more behind this page." }),
    hasPreviousPage: t.exposeBoolean("hasPreviousPage", { description: "Whether there is more before this page." }),
    startCursor: t.string({
      nullable: true,
      description: "The cursor of the first entry: pass it as `before` to go backwards. Null on an empty page.",
      resolve: ({ edges }) => edges[0]?.cursor ?? null,
    }),
    endCursor: t.string({
      nullable: true,
      description: "The cursor of the last entry: pass it as `after` to go on. Null on an empty page.",
      resolve: ({ edges }) => edges.at(-1)?.cursor ?? null,
    }),
  }),
});

type NodeType =
  | ObjectRef<typeof builder.$inferSchemaTypes, object>
  | InterfaceRef<typeof builder.$inferSchemaTypes, object>;

/** Defines `<name>Connection` and `<name>Edge`. `what` are the things listed, in the plural. */
export function defineConnection<T extends object>(name: string, node: NodeType, what: string) {
  const EdgeRef = builder.objectRef<{ readonly cursor: string; readonly node: T }>(`${name}Edge`).implement({
    description: `One place in a list of ${what}.`,
    fields: (t) => ({
      cursor: t.exposeString("cursor", { description: "This place in the list, for `after` and `before`." }),
      node: t.field({ type: node, description: "What stands there.", resolve: (edge): object => edge.node }),
    }),
  });
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: `A page of a list of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [EdgeRef],
        description: "The entries of the page with their cursors.",
        resolve: ({ page }) => [...page.edges],
      }),
      nodes: t.field({
        type: [node],
        description: "The entries of the page without their cursors.",
        resolve: ({ page }): object[] => page.edges.map((edge) => edge.node),
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: "Where the page lies in the list.",
        resolve: ({ page }) => page,
      }),
      totalCount: t.int({
        description: `How many ${what} there are in the whole list, as far as you may see them.`,
        resolve: ({ total }) => total(),
      }),
    }),
  });
}

/** The four arguments of every list that comes in pages. The reader refuses what contradicts itself or asks for too much. */
export const pageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many from the start, 0 to ${maxPageSize}. ${defaultPageSize} where neither \`first\` nor \`last\` is given; not both.`,
  }),
  after: t.string({ description: "Only what comes behind this cursor." }),
  last: t.int({ description: `How many from the end, 0 to ${maxPageSize}. Not together with \`first\`.` }),
  before: t.string({ description: "Only what comes before this cursor." }),
}));

/** What a list field tells the cost limit: how many entries to reckon with where its arguments do not say. */
export const pageCost = { pageSize: defaultPageSize, pageSizeArgs: ["first", "last"] };
