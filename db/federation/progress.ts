import type { StreamName } from "../../domain/federation/streams.ts";
import type { Connection } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** Up to where the log has been turned into envelopes, as it is written for all nodes. */
export type Place = { readonly position: number; readonly opened: readonly StreamName[] };

const onlyRow = 1;

/** null: there has been no peer yet. */
export async function readPlace(on: Connection, { publishing: p }: Tables): Promise<Place | null> {
  const [row] = await on.db.select({ position: p.position, opened: p.opened }).from(p);
  return row ?? null;
}

export async function writePlace(on: Connection, { publishing: p }: Tables, place: Place): Promise<void> {
  const row = { id: onlyRow, ...place };
  await on.db.insert(p).values(row).onConflictDoUpdate({ target: p.id, set: row });
}

/** How far a node has compared what the streams say with what they are to say. What it knows beyond the place that is written is lost with it. */
export type Progress = {
  /** The place that is written. */
  readonly base: number | null;
  /** Up to where nothing is owed; null as `base`. */
  readonly until: number | null;
  /** The streams of many that are kept up. */
  readonly opened: readonly StreamName[];
  readonly walk: Walk | null;
  /** Up to which entry of the log a stream was gone through from end to end. */
  readonly walked: ReadonlyMap<StreamName, number>;
};

export function progressFrom(place: Place | null): Progress {
  const position = place?.position ?? null;
  return { base: position, until: position, opened: place?.opened ?? [], walk: null, walked: new Map() };
}

/** Going through all that some streams show or are to show, one stream after the other. */
export type Walk = {
  readonly streams: readonly StreamName[];
  /** Where the log stood when it began, and the entry that asked for it. */
  readonly began: number;
  readonly through: number;
  readonly step: Step;
};

export type Step =
  /** What is addressed to whoever follows the stream; `ids` are those that were found and not looked at yet. */
  | {
      readonly part: "wanted";
      readonly after: { readonly at: string; readonly itemId: string } | null;
      readonly ids: readonly string[];
    }
  /** What it shows and may show no longer. */
  | { readonly part: "told"; readonly after: string };

export const firstStep: Step = { part: "wanted", after: null, ids: [] };
