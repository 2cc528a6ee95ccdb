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
} as const;
export type IdKind = keyof typeof idPrefixes;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32, in lower case
const shape = /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}$/;

/** A new id with 130 random bits. It holds no time and no counter, so that ids betray nothing of what lies between them. */
export function newId(kind: IdKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  let text = "";
  for (const byte of bytes) text += alphabet[byte & 31];
  return `${idPrefixes[kind]}_${text}`;
}

/** The kind that a well-formed id names, else null. */
export function kindOfId(id: string): IdKind | null {
  const prefix = shape.exec(id)?.[1];
  for (const [kind, own] of Object.entries(idPrefixes)) if (own === prefix) return kind as IdKind; // the table's own key
  return null;
}
