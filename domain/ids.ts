/** What an id may name; the prefix makes an id recognisable in a log or a mail. */
export const idPrefixes = {
  item: "itm",
  organization: "org",
  account: "acc",
  group: "grp",
  admission: "adm",
  thread: "thr",
  post: "pst",
  meeting: "mtg",
  token: "tok",
  sighting: "sgt",
  relay: "rly",
  comment: "cmt",
  decision: "dcn",
  ballot: "blt",
  adoption: "adp",
  source: "src",
  peer: "per",
  alarm: "alm",
} as const;
export type IdKind = keyof typeof idPrefixes;

/** Crockford's base 32, in lower case. */
export const idLetters = "0123456789abcdefghjkmnpqrstvwxyz";
const shape = /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}$/;

/** A new id with 130 random bits. It holds no time and no counter, so that ids betray nothing of what lies between them. */
export function newId(kind: IdKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  let text = "";
  for (const byte of bytes) text += idLetters[byte & 31];
  return `${idPrefixes[kind]}_${text}`;
}

/** The kind that a well-formed id names, else null. */
export function kindOfId(id: string): IdKind | null {
  const prefix = shape.exec(id)?.[1];
  for (const [kind, own] of Object.entries(idPrefixes)) if (own === prefix) return kind as IdKind; // the table's own key
  return null;
}

/**
 * The UUID by which other tools know what an id names: 122 of the id's own random bits, in the form of version 4. Nothing is kept to
 * find the way back; `idRangeOf` does.
 */
export function uuidOf(id: string): string {
  const letters = Array.from(id.slice(4), (letter) => BigInt(idLetters.indexOf(letter)));
  const bits = letters.slice(0, 24).reduce((sum, five) => (sum << 5n) | five, 0n);
  const all = (bits << 2n) | ((letters[24] ?? 0n) >> 3n);
  const hex = (((all >> 74n) << 80n) | (4n << 76n) | (((all >> 62n) & 0xfffn) << 64n) | (2n << 62n) | (all & low62))
    .toString(16)
    .padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const low62 = (1n << 62n) - 1n;
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Between which two texts the ids lie that a UUID may stand for: `from` and above, below `until`. Null for what is no such UUID. */
export function idRangeOf(kind: IdKind, uuid: string): { readonly from: string; readonly until: string } | null {
  if (!uuidShape.test(uuid)) return null;
  const whole = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let bits = ((whole >> 80n) << 72n) | (((whole >> 64n) & 0xfffn) << 60n) | ((whole & low62) >> 2n);
  let text = "";
  for (let at = 0; at < 24; at++, bits >>= 5n) text = (idLetters[Number(bits & 31n)] ?? "") + text;
  const from = `${idPrefixes[kind]}_${text}`;
  return { from, until: `${from}~` };
}
