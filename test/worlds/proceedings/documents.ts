/** What worlds of groups ask of a forum, and how they write to it. */
const comment = /* GraphQL */ `
  fragment OnComment on PracticeComment {
    practiceId
    commentedVersion: version
    clause
    type
    text
    at
    organization {
      id
    }
    author {
      id
    }
    visitorName
    disposition
    objection
    objectedAt
    answers {
      disposition
      reason
      at
    }
  }
`;
const decision = /* GraphQL */ `
  fragment OnDecision on PracticeDecision {
    practiceId
    decidedVersion: version
    from
    to
    practiceRule: rule
    at
    by {
      id
    }
    organization {
      id
    }
    reason
    commentsUntil: closesAt
    ballotId
    objections {
      id
    }
  }
`;
const ballot = /* GraphQL */ `
  fragment OnBallot on Ballot {
    group {
      id
    }
    practice {
      id
    }
    votedVersion: version
    question
    options
    rule
    quorumPercent
    balanced
    secret
    ballotState: state
    opensAt
    closesAt
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
    voters {
      organization {
        id
      }
      sector
      voted
    }
    votes {
      organization {
        id
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
    ownVoter {
      organization {
        id
      }
      sector
      voted
    }
  }
`;
const meeting = /* GraphQL */ `
  fragment OnMeeting on Meeting {
    group {
      id
    }
    title
    meetingState: state
    startsAt
    endsAt
    place
    meetingRule: rule
    agenda
    minutes
    decided: decisions
    actions {
      text
      organization {
        id
      }
    }
    attendees {
      id
    }
  }
`;
const practice = /* GraphQL */ `
  fragment OnPractice on Practice {
    tlp
    status
    process {
      stage
      group {
        id
      }
      version
      adoptedVersion
      since
      closesAt
    }
    versions {
      version
      stage
      at
      revision
      tlp
    }
    decisions {
      __typename
      id
      ...OnDecision
    }
    comments(first: 100) {
      __typename
      id
      ...OnComment
    }
    unanswered: comments(first: 100, dispositions: [OPEN]) {
      id
    }
    onFirst: comments(first: 100, clause: "R-1") {
      id
    }
    commentCounts {
      total
      open
      objections
      waiting
    }
    waitingComments(first: 100) {
      __typename
      id
      ...OnComment
    }
    ballots(first: 100) {
      totalCount
      nodes {
        id
      }
    }
  }
`;
const subjects = comment + decision + ballot + meeting;
const everything = subjects + practice;
const any = "__typename id ...OnComment ...OnDecision ...OnBallot ...OnMeeting";
const event = `cursor change at itemId item { id revision status } subjectId subject { ${any} }`;

export const lookUpDocument = `${everything}
  query ($ids: [ID!]!, $practice: ID!, $ballot: ID!, $meeting: ID!, $one: ID!) {
    nodes(ids: $ids) { ${any} ...OnPractice }
    practice(id: $practice) { __typename id ...OnPractice }
    ballot(id: $ballot) { __typename id ...OnBallot }
    meeting(id: $meeting) { __typename id ...OnMeeting }
    node(id: $one) { ${any} }
  }`;

export const listDocument = `${ballot}
  query ($group: ID!, $practice: ID!, $stages: [PracticeStage!], $states: [BallotState!]) {
    practices(first: 50) { totalCount nodes { id } }
    practicesOfGroup: practices(first: 50, group: $group) { totalCount nodes { id } }
    practicesInStages: practices(first: 50, stages: $stages) { totalCount nodes { id } }
    ballots(first: 100) { totalCount nodes { __typename id ...OnBallot } }
    ballotsOfGroup: ballots(first: 100, group: $group) { totalCount nodes { id } }
    ballotsOnPractice: ballots(first: 100, practice: $practice) { totalCount nodes { id } }
    ballotsInStates: ballots(first: 100, states: $states) { totalCount nodes { id } }
  }`;

export const groupDocument = `${meeting + comment}
  query ($id: ID!) {
    group(id: $id) {
      id
      viewerRoles
      meetings(first: 100) { __typename id ...OnMeeting }
      past: meetings(first: 100, upcoming: false) { __typename id ...OnMeeting }
      ballots(first: 100) { totalCount nodes { id } }
      drafts(first: 100) { totalCount nodes { id } }
      openComments(first: 100) { totalCount nodes { __typename id ...OnComment } }
    }
  }`;

