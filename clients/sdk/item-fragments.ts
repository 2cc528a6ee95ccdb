/** An item as lists and feeds carry it: everything that it says itself. */
export const itemFields = /* GraphQL */ `
  fragment ItemFields on Item {
    __typename
    id
    kind
    title
    summary
    body
    tlp
    pap
    riskCategories
    severity
    confidence
    status
    attribution
    origin {
      id
      name
      sector
      country
    }
    originSector
    audience {
      organizations {
        id
        name
      }
      groups {
        id
        name
      }
      sectors
      accounts {
        id
        name
      }
    }
    affectedSystems {
      provider
      model
      version
    }
    techniques
    references {
      title
      url
      externalId
      source
    }
    revision
    publishedAt
    revisedAt
    withdrawal {
      reason
      at
    }
    viewerIsOrigin
    handling {
      sentence
      relay
      mayChange
    }
    ... on CircumventionTechnique {
      safeguardsBypassed
      successRate
      trials
      detection
      maturity
      universality
      accessRequired
    }
    ... on CapabilityAlert {
      capability
      thresholdState
      threshold
      evaluations {
        name
        result
        method
        url
      }
    }
    ... on ThreatActivity {
      actors
      objective
      observations
      detection
      firstSeen
      lastSeen
      dateGranularity
    }
    ... on Incident {
      incidentClass
      harmTypes
      occurredAt
      endedAt
      discoveredAt
      dateGranularity
      impact
      response
    }
    ... on Advisory {
      recommendedActions
      remediation
    }
    ... on Mitigation {
      counters
      safeguards
      effectiveness
      costs
      deployment
    }
    ... on InformationRequest {
      question
      neededBy
      requestState
      answerSummary
    }
    ... on Practice {
      documentKind
      clauses {
        id
        level
        text
      }
    }
  }
`;

/** What has become of an item at another forum, for its origin. */
export const deliveryFields = /* GraphQL */ `
  fragment DeliveryFields on Delivery {
    peerId
    name
    state
    reason
    at
  }
`;

/** An item with what others say of it: for looking at one. */
export const itemDetail = /* GraphQL */ `
  fragment ItemDetail on Item {
    ...ItemFields
    reachedThrough {
      type
      group {
        id
        name
      }
    }
    relations(first: 100) {
      type
      item {
        ...RelatedItem
      }
    }
    relatedFrom(first: 100) {
      type
      item {
        ...RelatedItem
      }
    }
    revisions {
      revision
      at
      tlp
      changes {
        field
        before
        after
      }
    }
    forum {
      id
      name
    }
    deliveries {
      ...DeliveryFields
    }
    relays {
      organization {
        id
        name
      }
      by {
        id
        name
      }
      at
      active
    }
    sightings {
      reports
      count
      firstSeen
      lastSeen
      entries {
        organization {
          id
          name
        }
        count
        firstSeen
        lastSeen
        note
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
        ...AnswerFields
      }
    }
    ownAnswer {
      ...AnswerFields
    }
  }
  ${deliveryFields}
  fragment AnswerFields on Answer {
    organization {
      id
      name
    }
    state
    note
    acknowledgedAt
    at
  }
  fragment RelatedItem on Item {
    __typename
    id
    kind
    title
    tlp
    status
  }
  ${itemFields}
`;
