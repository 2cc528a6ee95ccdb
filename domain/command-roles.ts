import type { CommandType } from "./commands.ts";
import { ForumError } from "./errors.ts";
import type { Member } from "./people.ts";
import type { Role } from "./vocabulary.ts";

/** The least role that each command needs. The role is looked at before anything else, so that a refusal says nothing of the id. */
const leastRole: Readonly<Record<CommandType, Role>> = {
  publish: "CONTRIBUTOR",
  revise: "CONTRIBUTOR",
  withdraw: "CONTRIBUTOR",
  relay: "CONTRIBUTOR",
  saveDraft: "CONTRIBUTOR",
  publishDraft: "CONTRIBUTOR",
  discardDraft: "CONTRIBUTOR",
  reportSighting: "CONTRIBUTOR",
  answerItem: "CONTRIBUTOR",
  addSource: "CONTRIBUTOR",
  pauseSource: "CONTRIBUTOR",
  removeSource: "CONTRIBUTOR",
  proposePractice: "CONTRIBUTOR",
  amendPractice: "CONTRIBUTOR",
  movePractice: "CONTRIBUTOR",
  commentOnPractice: "CONTRIBUTOR",
  commentAsVisitor: "READER",
  moderateComment: "CONTRIBUTOR",
  disposeComment: "CONTRIBUTOR",
  objectToDisposition: "CONTRIBUTOR",
  withdrawComment: "CONTRIBUTOR",
  holdBallot: "CONTRIBUTOR",
  castVote: "CONTRIBUTOR",
  hearObjection: "CONTRIBUTOR",
  closeBallot: "CONTRIBUTOR",
  declareAdoption: "CONTRIBUTOR",
  addOrganization: "STEWARD",
  updateOrganization: "STEWARD",
  suspendOrganization: "STEWARD",
  addAccount: "STEWARD",
  updateAccount: "STEWARD",
  suspendAccount: "STEWARD",
  createToken: "CONTRIBUTOR",
  revokeToken: "CONTRIBUTOR",
  addGroup: "STEWARD",
  joinGroup: "STEWARD",
  leaveGroup: "STEWARD",
  proposeGroup: "CONTRIBUTOR",
  signOn: "CONTRIBUTOR",
  draftCharter: "CONTRIBUTOR",
  moveGroup: "CONTRIBUTOR",
  setGroupRole: "CONTRIBUTOR",
  enterGroup: "CONTRIBUTOR",
  inviteToGroup: "CONTRIBUTOR",
  answerAdmission: "CONTRIBUTOR",
  quitGroup: "CONTRIBUTOR",
  removeFromGroup: "CONTRIBUTOR",
  openThread: "CONTRIBUTOR",
  post: "CONTRIBUTOR",
  editPost: "CONTRIBUTOR",
  removePost: "CONTRIBUTOR",
  lookAtGroup: "CONTRIBUTOR",
  callMeeting: "CONTRIBUTOR",
  changeMeeting: "CONTRIBUTOR",
  cancelMeeting: "CONTRIBUTOR",
  recordMeeting: "CONTRIBUTOR",
  recordAttendance: "CONTRIBUTOR",
  addClient: "STEWARD",
  removeClient: "STEWARD",
  addPeer: "STEWARD",
  updatePeer: "STEWARD",
  removePeer: "STEWARD",
  rereadPeer: "STEWARD",
  revokePeerKey: "STEWARD",
  acknowledgeAlarm: "STEWARD",
  setReachable: "CONTRIBUTOR",
  confirmEnvelopes: "STEWARD",
};

const operatorCommands: ReadonlySet<CommandType> = new Set(
  (Object.keys(leastRole) as CommandType[]).filter(
    (type) => leastRole[type] === "STEWARD" || type.endsWith("Token") || type === "setReachable",
  ), // the table's own keys
);

const rank: Readonly<Record<Role, number>> = { READER: 0, CONTRIBUTOR: 1, STEWARD: 2 };

/** What somebody may do who has not signed in: nothing but hand in a comment, which waits for a moderator. */
export function isForVisitors(type: string): boolean {
  return type === "commentAsVisitor";
}

/** What a peer may do: nothing but say what it has. Nobody else can. */
function isForPeers(type: CommandType): boolean {
  return type === "confirmEnvelopes";
}

/** Refuses a command that the actor's role does not allow: UNAUTHENTICATED without a token, else FORBIDDEN. */
export function checkCommand(type: CommandType, actor: Member | "anonymous" | "operator" | "peer"): void {
  if (isForPeers(type) !== (actor === "peer"))
    throw new ForumError("FORBIDDEN", "Forums say what they have received, and do nothing else.");
  if (actor === "peer") return;
  if (actor === "operator") {
    if (operatorCommands.has(type)) return;
    throw new ForumError("FORBIDDEN", "The operator administers members; sign in as an account for this.");
  }
  if (isForVisitors(type)) {
    if (actor === "anonymous") return;
    throw new ForumError("FORBIDDEN", "This door is for visitors; comment as the member that you are.");
  }
  if (actor === "anonymous") throw new ForumError("UNAUTHENTICATED", "Sign in to do this: send a bearer token.");
  const least = leastRole[type];
  if (rank[actor.role] >= rank[least]) return;
  const needed = least === "STEWARD" ? "a steward" : "a contributor";
  throw new ForumError("FORBIDDEN", `Your account is a ${actor.role.toLowerCase()}; this needs ${needed}.`);
}
