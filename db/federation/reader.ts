import type { EnvelopePlace } from "../../domain/entries.ts";
import type { MemberAtHome } from "../../domain/federation/directory.ts";
import type { Alarm } from "../../domain/federation/peers.ts";
import { receives } from "../../domain/federation/peers.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { streamKey } from "../../domain/policy.ts";
import type { ItemReadContext } from "../read-items.ts";
import { readAlarms, readAlarmsById } from "./read-alarms.ts";
import type { Delivery } from "./deliveries.ts";
import { readDeliveries } from "./deliveries.ts";
import { readOwnDirectory } from "./directories.ts";
import type { EnvelopeView } from "./read-envelopes.ts";
import { readEnvelopes } from "./read-envelopes.ts";
import type { PeerView } from "./read-peers.ts";
import { readPeerViews } from "./read-peers.ts";
import { readForumNames, readPeerById } from "./peers.ts";
import { readWitnessed } from "./stands.ts";

/** What there is to read of other forums, for one viewer: its rights are looked up anew for each read. */
export class FederationReader {
  readonly #context: () => Promise<ItemReadContext>;
  readonly #here: string;

  constructor(context: () => Promise<ItemReadContext>, here: string) {
    this.#context = context;
    this.#here = here;
  }

  /** The other forums, by name: members are told which there are, stewards how it goes with them, others nothing. */
  async peers(): Promise<PeerView[]> {
    return readPeerViews(await this.#context(), this.#here);
  }

  async peersById(ids: readonly string[]): Promise<(PeerView | null)[]> {
    const peers = await this.peers();
    return ids.map((id) => peers.find((peer) => peer.id === id) ?? null);
  }

  /** What stewards are told of peers' streams, newest first; nothing for others. */
  async alarms({ open }: { readonly open: boolean | null }): Promise<Alarm[]> {
    return readAlarms(await this.#context(), open);
  }

  async alarmsById(ids: readonly string[]): Promise<(Alarm | null)[]> {
    const found = await readAlarmsById(await this.#context(), ids);
    return ids.map((id) => found.find((alarm) => alarm.id === id) ?? null);
  }

  /** What forums are called, for whoever is shown something of theirs; null where there is no agreement any longer. */
  async forumNames(forumIds: readonly string[]): Promise<(string | null)[]> {
    const { dialect } = await this.#context();
    const names = await readForumNames(dialect, forumIds);
    return forumIds.map((id) => names.get(id) ?? null);
  }

  /** What has become of items at each other forum, for the organisation that they come from; null for others. */
  async deliveries(itemIds: readonly string[]): Promise<(Delivery[] | null)[]> {
    return readDeliveries(await this.#context(), this.#here, itemIds);
  }

  /** Envelopes by their places, for the peers that follow their streams; null for everybody else. */
  async envelopes(places: readonly EnvelopePlace[]): Promise<(EnvelopeView | null)[]> {
    return readEnvelopes(await this.#context(), this.#here, places);
  }

  /** Which of our streams the viewer may follow as a peer, whether there is anything on them or not; null where it is none. */
  async streams(): Promise<StreamName[] | null> {
    const { dialect, viewer, rights } = await this.#context();
    const peer = viewer.kind === "peer" ? await readPeerById(dialect, viewer.peerId) : null;
    if (peer === null) return null;
    const streams: readonly StreamName[] = ["community", "public", streamTo(peer.forumId)];
    return streams.filter((stream) => rights.ring.has(streamKey(stream)));
  }

  /** What we were shown of where streams stand that the viewer may follow, for a peer to compare with what it was shown. */
  async witnessed(): Promise<string[]> {
    const { dialect, viewer, rights } = await this.#context();
    if (viewer.kind !== "peer") return [];
    const held = await readWitnessed(dialect, this.#here);
    return held.filter(({ stream }) => rights.ring.has(streamKey(stream))).map(({ bytes }) => bytes);
  }

  /** Our members that have agreed to be named elsewhere, for peers from which we take what is for them. */
  async directory(): Promise<MemberAtHome[]> {
    const { dialect, viewer } = await this.#context();
    const peer = viewer.kind === "peer" ? await readPeerById(dialect, viewer.peerId) : null;
    return peer !== null && receives(peer.agreement) ? readOwnDirectory(dialect) : [];
  }
}
