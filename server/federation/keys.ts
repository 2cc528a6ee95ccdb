/**
 * The forum's own keys. The first is made when one is needed for the first time. The newest that is not revoked signs; the others stay known,
 * since older envelopes were signed with them.
 */
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importPKCS8 } from "jose";
import type { OwnKey } from "../../db/federation/own-keys.ts";
import type { Federation } from "../../db/federation/federation.ts";
import { ForumError } from "../../domain/errors.ts";
import type { PublicKey, SigningKey } from "./jws.ts";
import { signRotation } from "./key-statements.ts";

/** How long a look at the keys is good for: another process may have made one. */
const freshMs = 1_000;

export type CurrentKey = SigningKey & { readonly number: number; readonly publicKey: PublicKey };
type KeyStore = Pick<Federation, "forumId" | "ownKeys" | "addOwnKey" | "revokeOwnKey">;

export class OwnKeys {
  readonly #store: KeyStore;
  readonly #now: () => Date;
  #looked: { readonly until: number; readonly keys: Promise<readonly OwnKey[]> } | null = null;
  #current: { readonly kid: string; readonly key: Promise<CurrentKey> } | null = null;

  constructor(store: KeyStore, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#now = now;
  }

  /** All of them, oldest first; there is at least one. */
  async all(): Promise<readonly OwnKey[]> {
    const now = performance.now();
    if (this.#looked === null || this.#looked.until < now) {
      const keys = this.#read();
      this.#looked = { until: now + freshMs, keys };
      keys.catch(() => (this.#looked = null));
    }
    return this.#looked.keys;
  }

  /** The key that signs. */
  async current(): Promise<CurrentKey> {
    const row = newestOf(await this.all()) ?? (await this.rotate());
    if (this.#current?.kid !== row.kid) this.#current = { kid: row.kid, key: imported(row) };
    return this.#current.key;
  }

  /** Makes the next key, and the statement by which the one before names it; where all are revoked, peers must be shown the new one. */
  async rotate(): Promise<OwnKey> {
    const keys = await this.#read();
    const newest = newestOf(keys);
    const by = newest === null ? null : await imported(newest);
    await this.#make(keys.length + 1, by);
    this.#looked = null;
    const made = (await this.all()).at(-1);
    if (made === undefined) throw new Error("a key that was made is not there");
    return made;
  }

  /** From now on nothing is believed that this key signs. The key that signs is replaced before. */
  async revoke(kid: string): Promise<void> {
    if (newestOf(await this.#read())?.kid === kid) await this.rotate();
    await this.#store.revokeOwnKey(kid);
    this.#looked = null;
  }

  async #read(): Promise<OwnKey[]> {
    const keys = await this.#store.ownKeys();
    if (keys.length > 0) return keys;
    await this.#make(1, null);
    return this.#store.ownKeys();
  }

  /** Another node may have been faster with the first key: then its key is the one. */
  async #make(number: number, by: SigningKey | null): Promise<void> {
    const pair = await generateKeyPair("EdDSA", { extractable: true });
    const { x = "" } = await exportJWK(pair.publicKey);
    const publicKey = { kty: "OKP", crv: "Ed25519", x } as const;
    const kid = await calculateJwkThumbprint(publicKey, "sha256");
    const rotation = { forumId: this.#store.forumId, at: this.#now().toISOString(), next: { kid, publicKey } };
    const statement = by === null ? null : await signRotation(rotation, by);
    try {
      await this.#store.addOwnKey({
        kid,
        number,
        publicKey,
        privateKey: await exportPKCS8(pair.privateKey),
        statement,
      });
    } catch (error) {
      if (number > 1 || !(error instanceof ForumError && error.code === "CONFLICT")) throw error;
    }
  }
}

function newestOf(keys: readonly OwnKey[]): OwnKey | null {
  return keys.findLast(({ revokedAt }) => revokedAt === null) ?? null;
}

async function imported({ kid, number, publicKey, privateKey }: OwnKey): Promise<CurrentKey> {
  return { kid, number, publicKey, privateKey: await importPKCS8(privateKey, "EdDSA") };
}
