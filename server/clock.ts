import type { Store } from "../db/store.ts";

/** The longest until the next look: a timer that another node has set is found by looking. */
const longestWaitMs = 1_000;

/** Looks for what is due: at its start, whatever came due while no server ran; then at the next instant, and at least every second. */
export class Clock {
  readonly #store: Pick<Store, "runDueTimers">;
  readonly #onError: (error: unknown) => void;
  #looking: Promise<void>;
  #next: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(store: Pick<Store, "runDueTimers">, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
    this.#looking = this.#look();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#next);
    await this.#looking;
  }

  async #look(): Promise<void> {
    let nextInMs: number | null = null;
    try {
      nextInMs = await this.#store.runDueTimers();
    } catch (error) {
      if (!this.#stopped) this.#onError(error);
    }
    if (this.#stopped) return;
    const waitMs = Math.min(longestWaitMs, Math.max(nextInMs ?? longestWaitMs, 1));
    this.#next = setTimeout(() => {
      this.#looking = this.#look();
    }, waitMs).unref();
  }
}
