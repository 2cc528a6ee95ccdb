/**
 * From what a peer has sent to what is kept of it: looked at, received in one transaction with the cursor, and confirmed. What turns out to be
 * missing is asked for.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../../clients/sdk/index.ts";
import type { Arrival, Gap } from "../../db/federation/arrival.ts";
import type { Federation } from "../../db/federation/federation.ts";
import type { FollowedPeer } from "../../db/federation/peers.ts";
import { lifeBefore } from "../../domain/federation/envelopes.ts";
import type { Receipt } from "../../domain/federation/commands.ts";
import type { FeedEvent } from "./answers.ts";
import { understandEnvelopes } from "./answers.ts";
import type { OwnKeys } from "./keys.ts";
import type { Brought, KeysOf } from "./arrivals.ts";
import { lookAt } from "./arrivals.ts";
import { confirm } from "./confirmations.ts";

export type IntakeParts = {
  readonly federation: Pick<Federation, "forumId" | "keysOf" | "receive" | "noteConfirmed">;
  readonly keys: Pick<OwnKeys, "all">;
  readonly line: { readonly peers: Pick<Client["peers"], "missingEnvelopes" | "confirm"> };
  readonly peer: Pick<FollowedPeer, "id" | "forumId">;
  /** Asks a forum for its keys, where one is named that is not known: it may have just come into use. */
  readonly learn: (forumId: string) => Promise<void>;
  /** Takes all that was taken and the peer does not know of yet. @default it is told at once */
  readonly confirm?: (receipts: readonly Receipt[]) => void | Promise<void>;
  readonly signal: AbortSignal;
};

/** The place that events were read from, and the one behind them; without `from`, where the peer does not know the place that is written any more. */
export type Stretch = { readonly from: string | null | undefined; readonly cursor: string };

const askedAtOnce = 100;
const learnAgainMs = 2_000;
const manyDuplicates = 50;
const mostPauseMs = 1_000;

export class Intake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Takes what events have brought. Says why nothing more is taken for now, or null. */
  async take(events: readonly FeedEvent[], { from, cursor }: Stretch): Promise<string | null> {
    const { federation, peer, signal } = this.#parts;
    const began = performance.now();
    const arrivals = await this.#lookAtAll(events.flatMap(({ brought }) => brought ?? []));
    const received = await federation.receive(peer.id, arrivals, cursor, from);
    // Whoever brings again and again what is here gets half of the time that it takes.
    if (received.outcomes.duplicate >= manyDuplicates)
      await pause(Math.min(mostPauseMs, performance.now() - began), undefined, { signal });
    await this.#confirm(received.receipts);
    for (const missing of missingOf(received.gaps)) await this.#fill(missing);
    return received.stop;
  }

  /** Asks for what is missing piece by piece, as far as the peer has it without a hole. */
  async #fill({ forumId, stream, after, before }: Gap): Promise<void> {
    const { federation, line, peer, signal } = this.#parts;
    for (let last = after; last < before;) {
      const first = Math.min(askedAtOnce, before - last);
      const wanted = { forumId, stream, after: last, first };
      const answer = understandEnvelopes(await line.peers.missingEnvelopes(wanted, { signal }), first);
      const life = lifeBefore(before);
      if (answer.length === 0 && last >= life) return;
      if (answer.length === 0) {
        last = life; // the stream has begun anew there
        continue;
      }
      const { receipts, outcomes, stop } = await federation.receive(peer.id, await this.#lookAtAll(answer), null);
      await this.#confirm(receipts);
      if (stop !== null || outcomes.refused === answer.length) return;
      last += answer.length;
    }
  }

  async #confirm(receipts: readonly Receipt[]): Promise<void> {
    const { confirm: tell = (newest) => confirm(newest, this.#parts) } = this.#parts;
    await tell(receipts);
  }

  /** A key that is not known may be a moment older than what tells of it: its forum is asked, and a little later once more. */
  async #lookAtAll(brought: readonly Brought[]): Promise<Arrival[]> {
    const { peer, learn, signal } = this.#parts;
    for (let tries = 0; ; tries++) {
      const keysOf = this.#knownKeys();
      const arrivals = await Promise.all(brought.map((one) => lookAt(one, peer.forumId, keysOf)));
      const strangers = strangersOf(arrivals);
      if (strangers.size === 0 || tries === 2) return arrivals;
      if (tries > 0) await pause(learnAgainMs, undefined, { signal });
      for (const forumId of strangers) await learn(forumId);
    }
  }

  /** Each forum's keys are read once for a batch. */
  #knownKeys(): KeysOf {
    const known = new Map<string, ReturnType<KeysOf>>();
    return (forumId) => {
      const { federation, keys: own } = this.#parts;
      const keys = known.get(forumId) ?? (forumId === federation.forumId ? own.all() : federation.keysOf(forumId));
      known.set(forumId, keys);
      return keys;
    };
  }
}

/** The forums of which a key was named that is not known. */
function strangersOf(arrivals: readonly Arrival[]): Set<string> {
  const unknown = arrivals.flatMap((arrival) => ("problem" in arrival ? arrival.problem : []));
  return new Set(unknown.flatMap(({ kind, forumId }) => (kind === "UNKNOWN_KEY" ? (forumId ?? []) : [])));
}

/** What is missing of each stream, once, with the last that came too early: nothing of it was kept. */
function missingOf(gaps: readonly Gap[]): Gap[] {
  return [...Map.groupBy(gaps, ({ forumId, stream }) => `${forumId} ${stream}`).values()].flatMap(
    ([first, ...more]) => {
      if (first === undefined) return [];
      const all = [first, ...more];
      const after = Math.min(...all.map((gap) => gap.after));
      return [{ ...first, after, before: Math.max(...all.map((gap) => gap.before)) }];
    },
  );
}
