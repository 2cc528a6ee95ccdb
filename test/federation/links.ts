/** Forums that follow each other from store to store: what the server's publisher and followers do, without sockets between them. */
import type { FeedRecords } from "../../db/feed-record.ts";
import type { Reader } from "../../db/reader.ts";
import type { Store } from "../../db/store.ts";
import { ForumError } from "../../domain/errors.ts";
import type { Receipt } from "../../domain/federation/commands.ts";
import type { Agreement } from "../../domain/federation/peers.ts";
import { receives } from "../../domain/federation/peers.ts";
import { parseStream, peerStreams } from "../../domain/federation/streams.ts";
import type { Viewer } from "../../domain/people.ts";
import type { FeedEvent } from "../../server/federation/answers.ts";
import type { IntakeParts } from "../../server/federation/intake.ts";
import { Intake } from "../../server/federation/intake.ts";
import { OwnKeys } from "../../server/federation/keys.ts";
import { signBatch } from "../../server/federation/publisher.ts";
import { operator } from "../support/small-forum.ts";
import type { PeopledForum } from "./people.ts";

const pageSize = 100;
const never = new AbortController().signal;

/** An envelope that a forum was given by another. */
export type Given = {
  readonly to: number;
  readonly from: number;
  readonly bytes: string;
  readonly route: readonly string[];
};

export class Links {
  readonly #forums: readonly PeopledForum[];
  readonly #onGiven: (given: Given) => void;
  readonly #keys = new Map<Store, OwnKeys>();
  /** How many envelopes were given. */
  given = 0;

  constructor(forums: readonly PeopledForum[], onGiven: (given: Given) => void = () => undefined) {
    this.#forums = forums;
    this.#onGiven = onGiven;
  }

  /** A forum agrees with another, whose key its steward has looked at. */
  async introduce(forum: number, peer: number, name: string, agreement: Agreement): Promise<void> {
    const { kid, publicKey } = await this.#keyOf(peer).current();
    const url = `https://forum-${peer}.example`;
    const document = { forumId: this.#forum(peer).forumId, name, url, contact: null, key: { kid, publicKey } };
    await this.#forum(forum).store.commit(operator, "addPeer", { document, agreement });
  }

  async peerId(forum: number, peer: number): Promise<string> {
    const found = await this.#forum(forum).store.federation.peerByForum(this.#forum(peer).forumId);
    if (found === null) throw new Error(`forum ${forum} has no agreement with forum ${peer}`);
    return found.id;
  }

  /** A forum tells its streams what it owes them. */
  async sign(forum: number): Promise<void> {
    const { federation } = this.#forum(forum).store;
    for (;;) {
      const batch = await federation.nextBatch();
      if (batch === null) return;
      const key = await this.#keyOf(forum).current();
      await federation.publish(batch, await signBatch(batch, key), key.number);
    }
  }

  /** A forum reads of a peer who can be named there, and what the peer has for it, as far as the peer lets it in. */
  async pull(forum: number, peer: number, isUp: boolean): Promise<void> {
    const [here, there] = [this.#forum(forum), this.#forum(peer)];
    const known = await here.store.federation.peerByForum(there.forumId);
    const knows = await there.store.federation.peerByForum(here.forumId);
    if (!isUp || known?.state !== "AGREED" || known.agreement.direction === "NONE" || knows?.state !== "AGREED") return;
    const { kid } = await this.#keyOf(forum).current();
    const viewer: Viewer = { kind: "peer", peerId: knows.id, kid, streams: peerStreams(knows) };
    try {
      const directory = await there.store.as(viewer).federation.directory();
      await here.store.federation.noteDirectory(known.id, directory);
      if (receives(known.agreement)) await this.#follow(forum, peer, viewer);
    } catch (error) {
      if (!(error instanceof ForumError && error.code === "UNAUTHENTICATED")) throw error;
    }
  }

  async #follow(forum: number, peer: number, viewer: Viewer): Promise<void> {
    const [here, there] = [this.#forum(forum), this.#forum(peer)];
    const { federation } = here.store;
    const reader = there.store.as(viewer);
    const known = { id: await this.peerId(forum, peer), forumId: there.forumId };
    const line = this.#line(forum, peer, viewer);
    const intake = new Intake({
      federation,
      keys: this.#keyOf(forum),
      line,
      peer: known,
      learn: async () => undefined,
      signal: never,
    });
    let from: string | null | undefined = (await federation.duePeers()).find(({ id }) => id === known.id)?.cursor;
    for (;;) {
      const filter = { changes: ["ENVELOPE" as const] };
      const page: FeedRecords = await reader
        .feedPage({ first: pageSize, after: from ?? "beginning", filter })
        .catch((error: unknown) => {
          if (!(error instanceof ForumError && error.code === "CURSOR_INVALID")) throw error;
          from = undefined; // the peer does not know the place any more, but all that it has
          return reader.feedPage({ first: pageSize, after: "beginning", filter });
        });
      const places = page.events.flatMap(({ envelope, cursor }) => (envelope === null ? [] : [{ envelope, cursor }]));
      const views = await reader.federation.envelopes(places.map(({ envelope }) => envelope));
      const events = places.map(({ cursor }, at): FeedEvent => {
        const view = views[at];
        if (view === null || view === undefined) return { cursor, brought: null };
        this.#give({ to: forum, from: peer, ...view });
        return { cursor, brought: { cursor, ...view } };
      });
      const stop = await intake.take(events, { from, cursor: page.endCursor });
      if (stop !== null || !page.hasMore) return;
      from = page.endCursor;
    }
  }

  #line(forum: number, peer: number, viewer: Viewer): IntakeParts["line"] {
    const { store } = this.#forum(peer);
    const reader: Reader = store.as(viewer);
    return {
      peers: {
        missingEnvelopes: async ({ forumId, stream: name, after, first }) => {
          const stream = parseStream(name);
          if (stream === null) return [];
          const places = Array.from({ length: first ?? 100 }, (_, at) => ({
            forumId,
            stream,
            sequence: after + 1 + at,
          }));
          const views = await reader.federation.envelopes(places);
          const hole = views.indexOf(null);
          const whole = (hole < 0 ? views : views.slice(0, hole)).flatMap((view) => view ?? []);
          for (const view of whole) this.#give({ to: forum, from: peer, ...view });
          return whole.map(({ bytes, route }) => ({ bytes, route }));
        },
        confirm: async (told) => {
          const receipts = told.flatMap(({ stream: name, ...receipt }): Receipt[] => {
            const stream = parseStream(name);
            return stream === null ? [] : [{ ...receipt, stream }];
          });
          return (await store.commit(viewer, "confirmEnvelopes", { receipts })).confirmed;
        },
      },
    };
  }

  #give(given: Given): void {
    this.given += 1;
    this.#onGiven(given);
  }

  #forum(index: number): PeopledForum {
    const forum = this.#forums[index];
    if (forum === undefined) throw new Error(`there is no forum ${index}`);
    return forum;
  }

  #keyOf(index: number): OwnKeys {
    const { store } = this.#forum(index);
    const keys = this.#keys.get(store) ?? new OwnKeys(store.federation);
    this.#keys.set(store, keys);
    return keys;
  }
}
