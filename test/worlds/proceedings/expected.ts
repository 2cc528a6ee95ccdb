/** What a viewer is shown of a world, by the oracle. Both this and the answers are made plain before they are compared. */
import type { Stage } from "../../../domain/vocabulary.ts";
import { entitled, showsOrganization } from "../sight.ts";
import type { Oracle } from "./oracle.ts";
import { byTime } from "./oracle.ts";
import type { Ballot, Comment, Decision, Meeting, Practice, Subject } from "./state.ts";

export const practiceName = (index: number): string => `practice:${index}`;
export const commentName = (index: number): string => `comment:${index}`;
export const decisionName = (index: number): string => `decision:${index}`;
export const ballotName = (index: number): string => `ballot:${index}`;
export const meetingName = (index: number): string => `meeting:${index}`;
export const groupName = (index: number): string => `group:${index}`;
export const organizationName = (index: number): string => `org:${index}`;
export const accountName = (index: number): string => `account:${index}`;

type Viewer = number | null;
/** Where a practice is still made. */
const drafts: readonly Stage[] = ["PROPOSAL", "WORKING_DRAFT", "GROUP_LAST_CALL", "PUBLIC_COMMENT", "CANDIDATE"];
const ref = (id: string): { id: string } => ({ id });
const refOrNull = (id: string | null): { id: string } | null => (id === null ? null : { id });

/** What one viewer ought to be shown at this moment. */
export class Expected {
  readonly #oracle: Oracle;
  readonly #viewer: Viewer;

  constructor(oracle: Oracle, viewer: Viewer) {
    this.#oracle = oracle;
    this.#viewer = viewer;
  }

