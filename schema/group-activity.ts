import { ForumError } from "../domain/errors.ts";
import { feedChanges } from "../domain/vocabulary.ts";
import { builder } from "./builder.ts";
import { FeedPageRef } from "./feed.ts";
import { GroupRef } from "./groups.ts";
import { lookUp } from "./ids.ts";
import { ItemStatisticsRef } from "./statistics.ts";

const activitySize = 20;

builder.objectFields(GroupRef, (t) => ({
  statistics: t.field({
    type: ItemStatisticsRef,
    description:
      "Counts over the items that are addressed to it, by risk category, severity and month; as in `itemStatistics`.",
    resolve: ({ id }, _, { reader }) => reader.statistics({ groups: [id] }),
  }),
  activity: t.field({
    type: FeedPageRef,
    description:
      "What happened in it, oldest first: your feed with this group as its filter, from where you have last looked (see `lookAtGroup`), or from the beginning.",
    args: {
      first: t.arg.int({ description: `How many events at most, 0 to 500; ${activitySize} where it is not given.` }),
      after: t.arg.string({ description: "Only what comes behind this cursor of your feed." }),
    },
    extensions: { pageSize: activitySize, pageSizeArgs: ["first"] },
    resolve: async ({ id }, { first, after }, { reader }) => {
      const read = (from: string) =>
        reader.feedPage({ first: first ?? activitySize, after: from, filter: { groups: [id], changes: feedChanges } });
      if (after !== null && after !== undefined) return read(after);
      return sinceLastLook(read, await reader.workingGroups.lastLook(id));
    },
  }),
}));

/** A look that was remembered before the forum was restored from a backup is as good as none. */
async function sinceLastLook<T>(read: (from: string) => Promise<T>, look: string | null): Promise<T> {
  try {
    return await read(look ?? "beginning");
  } catch (error) {
    if (look !== null && error instanceof ForumError && error.code === "CURSOR_EXPIRED") return read("beginning");
    throw error;
  }
}

builder.queryField("group", (t) =>
  t.field({
    type: GroupRef,
    nullable: true,
    description: "A group of the directory; null for what is not there, and for whoever is not signed in.",
    args: { id: t.arg.id({ required: true, description: "The group." }) },
    resolve: (_, { id }, { loaders }) => loaders.groups.load(lookUp("group", id)),
  }),
);
