import type { AdmissionView, SeatView } from "../db/group-reader.ts";
import { builder } from "./builder.ts";
import { CharterRef, GroupMoveRef, SectorCountRef } from "./charters.ts";
import { AdmissionTypeEnum, GroupRoleEnum, GroupStateEnum, StandingEnum } from "./group-words.ts";
import { GroupRef } from "./groups.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { required } from "./required.ts";

const GroupSeatRef = builder.objectRef<SeatView>("GroupSeat").implement({
  description: "Somebody in a group, an account or a whole organisation, with everything that it is there.",
  fields: (t) => ({
    account: t.field({
      type: AccountRef,
      nullable: true,
      description: "The account; null for an organisation.",
      resolve: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The organisation; null for an account, which names its own.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.organizations.load(organizationId),
    }),
    roles: t.field({ type: [GroupRoleEnum], description: "What it is.", resolve: ({ roles }) => [...roles] }),
  }),
});

const AdmissionRef = builder.objectRef<AdmissionView>("Admission").implement({
  description: "An invitation or a request that nobody has answered yet.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "What to answer it by." }),
    type: t.expose("type", { type: AdmissionTypeEnum, description: "Who asked whom." }),
    account: t.field({
      type: AccountRef,
      nullable: true,
      description:
        "The account that is to come in; null where it is an organisation, or has opted out of the directory.",
      resolve: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The organisation that is to come in as a whole; null where it is an account.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.organizations.load(organizationId),
    }),
    standing: t.expose("standing", { type: StandingEnum, description: "As what." }),
    note: t.exposeString("note", { nullable: true, description: "What was said to it." }),
    at: t.expose("at", { type: "DateTime", description: "When it was asked." }),
  }),
});

builder.objectFields(GroupRef, (t) => ({
  state: t.field({
    type: GroupStateEnum,
    description: "Where it stands in its life.",
    resolve: async ({ id }, _, { loaders }) => (await required(loaders.groupStatus.load(id))).state,
  }),
  charter: t.field({
    type: CharterRef,
    nullable: true,
    description: "The charter that is in force; null where there is none.",
    resolve: async ({ id }, _, { loaders }) => {
      const { charterVersion } = await required(loaders.groupStatus.load(id));
      return (await loaders.groupCharters.load(id)).find(({ version }) => version === charterVersion) ?? null;
    },
  }),
  charterEndsAt: t.field({
    type: "DateTime",
    nullable: true,
    description: "When the charter runs out, and with it the work; null where there is none.",
    resolve: async ({ id }, _, { loaders }) => (await required(loaders.groupStatus.load(id))).charterEndsAt,
  }),
  charters: t.field({
    type: [CharterRef],
    description: "Every version of its charter, newest first. The first may be ahead of the one in force.",
    extensions: { pageSize: 5 },
    resolve: ({ id }, _, { loaders }) => loaders.groupCharters.load(id),
  }),
  history: t.field({
    type: [GroupMoveRef],
    description: "How it came to where it stands, oldest first.",
    extensions: { pageSize: 10 },
    resolve: ({ id }, _, { loaders }) => loaders.groupHistory.load(id),
  }),
  seats: t.field({
    type: [GroupSeatRef],
    description: "Who is what in it, as far as the directory shows the accounts to you.",
    extensions: { pageSize: 20 },
    resolve: ({ id }, _, { loaders }) => loaders.groupSeats.load(id),
  }),
  sectorBalance: t.field({
    type: [SectorCountRef],
    description: "How many organisations of each sector have a vote in it.",
    resolve: ({ id }, _, { loaders }) => loaders.groupBalance.load(id),
  }),
  viewerRoles: t.field({
    type: [GroupRoleEnum],
    description: "What you are in it; empty where you are not in it.",
    resolve: ({ id }, _, { loaders }) => loaders.groupRoles.load(id),
  }),
  admissions: t.field({
    type: [AdmissionRef],
    description:
      "Invitations and requests that are open: all of them for its officers, for others those that concern them.",
    extensions: { pageSize: 10 },
    resolve: ({ id }, _, { loaders }) => loaders.groupAdmissions.load(id),
  }),
}));
