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

const meetingFields = /* GraphQL */ `
  fragment MeetingFields on Meeting {
    id
    title
    state
    startsAt
    endsAt
    place
    rule
    agenda
    minutes
    decisions
    actions {
      text
      organization {
        id
        name
      }
      due
    }
    attendees {
      id
      name
    }
  }
`;

const threadFields = /* GraphQL */ `
  fragment ThreadFields on Thread {
    id
    title
    tlp
    at
    postCount
    item {
      id
      title
    }
    group {
      id
      name
    }
  }
`;

const postFields = /* GraphQL */ `
  fragment PostFields on Post {
    id
    number
    replyTo
    author {
      id
      name
    }
    organization {
      id
      name
    }
    text
    mentions {
      id
      name
    }
    at
    editedAt
    removal {
      at
      reason
      byAuthor
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

/** What is said on items and in groups, and the meetings of groups. */
export const talkDocuments = {
  thread: /* GraphQL */ `
    query thread($id: ID!, $first: Int, $after: Int) {
      thread(id: $id) {
        ...ThreadFields
        posts(first: $first, after: $after) {
          ...PostFields
        }
      }
    }
    ${threadFields}
    ${postFields}
  `,
  threadsOn: /* GraphQL */ `
    query threadsOn($item: ID!, $last: Int) {
      item(id: $item) {
        threads(last: $last) {
          ...ThreadFields
        }
      }
    }
    ${threadFields}
  `,
  meeting: /* GraphQL */ `
    query meeting($id: ID!) {
      meeting(id: $id) {
        ...MeetingFields
      }
    }
    ${meetingFields}
  `,
  openThread: /* GraphQL */ `
    mutation openThread(
      $item: ID
      $group: ID
      $title: String!
      $text: String!
      $mentions: [ID!]
      $label: ThreadLabelInput
      $idempotencyKey: String
    ) {
      openThread(
        item: $item
        group: $group
        title: $title
        text: $text
        mentions: $mentions
        label: $label
        idempotencyKey: $idempotencyKey
      ) {
        ...ThreadFields
      }
    }
    ${threadFields}
  `,
  post: /* GraphQL */ `
    mutation post($thread: ID!, $text: String!, $replyTo: ID, $mentions: [ID!], $idempotencyKey: String) {
      post(thread: $thread, text: $text, replyTo: $replyTo, mentions: $mentions, idempotencyKey: $idempotencyKey) {
        ...PostFields
      }
    }
    ${postFields}
  `,
  editPost: /* GraphQL */ `
    mutation editPost($id: ID!, $text: String!, $mentions: [ID!]) {
      editPost(id: $id, text: $text, mentions: $mentions) {
        ...PostFields
      }
    }
    ${postFields}
  `,
  removePost: /* GraphQL */ `
    mutation removePost($id: ID!, $reason: String!) {
      removePost(id: $id, reason: $reason) {
        ...PostFields
      }
    }
    ${postFields}
  `,
  callMeeting: /* GraphQL */ `
    mutation callMeeting(
      $group: ID!
      $title: String!
      $startsAt: DateTime!
      $endsAt: DateTime!
      $place: String
      $agenda: [String!]
      $rule: MeetingRule
      $idempotencyKey: String
    ) {
      callMeeting(
        group: $group
        title: $title
        startsAt: $startsAt
        endsAt: $endsAt
        place: $place
        agenda: $agenda
        rule: $rule
        idempotencyKey: $idempotencyKey
      ) {
        ...MeetingFields
      }
    }
    ${meetingFields}
  `,
  changeMeeting: /* GraphQL */ `
    mutation changeMeeting(
      $id: ID!
      $title: String
      $startsAt: DateTime
      $endsAt: DateTime
      $place: String
      $agenda: [String!]
    ) {
      changeMeeting(id: $id, title: $title, startsAt: $startsAt, endsAt: $endsAt, place: $place, agenda: $agenda) {
        ...MeetingFields
      }
    }
    ${meetingFields}
  `,
  cancelMeeting: /* GraphQL */ `
    mutation cancelMeeting($id: ID!) {
      cancelMeeting(id: $id) {
        ...MeetingFields
      }
    }
    ${meetingFields}
  `,
  recordMeeting: /* GraphQL */ `
    mutation recordMeeting($id: ID!, $minutes: String!, $decisions: [String!], $actions: [MeetingActionInput!]) {
      recordMeeting(id: $id, minutes: $minutes, decisions: $decisions, actions: $actions) {
        ...MeetingFields
      }
    }
    ${meetingFields}
  `,
  recordAttendance: /* GraphQL */ `
    mutation recordAttendance($id: ID!, $present: [ID!]!) {
      recordAttendance(id: $id, present: $present) {
        ...MeetingFields
      }
    }
    ${meetingFields}
  `,
} as const;
