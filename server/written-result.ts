import type { ExecutionResult } from "graphql";

/** A result that is written as JSON already: most of the text is shared by all who are given the same. */
export class WrittenResult implements ExecutionResult {
  readonly text: string;
  readonly bytes: number;

  constructor(text: string, bytes: number) {
    this.text = text;
    this.bytes = bytes;
  }

  /** For whoever wants values and not text. */
  get data(): Record<string, unknown> {
    return (JSON.parse(this.text) as { data: Record<string, unknown> }).data; // `SharedAnswer` wrote it of a result with data
  }
}

/** An answer that is the same for many but for the cursor in it: written once, with a gap wherever the cursor stands. */
export class SharedAnswer {
  readonly #pieces: readonly string[];
  readonly #bytes: number;

  /** `placeholder` stands in the result for the cursor, and nowhere else. */
  constructor(result: ExecutionResult, placeholder: string) {
    this.#pieces = JSON.stringify(result).split(placeholder);
    this.#bytes = this.#pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  }

  for(cursor: string): WrittenResult {
    const gaps = this.#pieces.length - 1;
    return new WrittenResult(this.#pieces.join(cursor), this.#bytes + gaps * cursor.length);
  }
}

/** A result as JSON. */
export function writeResult(result: ExecutionResult): string {
  return result instanceof WrittenResult ? result.text : JSON.stringify(result);
}
