/** The rules of working groups: the states that one goes through, who may move it, and which role may do what. */
import type { Sector } from "./vocabulary.ts";
import { sectors } from "./vocabulary.ts";

export const groupStates = [
  "PROPOSED",
  "CHARTERED",
  "ACTIVE",
  "DORMANT",
  "RECHARTERING",
  "CONCLUDED",
  "CLOSED",
] as const;
export type GroupState = (typeof groupStates)[number];

export const groupMoves = ["CHARTER", "START", "PAUSE", "RESUME", "RECHARTER", "CONCLUDE", "CLOSE"] as const;
export type GroupMove = (typeof groupMoves)[number];

/** Who moves a group. The clock does when a charter runs out. */
export type GroupMover = "STEWARD" | "PROPOSER" | "CHAIR" | "CLOCK";

/** What a move asks for besides somebody who may make it. */
export type GroupDemand =
  /** Organisations enough have signed on to the newest charter. */
  | "SIGN_ONS"
  /** The newest charter is not the one in force. */
  | "NEW_CHARTER"
  /** Everybody whom the newest charter makes a chair has signed on to it, or is in the group. */
  | "WILLING_CHAIRS"
  /** The charter in force has not run out. */
  | "RUNNING_CHARTER"
  | "REASON";

export type GroupStep = {
  readonly to: GroupState;
  readonly by: readonly GroupMover[];
  readonly demands: readonly GroupDemand[];
};

const recharter: GroupStep = { to: "RECHARTERING", by: ["CHAIR"], demands: [] };
const resume: GroupStep = { to: "ACTIVE", by: ["CHAIR"], demands: ["RUNNING_CHARTER"] };
const conclude: GroupStep = { to: "CONCLUDED", by: ["CHAIR"], demands: ["REASON"] };
const close: GroupStep = { to: "CLOSED", by: ["STEWARD"], demands: ["REASON"] };
const none = {
  CHARTER: null,
  START: null,
  PAUSE: null,
  RESUME: null,
  RECHARTER: null,
  CONCLUDE: null,
  CLOSE: null,
} satisfies Record<GroupMove, null>;

/** Every state with every move; null where the move is not to be had. */
export const groupSteps: Readonly<Record<GroupState, Readonly<Record<GroupMove, GroupStep | null>>>> = {
  PROPOSED: {
    ...none,
    CHARTER: { to: "CHARTERED", by: ["STEWARD"], demands: ["SIGN_ONS", "WILLING_CHAIRS"] },
    CLOSE: { to: "CLOSED", by: ["STEWARD", "PROPOSER"], demands: ["REASON"] },
  },
  CHARTERED: { ...none, START: { to: "ACTIVE", by: ["CHAIR"], demands: [] }, RECHARTER: recharter, CLOSE: close },
  ACTIVE: {
    ...none,
    PAUSE: { to: "DORMANT", by: ["CHAIR", "STEWARD", "CLOCK"], demands: ["REASON"] },
    RECHARTER: recharter,
    CONCLUDE: conclude,
  },
  DORMANT: { ...none, RESUME: resume, RECHARTER: recharter, CONCLUDE: conclude, CLOSE: close },
  RECHARTERING: {
    ...none,
    CHARTER: { to: "ACTIVE", by: ["STEWARD"], demands: ["NEW_CHARTER", "WILLING_CHAIRS"] },
    RESUME: resume,
    CONCLUDE: conclude,
    CLOSE: close,
  },
  CONCLUDED: { ...none, RECHARTER: recharter, CLOSE: close },
  CLOSED: none,
};

/** So many organisations have to sign on to a proposal, its own included. */
export const leastSignOns = 2;

/** What a group does in a state. */
export const groupWorks = ["ADMIT", "DISCUSS", "MEET", "DECIDE"] as const;
export type GroupWork = (typeof groupWorks)[number];

