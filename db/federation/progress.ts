import type { StreamName } from "../../domain/federation/streams.ts";

/** How far a node has compared what the streams say with what they are to say. What it knows beyond the place that is written is lost with it. */
export type Progress = {
  /** The place in the log that is written; null before there has been any peer. */
  readonly base: number | null;
  /** Up to where nothing is owed; null as `base`. */
  readonly until: number | null;
  /** The streams of many that are kept up. */
  readonly opened: readonly StreamName[];
  readonly walk: Walk | null;
  /** Up to which entry of the log a stream was gone through from end to end. */
  readonly walked: ReadonlyMap<StreamName, number>;
};

/** Going through all that some streams show or are to show, one stream after the other. */
export type Walk = {
  readonly streams: readonly StreamName[];
  /** Where the log stood when it began, and the entry that asked for it. */
  readonly began: number;
  readonly through: number;
  readonly step: Step;
};

export type Step =
  /** What is addressed to the stream, in the order of publication. */
  | { readonly part: "wanted"; readonly after: { readonly at: string; readonly itemId: string } | null }
  /** What it shows and may show no longer. */
  | { readonly part: "told"; readonly after: string };
