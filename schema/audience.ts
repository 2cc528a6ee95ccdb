import type { Audience } from "../domain/label.ts";
import { sectors } from "../domain/vocabulary.ts";
import { builder } from "./builder.ts";
import { GroupRef } from "./groups.ts";
import { SectorEnum } from "./label-enums.ts";
import { loadByName } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";

export const AudienceRef = builder.objectRef<Audience>("Audience").implement({
  description:
    "To whom an item is addressed by its origin. Its own organisation is always among them, except with TLP:RED.",
  fields: (t) => ({
    organizations: t.field({
      type: [OrganizationRef],
      description: "Organisations: all of their accounts.",
      extensions: { pageSize: 2 },
      resolve: ({ organizations }, _, { loaders }) => loadByName(loaders.namedOrganizations, organizations),
    }),
    groups: t.field({
      type: [GroupRef],
      description: "Groups: all of their members, whoever these are at the moment.",
      extensions: { pageSize: 2 },
      resolve: ({ groups }, _, { loaders }) => loadByName(loaders.groups, groups),
    }),
    sectors: t.field({
      type: [SectorEnum],
      description: "Sectors: all of their organisations.",
      resolve: ({ sectors: named }) => sectors.filter((sector) => named.includes(sector)),
    }),
    accounts: t.field({
      type: [AccountRef],
      description: "Persons, with TLP:RED only.",
      extensions: { pageSize: 2 },
      resolve: ({ accounts }, _, { loaders }) => loadByName(loaders.namedAccounts, accounts),
    }),
  }),
});

export const AudienceInput = builder.inputType("AudienceInput", {
  description:
    "To whom an item is addressed. TLP:RED takes accounts only, at least one; TLP:AMBER and TLP:AMBER+STRICT at least one organisation, group or sector; TLP:GREEN these or none, which is the whole community; TLP:CLEAR none. Your own organisation is always added, except with TLP:RED.",
  fields: (t) => ({
    organizations: t.idList({ description: "Organisations of the directory, at most 1,000." }),
    groups: t.idList({ description: "Groups of the directory, at most 1,000." }),
    sectors: t.field({ type: [SectorEnum], description: "Whole sectors." }),
    accounts: t.idList({ description: "Accounts of the directory, at most 1,000. With TLP:RED only." }),
  }),
});
