import { ForumError } from "../domain/errors.ts";
import type { Caller } from "./auth.ts";
import { keyOf } from "./callers.ts";

export type RoomSize = {
  /** What one token, or the visitors of one address, may take at a time. */
  readonly perCaller: number;
  /** What all members may take together, and all visitors: members never wait for visitors. */
  readonly inAll: number;
  readonly patienceMs: number;
  /** Told to whoever waited in vain. */
  readonly complaint: string;
};
type Waiting = { readonly share: Share; readonly bytes: number; readonly enter: () => void };

/** The part of a room that somebody holds, until it is disposed of. */
export class Share {
  readonly room: Room;
  readonly caller: Pick<Caller, "viewer" | "address">;
  bytes = 0;

  constructor(room: Room, caller: Pick<Caller, "viewer" | "address">) {
    this.room = room;
    this.caller = caller;
  }

  /** Whether its holder may take so much more. Whoever holds nothing else may take anything. */
  fits(more: number): boolean {
    return this.room.fits(this, more);
  }

  resize(bytes: number): void {
    this.room.resize(this, bytes);
  }

  [Symbol.dispose](): void {
    this.resize(0);
  }
}

/** Memory that callers may take at a time, in bytes. Whoever asks for more than is left waits its turn. */
export class Room {
  readonly #size: RoomSize;
  /** By caller, and by kind of caller. */
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Set<Waiting>();

  constructor(size: RoomSize) {
    this.#size = size;
  }

  /** A share without a size yet, for what grows without being asked. */
  open(caller: Pick<Caller, "viewer" | "address">): Share {
    return new Share(this, caller);
  }

  /** Waits until there is room; RATE_LIMITED where that takes too long. */
  async take(caller: Pick<Caller, "viewer" | "address">, bytes: number): Promise<Share> {
    const share = this.open(caller);
    if (this.#mayEnter(share, bytes) && !this.#isBehind(share)) {
      share.resize(bytes);
      return share;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = { share, bytes, enter: resolve };
    this.#waiting.add(waiting);
    const impatience = setTimeout(() => {
      this.#waiting.delete(waiting);
      reject(new ForumError("RATE_LIMITED", this.#size.complaint, { retryAfterMs: 1_000 }));
    }, this.#size.patienceMs);
    try {
      await promise;
      return share;
    } finally {
      clearTimeout(impatience);
    }
  }

  fits({ caller, bytes }: Share, more: number): boolean {
    const taken = this.#of(keyOf(caller));
    return taken === bytes || taken + more <= this.#size.perCaller;
  }

  resize(share: Share, bytes: number): void {
    const change = bytes - share.bytes;
    share.bytes = bytes;
    for (const key of [keyOf(share.caller), share.caller.viewer.kind]) {
      const taken = this.#of(key) + change;
      if (taken === 0) this.#taken.delete(key);
      else this.#taken.set(key, taken);
    }
    if (change < 0) this.#admit();
  }

  #of(key: string): number {
    return this.#taken.get(key) ?? 0;
  }

  #mayEnter(share: Share, bytes: number): boolean {
    const all = this.#of(share.caller.viewer.kind);
    return this.fits(share, bytes) && (all === 0 || all + bytes <= this.#size.inAll);
  }

  /** In the order in which one caller asks, it is served. */
  #isBehind({ caller }: Share): boolean {
    const key = keyOf(caller);
    return this.#waiting.values().some(({ share }) => keyOf(share.caller) === key);
  }

  #admit(): void {
    const behind = new Set<string>();
    for (const waiting of this.#waiting) {
      const key = keyOf(waiting.share.caller);
      if (!behind.has(key) && this.#mayEnter(waiting.share, waiting.bytes)) {
        this.#waiting.delete(waiting);
        waiting.share.resize(waiting.bytes);
        waiting.enter();
      } else {
        behind.add(key);
      }
    }
  }
}
