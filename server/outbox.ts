import type { WebSocket } from "ws";
import type { Share } from "./room.ts";

type Waiting = { readonly text: string; readonly sent: () => void };

/** All that may wait behind the socket itself: results of operations that ran at the same time. */
const maxQueuedBytes = 64 * 1_048_576;

/**
 * What a websocket still has to send, in order. `send` resolves when there is room for more, so that whoever awaits it
 * takes the next event only then: at most `maxWaitingBytes` and one message wait in the socket.
 */
export class Outbox {
  readonly #socket: WebSocket;
  readonly #maxWaitingBytes: number;
  readonly #overflow: () => void;
  /** What its caller may let wait; null until it is known who that is. */
  share: Share | null = null;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  #taken = 0;
  #largestBytes = 0;

  constructor(socket: WebSocket, maxWaitingBytes: number, overflow: () => void) {
    this.#socket = socket;
    this.#maxWaitingBytes = maxWaitingBytes;
    this.#overflow = overflow;
  }

  /** How many messages the system has taken over. */
  get taken(): number {
    return this.#taken;
  }

  get largestBytes(): number {
    return this.#largestBytes;
  }

  get waitingBytes(): number {
    return this.#socket.bufferedAmount + this.#queuedBytes;
  }

  send(text: string): Promise<void> {
    if (this.#isFull() || this.#queue.length > 0) {
      if (this.waitingBytes + text.length > maxQueuedBytes || this.share?.fits(text.length) === false) {
        this.#overflow();
        return Promise.resolve();
      }
      this.#queuedBytes += text.length;
      this.#count();
      return new Promise((sent) => this.#queue.push({ text, sent }));
    }
    this.#hand(text);
    return this.#isFull() ? new Promise((sent) => this.#queue.push({ text: "", sent })) : Promise.resolve();
  }

  /** Forgets what waits, when nothing more will be sent. */
  clear(): void {
    const queue = this.#queue;
    this.#queue = [];
    this.#queuedBytes = 0;
    this.share?.[Symbol.dispose]();
    this.share = null;
    for (const { sent } of queue) sent();
  }

  #isFull(): boolean {
    return this.#socket.bufferedAmount > this.#maxWaitingBytes;
  }

  #hand(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount === 0) this.#largestBytes = 0;
    this.#largestBytes = Math.max(this.#largestBytes, text.length);
    this.#socket.send(text, (error) => {
      if (error) return; // the socket closes, and says so
      this.#taken++;
      this.#advance();
      this.#count();
    });
    this.#count();
  }

  #count(): void {
    this.share?.resize(this.waitingBytes);
  }

  #advance(): void {
    while (!this.#isFull()) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#queuedBytes -= next.text.length;
      if (next.text !== "") this.#hand(next.text);
      next.sent();
    }
  }
}
