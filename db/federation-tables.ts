import type { AlarmKind, Agreement, PeerState } from "../domain/federation/peers.ts";
import type { StreamName } from "../domain/federation/streams.ts";
import type { RelationInput } from "../domain/commands.ts";
import type { Label } from "../domain/label.ts";
import type { Words } from "./sqlite/columns.ts";

/** A public key as a JWK (RFC 8037): Ed25519 alone. */
export type PublicJwk = { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string };
/** How many envelopes a peer has brought in which hour. */
export type TakenInHour = { readonly hour: string; readonly count: number };

/** What an item of another forum is here by one of its streams: to whom it is shown, and what it says of others. */
export type Claim = {
  readonly label: Label;
  readonly relations: readonly RelationInput[];
  readonly publishedAt: string;
  readonly revisedAt: string | null;
  readonly withdrawal: { readonly reason: string; readonly at: string } | null;
};

/** What is kept of other forums, of what was told them, and of what they told. `forumId` is the forum whose stream it is: ours or another's. */
export function defineFederationTables({ table, index, uniqueIndex, primaryKey, text, integer, json, bool }: Words) {
  const instant = text;
  return {
    /** The forum's own keys, oldest first by `number`; the newest that is not revoked signs. */
    forumKeys: table("forum_keys", {
      kid: text("kid").primaryKey(),
      number: integer("number").notNull(),
      publicKey: json("public_key").$type<PublicJwk>().notNull(),
      privateKey: text("private_key").notNull(),
      createdAt: instant("created_at").notNull(),
      revokedAt: instant("revoked_at"),
      /** The statement by which the key before names this one; null with the first. */
      statement: text("statement"),
    }),
    /** How far the log has been turned into envelopes, and which of the streams that many follow have been asked for: those are kept up. */
    publishing: table("publishing", {
      id: integer("id").primaryKey(),
      position: integer("position").notNull(),
      opened: json("opened").$type<readonly StreamName[]>().notNull(),
    }),
    peers: table(
      "peers",
      {
        id: text("id").primaryKey(),
        forumId: text("forum_id").notNull(),
        /** What it calls itself, and what its members' names end in here. */
        name: text("name").notNull(),
        url: text("url").notNull(),
        contact: text("contact"),
        state: text("state").$type<PeerState>().notNull(),
        agreement: json("agreement").$type<Agreement>().notNull(),
        addedAt: instant("added_at").notNull(),
        /** The place in its feed behind all that it has brought; null before anything has come. */
        cursor: text("cursor"),
        contactedAt: instant("contacted_at"),
        nextAt: instant("next_at").notNull(),
        failures: integer("failures").notNull(),
        error: text("error"),
        taken: json("taken").$type<TakenInHour | null>(),
      },
      (t) => [uniqueIndex("peers_forum").on(t.forumId), uniqueIndex("peers_name").on(t.name)],
    ),
    /** The keys of other forums that are believed, oldest first by `number`. */
    peerKeys: table(
      "peer_keys",
      {
        forumId: text("forum_id").notNull(),
        kid: text("kid").notNull(),
        number: integer("number").notNull(),
        publicKey: json("public_key").$type<PublicJwk>().notNull(),
        addedAt: instant("added_at").notNull(),
        /** From when on nothing that it has signed is taken. */
        revokedAt: instant("revoked_at"),
      },
      (t) => [primaryKey({ columns: [t.forumId, t.kid] })],
    ),
    /** Where each stream stands. */
    streams: table(
      "streams",
      {
        forumId: text("forum_id").notNull(),
        stream: text("stream").$type<StreamName>().notNull(),
        sequence: integer("sequence").notNull(),
        hash: text("hash").notNull(),
        /** The number of the key that signed the newest: no older one signs behind it. */
        keyNumber: integer("key_number").notNull(),
        /** When the newest was taken here. */
        at: instant("at").notNull(),
        /** Of streams of others: up to where their forum knows what we have taken and what not. */
        confirmed: integer("confirmed").notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.forumId, t.stream] })],
    ),
    /** Envelopes as they were signed, each once. */
    envelopes: table(
      "envelopes",
      {
        forumId: text("forum_id").notNull(),
        stream: text("stream").$type<StreamName>().notNull(),
        sequence: integer("sequence").notNull(),
        hash: text("hash").notNull(),
        bytes: text("bytes").notNull(),
        /** The item by its id here, and its revision at home. */
        itemId: text("item_id").notNull(),
        revision: integer("revision").notNull(),
        act: text("act").$type<"show" | "hide">().notNull(),
        at: instant("at").notNull(),
        /** The forums that it has been through before this one, its origin first; empty with our own. */
        route: json("route").$type<readonly string[]>().notNull(),
        /** The peer that brought it; null with our own. */
        peerId: text("peer_id"),
        /** Why nothing of it is shown; null where it was taken. */
        refusedAs: text("refused_as").$type<AlarmKind>(),
        refusal: text("refusal"),
        /** Whether peers that may follow the stream are told of it. */
        passedOn: bool("passed_on").notNull(),
      },
      (t) => [
        primaryKey({ columns: [t.forumId, t.stream, t.sequence] }),
        index("envelopes_item").on(t.itemId),
        index("envelopes_peer").on(t.peerId, t.passedOn),
      ],
    ),
    /** What the last envelope of each stream says of each item that it has told of. `digest` is made of what was told; "" asks for it anew. */
    streamItems: table(
      "stream_items",
      {
        forumId: text("forum_id").notNull(),
        stream: text("stream").$type<StreamName>().notNull(),
        itemId: text("item_id").notNull(),
        sequence: integer("sequence").notNull(),
        revision: integer("revision").notNull(),
        act: text("act").$type<"show" | "hide">().notNull(),
        digest: text("digest").notNull(),
        /** What the item is here by this stream alone; null with our own, and where it is shown to nobody by it. */
        claim: json("claim").$type<Claim | null>(),
      },
      (t) => [primaryKey({ columns: [t.forumId, t.stream, t.itemId] }), index("stream_items_item").on(t.itemId)],
    ),
    /** Which content came as which revision of an item of another forum, and which revision that is here; 0 where a newer one was here already. */
    arrivedRevisions: table(
      "arrived_revisions",
      {
        itemId: text("item_id").notNull(),
        revision: integer("revision").notNull(),
        digest: text("digest").notNull(),
        revisionHere: integer("revision_here").notNull(),
      },
      (t) => [primaryKey({ columns: [t.itemId, t.revision] })],
    ),
    /** Up to where a peer says that it has one of our streams. */
    receipts: table(
      "receipts",
      {
        peerId: text("peer_id").notNull(),
        stream: text("stream").$type<StreamName>().notNull(),
        sequence: integer("sequence").notNull(),
        at: instant("at").notNull(),
      },
      (t) => [primaryKey({ columns: [t.peerId, t.stream] })],
    ),
    /** What a peer has not taken of one of our streams, and why. */
    refusals: table(
      "refusals",
      {
        peerId: text("peer_id").notNull(),
        stream: text("stream").$type<StreamName>().notNull(),
        sequence: integer("sequence").notNull(),
        reason: text("reason").notNull(),
      },
      (t) => [primaryKey({ columns: [t.peerId, t.stream, t.sequence] })],
    ),
    /** The newest checkpoint of each stream that each peer has shown us, as it was signed. `peerId` is who showed it. */
    checkpoints: table(
      "checkpoints",
      {
        forumId: text("forum_id").notNull(),
        stream: text("stream").$type<StreamName>().notNull(),
        peerId: text("peer_id").notNull(),
        sequence: integer("sequence").notNull(),
        hash: text("hash").notNull(),
        at: instant("at").notNull(),
        /** By our clock: when a newer one was last shown, and since when the stream is said to be further than we have it. */
        shownAt: instant("shown_at").notNull(),
        aheadSince: instant("ahead_since"),
        bytes: text("bytes").notNull(),
      },
      (t) => [primaryKey({ columns: [t.forumId, t.stream, t.peerId] })],
    ),
    alarms: table(
      "alarms",
      {
        id: text("id").primaryKey(),
        kind: text("kind").$type<AlarmKind>().notNull(),
        peerId: text("peer_id").notNull(),
        forumId: text("forum_id"),
        stream: text("stream").$type<StreamName>(),
        sequence: integer("sequence"),
        message: text("message").notNull(),
        raisedAt: instant("raised_at").notNull(),
        count: integer("count").notNull(),
        acknowledgedAt: instant("acknowledged_at"),
      },
      (t) => [index("alarms_open").on(t.acknowledgedAt, t.raisedAt)],
    ),
  };
}
