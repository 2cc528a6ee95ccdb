import type { Page } from "../db/page.ts";
import type { AccountView, GroupView, OrganizationView } from "../domain/people-view.ts";
import { builder } from "./builder.ts";
import type { Connection } from "./connections.ts";
import { defineConnection, pageArgs, pageCost } from "./connections.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { SectorEnum } from "./label-enums.ts";
import { AccountRef, OrganizationRef } from "./members.ts";

const OrganizationConnection = defineConnection<OrganizationView>("Organization", OrganizationRef, "organisations");
const AccountConnection = defineConnection<AccountView>("Account", AccountRef, "accounts");
const GroupConnection = defineConnection<GroupView>("Group", GroupRef, "groups");

builder.queryFields((t) => ({
  organizations: t.field({
    type: OrganizationConnection,
    description: "The organisations of the directory. Empty for whoever is not signed in.",
    args: { ...pageArgs, sector: t.arg({ type: SectorEnum, description: "Only those of this sector." }) },
    extensions: pageCost,
    resolve: async (_, { sector, ...args }, { reader }) =>
      counted(await reader.directory.organizationPage({ ...args, sector })),
  }),
  accounts: t.field({
    type: AccountConnection,
    description: "The accounts that have not opted out of the directory. Empty for whoever is not signed in.",
    args: { ...pageArgs, organization: t.arg.id({ description: "Only those of this organisation." }) },
    extensions: pageCost,
    resolve: async (_, { organization, ...args }, { reader }) =>
      counted(
        await reader.directory.accountPage({
          ...args,
          organizationId: organization == null ? null : lookUp("organization", organization),
        }),
      ),
  }),
  groups: t.field({
    type: GroupConnection,
    description: "The groups of the directory. Empty for whoever is not signed in.",
    args: pageArgs,
    extensions: pageCost,
    resolve: async (_, args, { reader }) => counted(await reader.directory.groupPage(args)),
  }),
}));

function counted<T>(page: Page<T> & { readonly totalCount: number }): Connection<T> {
  return { page, total: () => page.totalCount };
}
