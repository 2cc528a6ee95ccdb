/** Forums that tell each other their items, store to store. Their signatures are marks: what is signed is looked at elsewhere. */
import { generateKeyPairSync } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Connection } from "../../db/dialect.ts";
import type { Arrival } from "../../db/federation/arrival.ts";
import type { Received } from "../../db/federation/arrival.ts";
import type { PublishBatch, Signed } from "../../db/federation/batch.ts";
import { hashOf, localId, thumbprintOf } from "../../db/federation/hashes.ts";
import { openDialect } from "../../db/open.ts";
import type { StoreOptions } from "../../db/store.ts";
import type { Tables } from "../../db/tables.ts";
import type { EnvelopePlace } from "../../domain/entries.ts";
import type { ForumKey } from "../../domain/federation/commands.ts";
import { parseHead, writeEnvelope } from "../../domain/federation/envelopes.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Viewer } from "../../domain/people.ts";
import type { Person } from "./small-forum.ts";
import { operator, SmallForum } from "./small-forum.ts";

export type Payload = Readonly<Record<string, unknown>>;

export function newKey(): ForumKey {
  const { x = "" } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
  const publicKey = { kty: "OKP", crv: "Ed25519", x } as const;
  return { kid: thumbprintOf(publicKey), publicKey };
}

/** An envelope "signed" with a key. */
export function sealed(kid: string, payload: object): string {
  return JSON.stringify({ kid, payload });
}

export function opened(bytes: string): { kid: string; payload: Payload } {
  return JSON.parse(bytes);
}

/** What would come by the feed of whoever brings it, verified. */
export function arrivalOf(bytes: string, route: readonly string[], cursor: string | null = null): Arrival {
  const { kid, payload } = opened(bytes);
  return { cursor, route, bytes, hash: hashOf(bytes), kid, head: parseHead(payload), raw: payload };
}

export class FederatedForum {
  readonly forum: SmallForum;
  readonly name: string;
  readonly key: ForumKey;

  private constructor(forum: SmallForum, name: string, key: ForumKey) {
    this.forum = forum;
    this.name = name;
    this.key = key;
  }

  static async open(name: string, options: StoreOptions = {}, url?: string, key = newKey()): Promise<FederatedForum> {
    return new FederatedForum(await SmallForum.open(url, options), name, key);
  }

  get id(): string {
    return this.forum.store.forumId;
  }

  get federation() {
    return this.forum.store.federation;
  }

  async agree(other: FederatedForum, agreement: Partial<Agreement> = {}): Promise<string> {
    const url = `https://${other.name.toLowerCase()}.example`;
    const document = { forumId: other.id, name: other.name, url, contact: null, key: other.key };
    const input = { document, agreement: { ...defaultAgreement, ...agreement } };
    return (await this.forum.store.commit(operator, "addPeer", input)).id;
  }

  async change(other: FederatedForum, agreement: Partial<Agreement>): Promise<void> {
    await this.forum.store.commit(operator, "updatePeer", { peerId: await this.peerId(other), agreement });
  }

  async peerId(other: FederatedForum): Promise<string> {
    const peer = await this.federation.peerByForum(other.id);
    if (peer === null) throw new Error(`${this.name} has no agreement with ${other.name}`);
    return peer.id;
  }

  /** Somebody at home here who lets itself be known to other forums. */
  async person(): Promise<Person> {
    const person = await this.forum.person();
    await this.forum.store.commit(operator, "setReachable", {
      organizationId: person.organizationId,
      reachable: true,
    });
    return person;
  }

  /** Learns who is at home at another forum. */
  async learn(other: FederatedForum): Promise<void> {
    await this.federation.noteDirectory(await this.peerId(other), await other.federation.directory());
  }

  /** The id here of an item, organisation or account of another forum. */
  idOf(kind: "item" | "organization" | "account", id: string, other: { readonly id: string }): string {
    return localId(kind, { id, forumId: other.id }, this.id);
  }

