/**
 * Turns what the log says into what our streams owe. What a stream says is always compared with what the item is *now*, so that it does not matter
 * how often an entry is looked at, or in how many pieces.
 *
 * 1. Behind the written place, each entry of the log names items to compare, on every stream; or streams to go through from end to end,
 *    where an agreement, a directory or a membership of a foreign organisation has changed.
 * 2. What is owed is handed out as a batch. Nothing is written before it comes back signed.
 * 3. It is written if the place, the streams and the items are still what it was made of: else the batch is made anew. Nothing that was
 *    narrowed meanwhile is told as it was.
 * 4. The place moves with the last batch of what it stands for. Whoever dies before that begins there again, and finds told what was told.
 */
import type { StreamName } from "../../domain/federation/streams.ts";
import { peerKeyring, streamTo } from "../../domain/federation/streams.ts";
import { streamKey } from "../../domain/policy.ts";
import type { Dialect } from "../dialect.ts";
import { readHead } from "../forum.ts";
import type { Log } from "../log/commit.ts";
import { readEntriesBetween } from "../log/read.ts";
import { readAsked } from "./asked.ts";
import type { PublishBatch, Signed } from "./batch.ts";
import { sourcesOf } from "./candidates.ts";
import { loadOwed } from "./owed.ts";
import type { Place, Progress } from "./progress.ts";
import { firstStep, progressFrom, readPlace, writePlace } from "./progress.ts";
import { readHeads, writeBatch } from "./publish.ts";
import type { Stepped } from "./walk.ts";
import { walkOn } from "./walk.ts";

type PublisherParts = {
  readonly forumId: string;
  readonly dialect: Dialect;
  readonly log: Log;
  readonly now: () => Date;
};

/** A batch is about as long as this: the envelopes of one item stay together. */
const batchSize = 100;
const entriesAtOnce = 256;
const itemsAtOnce = 50;
/** How far the written place may lie behind where nothing is owed. */
const placeLag = 256;

export class Publisher {
  readonly #parts: PublisherParts;
  #progress: Progress | null = null;
  /** How long a batch is now: the shorter, the more often one was not written, so that whoever changes an item all the time holds up no other. */
  #size = batchSize;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** What the streams owe next; null where nothing is owed. */
  async nextBatch(): Promise<PublishBatch | null> {
    const { dialect, forumId } = this.#parts;
    const place = await readPlace(dialect.reader, dialect.tables);
    const peers = await this.#peers();
    if (place === null && peers.length === 0) return null;
    const head = await readHead(dialect.reader, dialect.tables);
    let progress = this.#progress;
    if (progress === null || progress.base !== (place?.position ?? null) || (progress.until ?? 0) > head.position)
      progress = progressFrom(place);
    for (;;) {
      const step = await this.#step(progress, head.position, peers);
      if (step === null) break;
      progress = step.next;
      if (step.drafts.length === 0) continue;
      const names = new Set(step.drafts.map(({ stream }) => stream));
      const drafts = [
        ...step.drafts.filter(({ shown }) => shown !== null),
        ...step.drafts.filter(({ shown }) => shown === null),
      ];
      const streams = await readHeads(dialect.reader, dialect.tables, forumId, names);
      return { fromPosition: progress.base, toPosition: progress.until, drafts, streams, next: progress };
    }
    this.#progress = await this.#settle(progress, place);
    return null;
  }

  /** Writes a batch that was signed; false where it is no longer what is owed, and nothing was written. */
  async publish(batch: PublishBatch, signed: readonly Signed[], keyNumber: number): Promise<boolean> {
    const { dialect, forumId, log } = this.#parts;
    const written = await log.commit((tx) => writeBatch(tx, dialect, forumId, batch, { signed, keyNumber }));
    this.#progress = written === null ? null : { ...batch.next, base: written.base, until: written.until };
    this.#size = written === null ? Math.ceil(this.#size / 4) : Math.min(batchSize, this.#size * 2);
    return written !== null;
  }

