/** An answer as twins are compared: cursors are sealed with fresh randomness, of each its length stays. Nothing else is made equal. */
export function normalize(text: string): string {
  return text.replaceAll(
    /("(?:cursor|startCursor|endCursor|next)":)"([^"]*)"/g,
    (_, name: string, cursor: string) => `${name}"${"c".repeat(cursor.length)}"`,
  );
}