  get #person() {
    return this.#oracle.person(this.#viewer);
  }

  subject(subject: Subject) {
    if (!this.#oracle.seesSubject(this.#person, subject)) return null;
    switch (subject.kind) {
      case "comment":
        return this.#comment(subject.one);
      case "decision":
        return this.#decision(subject.one);
      case "ballot":
        return this.#ballot(subject.one);
      case "meeting":
        return this.#meeting(subject.one);
      case "group":
        return { __typename: "Group", id: groupName(subject.one.index) };
    }
  }

  practice(practice: Practice) {
    const { process, index, label, withdrawn, versions } = practice;
    if (!this.#sees(practice)) return null;
    const comments = this.#commentsOn(practice);
    const moderates = this.#oracle.moderates(this.#person, practice);
    const waiting = this.#oracle.comments.filter((one) => one.practice === practice && one.door === "WAITING");
    return {
      __typename: "Practice",
      id: practiceName(index),
      tlp: label.tlp,
      status: withdrawn ? "WITHDRAWN" : "PUBLISHED",
      process: process && {
        stage: process.stage,
        group: this.#viewer === null ? null : ref(groupName(process.group)),
        version: process.version,
        adoptedVersion: process.adoptedVersion,
        since: process.since,
        closesAt: process.closesAt,
      },
      versions: versions
        .filter(({ address, revision }) => revision === practice.revision || entitled(this.#person, address))
        .map(({ version, stage, at, revision, tlp }) => ({ version, stage, at, revision, tlp })),
      decisions: this.#oracle.decisions
        .filter((one) => one.practice === practice && this.#shows({ kind: "decision", one }))
        .map((one) => this.#decision(one)),
      comments: comments.map((one) => this.#comment(one)),
      unanswered: comments
        .filter(({ disposition }) => disposition === "OPEN")
        .map(({ index: at }) => ref(commentName(at))),
      onFirst: comments.filter(({ clause }) => clause === "R-1").map(({ index: at }) => ref(commentName(at))),
      commentCounts: {
        total: comments.length,
        open: comments.filter(({ disposition }) => disposition === "OPEN").length,
        objections: comments.filter(({ sort }) => sort === "OBJECTION").length,
        waiting: moderates ? waiting.length : null,
      },
      waitingComments: moderates ? waiting.sort(byTime).map((one) => this.#comment(one)) : null,
      ballots: counted(this.#listOfBallots((one) => one.practice === practice)),
    };
  }

  /** The practices that groups look after, those that moved last first. */
  practices({ group, stages }: { group?: number; stages?: readonly Stage[] }) {
    const found = this.#oracle.practices.filter((practice) => {
      const { process, withdrawn } = practice;
      if (process === null || withdrawn || !this.#sees(practice)) return false;
      if (group !== undefined && (this.#viewer === null || process.group !== group)) return false;
      return stages === undefined || stages.includes(process.stage);
    });
    const since = ({ process, id }: Practice): string => `${process?.since} ${id}`;
    return counted(found.sort((a, b) => (since(a) < since(b) ? 1 : -1)).map((one) => this.practice(one)));
  }

  /** The ballots that one sees, those that open last first. */
  ballots(wish: { group?: number; practice?: number; states?: readonly string[] }) {
    const found = this.#oracle.ballots.filter((one) => {
      if (wish.group !== undefined && one.group !== wish.group) return false;
      if (wish.practice !== undefined && one.practice?.index !== wish.practice) return false;
      return (wish.states?.includes(this.#oracle.stateOf(one)) ?? true) && this.#shows({ kind: "ballot", one });
    });
    return counted(found.sort(latestOpening).map((one) => this.#ballot(one)));
  }

  group(group: number) {
    if (this.#viewer === null) return null;
    const meetings = this.#oracle.meetings.filter(
      (one) => one.group === group && this.#shows({ kind: "meeting", one }),
    );
    const isToCome = ({ endsAt }: Meeting): boolean => endsAt > this.#oracle.at;
    const begin = (a: Meeting, b: Meeting): number => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0);
    const byId = (a: Meeting, b: Meeting): number => (a.id < b.id ? -1 : 1);
    const toCome = meetings.filter(isToCome).sort((a, b) => begin(a, b) || byId(a, b));
    const past = meetings.filter((one) => !isToCome(one)).sort((a, b) => begin(b, a) || byId(a, b));
    return {
      id: groupName(group),
      viewerRoles: this.#oracle.people.rolesOf(this.#viewer, group),
      meetings: toCome.map((one) => this.#meeting(one)),
      past: past.map((one) => this.#meeting(one)),
      ballots: counted(this.#listOfBallots((one) => one.group === group)),
      drafts: this.#namesOf(this.practices({ group, stages: drafts })),
      openComments: counted(this.#openIn(group).map((one) => this.#comment(one))),
    };
  }

  /** The comments without an answer on what a group is making, newest first. */
  #openIn(group: number): Comment[] {
    return this.#oracle.practices
      .filter(({ process, withdrawn }) => process?.group === group && drafts.includes(process.stage) && !withdrawn)
      .flatMap((practice) => this.#oracle.unanswered(this.#person, practice))
      .sort((a, b) => byTime(b, a));
  }

  #namesOf({ totalCount, nodes }: { totalCount: number; nodes: readonly ({ id: string } | null)[] }) {
    return { totalCount, nodes: nodes.flatMap((node) => (node === null ? [] : [ref(node.id)])) };
  }

  #sees(practice: Practice): boolean {
    return this.#oracle.sees(this.#person, practice);
  }

  #shows(subject: Subject): boolean {
    return this.#oracle.seesSubject(this.#person, subject);
  }

  #listOfBallots(holds: (one: Ballot) => boolean): { id: string }[] {
    const found = this.#oracle.ballots.filter((one) => holds(one) && this.#shows({ kind: "ballot", one }));
    return found.sort(latestOpening).map(({ index }) => ref(ballotName(index)));
  }

  #commentsOn(practice: Practice): Comment[] {
    return this.#oracle.comments
      .filter((one) => one.practice === practice && this.#shows({ kind: "comment", one }))
      .sort(byTime);
  }

  #comment({ account, ...one }: Comment) {
    const home = account === null ? null : this.#oracle.people.account(account).organization;
    return {
      __typename: "PracticeComment",
      id: commentName(one.index),
      practiceId: practiceName(one.practice.index),
      commentedVersion: one.version,
      clause: one.clause,
      type: one.sort,
      text: one.text,
      at: one.at,
      organization: refOrNull(home === null ? null : organizationName(home)),
      author: this.#named(account),
      visitorName: one.visitorName,
      disposition: one.disposition,
      objection: one.objection,
      objectedAt: one.objectedAt,
      answers: one.answers,
    };
  }

  #decision({ practice, account, ballot, ...one }: Decision) {
    const { organization } = this.#oracle.people.account(account);
    // who proposed it is of its origin, which may be withheld
    const isWithheld =
      one.rule === "PROPOSE" &&
      !showsOrganization(practice.label.attribution) &&
      this.#person?.organization !== practice.origin;
    return {
      __typename: "PracticeDecision",
      id: decisionName(one.index),
      practiceId: practiceName(practice.index),
      decidedVersion: one.version,
      from: one.from,
      to: one.to,
      practiceRule: one.rule,
      at: one.at,
      by: isWithheld ? null : this.#named(account),
      organization: isWithheld ? null : ref(organizationName(organization)),
      reason: one.reason,
      commentsUntil: one.closesAt,
      ballotId: ballot === null || !this.#shows({ kind: "ballot", one: ballot }) ? null : ballotName(ballot.index),
      objections: one.objections
        .filter((comment) => this.#shows({ kind: "comment", one: comment }))
        .map(({ index }) => ref(commentName(index))),
    };
  }

  #ballot(one: Ballot) {
    const { terms, papers, closedAt, voters } = one;
    const secret = papers
      .map(({ option, reason }) => ({ option, reason }))
      .sort((a, b) => (paperText(a) < paperText(b) ? -1 : 1));
    const named = (voters ?? []).map(({ organization, sector, voted }) => ({
      organization: ref(organizationName(organization)),
      sector,
      voted,
    }));
    const own = this.#person === null ? "" : organizationName(this.#person.organization);
    return {
      __typename: "Ballot",
      id: ballotName(one.index),
      group: ref(groupName(one.group)),
      practice: refOrNull(one.practice === null ? null : practiceName(one.practice.index)),
      votedVersion: one.version,
      question: one.question,
      options: one.options,
      ...terms,
      ballotState: this.#oracle.stateOf(one),
      opensAt: one.opensAt,
      closesAt: one.closesAt,
      closedAt,
      result: one.result,
      voters: named,
      votes: terms.secret
        ? null
        : papers.map(({ organization, ...paper }) => ({ organization: ref(organizationName(organization)), ...paper })),
      papers: terms.secret && closedAt !== null ? secret : null,
      ownVoter: named.find(({ organization }) => organization.id === own) ?? null,
    };
  }

  #meeting(one: Meeting) {
    const { record } = one;
    const shown = this.#oracle.seesAttendance(this.#person, one);
    const present = one.present.filter((account) => this.#oracle.people.lists(account, this.#viewer));
    return {
      __typename: "Meeting",
      id: meetingName(one.index),
      group: ref(groupName(one.group)),
      title: one.title,
      meetingState: one.state,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      place: one.place,
      meetingRule: one.rule,
      agenda: [one.agenda],
      minutes: record?.minutes ?? null,
      decided: record === null ? [] : [record.decision],
      actions:
        record === null
          ? []
          : [
              {
                text: record.action,
                organization: refOrNull(record.owner === null ? null : organizationName(record.owner)),
              },
            ],
      attendees: shown ? present.map((account) => ref(accountName(account))) : null,
    };
  }

  #named(account: number | null): { id: string } | null {
    if (account === null || !this.#oracle.people.lists(account, this.#viewer)) return null;
    return ref(accountName(account));
  }
}

function counted<T>(nodes: readonly T[]): { totalCount: number; nodes: readonly T[] } {
  return { totalCount: nodes.length, nodes };
}

function latestOpening(a: Ballot, b: Ballot): number {
  return `${a.opensAt} ${a.id}` < `${b.opensAt} ${b.id}` ? 1 : -1;
}

/** Papers lie in the order of what stands on them. */
export function paperText({ option, reason }: { option: number | null; reason: string | null }): string {
  return JSON.stringify([option, reason]);
}
