/**
 * When an object was added to a collection, in microseconds, as its viewer may know it: the instant at which what it belongs to came
 * to the viewer, and within that instant the order in which objects came. Nothing that the viewer does not see has a part in it.
 *
 * The last object of what came first in an instant bears the whole millisecond, so that a client which cuts its stamp to milliseconds
 * has cut nothing; what came in the same instant follows behind.
 */

/** As many objects as an instant can tell apart on either side. */
const most = 499;

/** How far the objects of an instant have been counted: 0 before the first arrival in it. */
export type DateAdded = { readonly instantMs: number; readonly partsBefore: number };

/** The microseconds since 1970 at which the objects of one arrival were added, and the count behind it. */
export function addedAt(
  before: DateAdded,
  instant: string,
  parts: number,
): { readonly stamps: (part: number) => number; readonly after: DateAdded } {
  const instantMs = Math.max(Date.parse(instant), before.instantMs);
  const partsBefore = instantMs === before.instantMs ? before.partsBefore : 0;
  const whole = instantMs * 1_000;
  if (parts === 0) return { stamps: () => whole, after: { instantMs, partsBefore } };
  if (partsBefore === 0) {
    return {
      stamps: (part) => whole - Math.min(parts - 1 - part, most),
      after: { instantMs, partsBefore: 1 },
    };
  }
  return {
    stamps: (part) => whole + Math.min(partsBefore + part, most),
    after: { instantMs, partsBefore: partsBefore + parts },
  };
}

/** Whether what follows in the same instant can no longer be told apart. */
export function isFull({ partsBefore }: DateAdded): boolean {
  return partsBefore > most;
}

export function printStamp(microseconds: number): string {
  const ms = Math.floor(microseconds / 1_000);
  return `${new Date(ms).toISOString().slice(0, -1)}${String(microseconds - ms * 1_000).padStart(3, "0")}Z`;
}

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;

/** A timestamp of STIX with up to nine decimals, trailing zeros cut or not; null for anything else. */
export function parseStamp(text: string): number | null {
  const [, seconds, decimals = ""] = shape.exec(text) ?? [];
  const ms = seconds === undefined ? NaN : Date.parse(`${seconds}Z`);
  // Date takes the 30th of February for a day in March.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== seconds) return null;
  return ms * 1_000 + Number(decimals.padEnd(6, "0").slice(0, 6));
}
