import { itemFields } from "./item-fragments.ts";

const feedEventFields = /* GraphQL */ `
  fragment FeedEventFields on FeedEvent {
    cursor
    change
    at
    itemId
    revision
    subjectId
    item {
      ...ItemFields
    }
  }
  ${itemFields}
`;

/** The feed, live and in pages. */
export const feedDocuments = {
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
} as const;
