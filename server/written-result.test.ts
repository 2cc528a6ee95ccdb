import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SharedAnswer, writeResult } from "./written-result.ts";

const placeholder = randomUUID();

test("a shared answer reads as the answer of one, whatever its texts hold", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.string()), fc.base64String({ minLength: 1 }), (item, names, cursor) => {
      const answer = (own: string) => ({
        data: { feed: { item, names, ...Object.fromEntries(names.map((name) => [`_${name}`, own])) } },
      });
      const written = new SharedAnswer(answer(placeholder), placeholder).for(cursor);
      expect(writeResult(written)).toBe(JSON.stringify(answer(cursor)));
      expect(written.data).toEqual(JSON.parse(JSON.stringify(answer(cursor).data)));
      expect(written.bytes).toBe(Buffer.byteLength(written.text));
    }),
  );
});

test("an answer without a cursor is the same text for all", () => {
  const shared = new SharedAnswer({ data: { feed: null } }, placeholder);
  expect([shared.for("a").text, shared.for("b").text]).toEqual(['{"data":{"feed":null}}', '{"data":{"feed":null}}']);
});
