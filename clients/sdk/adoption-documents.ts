import { pageInfo } from "./page-info.ts";

const adoptionFields = /* GraphQL */ `
  fragment AdoptionFields on Adoption {
    id
    practice {
      id
      title
    }
    version
    organization {
      id
      name
      sector
    }
    level
    standing
    clauses
    deviations {
      clause
      reason
    }
    evidence {
      kind
      url
      title
    }
    validUntil
    note
    tlp
    declaredAt
    at
  }
`;

/** The register of adoptions. */
export const adoptionDocuments = {
  adoption: /* GraphQL */ `
    query adoption($id: ID!) {
      adoption(id: $id) {
        ...AdoptionFields
      }
    }
    ${adoptionFields}
  `,
  adoptions: /* GraphQL */ `
    query adoptions(
      $first: Int
      $after: String
      $practices: [ID!]
      $organizations: [ID!]
      $levels: [AdoptionLevel!]
      $endsBy: DateTime
    ) {
      adoptions(
        first: $first
        after: $after
        practices: $practices
        organizations: $organizations
        levels: $levels
        endsBy: $endsBy
      ) {
        totalCount
        ${pageInfo}
        nodes {
          ...AdoptionFields
        }
      }
    }
    ${adoptionFields}
  `,
  adoptionMatrix: /* GraphQL */ `
    query adoptionMatrix(
      $first: Int
      $after: String
      $practices: [ID!]
      $filter: ItemFilter
      $organizations: [ID!]
      $sectors: [Sector!]
    ) {
      adoptionMatrix(
        first: $first
        after: $after
        practices: $practices
        filter: $filter
        organizations: $organizations
        sectors: $sectors
      ) {
        totalCount
        ${pageInfo}
        organizations {
          id
          name
          sector
        }
        counts {
          standing
          count
        }
        rows {
          practice {
            id
            title
            tlp
          }
          version
          standings
          counts {
            standing
            count
          }
        }
      }
    }
  `,
  clauseMatrix: /* GraphQL */ `
    query clauseMatrix($practice: ID!, $organizations: [ID!], $sectors: [Sector!]) {
      adoptionMatrix(first: 1, practices: [$practice], organizations: $organizations, sectors: $sectors) {
        rows {
          practice {
            id
            title
            tlp
          }
          version
          clauses {
            clause
            deviations
            counts {
              standing
              count
            }
            entries {
              organization {
                id
                name
              }
              standing
              deviation
            }
          }
        }
      }
    }
  `,
  declareAdoption: /* GraphQL */ `
    mutation declareAdoption(
      $practice: ID!
      $version: Int!
      $level: AdoptionLevel!
      $clauses: [String!]
      $deviations: [AdoptionDeviationInput!]
      $evidence: [AdoptionEvidenceInput!]
      $validUntil: DateTime
      $note: String
      $tlp: Tlp!
      $audience: AudienceInput
      $idempotencyKey: String
    ) {
      declareAdoption(
        practice: $practice
        version: $version
        level: $level
        clauses: $clauses
        deviations: $deviations
        evidence: $evidence
        validUntil: $validUntil
        note: $note
        tlp: $tlp
        audience: $audience
        idempotencyKey: $idempotencyKey
      ) {
        cursor
        adoption {
          ...AdoptionFields
        }
      }
    }
    ${adoptionFields}
  `,
} as const;
