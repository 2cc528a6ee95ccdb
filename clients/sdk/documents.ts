import {
  accountFields,
  feedEventFields,
  groupFields,
  itemDetail,
  itemFields,
  organizationFields,
  writtenFields,
} from "./fragments.ts";

/** Every operation that the client sends. `generate.ts` derives the types of their variables and results from the schema. */

const pageInfo = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

export const documents = {
  viewer: /* GraphQL */ `
    query viewer {
      viewer {
        account {
          ...AccountFields
        }
        organization {
          ...OrganizationFields
        }
        groups {
          ...GroupFields
        }
      }
    }
    ${accountFields}
    ${groupFields}
  `,
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
          relations {
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
  feedCursor: /* GraphQL */ `
    query feedCursor {
      feedCursor
    }
  `,
  feedPage: /* GraphQL */ `
    query feedPage($first: Int, $after: String, $filter: ItemFilter) {
      feed(first: $first, after: $after, filter: $filter) {
        endCursor
        hasMore
        events {
          ...FeedEventFields
        }
      }
    }
    ${feedEventFields}
  `,
  feed: /* GraphQL */ `
    subscription feed($after: String, $filter: ItemFilter) {
      feed(after: $after, filter: $filter) {
        ...FeedEventFields
      }
    }
    ${feedEventFields}
  `,
  organizations: /* GraphQL */ `
    query organizations($first: Int, $after: String, $sector: Sector) {
      organizations(first: $first, after: $after, sector: $sector) {
        totalCount
        ${pageInfo}
        nodes {
          ...OrganizationFields
        }
      }
    }
    ${organizationFields}
  `,
  accounts: /* GraphQL */ `
    query accounts($first: Int, $after: String, $organization: ID) {
      accounts(first: $first, after: $after, organization: $organization) {
        totalCount
        ${pageInfo}
        nodes {
          ...AccountFields
        }
      }
    }
    ${accountFields}
  `,
  groups: /* GraphQL */ `
    query groups($first: Int, $after: String) {
      groups(first: $first, after: $after) {
        totalCount
        ${pageInfo}
        nodes {
          ...GroupFields
        }
      }
    }
    ${groupFields}
  `,
  publish: /* GraphQL */ `
    mutation publish($input: ItemInput!, $idempotencyKey: String) {
      publish(input: $input, idempotencyKey: $idempotencyKey) {
        ...WrittenFields
      }
    }
    ${writtenFields}
  `,
  revise: /* GraphQL */ `
    mutation revise($id: ID!, $expectedRevision: Int!, $input: ItemInput!, $idempotencyKey: String) {
      revise(id: $id, expectedRevision: $expectedRevision, input: $input, idempotencyKey: $idempotencyKey) {
        ...WrittenFields
      }
    }
    ${writtenFields}
  `,
  withdraw: /* GraphQL */ `
    mutation withdraw($id: ID!, $reason: String!, $idempotencyKey: String) {
      withdraw(id: $id, reason: $reason, idempotencyKey: $idempotencyKey) {
        ...WrittenFields
      }
    }
    ${writtenFields}
  `,
  relay: /* GraphQL */ `
    mutation relay($id: ID!, $organizations: [ID!]!, $idempotencyKey: String) {
      relay(id: $id, organizations: $organizations, idempotencyKey: $idempotencyKey) {
        ...WrittenFields
      }
    }
    ${writtenFields}
  `,
  saveDraft: /* GraphQL */ `
    mutation saveDraft($input: ItemInput!, $id: ID) {
      saveDraft(input: $input, id: $id) {
        ...ItemFields
      }
    }
    ${itemFields}
  `,
  publishDraft: /* GraphQL */ `
    mutation publishDraft($id: ID!, $idempotencyKey: String) {
      publishDraft(id: $id, idempotencyKey: $idempotencyKey) {
        ...WrittenFields
      }
    }
    ${writtenFields}
  `,
  discardDraft: /* GraphQL */ `
    mutation discardDraft($id: ID!) {
      discardDraft(id: $id)
    }
  `,
  answer: /* GraphQL */ `
    mutation answer($id: ID!, $state: AnswerState!, $note: String) {
      answer(id: $id, state: $state, note: $note) {
        ...ItemDetail
      }
    }
    ${itemDetail}
  `,
  reportSighting: /* GraphQL */ `
    mutation reportSighting(
      $id: ID!
      $count: Int!
      $firstSeen: DateTime!
      $lastSeen: DateTime
      $attributed: Boolean
      $note: String
      $idempotencyKey: String
    ) {
      reportSighting(
        id: $id
        count: $count
        firstSeen: $firstSeen
        lastSeen: $lastSeen
        attributed: $attributed
        note: $note
        idempotencyKey: $idempotencyKey
      ) {
        ...ItemDetail
      }
    }
    ${itemDetail}
  `,
} as const;
