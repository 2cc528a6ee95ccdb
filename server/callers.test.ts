import { expect, test } from "vitest";
import { networkOf, siteOf } from "./callers.ts";

const cases = [
  ["198.51.100.1", "198.51.100.1", null],
  ["::ffff:198.51.100.1", "198.51.100.1", null],
  ["::FFFF:c633:6401", "198.51.100.1", null],
  ["2001:db8:0:1::1", "2001:db8:0:1", "2001:db8:0"],
  ["2001:0DB8:0000:0001:ffff:1:2:3", "2001:db8:0:1", "2001:db8:0"],
  ["2001:db8::1", "2001:db8:0:0", "2001:db8:0"],
  ["2001:db8:1:1::1", "2001:db8:1:1", "2001:db8:1"],
  ["fe80::1%eth0", "fe80:0:0:0", "fe80:0:0"],
  ["::1", "0:0:0:0", "0:0:0"],
  ["unknown", "unknown", null],
  ["no:address", "no:address", null],
] as const;
test.each(cases)("%s is of the network %s and of the site %s", (address, network, site) => {
  expect(networkOf(address)).toBe(network);
  expect(siteOf(address)).toBe(site);
});
