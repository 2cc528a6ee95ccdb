import type { GroupMember } from "../domain/commands.ts";
import { badInput } from "../domain/errors.ts";
import { builder } from "./builder.ts";
import { command, optionalText } from "./command.ts";
import { lookUp } from "./ids.ts";
import { GroupRef } from "./groups.ts";
import { OrganizationRef } from "./members.ts";
import { required } from "./required.ts";

type MemberArgs = { readonly account?: string | null | undefined; readonly organization?: string | null | undefined };

export const memberArgs = builder.args((t) => ({
  account: t.id({ description: "A single account. Give this or `organization`." }),
  organization: t.id({ description: "A whole organisation. Give this or `account`." }),
}));

builder.mutationFields((t) => ({
  addGroup: t.field({
    type: GroupRef,
    description: "Makes a group, with nobody in it. Stewards only; CONFLICT where one of this name is there.",
    args: {
      name: t.arg.string({ required: true, description: "What it is called: 1 to 200 characters." }),
      description: t.arg.string({ description: "What it is for, at most 2,000 characters." }),
    },
    resolve: async (_, { name, description }, context) => {
      const parse = () => ({
        name,
        description: optionalText(description, "description", 2_000),
      });
      return required(context.loaders.groups.load((await command(context, "addGroup", parse)).id));
    },
  }),
  joinGroup: t.field({
    type: GroupRef,
    description:
      "Puts an account or an organisation into a group: it sees at once what is addressed to it. Stewards only; members of other forums are let in by the officers of the group.",
    args: { group: t.arg.id({ required: true, description: "The group." }), ...memberArgs },
    resolve: async (_, { group, ...member }, context) => {
      const parse = () => ({ groupId: lookUp("group", group), member: parseMember(member) });
      return required(context.loaders.groups.load((await command(context, "joinGroup", parse)).id));
    },
  }),
  leaveGroup: t.field({
    type: GroupRef,
    description:
      "Takes an account or an organisation out of a group: what was addressed to the group ends for it at once, on open connections too. Stewards only.",
    args: { group: t.arg.id({ required: true, description: "The group." }), ...memberArgs },
    resolve: async (_, { group, ...member }, context) => {
      const parse = () => ({ groupId: lookUp("group", group), member: parseMember(member) });
      return required(context.loaders.groups.load((await command(context, "leaveGroup", parse)).id));
    },
  }),
  addClient: t.field({
    type: OrganizationRef,
    description:
      "Registers an organisation as a client of another, which may then relay TLP:AMBER items to it. Gives back the provider. Stewards of other organisations than the client only.",
    args: {
      organization: t.arg.id({ required: true, description: "The provider." }),
      client: t.arg.id({ required: true, description: "The client." }),
    },
    resolve: async (_, args, context) => {
      await command(context, "addClient", () => parseRelation(args));
      return required(context.loaders.organizations.load(args.organization));
    },
  }),
  removeClient: t.field({
    type: OrganizationRef,
    description:
      "Ends a client relation: what was relayed to the client over it is seen by it no longer. Gives back the provider. Stewards only.",
    args: {
      organization: t.arg.id({ required: true, description: "The provider." }),
      client: t.arg.id({ required: true, description: "The client." }),
    },
    resolve: async (_, args, context) => {
      await command(context, "removeClient", () => parseRelation(args));
      return required(context.loaders.organizations.load(args.organization));
    },
  }),
}));

export function parseMember({ account, organization }: MemberArgs): GroupMember {
  const hasAccount = account !== undefined && account !== null;
  const hasOrganization = organization !== undefined && organization !== null;
  if (hasAccount && !hasOrganization) return { accountId: lookUp("account", account) };
  if (hasOrganization && !hasAccount) return { organizationId: lookUp("organization", organization) };
  throw badInput("account", "Give either `account` or `organization`.");
}

function parseRelation({ organization, client }: { organization: string; client: string }) {
  return { providerId: lookUp("organization", organization), clientId: lookUp("organization", client) };
}
