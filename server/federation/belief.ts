/** Which keys of another forum are to be believed, by its statements and the keys that are believed already. Pure but for the signatures. */
import type { PeerKey } from "../../db/federation/peers.ts";
import type { ForumKey } from "../../domain/federation/commands.ts";
import type { PublicKey } from "./jws.ts";
import { NotBelieved } from "./jws.ts";
import { verifyKeyList, verifyRotation } from "./key-statements.ts";

/** So many keys of a forum are remembered: who names ever more of them fills nothing. */
const mostKeys = 1_000;

export type KeyStatements = { readonly rotations: readonly string[]; readonly list: string };
export type Learnt = {
  /** Keys that come to be believed, with their number beside those that are. */
  readonly added: readonly (ForumKey & { readonly number: number })[];
  readonly revoked: readonly { readonly kid: string; readonly at: string }[];
};

/**
 * Follows the rotations from the newest key that is believed, then looks at the list, which must be signed with the newest that they lead
 * to. Numbers are those beside the key that was pinned, whatever number that has at home.
 */
export async function learnKeys(
  forumId: string,
  known: readonly PeerKey[],
  { rotations, list }: KeyStatements,
): Promise<Learnt> {
  const keys = new Map<string, PeerKey>(known.map((key) => [key.kid, key]));
  const added: (ForumKey & { number: number })[] = [];
  const believe = (key: ForumKey, number: number): void => {
    if (keys.size >= mostKeys) throw new NotBelieved("NOT_UNDERSTOOD", `It has named more than ${mostKeys} keys.`);
    keys.set(key.kid, { ...key, number, revokedAt: null });
    added.push({ ...key, number });
  };
  for (let signer = newestOf(keys), steps = 0; steps < rotations.length; steps++) {
    const next = await nextOf(forumId, signer, rotations);
    if (next === null || keys.has(next.kid)) break;
    believe(next, signer.number + 1);
    signer = newestOf(keys);
  }
  const newest = newestOf(keys);
  const told = await verifyKeyList(list, onlyBy(newest));
  if (told.forumId !== forumId) throw notOfForum();
  for (const key of told.keys) {
    const number = newest.number - (told.signer.number - key.number);
    if (!keys.has(key.kid) && key.number < told.signer.number) believe(key, number);
  }
  const revoked = told.keys.flatMap(({ kid, revokedAt }) => {
    const key = keys.get(kid);
    if (revokedAt === null || key === undefined || (key.revokedAt !== null && key.revokedAt <= revokedAt)) return [];
    return [{ kid, at: revokedAt }];
  });
  return { added, revoked };
}

/** The key that the rotation names that was signed with this one; null where there is none. */
async function nextOf(forumId: string, signer: PeerKey, rotations: readonly string[]): Promise<ForumKey | null> {
  for (const text of rotations) {
    try {
      const rotation = await verifyRotation(text, onlyBy(signer));
      if (rotation.forumId === forumId) return rotation.next;
    } catch (error) {
      if (!(error instanceof NotBelieved)) throw error; // signed with another key: it is looked at when its turn comes
    }
  }
  return null;
}

function onlyBy({ kid, publicKey, revokedAt }: PeerKey): (given: string) => PublicKey {
  return (given) => {
    if (given !== kid) throw new NotBelieved("UNKNOWN_KEY", "It is signed with a key that is not believed.");
    if (revokedAt !== null) throw new NotBelieved("REVOKED_KEY", "It is signed with a key that was revoked.");
    return publicKey;
  };
}

/** An older key takes the place of the newest for nothing, not where that was revoked either: it may be in the hands of anybody by now. */
function newestOf(keys: ReadonlyMap<string, PeerKey>): PeerKey {
  const newest = [...keys.values()].sort((a, b) => b.number - a.number)[0];
  if (newest === undefined || newest.revokedAt !== null)
    throw new NotBelieved(
      "UNKNOWN_KEY",
      "The newest key that was believed is revoked: look at the one that there is now and agree again.",
    );
  return newest;
}

function notOfForum(): NotBelieved {
  return new NotBelieved("ALTERED", "It speaks of the keys of another forum.");
}
