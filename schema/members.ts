import type { AccountView, OrganizationView } from "../domain/people-view.ts";
import type { Role } from "../domain/vocabulary.ts";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";
import { SectorEnum } from "./label-enums.ts";
import { NodeRef } from "./node.ts";
import { required } from "./required.ts";

export const RoleEnum = enumOf<Role>("Role", "What an account may do.", {
  READER: "Reads and follows what it may see; publishes nothing.",
  CONTRIBUTOR: "Also publishes, revises, relays and answers for its organisation.",
  STEWARD: "Also administers organisations, accounts, groups and client relations. Sees no more items than others.",
});

export const OrganizationRef = builder.objectRef<OrganizationView>("Organization");
export const AccountRef = builder.objectRef<AccountView>("Account");

OrganizationRef.implement({
  description: "A member of the forum, or of another with which it exchanges items.",
  interfaces: [NodeRef],
  fields: (t) => ({
    name: t.exposeString("name", { description: "What it is called." }),
    sector: t.expose("sector", { type: SectorEnum, description: "The kind of organisation that it is." }),
    country: t.exposeString("country", { nullable: true, description: "Its country as two letters of ISO 3166-1." }),
    suspended: t.exposeBoolean("suspended", {
      nullable: true,
      description: "Whether its accounts are shut out for now. For stewards; null for everybody else.",
    }),
    reachable: t.exposeBoolean("isShared", {
      nullable: true,
      description:
        "Whether other forums are told of it and its accounts, so that they can be addressed from there. Null for visitors, and with organisations of other forums.",
    }),
  }),
});

AccountRef.implement({
  description: "Somebody who takes part on behalf of a member organisation.",
  interfaces: [NodeRef],
  fields: (t) => ({
    name: t.exposeString("name", { description: "What the person or service is called." }),
    organization: t.field({
      type: OrganizationRef,
      description: "The organisation that it acts for.",
      // Whoever is shown somebody of another forum is shown for whom it acts, though that can be addressed no longer.
      resolve: ({ organizationId, forumId }, _, { loaders }) =>
        required((forumId === null ? loaders.organizations : loaders.namedOrganizations).load(organizationId)),
    }),
    role: t.expose("role", {
      type: RoleEnum,
      nullable: true,
      description: "What it may do. For the account itself and for stewards; null for everybody else.",
    }),
    email: t.exposeString("email", {
      nullable: true,
      description: "Its mail address. For the account itself and for stewards; null for everybody else.",
    }),
    listed: t.exposeBoolean("listed", {
      nullable: true,
      description:
        "Whether other members find it in the directory. For the account itself and for stewards; null for everybody else.",
    }),
    suspended: t.exposeBoolean("suspended", {
      nullable: true,
      description: "Whether it is shut out for now. For the account itself and for stewards; null for everybody else.",
    }),
  }),
});
