/**
 * One peer, for as long as this node looks after it: two loops, of which one follows its feed and the other watches over what it says beside.
 * Neither waits for the other's troubles. What is written down of the peer says until when no other node looks after it; whoever finds
 * another instant there than its own last one has lost it, to another node or to a steward who has changed something.
 */
import type { Client } from "../../clients/sdk/index.ts";
import type { Federation } from "../../db/federation/federation.ts";
import type { FollowedPeer } from "../../db/federation/peers.ts";
import { receives } from "../../domain/federation/peers.ts";
import type { Telemetry } from "../telemetry.ts";
import { Bell } from "./bell.ts";
import { Confirmations } from "./confirmations.ts";
import { follow } from "./follower.ts";
import { Intake } from "./intake.ts";
import type { KeyWatch } from "./key-watch.ts";
import type { LineParts } from "./line.ts";
import { openLine } from "./line.ts";
import type { Trouble } from "./trouble.ts";
import { backOffMs, troubleOf } from "./trouble.ts";
import { watch } from "./watch.ts";

export type TendedParts = LineParts & {
  readonly federation: Federation;
  readonly keyWatch: KeyWatch;
  readonly telemetry: Telemetry;
  /** How often it is watched. */
  readonly watchMs: number;
};

/** How long a peer is this node's without another word. A node that has died is missed for so long. */
export const leaseMs = 20_000;
/** Troubles in a row are forgotten when it has gone well for so long. */
const goodMs = 60_000;
const longestWatchMs = 45_000;
/** A peer that has let us in before may not know our newest key yet. */
const passingRefusals = 3;
const ourFault: Trouble = { message: "Something went wrong on our side.", restMs: null, isRefused: false };

export class Tended {
  readonly ended: Promise<void>;
  readonly #peer: FollowedPeer;
  readonly #parts: TendedParts;
  readonly #line: Client;
  readonly #ending = new AbortController();
  readonly #followBell = new Bell(this.#ending.signal);
  readonly #watchBell = new Bell(this.#ending.signal);
  #seen: string;
  #followTrouble: Trouble | null = null;
  #watchTrouble: Trouble | null = null;
  #failures: number;
  #hasAnswered = false;
  /** Since when it is followed without an interruption, having told what there was before. */
  #followedSince: string | null = null;
  /** When it is followed again, by the clock of the process. */
  #restsUntil = 0;
  #writing: Promise<void> = Promise.resolve();

  /** `seen`: the instant that was written when it was taken. */
  constructor(peer: FollowedPeer, seen: string, parts: TendedParts) {
    this.#peer = peer;
    this.#seen = seen;
    this.#failures = peer.failures;
    this.#parts = parts;
    this.#line = openLine(parts, peer);
    this.ended = this.#run();
  }

