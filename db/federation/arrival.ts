/** What a follower and the store hand each other. */
import type { Receipt } from "../../domain/federation/commands.ts";
import type { EnvelopeHead } from "../../domain/federation/envelopes.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";

/** An envelope that a peer has brought, by the feed or because it was asked for. */
export type Arrival = {
  /** The place in the peer's feed right behind it; null where it was asked for. */
  readonly cursor: string | null;
  /** The forums that it has been through, its origin first and the peer last. */
  readonly route: readonly string[];
} & (Verified | Unverified);

/** The signature is one of `kid` over these bytes, and `kid` a key of the forum that it speaks for. */
export type Verified = {
  readonly bytes: string;
  /** SHA-256 of the bytes, in base64url. */
  readonly hash: string;
  readonly kid: string;
  readonly head: EnvelopeHead;
  /** The payload that the head was read from. */
  readonly raw: Readonly<Record<string, unknown>>;
};

/** What could not be verified or read: nothing of it is believed, but that it came. */
export type Unverified = {
  readonly problem: {
    readonly kind: AlarmKind;
    readonly message: string;
    /** What it was said to be. */
    readonly forumId?: string | null;
    readonly stream?: string | null;
    readonly sequence?: number | null;
  };
};

/** A part of a stream that is missing here, while what lies behind it has come: ask the peer for what lies between. */
export type Gap = {
  readonly forumId: string;
  readonly stream: string;
  readonly after: number;
  readonly before: number;
};

export type Received = {
  /** Up to where we have the streams of the peer's own forum, and what of them it does not know yet that we have not taken. */
  readonly receipts: readonly Receipt[];
  readonly outcomes: {
    readonly shown: number;
    readonly hidden: number;
    readonly duplicate: number;
    readonly refused: number;
  };
  readonly gaps: readonly Gap[];
  /** Why nothing more is taken from the peer for now, in words; the cursor stands before what was not taken. */
  readonly stop: string | null;
};
