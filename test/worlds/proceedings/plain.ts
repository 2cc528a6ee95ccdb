/** Answers and what is expected of them in one form: without cursors, and with lists that have no order of their own sorted. */
const unordered: ReadonlySet<string> = new Set(["voters", "votes", "bySector", "attendees", "viewerRoles"]);

export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "cursor")
      .map(([name, entry]) => [name, isUnordered(name, entry) ? plainSet(entry) : plain(entry)]),
  );
}

/** A value as text, the same for all that is equal. */
export function lineOf(value: unknown): string {
  return JSON.stringify(plain(value), (_, entry: unknown) =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}

/** The numbers of votes stand in the order of the options. */
function isUnordered(name: string, entry: unknown): entry is readonly unknown[] {
  return unordered.has(name) && Array.isArray(entry) && entry.every((one) => typeof one !== "number");
}

function plainSet(list: readonly unknown[]): unknown[] {
  return list.map(plain).sort((a, b) => (lineOf(a) < lineOf(b) ? -1 : 1));
}
