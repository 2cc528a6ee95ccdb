import type { AdmissionView } from "../db/group-reader.ts";
import type { GroupMove, GroupRole, GroupState, Joining, MeetingRule, Standing } from "../domain/groups.ts";
import { enumOf } from "./enums.ts";

export const GroupStateEnum = enumOf<GroupState>("GroupState", "Where a working group stands in its life.", {
  PROPOSED: "Members sign on to it. It has nobody in it, and nothing can be addressed to it.",
  CHARTERED: "A steward has approved its charter, and its members gather.",
  ACTIVE: "It works. So do groups that stewards made without a charter.",
  DORMANT: "It rests: its chairs paused it, or its charter ran out.",
  RECHARTERING: "It works on, and a new charter is being written.",
  CONCLUDED: "It has done what it was for. What it made stays readable for its members.",
  CLOSED: "It is over for good. What it made stays readable for its members.",
});

export const GroupMoveEnum = enumOf<GroupMove>("GroupMove", "How a group comes from one state into another.", {
  CHARTER:
    "Puts the newest charter in force: PROPOSED becomes CHARTERED, RECHARTERING becomes ACTIVE. For stewards of another organisation than those who come in by it.",
  START: "Begins the work: CHARTERED becomes ACTIVE. For chairs.",
  PAUSE:
    "Lets it rest: ACTIVE becomes DORMANT, with a reason. For chairs and stewards; the clock does it when a charter runs out.",
  RESUME: "Goes on under the charter that is in force, unless that has run out. For chairs.",
  RECHARTER: "Begins to write a new charter. For chairs.",
  CONCLUDE: "Ends the work, with a reason. For chairs.",
  CLOSE: "Ends the group for good, with a reason. For stewards; for its proposer while it is PROPOSED.",
});

export const GroupRoleEnum = enumOf<GroupRole>("GroupRole", "What somebody is in a working group.", {
  CHAIR: "Leads it: moves it, gives its roles, and does whatever the others may.",
  CO_CHAIR: "Leads it beside the chair, and makes no chairs.",
  SECRETARY: "Lets members in, calls meetings and ballots, and keeps order in its threads.",
  EDITOR: "Writes its practices and answers comments on them.",
  MEMBER: "Takes part and votes.",
  OBSERVER: "Reads, and neither speaks nor votes.",
  LIAISON: "Speaks for another body, and does not vote.",
});

export const StandingEnum = enumOf<Standing>("GroupStanding", "As what somebody comes into a group.", {
  MEMBER: "Takes part and votes.",
  OBSERVER: "Reads, and neither speaks nor votes.",
  LIAISON: "Speaks for another body, and does not vote.",
});

export const JoiningEnum = enumOf<Joining>("GroupJoining", "How members come into a group.", {
  INVITATION: "Its officers invite them. So do groups without a charter.",
  REQUEST: "They ask, and its officers let them in.",
  OPEN: "Every contributor of the forum who wants to.",
});

export const MeetingRuleEnum = enumOf<MeetingRule>("MeetingRule", "What may be said of who said what.", {
  ATTRIBUTED: "Members of the group see who was there, and minutes may say who said what.",
  CHATHAM_HOUSE: "What was said may be used; who was there and who said it is shown to nobody but the chairs.",
});

export const AdmissionTypeEnum = enumOf<AdmissionView["type"]>("AdmissionType", "Who asked whom.", {
  INVITATION: "The group asked the member.",
  REQUEST: "The member asked the group.",
});
