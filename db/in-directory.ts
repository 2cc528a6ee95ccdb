import type { SQL } from "drizzle-orm";
import { eq, isNull, or, sql } from "drizzle-orm";
import { badInput } from "../domain/errors.ts";
import type { Tables } from "./tables.ts";

/** Holds for an organisation that is in the directory: at home here, or at another forum that tells of it now. */
export function isInDirectory({ organizations: o }: Pick<Tables, "organizations">): SQL {
  return or(isNull(o.homeForumId), eq(o.reachable, true)) ?? sql`false`;
}

export function isReached({
  homeForumId,
  reachable,
}: Pick<Tables["organizations"]["$inferSelect"], "homeForumId" | "reachable">): boolean {
  return homeForumId === null || reachable;
}

/** Refuses what only the forum can do or say where somebody is at home. `path` is the field that names it. */
export function requireHome({ homeForumId }: { readonly homeForumId: string | null }, path: string): void {
  if (homeForumId !== null)
    throw badInput(path, "It is at home at another forum, which alone says what it is and who speaks for it.");
}
