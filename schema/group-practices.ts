import type { CommentView } from "../db/read-comments.ts";
import { draftStages } from "../domain/practices.ts";
import { builder } from "./builder.ts";
import { defineConnection, pageArgs, pageCost } from "./connections.ts";
import { GroupRef } from "./groups.ts";
import { CommentRef } from "./practice-comments.ts";
import { PracticeConnection, practicePage } from "./practices.ts";

const CommentConnection = defineConnection<CommentView>("PracticeComment", CommentRef, "comments");

builder.objectFields(GroupRef, (t) => ({
  drafts: t.field({
    type: PracticeConnection,
    description:
      "The practices that it is making, from proposal to candidate, as far as you see them, those that moved last first. A practice that is adopted is among them while its next version is made.",
    args: pageArgs,
    extensions: pageCost,
    resolve: ({ id }, args, context) => practicePage(context, { ...args, groupId: id, stages: draftStages }),
  }),
  openComments: t.field({
    type: CommentConnection,
    description: "The comments without an answer on its drafts, as far as you see them, newest first.",
    args: pageArgs,
    extensions: pageCost,
    resolve: async ({ id }, args, { reader }) => {
      const { totalCount, ...page } = await reader.practices.openComments(id, args);
      return { page, total: () => totalCount };
    },
  }),
}));
