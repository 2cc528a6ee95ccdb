import type { MemberAtHome } from "../../domain/federation/directory.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Dialect } from "../dialect.ts";
import type { Log } from "../log/commit.ts";
import type { Tail } from "../log/tail.ts";
import { isDirectoryNew, noteDirectory, readOwnDirectory } from "./directories.ts";
import type { OwnKey } from "./own-keys.ts";
import { addOwnKey, readOwnKeys, revokeOwnKey } from "./own-keys.ts";
import type { Contact, FollowedPeer, KnownPeer, NumberedKey, PeerKey } from "./peers.ts";
import { addPeerKey, readFollowedPeers, readPeer, readPeerKeys, revokePeerKey, settlePeer } from "./peers.ts";
import type { StreamStand } from "./stands.ts";
import { readOwnStreams, readWitnessed } from "./stands.ts";

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

  constructor(parts: FederationParts) {
    this.#parts = parts;
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

  /** Every peer that is to be followed, or asked for what it has confirmed; `nextAt` says from when on. */
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

  /** Where our own streams stand. */
  ownStreams(): Promise<StreamStand[]> {
    return readOwnStreams(this.#parts.dialect, this.forumId);
  }

  /** What we have been shown of where others' streams stand, for peers to compare with what they were shown. */
  witnessed(): Promise<{ readonly stream: StreamName; readonly bytes: string }[]> {
    return readWitnessed(this.#parts.dialect, this.forumId);
  }

  /** Tells when the log has grown, here or on another node: there may be something to publish. */
  onWork(listener: () => void): () => void {
    return this.#parts.tail.onGrowth(listener);
  }
}
