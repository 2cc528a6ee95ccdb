import type { MeetingRule } from "../domain/groups.ts";
import type { MeetingRecord, MeetingState } from "../domain/meetings.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { Words } from "./sqlite/columns.ts";

/** The tables of what is said in groups and on items. Who sees it stands in `subject_keys`. */
export function defineThreadTables({ table, index, primaryKey, text, integer, json }: Words) {
  const instant = text;
  return {
    threads: table(
      "threads",
      {
        id: text("id").primaryKey(),
        itemId: text("item_id"),
        groupId: text("group_id"),
        title: text("title").notNull(),
        tlp: text("tlp").$type<Tlp>().notNull(),
        at: instant("at").notNull(),
      },
      (t) => [index("threads_item").on(t.itemId, t.at), index("threads_group").on(t.groupId, t.at)],
    ),
    posts: table(
      "posts",
      {
        id: text("id").primaryKey(),
        threadId: text("thread_id").notNull(),
        /** Its place in the thread: 1 for the first. */
        number: integer("number").notNull(),
        replyToId: text("reply_to_id"),
        accountId: text("account_id").notNull(),
        organizationId: text("organization_id").notNull(),
        text: text("text").notNull(),
        mentionIds: json("mention_ids").$type<readonly string[]>().notNull(),
        at: instant("at").notNull(),
        editedAt: instant("edited_at"),
        removedAt: instant("removed_at"),
        removedById: text("removed_by_id"),
        removalReason: text("removal_reason"),
      },
      (t) => [index("posts_thread").on(t.threadId, t.number)],
    ),
    /** What posts said before they were changed. */
    postVersions: table(
      "post_versions",
      {
        postId: text("post_id").notNull(),
        version: integer("version").notNull(),
        text: text("text").notNull(),
        /** When it was written. */
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.postId, t.version] })],
    ),
    /** Up to which cursor of its feed an account has looked at a group. */
    groupLooks: table(
      "group_looks",
      {
        accountId: text("account_id").notNull(),
        groupId: text("group_id").notNull(),
        cursor: text("cursor").notNull(),
      },
      (t) => [primaryKey({ columns: [t.accountId, t.groupId] })],
    ),
    meetings: table(
      "meetings",
      {
        id: text("id").primaryKey(),
        groupId: text("group_id").notNull(),
        title: text("title").notNull(),
        startsAt: instant("starts_at").notNull(),
        endsAt: instant("ends_at").notNull(),
        place: text("place"),
        agenda: json("agenda").$type<readonly string[]>().notNull(),
        rule: text("rule").$type<MeetingRule>().notNull(),
        state: text("state").$type<MeetingState>().notNull(),
        record: json("record").$type<MeetingRecord>(),
        at: instant("at").notNull(),
      },
      (t) => [index("meetings_group").on(t.groupId, t.startsAt)],
    ),
    attendance: table(
      "attendance",
      { meetingId: text("meeting_id").notNull(), accountId: text("account_id").notNull() },
      (t) => [primaryKey({ columns: [t.meetingId, t.accountId] })],
    ),
  };
}
