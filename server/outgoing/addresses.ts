/** Which addresses the server may call. Whatever is not plainly the public network is not. */
import { BlockList, isIP } from "node:net";

/** Of IPv4, what is not public: https://www.iana.org/assignments/iana-ipv4-special-registry */
const special4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
/** Of IPv6, 2000::/3 alone is public, and not all of that: other addresses can be told through some. */
const special6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

/** A range such as `10.1.0.0/16`, or one address; null for what is neither. */
export function parseRange(text: string): { address: string; bits: number; family: "ipv4" | "ipv6" } | null {
  const [, address = "", prefix] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? most : Number(prefix);
  if (version === 0 || bits > most) return null;
  return { address, bits, family: version === 4 ? "ipv4" : "ipv6" };
}

export class Addresses {
  readonly #allowed = new BlockList();
  readonly #special = new BlockList();
  readonly #public6 = new BlockList();

  /** `allowed`: ranges that the operator lets the server call, though they are not public. */
  constructor(allowed: readonly string[]) {
    for (const [address, bits] of special4) this.#special.addSubnet(address, bits, "ipv4");
    for (const [address, bits] of special6) this.#special.addSubnet(address, bits, "ipv6");
    this.#public6.addSubnet("2000::", 3, "ipv6");
    for (const range of allowed.map(parseRange)) {
      if (range !== null) this.#allowed.addSubnet(range.address, range.bits, range.family);
    }
  }

  /** Whether the operator has named it. */
  isAllowed(address: string): boolean {
    const version = isIP(address);
    return version !== 0 && this.#allowed.check(address, version === 4 ? "ipv4" : "ipv6");
  }

  mayCall(address: string): boolean {
    if (this.isAllowed(address)) return true;
    switch (isIP(address)) {
      case 4:
        return !this.#special.check(address, "ipv4");
      case 6:
        return this.#public6.check(address, "ipv6") && !this.#special.check(address, "ipv6");
      default:
        return false;
    }
  }
}
