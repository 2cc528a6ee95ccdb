/** The id of a key as people read it to each other: in groups of four. */
export function fingerprintOf(kid: string): string {
  return (kid.match(/.{1,4}/g) ?? []).join(" ");
}
