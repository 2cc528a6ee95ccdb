import type { Member } from "../domain/people.ts";
import { builder } from "./builder.ts";
import { GroupRef } from "./groups.ts";
import { loadByName } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";

const ViewerRef = builder.objectRef<{ readonly member: Member | null }>("Viewer").implement({
  description: "Whoever is asking.",
  fields: (t) => ({
    account: t.field({
      type: AccountRef,
      nullable: true,
      description: "Your account; null where nobody is signed in, and then only TLP:CLEAR is visible.",
      resolve: ({ member }, _, { loaders }) => (member === null ? null : loaders.accounts.load(member.accountId)),
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The organisation that your account acts for.",
      resolve: ({ member }, _, { loaders }) =>
        member === null ? null : loaders.organizations.load(member.organizationId),
    }),
    groups: t.field({
      type: [GroupRef],
      description: "The groups that your account or your organisation is in.",
      extensions: { pageSize: 10 },
      resolve: ({ member }, _, { loaders }) => loadByName(loaders.groups, member?.groupIds ?? []),
    }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    type: ViewerRef,
    description: "Whoever is asking: what the forum takes you for.",
    resolve: async (_, __, { reader }) => ({ member: await reader.member() }),
  }),
);
