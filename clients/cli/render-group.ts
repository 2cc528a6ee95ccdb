import type { GroupPage, GroupSummary, MeetingFields, PostFields, Thread, ThreadFields } from "../sdk/index.ts";
import { hanging } from "./layout.ts";
import type { Output } from "./output.ts";
import { oneLine, printable } from "./printable.ts";

export function groupLine(out: Output, { name, id, state }: GroupSummary): string {
  return `${out.style("bold", oneLine(name))}  ${state}  ${id}`;
}

/** A group on one page. */
export function groupPage(out: Output, group: GroupPage): string[] {
  const { charter, statistics, sectorBalance, meetings, threads, activity, seats, admissions } = group;
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
      statistics.byRiskCategory.map(({ riskCategory, count }) => `${riskCategory}  ${count}`),
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
