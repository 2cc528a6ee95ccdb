import { itemDetail, itemFields } from "./item-fragments.ts";
import { pageInfo } from "./page-info.ts";

/** Looking at items, and counting them. */
export const itemDocuments = {
  item: /* GraphQL */ `
    query item($id: ID!) {
      item(id: $id) {
        ...ItemDetail
      }
    }
    ${itemDetail}
  `,
  items: /* GraphQL */ `
    query items($first: Int, $after: String, $last: Int, $before: String, $filter: ItemFilter, $orderBy: ItemOrder) {
      items(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
        totalCount
        ${pageInfo}
        nodes {
          ...ItemFields
        }
      }
    }
    ${itemFields}
  `,
  itemsWithRelations: /* GraphQL */ `
    query itemsWithRelations($first: Int, $after: String, $filter: ItemFilter, $orderBy: ItemOrder) {
      items(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        ${pageInfo}
        nodes {
          ...ItemFields
          relations(first: 100) {
            type
            item {
              id
            }
          }
        }
      }
    }
    ${itemFields}
  `,
  statistics: /* GraphQL */ `
    query statistics($filter: ItemFilter) {
      itemStatistics(filter: $filter) {
        total
        byKind {
          kind
          count
        }
        byRiskCategory {
          riskCategory
          count
        }
        bySeverity {
          severity
          count
        }
        byMonth {
          month
          count
        }
      }
    }
  `,
} as const;
