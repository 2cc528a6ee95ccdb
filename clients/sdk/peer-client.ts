import type { Caller, ReadOptions } from "./caller.ts";
import type { Operations, PeerAgreementInput, PeerAlarmFields, PeerCare, PeerFields, PeerState } from "./generated.ts";

export type PeerPreview = Operations["previewPeer"]["result"]["previewPeer"];
export type DeliveredItem = NonNullable<Operations["deliveries"]["result"]["item"]>;
export type Peering = NonNullable<Operations["peering"]["result"]["peering"]>;
export type PeeringOrganization = NonNullable<
  Operations["peeringDirectory"]["result"]["peering"]
>["organizations"][number];
export type SentEnvelope = NonNullable<Operations["missingEnvelopes"]["result"]["peering"]>["envelopes"][number];
export type EnvelopePage = Operations["envelopePage"]["result"]["feed"];
export type EnvelopeReceipt = Operations["confirmEnvelopes"]["variables"]["receipts"][number];

/** Other forums: which there are, how it goes with them, and what a forum asks of another. */
export class PeerClient {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** The forums with which this one has an agreement, by name. */
  async list(options?: ReadOptions): Promise<readonly PeerFields[]> {
    return (await this.#caller.send("peers", {}, options)).peers;
  }

  /** The same with what stewards are told: what is agreed, how far each is, what went wrong. Null fields for everybody else. */
  async inCare(options?: ReadOptions): Promise<readonly PeerCare[]> {
    return (await this.#caller.send("peersInCare", {}, options)).peers;
  }

  /** Has the forum ask who another says that it is. */
  async preview(url: string, options?: ReadOptions): Promise<PeerPreview> {
    return (await this.#caller.send("previewPeer", { url }, options)).previewPeer;
  }

  /** Agrees with a forum whose fingerprint its stewards have told. Sent once: sent twice, it would be refused as there already. */
  async add(
    url: string,
    fingerprint: string,
    agreement?: PeerAgreementInput,
    options?: ReadOptions,
  ): Promise<PeerCare> {
    return (await this.#caller.send("addPeer", { url, fingerprint, agreement }, { ...options, retries: 0 })).addPeer;
  }

  /** Changes what is given of the agreement. */
  async update(id: string, agreement: PeerAgreementInput, options?: ReadOptions): Promise<PeerCare> {
    return (await this.#caller.send("updatePeer", { id, agreement }, options)).updatePeer;
  }

  /** Pauses the exchange, or goes on with it. */
  async setState(id: string, state: PeerState, options?: ReadOptions): Promise<PeerCare> {
    return (await this.#caller.send("updatePeer", { id, state }, options)).updatePeer;
  }

  async remove(id: string, options?: ReadOptions): Promise<string> {
    return (await this.#caller.send("removePeer", { id }, { ...options, retries: 0 })).removePeer;
  }

  /** Reads all that it has for this forum once more. */
  async reread(id: string, options?: ReadOptions): Promise<PeerCare> {
    return (await this.#caller.send("rereadPeer", { id }, options)).rereadPeer;
  }

  async revokeKey(id: string, kid: string, options?: ReadOptions): Promise<PeerCare> {
    return (await this.#caller.send("revokePeerKey", { id, kid }, options)).revokePeerKey;
  }

  /** What stewards are told of other forums' streams: what is open, what was acknowledged, or all. */
  async alarms({ open, ...options }: ReadOptions & { readonly open?: boolean } = {}): Promise<
    readonly PeerAlarmFields[]
  > {
    return (await this.#caller.send("peerAlarms", { open }, options)).peerAlarms;
  }

  async acknowledge(alarmId: string, options?: ReadOptions): Promise<PeerAlarmFields> {
    return (await this.#caller.send("acknowledgePeerAlarm", { id: alarmId }, options)).acknowledgePeerAlarm;
  }

  /** Whether other forums are told of one's own organisation. */
  async setReachable(reachable: boolean, options?: ReadOptions): Promise<boolean> {
    return (await this.#caller.send("setReachable", { reachable }, options)).setReachable.reachable ?? reachable;
  }

  /** What has become of an item at each other forum; `deliveries` is null for whoever is not its origin. Null where there is no such item. */
  async deliveries(itemId: string, options?: ReadOptions): Promise<DeliveredItem | null> {
    return (await this.#caller.send("deliveries", { id: itemId }, options)).item;
  }

  /** As a peer: what the forum signs of its streams, and what it was shown of others'. Null for whoever is no peer. */
  async peering(options?: ReadOptions): Promise<Peering | null> {
    return (await this.#caller.send("peering", {}, options)).peering;
  }

  /** As a peer: the members that can be addressed there. */
  async directory(options?: ReadOptions): Promise<readonly PeeringOrganization[]> {
    return (await this.#caller.send("peeringDirectory", {}, options)).peering?.organizations ?? [];
  }

  /** As a peer: the envelopes behind a place. */
  async envelopePage(page: Operations["envelopePage"]["variables"], options?: ReadOptions): Promise<EnvelopePage> {
    return (await this.#caller.send("envelopePage", page, options)).feed;
  }

  /** As a peer: envelopes of a stream one after the other, where some were missed. */
  async missingEnvelopes(
    which: Operations["missingEnvelopes"]["variables"],
    options?: ReadOptions,
  ): Promise<readonly SentEnvelope[]> {
    return (await this.#caller.send("missingEnvelopes", which, options)).peering?.envelopes ?? [];
  }

  /** As a peer: up to where this forum has the streams of that one. Saying it twice is saying it once. */
  async confirm(receipts: readonly EnvelopeReceipt[], options?: ReadOptions): Promise<number> {
    return (await this.#caller.send("confirmEnvelopes", { receipts: [...receipts] }, options)).confirmEnvelopes;
  }
}
