/** Chance that falls the same way each time: the demo of today shows what the demo of yesterday did. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, without 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of the values; there has to be one. */
  one<T>(values: readonly T[]): T {
    const [value] = values.slice(Math.floor(this.next() * values.length));
    if (value === undefined) throw new RangeError("There is nothing to choose from.");
    return value;
  }

  /** Some of the values, each at most once, in an order of its own. */
  some<T>(values: readonly T[], howMany: number): T[] {
    return this.shuffled(values).slice(0, howMany);
  }

  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }
}
