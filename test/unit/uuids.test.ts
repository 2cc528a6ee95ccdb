import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idRangeOf, newId, uuidOf } from "../../domain/ids.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const ids = fc
  .array(fc.nat(31), { minLength: 26, maxLength: 26 })
  .map((letters) => `itm_${letters.map((letter) => alphabet[letter]).join("")}`);

describe("the UUID of an id", () => {
  it("is one of version 4, and the way back leads to that id", () => {
    fc.assert(
      fc.property(ids, (id) => {
        const uuid = uuidOf(id);
        expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        const range = idRangeOf("item", uuid);
        expect(range !== null && range.from <= id && id < range.until).toBe(true);
      }),
    );
  });

  it("is another for each id that differs in its first 122 bits", () => {
    fc.assert(fc.property(ids, ids, (a, b) => (uuidOf(a) === uuidOf(b)) === (bitsOf(a) === bitsOf(b))));
    expect(new Set(Array.from({ length: 1_000 }, () => uuidOf(newId("item")))).size).toBe(1_000);
  });

  it.each(["", "nonsense", "00000000-0000-5000-8000-000000000000", "00000000-0000-4000-c000-000000000000", "é"])(
    "is not %j, which stands for no id",
    (text) => expect(idRangeOf("item", text)).toBeNull(),
  );
});

/** The first 122 bits, as text. */
function bitsOf(id: string): string {
  const letters = Array.from(id.slice(4), (letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  return letters.join("").slice(0, 122);
}
