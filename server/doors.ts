import type { Door } from "./door.ts";
import { misp } from "./misp/door.ts";
import { syndication } from "./syndication/door.ts";

const doors: readonly Door[] = [syndication, misp];

/** The door that a path lies behind, or null. */
export function doorAt(path: string): Door | null {
  return doors.find((door) => door.holds(path)) ?? null;
}
