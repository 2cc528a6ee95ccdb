/**
 * How a forum shows another who it is: for each connection it signs that it comes now, to this forum and at this address. What was overheard is
 * good for minutes, and at no other forum; nor can a forum hand on, as its own, what was shown to it while it bore another's id.
 */
import type { Federation } from "../../db/federation/federation.ts";
import { ended } from "../../db/rights.ts";
import { isForumId } from "../../domain/federation/addresses.ts";
import { peerStreams } from "../../domain/federation/streams.ts";
import type { PeerViewer } from "../../domain/people.ts";
import type { PublicKey, SigningKey } from "./jws.ts";
import { NotBelieved, sign, verify } from "./jws.ts";

const type = "tocsin-peer+jwt";
const lifeSeconds = 120;
/** The longest life that is taken from others, and how far their clocks may be ahead of ours. */
const mostSeconds = 300;
const aheadSeconds = 60;
const maxBytes = 2_048;

export function makeCredential(
  { from, to, url, now }: { readonly from: string; readonly to: string; readonly url: string; readonly now: Date },
  by: SigningKey,
): Promise<string> {
  const iat = Math.floor(now.getTime() / 1_000);
  return sign(type, { iss: from, aud: to, url, iat, exp: iat + lifeSeconds }, by);
}

/** Whether a bearer's token may be a credential; the tokens of accounts look otherwise. */
export function looksLikeCredential(token: string): boolean {
  return token.split(".", 4).length === 3;
}

type Believed = Pick<Federation, "forumId" | "keysOf" | "peerByForum">;

export type CredentialOptions = {
  /** The address that this forum is known by. */
  readonly address: string;
  readonly now: Date;
  /** Told of a peer that is said to have a key that is not known: it may have just come into use. */
  readonly onUnknownKey?: (forumId: string) => void;
};

/** The peer that a credential speaks for. Whatever is wrong with it, the refusal is the same, and comes at once. */
export async function peerOf(
  federation: Believed,
  credential: string,
  { address, now, onUnknownKey }: CredentialOptions,
): Promise<PeerViewer> {
  try {
    const keyFor = (kid: string, { iss }: { readonly iss?: unknown }): Promise<PublicKey> =>
      keyOf(federation, kid, iss, onUnknownKey);
    const { kid, payload } = await verify(credential, { type, maxBytes, keyFor });
    const { iss, aud, url, iat, exp } = payload;
    const seconds = now.getTime() / 1_000;
    const isGood =
      typeof iss === "string" &&
      aud === federation.forumId &&
      url === address &&
      isInstant(iat) &&
      isInstant(exp) &&
      iat <= seconds + aheadSeconds &&
      exp > seconds &&
      exp - iat <= mostSeconds;
    const peer = isGood ? await federation.peerByForum(iss) : null;
    if (peer?.state === "AGREED") return { kind: "peer", peerId: peer.id, kid, streams: peerStreams(peer) };
  } catch (error) {
    if (!(error instanceof NotBelieved)) throw error;
  }
  throw ended();
}

/** The newest key that is believed, and no older one: those are for what they have signed before, wherever they are by now. */
async function keyOf(
  federation: Believed,
  kid: string,
  iss: unknown,
  onUnknownKey: CredentialOptions["onUnknownKey"],
): Promise<PublicKey> {
  const forumId = typeof iss === "string" && isForumId(iss) ? iss : null;
  const known = forumId === null ? [] : await federation.keysOf(forumId);
  const newest = known.at(-1);
  if (forumId !== null && newest !== undefined && !known.some((key) => key.kid === kid)) onUnknownKey?.(forumId);
  if (newest?.kid !== kid || newest.revokedAt !== null)
    throw new NotBelieved("UNKNOWN_KEY", "It is not signed with the key that is believed.");
  return newest.publicKey;
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}
