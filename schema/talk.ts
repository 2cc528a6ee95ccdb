import type { PostDraft } from "../domain/thread-commands.ts";
import { AudienceInput } from "./audience.ts";
import { builder } from "./builder.ts";
import { command, idempotencyKeyDescription, parseIdempotencyKey } from "./command.ts";
import { parseAudience } from "./draft.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { TlpEnum } from "./label-enums.ts";
import { required } from "./required.ts";
import { PostRef, ThreadRef } from "./threads.ts";

const ThreadLabelInput = builder.inputType("ThreadLabelInput", {
  description: "The label of a thread, where it is not to have that of what it hangs on.",
  fields: (t) => ({
    tlp: t.field({ type: TlpEnum, required: true, description: "The label: the same as there, or a stricter one." }),
    audience: t.field({
      type: AudienceInput,
      description: "To whom, as the label asks for; of these, whoever sees what it hangs on sees the thread.",
    }),
  }),
});

const textArg = { required: true, description: "What is said, in Markdown: 1 to 20,000 characters." } as const;
const mentionsArg = {
  description:
    "Accounts to be told, at most 50. In a group its members; on an item anybody in the directory, and it reaches those who see the thread.",
} as const;

builder.mutationFields((t) => ({
  openThread: t.field({
    type: ThreadRef,
    description: "Begins a talk about an item that you see, or in a group that you are in. Contributors only.",
    args: {
      item: t.arg.id({ description: "The item. Give this or `group`." }),
      group: t.arg.id({ description: "The group. Give this or `item`." }),
      title: t.arg.string({ required: true, description: "What it is about: 1 to 300 characters." }),
      text: t.arg.string(textArg),
      mentions: t.arg.idList(mentionsArg),
      label: t.arg({
        type: ThreadLabelInput,
        description:
          "That of the item, or of what is said in the group, where it is not given; on an item that is TLP:CLEAR, TLP:GREEN.",
      }),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { item, group, title, text, mentions, label, idempotencyKey }, context) => {
      const parse = () => ({
        itemId: item ?? null,
        groupId: group ?? null,
        title,
        label:
          label == null
            ? null
            : {
                tlp: label.tlp,
                audience: label.audience == null ? null : parseAudience(label.audience, "label.audience"),
              },
        post: parsePost(text, mentions),
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      });
      const { id } = await command(context, "openThread", parse, aboutOneOf(item, group));
      return required(context.loaders.threads.load(id));
    },
  }),
  post: t.field({
    type: PostRef,
    description: "Says something in a thread. Contributors only; in a group for those who may speak there.",
    args: {
      thread: t.arg.id({ required: true, description: "The thread." }),
      text: t.arg.string(textArg),
      replyTo: t.arg.id({ description: "The post of the same thread that it answers." }),
      mentions: t.arg.idList(mentionsArg),
      idempotencyKey: t.arg.string({ description: idempotencyKeyDescription }),
    },
    resolve: async (_, { thread, text, replyTo, mentions, idempotencyKey }, context) => {
      const parse = () => ({
        threadId: thread,
        replyToId: replyTo == null ? null : lookUp("post", replyTo),
        post: parsePost(text, mentions),
        idempotencyKey: parseIdempotencyKey(idempotencyKey),
      });
      const { id } = await command(context, "post", parse, { subject: { kind: "thread", id: thread } });
      return required(context.loaders.posts.load(id));
    },
  }),
  editPost: t.field({
    type: PostRef,
    description: "Puts another text in the place of what you said; what was there stays in `versions`.",
    args: {
      id: t.arg.id({ required: true, description: "The post." }),
      text: t.arg.string(textArg),
      mentions: t.arg.idList(mentionsArg),
    },
    resolve: async (_, { id, text, mentions }, context) => {
      const parse = () => ({ postId: id, post: parsePost(text, mentions) });
      await command(context, "editPost", parse, { subject: { kind: "post", id } });
      return required(context.loaders.posts.load(id));
    },
  }),
  removePost: t.field({
    type: PostRef,
    description:
      "Takes a post out; that it was there stays. For its author, the officers of its group, and contributors of the origin of its item. CONFLICT the second time.",
    args: {
      id: t.arg.id({ required: true, description: "The post." }),
      reason: t.arg.string({ required: true, description: "Why, for everybody: 1 to 2,000 characters." }),
    },
    resolve: async (_, { id, reason }, context) => {
      await command(context, "removePost", () => ({ postId: id, reason }), { subject: { kind: "post", id } });
      return required(context.loaders.posts.load(id));
    },
  }),
  lookAtGroup: t.field({
    type: GroupRef,
    description: "Remembers that you have looked at a group now: its `activity` begins here the next time.",
    args: { group: t.arg.id({ required: true, description: "The group, which you are in." }) },
    resolve: async (_, { group }, context) => {
      const cursor = await context.reader.feedCursor();
      await command(context, "lookAtGroup", () => ({ groupId: group, cursor }), {
        subject: { kind: "group", id: group },
      });
      return required(context.loaders.groups.load(group));
    },
  }),
}));

function parsePost(text: string, mentions: readonly string[] | null | undefined): PostDraft {
  return { text, mentionIds: (mentions ?? []).map((id) => lookUp("account", id)) };
}

function aboutOneOf(item: string | null | undefined, group: string | null | undefined) {
  if (item != null && group == null) return { itemId: item };
  return group != null && item == null ? { subject: { kind: "group", id: group } as const } : {};
}
