/** Where an envelope stands that has come: whether it is the next of its stream, one that is here already, or none that can be taken. */
import { lifeBefore } from "../../domain/federation/envelopes.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import type { Tables } from "../tables.ts";
import type { Arrival, Gap, Verified } from "./arrival.ts";
import type { PeerKey } from "./peers.ts";

export type StreamRow = Tables["streams"]["$inferSelect"];
export type EnvelopeRow = Tables["envelopes"]["$inferSelect"];

/** What is known of where an envelope says that it stands. */
export type ChainFacts = {
  readonly here: string;
  /** The forum of the peer that brought it. */
  readonly broughtBy: string;
  /** Whether there is an agreement with the forum that it speaks for, which does not rest. */
  readonly isAgreed: boolean;
  readonly key: Pick<PeerKey, "number" | "revokedAt"> | null;
  readonly head: Pick<StreamRow, "sequence" | "hash" | "keyNumber"> | null;
  /** The envelope that is here at its place. */
  readonly known: Pick<EnvelopeRow, "hash"> | null;
};

export type ChainVerdict =
  /** `isAnew`: its stream begins anew by it, as after a backup was put back. */
  | { readonly is: "next"; readonly keyNumber: number; readonly isAnew: boolean }
  | { readonly is: "known" }
  /** It has been here before, or is our own, or is from before its stream began anew, or the agreement with its forum is paused: it says nothing new. */
  | { readonly is: "idle" }
  | {
      readonly is: "refused";
      readonly kind: AlarmKind;
      readonly message: string;
      /** Whether nothing behind it can be taken from this peer. */
      readonly stops: boolean;
      readonly gap: Gap | null;
    };

export function judgePlace({ head: said, hash, route }: Arrival & Verified, facts: ChainFacts): ChainVerdict {
  const { here, broughtBy, isAgreed, key, head, known } = facts;
  const { forumId, stream, sequence, previous } = said;
  const isDirect = forumId === broughtBy;
  // What is wrong with a stream that a peer passes on is no reason to take nothing of its own.
  const refuse = (kind: AlarmKind, message: string, gap: Gap | null = null): ChainVerdict => {
    return { is: "refused", kind, message, stops: isDirect && breaksChain.has(kind), gap };
  };
  if (forumId === here) {
    if (known?.hash === hash) return { is: "idle" };
    return refuse("ALTERED", "It speaks for this forum, which has not said it.");
  }
  if (route[0] !== forumId || route.at(-1) !== broughtBy || new Set(route).size < route.length)
    return refuse("ALTERED", "It cannot have come by the forums by which it is said to have come.");
  if (route.includes(here)) return { is: "idle" };
  if (known !== null) {
    if (known.hash === hash) return isAgreed ? { is: "known" } : { is: "idle" };
    return refuse("SPLIT_VIEW", "Another envelope is here that its forum has signed with the same number.");
  }
  if (!isAgreed)
    return refuse("UNKNOWN_FORUM", "There is no agreement with the forum that it speaks for, or it is paused.");
  if (stream.startsWith("to:") && (stream !== streamTo(here) || route.length > 1))
    return refuse("TOO_WIDE", "It is for somebody at one forum alone, and has not come from its own to that one.");
  const reached = head?.sequence ?? 0;
  if (sequence <= reached) return { is: "idle" };
  if (previous !== null) {
    const next = Math.max(reached, head === null ? lifeBefore(sequence) : 0) + 1;
    if (sequence !== next) {
      const missing = `Number ${next} should come next, and ${sequence} has come.`;
      return refuse("HOLE", missing, { forumId, stream, after: next - 1, before: sequence });
    }
    if (previous !== (head?.hash ?? null))
      return refuse("HOLE", "It was signed behind another envelope than the one that is here.");
  }
  if (key === null) return refuse("UNKNOWN_KEY", "The key that signed it is none that is believed.");
  // When it was signed is its own word, which is taken of what comes from its forum itself.
  if (key.revokedAt !== null && (route.length > 1 || said.at >= key.revokedAt))
    return refuse("REVOKED_KEY", "The key that signed it was revoked.");
  if (key.number < (head?.keyNumber ?? key.number))
    return refuse("REVOKED_KEY", "A newer key has signed the envelope before it.");
  return { is: "next", keyNumber: key.number, isAnew: previous === null && head !== null };
}

const breaksChain: ReadonlySet<AlarmKind> = new Set(["SPLIT_VIEW", "HOLE", "UNKNOWN_KEY", "REVOKED_KEY"]);
