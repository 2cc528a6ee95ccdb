import { deliveryFields } from "./item-fragments.ts";

const peerFields = /* GraphQL */ `
  fragment PeerFields on Peer {
    id
    forumId
    name
    url
  }
`;

const peerCare = /* GraphQL */ `
  fragment PeerCare on Peer {
    ...PeerFields
    contact
    state
    agreement {
      direction
      labels
      community
      groups {
        id
        name
      }
      hops
      envelopesPerHour
    }
    keys {
      kid
      fingerprint
      addedAt
      revokedAt
    }
    addedAt
    contactedAt
    nextAt
    lastError
    failures
    streams {
      name
      ours
      newest
      reached
      behind
      behindSince
      reachedAt
    }
    sent {
      tlp
      count
    }
    received {
      tlp
      count
    }
    openAlarms
  }
  ${peerFields}
`;

const peerAlarmFields = /* GraphQL */ `
  fragment PeerAlarmFields on PeerAlarm {
    id
    kind
    peer {
      ...PeerFields
    }
    forum {
      id
      name
    }
    stream
    sequence
    message
    raisedAt
    count
    acknowledgedAt
  }
  ${peerFields}
`;

const envelopeEvent = /* GraphQL */ `
  fragment EnvelopeEvent on FeedEvent {
    cursor
    change
    envelope {
      bytes
      route
    }
  }
`;

/** Other forums: what stewards do with them, and what a forum asks of another that it follows. */
export const peerDocuments = {
  peers: /* GraphQL */ `
    query peers {
      peers {
        ...PeerFields
      }
    }
    ${peerFields}
  `,
  peersInCare: /* GraphQL */ `
    query peersInCare {
      peers {
        ...PeerCare
      }
    }
    ${peerCare}
  `,
  previewPeer: /* GraphQL */ `
    query previewPeer($url: String!) {
      previewPeer(url: $url) {
        forumId
        name
        url
        contact
        fingerprint
        organizationPolicy
        communityPolicy
      }
    }
  `,
  addPeer: /* GraphQL */ `
    mutation addPeer($url: String!, $fingerprint: String!, $agreement: PeerAgreementInput) {
      addPeer(url: $url, fingerprint: $fingerprint, agreement: $agreement) {
        ...PeerCare
      }
    }
    ${peerCare}
  `,
  updatePeer: /* GraphQL */ `
    mutation updatePeer($id: ID!, $agreement: PeerAgreementInput, $state: PeerState) {
      updatePeer(id: $id, agreement: $agreement, state: $state) {
        ...PeerCare
      }
    }
    ${peerCare}
  `,
  removePeer: /* GraphQL */ `
    mutation removePeer($id: ID!) {
      removePeer(id: $id)
    }
  `,
  rereadPeer: /* GraphQL */ `
    mutation rereadPeer($id: ID!) {
      rereadPeer(id: $id) {
        ...PeerCare
      }
    }
    ${peerCare}
  `,
  revokePeerKey: /* GraphQL */ `
    mutation revokePeerKey($id: ID!, $kid: String!) {
      revokePeerKey(id: $id, kid: $kid) {
        ...PeerCare
      }
    }
    ${peerCare}
  `,
  peerAlarms: /* GraphQL */ `
    query peerAlarms($open: Boolean) {
      peerAlarms(open: $open) {
        ...PeerAlarmFields
      }
    }
    ${peerAlarmFields}
  `,
  acknowledgePeerAlarm: /* GraphQL */ `
    mutation acknowledgePeerAlarm($id: ID!) {
      acknowledgePeerAlarm(id: $id) {
        ...PeerAlarmFields
      }
    }
    ${peerAlarmFields}
  `,
  setReachable: /* GraphQL */ `
    mutation setReachable($reachable: Boolean!) {
      setReachable(reachable: $reachable) {
        id
        name
        reachable
      }
    }
  `,
  deliveries: /* GraphQL */ `
    query deliveries($id: ID!) {
      item(id: $id) {
        __typename
        id
        title
        tlp
        deliveries {
          ...DeliveryFields
        }
      }
    }
    ${deliveryFields}
  `,
  peering: /* GraphQL */ `
    query peering {
      peering {
        checkpoints
        witnessed
      }
    }
  `,
  peeringDirectory: /* GraphQL */ `
    query peeringDirectory {
      peering {
        organizations {
          id
          name
          sector
          country
          accounts {
            id
            name
          }
        }
      }
    }
  `,
  envelopePage: /* GraphQL */ `
    query envelopePage($first: Int, $after: String) {
      feed(first: $first, after: $after, filter: { changes: [ENVELOPE] }) {
        endCursor
        hasMore
        events {
          ...EnvelopeEvent
        }
      }
    }
    ${envelopeEvent}
  `,
  envelopes: /* GraphQL */ `
    subscription envelopes($after: String) {
      feed(after: $after, filter: { changes: [ENVELOPE] }) {
        ...EnvelopeEvent
      }
    }
    ${envelopeEvent}
  `,
  missingEnvelopes: /* GraphQL */ `
    query missingEnvelopes($forumId: ID!, $stream: String!, $after: Int!, $first: Int) {
      peering {
        envelopes(forumId: $forumId, stream: $stream, after: $after, first: $first) {
          bytes
          route
        }
      }
    }
  `,
  confirmEnvelopes: /* GraphQL */ `
    mutation confirmEnvelopes($receipts: [ReceiptInput!]!) {
      confirmEnvelopes(receipts: $receipts)
    }
  `,
};
