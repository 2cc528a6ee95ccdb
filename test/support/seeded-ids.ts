import { createHash } from "node:crypto";
import { vi } from "vitest";

/** How many random bytes an id is made of. */
const idBytes = 26;

/**
 * Makes the randomness of ids follow a name that is set before each step, so that two forums give the same thing the same id.
 * Keys and nonces stay random.
 */
export function seedIds(): { readonly seed: (name: string) => void; [Symbol.dispose](): void } {
  const draw = crypto.getRandomValues.bind(crypto);
  let name = "";
  let drawn = 0;
  const spy = vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    if (!(array instanceof Uint8Array) || array.length !== idBytes) return draw(array);
    array.set(createHash("sha256").update(`${name} ${drawn++}`).digest().subarray(0, idBytes));
    return array;
  });
  return {
    seed: (next) => {
      name = next;
      drawn = 0;
    },
    [Symbol.dispose]: () => spy.mockRestore(),
  };
}
