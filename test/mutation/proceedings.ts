/** What decides who sees what is said, voted and written down in groups, each decision turned round. */
import type { Mutation } from "./mutation.ts";

const inFile =
  (file: string) =>
  (harm: string, find: string, replace: string): Mutation => ({ file, find, replace, harm, first: "proceedings" });

const ballotView = inFile("domain/ballot-view.ts");
const ballots = inFile("domain/ballots.ts");
const groups = inFile("domain/groups.ts");
const meetings = inFile("domain/meetings.ts");
const practices = inFile("domain/practices.ts");
const ballotLife = inFile("db/commands/ballot-life.ts");
const ballotCommands = inFile("db/commands/ballots.ts");
const voting = inFile("db/commands/vote.ts");
const commenting = inFile("db/commands/comments.ts");
const meetingCommands = inFile("db/commands/meetings.ts");
const commentReader = inFile("db/read-comments.ts");
const ballotReader = inFile("db/read-ballots.ts");
const meetingReader = inFile("db/meeting-reader.ts");
const practiceReader = inFile("db/read-practices.ts");
const moves = inFile("db/practices.ts");

export const proceedingsMutations: readonly Mutation[] = [
  // Comments on practices.
  commentReader(
    "comments are listed for everybody who sees the practice",
    "eq(c.itemId, id),\n          isSubjectVisible(tables, context.rights.ring, c.id),",
    "eq(c.itemId, id),",
  ),
  commentReader(
    "comments are found by id whoever asks",
    "[inArray(c.id, [...ids]), visible]",
    "[inArray(c.id, [...ids])]",
  ),
  commentReader(
    "hidden comments are counted",
    " AND ${isSubjectVisible(tables, rights.ring, c.id)} GROUP BY",
    " GROUP BY",
  ),
  commentReader(
    "everybody reads the comments that wait to be let in",
    `states.filter(({ groupId }) => may(roles.get(groupId) ?? [], "disposeComment"))`,
    `states`,
  ),
  commentReader(
    "hidden comments are listed among those without an answer",
    `eq(c.disposition, "OPEN"),\n    isSubjectVisible(tables, rights.ring, c.id),`,
    `eq(c.disposition, "OPEN"),`,
  ),
  commentReader(
    "the comments that were refused are shown among those that wait",
    `eq(c.moderation, "WAITING")], range)`,
    `sql\`\${c.moderation} IS NOT NULL\`], range)`,
  ),
  commenting(
    "an answer opens its comment to all members",
    "keys: keys ?? known?.keys ?? []",
    `keys: keys ?? ["community"]`,
  ),
  commenting(
    "a visitor's comment is shown before it is let in",
    `await tx.append({ type: "quiet", what: "commentAsVisitor" });`,
    `await tellActivity({ tx, dialect }, { change: "COMMENTED", subject: { id: row.id, itemId, within: null, keys: found.item.keys }, groupId: state.groupId });`,
  ),
  commenting(
    "visitors comment on what they do not see",
    "if (found === null || !maySee(found.item.keys, keyring(null))) throw notFound();",
    "if (found === null) throw notFound();",
  ),
  commenting(
    "everybody who sees a practice lets visitors' comments in",
    `if (!may(roles, "disposeComment")) throw notFound();`,
    ``,
  ),
  commenting(
    "what is hidden can be answered",
    "if (!maySeeSubject(subject, found.item.keys, rights.ring)) throw notFound();",
    "",
  ),
  commenting(
    "anybody takes a comment back",
    "found.row.organizationId !== memberOf(context).member.organizationId",
    "found.row.organizationId === memberOf(context).member.accountId",
  ),
  practices(
    "everybody comments while the group is at work",
    `if (comments === "GROUP" && who !== "GROUP")`,
    `if (comments === "NOBODY" && who !== "GROUP")`,
  ),
  practices(
    "comments are taken after their time",
    "(daysForComments !== null && !isOpen(closesAt, now))",
    "(daysForComments !== null && closesAt === null)",
  ),
  practices(
    "visitors are asked in the last call",
    `GROUP_LAST_CALL: { comments: "GROUP"`,
    `GROUP_LAST_CALL: { comments: "EVERYBODY"`,
  ),
  moves(
    "a move tells how many hidden comments there are",
    '${c.disposition} = ${"OPEN"} AND ${isSubjectVisible(tables, ring, c.id)}`',
    '${c.moderation} IS NULL AND ${c.disposition} = ${"OPEN"}`',
  ),
  practiceReader(
    "decisions are shown to everybody who sees the practice",
    ".where(and(wanted, isSubjectVisible(tables, rights.ring, d.id)))",
    ".where(wanted)",
  ),
  practiceReader(
    "versions are shown whatever their label was",
    "revision === seen.get(itemId)?.revision || maySee(row.keys, rights.ring)",
    "revision > 0",
  ),
  practiceReader(
    "a decision names a ballot that is hidden",
    "const ballotId = shownBallots.some(({ id }) => id === row.ballotId) ? row.ballotId : null;",
    "const { ballotId } = row;",
  ),
  practiceReader(
    "a decision names who proposed what is anonymous",
    `row.rule === "PROPOSE" && isOriginWithheld`,
    `row.rule === "ADOPT" && isOriginWithheld`,
  ),
  // Ballots.
  ballotView(
    "the papers of a secret ballot are shown while it runs",
    "ballot.secret && ballot.closedAt !== null ? papers",
    "ballot.secret ? papers",
  ),
  ballotView(
    "nobody sees the papers of a secret ballot",
    "ballot.secret && ballot.closedAt !== null ? papers : null",
    "null",
  ),
  ballotView("nobody sees the votes of an open ballot", "votes: ballot.secret ? null : votes", "votes: null"),
  voting("a secret ballot keeps whose the votes are", "if (!secret) {", "{"),
  voting("papers lie in the order in which they were cast", ".sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))", ""),
  inFile("db/groups.ts")(
    "organisations vote of whom nobody can",
    "suspendedAt === null && able.has(id);",
    "suspendedAt === null;",
  ),
  ballots(
    "a secret ballot closes as soon as it is decided",
    "return secret ? box.voters.every(({ voted }) => voted) : isSettled(box);",
    "return isSettled(box);",
  ),
  ballots("an open ballot closes before it is decided", ": isSettled(box);", ": true;"),
  ballots(
    "a ballot need not be secret where the charter says so",
    "if (charter !== null && wished !== null && wished !== laidDown)",
    "if (charter === undefined)",
  ),
  ballots(
    "consensus is had in secret",
    `if (rule === "CONSENSUS" && secret)`,
    `if (rule === "CONSENSUS" && secret === null)`,
  ),
  ballotLife("ballots are for all members", "keys: [groupKey(groupId)] }", `keys: ["community"] }`),
  ballotLife(
    "a ballot is seen without its practice",
    "subject: { id, itemId, within",
    "subject: { id, itemId: null, within",
  ),
  ballotReader(
    "ballots are listed for everybody",
    "isSubjectVisible(tables, rights.ring, b.id),\n        groupId",
    "groupId",
  ),
  ballotReader(
    "ballots are found by id whoever asks",
    ".where(and(inArray(b.id, [...new Set(ids)]), isSubjectVisible(tables, rights.ring, b.id)));",
    ".where(inArray(b.id, [...new Set(ids)]));",
  ),
  ballotCommands(
    "whoever does not see a ballot is told that it is there",
    ".where(and(eq(b.id, ballotId), isSubjectVisible(dialect.tables, rights.ring, b.id)));",
    ".where(eq(b.id, ballotId));",
  ),
  ballotCommands(
    "a ballot is held about what its group does not see",
    "if (!reachesGroup(item.keys, groupId))",
    "if (!reachesGroup(item.keys, groupId) && groupId === itemId)",
  ),
  // Meetings.
  groups(
    "who was there is shown to the whole group",
    `rule === "CHATHAM_HOUSE" ? may(roles, "seeAttendance") : roles.length > 0`,
    `roles.length > 0`,
  ),
  groups(
    "who was there is shown to nobody but chairs",
    `rule === "CHATHAM_HOUSE" ? may(roles, "seeAttendance") : roles.length > 0`,
    `may(roles, "seeAttendance")`,
  ),
  groups("secretaries see who was there", "seeAttendance: chairs,", "seeAttendance: officers,"),
  groups(
    "members let comments in and answer them",
    `disposeComment: [...chairs, "EDITOR"],`,
    `disposeComment: workers,`,
  ),
  groups(
    "observers speak",
    `discuss: [...workers, "LIAISON"],\n  moderate`,
    `discuss: [...workers, "LIAISON", "OBSERVER"],\n  moderate`,
  ),
  groups("observers comment", `comment: [...workers, "LIAISON"],`, `comment: [...workers, "LIAISON", "OBSERVER"],`),
  groups("liaisons vote", `vote: workers,`, `vote: [...workers, "LIAISON"],`),
  meetings(
    "minutes name people under the Chatham House rule",
    `return rule === "ATTRIBUTED";`,
    `return rule !== undefined;`,
  ),
  meetingReader(
    "meetings are found by id whoever asks",
    ".where(and(inArray(m.id, [...ids]), isSubjectVisible(dialect.tables, rights.ring, m.id)));",
    ".where(inArray(m.id, [...ids]));",
  ),
  meetingReader(
    "meetings are listed for everybody",
    "lte(m.endsAt, now),\n              isSubjectVisible(dialect.tables, rights.ring, m.id),",
    "lte(m.endsAt, now),",
  ),
  meetingReader(
    "attendance is shown to whoever sees the meeting",
    "attendeeIds: shown ? attendeeIds : null",
    "attendeeIds",
  ),
  meetingCommands(
    "meetings are for all members",
    "within: null, keys: [groupKey(groupId)] };",
    `within: null, keys: ["community"] };`,
  ),
  meetingCommands(
    "whoever is not in a group is told that a meeting is there",
    "if (meeting === undefined || !rights.ring.has(groupKey(meeting.groupId))) throw notFound();",
    "if (meeting === undefined) throw notFound();",
  ),
  meetingCommands(
    "a feed tells that somebody was written down",
    "named.map((accountId) => ({ meetingId: id, accountId })),\n  );",
    "named.map((accountId) => ({ meetingId: id, accountId })),\n  );\n  await tellMeeting(context, id, meeting.groupId);",
  ),
  meetingCommands(
    "a meeting takes a weaker rule than the charter",
    `if (chartered === "CHATHAM_HOUSE" && wish === "ATTRIBUTED")`,
    `if (chartered === "ATTRIBUTED" && wish === "ATTRIBUTED" && groupId === "")`,
  ),
  meetingCommands(
    "secretaries write down who was there under the Chatham House rule",
    `if (!may(group.roles, "callMeeting") || !seesAttendance(meeting.rule, group.roles))`,
    `if (!may(group.roles, "callMeeting"))`,
  ),
  meetingCommands(
    "somebody who is not in the group was there",
    `if (inside.length < named.length) throw badInput`,
    `if (found.length < named.length) throw badInput`,
  ),
];
