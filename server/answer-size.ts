import type { ExecutionResult } from "graphql";
import { refusal } from "../schema/errors.ts";
import { tooMuch } from "./limits.ts";
import { WrittenResult } from "./written-result.ts";

/** Below this, counting characters is near enough. */
const shortText = 256;

/** About how many bytes a value takes as JSON, counted before it is written. Counts on only until it is more than `most`. */
export function sizeOf(value: unknown, most: number): number {
  if (typeof value === "string") return 2 + (value.length < shortText ? value.length : Buffer.byteLength(value));
  if (typeof value !== "object" || value === null) return 5;
  let size = 2;
  if (Array.isArray(value)) {
    for (const entry of value) {
      size += 1 + sizeOf(entry, most - size);
      if (size > most) break;
    }
    return size;
  }
  for (const [key, entry] of Object.entries(value)) {
    size += key.length + 4 + sizeOf(entry, most - size);
    if (size > most) break;
  }
  return size;
}

/** The same of a whole result, without its errors. */
export function sizeOfResult(result: ExecutionResult, most: number): number {
  return result instanceof WrittenResult ? result.bytes : sizeOf(result.data, most);
}

/** What is told in place of an answer that is too large. */
export function answerTooLarge(most: number): ExecutionResult {
  const message = `The answer has more than ${most} bytes: ask for less, or for smaller pages.`;
  const whatOfWrites = "A mutation was carried out; repeating it with the same idempotencyKey does nothing twice.";
  return { data: null, errors: [refusal(tooMuch(`${message} ${whatOfWrites}`))] };
}
