/** What two forums agree on, and what is known of a peer. */
import { badInput } from "../errors.ts";
import type { Tlp } from "../tlp.ts";

/** Which way items go, seen from here. */
export const directions = ["SEND", "RECEIVE", "BOTH", "NONE"] as const;
export type Direction = (typeof directions)[number];

/** What we send a peer and take from it. Each side has its own; what happens is what both allow. */
export type Agreement = {
  /** NONE: we know its keys, so that its items are believed when others pass them on. */
  readonly direction: Direction;
  readonly labels: readonly Tlp[];
  /** Whether its community counts as part of ours for TLP:GREEN. */
  readonly community: boolean;
  /** Groups of ours through which its organisations may be reached. */
  readonly groups: readonly string[];
  /** How many forums TLP:GREEN that comes from it may have been through before it is kept here: 1 is its own alone. */
  readonly hops: number;
  /** How many envelopes are taken from it in an hour. A long one counts for as many as it has pieces of 16 KiB. */
  readonly envelopesPerHour: number;
};

export const mostHops = 8;
export const defaultAgreement: Agreement = {
  direction: "BOTH",
  labels: ["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"],
  community: false,
  groups: [],
  hops: 1,
  envelopesPerHour: 100_000,
};

export function sends({ direction }: Agreement): boolean {
  return direction === "SEND" || direction === "BOTH";
}

export function receives({ direction }: Agreement): boolean {
  return direction === "RECEIVE" || direction === "BOTH";
}

/** Refuses an agreement that cannot be. */
export function checkAgreement({ hops, envelopesPerHour }: Agreement, path: string): void {
  if (hops < 1 || hops > mostHops) throw badInput(`${path}.hops`, `Give a number of forums from 1 to ${mostHops}.`);
  if (envelopesPerHour < 1 || envelopesPerHour > 10_000_000)
    throw badInput(`${path}.envelopesPerHour`, "Give a number from 1 to 10,000,000.");
}

/** AGREED: it is followed and may follow. PAUSED: neither, until a steward says so. */
export const peerStates = ["AGREED", "PAUSED"] as const;
export type PeerState = (typeof peerStates)[number];

/** What stewards are told of a peer's streams. */
export const alarmKinds = [
  "HOLE",
  "ROLLED_BACK",
  "FROZEN",
  "SPLIT_VIEW",
  "ALTERED",
  "CONFLICT",
  "UNKNOWN_FORUM",
  "UNKNOWN_KEY",
  "REVOKED_KEY",
  "EXPIRED",
  "TOO_WIDE",
  "NOT_UNDERSTOOD",
  "OVERSIZED",
  "OVER_QUOTA",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

export type Alarm = {
  readonly id: string;
  readonly kind: AlarmKind;
  /** The peer that it came by. */
  readonly peerId: string;
  /** The forum and the stream that it is about, where it is about one. */
  readonly forumId: string | null;
  readonly stream: string | null;
  readonly sequence: number | null;
  /** What happened and what to do, in words; never content. */
  readonly message: string;
  readonly raisedAt: string;
  /** How often it has happened since. */
  readonly count: number;
  readonly acknowledgedAt: string | null;
};
