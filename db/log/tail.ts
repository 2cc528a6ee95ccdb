/**
 * The live end of the log in this process. It reads each new entry once, whoever follows, keeps the last ones in a window, and
 * wakes the followers that hold one of the entry's keys. A follower holds a place, never a queue: whoever falls behind the window
 * reads from the database until it is back.
 */
import type { AccessEntry, Logged, LogKey } from "../../domain/entries.ts";
import type { ItemState } from "../../domain/items.ts";
import type { Key, Keys } from "../../domain/policy.ts";
import type { Subject } from "../../domain/subjects.ts";
import type { Dialect } from "../dialect.ts";
import type { Head } from "../forum.ts";
import { readHead } from "../forum.ts";
import { loadStates } from "../item-rows.ts";
import { loadSubjects } from "../subjects.ts";
import { keysOf } from "./commit.ts";
import { itemIdsOf, loadEntries, namedBy, readEntriesBetween, subjectIdsOf } from "./read.ts";
import type { Loaded, Named } from "./tell.ts";

const maxWindowEntries = 512;
const maxWindowCharacters = 16_000_000;
const chunkSize = 256;
/** How long until a look that failed is repeated. */
const retryMs = 500;

/** What the tail knows of one follower: when to wake it, and why. */
export type Follower = {
  /** The keys under which it wants to be woken. */
  keys: Keys;
  /** Its rights may have changed: look them up before anything else is told. */
  stale: boolean;
  wake(): void;
};

export class Tail {
  readonly #dialect: Dialect;
  readonly #onError: (error: unknown) => void;
  readonly #byKey = new Map<LogKey, Set<Follower>>();
  readonly #followers = new Set<Follower>();
  readonly #accessListeners = new Set<(entry: AccessEntry) => void>();
  readonly #growthListeners = new Set<() => void>();
  readonly #states = new Map<string, ItemState>();
  readonly #subjects = new Map<string, Subject>();
  #window: Loaded[] = [];
  readonly #characters = new WeakMap<Loaded, number>();
  #windowCharacters = 0;
  #head: Head;
  #advancing: Promise<void> | null = null;
  #again = false;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #unsubscribe: () => void;

  constructor(dialect: Dialect, head: Head, onError: (error: unknown) => void) {
    this.#dialect = dialect;
    this.#head = head;
    this.#onError = onError;
    this.#unsubscribe = dialect.wake.onWake(() => this.look());
  }

  /** How far the log has been read here, and in which epoch. */
  get head(): Head {
    return this.#head;
  }

  get followerCount(): number {
    return this.#followers.size;
  }