  /** Publishes all that is owed; how many envelopes that were. */
  async publish(): Promise<number> {
    let count = 0;
    for (;;) {
      const batch = await this.federation.nextBatch();
      if (batch === null) return count;
      if (await this.federation.publish(batch, this.sign(batch), 1)) count += batch.drafts.length;
    }
  }

  sign({ drafts, streams }: PublishBatch): Signed[] {
    const heads = new Map([...streams].map(([stream, { sequence, hash }]) => [stream, { sequence, hash }]));
    return drafts.map(({ stream, head, shown }) => {
      const before = heads.get(stream);
      const place = { sequence: (before?.sequence ?? 0) + 1, previous: before?.hash ?? null };
      const bytes = sealed(this.key.kid, writeEnvelope({ ...head, ...place }, shown));
      const hash = hashOf(bytes);
      heads.set(stream, { sequence: place.sequence, hash });
      return { stream, sequence: place.sequence, hash, bytes };
    });
  }

  /** Where envelopes lie in the feed of a peer behind a place, with the cursors behind them, and the cursor at the end. */
  async places(
    peerId: string,
    after: string | null,
  ): Promise<{ places: { cursor: string; place: EnvelopePlace }[]; end: string }> {
    const viewer: Viewer = { kind: "peer", peerId };
    const places: { cursor: string; place: EnvelopePlace }[] = [];
    for (let cursor = after; ;) {
      const page = await this.forum.store
        .as(viewer)
        .feedPage({ first: 100, after: cursor, filter: { changes: ["ENVELOPE"] } });
      for (const event of page.events)
        if (event.envelope !== null) places.push({ cursor: event.cursor, place: event.envelope });
      cursor = page.endCursor;
      if (!page.hasMore) return { places, end: cursor };
    }
  }

  /** The envelopes that a peer finds here behind a place, as they arrive there. */
  async arrivals(other: FederatedForum, after: string | null): Promise<{ arrivals: Arrival[]; end: string }> {
    const peerId = await this.peerId(other);
    const { places, end } = await this.places(peerId, after);
    const wanted = places.filter(({ place }) => place.forumId !== other.id);
    const found = await this.forum.store
      .as({ kind: "peer", peerId })
      .federation.envelopes(wanted.map(({ place }) => place));
    const arrivals = wanted.flatMap(({ cursor }, at) => {
      const envelope = found[at];
      return envelope === null || envelope === undefined ? [] : [arrivalOf(envelope.bytes, envelope.route, cursor)];
    });
    return { arrivals, end };
  }

  /** Looks into the tables, as nobody else can. */
  async look<T>(read: (on: Connection, tables: Tables) => Promise<T>): Promise<T> {
    const dialect = await openDialect(this.forum.url, {});
    try {
      return await read(dialect.reader, dialect.tables);
    } finally {
      await dialect[Symbol.asyncDispose]();
    }
  }

  /** What one of our own streams was told, envelope by envelope. */
  async told(stream: StreamName): Promise<Payload[]> {
    const rows = await this.look((on, { envelopes: e }) =>
      on.db
        .select({ bytes: e.bytes })
        .from(e)
        .where(and(eq(e.forumId, this.id), eq(e.stream, stream)))
        .orderBy(e.sequence),
    );
    return rows.map(({ bytes }) => opened(bytes).payload);
  }

  /** Reads what another forum has for this one, from where it stopped; tells it what was taken. */
  async pull(other: FederatedForum): Promise<Received> {
    const peerId = await this.peerId(other);
    const peer = (await this.federation.duePeers()).find(({ id }) => id === peerId);
    const { arrivals, end } = await other.arrivals(this, peer?.cursor ?? null);
    const received = await this.federation.receive(peerId, arrivals, end);
    const viewer: Viewer = { kind: "peer", peerId: await other.peerId(this) };
    await other.forum.store.commit(viewer, "confirmEnvelopes", { receipts: received.receipts });
    await this.federation.noteConfirmed(peerId, received.receipts);
    return received;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.forum[Symbol.asyncDispose]();
  }
}
