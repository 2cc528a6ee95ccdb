import { itemDetail, itemFields } from "./item-fragments.ts";

const writtenFields = /* GraphQL */ `
  fragment WrittenFields on PublishPayload {
    cursor
    item {
      ...ItemFields
    }
  }
  ${itemFields}
`;

/** Everything that changes an item, or says something about one. */
export const writeDocuments = {
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
