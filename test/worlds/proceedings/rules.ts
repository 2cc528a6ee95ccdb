/** What a step may be answered with: that it is done, or every fault that it has, of which any may be told. */
import type { Person } from "../sight.ts";
import { namesCircles } from "../sight.ts";
import { isSettled } from "./count.ts";
import type { Oracle } from "./oracle.ts";
import { boxOf } from "./oracle.ts";
import type { Comment, Meeting, Practice } from "./state.ts";
import { closedStages, leastDays, ruleOf } from "./ways.ts";
import type { Act, Label, Outcome, Step } from "./world.ts";
import { dayMs } from "./world.ts";

type Somebody = NonNullable<Person>;

/** A role is looked at first, then what a step is about, then the rest. */
export function allowed(oracle: Oracle, { by, act }: Step): Outcome[] {
  if (act.type === "visit") return by === null ? visiting(oracle, oracle.practices[act.practice]) : ["FORBIDDEN"];
  const person = oracle.person(by);
  if (person === null) return ["UNAUTHENTICATED"];
  if (person.role === "READER") return ["FORBIDDEN"];
  const faults = faultsOf(oracle, person, act);
  return faults.length === 0 ? ["done"] : [...new Set(faults)];
}

function faultsOf(oracle: Oracle, person: Somebody, act: Exclude<Act, { type: "visit" }>): Outcome[] {
  switch (act.type) {
    case "publish":
      return [];
    case "propose":
    case "relabel":
    case "withdraw":
    case "move":
    case "comment": {
      const practice = oracle.practices[act.practice];
      if (practice === undefined || !oracle.sees(person, practice)) return ["NOT_FOUND"];
      return practiceFaults(oracle, person, practice, act);
    }
    case "moderate": {
      const comment = oracle.comments[act.comment];
      // a comment that was not let in is not there, but for those who let it in
      if (comment === undefined || comment.door === "IN" || !oracle.moderates(person, comment.practice))
        return ["NOT_FOUND"];
      return when(comment.practice.withdrawn || (comment.door === "REFUSED" && !act.letIn), "CONFLICT");
    }
    case "dispose":
    case "object":
    case "withdrawComment": {
      const comment = oracle.comments[act.comment];
      if (comment === undefined || !oracle.seesSubject(person, { kind: "comment", one: comment })) return ["NOT_FOUND"];
      return commentFaults(oracle, person, comment, act);
    }
    case "hold":
      return holdingFaults(oracle, person, act);
    case "vote":
    case "hear":
    case "close":
      return ballotFaults(oracle, person, act);
    case "call": {
      const weaker = act.rule === "ATTRIBUTED" && oracle.world.groups[act.group]?.meetingRule === "CHATHAM_HOUSE";
      return [
        ...when(!oracle.people.may(person.account, act.group, "officer"), "FORBIDDEN"),
        ...when(weaker, "BAD_USER_INPUT"),
      ];
    }
    case "change":
    case "cancel":
    case "record":
    case "attend": {
      const meeting = oracle.meetings[act.meeting];
      if (meeting === undefined || !oracle.isIn(person, meeting.group)) return ["NOT_FOUND"];
      return meetingFaults(oracle, person, meeting, act);
    }
    case "join":
    case "leave":
      return seatFaults(oracle, person, act);
    case "role":
      return roleFaults(oracle, person, act);
  }
}

function practiceFaults(
  oracle: Oracle,
  person: Somebody,
  practice: Practice,
  act: Act & { type: "propose" | "relabel" | "withdraw" | "move" | "comment" },
): Outcome[] {
  const { process, withdrawn, origin } = practice;
  const own = origin === person.organization;
  switch (act.type) {
    case "propose":
      return [
        ...when(!own || !oracle.people.may(person.account, act.group, "speak"), "FORBIDDEN"),
        ...when(withdrawn || process !== null, "CONFLICT"),
        ...when(!reaches(practice, act.group), "BAD_USER_INPUT"),
      ];
    case "relabel":
    case "withdraw":
      return own ? when(withdrawn, "CONFLICT") : ["FORBIDDEN"];
    case "move":
      if (process === null || withdrawn) return ["CONFLICT"];
      return [
        ...when(!oracle.people.may(person.account, process.group, "chair"), "FORBIDDEN"),
        ...moveFaults(oracle, person, practice, act),
      ];
    case "comment":
      if (process === null || withdrawn) return ["CONFLICT"];
      return [
        ...when(!takesComments(oracle, practice), "CONFLICT"),
        ...when(
          process.stage !== "PUBLIC_COMMENT" && !oracle.people.may(person.account, process.group, "speak"),
          "FORBIDDEN",
        ),
      ];
  }
}

