import type { BallotPageArgs } from "../db/read-ballots.ts";
import type { Reader } from "../db/reader.ts";
import type { BallotOutcome, BallotResult, BallotState, SecretPaper } from "../domain/ballots.ts";
import type { BallotView, Vote, Voter } from "../domain/ballot-view.ts";
import { kindOfId } from "../domain/ids.ts";
import { BallotRuleEnum } from "./ballot-rule.ts";
import { builder } from "./builder.ts";
import type { Connection } from "./connections.ts";
import { defineConnection, pageArgs, pageCost } from "./connections.ts";
import { enumOf } from "./enums.ts";
import { GroupRef } from "./groups.ts";
import { PracticeRef } from "./item-kinds.ts";
import { ItemRef } from "./items.ts";
import { lookUp } from "./ids.ts";
import { SectorEnum } from "./label-enums.ts";
import { OrganizationRef } from "./members.ts";
import { NodeRef } from "./node.ts";
import { required } from "./required.ts";

export const BallotStateEnum = enumOf<BallotState>("BallotState", "Where a ballot stands.", {
  SCHEDULED: "It opens at its instant.",
  OPEN: "Votes are taken.",
  CLOSED: "Nothing of it changes any more.",
});

const BallotOutcomeEnum = enumOf<BallotOutcome>(
  "BallotOutcome",
  "What a ballot came to. Of several that hold, the first.",
  {
    NO_QUORUM: "Too few took part.",
    UNBALANCED: "One sector had more than half of the votes.",
    NO_MAJORITY: "No option had as many votes as the rule asks for.",
    OBJECTIONS_UNHEARD: "There would have been a majority, but not every objection was answered.",
    DECIDED: "An option won.",
  },
);

export const BallotRef = builder.objectRef<BallotView>("Ballot");

const VoterRef = builder.objectRef<Voter>("Voter").implement({
  description:
    "An organisation that may vote. Who they are is written down when the ballot opens, and stays so whatever becomes of them in the group.",
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      description: "The organisation.",
      resolve: ({ organizationId }, _, { loaders }) => required(loaders.namedOrganizations.load(organizationId)),
    }),
    sector: t.expose("sector", { type: SectorEnum, description: "Its sector." }),
    voted: t.exposeBoolean("voted", { description: "Whether it has voted." }),
  }),
});

const VoteRef = builder.objectRef<Vote>("Vote").implement({
  description: "A vote of an open ballot.",
  fields: (t) => ({
    organization: t.field({
      type: OrganizationRef,
      description: "Whose it is.",
      resolve: ({ organizationId }, _, { loaders }) => required(loaders.namedOrganizations.load(organizationId)),
    }),
    option: t.exposeInt("option", { nullable: true, description: "The place of the option; null for an abstention." }),
    reason: t.exposeString("reason", { nullable: true, description: "Why." }),
    at: t.expose("at", { type: "DateTime", description: "When it was cast." }),
    heardAs: t.exposeString("heardAs", { nullable: true, description: "What the chair answered to it." }),
    heardAt: t.expose("heardAt", { type: "DateTime", nullable: true, description: "When the chair answered." }),
  }),
});

const PaperRef = builder.objectRef<SecretPaper>("BallotPaper").implement({
  description: "A paper of a secret ballot. Nothing says whose it is.",
  fields: (t) => ({
    option: t.exposeInt("option", { nullable: true, description: "The place of the option; null for an abstention." }),
    reason: t.exposeString("reason", { nullable: true, description: "Why." }),
  }),
});

const SectorTurnoutRef = builder.objectRef<BallotResult["bySector"][number]>("SectorTurnout").implement({
  description: "How many of a sector might vote, and how many did.",
  fields: (t) => ({
    sector: t.expose("sector", { type: SectorEnum, description: "The sector." }),
    eligible: t.exposeInt("eligible", { description: "How many of its organisations might vote." }),
    voted: t.exposeInt("voted", { description: "How many did." }),
  }),
});

const BallotResultRef = builder.objectRef<BallotResult>("BallotResult").implement({
  description: "What a ballot came to, for good.",
  fields: (t) => ({
    outcome: t.expose("outcome", { type: BallotOutcomeEnum, description: "Whether it was decided, or why not." }),
    winner: t.exposeInt("winner", { nullable: true, description: "The place of the option that won." }),
    votes: t.intList({ description: "The votes for each option, in their order.", resolve: ({ votes }) => [...votes] }),
    abstained: t.exposeInt("abstained", { description: "How many abstained." }),
    eligible: t.exposeInt("eligible", {
      description: "How many might vote when it opened, which the quorum is a share of.",
    }),
    voted: t.exposeInt("voted", { description: "How many did, abstentions included." }),
    bySector: t.field({
      type: [SectorTurnoutRef],
      description: "The same by sector.",
      resolve: ({ bySector }) => [...bySector],
    }),
  }),
});

