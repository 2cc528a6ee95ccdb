import type { FeedRecord, FeedRecords } from "../db/feed-record.ts";
import { defaultFeedSize, maxFeedSize } from "../db/reader.ts";
import { builder } from "./builder.ts";
import { FeedChangeEnum } from "./feed-changes.ts";
import { ItemFilterInput, parseFeedFilter } from "./filter.ts";
import { follow } from "./follow.ts";
import { ItemRef } from "./items.ts";
import { loadNode, NodeRef } from "./node.ts";

export const FeedEventRef = builder.objectRef<FeedRecord>("FeedEvent").implement({
  description: "One change that you are entitled to hear of.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", {
      description: "The place right behind this event: keep it, and pass it as `after` to go on from here.",
    }),
    change: t.expose("change", { type: FeedChangeEnum, description: "What happened." }),
    at: t.expose("at", { type: "DateTime", description: "When it happened." }),
    itemId: t.exposeID("itemId", {
      nullable: true,
      description: "The item; null with RIGHTS_CHANGED, and with what happens in a group and concerns no item.",
    }),
    revision: t.exposeInt("revision", {
      nullable: true,
      description: "The revision that this change made, where it made one.",
    }),
    item: t.expose("item", {
      type: ItemRef,
      nullable: true,
      description: "The item as it is now, which may be newer than this event; null with HIDDEN and RIGHTS_CHANGED.",
    }),
    subjectId: t.exposeID("subjectId", {
      nullable: true,
      description: "What an activity happened to, such as a comment; null with what happens to items and rights.",
    }),
    subject: t.field({
      type: NodeRef,
      nullable: true,
      description: "What an activity happened to, as it is now; null where you may see it no longer.",
      resolve: ({ subjectId }, _, context) => (subjectId === null ? null : loadNode(context, subjectId)),
    }),
  }),
});

export const FeedPageRef = builder.objectRef<FeedRecords>("FeedPage").implement({
  description: "A stretch of your feed.",
  fields: (t) => ({
    events: t.field({
      type: [FeedEventRef],
      description: "The events, oldest first.",
      resolve: ({ events }) => [...events],
    }),
    endCursor: t.exposeString("endCursor", {
      description: "Where to go on: pass it as `after`. On an empty page, where you stand.",
    }),
    hasMore: t.exposeBoolean("hasMore", { description: "Whether there is more already. Never with an empty page." }),
  }),
});

const filterDescription =
  "Which items you want to hear of, all where it is not given. An event passes if the item matches before or after the change, an activity if the item that it hangs on matches now; RIGHTS_CHANGED always passes. `statuses` means nothing here, and `text` is BAD_USER_INPUT.";
const cursorErrors =
  "CURSOR_INVALID for what this forum did not give to your account, CURSOR_EXPIRED for what it gave before it was restored from a backup.";

builder.queryFields((t) => ({
  feed: t.field({
    type: FeedPageRef,
    description: "The same events as the subscription, for asking from time to time.",
    args: {
      first: t.arg.int({
        description: `How many events at most, 0 to ${maxFeedSize}; ${defaultFeedSize} where it is not given.`,
      }),
      after: t.arg.string({
        description: `Only what comes behind this cursor; null or "beginning" starts with the oldest. ${cursorErrors}`,
      }),
      filter: t.arg({ type: ItemFilterInput, description: filterDescription }),
    },
    extensions: { pageSize: defaultFeedSize, pageSizeArgs: ["first"] },
    resolve: (_, { first, after, filter }, { reader }) =>
      reader.feedPage({ first: first ?? null, after: after ?? null, filter: parseFeedFilter(filter) }),
  }),
  feedCursor: t.string({
    description: "The cursor of this moment: whatever happens from now on comes behind it.",
    resolve: (_, __, { reader }) => reader.feedCursor(),
  }),
}));

builder.subscriptionField("feed", (t) =>
  t.field({
    type: FeedEventRef,
    description:
      "Every change that concerns you, as it happens, each once and in order. Keep the cursor of the last event that you have dealt with: with it as `after`, nothing is missed or repeated, however long you were away.",
    args: {
      after: t.arg.string({
        description: `Null starts now (ask \`feedCursor\` first where nothing may be missed), "beginning" with the oldest event, a cursor right behind it. ${cursorErrors}`,
      }),
      filter: t.arg({ type: ItemFilterInput, description: filterDescription }),
    },
    subscribe: (_, { after, filter }, context) =>
      follow(context, { after: after ?? null, filter: parseFeedFilter(filter) }),
    resolve: (event: FeedRecord) => event,
  }),
);
