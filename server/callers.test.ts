import { expect, test } from "vitest";
import { networkOf } from "./callers.ts";

const cases = [
  ["198.51.100.1", "198.51.100.1"],
  ["::ffff:198.51.100.1", "198.51.100.1"],
  ["::FFFF:c633:6401", "198.51.100.1"],
  ["2001:db8:0:1::1", "2001:db8:0:1"],
  ["2001:0DB8:0000:0001:ffff:1:2:3", "2001:db8:0:1"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["::1", "0:0:0:0"],
  ["unknown", "unknown"],
  ["no:address", "no:address"],
] as const;
test.each(cases)("%s is of the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
