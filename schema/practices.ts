import type { DecisionView, PracticePageArgs, PracticeView, VersionView } from "../db/read-practices.ts";
import { clausesOf } from "../domain/clauses.ts";
import { badInput } from "../domain/errors.ts";
import { moveDemands } from "../domain/practices.ts";
import { builder } from "./builder.ts";
import type { Connection } from "./connections.ts";
import { defineConnection, pageArgs, pageCost } from "./connections.ts";
import type { Context } from "./context.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { PracticeRef } from "./item-kinds.ts";
import { TlpEnum } from "./label-enums.ts";
import { loadShown } from "./loaders.ts";
import { renderMarkdown } from "./markdown.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { heavy } from "./nested-lists.ts";
import { NodeRef } from "./node.ts";
import { CommentRef } from "./practice-comments.ts";
import { differenceOf, DifferenceRef } from "./practice-difference.ts";
import { MoveRuleEnum, StageEnum } from "./practice-enums.ts";
import { recordTypes } from "./records.ts";
import type { ItemView } from "../domain/view.ts";

const versionCost = { pageSize: 10 };
/** A long text can be written so that rendering it takes a hundred times as long as sending it. */
const renderedCost = { cost: 200 };

builder.objectField(recordTypes.Clause, "html", (t) =>
  t.string({
    description: "Its text as HTML that is safe to put into a page.",
    extensions: heavy,
    resolve: ({ text }) => renderMarkdown(text ?? ""),
  }),
);

const VersionRef = builder.objectRef<VersionView>("PracticeVersion").implement({
  description: "A text that a move of a practice froze: it is never changed.",
  fields: (t) => ({
    version: t.exposeInt("version", { description: "Its number: 1, 2, 3 …" }),
    stage: t.expose("stage", { type: StageEnum, description: "The stage that the practice came into with it." }),
    at: t.expose("at", { type: "DateTime", description: "When it was frozen." }),
    revision: t.exposeInt("revision", { description: "The revision of the item that it is." }),
    tlp: t.expose("tlp", {
      type: TlpEnum,
      description: "The label that it had. Show this before the text, in capitals.",
    }),
    title: t.string({ description: "Its title.", resolve: ({ content }) => content.envelope.title }),
    summary: t.string({ description: "Its summary.", resolve: ({ content }) => content.envelope.summary }),
    body: t.string({
      nullable: true,
      description: "Its whole text as CommonMark.",
      extensions: heavy,
      resolve: ({ content }) => content.envelope.body,
    }),
    clauses: t.field({
      type: [recordTypes.Clause],
      description: "What it demands, clause by clause.",
      extensions: versionCost,
      resolve: ({ content }) => [...clausesOf(content)],
    }),
  }),
});

export const DecisionRef = builder.objectRef<DecisionView>("PracticeDecision");

DecisionRef.implement({
  description: "The record of a move: who made it, when, by which rule, and which objections stood.",
  interfaces: [NodeRef],
  fields: (t) => ({
    practiceId: t.exposeID("itemId", { description: "The practice." }),
    version: t.exposeInt("version", { description: "The version that was frozen with it." }),
    from: t.expose("from", { type: StageEnum, nullable: true, description: "Where it stood; null for a proposal." }),
    to: t.expose("to", { type: StageEnum, description: "Where it stands from then on." }),
    rule: t.expose("rule", { type: MoveRuleEnum, description: "The rule by which it moved." }),
    ruleText: t.string({
      description: "The rule in words.",
      resolve: ({ rule }) =>
        rule === "PROPOSE" ? "Its origin proposes it to the group, which sees it." : moveDemands[rule].words,
    }),
    at: t.expose("at", { type: "DateTime", description: "When it was made." }),
    by: t.field({
      type: AccountRef,
      nullable: true,
      description: "Who made it, as far as the directory shows it to you.",
      resolve: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The organisation of whoever made it; null where that would say where the practice comes from.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.namedOrganizations.load(organizationId),
    }),
    reason: t.exposeString("reason", { nullable: true, description: "Why." }),
    closesAt: t.expose("closesAt", {
      type: "DateTime",
      nullable: true,
      description: "Until when comments were to be taken.",
    }),
    ballotId: t.exposeID("ballotId", { nullable: true, description: "The ballot that it rests on, where you see it." }),
    successor: t.field({
      type: PracticeRef,
      nullable: true,
      description: "The practice that took its place, where you see it.",
      resolve: ({ successorId }, _, { loaders }) => (successorId === null ? null : loaders.items.load(successorId)),
    }),
    objections: t.field({
      type: [CommentRef],
      description: "Objections that were not met, as far as you see them.",
      extensions: versionCost,
      resolve: ({ objectionIds }, _, { loaders }) => loadShown(loaders.comments, objectionIds),
    }),
  }),
});

