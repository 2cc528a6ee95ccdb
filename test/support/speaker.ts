import type { Arrival, Received } from "../../db/federation/arrival.ts";
import { hashOf } from "../../db/federation/hashes.ts";
import type { ForumKey } from "../../domain/federation/commands.ts";
import type { EnvelopeHead, ShownItem } from "../../domain/federation/envelopes.ts";
import { writeEnvelope } from "../../domain/federation/envelopes.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { defaultAgreement } from "../../domain/federation/peers.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { newId } from "../../domain/ids.ts";
import type { FederatedForum } from "./federated-forum.ts";
import { arrivalOf, newKey, sealed } from "./federated-forum.ts";
import type { Person } from "./small-forum.ts";
import { advisory, operator } from "./small-forum.ts";

const day = 24 * 60 * 60 * 1_000;

/** Who is at the other end: a steward who is told of what is wrong, and somebody who can be named. */
type Facts = { readonly steward: Person; readonly reader: Person; readonly now: () => number };

/** A forum that says to another whatever a test makes it say. */
export class Speaker {
  readonly id: string;
  readonly key: ForumKey;
  readonly peerId: string;
  readonly #listener: FederatedForum;
  readonly #facts: Facts;
  readonly #said = new Map<string, string[]>();

  private constructor(listener: FederatedForum, facts: Facts, parts: Pick<Speaker, "id" | "key" | "peerId">) {
    this.#listener = listener;
    this.#facts = facts;
    this.id = parts.id;
    this.key = parts.key;
    this.peerId = parts.peerId;
  }

  /** One with which there is an agreement. */
  static async agree(
    listener: FederatedForum,
    { agreement, ...facts }: Facts & { readonly agreement: Partial<Agreement> },
  ): Promise<Speaker> {
    const [id, key] = [crypto.randomUUID(), newKey()];
    const document = { forumId: id, name: `Speaker ${id}`, url: "https://speaker.example", contact: null, key };
    const input = { document, agreement: { ...defaultAgreement, community: true, ...agreement } };
    const { id: peerId } = await listener.forum.store.commit(operator, "addPeer", input);
    return new Speaker(listener, facts, { id, key, peerId });
  }

  /** The next envelope of a stream, unless said otherwise. */
  say(stream: StreamName, head: Partial<EnvelopeHead>, shown: object | null = {}, kid = this.key.kid): string {
    const before = this.#said.get(stream) ?? [];
    const whole: EnvelopeHead = {
      forumId: this.id,
      stream,
      sequence: before.length + 1,
      previous: before.length === 0 ? null : hashOf(before.at(-1) ?? ""),
      at: this.#at(),
      expires: this.#at(366),
      act: shown === null ? "hide" : "show",
      item: { id: newId("item"), forumId: this.id },
      revision: 1,
      ...head,
    };
    const payload = writeEnvelope(whole, shown === null ? null : { ...this.shown(stream), ...shown });
    const bytes = sealed(kid, payload);
    if (whole.sequence === before.length + 1) this.#said.set(stream, [...before, bytes]);
    return bytes;
  }

  shown(stream: StreamName): ShownItem {
    const tlp = stream === "public" ? "CLEAR" : stream === "community" ? "GREEN" : "AMBER";
    const audience = stream.startsWith("to:")
      ? [{ id: this.#facts.reader.organizationId, forumId: this.#listener.id }]
      : [];
    return {
      status: "PUBLISHED",
      publishedAt: this.#at(),
      revisedAt: null,
      withdrawal: null,
      tlp,
      audience,
      attribution: "ANONYMOUS",
      origin: { organization: null, sector: null },
      content: advisory({ title: "The title" }).content,
      relations: [],
    };
  }

  bring(...bytes: readonly string[]): Promise<Received> {
    return this.hand(...bytes.map((one) => arrivalOf(one, [this.id], `behind ${hashOf(one)}`)));
  }

  hand(...arrivals: readonly Arrival[]): Promise<Received> {
    return this.#listener.federation.receive(this.peerId, arrivals, "end");
  }

  async cursor(): Promise<string | null> {
    const peers = await this.#listener.federation.duePeers();
    return peers.find(({ id }) => id === this.peerId)?.cursor ?? null;
  }

  /** The alarms that it has caused, as words. */
  async alarms(): Promise<string[]> {
    const alarms = await this.#listener.forum.store.as(this.#facts.steward.viewer).federation.alarms({ open: true });
    return alarms.filter(({ peerId }) => peerId === this.peerId).map(({ kind, count }) => `${kind} ${count}`);
  }

  #at(days = 0): string {
    return new Date(this.#facts.now() + days * day).toISOString();
  }
}
