import type { CommentWritten } from "../domain/practice-commands.ts";
import { parseText } from "../domain/parse.ts";
import { builder } from "./builder.ts";
import type { Repeatable } from "./command.ts";
import { command, idempotencyKeyDescription, optionalText, parseIdempotencyKey } from "./command.ts";
import { lookUp } from "./ids.ts";
import { CommentRef } from "./practice-comments.ts";
import { CommentTypeEnum, DispositionEnum } from "./practice-enums.ts";

const maxLength = 10_000;

const PracticeCommentInput = builder.inputType("PracticeCommentInput", {
  description: "A comment in the form of the standards bodies.",
  fields: (t) => ({
    clause: t.string({ description: "The clause that it is on, such as R-1; on the whole where it is not given." }),
    type: t.field({ type: CommentTypeEnum, required: true, description: "What sort of comment it is." }),
    text: t.string({ required: true, description: "What it says, 1 to 10,000 characters." }),
    proposedChange: t.string({ description: "The change that it proposes, at most 10,000 characters." }),
  }),
});

type Input = typeof PracticeCommentInput.$inferInput;

function parseComment({ clause, type, text, proposedChange }: Input) {
  return {
    clause: optionalText(clause, "input.clause", 20),
    type,
    text: parseText(text, "input.text", maxLength, true),
    proposedChange: optionalText(proposedChange, "input.proposedChange", maxLength),
  };
}

const CommentPayload = builder.objectRef<Repeatable<CommentWritten>>("CommentPayload").implement({
  description: "What a change to a comment gives back.",
  fields: (t) => ({
    comment: t.field({
      type: CommentRef,
      nullable: true,
      description: "The comment as it is now; null where it was refused.",
      resolve: ({ id }, _, { loaders }) => loaders.comments.load(id),
    }),
    cursor: t.string({
      description: "The place right behind this change in your own feed.",
      resolve: ({ position, idempotencyKey }, _, { reader }) => reader.cursorAt(position, idempotencyKey),
    }),
  }),
});

const key = { description: idempotencyKeyDescription };
const about = (id: string) => ({ subject: { kind: "comment", id } }) as const;

builder.mutationFields((t) => ({
  commentOnPractice: t.field({
    type: CommentPayload,
    description:
      "Comments on a practice, in the stages that take comments: those of its group, and in PUBLIC_COMMENT everybody who sees it. Contributors only.",
    args: {
      id: t.arg.id({ required: true, description: "The practice." }),
      input: t.arg({ type: PracticeCommentInput, required: true, description: "The comment." }),
      idempotencyKey: t.arg.string(key),
    },
    resolve: (_, { id, input, idempotencyKey }, context) =>
      command(
        context,
        "commentOnPractice",
        () => ({
          itemId: id,
          comment: parseComment(input),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        { itemId: id },
      ),
  }),
  commentAsVisitor: t.id({
    description:
      "Hands in a comment on a TLP:CLEAR practice that is open for public comment, without signing in. Nobody sees it until somebody of the group lets it in; nothing is kept of you but the name that you give. A few an hour from one address, else RATE_LIMITED. Gives the id that the comment will have.",
    args: {
      id: t.arg.id({ required: true, description: "The practice." }),
      input: t.arg({ type: PracticeCommentInput, required: true, description: "The comment." }),
      name: t.arg.string({ description: "The name to show with it, at most 200 characters; none where not given." }),
    },
    resolve: async (_, { id, input, name }, context) => {
      await context.reader.requireCommand("commentAsVisitor", id);
      await context.countVisitorComment();
      const parse = () => ({ itemId: id, comment: parseComment(input), name: optionalText(name, "name", 200) });
      return (await command(context, "commentAsVisitor", parse, { itemId: id })).id;
    },
  }),
  moderateComment: t.field({
    type: CommentPayload,
    description: "Lets a visitor's comment in, or refuses it. Chairs and editors of the group only.",
    args: {
      id: t.arg.id({ required: true, description: "The comment, from `waitingComments`." }),
      letIn: t.arg.boolean({ required: true, description: "Whether it is shown from now on." }),
    },
    resolve: (_, { id, letIn }, context) =>
      command(context, "moderateComment", () => ({ commentId: lookUp("comment", id), letIn })),
  }),
  disposeComment: t.field({
    type: CommentPayload,
    description:
      "Answers a comment for the group, or the objection to its first answer. Chairs and editors of the group only.",
    args: {
      id: t.arg.id({ required: true, description: "The comment." }),
      disposition: t.arg({ type: DispositionEnum, required: true, description: "What becomes of it." }),
      reason: t.arg.string({ description: "Why, at most 10,000 characters; needed but for ACCEPTED." }),
      answeredIn: t.arg.int({ description: "The version that answers it, which may be the one that comes next." }),
      idempotencyKey: t.arg.string(key),
    },
    resolve: (_, { id, disposition, reason, answeredIn, idempotencyKey }, context) =>
      command(
        context,
        "disposeComment",
        () => ({
          commentId: id,
          disposition,
          reason: optionalText(reason, "reason", maxLength),
          answeredIn: answeredIn ?? null,
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        about(id),
      ),
  }),
  objectToDisposition: t.field({
    type: CommentPayload,
    description:
      "Objects, once, to what became of a comment of your own organisation: it is open again until the group answers a last time.",
    args: {
      id: t.arg.id({ required: true, description: "The comment." }),
      text: t.arg.string({ required: true, description: "What there is against the answer, 1 to 10,000 characters." }),
      idempotencyKey: t.arg.string(key),
    },
    resolve: (_, { id, text, idempotencyKey }, context) =>
      command(
        context,
        "objectToDisposition",
        () => ({
          commentId: id,
          text: parseText(text, "text", maxLength, true),
          idempotencyKey: parseIdempotencyKey(idempotencyKey),
        }),
        about(id),
      ),
  }),
  withdrawComment: t.field({
    type: CommentPayload,
    description: "Takes an open comment of your own organisation back. It stays readable.",
    args: {
      id: t.arg.id({ required: true, description: "The comment." }),
      idempotencyKey: t.arg.string(key),
    },
    resolve: (_, { id, idempotencyKey }, context) =>
      command(
        context,
        "withdrawComment",
        () => ({ commentId: id, idempotencyKey: parseIdempotencyKey(idempotencyKey) }),
        about(id),
      ),
  }),
}));