/** Whether comments on a practice are taken at this instant, from whomever. */
export function takesComments(oracle: Oracle, { process }: Practice): boolean {
  if (process === null || closedStages.includes(process.stage)) return false;
  return process.closesAt === null || oracle.at < process.closesAt;
}

function moveFaults(
  oracle: Oracle,
  person: Somebody,
  practice: Practice,
  { to, days, reason }: Act & { type: "move" },
): Outcome[] {
  const { process } = practice;
  if (process === null) return ["CONFLICT"];
  const rule = ruleOf(process.stage, to);
  if (rule === null) return ["CONFLICT"];
  const commentsAreOver = process.closesAt === null || process.closesAt <= oracle.at;
  const answered = commentsAreOver && oracle.unanswered(person, practice).length === 0;
  const passed = oracle.ballots.some(
    (ballot) => ballot.practice === practice && ballot.version === process.version && ballot.result?.winner === 0,
  );
  const waited = oracle.now >= Date.parse(process.since) + 7 * dayMs;
  const least = leastDays[to];
  const isMissing =
    ((rule === "OPEN" || rule === "NOMINATE") && !answered) ||
    (rule === "OPEN" && !isWide(practice.label)) ||
    (rule === "ADOPT" && !(waited && passed));
  const saysTooLittle = rule === "SUPERSEDE" || (["REWORK", "RETIRE", "RESCIND", "DROP"].includes(rule) && !reason);
  const closesWrong = least === undefined ? days !== null : days === null || days < least;
  return [...when(isMissing, "CONFLICT"), ...when(saysTooLittle || closesWrong, "BAD_USER_INPUT")];
}

function visiting(oracle: Oracle, practice: Practice | undefined): Outcome[] {
  if (practice === undefined || !oracle.sees(null, practice)) return ["NOT_FOUND"];
  const { process, withdrawn } = practice;
  if (process === null || withdrawn) return ["CONFLICT"];
  const faults = [
    ...when(!takesComments(oracle, practice), "CONFLICT"),
    ...when(process.stage !== "PUBLIC_COMMENT", "FORBIDDEN"),
  ];
  return faults.length === 0 ? ["done"] : faults;
}

function commentFaults(
  oracle: Oracle,
  person: Somebody,
  comment: Comment,
  act: Act & { type: "dispose" | "object" | "withdrawComment" },
): Outcome[] {
  const { practice, disposition, objection, account } = comment;
  if (practice.withdrawn || practice.process === null) return ["CONFLICT"];
  const isOwn = account !== null && oracle.people.account(account).organization === person.organization;
  switch (act.type) {
    case "dispose": {
      const says = act.disposition === "ACCEPTED" || act.reason;
      return [
        ...when(!oracle.people.may(person.account, practice.process.group, "editor"), "FORBIDDEN"),
        ...when(disposition !== "OPEN", "CONFLICT"),
        ...when(act.disposition === "OPEN" || act.disposition === "WITHDRAWN" || !says, "BAD_USER_INPUT"),
      ];
    }
    case "object": {
      const answered = disposition !== "OPEN" && disposition !== "WITHDRAWN";
      const frozen = closedStages.includes(practice.process.stage);
      return [...when(!isOwn, "FORBIDDEN"), ...when(!answered || objection !== null || frozen, "CONFLICT")];
    }
    case "withdrawComment":
      return [...when(!isOwn, "FORBIDDEN"), ...when(disposition !== "OPEN", "CONFLICT")];
  }
}

function holdingFaults(oracle: Oracle, person: Somebody, act: Act & { type: "hold" }): Outcome[] {
  if (!oracle.people.may(person.account, act.group, "officer")) return ["FORBIDDEN"];
  const terms = oracle.termsOf(act.group, act.wish);
  const disagrees = JSON.stringify(terms) !== JSON.stringify({ ...terms, ...oracle.world.groups[act.group]?.decision });
  const faults = when(disagrees || (terms.rule === "CONSENSUS" && terms.secret), "BAD_USER_INPUT");
  if (act.practice === null) return faults;
  const practice = oracle.practices[act.practice];
  if (practice === undefined || !oracle.sees(person, practice)) return ["NOT_FOUND"];
  const isTheirs = practice.process?.group === act.group && reaches(practice, act.group);
  return [...faults, ...when(!isTheirs, "BAD_USER_INPUT")];
}

