import type { ClauseRow, Matrix, MatrixRow } from "../db/adoption-matrix.ts";
import { maxMatrixSize } from "../db/adoption-matrix.ts";
import { adoptionStandings } from "../domain/adoptions.ts";
import type { StandingCount } from "../domain/adoption-view.ts";
import { addCounts, countStandings } from "../domain/adoption-view.ts";
import { AdoptionStandingEnum, idsOf } from "./adoptions.ts";
import { builder } from "./builder.ts";
import { PageInfoRef } from "./connections.ts";
import { ItemFilterInput, parseFilter } from "./filter.ts";
import { ItemRef } from "./items.ts";
import { SectorEnum } from "./label-enums.ts";
import { loadShown } from "./loaders.ts";
import { OrganizationRef } from "./members.ts";
import { required } from "./required.ts";

const usualSize = 50;

const StandingCountRef = builder.objectRef<StandingCount>("AdoptionCount").implement({
  description: "How many organisations stand in one way, of those that you see.",
  fields: (t) => ({
    standing: t.expose("standing", { type: AdoptionStandingEnum, description: "Where they stand." }),
    count: t.exposeInt("count", { description: "How many." }),
  }),
});

const ClauseEntryRef = builder.objectRef<ClauseRow["entries"][number]>("AdoptionClauseEntry").implement({
  description: "Where one organisation stands with one clause.",
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      description: "The organisation.",
      resolve: ({ organizationId }, _, { loaders }) => required(loaders.namedOrganizations.load(organizationId)),
    }),
    standing: t.expose("standing", { type: AdoptionStandingEnum, description: "Where it stands." }),
    deviation: t.exposeString("deviation", {
      nullable: true,
      description: "What it does otherwise, and why; null where it follows the clause to the letter.",
    }),
  }),
});

const ClauseRowRef = builder.objectRef<ClauseRow>("AdoptionClauseRow").implement({
  description: "Who stands where with one clause of a practice in the version that is in force.",
  fields: (t) => ({
    clause: t.exposeString("clause", { description: "The clause, such as R-1." }),
    counts: t.field({
      type: [StandingCountRef],
      description: "How many stand where.",
      resolve: ({ entries }) =>
        countStandings(
          adoptionStandings,
          entries.map(({ standing }) => standing),
        ),
    }),
    deviations: t.int({
      description: "How many do not follow it to the letter.",
      resolve: ({ entries }) => entries.filter(({ deviation }) => deviation !== null).length,
    }),
    entries: t.field({
      type: [ClauseEntryRef],
      description: "The organisations whose declarations are about this clause.",
      extensions: { pageSize: 10 },
      resolve: ({ entries }) => [...entries],
    }),
  }),
});

const MatrixRowRef = builder.objectRef<MatrixRow>("AdoptionRow");
MatrixRowRef.implement({
  description: "Where each organisation of the matrix stands with one practice.",
  fields: (t) => ({
    practice: t.field({
      type: ItemRef,
      description: "The practice.",
      resolve: ({ itemId }, _, { loaders }) => required(loaders.items.load(itemId)),
    }),
    version: t.exposeInt("version", {
      description:
        "Its version in force, which the standings are measured by: the one that was last adopted, or the newest where none was.",
    }),
    standings: t.field({
      type: [AdoptionStandingEnum],
      nullable: { list: false, items: true },
      description: "One for each of `organizations` of the matrix, in their order; null where you see no declaration.",
      resolve: ({ standings }) => standings,
    }),
    counts: t.field({
      type: [StandingCountRef],
      description: "How many stand where.",
      resolve: ({ counts }) => [...counts],
    }),
    clauses: t.field({
      type: [ClauseRowRef],
      description: "The same of each clause of that version.",
      extensions: { pageSize: 10 },
      resolve: async ({ itemId, organizationIds }, _, { loaders }) => {
        const shown = new Set(organizationIds);
        const rows = await loaders.adoptedClauses.load(itemId);
        return rows.map(({ clause, entries }) => ({
          clause,
          entries: entries.filter(({ organizationId }) => shown.has(organizationId)),
        }));
      },
    }),
  }),
});

const MatrixRef = builder.objectRef<Matrix>("AdoptionMatrix").implement({
  description:
    "Practices against organisations, made from the declarations that you may see and from nothing else: so are its counts, and which organisations are in it.",
  fields: (t) => ({
    organizations: t.field({
      type: [OrganizationRef],
      description: "The organisations of which you see a declaration in these rows, by name.",
      resolve: ({ organizationIds }, _, { loaders }) => loadShown(loaders.namedOrganizations, organizationIds),
    }),
    rows: t.field({
      type: [MatrixRowRef],
      description: "The practices, newest first.",
      resolve: ({ rows }) => rows.edges.map(({ node }) => node),
    }),
    pageInfo: t.field({
      type: PageInfoRef,
      description: "Where these rows lie in the list of practices.",
      resolve: ({ rows }) => rows,
    }),
    totalCount: t.int({
      description: "How many rows there are on all pages, as far as you may see them.",
      resolve: ({ countRows }) => countRows(),
    }),
    counts: t.field({
      type: [StandingCountRef],
      description: "How many cells of these rows stand where.",
      resolve: ({ rows }) =>
        addCounts(
          adoptionStandings,
          rows.edges.map(({ node }) => node.counts),
        ),
    }),
  }),
});

builder.queryField("adoptionMatrix", (t) =>
  t.field({
    type: MatrixRef,
    description: "Who has adopted what: practices in their versions in force against organisations.",
    args: {
      first: t.arg.int({
        description: `How many practices, 0 to ${maxMatrixSize}; ${usualSize} where it is not given.`,
      }),
      after: t.arg.string({ description: "Only the rows that come behind this cursor." }),
      practices: t.arg.idList({ description: "These practices alone, at most 1,000." }),
      filter: t.arg({
        type: ItemFilterInput,
        description: "Practices that pass this filter; its statuses mean nothing.",
      }),
      organizations: t.arg.idList({ description: "These organisations alone, at most 1,000." }),
      sectors: t.arg({ type: [SectorEnum], description: "Organisations of these sectors alone." }),
    },
    extensions: { pageSize: usualSize, pageSizeArgs: ["first"] },
    resolve: (_, { first, after, practices, filter, organizations, sectors }, { reader }) =>
      reader.adoptions.matrix({
        first: first ?? usualSize,
        after,
        filter: parseFilter(filter),
        itemIds: idsOf("item", practices, "practices"),
        organizationIds: idsOf("organization", organizations, "organizations"),
        sectors: sectors ?? undefined,
      }),
  }),
);
