import type { BallotResult, BallotRule, SecretPaper } from "../domain/ballots.ts";
import type { Sector } from "../domain/vocabulary.ts";
import type { Words } from "./sqlite/columns.ts";

/** The tables of ballots. */
export function defineBallotTables({ table, index, primaryKey, text, integer, bool, json }: Words) {
  const instant = text;
  return {
    ballots: table(
      "ballots",
      {
        id: text("id").primaryKey(),
        groupId: text("group_id").notNull(),
        itemId: text("item_id"),
        version: integer("version"),
        question: text("question").notNull(),
        options: json("options").$type<readonly string[]>().notNull(),
        rule: text("rule").$type<BallotRule>().notNull(),
        quorumPercent: integer("quorum_percent").notNull(),
        balanced: bool("balanced").notNull(),
        secret: bool("secret").notNull(),
        opensAt: instant("opens_at").notNull(),
        closesAt: instant("closes_at").notNull(),
        zone: text("zone").notNull(),
        heldBy: text("held_by").notNull(),
        /** When those who may vote were written down. */
        openedAt: instant("opened_at"),
        /** When it was counted. */
        closedAt: instant("closed_at"),
        result: json("result").$type<BallotResult | null>(),
      },
      (t) => [index("ballots_group").on(t.groupId, t.opensAt), index("ballots_item").on(t.itemId, t.version)],
    ),
    /** Who may vote, as it was when the ballot opened, and who has. Of a secret ballot nothing else is kept of a voter, no instant either. */
    ballotVoters: table(
      "ballot_voters",
      {
        ballotId: text("ballot_id").notNull(),
        organizationId: text("organization_id").notNull(),
        sector: text("sector").$type<Sector>().notNull(),
        voted: bool("voted").notNull(),
      },
      (t) => [primaryKey({ columns: [t.ballotId, t.organizationId] })],
    ),
    /** The votes of open ballots, and what the chair has answered to them. */
    ballotVotes: table(
      "ballot_votes",
      {
        ballotId: text("ballot_id").notNull(),
        organizationId: text("organization_id").notNull(),
        accountId: text("account_id").notNull(),
        option: integer("option"),
        reason: text("reason"),
        at: instant("at").notNull(),
        heardAs: text("heard_as"),
        heardAt: instant("heard_at"),
      },
      (t) => [primaryKey({ columns: [t.ballotId, t.organizationId] })],
    ),
    /** All papers of a secret ballot in one row, sorted by what stands on them: no order of theirs tells who came when. */
    secretPapers: table("secret_papers", {
      ballotId: text("ballot_id").primaryKey(),
      papers: json("papers").$type<readonly SecretPaper[]>().notNull(),
    }),
  };
}
