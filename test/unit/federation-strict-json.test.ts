import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSigned } from "../../server/federation/strict-json.ts";
import { NotTaken } from "../../server/strict-json.ts";

const parse = (text: string): unknown => parseSigned(new TextEncoder().encode(text));

/** Every value of I-JSON, with keys that programs stumble over. */
const key = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("__proto__", "constructor", "toString", "", "a\\b", '"'),
);
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.constant(null), fc.boolean(), number, fc.string({ unit: "binary" })),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(key, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const holdsNul = (text: string): boolean => text.includes("\\u0000");

describe("JSON inside a signature", () => {
  it("is read as JSON.parse reads it, however it is spaced and escaped", () => {
    fc.assert(
      fc.property(value, fc.constantFrom("", " ", "\n", "\t\r\n "), fc.boolean(), (given, space, escaped) => {
        const plain = JSON.stringify(given, null, space === "" ? undefined : 1).replaceAll(
          "\n",
          space === "" ? "\n" : space,
        );
        fc.pre(!holdsNul(plain));
        const text = escaped ? escapeAll(plain) : plain;
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("makes no prototype of a key that is called so", () => {
    const parsed = parse('{"__proto__":{"admin":true}}');
    expect(Object.keys(parsed as object)).toEqual(["__proto__"]);
    expect((parsed as { admin?: boolean }).admin).toBeUndefined();
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });

  it("has each key once, however it is written", () => {
    fc.assert(
      fc.property(key, value, value, fc.boolean(), (name, first, second, escaped) => {
        const text = `{${JSON.stringify(name)}:${JSON.stringify(first)},${escaped ? escapeAll(JSON.stringify(name)) : JSON.stringify(name)}:${JSON.stringify(second)}}`;
        fc.pre(!holdsNul(text));
        expect(() => parse(text)).toThrow(NotTaken);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a lone high surrogate", '"\\ud800"'],
    ["a lone low surrogate", '"\\udc00x"'],
    ["two that are turned round", '"\\udc00\\ud800"'],
    ["one in a key", '{"\\ud800":1}'],
    ["a NUL", '"\\u0000"'],
    ["a whole number beyond 2^53 - 1", "9007199254740992"],
    ["one below", "-9007199254740992"],
    ["one with an exponent", "1e16"],
    ["one that is written with a fraction", "9007199254740993.0"],
    ["a number beyond all", "1e400"],
    ["one that vanishes", "1e-400"],
    ["more digits than a double has", "0.10000000000000001"],
    ["many more", "3.141592653589793238462643383279"],
    ["NaN", "NaN"],
    ["Infinity", "-Infinity"],
    ["a number with a plus", "+1"],
    ["a number with a zero before it", "01"],
    ["a number without a digit behind the point", "1."],
    ["a comma at the end of a list", "[1,]"],
    ["a comma at the end of an object", '{"a":1,}'],
    ["a comma at the beginning", "[,1]"],
    ["a comment", "1/**/"],
    ["single quotes", "'a'"],
    ["a key without quotes", "{a:1}"],
    ["a line end in a text", '"a\nb"'],
    ["an escape that is none", '"\\x41"'],
    ["half an escape", '"\\u12"'],
    ["two values", "1 2"],
    ["nothing", ""],
    ["blanks alone", " \n"],
    ["a blank that is none", "\u00a01"],
    ["a byte order mark", "\ufeff1"],
    ["an open text", '"a'],
    ["an open object", '{"a":1'],
    ["a text that ends in a backslash", '"\\'],
  ])("does not hold %s", (_, text) => expect(() => parse(text)).toThrow(NotTaken));

  it.each(["1.0", "-0", "0.5", "1.50", "100e-2", "5e-324", "1.7976931348623157e-300", "9007199254740991"])(
    "holds %s",
    (text) => expect(parse(text)).toBe(JSON.parse(text)),
  );

  it("nests no deeper than 32 levels", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(parse(nested(32))).toEqual(JSON.parse(nested(32)));
    expect(() => parse(nested(33))).toThrow(NotTaken);
    expect(() => parse("[".repeat(500_000))).toThrow(NotTaken);
    expect(() => parse('{"a":'.repeat(500_000))).toThrow(NotTaken);
  });

  it("is UTF-8 to the last byte", () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0x80, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0x22, 0xe2, 0x82],
    ])
      expect(() => parseSigned(Uint8Array.from(bytes))).toThrow(NotTaken);
  });

  it("takes no longer than the text has length", () => {
    const hostile = [
      `[${"1".repeat(400_000)}]`,
      `0.${"0".repeat(400_000)}1`,
      `1${"0".repeat(400_000)}1`,
      `"${"\\".repeat(400_001)}"`,
      `[${'"\\u0061",'.repeat(40_000)}`,
      `${" ".repeat(400_000)}x`,
      `1e${"9".repeat(400_000)}`,
    ];
    const begin = performance.now();
    for (const text of hostile) expect(() => parse(text)).toThrow(NotTaken);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

/** The same JSON with every letter of its texts written as an escape. */
function escapeAll(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (quoted) => {
    const inner: unknown = JSON.parse(quoted);
    const units = Array.from({ length: String(inner).length }, (_, at) => String(inner).charCodeAt(at));
    return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("")}"`;
  });
}
