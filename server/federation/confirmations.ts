import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../../clients/sdk/index.ts";
import type { Federation } from "../../db/federation/federation.ts";
import type { Receipt } from "../../domain/federation/commands.ts";

export type ConfirmParts = {
  readonly federation: Pick<Federation, "noteConfirmed">;
  readonly line: { readonly peers: Pick<Client["peers"], "confirm"> };
  readonly peer: { readonly id: string };
  readonly signal: AbortSignal;
};

/** Tells a peer what was taken of its streams, and notes that it knows. */
export async function confirm(
  receipts: readonly Receipt[],
  { federation, line, peer, signal }: ConfirmParts,
): Promise<void> {
  if (receipts.length === 0) return;
  const told = receipts.map((receipt) => ({ ...receipt, refused: [...receipt.refused] }));
  await line.peers.confirm(told, { signal });
  await federation.noteConfirmed(peer.id, receipts);
}

/** How often a peer is told at most: what it counts as operations is for its envelopes. */
const atMostEveryMs = 1_000;

/** The same for receipts that come one after the other, of which each says all that was taken since the last that was told. */
export class Confirmations {
  /** Rejects where a peer could not be told. */
  readonly failure: Promise<never>;
  readonly #fail: (error: unknown) => void;
  readonly #parts: ConfirmParts;
  #newest: readonly Receipt[] | null = null;
  #isTelling = false;

  constructor(parts: ConfirmParts) {
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => undefined); // it is raced for, and may have been too late
    this.failure = promise;
    this.#fail = reject;
    this.#parts = parts;
  }

  note(receipts: readonly Receipt[]): void {
    this.#newest = receipts;
    if (this.#isTelling) return;
    this.#isTelling = true;
    this.#tell().catch(this.#fail);
  }

  async #tell(): Promise<void> {
    for (let next = this.#newest; next !== null; next = this.#newest) {
      this.#newest = null;
      await confirm(next, this.#parts);
      await pause(atMostEveryMs, undefined, { signal: this.#parts.signal });
    }
    this.#isTelling = false;
  }
}
