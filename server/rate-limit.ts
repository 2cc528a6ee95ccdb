import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ForumError } from "../domain/errors.ts";
import type { Caller } from "./auth.ts";
import { networkOf } from "./callers.ts";
import type { Config } from "./config.ts";

const minuteSeconds = 60;

/** Counts the operations of a token, or of the anonymous visitors of an address, on every transport together. */
export class RateLimit {
  readonly #members: RateLimiterMemory;
  readonly #visitors: RateLimiterMemory;

  constructor(config: Pick<Config, "operationsPerMinute" | "anonymousOperationsPerMinute">) {
    this.#members = new RateLimiterMemory({ points: config.operationsPerMinute, duration: minuteSeconds });
    this.#visitors = new RateLimiterMemory({ points: config.anonymousOperationsPerMinute, duration: minuteSeconds });
  }

  /** Counts one operation, or throws RATE_LIMITED. */
  async count({ viewer, address }: Pick<Caller, "viewer" | "address">): Promise<void> {
    if (viewer.kind === "account") await consume(this.#members, viewer.tokenId);
    else await this.countAddress(address);
  }

  /** Counts a knock at the door, such as a token that is not valid: guessing is as slow as asking. */
  async countAddress(address: string): Promise<void> {
    await consume(this.#visitors, networkOf(address));
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (outcome) {
    if (!(outcome instanceof RateLimiterRes)) throw outcome;
    const retryAfterMs = Math.max(1, Math.ceil(outcome.msBeforeNext));
    const seconds = Math.ceil(retryAfterMs / 1_000);
    const message = `Too many operations: at most ${limiter.points} a minute. Try again in ${seconds} s.`;
    throw new ForumError("RATE_LIMITED", message, { retryAfterMs });
  }
}
