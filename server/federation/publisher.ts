/**
 * Turns what the log says into envelopes: what the streams owe is signed here and written there, in one transaction with the place up to
 * which that was everything. Any number of nodes may do so: the one that was slower finds that nothing was written, and looks again.
 */
import type { PublishBatch, Signed } from "../../db/federation/batch.ts";
import { hashOf } from "../../db/federation/hashes.ts";
import type { Federation } from "../../db/federation/federation.ts";
import { maxEnvelopeBytes, writeEnvelope } from "../../domain/federation/envelopes.ts";
import type { Telemetry } from "../telemetry.ts";
import { Bell } from "./bell.ts";
import { sign } from "./jws.ts";
import type { CurrentKey, OwnKeys } from "./keys.ts";

/** How often it looks though nothing rang, and how long what comes together may gather. */
const lookEveryMs = 1_000;
const gatherMs = 10;
const longestRestMs = 30_000;

export type PublisherParts = {
  readonly federation: Pick<Federation, "nextBatch" | "publish" | "onWork">;
  readonly keys: OwnKeys;
  readonly telemetry: Telemetry;
};

export class Publisher {
  readonly #parts: PublisherParts;
  readonly #ending = new AbortController();
  readonly #bell = new Bell(this.#ending.signal);
  readonly #stopListening: () => void;
  readonly #running: Promise<void>;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
    this.#stopListening = parts.federation.onWork(() => this.#bell.ring());
    this.#running = this.#run();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening();
    this.#ending.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#ending.signal.aborted) {
      try {
        const hasWorked = await this.#step();
        failures = 0;
        if (!hasWorked) await this.#bell.wait({ atMostMs: lookEveryMs, gatherMs });
      } catch (error) {
        if (this.#ending.signal.aborted) return;
        this.#parts.telemetry.fault(error, "publishing to peers");
        await this.#bell.pause(Math.min(longestRestMs, lookEveryMs * 2 ** failures++));
      }
    }
  }

  async #step(): Promise<boolean> {
    const { federation, keys } = this.#parts;
    const batch = await federation.nextBatch();
    if (batch === null) return false;
    const key = await keys.current();
    await federation.publish(batch, await signBatch(batch, key), key.number);
    return true;
  }
}

/** Each envelope holds the hash of the one before on its stream. */
export async function signBatch(batch: PublishBatch, key: CurrentKey): Promise<Signed[]> {
  const heads = new Map<string, { readonly sequence: number; readonly hash: string | null }>(batch.streams);
  const signed: Signed[] = [];
  for (const { stream, head, shown } of batch.drafts) {
    const { sequence, hash: previous } = heads.get(stream) ?? { sequence: 0, hash: null };
    const payload = writeEnvelope({ ...head, sequence: sequence + 1, previous }, shown);
    const bytes = await sign("tocsin-envelope+jws", payload, key);
    if (bytes.length > maxEnvelopeBytes) throw new Error("an envelope is longer than peers take");
    const hash = hashOf(bytes);
    heads.set(stream, { sequence: sequence + 1, hash });
    signed.push({ stream, sequence: sequence + 1, hash, bytes });
  }
  return signed;
}
