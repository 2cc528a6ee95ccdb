import type { Account, Group, Organization } from "../domain/people.ts";
import { builder } from "./builder.ts";
import { checkPageArgs, defineConnection, pageArgs, pageCost } from "./connections.ts";
import { GroupRef } from "./groups.ts";
import { SectorEnum } from "./label-enums.ts";
import { AccountRef, OrganizationRef } from "./members.ts";

const OrganizationConnection = defineConnection<Organization>("Organization", OrganizationRef, "organisations");
const AccountConnection = defineConnection<Account>("Account", AccountRef, "accounts");
const GroupConnection = defineConnection<Group>("Group", GroupRef, "groups");

builder.queryFields((t) => ({
  organizations: t.field({
    type: OrganizationConnection,
    description: "The organisations of the directory. Empty for whoever is not signed in.",
    args: { ...pageArgs, sector: t.arg({ type: SectorEnum, description: "Only those of this sector." }) },
    extensions: pageCost,
    resolve: (_, { sector, ...args }, { reader }) => reader.organizationPage({ ...checkPageArgs(args), sector: sector ?? null }),
  }),
  accounts: t.field({
    type: AccountConnection,
    description: "The accounts that have not opted out of the directory. Empty for whoever is not signed in.",
    args: { ...pageArgs, organization: t.arg.id({ description: "Only those of this organisation." }) },
    extensions: pageCost,
    resolve: (_, { organization, ...args }, { reader }) =>
      reader.accountPage({ ...checkPageArgs(args), organizationId: organization ?? null }),
  }),
  groups: t.field({
    type: GroupConnection,
    description: "The groups of the directory. Empty for whoever is not signed in.",
    args: pageArgs,
    extensions: pageCost,
    resolve: (_, args, { reader }) => reader.groupPage(checkPageArgs(args)),
  }),
}));