export const pageDocument = /* GraphQL */ `
  query ($id: ID!, $first: Int!, $comment: ID, $ballot: String) {
    practice(id: $id) {
      comments(first: $first, after: $comment) {
        id
      }
    }
    ballots(first: $first, after: $ballot) {
      totalCount
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const activityDocument = `${subjects}
  query ($id: ID!, $after: String) { group(id: $id) { activity(first: 500, after: $after) { events { ${event} } hasMore } } }`;

export const feedDocument = `${subjects}
  query ($after: String, $first: Int!, $filter: ItemFilter) {
    feed(first: $first, after: $after, filter: $filter) { events { ${event} } endCursor hasMore }
  }`;

export const liveFeedDocument = `${subjects}
  subscription ($after: String, $filter: ItemFilter) { feed(after: $after, filter: $filter) { ${event} } }`;

export const feedCursorDocument = "{ feedCursor }";

const written = "comment { id }";
export const writes = {
  publish: "mutation ($input: ItemInput!) { publish(input: $input) { item { id } } }",
  propose:
    "mutation ($id: ID!, $group: ID!) { proposePractice(id: $id, group: $group) { practice { decisions { id } } } }",
  relabel:
    "mutation ($id: ID!, $revision: Int!, $input: ItemInput!) { revise(id: $id, expectedRevision: $revision, input: $input) { item { id } } }",
  withdraw: 'mutation ($id: ID!) { withdraw(id: $id, reason: "It was wrong.") { item { id } } }',
  move: `mutation ($id: ID!, $to: PracticeStage!, $closesAt: DateTime, $reason: String) {
    movePractice(id: $id, to: $to, closesAt: $closesAt, reason: $reason) { practice { decisions { id } } } }`,
  comment: `mutation ($id: ID!, $input: PracticeCommentInput!) { commentOnPractice(id: $id, input: $input) { ${written} } }`,
  visit: `mutation ($id: ID!, $input: PracticeCommentInput!, $name: String) { commentAsVisitor(id: $id, input: $input, name: $name) }`,
  moderate: `mutation ($id: ID!, $letIn: Boolean!) { moderateComment(id: $id, letIn: $letIn) { ${written} } }`,
  dispose: `mutation ($id: ID!, $disposition: CommentDisposition!, $reason: String) {
    disposeComment(id: $id, disposition: $disposition, reason: $reason) { ${written} } }`,
  object: `mutation ($id: ID!, $text: String!) { objectToDisposition(id: $id, text: $text) { ${written} } }`,
  withdrawComment: `mutation ($id: ID!) { withdrawComment(id: $id) { ${written} } }`,
  hold: `mutation ($group: ID!, $practice: ID, $version: Int, $question: String!, $options: [String!], $rule: BallotRule, $quorumPercent: Int,
      $balanced: Boolean, $secret: Boolean, $opensAt: DateTime, $closesAt: DateTime!) {
    holdBallot(group: $group, practice: $practice, version: $version, question: $question, options: $options, rule: $rule,
      quorumPercent: $quorumPercent, balanced: $balanced, secret: $secret, opensAt: $opensAt, closesAt: $closesAt, zone: "UTC") { ballot { id } } }`,
  vote: `mutation ($id: ID!, $option: Int, $abstain: Boolean, $reason: String) {
    vote(id: $id, option: $option, abstain: $abstain, reason: $reason) { ballot { id } } }`,
  hear: `mutation ($id: ID!, $organization: ID!, $answer: String!) {
    hearObjection(id: $id, organization: $organization, answer: $answer) { ballot { id } } }`,
  close: "mutation ($id: ID!) { closeBallot(id: $id) { ballot { id } } }",
  call: `mutation ($group: ID!, $title: String!, $startsAt: DateTime!, $endsAt: DateTime!, $place: String, $agenda: [String!], $rule: MeetingRule) {
    callMeeting(group: $group, title: $title, startsAt: $startsAt, endsAt: $endsAt, place: $place, agenda: $agenda, rule: $rule) { id } }`,
  change: "mutation ($id: ID!, $title: String!) { changeMeeting(id: $id, title: $title) { id } }",
  cancel: "mutation ($id: ID!) { cancelMeeting(id: $id) { id } }",
  record: `mutation ($id: ID!, $minutes: String!, $decisions: [String!], $actions: [MeetingActionInput!]) {
    recordMeeting(id: $id, minutes: $minutes, decisions: $decisions, actions: $actions) { id } }`,
  attend: "mutation ($id: ID!, $present: [ID!]!) { recordAttendance(id: $id, present: $present) { id } }",
  join: "mutation ($group: ID!, $account: ID, $organization: ID) { joinGroup(group: $group, account: $account, organization: $organization) { id } }",
  leave:
    "mutation ($group: ID!, $account: ID, $organization: ID) { leaveGroup(group: $group, account: $account, organization: $organization) { id } }",
  role: `mutation ($group: ID!, $account: ID, $role: GroupRole!, $held: Boolean!) {
    setGroupRole(group: $group, account: $account, role: $role, held: $held) { id } }`,
} as const;