BallotRef.implement({
  description:
    "A question that a group decides with one vote an organisation. Seen by the group, and of it by those who see the practice that it is about.",
  interfaces: [NodeRef],
  fields: (t) => ({
    group: t.field({
      type: GroupRef,
      description: "The group.",
      resolve: ({ groupId }, _, { loaders }) => required(loaders.groups.load(groupId)),
    }),
    practice: t.field({
      type: ItemRef,
      nullable: true,
      description: "The practice that it is about, if it is about one.",
      resolve: ({ itemId }, _, { loaders }) => (itemId === null ? null : loaders.items.load(itemId)),
    }),
    version: t.exposeInt("version", { nullable: true, description: "The version of the practice." }),
    question: t.exposeString("question", { description: "What is asked." }),
    options: t.stringList({
      description: "What can be voted for. A ballot about a practice says yes to it if the first wins.",
      resolve: ({ options }) => [...options],
    }),
    rule: t.expose("rule", { type: BallotRuleEnum, description: "How it is decided." }),
    quorumPercent: t.exposeInt("quorumPercent", { description: "How many percent of those who may vote have to." }),
    balanced: t.exposeBoolean("balanced", { description: "Whether no sector may have more than half of the votes." }),
    secret: t.exposeBoolean("secret", {
      description: "Whether nobody comes to know who voted what: no member, no chair, and not the operator.",
    }),
    state: t.expose("state", { type: BallotStateEnum, description: "Where it stands." }),
    opensAt: t.expose("opensAt", { type: "DateTime", description: "From when on votes are taken." }),
    closesAt: t.expose("closesAt", { type: "DateTime", description: "Until when, this instant not included." }),
    zone: t.exposeString("zone", { description: "The time zone in which people are shown the two." }),
    closedAt: t.expose("closedAt", { type: "DateTime", nullable: true, description: "When it was counted." }),
    result: t.expose("result", {
      type: BallotResultRef,
      nullable: true,
      description: "What it came to; null until it has been counted, within a second of its end.",
    }),
    voters: t.field({
      type: [VoterRef],
      description: "Who may vote, and who has. Empty before it opens.",
      extensions: { pageSize: 20 },
      resolve: ({ voters }) => [...voters],
    }),
    votes: t.field({
      type: [VoteRef],
      nullable: true,
      description: "The votes, as they were cast; null in a secret ballot.",
      extensions: { pageSize: 20 },
      resolve: ({ votes }) => (votes === null ? null : [...votes]),
    }),
    papers: t.field({
      type: [PaperRef],
      nullable: true,
      description:
        "The papers of a secret ballot once it has been counted, in no order of casting; null before, and in an open one.",
      extensions: { pageSize: 20 },
      resolve: ({ papers }) => (papers === null ? null : [...papers]),
    }),
    ownVoter: t.expose("ownVoter", {
      type: VoterRef,
      nullable: true,
      description: "Your own organisation among those who may vote; null where it is not one of them.",
    }),
  }),
});

const BallotConnection = defineConnection<BallotView>("Ballot", BallotRef, "ballots");

builder.queryField("ballot", (t) =>
  t.field({
    type: BallotRef,
    nullable: true,
    description: "One ballot. Null, without an error, for what does not exist or may not be seen by you.",
    args: { id: t.arg.id({ required: true, description: "The ballot's id." }) },
    resolve: (_, { id }, { loaders }) => (kindOfId(id) === "ballot" ? loaders.ballots.load(id) : null),
  }),
);

const stateArg = builder.args((t) => ({
  states: t.field({ type: [BallotStateEnum], description: "In one of these states." }),
}));

async function ballotPage(reader: Reader, args: BallotPageArgs): Promise<Connection<BallotView>> {
  const { totalCount, ...page } = await reader.ballots.page(args);
  return { page, total: () => totalCount };
}

builder.objectField(GroupRef, "ballots", (t) =>
  t.field({
    type: BallotConnection,
    description: "Its ballots, as far as you may see them, those that open last first.",
    args: { ...pageArgs, ...stateArg },
    extensions: pageCost,
    resolve: ({ id }, args, { reader }) => ballotPage(reader, { ...args, groupId: id }),
  }),
);

builder.objectField(PracticeRef, "ballots", (t) =>
  t.field({
    type: BallotConnection,
    description: "The ballots about it, as far as you may see them, those that open last first.",
    args: { ...pageArgs, ...stateArg },
    extensions: pageCost,
    resolve: ({ id }, args, { reader }) => ballotPage(reader, { ...args, itemId: id }),
  }),
);

builder.queryField("ballots", (t) =>
  t.field({
    type: BallotConnection,
    description: "The ballots that you may see, those that open last first.",
    args: {
      ...pageArgs,
      group: t.arg.id({ description: "Of one group." }),
      practice: t.arg.id({ description: "About one practice." }),
      ...stateArg,
    },
    extensions: pageCost,
    resolve: (_, { group, practice, ...args }, { reader }) => {
      const groupId = group == null ? null : lookUp("group", group);
      const itemId = practice == null ? null : lookUp("item", practice);
      return ballotPage(reader, { ...args, groupId, itemId });
    },
  }),
);