  /** Looks for new entries; called after each commit here that made it longer, and by the store's wake for those of others. */
  look(): void {
    this.#again = true;
    if (this.#closed) return;
    this.#advancing ??= this.#advance();
  }

  /** The entries behind a position; null where they are no longer in the window. */
  #since(position: number): readonly Loaded[] | null {
    const first = this.#window[0]?.logged.position ?? this.#head.position + 1;
    if (position >= this.#head.position) return [];
    if (position + 1 < first) return null;
    return this.#window.slice(position + 1 - first);
  }

  /** The entry right behind a position; null where it is no longer in the window, undefined where there is none yet. */
  next(position: number): Loaded | null | undefined {
    const first = this.#window[0]?.logged.position ?? this.#head.position + 1;
    if (position >= this.#head.position) return undefined;
    return this.#window[position + 1 - first] ?? null;
  }

  /** The item and the subject that an entry of the window is about, in their newest state. */
  named(logged: Logged): Named {
    const { itemId, subjectId } = namedBy(logged);
    return { item: this.#states.get(itemId ?? ""), subject: this.#subjects.get(subjectId ?? "") };
  }

  /** Whether what an event is about was changed behind a position, as far as is known here; true where that can no longer be said. */
  changedSince(
    position: number,
    event: { readonly itemId: string | null; readonly subjectId: string | null },
  ): boolean {
    const entries = this.#since(position);
    return (
      entries === null ||
      entries.some(({ logged }) => {
        const { itemId, subjectId } = namedBy(logged);
        return subjectId === null ? itemId !== null && itemId === event.itemId : subjectId === event.subjectId;
      })
    );
  }

  add(follower: Follower): () => void {
    this.#followers.add(follower);
    for (const key of follower.keys) this.#file(key, follower);
    return () => {
      this.#followers.delete(follower);
      for (const key of follower.keys) this.#unfile(key, follower);
    };
  }

  /** Wakes a follower under other keys from now on. */
  rekey(follower: Follower, keys: Keys): void {
    for (const key of follower.keys) this.#unfile(key, follower);
    follower.keys = keys;
    for (const key of keys) this.#file(key, follower);
  }

  onAccess(listener: (entry: AccessEntry) => void): () => void {
    this.#accessListeners.add(listener);
    return () => this.#accessListeners.delete(listener);
  }

  /** Tells when entries have been read, many of them at once. */
  onGrowth(listener: () => void): () => void {
    this.#growthListeners.add(listener);
    return () => this.#growthListeners.delete(listener);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#unsubscribe();
    await this.#advancing;
    for (const follower of this.#followers) {
      follower.stale = true;
      follower.wake();
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  #file(key: Key, follower: Follower): void {
    const set = this.#byKey.get(key);
    if (set === undefined) this.#byKey.set(key, new Set([follower]));
    else set.add(follower);
  }

  #unfile(key: Key, follower: Follower): void {
    const set = this.#byKey.get(key);
    set?.delete(follower);
    if (set?.size === 0) this.#byKey.delete(key);
  }

  async #advance(): Promise<void> {
    const { reader, tables } = this.#dialect;
    clearTimeout(this.#retry);
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        const head = await readHead(reader, tables);
        if (head.epoch !== this.#head.epoch || head.position < this.#head.position) this.#reset(head);
        while (this.#head.position < head.position) {
          const entries = await readEntriesBetween(reader, tables, this.#head.position, head.position, chunkSize);
          if (entries.length === 0) break;
          await this.#ingest(entries, head.epoch);
        }
      } catch (error) {
        if (this.#closed) break;
        this.#onError(error);
        this.#retry = setTimeout(() => this.look(), retryMs).unref();
      }
    }
    this.#advancing = null; // in the turn in which nothing more was asked for: a look that comes now begins anew
  }

  async #ingest(entries: readonly Logged[], epoch: number): Promise<void> {
    const { reader, tables } = this.#dialect;
    const loaded = await loadEntries(reader, tables, entries);
    for (const [id, state] of await loadStates(reader, tables, itemIdsOf(entries))) this.#states.set(id, state);
    const subjectIds = subjectIdsOf(entries);
    const subjects = await loadSubjects(reader, tables, subjectIds);
    for (const id of subjectIds) {
      const subject = subjects.get(id);
      if (subject === undefined) this.#subjects.delete(id);
      else this.#subjects.set(id, subject);
    }
    for (const entry of loaded) {
      this.#window.push(entry);
      this.#characters.set(entry, charactersOf(entry, this.named(entry.logged)));
      this.#windowCharacters += this.#characters.get(entry) ?? 0;
    }
    this.#head = { epoch, position: entries.at(-1)?.position ?? this.#head.position };
    this.#trim();
    for (const entry of entries) this.#notify(entry);
    for (const listener of this.#growthListeners) listener();
  }

  /** Many at a time: it looks at the whole window. */
  #trim(): void {
    const { length } = this.#window;
    if (length <= 2 * maxWindowEntries && this.#windowCharacters <= maxWindowCharacters) return;
    let drop = 0;
    while (length - drop > maxWindowEntries || this.#windowCharacters > maxWindowCharacters / 2) {
      const entry = this.#window[drop];
      if (entry === undefined) break;
      this.#windowCharacters -= this.#characters.get(entry) ?? 0;
      drop += 1;
    }
    this.#window = this.#window.slice(drop);
    const kept = this.#window.map(({ logged }) => logged);
    dropOthers(this.#states, itemIdsOf(kept));
    dropOthers(this.#subjects, subjectIdsOf(kept));
  }

  #notify({ entry }: Logged): void {
    switch (entry.type) {
      case "item":
      case "activity":
      case "envelope":
        for (const key of keysOf(entry)) this.#byKey.get(key)?.forEach((follower) => follower.wake());
        return;
      case "rights":
        this.#byKey.get(entry.key)?.forEach((follower) => {
          follower.stale = true;
          follower.wake();
        });
        return;
      case "access":
        for (const follower of this.#followers) {
          follower.stale = true;
          follower.wake();
        }
        for (const listener of this.#accessListeners) listener(entry);
        return;
      case "quiet":
        return;
    }
  }

  /** The forum was restored from a backup: what was known of its log is void. */
  #reset(head: Head): void {
    this.#window = [];
    this.#windowCharacters = 0;
    this.#states.clear();
    this.#subjects.clear();
    this.#head = head;
    for (const follower of this.#followers) {
      follower.stale = true;
      follower.wake();
    }
  }
}

function dropOthers(known: Map<string, unknown>, ids: readonly string[]): void {
  const kept = new Set(ids);
  for (const id of known.keys()) if (!kept.has(id)) known.delete(id);
}

/** About how much of memory an entry holds: the revisions around it, and the item's state beside them. */
function charactersOf({ before, after }: Loaded, { item }: Named): number {
  return 1_000 + sizeOf(before ?? undefined) + (after === null ? sizeOf(item) : 2 * sizeOf(after));
}

function sizeOf(value: object | undefined): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}
