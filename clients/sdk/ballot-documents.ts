import { pageInfo } from "./page-info.ts";

/** A ballot as an entry of a list. */
export const ballotFields = /* GraphQL */ `
  fragment BallotFields on Ballot {
    id
    group {
      id
      name
    }
    practice {
      id
      title
      tlp
    }
    version
    question
    options
    rule
    quorumPercent
    balanced
    secret
    state
    opensAt
    closesAt
    zone
    closedAt
    result {
      outcome
      winner
      votes
      abstained
      eligible
      voted
      bySector {
        sector
        eligible
        voted
      }
    }
    ownVoter {
      voted
    }
  }
`;

const ballotDetail = /* GraphQL */ `
  fragment BallotDetail on Ballot {
    ...BallotFields
    voters {
      organization {
        id
        name
      }
      sector
      voted
    }
    votes {
      organization {
        id
        name
      }
      option
      reason
      at
      heardAs
      heardAt
    }
    papers {
      option
      reason
    }
  }
  ${ballotFields}
`;

const ballotWritten = /* GraphQL */ `
  fragment BallotWritten on BallotPayload {
    cursor
    ballot {
      ...BallotDetail
    }
  }
  ${ballotDetail}
`;

/** Ballots: reading, holding and voting. */
export const ballotDocuments = {
  ballot: /* GraphQL */ `
    query ballot($id: ID!) {
      ballot(id: $id) {
        ...BallotDetail
      }
    }
    ${ballotDetail}
  `,
  ballots: /* GraphQL */ `
    query ballots($first: Int, $after: String, $group: ID, $practice: ID, $states: [BallotState!]) {
      ballots(first: $first, after: $after, group: $group, practice: $practice, states: $states) {
        totalCount
        ${pageInfo}
        nodes {
          ...BallotFields
        }
      }
    }
    ${ballotFields}
  `,
  holdBallot: /* GraphQL */ `
    mutation holdBallot(
      $group: ID!
      $practice: ID
      $version: Int
      $question: String!
      $options: [String!]
      $rule: BallotRule
      $quorumPercent: Int
      $balanced: Boolean
      $secret: Boolean
      $opensAt: DateTime
      $closesAt: DateTime!
      $zone: String!
      $idempotencyKey: String
    ) {
      holdBallot(
        group: $group
        practice: $practice
        version: $version
        question: $question
        options: $options
        rule: $rule
        quorumPercent: $quorumPercent
        balanced: $balanced
        secret: $secret
        opensAt: $opensAt
        closesAt: $closesAt
        zone: $zone
        idempotencyKey: $idempotencyKey
      ) {
        ...BallotWritten
      }
    }
    ${ballotWritten}
  `,
  vote: /* GraphQL */ `
    mutation vote($id: ID!, $option: Int, $abstain: Boolean, $reason: String) {
      vote(id: $id, option: $option, abstain: $abstain, reason: $reason) {
        ...BallotWritten
      }
    }
    ${ballotWritten}
  `,
  hearObjection: /* GraphQL */ `
    mutation hearObjection($id: ID!, $organization: ID!, $answer: String!) {
      hearObjection(id: $id, organization: $organization, answer: $answer) {
        ...BallotWritten
      }
    }
    ${ballotWritten}
  `,
  closeBallot: /* GraphQL */ `
    mutation closeBallot($id: ID!) {
      closeBallot(id: $id) {
        ...BallotWritten
      }
    }
    ${ballotWritten}
  `,
} as const;
