const sourceFields = /* GraphQL */ `
  fragment SourceFields on Source {
    id
    kind
    name
    url
    tlp
    organizations {
      id
      name
    }
    groups {
      id
      name
    }
    sectors
    username
    account {
      id
      name
    }
    paused
    createdAt
    polledAt
    nextAt
    error
    counts {
      outcome
      count
    }
    told {
      objectId
      outcome
      reason
    }
  }
`;

/** Feeds of others that the forum reads for the own organisation. */
export const sourceDocuments = {
  sources: /* GraphQL */ `
    query sources {
      sources {
        ...SourceFields
      }
    }
    ${sourceFields}
  `,
  addSource: /* GraphQL */ `
    mutation addSource($input: SourceInput!) {
      addSource(input: $input) {
        ...SourceFields
      }
    }
    ${sourceFields}
  `,
  pauseSource: /* GraphQL */ `
    mutation pauseSource($id: ID!, $paused: Boolean!) {
      pauseSource(id: $id, paused: $paused) {
        ...SourceFields
      }
    }
    ${sourceFields}
  `,
  removeSource: /* GraphQL */ `
    mutation removeSource($id: ID!) {
      removeSource(id: $id)
    }
  `,
};
