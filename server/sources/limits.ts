/** How much one poll takes; the rest is for the next. */
export const pollLimits = {
  pages: 50,
  pageBytes: 16 * 1_048_576,
  bytes: 64 * 1_048_576,
  objects: 5_000,
  events: 500,
  callMs: 30_000,
  ms: 240_000,
} as const;

/** What a poll may still take. */
export class Allowance {
  #bytes: number = pollLimits.bytes;
  readonly #until: number;

  constructor(now: number = performance.now()) {
    this.#until = now + pollLimits.ms;
  }

  /** How large the next answer may be. */
  get nextBytes(): number {
    return Math.min(this.#bytes, pollLimits.pageBytes);
  }

  get isUsedUp(): boolean {
    return this.#bytes <= 0 || performance.now() >= this.#until;
  }

  take(bytes: number): void {
    this.#bytes -= bytes;
  }
}
