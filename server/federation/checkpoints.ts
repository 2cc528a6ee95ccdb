/** Where a stream stands, as its forum states it: anew every few seconds, so that one that stands still is told from one that is kept back. */
import { isForumId } from "../../domain/federation/addresses.ts";
import { greatestNumber, numbersInLife } from "../../domain/federation/envelopes.ts";
import type { Checkpoint as ShownCheckpoint } from "../../db/federation/checkpoints.ts";
import { parseStream } from "../../domain/federation/streams.ts";
import { instantOf } from "./key-at.ts";
import type { Claims, PublicKey, SigningKey } from "./jws.ts";
import { NotBelieved, sign, verify } from "./jws.ts";

const type = "tocsin-checkpoint+jws";
const version = 1;
export const maxCheckpointBytes = 4_096;

/** What a checkpoint says, before it is signed. */
export type Checkpoint = Omit<ShownCheckpoint, "bytes">;

export function signCheckpoint({ forumId, stream, sequence, hash, at }: Checkpoint, by: SigningKey): Promise<string> {
  return sign(type, { v: version, forum: forumId, stream, seq: sequence, hash, at }, by);
}

/** A checkpoint whose signature is good, and the key that it is signed with; NotBelieved for anything else. */
export async function verifyCheckpoint(
  text: string,
  keyFor: (kid: string, claims: Claims) => Promise<PublicKey>,
): Promise<Checkpoint & { readonly kid: string }> {
  const { kid, payload } = await verify(text, { type, maxBytes: maxCheckpointBytes, keyFor });
  const { v, forum, stream: name, seq, hash } = payload;
  const stream = parseStream(name);
  const isWhole = typeof seq === "number" && Number.isInteger(seq) && seq >= 0 && seq <= greatestNumber;
  const isUnderstood =
    v === version &&
    typeof forum === "string" &&
    isForumId(forum) &&
    stream !== null &&
    isWhole &&
    typeof hash === "string" &&
    (hash === "" ? seq % numbersInLife === 0 : seq > 0 && /^[\w-]{43}$/.test(hash));
  if (!isUnderstood) throw new NotBelieved("NOT_UNDERSTOOD", "A checkpoint is not understood.");
  return { kid, forumId: forum, stream, sequence: seq, hash, at: instantOf(payload["at"]) };
}