  #peers() {
    const { reader, tables } = this.#parts.dialect;
    const { peers: p } = tables;
    return reader.db.select({ forumId: p.forumId, state: p.state, agreement: p.agreement }).from(p).orderBy(p.forumId);
  }

  /** Looks a piece further; null where everything up to `head` was looked at. */
  async #step(progress: Progress, head: number, peers: Peers): Promise<Stepped | null> {
    const { dialect, forumId, now } = this.#parts;
    const { until, walk } = progress;
    const clock = { here: forumId, at: now().toISOString() };
    if (walk !== null) return walkOn(dialect, clock, progress, walk, this.#size);
    if (until === null) {
      const streams = [...wantedByMany(peers), ...peers.map((peer) => streamTo(peer.forumId))];
      return { drafts: [], next: { ...progress, walk: { streams, began: head, through: head, step: firstStep } } };
    }
    if (until >= head) return null;
    const entries = await readEntriesBetween(dialect.reader, dialect.tables, until, head, entriesAtOnce);
    const last = entries.at(-1)?.position ?? head;
    const asked = await readAsked(dialect, entries);
    const places = new Map<string, number>();
    for (const { position, ask } of asked) {
      if ("itemId" in ask) {
        if (!places.has(ask.itemId)) places.set(ask.itemId, position);
        continue;
      }
      const many = ask.isAgreement ? wantedByMany(peers).filter((stream) => !progress.opened.includes(stream)) : [];
      const streams = [...many, ask.stream].filter((stream) => (progress.walked.get(stream) ?? -1) < position);
      if (streams.length === 0) continue;
      if (places.size > 0) return this.#compare(progress, places, position - 1, clock);
      const began = (await readHead(dialect.reader, dialect.tables)).position;
      const next = { streams, began, through: position, step: firstStep };
      return { drafts: [], next: { ...progress, until: position - 1, walk: next } };
    }
    return this.#compare(progress, places, last, clock);
  }

  /** Compares items in the order of the log until the batch is full. `places` says where each was first named, and nothing else is up to `last`. */
  async #compare(
    progress: Progress,
    places: ReadonlyMap<string, number>,
    last: number,
    clock: { readonly here: string; readonly at: string },
  ): Promise<Stepped> {
    const { dialect } = this.#parts;
    const ids = [...places.keys()];
    const drafts = [];
    for (let from = 0; from < ids.length; from += itemsAtOnce) {
      const some = ids.slice(from, from + itemsAtOnce);
      const sources = await sourcesOf(dialect, some);
      const groups = some.map((id) => [id, ...(sources.get(id) ?? [])]);
      const itemIds = [...new Set(groups.flat())];
      const owed = await loadOwed(dialect.reader, dialect, { ...clock, itemIds, opened: progress.opened, only: null });
      const owedOf = new Map(itemIds.map((id, at) => [id, owed[at] ?? []]));
      for (const [at, group] of groups.entries()) {
        for (const id of group) {
          drafts.push(...(owedOf.get(id) ?? []));
          owedOf.delete(id);
        }
        const following = ids[from + at + 1];
        if (drafts.length >= this.#size && following !== undefined)
          return { drafts, next: { ...progress, until: (places.get(following) ?? last + 1) - 1 } };
      }
    }
    return { drafts, next: { ...progress, until: last } };
  }

  /** Writes the place where it lies far behind, or where more streams are kept up from there on than it says. */
  async #settle(progress: Progress, before: Place | null): Promise<Progress> {
    const { dialect, log } = this.#parts;
    const { base, until, opened } = progress;
    const isNear = base !== null && (until ?? base) - base < placeLag;
    if (until === null || (isNear && opened.length === before?.opened.length)) return progress;
    const isWritten = await log.commit(async (tx) => {
      const place = await readPlace(tx, dialect.tables);
      if ((place?.position ?? null) !== base) return false;
      await writePlace(tx, dialect.tables, { position: until, opened });
      return true;
    });
    return isWritten ? { ...progress, base: until } : progressFrom(await readPlace(dialect.reader, dialect.tables));
  }
}

type Peers = readonly Parameters<typeof peerKeyring>[0][];

/** The streams of many that some peer may follow. */
function wantedByMany(peers: Peers): StreamName[] {
  const rings = peers.map((peer) => peerKeyring(peer));
  return (["public", "community"] as const).filter((stream) => rings.some((ring) => ring.has(streamKey(stream))));
}
