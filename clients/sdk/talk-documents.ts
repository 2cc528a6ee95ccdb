export const meetingFields = /* GraphQL */ `
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

export const threadFields = /* GraphQL */ `
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
