/**
 * What is asked of a peer beside its feed, again and again: its keys, where its streams stand, what it was shown of others', and who is at home
 * there. A peer that keeps something back in its feed would have to sign that it is not there.
 */
import type { Client } from "../../clients/sdk/index.ts";
import { TocsinError } from "../../clients/sdk/index.ts";
import type { Federation } from "../../db/federation/federation.ts";
import type { FollowedPeer } from "../../db/federation/peers.ts";
import { isForumId } from "../../domain/federation/addresses.ts";
import { parseDirectory } from "../../domain/federation/directory.ts";
import type { AlarmKind } from "../../domain/federation/peers.ts";
import { receives, sends } from "../../domain/federation/peers.ts";
import type { StreamName } from "../../domain/federation/streams.ts";
import { streamTo } from "../../domain/federation/streams.ts";
import { understandTexts } from "./answers.ts";
import type { Checkpoint } from "./checkpoints.ts";
import { verifyCheckpoint } from "./checkpoints.ts";
import type { Claims, PublicKey } from "./jws.ts";
import { NotBelieved } from "./jws.ts";
import { keyAt } from "./key-at.ts";
import type { KeyWatch } from "./key-watch.ts";
import type { OwnKeys } from "./keys.ts";

export type WatchParts = {
  readonly federation: Pick<
    Federation,
    "forumId" | "keysOf" | "noteCheckpoint" | "noteShown" | "noteDirectory" | "raise"
  >;
  readonly line: Client;
  readonly keys: OwnKeys;
  readonly keyWatch: KeyWatch;
  readonly signal: AbortSignal;
  /** Since when its feed is followed without an interruption, having told what there was before; null while it is not. */
  readonly followedSince: () => string | null;
};

/** A forum has as many streams for one peer, and a peer as many forums around it. */
const mostCheckpoints = 10;
const mostWitnessed = 2_000;

/** Asks once. What is wrong with what was said is an alarm; what could not be asked is thrown. */
export async function watch(peer: FollowedPeer, parts: WatchParts): Promise<void> {
  const { federation, line, keyWatch, signal } = parts;
  await keyWatch.look(peer, signal);
  if (!sends(peer.agreement) && !receives(peer.agreement)) return; // it is known by its keys alone, and may not know of us
  const peering = await line.peers.peering({ signal });
  if (peering == null) throw new TocsinError("UNAUTHENTICATED", "It takes us for no peer.");
  const checkpoints = understandTexts(peering.checkpoints, mostCheckpoints, "a list of checkpoints");
  const witnessed = understandTexts(peering.witnessed, mostWitnessed, "a list of checkpoints");
  const shown = await Promise.all(checkpoints.map((text) => note(text, peer, peer.forumId, parts)));
  await Promise.all(witnessed.map((text) => note(text, peer, null, parts)));
  await federation.noteShown(
    peer.id,
    shown.flatMap((stream) => stream ?? []),
  );
  const directory = await line.peers.directory({ signal });
  await federation.noteDirectory(peer.id, parseDirectory(directory, "organizations"));
}

/**
 * Gives the stream, or null where the checkpoint is not believed. `of`: whose it has to be; null where the peer was shown it by others: what of
 * these is of no forum or no key that is known says nothing.
 */
async function note(
  text: string,
  peer: FollowedPeer,
  of: string | null,
  parts: WatchParts,
): Promise<StreamName | null> {
  const { federation, followedSince } = parts;
  let told: Checkpoint;
  try {
    told = await verifyCheckpoint(text, (kid, claims) => keyOf(kid, claims, of, parts));
  } catch (error) {
    if (!(error instanceof NotBelieved)) throw error;
    if (of === null && saysNothing.has(error.kind)) return null;
    const message = `A checkpoint that it shows is not believed: ${error.message}`;
    await federation.raise({ kind: error.kind, peerId: peer.id, forumId: of, stream: null, sequence: null, message });
    return null;
  }
  const { forumId, stream, sequence, hash, at } = told;
  await federation.noteCheckpoint(peer.id, { forumId, stream, sequence, hash, at, bytes: text }, followedSince());
  return stream;
}

/** What a peer was shown by others may be of somebody who is no peer here, or from before a key ended. */
const saysNothing: ReadonlySet<AlarmKind> = new Set(["UNKNOWN_FORUM", "UNKNOWN_KEY", "REVOKED_KEY"]);

async function keyOf(
  kid: string,
  { forum, stream, at }: Claims,
  of: string | null,
  { federation, keys }: WatchParts,
): Promise<PublicKey> {
  if (typeof forum !== "string" || !isForumId(forum) || (of !== null && forum !== of))
    throw new NotBelieved("ALTERED", "It speaks for another forum.");
  if (stream !== "public" && stream !== "community" && (of === null || stream !== streamTo(federation.forumId)))
    throw new NotBelieved("TOO_WIDE", "It speaks of a stream that is for others.");
  const known = forum === federation.forumId ? await keys.all() : await federation.keysOf(forum);
  return keyAt(known, kid, of === null ? null : at); // when it was signed is its own word
}
