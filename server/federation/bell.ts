import { setTimeout as rest } from "node:timers/promises";

/** Wakes a loop that waits, and remembers that it rang until the loop looks again. */
export class Bell {
  readonly #signal: AbortSignal;
  #rang = false;
  #wake: (() => void) | null = null;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#wake?.(), { once: true });
  }

  ring(): void {
    this.#rang = true;
    this.#wake?.();
  }

  /** Until it rings, or a time is over, or the signal ends; then as long again as what comes together may gather. */
  async wait({ atMostMs, gatherMs = 0 }: { readonly atMostMs: number; readonly gatherMs?: number }): Promise<void> {
    if (!this.#rang && !this.#signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, atMostMs);
      this.#wake = resolve;
      await promise;
      this.#wake = null;
      clearTimeout(timer);
    }
    await this.pause(gatherMs);
    this.#rang = false;
  }

  /** A time, though it rings; the signal ends it. */
  async pause(ms: number): Promise<void> {
    await rest(ms, undefined, { signal: this.#signal }).catch(() => undefined); // the signal has ended it
  }
}
