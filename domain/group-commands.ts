/** What can be asked of the forum about working groups. */
import type { Charter } from "./charters.ts";
import type { GroupMember, Made } from "./commands.ts";
import type { GroupMove, GroupRole, Standing } from "./groups.ts";

type Repeatable = { readonly idempotencyKey: string | null };

export type GroupCommands = {
  proposeGroup: {
    input: { readonly name: string; readonly description: string | null; readonly charter: Charter } & Repeatable;
    result: Made;
  };
  /** Signs the actor's organisation on to the newest charter of a proposal, or takes that back. */
  signOn: { input: { readonly groupId: string; readonly signed: boolean }; result: Made };
  draftCharter: { input: { readonly groupId: string; readonly charter: Charter } & Repeatable; result: Made };
  moveGroup: {
    input: { readonly groupId: string; readonly move: GroupMove; readonly reason: string | null };
    result: Made;
  };
  setGroupRole: {
    input: {
      readonly groupId: string;
      readonly member: GroupMember;
      readonly role: GroupRole;
      readonly held: boolean;
    };
    result: Made;
  };
  /** Comes into a group, or asks to: the actor alone, or its whole organisation. */
  enterGroup: {
    input: { readonly groupId: string; readonly whole: boolean; readonly note: string | null };
    result: Made;
  };
  inviteToGroup: {
    input: {
      readonly groupId: string;
      readonly member: GroupMember;
      readonly standing: Standing;
      readonly note: string | null;
    };
    result: Made;
  };
  answerAdmission: {
    input: { readonly admissionId: string; readonly accepted: boolean; readonly reason: string | null };
    result: Made;
  };
  quitGroup: { input: { readonly groupId: string; readonly whole: boolean }; result: Made };
  removeFromGroup: {
    input: { readonly groupId: string; readonly member: GroupMember; readonly reason: string };
    result: Made;
  };
};
