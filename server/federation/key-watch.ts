/** What forums say of their keys, asked of their documents: by and by of each peer, and at once where a key is named that is not known. */
import type { Federation } from "../../db/federation/federation.ts";
import type { FollowedPeer } from "../../db/federation/peers.ts";
import type { Outgoing } from "../outgoing/outgoing.ts";
import { learnKeys } from "./belief.ts";
import { NotBelieved } from "./jws.ts";
import { NoDocument, readDocument } from "./read-document.ts";
import { troubleOf } from "./trouble.ts";

/** How soon a forum is asked again because of a key that is not known: whoever names any number of them causes no more. */
const atMostEveryMs = 1_500;

type Asked = Pick<FollowedPeer, "id" | "forumId" | "url">;
type KeyWatchParts = {
  readonly federation: Pick<Federation, "keysOf" | "addPeerKey" | "revokePeerKey" | "raise">;
  readonly outgoing: Outgoing;
};

export class KeyWatch {
  readonly #parts: KeyWatchParts;
  readonly #askedAgain = new Map<string, number>();

  constructor(parts: KeyWatchParts) {
    this.#parts = parts;
  }

  /** Asks a peer who it is, and learns its keys. */
  async look({ id, forumId, url }: Asked, signal: AbortSignal): Promise<void> {
    const { federation, outgoing } = this.#parts;
    const { forum, statements } = await readDocument(outgoing, url, signal);
    if (forum.forumId !== forumId) throw new NoDocument("another forum answers at its address");
    try {
      const { added, revoked } = await learnKeys(forumId, await federation.keysOf(forumId), statements);
      for (const key of added) await federation.addPeerKey(forumId, key);
      for (const { kid, at } of revoked) await federation.revokePeerKey(forumId, kid, at);
    } catch (error) {
      if (!(error instanceof NotBelieved)) throw error;
      const message = `What it says of its keys is not believed: ${error.message}`;
      await federation.raise({ kind: error.kind, peerId: id, forumId, stream: null, sequence: null, message });
      throw error;
    }
  }

  /** The same because of a key that is not known; nothing where it was asked for that a moment ago. */
  async lookAgain(peer: Asked, signal: AbortSignal): Promise<void> {
    const last = this.#askedAgain.get(peer.forumId) ?? -Infinity;
    if (performance.now() - last < atMostEveryMs) return;
    this.#askedAgain.set(peer.forumId, performance.now());
    try {
      await this.look(peer, signal);
    } catch (error) {
      // it stays unknown, and what it has signed is not taken; the next look tells why
      if (troubleOf(error, 0) === null) throw error;
    }
  }
}