const ProcessRef = builder.objectRef<PracticeView>("PracticeProcess").implement({
  description: "Where a practice stands that a group looks after.",
  fields: (t) => ({
    stage: t.expose("stage", { type: StageEnum, description: "Where it stands." }),
    group: t.field({
      type: GroupRef,
      nullable: true,
      description: "The group that looks after it; null for visitors.",
      resolve: ({ groupId }, _, { loaders }) => (groupId === null ? null : loaders.groups.load(groupId)),
    }),
    version: t.exposeInt("version", { description: "Its newest version." }),
    adoptedVersion: t.exposeInt("adoptedVersion", {
      nullable: true,
      description: "The version that is adopted, also while a newer one is under way.",
    }),
    since: t.expose("since", { type: "DateTime", description: "Since when it stands there." }),
    closesAt: t.expose("closesAt", {
      type: "DateTime",
      nullable: true,
      description: "Until when comments are taken, or were.",
    }),
    successor: t.field({
      type: PracticeRef,
      nullable: true,
      description: "The practice that took its place, where you see it.",
      resolve: ({ successorId }, _, { loaders }) => (successorId === null ? null : loaders.items.load(successorId)),
    }),
  }),
});

builder.objectFields(PracticeRef, (t) => ({
  bodyHtml: t.string({
    nullable: true,
    description: "Its body as HTML that is safe to put into a page.",
    extensions: renderedCost,
    resolve: ({ content }) => (content.envelope.body === null ? null : renderMarkdown(content.envelope.body)),
  }),
  process: t.field({
    type: ProcessRef,
    nullable: true,
    description: "Where it stands; null while no group looks after it.",
    resolve: ({ id }, _, { loaders }) => loaders.practices.load(id),
  }),
  versions: t.field({
    type: [VersionRef],
    description: "Its versions, oldest first: those whose own label let you see them.",
    extensions: versionCost,
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.practiceVersions.load(id))],
  }),
  difference: t.field({
    type: DifferenceRef,
    description: "What differs between two of its versions.",
    args: {
      from: t.arg.int({ required: true, description: "The older version." }),
      to: t.arg.int({ required: true, description: "The newer version." }),
    },
    extensions: { cost: 200 },
    resolve: async ({ id }, { from, to }, { loaders }) => {
      const versions = await loaders.practiceVersions.load(id);
      const named = (version: number, field: string): VersionView => {
        const found = versions.find((each) => each.version === version);
        if (found === undefined) throw badInput(field, "There is no such version, or you may not see it.");
        return found;
      };
      return differenceOf(named(from, "from"), named(to, "to"));
    },
  }),
  decisions: t.field({
    type: [DecisionRef],
    description: "The records of its moves, oldest first, as far as you see them.",
    extensions: versionCost,
    resolve: async ({ id }, _, { loaders }) => [...(await loaders.practiceDecisions.load(id))],
  }),
}));

export const PracticeConnection = defineConnection<ItemView>("Practice", PracticeRef, "practices");

/** A page of practices with their items. */
export async function practicePage(
  { reader, loaders }: Context,
  args: PracticePageArgs,
): Promise<Connection<ItemView>> {
  const page = await reader.practices.page(args);
  const nodes = await Promise.all(page.edges.map(({ node }) => loaders.items.load(node)));
  // a practice that was hidden between the two reads is left out
  const edges = page.edges.flatMap(({ cursor }, at) => {
    const node = nodes[at] ?? null;
    return node === null ? [] : [{ cursor, node }];
  });
  return { page: { ...page, edges }, total: () => page.totalCount };
}

builder.queryField("practice", (t) =>
  t.field({
    type: PracticeRef,
    nullable: true,
    description: "One practice. Null, without an error, for what is none, does not exist or may not be seen by you.",
    args: { id: t.arg.id({ required: true, description: "The practice." }) },
    resolve: async (_, { id }, { loaders }) => {
      const item = await loaders.items.load(lookUp("item", id));
      return item?.content.kind === "PRACTICE" ? item : null;
    },
  }),
);

builder.queryField("practices", (t) =>
  t.field({
    type: PracticeConnection,
    description: "The practices that groups look after, those that moved last first. `items` lists the others as well.",
    args: {
      ...pageArgs,
      group: t.arg.id({ description: "Only those that this group looks after. For members." }),
      stages: t.arg({ type: [StageEnum], description: "Only those that stand here; an empty list matches nothing." }),
    },
    extensions: pageCost,
    resolve: (_, { group, stages, ...args }, context) => {
      const groupId = group === undefined || group === null ? null : lookUp("group", group);
      return practicePage(context, { ...args, groupId, stages: stages ?? null });
    },
  }),
);