const worksOf: Readonly<Record<GroupState, readonly GroupWork[]>> = {
  PROPOSED: [],
  CHARTERED: ["ADMIT", "DISCUSS", "MEET"],
  ACTIVE: ["ADMIT", "DISCUSS", "MEET", "DECIDE"],
  DORMANT: ["ADMIT", "DISCUSS"],
  RECHARTERING: ["ADMIT", "DISCUSS", "MEET", "DECIDE"],
  CONCLUDED: [],
  CLOSED: [],
};

/** Whether a group does such a thing in a state. */
export function does(state: GroupState, work: GroupWork): boolean {
  return worksOf[state].includes(work);
}

/** Whether something new can be addressed to a group. */
export function isAddressable(state: GroupState): boolean {
  return state !== "PROPOSED" && state !== "CLOSED";
}

/** In these states a group that has a chair keeps one. */
export function needsChair(state: GroupState): boolean {
  return state !== "PROPOSED" && state !== "CLOSED";
}

export const groupRoles = ["CHAIR", "CO_CHAIR", "SECRETARY", "EDITOR", "MEMBER", "OBSERVER", "LIAISON"] as const;
export type GroupRole = (typeof groupRoles)[number];

/** As what somebody is in a group: every member is one of these, MEMBER where nothing is said. */
export const standings = ["MEMBER", "OBSERVER", "LIAISON"] as const;
export type Standing = (typeof standings)[number];

export function isStanding(role: GroupRole): role is Standing {
  return standings.some((standing) => standing === role);
}

const officers: readonly GroupRole[] = ["CHAIR", "CO_CHAIR", "SECRETARY"];
const chairs: readonly GroupRole[] = ["CHAIR", "CO_CHAIR"];
const workers: readonly GroupRole[] = [...officers, "EDITOR", "MEMBER"];

/** What can be done in a group, with the roles that may. */
const acts = {
  admit: officers,
  giveRole: chairs,
  moveGroup: chairs,
  draftCharter: [...officers, "EDITOR"],
  callMeeting: officers,
  /** Of a meeting under the Chatham House rule. */
  seeAttendance: chairs,
  discuss: [...workers, "LIAISON"],
  moderate: officers,
  vote: workers,
  holdBallot: officers,
  editPractice: [...chairs, "EDITOR"],
  movePractice: chairs,
  comment: [...workers, "LIAISON"],
  disposeComment: [...chairs, "EDITOR"],
} as const satisfies Readonly<Record<string, readonly GroupRole[]>>;
export type GroupAct = keyof typeof acts;

/** Whether somebody with these roles in a group may do something there. */
export function may(roles: readonly GroupRole[], act: GroupAct): boolean {
  const allowed: readonly GroupRole[] = acts[act];
  return roles.some((role) => allowed.includes(role));
}

/** Whether somebody with these roles may give or take such a role: a chair alone makes and unmakes a chair. */
export function mayGiveRole(roles: readonly GroupRole[], role: GroupRole): boolean {
  return may(roles, "giveRole") && (role !== "CHAIR" || roles.includes("CHAIR"));
}

export const joinings = ["INVITATION", "REQUEST", "OPEN"] as const;
/** How somebody comes into a group, as its charter says; by INVITATION where it has none. */
export type Joining = (typeof joinings)[number];

export const meetingRules = ["ATTRIBUTED", "CHATHAM_HOUSE"] as const;
export type MeetingRule = (typeof meetingRules)[number];

/** Whether somebody with these roles is shown who was at a meeting, and may write it down. */
export function seesAttendance(rule: MeetingRule, roles: readonly GroupRole[]): boolean {
  return rule === "CHATHAM_HOUSE" ? may(roles, "seeAttendance") : roles.length > 0;
}

/** How many organisations of each sector there are; of every sector, also where there is none. */
export function sectorBalance(
  organizations: readonly { readonly sector: Sector }[],
): { readonly sector: Sector; readonly organizations: number }[] {
  return sectors.map((sector) => ({
    sector,
    organizations: organizations.filter((organization) => organization.sector === sector).length,
  }));
}
