import { pageInfo } from "./page-info.ts";

/** A comment, and a practice as an entry of a list. */
export const commentFields = /* GraphQL */ `
  fragment CommentFields on PracticeComment {
    id
    practiceId
    version
    clause
    type
    text
    proposedChange
    at
    organization {
      id
      name
    }
    author {
      id
      name
    }
    visitorName
    disposition
    answers {
      disposition
      reason
      answeredIn
      at
    }
    objection
    objectedAt
  }
`;

export const practiceFields = /* GraphQL */ `
  fragment PracticeFields on Practice {
    id
    kind
    title
    tlp
    status
    revision
    process {
      stage
      group {
        id
        name
      }
      version
      adoptedVersion
      since
      closesAt
      successor {
        id
        title
        tlp
      }
    }
    commentCounts {
      total
      open
      objections
      waiting
    }
  }
`;

const practiceDetail = /* GraphQL */ `
  fragment PracticeDetail on Practice {
    ...PracticeFields
    summary
    body
    clauses {
      id
      level
      text
    }
    versions {
      version
      stage
      at
      revision
      tlp
    }
    decisions {
      id
      version
      from
      to
      rule
      ruleText
      at
      by {
        id
        name
      }
      organization {
        id
        name
      }
      reason
      closesAt
      ballotId
      objections {
        id
        text
      }
    }
  }
  ${practiceFields}
`;

const writtenPractice = /* GraphQL */ `
  fragment PracticeWritten on PracticePayload {
    cursor
    practice {
      ...PracticeFields
    }
  }
  ${practiceFields}
`;

const writtenComment = /* GraphQL */ `
  fragment CommentWritten on CommentPayload {
    cursor
    comment {
      ...CommentFields
    }
  }
  ${commentFields}
`;

/** The life of practices in groups. */
export const practiceDocuments = {
  practice: /* GraphQL */ `
    query practice($id: ID!) {
      practice(id: $id) {
        ...PracticeDetail
      }
    }
    ${practiceDetail}
  `,
  practices: /* GraphQL */ `
    query practices($first: Int, $after: String, $group: ID, $stages: [PracticeStage!]) {
      practices(first: $first, after: $after, group: $group, stages: $stages) {
        totalCount
        nodes {
          ...PracticeFields
        }
        ${pageInfo}
      }
    }
    ${practiceFields}
  `,
  practiceComments: /* GraphQL */ `
    query practiceComments($id: ID!, $first: Int, $after: ID, $clause: String, $dispositions: [CommentDisposition!]) {
      practice(id: $id) {
        id
        tlp
        comments(first: $first, after: $after, clause: $clause, dispositions: $dispositions) {
          ...CommentFields
        }
      }
    }
    ${commentFields}
  `,
  waitingComments: /* GraphQL */ `
    query waitingComments($id: ID!, $first: Int, $after: ID) {
      practice(id: $id) {
        id
        tlp
        waitingComments(first: $first, after: $after) {
          ...CommentFields
        }
      }
    }
    ${commentFields}
  `,
  practiceDifference: /* GraphQL */ `
    query practiceDifference($id: ID!, $from: Int!, $to: Int!) {
      practice(id: $id) {
        id
        title
        tlp
        difference(from: $from, to: $to) {
          from
          to
          title {
            change
            text
          }
          summary {
            change
            text
          }
          body {
            change
            text
          }
          clauses {
            id
            change
            levelBefore
            levelAfter
            text {
              change
              text
            }
          }
        }
      }
    }
  `,
  practiceHtml: /* GraphQL */ `
    query practiceHtml($id: ID!) {
      practice(id: $id) {
        id
        title
        tlp
        bodyHtml
        clauses {
          id
          level
          html
        }
      }
    }
  `,
  proposePractice: /* GraphQL */ `
    mutation proposePractice($id: ID!, $group: ID!, $idempotencyKey: String) {
      proposePractice(id: $id, group: $group, idempotencyKey: $idempotencyKey) {
        ...PracticeWritten
      }
    }
    ${writtenPractice}
  `,
  amendPractice: /* GraphQL */ `
    mutation amendPractice(
      $id: ID!
      $expectedRevision: Int!
      $input: PracticeAmendmentInput!
      $idempotencyKey: String
    ) {
      amendPractice(id: $id, expectedRevision: $expectedRevision, input: $input, idempotencyKey: $idempotencyKey) {
        ...PracticeWritten
      }
    }
    ${writtenPractice}
  `,
  movePractice: /* GraphQL */ `
    mutation movePractice(
      $id: ID!
      $to: PracticeStage!
      $closesAt: DateTime
      $reason: String
      $successor: ID
      $idempotencyKey: String
    ) {
      movePractice(
        id: $id
        to: $to
        closesAt: $closesAt
        reason: $reason
        successor: $successor
        idempotencyKey: $idempotencyKey
      ) {
        ...PracticeWritten
      }
    }
    ${writtenPractice}
  `,
  commentOnPractice: /* GraphQL */ `
    mutation commentOnPractice($id: ID!, $input: PracticeCommentInput!, $idempotencyKey: String) {
      commentOnPractice(id: $id, input: $input, idempotencyKey: $idempotencyKey) {
        ...CommentWritten
      }
    }
    ${writtenComment}
  `,
  commentAsVisitor: /* GraphQL */ `
    mutation commentAsVisitor($id: ID!, $input: PracticeCommentInput!, $name: String) {
      commentAsVisitor(id: $id, input: $input, name: $name)
    }
  `,
  moderateComment: /* GraphQL */ `
    mutation moderateComment($id: ID!, $letIn: Boolean!) {
      moderateComment(id: $id, letIn: $letIn) {
        ...CommentWritten
      }
    }
    ${writtenComment}
  `,
  disposeComment: /* GraphQL */ `
    mutation disposeComment(
      $id: ID!
      $disposition: CommentDisposition!
      $reason: String
      $answeredIn: Int
      $idempotencyKey: String
    ) {
      disposeComment(
        id: $id
        disposition: $disposition
        reason: $reason
        answeredIn: $answeredIn
        idempotencyKey: $idempotencyKey
      ) {
        ...CommentWritten
      }
    }
    ${writtenComment}
  `,
  objectToDisposition: /* GraphQL */ `
    mutation objectToDisposition($id: ID!, $text: String!, $idempotencyKey: String) {
      objectToDisposition(id: $id, text: $text, idempotencyKey: $idempotencyKey) {
        ...CommentWritten
      }
    }
    ${writtenComment}
  `,
  withdrawComment: /* GraphQL */ `
    mutation withdrawComment($id: ID!, $idempotencyKey: String) {
      withdrawComment(id: $id, idempotencyKey: $idempotencyKey) {
        ...CommentWritten
      }
    }
    ${writtenComment}
  `,
} as const;
