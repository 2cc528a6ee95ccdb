import { pageInfo } from "./page-info.ts";

const organizationFields = /* GraphQL */ `
  fragment OrganizationFields on Organization {
    id
    name
    sector
    country
    forum {
      id
      name
    }
  }
`;

const accountFields = /* GraphQL */ `
  fragment AccountFields on Account {
    id
    name
    organization {
      ...OrganizationFields
    }
  }
  ${organizationFields}
`;

const groupFields = /* GraphQL */ `
  fragment GroupFields on Group {
    id
    name
    description
  }
`;

/** Who there is, and who the forum takes one for. */
export const directoryDocuments = {
  viewer: /* GraphQL */ `
    query viewer {
      viewer {
        account {
          ...AccountFields
          role
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
} as const;
