import { ballotFields } from "./ballot-documents.ts";
import { commentFields, practiceFields } from "./practice-documents.ts";
import { meetingFields, threadFields } from "./talk-documents.ts";

/** One version of a charter, and a group as its members find it. */
const charterFields = /* GraphQL */ `
  fragment CharterFields on Charter {
    version
    scope
    successCriteria
    riskCategories
    deliverables {
      title
      due
    }
    durationMonths
    chairs {
      id
      name
      organization {
        id
        name
      }
    }
    joining
    decision {
      rule
      quorumPercent
      balanced
      secret
    }
    meetingRule
    proceedings
    intellectualProperty
    at
    approvedAt
    signers {
      id
      name
    }
  }
`;

const groupSummary = /* GraphQL */ `
  fragment GroupSummary on Group {
    id
    name
    description
    state
    charterEndsAt
    viewerRoles
    admissions {
      id
      type
      standing
      note
      at
      account {
        id
        name
      }
      organization {
        id
        name
      }
    }
  }
`;

const charterPage = /* GraphQL */ `
  fragment GroupPage on Group {
    ...GroupSummary
    organizations {
      id
      name
      sector
    }
    charter {
      ...CharterFields
    }
    charters {
      ...CharterFields
    }
    history {
      move
      from
      to
      reason
      at
      account {
        id
        name
      }
    }
    seats {
      account {
        id
        name
        organization {
          id
          name
        }
      }
      organization {
        id
        name
      }
      roles
    }
    sectorBalance {
      sector
      organizations
    }
    statistics {
      total
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
    drafts(first: 20) {
      totalCount
      nodes {
        ...PracticeFields
      }
    }
    openComments(first: 20) {
      totalCount
      nodes {
        ...CommentFields
        practice {
          id
          title
          tlp
        }
      }
    }
    ballots(first: 10) {
      totalCount
      nodes {
        ...BallotFields
      }
    }
    meetings(first: 5) {
      ...MeetingFields
    }
    threads(last: 10) {
      ...ThreadFields
    }
    activity(first: 20) {
      endCursor
      hasMore
      events {
        change
        at
        itemId
        subjectId
        item {
          id
          title
          tlp
        }
      }
    }
  }
  ${groupSummary}
  ${charterFields}
  ${practiceFields}
  ${commentFields}
  ${ballotFields}
  ${meetingFields}
  ${threadFields}
`;

/** Working groups: what they are, how they come about, and who is in them. */
export const groupDocuments = {
  group: /* GraphQL */ `
    query group($id: ID!) {
      group(id: $id) {
        ...GroupPage
      }
    }
    ${charterPage}
  `,
  proposeGroup: /* GraphQL */ `
    mutation proposeGroup($name: String!, $description: String, $charter: CharterInput!, $idempotencyKey: String) {
      proposeGroup(name: $name, description: $description, charter: $charter, idempotencyKey: $idempotencyKey) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  signOn: /* GraphQL */ `
    mutation signOn($group: ID!, $signed: Boolean) {
      signOn(group: $group, signed: $signed) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  draftCharter: /* GraphQL */ `
    mutation draftCharter($group: ID!, $charter: CharterInput!, $idempotencyKey: String) {
      draftCharter(group: $group, charter: $charter, idempotencyKey: $idempotencyKey) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  moveGroup: /* GraphQL */ `
    mutation moveGroup($group: ID!, $move: GroupMove!, $reason: String) {
      moveGroup(group: $group, move: $move, reason: $reason) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  setGroupRole: /* GraphQL */ `
    mutation setGroupRole($group: ID!, $account: ID, $organization: ID, $role: GroupRole!, $held: Boolean) {
      setGroupRole(group: $group, account: $account, organization: $organization, role: $role, held: $held) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  enterGroup: /* GraphQL */ `
    mutation enterGroup($group: ID!, $wholeOrganization: Boolean, $note: String) {
      enterGroup(group: $group, wholeOrganization: $wholeOrganization, note: $note) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  inviteToGroup: /* GraphQL */ `
    mutation inviteToGroup($group: ID!, $account: ID, $organization: ID, $standing: GroupStanding, $note: String) {
      inviteToGroup(group: $group, account: $account, organization: $organization, standing: $standing, note: $note) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  quitGroup: /* GraphQL */ `
    mutation quitGroup($group: ID!, $wholeOrganization: Boolean) {
      quitGroup(group: $group, wholeOrganization: $wholeOrganization) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  removeFromGroup: /* GraphQL */ `
    mutation removeFromGroup($group: ID!, $account: ID, $organization: ID, $reason: String!) {
      removeFromGroup(group: $group, account: $account, organization: $organization, reason: $reason) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  lookAtGroup: /* GraphQL */ `
    mutation lookAtGroup($group: ID!) {
      lookAtGroup(group: $group) {
        ...GroupSummary
      }
    }
    ${groupSummary}
  `,
  answerAdmission: /* GraphQL */ `
    mutation answerAdmission($id: ID!, $accepted: Boolean!, $reason: String) {
      answerAdmission(id: $id, accepted: $accepted, reason: $reason)
    }
  `,
} as const;
