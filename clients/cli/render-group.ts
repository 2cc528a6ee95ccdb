import type { GroupPage, GroupSummary, MeetingFields, PostFields, Thread, ThreadFields } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine, printable } from "./printable.ts";
import { ballotLine } from "./render-ballot.ts";
import { commentLines, practiceLine } from "./render-practice.ts";

export function groupLine(out: Output, { name, id, state }: GroupSummary): string {
  return `${out.style("bold", oneLine(name))}  ${state}  ${id}`;
}

/** A group on one page. */
export function groupPage(out: Output, group: GroupPage): string[] {
  const { charter, statistics, sectorBalance, meetings, threads, activity, seats, admissions } = group;
  const { drafts, openComments, ballots } = group;
  const balance = sectorBalance.map(({ sector, organizations }) => `${sector} ${organizations}`).join(", ");
  return [
    groupLine(out, group),
    ...(group.description === null ? [] : hanging(out, "  ", oneLine(group.description))),
    ...facts(out, [
      ["you are", group.viewerRoles.join(", ") || "not in it"],
      ["charter until", group.charterEndsAt],
      ["balance", balance],
      ["decides by", charter === null ? null : decision(charter)],
      ["comes in by", charter?.joining ?? null],
      ["meets under", charter?.meetingRule ?? null],
    ]),
    ...(charter === null ? [] : ["", out.style("bold", "Scope"), ...hanging(out, "  ", printable(charter.scope))]),
    ...section(out, "Who", seats.map(seatLine)),
    ...section(out, "Waiting to come in", admissions.map(admissionLine)),
    ...section(
      out,
      `Items (${statistics.total})`,
      statistics.byMonth.toReversed().map((month) => monthLine(month)),
    ),
    ...section(
      out,
      `Drafts (${drafts.totalCount})`,
      drafts.nodes.map((practice) => practiceLine(out, practice)),
    ),
    ...section(
      out,
      `Open comments (${openComments.totalCount})`,
      openComments.nodes.flatMap((comment) => openCommentLines(out, comment)),
    ),
    ...section(
      out,
      `Ballots (${ballots.totalCount})`,
      ballots.nodes.map((ballot) => ballotLine(out, ballot)),
    ),
    ...section(
      out,
      "Next meetings",
      meetings.map((meeting) => meetingLine(meeting)),
    ),
    ...section(
      out,
      "Threads",
      threads.map((thread) => threadLine(out, thread)),
    ),
    ...section(
      out,
      "Since you last looked",
      activity.events.map(
        ({ at, change, item, subjectId }) => `${at}  ${change}  ${oneLine(item?.title ?? subjectId ?? "")}`,
      ),
    ),
  ];
}

export function meetingPage(out: Output, meeting: MeetingFields): string[] {
  const { agenda, minutes, decisions, actions, attendees } = meeting;
  return [
    meetingLine(meeting),
    ...facts(out, [
      ["ends", meeting.endsAt],
      ["place", meeting.place],
      ["rule", meeting.rule],
      [
        "were there",
        attendees === null ? null : attendees.map(({ name }) => name).join(", ") || "nobody is written down",
      ],
    ]),
    ...section(out, "Agenda", agenda.map(oneLine)),
    ...(minutes === null ? [] : ["", out.style("bold", "Minutes"), ...hanging(out, "  ", printable(minutes))]),
    ...section(out, "Decisions", decisions.map(oneLine)),
    ...section(
      out,
      "To do",
      actions.map(({ text, organization, due }) =>
        [oneLine(text), oneLine(organization?.name ?? ""), due ?? ""].filter((part) => part !== "").join("  "),
      ),
    ),
  ];
}

export function threadPage(out: Output, thread: Thread): string[] {
  return [threadLine(out, thread), ...thread.posts.flatMap((post) => ["", ...postLines(out, post)])];
}

export function threadLine(out: Output, { tlp, title, id, postCount }: ThreadFields): string {
  return `${out.label(tlp)}  ${oneLine(title)}  ${postCount} posts  ${id}`;
}

export function postLines(out: Output, post: PostFields): string[] {
  const { number, author, organization, at, editedAt, removal, text, id } = post;
  const who = [author?.name, organization?.name].filter((name) => name !== undefined).join(", ");
  const head = `${number}  ${oneLine(who || "somebody")}  ${at}${editedAt === null ? "" : ", changed"}  ${id}`;
  const taken = removal === null ? [] : hanging(out, "  ", `Removed: ${oneLine(removal.reason)}`);
  return [out.style("dim", head), ...taken, ...(text === null ? [] : hanging(out, "  ", printable(text)))];
}

export function meetingLine({ startsAt, state, title, id }: MeetingFields): string {
  return `${startsAt}  ${state}  ${oneLine(title)}  ${id}`;
}

/** What came in a month, by area of risk and by severity. */
function monthLine({ month, count, byRiskCategory, bySeverity }: GroupPage["statistics"]["byMonth"][number]): string {
  const categories = byRiskCategory.map((entry) => `${entry.riskCategory} ${entry.count}`).join(", ");
  const severities = bySeverity.map((entry) => `${entry.severity} ${entry.count}`).join(", ");
  return `${month}  ${count}  ${categories}  (${severities})`;
}

/** A comment that waits for an answer, under the practice that it is on. One whose practice has just been hidden is left out. */
function openCommentLines(out: Output, comment: GroupPage["openComments"]["nodes"][number]): string[] {
  const { practice } = comment;
  return practice === null ? [] : [...commentLines(out, practice.tlp, comment), `  on ${oneLine(practice.title)}`];
}

function seatLine({ account, organization, roles }: GroupPage["seats"][number]): string {
  const who = account === null ? (organization?.name ?? "") : `${account.name}, ${account.organization.name}`;
  return `${oneLine(who)}  ${roles.join(", ")}`;
}

function admissionLine({ id, type, standing, account, organization, note }: GroupPage["admissions"][number]): string {
  const who = account?.name ?? organization?.name ?? "an account that is not listed";
  return `${type}  ${oneLine(who)} as ${standing}  ${id}${note === null ? "" : `  ${oneLine(note)}`}`;
}

function decision({ decision: { rule, quorumPercent, balanced, secret } }: NonNullable<GroupPage["charter"]>): string {
  return [
    rule,
    `a quorum of ${quorumPercent} %`,
    ...(balanced ? ["sectors in balance"] : []),
    ...(secret ? ["in secret"] : []),
  ].join(", ");
}

function facts(out: Output, list: readonly (readonly [string, string | null])[]): string[] {
  return list.flatMap(([name, value]) =>
    value === null ? [] : hanging(out, out.style("dim", `${name}:`.padEnd(15)), oneLine(value)),
  );
}

function section(out: Output, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", out.style("bold", title), ...lines.flatMap((line) => hanging(out, "  ", line))];
}
