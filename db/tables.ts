import type { Entry, LogKey } from "../domain/entries.ts";
import type { RelationInput } from "../domain/commands.ts";
import type { Content, ItemKind } from "../domain/kinds.ts";
import type { Audience } from "../domain/label.ts";
import type { Key } from "../domain/policy.ts";
import type { Tlp } from "../domain/tlp.ts";
import type { AnswerState, Attribution, ItemStatus, RelationType, Sector } from "../domain/vocabulary.ts";
import { defineFederationTables } from "./federation-tables.ts";
import { defineGroupTables } from "./group-tables.ts";
import { defineThreadTables } from "./thread-tables.ts";
import { definePeopleTables } from "./people-tables.ts";
import { defineSourceTables } from "./source-tables.ts";
import { definePracticeTables } from "./practice-tables.ts";
import { defineAdoptionTables } from "./adoption-tables.ts";
import { defineBallotTables } from "./ballot-tables.ts";
import type { Words } from "./sqlite/columns.ts";

/** Every table once, for both dialects. Instants are UTC text with milliseconds, made by the application. */
export function defineTables(words: Words) {
  const { table, index, primaryKey, text, integer, bool, json } = words;
  const instant = text;

  return {
    ...defineBallotTables(words),
    ...defineAdoptionTables(words),

    /** One row: who this forum is, the last position of its log, and the secret that seals cursors. */
    forum: table("forum", {
      id: integer("id").primaryKey(),
      forumId: text("forum_id").notNull(),
      epoch: integer("epoch").notNull(),
      position: integer("position").notNull(),
      secret: text("secret").notNull(),
      /** Behind which number our streams for other forums begin that have nothing yet: it grows when the forum is put back to an earlier state. */
      streamsFrom: integer("streams_from").notNull().default(0),
    }),

    ...definePeopleTables(words),

    /** Items as they are now. `content` and the lists are JSON; what filters and orders ask for has a column of its own. */
    items: table(
      "items",
      {
        id: text("id").primaryKey(),
        /** The forum that it comes from and its id there; null where it is our own. */
        homeForumId: text("home_forum_id"),
        homeId: text("home_id"),
        kind: text("kind").$type<ItemKind>().notNull(),
        status: text("status").$type<ItemStatus>().notNull(),
        tlp: text("tlp").$type<Tlp>().notNull(),
        attribution: text("attribution").$type<Attribution>().notNull(),
        originId: text("origin_id").notNull(),
        originSector: text("origin_sector").$type<Sector>().notNull(),
        severity: integer("severity").notNull(),
        revision: integer("revision").notNull(),
        createdAt: instant("created_at").notNull(),
        publishedAt: instant("published_at"),
        revisedAt: instant("revised_at"),
        withdrawnAt: instant("withdrawn_at"),
        withdrawalReason: text("withdrawal_reason"),
        /** `|` before, between and after the ids, so that one id is found by a search for `|id|`. */
        techniques: text("techniques").notNull(),
        affects: text("affects").notNull(),
        groups: text("groups").notNull(),
        authorIds: json("author_ids").$type<readonly string[]>().notNull(),
        audience: json("audience").$type<Audience>().notNull(),
        content: json("content").$type<Content>().notNull(),
        /** Those of the label and those that relays have added, as in `item_keys`. */
        keys: json("keys").$type<readonly Key[]>().notNull(),
      },
      (t) => [index("items_origin").on(t.originId)],
    ),
    revisions: table(
      "revisions",
      {
        itemId: text("item_id").notNull(),
        revision: integer("revision").notNull(),
        at: instant("at").notNull(),
        authorId: text("author_id").notNull(),
        tlp: text("tlp").$type<Tlp>().notNull(),
        attribution: text("attribution").$type<Attribution>().notNull(),
        audience: json("audience").$type<Audience>().notNull(),
        content: json("content").$type<Content>().notNull(),
        relations: json("relations").$type<readonly RelationInput[]>().notNull(),
        /** The keys of this revision's own label, without relays. */
        keys: json("keys").$type<readonly Key[]>().notNull(),
      },
      (t) => [primaryKey({ columns: [t.itemId, t.revision] })],
    ),
    /**
     * Visibility, stored narrow: a row an item, key and category (and `*` for any), in the orders that pages are read in.
     * Whether a viewer sees an item is whether a row of one of its keys is here.
     */
    itemKeys: table(
      "item_keys",
      {
        key: text("key").$type<Key>().notNull(),
        category: text("category").notNull(),
        status: text("status").$type<ItemStatus>().notNull(),
        at: instant("at").notNull(),
        itemId: text("item_id").notNull(),
        severity: integer("severity").notNull(),
      },
      (t) => [
        // severity for nothing but that a page is read from the index alone
        primaryKey({ columns: [t.key, t.category, t.status, t.at, t.itemId, t.severity] }),
        index("item_keys_severity").on(t.key, t.category, t.status, t.severity, t.at, t.itemId),
        index("item_keys_item").on(t.itemId, t.category, t.key),
      ],
    ),
    relations: table(
      "relations",
      {
        sourceId: text("source_id").notNull(),
        type: text("type").$type<RelationType>().notNull(),
        targetId: text("target_id").notNull(),
      },
      (t) => [primaryKey({ columns: [t.sourceId, t.type, t.targetId] }), index("relations_target").on(t.targetId)],
    ),
    relays: table(
      "relays",
      {
        id: text("id").primaryKey(),
        itemId: text("item_id").notNull(),
        key: text("key").$type<Key>().notNull(),
        organizationId: text("organization_id").notNull(),
        byOrganizationId: text("by_organization_id").notNull(),
        byAccountId: text("by_account_id").notNull(),
        at: instant("at").notNull(),
        endedAt: instant("ended_at"),
      },
      (t) => [index("relays_item").on(t.itemId)],
    ),
    sightings: table(
      "sightings",
      {
        id: text("id").primaryKey(),
        itemId: text("item_id").notNull(),
        organizationId: text("organization_id").notNull(),
        accountId: text("account_id").notNull(),
        count: integer("count").notNull(),
        firstSeen: instant("first_seen").notNull(),
        lastSeen: instant("last_seen").notNull(),
        attributed: bool("attributed").notNull(),
        note: text("note"),
        at: instant("at").notNull(),
      },
      (t) => [index("sightings_item").on(t.itemId)],
    ),
    answers: table(
      "answers",
      {
        itemId: text("item_id").notNull(),
        organizationId: text("organization_id").notNull(),
        accountId: text("account_id").notNull(),
        state: text("state").$type<AnswerState>().notNull(),
        note: text("note"),
        acknowledgedAt: instant("acknowledged_at").notNull(),
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.itemId, t.organizationId] })],
    ),

    /**
     * Who sees what hangs on items and groups: a row a subject and key. `item_id` is what it hangs on, which has to be visible too, and
     * `within` a key that has to be held besides.
     */
    subjectKeys: table(
      "subject_keys",
      {
        subjectId: text("subject_id").notNull(),
        key: text("key").$type<Key>().notNull(),
        itemId: text("item_id"),
        within: text("within").$type<Key>(),
      },
      (t) => [primaryKey({ columns: [t.subjectId, t.key] })],
    ),

    ...defineGroupTables(words),
    ...defineThreadTables(words),
    ...definePracticeTables(words),

    ...defineSourceTables(words),
    ...defineFederationTables(words),

    /** The log: one entry a change, in commit order. */
    log: table(
      "log",
      {
        position: integer("position").primaryKey(),
        at: instant("at").notNull(),
        entry: json("entry").$type<Entry>().notNull(),
      },
      (t) => [index("log_at").on(t.at, t.position)],
    ),
    /** Under which keys an entry is found: those before and after a change, and that of its item. */
    logKeys: table(
      "log_keys",
      { key: text("key").$type<LogKey>().notNull(), position: integer("position").notNull() },
      (t) => [primaryKey({ columns: [t.key, t.position] })],
    ),
    /** What is to happen by itself; what has happened is not here any more. */
    timers: table(
      "timers",
      { kind: text("kind").notNull(), subjectId: text("subject_id").notNull(), due: instant("due").notNull() },
      (t) => [primaryKey({ columns: [t.kind, t.subjectId] }), index("timers_due").on(t.due)],
    ),
    idempotency: table(
      "idempotency",
      {
        accountId: text("account_id").notNull(),
        key: text("key").notNull(),
        fingerprint: text("fingerprint").notNull(),
        result: json("result").$type<unknown>().notNull(),
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.accountId, t.key] }), index("idempotency_at").on(t.at)],
    ),
    /** Who did, tried or read what, without content. */
    audit: table(
      "audit",
      {
        id: text("id").primaryKey(),
        at: instant("at").notNull(),
        accountId: text("account_id"),
        tokenId: text("token_id"),
        action: text("action").notNull(),
        subjectId: text("subject_id"),
        outcome: text("outcome").notNull(),
      },
      (t) => [index("audit_at").on(t.at)],
    ),
  };
}

export type Tables = ReturnType<typeof defineTables>;
export type TableName = keyof Tables;
