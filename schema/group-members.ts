import { parseText } from "../domain/parse.ts";
import { memberArgs, parseMember } from "./admin-groups.ts";
import { builder } from "./builder.ts";
import { command, optionalText } from "./command.ts";
import { GroupRoleEnum, StandingEnum } from "./group-words.ts";
import { GroupRef } from "./groups.ts";
import { required } from "./required.ts";

const about = (id: string) => ({ subject: { kind: "group", id } }) as const;
const groupArg = { required: true, description: "The group." } as const;
const maxNoteLength = 2_000;

builder.mutationFields((t) => ({
  setGroupRole: t.field({
    type: GroupRef,
    description:
      "Gives somebody in a group a role, or takes it away. For its chairs, and a chair alone makes a chair; a steward gives a group that has none its first. CONFLICT where it is the last chair.",
    args: {
      group: t.arg.id(groupArg),
      ...memberArgs,
      role: t.arg({ type: GroupRoleEnum, required: true, description: "The role. Offices are held by accounts." }),
      held: t.arg.boolean({ defaultValue: true, description: "No takes it away." }),
    },
    resolve: async (_, { group, role, held, ...member }, context) => {
      const parse = () => ({ groupId: group, member: parseMember(member), role, held: held ?? true });
      await command(context, "setGroupRole", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
  enterGroup: t.field({
    type: GroupRef,
    description:
      "Brings you into a group that is open or has invited you; where its charter says REQUEST, asks its officers to let you in (see `admissions`). FORBIDDEN where it takes in only whom it invites.",
    args: {
      group: t.arg.id(groupArg),
      wholeOrganization: t.arg.boolean({
        defaultValue: false,
        description: "All accounts of your organisation, not you alone.",
      }),
      note: t.arg.string({ description: "For its officers, at most 2,000 characters." }),
    },
    resolve: async (_, { group, wholeOrganization, note }, context) => {
      const parse = () => ({
        groupId: group,
        whole: wholeOrganization ?? false,
        note: optionalText(note, "note", maxNoteLength),
      });
      await command(context, "enterGroup", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
  inviteToGroup: t.field({
    type: GroupRef,
    description:
      "Invites somebody of another organisation than yours into a group; a member of another forum is in it at once. For its officers; CONFLICT where it is in it or has been invited already.",
    args: {
      group: t.arg.id(groupArg),
      ...memberArgs,
      standing: t.arg({ type: StandingEnum, description: "As what; MEMBER where it is not given." }),
      note: t.arg.string({ description: "For the invited, at most 2,000 characters." }),
    },
    resolve: async (_, { group, standing, note, ...member }, context) => {
      const parse = () => ({
        groupId: group,
        member: parseMember(member),
        standing: standing ?? "MEMBER",
        note: optionalText(note, "note", maxNoteLength),
      });
      await command(context, "inviteToGroup", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
  answerAdmission: t.id({
    description:
      "Accepts or ends an invitation or a request, and gives back its id. The invited accepts an invitation, an officer of another organisation than its own lets in whoever asks; either side may decline. CONFLICT where it was answered.",
    args: {
      id: t.arg.id({ required: true, description: "The invitation or request." }),
      accepted: t.arg.boolean({ required: true, description: "Whether it is accepted." }),
      reason: t.arg.string({ description: "Why, at most 2,000 characters." }),
    },
    resolve: async (_, { id, accepted, reason }, context) => {
      const parse = () => ({ admissionId: id, accepted, reason: reason ?? null });
      return (await command(context, "answerAdmission", parse, { subject: { kind: "admission", id } })).id;
    },
  }),
  quitGroup: t.field({
    type: GroupRef,
    description: "Takes you out of a group. CONFLICT for its last chair.",
    args: {
      group: t.arg.id(groupArg),
      wholeOrganization: t.arg.boolean({
        defaultValue: false,
        description: "Your organisation as a whole, where it is in the group as such.",
      }),
    },
    resolve: async (_, { group, wholeOrganization }, context) => {
      const parse = () => ({ groupId: group, whole: wholeOrganization ?? false });
      await command(context, "quitGroup", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
  removeFromGroup: t.field({
    type: GroupRef,
    description: "Takes somebody out of a group. For its officers; a chair alone takes out a chair.",
    args: {
      group: t.arg.id(groupArg),
      ...memberArgs,
      reason: t.arg.string({ required: true, description: "Why: 1 to 2,000 characters." }),
    },
    resolve: async (_, { group, reason, ...member }, context) => {
      const parse = () => ({
        groupId: group,
        member: parseMember(member),
        reason: parseText(reason, "reason", maxNoteLength, true),
      });
      await command(context, "removeFromGroup", parse, about(group));
      return required(context.loaders.groups.load(group));
    },
  }),
}));