  /** Looks whether the peer is still this node's, and keeps it where its time is running out. `row` is what is written of it. */
  async keep(row: Pick<FollowedPeer, "nextAt">): Promise<void> {
    const left = Date.parse(this.#seen) - this.#parts.now().getTime();
    if (row.nextAt !== this.#seen || left < leaseMs / 2) await this.#write();
  }

  /** The peer has shown itself here: if it had not agreed before, it may have by now. */
  nudge(): void {
    if (this.#followTrouble?.isRefused === true) this.#followBell.ring();
    if (this.#watchTrouble?.isRefused === true) this.#watchBell.ring();
  }

  /** Lets go of it. Where all went well, another node may have it at once. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.ended;
  }

  async #run(): Promise<void> {
    await Promise.all([this.#watching(), receives(this.#peer.agreement) ? this.#following() : null]);
    await this.#line[Symbol.asyncDispose]();
    await this.#writing;
    if (this.#trouble === null) await this.#write(0);
  }

  async #following(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      const began = performance.now();
      try {
        await this.#parts.keyWatch.lookAgain(this.#peer, signal);
        await this.#follow(await this.#cursor());
      } catch (error) {
        if (signal.aborted) return;
        this.#followedSince = null;
        this.#failures = performance.now() - began > goodMs ? 1 : this.#failures + 1;
        this.#followTrouble = this.#inWords(error, "following a peer");
        const isPassing = this.#followTrouble.isRefused && this.#hasAnswered && this.#failures <= passingRefusals;
        const restMs = (isPassing ? null : this.#followTrouble.restMs) ?? backOffMs(this.#failures - 1, Math.random());
        this.#restsUntil = performance.now() + restMs;
        await this.#write();
        await this.#followBell.wait({ atMostMs: restMs });
        this.#restsUntil = 0;
      }
    }
  }

  /** Until it is interrupted, be it by what could not be told. */
  async #follow(cursor: string | null): Promise<void> {
    const { federation, keys } = this.#parts;
    const ending = new AbortController();
    const signal = AbortSignal.any([this.#ending.signal, ending.signal]);
    const common = { federation, line: this.#line, peer: this.#peer, signal };
    const confirmations = new Confirmations(common);
    const learn = (forumId: string): Promise<void> => this.#learn(forumId);
    const intake = new Intake({ ...common, keys, learn, confirm: (receipts) => confirmations.note(receipts) });
    const following = follow(cursor, { line: this.#line, intake, signal, caughtUp: () => this.#caughtUp() });
    try {
      await Promise.race([following, confirmations.failure]);
    } finally {
      ending.abort();
      await following.catch(() => undefined); // it was told, or was not what interrupted
    }
  }

  async #watching(): Promise<void> {
    const { federation, keys, keyWatch, watchMs } = this.#parts;
    const { signal } = this.#ending;
    // What comes of whoever sends us nothing comes by others.
    const begun = receives(this.#peer.agreement) ? null : this.#now();
    const followedSince = (): string | null => begun ?? this.#followedSince;
    for (let failures = 0; !signal.aborted;) {
      const before = this.#watchTrouble;
      try {
        await watch(this.#peer, { federation, line: this.#line, keys, keyWatch, signal, followedSince });
        this.#watchTrouble = null;
        this.#hasAnswered = true;
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        this.#watchTrouble = this.#inWords(error, "watching over a peer");
        failures += 1;
      }
      if (this.#watchTrouble?.message !== before?.message) await this.#write();
      const waitMs = Math.min(longestWatchMs, watchMs * 2 ** failures) * (0.85 + Math.random() * 0.3);
      await this.#watchBell.wait({ atMostMs: waitMs });
    }
  }

  #now(): string {
    return this.#parts.now().toISOString();
  }

  async #caughtUp(): Promise<void> {
    this.#followTrouble = null;
    this.#followedSince = this.#now();
    this.#hasAnswered = true;
    if (this.#watchTrouble !== null) this.#watchBell.ring();
    await this.#write();
  }

  /** Where to go on; by now it may be elsewhere than when the peer was taken. */
  async #cursor(): Promise<string | null> {
    const peers = await this.#parts.federation.duePeers();
    return peers.find(({ id }) => id === this.#peer.id)?.cursor ?? null;
  }

  async #learn(forumId: string): Promise<void> {
    const peers = await this.#parts.federation.duePeers();
    const peer = peers.find((one) => one.forumId === forumId);
    if (peer !== undefined) await this.#parts.keyWatch.lookAgain(peer, this.#ending.signal);
  }

  get #trouble(): Trouble | null {
    return this.#followTrouble ?? this.#watchTrouble;
  }

  /** One after the other: each knows what the one before has written. */
  #write(inMs: number = Math.max(leaseMs, this.#restsUntil - performance.now())): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const { federation, telemetry } = this.#parts;
      const trouble = this.#trouble;
      const failures = this.#followTrouble === null ? 0 : this.#failures;
      const how = trouble !== null || this.#hasAnswered ? { error: trouble?.message ?? null, failures } : {};
      try {
        const seen = await federation.settlePeer(this.#peer.id, { ...how, inMs: Math.round(inMs), seen: this.#seen });
        if (seen === null) this.#ending.abort();
        else this.#seen = seen;
      } catch (error) {
        if (!this.#ending.signal.aborted) telemetry.fault(error, "writing down how it goes with a peer");
      }
    });
    return this.#writing;
  }

  #inWords(error: unknown, during: string): Trouble {
    const trouble = troubleOf(error, Math.random());
    if (trouble === null) this.#parts.telemetry.fault(error, during);
    return trouble ?? ourFault;
  }
}
