import { setImmediate } from "node:timers/promises";

/** How long statements may take before others have their turn. */
const maxTurnMs = 10;

/**
 * Shares the one thread that SQLite answers on with everything else that runs there. Many long statements that are asked for at
 * once are answered with a turn of the event loop between them, so that they hold up nobody for longer than one of them takes.
 */
export class Turns {
  #spentMs = 0;

  async take<T>(statement: () => T): Promise<T> {
    while (this.#spentMs > maxTurnMs) await setImmediate();
    const begun = performance.now();
    try {
      return statement();
    } finally {
      this.#spend(performance.now() - begun);
    }
  }

  #spend(ms: number): void {
    if (this.#spentMs === 0) void setImmediate().then(() => (this.#spentMs = 0));
    this.#spentMs += ms;
  }
}
