/** When what a viewer sees came to it: what those go by who ask for all that arrived since they last asked. */
import type { ItemEntry } from "./entries.ts";
import type { Key, Keys } from "./policy.ts";
import { maySee } from "./policy.ts";

/** What of an item's present state decides by which entry of the log a viewer has it. */
export type Standing = { readonly keys: readonly Key[]; readonly revision: number; readonly withdrawn: boolean };

/**
 * Whether a viewer has an item as it is now from this entry on. For whoever sees the item this holds of exactly one entry: of the
 * one that made its present state, or of the first relay that opened that state to the viewer.
 */
export function brings(entry: ItemEntry, item: Standing, ring: Keys): boolean {
  if (entry.revision !== item.revision || (entry.act === "withdraw") !== item.withdrawn) return false;
  return maySee(entry.after, ring) && !(entry.act === "relay" && maySee(entry.before, ring)) && maySee(item.keys, ring);
}

/**
 * The place in the log from which a viewer has what an entry brings: that of the entry, or that at which the viewer came to hold a
 * key to it, where it has come to hold it since its account was made.
 */
export function orderOf(
  position: number,
  { after }: ItemEntry,
  ring: Keys,
  cameToHold: ReadonlyMap<Key, number>,
): number {
  const places = after.filter((key) => ring.has(key)).map((key) => Math.max(position, cameToHold.get(key) ?? 0));
  return Math.min(...places);
}
