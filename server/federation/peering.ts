/** What the forum is to other forums: its keys and its document, whom it takes credentials from, and what it signs for those who ask. */
import type { Store } from "../../db/store.ts";
import { badInput, ForumError } from "../../domain/errors.ts";
import { fingerprintOf } from "../../domain/federation/fingerprint.ts";
import { looksAlike } from "../../domain/federation/names.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { FederationServices, PeerPreview } from "../../schema/context.ts";
import type { AsPeer } from "../auth.ts";
import type { Config } from "../config.ts";
import type { Telemetry } from "../telemetry.ts";
import { NotReached, Outgoing } from "../outgoing/outgoing.ts";
import { signCheckpoint } from "./checkpoints.ts";
import { peerOf } from "./credential.ts";
import { ForumDocument } from "./document.ts";
import { Followers } from "./followers.ts";
import { KeyWatch } from "./key-watch.ts";
import { OwnKeys } from "./keys.ts";
import { Publisher } from "./publisher.ts";
import { NoDocument, readDocument } from "./read-document.ts";

export type PeeringParts = {
  readonly config: Config;
  readonly store: Store;
  /** The address that the forum is known by. */
  readonly address: () => string;
  readonly now: () => Date;
};

/** How long a checkpoint is shown before it is made anew. */
const checkpointMs = 3_000;

export class Peering implements FederationServices {
  readonly outgoing: Outgoing;
  readonly keys: OwnKeys;
  readonly document: ForumDocument;
  /** Takes the credential of a peer. */
  readonly asPeer: AsPeer;
  readonly #parts: PeeringParts;
  #followers: Followers | null = null;
  readonly #checkpoints = new Map<string, { readonly until: number; readonly text: Promise<string> }>();

  constructor(parts: PeeringParts) {
    const { config, store, address, now } = parts;
    this.#parts = parts;
    this.outgoing = new Outgoing({ allowed: config.outgoingAllowed });
    this.keys = new OwnKeys(store.federation, now);
    this.document = new ForumDocument({ ...parts, forumId: store.forumId, keys: this.keys });
    this.asPeer = async (credential) => {
      const onUnknownKey = (forumId: string): void => this.#followers?.learn(forumId);
      const viewer = await peerOf(store.federation, credential, { address: address(), now: now(), onUnknownKey });
      this.#followers?.nudge(viewer.peerId);
      return viewer;
    };
  }

  /** Publishes to peers and follows them, until what comes back is disposed of. */
  start(telemetry: Telemetry): AsyncDisposable {
    const { config, store, now } = this.#parts;
    const { federation, forumId } = store;
    const { keys, outgoing } = this;
    const loops = new AsyncDisposableStack();
    const keyWatch = new KeyWatch({ federation, outgoing });
    const watchMs = config.peerIntervalMs;
    loops.use(new Publisher({ federation, keys, telemetry }));
    this.#followers = loops.use(
      new Followers({ federation, forumId, keys, keyWatch, outgoing, telemetry, now, watchMs }),
    );
    return loops;
  }

  async preview(url: string): Promise<PeerPreview> {
    try {
      const { forum, policies } = await readDocument(this.outgoing, url);
      if (this.#isTakenForUs(forum.name))
        throw badInput(
          "url",
          `The forum calls itself ${forum.name}: its members would be taken for those of this one.`,
        );
      return { ...forum, fingerprint: fingerprintOf(forum.key.kid), policies };
    } catch (error) {
      if (error instanceof NoDocument) throw badInput("url", `There is no forum: ${error.message}.`);
      if (error instanceof NotReached)
        throw new ForumError("UNAVAILABLE", `The forum cannot be asked: ${error.message}. Nothing was written.`);
      throw error;
    }
  }

  #isTakenForUs(name: string): boolean {
    const { config } = this.#parts;
    const own = config.forumName ?? (config.origin === null ? null : new URL(config.origin).host);
    return own !== null && looksAlike(name, own);
  }

  async checkpoints(streams: readonly StreamName[]): Promise<readonly string[]> {
    const stands = await this.#parts.store.federation.stands(streams);
    return Promise.all(stands.map((stand) => this.#checkpoint(stand)));
  }

  /** The same text for everybody who asks within a few seconds: signing takes time. */
  #checkpoint(stand: {
    readonly stream: StreamName;
    readonly sequence: number;
    readonly hash: string;
  }): Promise<string> {
    const name = `${stand.stream} ${stand.sequence}`;
    const now = performance.now();
    for (const [other, { until }] of this.#checkpoints) if (until < now) this.#checkpoints.delete(other);
    const known = this.#checkpoints.get(name);
    if (known !== undefined) return known.text;
    const text = this.#sign(stand);
    this.#checkpoints.set(name, { until: now + checkpointMs, text });
    text.catch(() => this.#checkpoints.delete(name));
    return text;
  }

  async #sign(stand: {
    readonly stream: StreamName;
    readonly sequence: number;
    readonly hash: string;
  }): Promise<string> {
    const { store, now } = this.#parts;
    const at = now().toISOString();
    return signCheckpoint({ ...stand, forumId: store.forumId, at }, await this.keys.current());
  }
}
