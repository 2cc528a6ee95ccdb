/** What a plan comes to, with the things that are there by then. */
import type { Oracle } from "./oracle.ts";
import { takesComments } from "./rules.ts";
import type { Ballot, Comment, Meeting, Practice } from "./state.ts";
import type { Act, Plan } from "./world.ts";
import { nextOn } from "./ways.ts";
import { cast } from "./world.ts";

export function actsOf(plan: Plan, oracle: Oracle): Act[] {
  switch (plan.type) {
    case "advance": {
      const practice = practiceFor(plan.practice, oracle);
      const stage = oracle.practices[practice]?.process?.stage ?? "PROPOSAL";
      return [{ type: "move", practice, ...nextOn(stage), reason: false }];
    }
    case "settle": {
      const practice = practiceFor(plan.practice, oracle);
      const own = oracle.comments.filter((one) => one.practice.index === practice);
      const open = own.filter(({ door, disposition }) => door !== "REFUSED" && disposition === "OPEN");
      return [
        ...own.filter(isWaiting).map(({ index }) => ({ type: "moderate" as const, comment: index, letIn: true })),
        ...open.map(({ index: comment }) => {
          const disposition = comment % 2 === 0 ? ("REJECTED" as const) : ("ACCEPTED" as const);
          return { type: "dispose" as const, comment, disposition, reason: true };
        }),
      ];
    }
    case "adopt": {
      const practice = practiceFor(plan.practice, oracle);
      const group = oracle.practices[practice]?.process?.group ?? 0;
      const ballot = oracle.ballots.length;
      const votes = oracle.people
        .votersOf(group)
        .map(() => ({ type: "vote", ballot, option: 0, reason: true }) as const);
      return [
        { type: "hold", group, practice, options: 2, wish: {}, insists: false, opensIn: null, lasts: 20_000 },
        ...votes,
        { type: "close", ballot },
        { type: "move", practice, to: "ADOPTED", days: null, reason: false },
      ];
    }
    case "poll": {
      const ballot = pick(oracle.ballots, plan.ballot, (one) => oracle.stateOf(one) === "OPEN");
      const { options = [], voters } = oracle.ballots[ballot] ?? {};
      return (voters ?? []).flatMap(({ voted }, at): Act[] => {
        const wish = plan.options[at];
        if (voted || wish === undefined) return [];
        const option = wish === null ? null : wish % Math.max(1, options.length);
        return [{ type: "vote", ballot, option, reason: true }];
      });
    }
    default:
      return [placed(plan, oracle)];
  }
}

/** An act on the things that are there, mostly on such as it can be done to. */
function placed(act: Act, oracle: Oracle): Act {
  const practice = "practice" in act && act.practice !== null ? practiceFor(act.practice, oracle) : null;
  const isAnswered = ({ disposition }: Comment): boolean => disposition !== "OPEN" && disposition !== "WITHDRAWN";
  const isOpen = ({ door, disposition }: Comment): boolean => door === "IN" && disposition === "OPEN";
  const onComment = (index: number, prefers: (one: Comment) => boolean) => ({
    comment: pick(oracle.comments, index, prefers),
  });
  const onMeeting = (index: number, prefers: (one: Meeting) => boolean) => ({
    meeting: pick(oracle.meetings, index, prefers),
  });
  const onBallot = (index: number) => ({
    ballot: pick(oracle.ballots, index, (one: Ballot) => oracle.stateOf(one) === "OPEN"),
  });
  const hasBegun = ({ state, startsAt }: Meeting): boolean => state !== "CANCELLED" && startsAt <= oracle.at;
  switch (act.type) {
    case "hold": {
      const theirs = practice === null ? undefined : oracle.practices[practice]?.process?.group;
      const group = theirs ?? act.group;
      const isFree = act.insists || (oracle.world.groups[group] ?? null) === null;
      return { ...act, practice, group, wish: isFree ? act.wish : {} };
    }
    case "propose":
      return { ...act, practice: act.practice % Math.max(1, oracle.practices.length) };
    case "relabel":
    case "withdraw":
    case "move":
      return { ...act, practice: practice ?? 0 };
    case "comment":
      return { ...act, practice: pick(oracle.practices, act.practice, (one) => takesComments(oracle, one)) };
    case "visit":
      return { ...act, practice: pick(oracle.practices, act.practice, (one) => takesVisits(oracle, one)) };
    case "moderate":
      return { ...act, ...onComment(act.comment, isWaiting) };
    case "dispose":
    case "withdrawComment":
      return { ...act, ...onComment(act.comment, isOpen) };
    case "object":
      return { ...act, ...onComment(act.comment, isAnswered) };
    case "vote":
    case "hear":
    case "close":
      return { ...act, ...onBallot(act.ballot) };
    case "change":
    case "cancel":
      return { ...act, ...onMeeting(act.meeting, ({ state }) => state === "CALLED") };
    case "record":
      return { ...act, ...onMeeting(act.meeting, hasBegun) };
    case "attend": {
      const { meeting } = onMeeting(act.meeting, hasBegun);
      return { ...act, meeting, present: present(oracle, meeting, act.present) };
    }
    case "publish":
    case "call":
    case "join":
    case "leave":
    case "role":
      return act;
  }
}

/** The guest is seen under the Chatham House rule, and nowhere else. */
function present(oracle: Oracle, index: number, wanted: readonly number[]): number[] {
  const meeting = oracle.meetings[index];
  const others = wanted.filter((account) => account !== cast.guest);
  const isClosed = meeting?.rule === "CHATHAM_HOUSE" && oracle.people.isIn(cast.guest, meeting.group);
  return isClosed ? [...others, cast.guest] : others;
}

function practiceFor(index: number, { practices }: Oracle): number {
  return pick(practices, index, ({ withdrawn, process }: Practice) => !withdrawn && process !== null);
}

/** One in four is anything there is. Where there is nothing, it is the first, which is not there. */
function pick<T extends { readonly index: number }>(
  list: readonly T[],
  index: number,
  prefers: (one: T) => boolean,
): number {
  const preferred = index % 4 === 3 ? [] : list.filter(prefers);
  const from = preferred.length > 0 ? preferred : list;
  return from[index % Math.max(1, from.length)]?.index ?? 0;
}

function takesVisits(oracle: Oracle, practice: Practice): boolean {
  return practice.process?.stage === "PUBLIC_COMMENT" && takesComments(oracle, practice) && oracle.sees(null, practice);
}

function isWaiting({ door }: Comment): boolean {
  return door === "WAITING";
}
