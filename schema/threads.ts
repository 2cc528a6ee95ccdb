import type { PostView, ThreadView } from "../db/thread-reader.ts";
import { builder } from "./builder.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { ItemRef } from "./items.ts";
import { TlpEnum } from "./label-enums.ts";
import { loadShown } from "./loaders.ts";
import { AccountRef, OrganizationRef } from "./members.ts";
import { heavy, nestedCost, nestedSize, maxNestedSize, parseNestedSize } from "./nested-lists.ts";
import { NodeRef } from "./node.ts";
import { required } from "./required.ts";

const PostVersionRef = builder.objectRef<PostView["versions"][number]>("PostVersion").implement({
  description: "What a post said before it was changed.",
  fields: (t) => ({
    text: t.exposeString("text", { extensions: heavy, description: "What it said, in Markdown." }),
    at: t.expose("at", { type: "DateTime", description: "When that was written." }),
  }),
});

const RemovalRef = builder.objectRef<NonNullable<PostView["removal"]>>("PostRemoval").implement({
  description: "That a post was taken out.",
  fields: (t) => ({
    at: t.expose("at", { type: "DateTime", description: "When." }),
    reason: t.exposeString("reason", { description: "Why." }),
    byAuthor: t.exposeBoolean("byAuthor", { description: "Whether its author did it, and not a moderator." }),
  }),
});

export const ThreadRef = builder.objectRef<ThreadView>("Thread");
export const PostRef = builder.objectRef<PostView>("Post");

PostRef.implement({
  description: "Something that was said in a thread.",
  interfaces: [NodeRef],
  fields: (t) => ({
    thread: t.field({
      type: ThreadRef,
      description: "Where it was said.",
      resolve: ({ threadId }, _, { loaders }) => required(loaders.threads.load(threadId)),
    }),
    number: t.exposeInt("number", { description: "Its place in the thread: 1 for the first." }),
    replyTo: t.exposeID("replyToId", {
      nullable: true,
      description: "The post that it answers, where it answers one.",
    }),
    author: t.field({
      type: AccountRef,
      nullable: true,
      description:
        "Who wrote it, where the directory shows the account to you and it does not tell where an item comes from.",
      resolve: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.accounts.load(accountId)),
    }),
    organization: t.field({
      type: OrganizationRef,
      nullable: true,
      description: "The author's organisation, likewise.",
      resolve: ({ organizationId }, _, { loaders }) =>
        organizationId === null ? null : loaders.organizations.load(organizationId),
    }),
    text: t.exposeString("text", {
      nullable: true,
      extensions: heavy,
      description: "What it says, in Markdown. Null once it was removed; its author and the moderators still read it.",
    }),
    mentions: t.field({
      type: [AccountRef],
      description: "Whom it mentions, as far as the directory shows the accounts to you.",
      extensions: { pageSize: 2 },
      resolve: ({ mentionIds }, _, { loaders }) => loadShown(loaders.accounts, mentionIds),
    }),
    at: t.expose("at", { type: "DateTime", description: "When it was said." }),
    editedAt: t.expose("editedAt", { type: "DateTime", nullable: true, description: "When it was last changed." }),
    removal: t.field({
      type: RemovalRef,
      nullable: true,
      description: "That it was taken out; null for what stands.",
      resolve: ({ removal }) => removal,
    }),
    versions: t.field({
      type: [PostVersionRef],
      description: "What it said before, oldest first; of a removed post for its author and the moderators alone.",
      extensions: { pageSize: 2 },
      resolve: ({ versions }) => [...versions],
    }),
  }),
});

ThreadRef.implement({
  description:
    "A talk about an item or in a group. Its label is never weaker than that of what it hangs on, and nobody sees it who does not see that.",
  interfaces: [NodeRef],
  fields: (t) => ({
    title: t.exposeString("title", { description: "What it is about." }),
    tlp: t.expose("tlp", { type: TlpEnum, description: "Its label." }),
    item: t.field({
      type: ItemRef,
      nullable: true,
      description: "The item that it hangs on; null in a group.",
      resolve: ({ itemId }, _, { loaders }) => (itemId === null ? null : loaders.items.load(itemId)),
    }),
    group: t.field({
      type: GroupRef,
      nullable: true,
      description: "The group that it is in; null on an item.",
      resolve: ({ groupId }, _, { loaders }) => (groupId === null ? null : loaders.groups.load(groupId)),
    }),
    at: t.expose("at", { type: "DateTime", description: "When it began." }),
    postCount: t.int({
      description: "How many posts it has, removed ones included.",
      resolve: ({ id }, _, { loaders }) => loaders.postCounts.load(id),
    }),
    posts: t.field({
      type: [PostRef],
      description: "Its posts, oldest first.",
      args: {
        first: t.arg.int({
          description: `How many at most, 0 to ${maxNestedSize}; ${nestedSize} where it is not given.`,
        }),
        after: t.arg.int({ description: "Only those behind the post of this number." }),
      },
      extensions: nestedCost("first"),
      resolve: ({ id }, { first, after }, { loaders }) =>
        loaders.postsIn({ first: parseNestedSize(first, "first"), after: after ?? 0 }).load(id),
    }),
  }),
});

const threadsDescription = "The newest threads that you see, newest first.";
const lastDescription = `How many at most, 0 to ${maxNestedSize}; ${nestedSize} where it is not given.`;

builder.interfaceField(ItemRef, "threads", (t) =>
  t.field({
    type: [ThreadRef],
    description: `${threadsDescription} They hang on this item.`,
    args: { last: t.arg.int({ description: lastDescription }) },
    extensions: nestedCost("last"),
    resolve: ({ id }, { last }, { loaders }) =>
      loaders.threadsOnItems({ last: parseNestedSize(last, "last") }).load(id),
  }),
);

builder.objectField(GroupRef, "threads", (t) =>
  t.field({
    type: [ThreadRef],
    description: `${threadsDescription} They are in this group.`,
    args: { last: t.arg.int({ description: lastDescription }) },
    extensions: nestedCost("last"),
    resolve: ({ id }, { last }, { loaders }) =>
      loaders.threadsInGroups({ last: parseNestedSize(last, "last") }).load(id),
  }),
);

builder.queryField("thread", (t) =>
  t.field({
    type: ThreadRef,
    nullable: true,
    description: "A thread; null for what is not there or may not be seen by you.",
    args: { id: t.arg.id({ required: true, description: "The thread." }) },
    resolve: (_, { id }, { loaders }) => loaders.threads.load(lookUp("thread", id)),
  }),
);
