import type { Receipt } from "../../domain/federation/commands.ts";
import type { MemberAtHome } from "../../domain/federation/directory.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";
import type { Log } from "../log/commit.ts";
import type { Tail } from "../log/tail.ts";
import type { NewAlarm } from "./alarms.ts";
import { raiseAlarm } from "./alarms.ts";
import type { Arrival, Received } from "./arrival.ts";
import type { PublishBatch, Signed } from "./batch.ts";
import type { Checkpoint, CheckpointFinding } from "./checkpoints.ts";
import { noteCheckpoint, noteShown } from "./checkpoints.ts";
import { isDirectoryNew, noteDirectory, readOwnDirectory } from "./directories.ts";
import type { OwnKey } from "./own-keys.ts";
import { addOwnKey, readOwnKeys, revokeOwnKey } from "./own-keys.ts";
import type { Contact, FollowedPeer, KnownPeer, NumberedKey, PeerKey } from "./peers.ts";
import { addPeerKey, readFollowedPeers, readPeer, readPeerKeys, revokePeerKey, settlePeer } from "./peers.ts";
import { Publisher } from "./publisher.ts";
import { receiveArrivals } from "./receive.ts";
import { noteConfirmed } from "./receipts.ts";
import type { StreamStand } from "./stands.ts";
import { readOwnStreams, readStands, readWitnessed } from "./stands.ts";

type FederationParts = {
  readonly forumId: string;
  readonly dialect: Dialect;
  readonly log: Log;
  readonly tail: Tail;
  readonly now: () => Date;
};

/** What the forum itself works with where it follows others and is followed: no viewer asks for it. */
export class Federation {
  readonly #parts: FederationParts;
  readonly #publisher: Publisher;

  constructor(parts: FederationParts) {
    this.#parts = parts;
    this.#publisher = new Publisher(parts);
  }

  get forumId(): string {
    return this.#parts.forumId;
  }

  /** Our keys, oldest first. */
  ownKeys(): Promise<OwnKey[]> {
    return readOwnKeys(this.#parts.dialect);
  }

  /** Adds a key behind those that there are; CONFLICT where another node was faster, as with the first when two start at once. */
  async addOwnKey(key: Omit<OwnKey, "createdAt" | "revokedAt">): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => addOwnKey(tx, dialect.tables, key));
  }

  async revokeOwnKey(kid: string): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => revokeOwnKey(tx, dialect.tables, kid));
  }

  /** The keys of a forum with which there is an agreement of whichever direction, oldest first, the revoked ones as well. */
  keysOf(forumId: string): Promise<PeerKey[]> {
    return readPeerKeys(this.#parts.dialect, forumId);
  }

  /** Believes a key that the forum's statements name, which the caller has verified. */
  async addPeerKey(forumId: string, key: NumberedKey): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => addPeerKey(tx, dialect.tables, forumId, key));
  }

  /** Takes nothing that the key has signed from an instant on. */
  async revokePeerKey(forumId: string, kid: string, at: string): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => revokePeerKey(tx, dialect.tables, { forumId, kid, at }));
  }

  peerByForum(forumId: string): Promise<KnownPeer | null> {
    return readPeer(this.#parts.dialect, forumId);
  }

  /** Every peer that is looked after, if only for its keys; `nextAt` says from when on. */
  duePeers(): Promise<FollowedPeer[]> {
    return readFollowedPeers(this.#parts.dialect);
  }

  /**
   * How contact with a peer went, and for how many milliseconds it is looked after here or left alone. Gives the instant of that; null where
   * somebody else has written another since `seen`, or the peer is gone.
   */
  async settlePeer(
    id: string,
    { inMs, ...how }: Omit<Contact, "nextAt"> & { readonly inMs: number; readonly seen?: string },
  ): Promise<string | null> {
    const { log, dialect, now } = this.#parts;
    const nextAt = new Date(now().getTime() + inMs).toISOString();
    const isWritten = await log.commit((tx) => settlePeer(tx, dialect.tables, id, { ...how, nextAt }));
    return isWritten ? nextAt : null;
  }

  /** Takes a peer's directory as it is now. */
  async noteDirectory(peerId: string, organizations: readonly MemberAtHome[]): Promise<void> {
    const { log, dialect, forumId } = this.#parts;
    if (!(await isDirectoryNew(dialect, forumId, peerId, organizations))) return;
    await log.commit((tx) => noteDirectory(tx, dialect.tables, forumId, peerId, organizations));
  }

  /** Our own members that peers are told of. */
  directory(): Promise<MemberAtHome[]> {
    return readOwnDirectory(this.#parts.dialect);
  }

  /** Where those of our own streams stand that have anything. */
  ownStreams(): Promise<StreamStand[]> {
    return readOwnStreams(this.#parts.dialect, this.forumId);
  }

  /** Where some of our own streams stand, whether they have anything or not. */
  stands(streams: readonly StreamName[]): Promise<StreamStand[]> {
    return readStands(this.#parts.dialect, this.forumId, streams);
  }

  /** What we have been shown of where others' streams stand, for peers to compare with what they were shown. */
  witnessed(): Promise<{ readonly stream: StreamName; readonly bytes: string }[]> {
    return readWitnessed(this.#parts.dialect, this.forumId);
  }

  /** What our streams owe next, about a hundred envelopes; null where nothing is owed. */
  nextBatch(): Promise<PublishBatch | null> {
    return this.#publisher.nextBatch();
  }

  /** Writes a batch that was signed with our key of that number; false where it is no longer what is owed: ask for the next. */
  publish(batch: PublishBatch, signed: readonly Signed[], keyNumber: number): Promise<boolean> {
    return this.#publisher.publish(batch, signed, keyNumber);
  }

  /**
   * Takes what a peer has brought, with the place in its feed behind that: all in one transaction, so that nothing is taken twice or lost. `from` is
   * the place that was kept when the reading began, or the last that was given here: where another is kept since, that one stays.
   */
  async receive(
    peerId: string,
    arrivals: readonly Arrival[],
    cursor: string | null,
    from?: string | null,
  ): Promise<Received> {
    const { log, dialect, forumId } = this.#parts;
    return log.commit((tx) => receiveArrivals(tx, dialect, forumId, peerId, { arrivals, cursor, from }));
  }

  /** A peer knows what these receipts say. */
  async noteConfirmed(peerId: string, receipts: readonly Receipt[]): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => noteConfirmed(tx, dialect.tables, peerId, receipts));
  }

  /** Compares a checkpoint that a peer has shown with what is here; it has been verified. What is wrong has been told to the stewards. */
  async noteCheckpoint(
    peerId: string,
    checkpoint: Checkpoint,
    followedSince: string | null,
  ): Promise<CheckpointFinding[]> {
    const { log, dialect, forumId } = this.#parts;
    return log.commit((tx) => noteCheckpoint(tx, dialect, forumId, peerId, checkpoint, followedSince));
  }

  /** Of which streams of its own a peer has shown checkpoints now. */
  async noteShown(peerId: string, streams: readonly StreamName[]): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => noteShown(tx, dialect, peerId, streams));
  }

  /** Tells stewards of something; what has been told and not acknowledged is counted. */
  async raise(alarm: NewAlarm): Promise<void> {
    const { log, dialect } = this.#parts;
    await log.commit((tx) => raiseAlarm(tx, dialect.tables, alarm));
  }

  /** Tells when the log has grown, here or on another node: there may be something to publish. */
  onWork(listener: () => void): () => void {
    return this.#parts.tail.onGrowth(listener);
  }
}
