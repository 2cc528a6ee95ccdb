import type { Caller } from "./auth.ts";

/** What limits count by: a token, or the network that a visitor calls from. */
export function keyOf({ viewer, address }: Pick<Caller, "viewer" | "address">): string {
  switch (viewer.kind) {
    case "account":
      return viewer.tokenId;
    case "peer":
      return viewer.kid === undefined ? viewer.peerId : `${viewer.peerId} ${viewer.kid}`;
    case "anonymous":
      return `visitor ${networkOf(address)}`;
  }
}

/** Whoever has one IPv6 address has a /64 of them, however its addresses are written. */
export function networkOf(address: string): string {
  const parsed = parse(address);
  return typeof parsed === "string" ? parsed : parsed.slice(0, 4).join(":");
}

/** The /48 of an IPv6 address: what a house or a firm is given, 65,536 networks. null for what has no such thing. */
export function siteOf(address: string): string | null {
  const parsed = parse(address);
  return typeof parsed === "string" ? null : parsed.slice(0, 3).join(":");
}

/** The eight words of an IPv6 address; anything else as it stands, an IPv4 address in the clothes of IPv6 without them. */
function parse(address: string): string | readonly string[] {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const canonical = URL.parse(`http://[${plain.split("%", 1)[0]}]/`)?.hostname.slice(1, -1);
  if (canonical === undefined) return address;
  const [head = "", tail] = canonical.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const words = [...left, ...Array<string>(zeros).fill("0"), ...right];
  const isMapped = words.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  return isMapped ? dotted(words.slice(6)) : words;
}

function dotted(words: readonly string[]): string {
  const numbers = words.map((word) => Number.parseInt(word, 16));
  return numbers.flatMap((number) => [number >> 8, number & 255]).join(".");
}
