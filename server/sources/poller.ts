/**
 * Asks the feed sources, a few at a time, so that a slow one does not hold up the others.
 *
 * 1. Every second it looks whether one is due, and takes it: no other node takes it for as long as a poll may last.
 * 2. What has come is fetched and mapped, and brought in as the source's account.
 * 3. How it ended is written down: where to go on, what became of each object, or why it failed.
 * 4. A source that failed is asked again after a time that doubles, with jitter, so that many do not come at once.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { DueSource } from "../../db/sources.ts";
import type { Store } from "../../db/store.ts";
import { ForumError } from "../../domain/errors.ts";
import type { SourceKind, SourceOutcome, SourceReport } from "../../domain/sources.ts";
import { addToReport } from "../../domain/sources.ts";
import { bringIn } from "../bundles/bring-in.ts";
import type { Config } from "../config.ts";
import { NotReached, Outgoing } from "../outgoing/outgoing.ts";
import type { Telemetry } from "../telemetry.ts";
import { pollLimits } from "./limits.ts";
import { pollMisp } from "./misp.ts";
import type { Poll } from "./poll.ts";
import { BadSource } from "./poll.ts";
import { pollTaxii } from "./taxii.ts";

const polls: Readonly<Record<SourceKind, { readonly poll: Poll; readonly source: string }>> = {
  TAXII: { poll: pollTaxii, source: "stix" },
  MISP: { poll: pollMisp, source: "misp" },
};
const atATime = 4;
const lookEveryMs = 1_000;
const mostMs = 6 * 60 * 60 * 1_000;
/** Bringing in may take as long again as fetching. */
const leaseMs = 3 * pollLimits.ms;

type PollerParts = {
  readonly config: Pick<Config, "sourceIntervalMs" | "outgoingAllowed">;
  readonly store: Store;
  readonly telemetry: Telemetry;
};

export class Poller {
  readonly #parts: PollerParts;
  readonly #outgoing: Outgoing;
  readonly #ending = new AbortController();
  #running: Promise<void> | null = null;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    this.#outgoing = new Outgoing({ allowed: parts.config.outgoingAllowed });
  }

  /** Polls until it is disposed of. */
  start(): void {
    this.#running ??= this.#run();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#ending;
    const asking = new Set<Promise<void>>();
    while (!signal.aborted) {
      try {
        const source = asking.size < atATime ? await this.#parts.store.takeDueSource(leaseMs) : null;
        if (source === null) await wait(lookEveryMs, undefined, { signal });
        else {
          const one = this.#ask(source).finally(() => asking.delete(one));
          asking.add(one);
        }
      } catch (error) {
        if (!signal.aborted) this.#parts.telemetry.fault(error, "looking for feed sources");
        await wait(lookEveryMs, undefined, { signal }).catch(() => undefined); // ended meanwhile
      }
    }
    await Promise.all(asking);
  }

  /** Never throws: what cannot even be written down is a fault of ours, and the source is asked again when its lease ends. */
  async #ask(source: DueSource): Promise<void> {
    try {
      await this.#poll(source);
    } catch (error) {
      this.#parts.telemetry.fault(error, "writing down how a poll ended");
    }
  }

  async #poll(source: DueSource): Promise<void> {
    const { store, config } = this.#parts;
    try {
      const { poll, source: name } = polls[source.kind];
      const versions = () => store.sourceVersions(source.id);
      const polled = await poll(source, { outgoing: this.#outgoing, signal: this.#ending.signal, versions });
      const report = await this.#bring(source, name, polled.mapped);
      const inMs = polled.hasMore ? 0 : jittered(config.sourceIntervalMs);
      const { cursor, versions: brought, complaint: error } = polled;
      await store.settleSource(source.id, {
        inMs,
        error,
        failures: 0,
        brought: { cursor, report, versions: brought },
      });
    } catch (error) {
      // The server stops: the next one goes on at once.
      if (this.#ending.signal.aborted)
        return store.settleSource(source.id, { inMs: 0, error: null, failures: source.failures });
      const failures = source.failures + 1;
      const inMs = jittered(Math.min(mostMs, config.sourceIntervalMs * 2 ** Math.min(failures, 20)));
      await store.settleSource(source.id, { inMs, error: this.#inWords(error), failures });
    }
  }

  async #bring(source: DueSource, name: string, mapped: Parameters<typeof bringIn>[1]): Promise<SourceReport> {
    const { store } = this.#parts;
    const reader = store.as(source.viewer);
    const member = await reader.member();
    if (member === null) throw new ForumError("UNAUTHENTICATED", "The account of this source has ended.");
    const outcomes: SourceOutcome[] = [];
    const turn = async (): Promise<void> => this.#ending.signal.throwIfAborted();
    const options = { audience: source.audience, drafts: false, source: name, feed: source.feed };
    for await (const { id: objectId, outcome, reason } of bringIn({ store, reader, member, turn }, mapped, options))
      outcomes.push({ objectId, outcome, reason });
    return addToReport(source.report, outcomes);
  }

  #inWords(error: unknown): string {
    if (error instanceof NotReached || error instanceof BadSource) return error.message;
    if (error instanceof ForumError) return error.message;
    this.#parts.telemetry.fault(error, "asking a feed source");
    return "something went wrong on our side";
  }
}

/** Between three quarters and five quarters of a time. */
function jittered(ms: number): number {
  return Math.round(ms * (0.75 + Math.random() / 2));
}
