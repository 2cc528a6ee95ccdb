/** What the publisher and the store hand each other. */
import type { EnvelopeHead, ShownItem } from "../../domain/federation/envelopes.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import type { Progress } from "./progress.ts";

/** An envelope that a stream owes; where it stands on the stream is not known before it is signed. */
export type Draft = {
  readonly stream: StreamName;
  readonly head: Omit<EnvelopeHead, "sequence" | "previous">;
  /** null: the item is to be hidden. */
  readonly shown: ShownItem | null;
  readonly itemId: string;
  /** Of what is told; "" of what is hidden. */
  readonly digest: string;
};

/** Where a stream stands, and which key signed there; the hash is null where it has nothing yet. */
export type StreamHead = { readonly sequence: number; readonly hash: string | null; readonly keyNumber: number };

/** What the streams owe next, and on which state of theirs it was made. */
export type PublishBatch = {
  /** The place in the log up to which everything was told before, and the one up to which it will have been; null before the first. */
  readonly fromPosition: number | null;
  readonly toPosition: number | null;
  /** In the order in which they are to stand on their streams. */
  readonly drafts: readonly Draft[];
  /** Where the streams of the drafts stand. */
  readonly streams: ReadonlyMap<StreamName, StreamHead>;
  /** How far this node has looked, once the batch is written. */
  readonly next: Progress;
};

/** A draft in its place, as it was signed: one for each of the batch, in the same order. */
export type Signed = {
  readonly stream: StreamName;
  readonly sequence: number;
  readonly hash: string;
  readonly bytes: string;
};
