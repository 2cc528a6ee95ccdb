import type { GroupView } from "../domain/people-view.ts";
import { builder } from "./builder.ts";
import { loadByName } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { NodeRef } from "./node.ts";

export const GroupRef = builder.objectRef<GroupView>("Group");

GroupRef.implement({
  description: "A technical working group, or any other named circle of members. Items can be addressed to it.",
  interfaces: [NodeRef],
  fields: (t) => ({
    name: t.exposeString("name", { description: "What it is called." }),
    description: t.exposeString("description", { nullable: true, description: "What it is for." }),
    organizations: t.field({
      type: [OrganizationRef],
      description: "The organisations in it: all of their accounts belong to it.",
      extensions: { pageSize: 10 },
      resolve: async ({ id }, _, { loaders }) =>
        loadByName(loaders.organizations, (await loaders.groupMembers.load(id)).organizationIds),
    }),
    accounts: t.field({
      type: [AccountRef],
      description: "The accounts that are in it by themselves, as far as the directory shows them to you.",
      extensions: { pageSize: 10 },
      resolve: async ({ id }, _, { loaders }) =>
        loadByName(loaders.accounts, (await loaders.groupMembers.load(id)).accountIds),
    }),
  }),
});
