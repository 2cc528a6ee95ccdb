import type { CommentAnswer, CommentCounts, CommentView } from "../db/read-comments.ts";
import { builder } from "./builder.ts";
import { PracticeRef } from "./item-kinds.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { nestedCost, parseNestedSize } from "./nested-lists.ts";
import { NodeRef } from "./node.ts";
import { CommentTypeEnum, DispositionEnum } from "./practice-enums.ts";

const AnswerRef = builder.objectRef<CommentAnswer>("CommentAnswer").implement({
  description: "What the group said to a comment, or to an objection to its first answer.",
  fields: (t) => ({
    disposition: t.expose("disposition", { type: DispositionEnum, description: "What became of the comment." }),
    reason: t.exposeString("reason", { nullable: true, description: "Why." }),
    answeredIn: t.exposeInt("answeredIn", { nullable: true, description: "The version that answers it." }),
    at: t.expose("at", { type: "DateTime", description: "When it was said." }),
  }),
});

export const CommentRef = builder.objectRef<CommentView>("PracticeComment");

CommentRef.implement({
  description:
    "A comment on a practice. It is seen by those who saw the practice when it was made, as long as they see the practice.",
  interfaces: [NodeRef],
  fields: (t) => ({
    practiceId: t.exposeID("itemId", { description: "The practice." }),
    practice: t.field({
      type: PracticeRef,
      nullable: true,
      description: "The same, with the label under which this is shown; null where it was hidden in the same moment.",
      resolve: ({ itemId }, _, { loaders }) => loaders.items.load(itemId),
    }),
    version: t.exposeInt("version", { description: "The version that it was made on." }),
    clause: t.exposeString("clause", { nullable: true, description: "The clause, such as R-1; null for the whole." }),
    type: t.expose("type", { type: CommentTypeEnum, description: "What sort of comment it is." }),
    text: t.exposeString("text", { description: "What it says." }),
    proposedChange: t.exposeString("proposedChange", { nullable: true, description: "The change that it proposes." }),
    at: t.expose("at", { type: "DateTime", description: "When it was made." }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The organisation that it comes from; null for a visitor's.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.namedOrganizations.load(organizationId),
    }),
    author: t.field({
      type: AccountRef,
      nullable: true,
      description: "Who wrote it, as far as the directory shows it to you; null for a visitor's.",
      resolve: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
    }),
    visitorName: t.exposeString("visitorName", {
      nullable: true,
      description: "The name that a visitor gave, which nobody has checked.",
    }),
    disposition: t.expose("disposition", { type: DispositionEnum, description: "What became of it by now." }),
    answers: t.field({
      type: [AnswerRef],
      description: "What the group said to it; twice where its author objected.",
      resolve: ({ answers }) => [...answers],
    }),
    objection: t.exposeString("objection", {
      nullable: true,
      description: "What its author had against the first answer.",
    }),
    objectedAt: t.expose("objectedAt", { type: "DateTime", nullable: true, description: "When it objected." }),
  }),
});

const CountsRef = builder.objectRef<CommentCounts & { readonly itemId: string }>("CommentCounts").implement({
  description: "How many comments there are, as far as you see them.",
  fields: (t) => ({
    total: t.exposeInt("total", { description: "All of them." }),
    open: t.exposeInt("open", { description: "Those without an answer." }),
    objections: t.exposeInt("objections", { description: "Those of the type OBJECTION." }),
    waiting: t.int({
      nullable: true,
      description:
        "Those of visitors that wait to be let in, which hold no move up and are in no other count, also when the time for comments is over. For the chairs and editors of its group, null for everybody else.",
      resolve: ({ itemId }, _, { loaders }) => loaders.waitingCounts.load(itemId),
    }),
  }),
});

const range = builder.args((t) => ({
  first: t.int({ description: "How many at most, 0 to 100; 20 where it is not given." }),
  after: t.id({ description: "Only those behind this comment." }),
}));

builder.objectFields(PracticeRef, (t) => ({
  comments: t.field({
    type: [CommentRef],
    description: "Its comments, oldest first.",
    args: {
      ...range,
      clause: t.arg.string({ description: "Only those on this clause." }),
      dispositions: t.arg({ type: [DispositionEnum], description: "Only those of which this became." }),
    },
    extensions: nestedCost("first"),
    resolve: async ({ id }, { first, after, clause, dispositions }, { loaders }) => {
      const asked = { after: after ?? null, clause: clause ?? null, dispositions: dispositions ?? null };
      const of = loaders.practiceComments({ first: parseNestedSize(first, "first"), ...asked });
      return [...(await of.load(id))];
    },
  }),
  commentCounts: t.field({
    type: CountsRef,
    description: "How many comments it has.",
    resolve: async ({ id }, _, { loaders }) => ({ itemId: id, ...(await loaders.commentCounts.load(id)) }),
  }),
  waitingComments: t.field({
    type: [CommentRef],
    nullable: true,
    description:
      "Comments of visitors that wait to be let in, oldest first: for the chairs and editors of its group, null for everybody else.",
    args: range,
    extensions: nestedCost("first"),
    resolve: ({ id }, { first, after }, { loaders }) =>
      loaders
        .waitingComments({ first: parseNestedSize(first, "first"), after: after ?? null })
        .load(id)
        .then((found) => (found === null ? null : [...found])),
  }),
}));
