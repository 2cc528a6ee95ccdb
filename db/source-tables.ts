import type { SourceKind, SourceReport, SourceSetup } from "../domain/sources.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { Words } from "./sqlite/columns.ts";

/** What is kept of the feeds of others. */
export function defineSourceTables({ table, index, uniqueIndex, primaryKey, text, integer, bool, json }: Words) {
  const instant = text;
  return {
    /** Feeds of others that are read for an organisation. Each acts as its account, by a token of its own that nobody knows. */
    sources: table(
      "sources",
      {
        id: text("id").primaryKey(),
        organizationId: text("organization_id").notNull(),
        accountId: text("account_id").notNull(),
        tokenId: text("token_id").notNull(),
        kind: text("kind").$type<SourceKind>().notNull(),
        name: text("name").notNull(),
        url: text("url").notNull(),
        tlp: text("tlp").$type<Tlp>().notNull(),
        audience: json("audience").$type<SourceSetup["audience"]>().notNull(),
        username: text("username"),
        password: text("password"),
        paused: bool("paused").notNull(),
        createdAt: instant("created_at").notNull(),
        polledAt: instant("polled_at"),
        nextAt: instant("next_at").notNull(),
        /** How often in a row it has failed. */
        failures: integer("failures").notNull(),
        error: text("error"),
        /** Where to go on, in the words of the source. */
        cursor: text("cursor"),
        report: json("report").$type<SourceReport>().notNull(),
      },
      (t) => [
        uniqueIndex("sources_organization_url").on(t.organizationId, t.url),
        index("sources_next").on(t.paused, t.nextAt),
      ],
    ),
    /** Which feed an item has come from. It outlives the source, for the same feed may be added again. */
    feedItems: table("feed_items", {
      itemId: text("item_id").primaryKey(),
      feed: text("feed").notNull(),
    }),
    /** Which version of which object a source has brought, where its cursor does not say so. */
    sourceObjects: table(
      "source_objects",
      {
        sourceId: text("source_id").notNull(),
        objectId: text("object_id").notNull(),
        version: text("version").notNull(),
      },
      (t) => [primaryKey({ columns: [t.sourceId, t.objectId] })],
    ),
  };
}
