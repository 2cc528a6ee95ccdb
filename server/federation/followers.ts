/**
 * All peers, each looked after by itself and by one node: whichever finds it free takes it. Every second, and soon after the log has grown, it
 * looks which there are, so that what stewards change takes effect at once.
 */
import type { FollowedPeer } from "../../db/federation/peers.ts";
import { Bell } from "./bell.ts";
import type { TendedParts } from "./tended.ts";
import { leaseMs, Tended } from "./tended.ts";

const lookEveryMs = 1_000;
const gatherMs = 200;

export class Followers {
  readonly #parts: TendedParts;
  readonly #ending = new AbortController();
  readonly #bell = new Bell(this.#ending.signal);
  readonly #tended = new Map<string, Tended>();
  readonly #stopListening: () => void;
  readonly #running: Promise<void>;

  constructor(parts: TendedParts) {
    this.#parts = parts;
    this.#stopListening = parts.federation.onWork(() => this.#bell.ring());
    this.#running = this.#run();
  }

  /** A key is named that is not known: its forum is asked for its keys, soon and by the way. */
  learn(forumId: string): void {
    const { federation, keyWatch, telemetry } = this.#parts;
    const { signal } = this.#ending;
    const ask = async (): Promise<void> => {
      const peer = (await federation.duePeers()).find((one) => one.forumId === forumId);
      if (peer !== undefined) await keyWatch.lookAgain(peer, signal);
    };
    ask().catch((error: unknown) => {
      if (!signal.aborted) telemetry.fault(error, "asking for the keys of a peer");
    });
  }

  /** A peer has shown itself here. */
  nudge(peerId: string): void {
    this.#tended.get(peerId)?.nudge();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening();
    this.#ending.abort();
    await this.#running;
    await Promise.all([...this.#tended.values()].map((tended) => tended.stop()));
  }

  async #run(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      try {
        await this.#look();
      } catch (error) {
        if (!this.#ending.signal.aborted) this.#parts.telemetry.fault(error, "looking for peers to follow");
      }
      await this.#bell.wait({ atMostMs: lookEveryMs, gatherMs });
    }
  }

  async #look(): Promise<void> {
    const peers = new Map((await this.#parts.federation.duePeers()).map((peer) => [peer.id, peer]));
    await Promise.all(
      [...this.#tended].map(async ([id, tended]) => {
        const peer = peers.get(id);
        if (peer === undefined) void tended.stop();
        else await tended.keep(peer);
      }),
    );
    for (const peer of peers.values()) if (!this.#tended.has(peer.id)) await this.#take(peer);
  }

  async #take(peer: FollowedPeer): Promise<void> {
    const { federation, now } = this.#parts;
    const { id, nextAt } = peer;
    if (Date.parse(nextAt) > now().getTime() || this.#ending.signal.aborted) return;
    const seen = await federation.settlePeer(id, { inMs: leaseMs, seen: nextAt });
    if (seen === null) return;
    const tended = new Tended(peer, seen, this.#parts);
    this.#tended.set(id, tended);
    void tended.ended.then(() => {
      this.#tended.delete(id);
      this.#bell.ring();
    });
  }
}
