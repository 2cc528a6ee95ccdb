import { createHmac } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StatementType } from "../../server/federation/jws.ts";
import { NotBelieved, sign, verify } from "../../server/federation/jws.ts";
import type { TestKey } from "../support/forum-keys.ts";
import { makeKey, part, signAnything } from "../support/forum-keys.ts";

const type: StatementType = "tocsin-envelope+jws";
let key: TestKey;
let other: TestKey;
beforeAll(async () => {
  [key, other] = await Promise.all([makeKey(), makeKey()]);
});

const read = (text: string, wanted: StatementType = type, maxBytes = 10_000) =>
  verify(text, { type: wanted, maxBytes, keyFor: () => key.publicKey });
const header = (more: object = {}): object => ({ alg: "EdDSA", kid: key.kid, typ: type, ...more });

async function refusal(text: string): Promise<NotBelieved> {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  if (error instanceof NotBelieved) return error;
  throw new Error(`It was believed: ${text.slice(0, 200)}`);
}

describe("a statement", () => {
  it("is given back as it was signed, with the key that signed it", async () => {
    const payload = { forum: "f", list: [1, 2.5, "ü🜁", { deep: null }], yes: true };
    const text = await sign(type, payload, key);
    expect(await read(text)).toEqual({ kid: key.kid, payload });
    expect(JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString())).toEqual(header());
  });

  it("is looked up by its key and by what it claims, and is believed by the key that was found alone", async () => {
    const text = await sign(type, { forum: "f" }, other);
    const asked: unknown[] = [];
    const outcome = verify(text, {
      type,
      maxBytes: 10_000,
      keyFor: (kid, claims) => {
        asked.push([kid, claims]);
        return key.publicKey;
      },
    });
    await expect(outcome).rejects.toMatchObject({ kind: "ALTERED" });
    expect(asked).toEqual([[other.kid, { forum: "f" }]]);
  });

  it("is not believed when a single character of it is another", async () => {
    const text = await sign(type, { forum: "f", seq: 17, tlp: "AMBER" }, key);
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."];
    for (let at = 0; at < text.length; at++) {
      const instead = letters[(letters.indexOf(text[at] ?? "") + 1 + (at % 5)) % letters.length];
      await expect(read(`${text.slice(0, at)}${instead}${text.slice(at + 1)}`)).rejects.toThrow(NotBelieved);
    }
  });

  it("is not believed when something is cut out of it, doubled, or swapped with another's", async () => {
    const texts = await Promise.all([1, 2].map((seq) => sign(type, { forum: "f", seq }, key)));
    const [[h1 = "", p1 = "", s1 = ""] = [], [, p2 = "", s2 = ""] = []] = texts.map((text) => text.split("."));
    for (const text of [`${h1}.${p2}.${s1}`, `${h1}.${p1}.${s2}`, `${p1}.${h1}.${s1}`, `${h1}.${s1}.${p1}`])
      await expect(read(text)).rejects.toThrow(NotBelieved);
    const [text = ""] = texts;
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }), async (from, length) => {
        const cut = text.slice(from, from + length);
        await expect(read(text.slice(0, from) + text.slice(from + length))).rejects.toThrow(NotBelieved);
        await expect(read(text.slice(0, from) + cut + cut + text.slice(from + length))).rejects.toThrow(NotBelieved);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, object]>([
    ["alg none", { alg: "none" }],
    ["alg None", { alg: "None" }],
    ["a MAC", { alg: "HS256" }],
    ["another curve", { alg: "ES256" }],
    ["the other name of its algorithm", { alg: "Ed25519" }],
    ["no alg", { alg: undefined }],
    ["an alg that is a list", { alg: ["EdDSA"] }],
    ["another type", { typ: "tocsin-checkpoint+jws" }],
    ["its type in capitals", { typ: type.toUpperCase() }],
    ["its type as a media type", { typ: `application/${type}` }],
    ["no type", { typ: undefined }],
    ["crit", { crit: ["exp"] }],
    ["an empty crit", { crit: [] }],
    ["b64", { b64: false }],
    ["b64 and crit", { b64: false, crit: ["b64"] }],
    ["jwk", { jwk: { kty: "OKP" } }],
    ["jku", { jku: "https://keys.example/" }],
    ["x5u", { x5u: "https://keys.example/" }],
    ["x5c", { x5c: [] }],
    ["cty", { cty: "application/json" }],
    ["zip", { zip: "DEF" }],
    ["whatever else", { note: "x" }],
    ["no kid", { kid: undefined }],
    ["a kid that is none", { kid: "../../keys" }],
    ["a kid that is a number", { kid: 7 }],
  ])("is not believed with %s in its header, though the signature fits", async (_, more) => {
    await expect(read(await signAnything(header(more), { forum: "f" }, key))).rejects.toThrow(NotBelieved);
  });

  it("is not believed with a MAC that is made with the public key", async () => {
    const signed = `${part(header({ alg: "HS256" }))}.${part({ forum: "f" })}`;
    for (const secret of [Buffer.from(key.publicKey.x, "base64url"), key.publicKey.x, JSON.stringify(key.publicKey)])
      await expect(
        read(`${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`),
      ).rejects.toThrow(NotBelieved);
    await expect(read(`${part(header({ alg: "none" }))}.${part({ forum: "f" })}.`)).rejects.toThrow(NotBelieved);
  });

  it.each<[string, string]>([
    ["a header with a key twice", `{"alg":"none","alg":"EdDSA","kid":"KID","typ":"${type}"}`],
    ["a header that is a list", "[]"],
    ["a header that is no JSON", "{"],
    ["a header with more behind it", `{"alg":"EdDSA","kid":"KID","typ":"${type}"}{}`],
  ])("is not believed with %s", async (_, text) => {
    await expect(read(await signAnything(text.replace("KID", key.kid), { forum: "f" }, key))).rejects.toThrow(
      NotBelieved,
    );
  });

  it.each([
    ["a key twice", '{"tlp":"RED","tlp":"CLEAR"}'],
    ["a key twice, once escaped", '{"tlp":"RED","\\u0074lp":"CLEAR"}'],
    ["half a character", '{"a":"\\ud800"}'],
    ["a number that does not fit", '{"a":9007199254740993}'],
    ["a number with too many digits", '{"a":0.10000000000000001}'],
    ["33 levels", `{"a":${"[".repeat(32)}${"]".repeat(32)}}`],
    ["a list", "[1]"],
    ["null", "null"],
    ["no JSON", "x"],
    ["nothing", ""],
    ["a byte order mark", "\ufeff{}"],
  ])("is not believed with %s as its payload, though the signature fits", async (_, payload) => {
    expect((await refusal(await signAnything(header(), payload, key))).kind).toBe("NOT_UNDERSTOOD");
  });

  it("is written in one way only", async () => {
    const text = await sign(type, { forum: "f", at: "x" }, key);
    const [h = "", p = "", s = ""] = text.split(".");
    // the last letter of a signature holds bits that stand for nothing
    const strayBits =
      s.slice(0, -1) + (s.at(-1) === "A" ? "B" : String.fromCharCode((s.at(-1) ?? "").charCodeAt(0) + 1));
    for (const other of [
      `${h}.${p}.${strayBits}`,
      `${h}=.${p}.${s}`,
      `${h}.${p}==.${s}`,
      `${h}.${p}.${s}==`,
      `${h}.${p}.${s}.`,
      `${h}.${p}.${s}.${s}`,
      `.${h}.${p}.${s}`,
      ` ${text}`,
      `${text}\n`,
      `${h}.${p}\n.${s}`,
      `${h}.${p}.${s.replaceAll("-", "+").replaceAll("_", "/")}+`,
      JSON.stringify({ protected: h, payload: p, signature: s }),
      `${h}..${s}`,
      "",
      "..",
    ])
      await expect(read(other)).rejects.toThrow(NotBelieved);
  });

  it("is not even looked at where it is longer than allowed", async () => {
    const text = await sign(type, { note: "x".repeat(1_000) }, key);
    await expect(read(text, type, 1_000)).rejects.toMatchObject({ kind: "OVERSIZED" });
    expect((await read(text)).kid).toBe(key.kid);
  });

  it("passes on what the look for its key throws", async () => {
    const text = await sign(type, {}, key);
    const keyFor = (): never => {
      throw new NotBelieved("UNKNOWN_KEY", "There is no such key.");
    };
    await expect(verify(text, { type, maxBytes: 10_000, keyFor })).rejects.toMatchObject({ kind: "UNKNOWN_KEY" });
  });
});
