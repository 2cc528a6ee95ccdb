import { createHash } from "node:crypto";
import { vi } from "vitest";

/**
 * Makes the randomness of ids follow a name that is set before each step, so that two forums give the same thing the same id.
 * Keys and nonces come from elsewhere and stay random.
 */
export function seedIds(): { readonly seed: (name: string) => void; [Symbol.dispose](): void } {
  let name = "";
  let drawn = 0;
  const spy = vi.spyOn(globalThis.crypto, "getRandomValues").mockImplementation((array) => {
    if (!(array instanceof Uint8Array)) throw new Error("only bytes are drawn");
    for (let at = 0; at < array.length; at += 32) {
      array.set(
        createHash("sha256")
          .update(`${name} ${drawn++}`)
          .digest()
          .subarray(0, array.length - at),
        at,
      );
    }
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
