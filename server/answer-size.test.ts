import { expect, test } from "vitest";
import { sizeOf } from "./answer-size.ts";

const values = [
  null,
  true,
  12,
  "short",
  "ü".repeat(1_000),
  [],
  {},
  { data: { items: [{ id: "itm_1", tlp: "CLEAR", body: "x".repeat(5_000), count: 3 }, null] } },
];
test.each(values)("is about what the JSON has: %#", (value) => {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  expect(Math.abs(sizeOf(value, Infinity) - bytes)).toBeLessThan(20);
});

test("stops counting when it is too much", () => {
  const trap = {
    get late(): string {
      throw new Error("counted on");
    },
  };
  expect(sizeOf(["x".repeat(1_000), trap], 500)).toBeGreaterThan(500);
});
