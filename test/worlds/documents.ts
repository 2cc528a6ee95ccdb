/** What worlds ask of a forum, and how they write to it. */
const item = /* GraphQL */ `
  fragment Whole on Item {
    id
    kind
    title
    summary
    tlp
    severity
    riskCategories
    techniques
    affectedSystems {
      provider
    }
    status
    attribution
    origin {
      id
      sector
    }
    originSector
    audience {
      organizations {
        id
      }
      groups {
        id
      }
      sectors
      accounts {
        id
      }
    }
    revision
    publishedAt
    revisedAt
    withdrawal {
      reason
      at
    }
    viewerIsOrigin
    reachedThrough {
      type
      group {
        id
      }
    }
    handling {
      relay
      mayChange
    }
    relations {
      type
      item {
        id
      }
    }
    relatedFrom {
      type
      item {
        id
      }
    }
    revisions {
      revision
      at
      tlp
      title
      summary
      severity
      changes {
        field
      }
    }
    relays {
      organization {
        id
      }
      by {
        id
      }
      at
      active
    }
    sightings {
      reports
      count
      entries {
        organization {
          id
        }
        count
        at
      }
    }
    answers {
      acknowledged
      underStudy
      affected
      notAffected
      mitigated
      noAnswer
      entries {
        organization {
          id
        }
        state
      }
    }
    ownAnswer {
      state
      acknowledgedAt
      at
    }
    threads {
      tlp
      at
      posts {
        organization {
          id
        }
      }
    }
  }
`;

export const wholeDocument = /* GraphQL */ `
  ${item}
  query Whole($ids: [ID!]!, $one: ID!) {
    nodes(ids: $ids) {
      id
      ...Whole
    }
    item(id: $one) {
      ...Whole
    }
    node(id: $one) {
      id
      ...Whole
    }
    viewer {
      account {
        id
      }
      organization {
        id
      }
      groups {
        id
      }
    }
    organizations(first: 50) {
      totalCount
      nodes {
        id
        sector
        suspended
      }
    }
    accounts(first: 50) {
      totalCount
      nodes {
        id
        organization {
          id
        }
        role
        listed
      }
    }
    groups(first: 100) {
      totalCount
      nodes {
        id
        organizations {
          id
        }
        accounts {
          id
        }
      }
    }
  }
`;

export const listDocument = /* GraphQL */ `
  query List($filter: ItemFilter, $orderBy: ItemOrder) {
    items(first: 50, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        id
        title
        tlp
        revision
        origin {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
      }
    }
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
        byRiskCategory {
          riskCategory
          count
        }
        bySeverity {
          severity
          count
        }
      }
    }
  }
`;

export const pageDocument = /* GraphQL */ `
  query Page($filter: ItemFilter, $orderBy: ItemOrder, $first: Int, $after: String, $last: Int, $before: String) {
    items(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const eventFields = /* GraphQL */ `
  fragment Event on FeedEvent {
    cursor
    change
    at
    itemId
    revision
    item {
      id
      status
      revision
      title
    }
  }
`;

export const feedDocument = /* GraphQL */ `
  query Feed($first: Int, $after: String, $filter: ItemFilter) {
    feed(first: $first, after: $after, filter: $filter) {
      events {
        ...Event
      }
      endCursor
      hasMore
    }
  }
  ${eventFields}
`;

export const liveFeedDocument = /* GraphQL */ `
  subscription Live($after: String, $filter: ItemFilter) {
    feed(after: $after, filter: $filter) {
      ...Event
    }
  }
  ${eventFields}
`;

export const feedCursorDocument = /* GraphQL */ `
  query {
    feedCursor
  }
`;

const payload = "{ item { id revision } cursor }";
export const writes = {
  publish: `mutation ($input: ItemInput!, $key: String) { publish(input: $input, idempotencyKey: $key) ${payload} }`,
  revise: `mutation ($id: ID!, $expectedRevision: Int!, $input: ItemInput!, $key: String) {
    revise(id: $id, expectedRevision: $expectedRevision, input: $input, idempotencyKey: $key) ${payload} }`,
  withdraw: `mutation ($id: ID!, $reason: String!, $key: String) { withdraw(id: $id, reason: $reason, idempotencyKey: $key) ${payload} }`,
  relay: `mutation ($id: ID!, $organizations: [ID!]!, $key: String) {
    relay(id: $id, organizations: $organizations, idempotencyKey: $key) ${payload} }`,
  saveDraft: `mutation ($input: ItemInput!, $id: ID) { saveDraft(input: $input, id: $id) { id revision } }`,
  publishDraft: `mutation ($id: ID!, $key: String) { publishDraft(id: $id, idempotencyKey: $key) ${payload} }`,
  discardDraft: `mutation ($id: ID!) { discardDraft(id: $id) }`,
  sight: `mutation ($id: ID!, $count: Int!, $firstSeen: DateTime!, $attributed: Boolean, $key: String) {
    reportSighting(id: $id, count: $count, firstSeen: $firstSeen, attributed: $attributed, idempotencyKey: $key) { id } }`,
  discuss: `mutation ($id: ID!) { openThread(item: $id, title: "A talk", text: "Said.") { id } }`,
  answer: `mutation ($id: ID!, $state: AnswerState!) { answer(id: $id, state: $state) { id } }`,
  join: `mutation ($group: ID!, $account: ID, $organization: ID) {
    joinGroup(group: $group, account: $account, organization: $organization) { id } }`,
  leave: `mutation ($group: ID!, $account: ID, $organization: ID) {
    leaveGroup(group: $group, account: $account, organization: $organization) { id } }`,
  addClient: `mutation ($organization: ID!, $client: ID!) { addClient(organization: $organization, client: $client) { id } }`,
  removeClient: `mutation ($organization: ID!, $client: ID!) { removeClient(organization: $organization, client: $client) { id } }`,
  setRole: `mutation ($id: ID!, $role: Role) { updateAccount(id: $id, role: $role) { id } }`,
  suspendAccount: `mutation ($id: ID!) { suspendAccount(id: $id) { id } }`,
  resumeAccount: `mutation ($id: ID!) { resumeAccount(id: $id) { id } }`,
  suspendOrganization: `mutation ($id: ID!) { suspendOrganization(id: $id) { id } }`,
  resumeOrganization: `mutation ($id: ID!) { resumeOrganization(id: $id) { id } }`,
  revoke: `mutation ($id: ID!) { revokeToken(id: $id) }`,
} as const;
