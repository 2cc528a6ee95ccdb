import { expect, it } from "vitest";
import { tokenOf } from "../../server/credentials.ts";

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;

it.each([
  ["Bearer tocsin_a", "tocsin_a"],
  ["bearer   tocsin_a ", "tocsin_a"],
  ["Token tocsin_a", "tocsin_a"],
  ["tocsin_a", "tocsin_a"],
  [basic("anybody:tocsin_a"), "tocsin_a"],
  [basic(":tocsin_a"), "tocsin_a"],
  [basic("name:with:colons"), "with:colons"],
  [basic("name:tocsin_a").replace("Basic", "basic"), "tocsin_a"],
  [basic("name:"), undefined],
  [basic("name"), undefined],
  ["Digest tocsin_a", undefined],
  ["Bearer tocsin_a tocsin_b", undefined],
  ["", undefined],
])("finds the token in %j", (header, token) => expect(tokenOf(header)).toBe(token));
