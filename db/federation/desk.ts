/** What is known of what a peer has brought, while it is looked at in one transaction. It is looked up once, and kept up with what is written. */
import type { Column, SQL } from "drizzle-orm";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Address } from "../../domain/federation/addresses.ts";
import type { Dialect } from "../dialect.ts";
import type { Tx } from "../log/commit.ts";
import type { Tables } from "../tables.ts";
import type { Arrival, Verified } from "./arrival.ts";
import type { ChainFacts, EnvelopeRow, StreamRow } from "./chain.ts";
import type { PeerKey } from "./peers.ts";

export type PeerRow = Tables["peers"]["$inferSelect"];
type Place = Pick<EnvelopeRow, "forumId" | "stream" | "sequence">;

export class Desk {
  readonly tx: Tx;
  readonly dialect: Dialect;
  readonly here: string;
  /** Who brought it. */
  readonly peer: PeerRow;
  /** Every peer by the id of its forum. */
  readonly peers: ReadonlyMap<string, PeerRow>;
  readonly #keys: ReadonlyMap<string, PeerKey>;
  readonly #heads: Map<string, StreamRow>;
  readonly #known: Map<string, EnvelopeRow>;

  private constructor(
    parts: Pick<Desk, "tx" | "dialect" | "here" | "peer" | "peers">,
    keys: ReadonlyMap<string, PeerKey>,
    heads: Map<string, StreamRow>,
    known: Map<string, EnvelopeRow>,
  ) {
    this.tx = parts.tx;
    this.dialect = parts.dialect;
    this.here = parts.here;
    this.peer = parts.peer;
    this.peers = parts.peers;
    this.#keys = keys;
    this.#heads = heads;
    this.#known = known;
  }

  static async open(
    tx: Tx,
    dialect: Dialect,
    here: string,
    peer: PeerRow,
    arrivals: readonly Arrival[],
  ): Promise<Desk> {
    const { peers: p, peerKeys: k, streams: s, envelopes: e } = dialect.tables;
    const heads = arrivals.flatMap((arrival) => ("head" in arrival ? [arrival.head] : []));
    const forumIds = [...new Set([peer.forumId, ...heads.map(({ forumId }) => forumId)])];
    const peers = await tx.db.select().from(p);
    const keys = await tx.db.select().from(k).where(inArray(k.forumId, forumIds));
    const streams = await tx.db.select().from(s).where(inArray(s.forumId, forumIds));
    const known = new Map<string, EnvelopeRow>();
    for (const [first, ...others] of Map.groupBy(heads, ({ forumId, stream }) => `${forumId} ${stream}`).values()) {
      if (first === undefined) continue;
      const sequences = [first, ...others].map(({ sequence }) => sequence);
      const rows = await tx.db
        .select()
        .from(e)
        .where(and(eq(e.forumId, first.forumId), eq(e.stream, first.stream), inArray(e.sequence, sequences)));
      for (const row of rows) known.set(placeName(row), row);
    }
    return new Desk(
      { tx, dialect, here, peer, peers: new Map(peers.map((row) => [row.forumId, row])) },
      new Map(keys.map((row) => [`${row.forumId} ${row.kid}`, row])),
      new Map(streams.map((row) => [streamName(row), row])),
      known,
    );
  }

  /** What is known of where an envelope says that it stands. */
  factsOf({ head, kid }: Verified): ChainFacts & { readonly known: EnvelopeRow | null } {
    return {
      here: this.here,
      broughtBy: this.peer.forumId,
      isAgreed: this.peers.get(head.forumId)?.state === "AGREED",
      key: this.#keys.get(`${head.forumId} ${kid}`) ?? null,
      head: this.head(head),
      known: this.#known.get(placeName(head)) ?? null,
    };
  }

  head(stream: Pick<StreamRow, "forumId" | "stream">): StreamRow | null {
    return this.#heads.get(streamName(stream)) ?? null;
  }

  /** Where the streams of the peer's own forum stand. */
  headsOfPeer(): StreamRow[] {
    return [...this.#heads.values()].filter(({ forumId }) => forumId === this.peer.forumId);
  }

  async envelopeAt(place: Place): Promise<EnvelopeRow | null> {
    const kept = this.#known.get(placeName(place));
    if (kept !== undefined) return kept;
    const { envelopes: e } = this.dialect.tables;
    const [row] = await this.tx.db.select().from(e).where(isAt(this.dialect.tables, place));
    if (row !== undefined) this.#known.set(placeName(row), row);
    return row ?? null;
  }

  async addEnvelope(row: EnvelopeRow): Promise<void> {
    await this.tx.db.insert(this.dialect.tables.envelopes).values(row);
    this.#known.set(placeName(row), row);
  }

  async changeEnvelope(row: EnvelopeRow, changes: Partial<EnvelopeRow>): Promise<EnvelopeRow> {
    const changed = { ...row, ...changes };
    await this.tx.db.update(this.dialect.tables.envelopes).set(changes).where(isAt(this.dialect.tables, row));
    this.#known.set(placeName(row), changed);
    return changed;
  }

  async moveHead(row: StreamRow): Promise<void> {
    const { streams: s } = this.dialect.tables;
    await this.tx.db
      .insert(s)
      .values(row)
      .onConflictDoUpdate({ target: [s.forumId, s.stream], set: row });
    this.#heads.set(streamName(row), row);
  }

  /** Which of some addresses are somebody at home here. */
  async findHome(addresses: readonly Address[]) {
    const { organizations: o, accounts: a } = this.dialect.tables;
    const ids = addresses.filter(({ forumId }) => forumId === this.here).map(({ id }) => id);
    if (ids.length === 0) return () => null;
    const named = this.dialect.listOf(ids);
    const organizations = await this.tx.db.select({ id: o.id, home: o.homeForumId }).from(o).where(isIn(o.id, named));
    const accounts = await this.tx.db.select({ id: a.id, home: a.homeForumId }).from(a).where(isIn(a.id, named));
    const found = new Map<string, { readonly organization: string } | { readonly account: string }>();
    for (const { id, home } of organizations) if (home === null) found.set(id, { organization: id });
    for (const { id, home } of accounts) if (home === null) found.set(id, { account: id });
    return ({ id, forumId }: Address) => (forumId === this.here ? (found.get(id) ?? null) : null);
  }
}

function placeName({ forumId, stream, sequence }: Place): string {
  return `${forumId} ${stream} ${sequence}`;
}

function streamName({ forumId, stream }: Pick<StreamRow, "forumId" | "stream">): string {
  return `${forumId} ${stream}`;
}

function isAt({ envelopes: e }: Tables, { forumId, stream, sequence }: Place) {
  return and(eq(e.forumId, forumId), eq(e.stream, stream), eq(e.sequence, sequence));
}

function isIn(column: Column, list: SQL): SQL {
  return sql`${column} IN ${list}`;
}