function ballotFaults(oracle: Oracle, person: Somebody, act: Act & { type: "vote" | "hear" | "close" }): Outcome[] {
  const ballot = oracle.ballots[act.ballot];
  if (ballot === undefined || !oracle.seesSubject(person, { kind: "ballot", one: ballot })) return ["NOT_FOUND"];
  if (oracle.stateOf(ballot) !== "OPEN") return ["CONFLICT"];
  const { group, terms, options } = ballot;
  if (act.type === "vote") {
    const voter = ballot.voters?.find(({ organization }) => organization === person.organization);
    const { option } = act;
    const isOther = option !== null && option > 0;
    return [
      ...when(voter === undefined || !oracle.people.may(person.account, group, "vote"), "FORBIDDEN"),
      ...when(voter?.voted === true, "CONFLICT"),
      ...when(option !== null && option >= options.length, "BAD_USER_INPUT"),
      ...when(terms.rule === "CONSENSUS" && isOther && !act.reason, "BAD_USER_INPUT"),
    ];
  }
  if (!oracle.people.may(person.account, group, "officer")) return ["FORBIDDEN"];
  if (act.type === "hear") {
    if (terms.secret) return ["CONFLICT"];
    return when(!ballot.papers.some(({ organization }) => organization === act.organization), "BAD_USER_INPUT");
  }
  const everybodyVoted = (ballot.voters ?? []).every(({ voted }) => voted);
  return when(terms.secret ? !everybodyVoted : !isSettled(boxOf(ballot)), "CONFLICT");
}

function meetingFaults(
  oracle: Oracle,
  person: Somebody,
  meeting: Meeting,
  act: Act & { type: "change" | "cancel" | "record" | "attend" },
): Outcome[] {
  const { group, rule, state, startsAt } = meeting;
  const isOfficer = oracle.people.may(person.account, group, "officer");
  const isHeld = state !== "CANCELLED" && startsAt <= oracle.at;
  switch (act.type) {
    case "change":
    case "cancel":
      return [...when(!isOfficer, "FORBIDDEN"), ...when(state !== "CALLED", "CONFLICT")];
    case "record":
      return [
        ...when(!isOfficer, "FORBIDDEN"),
        ...when(!isHeld, "CONFLICT"),
        ...when(act.owner !== null && rule === "CHATHAM_HOUSE", "BAD_USER_INPUT"),
      ];
    case "attend":
      return [
        ...when(!isOfficer || !oracle.seesAttendance(person, meeting), "FORBIDDEN"),
        ...when(!isHeld, "CONFLICT"),
        ...when(!act.present.every((account) => oracle.people.isIn(account, group)), "BAD_USER_INPUT"),
      ];
  }
}

function seatFaults(
  oracle: Oracle,
  { role, organization }: Somebody,
  { type, group, member }: Act & { type: "join" | "leave" },
): Outcome[] {
  if (role !== "STEWARD") return ["FORBIDDEN"];
  if (type === "join") return when(oracle.people.homeOf(member) === organization, "FORBIDDEN");
  return when(oracle.people.leave(group, member).chairsOf(group).length === 0, "CONFLICT");
}

/** Chairs give roles, and a chair alone makes a chair. */
function roleFaults(
  { people }: Oracle,
  person: Somebody,
  { group, account, role, held }: Act & { type: "role" },
): Outcome[] {
  const isStanding = role === "MEMBER" || role === "OBSERVER" || role === "LIAISON";
  const own = people.rolesOf(person.account, group);
  const gives = people.may(person.account, group, "chair") && (role !== "CHAIR" || own.includes("CHAIR"));
  const isThere = isStanding ? people.isInByItself(account, group) : people.isIn(account, group) || !held;
  return [
    ...when(!gives, "FORBIDDEN"),
    ...when(!isThere || (role === "MEMBER" && !held), "BAD_USER_INPUT"),
    ...when(people.give(group, account, role, held).chairsOf(group).length === 0, "CONFLICT"),
  ];
}

/** Whether everybody in a group sees a practice for being in it. */
function reaches({ label: { tlp, audience } }: Practice, group: number): boolean {
  return isWide({ tlp, audience }) || (tlp !== "RED" && audience.groups.includes(group));
}

/** Whether every member of the forum sees it. */
function isWide({ tlp, audience }: Pick<Label, "tlp" | "audience">): boolean {
  return tlp === "CLEAR" || (tlp === "GREEN" && !namesCircles(audience));
}

function when(holds: boolean, fault: Outcome): Outcome[] {
  return holds ? [fault] : [];
}
