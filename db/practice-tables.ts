import type { MoveRule } from "../domain/stage-moves.ts";
import type { CommentType, Disposition, Stage } from "../domain/vocabulary.ts";
import type { Words } from "./sqlite/columns.ts";

/** The tables of practices: what hangs on items of that kind while a group works on them. */
export function definePracticeTables({ table, index, primaryKey, text, integer, bool, json }: Words) {
  const instant = text;
  return {
    /** The highest number that was given to a clause of a practice: none is used twice. */
    clauseNumbers: table("clause_numbers", {
      itemId: text("item_id").primaryKey(),
      last: integer("last").notNull(),
    }),
    /** Where each practice stands that was proposed to a group. */
    practices: table(
      "practices",
      {
        itemId: text("item_id").primaryKey(),
        groupId: text("group_id").notNull(),
        stage: text("stage").$type<Stage>().notNull(),
        version: integer("version").notNull(),
        adoptedVersion: integer("adopted_version"),
        since: instant("since").notNull(),
        closesAt: instant("closes_at"),
        successorId: text("successor_id"),
      },
      (t) => [index("practices_group").on(t.groupId, t.stage)],
    ),
    /** The revision that each move froze: the versions that comments, ballots and adoptions point at. */
    practiceVersions: table(
      "practice_versions",
      {
        itemId: text("item_id").notNull(),
        version: integer("version").notNull(),
        revision: integer("revision").notNull(),
        stage: text("stage").$type<Stage>().notNull(),
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.itemId, t.version] })],
    ),
    /** A record of every move: who, when, by which rule, and which objections stood. */
    practiceDecisions: table(
      "practice_decisions",
      {
        id: text("id").primaryKey(),
        itemId: text("item_id").notNull(),
        groupId: text("group_id").notNull(),
        version: integer("version").notNull(),
        from: text("from_stage").$type<Stage>(),
        to: text("to_stage").$type<Stage>().notNull(),
        rule: text("rule").$type<MoveRule | "PROPOSE">().notNull(),
        at: instant("at").notNull(),
        accountId: text("account_id").notNull(),
        organizationId: text("organization_id").notNull(),
        reason: text("reason"),
        closesAt: instant("closes_at"),
        ballotId: text("ballot_id"),
        successorId: text("successor_id"),
        objections: json("objections").$type<readonly string[]>().notNull(),
      },
      (t) => [index("practice_decisions_item").on(t.itemId, t.version)],
    ),
    /** Comments. One of a visitor has no account, and is shown to nobody but moderators until it is let in. */
    practiceComments: table(
      "practice_comments",
      {
        id: text("id").primaryKey(),
        itemId: text("item_id").notNull(),
        version: integer("version").notNull(),
        clause: text("clause"),
        type: text("type").$type<CommentType>().notNull(),
        text: text("text").notNull(),
        proposedChange: text("proposed_change"),
        accountId: text("account_id"),
        organizationId: text("organization_id"),
        visitorName: text("visitor_name"),
        at: instant("at").notNull(),
        /** null: nothing was to be moderated, or it was let in. */
        moderation: text("moderation").$type<"WAITING" | "REFUSED">(),
        moderatedBy: text("moderated_by"),
        disposition: text("disposition").$type<Disposition>().notNull(),
        objected: bool("objected").notNull(),
        objection: text("objection"),
        objectedAt: instant("objected_at"),
      },
      (t) => [index("practice_comments_item").on(t.itemId, t.at, t.id)],
    ),
    /** What the group said to a comment: once, and once more after an objection. */
    commentAnswers: table(
      "comment_answers",
      {
        commentId: text("comment_id").notNull(),
        round: integer("round").notNull(),
        disposition: text("disposition").$type<Disposition>().notNull(),
        reason: text("reason"),
        answeredIn: integer("answered_in"),
        accountId: text("account_id").notNull(),
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.commentId, t.round] })],
    ),
  };
}
