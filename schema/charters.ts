import type { CharterView, GroupMoveView, SectorCount } from "../db/group-reader.ts";
import type { Charter, Deliverable } from "../domain/charters.ts";
import { BallotRuleEnum } from "./ballot-rule.ts";
import { builder } from "./builder.ts";
import { choiceEnum } from "./choice-enums.ts";
import { GroupMoveEnum, GroupStateEnum, JoiningEnum, MeetingRuleEnum } from "./group-words.ts";
import { SectorEnum, TlpEnum } from "./label-enums.ts";
import { loadShown } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";

const DeliverableRef = builder.objectRef<Deliverable>("Deliverable").implement({
  description: "Something that a group is to bring forth.",
  fields: (t) => ({
    title: t.exposeString("title", { description: "What it is." }),
    due: t.expose("due", { type: "DateTime", nullable: true, description: "By when, where that is said." }),
  }),
});

const DecisionRuleRef = builder.objectRef<Charter["decision"]>("DecisionRule").implement({
  description: "How a group decides.",
  fields: (t) => ({
    rule: t.expose("rule", { type: BallotRuleEnum, description: "What an option needs to win." }),
    quorumPercent: t.exposeInt("quorumPercent", {
      description: "The share of the organisations with a vote that has to take part, in percent.",
    }),
    balanced: t.exposeBoolean("balanced", {
      description: "Whether no sector may have more than half of those who take part.",
    }),
    secret: t.exposeBoolean("secret", { description: "Whether what somebody voted is shown to nobody." }),
  }),
});

export const CharterRef = builder.objectRef<CharterView>("Charter").implement({
  description:
    "One version of what a working group is for and how it works. Versions are never changed, only added to.",
  fields: (t) => ({
    version: t.exposeInt("version", { description: "1 for the first." }),
    scope: t.string({ description: "What it looks after, and what not.", resolve: ({ charter }) => charter.scope }),
    successCriteria: t.stringList({
      description: "By what it will be seen that it has done its work.",
      resolve: ({ charter }) => [...charter.successCriteria],
    }),
    riskCategories: t.field({
      type: [choiceEnum("RiskCategory")],
      description: "The areas of risk that it looks after.",
      resolve: ({ charter }) => [...charter.riskCategories],
    }),
    deliverables: t.field({
      type: [DeliverableRef],
      description: "What it is to bring forth.",
      resolve: ({ charter }) => [...charter.deliverables],
    }),
    durationMonths: t.int({
      description: "How many months it is in force from its approval on.",
      resolve: ({ charter }) => charter.durationMonths,
    }),
    chairs: t.field({
      type: [AccountRef],
      description: "Who chairs the group, with their organisations, as far as the directory shows them to you.",
      extensions: { pageSize: 3 },
      resolve: ({ charter }, _, { loaders }) => loadShown(loaders.accounts, charter.chairIds),
    }),
    joining: t.field({
      type: JoiningEnum,
      description: "How members come in.",
      resolve: ({ charter }) => charter.joining,
    }),
    decision: t.field({
      type: DecisionRuleRef,
      description: "How it decides.",
      resolve: ({ charter }) => charter.decision,
    }),
    meetingRule: t.field({
      type: MeetingRuleEnum,
      description: "What may be said of who said what in its meetings.",
      resolve: ({ charter }) => charter.meetingRule,
    }),
    proceedings: t.field({
      type: TlpEnum,
      description: "The weakest label that what is said in it may have.",
      resolve: ({ charter }) => charter.proceedings,
    }),
    intellectualProperty: t.string({
      description: "Under which terms members contribute.",
      resolve: ({ charter }) => charter.intellectualProperty,
    }),
    author: t.field({
      type: AccountRef,
      nullable: true,
      description: "Who handed it in, where the directory shows the account to you.",
      resolve: ({ authorId }, _, { loaders }) => loaders.accounts.load(authorId),
    }),
    at: t.expose("at", { type: "DateTime", description: "When it was handed in." }),
    approvedAt: t.expose("approvedAt", {
      type: "DateTime",
      nullable: true,
      description: "When a steward put it in force; null for one that never was.",
    }),
    signers: t.field({
      type: [OrganizationRef],
      description: "The organisations that signed on to this version of a proposal, in that order.",
      extensions: { pageSize: 10 },
      resolve: ({ signerIds }, _, { loaders }) => loadShown(loaders.organizations, signerIds),
    }),
  }),
});

export const GroupMoveRef = builder.objectRef<GroupMoveView>("GroupMoveRecord").implement({
  description: "How a group came from one state into another.",
  fields: (t) => ({
    move: t.expose("move", { type: GroupMoveEnum, description: "The move." }),
    from: t.expose("from", { type: GroupStateEnum, description: "Where it stood before." }),
    to: t.expose("to", { type: GroupStateEnum, description: "Where it stood behind it." }),
    account: t.field({
      type: AccountRef,
      nullable: true,
      description: "Who made it, where the directory shows the account to you; null where it came by itself.",
      resolve: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
    }),
    reason: t.exposeString("reason", { nullable: true, description: "Why." }),
    charterVersion: t.exposeInt("charterVersion", {
      nullable: true,
      description: "The version of the charter that was in force behind it.",
    }),
    at: t.expose("at", { type: "DateTime", description: "When." }),
  }),
});

export const SectorCountRef = builder.objectRef<SectorCount>("SectorCount").implement({
  description: "How many organisations of one sector there are.",
  fields: (t) => ({
    sector: t.expose("sector", { type: SectorEnum, description: "The sector." }),
    organizations: t.exposeInt("organizations", { description: "How many organisations; 0 where there is none." }),
  }),
});
