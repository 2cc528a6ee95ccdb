import type { Duplex } from "node:stream";
import { networkOf } from "./callers.ts";

/** Websockets of which it is not known yet who they are, counted by the network that they come from. */
export class Newcomers {
  readonly #most: number;
  readonly #counts = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts one, and gives the way to count it no longer; null where there are too many. */
  meet(address: string): (() => void) | null {
    const key = networkOf(address);
    const count = this.#counts.get(key) ?? 0;
    if (count >= this.#most) return null;
    this.#counts.set(key, count + 1);
    let isNew = true;
    return () => {
      if (!isNew) return;
      isNew = false;
      const left = (this.#counts.get(key) ?? 1) - 1;
      if (left === 0) this.#counts.delete(key);
      else this.#counts.set(key, left);
    };
  }
}

/** Ends a request for a websocket before it has become one. */
export function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
